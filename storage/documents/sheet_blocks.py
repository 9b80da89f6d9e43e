"""A sheet of filled cells to what it shows: lines above the table, tables without their empty columns, lines below."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from storage.documents.errors import Reason, UnreadableFile
from storage.raw_document import Cell, Paragraph, Row, Table

TABLE_FROM = 3  # a row with so many filled cells belongs to a table, not to a letterhead or a title
_MAX_GRID = 500_000  # rows times columns, those that hold anything
_LONGEST_HEADER = 80


@dataclass(frozen=True)
class Area:
    """A merged area, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """`rows`: texts that are not empty by row and column, both counted from 1; empty stretches cost nothing.

    `without_value` and `errors` name cells as the program does ("C5"); `hidden_columns` may hold nothing.
    """

    place: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)
    without_value: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[range] = field(default_factory=list)

    def put(self, row: int, column: int, text: str) -> None:
        if text:
            self.rows.setdefault(row, {})[column] = text


def blocks_of(sheets: Iterable[Sheet]) -> Iterator[Paragraph | Table]:
    """Columns are counted anew over those that hold anything, so that a stray cell far to the right is one column.

    `place` of a row keeps the number that the program shows. Raises TOO_LONG for a grid that no plan has.
    """
    tables = 0
    for sheet in sheets:
        lines = _lines(sheet)
        starts = _table_starts(lines)
        yield from _loose(lines[: starts[0]] if starts else lines)
        for start, end in pairwise([*starts, len(lines)]):
            tables += 1
            stop = _table_end(lines, start, end)
            yield Table(tuple(line.row for line in lines[start:stop]), f"Bảng {tables}")
            yield from _loose(lines[stop:end], below_table=True)


@dataclass(frozen=True)
class _Line:
    """A row that holds text of its own; `number` is the program's, `filled` are its own cells that hold text."""

    number: int
    row: Row

    @property
    def filled(self) -> list[Cell]:
        return [cell for cell in self.row.cells if cell.text and not cell.continued]


def _lines(sheet: Sheet) -> list[_Line]:
    numbers = sorted(sheet.rows)
    columns = sorted({column for row in sheet.rows.values() for column in row})
    if len(numbers) * len(columns) > _MAX_GRID:
        raise UnreadableFile(Reason.TOO_LONG)
    spans, covered = _spread(sheet, numbers, columns)
    lines: list[_Line] = []
    for number in numbers:
        held = sheet.rows[number]
        cells: list[Cell] = []
        for n, column in enumerate(columns):
            if (number, n) not in covered:
                span, text, goes_on = spans.get((number, n), (1, held.get(column, ""), False))
                cells.append(Cell(text, n, span, goes_on))
        lines.append(_Line(number, Row(tuple(cells), f"{sheet.place}, dòng {number}".lstrip(", "))))
    return [line for line in lines if line.row.text]


def _spread(
    sheet: Sheet, numbers: Sequence[int], columns: Sequence[int]
) -> tuple[dict[tuple[int, int], tuple[int, str, bool]], set[tuple[int, int]]]:
    """Merged areas over the rows and columns in use: (span, text, goes on) of the first cells, and the cells covered."""
    spans: dict[tuple[int, int], tuple[int, str, bool]] = {}
    covered: set[tuple[int, int]] = set()
    left = _MAX_GRID
    for area in sheet.merged:
        text = sheet.rows.get(area.top, {}).get(area.left, "")
        across = range(bisect_left(columns, area.left), bisect_right(columns, area.right))
        down = numbers[bisect_left(numbers, area.top) : bisect_right(numbers, area.bottom)]
        if not text or not across:
            continue
        left -= len(across) * len(down)
        if left < 0:  # areas lie over each other, which no program allows
            raise UnreadableFile(Reason.TOO_LONG)
        for number in down:
            spans[number, across.start] = (len(across), text, number > area.top)
            covered.update((number, n) for n in across[1:])
    return spans, covered


def _table_starts(lines: Sequence[_Line]) -> list[int]:
    """The first wide row, and every header that stands below an empty row."""
    wide = [n for n, line in enumerate(lines) if len(line.filled) >= TABLE_FROM]
    starts = wide[:1]
    for before, n in pairwise(wide):
        apart = lines[n].number - lines[before].number > n - before
        if apart and _is_header(lines[n], lines[starts[-1]]):
            starts.append(n)
    return starts


def _is_header(line: _Line, header_before: _Line) -> bool:
    """Short words in every column, as many as another table would have; numbers make a row of data."""
    texts = [cell.text for cell in line.filled]
    plain = all(len(text) <= _LONGEST_HEADER and not any(c.isdigit() for c in text[:4]) for text in texts)
    from_first_to_last = line.filled[-1].column - line.filled[0].column + 1
    columns = sum(cell.column_span for cell in line.filled)
    return plain and columns == from_first_to_last and len(texts) >= min(4, len(header_before.filled))


def _table_end(lines: Sequence[_Line], start: int, end: int) -> int:
    """Behind the last wide row, or the rows of two cells that follow without a gap."""
    stop = max(n for n in range(start, end) if len(lines[n].filled) >= TABLE_FROM) + 1
    while stop < end and len(lines[stop].filled) > 1 and lines[stop].number == lines[stop - 1].number + 1:
        stop += 1
    return stop


def _loose(lines: Sequence[_Line], below_table: bool = False) -> Iterator[Paragraph | Table]:
    """Lines outside the tables; rows of two cells, such as a letterhead or a signature, stay side by side.

    Lone cells go on a signature, whose name stands far below the post; under a letterhead they are the title.
    """
    pair: list[Row] = []
    sides: tuple[set[int], set[int]] = (set(), set())
    for n, line in enumerate(lines):
        cells = line.filled
        goes_on = below_table and pair and len(cells) == 1
        side = _side(line, lines[n - 1], sides) if goes_on else None
        if len(cells) == 2:
            pair.append(Row((Cell(cells[0].text, 0), Cell(cells[1].text, 1)), line.row.place))
            sides[0].update(cells[0].columns)
            sides[1].update(cells[1].columns)
        elif side is not None:
            pair.append(Row((Cell(cells[0].text, side),), line.row.place))
        else:
            yield from _as_table(pair)
            pair, sides = [], (set(), set())
            yield from (Paragraph(cell.text, line.row.place) for cell in cells)
    yield from _as_table(pair)


def _side(line: _Line, before: _Line, sides: tuple[set[int], set[int]]) -> int | None:
    """0 or 1 where a lone cell goes on below a pair; on the left a gap ends the pair."""
    columns = set(line.filled[0].columns)
    left, right = (bool(columns & side) for side in sides)
    if left == right or (left and line.number > before.number + 1):
        return None
    return int(right)


def _as_table(pair: Sequence[Row]) -> Iterator[Table]:
    if pair:
        yield Table(tuple(pair), pair[0].place)
