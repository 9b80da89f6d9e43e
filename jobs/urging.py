"""One reminder of his work a person and day, however often and by whomever it is asked for."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from jobs.messages.urged import urged, urged_for_news
from jobs.morning import Morning
from jobs.news_owed import NewsOwed
from jobs.rules.items import Item
from jobs.rules.urging import over_at
from storage.kinds import NoticeKind
from storage.notice_keys import news_urged_key, urged_key
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
    key = urged_key(person.id, facts.today)
    return _owe(session, facts, person, key, made.text, made.about, now, leaves)


def urge_for_news(
    session: Session, facts: Morning, person: Person, asker: Person, owed: NewsOwed, now: datetime, leaves: datetime
) -> bool:
    """The same of the news that a unit owes."""
    text = urged_for_news(facts, person, asker, owed)
    key = news_urged_key(person.id, owed.unit_id, facts.today)
    return _owe(session, facts, person, key, text, (), now, leaves)


def _owe(
    session: Session, facts: Morning, person: Person, key: str, text: str, about: tuple[int, ...], now: datetime,
    leaves: datetime,
) -> bool:  # fmt: skip
    return enqueue(
        session, agency_id=facts.agency.id, key=key, kind=NoticeKind.URGED,
        priority=URGED_PRIORITY, staff_id=person.id, chat_id=facts.reach_of(person.id).chat_id, day=facts.today,
        body=text, about=list(about), created_at=now, not_before=leaves if leaves > now else None,
        expires_at=over_at(leaves, facts.agency.time_zone),
    )  # fmt: skip
