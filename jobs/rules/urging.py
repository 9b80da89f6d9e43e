"""What a reminder that somebody asked for speaks of: everything late or missing, or the lines he named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from jobs.rules.digest import Day, OwnerPart, check_in, missing_result, shown_on
from jobs.rules.items import Entry, Item, Standing, entries_by_date, is_slipping, standing_of
from jobs.rules.own_settings import EARLIEST
from jobs.rules.working_days import WorkingCalendar

FROM, UNTIL = EARLIEST, time(20, 0)  # of mornings too; nobody is woken by a colleague's evening


@dataclass(frozen=True)
class Urged:
    """`own` as a digest parts it; `others` are lines he named that no date presses."""

    own: OwnerPart
    others: tuple[Entry, ...]


def is_pressing(item: Item, day: Day) -> bool:
    """Quá hạn, chậm mốc nội bộ, reported without its document, or without its result of the running period."""
    if item.waits:
        return item.waits_for_product
    return is_late(item, day) or lacks_result(item, day)


def presses(item: Item, day: Day, only: str | None) -> bool:
    """What somebody asks to be reminded of: all that presses, or alone what is "late", or "unanswered" in the running period."""
    if only == "late":
        return is_late(item, day)
    return lacks_result(item, day) if only == "unanswered" else is_pressing(item, day)


def is_late(item: Item, day: Day) -> bool:
    """Quá hạn or chậm mốc nội bộ."""
    if item.waits:
        return False
    overdue = standing_of(item, day.today, day.calendar) is Standing.OVERDUE
    return overdue or (is_slipping(item, day.today) and not item.closing)


def lacks_result(item: Item, day: Day) -> bool:
    """Also before mornings ask for it: who asks for a reminder means what "còn thiếu của ai" shows him."""
    return missing_result(item, day.period)


def urged_part(items: Iterable[Item], day: Day, room: int) -> Urged:
    """Each line once, under the first heading that fits. `room`: lines there are."""
    left = list(items)

    def take(fits: list[Item]) -> list[Item]:
        left[:] = [item for item in left if item not in fits]
        return fits

    def dated(fits: list[Item]) -> tuple[Entry, ...]:
        return tuple(entries_by_date(take(fits), shown_on(day), day.last_dates))

    def standing(of: Standing) -> list[Item]:
        return [item for item in left if standing_of(item, day.today, day.calendar) is of]

    products = take([item for item in left if item.waits])
    overdue = dated(standing(Standing.OVERDUE))
    slipping = dated([item for item in left if is_slipping(item, day.today)])
    soon = dated(standing(Standing.SOON))
    above = tuple(item for entry in (*overdue, *slipping, *soon) for item in entry.items if lacks_result(item, day))
    results = take([item for item in left if lacks_result(item, day)])
    room -= len(overdue) + len(slipping) + len(soon) + len(products)
    own = OwnerPart(
        overdue=overdue,
        slipping=slipping,
        soon=soon,
        products=tuple(Entry((item,)) for item in products),
        results=check_in(results, room),
        results_above=above,
    )
    return Urged(own, tuple(entries_by_date(left, shown_on(day))))


def leaves_at(now: datetime, zone: str, morning_at: time, calendar: WorkingCalendar) -> datetime:
    """At once in the hours of a working day, else on the next working morning."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date()
    if calendar.is_working(today) and FROM <= local.time() < UNTIL:
        return now
    early = calendar.is_working(today) and local.time() < FROM
    day = today if early else calendar.next_after(today)
    return datetime.combine(day, max(morning_at, FROM), local.tzinfo).astimezone(now.tzinfo)


def over_at(leaves: datetime, zone: str) -> datetime:
    """A reminder is for its day."""
    local = leaves.astimezone(ZoneInfo(zone))
    return datetime.combine(local.date(), UNTIL, local.tzinfo).astimezone(leaves.tzinfo)
