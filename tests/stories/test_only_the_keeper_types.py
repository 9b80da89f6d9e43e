"""An office in which nobody but the keeper ever types: a month from the hand-out to the report, complete and counted."""

from datetime import date

import pytest

from storage.kinds import DutyState, EventKind, ProductKind
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import Ward, at

YEAR_END = date(2025, 12, 31)


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Quân")
    return Talk(ward, at("01/10/2025 08:30"))


@pytest.fixture
def duties(ward: Ward) -> dict[int, int]:
    return {
        2: ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", due=YEAR_END, target=date(2025, 10, 15)),
        8: ward.give(8, "Đăng tải thông tin CCHC", "VHXH", product=ProductKind.FIGURE),
        17: ward.give(17, "Quyết định chức năng, nhiệm vụ các phòng", "VHXH", due=YEAR_END, target=date(2025, 10, 8)),
        26: ward.give(26, "Quy chế quản lý tài sản công", "KT-HT-ĐT", to="Vinh", due=date(2025, 10, 10)),
        30: ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=YEAR_END, product=ProductKind.FIGURE),
    }  # fmt: skip


def quan(talk: Talk, day: str, text: str) -> str:
    """What the keeper reads after typing, on a day of October at nine."""
    talk.now = at(f"{day}/2025 09:00")
    return talk.say("Quân", text) or ""


@ON_BOTH
def test_a_month_in_which_only_the_keeper_types(talk: Talk, duties: dict[int, int]) -> None:
    ward = talk.ward
    assert "chị Lan" in quan(talk, "01/10", "giao 2, 8, 17 cho Lan")
    assert talk.duty(duties[17]).person_id == ward.staff["Lan"]

    talk.now = at("06/10/2025 07:30")
    morning_of(ward, "06/10/2025")
    assert "chưa kết nối" in quan(talk, "06/10", "sáng nay đã nhắc ai?")

    assert "ghi hộ chị Lan" in quan(talk, "07/10", "ghi hộ Lan: 8 đăng 12 tin 3 bài")
    # Nobody else is there to decide, so the keeper does what he was told: the wish is Lan's, the word the head's.
    assert "ghi hộ chị Lan" in quan(talk, "08/10", "ghi hộ Lan: xin lùi 17 đến 24/10 vì chờ hướng dẫn")
    assert talk.duty(duties[17]).target_on == date(2025, 10, 8)
    assert "đồng ý lùi mốc nội bộ việc 17" in quan(talk, "08/10", "đồng ý 17")
    assert talk.duty(duties[17]).target_on == date(2025, 10, 24)

    # A report of somebody who has a head that is not there counts at once when the keeper records it.
    done = quan(talk, "09/10", "ghi hộ Lan: xong 2 KH 45/KH-UBND")
    assert "Việc không phải chờ duyệt, đã tính hoàn thành." in done and talk.state(duties[2]) is DutyState.ACCEPTED
    assert "ghi hộ anh Vinh" in quan(talk, "13/10", "ghi hộ Vinh: giải trình 26: chờ Sở Tài chính góp ý")
    assert "ghi hộ chị Hoa" in quan(talk, "13/10", "ghi hộ Hoa: 30 đã số hóa 120 hồ sơ")
    assert "ghi hộ chị Hoa" in quan(talk, "13/10", "ghi hộ Hoa: tin: Ra quân hướng dẫn nộp hồ sơ trực tuyến")
    missing = quan(talk, "14/10", "còn thiếu kết quả của ai?")
    assert "Chị Lan: 17" in missing and "Anh Vinh: 26" in missing and "Hoa" not in missing

    late = quan(talk, "15/10", "ghi hộ Vinh: xong 26 QĐ 9/QĐ-UBND")
    assert "đã tính hoàn thành" in late
    report = quan(talk, "16/10", "báo cáo tháng 10")
    assert "hoàn thành 1" in report and "quá hạn 1" in report  # as of 14/10: 26 came a day later
    now = quan(talk, "16/10", "tình hình")
    assert "hoàn thành 2 (quá hạn 1)" in now and "quá hạn 0" in now
    assert "Kết quả tháng 10/2025 của chị Lan: hoàn thành 1" in quan(talk, "16/10", "kết quả của chị Lan tháng 10")

    typed = {(e.by_id, e.for_id) for e in talk.events() if e.kind in (EventKind.REPORTED, EventKind.RESULT)}
    assert typed == {(ward.staff["Quân"], ward.staff[name]) for name in ("Lan", "Vinh", "Hoa")}


@ON_BOTH
def test_who_joins_later_reads_what_was_recorded_for_her(talk: Talk, duties: dict[int, int]) -> None:
    quan(talk, "01/10", "giao 2, 17 cho Lan")
    talk.now = at("10/10/2025 09:00")
    quan(talk, "10/10", "ghi hộ Lan: 17 đang lấy ý kiến các phòng")
    talk.ward.link("Lan")
    text = morning_of(talk.ward, "13/10/2025")["Lan"].text
    assert "Anh Quân đã ghi việc 17" in text
    talk.now = at("13/10/2025 09:00")
    assert "đang lấy ý kiến các phòng" in (talk.say("Lan", "việc 17") or "")
