"""A news item recorded for the wrong unit: moved to the right one once that was asked, and both units counted anew."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.news import NewsKnown, NewsShown, news_code
from bot.usecases.news_back import NewsOfAnother, NewsUnknown, item_of, just_sent, may_change, sender_of
from bot.usecases.news_renamed import NewsDecided
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import EventKind, NewsState
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.models.organisation import Unit
from storage.queries import news as news_queries
from storage.queries.people import Person, every_unit, living_units
from storage.queries.rows import the_row

MOVED = "news_unit"  # in an event's `before`
MOVES = ("move", "move_last", "moved")


@dataclass(frozen=True)
class MoveWhich:
    """The item and where it would go: asked about first."""

    item: NewsItem
    code: str
    was: Unit
    unit: Unit


@dataclass(frozen=True)
class MoveWhere:
    """For the wrong unit; for which of these it is was not said."""

    item: NewsItem
    code: str
    was: Unit
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class NewsMoved:
    """`counts`: of the unit it left, then of the one it went to: (unit, handed in, owed). `sender`: where another moved it."""

    item: NewsItem
    code: str
    counts: tuple[tuple[Unit, int, int], ...]
    sender: Person | None
    event: Event


@dataclass(frozen=True)
class MoveUndone:
    item: NewsItem
    code: str
    unit: Unit


Move = MoveWhich | MoveWhere | NewsMoved | NewsDecided | NewsOfAnother | NewsUnknown | NewsKnown


def move(session: Session, said: Said, slots: Slots) -> Move | None:
    """By its code, else what the sender sent last, or another just sent and he may change. mode "move_last": None where nothing
    was just sent, "moved": he has agreed."""
    item = item_of(session, said, slots.code) if slots.code else just_sent(session, said, others=slots.mode == "move")
    if item is None and slots.mode == "move" and not slots.code:
        item = news_queries.last_item_of(session, said.agency_id, said.who.id)
    if item is None and slots.mode == "move_last":
        return None
    if item is None or item.withdrawn_at is not None:
        return NewsUnknown(slots.code or "", withdrawn=item is not None)
    code = news_code(item)
    if not (may_change(said, item) or item.unit_id in said.who.heads):
        return NewsOfAnother(item, code, sender_of(session, said, item))
    if item.state not in (NewsState.SENT, NewsState.RETURNED):
        return NewsDecided(item, code)
    was = next(u for u in every_unit(session, said.agency_id) if u.id == item.unit_id)
    units = living_units(session, said.agency_id)
    unit = next((u for u in units if slots.unit_full and u.name == slots.unit_full), None)
    if unit is None:
        return MoveWhere(item, code, was, tuple(u for u in units if u.id != was.id))
    if known := _there(session, item, unit):
        return NewsKnown(known, unit, news_code(known))
    if slots.mode != "moved":
        return MoveWhich(item, code, was, unit)
    return _moved(session, said, item, was, unit)


def _there(session: Session, item: NewsItem, unit: Unit) -> NewsItem | None:
    """It stands for that unit already, or another of its title does."""
    same = [i for i in news_queries.items_of_month(session, item.agency_id, item.month) if i.unit_id == unit.id]
    return next((i for i in same if i.id == item.id or fold_words(i.title) == fold_words(item.title)), None)


def _moved(session: Session, said: Said, item: NewsItem, was: Unit, unit: Unit) -> NewsMoved:
    item.unit_id = unit.id
    session.add(item)
    before = {MOVED: {"id": item.id, "unit": was.id, "to": unit.id}}
    event = ledger.write(session, said, EventKind.NEWS_MOVED, for_id=item.by_id, text=item.title, before=before)
    session.flush()
    owed = news_queries.owed_by_unit(session, said.agency_id)
    items = news_queries.items_of_month(session, said.agency_id, item.month)
    counts = tuple((u, sum(i.unit_id == u.id for i in items), owed.get(u.id, 0)) for u in (was, unit))
    sender = None if item.by_id == said.who.id else sender_of(session, said, item)
    return NewsMoved(item, news_code(item), counts, sender, event)


def take_back(session: Session, said: Said, event: Event) -> MoveUndone | NewsShown:
    """Where another has moved it since, it stays and is shown."""
    kept = event.before[MOVED]
    item = the_row(session, NewsItem, said.agency_id, kept["id"])
    stays = item.unit_id != kept["to"]
    if not stays:
        item.unit_id = kept["unit"]
        session.add(item)
    event.undone_by_id = ledger.write(session, said, EventKind.UNDONE, for_id=event.for_id).id
    session.add(event)
    unit = next(u for u in every_unit(session, said.agency_id) if u.id == item.unit_id)
    code = news_code(item)
    return NewsShown(item, unit, code, sender_of(session, said, item)) if stays else MoveUndone(item, code, unit)
