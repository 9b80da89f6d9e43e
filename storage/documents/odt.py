"""OpenDocument texts, as LibreOffice saves them. Deleted text, comments and notes are left out."""

from collections.abc import Iterator
from typing import Any

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.odf_lists import ListMarks, OpenList
from storage.documents.odf_text import BOX, FRAME, LIST, TABLE, H, P, number, paragraph_text, tag
from storage.documents.package import Package
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_SECTION, _INDEX = tag("text:section"), tag("text:index-body")
_ITEMS = {tag("text:list-item"), tag("text:list-header")}
_ROW, _CELL, _COVERED = tag("table:table-row"), tag("table:table-cell"), tag("table:covered-table-cell")
_ROW_GROUPS = {tag(f"table:table-{name}") for name in ("header-rows", "rows", "row-group")}
_MAX_CELLS, _MAX_ROWS = 200_000, 10_000
_WIDEST = 64

_TOLD = (
    (("text:tracked-changes",), "Tệp còn sửa đổi chưa chấp nhận; em đọc như đã chấp nhận hết."),
    (("text:hidden-text", "text:hidden-paragraph"), "Tệp có chữ ẩn; phần ẩn không đọc."),
    (("drawing:image",), "Tệp có hình ảnh; chữ trong ảnh không đọc được."),
)


def read_odt(data: bytes) -> RawDocument:
    """Raises UnreadableFile(TOO_LONG), or whatever the parsers raise on a damaged part."""
    with Package(data) as package:
        content = package.tree("content.xml")
        styles = [package.tree("styles.xml")] if "styles.xml" in package.names else []
    body = content.find(f"{tag('office:body')}/{tag('office:text')}")
    blocks = tuple(_Reader(ListMarks(*styles, content)).blocks(body))
    warnings = tuple(said for names, said in _TOLD if next(body.iter(*map(tag, names)), None) is not None)
    return RawDocument(blocks, "odt", warnings)


class _Reader:
    def __init__(self, marks: ListMarks) -> None:
        self._marks = marks
        self._paragraphs = 0
        self._tables = 0
        self._cells_left = _MAX_CELLS

    def blocks(self, parent: Any) -> Iterator[Paragraph | Table]:
        for block in self._parts(parent, None, ""):
            if isinstance(block, str):
                self._paragraphs += 1
                yield Paragraph(block, f"đoạn {self._paragraphs}")
            else:
                yield from self._table(block)

    def _parts(self, parent: Any, within: OpenList | None, mark: str) -> Iterator[Any]:
        """Texts of paragraphs and table elements, in order; `mark` stands before the first paragraph."""
        for one in parent.iterchildren("*"):
            if one.tag in (P, H):
                yield _marked(mark, paragraph_text(one))
                mark = ""
                for box in one.iter(BOX):
                    if next(box.iterancestors(P, H)) is one:
                        yield from self._parts(box, None, "")
            elif one.tag == LIST:
                inner = self._marks.begin(one, within)
                for item in one.iterchildren(*_ITEMS):
                    yield from self._parts(item, inner, self._marks.mark(item, inner))
            elif one.tag == TABLE:
                yield one
            elif one.tag in (_SECTION, _INDEX, FRAME, BOX):
                yield from self._parts(one, within, "")

    def _table(self, element: Any) -> Iterator[Paragraph | Table]:
        rows = list(_rows(element))
        cells = [list(row.iterchildren(_CELL, _COVERED)) for row in rows]
        if all(len(row) == 1 and number(row[0], "table:number-columns-repeated") == 1 for row in cells):
            for [cell] in cells:  # a frame around text or around another table
                yield from self.blocks(cell)
            return
        self._tables += 1
        place = f"Bảng {self._tables}"
        below: dict[int, tuple[int, Cell]] = {}
        found: list[Row] = []
        for row in rows:
            for _ in range(number(row, "table:number-rows-repeated")):
                found.append(Row(tuple(self._cells(row, below)), f"{place}, dòng {len(found) + 1}"))
                if not found[-1].text:
                    break
                if len(found) > _MAX_ROWS:
                    raise UnreadableFile(Reason.TOO_LONG)
        yield Table(tuple(found), place)

    def _cells(self, row: Any, below: dict[int, tuple[int, Cell]]) -> Iterator[Cell]:
        """Cells of a row; `below` holds, by column, how many more rows a cell above covers."""
        column = 0
        for element in row.iterchildren(_CELL, _COVERED):
            again = min(number(element, "table:number-columns-repeated"), _WIDEST)
            if element.tag == _COVERED:
                yield from _covered(range(column, column + again), below)
            else:
                text = self._cell_text(element)
                span = min(number(element, "table:number-columns-spanned"), _WIDEST)
                for at in range(column, column + again):
                    self._spend()
                    yield Cell(text, at, span)
                below[column] = (number(element, "table:number-rows-spanned") - 1, Cell(text, column, span, True))
            column += again

    def _spend(self) -> None:
        self._cells_left -= 1
        if not self._cells_left:
            raise UnreadableFile(Reason.TOO_LONG)

    def _cell_text(self, cell: Any) -> str:
        """Paragraphs and rows of inner tables, one line each."""
        lines: list[str] = []
        for part in self._parts(cell, None, ""):
            if isinstance(part, str):
                lines.append(part)
            else:
                lines += [" ".join(cell.text for cell in self._cells(row, {}) if cell.text) for row in _rows(part)]
        return "\n".join(line for line in lines if line)


def _marked(mark: str, text: str) -> str:
    return f"{mark} {text}" if mark and text else text or mark.rstrip("-")


def _rows(table: Any) -> Iterator[Any]:
    for one in table.iterchildren("*"):
        if one.tag == _ROW:
            yield one
        elif one.tag in _ROW_GROUPS:
            yield from _rows(one)


def _covered(columns: range, below: dict[int, tuple[int, Cell]]) -> Iterator[Cell]:
    for column in columns:
        rows_left, cell = below.get(column, (0, None))
        if cell and rows_left:
            below[column] = (rows_left - 1, cell)
            yield cell
