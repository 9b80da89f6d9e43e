"""Tables of single pages to tables of the document: the same columns, rows cut by the page break made whole."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from storage.documents.pdf_flow import (
    Column,
    ends_sentence,
    joined,
    leading_of,
    paragraphs_of,
    starts_low,
    starts_mark,
    would_have_fit,
)
from storage.documents.pdf_grid import Grid, GridCell
from storage.documents.pdf_text import Line
from storage.raw_document import Cell, Row, Table

_SAME = 5.0  # points between borders that are one
_USUAL_PADDING = 5.4
_MAX_HEADER_ROWS = 3
_LABEL = 8  # characters; longer texts are no row numbers
_ENOUGH_ROWS = 200  # to measure a table by, however many pages it has
_LINES_LEFT = 3.8  # a paragraph is not parted after its first or before its last line


@dataclass
class Box:
    """A cell, perhaps over several rows or pages; `x0`, `x1` from the left side of the table.

    `top`, `floor`: its upper and lower side on its last page; `parts`: its lines, page by page.
    """

    x0: float
    x1: float
    top: float
    floor: float
    parts: list[list[Line]]
    rows: int = 1

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part]

    @property
    def words(self) -> list[str]:
        return " ".join(line.text for line in self.lines).split()

    @property
    def place(self) -> tuple[int, int]:
        """The same for cells of one column, nearly always."""
        return round(self.x0 / _SAME), round(self.x1 / _SAME)

    def matches(self, other: "Box") -> bool:
        return abs(self.x0 - other.x0) < _SAME and abs(self.x1 - other.x1) < _SAME

    def append(self, other: "Box") -> None:
        self.parts += other.parts
        self.top, self.floor = other.top, other.floor
        self.rows += other.rows


@dataclass
class BoxRow:
    """`boxes`: each with whether it began in a row above."""

    boxes: list[tuple[Box, bool]]
    place: str

    @property
    def own(self) -> list[Box]:
        return [box for box, continued in self.boxes if not continued]

    @property
    def words(self) -> list[str]:
        return [line.text for box in self.own for line in box.lines]

    def matching(self, box: Box) -> Box | None:
        return next((other for other, _ in self.boxes if other.matches(box)), None)


class JoinedTable:
    """A table that grows page by page."""

    def __init__(self, grid: Grid, place: str) -> None:
        self._place = place
        self._left = grid.xs[0]
        self._borders = [x - grid.xs[0] for x in grid.xs]
        self._rows = list(_box_rows(grid, place, 0.0))
        self._is_drawn = not grid.is_open

    def take(self, grid: Grid, place: str) -> bool:
        """Adds what a later page holds, if that is the same table."""
        borders = [x - grid.xs[0] for x in grid.xs]
        if not self._same_columns(borders):
            return False
        self._borders += [x for x in borders if all(abs(x - known) >= _SAME for known in self._borders)]
        rows = list(_box_rows(grid, place, self._left - grid.xs[0]))
        header = self._repeated_header(rows)
        self._measures = _Measures(self._rows[-_ENOUGH_ROWS:], self._left, self._is_drawn)
        above = self._rows[-1]
        self._rows += rows[:header]
        rows = rows[header:]
        if rows and self._is_cut(above, rows[0]):
            self._go_on(above, rows, list(rows[0].own))
            rows = rows[1:]
        elif rows:
            self._go_on(above, rows, [box for box in rows[0].own if self._is_open(above, box)])
        self._rows += rows
        return True

    def _same_columns(self, borders: Sequence[float]) -> bool:
        if abs(borders[-1] - max(self._borders)) > 2 * _SAME:
            return False
        known = sum(any(abs(x - y) < _SAME for y in self._borders) for x in borders)
        return known * 4 >= 3 * min(len(borders), len(self._borders))

    def _repeated_header(self, rows: Sequence[BoxRow]) -> int:
        n = 0
        for row, known in zip(rows[:_MAX_HEADER_ROWS], self._rows, strict=False):
            if not row.words or row.words != known.words:
                break
            n += 1
        return n

    def _is_cut(self, above: BoxRow, row: BoxRow) -> bool:
        """Whether the row is the rest of the one above, in which the page ended: no text in it speaks against that."""
        ways = {id(box): self._way(above, box) for box in row.own if box.lines}
        begins = list(ways.values())
        if not begins or _Begins.ANOTHER_ROW in begins or _Begins.MID_SENTENCE in begins:
            return _Begins.MID_SENTENCE in begins and _Begins.ANOTHER_ROW not in begins
        if _Begins.ELSEWHERE in begins:
            return False
        title = self._fullest_column(above)
        way = next((ways.get(id(box)) for box in row.own if title and box.matches(title)), None)
        few = begins.count(_Begins.ANEW) < 2
        if way is _Begins.PUT_OFF:
            return True
        return few and (way in (None, _Begins.NO_ROOM) or _Begins.PUT_OFF not in begins)

    def _fullest_column(self, apart_from: BoxRow) -> Box | None:
        """A cell of the column that is filled in most rows, row numbers apart: there every row says what it is about."""
        texts: dict[tuple[int, int], list[Box]] = {}
        for row in self._rows[-_ENOUGH_ROWS:]:
            for box in row.own if row is not apart_from else ():
                if box.lines:
                    texts.setdefault(box.place, []).append(box)
        long = {at: boxes for at, boxes in texts.items() if max(map(_length, boxes)) > 3 * _LABEL}
        return max(long.items(), key=lambda item: (len(item[1]), -item[0][0]))[1][0] if long else None

    def _way(self, above: BoxRow, box: Box) -> "_Begins":
        upper = above.matching(box)
        return _how_it_begins(upper, box, self._measures.column(box)) if upper else _Begins.ANOTHER_ROW

    def _is_open(self, above: BoxRow, box: Box) -> bool:
        """Whether a cell merged over several rows goes on over the page break."""
        upper = above.matching(box)
        if upper is None or not upper.lines or max(upper.rows, box.rows) == 1:
            return False
        return not box.lines or self._way(above, box) is _Begins.MID_SENTENCE

    @staticmethod
    def _go_on(above: BoxRow, rows: Sequence[BoxRow], boxes: Sequence[Box]) -> None:
        """Joins the boxes to those above; rows that hold them hold those above instead."""
        for box in boxes:
            upper = above.matching(box)
            if upper is None:
                continue
            upper.append(box)
            for row in rows:
                row.boxes = [(upper, True) if held is box else (held, continued) for held, continued in row.boxes]

    def as_table(self) -> Table:
        borders = sorted(self._borders)
        measures = _Measures(self._rows, self._left, self._is_drawn)
        texts: dict[int, str] = {}
        for row in self._rows:
            for box, _ in row.boxes:
                texts[id(box)] = "\n".join(joined(part) for part in paragraphs_of(box.parts, measures.column(box)))

        def cell(box: Box, continued: bool) -> Cell:
            start, end = _nearest(borders, box.x0), _nearest(borders, box.x1)
            return Cell(texts[id(box)], start, max(end - start, 1), continued)

        rows = (Row(tuple(cell(box, continued) for box, continued in row.boxes), row.place) for row in self._rows)
        return Table(tuple(rows), self._place)


class _Measures:
    """Where texts of a table's columns begin and end, and how far apart their lines are, as most cells have it."""

    def __init__(self, rows: Sequence[BoxRow], left: float, is_drawn: bool) -> None:
        self._left = left
        self._is_drawn = is_drawn
        boxes = [box for row in rows for box in row.own if box.lines]
        parts = [(box, part) for box in boxes for part in box.parts if len(part) > 1]
        starts = Counter(round(min(line.x0 for line in part) - left - box.x0, 1) for box, part in parts)
        padding = starts.most_common(1)[0][0] if starts else _USUAL_PADDING
        self._padding = min(max(padding, 0.0), 2 * _USUAL_PADDING)
        self._leading = leading_of(part for _, part in parts)
        self._inked: dict[tuple[int, int], tuple[float, float]] = {}
        for box in boxes:
            start, end = self._inked.get(box.place, (float("inf"), float("-inf")))
            ink = min(line.x0 for line in box.lines), max(line.x1 for line in box.lines)
            self._inked[box.place] = min(start, ink[0]), max(end, ink[1])

    def column(self, box: Box) -> Column:
        """Without lines between columns, a column is as wide as what stands in it."""
        left, right = self._left + box.x0 + self._padding, self._left + box.x1 - self._padding
        if not self._is_drawn:
            left, right = self._inked.get(box.place, (left, right))
        return Column(left, right, self._leading)


class _Begins(Enum):
    """How a text at the top of a page begins, seen from the one above it."""

    MID_SENTENCE = auto()
    NO_ROOM = auto()  # the line above is full and ends no sentence
    MARK = auto()
    ANEW = auto()
    PUT_OFF = auto()  # nothing above: its first lines found no room and were not parted
    ELSEWHERE = auto()  # the text above ended before the end of the page
    ANOTHER_ROW = auto()


def _how_it_begins(upper: Box, box: Box, column: Column) -> _Begins:
    first = box.lines[0]
    if not upper.lines:
        return _Begins.PUT_OFF
    if _are_labels(upper, box) or box.words == upper.words:
        return _Begins.ANOTHER_ROW
    last = upper.lines[-1]
    if upper.floor - last.base > _LINES_LEFT * (column.leading or 1.2 * first.size):
        return _Begins.ELSEWHERE
    if starts_mark(first):
        return _Begins.MARK
    fitting = would_have_fit(last, first, column)
    if starts_low(last, first):
        return _Begins.ELSEWHERE if fitting else _Begins.MID_SENTENCE
    return _Begins.ANEW if fitting or ends_sentence(last) else _Begins.NO_ROOM


def _are_labels(upper: Box, box: Box) -> bool:
    """A row number below belongs to another row, whatever stands above it."""
    return upper.x0 < _SAME and max(_length(upper), _length(box)) <= _LABEL


def _length(box: Box) -> int:
    return sum(len(line.text) for line in box.lines)


def _nearest(borders: Sequence[float], x: float) -> int:
    return min(range(len(borders)), key=lambda n: abs(borders[n] - x))


def _box_rows(grid: Grid, place: str, shift: float) -> Iterator[BoxRow]:
    """Rows that hold something."""
    boxes = {id(cell): _box(grid, cell, shift) for cell in grid.cells}
    for n in range(len(grid.ys) - 1):
        cells = [cell for cell in grid.cells if cell.row <= n < cell.row + cell.row_span]
        cells.sort(key=lambda cell: cell.column)
        row = BoxRow([(boxes[id(cell)], cell.row < n) for cell in cells], f"{place}, dòng {n + 1}")
        if row.words:
            yield row


def _box(grid: Grid, cell: GridCell, shift: float) -> Box:
    left = grid.xs[0]
    lines = [replace(line, x0=line.x0 + shift, x1=line.x1 + shift) for line in cell.lines] if shift else cell.lines
    x0, x1 = grid.xs[cell.column] - left, grid.xs[cell.column + cell.column_span] - left
    top, floor = grid.ys[cell.row], grid.ys[cell.row + cell.row_span]
    return Box(x0, x1, top, floor, [list(lines)] if lines else [], cell.row_span)
