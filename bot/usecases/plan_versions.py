"""A newer version of a plan under review: which line goes on as which task, and the version taken over."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.plans.correct import Corrected, correct
from jobs.plans.versions import CONTINUES, Comparison, compare, label_of
from storage.models.organisation import Unit
from storage.models.plans import DraftRow, Plan
from storage.queries.people import Person, living_units, person
from storage.queries.plans import draft_rows, standing_tasks


@dataclass(frozen=True)
class VersionShown:
    """What a draft changes; `labels`: position in the draft → how a person names that line."""

    comparison: Comparison
    labels: dict[int, str]
    keeps_rest: bool


@dataclass(frozen=True)
class PlanCorrected:
    """A newer version stands. `told`: each head whose own unit's work changed, with that unit."""

    corrected: Corrected
    told: tuple[tuple[Person, Unit], ...]


@dataclass(frozen=True)
class NoSuchLine:
    """What was named is no open question of the version under review."""

    label: str


def version_of(session: Session, draft: Plan) -> VersionShown | None:
    """None where the draft corrects nothing."""
    comparison = compare(session, draft)
    if comparison is None:
        return None
    rows = draft_rows(session, draft.agency_id, draft.id)
    return VersionShown(comparison, {row.position: label_of(row, rows) for row in rows}, draft.keeps_rest)


def take_over(session: Session, said: Said, draft: Plan, shown: VersionShown | None) -> PlanCorrected | None:
    """`shown`: what the draft changes. None while a line is unclear: it is asked about first."""
    if shown is None or shown.comparison.unclear:
        return None
    done = correct(session, draft, shown.comparison, said.who.id, said.now)
    units = {unit.id: unit for unit in living_units(session, said.agency_id)}
    told = tuple(
        (person(session, said.agency_id, head, said.day), units[unit_id])
        for unit_id, head in done.heads.items()
        if head != said.who.id
    )
    return PlanCorrected(done, told)


def say_which(session: Session, draft: Plan, label: str, number: int) -> NoSuchLine | None:
    """Line `label` goes on as the task `number` (0: it is new). None where that was taken."""
    shown = version_of(session, draft)
    rows = draft_rows(session, draft.agency_id, draft.id)
    row = next((r for r in rows if shown and shown.labels[r.position].casefold() == label.casefold()), None)
    if shown is None or row is None or (number and number not in _numbers(session, shown.comparison.plan)):
        return NoSuchLine(label if row is None else str(number))
    _keep(session, row, number)
    return None


def all_new(session: Session, draft: Plan) -> None:
    """Every line still unclear is a new one."""
    shown = version_of(session, draft)
    for line in shown.comparison.unclear if shown else ():
        _keep(session, line.row, 0)


def is_other_plan(session: Session, draft: Plan) -> None:
    """It corrects nothing: a plan of its own."""
    draft.corrects_id, draft.keeps_rest = None, False
    session.add(draft)
    session.flush()


def keep_rest(session: Session, draft: Plan, keeps: bool) -> None:
    """Whether what the version does not name stays."""
    draft.keeps_rest = keeps
    session.add(draft)
    session.flush()


def _keep(session: Session, row: DraftRow, number: int) -> None:
    row.reading = {**row.reading, CONTINUES: number}
    session.add(row)
    session.flush()


def _numbers(session: Session, plan: Plan) -> set[int | None]:
    """Any task of the plan may be named; one that seemed to go on as another line is taken from there."""
    return {task.number for task in standing_tasks(session, plan.agency_id, plan.id)}
