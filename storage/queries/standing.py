"""Who stands where in an agency on a day, read once for many duties."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, bindparam
from sqlmodel import Session, col, or_, select

from storage.kinds import AcceptBy, Role
from storage.models.organisation import Agency, Staff
from storage.models.plans import PlanContact
from storage.queries.absences import absences_on, stand_ins
from storage.queries.people import memberships_above, merged_units


@dataclass(frozen=True)
class Positions:
    here: frozenset[int]  # staff who have not left
    heads: dict[int, int]  # unit id -> staff id
    deputies: dict[int, tuple[int, ...]]  # its other heads
    office_heads: tuple[int, ...]
    leaders: tuple[int, ...]
    contacts: dict[tuple[int, int], int]  # (plan id, unit id) -> staff id
    keeper: int | None  # of the agency
    merged_into: dict[int, int]  # ended unit -> living unit
    accept_by: AcceptBy
    substitutes: dict[int, int]  # who is away -> who stands in for him

    def now(self, staff_id: int | None) -> int | None:
        """Who stands there today: himself, or his substitute who is here."""
        return self.substitutes.get(staff_id, staff_id) if staff_id is not None else None


def positions(session: Session, agency_id: int, day: date) -> Positions:
    """Heads, contacts, office heads and leaders in force on a day."""
    agency = session.exec(select(Agency).where(Agency.id == agency_id)).one()
    staff = session.exec(_STAFF, params={"agency": agency_id, "day": day}).all()
    here = frozenset(staff_id for staff_id, _ in staff)
    members = [m for m in memberships_above(session, agency_id, day) if m.staff_id in here]
    contacts = session.exec(select(PlanContact).where(PlanContact.agency_id == agency_id)).all()
    heading: dict[int, list[int]] = {}
    for member in members:
        if member.role is Role.UNIT_HEAD and member.unit_id is not None:
            heading.setdefault(member.unit_id, []).append(member.staff_id)
    return Positions(
        here=here,
        heads={unit: staff[0] for unit, staff in heading.items()},
        deputies={unit: tuple(staff[1:]) for unit, staff in heading.items()},
        office_heads=tuple(m.staff_id for m in members if m.role is Role.OFFICE_HEAD),
        leaders=tuple(m.staff_id for m in members if m.role is Role.LEADER),
        contacts={(c.plan_id, c.unit_id): c.staff_id for c in contacts},
        keeper=next((staff_id for staff_id, keeps in staff if keeps), None),
        merged_into=merged_units(session, agency_id),
        accept_by=agency.accept_by,
        substitutes=stand_ins(absences_on(session, agency_id, day)),
    )


_STAFF = (
    select(Staff.id, Staff.keeps_agency)
    .where(Staff.agency_id == bindparam("agency"))
    .where(or_(col(Staff.left_on).is_(None), col(Staff.left_on) > bindparam("day", type_=Date())))
)
