"""What others changed of somebody's duty or typed in his name, as his next digest tells it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from jobs.rules.working_days import WorkingCalendar
from storage.kinds import OPEN_STATES, EventKind
from storage.models.events import Event
from storage.queries.duties import DutyLine

ASKS_NOTHING = (EventKind.ACCEPTED, EventKind.YEAR_CLOSED)
"""What its reader only takes note of."""


@dataclass(frozen=True)
class Change:
    event: Event
    line: DutyLine


def last_changes(told: Iterable[tuple[int, Event]], lines: Mapping[int, DutyLine]) -> dict[int, list[Change]]:
    """By staff id, the changes of duties that still stand; of one duty and kind the last."""
    last: dict[tuple[int, int, str], Change] = {}
    for staff_id, event in told:
        line = lines.get(event.duty_id or 0)
        if line is not None and still_stands(event, line, staff_id):
            last[staff_id, line.duty.id, event.kind.value] = Change(event, line)
    found: dict[int, list[Change]] = defaultdict(list)
    for (staff_id, _, _), change in last.items():
        found[staff_id].append(change)
    return found


def still_stands(event: Event, line: DutyLine, staff_id: int) -> bool:
    """False for what has been overtaken since: an acceptance returned, a task handed on to somebody else."""
    duty = line.duty
    match event.kind:
        case EventKind.ASSIGNED:
            return duty.person_id == staff_id
        case EventKind.GIVEN_BACK:
            return duty.state in OPEN_STATES and event.for_id in (duty.person_id, duty.recipient_id)
        case EventKind.TAKE_ASKED:
            return duty.state in OPEN_STATES and event.for_id not in (duty.person_id, duty.recipient_id)
        case EventKind.ACCEPTED | EventKind.REPORTED | EventKind.REOPEN_ASKED | EventKind.REOPEN_REFUSED:
            return duty.state not in OPEN_STATES
        case EventKind.RETURNED | EventKind.EXPLANATION_ASKED:
            return duty.state in OPEN_STATES
        case _other:
            return True


def owed_from(event: Event, calendar: WorkingCalendar) -> date:
    """From which day on a change makes a digest owed by itself.

    What asks nothing goes with a digest that is owed anyway, at the latest on the last working day of a week: people
    pay for each message with their attention, the office with its plan's number.
    """
    if event.kind not in ASKS_NOTHING:
        return event.day
    first = calendar.next_after(event.day)
    return calendar.on_or_before(first + timedelta(days=6 - first.weekday()))
