""" "Tin T10-01 gửi nhầm": by who sent it or who follows the plans, with the unit counted anew; nobody else's word counts."""

import pytest
from sqlmodel import col, select

from storage.database import transaction
from storage.models.news import NewsItem, NewsQuota
from tests.bot.talk import Talk
from tests.people import at

Duties = dict[int, int]
TITLE = "Phường Ba Ngòi tập huấn CCHC"


@pytest.fixture
def sent(talk: Talk, duties: Duties) -> Talk:
    """Lan has sent T10-01, and the unit owes one item a month."""
    with transaction(talk.ward.engine) as session:
        session.add(NewsQuota(agency_id=talk.ward.agency_id, unit_id=talk.ward.units["VHXH"], per_month=1))
    assert "mã T10-01" in (talk.say("Lan", f"tin: {TITLE}") or "")
    return talk


def standing(talk: Talk) -> list[str]:
    with transaction(talk.ward.engine) as session:
        return list(session.exec(select(NewsItem.title).where(col(NewsItem.withdrawn_at).is_(None))))


@pytest.mark.parametrize(
    "text",
    ["tin T10-01 gửi nhầm", "rút tin T10-01 giúp em", "huy tin t10-01", "em gửi nhầm tin T10-01 rồi ạ", "bỏ tin T10-01 vì trùng", "thu hồi tin T10-01"],
)  # fmt: skip
def test_the_sender_takes_it_back_on_any_later_day(sent: Talk, text: str) -> None:
    sent.now = at("15/10/2025 09:00")
    assert sent.say("Lan", text) == (
        f'Dạ, em đã bỏ tin T10-01 – "{TITLE}" của VHXH. Đơn vị còn 0/1. Cần ghi lại, chị nhắn "tin: <tên bài>".'
    )
    assert standing(sent) == []
    assert sent.say("Lan", text) == "Dạ, tin T10-01 đã bỏ từ trước, em giữ nguyên."


def test_who_follows_the_plans_takes_it_back_and_the_sender_hears_of_it(sent: Talk) -> None:
    assert "em đã bỏ tin T10-01" in (sent.say("Quân", "tin T10-01 gửi nhầm") or "")
    assert standing(sent) == []
    assert sent.told("Lan") == [f'Anh Quân đã bỏ tin T10-01 – "{TITLE}" chị gửi.']


@pytest.mark.parametrize("name", ["Tâm", "Hoa"])
def test_others_are_told_who_may(sent: Talk, name: str) -> None:
    answer = sent.say(name, "tin T10-01 gửi nhầm")
    assert answer == (
        "Dạ, tin T10-01 do chị Lan gửi; chị Lan hoặc người theo dõi kế hoạch bỏ được. Em chưa thay đổi gì."
    )
    assert standing(sent) == [TITLE]


@pytest.mark.parametrize("text", ["em gửi nhầm tin", "tin T10-01 bị nhầm à?"])
def test_without_a_code_or_with_a_question_it_is_asked(sent: Talk, text: str) -> None:
    asked = sent.say("Lan", text)
    assert asked == f'Dạ, em chưa bỏ gì. Bỏ tin T10-01 – "{TITLE}", phải không ạ? Nếu phải, chị nhắn "đúng".'
    assert standing(sent) == [TITLE]
    sent.say("Lan", "đúng")
    assert standing(sent) == []


@pytest.mark.parametrize(
    "text",
    ["đừng bỏ tin T10-01", "không rút tin T10-01 nữa", "tin T10-09 gửi nhầm", "xóa tin nhắn", "tin T10-01 đăng chưa"],
)
def test_nothing_else_takes_it_back(sent: Talk, text: str) -> None:
    sent.say("Lan", text)
    assert standing(sent) == [TITLE]


@pytest.mark.parametrize("text", ["tin T10-01 sai tên", "tin T10-01 bổ sung ảnh"])
def test_what_is_wrong_with_it_is_mended_by_sending_anew(sent: Talk, text: str) -> None:
    answer = sent.say("Lan", text)
    assert answer == 'Dạ, em chưa sửa được tin đã ghi. Chị nhắn "bỏ tin T10-01", rồi gửi lại: "tin: <tên bài>".'
    assert standing(sent) == [TITLE]


def test_a_code_of_december_said_in_january_is_last_years(sent: Talk) -> None:
    sent.now = at("15/12/2025 09:00")
    assert "mã T12-01" in (sent.say("Lan", "tin: Tổng kết năm của phường Ba Ngòi") or "")
    sent.now = at("05/01/2026 09:00")
    assert "em đã bỏ tin T12-01" in (sent.say("Lan", "tin T12-01 gửi nhầm") or "")
