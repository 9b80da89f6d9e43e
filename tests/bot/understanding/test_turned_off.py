"""Turning one's own reminders off takes a plain order of one's own: not a denial, a question, a wish to have them, or others."""

import pytest

from tests.bot.understanding.reading import read, split

OFF = split("""tắt nhắc | tắt nhắc đi | tắt nhắc giúp em | đừng nhắc nữa | đừng nhắc tôi nữa | không cần nhắc nữa | tắt hết thông báo đi | đừng nhắc gì hết
tạm dừng nhắc | ngừng nhắc em | bot đừng nhắn nữa | không nhận tin nữa | bận quá, đừng nhắc nữa""")
KEPT = split("""thôi nhắc bình thường | cứ nhắc bình thường | đang tắt nhắc hay bật | đang bật hay tắt nhắc | không tắt nhắc | em có tắt nhắc đâu | chưa tắt nhắc | hủy tắt nhắc
lỡ tay tắt nhắc rồi | hôm qua chị tắt nhắc | thôi nhắc như cũ đi | đừng nhắc Hoa | Lan tắt nhắc rồi""")
OF_OTHERS = split("""nhắc Phúc thôi, Hoa đừng nhắc | nhắc Phúc, đừng nhắc Hoa | nhắc hết nhưng Phúc đừng nhắc | Hoa đừng nhắc | Hoa bảo đừng nhắc nữa | đừng nhắc hết | đừng nhắc tất cả
đừng nhắc ai nữa | tắt nhắc cho Lan""")


@pytest.mark.parametrize("text", OFF)
def test_a_plain_order_turns_them_off(text: str) -> None:
    understood = read(text)
    assert (understood.sure, understood.acts[0].slots.mode) == (True, "off")


@pytest.mark.parametrize(
    ("text", "role"), [*((text, "staff") for text in KEPT), *((text, "unit_head") for text in OF_OTHERS)]
)
def test_nothing_else_does(text: str, role: str) -> None:
    understood = read(text, role)
    assert not (understood.sure and any(act.slots.mode == "off" for act in understood.acts))
    assert not (understood.sure and any(act.intent.value == "remind_unit" for act in understood.acts))


def test_which_of_the_two_it_is_is_shown() -> None:
    [act] = read("đang tắt nhắc hay bật").acts
    assert (act.intent.value, act.slots.mode) == ("settings_time", None)
