"""Lead duties as they stood at the end of a day: the rows answer for today, the ledger for the past."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlmodel import Session

from storage.kinds import BEGUN_PLANS, CLOSED_STATES, DutyState
from storage.models.events import Event
from storage.queries.duties import DutyLine, all_lead_lines
from storage.queries.figures import events_by_duty, units_before


@dataclass(frozen=True)
class DutyAsOf:
    line: DutyLine
    state: DutyState
    due_on: date | None
    reported_on: date | None


def duties_as_of(
    session: Session,
    agency_id: int,
    as_of: date,
    today: date,
    since: date | None = None,
    unit_ids: Collection[int] | None = None,
) -> list[DutyAsOf]:
    """Lead duties of followed plans (of all units, or of these) at the end of `as_of`, without those closed before `since`.

    The rows answer for today and later; for a past day the ledger decides.
    """
    were = units_before(session, agency_id, as_of) if as_of < today else {}
    every = all_lead_lines(session, agency_id, None if were else unit_ids)
    if were:
        every = [replace(line, unit=were.get(line.duty.id, line.unit)) for line in every]
        every = [line for line in every if unit_ids is None or line.unit.id in unit_ids]
    lines = [line for line in every if line.plan is None or line.plan.state in BEGUN_PLANS]
    if as_of >= today:
        stood = [DutyAsOf(line, line.duty.state, line.duty.due_on, line.duty.reported_on) for line in lines]
        return [d for d in stood if not _closed_before(d.line.duty.closed_on, since)]
    events = events_by_duty(session, agency_id)
    past = [_as_of(line, events.get(line.duty.id, []), as_of) for line in _there_on(as_of, lines)]
    return [duty for duty, closed_on in past if not _closed_before(closed_on, since)]


def _there_on(day: date, lines: Sequence[DutyLine]) -> list[DutyLine]:
    """Without what was not yet there on a past day: given in chat since, a later plan's, the next time of a rhythm.

    A line of the plan of that year counts before it begins; of a rhythm then its first time.
    """
    there: list[DutyLine] = []
    counted: set[tuple[int, int]] = set()
    for line in lines:  # of one task and unit the earliest comes first
        of = (line.task.id, line.unit.id)
        begun = line.period.start_on is None or line.period.start_on <= day
        again = of in counted and not line.period.key.startswith(("once", "m"))
        in_plan = line.plan is not None and line.plan.year <= day.year
        if (in_plan and (begun or not again)) or (line.plan is None and begun):
            there.append(line)
            counted.add(of)
    return there


def _closed_before(closed_on: date | None, since: date | None) -> bool:
    return since is not None and closed_on is not None and closed_on < since


def _as_of(line: DutyLine, events: Sequence[Event], as_of: date) -> tuple[DutyAsOf, date | None]:
    states = [(e.day, e.to_state) for e in events if e.to_state is not None and e.day <= as_of]
    state = states[-1][1] if states else DutyState.OPEN
    reports = [day for day, to in states if to is DutyState.REPORTED] or [day for day, _ in states]
    reported_on = reports[-1] if reports and state not in (DutyState.OPEN, DutyState.IN_PROGRESS) else None
    unchanged = not any(e.to_state is not None and e.day > as_of for e in events)
    if unchanged:
        state, reported_on = line.duty.state, line.duty.reported_on
    closed_on = states[-1][0] if states and state in CLOSED_STATES else None
    return DutyAsOf(line, state, _due_as_of(line, events, as_of), reported_on), closed_on


def _due_as_of(line: DutyLine, events: Sequence[Event], as_of: date) -> date | None:
    for later in (e for e in events if e.day > as_of):
        if "due_on" in (before := later.before.get("duty", {})):  # as it was just before that change
            return date.fromisoformat(before["due_on"]) if before["due_on"] else None
        if later.to_due_on is not None:
            break
    moves = [e for e in events if e.to_due_on is not None]
    if not any(e.day > as_of for e in moves):
        return line.duty.due_on
    known = [e.to_due_on for e in moves if e.day <= as_of]
    printed = line.period.printed_due_on if line.period.can_be_overdue else None
    return known[-1] if known else printed
