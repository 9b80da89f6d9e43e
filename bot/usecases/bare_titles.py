"""Titles typed without accents, of news and of tasks outside any plan: listed beside the results, mended the same way."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases import bare_texts, ledger
from bot.usecases.bare_texts import AS_IT_IS, BareTexts, NothingToMend
from bot.usecases.news import news_code
from bot.usecases.said import Said
from jobs.rules.bare_text import is_bare, is_mended_form
from jobs.rules.plans.short_titles import short_title
from jobs.rules.text import capital, fold_words
from storage.kinds import EventKind
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.models.plans import Task
from storage.queries.bare_texts import news_of_year, titles_left_as_they_are, typed_tasks
from storage.queries.rows import the_row

TITLE = "title"  # in an event's `before`


@dataclass(frozen=True)
class BareTitle:
    """`name`: what people type for it, "T10-04" or "60"."""

    name: str
    row: NewsItem | Task


@dataclass(frozen=True)
class TitleMended:
    name: str
    title: str
    as_it_is: bool = False


@dataclass(frozen=True)
class TitleNotMended:
    """The text has no accents either, or says something else than the title kept."""

    name: str
    kept: str
    still_bare: bool


@dataclass(frozen=True)
class TitleUndone:
    name: str
    title: str


@dataclass(frozen=True)
class AllBare:
    """Results and titles without accents."""

    texts: BareTexts
    titles: tuple[BareTitle, ...]


def lacks_accents(title: str) -> bool:
    """The capital it begins with is no name."""
    return is_bare(title[:1].lower() + title[1:])


def show(session: Session, said: Said) -> BareTexts | AllBare:
    texts, titles = bare_texts.show(session, said), bare_titles(session, said)
    return AllBare(texts, titles) if titles else texts


def mend(session: Session, said: Said, slots: Slots) -> object:
    """Accents for what is named: the title of a news item or of a task typed here, else a result."""
    text, number = slots.text or "", slots.task_ids[0] if slots.task_ids else 0
    title = mend_title(session, said, slots.code or str(number), text)
    if slots.code:
        return title or TitleNotMended(slots.code, "", False)
    result = None if isinstance(title, TitleMended) else bare_texts.mend(session, said, number, text)
    return title if title and (result is None or isinstance(result, NothingToMend)) else result


def bare_titles(session: Session, said: Said) -> tuple[BareTitle, ...]:
    """Those the reader may mend, tasks before news."""
    left = titles_left_as_they_are(session, said.agency_id)
    tasks = [
        BareTitle(str(task.number), task)
        for task, unit_id in typed_tasks(session, said.agency_id)
        if lacks_accents(task.title) and not task.restricted
        and may(said.who, Right.ADD_TASK, Subject(said.agency_id, unit_id))
    ]  # fmt: skip
    news = [
        BareTitle(news_code(item), item)
        for item in news_of_year(session, said.agency_id, said.day.year)
        if lacks_accents(item.title) and may(said.who, Right.SEND_NEWS, Subject(said.agency_id, item.unit_id))
    ]
    return tuple(each for each in (*tasks, *news) if (each.name, each.row.title) not in left)


def mend_title(session: Session, said: Said, name: str, text: str) -> TitleMended | TitleNotMended | None:
    """None where no title of this name waits for accents."""
    found = next((each for each in bare_titles(session, said) if each.name == name), None)
    if found is None:
        return None
    was, as_it_is = found.row.title, fold_words(text) in AS_IT_IS
    text = text.strip(' "“”')
    if not as_it_is and (lacks_accents(text) or not is_mended_form(was, text)):
        return TitleNotMended(name, was, lacks_accents(text))
    if not as_it_is:
        _write(session, found.row, capital(text))
    before = {TITLE: {"name": name, "title": was, "id": found.row.id, "task": isinstance(found.row, Task)}}
    ledger.write(session, said, EventKind.TEXT_MENDED, text=found.row.title, before=before)
    return TitleMended(name, found.row.title, as_it_is)


def take_back(session: Session, said: Said, event: Event) -> TitleUndone:
    kept = event.before[TITLE]
    at = said.agency_id, kept["id"]
    row = the_row(session, Task, *at) if kept["task"] else the_row(session, NewsItem, *at)
    _write(session, row, kept["title"])
    ledger.take_back(session, said, event)
    return TitleUndone(kept["name"], kept["title"])


def _write(session: Session, row: NewsItem | Task, title: str) -> None:
    if isinstance(row, Task):
        row.short_title = short_title(title)[0]
    row.title = title
    session.add(row)
