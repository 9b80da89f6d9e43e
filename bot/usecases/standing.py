"""The official class of duties and tasks on a day, counted as the paper counts (design: Counting)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.kinds import OPEN_STATES, WAITING_STATES, DutyState
from storage.queries.duties import DutyLine


class Standing(StrEnum):
    """Worst first: a task has its worst duty's class."""

    LATE = "late"  # quá hạn
    WAITING = "waiting"  # chờ duyệt
    IN_TIME = "in_time"  # trong hạn
    NO_DATE = "no_date"  # thường xuyên, chưa có thời hạn
    NOT_DONE = "not_done"
    CARRIED_OVER = "carried_over"
    DONE_LATE = "done_late"
    DONE = "done"
    NONE_AROSE = "none_arose"


_ORDER = tuple(Standing)
_CLOSED = {
    DutyState.NOT_DONE: Standing.NOT_DONE,
    DutyState.CARRIED_OVER: Standing.CARRIED_OVER,
    DutyState.NONE_AROSE: Standing.NONE_AROSE,
}


@dataclass(frozen=True)
class Counted:
    """Tasks by class; `total` counts each once."""

    by_class: dict[Standing, int]

    @property
    def total(self) -> int:
        return sum(self.by_class.values())

    def of(self, *classes: Standing) -> int:
        return sum(self.by_class.get(each, 0) for each in classes)


def standing_of(line: DutyLine, day: date) -> Standing | None:
    """The class of one lead duty; none for what counts nowhere (merged, cancelled)."""
    duty = line.duty
    if duty.state in (DutyState.MERGED, DutyState.CANCELLED):
        return None
    if duty.state in WAITING_STATES:
        return Standing.WAITING
    if duty.state in OPEN_STATES:
        if duty.due_on is None:
            return Standing.NO_DATE
        return Standing.LATE if duty.due_on < day else Standing.IN_TIME
    if duty.state is DutyState.ACCEPTED:
        late = duty.due_on is not None and duty.reported_on is not None and duty.reported_on > duty.due_on
        return Standing.DONE_LATE if late else Standing.DONE
    return _CLOSED[duty.state]


def count_tasks(lines: Iterable[DutyLine], day: date) -> Counted:
    """Distinct `counted_as` of each plan, as the paper counts; a line that is paired with none counts for itself."""
    worst: dict[object, Standing] = {}
    for line in lines:
        found = standing_of(line, day)
        if found is None:
            continue
        key = (line.task.plan_id, line.task.counted_as or line.task.id)
        known = worst.get(key)
        if known is None or _ORDER.index(found) < _ORDER.index(known):
            worst[key] = found
    return Counted(_tally(worst.values()))


def count_duties(lines: Iterable[DutyLine], day: date) -> Counted:
    """Lead duties, as units and people count."""
    return Counted(_tally(found for line in lines if (found := standing_of(line, day))))


def _tally(classes: Iterable[Standing]) -> dict[Standing, int]:
    found: dict[Standing, int] = {}
    for each in classes:
        found[each] = found.get(each, 0) + 1
    return found
