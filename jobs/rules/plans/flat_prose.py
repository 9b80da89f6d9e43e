"""Running text of a PDF: lines joined to paragraphs, page numbers and links of the page's foot left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jobs.rules.plans.flat_cells import is_open, starts_bullet, starts_low
from jobs.rules.plans.flat_letters import without_letter_spacing
from jobs.rules.plans.flat_widths import had_room, width_of_column
from jobs.rules.text import fold
from storage.raw_document import Paragraph

PAGE_START = "page start"
PAGE_NUMBER = re.compile(r"(?:trang )?[-–]? ?\d{1,3} ?[-–]?(?: ?/ ?\d{1,3})?", re.I)
_LINK = re.compile(r"https?://\S+")
_BEGINS = re.compile(
    r"(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] |Điều \d|\(?Kèm theo|\(?Ban hành kèm|Nơi nhận|- |\+ |Căn cứ |Thực hiện (?:Quyết định|Kế hoạch|Nghị quyết|Chương trình|Chỉ thị|Công văn) "
)
_FOOTNOTE = re.compile(r"\d{1,2} [A-ZĐ]")
_SIGNATURE = re.compile(r"(Nơi nhận:?) +((?:TM|KT|TL|TUQ|Q)\. ?\S.*|(?:PHÓ )?(?:CHỦ TỊCH|TRƯỞNG|GIÁM ĐỐC|CHÁNH).*)")
_MOTTO = re.compile(
    r"(.*?\S) +(CỘNG H[ÒO]A XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|.{2,30}, ngày .*năm \d{4})", re.I
)
_FEWEST = 5
_LONGEST_LINE = 300


def joined_paragraphs(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs as an author wrote them; each keeps the place of its first line."""
    kept = [replace(line, text=without_letter_spacing(line.text)) for line in _split_lines(_without_furniture(lines))]
    full = _line_width([line.text for line in kept])
    held: list[Paragraph] = []
    footnote: list[Paragraph] = []
    for line in kept:
        if (
            held
            and line.style == PAGE_START
            and _FOOTNOTE.match(line.text)
            and not held[-1].text.endswith((".", ":", ";"))
        ):
            footnote = [line]
        elif footnote and not _ends(footnote[-1].text):
            footnote.append(line)
        elif held and _goes_on(held, line.text, full):
            held.append(line)
        else:
            yield from _paragraphs(held, footnote)
            held, footnote = [line], []
    yield from _paragraphs(held, footnote)


def _paragraphs(*found: list[Paragraph]) -> Iterator[Paragraph]:
    return (replace(lines[0], text=" ".join(line.text for line in lines)) for lines in found if lines)


def _ends(text: str) -> bool:
    return text.endswith((".", "./."))


def _without_furniture(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Without page numbers, and without links alone on a line before a new page."""
    kept: list[Paragraph] = []
    for line in lines:
        number = bool(PAGE_NUMBER.fullmatch(line.text))
        if line.style == PAGE_START or number:
            while kept and _LINK.fullmatch(kept[-1].text):
                kept.pop()
        if not number:
            kept.append(line)
    return kept


def _split_lines(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Letterhead and signature stand side by side; where they are read as one line they are cut again."""
    for line in lines:
        found = _SIGNATURE.fullmatch(line.text) or (_MOTTO.fullmatch(line.text) if line.text[:60].isupper() else None)
        texts = [found[1], found[2]] if found else [line.text]
        yield from (replace(line, text=text) for text in texts)


def _line_width(texts: Sequence[str]) -> float:
    """Of a full line of running text; 0 where every line is a paragraph of its own."""
    wraps = [(line, after) for line, after in pairwise(texts) if starts_low(after)]
    return width_of_column(wraps)[0] if len(wraps) >= _FEWEST and max(map(len, texts)) < _LONGEST_LINE else 0.0


def _goes_on(held: Sequence[Paragraph], line: str, full: float) -> bool:
    last = held[-1].text
    if not full or _BEGINS.match(line) or starts_bullet(line) or line.isupper() or _heads_title(last):
        return False
    if starts_low(line):
        return not _ends(last)
    return is_open(last) or (not _ends(last) and not had_room(last, line, full))


def _heads_title(held: str) -> bool:
    return fold(held) in ("ke hoach", "phu luc", "quyet dinh", "chuong trinh")
