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


ALL_OF_ONES_OWN = {
    "same_as_before": """mấy việc của chị như tháng trước hết | mấy việc của em vẫn như tháng trước ạ | mấy việc chị giữ như cũ hết nhé
        việc chị thì như cũ nha | các việc của em như kỳ trước hết | toàn bộ việc của anh không thay đổi""",
    "none_arose": """mấy việc của em không có gì | việc của em kỳ này không phát sinh | các việc của chị đều không phát sinh""",
}


@pytest.mark.parametrize(("intent", "text"), [(i, t) for i, table in ALL_OF_ONES_OWN.items() for t in split(table)])
@pytest.mark.parametrize("role", ["staff", "unit_head"])
def test_all_of_ones_own_work_stands_so(role: str, intent: str, text: str) -> None:
    (act,) = read(text, role).acts
    assert (act.intent.value, act.slots.mode) == (intent, "rest") and read(text, role).sure


@pytest.mark.parametrize(
    "text",
    split("mấy việc của em | mấy việc của em không có gì gấp | việc của em có gì mới không | việc của em không có à"),
)
def test_what_asks_for_ones_own_work_is_no_answer(text: str) -> None:
    assert [act.intent.value for act in read(text).acts] == ["my_tasks"]


ALL_OF_HERS = {
    "none_arose": """ghi giùm Lan: không có gì | ghi hộ Lan không có gì | ghi hộ Lan: tháng này không có gì | ghi cho Lan không có
        ghi hộ Lan: không phát sinh""",
    "same_as_before": "ghi hộ Lan: như kỳ trước | ghi hộ Lan như kỳ trước | cập nhật cho Lan vẫn như cũ",
}


@pytest.mark.parametrize(("intent", "text"), [(i, t) for i, table in ALL_OF_HERS.items() for t in split(table)])
def test_all_of_somebodys_work_stands_so(intent: str, text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert (act.intent.value, act.slots.mode, act.slots.person) == (intent, "rest", "Lan")
    (of_one,) = read("ghi hộ Lan: như kỳ trước", "unit_head", "reply_to_reminder").acts
    assert of_one.slots.mode is None


ANSWERS = {
    "còn 37 38 không có gì": [((37, 38), "không có gì")],
    "riêng 37 không có gì": [((37,), "không có gì")],
    "còn 23 66%": [((23,), "66%")],
    "38 không có, còn 37 chưa có": [((38,), "không có"), ((37,), "chưa có")],
    "12 không có": [((12,), "không có")],
    "31 76%, 12 không có nhé": [((31,), "76%"), ((12,), "không có nhé")],
    "12 không có, 13 có 4 hồ sơ": [((12,), "không có"), ((13,), "có 4 hồ sơ")],
}


@pytest.mark.parametrize(("text", "kept"), ANSWERS.items())
@pytest.mark.parametrize("role", ["staff", "unit_head"])
def test_plain_answers_of_the_closing_day(role: str, text: str, kept: list[tuple[tuple[int, ...], str]]) -> None:
    understood = read(text, role)
    assert understood.sure and {act.intent.value for act in understood.acts} == {"progress"}
    assert [(act.slots.task_ids, act.slots.statement) for act in understood.acts] == kept


def test_a_count_within_an_answer_is_no_task_left_over() -> None:
    understood = read("31 76%, 13 như cũ, 46 rà 3 tt, 50 chưa")
    assert understood.sure and [act.slots.task_ids for act in understood.acts] == [(31,), (13,), (46,), (50,)]
    assert not read("13 như cũ, 46 với 47 họp").sure


@pytest.mark.parametrize(
    ("text", "intents"),
    [("duyệt 21 22 23, riêng 22 thì khoan", "approve smalltalk_other"), ("duyệt 21, còn 23 chưa", "approve smalltalk_other"),
     ("còn 5 chưa?", "task_detail")],
)  # fmt: skip
def test_what_is_left_out_or_asked_stays_so(text: str, intents: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head").acts] == intents.split()
