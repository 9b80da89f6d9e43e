"""Word files. Inserted text is read, deleted text is not; automatic list marks are written out."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from storage.documents.word_lists import ListMarks
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), _FALLBACK, qn("w:txbxContent")}
_TRANSPARENT = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}
_TEXT, _TAB = qn("w:t"), qn("w:tab")
_BREAKS = {qn("w:br"), qn("w:cr")}
_HYPHEN = qn("w:noBreakHyphen")
_P, _TBL, _TR, _TC = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")


def read_docx(data: bytes) -> RawDocument:
    document = Document(BytesIO(data))
    reader = _Reader(ListMarks(document))
    blocks = tuple(reader.blocks(document.element.body))
    warnings = ("Tệp có hình ảnh; chữ trong ảnh không đọc được.",) if document.inline_shapes else ()
    return RawDocument(blocks, "docx", warnings)


def _children(element: Any) -> Iterator[Any]:
    """Children, looking through wrappers such as content controls and tracked insertions."""
    for child in element.iterchildren():
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        else:
            yield child


def _pieces(element: Any) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag in _SKIPPED:
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == _HYPHEN:
            yield "-"
        else:
            yield from _pieces(child)


class _Reader:
    def __init__(self, marks: ListMarks) -> None:
        self._marks = marks
        self._paragraphs = 0
        self._tables = 0

    def blocks(self, body: Any) -> Iterator[Paragraph | Table]:
        for child in _children(body):
            if child.tag == _P:
                self._paragraphs += 1
                yield self._paragraph(child)
            elif child.tag == _TBL:
                self._tables += 1
                yield self._table(child)

    def _text(self, paragraph: Any) -> str:
        text = "".join(_pieces(paragraph)).strip()
        return (self._marks.mark(paragraph) + text) if text else ""

    def _paragraph(self, element: Any) -> Paragraph:
        runs = [run for run in element.iter(qn("w:r")) if any(text.text for text in run.iter(_TEXT))]
        bold = bool(runs) and all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in runs)
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = style.get(qn("w:val"), "") if style is not None else ""
        return Paragraph(self._text(element), f"đoạn {self._paragraphs}", bold, name)

    def _table(self, element: Any) -> Table:
        place = f"Bảng {self._tables}"
        rows: list[Row] = []
        above: dict[int, str] = {}
        for n, element_row in enumerate((e for e in _children(element) if e.tag == _TR), 1):
            if element_row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                rows.append(Row(tuple(self._cells(element_row, above)), f"{place}, dòng {n}"))
        return Table(tuple(rows), place)

    def _cells(self, row: Any, above: dict[int, str]) -> Iterator[Cell]:
        """Cells of a row; `above` holds, by column, the text of vertically merged cells that may go on."""
        column = _number(row, "w:trPr", "w:gridBefore", 0)
        for element in (e for e in _children(row) if e.tag == _TC):
            span = _number(element, "w:tcPr", "w:gridSpan", 1)
            merge = element.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            text = self._cell_text(element)
            continued = merge is not None and merge.get(qn("w:val"), "continue") == "continue" and column in above
            if continued:
                text = text or above[column]
            elif merge is not None:
                above[column] = text
            else:
                above.pop(column, None)
            yield Cell(text, column, span, continued)
            column += span

    def _cell_text(self, cell: Any) -> str:
        """Paragraphs and inner tables of a cell, one line each."""
        lines: list[str] = []
        for child in _children(cell):
            if child.tag == _P:
                lines.append(self._text(child))
            elif child.tag == _TBL:
                lines += [self._cell_text(inner) for inner in child.iter(_TC)]
        return "\n".join(line for line in lines if line)


def _number(element: Any, properties: str, name: str, default: int) -> int:
    found = element.find(f"{qn(properties)}/{qn(name)}")
    value = found.get(qn("w:val"), "") if found is not None else ""
    return int(value) if value.isdigit() else default
