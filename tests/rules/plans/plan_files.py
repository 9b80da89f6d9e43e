"""Plans as files for tests: the demo's two, and small ones built cell by cell."""

import io
import json
import unicodedata
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from docx import Document

from jobs.rules.plans.model import PlanReading
from jobs.rules.plans.reader import read_plan
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.documents.reader import read_document
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_EXPECTED = Path(__file__).parents[2] / "data" / "plans"


def demo_bytes(name: str) -> bytes:
    return files("bot.demo_data").joinpath(f"plan-{name}.docx").read_bytes()


def expected(name: str) -> dict[str, Any]:
    return json.loads((_EXPECTED / f"expected-{name}.json").read_text(encoding="utf-8"))


def read(data: bytes) -> PlanReading:
    return read_plan(read_document(data, "ke-hoach.docx"), on=None, calendar=WEEKENDS_ONLY)


def changed(name: str, change: Callable[[Any], None]) -> bytes:
    """The demo plan with its annex table changed."""
    document = Document(io.BytesIO(demo_bytes(name)))
    change(document.tables[-1])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def column_moved(table: Any, column: int, before: int) -> None:
    """Moves the cells of one grid column before another; cells merged over both stay where they are."""
    for row in table._tbl.tr_lst:
        cells, at = {}, 0
        for cell in row.tc_lst:
            cells[at] = cell
            at += cell.grid_span
        if column in cells and before in cells:
            cells[before].addprevious(cells[column])


def renamed(table: Any, names: dict[str, str]) -> None:
    for cell in table.rows[0].cells:
        if cell.text in names:
            cell.text = names[cell.text]


def table_of(*rows: Sequence[str]) -> Table:
    return Table(
        tuple(
            Row(tuple(Cell(text, n) for n, text in enumerate(row)), f"Bảng 1, dòng {at}")
            for at, row in enumerate(rows, 1)
        )
    )


def reading_of(*blocks: Paragraph | Table) -> PlanReading:
    return read_plan(RawDocument(tuple(blocks), "docx"), on=None, calendar=WEEKENDS_ONLY)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
