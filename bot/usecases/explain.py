""" "Giải trình 10: chờ văn bản của Sở": why a task is late, kept as an event, read by the unit's head in the morning."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.dates import head_of, is_reached
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from storage.kinds import CLOSED_STATES, EventKind
from storage.queries.duties import DutyLine
from storage.queries.people import Person


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
    duty = line.duty
    if duty.state in CLOSED_STATES:
        return Closed(line)
    if not text:
        return ExplanationMissing(line)
    event = ledger.write(
        session, said, EventKind.EXPLAINED, duty=duty, for_id=duty.recipient_id, text=text,
        before={"duty": ledger.snapshot(duty)},
    )  # fmt: skip
    head = head_of(session, said, line)
    if head:
        ledger.tell(session, event, head.id)
    if duty.recipient_id != (head.id if head else None):
        ledger.tell(session, event, duty.recipient_id)
    return Explained(line, text, head if head and is_reached(session, head) else None)
