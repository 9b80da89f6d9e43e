"""One page of a PDF to what stands on it: lines of text, tables, and two texts side by side (letterhead, signature)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from storage.documents.pdf_edges import Edge, edges_of
from storage.documents.pdf_grid import Grid, fill, grids_of, with_rows_at
from storage.documents.pdf_open import OpenArea, row_starts, ruled_areas, unruled_areas
from storage.documents.pdf_text import Glyph, Line, glyphs_of, line_of, lines_of, rows_of, runs_of

_PICTURE = 0.3  # of the page
_GUTTER = 6.0
_CENTRED = 6.0
_NARROWEST = 50.0  # points; a column of bullets or numbers is narrower than a text
_SPACE_TO_SIGN = 130.0


@dataclass(frozen=True)
class SideBySide:
    """Two texts beside each other without a line between."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]

    @property
    def top(self) -> float:
        return min(self.left[0].top, self.right[0].top)


Block = Line | Grid | OpenArea | SideBySide


@dataclass(frozen=True)
class PageContent:
    """`is_picture`: a picture covers much of the page."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    is_picture: bool = False

    @property
    def lines(self) -> Iterator[Line]:
        return (block for block in self.blocks if isinstance(block, Line))

    @property
    def grids(self) -> Iterator[Grid]:
        return (block for block in self.blocks if isinstance(block, Grid))


def read_page(page: Any) -> PageContent:
    """What stands on a pdfplumber page, from the top; footnotes are left out."""
    glyphs, turn = glyphs_of(page)
    upright, level = edges_of(page, turn)
    grids = grids_of(upright, level)
    for n, grid in enumerate(grids):
        outside = fill(grid, glyphs)
        starts = row_starts(grid)
        if starts:
            grids[n] = with_rows_at(grid, starts)
            outside = fill(grids[n], glyphs)
        glyphs = outside
    glyphs = _without_footnotes(glyphs, level)
    areas = list(ruled_areas(level, glyphs)) or list(unruled_areas(glyphs))
    taken = {id(glyph) for area in areas for glyph in area.glyphs}
    pairs, glyphs = _side_by_side([glyph for glyph in glyphs if id(glyph) not in taken])
    grids = [grid for grid in grids if any(cell.lines for cell in grid.cells)]
    blocks: list[Block] = [*lines_of(glyphs), *pairs, *areas, *grids]
    blocks.sort(key=lambda block: block.top)
    width, height = (page.height, page.width) if turn else (page.width, page.height)
    is_picture = any(image["width"] * image["height"] > _PICTURE * width * height for image in page.images)
    return PageContent(page.page_number, width, height, tuple(blocks), is_picture)


def _without_footnotes(glyphs: list[Glyph], level: Sequence[Edge]) -> list[Glyph]:
    """Footnotes stand in small letters under a short line; the raised figures that point to them go with them."""
    if not glyphs:
        return glyphs
    usual = median(glyph.size for glyph in glyphs)
    for rule in level:
        below = [glyph for glyph in glyphs if glyph.base > rule.at]
        above = [glyph for glyph in glyphs if glyph.base <= rule.at]
        if len(below) < 10 or len(above) < len(below):
            continue
        left = min(glyph.x0 for glyph in glyphs)
        if abs(rule.start - left) < 12 and median(glyph.size for glyph in below) < usual * 0.9:
            return [glyph for glyph in above if not (glyph.text.isdigit() and glyph.size < usual * 0.7)]
    return glyphs


@dataclass
class _Fragment:
    line: Line
    glyphs: list[Glyph]


def _fragments(glyphs: Sequence[Glyph]) -> list[_Fragment]:
    """Lines cut at wide gaps, from the top."""
    found: list[_Fragment] = []
    for row in rows_of(glyphs):
        starts = [run[0].x0 for run in runs_of(row)]
        for start, end in pairwise([*starts, float("inf")]):
            part = [glyph for glyph in row if start <= glyph.x0 < end]
            found.append(_Fragment(line_of(part), part))
    return sorted(found, key=lambda fragment: fragment.line.top)


def _side_by_side(glyphs: list[Glyph]) -> tuple[list[SideBySide], list[Glyph]]:
    """Texts that stand side by side, and the glyphs of no such text."""
    fragments = _fragments(glyphs)
    found: list[SideBySide] = []
    while True:
        ways = [_grown(fragments, a, b) for a, b in _neighbours(fragments)]
        ways = [(left, right) for left, right in ways if _is_text(left) and _is_text(right)]
        if not ways:
            break
        left, right = max(ways, key=lambda way: len(way[0]) + len(way[1]))
        found.append(SideBySide(_lines(left), _lines(right)))
        used = {id(fragment) for fragment in (*left, *right)}
        fragments = [fragment for fragment in fragments if id(fragment) not in used]
    return found, [glyph for fragment in fragments for glyph in fragment.glyphs]


def _lines(fragments: Sequence[_Fragment]) -> tuple[Line, ...]:
    return tuple(lines_of([glyph for fragment in fragments for glyph in fragment.glyphs]))


def _neighbours(fragments: Sequence[_Fragment]) -> Iterator[tuple[_Fragment, _Fragment]]:
    for n, a in enumerate(fragments):
        for b in fragments[max(0, n - 3) : n + 4]:
            if b.line.x0 - a.line.x1 > _GUTTER and _level(a.line, b.line):
                yield a, b


def _grown(fragments: Sequence[_Fragment], a: _Fragment, b: _Fragment) -> tuple[list[_Fragment], list[_Fragment]]:
    """The texts of which two neighbours are part: lines above and below that stay on their side of the gap."""
    left, right = [a], [b]
    below = [f for f in fragments if f.line.top >= min(a.line.top, b.line.top) and f is not a and f is not b]
    for n, fragment in enumerate(below):
        if not _join(left, right, fragment, [*below[max(0, n - 2) : n], *below[n + 1 : n + 3]]):
            break
    above = [f for f in reversed(fragments) if f.line.top < min(a.line.top, b.line.top)]
    for fragment in above:
        line = fragment.line
        beside = line.x0 - _GUTTER > max(f.line.x1 for f in left) and _over(right, line)
        if not beside or not _aligned(right[:1], line) or right[0].line.top - line.bottom > line.size:
            break
        right.insert(0, fragment)
    return left, right


def _join(left: list[_Fragment], right: list[_Fragment], fragment: _Fragment, beside: Sequence[_Fragment]) -> bool:
    """Adds the line to the text it goes on: flush or centred with it, or with a line on the other side of the gap."""
    line = fragment.line
    edge, start = max(f.line.x1 for f in left), min(f.line.x0 for f in right)
    if line.x1 + _GUTTER < start and _over(left, line):
        side, most = left, 3.5 * line.size
        partner = any(f.line.x0 - _GUTTER > edge and _level(f.line, line) for f in beside)
    elif line.x0 - _GUTTER > edge and _over(right, line):
        side, most = right, _SPACE_TO_SIGN
        partner = any(f.line.x1 + _GUTTER < start and _level(f.line, line) for f in beside)
    else:
        return False
    if line.top - max(f.line.bottom for f in side) > most or not (partner or _aligned(side, line)):
        return False
    side.append(fragment)
    return True


def _level(a: Line, b: Line) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3 * min(a.size, b.size)


def _aligned(side: Sequence[_Fragment], line: Line) -> bool:
    """Flush with the last line of the text, or centred under it."""
    last = max((fragment.line for fragment in side), key=lambda line: line.base)
    return abs(line.x0 - last.x0) < _CENTRED / 2 or abs(line.centre - last.centre) < _CENTRED


def _over(side: Sequence[_Fragment], line: Line) -> bool:
    """Whether the line stands under or over this text for half of the narrower of both."""
    start, end = min(f.line.x0 for f in side), max(f.line.x1 for f in side)
    overlap = min(end, line.x1) - max(start, line.x0)
    return overlap > 0.5 * min(end - start, line.x1 - line.x0)


def _is_text(side: Sequence[_Fragment]) -> bool:
    bases = {round(fragment.line.base / 4) for fragment in side}
    width = max(f.line.x1 for f in side) - min(f.line.x0 for f in side)
    return len(bases) > 1 and width >= _NARROWEST
