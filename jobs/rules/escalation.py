"""Official lateness climbs by position and with courtesy: owner, head of the unit, the office, the leaders.

Only past `due_on` (quá hạn); an internal date climbs nowhere. It stops with a report, an explanation or a later date,
and begins again after a return. A rung is a day: whose digest went out on it or later has heard of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobs.rules.items import Item, is_slipping
from jobs.rules.steps import pause_end
from jobs.rules.working_days import WorkingCalendar


class Rung(StrEnum):
    HEAD = "head"  # of the unit
    OFFICE = "office"  # head of the plan's coordinator unit, and its keeper
    LEADERS = "leaders"  # in their weekly message
    NEXT_DECIDER = "next_decider"  # of a report nobody decides
    KEEPER = "keeper"  # of such a report


LATE = (Rung.HEAD, Rung.OFFICE, Rung.LEADERS)
UNDECIDED = (Rung.NEXT_DECIDER, Rung.KEEPER)


@dataclass(frozen=True)
class Ladder:
    """Staff ids that stand on each rung around one duty."""

    head: int | None = None
    office: tuple[int, ...] = ()
    leaders: tuple[int, ...] = ()
    next_decider: int | None = None
    keeper: int | None = None

    def at(self, rung: Rung) -> tuple[int | None, ...]:
        return {
            Rung.HEAD: (self.head,),
            Rung.OFFICE: self.office,
            Rung.LEADERS: self.leaders,
            Rung.NEXT_DECIDER: (self.next_decider,),
            Rung.KEEPER: (self.keeper,),
        }[rung]


def climbs_on(item: Item, rung: Rung, calendar: WorkingCalendar) -> date | None:
    """The day on which a duty reaches a rung if nothing changes; None where nothing climbs.

    Leaders hear on the last working day of that week.
    """
    policy = item.policy
    if rung in UNDECIDED:
        days = policy.next_decider_after if rung is Rung.NEXT_DECIDER else policy.keeper_after
        return calendar.add(item.reported_on, days) if item.waits and item.reported_on else None
    if not item.open or item.due_on is None or item.explained or item.closing:
        return None
    days = {Rung.HEAD: policy.head_after, Rung.OFFICE: policy.office_after}.get(rung, policy.leaders_after)
    day = calendar.add(_counts_from(item, item.due_on, calendar), days)
    return last_of_week(day, calendar) if rung is Rung.LEADERS else day


def _counts_from(item: Item, missed: date, calendar: WorkingCalendar) -> date:
    """After a return from the end of the owner's quiet; what was missed before its plan was followed, from that day."""
    quiet = missed if item.returned_on is None else pause_end(item.returned_on, calendar)
    return max(missed, quiet, item.followed_on)


def last_of_week(day: date, calendar: WorkingCalendar) -> date:
    """The last working day of the week of a working day."""
    while (following := calendar.next_after(day)).isocalendar()[:2] == day.isocalendar()[:2]:
        day = following
    return day


def listeners(item: Item, ladder: Ladder, rung: Rung) -> Iterator[int]:
    """Who hears on this rung: nobody a second time who heard on a lower one, and never the owner or who decides."""
    rungs = UNDECIDED if rung in UNDECIDED else LATE
    heard = {item.recipient_id, *((item.decider_id,) if rung in UNDECIDED else ())}
    for lower in rungs[: rungs.index(rung)]:
        heard |= {who for who in ladder.at(lower) if who}
    yield from dict.fromkeys(who for who in ladder.at(rung) if who is not None and who not in heard)


def is_new(day: date | None, today: date, served_until: date | None) -> bool:
    """True for a rung that was reached and that this person's digests have not served yet."""
    return day is not None and day <= today and (served_until is None or day > served_until)


@dataclass(frozen=True)
class Coming:
    """The owner hears, the working day before, that his name climbs on `day` to these people."""

    item: Item
    rung: Rung
    day: date
    to: tuple[int, ...]


def coming(
    items: Iterable[Item], ladders: dict[int, Ladder], today: date, served_until: date | None, calendar: WorkingCalendar
) -> list[Coming]:
    """What the owner of these duties is told today; on the day itself when the day before found no digest."""
    found = []
    for item in items:
        if (ladder := ladders.get(item.duty_id)) is None:
            continue
        for rung in LATE:
            day = climbs_on(item, rung, calendar)
            to = tuple(listeners(item, ladder, rung))
            if day and to and today <= day and is_new(calendar.before(day), today, served_until):
                found.append(Coming(item, rung, day, to))
    return found


def told_of_slip(item: Item, today: date, served_until: date | None, calendar: WorkingCalendar) -> bool:
    """A missed internal date is told to the head of the unit, once; it stands on no ladder and climbs no further."""
    if not is_slipping(item, today) or item.target_on is None or not item.started(today):
        return False
    day = calendar.add(_counts_from(item, item.target_on, calendar), item.policy.head_after)
    return is_new(day, today, served_until)
