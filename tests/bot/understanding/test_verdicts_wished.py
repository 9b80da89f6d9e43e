"""Somebody is to be told to decide: no result of the task, and no verdict of the sender."""

import pytest

from tests.bot.understanding.reading import bare, read, says, split, told

WISHES = split("""
nhắn anh Tâm duyệt 7 giúp em | báo anh Dũng duyệt 7 giúp chị | nhờ anh Tâm duyệt việc 7 với ạ | bảo anh Tâm duyệt 7 | việc 7 nhờ anh Tâm duyệt giúp em
em xin chị Hà xác nhận 7 giúp em | nhắn sếp ký duyệt việc 7 giúp em nhé | nói với trưởng phòng xem xét việc 7 | nhờ lãnh đạo duyệt báo cáo 7
duyệt giúp em 7 với anh | anh duyệt giúp em 7 nhé | duyệt 7 giúp em | trình anh Tâm duyệt 7 giúp em | gửi chị Hà xác nhận việc 7 giúp em ạ | đề nghị anh Tâm duyệt 7 | kính nhờ anh Tâm duyệt việc 7
""")
OTHERS = {
    "7 xong, nhờ anh Tâm duyệt": "done",
    "xong 7 nhờ anh Tâm duyệt giúp em": "done",
    "việc 7 đang xin chị Hà duyệt": "progress",
    "7 trình anh Tâm duyệt": "progress",
    "trình anh Tâm duyệt 7": "progress",
    "7 gửi anh Tâm duyệt rồi": "progress",
    "đã nhắn anh Tâm duyệt 7": "progress",
    "nhờ anh Tâm duyệt lùi 7 đến 20/11": "extend_request",
    "nhắc anh Tâm duyệt 7": "remind_unit",
    "em báo anh Tâm duyệt 7 chưa": "task_detail",
}


@pytest.mark.parametrize("text", WISHES)
def test_a_wish_that_somebody_decides(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [says("verdict_wish", 7)], typed


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_told_or_ordered_stays(text: str) -> None:
    assert [act.intent.value for act in read(text).acts] == [OTHERS[text]]


@pytest.mark.parametrize(
    "text", ["duyệt 7", "duyệt giúp em 7", "nhờ em duyệt 7 giúp anh", "báo chị Lan anh duyệt 7 rồi"]
)
def test_a_head_s_own_verdict_stays_one(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["approve"]


@pytest.mark.parametrize(
    "limit",
    split("""không cho quá 25/11 | không cho lùi quá 25/11 đâu | không lùi quá 25/11 | trễ lắm là 25/11 | cùng lắm tới 25/11 | không được quá 25/11
    lâu quá, 25/11 đi | dài quá, 25/11 thôi | cho chứ không quá 25/11 | dài nhất là 25/11 nha | không cho, phải xong trước 25/11 | không đồng ý lùi, phải xong trước 25/11"""),
)
def test_a_limit_is_asked_about_with_its_day(limit: str) -> None:
    for typed in (f"48 {limit}", bare(f"48 {limit}")):
        understood = read(typed, "unit_head")
        day = {"task_ids": [48], "date": "2025-11-25"}
        assert told(understood)[0] == ("approve", day) and not understood.sure, typed


@pytest.mark.parametrize("text", ["48 không cho quá 1 tuần", "48 không cho đến 30/11", "48 không duyệt quá 2 tuần đâu"])
def test_a_limit_without_its_day_grants_nothing(text: str) -> None:
    assert not {"approve", "reject"} & {act.intent.value for act in read(text, "unit_head").acts}


@pytest.mark.parametrize(
    ("text", "intent"),
    [("48 không cho lùi", "reject"), ("48 cho lùi đến 25/11", "approve"), ("48 không duyệt, trễ quá rồi", "reject")],
)
def test_a_plain_word_is_no_limit(text: str, intent: str) -> None:
    understood = read(text, "unit_head")
    assert understood.sure and [act.intent.value for act in understood.acts] == [intent]


@pytest.mark.parametrize("text", ["7 trả lại cho Lan", "7 trả về anh Quân", "7 trả cho Lan đi"])
def test_whom_it_goes_back_to_is_no_reason(text: str) -> None:
    understood = read(text, "unit_head")
    assert [(act.intent.value, act.slots.reason) for act in understood.readings] == [("reject", None), ("assign", None)]
