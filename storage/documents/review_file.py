"""The review of a draft as an XLSX: one row a task, edited in Excel and read back."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from storage.documents.package import kind_of
from storage.documents.review_rows import COLUMNS, LISTS, NEW, SHEET, NotAReview, ReviewRow

_DATES = ("due", "target")
_DOUBTFUL = PatternFill("solid", fgColor="FFF2CC")
_HEADER = PatternFill("solid", fgColor="DDE8F5")
_MOST_ROWS = 5000
_LEAD = list(COLUMNS).index("lead") + 1


def write_review(
    rows: Sequence[ReviewRow], units: Sequence[str], people: Sequence[str], kinds: Sequence[str],
    unknown: Mapping[int, Sequence[str]],
) -> bytes:  # fmt: skip
    """The rows with drop-downs for units, people and kinds; rows with a doubt are coloured.

    `unknown`: by position, names of parties that are no unit of the office as far as anybody said; they stand in a note
    beside the cell, which is not read back.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    sheet.append([header for header, _ in COLUMNS.values()])
    for row in rows:
        sheet.append([row.position + 1, *(getattr(row, name) for name in COLUMNS if name != "position")])
    _dress(sheet, rows, unknown)
    _offer(book, sheet, {"lead": units, "coordinate": units, "person": people, "kind": kinds}, len(rows) + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _dress(sheet: Worksheet, rows: Sequence[ReviewRow], unknown: Mapping[int, Sequence[str]]) -> None:
    for n, (_, width) in enumerate(COLUMNS.values(), 1):
        sheet.column_dimensions[get_column_letter(n)].width = width
        sheet.cell(1, n).font, sheet.cell(1, n).fill = Font(bold=True), _HEADER
    for n, row in enumerate(rows, 2):
        names = unknown.get(row.position)
        for column, name in enumerate(COLUMNS, 1):
            cell = sheet.cell(n, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if name in _DATES:
                cell.number_format = "dd/mm/yyyy"
            if row.doubt or names:
                cell.fill = _DOUBTFUL
        if names:
            told = f"Chưa rõ là đơn vị nào của cơ quan: {'; '.join(names)}"
            sheet.cell(n, _LEAD).comment = Comment(told, "Nhắc Việc")
    sheet.freeze_panes = "E2"


def _offer(book: Workbook, sheet: Worksheet, offered: dict[str, Sequence[str]], last: int) -> None:
    """Lists to choose from; other words stay allowed, as several units may stand in one cell."""
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for n, (name, words) in enumerate(offered.items(), 1):
        for row, word in enumerate(words, 1):
            lists.cell(row, n, word)
        if words:
            letter = get_column_letter(n)
            check = DataValidation(type="list", formula1=f"'{LISTS}'!${letter}$1:${letter}${len(words)}")
            check.showErrorMessage = name == "kind"
            sheet.add_data_validation(check)
            column = get_column_letter(list(COLUMNS).index(name) + 1)
            check.add(f"{column}2:{column}{max(last, 2)}")


def read_review(data: bytes) -> list[ReviewRow]:
    """The rows as edited, columns in any order. Raises NotAReview."""
    try:
        if kind_of(data) != "xlsx":
            raise NotAReview
        with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as book:
            values = list(book[SHEET].iter_rows(values_only=True, max_row=_MOST_ROWS))
    except NotAReview:
        raise
    except Exception as error:  # the parser raises anything on a damaged part
        raise NotAReview from error
    return list(_rows(values))


def _rows(values: Sequence[Sequence[object]]) -> Iterator[ReviewRow]:
    header = [_text(value) for value in values[0]] if values else []
    missing = [name for name, _ in COLUMNS.values() if name not in header]
    if missing:
        raise NotAReview(missing[0] if 2 * len(missing) < len(COLUMNS) else "")
    at = {name: header.index(title) for name, (title, _) in COLUMNS.items()}
    rows = [
        {name: cells[column] if column < len(cells) else None for name, column in at.items()} for cells in values[1:]
    ]
    numbers = [_number(row["position"]) for row in rows]
    first = 0 if 0 in numbers else 1  # older sheets counted from 0
    for place, (number, found) in enumerate(zip(numbers, rows, strict=True), 2):
        if any(map(_text, found.values())):
            days = {name: _day(found[name]) for name in _DATES}
            texts = {name: _text(value) for name, value in found.items() if name not in (*_DATES, "position")}
            position = NEW if number is None else number - first
            yield ReviewRow(position, due=days["due"], target=days["target"], place=place, **texts)


def _number(value: object) -> int | None:
    text = _text(value)
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()


def _day(value: object) -> date | str | None:
    """A real date of Excel, or day first as text; other words as they stand."""
    if isinstance(value, datetime):
        return value.date()
    text = _text(value)
    if not text:
        return None
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    return text
