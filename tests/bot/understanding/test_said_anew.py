"""A word set right in the same breath, as people speak: only the second counts, and a change is asked about."""

import pytest

from bot.understanding.intents import CHANGES
from bot.understanding.said_anew import said_anew
from tests.bot.understanding.reading import read

SET_RIGHT = [
    ("việc hai mươi mốt à nhầm hai mươi hai đã hoàn thành rồi", "việc hai mươi hai đã hoàn thành rồi"),
    ("xin gia hạn việc 14 thêm ba ngày à thôi thêm năm ngày ạ", "xin gia hạn việc 14 thêm năm ngày ạ"),
    ("cho chị file báo cáo tháng mười à không tháng mười một", "cho chị file báo cáo tháng mười một"),
    ("dời hạn việc 33 sang thứ tư à thứ năm tuần sau", "dời hạn việc 33 sang thứ năm tuần sau"),
    ("cho xem phòng kế hoạch à mà thôi phòng doanh nghiệp đến đâu", "cho xem phòng doanh nghiệp đến đâu"),
    ("xin thêm ba ngày nữa đi à không bốn ngày nhé", "xin thêm bốn ngày nhé"),
    ("cho tới thứ sáu tuần sau à mà thôi thứ năm tuần sau nha", "cho tới thứ năm tuần sau nha"),
    ("lùi việc 6 đến ngày 28 tháng 11 à thôi đến ngày 5 tháng 12", "lùi việc 6 đến ngày 5 tháng 12"),
    ("cái việc số bảy à không số tám số tám ký rồi", "cái việc số tám số tám ký rồi"),
    ("cái việc mười bảy ấy à không mười tám ký rồi", "cái việc mười tám ký rồi"),
    ("giao việc 42 à không 43 cho trung tâm", "giao việc 43 cho trung tâm"),
    ("nhắc anh lúc 7 giờ à quên 8 giờ sáng", "nhắc anh lúc 8 giờ sáng"),
    ("việc 12 đạt 60 phần trăm à nhầm 65 phần trăm", "việc 12 đạt 65 phần trăm"),
    ("giao việc 5 cho anh Nam à quên anh Hải nhé", "giao việc 5 cho anh Hải nhé"),
    ("bảng việc của phòng kinh tế hạ tầng à không của phòng văn hóa xã hội", "bảng việc của phòng văn hóa xã hội"),
    ("giao việc 9 cho cậu Minh à không cậu Tú làm", "giao việc 9 cho cậu Tú làm"),
    ("việc 30 à không phải 30, 31 mới đúng xong rồi", "việc 31 xong rồi"),
    ("việc 30 à không phải 30 mà là 31 xong rồi", "việc 31 xong rồi"),
    ("lùi việc 6 ra ngày 3 à nhầm ngày 5 tháng sau", "lùi việc 6 ra ngày 5 tháng sau"),
    ("hai giờ à không hai rưỡi chiều nhắc lại chị", "hai rưỡi chiều nhắc lại chị"),
    ("23 giải ngân 65%, à 66%", "23 giải ngân 66%"),
    ("8 đăng 12 tin, à 13 tin", "8 đăng 13 tin"),
    ("được một nửa à không hơn một nửa chắc 55 phần trăm", "được 55 phần trăm"),
]
AS_IT_STANDS = [
    "xong 7 à",
    "việc 7 à việc 8 xong rồi",
    "việc 12 xong à, việc 13 thì chưa",
    "à nhầm 13 chưa xong",
    "tháng mười à, tháng mười một thì khác chứ em",
    "anh Nam à anh Hải gọi",
    "phòng kế hoạch không phòng doanh nghiệp",
    "việc 12 chưa xong à không vội",
    "thêm ba ngày à thôi khỏi",
    "xong 7 à quên 8",
    "việc 30 à không phải việc của em",
    "được một nửa à, không được thế đâu",
    "ngày 5 à, ngày 8 em bận",
    "8 12 tin à 3 bài",
    "11 không phát sinh, à 12 có 2 hồ sơ",
]


@pytest.mark.parametrize(("text", "meant"), SET_RIGHT)
def test_what_is_set_right_is_left_out(text: str, meant: str) -> None:
    assert said_anew(text) == meant


@pytest.mark.parametrize("text", AS_IT_STANDS)
def test_other_words_stay_as_they_stand(text: str) -> None:
    assert said_anew(text) is None


@pytest.mark.parametrize(
    ("text", "role", "slots"),
    [
        ("ghi giúp chị là việc hai mươi mốt à nhầm hai mươi hai đã hoàn thành rồi nhé", "staff", {"task_ids": [22]}),
        ("em xin gia hạn việc 14 thêm ba ngày à thôi thêm năm ngày ạ", "staff", {"task_ids": [14], "duration": "P5D"}),
        ("em dời hạn việc 33 sang thứ tư à thứ năm tuần sau cho anh", "office_head", {"date": "2025-11-27"}),
    ],
)
def test_a_change_set_right_is_asked_about(text: str, role: str, slots: dict[str, object]) -> None:
    understood = read(text, role=role)
    assert not understood.sure and understood.acts[0].intent in CHANGES
    told = understood.as_json()["slots"]
    assert {name: told.get(name) for name in slots} == slots


def test_a_question_set_right_is_answered_at_once() -> None:
    understood = read("cho chị xin báo cáo tháng mười à không tháng mười một", role="office_head")
    assert understood.sure and understood.as_json()["slots"]["period"] == "2025-11"
