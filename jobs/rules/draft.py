"""A plan as read, laid out in the lines a person reviews and confirms: pure, from the JSON of `plan read`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jobs.rules.text import fold_words

Reading = dict[str, Any]
_SAYING = ("title", "deadline_text", "product", "responsible_text")
_TELLING = 4  # words of a title that may be found again in a sentence
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


@dataclass(frozen=True)
class BesideTable:
    """A duty in the text of a plan that no row of its table says. `quota`: how many a month, where it names a number."""

    text: str
    deadline_text: str
    unit: str | None
    quota: int | None = None


def lines_of(reading: Reading) -> list[DraftLine]:
    """Tasks and their sub-lines in reading order; a line whose sub-lines carry the work is a heading.

    A plan without a table of tasks is made of the duties in its prose; beside a table they are only shown, because
    the paper does not count them.
    """
    lines: list[DraftLine] = []
    for task in reading["tasks"] or [_of_prose(duty) for duty in reading.get("duties_in_prose", [])]:
        lines.extend(_with_sub_lines(task, len(lines), None))
    return lines


def beside_the_table(reading: Reading) -> list[BesideTable]:
    """What the text asks beside the rows, in reading order, so that somebody can add it; empty where the text is the plan.

    A row covers a duty when their words are one another's and their time is the same, and a quota when it has the same.
    """
    rows = [line for task in reading["tasks"] for line in (task, *(task.get("sub_tasks") or []))]
    if not rows:
        return []
    said = [fold_words(" ".join(str(row.get(name) or "") for name in _SAYING)) for row in rows]
    duties = reading.get("duties_in_prose") or []
    prose = {duty["text"] for duty in duties}
    monthly = [one for one in reading.get("recurring") or [] if one.get("quota") and one.get("freq") == "monthly"]
    quotas = {one["text"]: one["quota"] for one in monthly if one["text"] in prose}
    of_rows = {one["quota"] for one in monthly if one["text"] not in prose}
    return [
        BesideTable(duty["text"], duty.get("deadline_text") or "", duty.get("unit"), quotas.get(duty["text"]))
        for duty in duties
        if quotas.get(duty["text"]) not in of_rows
        and not any(_covers(row, words, duty) for row, words in zip(rows, said, strict=True))
    ]


def _covers(row: Reading, words: str, duty: Reading) -> bool:
    title, text = fold_words(row["title"]), fold_words(duty["text"])
    named = len(title.split()) >= _TELLING and f" {title} " in f" {text} "
    return (named or text in words) and (_time(row) == _time(duty) or fold_words(duty["deadline_text"]) in words)


def _time(said: Reading) -> tuple[Any, Any]:
    deadline = said.get("deadline") or {}
    return deadline.get("due"), deadline.get("recurrence")


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
