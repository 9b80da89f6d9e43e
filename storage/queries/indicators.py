"""Figures that plans set as targets, and what was read of them."""

from collections.abc import Collection, Sequence

from sqlmodel import Session, and_, col, select

from storage.kinds import PlanState
from storage.models.plans import Indicator, IndicatorReading, Plan


def followed_indicators(session: Session, agency_id: int, states: Sequence[PlanState]) -> list[tuple[Indicator, Plan]]:
    """Of plans in these states, the oldest plan first, in the order of the paper."""
    query = (
        select(Indicator, Plan)
        .join(Plan, and_(col(Plan.agency_id) == Indicator.agency_id, col(Plan.id) == Indicator.plan_id))
        .where(Indicator.agency_id == agency_id, col(Indicator.dropped).is_(False), col(Plan.state).in_(states))
        .order_by(col(Plan.id), col(Indicator.position))
    )
    return [(row[0], row[1]) for row in session.exec(query)]


def readings_of(session: Session, agency_id: int, indicator_ids: Collection[int]) -> list[IndicatorReading]:
    """What stands, by period and then in the order typed."""
    query = select(IndicatorReading).where(
        IndicatorReading.agency_id == agency_id,
        col(IndicatorReading.indicator_id).in_(indicator_ids),
        col(IndicatorReading.withdrawn_at).is_(None),
    )
    return list(session.exec(query.order_by(col(IndicatorReading.reporting_period), col(IndicatorReading.id))))
