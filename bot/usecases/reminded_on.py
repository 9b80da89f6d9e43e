""" "Hôm qua nhắc ai": whom the morning and those who asked for it reminded on a day that is over, from what left on it."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases.reminded import MorningNotShown, shown_units, under_their_units
from bot.usecases.said import Said
from bot.usecases.views import UnknownUnit
from storage.kinds import NoticeState
from storage.models.messages import Notice
from storage.models.organisation import Unit
from storage.queries.duties import lines_by_ids
from storage.queries.morning import planned_of_day
from storage.queries.people import Person, living_units, people
from storage.queries.reminders import reminders_on


@dataclass(frozen=True)
class DayTold:
    """`named`: who was reminded, by unit in the office's order (None: of no unit), of the units this reader may know;
    `numbers` of tasks by staff id; `unit`: the one that was asked about.
    """

    day: date
    named: tuple[tuple[Unit | None, tuple[Person, ...]], ...]
    numbers: dict[int, tuple[int, ...]] = field(default_factory=dict, hash=False)
    unit: Unit | None = None


@dataclass(frozen=True)
class WhichDay:
    """More days than one are asked about."""


@dataclass(frozen=True)
class OwnTold:
    """What reminded the sender himself on that day: when, of which tasks; None while nothing left. `failed`: it could not."""

    day: date
    at: datetime | None = None
    numbers: tuple[int, ...] = ()
    failed: bool = False


def own_told(session: Session, said: Said, day: date | None) -> OwnTold:
    day, me = day or said.day, said.who.id
    left = [notice for notice in reminders_on(session, said.agency_id, day) if notice.staff_id == me]
    if not left:
        planned = [notice for notice in planned_of_day(session, said.agency_id, day) if notice.staff_id == me]
        return OwnTold(day, failed=any(notice.state is NoticeState.FAILED for notice in planned))
    at = left[0].sent_at or left[0].slot_at or left[0].created_at
    return OwnTold(day, at, _numbers(session, said.agency_id, left).get(me, ()))


def day_told(session: Session, said: Said, slots: Slots) -> DayTold | WhichDay | MorningNotShown | UnknownUnit:
    """Of the unit named, of the whole office for those who see everybody, else of one's own units."""
    if slots.date is None:
        return WhichDay()
    shown = shown_units(session, said, slots)
    if not isinstance(shown, tuple):
        return shown
    unit, everywhere = shown
    left = reminders_on(session, said.agency_id, slots.date)
    who = {notice.staff_id for notice in left}
    wanted = {unit.id} if unit else None if everywhere else said.who.unit_ids
    found = [one for one in people(session, said.agency_id, said.day) if one.id in who]
    named = under_their_units(living_units(session, said.agency_id), found)
    known = tuple((of, group) for of, group in named if wanted is None or (of and of.id in wanted))
    return DayTold(slots.date, known, _numbers(session, said.agency_id, left), unit)


def _numbers(session: Session, agency_id: int, left: list[Notice]) -> dict[int, tuple[int, ...]]:
    number = {
        x.duty.id: x.number for x in lines_by_ids(session, agency_id, sorted({i for one in left for i in one.about}))
    }
    told: dict[int, list[int]] = {}
    for notice in left:
        told.setdefault(notice.staff_id or 0, []).extend(number[i] for i in notice.about if i in number)
    return {staff_id: tuple(dict.fromkeys(numbers)) for staff_id, numbers in told.items()}
