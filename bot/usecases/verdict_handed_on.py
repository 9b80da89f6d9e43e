"""How somebody else decided on a task, handed on to the bot: it waits for his own word, and no result is made of it."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.understanding.rules.passed_on import verdict_of_another
from bot.usecases.said import Said
from storage.kinds import WAITING_STATES
from storage.queries.duties import DutyLine
from storage.queries.people import Person, person


@dataclass(frozen=True)
class NotReported:
    """ "Nhắn anh Tâm duyệt 7", and nothing was reported of it that could be accepted."""

    line: DutyLine


@dataclass(frozen=True)
class DecidesHimself:
    """ "Chị Hà bảo trả lại 30": whose verdict it is gives it; nothing is kept of it."""

    line: DutyLine
    decider: Person


def handed_on(session: Session, said: Said, line: DutyLine, words: str) -> object:
    """Where the words hand on how somebody else decided, what is answered; None where they tell of the work."""
    own = line.duty.held_by(said.who.id)
    waits = line.duty.state in WAITING_STATES and line.duty.decider_id not in (None, said.who.id)
    if not verdict_of_another(words, waits=waits or not own):
        return None
    if not waits or not line.duty.decider_id:
        return NotReported(line)
    return DecidesHimself(line, person(session, said.agency_id, line.duty.decider_id, said.day))
