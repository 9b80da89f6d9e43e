"""Who stands where in an agency on a day, read once for many duties."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, Integer, bindparam, union
from sqlmodel import Session, col, or_, select

from storage.kinds import AcceptBy, Role
from storage.models.organisation import Agency, Membership, Staff
from storage.models.plans import Plan, PlanContact
from storage.queries.absences import absences_on, stand_ins
from storage.queries.people import merged_units


@dataclass(frozen=True)
class Positions:
    here: frozenset[int]  # staff who have not left
    heads: dict[int, int]  # unit id -> staff id
    deputies: dict[int, tuple[int, ...]]  # its other heads
    office_heads: tuple[int, ...]
    leaders: tuple[int, ...]
    contacts: dict[tuple[int | None, int], int]  # (plan id, unit id) -> staff id; without a plan for all others
    of_news: dict[int, int]  # unit id -> staff id, where somebody answers for its news alone
    keeper: int | None  # of the agency
    merged_into: dict[int, int]  # ended unit -> living unit
    accept_by: AcceptBy
    substitutes: dict[int, int]  # who is away -> who stands in for him

    def contact(self, plan_id: int | None, unit_id: int) -> int | None:
        """Of the unit for the plan, else for whatever has none of its own, where he has not left."""
        order = (self.contacts.get((plan, unit_id)) for plan in (plan_id, None))
        return next((who for who in order if who in self.here), None)

    def news_contact(self, unit_id: int) -> int | None:
        """Of its news, else of its work: without a plan before the plans, the oldest first."""
        found = sorted((plan or 0, who) for (plan, unit), who in self.contacts.items() if unit == unit_id)
        order = [self.of_news.get(unit_id), *(who for _, who in found)]
        return next((who for who in order if who in self.here), None)

    def now(self, staff_id: int | None) -> int | None:
        """Who stands there today: himself, or his substitute who is here."""
        return self.substitutes.get(staff_id, staff_id) if staff_id is not None else None


def positions(session: Session, agency_id: int, day: date, everybody: bool = True) -> Positions:
    """Heads, contacts, office heads and leaders in force on a day. Unless `everybody`, `here` holds only these and keepers."""
    agency = session.get_one(Agency, agency_id)
    asked = {"agency": agency_id, "day": day}
    staff = session.exec(_HERE if everybody else _HOLDING_HERE, params=asked).all()
    here = frozenset(staff_id for staff_id, _ in staff)
    held = [row for row in session.exec(_HELD, params=asked) if row[0] in here]
    contacts = session.exec(_CONTACTS, params=asked).all()
    heading: dict[int, list[int]] = {}
    for staff_id, role, unit_id in held:
        if role is Role.UNIT_HEAD and unit_id is not None:
            heading.setdefault(unit_id, []).append(staff_id)
    return Positions(
        here=here,
        heads={unit: found[0] for unit, found in heading.items()},
        deputies={unit: tuple(found[1:]) for unit, found in heading.items()},
        office_heads=tuple(staff_id for staff_id, role, _ in held if role is Role.OFFICE_HEAD),
        leaders=tuple(staff_id for staff_id, role, _ in held if role is Role.LEADER),
        contacts={(plan, unit): staff_id for plan, unit, staff_id, news in contacts if not news},
        of_news={unit: staff_id for _, unit, staff_id, news in contacts if news},
        keeper=next((staff_id for staff_id, keeps in staff if keeps), None),
        merged_into=merged_units(session, agency_id),
        accept_by=agency.accept_by,
        substitutes=stand_ins(absences_on(session, agency_id, day)),
    )


_AGENCY, _DAY = bindparam("agency", type_=Integer()), bindparam("day", type_=Date())
_HERE = (
    select(col(Staff.id), col(Staff.keeps_agency))
    .where(Staff.agency_id == _AGENCY, or_(col(Staff.left_on).is_(None), col(Staff.left_on) > _DAY))
    .order_by(col(Staff.id))
)
_IN_FORCE = (
    Membership.agency_id == _AGENCY,
    col(Membership.role).in_((Role.UNIT_HEAD, Role.OFFICE_HEAD, Role.LEADER)),
    Membership.from_on <= _DAY,
    or_(col(Membership.to_on).is_(None), col(Membership.to_on) >= _DAY),
)
_HELD = (
    select(col(Membership.staff_id), col(Membership.role), col(Membership.unit_id))
    .where(*_IN_FORCE)
    .order_by(col(Membership.id))
)
_HOLDING_HERE = _HERE.where(
    col(Staff.id).in_(
        union(
            select(col(Membership.staff_id)).where(*_IN_FORCE),
            select(col(PlanContact.staff_id)).where(PlanContact.agency_id == _AGENCY),
            select(col(Plan.keeper_id)).where(Plan.agency_id == _AGENCY),
            select(col(Staff.id)).where(Staff.agency_id == _AGENCY, col(Staff.keeps_agency)),
        )
    )
)
_CONTACTS = select(
    col(PlanContact.plan_id), col(PlanContact.unit_id), col(PlanContact.staff_id), col(PlanContact.for_news)
).where(PlanContact.agency_id == _AGENCY)
