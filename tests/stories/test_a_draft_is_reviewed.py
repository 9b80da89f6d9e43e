"""The keeper takes the draft home as a sheet, edits it in Excel and brings it back."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlmodel import select

from bot.cli import main
from storage.database import transaction
from storage.documents.review_rows import COLUMNS, SHEET
from storage.kinds import EventKind, PlanState
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward
from tests.stories.handed_in import Desk
from tests.stories.test_a_plan_begins import MORNING, a_draft

AT = {name: n for n, name in enumerate(COLUMNS, 1)}


@pytest.fixture
def reviewed(ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The ward's draft, written as a sheet."""
    ward.link("Quân")
    a_draft(ward)
    monkeypatch.setenv("DATABASE_URL", database_url)
    path = tmp_path / "ra-soat.xlsx"
    assert main(["plan", "review", str(path)]) == 0
    return path


def edit(path: Path, cells: dict[tuple[int, str], object]) -> None:
    """Cells by row of the sheet and field, as somebody would type them."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    for (row, name), value in cells.items():
        book[SHEET].cell(row, AT[name]).value = value
    book.save(path)


def test_every_line_is_a_row_and_an_untouched_sheet_changes_nothing(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load_workbook(reviewed)[SHEET].max_row == 60
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 0
    assert "không có thay đổi nào" in capsys.readouterr().out
    assert main(["plan", "review", str(reviewed)]) == 2
    assert "đã có" in capsys.readouterr().err


@ON_BOTH
def test_edits_are_shown_first_and_then_make_the_tasks(
    ward: Ward, reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        reviewed,
        {(2, "short_title"): "Kế hoạch CCHC", (2, "person"): "Nguyễn Thị Lan", (2, "target"): "15/10/2025", (2, "kind"): "số liệu"},
    )  # fmt: skip
    assert main(["plan", "review", str(reviewed), "--take"]) == 0
    told = capsys.readouterr().out
    assert "Tên ngắn" in told and "→ “Kế hoạch CCHC”" in told and "Chưa ghi gì" in told
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 0

    Talk(ward, MORNING).say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 1)).one()
        query = select(Duty).join(Period, Duty.period_id == Period.id).where(Period.task_id == task.id)  # type: ignore[arg-type]
        duty = session.exec(query.where(Duty.unit_id == ward.units["VHXH"])).first()
    assert (task.short_title, task.product_kind.value) == ("Kế hoạch CCHC", "figure")
    assert duty and duty.person_id == ward.staff["Lan"] and f"{duty.target_on:%d/%m/%Y}" == "15/10/2025"


@pytest.mark.parametrize(
    ("cell", "value", "told"),
    [("person", "Trần Không Có", "chưa rõ “Trần Không Có”"), ("due", "cuối năm", "không phải ngày")],
)
def test_what_cannot_be_taken_is_named_and_nothing_changes(
    reviewed: Path, capsys: pytest.CaptureFixture[str], cell: str, value: str, told: str
) -> None:
    edit(reviewed, {(2, cell): value, (3, "short_title"): "Tên khác"})
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 2
    assert told in capsys.readouterr().err


WRONG = [
    ("kind", "ảnh chụp", "“ảnh chụp” không phải loại sản phẩm"),
    ("target", "01/03/2027", "mốc 01/03/2027 sau ngày đến hạn"),
    ("title", None, "đang trống"),
    ("position", 99, "ghi lại 2"),
    ("position", 3, "dòng 3 đã có ở hàng trên"),
]


def test_all_that_is_wrong_is_named_with_its_place_before_anything_is_taken(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(reviewed, {(2, "person"): "Không Ai", (3, "due"): "cuối năm", (4, "due"): "31/02/2026"})
    assert main(["plan", "review", str(reviewed), "--take"]) == 2
    told = capsys.readouterr().err
    assert "còn 3 chỗ phải sửa" in told
    for place in ("hàng 2, cột “Người phụ trách”", "hàng 3, cột “Ngày đến hạn”", "hàng 4, cột “Ngày đến hạn”"):
        assert place in told


@pytest.mark.parametrize(("cell", "value", "told"), WRONG, ids=[told for *_, told in WRONG])
def test_a_value_that_cannot_be_is_refused(
    reviewed: Path, capsys: pytest.CaptureFixture[str], cell: str, value: object, told: str
) -> None:
    edit(reviewed, {(3, cell): value, (3, "due"): "31/12/2025"})
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 2
    assert told in capsys.readouterr().err


def test_a_value_that_is_doubtful_is_told_and_taken(reviewed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(reviewed, {(2, "lead"): "Phòng Nội vụ", (3, "due"): "01/01/2020"})
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 0
    told = capsys.readouterr().out
    assert "chưa rõ “Phòng Nội vụ” là đơn vị nào" in told and "ngày 01/01/2020 đã qua" in told
    assert "Đã ghi 2 thay đổi" in told


def test_a_given_name_kept_in_the_sheet_is_no_second_change(reviewed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(reviewed, {(2, "person"): "Lan", (2, "kind"): "Số liệu"})
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 0
    assert "→ “Nguyễn Thị Lan”" in capsys.readouterr().out
    assert main(["plan", "review", str(reviewed), "--take", "--yes"]) == 0
    assert "không có thay đổi nào" in capsys.readouterr().out


def test_lines_count_from_one_and_older_sheets_that_began_with_zero_are_read(
    reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers = [int(str(load_workbook(reviewed)[SHEET].cell(row, AT["position"]).value)) for row in range(2, 61)]
    assert numbers[0] >= 1
    edit(reviewed, {(row, "position"): number - 1 for row, number in enumerate(numbers, 2)})
    assert main(["plan", "review", str(reviewed), "--take"]) == 0
    assert "không có thay đổi nào" in capsys.readouterr().out


def test_the_shell_shows_the_draft_and_confirms_it_as_its_keeper_would(
    ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.link("Quân", "Dũng")
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert main(["plan", "confirm"]) == 2
    plan_id = a_draft(ward)
    assert main(["plan", "confirm"]) == 0
    told = capsys.readouterr().out
    assert "kế hoạch ghi 39 nhiệm vụ" in told and "Chưa xác nhận" in told
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.DRAFT

    assert main(["plan", "confirm", "--yes"]) == 0
    assert "59 dòng" in capsys.readouterr().out
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.ACTIVE
    confirmed = next(e for e in Talk(ward, MORNING).events() if e.kind is EventKind.PLAN_CONFIRMED)
    assert confirmed.by_id == ward.staff["Quân"]
    assert "chủ trì 31 việc" in Talk(ward, MORNING).told("Dũng")[0]
    assert main(["plan", "confirm", "--yes"]) == 2


def test_changes_that_wait_in_a_chat_stop_the_shell_too(
    ward: Ward, reviewed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(reviewed, {(2, "short_title"): "Tên khác"})
    Desk(ward).hand_in("Quân", "ra-soat.xlsx", reviewed.read_bytes())
    assert main(["plan", "confirm", "--yes"]) == 2
    assert "còn 1 thay đổi" in capsys.readouterr().out


def test_another_file_is_no_review(reviewed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "khac.xlsx"
    other.write_bytes(b"PK\x03\x04")
    assert main(["plan", "review", str(other), "--take"]) == 2
    assert "không phải tệp rà soát" in capsys.readouterr().err


PROSE = """UBND PHƯỜNG BA NGÒI

KẾ HOẠCH
Rà soát thủ tục hành chính nội bộ năm 2025

II. NHIỆM VỤ
1. Văn phòng HĐND và UBND hoàn thành rà soát thủ tục hành chính nội bộ trước ngày 15/12/2025.
2. Phòng Văn hóa - Xã hội tổng hợp, báo cáo kết quả rà soát trước ngày 20/12/2025.
"""


def test_words_not_understood_get_what_can_be_said_of_the_draft(ward: Ward) -> None:
    words = "thế nào nhỉ bạn ơi"
    ward.link("Quân", "Lan")
    talk = Talk(ward, MORNING)
    assert "chỗ cần xem" not in (talk.say("Quân", words) or "")
    a_draft(ward)
    assert "xem · chỗ cần xem" in (talk.say("Quân", words) or "")
    assert "chỗ cần xem" not in (talk.say("Lan", words) or "")


def test_the_shell_says_which_columns_went_into_no_task(
    ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.link("Quân")
    monkeypatch.setenv("DATABASE_URL", database_url)
    path = tmp_path / "ke-hoach.csv"
    rows = [f"{n},Rà soát thủ tục số {n},Văn phòng HĐND và UBND,15/12/2025,Rất gấp lắm" for n in range(1, 5)]
    path.write_text("\n".join(["TT,Nội dung,Đơn vị chủ trì,Thời hạn,Mức khẩn", *rows]), encoding="utf-8")
    assert main(["plan", "import", str(path)]) == 0
    told = capsys.readouterr().out
    assert "chỗ cần xem" in told and "Cột “Mức khẩn” không đưa vào nhiệm vụ" in told


@ON_BOTH
def test_a_plan_of_prose_becomes_its_dated_duties(
    ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.link("Quân")
    monkeypatch.setenv("DATABASE_URL", database_url)
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PROSE, encoding="utf-8")
    assert main(["plan", "import", str(path)]) == 0
    told = capsys.readouterr().out
    assert "2 dòng việc" in told and "Còn 1 chỗ cần xem" in told and "plan confirm" in told
    Talk(ward, MORNING).say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        tasks = session.exec(select(Task).order_by(Task.number)).all()  # type: ignore[arg-type]
        duties = session.exec(select(Duty).order_by(Duty.id)).all()  # type: ignore[arg-type]
    assert [task.origin.value for task in tasks] == ["prose", "prose"]
    assert [(d.unit_id, d.due_on and d.due_on.day) for d in duties] == [
        (ward.units["VP"], 14),
        (ward.units["VHXH"], 19),
    ]


def test_a_name_that_is_no_unit_is_coloured_and_said_beside_its_cell(
    ward: Ward, database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ward.link("Quân")
    a_draft(ward, first_lead="Tổ công nghệ số")
    monkeypatch.setenv("DATABASE_URL", database_url)
    path = tmp_path / "ra-soat.xlsx"
    assert main(["plan", "review", str(path)]) == 0
    sheet = load_workbook(path)[SHEET]
    first, second = sheet.cell(2, AT["lead"]), sheet.cell(3, AT["lead"])
    assert first.comment and "Tổ công nghệ số" in first.comment.text
    assert first.fill.fgColor.rgb != second.fill.fgColor.rgb and second.comment is None
    assert main(["plan", "review", str(path), "--take", "--yes"]) == 0
    assert "không có thay đổi nào" in capsys.readouterr().out
