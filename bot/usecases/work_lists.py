"""Lists of open work people ask for: coming due, late, behind the internal date, with nobody or without a date."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from bot.understanding.intents import Slots
from bot.usecases.said import Said
from bot.usecases.scope import Held, Scope, held
from bot.usecases.views import OwnList, own_list
from jobs.rules.items import Item, Standing, is_slipping, standing_of
from jobs.rules.spans import days_of, span_of
from storage.queries.duties import DutyLine
from storage.queries.people import Person


class Listed(StrEnum):
    SOON = "soon"
    LATE = "late"
    SLIPPING = "slipping"
    STUCK = "stuck"
    NOBODY = "nobody"  # handed to nobody, or without a date


@dataclass(frozen=True)
class WorkList:
    """`owners` by staff id and `inside`, duty ids, are what this reader may see of persons and internal dates.

    `obstacles`: what was said to stand in the way, by duty id. `first` and `last`: the days asked about, where there are any. `days_late`: working days, by duty id. `undated`: of
    NOBODY, the lines without a date. `only`: of NOBODY, which of both was asked about.
    """

    kind: Listed
    scope: Scope
    lines: tuple[DutyLine, ...]
    owners: dict[int, Person] = field(default_factory=dict, hash=False)
    inside: frozenset[int] = frozenset()
    first: date | None = None
    last: date | None = None
    days_late: dict[int, int] = field(default_factory=dict, hash=False)
    undated: tuple[DutyLine, ...] = ()
    only: str | None = None
    obstacles: dict[int, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class NothingComes:
    """Nothing of the sender's own comes in the days he asked about; `own`: what there is of his at all."""

    asked: WorkList
    own: OwnList


def own_soon(session: Session, said: Said, scope: Scope, slots: Slots) -> WorkList | NothingComes:
    """What comes of somebody's own work; where nothing does, what there is besides."""
    found = due_soon(session, said, scope, slots)
    mine = scope.person is not None and scope.person.id == said.who.id
    return found if found.lines or not mine else NothingComes(found, own_list(session, said))


def due_soon(session: Session, said: Said, scope: Scope, slots: Slots) -> WorkList:
    """What comes due in the days named, else what the steps call near; internal dates only for who may see them."""
    work = held(session, said, scope)
    days = _days(said, slots)
    chosen = [item for item in work.items if item.open and _near(said, item, days)]
    chosen.sort(key=lambda item: (_coming(said, item) or date.max, item.number))
    first, last = days or (None, None)
    return _listed(Listed.SOON, scope, work, chosen, first=first, last=last)


def _near(said: Said, item: Item, days: tuple[date, date] | None) -> bool:
    if days is None:
        return standing_of(item, said.day, said.calendar) is Standing.SOON
    day = _coming(said, item)
    return day is not None and days[0] <= day <= days[1]


def _coming(said: Said, item: Item) -> date | None:
    return min((d for d in (item.due_on, item.target_on) if d is not None and d >= said.day), default=None)


def _days(said: Said, slots: Slots) -> tuple[date, date] | None:
    """The days a question names, from today on; None where it names none."""
    if slots.date:
        return said.day, slots.date
    if slots.period:
        span = span_of(slots.period)
        return max(said.day, span.first), span.last
    n = days_of(slots.duration)
    if n is None:
        return None
    if slots.duration_unit == "working_day":
        return said.day, said.calendar.add(said.day, n)
    return said.day, said.day + timedelta(days=n)


def late(session: Session, said: Said, scope: Scope) -> WorkList:
    """Quá hạn: past the official date, nothing reported."""
    work = held(session, said, scope)
    chosen = [item for item in work.items if item.open and item.due_on and item.due_on < said.day]
    chosen.sort(key=lambda item: (item.due_on or date.max, item.number))
    days = {i.duty_id: said.calendar.working_days_between(i.due_on or said.day, said.day) for i in chosen}
    return _listed(Listed.LATE, scope, work, chosen, days_late=days)


def slipping(session: Session, said: Said, scope: Scope) -> WorkList:
    """Chậm mốc nội bộ, of the lines whose internal dates this reader may see."""
    work = held(session, said, scope)
    chosen = [item for item in work.items if is_slipping(item, said.day)]
    chosen.sort(key=lambda item: (item.target_on or date.max, item.number))
    return _listed(Listed.SLIPPING, scope, work, chosen)


def stuck(session: Session, said: Said, scope: Scope) -> WorkList:
    """What something stands in the way of, as said last, of the lines whose persons this reader may know."""
    work = held(session, said, scope)
    chosen = [item for item in work.items if item.open and item.obstacle and item.duty_id in work.inside]
    return _listed(Listed.STUCK, scope, work, chosen, obstacles={i.duty_id: i.obstacle for i in chosen})


def unowned(session: Session, said: Said, scope: Scope, only: str | None = None) -> WorkList:
    """What nobody by name has, of lines whose persons this reader may know, and what has no date of any kind; `only`:
    "nobody" or "undated", one of both.
    """
    work = held(session, said, scope)
    opened = [i for i in work.items if i.open]
    nobody = [i for i in opened if i.person_id is None and i.duty_id in work.inside]
    undated = [i for i in opened if i.due_on is None and i.target_on is None]
    nobody, undated = ([] if only == "undated" else nobody), ([] if only == "nobody" else undated)
    return _listed(Listed.NOBODY, scope, work, nobody, undated=work.of(undated), only=only)


def _listed(kind: Listed, scope: Scope, work: Held, chosen: list[Item], **more: Any) -> WorkList:
    return WorkList(kind, scope, work.of(chosen), work.owners, work.inside, **more)
