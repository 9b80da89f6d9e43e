"""A unit becomes several: it lives on until the admin has said who goes where; work follows who does it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from jobs.units.journal import Journal
from jobs.units.merge import move_member
from jobs.units.names import keep_aliases, short_name
from storage.kinds import Role
from storage.models.duties import Duty
from storage.models.news import NewsQuota
from storage.models.organisation import Unit, UnitAlias, UnitGroupMember
from storage.models.plans import PlanContact
from storage.queries import units as unit_queries
from storage.queries.people import every_unit


@dataclass(frozen=True)
class Settled:
    """`ended`: nobody and nothing is left in the unit, so it is over."""

    moved: tuple[Duty, ...]
    ended: bool


def split(
    session: Session, journal: Journal, unit: Unit, names: Sequence[str], shorts: Sequence[str] = ()
) -> list[Unit]:
    """The new units, which owe the news the old one owed and stand in its groups; people and work are still with it.
    shorts: what they are called for short, "" or none where it is to be made of the name."""
    taken = [each.short_name for each in every_unit(session, unit.agency_id)]
    made: list[Unit] = []
    for name, said in zip(names, shorts or ("",) * len(names), strict=True):
        short = said if said and said not in taken else short_name(name, taken)
        taken.append(short)
        new = journal.make(
            Unit(agency_id=unit.agency_id, name=name, short_name=short, position=unit.position, split_from_id=unit.id)
        )
        keep_aliases(session, journal, new, [short])
        made.append(new)
    for row in unit_queries.rows_of_unit(session, NewsQuota, unit.agency_id, unit.id):
        for new in made:
            journal.make(
                NewsQuota(
                    agency_id=row.agency_id,
                    unit_id=new.id,
                    task_id=row.task_id,
                    per_month=row.per_month,
                    sent_to=row.sent_to,
                )
            )
        journal.drop(row)
    for row in unit_queries.rows_of_unit(session, UnitGroupMember, unit.agency_id, unit.id):
        for new in made:
            journal.make(UnitGroupMember(agency_id=row.agency_id, group_id=row.group_id, unit_id=new.id))
    return made


def move_people(
    session: Session,
    journal: Journal,
    staff_ids: Collection[int],
    source: Unit,
    target: Unit,
    today: date,
    *,
    heads: bool = False,
) -> Settled:
    """People to one of the units theirs was split into (or elsewhere); open work of theirs follows only a split."""
    for member in unit_queries.members_of(session, source.agency_id, source.id, today):
        if member.staff_id in staff_ids:
            leads = heads and member.role is Role.STAFF
            move_member(session, journal, member, target, today, Role.UNIT_HEAD if leads else None)
    if target.split_from_id != source.id:
        return Settled((), False)
    moved = [d for d in unit_queries.open_duties(session, source.agency_id, source.id) if d.person_id in staff_ids]
    for row in unit_queries.rows_of_unit(session, PlanContact, source.agency_id, source.id):
        if row.staff_id in staff_ids:
            journal.change(row, unit_id=target.id)
    return Settled(_to(session, journal, moved, target), _ends(session, journal, source, today))


def move_work(
    session: Session, journal: Journal, duties: Sequence[Duty], source: Unit, target: Unit, today: date
) -> Settled:
    """To the unit the admin names; whoever went to another part of the split unit does it no more."""
    moved = _to(session, journal, duties, target)
    here = {
        m.staff_id
        for unit in (source, target)
        for m in unit_queries.members_of(session, unit.agency_id, unit.id, today)
    }
    for duty in moved:
        if duty.person_id not in (None, *here):
            journal.change(duty, person_id=None)
    return Settled(moved, source.ended_on is None and _ends(session, journal, source, today))


def _to(session: Session, journal: Journal, duties: Sequence[Duty], target: Unit) -> tuple[Duty, ...]:
    there = unit_queries.duties_in_periods(session, target.agency_id, target.id, {duty.period_id for duty in duties})
    free = [duty for duty in duties if duty.period_id not in there]
    for duty in free:
        journal.change(duty, unit_id=target.id)
    return tuple(free)


def _ends(session: Session, journal: Journal, source: Unit, today: date) -> bool:
    """Over when nobody and nothing is left. What is closed stays with it; occurrences to come are the first new unit's."""
    new = unit_queries.split_from(session, source.agency_id, source.id)
    if not new or unit_queries.members_of(session, source.agency_id, source.id, today):
        return False
    left = unit_queries.open_duties(session, source.agency_id, source.id)
    if left:
        return False
    for plan in unit_queries.coordinated_by(session, source.agency_id, source.id):
        journal.change(plan, coordinator_unit_id=_unit_of(session, new, plan.keeper_id, today).id)
    for row in unit_queries.rows_of_unit(session, UnitGroupMember, source.agency_id, source.id):
        journal.drop(row)
    for row in unit_queries.rows_of_unit(session, PlanContact, source.agency_id, source.id):
        journal.drop(row)
    for alias in unit_queries.rows_of_unit(session, UnitAlias, source.agency_id, source.id):
        journal.drop(alias)
    journal.change(source, ended_on=today, merged_into_id=new[0].id)
    return True


def _unit_of(session: Session, units: Sequence[Unit], staff_id: int, today: date) -> Unit:
    for unit in units:
        if any(m.staff_id == staff_id for m in unit_queries.members_of(session, unit.agency_id, unit.id, today)):
            return unit
    return units[0]
