"""What is said of a plan under review: internal dates for all of it."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, says, split, told

SPREAD = split(
    """rải việc | rải mốc | Rải việc giúp em nhé | rải đều việc | chia mốc cho cả năm | phân bổ mốc nội bộ cho các tháng
    rải việc cả năm | rải các mốc | em rải việc đi | chia đều mốc trong năm 2025 | rải nhiệm vụ ra các tháng | rai viec a"""
)
OF_A_PLAN = split("rải việc KH 45 | rải việc của kế hoạch CCHC 2025 | rải mốc kế hoạch 45/KH-UBND | rải việc cho KH 45")
NO_SPREAD = split(
    """chưa rải việc | việc 7 rải chưa? | rải việc chưa? | đã rải việc rồi | khi nào rải việc? | không rải việc | đừng rải việc
    rải việc thế nào | chia việc cho Lan | rải đá đường 7 | rải việc được không? | việc 7 rải xong rồi | rải việc cho Hoa
    phân bổ kinh phí cho cả năm | rải việc là gì"""
)


@pytest.mark.parametrize("text", SPREAD)
def test_dates_for_the_whole_draft(text: str) -> None:
    for typed in (text, bare(text), text.upper()):
        understood = read(typed, "office_head")
        assert told(understood) == [says("spread_work")]
        assert understood.sure


@pytest.mark.parametrize("text", OF_A_PLAN)
def test_dates_for_a_plan_by_its_name(text: str) -> None:
    for typed in (text, bare(text)):
        [(intent, slots)] = told(read(typed, "office_head"))
        assert intent == "spread_work"
        assert set(slots) == {"plan"} and slots["plan"].split()[-1] in text


@pytest.mark.parametrize("text", NO_SPREAD)
def test_no_dates_are_asked_for(text: str) -> None:
    for typed in (text, bare(text)):
        assert "spread_work" not in intents(typed, "office_head")
