"""`nhacviec setup`: a form is written, filled, and becomes an office."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlmodel import select

from storage.database import open_engine, transaction
from storage.kinds import Role
from storage.models.organisation import Membership, Staff
from tests.bot.commands.shell import PEOPLE, PLAN, Fill, Shell, filled, put


def without_column(sheet: str, name: str) -> Fill:
    def change(book: Workbook) -> None:
        column = next(cell.column for cell in book[sheet][1] if cell.value == name)
        book[sheet].delete_cols(column)

    return change


def staff() -> dict[str, Staff]:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        found = {row.full_name: row for row in session.exec(select(Staff))}
    engine.dispose()
    return found


def test_a_form_is_written_filled_and_made_an_office(shell: Shell) -> None:
    assert shell.type("setup", "--template", "mau.xlsx")[0] == 0
    filled("mau.xlsx")
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 0
    assert "1 đơn vị, 3 người" in said and "nhacviec connection add" in said
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 2 and "đã có" in said


def test_the_office_head_leads_the_unit_that_names_no_other_head(shell: Shell) -> None:
    filled("mau.xlsx", put("D3", "chánh văn phòng"))  # instead of Tâm, trưởng đơn vị
    _, said = shell.type("setup", "mau.xlsx")
    assert "Chưa có trưởng đơn vị" not in said
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        tam = session.exec(select(Staff).where(Staff.full_name == "Trần Minh Tâm")).one()
        roles = set(session.exec(select(Membership.role).where(Membership.staff_id == tam.id)))
    engine.dispose()
    assert roles == {Role.UNIT_HEAD, Role.OFFICE_HEAD}


def test_a_unit_without_a_head_is_named(shell: Shell) -> None:
    filled("mau.xlsx", put("D3", "chuyên viên"))
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 0 and "Chưa có trưởng đơn vị: VHXH; việc chưa giao ai ở đó" in said


def test_a_filled_form_is_not_written_over(shell: Shell) -> None:
    filled("mau.xlsx")
    before = Path("mau.xlsx").read_bytes()
    code, said = shell.type("setup", "--template", "mau.xlsx")
    assert code == 2
    assert "không ghi đè" in said and "setup mau.xlsx" in said and "tên tệp khác" in said
    assert Path("mau.xlsx").read_bytes() == before


def test_an_unfilled_form_is_refused_and_every_cell_to_fill_is_named(shell: Shell) -> None:
    shell.type("setup", "--template", "mau.xlsx")
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 2
    cells = ("“Cơ quan”, ô B1", "“Cơ quan”, ô B2", "“Cơ quan”, ô B3", "“Đơn vị”, ô A2", "“Nhân sự”, ô A2")
    assert [cell in said for cell in cells] == [True] * 5
    assert not Path("nhacviec.sqlite3").exists()


@pytest.mark.parametrize(
    ("sheet", "column"),
    [("Nhân sự", "Vai trò"), ("Nhân sự", "Họ và tên"), ("Nhân sự", "Theo dõi kế hoạch"), ("Đơn vị", "Viết tắt")],
)
def test_a_missing_column_is_named(shell: Shell, sheet: str, column: str) -> None:
    filled("mau.xlsx", without_column(sheet, column))
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 2 and f"Trang “{sheet}” thiếu cột “{column}”" in said
    assert "Cần sửa trong tệp" not in said


def test_a_missing_sheet_is_named(shell: Shell) -> None:
    filled("mau.xlsx", lambda book: book.remove(book["Đơn vị"]))
    assert "thiếu trang “Đơn vị”" in shell.type("setup", "mau.xlsx")[1]


def test_columns_may_be_moved_and_a_title_put_above(shell: Shell) -> None:
    def moved(book: Workbook) -> None:
        sheet = book["Nhân sự"]
        sheet.insert_cols(1)
        for row in range(1, 5):
            sheet.cell(row, 1, sheet.cell(row, 5).value)
        sheet.delete_cols(5)
        sheet.insert_rows(1)
        sheet["A1"] = "DANH SÁCH NHÂN SỰ"

    filled("mau.xlsx", moved)
    assert shell.type("setup", "mau.xlsx")[0] == 0
    assert {name: row.honorific for name, row in staff().items()} == {person[0]: person[1] for person in PEOPLE}


@pytest.mark.parametrize("word", ["nhân viên", "Cán bộ", "công chức", "VIÊN CHỨC", "can bo, cong chuc", None])
def test_the_words_for_staff_make_staff(shell: Shell, word: str | None) -> None:
    filled("mau.xlsx", put("D2", word))
    assert shell.type("setup", "mau.xlsx")[0] == 0
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        lan = staff()["Nguyễn Thị Lan"].id
        roles = session.exec(select(Membership.role).where(Membership.staff_id == lan)).all()
    engine.dispose()
    assert roles == ["staff"]


@pytest.mark.parametrize(
    ("word", "kept"), [("Bà", "bà"), ("ĐỒNG CHÍ", "đồng chí"), ("bac", "bác"), ("em", "em"), (None, "anh/chị")]
)
def test_a_form_of_address_is_kept_as_messages_write_it(shell: Shell, word: str | None, kept: str) -> None:
    filled("mau.xlsx", put("B2", word))
    assert shell.type("setup", "mau.xlsx")[0] == 0
    assert staff()["Nguyễn Thị Lan"].honorific == kept


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (put("D2", "thư ký"), "“Nhân sự”, ô D2: chưa có vai trò “thư ký”; hãy điền một trong: chuyên viên, trưởng"),
        (put("B3", "ngài"), "“Nhân sự”, ô B3: chưa có cách xưng hô “ngài”; hãy điền một trong: anh, chị, em"),
        (put("D4", None), "“Nhân sự”, ô D4: “Phạm Ngọc Ánh” chưa có vai trò"),
        (put("C3", None), "“Trần Minh Tâm” chưa có đơn vị"),
        (put("C2", "Phòng lạ"), "“Nhân sự”, ô C2: “Nguyễn Thị Lan: Phòng lạ”: đơn vị chưa có"),
        (put("A3", None), "“Nhân sự”, ô A3: còn trống"),
        (put("A2", None, "Đơn vị"), "“Đơn vị”, ô A2: còn trống"),
        (put("E2", None), "đúng một người đánh dấu x; chưa ô nào có x"),
        (put("E3", "x"), "đang có x ở: Trang “Nhân sự”, ô E2; Trang “Nhân sự”, ô E3"),
        (put("B1", None, "Cơ quan"), "chưa có tên cơ quan"),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_cell(shell: Shell, change: Fill, said: str) -> None:
    filled("mau.xlsx", change)
    code, answer = shell.type("setup", "mau.xlsx")
    assert code == 2 and said in answer
    assert not Path("nhacviec.sqlite3").exists()


def test_the_keeper_needs_a_unit_because_plans_are_led_from_it(shell: Shell) -> None:
    filled("mau.xlsx", put("E2", None), put("E4", "x"))
    assert "“Phạm Ngọc Ánh” chưa có đơn vị" in shell.type("setup", "mau.xlsx")[1]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"khong phai bang tinh", Path(PLAN).read_bytes()])
def test_another_file_is_no_form(shell: Shell, data: bytes) -> None:
    Path("mau.xlsx").write_bytes(data)
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 2 and "XLSX" in said
    assert shell.type("setup", "khong-co.xlsx")[0] == 2
