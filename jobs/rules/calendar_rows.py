"""Rows of a table of days off: ngày, loại (nghỉ, làm bù), ghi chú, in any order where a header names them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jobs.rules.days import written_day
from jobs.rules.text import fold_words
from storage.raw_document import Row

_KINDS = {
    **dict.fromkeys(("nghi", "ngay nghi", "nghi le", "nghi tet", "nghi bu", "nghi hoan doi", "off"), False),
    **dict.fromkeys(("lam bu", "lam viec", "lam viec bu", "lam", "ngay lam viec", "working"), True),
}
_COLUMNS = {"ngay": 0, "loai": 1, "ghi chu": 2}


@dataclass(frozen=True)
class DayRow:
    place: str
    day: date
    working: bool
    note: str


@dataclass(frozen=True)
class BrokenRow:
    """`what`: "day" or "kind", the cell that is not understood, with its text."""

    place: str
    what: str
    text: str


def day_rows(rows: Iterable[Row]) -> list[DayRow | BrokenRow]:
    """Every row with anything in it, but the header."""
    order: Sequence[int] = (0, 1, 2)
    found: list[DayRow | BrokenRow] = []
    for row in rows:
        cells = {cell.column: cell.text.strip() for cell in row.cells}
        named = {_COLUMNS[fold_words(text)]: column for column, text in cells.items() if fold_words(text) in _COLUMNS}
        if 0 in named and 1 in named:
            order = (named[0], named[1], named.get(2, -1))
        elif any(cells.values()):
            found.append(_read(row.place, *(cells.get(column, "") for column in order)))
    return found


def _read(place: str, day_text: str, kind_text: str, note: str = "") -> DayRow | BrokenRow:
    day, kind = written_day(day_text), _KINDS.get(fold_words(kind_text))
    if day is None:
        return BrokenRow(place, "day", day_text)
    return BrokenRow(place, "kind", kind_text) if kind is None else DayRow(place, day, kind, note)
