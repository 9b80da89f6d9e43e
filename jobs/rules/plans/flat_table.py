"""The table below a printed header, from pages whose cells follow one another line by line."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jobs.rules.plans.columns import Column
from jobs.rules.plans.flat_cells import Known, cell_key, opening, starts_bullet, starts_low
from jobs.rules.plans.flat_columns import split_cells
from jobs.rules.plans.flat_header import Header
from jobs.rules.plans.flat_layout import FlatRow, Layout, cuts_inside, joined
from jobs.rules.plans.flat_rows import Part, split_rows
from jobs.rules.plans.flat_widths import too_wide, usual_width, width_of_column
from storage.raw_document import Cell, Row, Table

Line = tuple[str, str]  # text and place
_FEWEST_WRAPS = 3
_LEARNED_FROM = 150  # parts of rows
_MOST_LINES = 120  # of one part; a longer one is read piece by piece
_MOST_TABLE_LINES = 8_000
_SAYING = (Column.LEAD, Column.ASSIGNED, Column.DEADLINE, Column.TARGET)
_ENOUGH = 0.5  # of the numbered rows
_INTERLEAVED_FROM = 0.3  # other cells that begin inside a line, a line


@dataclass
class _RowText:
    part: Part
    row: FlatRow


def is_interleaved(header: Header, pages: Sequence[Sequence[Line]]) -> bool:
    """Whether every line runs over all columns, so that no cell stands on lines of its own."""
    lines = [text for page in pages for text, _ in page]
    if len(lines) > _MOST_TABLE_LINES:
        return True
    return sum(cuts_inside(line, Layout(header.data)) for line in lines) > _INTERLEAVED_FROM * len(lines)


def left_as_lines(pages: Sequence[Sequence[Line]]) -> Table:
    """A table that no reader takes for a plan's, so that each of its lines is shown as left out."""
    rows = [Row((Cell(text, 0, 3),), place) for page in pages for text, place in page]
    return Table(tuple(rows), "Bảng 1")


def table_of(header: Header, pages: Sequence[Sequence[Line]]) -> Table | None:
    """Rows in the header's order; read twice, since the first reading tells how wide the columns are.

    None where most numbered rows would say neither who nor when: then the columns were printed one after another.
    """
    parts = [piece for part in split_rows(pages, Column.TARGET in header.data) for piece in _pieces(part)]
    layout = Layout(header.data)
    layout = _learned(_read(parts[:_LEARNED_FROM], layout), layout)
    rows = _read(parts, layout)
    if not _says_enough(rows, header):
        return None
    double = any(one.part.running for one in rows)
    lines = [_header_row(header, double), *(_as_row(one, header, double, layout) for one in rows)]
    return Table(tuple(lines), "Bảng 1")


def _says_enough(rows: Sequence[_RowText], header: Header) -> bool:
    said = [column for column in _SAYING if column in header.data]
    numbered = [one.row for one in rows if one.part.label[:1].isdigit() and not one.row.alone]
    saying = [row for row in numbered if any(column in row.cells for column in said)]
    return len(saying) >= _ENOUGH * len(numbered)


def _pieces(part: Part) -> Iterator[Part]:
    yield replace(part, lines=part.lines[:_MOST_LINES])
    for at in range(_MOST_LINES, len(part.lines), _MOST_LINES):
        yield Part(lines=part.lines[at : at + _MOST_LINES], place=part.place)


def _read(parts: Sequence[Part], layout: Layout) -> list[_RowText]:
    found: list[_RowText] = []
    for part in parts:
        above = found[-1].row if part.goes_on and found else None
        rows = split_cells(part.lines, layout, above)
        if above and rows:
            for column, lines in rows[0].cells.items():
                above.cells[column] = [*above.cells.get(column, []), *lines]
            rows = rows[1:]
        if not rows and not part.goes_on:
            rows = [FlatRow()]
        for n, row in enumerate(rows):
            found.append(_RowText(part if n == 0 and not part.goes_on else Part(place=part.place), row))
    return found


def _learned(rows: Sequence[_RowText], layout: Layout) -> Layout:
    """Widths and repeated cells, from a first reading."""
    found: dict[Column, list[list[str]]] = defaultdict(list)
    for one in rows:
        for column, lines in one.row.cells.items():
            if not one.row.alone:
                found[column].append(lines)
    widths: dict[Column, float] = {}
    limits: dict[Column, float] = {}
    for column, cells in found.items():
        wraps = [(line, after) for lines in cells for line, after in pairwise(lines) if starts_low(after)]
        if len(wraps) >= _FEWEST_WRAPS:
            widths[column], limits[column] = width_of_column(wraps)
        else:
            widths[column] = usual_width(line for lines in cells for line in lines)
    prose = (Column.TITLE, Column.PRODUCT)
    known = Known(
        {
            column: Counter(cell_key(" ".join(lines)) for lines in cells)
            for column, cells in found.items()
            if column not in prose
        },
        {column: Counter(_openings(found[column])) for column in prose},
    )
    return replace(layout, widths=widths, limits=limits, known=known)


def _openings(cells: Sequence[list[str]]) -> Iterator[str]:
    return (opening(line) for lines in cells for n, line in enumerate(lines) if not n or starts_bullet(line))


def _header_row(header: Header, double: bool) -> Row:
    shift = 2 if double else 1
    number = Cell(header.names[0], 0, shift)
    return Row((number, *(Cell(name, n + shift) for n, name in enumerate(header.names[1:]))), "dòng tiêu đề")


def _as_row(one: _RowText, header: Header, double: bool, layout: Layout) -> Row:
    numbers = [one.part.running, one.part.label] if double else [one.part.label]
    cells = [Cell(text, n) for n, text in enumerate(numbers)]
    shift = len(cells)
    for n, column in enumerate(header.data):
        lines = one.row.cells.get(column, [])
        cells.append(Cell(joined(lines, column, layout.widths.get(column, 0.0)), n + shift))
    if one.row.alone and _is_wide(one.row, layout):
        title = header.data.index(Column.TITLE) + shift
        cells = [cell for cell in cells if cell.column <= title]
        cells[-1] = replace(cells[-1], column_span=len(header.data) + shift - title)
    return Row(tuple(cells), one.part.place)


def _is_wide(row: FlatRow, layout: Layout) -> bool:
    limit = layout.widths.get(Column.TITLE, 0.0)
    return bool(limit) and any(too_wide(line, limit) for line in row.cells[Column.TITLE])
