""" "Trừ" leaves numbers out of any act, before and after the verb."""

import pytest

from tests.bot.understanding.reading import bare, read

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
KEPT = """
15 lưu trữ 8 hồ sơ | progress | 15
việc 12 đóng trụ 8 cột | progress | 12
việc 15 khấu trừ 8 trường hợp | progress | 15
xong 7, 8 | done | 7 8
""".strip().splitlines()


@pytest.mark.parametrize("line", LEFT_OUT + KEPT)
def test_numbers_behind_tru_are_left_out(line: str) -> None:
    text, intent, numbers = line.split(" | ")
    for typed in (text, bare(text)) if line in LEFT_OUT else (text,):
        [act] = read(typed, "unit_head").acts
        assert (act.intent.value, act.slots.task_ids) == (intent, tuple(map(int, numbers.split())))


def test_all_but_some_keep_what_is_left_out() -> None:
    for text in ("duyệt hết trừ 12 và 13", "còn lại như kỳ trước trừ 12, 13", "đồng ý hết ngoài việc 12, 13 nhé"):
        [act] = read(text, "unit_head").acts
        assert (act.slots.task_ids, act.slots.all_except) == ((), (12, 13))
