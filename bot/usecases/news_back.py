"""A news item sent by mistake, taken back by its code: by who sent it, or by who follows the plans."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import ledger
from bot.usecases.news import NewsShown, news_code
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.models.organisation import Unit
from storage.queries import events as event_queries
from storage.queries import news as news_queries
from storage.queries.people import Person, every_unit, person

JUST_SENT = timedelta(minutes=30)

_CODE = re.compile(r"T(\d{1,2})-(\d{1,3})")


@dataclass(frozen=True)
class NewsTakenBack:
    """`count`, `owed`: the unit's of that month without it. `sender`: who sent it, where another took it back."""

    item: NewsItem
    unit: Unit
    code: str
    count: int
    owed: int
    sender: Person | None
    event: Event


@dataclass(frozen=True)
class NewsOfAnother:
    item: NewsItem
    code: str
    sender: Person | None


@dataclass(frozen=True)
class NewsUnknown:
    """No item has this code, or the sender has sent none (`code` ""); `withdrawn`: it was taken back before."""

    code: str
    withdrawn: bool = False


@dataclass(frozen=True)
class TakeBackWhich:
    """The item asked about: without a code the sender's last one."""

    item: NewsItem
    code: str


@dataclass(frozen=True)
class NewsToMend:
    """Something about it is wrong: its title can be said anew, or it is taken back."""

    item: NewsItem
    code: str


@dataclass(frozen=True)
class TakeBackByCode:
    """The words fit several items: (code, title)."""

    items: tuple[tuple[str, str], ...]


NewsBack = TakeBackByCode | NewsTakenBack | NewsOfAnother | NewsUnknown | TakeBackWhich | NewsToMend


def take_back(session: Session, said: Said, code: str | None, mode: str | None = None) -> NewsBack:
    """mode: "ask", it is asked about first; "mend", something about it is wrong."""
    if code is None:
        last = news_queries.last_item_of(session, said.agency_id, said.who.id)
        if last is None:
            return NewsUnknown("")
        return NewsToMend(last, news_code(last)) if mode == "mend" else TakeBackWhich(last, news_code(last))
    item = item_of(session, said, code)
    if item is None:
        return NewsUnknown(code)
    code = news_code(item)
    if item.withdrawn_at is not None:
        return NewsUnknown(code, withdrawn=True)
    own = item.by_id == said.who.id
    if not may_change(said, item):
        return NewsOfAnother(item, code, sender_of(session, said, item))
    if mode == "mend":
        return NewsToMend(item, code)
    if mode == "ask":
        return TakeBackWhich(item, code)
    return _taken_back(session, said, item, None if own else sender_of(session, said, item))


def just_sent(session: Session, said: Said, *, others: bool = True) -> NewsItem | None:
    """The sender's own, else another's that he may change: "tin này của KT chứ không phải VHXH" of who follows the plans."""
    last = news_queries.last_item_of(session, said.agency_id, said.who.id)
    if last and said.now - last.at <= JUST_SENT:
        return last
    items = news_queries.items_of_month(session, said.agency_id, f"{said.day:%Y-%m}") if others else []
    fresh = [i for i in items if may_change(said, i) and said.now - i.at <= JUST_SENT]
    return max(fresh, key=lambda each: each.at, default=None)


def named(
    session: Session, said: Said, words: str, unit_name: str | None
) -> TakeBackWhich | TakeBackByCode | NewsUnknown:
    """ "Bỏ tin Tiếp đoàn JETRO", "bỏ tin của VHXH": of this month's and the last one's, those the sender may take back."""
    last = said.day.replace(day=1) - timedelta(days=1)
    both = [i for day in (said.day, last) for i in news_queries.items_of_month(session, said.agency_id, f"{day:%Y-%m}")]
    units = {u.id for u in every_unit(session, said.agency_id) if u.name == unit_name}
    key = fold_words(words)
    found = [i for i in both if may_change(said, i) and (i.unit_id in units or key in fold_words(i.title))]
    if len(found) > 1:
        return TakeBackByCode(tuple((news_code(i), i.title) for i in found))
    return TakeBackWhich(found[0], news_code(found[0])) if found else NewsUnknown("")


def _taken_back(session: Session, said: Said, item: NewsItem, sender: Person | None) -> NewsTakenBack:
    item.withdrawn_at = said.now
    session.add(item)
    event = ledger.write(session, said, EventKind.UNDONE, for_id=item.by_id, news_item_id=item.id, text=item.title)
    if sent := news_queries.sending_of(session, said.agency_id, item.id):
        sent.undone_by_id = event.id
        session.add(sent)
        for telling in event_queries.tellings_of(session, said.agency_id, [sent.id]):
            if telling.told_at is not None:
                ledger.tell(session, event, telling.staff_id)
    session.flush()
    unit = next(u for u in every_unit(session, said.agency_id) if u.id == item.unit_id)
    left = news_queries.items_of_month(session, said.agency_id, item.month)
    owed = news_queries.owed_by_unit(session, said.agency_id).get(unit.id, 0)
    count = sum(each.unit_id == unit.id for each in left)
    return NewsTakenBack(item, unit, news_code(item), count, owed, sender, event)


def shown(session: Session, said: Said, code: str, *, decided: bool = False) -> NewsShown | NewsUnknown:
    """The item a code names: anybody of the office may read its title. `decided`: it was said to be accepted or published."""
    item = item_of(session, said, code)
    if item is None or item.withdrawn_at is not None:
        return NewsUnknown(code, withdrawn=item is not None)
    unit = next(u for u in every_unit(session, said.agency_id) if u.id == item.unit_id)
    return NewsShown(item, unit, news_code(item), sender_of(session, said, item), decided)


def last_code(session: Session, said: Said) -> str | None:
    """Of the item its sender handed in last: "tin này đăng chưa"."""
    last = news_queries.last_item_of(session, said.agency_id, said.who.id)
    return news_code(last) if last else None


def may_change(said: Said, item: NewsItem) -> bool:
    """Who sent it, and who sends news of all units: not what a unit's head may."""
    return item.by_id == said.who.id or may(said.who, Right.SEND_NEWS, Subject(said.agency_id))


def item_of(session: Session, said: Said, code: str) -> NewsItem | None:
    """The item of the latest such month: "T12-01" said in January is last December's."""
    found = _CODE.fullmatch(code)
    if not found or not 1 <= int(found[1]) <= 12:
        return None
    month, serial = int(found[1]), int(found[2])
    year = said.day.year - (month > said.day.month)
    return news_queries.item_by_serial(session, said.agency_id, f"{date(year, month, 1):%Y-%m}", serial)


def sender_of(session: Session, said: Said, item: NewsItem) -> Person | None:
    try:
        return person(session, said.agency_id, item.by_id, said.day)
    except LookupError:  # has left the office
        return None
