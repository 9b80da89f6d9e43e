"""What the sender's last message changed, while it is still spoken of."""

from datetime import timedelta

from sqlmodel import Session

from bot.usecases.said import Said
from storage.models.events import Event
from storage.queries.events import changes_of

#: So long after a card, an answer or a report, words of work are about it.
STILL_SPOKEN_OF = timedelta(minutes=10)


def last_changes(session: Session, said: Said) -> list[Event]:
    """What his last changing message of today did; nothing once it is no longer spoken of."""
    mine = changes_of(session, said.agency_id, said.who.id, said.day)
    return [event for event in mine if same_message(event, mine[0]) and said.now - event.at <= STILL_SPOKEN_OF]


def same_message(event: Event, last: Event) -> bool:
    return event.id == last.id or (event.inbox_id is not None and event.inbox_id == last.inbox_id)
