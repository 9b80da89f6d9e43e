""" "Trừ" leaves numbers out of any act, before and after the verb."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

LEFT_OUT = """
7, 8, 17 xong trừ 8 | done | 7 17
xong 7, 8, 17 trừ 8 | done | 7 17
xong 7 và 8 trừ 17 | done | 7 8
xong 7, 8, 9 ngoại trừ việc 8 | done | 7 9
giao 30 và 57 cho Phúc trừ 30 | assign | 57
duyệt 2,7 trừ 7 | approve | 2
duyệt 40 đến 43 trừ 41 | approve | 40 42 43
duyệt 7, 8, 9 không tính 8 và 9 | approve | 7
trả 7, 8, 9 trừ 8 vì thiếu số liệu | reject | 7 9
nhắc 7, 8, 9 trừ 8 | remind_unit | 7 9
7, 8 như kỳ trước trừ 8 | same_as_before | 7
xin lùi 7, 8, 9 trừ 8 đến 24/12 | extend_request | 7 9
""".strip().splitlines()
#: A word of the talk before the number, and several.
BY_A_WORD = """
11-14 xong hết trừ cái 13 | done | 11 12 14
11-14 xong hết trừ con 13 | done | 11 12 14
12, 13, 46 xong trừ mỗi cái 46 nhé | done | 12 13
7, 8 như kỳ trước trừ thằng 8 | same_as_before | 7
duyệt 2, 7, 8 trừ mấy cái 7, 8 | approve | 2
duyệt 2, 7, 8 ngoại trừ cái 8 ra | approve | 2 7
11 tới 14 xong cả rồi còn mỗi 13 | done | 11 12 14
""".strip().splitlines()
#: "Còn" and numbers at the end: they are left.
STILL_LEFT = """
xong 5 rồi còn 6 | done | 5
xong 5 rồi, giờ còn 6 với 7 thôi | done | 5
xong 5, 6 còn 7, 8 | done | 5 6
7 đã nộp, còn 8 | done | 7
duyệt 2 còn 7 | approve | 2
duyệt 2, còn 7 nhé em | approve | 2
trả 7 thiếu số, còn 8 | reject | 7
""".strip().splitlines()
KEPT = """
15 lưu trữ 8 hồ sơ | progress | 15
việc 12 đóng trụ 8 cột | progress | 12
việc 15 khấu trừ 8 trường hợp | progress | 15
xong 7, 8 | done | 7 8
12 như kỳ trước, chỉ có 2 hồ sơ | same_as_before | 12
12 tiếp 20 hồ sơ, chỉ có 5 trễ | progress | 12
12 xong còn 3 phiếu | progress | 12
12 duyệt rồi còn 3 hồ sơ | progress | 12
""".strip().splitlines()


@pytest.mark.parametrize("line", LEFT_OUT + BY_A_WORD + STILL_LEFT + KEPT)
def test_numbers_behind_tru_are_left_out(line: str) -> None:
    text, intent, numbers = line.split(" | ")
    for typed in (text, bare(text)) if line not in KEPT else (text,):
        [act] = read(typed, "unit_head").acts
        assert (act.intent.value, act.slots.task_ids) == (intent, tuple(map(int, numbers.split())))


def test_what_con_leads_on_to_is_told_as_well() -> None:
    assert told(read("7 xong, còn 8 cũng xong")) == [done(7), done(8)]
    assert told(read("7 xong, còn 8 xong 60%")) == [done(7), progress(8, percent=60)]
    assert not read("12 xong 8, còn 4").sure  # so many of them, or tasks


def test_all_but_some_keep_what_is_left_out() -> None:
    for text in ("duyệt hết trừ 12 và 13", "còn lại như kỳ trước trừ 12, 13", "đồng ý hết ngoài việc 12, 13 nhé"):
        [act] = read(text, "unit_head").acts
        assert (act.slots.task_ids, act.slots.all_except) == ((), (12, 13))


OTHER_WORDS = [
    ("44 45 51 như kỳ trước nhưng 51 thêm 1 cuộc kiểm tra", [44, 45], progress(51, text="thêm 1 cuộc kiểm tra")),
    ("12 13 14 như kỳ trước trừ 13 có 5 hồ sơ", [12, 14], progress(13, text="có 5 hồ sơ")),
    ("12, 13, 14 như kỳ trước, ngoại trừ việc 14 đạt 60%", [12, 13], progress(14, percent=60)),
    ("33 34 35 như cũ, chỉ có 34 tăng lên 12 hồ sơ", [33, 35], progress(34, text="tăng lên 12 hồ sơ")),
    ("12 13 14 như kỳ trước chỉ riêng 13 tiếp 4 lượt dân", [12, 14], progress(13, text="tiếp 4 lượt dân")),
    ("12 13 14 như kỳ trước, ngoại trừ 13 phát sinh 5 hồ sơ", [12, 14], progress(13, text="phát sinh 5 hồ sơ")),
    ("7, 8, 17 như kỳ trước trừ 8 đăng được 12 tin 2 bài", [7, 17], progress(8, text="đăng được 12 tin 2 bài")),
    ("12, 13 như kỳ trước, chỉ có 14 đang vướng Sở", [12, 13], progress(14, text="đang vướng Sở")),
    ("17, 18 như cũ trừ 18 đang chờ Sở", [17], progress(18, text="đang chờ Sở")),
]


@pytest.mark.parametrize(("text", "numbers", "apart"), OTHER_WORDS)
def test_what_is_left_out_keeps_its_own_words(text: str, numbers: list[int], apart: Told) -> None:
    expected = [says("same_as_before", *numbers), apart]
    for typed, acts in ((text, expected), (bare(text), bare_told(expected))):
        understood = read(typed)
        assert told(understood) == acts and understood.sure


REST = [
    ("tất cả như kỳ trước trừ 54 giải quyết 1200 hồ sơ", "same_as_before", 54),
    ("như kỳ trước hết trừ 54 1.356 hồ sơ đúng hạn 99,5%", "same_as_before", 54),
    ("tất cả không phát sinh trừ 31 đạt 78%", "none_arose", 31),
    ("còn lại như kỳ trước trừ 31 vướng chờ Sở", "same_as_before", 31),
    ("trừ 31 đạt 78%, còn lại như kỳ trước", "same_as_before", 31),
]


@pytest.mark.parametrize(("text", "intent", "number"), REST)
def test_the_rest_is_told_without_what_is_left_out(text: str, intent: str, number: int) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        found = {act.intent.value: act.slots for act in understood.acts}
        assert understood.sure and set(found) == {intent, "progress"}
        assert (found[intent].anew, found["progress"].task_ids) == ((number,), (number,))


def test_a_report_and_what_is_open_of_it_are_two() -> None:
    assert told(read("7, 8, 17 xong trừ 8 chưa ký")) == [done(7, 17), progress(8, text="chưa ký")]
    assert told(read("duyệt hết trừ 12 thiếu chữ ký", "unit_head")) == [says("approve", all_except=[12])]


@pytest.mark.parametrize("text", ["11-14 ok hết trừ mỗi cái 13", "12, 13 ok luôn trừ 13"])
def test_a_nod_to_all_but_one_is_asked_about(text: str) -> None:
    for role in ("staff", "unit_head"):
        understood = read(text, role)
        assert not understood.sure and all(13 not in act.slots.task_ids for act in understood.readings)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("trả 7 thiếu số, còn 8", "thiếu số"), ("trả 7 vì thiếu số, còn 8", "thiếu số"), ("trả 7 còn 8", None)],
)
def test_what_is_left_over_is_no_reason(text: str, reason: str | None) -> None:
    assert read(text, "unit_head").acts[0].slots.reason == reason
