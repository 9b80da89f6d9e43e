"""The parts of a period once more, for the next one: each with the unit that does it now."""

from collections.abc import Sequence
from datetime import date

from jobs.audience import Audience
from storage.kinds import PartyRole
from storage.models.duties import Duty
from storage.models.plans import Plan


def same_parts(
    duties: Sequence[Duty], held: Audience, plan: Plan | None, period_id: int, due_on: date | None
) -> list[Duty]:
    """New rows, not added; units that became one have one part, which leads where one of theirs did."""
    parts: dict[int, Duty] = {}
    for before in sorted(duties, key=lambda duty: duty.role is not PartyRole.LEAD):
        unit_id = held.positions.merged_into.get(before.unit_id, before.unit_id)
        if unit_id in parts:
            continue
        duty = Duty(
            agency_id=before.agency_id, period_id=period_id, unit_id=unit_id, role=before.role,
            person_id=before.person_id, recipient_id=before.recipient_id, due_on=due_on,
        )  # fmt: skip
        duty.recipient_id = held.recipient(duty, plan)
        parts[unit_id] = duty
    return list(parts.values())
