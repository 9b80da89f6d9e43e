"""Lines of a column of text to its paragraphs, by what a layout program does: it fills a line before it begins the next."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.documents.pdf_text import Line

_MARK = re.compile(r"[-–+•*●○▪◦]\s*(?=\S)")
_NUMBER = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]\s+\S|\d{1,2}(?:\.\d{1,2}){1,3}\s+\S")
_SENTENCE_END = (".", ";", ":", "!", "?", "…")
_LOW = re.compile(r"[a-zà-ỹđ(,;.)…]")
_BROKEN_WORD = re.compile(r"\S[-/]$")
_NUMBER_PART = re.compile(r"(?:[IVX]{1,4}|\.?\d{1,2}|[IVX\d.]{1,6}\.)")  # in a column too narrow for it
_ADDRESS_END = re.compile(r"(?:https?:|www\.)\S*$")
_ADDRESS_GOES_ON = re.compile(r"[\w%-]+[./?=&][\w./?=&%-]*")
_INDENT = 6.0  # points; less is no indent
_ROUNDED = 0.85  # points by which lines stray from their places where a program rounds to pixels
_FEWEST_SURE = 8  # lines
_WIDER = 0.3  # points that a gap between paragraphs adds at least


@dataclass(frozen=True)
class Column:
    """Where lines may begin and end; `leading` is the usual distance of base lines, 0 where it is not known."""

    left: float
    right: float
    leading: float = 0.0


def leading_of(texts: Iterable[Sequence[Line]]) -> float:
    """The distance of lines in these texts, with what rounding and fonts of unlike height add; 0 where nothing follows.

    Lines in the middle of a sentence tell it best: the widest common step between them; else the smallest of all.
    """
    pairs = [(above, below) for lines in texts for above, below in pairwise(lines)]
    pairs = [(a, b) for a, b in pairs if 0.8 * a.size < b.base - a.base < 2.5 * a.size]
    steps = Counter(round(below.base - above.base, 1) for above, below in pairs)
    sure = Counter(round(below.base - above.base, 1) for above, below in pairs if starts_low(above, below))
    usual = max(_common(sure)) if sure.total() >= _FEWEST_SURE else min(_common(steps), default=0.0)
    return max((step for step in steps if step - usual <= _ROUNDED), default=0.0)


def _common(steps: Counter[float]) -> Iterator[float]:
    return (step for step, n in steps.items() if n * 4 >= max(steps.values()))


def paragraphs_of(parts: Iterable[Sequence[Line]], column: Column) -> list[list[Line]]:
    """`parts`: the lines of one text, page by page."""
    found: list[list[Line]] = []
    for part in parts:
        for n, line in enumerate(part):
            if found and goes_on(found[-1], line, column, same_page=n > 0):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def goes_on(paragraph: Sequence[Line], line: Line, column: Column, same_page: bool = True) -> bool:
    """Whether the line belongs to the paragraph above it. `same_page`: their distance means something."""
    above = paragraph[-1]
    if abs(above.size - line.size) > 1.5 or would_have_fit(above, line, column):
        return False
    flows = starts_low(above, line)
    if same_page and _stands_apart(above, line, column, flows):
        return False
    if starts_mark(line):
        return _wrapped_mark(paragraph, line)
    return flows or _keeps_edge(paragraph, line, column)


def starts_mark(line: Line) -> bool:
    """A bullet or a number of a list."""
    return bool(_MARK.match(line.text) or _NUMBER.match(line.text))


def ends_sentence(line: Line) -> bool:
    return line.text.endswith(_SENTENCE_END)


def starts_low(above: Line, line: Line) -> bool:
    """In the middle of a sentence."""
    return not ends_sentence(above) and bool(_LOW.match(line.text))


def would_have_fit(above: Line, line: Line, column: Column) -> bool:
    """The first word of the line had room above, so the line was begun on purpose."""
    room = column.right - above.x1
    if _are_centred(above, line, column):
        room += above.x0 - column.left
    return line.first_word + 0.25 * above.size + 1 < room


def _are_centred(above: Line, line: Line, column: Column) -> bool:
    middle = (column.left + column.right) / 2
    inset = min(above.x0, line.x0) > column.left + _INDENT / 2 or abs(above.x0 - line.x0) > _INDENT / 2
    return inset and abs(above.centre - middle) < _INDENT / 2 and abs(line.centre - middle) < _INDENT / 2


def _stands_apart(above: Line, line: Line, column: Column, flows: bool) -> bool:
    step = line.base - above.base
    if not column.leading:
        return step > 2 * above.size
    wider = step - column.leading
    return wider > 0.6 * above.size or (not flows and wider > _WIDER)


def _wrapped_mark(paragraph: Sequence[Line], line: Line) -> bool:
    """ "kinh tế / - xã hội", "Phòng Văn hóa / – Xã hội": a dash that had no room above and only happens to begin a line."""
    if not re.match(r"[-–] ", line.text) or paragraph[-1].text.endswith((*_SENTENCE_END, ",", "-")):
        return False
    return paragraph[0].text[0] != line.text[0] or bool(_LOW.match(line.text[2:]))


def _keeps_edge(paragraph: Sequence[Line], line: Line, column: Column) -> bool:
    """Lines of a paragraph share their left edge, the first one apart."""
    first = paragraph[0]
    if _are_centred(paragraph[-1], line, column):
        return True
    if len(paragraph) > 1:
        return abs(line.x0 - paragraph[1].x0) < _INDENT / 2
    hanging = starts_mark(first)
    if line.x0 > first.x0 + _INDENT / 2:
        return (hanging or not ends_sentence(first)) and line.x0 < first.x0 + 8 * _INDENT
    return abs(line.x0 - first.x0) >= _INDENT / 2 or first.x0 <= column.left + _INDENT or hanging


def joined(paragraph: Sequence[Line]) -> str:
    """One line of text. A word broken after its hyphen or within an address is closed up."""
    text = paragraph[0].text
    for above, line in pairwise(paragraph):
        text += line.text if _is_torn(above.text, line.text) else f" {line.text}"
    return text


def _is_torn(above: str, below: str) -> bool:
    if _BROKEN_WORD.search(above) or (_NUMBER_PART.fullmatch(above) and _NUMBER_PART.fullmatch(below)):
        return True
    address = _ADDRESS_END.search(above)
    goes_on = address and (address[0].endswith(".") or _ADDRESS_GOES_ON.match(below))
    return bool(goes_on) and below[:1].isascii()
