"""Rải việc: internal dates (mốc nội bộ) that spread a plan's work over the months it may take.

Three of four lines of a plan say only "Trong năm …". The rule, in words:

- A line gets a date when it ends once: led here, with a last day, no recurring or ongoing work, nothing kept up all
  year. A day that the paper itself prints needs none while it is within six weeks; a later one gets a date in the four
  weeks that begin six weeks before it.
- The first possible day is ten working days from today, and never before the line's own period begins. The last one is
  two weeks before its last day. The end of December and the week before Tết with its break stay free.
- Lines with the least room choose first, each the month in which its units have least to do (of equal ones that which
  leaves no part of the year empty), then that of the days
  10, 20 and the month's last working day on which they have least; beyond three a day other working days are taken.
- Lines of one section with the same leads and the same room come in the order of the paper, and every section is
  spread over the whole of the time.
- A date that is already set stays and counts as work of its month. The same lines always give the same dates.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from jobs.rules.deadlines.model import DeadlineKind, last_day
from jobs.rules.deadlines.tet import tet_break
from jobs.rules.periods import DATED
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import ProductKind

NOTICE = 10  # working days before the first date
BEFORE_DUE = timedelta(days=14)
OWN_DATE = timedelta(days=42)  # a printed day this near needs no date of ours
A_FEW = 3  # dates of one unit on one morning
ANCHORS = (10, 20, 31)
YEAR_END = 20  # from this day of December the office closes its year
TET_WEEK = timedelta(days=7)

Month = tuple[int, int]
When = TypeVar("When", Month, date)


@dataclass(frozen=True)
class SpreadLine:
    """A lead line. `units`: who leads; `kind`: what its deadline column was read as, None where it says nothing.

    `several`: it has milestones of its own; `target`: the internal date it already has.
    """

    key: int
    section: tuple[str, ...]
    units: tuple[int, ...]
    product: ProductKind
    kind: DeadlineKind | None
    start: date | None
    due: date | None
    target: date | None = None
    several: bool = False


@dataclass(frozen=True)
class _Room:
    """Between which days a line's date may lie."""

    first: date
    last: date


def spread(lines: Sequence[SpreadLine], today: date, calendar: WorkingCalendar) -> dict[int, date]:
    """New internal dates by key for `lines` in reading order; lines that get none are left out."""
    days = _Days(calendar)
    for line in lines:
        if line.target:
            days.take(line.units, line.target)
    rooms = {line.key: room for line in lines if (room := _room(line, today, calendar))}
    chosen: dict[int, date] = {}
    wanting = [line for line in lines if line.key in rooms and days.months(rooms[line.key])]
    alike = Counter((line.units, rooms[line.key]) for line in wanting)
    met: Counter[tuple[tuple[int, ...], _Room]] = Counter()
    for line in sorted(wanting, key=lambda x: (len(days.months(rooms[x.key])), -len(x.units))):
        group = line.units, rooms[line.key]
        chosen[line.key] = days.choose(*group, (met[group] + 0.5) / alike[group])
        met[group] += 1
    return _in_order(wanting, rooms, chosen)


def _room(line: SpreadLine, today: date, calendar: WorkingCalendar) -> _Room | None:
    due = line.due
    if due is None or line.target or line.several or not line.units or line.kind not in DATED:
        return None
    if line.product is ProductKind.STATE:
        return None
    first = max(calendar.add(today, NOTICE), line.start or today)
    if line.kind is DeadlineKind.DATE:
        if due <= today + OWN_DATE:
            return None
        first = max(first, due - OWN_DATE)
    return _Room(first, due - BEFORE_DUE) if first <= due - BEFORE_DUE else None


class _Days:
    """The days that can be had, and how much each unit has on them."""

    def __init__(self, calendar: WorkingCalendar) -> None:
        self.calendar = calendar
        self.in_month: Counter[tuple[int, Month]] = Counter()
        self.on_day: Counter[tuple[int, date]] = Counter()
        self._of_room: dict[_Room, dict[Month, list[date]]] = {}

    def take(self, units: Sequence[int], day: date) -> None:
        for unit in units:
            self.in_month[unit, _month(day)] += 1
            self.on_day[unit, day] += 1

    def months(self, room: _Room) -> Mapping[Month, list[date]]:
        """Months of a room with their free working days; one in which none of the three days is left does not count."""
        if room not in self._of_room:
            found: dict[Month, list[date]] = defaultdict(list)
            for day in self._free(room):
                found[_month(day)].append(day)
            with_anchor = {month: days for month, days in found.items() if set(days) & set(self._anchors(month))}
            self._of_room[room] = with_anchor or dict(found)
        return self._of_room[room]

    def choose(self, units: Sequence[int], room: _Room, at: float) -> date:
        """The emptiest day of the emptiest month, taken; of equal months the one nearest to `at`, 0 to 1, of the time."""
        months = self.months(room)
        wanted = {month: abs(n + 0.5 - at * len(months)) for n, month in enumerate(months)}
        month = min(months, key=lambda m: (*self._most(self.in_month, units, m), wanted[m]))
        anchors = [day for day in self._anchors(month) if day in months[month]]
        free = [day for day in anchors if self._most(self.on_day, units, day)[0] < A_FEW]
        day = min(free or months[month], key=lambda d: (*self._most(self.on_day, units, d), d))
        self.take(units, day)
        return day

    @staticmethod
    def _most(load: "Counter[tuple[int, When]]", units: Sequence[int], when: When) -> tuple[int, int]:
        loads = [load[unit, when] for unit in units]
        return max(loads), sum(loads)

    def _anchors(self, month: Month) -> list[date]:
        last = last_day(*month)
        return [self.calendar.on_or_before(last.replace(day=min(day, last.day))) for day in ANCHORS]

    def _free(self, room: _Room) -> Iterator[date]:
        day = room.first
        breaks = [found for year in (day.year, room.last.year) if (found := tet_break(year, self.calendar))]
        while day <= room.last:
            closing = day.month == 12 and day.day >= YEAR_END
            if self.calendar.is_working(day) and not closing and not any(a - TET_WEEK <= day <= b for a, b in breaks):
                yield day
            day += timedelta(days=1)


def _in_order(lines: Sequence[SpreadLine], rooms: Mapping[int, _Room], chosen: dict[int, date]) -> dict[int, date]:
    """Dates of lines with the same leads and room are worth the same: handed out anew, section by section abreast."""
    alike: dict[tuple[tuple[int, ...], _Room], list[SpreadLine]] = defaultdict(list)
    for line in lines:
        alike[line.units, rooms[line.key]].append(line)
    for group in alike.values():
        length = Counter(line.section for line in group)
        seen: Counter[tuple[str, ...]] = Counter()
        ranked: list[tuple[float, int, int]] = []
        for at, line in enumerate(group):
            ranked.append(((seen[line.section] + 0.5) / length[line.section], at, line.key))
            seen[line.section] += 1
        days = sorted(chosen[line.key] for line in group)
        chosen |= {key: day for (_, _, key), day in zip(sorted(ranked), days, strict=True)}
    return {line.key: chosen[line.key] for line in lines}


def _month(day: date) -> Month:
    return day.year, day.month
