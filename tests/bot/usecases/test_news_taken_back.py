""" "Tin T10-01 gửi nhầm": by who sent it or who follows the plans, with the unit counted anew; nobody else's word counts."""

import pytest
from sqlmodel import col, select

from storage.database import transaction
from storage.kinds import NewsState
from storage.models.news import NewsItem, NewsQuota
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
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
        "Dạ, tin T10-01 do chị Lan gửi; chị Lan hoặc người theo dõi kế hoạch sửa hoặc bỏ được. Em chưa thay đổi gì."
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
def test_how_what_is_wrong_with_it_is_mended(sent: Talk, text: str) -> None:
    answer = sent.say("Lan", text)
    assert answer == (
        'Dạ, em chưa thay đổi gì. Sai tên, chị nhắn "sửa tên tin T10-01 thành <tên bài>"; sai chỗ khác, chị nhắn "bỏ tin T10-01" rồi gửi lại.'
    )
    assert standing(sent) == [TITLE]


def test_a_code_of_december_said_in_january_is_last_years(sent: Talk) -> None:
    sent.now = at("15/12/2025 09:00")
    assert "mã T12-01" in (sent.say("Lan", "tin: Tổng kết năm của phường Ba Ngòi") or "")
    sent.now = at("05/01/2026 09:00")
    assert "em đã bỏ tin T12-01" in (sent.say("Lan", "tin T12-01 gửi nhầm") or "")


NEW = "Phường Ba Ngòi mở lớp tập huấn"


@ON_BOTH
@pytest.mark.parametrize(
    "text", [f"sửa tiêu đề tin 1 thành {NEW}", f"tin vừa gửi sửa lại là {NEW}", f"sửa tên tin T10-01 thành {NEW}"]
)
def test_a_title_is_said_anew_and_comes_back(sent: Talk, text: str) -> None:
    (was,) = standing(sent)
    answer = sent.say("Lan", text) or ""
    assert f'em đã sửa tên tin T10-01 thành "{NEW}" (trước là "{was}")' in answer and standing(sent) == [NEW]
    assert f"trả lại tên cũ của T10-01: {was}" in (sent.say("Lan", "hoàn tác") or "") and standing(sent) == [was]


@pytest.mark.parametrize("text", [f"tiêu đề sai, đúng là {NEW}", f"sửa T10-01: {NEW}"])
def test_a_title_is_asked_about_where_the_item_or_the_wish_is_not_plain(sent: Talk, text: str) -> None:
    before = standing(sent)
    assert "phải không ạ" in (sent.say("Lan", text) or "") and standing(sent) == before
    sent.say("Lan", "đúng")
    assert standing(sent) == [NEW]


def test_whose_item_it_is_and_what_was_decided_about_it_count(sent: Talk) -> None:
    before = standing(sent)
    assert "do chị Lan gửi" in (sent.say("Hoa", f"sửa tên tin T10-01 thành {NEW}") or "")
    assert "không thấy tin T10-07" in (sent.say("Lan", f"sửa tiêu đề tin 7 thành {NEW}") or "")
    assert "phải không ạ" not in (sent.say("Hoa", f"tin vừa gửi sửa lại là {NEW}") or "")
    with transaction(sent.ward.engine) as session:
        session.exec(select(NewsItem)).one().state = NewsState.ACCEPTED
    assert "đã được duyệt" in (sent.say("Lan", f"sửa tên tin T10-01 thành {NEW}") or "") and standing(sent) == before


def test_the_last_item_of_another_day_is_asked_about(sent: Talk) -> None:
    sent.now = at("15/10/2025 09:00")
    before = standing(sent)
    assert "phải không ạ" in (sent.say("Lan", f"tin vừa gửi sửa lại là {NEW}") or "") and standing(sent) == before


def test_what_the_keeper_mends_is_the_senders_still(sent: Talk) -> None:
    sent.say("Quân", f"sửa tên tin T10-01 thành {NEW}")
    assert standing(sent) == [NEW] and "T10-01" in (sent.say("Lan", f"tin vừa gửi sửa lại là {NEW}") or "")


def test_news_that_comes_later_is_asked_for_still(sent: Talk) -> None:
    with transaction(sent.ward.engine) as session:
        session.add(NewsQuota(agency_id=sent.ward.agency_id, unit_id=sent.ward.units["KT-HT-ĐT"], per_month=1))
    before = standing(sent)
    assert sent.say("Quân", "KT-HT-ĐT tháng này xin nộp tin muộn đến 5/11") == (
        "Dạ, em chưa ghi tin nào. KT-HT-ĐT tháng 10 có 0/1 tin, bài. Em vẫn nhắc đến khi có tin. "
        'Lúc gửi, anh nhắn "tin tháng 10: <tên bài>".'
    )
    assert "vẫn nhắc" not in (sent.say("Lan", "em xin nộp tin muộn 2 hôm") or "")  # 1/1 by now
    assert "vẫn nhắc" not in (sent.say("Hoa", "em xin nộp tin muộn 2 hôm") or "")  # owes none
    assert standing(sent) == before


def test_two_items_of_one_message_are_both_kept(sent: Talk) -> None:
    answer = sent.say("Lan", "đã gửi 2 tin: Lễ ra quân; Ngày hội đọc sách") or ""
    assert "T10-02" in answer and "T10-03" in answer
    assert standing(sent) == [TITLE, "Lễ ra quân", "Ngày hội đọc sách"]


def test_titles_and_codes_are_listed(sent: Talk) -> None:
    for asked in ("danh sách tin đã nộp tháng 10", "phòng mình mấy tin rồi", "tin của VHXH tháng này có gì"):
        assert f"T10-01 – {TITLE}" in (sent.say("Lan", asked) or ""), asked
    assert sent.say("Hoa", "tin nào mã T10-01") == f'Dạ, tin T10-01 – "{TITLE}", chị Lan gửi cho VHXH ngày 13/10.'
    assert "không thấy tin T10-09" in (sent.say("Hoa", "tin T10-09 là tin gì") or "")


@pytest.mark.parametrize("text", ["bỏ tin Phường Ba Ngòi tập huấn", "bỏ tin của VHXH", "rút giúp em bài tập huấn CCHC"])
def test_an_item_taken_back_by_its_name_is_asked_about(sent: Talk, text: str) -> None:
    assert "phải không ạ" in (sent.say("Lan", text) or "") and standing(sent) == [TITLE]
    sent.say("Lan", "đúng")
    assert standing(sent) == []


def test_of_several_that_fit_the_codes_are_told(sent: Talk) -> None:
    sent.say("Lan", "tin: Tập huấn chuyển đổi số")
    answer = sent.say("Lan", "bỏ tin của VHXH") or ""
    assert 'bỏ tin T10-01"' in answer and "T10-02 – Tập huấn chuyển đổi số" in answer
    assert "không thấy tin nào" in (sent.say("Hoa", "bỏ tin Phường Ba Ngòi tập huấn") or "")
    assert len(standing(sent)) == 2


def test_a_verdict_on_an_item_is_not_kept(sent: Talk) -> None:
    assert "không ghi phần duyệt và đăng" in (sent.say("Quân", "duyệt tin T10-01") or "")
