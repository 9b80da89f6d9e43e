"""What others changed of somebody's duty, as his next digest tells it."""

from dataclasses import dataclass

from storage.kinds import OPEN_STATES, EventKind
from storage.models.events import Event
from storage.queries.duties import DutyLine


@dataclass(frozen=True)
class Change:
    event: Event
    line: DutyLine


def still_stands(event: Event, line: DutyLine, staff_id: int) -> bool:
    """False for what has been overtaken since: an acceptance returned, a task handed on to somebody else."""
    duty = line.duty
    match event.kind:
        case EventKind.ASSIGNED:
            return duty.person_id == staff_id
        case EventKind.ACCEPTED | EventKind.REPORTED:
            return duty.state not in OPEN_STATES
        case EventKind.RETURNED:
            return duty.state in OPEN_STATES
        case _other:
            return True
