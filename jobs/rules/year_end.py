"""What of the year's end stands in a person's morning. Frozen facts in and out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jobs.rules.closing import Closing, asked_now, begins_on, last_asked, settles
from jobs.rules.items import Entry, Item, by_section
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import SortedAs

CLOSED_BY_HEAD = (SortedAs.CARRY, SortedAs.KEEP, SortedAs.DROP)


@dataclass(frozen=True)
class YearEndPart:
    """Lines of one closing plan that are still to be sorted. `over`: its last date has passed."""

    plan_id: int
    closing: Closing
    over: bool
    items: tuple[Item, ...]

    @property
    def entries(self) -> list[Entry]:
        return by_section(self.items)


def unsettled(item: Item, today: date) -> bool:
    """True for an open line of a closing plan that its owner has still to sort."""
    return item.open and item.closing is not None and not settles(item.sorting, today)


def asked(items: Iterable[Item], today: date, served_until: date | None, calendar: WorkingCalendar) -> list[Item]:
    """Unsorted lines that are asked for today."""
    return [
        item
        for item in items
        if item.closing is not None
        and unsettled(item, today)
        and asked_now(item.closing, today, served_until, calendar)
    ]


def awaits_head(item: Item) -> bool:
    """True for a line that its owner carries over, keeps up or gives up, which its head has still to close."""
    closes = item.sorting is not None and item.sorting.choice in CLOSED_BY_HEAD
    return item.open and item.closing is not None and closes


def head_asked(items: Iterable[Item], today: date, served_until: date | None, calendar: WorkingCalendar) -> list[Item]:
    """What a head or keeper hears of: unsorted lines and those to close, from the second time of asking on, when the
    owners had their chance.
    """
    return [
        item
        for item in items
        if item.closing is not None
        and (unsettled(item, today) or awaits_head(item))
        and asked_now(item.closing, today, served_until, calendar)
        and last_asked(item.closing, today, calendar) != begins_on(item.closing, calendar)
    ]


def year_end_owed(
    mine: Iterable[Item], of_units: Iterable[Item], today: date, served_until: date | None, calendar: WorkingCalendar
) -> bool:
    """True where a person's own lines are asked for today, or those of the units he heads."""
    return bool(asked(mine, today, served_until, calendar) or head_asked(of_units, today, served_until, calendar))


def year_end_parts(items: Iterable[Item], today: date) -> list[YearEndPart]:
    """By plan, in the order of the lowest number."""
    by_plan: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda i: i.number):
        by_plan.setdefault(item.plan_id or 0, []).append(item)
    return [
        YearEndPart(plan_id, found[0].closing, today > found[0].closing.last_on, tuple(found))
        for plan_id, found in by_plan.items()
        if found[0].closing is not None
    ]
