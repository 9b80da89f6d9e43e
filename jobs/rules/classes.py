"""In which official class a duty and a task stand as of a day (design: "Counting")."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.kinds import CLOSED_STATES, WAITING_STATES, DutyState


class FigureClass(StrEnum):
    ON_TIME = "on_time"  # hoàn thành đúng hạn
    LATE = "late"  # hoàn thành quá hạn
    OVERDUE = "overdue"  # quá hạn
    WITHIN = "within"  # trong hạn, not begun included
    WAITING = "waiting"  # chờ duyệt
    UNDATED = "undated"  # thường xuyên hoặc chưa có thời hạn
    NONE_AROSE = "none_arose"  # không phát sinh
    CARRIED_OVER = "carried_over"  # chuyển năm sau
    NOT_DONE = "not_done"  # không thực hiện


WORST_FIRST = (
    FigureClass.OVERDUE,
    FigureClass.WAITING,
    FigureClass.WITHIN,
    FigureClass.UNDATED,
    FigureClass.NOT_DONE,
    FigureClass.CARRIED_OVER,
    FigureClass.LATE,
    FigureClass.ON_TIME,
    FigureClass.NONE_AROSE,
)
_CLOSED = {
    DutyState.NONE_AROSE: FigureClass.NONE_AROSE,
    DutyState.CARRIED_OVER: FigureClass.CARRIED_OVER,
    DutyState.NOT_DONE: FigureClass.NOT_DONE,
}


def class_of(state: DutyState, due_on: date | None, reported_on: date | None, as_of: date) -> FigureClass | None:
    """The class of one lead duty at the end of a day; None counts nowhere (cancelled, merged).

    An accepted duty is judged by the day of its report; one without a date cannot be late.
    """
    if state is DutyState.ACCEPTED:
        late = due_on is not None and reported_on is not None and reported_on > due_on
        return FigureClass.LATE if late else FigureClass.ON_TIME
    if state in CLOSED_STATES:
        return _CLOSED.get(state)
    if state in WAITING_STATES:
        return FigureClass.WAITING
    if due_on is None:
        return FigureClass.UNDATED
    return FigureClass.OVERDUE if due_on < as_of else FigureClass.WITHIN


def worst(classes: Iterable[FigureClass]) -> FigureClass:
    """The class of a task with these duties; raises ValueError for none."""
    return min(classes, key=WORST_FIRST.index)


@dataclass(frozen=True)
class Counts:
    by_class: Mapping[FigureClass, int]

    @property
    def total(self) -> int:
        return sum(self.by_class.values())

    @property
    def done(self) -> int:
        return self[FigureClass.ON_TIME] + self[FigureClass.LATE]

    def __getitem__(self, of: FigureClass) -> int:
        return self.by_class.get(of, 0)


def count_each(classes: Iterable[FigureClass | None]) -> Counts:
    """Lead duties of a unit or a person, each once."""
    return Counts(Counter(found for found in classes if found is not None))


def count_distinct(classes: Iterable[tuple[str, FigureClass | None]]) -> Counts:
    """Tasks of a plan or an agency by the code under which the paper counts them, each with its worst class."""
    by_code: dict[str, list[FigureClass]] = {}
    for code, found in classes:
        if found is not None:
            by_code.setdefault(code, []).append(found)
    return Counts(Counter(worst(found) for found in by_code.values()))
