"""Words of work without a task are of the one shown last; not so where another number was typed, and asked about where
they call their work by another name."""

from sqlmodel import Session

from bot.asking import open_options
from bot.conversation.number_slips import TOLD
from bot.understanding.intents import Act, Intent, Understanding
from bot.understanding.of_what import names_other_work, number_told
from bot.usecases.said import Said
from storage.queries import duties


def of_which_work(session: Session, said: Said, text: str, understood: Understanding) -> Understanding:
    """The same, or a question that names the task."""
    if finished := _asked_with_document(session, said, understood):
        return finished
    told = _one_told(understood)
    shown = duties.lines_by_ids(session, said.agency_id, said.about) if told else []
    if told is None or len(shown) != 1 or told.slots.task_ids not in ((), (shown[0].number,)):
        return understood
    number = number_told(text)
    if number == shown[0].number:
        return understood
    if number and duties.lines_by_number(session, said.agency_id, number):
        return _asked(told, number)
    titles = (shown[0].task.title, shown[0].task.short_title)
    if told.slots.task_ids or said.replied or not names_other_work(text, titles):
        return understood
    return _asked(told, shown[0].number)


def _asked_with_document(session: Session, said: Said, understood: Understanding) -> Understanding | None:
    """ "Số 91/QĐ-UBND" while it is asked whether a task is done: the same question, with its document."""
    act = understood.acts[0]
    if len(understood.acts) != 1 or act.intent is not Intent.evidence_only or act.slots.task_ids or act.slots.instead:
        return None
    asked = {option.act for option in open_options(session, said) if option.act.intent is Intent.done}
    if len(asked) != 1:
        return None
    done = asked.pop().with_slots(evidence=act.slots.evidence)
    return Understanding((done,), sure=False, readings=(done,))


def _one_told(understood: Understanding) -> Act | None:
    meant = understood.acts if understood.sure else understood.readings
    told = meant[0] if len(meant) == 1 and len(understood.acts) == 1 else None
    return told if told and told.intent in TOLD and not (told.slots.mode or told.slots.goes_on) else None


def _asked(told: Act, number: int) -> Understanding:
    asked = told.with_slots(task_ids=(number,))
    return Understanding((asked,), sure=False, readings=(asked,))
