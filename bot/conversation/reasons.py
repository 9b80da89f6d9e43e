"""What could not be done for want of a reason, a day, a number, a name or a title: that alone, said next, completes it."""

from collections.abc import Iterator, Sequence

from bot.asking import AWAITED, NUMBER, REASON, NeedsNumber, Option
from bot.understanding.intents import Act, Intent
from bot.usecases.assign import NoSuchPerson, PersonMissing
from bot.usecases.dates import DateUnclear
from bot.usecases.decide import ReasonMissing
from bot.usecases.decide_dates import RefusalUnclear
from bot.usecases.narrowed import NarrowingUnclear
from bot.usecases.news import TitleMissing
from bot.usecases.remind_asked import RemindWhom
from bot.usecases.reopen import ReopenReason
from bot.usecases.report_done import NoReportWaits
from bot.usecases.undo import SomebodyActed
from bot.usecases.year_end import NotSorted, Why
from storage.kinds import EventKind
from storage.queries.duties import DutyLine


def wanted(act: Act, results: Sequence[object]) -> tuple[Option, ...]:
    """The act on each task of which these results ask for a reason; the act itself where they ask for its number."""
    if not act.slots.task_ids and any(isinstance(result, NeedsNumber | NoReportWaits) for result in results):
        return (Option(NUMBER, act),)
    lines = [line for result in results for line in _lacking(act, result)]
    if named := _unnamed(act, results):
        return (Option(AWAITED, named),)
    undated = [each.line for each in results if isinstance(each, DateUnclear) and each.lacks == "day"]
    if len(undated) == 1:  # the day alone, said next, is read in `bubbles`
        return (Option(AWAITED, act.with_slots(task_ids=(undated[0].number,)), undated[0].duty.id),)
    return tuple(Option(REASON, act.with_slots(task_ids=(line.number,)), line.duty.id) for line in lines)


def _unnamed(act: Act, results: Sequence[object]) -> Act | None:
    """Whoever is to do it, to be reminded, or what the news is called: read in `reading.completed_by`."""
    if act.intent is Intent.submit_news and any(isinstance(each, TitleMissing) for each in results):
        return act
    if act.intent is Intent.remind_unit and any(isinstance(each, RemindWhom | NarrowingUnclear) for each in results):
        return act.with_slots(person=None, unit=None, unit_full=None, unclear=None)
    nobody = act.slots.task_ids if any(isinstance(each, PersonMissing) for each in results) else ()
    numbers = nobody or tuple(each.line.number for each in results if isinstance(each, NoSuchPerson))
    plain = act.intent is Intent.assign and numbers and act.slots.mode is None
    return act.with_slots(task_ids=numbers, person=None, unit=None, unit_full=None) if plain else None


def _lacking(act: Act, result: object) -> Iterator[DutyLine]:
    if isinstance(result, NotSorted):
        yield from result.lines if result.why in (Why.NO_REASON, Why.NO_REASON_TO_DROP) else ()
    elif isinstance(result, DateUnclear):
        yield from [result.line] if result.lacks.startswith("reason") else ()
    elif isinstance(result, SomebodyActed):
        yield from [result.line] if act.slots.reopens and result.event.kind is EventKind.ACCEPTED else ()
    elif isinstance(result, ReasonMissing | RefusalUnclear | ReopenReason):
        yield result.line
