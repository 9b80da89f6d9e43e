"""Who answers for a unit: for one plan, for all others, for news."""

from sqlmodel import Session, col, select

from storage.models.plans import PlanContact


def contacts_of(session: Session, agency_id: int) -> list[PlanContact]:
    """Every contact of the office, the one without a plan first, then the oldest plan's."""
    query = select(PlanContact).where(PlanContact.agency_id == agency_id)
    found = session.exec(query.order_by(col(PlanContact.unit_id), col(PlanContact.id)))
    return sorted(found, key=lambda row: (row.unit_id, row.for_news, row.plan_id or 0))


def contact_row(
    session: Session, agency_id: int, unit_id: int, plan_id: int | None, for_news: bool
) -> PlanContact | None:
    of_plan = col(PlanContact.plan_id).is_(None) if plan_id is None else PlanContact.plan_id == plan_id
    query = select(PlanContact).where(
        PlanContact.agency_id == agency_id, PlanContact.unit_id == unit_id, of_plan, PlanContact.for_news == for_news
    )
    return session.exec(query).first()
