"""One duty as a morning message sees it, how it stands, and how lists of duties are shortened."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jobs.rules.closing import Closing, Sorting
from jobs.rules.ladder_policy import DEFAULT, Policy
from jobs.rules.steps import Step, pause_end, step_on
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState, ProductKind

MOST_ALONE = 5  # a date shared by more duties of a recipient is told by section
PRODUCT_ASKED_AFTER = 2


@dataclass(frozen=True)
class Item:
    """A lead duty that is not closed. `title` is empty for a restricted task: only number and date may leave."""

    duty_id: int
    number: int
    title: str
    section: str
    unit_id: int
    plan_id: int | None
    state: DutyState
    recipient_id: int
    person_id: int | None = None
    decider_id: int | None = None
    product_kind: ProductKind = ProductKind.DOCUMENT
    product: str = ""
    start_on: date | None = None
    due_on: date | None = None
    target_on: date | None = None
    reported_on: date | None = None
    returned_on: date | None = None
    waits_for_product: bool = False
    ongoing: bool = False
    has_quota: bool = False
    later_period: bool = False  # an earlier period of the same task and unit is still open: that one is asked about
    answered: frozenset[str] = frozenset()  # keys of reporting periods that have a result
    last_answer: str = ""
    last_answered_on: date | None = None
    obstacle: str = ""
    evidence: str = ""
    explained: bool = False  # why the official date was missed
    policy: Policy = DEFAULT
    closing: Closing | None = None  # its plan's year ends: it is sorted once, the steps pause
    sorting: Sorting | None = None
    followed_on: date = date.min  # its plan was confirmed: what it had missed by then climbs from that day
    again_on: date | None = None  # the morning on which its recipient wants to hear of it again

    @property
    def open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def waits(self) -> bool:
        return self.state in WAITING_STATES

    def sleeps(self, today: date) -> bool:
        """Left out of its recipient's mornings; never on its official date or after it."""
        far = self.due_on is None or today < self.due_on
        return self.again_on is not None and today < self.again_on and far

    def started(self, today: date) -> bool:
        return self.start_on is None or self.start_on <= today


class Standing(StrEnum):
    OVERDUE = "overdue"  # quá hạn: past the official date
    SLIPPING = "slipping"  # chậm mốc nội bộ: past the internal date only
    SOON = "soon"
    REST = "rest"


def standing_of(item: Item, today: date, calendar: WorkingCalendar) -> Standing:
    """How an open duty stands; a reported one is never late."""
    if not item.open or item.closing:
        return Standing.REST
    # A date on a day off is spoken of as the working day before it.
    last = calendar.next_after(calendar.add(today, max(item.policy.before, default=0))) - timedelta(days=1)
    if item.due_on is not None and item.due_on < today:
        return Standing.OVERDUE
    if item.due_on is not None and item.due_on <= last:
        return Standing.SOON
    if item.target_on is None or not item.started(today):
        return Standing.REST
    if item.target_on < today:
        return Standing.SLIPPING
    return Standing.SOON if item.target_on <= last else Standing.REST


def is_slipping(item: Item, today: date) -> bool:
    """Past the internal date and not past the official one, however near that is by now."""
    late = item.due_on is not None and item.due_on < today
    return item.open and not late and item.target_on is not None and item.target_on < today


def unsettled(items: Iterable[Item], today: date) -> set[int]:
    """Numbers of tasks that count as quá hạn only because their year is not settled: they climb nowhere and are said apart."""
    past = [item for item in items if item.open and item.due_on and item.due_on < today]
    return {item.number for item in past if item.closing} - {item.number for item in past if not item.closing}


def date_shown(item: Item, today: date, calendar: WorkingCalendar) -> date | None:
    """The date a line speaks of: the one that is late or missed, else the nearest to come."""
    standing = standing_of(item, today, calendar)
    if standing is Standing.OVERDUE:
        return item.due_on
    if standing is Standing.SLIPPING:
        return item.target_on
    coming = [day for day in (item.due_on, item.target_on) if day is not None and day >= today]
    return min(coming, default=item.target_on)


def step_of(item: Item, today: date, served_until: date | None, calendar: WorkingCalendar) -> Step | None:
    """The step that makes this duty spoken of today; nothing within two working days after a return."""
    if not item.open or item.closing or not item.started(today):
        return None
    if item.returned_on is not None:
        quiet = pause_end(item.returned_on, calendar)
        if today <= quiet:
            return None
        served_until = max(served_until or quiet, quiet)
    overdue = item.due_on is not None and item.due_on < today
    dates = {item.due_on} if overdue else {item.due_on, item.target_on}
    steps = [step_on(day, today, served_until, calendar, item.policy) for day in dates if day is not None]
    return max((step for step in steps if step is not None), key=lambda step: step.offset, default=None)


def product_asked(item: Item, today: date, served_until: date | None, calendar: WorkingCalendar) -> bool:
    """Once, two working days after a report that lacks its document."""
    if not item.waits or not item.waits_for_product or item.reported_on is None:
        return False
    day = calendar.add(item.reported_on, PRODUCT_ASKED_AFTER)
    return day <= today and (served_until is None or day > served_until)


@dataclass(frozen=True)
class Entry:
    """One line of a message: a single duty, or a section's duties that share a date."""

    items: tuple[Item, ...]
    section: str | None = None
    day: date | None = None

    @property
    def single(self) -> bool:
        return self.section is None


def grouped(items: Iterable[Item], key: Callable[[Item], int]) -> dict[int, list[Item]]:
    """Items in their order, by what `key` gives."""
    found: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return found


def entries_by_date(
    items: Iterable[Item], day_of: Callable[[Item], date | None], last_dates: Container[date] = frozenset()
) -> list[Entry]:
    """Lines in order of date; a date shared by more than five duties is one line a section.

    On a plan's commonest last date (`last_dates`) a section has one line at most, however few the duties.
    """
    by_day: dict[date | None, list[Item]] = {}
    for item in items:
        by_day.setdefault(day_of(item), []).append(item)
    entries: list[Entry] = []
    for day in sorted(by_day, key=lambda d: d or date.max):
        shared = by_day[day]
        sections = by_section(shared, day)
        # Where each section has one duty both ways give the same lines, so nobody has to find the last dates.
        if day is not None and len(sections) < len(shared) and (len(shared) > MOST_ALONE or day in last_dates):
            entries += [e if len(e.items) > 1 else Entry(e.items, day=day) for e in sections]
        else:
            entries += [Entry((item,), day=day) for item in sorted(shared, key=lambda i: i.number)]
    return entries


def commonest_dates(items: Iterable[Item]) -> frozenset[date]:
    """Each plan's commonest official date, where more than five duties share it: the end of its year."""
    counts: dict[int | None, Counter[date]] = {}
    for item in items:
        if item.due_on is not None:
            counts.setdefault(item.plan_id, Counter())[item.due_on] += 1
    return commonest(counts.values())


def commonest(counts: Iterable[Mapping[date, int]]) -> frozenset[date]:
    """The same from how many duties of each plan have each date; of dates equally common the later one."""
    found = (max((n, day) for day, n in count.items()) for count in counts if count)
    return frozenset(day for n, day in found if n > MOST_ALONE)


def by_section(items: Iterable[Item], day: date | None = None) -> list[Entry]:
    """One line a section, in the order of the lowest number."""
    sections: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda i: i.number):
        sections.setdefault(item.section, []).append(item)
    return [Entry(tuple(found), section, day) for section, found in sections.items()]


_LETTERS = re.compile(r"[^\W\d_]+")


def section_label(code: str, fallback: str) -> str:
    """The lettered head of a plan's code ("A.IV" of "A.IV.2", "B.I" of "B.I.1.1/1"), else the fallback."""
    parts = []
    for part in re.split(r"[./]", code):
        if not _LETTERS.fullmatch(part.strip()):
            break
        parts.append(part.strip())
    return ".".join(parts) or fallback


def ranges(numbers: Sequence[int]) -> str:
    """Numbers as people write them: "11–16, 20". A range holds nothing that was not given."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = (f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)
    return ", ".join(shown)
