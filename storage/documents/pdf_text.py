"""Characters of a PDF page to lines of text."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from storage.documents.spaced_letters import put_together

UNKNOWN = "\ufffd"  # stands for a character whose font does not say what it is
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_SPACES = frozenset(" \u00a0\u2002\u2003\u2009\u202f\u3000\t\r\n\u200b")
_LIGATURES = {ord(char): unicodedata.normalize("NFKC", char) for char in "ﬀﬁﬂﬃﬄﬅﬆ"}
_SMALL = 0.8  # of the usual size: a raised or lowered figure
_SAME_LINE = 0.4  # of the size: how far base lines of one line may differ
_DOUBLED = 0.1  # of the size: how far a second print may lie beside the first
_APART, _FAR_APART = 0.45, 4.0  # of the size: a wider gap than between words, than any space stretched to fill a line
_WORD_GAP, _WORD_GAP_UNSPACED, _NO_GAP = 0.35, 0.17, 0.05  # of the size


class Glyph(NamedTuple):
    """A character with its accents; points from the top left corner of the page, `base` is its base line."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """`first_word`: width of the first word. `glyphs`: kept for tables whose columns are not drawn."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    first_word: float

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


def glyphs_of(page: Any) -> tuple[list[Glyph], int]:
    """The page's characters as seen, those of a page lying on its side turned; and by how much they were (0, 1 or -1).

    Left out: characters outside the page, slanted ones (watermarks), second prints of the same one (false bold).
    """
    chars = [char for char in page.chars if char["text"] and char["size"] > 1]
    turn = _turn(chars)
    found: list[Glyph] = []
    printed: dict[tuple[str, int], list[float]] = {}
    for char in chars:
        if _direction(char) != turn or not _inside(char, page):
            continue
        text = char["text"]
        if found and unicodedata.combining(text[0]) and abs(char["x0"] - found[-1].x1) < char["size"]:
            found[-1] = found[-1]._replace(text=found[-1].text + text)
            continue
        glyph = _glyph(char, turn, page)
        beside = printed.setdefault((text, round(glyph.base)), [])
        if text not in _SPACES and any(abs(glyph.x0 - x0) < glyph.size * _DOUBLED for x0 in beside):
            continue
        beside.append(glyph.x0)
        found.append(glyph)
    return found, turn


def _direction(char: dict[str, Any]) -> int | None:
    """0 for text that runs to the right, 1 upwards, -1 downwards, None slanted."""
    a, b = char["matrix"][:2]
    if abs(b) <= 0.05 * abs(a):
        return 0
    return (1 if b > 0 else -1) if abs(a) <= 0.05 * abs(b) else None


def _turn(chars: Iterable[dict[str, Any]]) -> int:
    counts = {0: 0, 1: 0, -1: 0}
    for char in chars:
        direction = _direction(char)
        if direction is not None:
            counts[direction] += 1
    return max(counts, key=lambda turn: counts[turn])


def _inside(char: dict[str, Any], page: Any) -> bool:
    x0, top, x1, bottom = page.bbox
    return bool(x0 <= char["x1"] and char["x0"] <= x1 and top <= char["bottom"] and char["top"] <= bottom)


def _glyph(char: dict[str, Any], turn: int, page: Any) -> Glyph:
    x0, x1, top, bottom = turned((char["x0"], char["x1"], char["top"], char["bottom"]), turn, page)
    base = bottom - (char["matrix"][5] - char["y0"]) if turn == 0 else bottom
    bold = "bold" in char["fontname"].lower() or "black" in char["fontname"].lower()
    text = " " if char["text"] in _SPACES else _UNMAPPED.sub(UNKNOWN, char["text"]).translate(_LIGATURES)
    return Glyph(text, x0, x1, top, bottom, base, bottom - top, bold)


def turned(box: tuple[float, float, float, float], turn: int, page: Any) -> tuple[float, float, float, float]:
    """A box (x0, x1, top, bottom) of a page lying on its side, after the page is set upright."""
    x0, x1, top, bottom = box
    if turn == 1:
        return page.bbox[3] - bottom, page.bbox[3] - top, x0, x1
    if turn == -1:
        return top, bottom, page.bbox[2] - x1, page.bbox[2] - x0
    return box


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Lines from the top, each read from left to right; small raised figures go into the line they stand beside."""
    return [line for row in rows_of(glyphs) if (line := line_of(row)).text]


def rows_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    inked = [glyph for glyph in glyphs if glyph.text != " "]
    if not inked:
        return []
    usual = median(glyph.size for glyph in inked)
    rows = _clustered([glyph for glyph in glyphs if glyph.size >= usual * _SMALL])
    left: list[Glyph] = []
    for glyph in glyphs:
        if glyph.size >= usual * _SMALL:
            continue
        beside = [row for row in rows if _beside(glyph, row)]
        if beside:
            beside[0].append(glyph)
        else:
            left.append(glyph)
    return sorted([*rows, *_clustered(left)], key=lambda row: row[0].base)


def _beside(glyph: Glyph, row: Sequence[Glyph]) -> bool:
    middle = (glyph.top + glyph.bottom) / 2
    if not row[0].top <= middle <= row[0].bottom:
        return False
    return any(abs(glyph.x0 - other.x1) < other.size or abs(glyph.x1 - other.x0) < other.size for other in row)


def _clustered(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if rows and glyph.base - rows[-1][0].base <= glyph.size * _SAME_LINE:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def runs_of(row: Sequence[Glyph]) -> list[list[Glyph]]:
    """The glyphs of a line, spaces left out, cut where the gap is wider than between words."""
    ordered = sorted((glyph for glyph in row if glyph.text != " "), key=lambda glyph: glyph.x0)
    spaces = sorted(glyph.x0 for glyph in row if glyph.text == " ")
    gaps = [(b.x0 - a.x1) / b.size for a, b in pairwise(ordered)]
    single = [bisect_left(spaces, b.x0) - bisect_left(spaces, a.x1 - 1) == 1 for a, b in pairwise(ordered)]
    words = [gap for gap, one in zip(gaps, single, strict=True) if one]
    stretched = len(words) > 2 and min(words) > _APART
    runs = [ordered[:1]] if ordered else []
    for glyph, gap, one in zip(ordered[1:], gaps, single, strict=True):
        if gap > (_FAR_APART if stretched and one else _APART):
            runs.append([glyph])
        else:
            runs[-1].append(glyph)
    return runs


def line_of(glyphs: Sequence[Glyph]) -> Line:
    """One line of the glyphs, whatever their order."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.x0)
    inked = [glyph for glyph in ordered if glyph.text != " "]
    if not inked:
        return Line("", 0, 0, 0, 0, 0, 0, False, 0)
    pieces = list(_pieces(ordered))
    text = unicodedata.normalize("NFC", put_together([(text, gap) for text, gap, _ in pieces]))
    first = pieces[0][2] - inked[0].x0
    return Line(
        text=text,
        x0=inked[0].x0,
        x1=max(glyph.x1 for glyph in inked),
        top=min(glyph.top for glyph in inked),
        bottom=max(glyph.bottom for glyph in inked),
        base=median(glyph.base for glyph in inked),
        size=median(glyph.size for glyph in inked),
        bold=all(glyph.bold for glyph in inked),
        first_word=first,
    )


def _pieces(ordered: Sequence[Glyph]) -> Iterator[tuple[str, float, float]]:
    """(text, gap before it, where it ends) of every word."""
    spaced = any(glyph.text == " " for glyph in ordered)
    word, gap_before, end = "", 0.0, 0.0
    space = False
    for glyph in ordered:
        if glyph.text == " ":
            space = True
            continue
        gap = glyph.x0 - end
        widest = glyph.size * (_WORD_GAP if spaced else _WORD_GAP_UNSPACED)
        if word and (gap > widest or (space and gap > glyph.size * _NO_GAP)):
            yield word, gap_before, end
            word, gap_before = "", gap
        word, end, space = word + glyph.text, max(glyph.x1, end), False
    yield word, gap_before, end
