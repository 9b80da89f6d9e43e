"""A newer version of a plan beside the one that is followed: which plan it corrects, and what it changes."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from jobs.plans.parties import unit_names
from jobs.rules.draft import DraftLine
from jobs.rules.parties import resolve_party
from jobs.rules.plans.units import unit_key
from jobs.rules.text import fold_words
from jobs.rules.versions import Matching, VersionLine, amends, is_same_document, is_version_of, match_versions
from storage.kinds import FOLLOWED, PartyRole, PlanState
from storage.models.plans import DraftRow, Party, Plan, Task
from storage.queries import plans as plan_queries

CONTINUES = "continues"  # key of a draft line's reading: the number of the task it goes on as, 0 for a new one


@dataclass(frozen=True)
class FieldChange:
    """`name`: title, deadline, lead, coordinate or product; the values as printed."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class LineChange:
    task: Task
    row: DraftRow
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class UnclearLine:
    """A line of the new version that may go on as one of these tasks, the likeliest first."""

    row: DraftRow
    offered: tuple[Task, ...]


@dataclass(frozen=True)
class Comparison:
    """What a draft changes in the plan it corrects. `tasks`: position in the draft → the task it goes on as."""

    plan: Plan
    tasks: dict[int, Task]
    same: int
    changed: tuple[LineChange, ...]
    added: tuple[DraftRow, ...]
    gone: tuple[Task, ...]
    unclear: tuple[UnclearLine, ...]

    @property
    def unchanged(self) -> frozenset[int]:
        """Positions in the draft of lines that go on as they were."""
        return frozenset(self.tasks) - {change.row.position for change in self.changed}

    @property
    def changes_nothing(self) -> bool:
        return not (self.changed or self.added or self.gone or self.unclear)


def corrected_plan(session: Session, agency_id: int, reading: Mapping[str, Any]) -> Plan | None:
    """The followed plan that a document is a newer version of."""
    followed = plan_queries.plans_in(session, agency_id, FOLLOWED)
    found = [plan for plan in followed if is_version_of(_head(reading), (plan.title, plan.number, plan.year))]
    return found[-1] if found else None


def drafts_of_same_document(session: Session, agency_id: int, reading: Mapping[str, Any]) -> list[Plan]:
    """Drafts of an older file of the same document; a draft of the plan that an amendment names is none."""
    drafts = plan_queries.plans_in(session, agency_id, (PlanState.DRAFT,))
    return [plan for plan in drafts if is_same_document(_head(reading), (plan.title, plan.number, plan.year))]


def _head(reading: Mapping[str, Any]) -> tuple[str, str | None, int | None]:
    return reading["title"] or "", reading["number"], reading["year"]


def names_some_lines_only(session: Session, plan: Plan, title: str, lines: Sequence[DraftLine]) -> bool:
    """A "sửa đổi, bổ sung" that repeats less than half of the plan: what it does not name stays in force."""
    if not amends(title):
        return False
    standing = plan_queries.standing_tasks(session, plan.agency_id, plan.id)
    return 2 * sum(not line.is_heading for line in lines) < sum(not task.is_heading for task in standing)


def compare(session: Session, draft: Plan) -> Comparison | None:
    """The draft against the plan it corrects, as things stand; None where it corrects none."""
    plan = plan_queries.plan_by_id(session, draft.agency_id, draft.corrects_id) if draft.corrects_id else None
    if plan is None:
        return None
    rows = {row.position: row for row in plan_queries.draft_rows(session, draft.agency_id, draft.id)}
    tasks = {task.id: task for task in plan_queries.standing_tasks(session, plan.agency_id, plan.id)}
    sides = _Sides(session, draft.agency_id, rows, tasks)
    work = sides.match(headings=False, keeps_rest=draft.keeps_rest)
    headings = sides.match(headings=True, keeps_rest=draft.keeps_rest)
    pairs = {position: tasks[key] for position, key in (headings.pairs | work.pairs).items()}
    changes = [sides.change(rows[position], tasks[key]) for position, key in sorted(work.pairs.items())]
    return Comparison(
        plan=plan,
        tasks=pairs,
        same=sum(not change.fields for change in changes),
        changed=tuple(change for change in changes if change.fields),
        added=tuple(rows[position] for position in work.added),
        gone=tuple(tasks[key] for key in work.gone),
        unclear=tuple(UnclearLine(rows[u.new], tuple(tasks[k] for k in u.offered)) for u in work.unclear),
    )


class _Sides:
    """Both versions in comparable terms: units by id, other names by their key."""

    def __init__(self, session: Session, agency_id: int, rows: dict[int, DraftRow], tasks: dict[int, Task]) -> None:
        self.rows, self.tasks = rows, tasks
        self.names = unit_names(session, agency_id)
        self.parties: dict[int, list[Party]] = {}
        for party in plan_queries.parties_of(session, agency_id, list(tasks)):
            self.parties.setdefault(party.task_id, []).append(party)
        self.positions = {task.number: task.id for task in tasks.values() if task.number}

    def match(self, *, headings: bool, keeps_rest: bool) -> Matching:
        old = [self._old(task) for task in self.tasks.values() if task.is_heading is headings]
        new = [self._new(row) for row in self.rows.values() if row.reading["heading"] is headings]
        return match_versions(old, new, keeps_rest=keeps_rest)

    def _old(self, task: Task) -> VersionLine:
        return VersionLine(task.id, task.code, task.title, self.keys(self.printed(task, PartyRole.LEAD)))

    def _new(self, row: DraftRow) -> VersionLine:
        reading, said = row.reading, row.reading.get(CONTINUES)
        key = self.positions.get(said) if said else said
        lead = self.keys(printed_of(row)["lead"])
        return VersionLine(row.position, reading.get("code") or "", reading["title"], lead, key)

    def written(self, task: Task, role: PartyRole) -> list[str]:
        return [party.text for party in self.parties.get(task.id, []) if party.role is role]

    def printed(self, task: Task, role: PartyRole) -> list[str]:
        return task.printed[role.value] if role.value in task.printed else self.written(task, role)

    def keys(self, names: Sequence[str]) -> frozenset[Hashable]:
        return frozenset(resolve_party(name, self.names).unit_id or unit_key(name) for name in names)

    def change(self, row: DraftRow, task: Task) -> LineChange:
        """Field by field, by the words; who answers by whom a name means, paper with paper, so that what a review has
        settled stays until the paper or a person says otherwise.
        """
        reading = row.reading
        words = [
            FieldChange("title", task.title, reading["title"]),
            FieldChange("deadline", task.deadline_text, reading.get("deadline_text") or ""),
            FieldChange("product", task.product, reading.get("product") or ""),
        ]
        found = [f for f in words if fold_words(f.before) != fold_words(f.after)]
        for name, role in (("lead", PartyRole.LEAD), ("coordinate", PartyRole.COORDINATE)):
            on_paper = self.keys(self.printed(task, role)) != self.keys(printed_of(row)[name])
            before, after = self.written(task, role), reading[name]
            if (on_paper or reading[name] != printed_of(row)[name]) and self.keys(before) != self.keys(after):
                found.append(FieldChange(name, "; ".join(before), "; ".join(after)))
        return LineChange(task, row, tuple(found))


def printed_of(row: DraftRow) -> dict[str, list[str]]:
    """Who leads and coordinates as the file has it, whatever the review made of it."""
    printed: dict[str, list[str]] = row.reading.get("printed") or row.reading
    return printed


def label_of(row: DraftRow, rows: Sequence[DraftRow]) -> str:
    """How a person names a line of a draft: "A.I.3", "dòng 5" for a bare number, else its place, "dòng thứ 12"."""
    codes = Counter(str(r.reading.get("code") or "") for r in rows)
    code = str(row.reading.get("code") or "")
    if not code or codes[code] > 1:
        return f"dòng thứ {row.position + 1}"
    return code if any(mark in code for mark in "./-") else f"dòng {code}"
