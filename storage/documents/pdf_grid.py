"""Drawn lines of a PDF page to tables: a cell is what lines enclose, a merged cell what no line divides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from storage.documents.pdf_edges import Edge
from storage.documents.pdf_text import Glyph, Line, lines_of

_TOUCH = 3.0  # points
_TALLEST_SECTION = 60.0  # points between the lines above and below a section's row
_SECTIONS_ALONE = 2  # rows of sections without a line between columns, one after the other
_COVERED = 0.6  # so much of a cell's side must be drawn

Group = tuple[list[Edge], list[Edge]]  # vertical and horizontal lines of one table


@dataclass
class GridCell:
    row: int
    column: int
    row_span: int
    column_span: int
    glyphs: list[Glyph] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass
class Grid:
    """A table on one page: `xs` and `ys` are the borders of its grid columns and rows.

    `drawn`: the vertical and the horizontal lines it was made from. `is_open`: none are drawn between its columns.
    """

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    drawn: tuple[tuple[Edge, ...], tuple[Edge, ...]] = ((), ())
    is_open: bool = False

    @property
    def top(self) -> float:
        return self.ys[0]


def grids_of(upright: Sequence[Edge], level: Sequence[Edge]) -> list[Grid]:
    """Tables whose lines cross, from the top; a missing outer line is taken where the others end."""
    found: list[Grid] = []
    groups = _side_by_side(_touching(upright, level))
    for group_v, group_h in _whole([*groups, *_alone(level, groups)]):
        if group_v and (len(group_h) > 1 or len(group_v) > 1):
            found.append(_grid(group_v + _within(upright, group_v, group_h), group_h))
    return sorted((grid for grid in found if len(grid.cells) > 1), key=lambda grid: grid.top)


def _grid(upright: Sequence[Edge], level: Sequence[Edge]) -> Grid:
    ys = _borders([e.at for e in level], [y for e in upright for y in (e.start, e.end)])
    xs = _borders([e.at for e in upright], [x for e in level for x in (e.start, e.end)])
    return Grid(xs, ys, list(_cells(xs, ys, upright, level)), drawn=(tuple(upright), tuple(level)))


def with_rows_at(grid: Grid, ys: Sequence[float]) -> Grid:
    """The empty table with more lines between its rows."""
    upright, level = grid.drawn
    return _grid(upright, [*level, *(Edge(y, grid.xs[0], grid.xs[-1]) for y in ys)])


def _within(upright: Sequence[Edge], group_v: Sequence[Edge], group_h: Sequence[Edge]) -> list[Edge]:
    """Vertical lines inside the table that touch no other, as where rows are not divided."""
    left, right = _extent(group_h)
    top, bottom = min(e.start for e in group_v), max(e.end for e in group_v)
    known = set(group_v)
    inside = [e for e in upright if left < e.at < right and top - _TOUCH < e.start and e.end < bottom + _TOUCH]
    return [edge for edge in inside if edge not in known]


def _side_by_side(groups: Iterable[Group]) -> list[Group]:
    """A table falls apart where a cell is merged down a whole page; its parts begin and end at the same heights."""
    found: list[Group] = []
    for group_v, group_h in groups:
        like = next((known for known in found if _as_tall(known[0], group_v)), None)
        if like:
            like[0].extend(group_v)
            like[1].extend(group_h)
        else:
            found.append((group_v, group_h))
    return found


def _as_tall(one: Sequence[Edge], other: Sequence[Edge]) -> bool:
    return all(abs(a - b) <= _TOUCH for a, b in zip(_extent(one), _extent(other), strict=True))


def _whole(groups: Iterable[Group]) -> list[Group]:
    """A table without lines at its sides falls apart at a row that has none inside either; its lines end alike."""
    found: list[Group] = []
    for group_v, group_h in sorted(groups, key=lambda group: group[1][0].at):
        if found and _is_open(*found[-1]) and _is_open(group_v, group_h) and _end_alike(found[-1][1], group_h):
            found[-1][0].extend(group_v)
            found[-1][1].extend(group_h)
        else:
            found.append((group_v, group_h))
    return found


def _alone(level: Sequence[Edge], groups: Sequence[Group]) -> Iterator[Group]:
    """Horizontal lines that no other crosses, as under sections' rows at the end of a page; many make a table without columns."""
    crossed = {edge for _, group_h in groups for edge in group_h}
    runs: list[list[Edge]] = []
    for edge in sorted(set(level) - crossed):
        if runs and _end_alike(runs[-1], [edge]):
            runs[-1].append(edge)
        else:
            runs.append([edge])
    return (([], run) for run in runs if len(run) <= _SECTIONS_ALONE)


def _is_open(upright: Sequence[Edge], level: Sequence[Edge]) -> bool:
    """No line on one of its sides."""
    start, end = _extent(level)
    return not any(abs(e.at - start) <= _TOUCH for e in upright) or not any(abs(e.at - end) <= _TOUCH for e in upright)


def _end_alike(above: Sequence[Edge], below: Sequence[Edge]) -> bool:
    near = min(edge.at for edge in below) - max(edge.at for edge in above) <= _TALLEST_SECTION
    return near and all(abs(a - b) <= 2 * _TOUCH for a, b in zip(_extent(above), _extent(below), strict=True))


def _extent(edges: Sequence[Edge]) -> tuple[float, float]:
    return min(edge.start for edge in edges), max(edge.end for edge in edges)


def _touching(upright: Sequence[Edge], level: Sequence[Edge]) -> Iterator[Group]:
    """Groups of lines connected by crossings."""
    left_v, left_h = list(upright), list(level)
    while left_v:
        group_v, group_h = [left_v.pop()], []
        grown = True
        while grown:
            new_h = [h for h in left_h if any(_cross(v, h) for v in group_v)]
            left_h = [h for h in left_h if h not in new_h]
            new_v = [v for v in left_v if any(_cross(v, h) for h in new_h)]
            left_v = [v for v in left_v if v not in new_v]
            group_h += new_h
            group_v += new_v
            grown = bool(new_h)
        if group_h:
            yield group_v, group_h


def _cross(v: Edge, h: Edge) -> bool:
    return v.start - _TOUCH <= h.at <= v.end + _TOUCH and h.start - _TOUCH <= v.at <= h.end + _TOUCH


def _borders(drawn: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Where lines are drawn and, beyond them, where the lines that cross them end."""
    borders: list[float] = []
    for at in sorted(drawn):
        if not borders or at - borders[-1] > _TOUCH:
            borders.append(at)
    first, last = min(ends), max(ends)
    if not borders or first < borders[0] - 2 * _TOUCH:
        borders.insert(0, first)
    if last > borders[-1] + 2 * _TOUCH:
        borders.append(last)
    return borders


def _cells(xs: list[float], ys: list[float], upright: Sequence[Edge], level: Sequence[Edge]) -> Iterator[GridCell]:
    """Greedy rectangles in reading order."""
    sides = [[_is_drawn(upright, x, top, bottom) for x in xs] for top, bottom in pairwise(ys)]
    floors = [[_is_drawn(level, y, left, right) for left, right in pairwise(xs)] for y in ys]
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = [[False] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            right = column + 1
            while right < columns and not sides[row][right] and not taken[row][right]:
                right += 1
            low = row + 1
            while low < rows and _goes_down(floors[low], sides[low], taken[low], column, right, columns):
                low += 1
            for n in range(row, low):
                taken[n][column:right] = [True] * (right - column)
            yield GridCell(row, column, low - row, right - column)


def _goes_down(
    floor: Sequence[bool], sides: Sequence[bool], taken: Sequence[bool], left: int, right: int, columns: int
) -> bool:
    """Whether the cell above goes on in this row: no line between, the same sides, nothing inside."""
    if any(floor[left:right]) or any(taken[left:right]) or any(sides[left + 1 : right]):
        return False
    return (left == 0 or sides[left]) and (right == columns or sides[right])


def _is_drawn(edges: Sequence[Edge], at: float, start: float, end: float) -> bool:
    covered = sum(
        max(0.0, min(edge.end, end) - max(edge.start, start)) for edge in edges if abs(edge.at - at) <= _TOUCH
    )
    return covered >= _COVERED * (end - start)


def fill(grid: Grid, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Puts glyphs into the cells they stand in; returns those outside the table."""
    owner = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    outside: list[Glyph] = []
    for glyph in glyphs:
        row = _interval(grid.ys, (glyph.top + glyph.bottom) / 2)
        column = _interval(grid.xs, (glyph.x0 + glyph.x1) / 2)
        if row is None or column is None:
            outside.append(glyph)
        else:
            owner[row, column].glyphs.append(glyph)
    for cell in grid.cells:
        cell.lines = lines_of(cell.glyphs)
        cell.glyphs = []
    return outside


def _interval(borders: Sequence[float], at: float) -> int | None:
    return next((n for n, (low, high) in enumerate(pairwise(borders)) if low <= at < high), None)
