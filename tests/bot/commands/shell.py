"""One window in a folder of its own, and the form that makes an office."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files

import pytest
from openpyxl import Workbook, load_workbook

from bot.cli import main
from jobs.rules.office_form import HONORIFICS, ROLES
from storage.documents.office_form import write_form

PLAN = str(files("bot.demo_data").joinpath("plan-002.docx"))
PEOPLE = (
    ("Nguyễn Thị Lan", "chị", "VHXH", "chuyên viên", "x"),
    ("Trần Minh Tâm", "anh", "VHXH", "trưởng đơn vị", None),
    ("Phạm Ngọc Ánh", "chị", None, "lãnh đạo", None),
)
Fill = Callable[[Workbook], None]


@dataclass
class Shell:
    """One window: a command's exit code and all it says."""

    capsys: pytest.CaptureFixture[str]

    def type(self, *words: str) -> tuple[int, str]:
        code = main(list(words))
        said = self.capsys.readouterr()
        return code, said.out + said.err


def filled(name: str, *changes: Fill, agency: str = "UBND phường Ba Ngòi") -> None:
    """The form filled rightly, then changed."""
    book = load_workbook(io.BytesIO(write_form(tuple(ROLES), HONORIFICS)))
    for row, text in enumerate((agency, "Phường Ba Ngòi", "Ba Ngòi"), 1):
        book["Cơ quan"].cell(row, 2, text)
    book["Đơn vị"]["A2"] = "Phòng Văn hóa – Xã hội"
    book["Nhân sự"].delete_rows(2)
    for person in PEOPLE:
        book["Nhân sự"].append(person)
    for change in changes:
        change(book)
    book.save(name)


def put(cell: str, text: str | None, sheet: str = "Nhân sự") -> Fill:
    def change(book: Workbook) -> None:
        book[sheet][cell] = text

    return change
