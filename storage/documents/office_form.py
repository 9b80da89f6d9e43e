"""The form an office fills to begin: three sheets of an XLSX, written and read as plain rows."""

import io
import zipfile
from dataclasses import dataclass

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

AGENCY_SHEET, UNIT_SHEET, PEOPLE_SHEET = "Cơ quan", "Đơn vị", "Nhân sự"
AGENCY_ROWS = ("Tên cơ quan", "Tên gọi ngắn", "Địa danh")
UNIT_COLUMNS = ("Tên đơn vị", "Viết tắt", "Tên gọi khác (cách nhau bằng dấu ;)")
PEOPLE_COLUMNS = ("Họ và tên", "Xưng hô", "Đơn vị", "Vai trò", "Theo dõi kế hoạch")
ROLE_WORDS = ("chuyên viên", "trưởng đơn vị", "chánh văn phòng", "lãnh đạo", "quản trị")


class NotAForm(Exception):
    """The file is no XLSX of this form; `missing` names the first sheet that is not there, if any."""

    def __init__(self, missing: str = "") -> None:
        super().__init__(missing)
        self.missing = missing


@dataclass(frozen=True)
class FormRows:
    """The cells of the three sheets as trimmed text, header rows left out, empty rows dropped."""

    agency: dict[str, str]
    units: list[list[str]]
    people: list[list[str]]


def write_form() -> bytes:
    """The empty form with one example line a sheet."""
    book = Workbook()
    agency = book.worksheets[0]
    agency.title = AGENCY_SHEET
    for row, (label, example) in enumerate(zip(AGENCY_ROWS, ("UBND phường …", "Phường …", "…"), strict=True), 1):
        agency.cell(row, 1, label).font = Font(bold=True)
        agency.cell(row, 2, example)
    _columns(agency, (24, 60))
    units = book.create_sheet(UNIT_SHEET)
    _header(units, UNIT_COLUMNS, (48, 16, 60))
    units.append(["Phòng Văn hóa – Xã hội", "VHXH", "Phòng VHXH; P.VHXH"])
    people = book.create_sheet(PEOPLE_SHEET)
    _header(people, PEOPLE_COLUMNS, (32, 12, 48, 20, 20))
    people.append(["Nguyễn Văn A", "anh", "VHXH", ROLE_WORDS[0], "x"])
    roles = DataValidation(type="list", formula1=f'"{",".join(ROLE_WORDS)}"', allow_blank=False)
    honorifics = DataValidation(type="list", formula1='"anh,chị"', allow_blank=True)
    for check, column in ((roles, "D"), (honorifics, "B")):
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
    _columns(sheet, widths)


def _columns(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for letter, width in zip("ABCDEFGH", widths, strict=False):
        sheet.column_dimensions[letter].width = width


def read_form(data: bytes) -> FormRows:
    """The filled form. Raises NotAForm."""
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise NotAForm from error
    for name in (AGENCY_SHEET, UNIT_SHEET, PEOPLE_SHEET):
        if name not in book.sheetnames:
            raise NotAForm(name)
    cells = {name: _rows(book[name]) for name in (AGENCY_SHEET, UNIT_SHEET, PEOPLE_SHEET)}
    book.close()
    agency = {row[0]: row[1] if len(row) > 1 else "" for row in cells[AGENCY_SHEET] if row[0]}
    return FormRows(agency, cells[UNIT_SHEET][1:], cells[PEOPLE_SHEET][1:])


def _rows(sheet: Worksheet) -> list[list[str]]:
    rows = [["" if value is None else str(value).strip() for value in row] for row in sheet.iter_rows(values_only=True)]
    return [row for row in rows if any(row)]
