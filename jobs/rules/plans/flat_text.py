"""Plain text taken from a PDF, put back into the tables it was printed as."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from jobs.rules.plans.flat_delimited import aligned
from jobs.rules.plans.flat_header import Header, Place, find_headers
from jobs.rules.plans.flat_items import item_table
from jobs.rules.plans.flat_prose import PAGE_NUMBER, PAGE_START, joined_paragraphs
from jobs.rules.plans.flat_table import Line, is_interleaved, left_as_lines, table_of
from jobs.rules.text import fold
from storage.raw_document import Paragraph, RawDocument, Table

_REBUILT = (
    "Văn bản lấy từ PDF nên các cột bị trộn dòng (đã bỏ số trang và tiêu đề cột in lại); "
    "em đã dựng lại bảng theo nội dung, cần đối chiếu từng dòng với bản giấy."
)
_INTERLEAVED = (
    "Bảng trong văn bản này có chữ của nhiều cột chung một dòng nên em chưa tách được; "
    "xin gửi tệp PDF hoặc Word của kế hoạch."
)
_TABLE_ENDS = re.compile(
    r"noi nhan ?:|tong cong\b|tong so ?:? ?\d|phu luc(?: [ivx\d]+)?[.:]?$|(?:tm|kt|tl|tuq)\. ?[a-z]"
)
_URL = re.compile(r"https?://\S+")


def rebuild_tables(document: RawDocument) -> RawDocument:
    """The document with its tables as the paper prints them, and lines of running text joined to paragraphs.

    Delimited rows are put under their header; lines below a printed header become rows again; numbered lines that say
    who or when become a table. What was rebuilt is told in `warnings`.
    """
    blocks: list[Paragraph | Table] = []
    warnings: list[str] = []
    for is_table, group in groupby(document.blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            blocks += [part for block in group if isinstance(block, Table) for part in aligned(block)]
        else:
            blocks += _rebuilt([block for block in group if isinstance(block, Paragraph)], warnings)
    return replace(document, blocks=tuple(blocks), warnings=(*document.warnings, *dict.fromkeys(warnings)))


def _rebuilt(lines: Sequence[Paragraph], warnings: list[str]) -> Iterator[Paragraph | Table]:
    headers = find_headers([line.text for line in lines])
    at = 0
    for header, group in _tables(headers):
        later = [place.start for place in headers if place.start > group[-1].start]
        stop = _end_of_table(lines, group[-1].stop, min(later, default=len(lines)))
        yield from joined_paragraphs(lines[at : group[0].start])
        pages = _pages(lines, group, stop)
        table = None if is_interleaved(header, pages) else table_of(header, pages)
        yield table or left_as_lines(pages)
        warnings.append(_REBUILT if table else _INTERLEAVED)
        at = stop
    listed = item_table(lines) if not headers else None
    if listed:
        start, at, items = listed
        yield from joined_paragraphs(lines[:start])
        yield items
    yield from joined_paragraphs(lines[at:])


def _tables(headers: Sequence[Place]) -> Iterator[tuple[Header, list[Place]]]:
    group: list[Place] = []
    for place in headers:
        if group and place.header != group[-1].header:
            yield group[0].header, group
            group = []
        group.append(place)
    if group:
        yield group[0].header, group


def _end_of_table(lines: Sequence[Paragraph], start: int, stop: int) -> int:
    return next((n for n in range(start, stop) if _TABLE_ENDS.match(fold(lines[n].text))), stop)


def _pages(lines: Sequence[Paragraph], group: Sequence[Place], stop: int) -> list[list[Line]]:
    """Lines of the table page by page, without what is printed on every page."""
    pages: list[list[Line]] = []
    for n, place in enumerate(group):
        end = group[n + 1].start if n + 1 < len(group) else stop
        page: list[Paragraph] = []
        for line in lines[place.stop : end]:
            if line.style == PAGE_START and page:
                pages.append(_without_furniture(page))
                page = []
            page.append(line)
        pages.append(_without_furniture(page))
    return pages


def _without_furniture(page: list[Paragraph]) -> list[Line]:
    kept = list(page)
    while kept and (PAGE_NUMBER.fullmatch(kept[-1].text) or _repeats_link(kept)):
        kept.pop()
    return [(line.text, line.place) for line in kept]


def _repeats_link(page: Sequence[Paragraph]) -> bool:
    """The targets of a page's links, which some readers print below its last line."""
    last = page[-1].text
    above = "".join(line.text for line in page[:-1]).replace(" ", "")
    return bool(_URL.fullmatch(last)) and last.rstrip("/") in above
