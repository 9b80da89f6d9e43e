""" "Giải trình 10: chờ văn bản của Sở": why a task is late, kept as an event, read by the unit's head in the morning."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from jobs.audience import audience
from storage.kinds import CLOSED_STATES, EventKind
from storage.models.events import Event
from storage.queries import people as people_queries
from storage.queries.dates import explanations_asked
from storage.queries.duties import DutyLine
from storage.queries.events import tellings_of
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class Kept:
    """`head` hears of it in the morning, None where he typed it or cannot be reached; `askers` at once, of `event`.

    `given_by`: in whose name it was typed, where that is not the sender.
    """

    event: Event
    head: Person | None
    askers: tuple[Person, ...]
    given_by: Person | None = None


@dataclass(frozen=True)
class Explained:
    line: DutyLine
    text: str
    kept: Kept


@dataclass(frozen=True)
class ExplanationMissing:
    line: DutyLine


def explain(session: Session, said: Said, line: DutyLine, text: str) -> Explained | ExplanationMissing | Closed:
    """Keep the reason; the dates stay where they are."""
    if line.duty.state in CLOSED_STATES:
        return Closed(line)
    if not text:
        return ExplanationMissing(line)
    return Explained(line, text, keep_reason(session, said, line, text))


def is_awaited(session: Session, said: Said, line: DutyLine) -> bool:
    """Somebody asked why this work is late, and it is the sender's."""
    mine = line.duty.recipient_id == said.owner.id
    return mine and bool(explanations_asked(session, said.agency_id, [line.duty.id]))


def keep_reason(session: Session, said: Said, line: DutyLine, text: str) -> Kept:
    """Write the explanation down; whose work it is and the unit's head read it in the morning, who asked for it at once."""
    duty = line.duty
    asked = explanations_asked(session, said.agency_id, [duty.id])
    askers = {event.by_id for event in asked} - {said.who.id}
    settle(session, [event.id for event in asked], said.agency_id)
    event = ledger.write(
        session, said, EventKind.EXPLAINED, duty=duty, for_id=said.owner.id if said.behalf else duty.recipient_id, text=text,
        before={"duty": ledger.snapshot(duty)},
    )  # fmt: skip
    head = audience(session, said.agency_id, said.day).standing(duty, line.plan).head
    for staff_id in {duty.recipient_id, head or duty.recipient_id} - askers:
        ledger.tell(session, event, staff_id)
    told = tuple(people_queries.people(session, said.agency_id, said.day, only=askers)) if askers else ()
    if head is None or head == said.who.id or head in askers:
        return Kept(event, None, told, said.behalf)
    person = people_queries.person(session, said.agency_id, head, said.day)
    return Kept(event, person if is_reached(session, person) else None, told, said.behalf)


def settle(session: Session, asked: Sequence[int], agency_id: int) -> None:
    """Nobody is told any more in a digest that a reason is wanted which now is given."""
    for telling in tellings_of(session, agency_id, asked):
        if telling.told_at is None:
            session.delete(telling)


def is_reached(session: Session, person: Person) -> bool:
    return person.id in reachable_staff(session, person.agency.id)
