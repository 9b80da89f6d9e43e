"""What a person's morning message holds, and whether it is owed (design: "Digest" table). Frozen facts in and out."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jobs.rules.escalation import told_of_slip
from jobs.rules.items import (
    Entry,
    Item,
    Standing,
    by_section,
    date_shown,
    entries_by_date,
    product_asked,
    standing_of,
    step_of,
)
from jobs.rules.news_quota import NewsStanding, is_nudged
from jobs.rules.reporting_period import ReportingPeriod, asked_for, asking_on, is_asked, morning_after_close
from jobs.rules.steps import step_on
from jobs.rules.working_days import WorkingCalendar

MOST_CHECKED_ALONE = 7


@dataclass(frozen=True)
class Day:
    """The morning: its date, the calendar, and the reporting period that closes next (or closed last)."""

    today: date
    calendar: WorkingCalendar
    period: ReportingPeriod  # whose data days hold today, or which closes today
    closed: ReportingPeriod  # the one before
    last_dates: Container[date] = frozenset()  # commonest last dates of the plans


@dataclass(frozen=True)
class OwnerPart:
    overdue: tuple[Entry, ...] = ()
    slipping: tuple[Entry, ...] = ()
    soon: tuple[Entry, ...] = ()
    products: tuple[Entry, ...] = ()
    results: tuple[Entry, ...] = ()
    results_above: tuple[Item, ...] = ()  # asked for as well, and listed already as late, slipping or soon
    news: tuple[tuple[int, NewsStanding], ...] = ()  # (unit id, where it stands)
    again: tuple[Entry, ...] = ()  # to be spoken of again today, and listed nowhere else


@dataclass(frozen=True)
class Results:
    """Results of a reporting period: how many were asked for and given, and which are missing."""

    period: ReportingPeriod
    asked: tuple[Item, ...]
    missing: tuple[Item, ...]


@dataclass(frozen=True)
class HeadPart:
    overdue: tuple[Entry, ...] = ()
    slipping: tuple[Entry, ...] = ()
    results: Results | None = None


def owner_owed(mine: Iterable[Item], news: bool, day: Day, served_until: date | None) -> bool:
    """True on a step, when results are asked or followed up, when a product is missing, when news is nudged.

    `news`: this person answers for a unit that still owes news.
    """
    mine = [item for item in mine if not item.sleeps(day.today)]
    if any(wakes(item, day.today, served_until) for item in mine):
        return True
    if any(step_of(item, day.today, served_until, day.calendar) for item in mine):
        return True
    if any(product_asked(item, day.today, served_until, day.calendar) for item in mine):
        return True
    if news and is_nudged(day.today, served_until, day.calendar):
        return True
    return asking_on(day.period, day.today, served_until) and any(missing_result(item, day.period) for item in mine)


def wakes(item: Item, today: date, served_until: date | None) -> bool:
    """True on the day on which its recipient wants to hear of it again, or after it when no digest went out."""
    if not item.open or item.closing or item.again_on is None or item.again_on > today:
        return False
    return item.again_on == today or (served_until is not None and served_until < item.again_on)


def owner_part(
    mine: Iterable[Item], news: Sequence[tuple[int, NewsStanding]], day: Day, served_until: date | None, room: int
) -> OwnerPart:
    """Everything late, slipping and soon; results while they are asked; each duty once. `room`: lines there are."""
    mine = [item for item in mine if not item.sleeps(day.today)]
    standing = {item.duty_id: standing_of(item, day.today, day.calendar) for item in mine}

    def dated(of: Standing) -> tuple[Entry, ...]:
        found = [item for item in mine if standing[item.duty_id] is of]
        return tuple(entries_by_date(found, shown_on(day), day.last_dates))

    overdue, slipping, soon = (dated(of) for of in (Standing.OVERDUE, Standing.SLIPPING, Standing.SOON))
    products = [item for item in mine if product_asked(item, day.today, served_until, day.calendar)]
    results: tuple[Entry, ...] = ()
    missing = [item for item in mine if is_asked(day.period, day.today) and missing_result(item, day.period)]
    above = tuple(item for item in missing if standing[item.duty_id] is not Standing.REST)
    if missing:
        left = room - len(overdue) - len(slipping) - len(soon) - len(products)
        results = check_in([item for item in missing if item not in above], left)
    nudged = is_nudged(day.today, served_until, day.calendar)
    shown = {item.duty_id for entry in (*overdue, *slipping, *soon, *results) for item in entry.items}
    woken = (item for item in mine if item.duty_id not in shown and wakes(item, day.today, served_until))
    return OwnerPart(
        again=tuple(Entry((item,)) for item in sorted(woken, key=lambda item: item.number)),
        overdue=overdue,
        slipping=slipping,
        soon=soon,
        products=tuple(Entry((item,)) for item in products),
        results=results,
        results_above=above,
        news=tuple((unit, at) for unit, at in news if at.missing) if nudged else (),
    )


def shown_on(day: Day) -> Callable[[Item], date | None]:
    return lambda item: date_shown(item, day.today, day.calendar)


def missing_result(item: Item, period: ReportingPeriod) -> bool:
    """True for an open duty whose result of this period is asked for and not yet given."""
    return is_checked(item, period) and period.key not in item.answered


def is_checked(item: Item, period: ReportingPeriod) -> bool:
    """True for an open, started duty that the period asks about, once a task; a quota has its own count instead."""
    if not item.open or item.has_quota or item.later_period:
        return False
    if item.closing and period.last > item.closing.last_on:  # of last year only the year's end is asked
        return False
    return item.started(period.close) and asked_for(period, item.ongoing)


def check_in(items: Sequence[Item], room: int) -> tuple[Entry, ...]:
    """At most seven lines, longest unanswered first, the others one line a section; at most `room` lines if it can."""
    longest = sorted(items, key=lambda i: (i.last_answered_on or date.min, i.number))
    alone = min(MOST_CHECKED_ALONE, len(longest))
    while alone and alone + len(by_section(longest[alone:])) > room:
        alone -= 1
    singles = sorted(longest[:alone], key=lambda i: i.number)
    return (*(Entry((item,)) for item in singles), *by_section(longest[alone:]))


def results_of(items: Iterable[Item], day: Day) -> Results | None:
    """On the follow-up day those still missing, on the morning after the close those that stayed missing."""
    if day.today == day.period.followed_up or day.today == day.period.close:
        period = day.period
    elif day.today == morning_after_close(day.closed, day.calendar):
        period = day.closed
    else:
        return None
    asked = tuple(item for item in items if is_checked(item, period))
    return Results(period, asked, tuple(item for item in asked if period.key not in item.answered))


def results_are_news(day: Day) -> bool:
    """True on the follow-up day and the morning after the close: heads and the head of office hear of results."""
    return day.today in (day.period.followed_up, morning_after_close(day.closed, day.calendar))


def head_owed(of_unit: Iterable[Item], day: Day, served_until: date | None) -> bool:
    """Without what climbed to him and what waits for his decision."""
    of_unit = list(of_unit)
    if any(told_of_slip(item, day.today, served_until, day.calendar) for item in of_unit):
        return True
    results = results_of(of_unit, day) if results_are_news(day) else None
    return results is not None and bool(results.missing)


def head_part(of_unit: Iterable[Item], own: Iterable[Item], day: Day) -> HeadPart:
    """What of the unit is late or slipping without his `own`, and the whole unit's results while they are news."""
    of_unit = list(of_unit)

    def dated(of: Standing) -> tuple[Entry, ...]:
        found = [item for item in of_unit if standing_of(item, day.today, day.calendar) is of]
        return tuple(entries_by_date(found, shown_on(day), day.last_dates))

    return HeadPart(dated(Standing.OVERDUE), dated(Standing.SLIPPING), results_of([*own, *of_unit], day))


def turned_overdue(items: Iterable[Item], day: Day, served_until: date | None) -> bool:
    """True on the first working day after an official date that was missed."""
    for item in items:
        if item.open and not item.closing and item.due_on is not None and item.due_on < day.today:
            first = day.calendar.next_after(item.due_on)
            if first <= day.today and (first == day.today or (served_until is not None and first > served_until)):
                return True
    return False


def office_owed(items: Iterable[Item], day: Day, served_until: date | None) -> bool:
    """The head of office: the week's first working day, the two days of results, a day something turns quá hạn."""
    return is_first_of_week(day) or results_are_news(day) or turned_overdue(items, day, served_until)


def is_first_of_week(day: Day) -> bool:
    return day.calendar.before(day.today).isocalendar()[:2] != day.today.isocalendar()[:2]


def is_first_of_month(day: Day) -> bool:
    return day.calendar.before(day.today).month != day.today.month


def decision_owed(waiting: Iterable[Item], day: Day, served_until: date | None) -> bool:
    """True on the day of a report, 1, 2, 3 working days after it, then on the policy's weekdays, while it waits."""
    return any(
        item.reported_on is None or step_on(item.reported_on, day.today, served_until, day.calendar, item.policy)
        for item in waiting
    )
