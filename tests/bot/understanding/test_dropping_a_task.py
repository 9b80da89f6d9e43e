"""A task that is to be followed no more, and the words that only look like it."""

import pytest

from tests.bot.understanding.reading import intents, read

DROPPED = [
    ("hủy việc 61", (61,)),
    ("huy viec 61 di em", (61,)),
    ("xóa việc 61 giúp anh, nhập nhầm", (61,)),
    ("bỏ việc 61 đi, không cần nữa", (61,)),
    ("gỡ nhiệm vụ 61 khỏi danh sách", (61,)),
    ("hủy việc 61, 62", (61, 62)),
    ("hủy bỏ việc 61 vì trùng với việc 12", (61,)),
    ("xóa việc vừa thêm", ()),
    ("bỏ việc vừa giao đi em", ()),
    ("hủy việc phát sinh vừa thêm, ghi nhầm", ()),
]
OTHERS = [
    "hủy xong 11", "huỷ báo xong việc 11", "bỏ xác nhận", "duyệt hết bỏ 12", "việc 12 bỏ phần báo xong giúp em", "bỏ hạn việc 47",
    "bỏ việc 12 được không em", "ai bỏ việc 12 thế", "bỏ qua", "việc 7 đã hủy hội nghị", "7 hủy lịch họp", "hủy giao 7",
    "xóa ảnh việc 7", "24 không thực hiện: hết kinh phí", "hoàn tác việc 61",
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), DROPPED)
def test_it_is_dropped(text: str, ids: tuple[int, ...]) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent == "drop_task" and act.slots.task_ids == ids, act


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_drop_nothing(text: str) -> None:
    assert "drop_task" not in intents(text, "unit_head"), text
