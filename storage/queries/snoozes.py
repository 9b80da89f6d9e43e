"""Which lines their readers want to hear of again later."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.models.snoozes import Snooze


def snoozes_of(session: Session, agency_id: int, duty_ids: Sequence[int]) -> dict[tuple[int, int], Snooze]:
    """By duty and staff id."""
    query = select(Snooze).where(Snooze.agency_id == agency_id, col(Snooze.duty_id).in_(duty_ids))
    return {(row.duty_id, row.staff_id): row for row in session.exec(query)}
