"""Asked what was told on a day; who has answered at all, or not, is the list of the period."""

from datetime import date

import pytest

from bot.understanding.intents import TOLD
from tests.bot.understanding.reading import bare, read, split

ON_A_DAY = """
    hôm nay ai báo gì rồi | sáng giờ ai báo gì chưa | hôm nay có ai báo gì không | từ sáng tới giờ có ai báo gì chưa | ai vừa báo gì vậy | hôm nay phòng mình báo được gì rồi | hôm qua ai báo gì
    hôm nay Hoa báo gì chưa | chị Lan hôm nay báo gì | hôm nay VHXH báo gì | hôm nay các phòng báo gì rồi em | nãy giờ có ai báo gì không | có ai báo gì mới không | sáng nay ai báo xong việc gì | hôm nay mấy người báo rồi
    ai báo gì rồi em | hôm nay em báo gì rồi | thứ 6 ai báo gì | từ sáng đến giờ ai nộp gì rồi | chiều nay có ai gửi kết quả không | trong hôm nay ai đã báo cáo | cho chị xem hôm nay ai báo gì | bữa nay ai báo gì chưa em | có ai nhắn gì không em | từ sáng tới giờ có ai nhắn gì chưa | ai vừa báo gì đó
"""
NOT_SO = """
    ai báo rồi | ai chưa báo | hôm nay ai chưa báo | tới giờ ai nộp rồi | đến hôm nay ai báo rồi | Hoa báo gì chưa | em báo gì rồi | hôm nay em báo xong 7 | hôm nay em nộp rồi | ai gửi tin rồi | hôm nay ai gửi tin chưa | ai nhắc em đó | hôm nay ai nghỉ | hôm nay có gì | sáng nay em đã báo rồi | mai ai báo gì
    hôm nay phòng em báo cáo Sở rồi | hôm nay ai phải báo | hôm nay nhắc ai rồi | hôm nay ai bị nhắc | phòng nào nộp rồi | tháng 10 ai báo rồi | hôm nay phòng KT chưa báo gì | hôm nay chưa ai báo gì | sáng nay đã nhắc ai
"""


@pytest.mark.parametrize("text", split(ON_A_DAY))
def test_what_was_told_is_asked(text: str) -> None:
    for role in ("staff", "unit_head", "office_head"):
        understood = read(text, role)
        (act,) = understood.acts
        assert understood.sure and (act.intent, act.slots.topic) == ("who_missed_results", TOLD)


@pytest.mark.parametrize("text", split(NOT_SO))
def test_what_is_missing_or_told_is_no_such_question(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "office_head"):
            assert all(act.slots.topic != TOLD for act in read(typed, role).acts)


def test_of_whom_and_of_which_day() -> None:
    def slots(text: str) -> tuple[date | None, str | None, str | None, bool]:
        found = read(text, "unit_head").acts[0].slots
        return found.date, found.unit, found.person, found.own

    assert slots("hôm qua Hoa báo gì") == (date(2025, 11, 19), None, "Hoa", False)
    assert slots("hôm nay VHXH báo gì chưa") == (None, "VHXH", None, False)
    assert slots("hôm nay phòng mình báo được gì rồi") == (None, "phòng mình", None, False)
    assert slots("hôm nay anh báo gì rồi") == (None, None, None, True)
