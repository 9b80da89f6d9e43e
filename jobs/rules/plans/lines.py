"""One row of a plan's table with its cells sorted by meaning, before it is known what kind of row it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jobs.rules.plans.columns import Column, Columns
from jobs.rules.plans.sections import label_of, split_label
from jobs.rules.plans.units import starts_unit
from jobs.rules.text import fold, tidy
from storage.raw_document import Cell, Row

DATA = (Column.LEAD, Column.ASSIGNED, Column.COORDINATE, Column.DEADLINE, Column.PRODUCT, Column.TARGET, Column.BASIS)

_LEADS_AND_HELPS = re.compile(r"chu tri\s*/\s*(?:\w+ )*phoi hop")
_SAYS_WHO = re.compile(r"chu tri|phoi hop")
_BARE = re.compile(r"(?:\d{1,2}|[IVX]{1,3})(?:\s?[/.,-]\s?(?:\d{1,4}|[IVX]{1,3})){0,3}")


@dataclass
class Line:
    """`values` holds what stands in the row's data cells; `wide` says that the title runs across other columns.

    `time_words`: what the header says before a bare date ("trước ngày"). `own`: the columns of which the row has a cell of its own, not one that goes on from above.
    `printed`: cells that only say "nt", whose `values` are those of the row above.
    """

    place: str
    label: str
    running: int | None
    title: str
    values: dict[Column, str]
    wide: bool
    title_goes_on: bool
    text: str
    own: frozenset[Column] = frozenset()
    time_words: str = ""
    doubts: list[str] = field(default_factory=list)
    printed: dict[Column, str] = field(default_factory=dict)

    @property
    def when(self) -> str:
        """The deadline cell as it is to be read, with the words that only the header has."""
        printed = self.values.get(Column.DEADLINE, "")
        return f"{self.time_words} {printed}" if self.time_words and _BARE.fullmatch(tidy(printed)) else printed

    @property
    def has_data(self) -> bool:
        return any(self.values.values())


@dataclass(frozen=True)
class Numbering:
    """Grid columns of the row's own number and, where the paper also counts through, of the running number."""

    own: int | None
    running: int | None


def numbering_of(rows: Sequence[Row], columns: Columns) -> Numbering:
    """Of two number columns the one that never goes back is the running one."""
    area = sorted(column for span in columns.spans.get(Column.NUMBER, ()) for column in span)
    starts = sorted({cell.column for row in rows for cell in row.cells if cell.column in area})
    if not starts:
        return Numbering(None, None)
    if len(starts) == 1:
        return Numbering(starts[0], None)
    texts = {column: _texts(rows, column) for column in starts[:2]}
    first, second = starts[:2]
    if _restarts(texts[second]) or not _restarts(texts[first]):
        return Numbering(second, first)
    return Numbering(first, second)


def _texts(rows: Sequence[Row], column: int) -> list[str]:
    return [tidy(c.text) for row in rows for c in row.cells if c.column == column and c.column_span == 1 and c.text]


def _restarts(texts: list[str]) -> bool:
    numbers = [int(text.rstrip(".")) for text in texts if text.rstrip(".").isdigit()]
    going_back = sum(after <= before for before, after in pairwise(numbers))
    return going_back > len(numbers) // 5 or len(numbers) < len(texts)


def read_line(row: Row, columns: Columns, numbering: Numbering) -> Line:
    title_cells = columns.cells(row, Column.TITLE)
    wide = any(_covers_more(cell, columns) for cell in title_cells)
    across = {id(cell) for cell in title_cells}
    title = "\n".join(cell.text for cell in title_cells if cell.text)
    values = {column: _text(row, columns, column, across) for column in DATA}
    values[Column.DEADLINE] = _when(row, columns, across)
    if columns.matrix:
        marked = zip((Column.LEAD, Column.COORDINATE), columns.matrix.parties(row), strict=True)
        values |= {column: "; ".join(filter(None, (values[column], units))) for column, units in marked}
    if values[Column.TARGET]:
        values[Column.TARGET] = _with_unit(values[Column.TARGET], _text(row, columns, Column.UNIT, across))
    _part_by_stroke(values, columns)
    label, running = _label(row, columns, numbering, across)
    if not label and (numbering.own is None or wide):
        label, title = split_label(title) if _labelled(title) else ("", title)
    goes_on = bool(title_cells) and all(cell.continued for cell in title_cells)
    own = frozenset(c for c in DATA if any(cell.text and not cell.continued for cell in columns.cells(row, c)))
    return Line(row.place, label, running, title.strip(), values, wide, goes_on, row.text, own, columns.time_words)


def _text(row: Row, columns: Columns, column: Column, across: set[int]) -> str:
    return "\n".join(dict.fromkeys(c.text for c in columns.cells(row, column) if c.text and id(c) not in across))


def _when(row: Row, columns: Columns, across: set[int]) -> str:
    """The deadline cell; with a column for the start "start - end"; in a calendar the columns that are ticked."""
    start, end = _text(row, columns, Column.START, across), columns.when(row, across)
    if start and end and start != end:
        return f"{start} - {end}"
    return end or (f"Từ {start}" if start else "")


def _part_by_stroke(values: dict[Column, str], columns: Columns) -> None:
    """Under "Chủ trì/Phối hợp" a cell "Phòng Kinh tế/ Các thôn" is two columns in one."""
    who = values[Column.ASSIGNED]
    parts = [part.strip() for part in who.split("/")]
    header = fold(columns.headers.get(Column.ASSIGNED, ""))
    if len(parts) != 2 or not _LEADS_AND_HELPS.search(header) or _SAYS_WHO.search(fold(who)):
        return
    if all(starts_unit(part) for part in parts):
        values |= {Column.LEAD: parts[0], Column.COORDINATE: parts[1], Column.ASSIGNED: ""}


def _with_unit(target: str, unit: str) -> str:
    """ "95" and "%" make "95%"."""
    if not unit or not re.search(r"\d$", target.strip()):
        return target
    return f"{target}{unit}" if unit.startswith("%") else f"{target} {unit}"


def _labelled(title: str) -> bool:
    return bool(title) and bool(split_label(title)[0])


def _covers_more(cell: Cell, columns: Columns) -> bool:
    mine = set(cell.columns)
    return any(mine & set(span) for column in (*DATA, Column.NUMBER) for span in columns.spans.get(column, ()))


def _label(row: Row, columns: Columns, numbering: Numbering, across: set[int]) -> tuple[str, int | None]:
    label, running = "", None
    for cell in columns.cells(row, Column.NUMBER):
        text = "" if cell.continued or id(cell) in across else tidy(cell.text)
        if cell.column == numbering.running and numbering.own not in cell.columns:
            found = re.fullmatch(r"0*(\d{1,4})[.)]?", text)
            running = int(found[1]) if found else None
            label = label if found else label or label_of(text)  # a section's letter stands where the count does
        elif text:
            label = label_of(text) or label
    return label, running
