"""A newer version of a plan taken over: states, evidence and moved dates stay, what is gone is cancelled."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from jobs.plans.draft import keep_indicators
from jobs.plans.reconcile import Reconciler, Touched
from jobs.plans.versions import Comparison, LineChange
from jobs.plans.work import Work, describe
from jobs.rules.draft import next_numbers
from jobs.rules.text import fold_words
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import DraftRow, Plan, Task
from storage.queries import plans as plan_queries


class StillUnclear(Exception):
    """Lines that may go on as one task or another are asked about first; nothing was changed."""


@dataclass(frozen=True)
class Corrected:
    """What a newer version changed in `plan`. `heads`: unit id → its head, of the units whose own work changed."""

    event: Event
    plan: Plan
    comparison: Comparison
    touched: Touched
    heads: dict[int, int]
    numbers: tuple[int, ...] = ()  # of the lines that are new


def correct(session: Session, draft: Plan, comparison: Comparison, by_id: int, now: datetime) -> Corrected:
    """Take a draft into the plan it was compared with, in the caller's transaction. Raises StillUnclear."""
    if comparison.unclear:
        raise StillUnclear(draft.id)
    return _Correction(session, draft, comparison, by_id, now).run()


class _Correction:
    def __init__(self, session: Session, draft: Plan, comparison: Comparison, by_id: int, now: datetime) -> None:
        self.session, self.draft, self.comparison, self.by_id = session, draft, comparison, by_id
        self.plan = comparison.plan
        self.work = Work(session, self.plan, now)
        self.reconciler = Reconciler(self.work, by_id)
        self.rows = plan_queries.draft_rows(session, draft.agency_id, draft.id)

    def run(self) -> Corrected:
        event = self.work.event(EventKind.PLAN_CORRECTED, self.by_id)
        old = dict(self.comparison.tasks)
        tasks = self._make_new(old)
        changes = {change.row.position: change for change in self.comparison.changed}
        for row in self.rows:
            if row.position in old:
                self._go_on(row, tasks, changes.get(row.position))
        for task in self.comparison.gone:
            self.reconciler.drop(task)
        self._take_head()
        self.session.flush()
        touched = self.reconciler.touched
        heads = {u: head for u, head in self.work.audience.positions.heads.items() if u in touched.units}
        numbers = tuple(number for row in self.comparison.added if (number := tasks[row.position].number))
        return Corrected(event, self.plan, self.comparison, touched, heads, numbers)

    def _make_new(self, old: dict[int, Task]) -> dict[int, Task]:
        """Work for the lines that are new, numbered after the plan's own."""
        standing = plan_queries.standing_tasks(self.session, self.plan.agency_id, self.plan.id)
        highest = plan_queries.highest_number(self.session, self.plan.agency_id)
        new = [row.position for row in self.rows if row.position not in old and not row.reading["heading"]]
        own = plan_queries.numbers_of(self.session, self.plan.agency_id, self.plan.id)
        numbers = next_numbers(own, highest, len(new))
        tasks = dict(old)
        self.work.make(self.rows, dict(zip(new, numbers, strict=True)), tasks)
        self.reconciler.added([tasks[position] for position in new])
        if self.draft.keeps_rest:  # lines of their own numbering come after all that stands
            end = max((task.position for task in standing), default=0) + 1
            for position, task in tasks.items():
                if position not in old:
                    task.position = end + position
        return tasks

    def _go_on(self, row: DraftRow, tasks: dict[int, Task], change: LineChange | None) -> None:
        """A line that stood before: described anew; what people have settled about it and its states stay."""
        task = tasks[row.position]
        before = task.model_copy()
        describe(task, row, tasks.get(row.reading["parent"]))
        names = {f.name for f in change.fields} if change else set()
        _keep_settled(task, before, row, names)
        if self.draft.keeps_rest:
            task.position = before.position
        self.session.add(task)
        if names & {"lead", "coordinate"}:
            self.reconciler.parties(task, row)
        if "deadline" in names:
            self.reconciler.dates(task, row)
        if not task.is_heading:
            self.reconciler.quota(task, row)

    def _take_head(self) -> None:
        """The newest version's own data; one that names some lines only leaves the plan's name and totals alone."""
        draft, plan = self.draft, self.plan
        draft.state, draft.confirmed_at = PlanState.APPLIED, self.work.now
        versions = plan_queries.files_of(self.session, plan.agency_id, plan.id)
        for kept in plan_queries.files_of(self.session, draft.agency_id, draft.id):
            kept.plan_id, kept.version = plan.id, versions[0].version + 1 if versions else 1
            self.session.add(kept)
            if not draft.keeps_rest:
                keep_indicators(self.session, plan, kept.beside)
        if not draft.keeps_rest:
            for name in ("number", "issued_on", "signer_name", "signer_title", "stated_total"):
                setattr(plan, name, getattr(draft, name) or getattr(plan, name))
            plan.lines_read, plan.lines_left_out = draft.lines_read, draft.lines_left_out
        self.session.add_all([draft, plan])


def _keep_settled(task: Task, before: Task, row: DraftRow, changed: set[str]) -> None:
    """What a review or a person has said of a line stands while the paper says of it what it said before."""
    if fold_words(before.title) == fold_words(task.title):
        task.short_title = row.reading.get("short_title") or before.short_title
    if not row.reading.get("product_kind") and not changed & {"title", "product"}:
        task.product_kind = before.product_kind
    if "deadline" not in changed:
        task.deadline = before.deadline
    task.restricted = row.reading.get("restricted", before.restricted)
