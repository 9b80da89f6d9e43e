"""Slips to print and cut apart: two beside each other, who it is for and how to join; written as DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import _Cell

from storage.documents.word_page import a4, as_bytes

SIZE, LARGE = Pt(12), Pt(16)
COLUMNS, WIDTH = 2, Cm(9)


@dataclass(frozen=True)
class Slip:
    """`to`: whose it is; `code` is printed large; `steps` are what to do, `foot` what to mind."""

    head: str
    to: str
    steps: Sequence[str]
    code: str
    foot: str


def write_slips(slips: Sequence[Slip]) -> bytes:
    """A4 pages; no slip is torn by the end of a page."""
    document = a4(SIZE, space_after=Pt(3))
    section = document.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
    table = document.add_table(rows=-(-len(slips) // COLUMNS), cols=COLUMNS)
    table.style, table.autofit = "Table Grid", False
    for at, slip in enumerate(slips):
        _fill(table.cell(at // COLUMNS, at % COLUMNS), slip)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            cell.width = WIDTH
    return as_bytes(document)


def _fill(cell: _Cell, slip: Slip) -> None:
    cell.paragraphs[0].add_run(slip.head).bold = True
    cell.add_paragraph(slip.to).runs[0].bold = True
    for n, step in enumerate(slip.steps, 1):
        cell.add_paragraph(f"{n}. {step}")
    code = cell.add_paragraph(slip.code).runs[0]
    code.bold = True
    code.font.size = LARGE
    code.font.name = "Courier New"
    cell.add_paragraph(slip.foot).runs[0].italic = True
