""" "Không phát sinh", "như kỳ trước" with the task in front or behind; and questions that name the task they are about."""

import pytest

from tests.bot.understanding.reading import bare, read, split, told

ONE = """
không phát sinh 8 | ko phát sinh 8 | 8 không phát sinh | không phát sinh việc 8 | không phát sinh gì 8 | không phát sinh ở 8 | kỳ này không phát sinh 8
không có gì phát sinh ở việc 8 | chưa phát sinh 8 ạ | không phát sinh kỳ này 8
"""


@pytest.mark.parametrize("text", split(ONE))
def test_the_task_may_stand_behind(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [("none_arose", {"task_ids": [8]})] and understood.sure, typed


SEVERAL = """như kỳ trước 8, 18 | như cũ 8 và 18 | 8, 18 như kỳ trước | giữ nguyên 8, 18 | như tháng trước việc 8, 18"""


@pytest.mark.parametrize("text", split(SEVERAL))
def test_several_may_stand_behind(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [("same_as_before", {"task_ids": [8, 18]})] and understood.sure, typed


COUNTS = """
không phát sinh 2 hồ sơ | không phát sinh tháng 10 | như tháng 9 | không phát sinh 8 tháng 10 | không phát sinh 12%
"""


@pytest.mark.parametrize("text", split(COUNTS))
def test_what_counts_or_names_a_month_is_no_task(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(not act.slots.task_ids for act in read(typed).acts), typed


@pytest.mark.parametrize(
    ("text", "role", "intent"), [("không phát sinh, 8 nhé em", "staff", "none_arose"), ("duyệt cái kia 8", "unit_head", "approve")]
)  # fmt: skip
def test_a_question_names_the_only_number_beside_it(text: str, role: str, intent: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        assert not understood.sure
        assert [(act.intent.value, act.slots.task_ids) for act in understood.readings] == [(intent, (8,))], typed


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("của anh tháng này y hệt tháng rồi hết", "same_as_before"),
        ("phần anh tháng này y chang tháng trước", "same_as_before"),
        ("kỳ này em không có gì để báo", "none_arose"),
        ("không có gì báo hết á", "none_arose"),
    ],
)
def test_the_month_in_one_everyday_sentence(text: str, intent: str) -> None:
    assert [act.intent.value for act in read(text).acts] == [intent]
