"""Word files. Inserted text is read, deleted and hidden text is not; automatic list marks are written out."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from storage.documents.characters import clean
from storage.documents.package import Package
from storage.documents.word_lists import ListMarks
from storage.documents.word_xml import child, is_on, number, tag, value
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_P, _R, _TBL, _TR, _TC, _SDT, _BOX = map(tag, ("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:txbxContent"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {*map(tag, ("w:del", "w:moveFrom", "w:pPr", "w:rPr")), _FALLBACK, _BOX}
_TRANSPARENT = set(map(tag, ("w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")))
_TEXTS = {tag("w:t"), tag("m:t")}
_SIGNS = {tag("w:tab"): "\t", tag("w:ptab"): "\t", tag("w:br"): "\n", tag("w:cr"): "\n", tag("w:noBreakHyphen"): "-"}
_WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
_WIDEST = 64  # Word allows 63 columns
_MARGIN_PARTS, _MARGIN_LINES = 30, 200  # each section of a file may have six of its own

_TOLD = (
    ((tag("w:ins"), tag("w:del")), "Tệp còn sửa đổi chưa chấp nhận; em đọc như đã chấp nhận hết."),
    ((tag("w:vanish"),), "Tệp có chữ ẩn; phần ẩn không đọc."),
    (("{*}blip", "{*}imagedata"), "Tệp có hình ảnh; chữ trong ảnh không đọc được."),
    ((tag("w:altChunk"),), "Tệp chèn nguyên một tệp khác nên phần đó không đọc được; hãy mở bằng Word rồi lưu lại."),
)


def read_docx(data: bytes) -> RawDocument:
    """Raises UnreadableFile(TOO_LONG), or whatever the parsers raise on a damaged part."""
    with Package(data) as package:
        main = package.related_part("", "officeDocument") or "word/document.xml"
        body = package.tree(main).find(tag("w:body"))
        parts = (package.related_part(main, name) for name in ("numbering", "styles"))
        marks = ListMarks(*(package.tree(part) if part else None for part in parts))
        margins = tuple(islice(_margins(package, main), _MARGIN_LINES))
    blocks = tuple(_Reader(marks).blocks(body))
    warnings = tuple(said for tags, said in _TOLD if next(body.iter(*tags), None) is not None)
    return RawDocument(blocks, "docx", warnings, margins)


def _margins(package: Package, main: str) -> Iterator[str]:
    """Lines of page headers and footers; a watermark is a shape in a header."""
    linked = (part for kind, part in package.related(main).values() if kind in ("header", "footer"))
    for part in islice((part for part in linked if part in package.names), _MARGIN_PARTS):
        for one in package.tree(part).iter(_P, _WATERMARK):
            text = clean("".join(_pieces(one)) if one.tag == _P else one.get("string", ""))
            if text:
                yield text


def _children(element: Any) -> Iterator[Any]:
    """Children, looking through wrappers such as tracked insertions and content controls that were filled in."""
    for one in element.iterchildren():
        if one.tag in _TRANSPARENT:
            yield from _children(one)
        elif one.tag == _SDT:
            if child(child(one, "w:sdtPr"), "w:showingPlcHdr") is None:
                yield from _children(one)
        else:
            yield one


def _pieces(element: Any) -> Iterator[str]:
    for one in _children(element):
        if one.tag in _TEXTS:
            yield one.text or ""
        elif one.tag in _SIGNS:
            yield _SIGNS[one.tag]
        elif one.tag not in _SKIPPED and not (one.tag == _R and is_on(child(one, "w:rPr"), "w:vanish")):
            yield from _pieces(one)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Text boxes that hang on a paragraph; Word writes each a second time for old programs."""
    for box in paragraph.iter(_BOX):
        nearest = next(box.iterancestors(_P, _FALLBACK))
        if nearest is paragraph:
            yield box


class _Reader:
    def __init__(self, marks: ListMarks) -> None:
        self._marks = marks
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, body: Any) -> Iterator[Paragraph | Table]:
        for one in _children(body):
            if one.tag == _P:
                self._paragraphs += 1
                yield self._paragraph(one)
                for box in _boxes(one):
                    yield from self.blocks(box)
            elif one.tag == _TBL:
                yield from self._table(one)

    def _text(self, paragraph: Any) -> str:
        """Word prints the number of an empty paragraph too, as in a column "STT" that counts by itself."""
        if not len(paragraph):  # files hold tens of thousands of them
            return ""
        text = clean("".join(_pieces(paragraph)))
        mark = self._marks.mark(paragraph)
        return f"{mark} {text}" if mark and text else text or mark.rstrip("-")

    def _paragraph(self, element: Any) -> Paragraph:
        place = f"đoạn {self._paragraphs}"
        if not len(element):
            return Paragraph("", place)
        runs = [run for run in element.iter(_R) if any(text.text for text in run.iterchildren(tag("w:t")))]
        bold = bool(runs) and all(is_on(child(run, "w:rPr"), "w:b") for run in runs)
        style = value(child(element, "w:pPr"), "w:pStyle")
        return Paragraph(self._text(element), place, bold, style)

    def _table(self, element: Any) -> Iterator[Paragraph | Table]:
        rows = list(_of(element, _TR))
        cells = [list(_of(row, _TC)) for row in rows]
        if all(len(row) == 1 for row in cells):  # a frame around text or around another table
            for [cell] in cells:
                yield from self.blocks(cell)
            return
        self._tables += 1
        place = f"Bảng {self._tables}"
        above: dict[int, str] = {}
        found = [
            Row(tuple(self._cells(row, above)), f"{place}, dòng {n}")
            for n, row in enumerate(rows, 1)
            if child(child(row, "w:trPr"), "w:del") is None
        ]
        yield Table(tuple(found), place)

    def _cells(self, row: Any, above: dict[int, str]) -> list[Cell]:
        """Cells of a row; `above` holds, by column, the text of vertically merged cells that may go on."""
        cells: list[Cell] = []
        column = number(child(row, "w:trPr"), "w:gridBefore", 0, _WIDEST)
        for element in _of(row, _TC):
            properties = child(element, "w:tcPr")
            span = number(properties, "w:gridSpan", 1, _WIDEST)
            text = self._cell_text(element)
            if cells and _merge(properties, "w:hMerge") == "continue":
                cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
            else:
                cells.append(_below(above, _merge(properties, "w:vMerge"), Cell(text, column, span)))
            column += span
        return cells

    def _cell_text(self, cell: Any) -> str:
        """Paragraphs, text boxes and rows of inner tables, one line each."""
        lines: list[str] = []
        for one in _children(cell):
            if one.tag == _P:
                lines += [self._text(one), *map(self._cell_text, _boxes(one))]
            elif one.tag == _TBL:
                lines += [" ".join(cell.text for cell in self._cells(row, {}) if cell.text) for row in _of(one, _TR)]
        return "\n".join(line for line in lines if line)


def _of(element: Any, name: str) -> Iterator[Any]:
    return (one for one in _children(element) if one.tag == name)


def _merge(properties: Any, name: str) -> str:
    """ "restart" in the first cell of a merge, "continue" in the others, "" outside."""
    return value(properties, name, "continue") if child(properties, name) is not None else ""


def _below(above: dict[int, str], merge: str, cell: Cell) -> Cell:
    if merge == "continue" and cell.column in above:
        return replace(cell, text=cell.text or above[cell.column], continued=True)
    above.pop(cell.column, None)
    if merge:
        above[cell.column] = cell.text
    return cell
