"""When and how the bot is to speak, to whom, and what in an office's talk is not for it."""

from datetime import date
from typing import Any

import pytest

from tests.bot.understanding.reading import Told, bare, intents, read, says, split, told

ON = date(2025, 11, 18)
ALWAYS: list[tuple[str, dict[str, Any]]] = [
    ("sau này cứ 8h kém 15 nhắc nhé", {"time": "07:45"}),
    ("sau này 8 giờ kém 10 nhắc em", {"time": "07:50"}),
    ("từ mai cứ 7h nhắc em", {"time": "07:00"}),
    ("nhắc việc cho anh sớm hơn, 6 rưỡi sáng", {"time": "06:30"}),
    ("dời giờ nhắc sang 7h rưỡi", {"time": "07:30"}),
    ("chỉ nhắc tôi thứ 2 thôi", {"weekday": "MO"}),
    ("cứ 8h sáng nhắc", {"time": "08:00"}),
]
ONCE: list[tuple[str, str, Told]] = [
    ("để thứ 5 nhắc lại chị cái này", "reply_to_reminder", says("snooze", date="2025-11-20")),
    ("tuần sau nhắc lại việc 14 giúp em", "direct", says("snooze", 14, date="2025-11-24")),
    ("tuần sau nhắc lại việc 14", "direct", says("snooze", 14, date="2025-11-24")),
    ("mai 9h nhắc lại việc 14", "direct", says("snooze", 14, date="2025-11-19", time="09:00")),
    ("mốt nhắc lại giúp em", "reply_to_reminder", says("snooze", date="2025-11-20")),
]
LANGUAGE = [
    ("từ nay nhắn em bằng tiếng Anh nhé", "en"),
    ("cho hiển thị bằng English", "en"),
    ("giao diện tiếng Anh được không", "en"),
    ("từ giờ trả lời bằng tiếng Việt", "vi"),
]
NO_LANGUAGE = split(
    "em đi học tiếng Anh | dịch giúp tiếng Anh | nộp bản kế hoạch bằng tiếng Anh | em thi bằng tiếng Anh"
)
PRESSED = split(
    """báo anh Phúc làm nhanh việc 52 | báo anh Phúc làm nhanh việc 52 giùm | bảo anh Phúc đẩy nhanh việc 52 | nói anh Phúc khẩn trương việc 52
    báo anh Phúc nộp việc 52 trước chiều nay | giục anh Phúc việc 52 nhé"""
)
AMONG_OTHERS = split(
    "mọi người nhắc nhau mặc đồng phục thứ 2 | mn nhac nhau nop quy thu 6 | nhắc anh em mai mặc áo trắng"
)


@pytest.mark.parametrize(("text", "slots"), ALWAYS)
def test_a_lasting_wish_is_no_wish_for_today(text: str, slots: dict[str, Any]) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "leader", on=ON)) == [says("settings_time", **slots)]


@pytest.mark.parametrize(("text", "context", "act"), ONCE)
def test_once_more_on_a_day_and_no_hour_made_of_a_task(text: str, context: str, act: Told) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "staff", context, ON)) == [act]


@pytest.mark.parametrize(("text", "language"), LANGUAGE)
def test_the_language_of_the_bot(text: str, language: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [says("settings_language", language=language)]


@pytest.mark.parametrize("text", NO_LANGUAGE)
def test_talk_of_languages_changes_none(text: str) -> None:
    assert "settings_language" not in intents(text)


@pytest.mark.parametrize("text", PRESSED)
def test_others_are_pressed_in_any_words(text: str) -> None:
    assert told(read(text, "unit_head")) == [says("remind_unit", 52, person="anh Phúc")]


@pytest.mark.parametrize("text", AMONG_OTHERS)
def test_what_people_remind_each_other_of_is_not_for_the_bot(text: str) -> None:
    assert intents(text, "staff", "group") == ["smalltalk_other"]
