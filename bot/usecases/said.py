"""What every use case knows of a message: who says it, when, for whom, and what was shown before it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from jobs.rules.working_days import WorkingCalendar
from storage.queries.people import Person, person


@dataclass(frozen=True)
class Proof:
    """A photo or file that came with the message, in its row."""

    file_id: int
    name: str
    sha256: str


@dataclass(frozen=True)
class TypedFor:
    """Stands before what somebody typed for a person ("ghi hộ Thảo"), so that the answer names him."""

    person: Person


@dataclass(frozen=True)
class Said:
    """`about`: duties of the message answered, else of the last message in this chat that day, in their order.
    `shown`: duties of the last list in this chat, whatever its day.

    `replied`: that message was answered by the platform's own reply, so that it alone is meant.

    `files`: this chat carries files; `public_url`: where links for files lead, "" where there is no such address.

    `proofs`: files whose words say what they prove.

    `owner`: the person a keeper or head records for ("ghi hộ Thảo"), else the sender.
    """

    who: Person
    now: datetime
    day: date
    calendar: WorkingCalendar
    inbox_id: int | None = None
    behalf: Person | None = None
    about: tuple[int, ...] = ()
    shown: tuple[int, ...] = ()
    replied: bool = False
    chat_id: int | None = None
    files: bool = False
    public_url: str = ""
    proofs: tuple[Proof, ...] = ()

    @property
    def agency_id(self) -> int:
        return self.who.agency.id

    @property
    def owner(self) -> Person:
        return self.behalf or self.who


def person_of(session: Session, said: Said, staff_id: int | None) -> Person | None:
    """Who a column names on the day of the message; None where it is empty."""
    return person(session, said.agency_id, staff_id, said.day) if staff_id else None
