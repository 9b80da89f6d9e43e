"""What belongs to units: people, work, news owed, contacts, groups, plans; for units that become one or several."""

from collections.abc import Collection
from typing import Any

from sqlmodel import Session, col, or_, select

from storage.kinds import CLOSED_STATES
from storage.models.duties import Duty, Evidence, ProgressEntry
from storage.models.news import NewsQuota
from storage.models.organisation import Membership, Unit, UnitAlias, UnitGroupMember
from storage.models.plans import Plan, PlanContact


def rows_of_unit(session: Session, model: Any, agency_id: int, unit_id: int) -> list[Any]:
    """Quotas, contacts, aliases or places in groups of one unit, the oldest first."""
    assert model in (NewsQuota, PlanContact, UnitAlias, UnitGroupMember)
    query = select(model).where(model.agency_id == agency_id, model.unit_id == unit_id)
    return list(session.exec(query.order_by(model.id)))


def members_of(session: Session, agency_id: int, unit_id: int, day: Any) -> list[Membership]:
    """Memberships in force on a day and later, the oldest first."""
    query = select(Membership).where(
        Membership.agency_id == agency_id,
        Membership.unit_id == unit_id,
        or_(col(Membership.to_on).is_(None), col(Membership.to_on) >= day),
    )
    return list(session.exec(query.order_by(col(Membership.id))))


def open_duties(session: Session, agency_id: int, unit_id: int) -> list[Duty]:
    """Parts of every role that are not closed."""
    query = select(Duty).where(
        Duty.agency_id == agency_id, Duty.unit_id == unit_id, col(Duty.state).not_in(CLOSED_STATES)
    )
    return list(session.exec(query.order_by(col(Duty.id))))


def duties_in_periods(session: Session, agency_id: int, unit_id: int, period_ids: Collection[int]) -> dict[int, Duty]:
    """By period, this unit's part in it, of every state."""
    query = select(Duty).where(
        Duty.agency_id == agency_id, Duty.unit_id == unit_id, col(Duty.period_id).in_(period_ids)
    )
    return {duty.period_id: duty for duty in session.exec(query)}


def said_of(session: Session, agency_id: int, duty_id: int) -> list[ProgressEntry | Evidence]:
    """Everything reported of a duty, what was taken back too."""
    entries = select(ProgressEntry).where(ProgressEntry.agency_id == agency_id, ProgressEntry.duty_id == duty_id)
    proof = select(Evidence).where(Evidence.agency_id == agency_id, Evidence.duty_id == duty_id)
    return [*session.exec(entries), *session.exec(proof)]


def merged_before(session: Session, agency_id: int, unit_id: int) -> list[Unit]:
    """Units that went into this one."""
    return list(session.exec(select(Unit).where(Unit.agency_id == agency_id, Unit.merged_into_id == unit_id)))


def split_from(session: Session, agency_id: int, unit_id: int) -> list[Unit]:
    """Living units that this one was parted into, in the order named."""
    query = select(Unit).where(Unit.agency_id == agency_id, Unit.split_from_id == unit_id, col(Unit.ended_on).is_(None))
    return list(session.exec(query.order_by(col(Unit.id))))


def coordinated_by(session: Session, agency_id: int, unit_id: int) -> list[Plan]:
    return list(session.exec(select(Plan).where(Plan.agency_id == agency_id, Plan.coordinator_unit_id == unit_id)))
