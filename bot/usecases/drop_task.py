""" "Hủy việc 61": a task given in chat is not followed any more. What a plan holds goes by a newer version of the plan."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from storage.kinds import CLOSED_STATES, DutyState, EventKind
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person, people
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class TaskDropped:
    """`told` reads of it in the next morning's message, where one reaches him."""

    line: DutyLine
    told: Person | None
    reached: bool


@dataclass(frozen=True)
class TaskOfPlan:
    """It is a line of a plan, so nobody takes it out by a word."""

    line: DutyLine


@dataclass(frozen=True)
class NothingToDrop:
    """The sender gave nothing today that is still followed."""


def drop_task(session: Session, said: Said, line: DutyLine) -> TaskDropped | TaskOfPlan | Closed:
    """Cancel it; "hoàn tác" brings it back."""
    duty = line.duty
    if line.plan is not None:
        return TaskOfPlan(line)
    if duty.state in CLOSED_STATES:
        return Closed(line)
    before = ledger.snapshot(duty)
    duty.close(DutyState.CANCELLED, said.day)
    session.add(duty)
    event = ledger.write(
        session, said, EventKind.CANCELLED, duty=duty, for_id=duty.recipient_id, before={"duty": before}
    )
    ledger.tell(session, event, duty.recipient_id)
    told = next((p for p in people(session, said.agency_id, said.day, only=[duty.recipient_id])), None)
    return TaskDropped(line, told, duty.recipient_id in reachable_staff(session, said.agency_id))


def last_given(session: Session, said: Said) -> DutyLine | NothingToDrop:
    """ "Việc vừa thêm": the sender's last of the day, while it is still followed and his to drop."""
    for event in event_queries.changes_of(session, said.agency_id, said.who.id, said.day):
        if event.kind is not EventKind.TASK_ADDED or event.duty_id is None:
            continue
        (line,) = duty_queries.lines_by_ids(session, said.agency_id, [event.duty_id])
        mine = may(said.who, Right.ADD_TASK, of_duty(line.duty, line.plan, Right.ADD_TASK))
        return line if mine and line.duty.state not in CLOSED_STATES else NothingToDrop()
    return NothingToDrop()
