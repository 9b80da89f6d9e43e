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


NO_MORE = [
    "20 khỏi làm nữa, Sở bỏ rồi",
    "việc 20 không cần làm nữa",
    "20 không phải làm nữa đâu em",
    "20 khỏi thực hiện nữa vì Sở bỏ",
    "20 không làm nữa nhé",
]


@pytest.mark.parametrize("text", NO_MORE)
def test_work_no_more_to_be_done_is_asked_about(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure and [(act.intent, act.slots.task_ids) for act in understood.acts] == [
        ("drop_task", (20,))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "20 không làm nữa à?",
        "20 không làm được nữa, xin lùi đến 30/11",
        "20 không còn vướng nữa",
        "20 không phải làm lại",
    ],
)
def test_what_sounds_like_it_is_none(text: str) -> None:
    assert "drop_task" not in intents(text, "office_head")
