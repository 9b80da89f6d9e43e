"""The title of a news item said anew, by who sent it or who follows the plans, as long as nobody has decided about it."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases import ledger
from bot.usecases.bare_titles import TITLE
from bot.usecases.news import NewsKnown, news_code
from bot.usecases.news_back import NewsOfAnother, NewsUnknown, item_of, may_change, sender_of
from bot.usecases.said import Said
from jobs.clock import office_day
from jobs.rules.text import capital, fold_words, tidy
from storage.kinds import EventKind, NewsState
from storage.models.news import NewsItem
from storage.queries import news as news_queries
from storage.queries.people import every_unit

ASK = "rename_ask"


@dataclass(frozen=True)
class NewsRenamed:
    item: NewsItem
    code: str
    was: str


@dataclass(frozen=True)
class RenameWhich:
    """The sender's last item, which is not said to be meant: asked about."""

    item: NewsItem
    code: str
    title: str


@dataclass(frozen=True)
class NewsDecided:
    """Accepted or published: its title is no longer the sender's to change."""

    item: NewsItem
    code: str


def rename(
    session: Session, said: Said, slots: Slots
) -> NewsRenamed | RenameWhich | NewsDecided | NewsOfAnother | NewsUnknown | NewsKnown:
    """By its code, by its number of this month, else the sender's last one; of an earlier day that is asked about."""
    code = slots.code or (f"T{said.day.month:02d}-{slots.news_ids[0]:02d}" if slots.news_ids else "")
    item = item_of(session, said, code) if code else news_queries.last_item_of(session, said.agency_id, said.who.id)
    if item is None or item.withdrawn_at is not None:
        return NewsUnknown(code, withdrawn=item is not None)
    name, title = news_code(item), tidy(slots.title or "")
    if not may_change(said, item):
        return NewsOfAnother(item, name, sender_of(session, said, item))
    if item.state not in (NewsState.SENT, NewsState.RETURNED):
        return NewsDecided(item, name)
    title = capital(title)
    same = [i for i in news_queries.items_of_month(session, said.agency_id, item.month) if i.unit_id == item.unit_id]
    if known := next((i for i in same if _is_known(i, item, title)), None):
        unit = next(u for u in every_unit(session, said.agency_id) if u.id == known.unit_id)
        return NewsKnown(known, unit, news_code(known))
    of_today = office_day(item.at, said.who.agency.time_zone) == said.day
    if slots.mode == ASK or not (code or of_today):
        return RenameWhich(item, name, title)
    was, item.title = item.title, title
    session.add(item)
    before = {TITLE: {"name": name, "title": was, "id": item.id, "task": False}}
    ledger.write(session, said, EventKind.TEXT_MENDED, for_id=item.by_id, text=title, before=before)
    return NewsRenamed(item, name, was)


def _is_known(other: NewsItem, item: NewsItem, title: str) -> bool:
    """Another item of this title; of its own only accents may differ."""
    return other.title == title if other.id == item.id else fold_words(other.title) == fold_words(title)
