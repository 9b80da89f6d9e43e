"""Nothing of the sender's own to take back: whose it is, and who can put it right."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.said import Said, person_of
from storage.kinds import DutyState
from storage.models.events import Event
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person


@dataclass(frozen=True)
class NothingToUndo:
    """Nothing of today; `line` where a task was named, `by` whose report or decision stands there.

    `earlier`: a change of an earlier day, which only `by` can put right now; `others`: what `by` did today to work of the
    sender; `of_act`: the kind of act that was named.
    """

    line: DutyLine | None = None
    by: Person | None = None
    closed: bool = False
    earlier: Event | None = None
    others: Event | None = None
    of_act: str | None = None


@dataclass(frozen=True)
class SentAstray:
    """The message before was meant for others, and nothing was recorded of it."""


def of_the_day(session: Session, said: Said, undoable: Callable[[Event], bool]) -> NothingToUndo:
    """What somebody else did today to his work is likelier meant than what he said on an earlier day."""
    lines = duty_queries.lines_of_people(session, said.agency_id, [said.who.id])
    done = event_queries.done_by_others(session, said.agency_id, [x.duty.id for x in lines], said.who.id, said.day)
    if done:
        line = next(x for x in lines if x.duty.id == done.duty_id)
        return NothingToUndo(line, person_of(session, said, done.by_id), others=done)
    last = event_queries.last_change_of(session, said.agency_id, said.who.id)
    if last is None or last.duty_id is None or not undoable(last):
        return NothingToUndo()
    line = duty_queries.lines_by_ids(session, said.agency_id, [last.duty_id])[0]
    return NothingToUndo(line, person_of(session, said, line.duty.decider_id), earlier=last)


def of_task(session: Session, said: Said, number: int) -> NothingToUndo:
    """Who can: the decider of what is closed or waits, where the task is one of the sender's."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    mine = [x for x in lines if x.duty.held_by(said.owner.id)] or lines
    if not mine:
        return NothingToUndo()
    line = mine[0]
    return NothingToUndo(line, person_of(session, said, line.duty.decider_id), line.duty.state is DutyState.ACCEPTED)
