"""Figures of the plan read and asked for; results of tasks, targets and wishes are left to their own rules."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, bare_told, read, says, split, told


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("chỉ tiêu 3 đạt 85%", {"code": "3", "text": "85%"}),
        ("chỉ tiêu 3 85%", {"code": "3", "text": "85%"}),
        ("tỷ lệ giải ngân đạt 60% rồi ạ", {"title": "tỷ lệ giải ngân", "text": "60%"}),
        ("Chỉ tiêu 3: 85%", {"code": "3", "text": "85%"}),
        ("chỉ tiêu 3 tháng 10 đạt 85%", {"code": "3", "text": "85%", "period": "2025-10"}),
        ("chỉ tiêu I.3 đạt 97,5%", {"code": "I.3", "text": "97,5%"}),
        ("cập nhật chỉ tiêu 2: 1.250 hồ sơ", {"code": "2", "text": "1.250 hồ sơ"}),
        ("dạ chỉ tiêu 3 hiện đạt 12/15 ạ", {"code": "3", "text": "12/15"}),
        ("tỷ lệ hồ sơ đúng hạn: 97,5%", {"title": "tỷ lệ hồ sơ đúng hạn", "text": "97,5%"}),
        (
            "tỷ lệ hồ sơ nộp trên môi trường điện tử: 80%",
            {"title": "tỷ lệ hồ sơ nộp trên môi trường điện tử", "text": "80%"},
        ),
        ("tỷ lệ hồ sơ trực tuyến đạt 80%", {"title": "tỷ lệ hồ sơ trực tuyến", "text": "80%"}),
    ],
)
def test_a_reading(text: str, slots: dict[str, Any]) -> None:
    expected = [says("indicator_reading", **slots)]
    assert told(read(text)) == expected and read(text).sure
    assert bare_told(told(read(bare(text)))) == bare_told(expected)


@pytest.mark.parametrize("text", split("chỉ tiêu 1, 2 đạt 90% | chỉ tiêu 3: 85%; 26: 90% | chỉ tiêu 1 và 2 đạt 90%"))
def test_several_at_once_keep_nothing(text: str) -> None:
    assert told(read(text)) == told(read(bare(text))) == [says("indicators")]


@pytest.mark.parametrize(
    "text", split("chỉ tiêu | xem chỉ tiêu | các chỉ tiêu | tình hình chỉ tiêu | chỉ tiêu nào chưa đạt?")
)
def test_all_are_asked_for(text: str) -> None:
    assert told(read(text, "office_head")) == told(read(bare(text), "office_head")) == [says("indicators")]


@pytest.mark.parametrize(
    "text",
    split(
        "chỉ tiêu 3 | chỉ tiêu 3 thế nào | chỉ tiêu 3 đạt 85% chưa? | chỉ tiêu 3 chưa đạt 85% | chỉ tiêu 3 phấn đấu đạt 85% | chỉ tiêu 3 phải đạt 85%"
    ),
)
def test_one_is_shown_and_nothing_kept(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "office_head")) == [says("indicators", code="3")], typed


OTHERS = """
12 tỷ lệ 85% | 12 đạt 85% | việc 3 đạt chỉ tiêu 85% | tỷ lệ hồ sơ đúng hạn bao nhiêu | chỉ tiêu tin bài | xong 12 đạt chỉ tiêu
tỷ lệ việc quá hạn là bao nhiêu | tỷ lệ hoàn thành việc 12 đạt 60% | 8: 12 tin, chỉ tiêu 3 tin | phấn đấu tỷ lệ hồ sơ đạt 98% | tỷ lệ hồ sơ đúng hạn phải đạt 98%
"""


@pytest.mark.parametrize("text", split(OTHERS))
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_other_words_keep_no_reading(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value not in ("indicator_reading", "indicators") for act in read(typed, role).acts), typed
