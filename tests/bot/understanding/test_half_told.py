"""Some of a task is done and the rest is told as well; how it stands in one word, and what that word may mean."""

import pytest

from tests.bot.understanding.reading import bare, bare_told, done, progress, read, split, told

HALF = """
2 đã ban hành kế hoạch nhưng chưa kiểm tra đơn vị nào | 2 xong phần kế hoạch, phần kiểm tra thì chưa
7 đã nộp báo cáo, chưa ký | 2 đã ban hành kế hoạch, chưa kiểm tra | 7 đã xong phần 1 còn phần 2 thì chưa | 7 đã gửi văn bản nhưng chưa có đơn vị nào trả lời
24 đã phát hành 3 mẫu mà chưa có phòng nào nhận | 12 công khai ở phường, tổ dân phố thì chưa
"""


@pytest.mark.parametrize("text", split(HALF))
def test_what_is_still_to_be_done_is_kept_with_what_is_done(text: str) -> None:
    number, words = text.split(" ", 1)
    for typed, said in ((text, words), (bare(text), bare(words))):
        understood = read(typed)
        assert told(understood) == [progress(int(number), text=said)] and understood.sure


@pytest.mark.parametrize("text", ["2 đã ban hành KH 45/KH-UBND, chưa gửi phòng"])
def test_an_end_with_something_still_to_do_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure and [act.intent.value for act in understood.readings] == ["done", "progress"]


def test_an_end_is_an_end_and_a_question_stays_one() -> None:
    assert told(read("24 đã ban hành quy chế, 36 chưa tổ chức")) == [done(24), progress(36, text="chưa tổ chức")]
    for text in (
        "7 xong chưa",
        "việc 7 phần hồ sơ thì chưa?",
        "7 đã gửi đơn vị nào chưa",
        "việc 7 chưa gửi đơn vị nào à?",
    ):
        assert [act.intent.value for act in read(text).acts] == ["task_detail"], text


ASKED = [
    ("45 không", "staff", ["none_arose", "task_detail"]),
    ("45, 46 không ạ", "staff", ["none_arose", "task_detail"]),
    ("45 không", "unit_head", ["reject", "none_arose", "task_detail"]),
    ("46 50 tương tự 12", "staff", ["progress"]),
    ("46 cũng giống việc 12", "staff", ["progress"]),
]


@pytest.mark.parametrize(("text", "role", "readings"), ASKED)
def test_what_one_word_may_mean_is_asked(text: str, role: str, readings: list[str]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        assert not understood.sure and [act.intent.value for act in understood.readings] == readings, typed


FIGURES = [
    ("23 70,1", [progress(23, text="70,1")]),
    ("23 70,1; 24 65,3", [progress(23, text="70,1"), progress(24, text="65,3")]),
    (
        "52 phát 200 phiếu thu về 180 hài lòng 96%",
        [progress(52, text="phát 200 phiếu thu về 180 hài lòng 96%")],
    ),
    ("48 phát 300 phiếu, thu lại 120", [progress(48, text="phát 300 phiếu, thu lại 120")]),
    ("8: 12", [progress(8, text="12")]),
    ("24 thì chờ", [progress(24, text="thì chờ")]),
    ("45 không có", [progress(45, text="không có")]),
    ("xong 7 8,9", [done(7, 8, 9)]),
]


@pytest.mark.parametrize(("text", "acts"), FIGURES)
def test_a_figure_or_a_state_is_of_the_task_before_it(text: str, acts: list[tuple[str, dict[str, object]]]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure, typed


def test_a_head_who_says_wait_gives_no_result() -> None:
    assert [act.intent.value for act in read("24 thì chờ", "unit_head").acts] == ["smalltalk_other"]
