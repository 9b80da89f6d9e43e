"""A reminder to those who have not answered, to those who are late, or to both."""

import pytest

from tests.bot.understanding.reading import bare, read, split

UNANSWERED = """
    nhắc mấy người chưa báo | nhắc mấy bạn chưa báo đi em | nhắc ai chưa nộp kết quả | nhắc các phòng chưa gửi số liệu | đôn đốc những người chưa báo cáo
    nhắc những ai chưa trả lời | nhắc ai chưa nộp | nhắc người còn thiếu kết quả | nhắc mấy phòng còn thiếu | nhắc anh em chưa báo giúp anh | thúc mấy phòng chưa cập nhật
    nhắn mấy phòng chưa nộp báo cáo nộp liền | nhắc mấy đứa chưa báo cáo giúp anh | nhắc hết những người chưa có kết quả
"""
LATE = "nhắc ai quá hạn | nhắc người trễ hạn"
BOTH = """
    nhắc hết | nhắc KT | nhắc mọi người nộp kết quả | nhắc mấy người chưa báo và quá hạn | nhắc Lan việc 7 chưa nộp | nhắc mấy người chưa xong | nhắc chị Lan
"""


@pytest.mark.parametrize(
    ("text", "which"),
    [
        *((text, "unanswered") for text in split(UNANSWERED)),
        *((text, "late") for text in split(LATE)),
        *((text, None) for text in split(BOTH)),
    ],
)
def test_whom_the_words_set_apart(text: str, which: str | None) -> None:
    for typed in (text, bare(text)):
        for role in ("unit_head", "office_head"):
            understood = read(typed, role)
            (act,) = understood.acts
            assert understood.sure and (act.intent, act.slots.which) == ("remind_unit", which), typed


@pytest.mark.parametrize("text", split("ai chưa báo thì nhắc giúp anh | phòng nào chưa nộp thì nhắc giúp anh"))
def test_an_order_behind_a_condition_is_asked_about(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure and understood.readings[0].slots.which == "unanswered"


def test_news_is_owed_apart() -> None:
    assert read("nhắc các phòng chưa nộp tin", "office_head").acts[0].slots.which == "news"
