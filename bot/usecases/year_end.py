"""The year's end: an owner sorts his lines, which closes nothing and can be said anew until their head closes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.narrowed import in_section
from bot.usecases.said import Said
from jobs.items import closing_of, items_of
from jobs.rules.closing import Closing
from jobs.rules.items import Item
from jobs.rules.year_end import unsettled
from storage.kinds import OPEN_STATES, EventKind, PlanState, SortedAs
from storage.models.events import Event
from storage.models.year_end import SortedLine
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.plans import plans_in
from storage.queries.year_end import sorted_lines


@dataclass(frozen=True)
class Wish:
    """What is said of a line; `day` with a promise, `reason` where it goes on next year or will not be done."""

    choice: SortedAs
    day: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class LineSorted:
    line: DutyLine
    wish: Wish


@dataclass(frozen=True)
class YearSorted:
    """Lines of which one thing was said."""

    wish: Wish
    lines: tuple[DutyLine, ...]


class Why(Enum):
    NOT_CLOSING = "not_closing"  # its plan's year does not end, or it is due earlier and keeps its steps
    AFTER_LAST = "after_last"  # promised for a day behind the last one
    PASSED = "passed"  # promised for a day that is over
    NO_REASON = "no_reason"
    NO_REASON_TO_DROP = "no_reason_to_drop"


_WANTS_REASON = {SortedAs.CARRY: Why.NO_REASON, SortedAs.DROP: Why.NO_REASON_TO_DROP}


@dataclass(frozen=True)
class NotSorted:
    """Nothing was recorded of these; `last_on`: the last date of their plan; `day`: the one that is over."""

    why: Why
    lines: tuple[DutyLine, ...]
    last_on: date | None = None
    day: date | None = None


@dataclass(frozen=True)
class StillUnsorted:
    """What of a person's own is left to sort, empty when everything is said; `behalf`: his name, where another types."""

    items: tuple[Item, ...]
    last_on: date
    behalf: str = ""


@dataclass(frozen=True)
class NothingToSort:
    """ "Còn lại", and nothing is left; `code`: of this section."""

    code: str | None = None


def closing_until(session: Session, agency_id: int) -> date | None:
    """The last date of the plans that close now, the latest of several; None at any other time of the year."""
    plans = plans_in(session, agency_id, (PlanState.CLOSING,))
    return max((plan.closes_on for plan in plans if plan.closes_on), default=None)


def closing_numbers(session: Session, agency_id: int) -> frozenset[int]:
    """Numbers of the open lines that are sorted now."""
    lines = duty_queries.lead_lines(session, agency_id, OPEN_STATES)
    return frozenset(line.number for line in lines if closing_of(line.plan, line.duty.due_on))


def unsorted_of(session: Session, said: Said) -> list[DutyLine]:
    """The sender's own lines of which nothing was said, or nothing that still holds."""
    ids = [item.duty_id for item in _unsorted_items(session, said)]
    return duty_queries.lines_by_ids(session, said.agency_id, ids)


def unsorted_among(
    session: Session, said: Said, spared: Sequence[int], code: str | None, but_codes: Sequence[str]
) -> list[DutyLine]:
    """The same, of a section where one is named, without the numbers and sections left out."""
    lines = [x for x in unsorted_of(session, said) if x.number not in spared]
    lines = [x for x in lines if code is None or in_section(x, code)]
    return [x for x in lines if not any(in_section(x, each) for each in but_codes)]


def still_unsorted(session: Session, said: Said, last_on: date) -> StillUnsorted:
    behalf = said.behalf.staff.full_name if said.behalf else ""
    return StillUnsorted(tuple(_unsorted_items(session, said)), last_on, behalf)


def _unsorted_items(session: Session, said: Said) -> list[Item]:
    items = items_of(session, said.agency_id, said.owner.id)
    return [item for item in items if unsettled(item, said.day)]


def sort_line(session: Session, said: Said, line: DutyLine, wish: Wish) -> LineSorted | NotSorted:
    """Record what is said of a line; said anew it replaces what was said before."""
    line = _part_that_closes(session, said, line)
    closing = closing_of(line.plan, line.duty.due_on)
    if closing is None or line.duty.state not in OPEN_STATES:
        return NotSorted(Why.NOT_CLOSING, (line,))
    if wish.day and (wish.day > closing.last_on or said.day > closing.last_on):
        return NotSorted(Why.AFTER_LAST, (line,), closing.last_on)
    if wish.day and wish.day < said.day:
        return NotSorted(Why.PASSED, (line,), closing.last_on, wish.day)
    if wish.choice in _WANTS_REASON and not wish.reason:
        return NotSorted(_WANTS_REASON[wish.choice], (line,))
    wish = _by_the_line_s_own_end(wish, closing)
    _write(session, said, line, wish)
    return LineSorted(line, wish)


def _part_that_closes(session: Session, said: Said, line: DutyLine) -> DutyLine:
    """Of several open periods of a unit's task the one that ends with the year: an earlier one keeps its steps."""
    if closing_of(line.plan, line.duty.due_on):
        return line
    same = duty_queries.lines_by_number(session, said.agency_id, line.number)
    parts = [x for x in same if x.unit.id == line.unit.id and x.duty.role is line.duty.role]
    return next((x for x in parts if closing_of(x.plan, x.duty.due_on) and x.duty.state in OPEN_STATES), line)


def _by_the_line_s_own_end(wish: Wish, closing: Closing) -> Wish:
    if wish.day is None:
        return wish
    return Wish(SortedAs.EARLY if wish.day < closing.last_on else SortedAs.LAST, wish.day)


def _write(session: Session, said: Said, line: DutyLine, wish: Wish) -> None:
    duty = line.duty
    row = sorted_lines(session, said.agency_id, [duty.id]).get(duty.id)
    before = _kept(row) if row else None
    row = row or SortedLine(
        agency_id=said.agency_id, duty_id=duty.id, choice=wish.choice, by_id=said.who.id, day=said.day, at=said.now
    )
    row.choice = wish.choice
    row.expected_on = wish.day
    row.reason = wish.reason
    row.by_id = said.who.id
    row.day = said.day
    row.at = said.now
    session.add(row)
    event = ledger.write(
        session, said, EventKind.YEAR_SORTED, duty=duty, for_id=duty.recipient_id, text=wish.reason,
        before={"sorted": before},
    )  # fmt: skip
    ledger.tell(session, event, duty.recipient_id)


def _kept(row: SortedLine) -> dict[str, Any]:
    return row.model_dump(mode="json", include={"choice", "expected_on", "reason", "by_id", "day"})


def put_back(session: Session, event: Event) -> None:
    """What was said of the line before this event."""
    row = sorted_lines(session, event.agency_id, [event.duty_id or 0]).get(event.duty_id or 0)
    before = event.before["sorted"]
    if row is None:
        return
    if before is None:
        session.delete(row)
        return
    row.choice = SortedAs(before["choice"])
    row.reason = before["reason"]
    row.by_id = before["by_id"]
    row.expected_on = date.fromisoformat(before["expected_on"]) if before["expected_on"] else None
    row.day = date.fromisoformat(before["day"])
    session.add(row)


def together(results: Sequence[object]) -> list[object]:
    """Lines of which one thing was said, and those refused for one reason, in one result each."""
    said: dict[object, list[DutyLine]] = {}
    others: list[object] = []
    for each in results:
        if isinstance(each, LineSorted):
            said.setdefault(each.wish, []).append(each.line)
        elif isinstance(each, NotSorted):
            said.setdefault((each.why, each.last_on, each.day), []).extend(each.lines)
        else:
            others.append(each)
    grouped: list[object] = []
    for key, lines in said.items():
        if isinstance(key, Wish):
            grouped.append(YearSorted(key, tuple(lines)))
        elif isinstance(key, tuple):
            grouped.append(NotSorted(key[0], tuple(lines), *key[1:]))
    return grouped + others
