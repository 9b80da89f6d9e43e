"""Work taken up: "đã nhận 7"."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.give_result import Closed, recorded_for
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState, EventKind
from storage.queries.duties import DutyLine


@dataclass(frozen=True)
class Received:
    """`again`: the work was under way already, nothing changed."""

    line: DutyLine
    again: bool = False


def receive(session: Session, said: Said, line: DutyLine) -> Received | Closed:
    """ "Đã nhận 7": the work is taken up; nothing changes where it is under way already."""
    duty = line.duty
    if duty.state not in OPEN_STATES + WAITING_STATES:
        return Closed(line)
    if duty.state is not DutyState.OPEN:
        return Received(line, again=True)
    before = ledger.snapshot(duty)
    duty.state = DutyState.IN_PROGRESS
    session.add(duty)
    ledger.write(session, said, EventKind.RECEIVED, duty=duty, for_id=recorded_for(said, duty), before={"duty": before})
    return Received(line)
