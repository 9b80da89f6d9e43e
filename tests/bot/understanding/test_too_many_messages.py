"""Who is written to too often is asked what he wants; who names hours or tasks has said it."""

import pytest

from tests.bot.understanding.reading import bare, read, split


@pytest.mark.parametrize(
    "text",
    split("""đừng nhắn nhiều thế | đừng nhắn chị nhiều quá em ơi | nhắn ít thôi | bớt nhắn lại đi | sao nhắn nhiều vậy | sáng nào cũng nhắn mệt quá
    đừng nhắc hoài vậy | thôi đừng gửi nhiều thế"""),
)
def test_too_many_messages_are_made_fewer_only_when_agreed(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure, typed
        assert [(each.intent, each.slots.weekday, each.slots.mode) for each in understood.readings] == [
            ("settings_time", "MO", None),
            ("settings_time", None, "off"),
        ]


@pytest.mark.parametrize("role", ["unit_head", "office_head", "leader"])
def test_a_head_may_mean_whom_he_has_just_chased(role: str) -> None:
    for text in ("đừng nhắc nữa", "thôi đừng nhắc nữa em", "khỏi nhắc nữa"):
        understood = read(text, role)
        assert not understood.sure and [each.slots.mode for each in understood.readings] == ["off"]
    assert read("đừng nhắc nữa", "staff").sure and read("tắt nhắc", role).sure


@pytest.mark.parametrize(
    "text",
    split("""đừng nhắn sau 6 giờ tối | 8 phải gửi nhiều tin | 7 dân nhắn nhiều quá | cơ quan nhắc nhiều lần mà phòng chưa nộp | đừng nhắc việc này nữa
    hằng ngày nhắc 1 lần là đủ, đừng nhắc nhiều | đừng nhắc phòng kinh tế nhiều quá | đừng nhắc cuối tuần | nhắc các phòng gửi nhiều tin"""),
)
def test_other_words_of_writing_offer_no_monday(text: str) -> None:
    understood = read(text, "office_head")
    assert all(each.slots.weekday != "MO" for each in (*understood.acts, *understood.readings))
