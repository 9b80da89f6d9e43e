"""A page to print: what was told of one task, a row a message; written as DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from storage.documents.word_page import a4, as_bytes

SIZE, SMALL = Pt(13), Pt(11)


@dataclass(frozen=True)
class Page:
    """`head` stands above the title, `about` below it, `foot` under the table; a row has a text for each column."""

    head: str
    title: str
    about: Sequence[str]
    columns: Sequence[tuple[str, float]]  # name, width in cm
    rows: Sequence[Sequence[str]]
    foot: str


def write_page(page: Page) -> bytes:
    document = a4(SIZE, space_after=Pt(4))
    section = document.sections[0]  # the margins of state offices' documents
    section.left_margin = Cm(3)
    section.right_margin = Cm(2)
    section.top_margin = Cm(2)
    section.bottom_margin = Cm(2)
    _bold(document.add_paragraph(page.head))
    title = _bold(document.add_paragraph(page.title))
    title.alignment, title.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.CENTER, Pt(10)
    for line in page.about:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(page.columns))
    table.style, table.autofit = "Table Grid", False
    for column, (_, width) in zip(table.columns, page.columns, strict=True):
        column.width = Cm(width)
    for text in _fill(table, page, [name for name, _ in page.columns]):
        _bold(text)
    _on_every_page(table.rows[0])
    for row in page.rows:
        _fill(table, page, row)
    document.add_paragraph(page.foot).paragraph_format.space_before = Pt(8)
    return as_bytes(document)


def _fill(table: Table, page: Page, texts: Sequence[str]) -> list[Paragraph]:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    filled = []
    for cell, text, (_, width) in zip(row.cells, texts, page.columns, strict=True):
        cell.width = Cm(width)
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).font.size = SMALL
        paragraph.paragraph_format.space_after = Pt(0)
        filled.append(paragraph)
    return filled


def _bold(paragraph: Paragraph) -> Paragraph:
    for run in paragraph.runs:
        run.bold = True
    return paragraph


def _on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
