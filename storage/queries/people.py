"""Who somebody is in an agency on a day, and who stands where."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import BindParameter, Date, Integer, bindparam, func
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import FOLLOWED, PlanState, Role
from storage.models.organisation import Absence, Agency, Membership, Staff, Unit, UnitAlias
from storage.models.plans import Plan
from storage.queries.absences import absences_on, stand_ins

LENT = (Role.UNIT_HEAD, Role.OFFICE_HEAD)
WATCHED = (*FOLLOWED, PlanState.DRAFT)  # followed, or under review


@dataclass(frozen=True)
class Person:
    """A member of staff with what the roles of that day let him do."""

    staff: Staff
    agency: Agency
    unit_ids: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()  # units he is head of
    roles: frozenset[Role] = frozenset()
    keeps: frozenset[int] = frozenset()  # plans he keeps, closed ones too
    follows: frozenset[int] = frozenset()  # of these, what is followed or under review
    units: dict[int, Unit] = field(default_factory=dict, hash=False, compare=False)
    away: bool = False
    keeps_agency: bool = False  # is its keeper, or stands in for him
    stands_for: dict[int, date] = field(default_factory=dict, hash=False, compare=False)  # staff away -> until when

    @property
    def id(self) -> int:
        return self.staff.id

    @property
    def given_name(self) -> str:
        return self.staff.full_name.split()[-1]

    @property
    def language(self) -> str:
        return self.staff.language or self.agency.language

    def is_keeper(self) -> bool:
        return bool(self.keeps) or self.keeps_agency

    def hears_daily(self) -> bool:
        """Whether he gets the office's heartbeat: of plans that are over there is nothing to hear."""
        return bool(self.follows) or self.staff.keeps_agency


class _Kept:
    """An agency's plans by who keeps them. `watched`: those that are followed or under review."""

    def __init__(self, rows: Sequence[tuple[int, int, PlanState]]) -> None:
        self.plans: dict[int, set[int]] = defaultdict(set)
        for plan_id, keeper_id, _ in rows:
            self.plans[keeper_id].add(plan_id)
        self.watched = frozenset(plan_id for plan_id, _, state in rows if state in WATCHED)

    def by(self, staff_ids: Iterable[int]) -> frozenset[int]:
        return frozenset[int]().union(*(self.plans.get(who, ()) for who in staff_ids))


def memberships_on(session: Session, agency_id: int, day: date, of: Collection[int] | None = None) -> list[Membership]:
    """Memberships in force on a day; `of` narrows them to some of the staff."""
    if of is None:
        return list(session.exec(_MEMBERSHIPS, params={"agency": agency_id, "day": day}))
    return list(session.exec(_MEMBERSHIPS_OF, params={"agency": agency_id, "day": day, "of": list(of)}))


def person(session: Session, agency_id: int, staff_id: int, day: date) -> Person:
    """One member of staff; raises LookupError where there is none in this agency."""
    for found in people(session, agency_id, day, only=(staff_id,)):
        return found
    raise LookupError(f"no staff {staff_id} in agency {agency_id}")


def people(session: Session, agency_id: int, day: date, only: Collection[int] | None = None) -> list[Person]:
    """Everybody who has not left, with units, roles and plans kept; `only` narrows it to some.

    A substitute heads, and keeps, what he stands in for; what makes somebody a leader or an admin is not lent.
    """
    agency = session.get_one(Agency, agency_id)
    away = absences_on(session, agency_id, day)
    members = memberships_on(session, agency_id, day, None if only is None else {*only, *(a.staff_id for a in away)})
    units = {u.id: u for u in _units_of(session, agency_id, None if only is None else members)}
    kept = _Kept(session.exec(_KEPT, params={"agency": agency_id}).all())
    places: dict[int, list[Membership]] = defaultdict(list)
    for member in members:
        places[member.staff_id].append(member)
    here = [row for row in _staff(session, agency_id, only) if row.left_on is None or row.left_on > day]
    found = [_person(row, agency, units, places[row.id], kept) for row in here]
    if not away:
        return found
    keeper = agency_keeper(session, agency_id)
    return [_standing_in(who, away, members, kept, keeper) for who in found]


def _units_of(session: Session, agency_id: int, members: Iterable[Membership] | None) -> Iterable[Unit]:
    if members is None:
        return session.exec(_UNITS, params={"agency": agency_id})
    ids = {m.unit_id for m in members if m.unit_id is not None}
    return session.exec(_SOME_UNITS, params={"agency": agency_id, "of": list(ids)})


def _staff(session: Session, agency_id: int, only: Collection[int] | None) -> Iterable[Staff]:
    if only is None:
        return session.exec(_STAFF, params={"agency": agency_id})
    return session.exec(_SOME_STAFF, params={"agency": agency_id, "of": list(only)})


def _person(row: Staff, agency: Agency, units: dict[int, Unit], members: Sequence[Membership], kept: _Kept) -> Person:
    mine = {m.unit_id: units[m.unit_id] for m in members if m.unit_id is not None}
    heads = frozenset(m.unit_id for m in members if m.role is Role.UNIT_HEAD and m.unit_id is not None)
    keeps = kept.by([row.id])
    return Person(
        row, agency, frozenset(mine), heads, frozenset(m.role for m in members), keeps, keeps & kept.watched, units=mine,
        keeps_agency=row.keeps_agency,
    )  # fmt: skip


def _standing_in(
    who: Person, away: list[Absence], members: list[Membership], kept: _Kept, keeper: int | None
) -> Person:
    """The person with what absences of the day take from him and lend him."""
    substitutes = stand_ins(away)
    stands_for = {one.staff_id: one.to_on for one in away if substitutes.get(one.staff_id) == who.id}
    lent = [m for m in members if m.staff_id in stands_for and m.role in LENT]
    keeps = who.keeps | kept.by(stands_for)
    return replace(
        who,
        away=who.id in substitutes,
        keeps_agency=who.keeps_agency or keeper in stands_for,
        stands_for=stands_for,
        heads=who.heads | {m.unit_id for m in lent if m.role is Role.UNIT_HEAD and m.unit_id is not None},
        roles=who.roles | {m.role for m in lent},
        keeps=keeps,
        follows=keeps & kept.watched,
    )


def names(session: Session, agency_id: int, day: date) -> list[tuple[str, str, int | None]]:
    """Everybody who has not left, by name, form of address and unit (of several the first)."""
    return [
        (name, honorific, unit)
        for name, honorific, unit in session.exec(_NAMES, params={"agency": agency_id, "day": day})
    ]


def agency_keeper(session: Session, agency_id: int) -> int | None:
    """Who keeps new plans and hears of links, budget and delivery."""
    return session.exec(select(Staff.id).where(Staff.agency_id == agency_id, Staff.keeps_agency)).first()


def living_units(session: Session, agency_id: int) -> list[Unit]:
    """Units that have not ended, in the office's order."""
    return list(session.exec(_LIVING_UNITS, params={"agency": agency_id}))


def every_unit(session: Session, agency_id: int) -> list[Unit]:
    """Those that have ended too, in the office's order."""
    return sorted(session.exec(_UNITS, params={"agency": agency_id}), key=lambda unit: (unit.position, unit.id))


def unit_aliases(session: Session, agency_id: int) -> list[UnitAlias]:
    """Every other way the office writes its units."""
    return list(session.exec(_ALIASES, params={"agency": agency_id}))


def ids_in_unit(session: Session, agency_id: int, unit_id: int, day: date) -> set[int]:
    """Staff with a membership of this unit in force on a day."""
    rows = _MEMBERSHIPS.where(Membership.unit_id == unit_id)
    return {m.staff_id for m in session.exec(rows, params={"agency": agency_id, "day": day})}


def merged_units(session: Session, agency_id: int) -> dict[int, int]:
    """Units that went into another one, with the living unit that they are now."""
    query = select(Unit.id, Unit.merged_into_id).where(
        Unit.agency_id == agency_id, col(Unit.merged_into_id).is_not(None)
    )
    return {unit_id: into for unit_id, into in session.exec(query) if into is not None}


def units_by_ids(session: Session, agency_id: int, ids: Collection[int]) -> list[Unit]:
    return list(session.exec(select(Unit).where(Unit.agency_id == agency_id, col(Unit.id).in_(ids))))


# Every message asks who is who, so these are built once: building a statement costs more than running it.
_AGENCY: BindParameter[int] = bindparam("agency")
_DAY, _OF = bindparam("day", type_=Date()), bindparam("of", type_=Integer(), expanding=True)
_UNITS = select(Unit).where(Unit.agency_id == _AGENCY)
_SOME_UNITS = _UNITS.where(col(Unit.id).in_(_OF))
_LIVING_UNITS = _UNITS.where(col(Unit.ended_on).is_(None)).order_by(col(Unit.position), col(Unit.id))
_ALIASES = select(UnitAlias).where(UnitAlias.agency_id == _AGENCY)
_KEPT = select(col(Plan.id), col(Plan.keeper_id), col(Plan.state)).where(Plan.agency_id == _AGENCY)
_STAFF = select(Staff).where(Staff.agency_id == _AGENCY).order_by(col(Staff.id))
_SOME_STAFF = _STAFF.where(col(Staff.id).in_(_OF))
_IN_FORCE = (Membership.from_on <= _DAY, or_(col(Membership.to_on).is_(None), col(Membership.to_on) >= _DAY))
_MEMBERSHIPS = select(Membership).where(Membership.agency_id == _AGENCY, *_IN_FORCE)
_NAMES = (
    select(Staff.full_name, Staff.honorific, func.min(col(Membership.unit_id)))
    .outerjoin(
        Membership,
        and_(col(Membership.agency_id) == Staff.agency_id, col(Membership.staff_id) == Staff.id, *_IN_FORCE),
    )
    .where(Staff.agency_id == _AGENCY, or_(col(Staff.left_on).is_(None), col(Staff.left_on) > _DAY))
    .group_by(col(Staff.id), col(Staff.full_name), col(Staff.honorific))
    .order_by(col(Staff.id))
)
_MEMBERSHIPS_OF = _MEMBERSHIPS.where(col(Membership.staff_id).in_(_OF))
