""" "Nhắc các phòng chưa nộp tin": whoever is nudged for a unit's news gets one line of it, and who asked hears whom it reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.understanding.intents import Slots
from bot.usecases.remind_asked import (
    Meant,
    Order,
    RemindNotYours,
    RemindOnTrial,
    RemindWhom,
    asked,
    keep_urged,
    reads_units,
)
from bot.usecases.said import Said
from jobs.morning import Morning
from jobs.news_owed import NewsOwed
from jobs.rules.news_quota import NewsStanding
from jobs.urging import urge_for_news
from storage.models.organisation import Unit
from storage.queries.people import Person
from storage.queries.plans import coordinator_units
from storage.queries.reach import Reach


@dataclass(frozen=True)
class NewsTarget:
    """A unit that owes news, and who is nudged for it; nobody may be."""

    unit: Unit
    person: Person | None
    standing: NewsStanding


@dataclass(frozen=True)
class UrgedForNews:
    """`leaves`: when, where that is not at once. `own`: what the sender himself would be nudged for. `by_unit`: a leader
    reads no persons.
    """

    month: str
    reached: tuple[NewsTarget, ...]
    already: tuple[NewsTarget, ...]
    missed: tuple[tuple[NewsTarget, Reach], ...]
    own: tuple[NewsTarget, ...]
    leaves: datetime | None
    by_unit: bool


@dataclass(frozen=True)
class NoNewsOwed:
    """Nobody meant owes any more this month; `standing` of the one unit meant. `known`: some unit has a quota."""

    month: str
    unit: Unit | None
    standing: NewsStanding | None
    known: bool


def remind_of_news(
    session: Session, said: Said, slots: Slots
) -> UrgedForNews | NoNewsOwed | RemindNotYours | RemindOnTrial | RemindWhom:
    """One line to whoever is nudged for each unit meant that has not handed in what it owes this month."""
    order = asked(session, said, slots)
    if not isinstance(order, Order):
        return order
    leaves, facts, meant = order
    of = [each for each in facts.news if _is_meant(each, meant)]
    mine = [each for each in of if _within_reach(session, said, each.unit_id)]
    if of and not mine:
        return RemindNotYours(head=bool(said.who.heads))
    lacking = [each for each in mine if each.standing.missing]
    if not lacking:
        one = mine[0] if len(mine) == 1 else None
        unit_id = one.unit_id if one else next(iter(meant.unit_ids or ()), 0)
        month = f"{facts.today:%Y-%m}"
        return NoNewsOwed(month, facts.units.get(unit_id), one.standing if one else None, bool(facts.news))
    return _send(session, said, facts, lacking, leaves, by_unit=reads_units(said.who) and not meant.people)


def _is_meant(owed: NewsOwed, meant: Meant) -> bool:
    if meant.but.spares_work(0, owed.unit_id, (owed.staff_id,)):
        return False
    if meant.unit_ids is None and not meant.people:
        return True
    of_unit = meant.unit_ids is not None and owed.unit_id in meant.unit_ids
    return of_unit or any(person.id == owed.staff_id or owed.unit_id in person.unit_ids for person in meant.people)


def _within_reach(session: Session, said: Said, unit_id: int) -> bool:
    """A plan's coordinator collects the news of all."""
    coordinates = said.who.heads & set(coordinator_units(session, said.agency_id).values())
    return bool(coordinates) or may(said.who, Right.REMIND, Subject(said.agency_id, unit_id))


def _send(
    session: Session, said: Said, facts: Morning, lacking: Sequence[NewsOwed], leaves: datetime, *, by_unit: bool
) -> UrgedForNews:
    reached: list[NewsTarget] = []
    already: list[NewsTarget] = []
    missed: list[tuple[NewsTarget, Reach]] = []
    own: list[NewsTarget] = []
    for owed in sorted(lacking, key=lambda each: facts.units[each.unit_id].position):
        person = facts.person(owed.staff_id) if owed.staff_id else None
        target = NewsTarget(facts.units[owed.unit_id], person, owed.standing)
        reach = facts.reach_of(person.id).reach if person else Reach.NOT_JOINED
        if person and person.id == said.who.id:
            own.append(target)
        elif person is None or reach is not Reach.REACHED:
            missed.append((target, reach))
        else:
            sent = urge_for_news(session, facts, person, said.who, owed, said.now, leaves)
            (reached if sent else already).append(target)
    if reached:
        keep_urged(session, said, (target.person for target in reached if target.person))
    return UrgedForNews(
        f"{facts.today:%Y-%m}", tuple(reached), tuple(already), tuple(missed), tuple(own),
        leaves if leaves > said.now else None, by_unit,
    )  # fmt: skip
