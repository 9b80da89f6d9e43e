"""Words that deny a report: "à 2 cũng chưa ký đâu" after "xong 2" is no result beside it; whether it is to go is asked."""

from sqlmodel import Session

from bot.asking import WhichReading
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.not_finished import denies_report
from bot.usecases.said import Said
from bot.usecases.undo_meant import would_drop
from storage.kinds import WAITING_STATES
from storage.queries.duties import DutyLine


def report_denied(line: DutyLine, words: str) -> bool:
    return line.duty.state in WAITING_STATES and denies_report(words)


def reported_by_slip(session: Session, said: Said, line: DutyLine) -> WhichReading | None:
    """The question about a report of today; None where nothing was reported, or not by the sender."""
    back = Act(Intent.undo_done, Slots(task_ids=(line.number,), unit_full=line.unit.name, of_act=Intent.done.value))
    drops = would_drop(session, said, line.number, back.slots.of_act) if line.duty.state in WAITING_STATES else ()
    his = any(each.line and each.line.duty.id == line.duty.id for each in drops)
    return WhichReading((back,), drops=(drops,)) if his else None


def one_question(asked: list[WhichReading]) -> WhichReading:
    """Reports of several tasks that are denied by one word are asked about as one."""
    if len(asked) == 1:
        return asked[0]
    slots = [each.readings[0].slots for each in asked]
    numbers = tuple(n for each in slots for n in each.task_ids)
    back = Act(Intent.undo_done, Slots(task_ids=numbers, of_act=slots[0].of_act))
    return WhichReading((back,), drops=(tuple(drop for each in asked for drop in each.drops[0]),))
