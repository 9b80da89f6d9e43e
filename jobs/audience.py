"""The recipient and the decider of a duty, from the rows of today."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from jobs.rules.audience import Standing, decider_of, recipient_of
from jobs.rules.date_changes import decider_of_date
from jobs.rules.items import Item
from storage.kinds import DateKind
from storage.models.duties import Duty
from storage.models.plans import Plan, Task
from storage.queries.reach import reachable_staff
from storage.queries.standing import Positions, positions


@dataclass(frozen=True)
class Audience:
    """Positions of one agency on one day, for deciding about many duties."""

    positions: Positions
    reachable: frozenset[int]

    def standing(self, duty: Duty | Item, plan: Plan | None) -> Standing:
        held = self.positions
        unit = held.merged_into.get(duty.unit_id, duty.unit_id)
        coordinator = plan and held.merged_into.get(plan.coordinator_unit_id, plan.coordinator_unit_id)
        keeper = plan.keeper_id if plan and plan.keeper_id in held.here else held.keeper
        return Standing(
            person=held.now(duty.person_id),
            contact=held.now(held.contact(plan.id if plan else None, unit)),
            head=held.now(held.heads.get(unit)),
            deputies=self._now(held.deputies.get(unit, ())),
            keeper=held.now(keeper),
            coordinator_head=held.now(held.heads.get(coordinator)) if coordinator else None,
            office_heads=self._now(held.office_heads),
            leaders=self._now(held.leaders),
        )

    def _now(self, staff_ids: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(found for who in staff_ids if (found := self.positions.now(who)) is not None)

    def recipient(self, duty: Duty, plan: Plan | None) -> int:
        """Raises LookupError in an office without keeper, head and head of office."""
        found = recipient_of(self.standing(duty, plan), self.positions.here)
        if found is None:
            raise LookupError(f"nobody can be told of unit {duty.unit_id}'s duties")
        return found

    def decider(self, duty: Duty, plan: Plan | None, reporter_id: int) -> int | None:
        accept_by = (plan.accept_by if plan else None) or self.positions.accept_by
        return decider_of(self.standing(duty, plan), reporter_id, self.reachable, accept_by, duty.state)

    def decider_of_date(self, duty: Duty, plan: Plan | None, which: DateKind, asker_id: int) -> int | None:
        """Who decides a wish for another date."""
        return decider_of_date(self.standing(duty, plan), which, asker_id, self.reachable)


def audience(session: Session, agency_id: int, day: date) -> Audience:
    """Who stands where on that day, substitutes applied."""
    return Audience(positions(session, agency_id, day), reachable_staff(session, agency_id))


def recipient(session: Session, agency_id: int, duty: Duty, task: Task, plan: Plan | None, day: date) -> int:
    """The staff id that is told of this duty; raises LookupError where the office has nobody at all."""
    return audience(session, agency_id, day).recipient(duty, plan if task.plan_id else None)


def decider(
    session: Session, agency_id: int, duty: Duty, task: Task, plan: Plan | None, reporter_id: int, day: date
) -> int | None:
    """Who decides a report on this duty; None: it is accepted when it is recorded."""
    return audience(session, agency_id, day).decider(duty, plan if task.plan_id else None, reporter_id)
