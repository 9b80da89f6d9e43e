""" "Xem trước sáng mai": what the next working morning would bring, by the code of `nhacviec preview`."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Hat, hats
from bot.usecases.go_live import trial_keeper
from bot.usecases.said import Said
from jobs.preview import Previewed, preview
from storage.kinds import PLANNED_KINDS
from storage.queries.people import Person

_COUNTS_ALL = frozenset({Hat.KEEPER, Hat.OFFICE_HEAD, Hat.LEADER})


@dataclass(frozen=True)
class NextMorning:
    """`own`: the sender's message, "" where he gets none. `told`: who else gets one, of those he answers for (None: he
    answers for nobody); `of_office`: these are of the whole office; `trial`: who reads all of it so far.
    """

    day: date
    own: str
    told: tuple[Person, ...] | None
    of_office: bool
    trial: Person | None = None


def next_morning(session: Session, said: Said) -> NextMorning:
    """As the facts are now, before this message, and if nobody answers. The copy holds this agency's rows only."""
    day = said.calendar.next_after(said.day)
    found = preview(session.get_bind().engine, day, day, said.now, said.agency_id)
    planned = [one for one in found.messages if one.kind in PLANNED_KINDS]
    own = next((one.text for one in planned if one.to.id == said.who.id), "")
    of_office = bool(hats(said.who) & _COUNTS_ALL)
    told = tuple(_told(planned, None if of_office else said.who.heads, said.who.id))
    told_of = told if of_office or said.who.heads else None
    return NextMorning(day, own, told_of, of_office, trial_keeper(session, said))


def _told(planned: list[Previewed], units: frozenset[int] | None, without: int) -> list[Person]:
    """Who gets a message, of these units (None: of all)."""
    return [one.to for one in planned if one.to.id != without and (units is None or one.to.unit_ids & units)]
