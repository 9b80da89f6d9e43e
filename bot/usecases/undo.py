"""Taking back one's own last change of the day, while nobody else has acted on that duty."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import date_ledger, draft_ledger, ledger, year_close, year_end
from bot.usecases.just_said import same_message
from bot.usecases.nothing_to_undo import NothingToUndo, of_task, of_the_day
from bot.usecases.said import Said, person_of
from bot.usecases.undo_meant import TOGETHER, meant, undoable
from bot.usecases.undo_of_office import OF_THE_OFFICE, OfficeUndone
from bot.usecases.units import UnitsUndone
from storage.kinds import EventKind
from storage.models.duties import DateChange
from storage.models.events import Event
from storage.models.news import NewsItem
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.rows import row_by_id

_TOLD = (EventKind.REPORTED, EventKind.RESULT, EventKind.NONE_AROSE)


@dataclass(frozen=True)
class Undone:
    """`line` or `news` says of what; `decider` is who was to decide and need not any more.

    `retold`: who was told of the change at once and hears at once that it is taken back, of `event`; `text`: its words.
    `again`: the wish for time that waits in its place, as it did before.
    """

    kind: EventKind
    line: DutyLine | None = None
    news: NewsItem | None = None
    decider: Person | None = None
    retold: Person | None = None
    event: Event | None = None
    text: str = ""
    again: DateChange | None = None


@dataclass(frozen=True)
class SomebodyActed:
    """Another person has acted since, so only that person's answer can change it."""

    line: DutyLine
    by: Person
    event: Event


@dataclass(frozen=True)
class TargetsUndone:
    """So many internal dates, set by one word, were taken out again."""

    n: int


@dataclass(frozen=True)
class YearUndone:
    """What was said of these lines at the year's end, or that they were closed by it, was taken back."""

    kind: EventKind
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class NotUndoable:
    """The sender's last change is of a kind that is not taken back by a word."""

    event: Event


UndoResult = Undone | SomebodyActed | NotUndoable | NothingToUndo | TargetsUndone | YearUndone | OfficeUndone


def undo(
    session: Session, said: Said, number: int | None = None, unit: str | None = None, of_act: str | None = None
) -> list[UndoResult]:
    """Take back what the word means (`meant`), or say why nothing of it can be."""
    chosen = meant(session, said, number, unit, of_act)
    if chosen and not undoable(chosen[0]):
        typed = chosen[0].inbox_id is not None  # else it was no word of his
        return [NotUndoable(chosen[0]) if typed else of_the_day(session, said, undoable)]
    if found := _as_one(_take_back_all(session, said, chosen)):
        return found[-1:] if of_act == "extend_request" else found
    if number is not None and of_act != "extend_request":
        return [of_task(session, said, number)]
    return [NothingToUndo(of_act=of_act) if of_act else of_the_day(session, said, undoable)]


def undo_slip(
    session: Session, said: Said, anew: tuple[int, ...], finished: bool, *, named: bool = False
) -> list[UndoResult]:
    """What a slip had recorded of the tasks `anew`, of which the same message says what is so; else, where the last
    message was about one other task, that was the slip. Empty where neither is there: what is said now stands beside it.
    A result is replaced by what is said now (`slipped_result`), so that undoing that brings it back.
    named: only what was told of those tasks, their report of today too.
    """
    mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
    last = [event for event in mine if same_message(event, mine[0])]
    kinds = (EventKind.REPORTED, EventKind.YEAR_SORTED) if finished else (EventKind.RESULT, EventKind.NONE_AROSE)
    fitting = _TOLD if named else kinds
    found: list[Event] = []
    for number in anew:
        ids = {x.duty.id for x in duty_queries.lines_by_number(session, said.agency_id, number)}
        told = [e for e in mine if e.duty_id in ids and (e in last or e.kind in fitting) and undoable(e)]
        found += told[:1]
    if not (found or named) and (len({event.duty_id for event in last}) == 1 or not anew):
        found = [event for event in last if event.kind in ((*_TOLD, EventKind.YEAR_SORTED) if anew else kinds[1:])]
        return _as_one(_take_back_all(session, said, found))
    found = [event for event in found if finished or event.kind is not EventKind.RESULT]
    return _as_one(_take_back_all(session, said, found))


def slipped_result(session: Session, said: Said, line: DutyLine) -> int | None:
    """The message of today whose result of this duty was a slip; None where the slip was no result."""
    if line.duty.id in event_queries.undone_by_message(session, said.agency_id, said.inbox_id):
        return None
    mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
    last = next((event for event in mine if event.duty_id == line.duty.id and event.kind in _TOLD), None)
    return last.inbox_id if last and last.kind is EventKind.RESULT else None


def _take_back_all(session: Session, said: Said, events: list[Event]) -> list[UndoResult]:
    """What was done to a task's parts by one word is spoken of once; where somebody acted on one, all of it stands."""
    parts = [event for event in events if event.kind in TOGETHER]
    acted = next((event for event in parts if event_queries.acted_since(session, event)), None)
    results = [_take_back(session, said, event) for event in ([acted] if acted else parts)]
    of_parts: dict[int, UndoResult] = {}
    for result in results:
        line = result.line if isinstance(result, Undone | SomebodyActed) else None
        if line and (line.number not in of_parts or line.duty.closed_on is None):
            of_parts[line.number] = result
    return [*(_take_back(session, said, event) for event in events if event not in parts), *of_parts.values()]


def _as_one(results: list[UndoResult]) -> list[UndoResult]:
    """A plan's internal dates were set by one word and are spoken of in one, as are the lines of a year's end."""
    results = [r for r in results if not (isinstance(r, UnitsUndone) and not r.label)]
    of_year: dict[EventKind, list[DutyLine]] = {}
    for each in results:
        if isinstance(each, Undone) and each.line and each.kind in (EventKind.YEAR_SORTED, EventKind.YEAR_CLOSED):
            of_year.setdefault(each.kind, []).append(each.line)
    results = [r for r in results if not (isinstance(r, Undone) and r.kind in of_year)]
    results += [YearUndone(kind, tuple(lines)) for kind, lines in of_year.items()]
    targets = [r for r in results if isinstance(r, Undone) and r.kind is EventKind.TARGET_SET]
    rest = [r for r in results if r not in targets]
    return [TargetsUndone(len(targets)), *rest] if len(targets) > 1 else results


def _take_back(session: Session, said: Said, event: Event) -> UndoResult:
    if draft_ledger.LINES in event.before:
        return draft_ledger.take_back(session, said, event) or NotUndoable(event)
    for kept, take_back in OF_THE_OFFICE.items():
        if kept in event.before:
            return take_back(session, said, event)
    line = _line(session, said, event)
    if line and (other := event_queries.acted_since(session, event)):
        return SomebodyActed(line, people_queries.person(session, said.agency_id, other.by_id, said.day), other)
    waited_for = line.duty.decider_id if line and event.kind is EventKind.REPORTED else None
    duty = line.duty if line else None
    if duty and "duty" in event.before:
        ledger.put_back(duty, event.before["duty"])
        session.add(duty)
    date_ledger.put_back(session, event)
    if "sorted" in event.before:
        year_end.put_back(session, event)
    if event.kind is EventKind.YEAR_CLOSED and line:
        year_close.reopen(session, line)
    _put_rows_back(session, said, event)
    news = row_by_id(session, NewsItem, said.agency_id, event.news_item_id)
    done = ledger.take_back(session, said, event, duty=duty)
    retold = None
    for telling in event_queries.tellings_of(session, said.agency_id, [event.id]):
        if telling.told_at is None:
            session.delete(telling)
        elif telling.at_once and retold is None:
            retold = people_queries.person(session, said.agency_id, telling.staff_id, said.day)
        else:
            ledger.tell(session, done, telling.staff_id)
    decider = person_of(session, said, waited_for)
    waits = date_queries.open_wishes(session, said.agency_id, [duty.id]) if duty and _is_wish(event) else []
    return Undone(event.kind, line, news, decider, retold, done, event.text, waits[0] if waits else None)


def _is_wish(event: Event) -> bool:
    return event.kind is EventKind.DATE_ASKED


def _put_rows_back(session: Session, said: Said, event: Event) -> None:
    """What the event put down is withdrawn, and what it took out stands again."""
    for kept in event_queries.kept_by(session, event):
        kept.withdrawn_at = said.now
        session.add(kept)
    for entry in event_queries.set_aside_by(session, event):
        entry.withdrawn_at = None
        session.add(entry)


def _line(session: Session, said: Said, event: Event) -> DutyLine | None:
    if event.duty_id is None:
        return None
    return duty_queries.lines_by_ids(session, said.agency_id, [event.duty_id])[0]
