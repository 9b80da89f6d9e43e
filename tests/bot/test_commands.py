"""The commands as a newcomer meets them: an empty folder, a form to fill, a plan to hand over."""

import io
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import select

from bot.cli import main
from bot.commands.run import what_runs
from bot.commands.typed import typed
from jobs.clock import SystemClock
from jobs.plans.confirm import confirm
from jobs.plans.draft import discard
from jobs.rules.office_form import HONORIFICS, ROLES
from storage.database import open_engine, transaction
from storage.documents.office_form import write_form
from storage.models.organisation import Membership, Staff
from storage.models.plans import Plan

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


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


@pytest.fixture
def office(shell: Shell) -> Shell:
    """A folder in which the office has been set up."""
    filled("mau.xlsx")
    assert shell.type("setup", "mau.xlsx")[0] == 0
    return shell


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


# The form


def test_a_form_is_written_filled_and_made_an_office(shell: Shell) -> None:
    assert shell.type("setup", "--template", "mau.xlsx")[0] == 0
    filled("mau.xlsx")
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 0
    assert "1 đơn vị, 3 người" in said and "nhacviec connection add" in said
    code, said = shell.type("setup", "mau.xlsx")
    assert code == 2 and "đã có" in said


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


# Plans


def plans() -> list[Plan]:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with transaction(engine) as session:
        found = list(session.exec(select(Plan)))
    engine.dispose()
    return found


def test_a_plan_is_imported_once_while_its_draft_or_plan_stands(office: Shell) -> None:
    code, said = office.type("plan", "import", PLAN)
    assert code == 0 and "59 dòng việc" in said and "Nguyễn Thị Lan nhắn cho bot: xem" in said
    code, said = office.type("plan", "import", PLAN)
    assert code == 2 and "đang là bản nháp" in said and "Nguyễn Thị Lan nhắn cho bot: xem" in said
    engine, (plan,) = open_engine("sqlite:///nhacviec.sqlite3"), plans()
    with transaction(engine) as session:
        confirm(session, plan.agency_id, plan.id, plan.keeper_id, SystemClock().now())
    engine.dispose()
    code, said = office.type("plan", "import", PLAN)
    assert code == 2 and "đã vào theo dõi" in said
    assert len(plans()) == 1


def test_a_thrown_away_draft_may_be_imported_again(office: Shell) -> None:
    office.type("plan", "import", PLAN)
    engine, (plan,) = open_engine("sqlite:///nhacviec.sqlite3"), plans()
    with transaction(engine) as session:
        discard(session, plan.agency_id, plan.id)
    engine.dispose()
    assert office.type("plan", "import", PLAN)[0] == 0


def test_a_file_without_a_line_of_work_makes_no_draft(office: Shell) -> None:
    book = Workbook()
    book.worksheets[0].append(["Lịch trực tuần này"])
    book.save("lich.xlsx")
    code, said = office.type("plan", "import", "lich.xlsx")
    assert code == 2 and "Không thấy dòng việc nào" in said and "plan read lich.xlsx" in said
    assert plans() == []


def test_the_office_form_is_no_plan(office: Shell) -> None:
    code, said = office.type("plan", "import", "mau.xlsx")
    assert code == 2 and "mẫu khai báo cơ quan" in said and "setup mau.xlsx" in said
    assert plans() == []


# Which database, which agency


@pytest.mark.parametrize("words", [("plan", "import", PLAN), ("invite", "Lan"), ("connection", "list"), ("run",)])
def test_without_a_database_the_hint_is_to_set_up_and_no_file_is_made(shell: Shell, words: tuple[str, ...]) -> None:
    code, said = shell.type(*words)
    assert code == 2 and "nhacviec setup --template mau.xlsx" in said and "migrate" not in said
    assert list(Path().iterdir()) == []


def test_a_database_of_an_older_revision_wants_migrate(office: Shell) -> None:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    engine.dispose()
    code, said = office.type("invite", "Lan")
    assert code == 2 and "nhacviec migrate" in said


def test_with_two_agencies_the_one_meant_is_named(office: Shell) -> None:
    filled("khac.xlsx", put("B2", "Phường Cam Linh", "Cơ quan"), agency="UBND phường Cam Linh")
    _, said = office.type("setup", "khac.xlsx")
    assert '--agency "UBND phường Cam Linh"' in said
    code, said = office.type("connection", "list")
    assert code == 2 and "--agency TÊN" in said and "UBND phường Ba Ngòi; UBND phường Cam Linh" in said
    code, said = office.type("connection", "list", "--agency", "phuong cam linh")
    assert code == 0 and "Chưa có bot nào" in said
    code, said = office.type("connection", "list", "--agency", "Phường 3")
    assert code == 2 and "UBND phường Cam Linh" in said


def test_a_migrated_database_without_an_agency_wants_setup(shell: Shell) -> None:
    assert shell.type("migrate")[0] == 0
    code, said = shell.type("invite", "Lan")
    assert code == 2 and "nhacviec setup --template mau.xlsx" in said


# What is typed and what runs


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (".venv/bin/nhacviec", ".venv/bin/nhacviec setup mau.xlsx"),
        ("/srv/nhắc việc/bin/nhacviec", '"/srv/nhắc việc/bin/nhacviec" setup mau.xlsx'),
        ("/on/the/path/nhacviec", "nhacviec setup mau.xlsx"),
        ("/srv/bot/cli.py", ".venv/bin/python -m bot.cli setup mau.xlsx"),
    ],
)
def test_hints_repeat_the_program_as_it_was_typed(monkeypatch: pytest.MonkeyPatch, program: str, said: str) -> None:
    monkeypatch.setattr("bot.commands.typed.shutil.which", lambda name: f"/on/the/path/{name}")
    monkeypatch.setattr(sys, "argv", [program])
    monkeypatch.setattr(sys, "orig_argv", [".venv/bin/python", "-m", "bot.cli"])
    assert typed("setup", Path("mau.xlsx")) == said


def test_a_file_with_a_space_is_quoted_in_a_hint() -> None:
    assert typed("setup", Path("mẫu mới.xlsx")) == 'nhacviec setup "mẫu mới.xlsx"'


def test_run_tells_which_bots_wait_for_their_secret(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = open_engine("sqlite:///nhacviec.sqlite3")
    empty = "\n".join(what_runs(engine, receives=True, works=True))
    assert "0 bot" in empty and "nhacviec connection add telegram" in empty and "Ctrl+C" in empty
    monkeypatch.setenv("BOT_A", "1:a")
    office.type("connection", "add", "telegram", "--secret", "env:BOT_A")
    _, said = office.type("connection", "add", "zalo", "--secret", "env:BOT_B")
    assert "biến BOT_B chưa có giá trị" in said and 'nhacviec invite "họ và tên"' in said
    head, telegram, zalo = what_runs(engine, receives=True, works=False)
    assert "2 bot" in head and "nhận và trả lời tin nhắn" in head and "theo lịch" not in head
    assert telegram == "- UBND phường Ba Ngòi, telegram “chinh”: sẵn sàng"
    assert "đặt biến môi trường BOT_B rồi chạy lại: nhacviec run" in zalo
    engine.dispose()


def test_run_keeps_the_scheduler_quiet(
    office: Shell, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "apscheduler")
    levels: list[int] = []
    scheduler = logging.getLogger("apscheduler.scheduler")
    monkeypatch.setattr("bot.process.run_until_told", lambda *_, **__: levels.append(scheduler.getEffectiveLevel()))
    code, said = office.type("run")
    assert code == 0 and "Nhắc Việc đang chạy" in said
    assert levels == [logging.WARNING]
