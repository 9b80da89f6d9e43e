"""Who is told of each part and who decides on it and on its dates today, worked out anew; the rows say only where the morning left it."""

from collections.abc import Callable, Iterator

from jobs.audit.people import People
from storage.kinds import DateKind, DutyState
from storage.models.duties import DateChange, Duty
from storage.models.plans import Plan
from storage.queries.audited import Rows


class Whose:
    """The lead parts of one agency, whoever the rows name; ids are of staff."""

    def __init__(self, rows: Rows, people: People, plan_of: Callable[[Duty], Plan | None]) -> None:
        self.people, self.plan_of = people, plan_of
        self.contacts = {(row.plan_id, row.unit_id): row.staff_id for row in rows.contacts if not row.for_news}
        self.reports = {event.duty_id: event for event in rows.reports}  # of several the last
        self.told: dict[int, int | None] = {}

    def recipient(self, duty: Duty) -> int | None:
        """In charge, else the unit's contact, its head, the keeper, a head of office; each with who stands in for him."""
        if duty.id not in self.told:
            here = (who for who in self._in_turn(duty) if who in self.people.here)
            self.told[duty.id] = next(here, None)
        return self.told[duty.id]

    def _in_turn(self, duty: Duty) -> Iterator[int]:
        plan = self.plan_of(duty)
        yield from self.people.now(duty.person_id)
        unit = self.people.living(duty.unit_id)
        if plan is not None:
            yield from self.people.now(self._here(self.contacts.get((plan.id, unit))))
        yield from self.people.now(self._here(self.contacts.get((None, unit))))
        yield from self.people.heads(duty.unit_id)[:1]
        yield from self.people.keeper_of(plan.keeper_id if plan else None)
        yield from self.people.office_heads

    def _here(self, staff_id: int | None) -> int | None:
        return staff_id if staff_id in self.people.here else None

    def decider(self, duty: Duty) -> int | None:
        """Of a report that waits. Who is named keeps it while he stands above it in his own place: whom a message could
        reach when it was reported is in no row. Else it goes to the first above it who can be reached now.
        """
        if duty.decider_id is None:
            return None
        above = self._above(duty)
        if duty.decider_id in above:
            return duty.decider_id
        return next((who for who in above if who in self.people.reachable), duty.decider_id)

    def decider_of_date(self, wish: DateChange, duty: Duty) -> int | None:
        """Of a wish for another date; who is named keeps it under the same rule."""
        if wish.decider_id is None:
            return None
        plan = self.plan_of(duty)
        inside = [*self.people.heads(duty.unit_id)[:1], *self.people.keeper_of(plan.keeper_id if plan else None)]
        above = inside if wish.which is DateKind.TARGET else []
        above += self.people.office_heads
        above += self.people.leaders if wish.which is DateKind.DUE else []
        others = [who for who in above if who != wish.asked_by_id]
        if wish.decider_id in others or not others:
            return wish.decider_id
        return next((who for who in others if who in self.people.reachable), others[0])

    def _above(self, duty: Duty) -> list[int]:
        """Head of the unit, of the coordinator, of the office, leaders; nobody who reported it or has checked it."""
        plan = self.plan_of(duty)
        head = self.people.heads(duty.unit_id)[:1]
        coordinator = self.people.heads(plan.coordinator_unit_id)[:1] if plan else []
        passed = {self._reporter(duty)} | (set(head) if duty.state is DutyState.CHECKED else set())
        order = [*head, *coordinator, *self.people.office_heads, *self.people.leaders]
        return [who for who in order if who not in passed]

    def _reporter(self, duty: Duty) -> int | None:
        """A head reports himself what he typed for his unit; anybody else wrote down what another said."""
        report = self.reports.get(duty.id)
        if report is None:
            return self.recipient(duty)
        heads = {duty.unit_id, self.people.living(duty.unit_id)} & self.people.headed[report.by_id]
        return report.by_id if heads else report.for_id
