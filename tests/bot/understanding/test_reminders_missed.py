"""A reminder missed: complained of, it is looked into; only a wish turns reminders off or puts one off."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

MISSED = """
sáng nay chưa thấy nhắc | sao sáng nay không thấy nhắc | sáng nay không nhận được tin nhắc | hôm nay chưa thấy bot nhắc gì | sáng nay chưa nhắc
sáng nay em chưa nhận được nhắc việc | sao hôm nay bot không nhắc | chưa thấy nhắc việc | mấy hôm nay không thấy nhắc | sáng nay bot không nhắc em
chưa thấy tin nhắc sáng nay | bot không nhắc em gì cả | sao em không thấy tin nhắc nào
"""


@pytest.mark.parametrize("text", split(MISSED))
def test_a_complaint_is_looked_into(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert act.intent.value == "who_was_reminded" and act.slots.own, typed


def test_of_a_day_or_a_task_it_is_looked_into_as_such() -> None:
    (act,) = read("hôm qua không thấy nhắc").acts
    assert (act.intent.value, str(act.slots.date)) == ("who_was_reminded", "2025-11-19")
    (act,) = read("hôm nay không thấy nhắc việc 14").acts
    assert (act.intent.value, act.slots.task_ids, act.slots.own) == ("who_was_reminded", (14,), False)


WISHES = """
đừng nhắc em nữa | tắt nhắc | cuối tuần không nhắc | ngoài giờ không nhắc | mai nhắc lại | mai nhắc lại việc 14 | thứ 7 không nhắc em | sáng mai không nhắc
hôm nay không nhắc em nhé | 17 chưa có tin nhắc nhở từ Sở | 8 chưa có tin bài
"""


@pytest.mark.parametrize("text", split(WISHES))
def test_a_wish_or_a_report_is_no_complaint(text: str) -> None:
    for typed in (text, bare(text)):
        assert "who_was_reminded" not in intents(typed), typed
