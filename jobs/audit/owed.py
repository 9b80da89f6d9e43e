"""Who should have been reminded this morning, from rows alone (design §3: Steps, Check-in, Digest)."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from jobs.audit.workdays import Workdays
from storage.kinds import DutyState, EventKind, NoticeKind, NoticeState, PlanState, Role
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.plans import PlanContact
from storage.queries.audited import Rows

_WORKED_ON = {DutyState.OPEN, DutyState.IN_PROGRESS}
_AWAITS_DECISION = {DutyState.REPORTED, DutyState.CHECKED}
_LIVE = {PlanState.ACTIVE, PlanState.CLOSING}
_READ = {NoticeState.SENT, NoticeState.UNKNOWN}


@dataclass(frozen=True)
class ResultsDue:
    """A reporting month "2025-10" and the day on which its results close."""

    key: str
    close: date

    def includes(self, ongoing: bool) -> bool:
        return not ongoing or self.key[-2:] in ("03", "06", "09", "12")


def results_due(data_day: int, days: Workdays) -> tuple[ResultsDue, ResultsDue]:
    """The month that closed last before today, and the one that closes next."""
    year, month = days.today.year, days.today.month - 1
    if not month:
        year, month = year - 1, 12
    past = _month(year, month, data_day, days)
    while True:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        coming = _month(year, month, data_day, days)
        if coming.close >= days.today:
            return past, coming
        past = coming


def _month(year: int, month: int, data_day: int, days: Workdays) -> ResultsDue:
    ends = date(year, month, min(data_day, monthrange(year, month)[1]))
    return ResultsDue(f"{year}-{month:02}", days.last_until(ends))


class Books:
    """The rows of one agency seen as of `seen_at`, when the morning was looked at."""

    def __init__(self, rows: Rows, days: Workdays, seen_at: datetime) -> None:
        self.rows, self.days, self.today, self.seen_at = rows, days, days.today, seen_at
        self.past, self.coming = results_due(rows.agency.data_day, days)
        self.tasks = {row.id: row for row in rows.tasks}
        self.periods = {row.id: row for row in rows.periods}
        self.plans = {plan.id: plan for plan in rows.plans}
        self.here = {s.id: s for s in rows.staff if s.left_on is None or s.left_on > self.today}
        self.roles: dict[int, set[Role]] = defaultdict(set)
        self.headed: dict[int, set[int]] = defaultdict(set)
        for m in rows.memberships:
            if m.from_on <= self.today and (m.to_on is None or m.to_on >= self.today):
                self.roles[m.staff_id].add(m.role)
                if m.role is Role.UNIT_HEAD and m.unit_id is not None:
                    self.headed[m.staff_id].add(m.unit_id)

    def owed(self) -> dict[int, NoticeKind]:
        """By staff id, what each should get today, whether or not a chat can take it."""
        found = {}
        for staff_id in self.here:
            if self._digest_owed(staff_id):
                found[staff_id] = NoticeKind.DIGEST
            elif Role.LEADER in self.roles[staff_id] and self._ends_week() and self._reaches_leaders():
                found[staff_id] = NoticeKind.WEEKLY
        return found

    def _digest_owed(self, who: int) -> bool:
        if self.here[who].keeps_agency or who in self.keepers:
            return True
        return (
            any(self._speaks_of(duty, who) for duty in self.received[who])
            or who in self.deciders
            or self._news_nudged(who)
            or who in self.told
            or self._head_hears(who)
            or (Role.OFFICE_HEAD in self.roles[who] and self._office_hears(who))
        )

    @cached_property
    def served(self) -> dict[int, date]:
        """The last day before today on which a digest went out, by staff id."""
        last: dict[int, date] = {}
        for staff_id, day, state in self.rows.digests_before:
            if state in _READ and staff_id is not None:
                last[staff_id] = max(day, last.get(staff_id, day))
        return last

    def _since(self, who: int) -> date:
        return self.served.get(who, date.min)

    @cached_property
    def work(self) -> list[Duty]:
        """Lead parts that are not closed, of plans that were followed this morning."""
        return [d for d in self.rows.duties if d.state in _WORKED_ON | _AWAITS_DECISION and self._followed(d)]

    @cached_property
    def keepers(self) -> set[int]:
        return {plan.keeper_id for plan in self.rows.plans}

    @cached_property
    def deciders(self) -> set[int | None]:
        return {duty.decider_id for duty in self.work if duty.state in _AWAITS_DECISION}

    @cached_property
    def received(self) -> dict[int, list[Duty]]:
        """Work by who is told of it."""
        found: dict[int, list[Duty]] = defaultdict(list)
        for duty in self.work:
            found[duty.recipient_id].append(duty)
        return found

    @cached_property
    def done_by(self) -> dict[int, list[Duty]]:
        """Work by unit."""
        found: dict[int, list[Duty]] = defaultdict(list)
        for duty in self.work:
            found[duty.unit_id].append(duty)
        return found

    def _followed(self, duty: Duty) -> bool:
        plan_id = self._task(duty).plan_id
        if plan_id is None:
            return True
        plan = self.plans[plan_id]
        return plan.state in _LIVE and (plan.confirmed_at is None or plan.confirmed_at <= self.seen_at)

    def _task(self, duty: Duty) -> Any:
        return self.tasks[self.periods[duty.period_id].task_id]

    def _begun(self, duty: Duty, by: date) -> bool:
        start = self.periods[duty.period_id].start_on
        return start is None or start <= by

    def _speaks_of(self, duty: Duty, who: int) -> bool:
        since = self._since(who)
        return self._step(duty, since) is not None or self._product_asked(duty, since) or self._result_asked(duty, who)

    def _step(self, duty: Duty, since: date) -> int | None:
        """How many working days have passed since a date of this part, where today speaks of one; before it 0."""
        if duty.state not in _WORKED_ON or not self._begun(duty, self.today):
            return None
        if duty.returned_on is not None:
            since = max(since, self.days.later(duty.returned_on, 2))
        due, target = duty.due_on, duty.target_on
        chosen = {due} if due is not None and due < self.today else {due, target}
        found = [n for day in chosen if day is not None for n in self._spoken(day, since)]
        return max(found, default=None)

    def _spoken(self, day: date, since: date) -> Iterable[int]:
        """Days of speaking after `since` and up to today."""
        if day < self.today:
            yield from (passed for at, passed in self.days.after_a_date(day) if since < at)
        yield from (0 for at in self.days.before_a_date(day) if since < at <= self.today)

    def _product_asked(self, duty: Duty, since: date) -> bool:
        if duty.state not in _AWAITS_DECISION or not duty.waits_for_product or duty.reported_on is None:
            return False
        return since < self.days.later(duty.reported_on, 2) <= self.today

    def _result_asked(self, duty: Duty, who: int) -> bool:
        close = self.coming.close
        asked, followed_up = self.days.earlier(close, 3), self.days.earlier(close, 1)
        asking = [day for day in (asked, followed_up) if self._since(who) < day <= self.today]
        return bool(asking) and self.today <= close and self._lacks_result(duty, self.coming)

    def _lacks_result(self, duty: Duty, month: ResultsDue) -> bool:
        if duty.state not in _WORKED_ON or not self._begun(duty, month.close) or duty.id not in self.first_open:
            return False
        task = self._task(duty)
        ongoing = (task.deadline or {}).get("kind") == "ongoing"
        if not month.includes(ongoing) or (task.id, duty.unit_id) in self.counted:
            return False
        return (duty.id, month.key) not in self.answered

    @cached_property
    def counted(self) -> set[tuple[int | None, int]]:
        return {(quota.task_id, quota.unit_id) for quota in self.rows.quotas}

    @cached_property
    def answered(self) -> set[tuple[int, str]]:
        """Parts with an answer for a month, as it stood then."""
        stood = (e for e in self.rows.entries if e.withdrawn_at is None or e.withdrawn_at > self.seen_at)
        return {(e.duty_id, e.reporting_period) for e in stood if e.at <= self.seen_at}

    @cached_property
    def first_open(self) -> set[int]:
        """Of several open periods of one task and unit the earliest is asked about."""
        open_parts: dict[tuple[int, int], list[tuple[date, str, int]]] = defaultdict(list)
        for duty in self.work:
            if duty.state in _WORKED_ON:
                period = self.periods[duty.period_id]
                order = (period.printed_due_on or date.max, period.key, duty.id)
                open_parts[period.task_id, duty.unit_id].append(order)
        return {min(parts)[2] for parts in open_parts.values()}

    def _head_hears(self, who: int) -> bool:
        below = [d for unit in self.headed[who] for d in self.done_by[unit] if d.recipient_id != who]
        if any((self._step(duty, self._since(who)) or 0) >= 2 for duty in below):
            return True
        month = self._results_told()
        return month is not None and any(self._lacks_result(duty, month) for duty in below)

    def _results_told(self) -> ResultsDue | None:
        """The month whose results heads hear of today: the day before its close, and the morning after."""
        if self.today == self.days.earlier(self.coming.close, 1):
            return self.coming
        return self.past if self.today == self.days.first_after(self.past.close) else None

    def _office_hears(self, who: int) -> bool:
        first_of_week = _week(self.days.earlier(self.today, 1)) != _week(self.today)
        return first_of_week or self._results_told() is not None or self._turned_late(self._since(who))

    def _turned_late(self, since: date) -> bool:
        late = [d.due_on for d in self.work if d.state in _WORKED_ON and d.due_on and d.due_on < self.today]
        firsts = [self.days.first_after(due) for due in late if due > self.days.days[0]]
        # Without any digest before, only what turned today is news to him.
        return any(day == self.today or (since > date.min and since < day <= self.today) for day in firsts)

    def _ends_week(self) -> bool:
        return _week(self.days.first_after(self.today)) != _week(self.today)

    def _reaches_leaders(self) -> bool:
        tenth = self.days.earlier(self.today + timedelta(days=1), 10)
        return any(d.state in _WORKED_ON and d.due_on is not None and d.due_on < tenth for d in self.work)

    def _news_nudged(self, who: int) -> bool:
        first = self.today.replace(day=1)
        following = (first + timedelta(days=31)).replace(day=1)
        cut_off = self.days.earlier(following, 1)
        nudges = [self.days.earlier(cut_off, n) for n in (7, 2)]
        if self.today > cut_off or not any(self._since(who) < day <= self.today for day in nudges):
            return False
        return any(self._news_missing(unit) for unit, contact in self.news_contacts.items() if contact == who)

    @cached_property
    def news_contacts(self) -> dict[int, int | None]:
        """Who answers for the news of each unit that owes some: its contact, else its head."""
        found: dict[int, int | None] = {}
        for quota in self.rows.quotas:
            unit = self._living(quota.unit_id)
            contacts = sorted((c.plan_id, c.staff_id) for c in self._contacts() if c.unit_id == unit)
            heads = [m.staff_id for m in self.rows.memberships if unit in self.headed.get(m.staff_id, ())]
            heads = [who for who in heads if who in self.here]
            found[unit] = contacts[0][1] if contacts else next(iter(heads), None)
        return found

    def _contacts(self) -> list[PlanContact]:
        return [contact for contact in self.rows.contacts if contact.staff_id in self.here]

    def _living(self, unit_id: int) -> int:
        return next((u.merged_into_id for u in self.rows.units if u.id == unit_id and u.merged_into_id), unit_id)

    def _news_missing(self, unit: int) -> bool:
        owes = max(q.per_month for q in self.rows.quotas if self._living(q.unit_id) == unit)
        have = [n for n in self.rows.news if n.unit_id == unit and n.withdrawn_at is None]
        return len(have) < owes

    @cached_property
    def told(self) -> set[int]:
        """People with a change by others that still stands and that no digest has told them."""
        events = {event.id: event for event in self.rows.events}
        duties = {duty.id: duty for duty in self.rows.duties}
        found = set()
        for telling in self.rows.tellings:
            event = events.get(telling.event_id)
            duty = duties.get(event.duty_id or 0) if event else None
            waits = event is not None and event.undone_by_id is None and event.at <= self.seen_at
            if waits and event and duty and _stands(event, duty, telling.staff_id):
                found.add(telling.staff_id)
        return found


def _stands(event: Event, duty: Duty, who: int) -> bool:
    if event.kind is EventKind.ASSIGNED:
        return duty.person_id == who
    if event.kind in (EventKind.ACCEPTED, EventKind.REPORTED):
        return duty.state not in _WORKED_ON
    return event.kind is not EventKind.RETURNED or duty.state in _WORKED_ON


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
