"""Excel files: every visible sheet; lines above and below the table are paragraphs."""

import datetime
from collections.abc import Iterator
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from storage.documents.errors import Reason, UnreadableFile
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table

_MAX_CELLS = 500_000
_TABLE_FROM = 3  # a row with so many filled cells belongs to a table, not to a letterhead or a title


def read_xlsx(data: bytes) -> RawDocument:
    book = load_workbook(BytesIO(data), data_only=True)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    blocks: list[Paragraph | Table] = []
    for n, sheet in enumerate(sheets, 1):
        if (sheet.max_row or 0) * (sheet.max_column or 0) > _MAX_CELLS:
            raise UnreadableFile(Reason.TOO_LARGE)
        blocks += _sheet_blocks(sheet, f"Bảng {n}")
    hidden = len(book.worksheets) - len(sheets)
    warnings = (f"{hidden} trang tính đang ẩn nên không đọc.",) if hidden else ()
    return RawDocument(tuple(blocks), "xlsx", warnings)


def _sheet_blocks(sheet: Worksheet, place: str) -> Iterator[Paragraph | Table]:
    rows = [row for row in _rows(sheet, place) if row.text]
    wide = [n for n, row in enumerate(rows) if _filled(row) >= _TABLE_FROM]
    if not wide:
        yield from (paragraph for row in rows for paragraph in _as_paragraphs(row))
        return
    first, last = wide[0], wide[-1]
    for row in rows[:first]:
        yield from _as_paragraphs(row)
    yield Table(tuple(rows[first : last + 1]), place)
    for row in rows[last + 1 :]:
        yield from _as_paragraphs(row)


def _filled(row: Row) -> int:
    return sum(bool(cell.text) for cell in row.cells)


def _as_paragraphs(row: Row) -> Iterator[Paragraph]:
    return (Paragraph(cell.text, row.place) for cell in row.cells if cell.text and not cell.continued)


def _rows(sheet: Worksheet, place: str) -> Iterator[Row]:
    spans: dict[tuple[int, int], tuple[int, str]] = {}
    hidden: set[tuple[int, int]] = set()
    for area in sheet.merged_cells.ranges:
        text = _text(sheet.cell(area.min_row, area.min_col))
        for n in range(area.min_row, area.max_row + 1):
            spans[n, area.min_col] = (area.max_col - area.min_col + 1, text)
            hidden.update((n, column) for column in range(area.min_col + 1, area.max_col + 1))
    tops = {(area.min_row, area.min_col) for area in sheet.merged_cells.ranges}
    for n, values in enumerate(sheet.iter_rows(), 1):
        cells: list[Cell] = []
        for column, value in enumerate(values, 1):
            if (n, column) in hidden:
                continue
            span, text = spans.get((n, column), (1, _text(value)))
            cells.append(Cell(text, column - 1, span, (n, column) in spans and (n, column) not in tops))
        yield Row(tuple(cells), f"{place}, dòng {n}")


def _text(cell: ExcelCell | MergedCell) -> str:
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float) and "%" in (cell.number_format or ""):
        return f"{value * 100:.6g}%"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}"
    return "\n".join(line.strip() for line in str(value).strip().splitlines())
