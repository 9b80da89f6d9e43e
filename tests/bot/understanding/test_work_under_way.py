"""Progress: what stands in the way, what is not begun, and the words kept for the record."""

from itertools import product

import pytest

from bot.understanding.intents import Intent
from tests.bot.understanding.reading import Told, bare, bare_told, intents, progress, read, split, told

#: text, act, the words kept for the record
UNDER_WAY = [
    ("7 chưa", progress(7, text="chưa"), "chưa"),
    ("7: chưa", progress(7, text="chưa"), "chưa"),
    ("7 chưa ạ", progress(7, text="chưa"), "chưa ạ"),
    ("việc 7: chưa", progress(7), "chưa"),
    ("việc 7 chưa", progress(7), "chưa"),
    ("7, 8 chưa", progress(7, 8, text="chưa"), "chưa"),
    ("7 vẫn chưa", progress(7, text="vẫn chưa"), "vẫn chưa"),
    ("chưa", progress(), "chưa"),
    ("dạ chưa ạ", progress(), "dạ chưa ạ"),
    ("xong dự thảo 7", progress(7), "xong dự thảo"),
    ("xong dự thảo việc 7", progress(7), "xong dự thảo"),
    ("mai xong 7", progress(7), "mai xong"),
    ("tuần sau xong việc 7", progress(7), "tuần sau xong"),
    ("chưa xong 7", progress(7), "chưa xong"),
    ("em chưa xong việc 8 ạ", progress(8), "em chưa xong ạ"),
    ("việc 5 đang làm dở, tuần sau mới có số liệu", progress(5), "đang làm dở, tuần sau mới có số liệu"),
    ("việc số 5: 3 phòng chưa gửi", progress(5), "3 phòng chưa gửi"),
    ("vướng 17 chờ hướng dẫn", progress(17), "vướng chờ hướng dẫn"),
    ("vướng việc 17 vì chờ Sở", progress(17, reason="chờ Sở"), "vướng vì chờ Sở"),
    ("đang vướng 17 do thiếu kinh phí", progress(17, reason="thiếu kinh phí"), "đang vướng do thiếu kinh phí"),
    ("kẹt 17", progress(17), "kẹt"),
    ("vướng 17", progress(17), "vướng"),
    ("chậm 17 vì chờ Sở", progress(17, reason="chờ Sở"), "chậm vì chờ Sở"),
    ("vướng 17, 18 chờ hướng dẫn", progress(17, 18), "vướng chờ hướng dẫn"),
    ("vướng mắc việc 9: chưa có kinh phí", progress(9), "vướng mắc: chưa có kinh phí"),
    ("tắc 17 ở Sở", progress(17), "tắc ở Sở"),
    ("17 kẹt", progress(17, text="kẹt"), "kẹt"),
    ("chờ ký 2", progress(2), "chờ ký"),
    ("đang làm 7", progress(7), "đang làm"),
]
NOT_OF_17 = split(
    "vướng 3 hộ dân | kẹt xe 17 phút | vướng 2 hồ sơ | chậm 17 ngày | kẹt 17 người | vướng 17 thửa đất | kẹt đường 17"
)


@pytest.mark.parametrize(("text", "act", "words"), UNDER_WAY)
def test_progress_keeps_what_was_said(text: str, act: Told, words: str) -> None:
    for typed, expected, kept in ((text, [act], words), (bare(text), bare_told([act]), bare(words))):
        understood = read(typed)
        assert told(understood) == expected
        assert understood.sure
        assert understood.acts[0].slots.statement == kept


#: Words that would decide, said of the work itself; whoever says them.
DONE_IN_WORK = split(
    "15 đang thực hiện, đã kiểm tra 5 lần | 15 đã kiểm tra 2 đơn vị | 15 đã thanh tra 3 cơ sở | 15 đã nghiệm thu 2 công trình"
    " | 15 đã công nhận 3 hộ | 15 đã thống nhất với Phòng KT | 15 đã thông qua HĐND | 15 thực hiện 4 đợt, đã duyệt 3 hồ sơ"
    " | 15 đã được phê duyệt 2 dự án | 15 đã chi trả 40 hộ | 15 đã trả 120 hồ sơ | 15 thống nhất nội dung với Sở"
)


@pytest.mark.parametrize("text", DONE_IN_WORK)
def test_what_was_done_in_a_task_decides_nothing(text: str) -> None:
    for typed, role, context in product((text, bare(text)), ("staff", "unit_head"), ("direct", "reply_to_reminder")):
        (act,) = read(typed, role=role, context=context).acts
        assert (act.intent, act.slots.task_ids) == (Intent.progress, (15,)), (typed, role, context)


@pytest.mark.parametrize(
    "text",
    split("duyệt 15, đã kiểm tra | 15 đã kiểm tra, đồng ý | 15 đồng ý | đã duyệt 15 | 15 đã duyệt | 15 đã duyệt rồi"),
)
def test_a_head_who_has_looked_still_decides(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, role="unit_head", context="direct").acts
        assert (act.intent, act.slots.task_ids) == (Intent.approve, (15,))


@pytest.mark.parametrize("text", NOT_OF_17)
def test_a_count_beside_an_obstacle_is_no_task(text: str) -> None:
    for typed in (text, bare(text)):
        assert read(typed).acts[0].slots.task_ids == ()


@pytest.mark.parametrize("text", split("7 rồi | 7 rồi ạ | việc 7 rồi | 7 ok | 7, 8 rồi | số 7 được rồi"))
def test_a_number_and_a_nod_may_mean_both(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure
        assert [reading.intent for reading in understood.readings] == [Intent.done, Intent.progress]
        assert all(r.slots.statement and not r.slots.text for r in understood.readings)


@pytest.mark.parametrize(
    "text",
    split("7 chưa? | việc 7 chưa? | xong 7 chưa | việc 7 rồi sao | 17 vướng gì | vướng 17 gì vậy? | việc 17 kẹt ở đâu"),
)
def test_a_question_of_the_same_words_stays_one(text: str) -> None:
    assert intents(text) == ["task_detail"]


def test_a_head_may_ask_or_tell_with_the_same_words() -> None:
    understood = read("việc 7 chưa", "office_head")
    assert {r.intent for r in understood.readings} == {Intent.progress, Intent.task_detail}
    assert understood.readings[0].slots.statement == "chưa"
    assert told(read("7: chưa", "office_head")) == [progress(7, text="chưa")]


@pytest.mark.parametrize(
    "text",
    [
        "cái 6 ký xong báo em nha", "19 ký xong báo em", "48 in xong nhớ báo em nghe", "26 xong em báo liền",
        "7 xong thì nhắn em", "2 ký xong nhắn chị nha", "7 xong thì em báo anh ngay",
    ],
)  # fmt: skip
def test_who_waits_to_hear_of_the_end_reports_none(text: str) -> None:
    understood = read(text)
    (act,) = understood.acts
    assert understood.sure and act.intent.value == "smalltalk_other" and act.slots.held


@pytest.mark.parametrize(
    "text",
    ["xong 7 báo cáo anh ạ", "7 xong rồi, báo chị ạ", "xong 7, em báo anh", "em báo xong 7", "7 xong rồi khỏi nhắc em"],
)
def test_an_end_that_is_told_with_word_of_it_stays_one(text: str) -> None:
    understood = read(text)
    assert understood.sure and [act.intent.value for act in understood.acts] == ["done"]
