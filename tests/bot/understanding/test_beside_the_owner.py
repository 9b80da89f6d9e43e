"""Somebody who is to help beside the owner, somebody who wants a task himself; and work told of in the same words."""

import pytest

from tests.bot.understanding.reading import bare, read, split

HELPS = """
    nhờ Hoa phụ Phúc việc 45 | 43 Hoa hỗ trợ Phúc | Hoa làm cùng Phúc việc 12 | giao Hoa phụ anh Phúc việc 15 | để Hoa hỗ trợ việc 15 | Hoa phối hợp với Phúc làm 15 | 15 cho Hoa làm chung với Phúc | việc 45 thêm Hoa vào làm cùng
    thêm người phối hợp việc 45 là Hoa | phân công Hoa hỗ trợ anh Phúc thực hiện việc 45 | nhờ Hoa giúp Phúc việc 45 | việc 45 chị Hoa làm cùng anh Phúc nhé | thêm Hoa vào việc 45 với Phúc | cho Hoa hỗ trợ Phúc việc 45, 47
"""
HELPS_ME = """
    nhờ chị Hoa phụ em việc 45 | việc 45 Hoa làm cùng em | 45 em làm cùng chị Hoa | cho chị Hoa hỗ trợ em việc 45
"""
WANTED = """
    em nhận 44 | 44 để em làm cho | 44 em nhận làm | để em làm 44 | em xin nhận việc 44 | cho em làm 44 | 44 em lo cho | em nhận 12 của chị Hoa | em nhận làm giúp chị Hoa việc 12 | em nhận 43, 44 | 44 em xin nhận ạ | em xung phong làm 44
"""
OTHERWISE = """
    45 phối hợp với Phúc xong | 45 Hoa phối hợp tốt | em đã nhận 44 | em nhận 44 hồ sơ | 44 em làm rồi | 44 em lo xong rồi | 44 em đang làm | 44 em làm được 5 hồ sơ | nhờ Hoa giúp em việc 45 xong | 12 em nhận được công văn | em nhận việc rồi | 45 đã phối hợp với VP | 15 cần Hoa hỗ trợ số liệu | giao 45 cho Hoa, Phúc phối hợp | 45 giao Hoa | Hoa làm 45 | 44 nhận 5 hồ sơ | 45 có ai làm cùng không | việc 6 phối hợp với đơn vị nào | 44 em làm | em làm 44 | 44 lo không kịp | 44 em nhận rồi
"""


@pytest.mark.parametrize(
    ("text", "role"), [*((t, "unit_head") for t in split(HELPS)), *((t, "staff") for t in split(HELPS_ME))]
)
def test_who_helps_takes_nothing_over(text: str, role: str) -> None:
    understood = read(text, role)
    (act,) = understood.acts
    assert understood.sure and (act.intent, act.slots.mode) == ("assign", "coordinate")


def test_who_helps_whom() -> None:
    slots = read("nhờ Hoa phụ Phúc việc 45", "unit_head").acts[0].slots
    assert (slots.person, slots.people, slots.task_ids) == ("Hoa", ("Phúc",), (45,))


@pytest.mark.parametrize("text", split("Hoa với Phúc làm chung việc 15 | 42 Khoa với Vinh cùng làm"))
def test_who_of_two_leads_is_asked(text: str) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure and [act.intent for act in understood.readings] == ["assign", "assign"]


@pytest.mark.parametrize("text", split(WANTED))
def test_a_task_wanted_is_no_report(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent, act.slots.mode) == ("assign", None) and act.slots.person in ("tôi", "em"), typed


@pytest.mark.parametrize("text", split(OTHERWISE))
def test_other_words_want_and_lend_nobody(text: str) -> None:
    for typed in (text, bare(text)):
        (act, *_more) = read(typed).acts
        assert act.slots.mode != "coordinate" and act.slots.person != "tôi", typed


@pytest.mark.parametrize(
    "text", split("xong 44, để em làm 45 | xong 44, em nhận 45 | 44 xong, em nhận 45 | xong 44, 45 để em làm")
)
def test_what_is_done_and_what_is_wanted_are_two(text: str) -> None:
    for typed in (text, bare(text)):
        assert [(a.intent.value, a.slots.task_ids) for a in read(typed).acts] == [("done", (44,)), ("assign", (45,))]
