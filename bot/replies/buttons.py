"""Buttons as decoration: pressing one is the same as typing what it stands for."""

from collections.abc import Iterable

from bot.replies.reader import Reader
from storage.kinds import OPEN_STATES
from storage.queries.duties import DutyLine

MOST_ROWS = 5

Row = tuple[tuple[str, str], ...]


def task_rows(lines: Iterable[DutyLine], reader: Reader) -> tuple[Row, ...]:
    """One row [Xong 2] [Chi tiết 2] for each of the first five tasks; a task that cannot be done has no "Xong"."""
    _ = reader.words
    seen: dict[int, Row] = {}
    for line in lines:
        n = line.number
        done: Row = ((_("Xong {n}", n=n), f"xong {n}"),) if _own(line, reader) else ()
        seen.setdefault(n, (*done, (_("Chi tiết {n}", n=n), f"việc {n}")))
    return tuple(seen.values())[:MOST_ROWS]


def _own(line: DutyLine, reader: Reader) -> bool:
    return line.duty.state in OPEN_STATES and line.duty.recipient_id == reader.person.id


def answer_row(answers: Iterable[str]) -> tuple[Row, ...]:
    """One row with the short answers of a question."""
    row = tuple((answer, answer) for answer in answers)
    return (row,) if row else ()
