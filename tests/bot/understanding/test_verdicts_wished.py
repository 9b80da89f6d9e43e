"""Somebody is to be told to decide: no result of the task, and no verdict of the sender."""

import pytest

from tests.bot.understanding.reading import bare, read, says, split, told

WISHES = split("""
nhắn anh Tâm duyệt 7 giúp em | báo anh Dũng duyệt 7 giúp chị | nhờ anh Tâm duyệt việc 7 với ạ | bảo anh Tâm duyệt 7 | việc 7 nhờ anh Tâm duyệt giúp em
em xin chị Hà xác nhận 7 giúp em | nhắn sếp ký duyệt việc 7 giúp em nhé | nói với trưởng phòng xem xét việc 7 | nhờ lãnh đạo duyệt báo cáo 7
""")
OTHERS = {
    "7 xong, nhờ anh Tâm duyệt": "done",
    "xong 7 nhờ anh Tâm duyệt giúp em": "done",
    "việc 7 đang xin chị Hà duyệt": "progress",
    "7 trình anh Tâm duyệt": "progress",
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


@pytest.mark.parametrize("text", ["duyệt 7", "nhờ em duyệt 7 giúp anh", "báo chị Lan anh duyệt 7 rồi"])
def test_a_head_s_own_verdict_stays_one(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["approve"]
