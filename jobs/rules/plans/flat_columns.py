"""Which lines of a row belong to which column, where a page prints the cells of a row one after another.

The best reading is found over all ways to cut the lines: every cell is judged by its words (flat_cells), by the width
of its column (a line that had room for the next word ended its paragraph) and by how its lines go on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jobs.rules.plans.columns import Column
from jobs.rules.plans.flat_cells import (
    begins_unit,
    bullet_fits,
    is_open,
    likeness,
    starts_bullet,
    starts_low,
)
from jobs.rules.plans.flat_layout import UNITS, FlatRow, Layout, pieces_of
from jobs.rules.plans.flat_widths import had_room, too_wide, width

_MOST_LINES = {Column.DEADLINE: 14, Column.LEAD: 14, Column.COORDINATE: 16, Column.TARGET: 6}
_MOST_LINES_ELSE = 45
_EMPTY = {
    Column.TITLE: 6.0,
    Column.DEADLINE: 2.5,
    Column.LEAD: 2.5,
    Column.ASSIGNED: 2.5,
    Column.TARGET: 2.5,
    Column.PRODUCT: 1.0,
    Column.COORDINATE: 1.0,
    Column.BASIS: 1.5,
}
_NEW_ROW = 1.75  # a row without a number
_NEW_ROW_CUT = 5.0  # the same after a page break, where any cell may just go on
_HEADING = 1.0  # a title alone, over all columns
_INSIDE = 2.5  # two cells on one line
_LOW_START = 6.0
_OPEN_END = 3.0
_CUT_SHORT = 4.0  # goes on in small letters though its line had room
_BROKEN = 0.7  # a new paragraph in the same cell
_UNENDED = {Column.TITLE: 3.5, Column.LEAD: 3.5, Column.COORDINATE: 3.5}  # the same without a stop before it
_TOO_WIDE = 4.0
_FULL_END = 2.0
_SAID_AGAIN = 3.0
_CUT_OFF = 1.5  # a page ends inside a cell that the next page does not go on with
_NEARLY_FULL = 0.8
_STOPPED = 2.0  # goes on in small letters though the page before ended with a full stop
_JOINS = 0.5  # goes on in small letters where the page before ended on a full line
_LIST_LEFT = 1.5  # a paragraph without a bullet after one with a bullet
_BROKEN_HEADING = 2.0
_LONGEST_HEADING = 4  # lines


@dataclass(frozen=True)
class _State:
    """After a cell: its column, or one past the last for a heading; -1 before the first cell.

    `cut`: still in the row that the page before began.
    """

    column: int
    cut: bool


@dataclass(frozen=True)
class _Step:
    score: float
    start: int = 0
    before: _State | None = None
    new_row: bool = False


def split_cells(lines: Sequence[str], layout: Layout, above: FlatRow | None = None) -> list[FlatRow]:
    """Rows of the lines; more than one where rows without a number follow. `above`: the row that a page cut in two,
    whose rest is the first row of the result."""
    pieces, inside = pieces_of(lines, layout, above is not None)
    if not pieces:
        return []
    return list(_headings_apart(_Search(pieces, inside, layout, above).rows()))


def _headings_apart(rows: Sequence[FlatRow]) -> Iterator[FlatRow]:
    """Where the rows that follow begin with bullets, so does the first one: what stands above its bullet heads them."""
    for n, row in enumerate(rows):
        title = row.cells.get(Column.TITLE, [])
        after = rows[n + 1].cells.get(Column.TITLE, [""])[0] if n + 1 < len(rows) else ""
        first = next((at for at, line in enumerate(title) if starts_bullet(line)), 0)
        if first and starts_bullet(after):
            yield FlatRow({Column.TITLE: title[:first]}, alone=True)
            yield FlatRow({**row.cells, Column.TITLE: title[first:]})
        else:
            yield row


class _Search:
    def __init__(self, pieces: list[str], inside: list[bool], layout: Layout, above: FlatRow | None) -> None:
        self._pieces, self._inside, self._layout = pieces, inside, layout
        self._columns = layout.columns
        self._above = above.cells if above else {}
        self._cut = above is not None
        self._heading = len(self._columns)
        self._widths = [layout.widths.get(column, 0.0) for column in layout.columns]

    def rows(self) -> list[FlatRow]:
        best = self._solve()
        at = len(self._pieces)
        if not best[at]:  # longer than any cell, and nowhere a line that may begin one
            return [FlatRow({Column.TITLE: self._lines(0, at)})]
        state = max(best[at], key=lambda one: best[at][one].score - self._skipped(one, self._heading))
        found: list[tuple[int, int, int, bool]] = []
        while at:
            step = best[at][state]
            found.append((step.start, at, state.column, step.new_row))
            assert step.before is not None
            at, state = step.start, step.before
        return self._as_rows(found[::-1])

    def _solve(self) -> list[dict[_State, _Step]]:
        """For every end of a cell the best way to come there, by state."""
        best: list[dict[_State, _Step]] = [{} for _ in range(len(self._pieces) + 1)]
        best[0][_State(-1, self._cut)] = _Step(0.0)
        for start in range(len(self._pieces)):
            cuts = {state.cut for state in best[start]}
            if not cuts or (start and not self._may_begin(start)):
                continue
            for stop, state, score in self._cells_from(start, cuts):
                for before, step in best[start].items():
                    for cost, new_row in self._joins(start, before, state):
                        total = step.score + score - cost
                        if state not in best[stop] or total > best[stop][state].score:
                            best[stop][state] = _Step(total, start, before, new_row)
        return best

    def _may_begin(self, at: int) -> bool:
        return self._cut or not starts_low(self._pieces[at])

    def _joins(self, start: int, before: _State, state: _State) -> Iterator[tuple[float, bool]]:
        """Costs of putting this cell after that one: further right in the row, or at the start of a new row."""
        heading = _HEADING if state.column == self._heading else 0.0
        if before.cut == state.cut and before.column < state.column and (not heading or before.column < 0):
            yield heading or self._skipped(before, state.column), False
        begins_row = (state.column == 0 or heading) and not state.cut and not starts_low(self._pieces[start])
        if begins_row and (before.column >= 0 or before.cut):
            cost = _NEW_ROW_CUT if before.cut else _NEW_ROW
            yield cost + heading + self._skipped(before, self._heading), True

    def _skipped(self, before: _State, column: int) -> float:
        """Cost of the columns left empty between the two."""
        if before.column == self._heading:
            return 0.0
        columns = self._columns[before.column + 1 : column]
        if before.cut:
            return sum(map(self._unfinished, columns))
        return sum(_EMPTY.get(one, 0.5) for one in columns)

    def _cells_from(self, start: int, cuts: set[bool]) -> Iterator[tuple[int, _State, float]]:
        """(end, state, score) of every cell that may begin here."""
        begins = 0.0 if not start else self._begin_score(start)
        scores = [begins] * len(self._columns)
        line = self._pieces[start]
        for stop in range(start + 1, min(len(self._pieces), start + _MOST_LINES_ELSE) + 1):
            if stop - 1 > start and self._inside[stop - 1]:
                line = f"{line} {self._pieces[stop - 1]}"
            elif stop - 1 > start:
                following = self._pieces[stop - 1]
                scores = [score + self._line_score(start, line, following, n) for n, score in enumerate(scores)]
                line = following
            if stop < len(self._pieces) and not self._may_begin(stop):
                continue
            text = "\n".join(self._pieces[start:stop])
            ends = -_OPEN_END if stop < len(self._pieces) and is_open(text) else 0.0
            for n, column in enumerate(self._columns):
                if stop - start > _MOST_LINES.get(column, _MOST_LINES_ELSE):
                    continue
                score = scores[n] + self._end_score(line, stop, n) + ends
                if True in cuts:
                    yield stop, _State(n, True), score + self._rest_score(column, text)
                yield (
                    stop,
                    _State(n, False),
                    score + self._words_score(column, text) - self._begins_twice(column, start, stop),
                )
            if stop - start <= _LONGEST_HEADING and (text.isupper() or (not start and not self._cut)):
                words = min(0.0, likeness(Column.TITLE, text))
                yield stop, _State(self._heading, False), begins + ends + words + self._heading_score(start, stop)

    def _heading_score(self, start: int, stop: int) -> float:
        broken = [line for line in self._pieces[start + 1 : stop] if not starts_low(line) and not line.isupper()]
        leads_on = self._pieces[stop - 1].endswith(":")
        return -_BROKEN_HEADING * (len(broken) + 2 * leads_on)

    def _begin_score(self, at: int) -> float:
        low = _LOW_START if starts_low(self._pieces[at]) else 0.0
        inside = _INSIDE if self._inside[at] else 0.0
        return -(low / 4 + inside if self._cut else low + inside)

    def _line_score(self, start: int, line: str, following: str, n: int) -> float:
        """Of a line that goes on in the same cell as the one before it."""
        limit, column = self._widths[n], self._columns[n]
        score = self._too_wide(line, n)
        listed = starts_bullet(self._pieces[start]) or starts_bullet(self._above.get(column, [""])[0])
        if starts_bullet(following) and not is_open(line) and (column not in UNITS or begins_unit(following)):
            known = self._layout.known.opens(column, following)
            return score - _BROKEN / 2 + known + bullet_fits(column, following, not listed and not line.endswith(":"))
        if not limit or not had_room(line, following, limit):
            return score
        if starts_low(following) or is_open(line):
            return score - _CUT_SHORT
        ended = line.endswith((".", ";", ":")) or (column in UNITS and begins_unit(following))
        return score - _BROKEN - (0.0 if ended else _UNENDED.get(column, 1.5)) - (_LIST_LEFT if listed else 0.0)

    def _too_wide(self, line: str, n: int) -> float:
        limit = self._layout.limits.get(self._columns[n], 0.0)
        return -_TOO_WIDE if limit and too_wide(line, limit) else 0.0

    def _end_score(self, line: str, stop: int, n: int) -> float:
        """Of the cell's last line: one too wide for the column, or one that ends only because it is full."""
        limit, score = self._layout.limits.get(self._columns[n], 0.0), self._too_wide(line, n)
        if not limit or stop == len(self._pieces) or self._inside[stop]:
            return score
        following = self._pieces[stop]
        finished = starts_bullet(following) or line.endswith((".", ";", "…"))
        return score - (0.0 if finished or had_room(line, following, limit) else _FULL_END)

    def _words_score(self, column: Column, text: str) -> float:
        known = self._layout.known
        return likeness(column, text) + known.often(column, text) + known.opens(column, text)

    def _begins_twice(self, column: Column, start: int, stop: int) -> float:
        """Cost of a title or product whose first lines are a whole cell of another column."""
        if column not in (Column.TITLE, Column.PRODUCT):
            return 0.0
        heads = (" ".join(self._pieces[start:at]) for at in range(start + 1, min(start + 4, stop)))
        return _SAID_AGAIN if any(map(self._layout.known.is_cell, heads)) else 0.0

    def _rest_score(self, column: Column, text: str) -> float:
        """Of the text as the rest of a cell that the page cut in two, or as one that begins on the new page."""
        held = self._above.get(column)
        if not held:
            return self._words_score(column, text) - _CUT_OFF
        whole = "\n".join(held)
        gain = likeness(column, f"{whole}\n{text}") - likeness(column, whole) if column in _MOST_LINES else 0.0
        limit = self._layout.widths.get(column, 0.0)
        if starts_low(text):
            if held[-1].endswith((".", ";", "…")):
                return gain - _STOPPED
            if limit and had_room(held[-1], text, limit):
                return gain - _CUT_SHORT
            return gain + (0.0 if column is Column.DEADLINE and not is_open(whole) else _JOINS)
        complete = column in (*UNITS, Column.DEADLINE) and not is_open(held[-1]) and not starts_bullet(text)
        return gain - (_SAID_AGAIN if complete else 0.0)

    def _unfinished(self, column: Column) -> float:
        """Cost of ending this cell where the page cut it: at an open word, or at a full line."""
        held, limit = self._above.get(column), self._layout.widths.get(column, 0.0)
        if not held or held[-1].endswith((".", ";", "…")):
            return 0.0
        if is_open(held[-1]):
            return _CUT_SHORT
        return _CUT_OFF if limit and width(held[-1]) > limit * _NEARLY_FULL else 0.0

    def _as_rows(self, found: Sequence[tuple[int, int, int, bool]]) -> list[FlatRow]:
        rows: list[FlatRow] = []
        for start, stop, state, new_row in found:
            if not rows:
                rows.append(FlatRow())
            if new_row:
                rows.append(FlatRow())
            heading = state == self._heading
            column = Column.TITLE if heading else self._columns[state]
            rows[-1].cells[column] = self._lines(start, stop)
            rows[-1].alone = heading
        return rows

    def _lines(self, start: int, stop: int) -> list[str]:
        lines: list[str] = []
        for piece, inside in zip(self._pieces[start:stop], self._inside[start:stop], strict=True):
            if inside and lines:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
        return lines
