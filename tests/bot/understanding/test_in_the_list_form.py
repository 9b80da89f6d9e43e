"""Answers in the form of the bot's own lists: each line tells of the task whose number it begins with."""

import pytest

from bot.understanding.list_form import with_colons
from tests.bot.understanding.reading import Told, progress, read, told

LISTS: list[tuple[str, list[Told]]] = [
    ("17. đang trình\n8. 12 tin, 3 bài", [progress(17, text="đang trình"), progress(8, text="12 tin, 3 bài")]),
    ("12. 340 hồ sơ\n31. 62%", [progress(12, text="340 hồ sơ"), progress(31, percent=62)]),
    ("50) đã rà soát\n53) 6/8 người", [progress(50, text="đã rà soát"), progress(53, text="6/8 người")]),
    ("15 - đã chấm\n48 - 500 tờ rơi", [progress(15, text="đã chấm"), progress(48, text="500 tờ rơi")]),
    ("8. 12 tin, 3 bài", [progress(8, text="12 tin, 3 bài")]),
    ("15 đã chấm, 16 4 pakn", [progress(15, text="đã chấm"), progress(16, text="4 pakn")]),
    ("15 đã chấm\n16 4 pakn", [progress(15, text="đã chấm"), progress(16, text="4 pakn")]),
]
#: A row of tasks, a figure, a list of something else.
AS_THEY_STAND = ["11 - 14 xong", "8.12 tỷ", "12.5 triệu", "1. họp\n2. viết báo cáo\n3. nộp Sở", "xong 7. Cảm ơn em"]


@pytest.mark.parametrize(("text", "acts"), LISTS)
def test_each_line_is_of_its_own_task(text: str, acts: list[Told]) -> None:
    understood = read(text)
    assert told(understood) == acts and understood.sure


@pytest.mark.parametrize("text", AS_THEY_STAND)
def test_what_is_no_such_list_stays(text: str) -> None:
    assert with_colons(text) == text
