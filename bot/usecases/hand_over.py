"""Several duties handed out by one word: "chuyển hết việc của anh Vinh cho chị Thu", "còn lại của mục A.IV cho Hùng"."""

from dataclasses import dataclass, field

from sqlmodel import Session

from bot.asking import PersonUnknown
from bot.permissions import Right, may, of_duty
from bot.usecases.assign import give_to
from bot.usecases.narrowed import Narrowed, in_section
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES, WAITING_STATES
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine, lead_lines
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class Wanted:
    """Names as typed. With neither `owner` nor `section`: whatever nobody has yet."""

    to: str
    owner: str | None = None
    section: str | None = None
    every: bool = False  # of a section also what somebody has already
    of_unit: str | None = None  # of what nobody has yet, only this unit's
    but: Narrowed = field(default_factory=Narrowed)  # what it spares stays


@dataclass(frozen=True)
class HandedOver:
    """`lines` are his now; `left` were asked for too and stay: another unit's, or not the sender's to hand out;
    `spared`: numbers left out by the order itself; `waiting`: of the owner's, those that wait for a decision and stay his.
    """

    to: Person
    lines: tuple[DutyLine, ...]
    left: tuple[DutyLine, ...]
    reached: bool
    spared: tuple[int, ...] = ()
    waiting: tuple[DutyLine, ...] = ()
    owner: Person | None = None


@dataclass(frozen=True)
class NothingToHandOver:
    """Nothing open fits; `left` fit, and are of another unit or not the sender's to hand out."""

    to: Person
    left: tuple[DutyLine, ...]
    owner: Person | None = None
    section: str | None = None
    waiting: tuple[DutyLine, ...] = ()


def hand_over(session: Session, said: Said, wanted: Wanted) -> HandedOver | NothingToHandOver | PersonUnknown:
    """Hand out every open duty asked for that is of a unit of the taker's and the sender's to hand out."""
    everybody = people_queries.people(session, said.agency_id, said.day)
    to = _one(said, everybody, wanted.to)
    if to is None:
        return PersonUnknown(wanted.to)
    owner = _one(said, everybody, wanted.owner) if wanted.owner else None
    if wanted.owner and owner is None:
        return PersonUnknown(wanted.owner)
    every = [x for x in lead_lines(session, said.agency_id, OPEN_STATES) if _meant(x, wanted, owner, to)]
    meant = [x for x in every if not wanted.but.spares(x)]
    spared = tuple(sorted({x.number for x in every if wanted.but.spares(x)}))
    given = [x for x in meant if x.duty.unit_id in to.unit_ids and _may(said, x)]
    left = tuple(x for x in meant if x not in given)
    waits = lead_lines(session, said.agency_id, WAITING_STATES) if owner else []
    waiting = tuple(x for x in waits if _meant(x, wanted, owner, to) and not wanted.but.spares(x) and _may(said, x))
    if not given:
        return NothingToHandOver(to, left, owner, wanted.section, waiting)
    for line in given:
        give_to(session, said, line, to)
    reached = to.id in reachable_staff(session, said.agency_id)
    return HandedOver(to, tuple(given), left, reached, spared, waiting, owner)


def _meant(line: DutyLine, wanted: Wanted, owner: Person | None, to: Person) -> bool:
    """Of the section, of the owner; what is left over lies in the taker's units, for nobody else's is offered him."""
    duty = line.duty
    if owner is not None:
        return duty.person_id == owner.id and owner.id != to.id
    if wanted.of_unit and fold_words(line.unit.name) != fold_words(wanted.of_unit):
        return False
    if wanted.section and not in_section(line, wanted.section):
        return False
    if wanted.section and wanted.every:
        return duty.person_id != to.id
    return duty.person_id is None and (wanted.section is not None or duty.unit_id in to.unit_ids)


def _may(said: Said, line: DutyLine) -> bool:
    return may(said.who, Right.HAND_OUT, of_duty(line.duty, line.plan, Right.HAND_OUT))


def _one(said: Said, everybody: list[Person], name: str) -> Person | None:
    """Who is meant: of several, the one of the sender's own units."""
    found = named(everybody, name)
    if len(found) > 1:
        found = [one for one in found if one.unit_ids & said.who.unit_ids]
    return found[0] if len(found) == 1 else None
