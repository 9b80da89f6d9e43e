"""PDF files with a text layer. Page numbers, running heads, footnotes and watermarks are left out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.pdftypes import PDFStream, resolve1
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import PdfminerException

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.pdf_flow import Column, goes_on, joined, leading_of
from storage.documents.pdf_grid import Grid
from storage.documents.pdf_join import JoinedTable
from storage.documents.pdf_open import OpenArea, closed
from storage.documents.pdf_packing import is_whole_stream
from storage.documents.pdf_page import PageContent, SideBySide, read_page
from storage.documents.pdf_text import UNKNOWN, Line
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_MAX_PAGES = 300
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang|page)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.I)
_MARGIN = 0.12  # of the page's height: where page numbers and running heads stand


def pdf_document(data: bytes, opened: Callable[[int], None]) -> RawDocument:
    """`opened` is told the number of pages before they are read.

    Raises UnreadableFile (damaged, encrypted, without text, too many pages) or whatever the parser raises.
    """
    pages = _without_running_heads(list(_pages(data, opened)))
    blocks = tuple(_blocks(_with_closed_tables(pages)))
    text = "".join(block.text if isinstance(block, Paragraph) else "".join(_texts(block)) for block in blocks)
    unknown = text.count(UNKNOWN)
    if not text or unknown * 5 > len(text):
        raise UnreadableFile(Reason.SCANNED)
    pictures = ", ".join(str(page.number) for page in pages if page.is_picture and not page.blocks)
    warnings = [f"Trang {pictures} chỉ có hình ảnh; chữ trong ảnh không đọc được."] if pictures else []
    warnings += [f"Có {unknown} chữ dùng phông riêng nên không đọc được, ghi là {UNKNOWN}."] if unknown else []
    return RawDocument(blocks, "pdf", tuple(warnings))


def _texts(table: Table) -> Iterator[str]:
    return (cell.text for row in table.rows for cell in row.cells)


def _pages(data: bytes, opened: Callable[[int], None]) -> Iterator[PageContent]:
    try:
        with pdfplumber.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > _MAX_PAGES:
                raise UnreadableFile(Reason.TOO_LARGE)
            if not _is_whole(pdf):
                raise UnreadableFile(Reason.BROKEN)
            opened(len(pdf.pages))
            for page in pdf.pages:
                yield read_page(page)
                page.close()
    except PdfminerException as error:
        encrypted = isinstance(error.args[0] if error.args else None, PDFEncryptionError)
        raise UnreadableFile(Reason.PASSWORD if encrypted else Reason.BROKEN) from error


def _is_whole(pdf: PDF) -> bool:
    """As many pages as the file says, each with its contents: a file cut off on its way may still open."""
    tree = resolve1(pdf.doc.catalog.get("Pages"))
    said = resolve1(tree.get("Count")) if isinstance(tree, dict) else None
    enough = bool(pdf.pages) and (not isinstance(said, int) or len(pdf.pages) >= said)
    parts = {id(part): part for page in pdf.pages for part in map(resolve1, page.page_obj.contents)}
    return enough and all(isinstance(part, PDFStream) and is_whole_stream(part) for part in parts.values())


def _with_closed_tables(pages: Sequence[PageContent]) -> list[PageContent]:
    """Tables without drawn columns get theirs from all pages they stand on."""
    areas = [block for page in pages for block in page.blocks if isinstance(block, OpenArea)]
    grids: dict[int, Grid] = {}
    while areas:
        alike = [area for area in areas if area.is_like(areas[0])]
        areas = [area for area in areas if not area.is_like(alike[0])]
        grids |= {id(area): grid for area, grid in zip(alike, closed(alike), strict=True)}
    return [replace(page, blocks=tuple(grids.get(id(block), block) for block in page.blocks)) for page in pages]


def _without_running_heads(pages: Sequence[PageContent]) -> list[PageContent]:
    """Lines in the margins that are a page number or the same words on three pages or more."""
    heads = Counter(key for page in pages for key in {_head_key(line, page) for line in page.lines})
    cleaned: list[PageContent] = []
    for page in pages:
        outer = _outer(page)
        blocks = tuple(
            block
            for block in page.blocks
            if not (isinstance(block, Line) and _is_head(block, page, outer, heads[_head_key(block, page)]))
        )
        cleaned.append(replace(page, blocks=blocks))
    return cleaned


def _outer(page: PageContent) -> set[int]:
    """The first and the last two blocks of a page."""
    return {id(block) for block in (*page.blocks[:2], *page.blocks[-2:])}


def _head_key(line: Line, page: PageContent) -> tuple[str, int, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 4), round(page.width)


def _is_head(line: Line, page: PageContent, outer: set[int], same: int) -> bool:
    in_margin = line.bottom < page.height * _MARGIN or line.top > page.height * (1 - _MARGIN)
    if not in_margin or id(line) not in outer:
        return False
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or same >= 3


def _blocks(pages: Sequence[PageContent]) -> Iterator[Paragraph | Table]:
    table: JoinedTable | None = None
    text = _Prose()
    for page in pages:
        column = _column_of(page, pages)
        tables = 0
        for block in page.blocks:
            if isinstance(block, Line):
                if table:
                    yield table.as_table()
                    table = None
                yield from text.take(block, page.number, column)
                continue
            tables += isinstance(block, Grid)
            place = f"Trang {page.number}, bảng {tables}"
            if isinstance(block, Grid) and table and not text.waits and table.take(block, place):
                continue
            yield from text.end()
            if table:
                yield table.as_table()
                table = None
            if isinstance(block, Grid):
                table = JoinedTable(block, place)
            elif isinstance(block, SideBySide):
                yield _layout_table(block, page)
    yield from text.end()
    if table:
        yield table.as_table()


def _layout_table(block: SideBySide, page: PageContent) -> Table:
    cells = (_text_of(block.left), _text_of(block.right))
    place = f"Trang {page.number}"
    return Table((Row(tuple(Cell(text, n) for n, text in enumerate(cells)), place),), place)


def _text_of(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _column_of(page: PageContent, pages: Sequence[PageContent]) -> Column:
    """Margins of running text, from all pages of this width; many lines end at the right one, few beyond."""
    alike = [other for other in pages if abs(other.width - page.width) < 1]
    lines = [line for other in alike for line in other.lines]
    sides = [x for other in alike for grid in other.grids for x in (grid.xs[0], grid.xs[-1])]
    if not lines:
        return Column(0, page.width)
    ends = sorted((line.x1 for line in lines), reverse=True)
    close = (x for n, x in enumerate(ends) if n + 2 < len(ends) and x - ends[n + 2] < 3)
    right = next(close, max([*ends[:1], *sides]))
    left = min(line.x0 for line in lines)
    return Column(left, right, leading_of([list(other.lines) for other in alike]))


class _Prose:
    """Gathers lines to paragraphs, over page breaks too."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._page = self._n = 0
        self._last_page = 0

    @property
    def waits(self) -> bool:
        return bool(self._lines)

    def take(self, line: Line, page: int, column: Column) -> Iterator[Paragraph]:
        if self._lines and not goes_on(self._lines, line, column, same_page=page == self._last_page):
            yield from self.end()
        if not self._lines:
            self._n = self._n + 1 if page == self._page else 1
            self._page = page
        self._lines.append(line)
        self._last_page = page

    def end(self) -> Iterator[Paragraph]:
        if self._lines:
            bold = all(line.bold for line in self._lines)
            yield Paragraph(joined(self._lines), f"Trang {self._page}, đoạn {self._n}", bold)
            self._lines = []
