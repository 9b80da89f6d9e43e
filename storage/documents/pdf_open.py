"""Tables drawn in part or not at all: columns stand where white space runs down, rows begin where every column begins anew."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from storage.documents.pdf_edges import Edge
from storage.documents.pdf_flow import Column, goes_on, leading_of
from storage.documents.pdf_grid import Grid, GridCell
from storage.documents.pdf_text import Glyph, Line, lines_of, rows_of, runs_of

Piece = tuple[float, float]  # a run of letters, from and to

_ALIKE = 6.0  # points by which the ends of a table's lines may differ
_SHORTEST_RULE = 200.0
_NARROWEST_GAP = 6.0
_SPILL = 0.04  # of the lines may reach over a gap, as section titles do
_NARROW_TEXT = 0.2  # of the table's width
_TABULAR = 0.25  # so many lines of a table stand in three pieces or more
_FEWEST_LINES = 4
_LONGEST_LABEL = 8  # characters
_LABEL = re.compile(r"(?:[A-ZĐ]{1,3}[-. ]?(?=\d))?(?:[A-ZĐa-zđ]|[IVX]{1,5}|\d{1,3})(?:\.(?:[IVX]{1,5}|\d{1,3}))*[.)]?")
_ABOVE = 4.0  # points above a base line: lines of one row differ less


@dataclass(frozen=True)
class OpenArea:
    """Where a table stands on its page whose columns are not drawn; `ys` are the lines drawn between its rows."""

    x0: float
    x1: float
    ys: tuple[float, ...]
    glyphs: tuple[Glyph, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    def is_like(self, other: "OpenArea") -> bool:
        return abs(self.x0 - other.x0) < 2 * _ALIKE and abs(self.x1 - other.x1) < 6 * _ALIKE


def ruled_areas(level: Sequence[Edge], glyphs: Sequence[Glyph]) -> Iterator[OpenArea]:
    """Between horizontal lines of one length."""
    left = [edge for edge in level if edge.end - edge.start >= _SHORTEST_RULE]
    while left:
        alike = [e for e in left if abs(e.start - left[0].start) < _ALIKE and abs(e.end - left[0].end) < _ALIKE]
        left = [edge for edge in left if edge not in alike]
        ys = sorted(edge.at for edge in alike)
        if len(ys) > 1:
            x0, x1 = min(edge.start for edge in alike), max(edge.end for edge in alike)
            within = [glyph for glyph in glyphs if x0 - _ALIKE < glyph.x0 < x1]
            ys = _with_cut_rows(ys, within)
            inside = tuple(glyph for glyph in within if ys[0] < glyph.base < ys[-1])
            if len(_gaps(list(_pieces(inside)), x0, x1)) > 1:
                yield OpenArea(x0, x1, tuple(ys), inside)


def _with_cut_rows(ys: list[float], glyphs: Sequence[Glyph]) -> list[float]:
    """The lines between rows and, where rows cut by the page break have no line there, the end of their texts."""
    rows = rows_of(glyphs)
    below = _block([row for row in rows if row[0].base > ys[-1]], ys[-1])
    above = _block([row for row in reversed(rows) if row[0].base < ys[0]], ys[0])
    first = [min(glyph.top for glyph in above[-1])] if any(len(list(_row_pieces(row))) > 1 for row in above) else []
    last = [max(glyph.bottom for glyph in below[-1])] if any(len(list(_row_pieces(row))) > 1 for row in below) else []
    return [*first, *ys, *last]


def _block(rows: Sequence[list[Glyph]], start: float) -> list[list[Glyph]]:
    """Rows that follow each other closely from a height on, in either direction."""
    found: list[list[Glyph]] = []
    for row in rows:
        if abs(row[0].base - start) > 1.6 * row[0].size:
            break
        found.append(row)
        start = row[0].base
    return found


def unruled_areas(glyphs: Sequence[Glyph]) -> Iterator[OpenArea]:
    """Lines that stand in three pieces or more, and what stands between them."""
    rows = rows_of(glyphs)
    pieces = [list(_row_pieces(row)) for row in rows]
    tabular = [n for n, row in enumerate(pieces) if len(row) > 2]
    if len(tabular) < _FEWEST_LINES:
        return
    first, last = tabular[0], _end_of_area(rows, tabular[-1])
    inside = pieces[first : last + 1]
    if len(tabular) < _TABULAR * len(inside):
        return
    x0, x1 = min(row[0][0] for row in inside), max(row[-1][1] for row in inside)
    while first and _is_narrow(pieces[first - 1], x1 - x0) and _is_close(rows[first - 1], rows[first]):
        first -= 1
    part = tuple(glyph for row in rows[first : last + 1] for glyph in row)
    if len(_gaps(inside, x0, x1)) > 1:
        top, bottom = min(glyph.top for glyph in part), max(glyph.bottom for glyph in part)
        yield OpenArea(x0, x1, (top, bottom), part)


def _end_of_area(rows: Sequence[Sequence[Glyph]], last: int) -> int:
    while last + 1 < len(rows) and _is_close(rows[last], rows[last + 1]):
        last += 1
    return last


def _is_close(above: Sequence[Glyph], below: Sequence[Glyph]) -> bool:
    return below[0].base - above[0].base < 1.5 * above[0].size


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[list[Piece]]:
    return (list(_row_pieces(row)) for row in rows_of(glyphs))


def _row_pieces(row: Sequence[Glyph]) -> Iterator[Piece]:
    return ((run[0].x0, max(glyph.x1 for glyph in run)) for run in runs_of(row))


def _gaps(rows: Sequence[Sequence[Piece]], x0: float, x1: float) -> list[Piece]:
    """Where (nearly) no line has a letter, between columns that have some."""
    cover = [0] * (int(x1 - x0) + 2)
    # Titles of sections reach over columns; they stand in one or two pieces, as other long lines do.
    counted = [row for row in rows if len(row) > 2 or _is_narrow(row, x1 - x0)]
    for row in {tuple((round(a), round(b)) for a, b in row) for row in counted}:  # headers on every page count once
        for start, end in row:
            for n in range(max(0, int(start - x0)), min(len(cover), int(end - x0) + 1)):
                cover[n] += 1
    spill = max(1, int(len(counted) * _SPILL))
    filled = [n for n, lines in enumerate(cover) if lines > spill]
    gaps = ((a + 1, b) for a, b in pairwise(filled) if b - a > _NARROWEST_GAP)
    return [(x0 + a, x0 + b) for a, b in (_emptiest(cover, *gap) for gap in gaps)]


def _emptiest(cover: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The widest part of a gap where fewest lines reach in."""
    fewest = min(cover[start:end])
    full = [start - 1, *(n for n in range(start, end) if cover[n] > fewest), end]
    return max(((a + 1, b) for a, b in pairwise(full)), key=lambda part: part[1] - part[0])


def _is_narrow(row: Sequence[Piece], width: float) -> bool:
    return all(end - start < _NARROW_TEXT * width for start, end in row)


def closed(areas: Sequence[OpenArea]) -> list[Grid]:
    """Tables with columns, one for each part of a table that goes on over pages; its columns are those of all parts."""
    rows = [row for area in areas for row in _pieces(area.glyphs)]
    x0, x1 = min(area.x0 for area in areas), max(area.x1 for area in areas)
    gaps = _gaps(rows, x0, x1)
    borders = [x0 - 1, *((a + b) / 2 for a, b in gaps), x1 + 1]
    grids: list[Grid] = []
    for area in areas:
        starts = row_starts(_grid(area, borders, merging=False))
        grids.append(_grid(replace(area, ys=tuple(sorted((*area.ys, *starts)))), borders))
    return grids


def _grid(area: OpenArea, borders: list[float], merging: bool = True) -> Grid:
    """`merging`: cells over which a text runs become one."""
    cells: list[GridCell] = []
    for row, (top, bottom) in enumerate(pairwise(area.ys)):
        inside = [glyph for glyph in area.glyphs if top < (glyph.top + glyph.bottom) / 2 <= bottom]
        pieces = [piece for row_pieces in _pieces(inside) for piece in row_pieces]
        free = [n for n, x in enumerate(borders) if not (merging and any(a < x < b for a, b in pieces))]
        for a, b in pairwise(free):
            part = [glyph for glyph in inside if borders[a] <= (glyph.x0 + glyph.x1) / 2 < borders[b]]
            cells.append(GridCell(row, a, 1, b - a, lines=lines_of(part)))
    return Grid(borders, list(area.ys), cells, is_open=True)


def row_starts(grid: Grid) -> list[float]:
    """Where further rows begin in rows that hold several row numbers, since no line is drawn between them."""
    starts: list[float] = []
    for row in range(len(grid.ys) - 1):
        inside = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.row_span]
        if all(cell.row_span == 1 for cell in inside):
            starts += _row_starts(inside, grid)
    return starts


def _row_starts(cells: Sequence[GridCell], grid: Grid) -> list[float]:
    texts = sorted((cell for cell in cells if cell.lines), key=lambda cell: cell.column)
    labels = list(takewhile(_holds_labels, texts))
    numbered = {line.base for cell in labels for line in cell.lines} - set(_torn(labels))
    if len(numbered) < 2:
        return []
    leading = leading_of(cell.lines for cell in texts)
    columns = [(cell.lines, _column(cell, grid, leading)) for cell in texts[len(labels) :]]
    lines = sorted((line for cell in texts for line in cell.lines), key=lambda line: line.base)
    starts: list[float] = []
    for above, line in pairwise(lines):
        apart = line.base - above.base > leading + 1.5
        start = line.base - _ABOVE
        labelled = line.base in numbered
        if start > lines[0].base and (apart or labelled):
            sure = (apart and labelled) or not any(_goes_on(start, *column) for column in columns)
            starts += [start] if sure else []
    starts = [start for n, start in enumerate(starts) if not n or start - starts[n - 1] > _ABOVE]
    return [start for start in starts if _holds_row(start, starts, texts)]


def _holds_labels(cell: GridCell) -> bool:
    """Row numbers, perhaps under their header; the lines of other narrow columns are as short."""
    numbers = sum(bool(_LABEL.fullmatch(line.text)) for line in cell.lines)
    return numbers * 2 >= len(cell.lines) and all(len(line.text) <= _LONGEST_LABEL for line in cell.lines)


def _torn(labels: Sequence[GridCell]) -> Iterator[float]:
    """Second halves of numbers too long for their column ("2." over "3")."""
    for cell in labels:
        yield from (line.base for above, line in pairwise(cell.lines) if above.text[-1] == "." and line.text.isdigit())


def _column(cell: GridCell, grid: Grid, leading: float) -> Column:
    left = min(line.x0 for line in cell.lines)
    right = max(line.x1 for line in cell.lines)
    return Column(
        left,
        right if grid.is_open else grid.xs[cell.column + cell.column_span] - (left - grid.xs[cell.column]),
        leading,
    )


def _goes_on(y: float, lines: Sequence[Line], column: Column) -> bool:
    """Whether a paragraph goes on over this height."""
    above = [line for line in lines if line.base < y]
    below = [line for line in lines if line.base >= y]
    return bool(above and below) and goes_on(above[-1:], below[0], column)


def _holds_row(start: float, starts: Sequence[float], cells: Sequence[GridCell]) -> bool:
    """More than the rest of one cell stands between this start and the next."""
    end = min((other for other in starts if other > start), default=float("inf"))
    filled = [cell for cell in cells if any(start <= line.base < end for line in cell.lines)]
    return len(filled) > 1
