"""One Monday in the ward: four people talk to the bot, nobody is in each other's way."""

from datetime import date

import pytest

from storage.kinds import DutyState, ProductKind
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward, at

pytestmark = ON_BOTH


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Lan", "Tâm", "Quân", "Hà", "Ánh")
    return Talk(ward, at("13/10/2025 07:31"))


def test_a_monday_of_check_in(talk: Talk) -> None:
    ward, year_end = talk.ward, date(2025, 12, 31)
    plan = ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=year_end, target=date(2025, 10, 15))
    posts = ward.give(8, "Đăng tải thông tin CCHC", "VHXH", to="Lan", due=year_end, product=ProductKind.FIGURE)
    posts_state = ward.give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", due=year_end, product=ProductKind.STATE)
    rule = ward.give(26, "Quy chế quản lý tài sản công", "KT-HT-ĐT", to="Vinh", due=date(2025, 10, 10))
    talk.shows("Lan", plan, posts, posts_state)

    answer = talk.say("Lan", "xong 2 KH 45/KH-UBND; 8 dang 12 tin 3 bai; 18 nhu ky truoc", reply_to="m1")
    assert answer and "xong ngày 13/10, sản phẩm KH 45/KH-UBND" in answer
    assert "8 – dang 12 tin 3 bai · 18 – như kỳ trước" in answer and "đã trả lời đủ" in answer
    assert talk.say("Lan", "cảm ơn em nhé") is None

    talk.now = at("13/10/2025 09:00")
    listed = talk.say("Tâm", "viec cua toi")
    assert listed and "Xin ý kiến anh\n2. Kế hoạch kiểm tra CCHC – báo xong 13/10" in listed
    assert "lý do: thiếu số liệu" in (talk.say("Tâm", "trả 2 thiếu số liệu") or "")
    assert [told for told in talk.told("Lan") if "Anh Tâm trả lại việc 2" in told]
    assert talk.state(plan) is DutyState.IN_PROGRESS

    talk.now = at("13/10/2025 10:00")
    talk.say("Lan", "xong 2 KH 46/KH-UBND")
    assert "duyệt việc 2" in (talk.say("Tâm", "duyệt hết") or "")
    assert talk.state(plan) is DutyState.ACCEPTED

    assert "việc 26" in (talk.say("Quân", "ghi hộ Vinh: 26 vướng chờ Sở Tài chính góp ý") or "")
    assert talk.entries(rule)[0].for_id == ward.staff["Vinh"]
    late = talk.say("Ánh", "phòng nào còn việc quá hạn?")
    assert late and "26 – Quy chế quản lý tài sản công, hạn 10/10, quá 1 ngày làm việc" in late and "Vinh" not in late
    stand = talk.say("Hà", "tình hình")
    assert stand and "có 4 nhiệm vụ: hoàn thành 1, chờ duyệt 0, trong hạn 2, quá hạn 1" in stand
