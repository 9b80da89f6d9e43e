"""One reminder a person and day, however often and by whomever it is asked for."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from jobs.messages.urged import urged
from jobs.morning import Morning
from jobs.rules.items import Item
from jobs.rules.urging import over_at
from storage.kinds import NoticeKind
from storage.notice_keys import urged_key
from storage.queries.notices import enqueue
from storage.queries.people import Person

URGED_PRIORITY = 3


def urge(
    session: Session, facts: Morning, person: Person, asker: Person, items: Sequence[Item], now: datetime,
    leaves: datetime,
) -> bool:  # fmt: skip
    """Owe `person` a reminder of these lines of his, to leave at `leaves`, on whose day `facts` are; false where he was
    reminded, or will be, on that day.
    """
    made = urged(facts, person, asker, items)
    return enqueue(
        session, agency_id=facts.agency.id, key=urged_key(person.id, facts.today), kind=NoticeKind.URGED,
        priority=URGED_PRIORITY, staff_id=person.id, chat_id=facts.reach_of(person.id).chat_id, day=facts.today,
        body=made.text, about=list(made.about), created_at=now, not_before=leaves if leaves > now else None,
        expires_at=over_at(leaves, facts.agency.time_zone),
    )  # fmt: skip
