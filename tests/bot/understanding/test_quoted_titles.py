"""News whose title stands in quotes: the title is that, and nothing else is read out of it."""

import pytest

from tests.bot.understanding.reading import intents, read

TITLED = [
    ('Em gửi bài "Chuyển đổi số từ bộ phận một cửa" cho tháng 11 ạ', "Chuyển đổi số từ bộ phận một cửa", None),
    ("em nộp tin “Lễ ra quân tháng thanh niên” của VHXH ạ", "Lễ ra quân tháng thanh niên", "VHXH"),
    ('gửi tin "Hội nghị tổng kết phòng Kinh tế"', "Hội nghị tổng kết phòng Kinh tế", None),
    ('em gửi bài "Xong 7 tuyến đường trước 30/11" ạ', "Xong 7 tuyến đường trước 30/11", None),
]


@pytest.mark.parametrize(("text", "title", "unit"), TITLED)
def test_the_title_is_what_stands_in_the_quotes(text: str, title: str, unit: str | None) -> None:
    (act,) = read(text).acts
    assert (act.intent, act.slots.title, act.slots.unit, act.slots.task_ids) == ("submit_news", title, unit, ())


@pytest.mark.parametrize(
    "text", ['bài "Lễ ra quân" đã gửi chưa', 'nhắc chị Lan gửi bài "Lễ ra quân"', 'xong 7 "đúng hạn"']
)
def test_other_quotes_hand_in_nothing(text: str) -> None:
    assert "submit_news" not in intents(text, "unit_head")
