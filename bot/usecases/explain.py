""" "Giải trình 10: chờ văn bản của Sở": why a task is late, kept as an event, read by the unit's head in the morning."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from jobs.audience import audience
from storage.kinds import CLOSED_STATES, EventKind
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class Explained:
    """`head` hears of it in the morning; None where he typed it or cannot be reached."""

    line: DutyLine
    text: str
    head: Person | None


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


def keep_reason(session: Session, said: Said, line: DutyLine, text: str) -> Person | None:
    """Write the explanation down; whose work it is and the unit's head read it, the head is given if he can be reached."""
    duty = line.duty
    event = ledger.write(
        session, said, EventKind.EXPLAINED, duty=duty, for_id=said.owner.id if said.behalf else duty.recipient_id, text=text,
        before={"duty": ledger.snapshot(duty)},
    )  # fmt: skip
    head = audience(session, said.agency_id, said.day).standing(duty, line.plan).head
    for staff_id in {duty.recipient_id, head or duty.recipient_id}:
        ledger.tell(session, event, staff_id)
    if head is None or head == said.who.id:
        return None
    person = people_queries.person(session, said.agency_id, head, said.day)
    return person if is_reached(session, person) else None


def is_reached(session: Session, person: Person) -> bool:
    return person.id in reachable_staff(session, person.agency.id)
