"""`nhacviec plan import`: a file handed over by the shell."""

from pathlib import Path

from openpyxl import Workbook
from sqlmodel import select

from jobs.clock import SystemClock
from jobs.plans.confirm import confirm
from jobs.plans.draft import discard
from storage.database import open_engine, transaction
from storage.models.plans import Plan
from tests.bot.commands.shell import PLAN, Shell


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


def test_a_plan_of_another_office_is_taken_in_with_a_warning(office: Shell) -> None:
    other = str(Path(PLAN).with_name("plan-004.docx"))
    code, said = office.type("plan", "import", other)
    warning = "Văn bản do Ban Quản lý Khu kinh tế và Khu công nghiệp ban hành, không phải UBND phường Ba Ngòi."
    assert code == 0 and f"- {warning}" in said
    assert warning in office.type("plan", "confirm")[1]


def test_an_own_plan_comes_without_one(office: Shell) -> None:
    assert "ban hành, không phải" not in office.type("plan", "import", PLAN)[1]
