"""OpenDocument spreadsheets: every visible sheet, texts as the program shows them, dates day first."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openpyxl.utils.cell import get_column_letter

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.odf_text import TABLE, H, P, number, paragraph_text, tag
from storage.documents.package import Package
from storage.documents.sheet_blocks import Area, Sheet, blocks_of
from storage.documents.sheet_notes import told
from storage.raw_document import RawDocument

_GROUPS = {tag(f"table:table-{kind}{name}") for kind in ("row", "column") for name in ("s", "-group")} | {
    tag("table:table-header-rows"),
    tag("table:table-header-columns"),
}
_ROW, _COLUMN = tag("table:table-row"), tag("table:table-column")
_CELL, _COVERED = tag("table:table-cell"), tag("table:covered-table-cell")
_VISIBILITY = tag("table:visibility")
_ERROR = re.compile(r"#[A-Z/0!?]+|Err:\d+|Lỗi:\d+")
_MAX_CELLS = 200_000


def read_ods(data: bytes) -> RawDocument:
    """Raises UnreadableFile(TOO_LONG), or whatever the parsers raise on a damaged part."""
    with Package(data) as package:
        content = package.tree("content.xml")
    hidden = {style.get(tag("style:name")) for style in content.iter(tag("style:style")) if _is_hidden(style)}
    sheets: list[Sheet] = []
    unread: list[str] = []
    for table in content.find(f"{tag('office:body')}/{tag('office:spreadsheet')}").iterchildren(TABLE):
        name = table.get(tag("table:name"), "")
        if table.get(tag("table:style-name")) in hidden:
            unread.append(name)
        else:
            sheets.append(_sheet(table, name))
    return RawDocument(tuple(blocks_of(sheets)), "ods", tuple(told(sheets, unread)))


def _is_hidden(style: Any) -> bool:
    properties = style.find(tag("style:table-properties"))
    return properties is not None and properties.get(tag("table:display")) == "false"


def _sheet(table: Any, name: str) -> Sheet:
    sheet = Sheet(f"Trang “{name}”")
    row = column = 1
    left = _MAX_CELLS
    for one in _lines(table):
        hidden = one.get(_VISIBILITY, "visible") != "visible"
        if one.tag == _COLUMN:
            end = column + number(one, "table:number-columns-repeated")
            sheet.hidden_columns += [range(column, end)] if hidden else []
            column = end
            continue
        again = range(row, row + number(one, "table:number-rows-repeated"))
        _put_row(sheet, row, one)
        held = sheet.rows.get(row, {})
        left -= len(held) * len(again)
        if left < 0:
            raise UnreadableFile(Reason.TOO_LONG)
        if held:
            sheet.rows |= dict.fromkeys(again, held)
            sheet.hidden_rows += again if hidden else []
        row = again.stop
    return sheet


def _lines(parent: Any) -> Iterator[Any]:
    for one in parent.iterchildren("*"):
        if one.tag in (_ROW, _COLUMN):
            yield one
        elif one.tag in _GROUPS:
            yield from _lines(one)


def _put_row(sheet: Sheet, row: int, element: Any) -> None:
    column = 1
    for cell in element.iterchildren(_CELL, _COVERED):
        again = number(cell, "table:number-columns-repeated")
        if cell.tag == _CELL:
            _put_cells(sheet, row, range(column, column + again), cell)
        column += again


def _put_cells(sheet: Sheet, row: int, columns: range, cell: Any) -> None:
    text = _text(cell)
    name = f"{get_column_letter(columns.start)}{row}"
    if _ERROR.fullmatch(text):
        sheet.errors.append(name)
    elif text:
        if len(columns) > _MAX_CELLS:
            raise UnreadableFile(Reason.TOO_LONG)
        for column in columns:
            sheet.put(row, column, text)
    elif cell.get(tag("table:formula")) and cell.get(tag("office:value-type")) is None:
        sheet.without_value.append(name)
    down, across = number(cell, "table:number-rows-spanned"), number(cell, "table:number-columns-spanned")
    if down > 1 or across > 1:
        sheet.merged.append(Area(row, columns.start, row + down - 1, columns.start + across - 1))


def _text(cell: Any) -> str:
    """What is shown; a date that is shown whole is written day first, whatever its format."""
    shown = "\n".join(filter(None, (paragraph_text(line) for line in cell.iterchildren(P, H))))
    day = cell.get(tag("office:date-value"))
    if day and (not shown or len(re.findall(r"\d+", shown)) >= 3):
        return f"{datetime.fromisoformat(day):%d/%m/%Y}"
    return shown or str(cell.get(tag("office:value"), ""))
