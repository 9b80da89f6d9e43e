"""The ladder of an office, shown and decided anew from a day on."""

import pytest

from jobs.clock import MovableClock
from tests.bot.commands.shell import PLAN, Shell
from tests.people import at


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> MovableClock:
    """Half an hour into 15 December at the office; in UTC it is still the 14th."""
    now = MovableClock(at("15/12/2025 00:30"))
    monkeypatch.setattr("bot.commands.ladder.SystemClock", lambda: now)
    return now


def test_an_office_decides_its_ladder_from_a_day_on(office: Shell) -> None:
    code, said = office.type("ladder")
    assert code == 0 and "  2 ngày làm việc: trưởng đơn vị" in said and "Việc có hạn từ" not in said
    code, said = office.type("ladder", "--from", "01/01/2026", "--head", "3", "--leaders", "15")
    later = said.partition("Việc có hạn từ 01/01/2026:")[2]
    assert code == 0 and "  3 ngày làm việc: trưởng đơn vị" in later and " 15 ngày làm việc: tổng hợp tuần" in later
    code, said = office.type("ladder", "--from", "01/01/2026", "--office", "6")
    assert said.count("Việc có hạn từ") == 1 and "  6 ngày làm việc: đơn vị đầu mối" in said


def test_a_plan_and_a_person_have_days_of_their_own(office: Shell) -> None:
    office.type("plan", "import", PLAN)
    office.type("plan", "confirm", "--yes")
    code, said = office.type(
        "ladder", "--from", "01/01/2026", "--plan", "cai thien va nang cao", "--before", "10,5,2,0", "--head", "4"
    )
    shown = said.partition("Việc có hạn từ 01/01/2026, Cải thiện và nâng cao Chỉ số cải cách hành chính:")[2]
    assert code == 0 and "nhắc trước 10, 5, 2, 0 và sau 1, 2, 3 ngày làm việc, rồi T3, T6" in shown
    assert "  4 ngày làm việc: trưởng đơn vị" in shown
    code, said = office.type("ladder", "--from", "01/01/2026", "--person", "lan", "--after", "1,3", "--weekly", "t2")
    shown = said.partition("Việc có hạn từ 01/01/2026, Nguyễn Thị Lan:")[2]
    assert code == 0 and "sau 1, 3 ngày làm việc, rồi T2 hằng tuần" in shown and "trưởng đơn vị" not in shown


REFUSED = [
    (("--from", "01/01/2026", "--person", "Lan", "--head", "3"), "chỉ đổi được ngày nhắc"),
    (("--from", "01/01/2026", "--person", "Bình", "--before", "3"), "Không có ai tên"),
    (("--from", "01/01/2026", "--plan", "KH khác", "--before", "3"), "Đang theo dõi: chưa có"),
    (("--from", "01/01/2026", "--before", "7;3"), "ví dụ 7,3,1,0"),
    (("--from", "01/01/2026", "--before", "99"), "đến 60"),
    (("--from", "01/01/2026", "--after", "0,1"), "sớm nhất là 1"),
    (("--from", "01/01/2026", "--weekly", "thứ ba"), "ví dụ T3,T6"),
    (("--head", "3"), "--from 01/01/2026"),
    (("--from", "15/12/2025", "--head", "3"), "phải là ngày sau hôm nay (15/12/2025)"),
    (("--from", "01/12/2025", "--person", "Lan", "--before", "3"), "phải là ngày sau hôm nay"),
    (("--from", "1/27/2026", "--head", "3"), "Không đọc được ngày"),
    (("--from", "01/01/2026", "--head", "7"), "sau bậc dưới"),
    (("--from", "01/01/2026", "--keeper", "2"), "sau người duyệt kế tiếp"),
]


def test_a_ladder_that_cannot_be_is_refused(office: Shell) -> None:
    for words, told in REFUSED:
        code, said = office.type("ladder", *words)
        assert code == 2 and told in said, words
    assert "Việc có hạn từ" not in office.type("ladder")[1]


def test_what_begins_tomorrow_is_decided_today_and_not_again_when_it_has_begun(
    office: Shell, clock: MovableClock
) -> None:
    assert office.type("ladder", "--from", "16/12/2025", "--head", "3")[0] == 0
    clock.move(at("16/12/2025 00:05"))
    code, said = office.type("ladder", "--from", "16/12/2025", "--head", "4")
    assert code == 2 and "giữ cách nhắc đang chạy" in said
    assert "  3 ngày làm việc: trưởng đơn vị" in office.type("ladder")[1]
