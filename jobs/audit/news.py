"""Who is reminded of his unit's news this morning, from rows alone."""

from datetime import date, timedelta
from functools import cached_property

from jobs.audit.people import People
from jobs.audit.workdays import Workdays
from storage.queries.audited import Rows


class NewsOwed:
    """What the units of one agency owe in the month of today; `late_only`: who wants no nudges today."""

    def __init__(self, rows: Rows, people: People, days: Workdays, late_only: set[int]) -> None:
        self.rows, self.people, self.days, self.late_only = rows, people, days, late_only

    def nudges(self, who: int, since: date) -> bool:
        """7 and 2 worked days before the cut-off, for what is not there yet."""
        if who in self.late_only:
            return False
        today = self.days.today
        following = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
        cut_off = self.days.earlier(following, 1)
        nudges = [self.days.earlier(cut_off, n) for n in (7, 2)]
        if today > cut_off or not any(since < day <= today for day in nudges):
            return False
        return any(self._missing(unit) for unit, contact in self.contacts.items() if contact == who)

    @cached_property
    def contacts(self) -> dict[int, int | None]:
        """Who answers for the news of each unit that owes some: its contact, else its head."""
        found: dict[int, int | None] = {}
        here = [contact for contact in self.rows.contacts if contact.staff_id in self.people.here]
        for quota in self.rows.quotas:
            unit = self.people.living(quota.unit_id)
            contacts = sorted((not c.for_news, c.plan_id or 0, c.staff_id) for c in here if c.unit_id == unit)
            named = self.people.now(contacts[0][-1]) if contacts else self.people.heads(unit)
            found[unit] = next(iter(named), None)
        return found

    def _missing(self, unit: int) -> bool:
        owes = max(q.per_month for q in self.rows.quotas if self.people.living(q.unit_id) == unit)
        have = [n for n in self.rows.news if n.unit_id == unit and n.withdrawn_at is None]
        return len(have) < owes
