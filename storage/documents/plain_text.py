"""Plain text, from a file or pasted into chat: one paragraph a line, delimited lines as tables.

Rows are found where lines are cut by tabs, pipes, semicolons or commas. What only the words can tell (columns of a PDF
whose lines follow one another) is left as lines for the rules.
"""

import csv
import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.text_encoding import decode
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

PAGE_START = "page start"
_MAX_CHARS = 3_000_000
_MAX_LINES = 60_000

_TAG = re.compile(r"</?(?:ul|ol|p|div|span|i|b|u|em|strong|sup|sub|font|table|tbody|thead|tr|td|th)\b[^<>]*>", re.I)
_BREAK_TAG = re.compile(r"\s*<(?:br|/li|/p)\s*/?>\s*", re.I)
_ITEM_TAG = re.compile(r"<li\b[^<>]*>\s*(?:[-•+]\s*)?", re.I)
_EMPHASIS = re.compile(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")
_RULE = re.compile(r"[\s|:+=-]*-{2,}[\s|:+=-]*")
_GOES_ON = re.compile(r"\s*(?:[-+•*]\s|[a-zà-ỹđ])")
_LONGEST_HEADER_CELL = 60


def read_text(data: bytes) -> RawDocument:
    """Raises UnreadableFile: a text in no encoding known here, or too long to be a plan."""
    return text_document(decode(data))


def text_document(text: str) -> RawDocument:
    """Paragraphs (`style` PAGE_START on the first line of a page) and tables of delimited lines."""
    lines = list(_lines(text))
    if len(text) > _MAX_CHARS or len(lines) > _MAX_LINES:
        raise UnreadableFile(Reason.TOO_LARGE)
    if not lines:
        raise UnreadableFile(Reason.EMPTY)
    delimiter = _delimiter(lines)
    blocks: tuple[Paragraph | Table, ...] = tuple(_blocks(lines, delimiter) if delimiter else lines)
    return RawDocument(tuple(_numbered(blocks)), "text")


def _lines(text: str) -> Iterator[Paragraph]:
    """Lines that hold something. A form feed, or the odd line that is set in, begins a page."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").replace("\u00ad", "")
    raw = re.split(r"\n|(?=\f)", text)
    inset = sum(line.startswith(" ") for line in raw) * 10 < sum(bool(line.strip()) for line in raw)
    for n, line in enumerate(raw, 1):
        new_page = line.startswith("\f") or (inset and line.startswith(" ") and line[1:2] not in ("", " ", "-", "+"))
        shown = _without_markup(line.replace("\f", "")).strip(" \u00a0\n")
        if shown.strip():
            yield Paragraph(shown, f"dòng {n}", style=PAGE_START if new_page else "")


def _without_markup(line: str) -> str:
    if "<" in line:
        line = _TAG.sub("", _ITEM_TAG.sub("- ", _BREAK_TAG.sub("\v", line)))
    if "&" in line:
        line = html.unescape(line)
    return _EMPHASIS.sub("", line) if "*" in line else line


def _delimiter(lines: Sequence[Paragraph]) -> str:
    """The sign that cuts at least two lines into three cells or more; for ";" and "," every such line alike."""
    texts = [line.text for line in lines]
    for sign in ("\t", "|"):
        if sum(text.count(sign) >= 2 for text in texts) >= 2:
            return sign
    for sign in (";", ","):
        counts = [len(cells) for cells in _parsed(texts, sign)]
        widest = max(counts, default=0)
        header = next((cells for cells in _parsed(texts, sign) if len(cells) == widest), [])
        alike = sum(count == widest for count in counts)
        short = all(len(cell) <= _LONGEST_HEADER_CELL for cell in header)
        if widest >= 3 and alike >= 2 and alike * 10 >= len(counts) * 8 and short:
            return sign
    return ""


def _parsed(texts: Sequence[str], sign: str) -> list[list[str]]:
    return list(csv.reader(texts, delimiter=sign))


def _blocks(lines: Sequence[Paragraph], sign: str) -> Iterator[Paragraph | Table]:
    """Runs of delimited lines as tables; an undelimited line between two such runs is a row of one cell."""
    start, stop = _between_pairs(lines, sign) if sign == "\t" else (0, len(lines))
    yield from _pairs(lines[:start], sign)
    yield from _runs(lines[start:stop], sign)
    yield from _pairs(lines[stop:], sign)


def _between_pairs(lines: Sequence[Paragraph], sign: str) -> tuple[int, int]:
    """Where the wide rows stand, without a letterhead or a signature of two cells a line that other lines part from them."""
    wide = [n for n, line in enumerate(lines) if line.text.count(sign) > 1]
    parting = [n for n, line in enumerate(lines) if sign not in line.text and not _GOES_ON.match(line.text)]
    cut = [n for n, line in enumerate(lines) if sign in line.text]
    above = max((n for n in parting if n < wide[0]), default=-1)
    below = min((n for n in parting if n > wide[-1]), default=len(lines))
    return (above + 1 if cut[0] < above else 0), (below if cut[-1] > below else len(lines))


def _pairs(lines: Sequence[Paragraph], sign: str) -> Iterator[Paragraph | Table]:
    for cut, group in groupby(lines, key=lambda line: sign in line.text):
        if cut:
            yield Table(tuple(_row(_cells(line.text, sign), line.place) for line in group))
        else:
            yield from group


def _runs(lines: Sequence[Paragraph], sign: str) -> Iterator[Paragraph | Table]:
    cut = [n for n, line in enumerate(lines) if line.text.count(sign) >= (2 if sign == "|" else 1)]
    if not cut:
        yield from lines
        return
    first, last = cut[0], cut[-1]
    if sign != "|":
        while last + 1 < len(lines) and _GOES_ON.match(lines[last + 1].text):
            last += 1
    yield from lines[:first]
    inside = lines[first : last + 1]
    for table, group in groupby(_grouped(inside, sign), key=lambda pair: pair[0]):
        found = [line for _, line in group]
        if table:
            yield Table(tuple(_rows(found, sign)))
        else:
            yield from found
    yield from lines[last + 1 :]


def _grouped(lines: Sequence[Paragraph], sign: str) -> Iterator[tuple[bool, Paragraph]]:
    """More than three undelimited lines that begin anew are running text between two tables."""
    held: list[Paragraph] = []
    for line in lines:
        if sign in line.text or _GOES_ON.match(line.text):
            yield from ((len(held) <= 3, one) for one in held)
            held = []
            yield True, line
        else:
            held.append(line)
    yield from ((len(held) <= 3, one) for one in held)


def _rows(lines: Sequence[Paragraph], sign: str) -> Iterator[Row]:
    quoted = _quoted_rows(lines, sign)
    if quoted:
        yield from quoted
        return
    width = max(len(_cells(line.text, sign)) for line in lines)
    held: list[str] = []
    place = ""
    for line in lines:
        if _RULE.fullmatch(line.text):
            continue
        cells = _cells(line.text, sign)
        if held and _continues(held, cells, line.text, width, sign):
            held = [*held[:-1], f"{held[-1]}\n{cells[0]}".strip(), *cells[1:]]
            continue
        if held:
            yield _row(held, place)
        held, place = cells, line.place
    yield _row(held, place)


def _quoted_rows(lines: Sequence[Paragraph], sign: str) -> list[Row]:
    """Rows of a spreadsheet's export, whose cells of several lines stand in quotes; [] where quotes do not fit."""
    if not any(line.text.startswith('"') or f'{sign}"' in line.text for line in lines):
        return []
    try:
        rows = [row for row in csv.reader([f"{line.text}\n" for line in lines], delimiter=sign, strict=True) if row]
    except csv.Error:
        return []
    alike = len({len(row) for row in rows}) == 1
    return [_row([cell.strip() for cell in row], f"dòng {n}") for n, row in enumerate(rows, 1)] if alike else []


def _cells(text: str, sign: str) -> list[str]:
    if sign == "|":
        text = text.strip().removeprefix("|").removesuffix("|")
    found = text.split(sign) if sign in "\t|" else next(csv.reader([text], delimiter=sign))
    return [cell.replace("\v", "\n").strip() for cell in found]


def _continues(held: Sequence[str], cells: Sequence[str], text: str, width: int, sign: str) -> bool:
    """A line inside a cell: the row above is not full yet, or it goes on in small letters or as a list."""
    if len(cells) == 1:
        return bool(_GOES_ON.match(text))
    return sign == "\t" and len(held) < width and len(held) + len(cells) - 1 <= width and not _numbered_line(cells)


def _numbered_line(cells: Sequence[str]) -> bool:
    return bool(re.fullmatch(r"(?:\d{1,3}|[IVX]+|[A-Z])?(?:\.\d+)*[.)]?", cells[0]))


def _row(cells: Sequence[str], place: str) -> Row:
    return Row(tuple(Cell(text, n) for n, text in enumerate(cells)), place)


def _numbered(blocks: Sequence[Paragraph | Table]) -> Iterator[Paragraph | Table]:
    n = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            yield replace(block, text=block.text.replace("\v", "\n").replace("\t", " "))
        else:
            n += 1
            yield replace(block, place=f"Bảng {n}")
