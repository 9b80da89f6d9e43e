"""A unit's contact changed: who is told of its undivided work follows."""

from collections.abc import Collection
from datetime import date

from sqlmodel import Session

from jobs.audience import audience
from storage.queries.duties import DutyLine, parts_of_units


def follow_contacts(
    session: Session, agency_id: int, unit_ids: Collection[int], today: date
) -> dict[int, list[DutyLine]]:
    """Work out anew who is told of these units' open parts; by who was told before, the parts that went to another."""
    session.flush()
    held = audience(session, agency_id, today)
    moved: dict[int, list[DutyLine]] = {}
    for line in parts_of_units(session, agency_id, unit_ids):
        before, line.duty.recipient_id = line.duty.recipient_id, held.recipient(line.duty, line.plan)
        if before != line.duty.recipient_id:
            moved.setdefault(before, []).append(line)
            session.add(line.duty)
    return moved
