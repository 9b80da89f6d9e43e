"""A wish to have an accepted task reopened, granted by the words that grant anything: "đồng ý", "đồng ý 30"."""

from sqlmodel import Session

from bot.asking import Option, WhichTask
from bot.duty_acts import MOST_ASKED, Done, the_one_waiting
from bot.understanding.intents import Act
from bot.usecases import decide_dates, reopen
from bot.usecases.said import Said
from storage.queries import duties as duty_queries


def granted(session: Session, said: Said, act: Act, duty_id: int | None) -> Done | None:
    """The wish named, or the only thing that waits; None where what is granted is no such wish.

    Without a number anything else that waits makes it a question.
    """
    wishes = {wish.line.duty.id: wish for wish in reopen.wishes(session, said)}
    if not wishes or act.slots.which or act.slots.date:
        return None
    if duty_id is not None:
        return Done((reopen.grant(session, said, wishes[duty_id]),)) if duty_id in wishes else None
    if numbers := act.slots.task_ids:
        meant = [wish for wish in wishes.values() if wish.line.number in numbers]
        named = {wish.line.number for wish in meant} == set(numbers) and len(meant) == len(numbers)
        return Done(tuple(reopen.grant(session, said, wish) for wish in meant)) if named else None
    others = [w.line for w in decide_dates.wishes(session, said) if w.mine and w.change.decider_id == said.who.id]
    others += duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    lines = [*(wish.line for wish in wishes.values()), *others]
    one = the_one_waiting(said, lines)
    if one is not None:
        return Done((reopen.grant(session, said, wishes[one.duty.id]),)) if one.duty.id in wishes else None
    if said.about and not any(line.duty.id in wishes for line in lines if line.duty.id in said.about):
        return None
    asked = tuple(lines[:MOST_ASKED])
    return Done((WhichTask(asked),), tuple(Option(str(x.number), act, x.duty.id) for x in asked))
