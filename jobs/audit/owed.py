"""Who should have been reminded this morning, from rows alone (design §3: Steps, Check-in, Digest)."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from typing import Any

from jobs.audit.chosen import Chosen
from jobs.audit.climbing import AWAITS_DECISION, WORKED_ON, Climb, Climbing
from jobs.audit.closing import YearEnds
from jobs.audit.news import NewsOwed
from jobs.audit.people import People
from jobs.audit.results import ResultsDue, results_due
from jobs.audit.told import stands
from jobs.audit.whose import Whose
from jobs.audit.workdays import Workdays
from storage.kinds import DateOutcome, EventKind, NoticeKind, NoticeState, PlanState, Role
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.plans import Plan
from storage.queries.audited import Rows

_LIVE = {PlanState.ACTIVE, PlanState.CLOSING}
_READ = {NoticeState.SENT, NoticeState.UNKNOWN}


class Books:
    """The rows of one agency seen as of `seen_at`, when the morning was looked at."""

    def __init__(self, rows: Rows, days: Workdays, seen_at: datetime) -> None:
        self.rows, self.days, self.today, self.seen_at = rows, days, days.today, seen_at
        self.past, self.coming = results_due(rows.agency.data_day, days)
        self.tasks = {row.id: row for row in rows.tasks}
        self.periods = {row.id: row for row in rows.periods}
        self.plans = {plan.id: plan for plan in rows.plans}
        self.people = People(rows, self.today, seen_at)
        self.chosen = Chosen(rows, self.people, days)
        self.news = NewsOwed(rows, self.people, days, self.chosen.late_only)
        self.year_ends = YearEnds(rows, days, self._plan)
        self.whose = Whose(rows, self.people, self._plan)
        self.climbing = Climbing(rows, self.whose, days, self.year_ends.pauses)

    def owed(self) -> dict[int, NoticeKind]:
        """By staff id, what each should get today, whether or not a chat can take it; nothing for who is away."""
        found = {}
        for staff_id in self.people.here.keys() - self.people.stand_in.keys():
            if self._digest_owed(staff_id):
                found[staff_id] = NoticeKind.DIGEST
            elif self._reached(staff_id, leaders=True):
                found[staff_id] = NoticeKind.WEEKLY
        return found

    def _digest_owed(self, who: int) -> bool:
        return (
            who in self.people.keepers
            or any(self._speaks_of(duty, who) for duty in self.received[who])
            or self._decides(who)
            or who in self.wished_of
            or self.news.nudges(who, self._since(who))
            or who in self.told
            or self._head_hears(who)
            or self._reached(who, leaders=False)
            or (Role.OFFICE_HEAD in self.people.roles[who] and self._office_hears(who))
        )

    @cached_property
    def served(self) -> dict[int, date]:
        """The last day before today on which a planned message went out, by staff id; in a trial, to the keeper."""
        last: dict[int, date] = {}
        for staff_id, day, state, kind in self.rows.served_before:
            counts = kind is not NoticeKind.TRIAL or self.people.on_trial
            if counts and state in _READ and staff_id is not None:
                last[staff_id] = max(day, last.get(staff_id, day))
        return last

    def _since(self, who: int) -> date:
        return self.served.get(who, date.min)

    @cached_property
    def work(self) -> list[Duty]:
        """Lead parts that are not closed, of plans that were followed this morning."""
        return [d for d in self.rows.duties if d.state in WORKED_ON | AWAITS_DECISION and self._followed(d)]

    def _decides(self, who: int) -> bool:
        """A report waits for him: on its day, the next three worked days, then on the weekdays of the ladder."""
        since = self._since(who)
        return any(d.reported_on is None or self.climbing.speaks(d, d.reported_on, since) for d in self.to_decide[who])

    @cached_property
    def wished_of(self) -> set[int | None]:
        """Who is asked for another date of a part that is still worked on."""
        open_parts = {duty.id: duty for duty in self.work if duty.state in WORKED_ON}
        waiting = (wish for wish in self.rows.wishes if wish.outcome is DateOutcome.WAITING)
        asked = (wish for wish in waiting if wish.duty_id in open_parts and wish.at <= self.seen_at)
        return {self.whose.decider_of_date(wish, open_parts[wish.duty_id]) for wish in asked}

    @cached_property
    def climbs(self) -> list[tuple[Duty, Climb]]:
        return [(duty, climb) for duty in self.work for climb in self.climbing.of(duty)]

    def _reached(self, who: int, *, leaders: bool) -> bool:
        """Something has climbed to him since his last message: as a leader, or on a lower rung."""
        since = self._since(who)
        mine = (climb for _, climb in self.climbs if who in climb.to and climb.to_leaders is leaders)
        return any(since < climb.day <= self.today for climb in mine)

    def _forewarned(self, duty: Duty, since: date) -> bool:
        """His name climbs on the next working day."""
        late = (climb for climb in self.climbing.of(duty) if climb.late and climb.to)
        return any(since < self.days.earlier(climb.day, 1) <= self.today <= climb.day for climb in late)

    @cached_property
    def received(self) -> dict[int | None, list[Duty]]:
        """Work by who is to be told of it."""
        return _by(self.whose.recipient, self.work)

    @cached_property
    def to_decide(self) -> dict[int | None, list[Duty]]:
        """Reports by who is to decide on them."""
        return _by(self.whose.decider, (duty for duty in self.work if duty.state in AWAITS_DECISION))

    @cached_property
    def done_by(self) -> dict[int | None, list[Duty]]:
        """Work by unit."""
        return _by(lambda duty: duty.unit_id, self.work)

    def _followed(self, duty: Duty) -> bool:
        plan_id = self._task(duty).plan_id
        if plan_id is None:
            return True
        plan = self.plans[plan_id]
        return plan.state in _LIVE and (plan.confirmed_at is None or plan.confirmed_at <= self.seen_at)

    def _task(self, duty: Duty) -> Any:
        return self.tasks[self.periods[duty.period_id].task_id]

    def _plan(self, duty: Duty) -> Plan | None:
        return self.plans.get(self._task(duty).plan_id)

    def _begun(self, duty: Duty, by: date) -> bool:
        start = self.periods[duty.period_id].start_on
        return start is None or start <= by

    def _speaks_of(self, duty: Duty, who: int) -> bool:
        since = self._since(who)
        asked = self._step(duty, since) or self._product_asked(duty, since) or self._result_asked(duty, who)
        if duty.state in WORKED_ON and not self.year_ends.pauses(duty):
            asked = asked or self.chosen.wakes(duty, who, since)
        if self.chosen.sleeps(duty, who) or (who in self.chosen.late_only and not self._is_late(duty)):
            asked = False
        return asked or self._forewarned(duty, since) or self.year_ends.asks_owner(duty, since)

    def _is_late(self, duty: Duty) -> bool:
        return duty.state in WORKED_ON and duty.due_on is not None and duty.due_on < self.today

    def _step(self, duty: Duty, since: date) -> bool:
        """True where today speaks of a date of this part."""
        if duty.state not in WORKED_ON or not self._begun(duty, self.today) or self.year_ends.pauses(duty):
            return False
        if duty.returned_on is not None:
            since = max(since, self.days.later(duty.returned_on, 2))
        due, target = duty.due_on, duty.target_on
        chosen = {due} if due is not None and due < self.today else {due, target}
        return any(self.climbing.speaks(duty, day, since) for day in chosen if day is not None)

    def _product_asked(self, duty: Duty, since: date) -> bool:
        if duty.state not in AWAITS_DECISION or not duty.waits_for_product or duty.reported_on is None:
            return False
        return since < self.days.later(duty.reported_on, 2) <= self.today

    def _result_asked(self, duty: Duty, who: int) -> bool:
        close = self.coming.close
        asked, followed_up = self.days.earlier(close, 3), self.days.earlier(close, 1)
        asking = [day for day in (asked, followed_up) if self._since(who) < day <= self.today]
        return bool(asking) and self.today <= close and self._lacks_result(duty, self.coming)

    def _lacks_result(self, duty: Duty, month: ResultsDue) -> bool:
        if duty.state not in WORKED_ON or not self._begun(duty, month.close) or duty.id not in self.first_open:
            return False
        last_on = self.year_ends.last_on(duty)
        if last_on is not None and month.ends > last_on:
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
            if duty.state in WORKED_ON:
                period = self.periods[duty.period_id]
                order = (period.printed_due_on or date.max, period.key, duty.id)
                open_parts[period.task_id, duty.unit_id].append(order)
        return {min(parts)[2] for parts in open_parts.values()}

    def _head_hears(self, who: int) -> bool:
        since, parts = self._since(who), [d for unit in self.people.headed[who] for d in self.done_by[unit]]
        if any(self.year_ends.asks_head(duty, since) for duty in parts):
            return True
        below = [duty for duty in parts if self.whose.recipient(duty) != who]
        if any(self._slip_told(duty, since) for duty in below):
            return True
        month = self._results_told()
        return month is not None and any(self._lacks_result(duty, month) for duty in below)

    def _slip_told(self, duty: Duty, since: date) -> bool:
        day = self.climbing.slip_told(duty)
        return day is not None and self._begun(duty, self.today) and since < day <= self.today

    def _results_told(self) -> ResultsDue | None:
        """The month whose results heads hear of today: the day before its close, and the morning after."""
        if self.today == self.days.earlier(self.coming.close, 1):
            return self.coming
        return self.past if self.today == self.days.first_after(self.past.close) else None

    def _office_hears(self, who: int) -> bool:
        first_of_week = _week(self.days.earlier(self.today, 1)) != _week(self.today)
        return first_of_week or self._results_told() is not None or self._turned_late(self._since(who))

    def _turned_late(self, since: date) -> bool:
        counted = (duty for duty in self.work if duty.state in WORKED_ON and not self.year_ends.pauses(duty))
        late = [duty.due_on for duty in counted if duty.due_on and duty.due_on < self.today]
        firsts = [self.days.first_after(due) for due in late if due > self.days.days[0]]
        # Without any digest before, only what turned today is news to him.
        return any(day == self.today or (since > date.min and since < day <= self.today) for day in firsts)

    @cached_property
    def told(self) -> set[int]:
        """People with a change by others that still stands and that no digest has told them; of what is merely good to
        know, from the last worked day of a week on.
        """
        events = {event.id: event for event in self.rows.events}
        duties = {duty.id: duty for duty in self.rows.duties}
        found = set()
        for telling in self.rows.tellings:
            event = events.get(telling.event_id)
            duty = duties.get(event.duty_id or 0) if event else None
            waits = event is not None and event.undone_by_id is None and event.at <= self.seen_at
            if event and self.people.on_trial and event.day < self._since(telling.staff_id):
                continue  # read by the keeper on an earlier morning of the trial
            if not (waits and event):
                continue
            of_duty = duty and stands(event, duty, telling.staff_id) and self._is_pressing(event)
            if of_duty or event.news_item_id is not None:
                found.add(telling.staff_id)
        return found

    def _is_pressing(self, event: Event) -> bool:
        if event.kind not in (EventKind.ACCEPTED, EventKind.YEAR_CLOSED):
            return True
        return self.days.last_of_week(self.days.first_after(event.day)) <= self.today


def _by(key: Callable[[Duty], int | None], duties: Iterable[Duty]) -> dict[int | None, list[Duty]]:
    found: dict[int | None, list[Duty]] = defaultdict(list)
    for duty in duties:
        found[key(duty)].append(duty)
    return found


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]
