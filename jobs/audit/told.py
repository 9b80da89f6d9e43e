"""Whether word of a change is still worth telling, from rows alone."""

from jobs.audit.climbing import WORKED_ON
from storage.kinds import EventKind
from storage.models.duties import Duty
from storage.models.events import Event


def stands(event: Event, duty: Duty, who: int) -> bool:
    if event.kind is EventKind.ASSIGNED:
        return duty.person_id == who
    if event.kind is EventKind.GIVEN_BACK:
        return duty.state in WORKED_ON and event.for_id in (duty.person_id, duty.recipient_id)
    if event.kind is EventKind.TAKE_ASKED:
        return duty.state in WORKED_ON and event.for_id not in (duty.person_id, duty.recipient_id)
    if event.kind in (EventKind.ACCEPTED, EventKind.REPORTED, EventKind.REOPEN_ASKED, EventKind.REOPEN_REFUSED):
        return duty.state not in WORKED_ON
    return event.kind not in (EventKind.RETURNED, EventKind.EXPLANATION_ASKED) or duty.state in WORKED_ON
