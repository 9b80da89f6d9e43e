"""The demo as a newcomer meets it: a story piped in, and a file kept for next time."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.cli import main
from bot.demo.build import TOLD_TARGETS, build
from bot.demo.lines import coming
from bot.demo.offices import OPENS_AT
from storage.database import transaction
from storage.documents.review_file import read_review
from storage.kinds import ProductKind
from storage.queries.agencies import all_agencies
from storage.queries.duties import lead_lines
from tests.stories.test_a_draft_is_reviewed import PROSE


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)

    def play(*lines: str, keep: bool = False) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["demo", *(["--keep"] if keep else [])]) == 0
        return capsys.readouterr().out

    return play


def test_a_day_in_the_demo(played: Callable[..., str]) -> None:
    told = played("/den 07/10/2025 08:00", "xong 7", "/la Tâm", "duyệt 7", "/la Lan", "việc 7", "/la Nobody")
    assert "07:00 thứ Hai 06/10/2025" in told.split("Lan>")[0]
    assert "[06/10/2025 07:30 → chị Lan] Chào chị Lan, thứ Hai 06/10." in told
    assert (
        "em đã ghi việc 7" in told
        and "việc 7" in told.split("duyệt 7")[1]
        and "Hoàn thành" in told.split("Lan> việc 7")[1]
    )
    assert "Gõ /ai để xem danh sách" in told


def test_the_first_screen_says_where_who_and_what_in_few_lines(played: Callable[..., str]) -> None:
    first = played("trợ giúp").split("Lan>")[0].strip().splitlines()
    assert len([line for line in first if line.strip()]) == 8


def test_a_kept_demo_goes_on_where_it_was_left(played: Callable[..., str]) -> None:
    played("/den 13/10/2025 08:00", "xong 7", keep=True)
    again = played("việc 7", keep=True)
    assert "08:00 thứ Hai 13/10/2025" in again and "Chờ anh Tâm duyệt" in again


@pytest.mark.faults
def test_a_demo_is_built_anew_when_the_code_has_changed_or_nothing_can_be_kept(
    played: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    played()
    [first] = (cache / "nhacviec").iterdir()
    first.rename(first.with_name("demo-of-older-code.sqlite3"))
    played()
    assert list((cache / "nhacviec").iterdir()) == [first]
    (tmp_path / "no folder").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no folder"))
    assert "Bạn đang là chị Lan" in played()


def test_moves_are_known_with_accents_and_capitals(played: Callable[..., str]) -> None:
    told = played("/Ngày  1", "/đến 08/10/2025", "/DEN 08/10/2025 09:00")
    for now in (
        "08:00 thứ Ba 07/10",
        "08:00 thứ Tư 08/10",
        "09:00 thứ Tư",
    ):
        assert f"(Bây giờ là {now}" in told


def test_leaving_is_known_with_accents_and_capitals(played: Callable[..., str]) -> None:
    assert "việc của tôi" not in played("/Thoát ", "việc của tôi").split("Lan>", 1)[1]


def test_the_next_event_and_the_cast_are_known_with_accents(played: Callable[..., str]) -> None:
    told = played("/tiếp", "/LÀ tâm", "/AI")
    assert "[06/10/2025 07:30 → " in told
    assert "(Bạn là anh Tâm" in told and "chị Ngân" in told


def test_days_that_are_no_days_move_nothing_and_say_how(played: Callable[..., str]) -> None:
    told = played("/ngay abc", "/ngay -1", "/ngay 0", "/ngay 1 2", "/ngay ²", "/den 06/10/2025 07:00")
    assert told.count("ví dụ: /ngay 1") == 5 and "(Bây giờ là 07:00 thứ Hai 06/10/2025.)" in told


def test_the_clock_goes_forward_only_and_no_farther_than_a_year(played: Callable[..., str]) -> None:
    told = played("/den 01/10/2025", "/den 01/01/2099", "/ngay 999")
    assert "Đồng hồ chỉ đi tới, không lùi; bây giờ là 07:00 thứ Hai 06/10/2025" in told
    assert told.count("nhiều nhất một năm") == 2 and "2099" not in told.split("Lan> /den 01/01/2099")[1]


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ("/den 13-10 16h30", "16:30 thứ Hai 13/10/2025"),
        ("/den 01/10", "không lùi"),
        ("/den 31/11", "không có trong lịch"),
    ],
)
def test_the_clock_goes_to_a_day_without_its_year(played: Callable[..., str], typed: str, now: str) -> None:
    assert now in played(typed)


def test_a_day_without_its_year_is_the_nearest_to_come() -> None:
    now = date(2025, 10, 13)
    assert coming(now, 15, 10, 0) == date(2025, 10, 15)
    assert coming(now, 1, 10, 0) == date(2025, 10, 1), "just passed: refused, not next year"
    assert coming(now, 2, 1, 0) == date(2026, 1, 2)
    assert coming(now, 2, 1, 2027) == date(2027, 1, 2)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_internal_dates_stand_where_work_can_end_early_and_two_are_past(engine: Engine) -> None:
    build(engine)
    with transaction(engine) as session:
        ward, board = all_agencies(session)
        dated = [line for line in lead_lines(session, ward.id) if line.duty.target_on is not None]
        assert not [line for line in lead_lines(session, board.id) if line.duty.target_on]
    assert {line.number: line.duty.target_on for line in dated if line.number in TOLD_TARGETS} == TOLD_TARGETS
    assert all(line.task.product_kind is not ProductKind.STATE and line.duty.due_on for line in dated)
    assert {line.number for line in dated if line.duty.target_on and line.duty.target_on < OPENS_AT.date()} == {17, 31}


def test_a_file_is_handed_in_by_its_path(played: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "kế hoạch.txt").write_text(PROSE, encoding="utf-8")
    told = played("/gui", "/gui khong-co.docx", "/gửi kế hoạch.txt", "/la Quân", "/gui kế hoạch.txt", "xuất bản nháp")
    assert told.count("ví dụ: /gui ke-hoach.docx") == 1
    assert "Không thấy tệp khong-co.docx; hãy kiểm tra lại đường dẫn." in told
    assert "do anh Quân đưa vào" in told.split("/la Quân")[0]
    assert "em đọc được 2 dòng" in told
    sheet = Path(told.split("[tệp: ")[1].split("]")[0])
    assert len(read_review(sheet.read_bytes())) == 2
