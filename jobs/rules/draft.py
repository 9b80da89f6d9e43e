"""A plan as read, laid out in the lines a person reviews and confirms: pure, from the JSON of `plan read`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Reading = dict[str, Any]
HUNDRED = 100  # a plan takes whole hundreds of the numbers people type


@dataclass(frozen=True)
class DraftLine:
    """One line in reading order. `parent` is the position of the line it stands under."""

    position: int
    reading: Reading
    parent: int | None
    is_heading: bool

    @property
    def code(self) -> str:
        return str(self.reading.get("code") or "")


def lines_of(reading: Reading) -> list[DraftLine]:
    """Tasks and their sub-lines in reading order; a line whose sub-lines carry the work is a heading.

    A plan without a table of tasks is made of the duties in its prose; beside a table they are only shown, because
    the paper does not count them.
    """
    lines: list[DraftLine] = []
    for task in reading["tasks"] or [_of_prose(duty) for duty in reading.get("duties_in_prose", [])]:
        lines.extend(_with_sub_lines(task, len(lines), None))
    return lines


def _of_prose(duty: Reading) -> Reading:
    return {
        "title": duty["text"],
        "lead": [duty["unit"]] if duty.get("unit") else [],
        "coordinate": [],
        "deadline_text": duty.get("deadline_text") or "",
        "deadline": duty.get("deadline"),
        "product": "",
        "origin": "prose",
    }


def _with_sub_lines(task: Reading, position: int, parent: int | None) -> Iterator[DraftLine]:
    subs: Sequence[Reading] = task.get("sub_tasks") or []
    own = {key: value for key, value in task.items() if key != "sub_tasks"}
    heading = bool(task.get("heading")) or (bool(subs) and not task.get("lead"))
    yield DraftLine(position, own, parent, heading)
    used = position + 1
    for n, sub in enumerate(subs, 1):
        inherited = {"section": task.get("section", []), "counted_as": sub.get("counted_as") or task.get("counted_as")}
        code = sub.get("code") or f"{task.get('code', '')}/{n}"
        for line in _with_sub_lines({**sub, **inherited, "code": code}, used, position):
            yield line
            used += 1


def first_number(taken: int | None) -> int:
    """Where a plan's numbers begin: the first plan at 1, a later one at the next whole hundred after `taken`."""
    return 1 if not taken else -(-taken // HUNDRED) * HUNDRED + 1


def next_numbers(own: Sequence[int], taken: int | None, count: int) -> list[int]:
    """Numbers for `count` later lines of a plan whose numbers, dropped lines included, are `own`: the next free ones of
    its hundreds, then a new hundred after `taken`, the agency's highest.
    """
    last = max(own, default=0)
    left = list(range(last + 1, -(-last // HUNDRED) * HUNDRED + 1))[:count]
    first = first_number(max(taken or 0, last))
    return left + list(range(first, first + count - len(left)))
