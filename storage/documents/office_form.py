"""The form an office fills to begin: three sheets of an XLSX, written and read as plain cells."""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from storage.documents.package import kind_of

SHEETS = AGENCY_SHEET, UNIT_SHEET, PEOPLE_SHEET = "Cơ quan", "Đơn vị", "Nhân sự"
AGENCY_NAME, AGENCY_SHORT, AGENCY_PLACE = AGENCY_ROWS = ("Tên cơ quan", "Tên gọi ngắn", "Địa danh")
UNIT_NAME, UNIT_SHORT, UNIT_OTHERS = UNIT_COLUMNS = ("Tên đơn vị", "Viết tắt", "Tên gọi khác (cách nhau bằng dấu ;)")
PERSON_NAME, HONORIFIC, UNIT, ROLE, KEEPER = PEOPLE_COLUMNS = (
    *("Họ và tên", "Xưng hô", "Đơn vị", "Vai trò", "Theo dõi kế hoạch"),
)
# Each stands in every example of the empty form, and in no office's own words.
EXAMPLE_MARKS = ("…", "(ví dụ)")
_MAX_ROWS = 5000


class NotAForm(Exception):
    """The file is no XLSX of this form; names the first sheet that is not there, or the column missing in it."""

    def __init__(self, sheet: str = "", column: str = "") -> None:
        super().__init__(sheet, column)
        self.sheet, self.column = sheet, column


@dataclass(frozen=True)
class FormCell:
    """A cell's trimmed text, and where it stands for a person to find it: "Trang “Nhân sự”, ô D3"."""

    place: str
    text: str

    @property
    def is_example(self) -> bool:
        return any(mark in self.text for mark in EXAMPLE_MARKS)


FormRow = dict[str, FormCell]  # by the column's name
_NumberedRow = tuple[int, list[str]]  # its number in the sheet, its cells


@dataclass(frozen=True)
class FormRows:
    """The filled cells: the agency's by label, the others a row each, empty rows dropped."""

    agency: FormRow
    units: list[FormRow]
    people: list[FormRow]

    def cells(self) -> Iterator[FormCell]:
        for row in (self.agency, *self.units, *self.people):
            yield from row.values()


def write_form(roles: Sequence[str], honorifics: Sequence[str]) -> bytes:
    """The empty form with one example line a sheet; the words given are offered as lists."""
    book = Workbook()
    agency = book.worksheets[0]
    agency.title = AGENCY_SHEET
    for row, (label, example) in enumerate(zip(AGENCY_ROWS, ("UBND phường …", "Phường …", "…"), strict=True), 1):
        agency.cell(row, 1, label).font = Font(bold=True)
        agency.cell(row, 2, example)
    _widen(agency, (24, 60))
    units = book.create_sheet(UNIT_SHEET)
    _header(units, UNIT_COLUMNS, (48, 16, 60))
    units.append(["Phòng Văn hóa – Xã hội (ví dụ)", "VHXH", "Phòng VHXH; P.VHXH"])
    people = book.create_sheet(PEOPLE_SHEET)
    _header(people, PEOPLE_COLUMNS, (32, 12, 48, 20, 20))
    people.append(["Nguyễn Văn A (ví dụ)", honorifics[0], "VHXH", roles[0], "x"])
    for words, column in ((roles, "D"), (honorifics, "B")):
        check = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
        people.add_data_validation(check)
        check.add(f"{column}2:{column}400")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _header(sheet: Worksheet, columns: tuple[str, ...], widths: tuple[int, ...]) -> None:
    sheet.append(list(columns))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="DDE8F5")
    sheet.freeze_panes = "A2"
    _widen(sheet, widths)


def _widen(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def is_form(data: bytes) -> bool:
    """Whether a file has the form's three sheets, whatever is in them."""
    try:
        with closing(_opened(data)) as book:
            return set(SHEETS) <= {_text(name) for name in book.sheetnames}
    except NotAForm:
        return False


def read_form(data: bytes) -> FormRows:
    """The filled form; columns may stand in any order. Raises NotAForm."""
    with closing(_opened(data)) as book:
        sheets = {_text(sheet.title): _rows(sheet) for sheet in book.worksheets}
    for name in SHEETS:
        if name not in sheets:
            raise NotAForm(name)
    agency = {row[0]: _cell(AGENCY_SHEET, n, row, 1) for n, row in sheets[AGENCY_SHEET]}
    units = _table(UNIT_SHEET, sheets[UNIT_SHEET], UNIT_COLUMNS)
    return FormRows(agency, units, _table(PEOPLE_SHEET, sheets[PEOPLE_SHEET], PEOPLE_COLUMNS))


def _opened(data: bytes) -> Workbook:
    try:
        if kind_of(data) == "xlsx":
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # the parser raises anything on a damaged part
        raise NotAForm from error
    raise NotAForm


def _rows(sheet: Worksheet) -> list[_NumberedRow]:
    """Rows with anything in them."""
    try:
        values = list(sheet.iter_rows(values_only=True, max_row=_MAX_ROWS))
    except Exception as error:  # sheets are parsed only now
        raise NotAForm from error
    rows = ((number, [_text(value) for value in row]) for number, row in enumerate(values, 1))
    return [(number, texts) for number, texts in rows if any(texts)]


def _cell(sheet: str, number: int, texts: list[str], n: int) -> FormCell:
    text = texts[n] if n < len(texts) else ""
    return FormCell(f"Trang “{sheet}”, ô {get_column_letter(n + 1)}{number}", text)


def _table(sheet: str, rows: list[_NumberedRow], columns: tuple[str, ...]) -> list[FormRow]:
    """The rows under the header, which is the first row to name the first column."""
    named = [[_plain(text) for text in texts] for _, texts in rows]
    header = next((n for n, names in enumerate(named) if _plain(columns[0]) in names), 0)
    for column in columns:
        if not rows or _plain(column) not in named[header]:
            raise NotAForm(sheet, column)
    at = {column: named[header].index(_plain(column)) for column in columns}
    found = (
        {column: _cell(sheet, number, texts, n) for column, n in at.items()} for number, texts in rows[header + 1 :]
    )
    return [row for row in found if any(cell.text for cell in row.values())]


def _plain(column: str) -> str:
    """A column's name without its explanation in brackets."""
    return column.partition("(")[0].strip().casefold()


def _text(value: object) -> str:
    return "" if value is None else unicodedata.normalize("NFC", str(value)).strip()
