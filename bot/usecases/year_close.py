"""A head closes the year of his unit: what goes on next year is carried over, what was kept up is done for the year, what
was given up is not done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.items import closing_of
from jobs.plans.carried import link_carried
from jobs.plans.year_end import settle_plans
from jobs.rules.year_end import CLOSED_BY_HEAD
from storage.kinds import OPEN_STATES, DutyState, EventKind, PlanState, SortedAs
from storage.models.organisation import Unit
from storage.models.plans import Plan
from storage.models.year_end import SortedLine
from storage.queries.duties import DutyLine, lead_lines
from storage.queries.people import living_units
from storage.queries.plans import plans_in
from storage.queries.year_end import sorted_lines, task_going_on


@dataclass(frozen=True)
class UnitYear:
    """A unit's lines of a closing plan that are not closed: carried over, kept up, given up, still open, waiting to be
    decided.
    """

    unit: Unit
    plan: Plan
    carried: tuple[DutyLine, ...]
    kept: tuple[DutyLine, ...]
    dropped: tuple[DutyLine, ...]
    still_open: tuple[DutyLine, ...]
    waiting: tuple[DutyLine, ...]

    @property
    def closes(self) -> tuple[DutyLine, ...]:
        return (*self.carried, *self.kept, *self.dropped)


@dataclass(frozen=True)
class YearShown:
    """What closing would do. `named`: the unit the sender named, to be named again."""

    units: tuple[UnitYear, ...]
    named: str | None = None
    choose: bool = False  # a keeper of several units: he names one to close it


@dataclass(frozen=True)
class YearClosed:
    units: tuple[UnitYear, ...]
    plans: tuple[Plan, ...]  # of which nothing is open any more


@dataclass(frozen=True)
class NoYearToClose:
    """`closing`: a plan closes, and nothing of it is this person's to close."""

    closing: bool
    done: bool = False  # his units have nothing open in it any more


def close_year(
    session: Session, said: Said, unit_name: str | None, sure: bool
) -> YearShown | YearClosed | NoYearToClose:
    """Show what closing does to the lines of his units, or of the unit he names; `sure` does it."""
    plans = plans_in(session, said.agency_id, (PlanState.CLOSING,))
    if not plans:
        return NoYearToClose(closing=False)
    mine = [unit for unit in living_units(session, said.agency_id) if _may_close(said, unit, plans)]
    if unit_name:
        units = [unit for unit in mine if unit.name == unit_name]
    else:
        units = [unit for unit in mine if unit.id in said.who.heads] or mine
    years = units_year(session, said, units)
    if not years:
        return NoYearToClose(closing=True, done=bool(units))
    choose = not unit_name and len({year.unit.id for year in years}) > 1 and not said.who.heads
    named = years[0].unit.short_name if unit_name else None
    if choose or not sure or not any(year.closes for year in years):
        return YearShown(years, named, choose)
    return _close(session, said, years)


def _may_close(said: Said, unit: Unit, plans: Sequence[Plan]) -> bool:
    return any(may(said.who, Right.CLOSE_YEAR, Subject(said.agency_id, unit.id, plan.id)) for plan in plans)


def units_year(session: Session, said: Said, units: Iterable[Unit]) -> tuple[UnitYear, ...]:
    """By unit and plan, in the office's order; without those that have nothing left."""
    lines = [x for x in lead_lines(session, said.agency_id) if x.plan and x.plan.state is PlanState.CLOSING]
    rows = sorted_lines(session, said.agency_id, [x.duty.id for x in lines])
    found = []
    for unit in units:
        for plan in {x.plan.id: x.plan for x in lines if x.plan and x.unit.id == unit.id}.values():
            if may(said.who, Right.CLOSE_YEAR, Subject(said.agency_id, unit.id, plan.id)):
                own = [x for x in lines if x.unit.id == unit.id and x.plan is plan]
                found.append(_unit_year(unit, plan, own, rows))
    return tuple(found)


def _unit_year(unit: Unit, plan: Plan, lines: Sequence[DutyLine], rows: dict[int, SortedLine]) -> UnitYear:
    def sorted_as(line: DutyLine) -> SortedAs | None:
        row = rows.get(line.duty.id)
        return row.choice if row and closing_of(line.plan, line.duty.due_on) else None

    still = [x for x in lines if x.duty.state in OPEN_STATES]
    return UnitYear(
        unit,
        plan,
        carried=tuple(x for x in still if sorted_as(x) is SortedAs.CARRY),
        kept=tuple(x for x in still if sorted_as(x) is SortedAs.KEEP),
        dropped=tuple(x for x in still if sorted_as(x) is SortedAs.DROP),
        still_open=tuple(x for x in still if sorted_as(x) not in CLOSED_BY_HEAD),
        waiting=tuple(x for x in lines if x not in still),
    )


def _close(session: Session, said: Said, years: tuple[UnitYear, ...]) -> YearClosed:
    ids = [line.duty.id for year in years for line in year.closes]
    rows = sorted_lines(session, said.agency_id, ids)
    for year in years:
        for line in year.closes:
            _close_line(session, said, line, rows[line.duty.id])
    session.flush()
    link_carried(session, said.agency_id)
    return YearClosed(years, tuple(settle_plans(session, said.agency_id, said.day, said.now)))


def _close_line(session: Session, said: Said, line: DutyLine, row: SortedLine) -> None:
    """Kept up counts as done on the day its owner said so, which the head accepts."""
    duty = line.duty
    before = ledger.snapshot(duty)
    duty.closed_on = said.day
    if row.choice is SortedAs.CARRY:
        duty.state = DutyState.CARRIED_OVER
    elif row.choice is SortedAs.DROP:
        duty.state = DutyState.NOT_DONE
    else:
        duty.state = DutyState.ACCEPTED
        duty.reported_on = row.day
        duty.waits_for_product = False
    session.add(duty)
    event = ledger.write(
        session, said, EventKind.YEAR_CLOSED, duty=duty, for_id=duty.recipient_id, text=row.reason,
        before={"duty": before},
    )  # fmt: skip
    ledger.tell(session, event, duty.recipient_id)


def reopen(session: Session, line: DutyLine) -> None:
    """After a closing was taken back: its plan closes again, and no later task goes on with the line."""
    if line.plan and line.plan.state is PlanState.CLOSED and line.plan.closes_on:
        line.plan.state = PlanState.CLOSING
        session.add(line.plan)
    later = task_going_on(session, line.duty.agency_id, line.task.id)
    if later:
        later.carries_id = None
        session.add(later)
