"""News items: handed in with a title or a link, counted per unit and month against what the unit owes."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.said import Said
from jobs.rules.spans import is_month, span_of
from jobs.rules.text import fold_words, tidy
from storage.kinds import EventKind
from storage.models.news import NewsItem
from storage.models.organisation import Unit
from storage.queries import news as news_queries
from storage.queries.people import Person, living_units

#: The topic of a question about single items: "danh sách tin đã nộp".
TITLES = "titles"

_QUOTES = "\"“”'‘’« »"


@dataclass(frozen=True)
class NewsTaken:
    """`code` is T10-03; `count` and `owed` are the unit's of that month."""

    item: NewsItem
    unit: Unit
    code: str
    count: int
    owed: int


@dataclass(frozen=True)
class NewsKnown:
    """The same title of the same unit and month is there already, under this code."""

    item: NewsItem
    unit: Unit
    code: str


@dataclass(frozen=True)
class TitleMissing:
    """News was announced, but neither title nor link came with it."""


@dataclass(frozen=True)
class WhichNewsUnit:
    """Which unit sends it; the sender stands in none, or in several."""

    units: tuple[Unit, ...]


@dataclass(frozen=True)
class NewsNotYours:
    unit: Unit


@dataclass(frozen=True)
class NewsCounts:
    """Every unit that owes news, or the one asked about: (unit, handed in, owed). `items`: theirs by code and title, where those are asked for;
    `closes`: the day until which the running month still takes what lacks."""

    span: str  # its key, "2025-10" or "2025-Q4"
    rows: tuple[tuple[Unit, int, int], ...]
    items: tuple[tuple[str, str], ...] = ()
    closes: date | None = None


@dataclass(frozen=True)
class NewsShown:
    """One item by its code; `sender`: None where that is somebody who has left; `decided`: it was decided about, which is not kept."""

    item: NewsItem
    unit: Unit
    code: str
    sender: Person | None
    decided: bool = False


@dataclass(frozen=True)
class NewsLater:
    """Said to come later: nothing is handed in, and it is asked for as before. `unit`: None where that is not one."""

    month: str
    unit: Unit | None
    count: int = 0
    owed: int = 0


def news_code(item: NewsItem) -> str:
    return f"T{item.month[5:]}-{item.serial:02d}"


def submit(
    session: Session, said: Said, title: str, link: str, unit_name: str | None, month: str | None
) -> NewsTaken | NewsKnown | TitleMissing | WhichNewsUnit | NewsNotYours:
    """Keep one item for its unit and month, and count the unit anew."""
    title, link = tidy(title).strip(_QUOTES), link.strip()
    if not (title or link):
        return TitleMissing()
    unit = _unit_of(session, said, unit_name)
    if not isinstance(unit, Unit):
        return WhichNewsUnit(unit)
    if not may(said.who, Right.SEND_NEWS, Subject(said.agency_id, unit.id)):
        return NewsNotYours(unit)
    counted = month if month and is_month(month) else f"{said.day:%Y-%m}"
    handed_in = [i for i in news_queries.items_of_month(session, said.agency_id, counted) if i.unit_id == unit.id]
    known = next((i for i in handed_in if fold_words(i.title) == fold_words(title or link)), None)
    if known:
        return NewsKnown(known, unit, news_code(known))
    item = NewsItem(
        agency_id=said.agency_id, unit_id=unit.id, month=counted, title=title or link, link=link or None,
        serial=news_queries.next_serial(session, said.agency_id, counted), by_id=said.who.id, at=said.now,
    )  # fmt: skip
    session.add(item)
    session.flush()
    event = ledger.write(session, said, EventKind.NEWS_SENT, news_item_id=item.id, text=item.title)
    ledger.tell(session, event, event.for_id)
    owed = news_queries.owed_by_unit(session, said.agency_id).get(unit.id, 0)
    return NewsTaken(item, unit, news_code(item), len(handed_in) + 1, owed)


def _unit_of(session: Session, said: Said, unit_name: str | None) -> Unit | tuple[Unit, ...]:
    """The unit named, else the owner's own; the units to choose from where that is not one."""
    units = living_units(session, said.agency_id)
    if unit_name:
        key = fold_words(unit_name)
        named = [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]
        return named[0] if len(named) == 1 else tuple(named or units)
    mine = [u for u in units if u.id in said.owner.unit_ids]
    return mine[0] if len(mine) == 1 else tuple(mine or units)


def later(session: Session, said: Said, unit_name: str | None) -> NewsLater:
    month, unit = f"{said.day:%Y-%m}", _unit_of(session, said, unit_name)
    if not isinstance(unit, Unit):
        return NewsLater(month, None)
    handed_in = [i for i in news_queries.items_of_month(session, said.agency_id, month) if i.unit_id == unit.id]
    return NewsLater(month, unit, len(handed_in), news_queries.owed_by_unit(session, said.agency_id).get(unit.id, 0))


def counts(session: Session, said: Said, slots: Slots) -> NewsCounts:
    """Who has handed in how many this month, or in the month or longer span asked about, as far as it has come."""
    now = f"{said.day:%Y-%m}"
    key = slots.period
    span = span_of(key) if key else None
    months = span.months if span and span.months else (now,)
    months = tuple(month for month in months if month <= now) or months
    owed = news_queries.owed_by_unit(session, said.agency_id)
    items = [item for month in months for item in news_queries.items_of_month(session, said.agency_id, month)]
    mine = _unit_of(session, said, slots.unit_full) if slots.unit_full or slots.own else None
    one = mine if isinstance(mine, Unit) else None
    units = [u for u in living_units(session, said.agency_id) if (u.id in owed if one is None else u.id == one.id)]
    rows = ((u, sum(i.unit_id == u.id for i in items), owed.get(u.id, 0) * len(months)) for u in units)
    named = one is not None or slots.topic == TITLES
    listed = [(news_code(i), i.title) for i in items if named and (one is None or i.unit_id == one.id)]
    closes = said.calendar.last_of_month(said.day.year, said.day.month) if months == (now,) else None
    return NewsCounts(key if span and span.months and key else now, tuple(rows), tuple(listed), closes)
