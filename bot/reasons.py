"""What could not be done for want of a reason, a day or a task's number: that alone, said next, completes it."""

from collections.abc import Iterator, Sequence

from bot.asking import AWAITED, NUMBER, REASON, NeedsNumber, Option
from bot.understanding.intents import Act
from bot.usecases.dates import DateUnclear
from bot.usecases.decide import ReasonMissing
from bot.usecases.decide_dates import RefusalUnclear
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
    undated = [each.line for each in results if isinstance(each, DateUnclear) and each.lacks == "day"]
    if len(undated) == 1:  # the day alone, said next, is read in `bubbles`
        return (Option(AWAITED, act.with_slots(task_ids=(undated[0].number,)), undated[0].duty.id),)
    return tuple(Option(REASON, act.with_slots(task_ids=(line.number,)), line.duty.id) for line in lines)


def _lacking(act: Act, result: object) -> Iterator[DutyLine]:
    if isinstance(result, NotSorted):
        yield from result.lines if result.why in (Why.NO_REASON, Why.NO_REASON_TO_DROP) else ()
    elif isinstance(result, DateUnclear):
        yield from [result.line] if result.lacks.startswith("reason") else ()
    elif isinstance(result, SomebodyActed):
        yield from [result.line] if act.slots.reopens and result.event.kind is EventKind.ACCEPTED else ()
    elif isinstance(result, ReasonMissing | RefusalUnclear | ReopenReason):
        yield result.line
