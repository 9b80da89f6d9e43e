"""A part of the work told as finished: of one round it is progress, of one period it ends that period and no more."""

import pytest

from tests.bot.understanding.reading import bare, read, split

OF_A_ROUND = split(
    "7 xong đợt 1 | 7 phát xong lần 2 | 7 xong giai đoạn 1 | xong lần 1 việc 7 | 7 đã kiểm tra xong đợt 2 | 7 xong tổ 3"
    " | 7 tập huấn xong lớp thứ nhất | xong vòng 1 việc 7"
)
OF_A_PERIOD = [
    ("7 xong kỳ tháng 10, BC 245/BC-UBND", "2025-10"),
    ("7 đã đối thoại xong quý 3", "2025-Q3"),
    ("xong 7 quý 3", "2025-Q3"),
    ("7 xong kỳ này", None),
    ("7 xong tháng 10 rồi ạ", "2025-10"),
    ("xong 7, 8 kỳ tháng 10", "2025-10"),
]
OF_ALL = split(
    "7 xong quy chế | 7 xong đợt cuối | 7 xong cả 3 đợt | 7 xong từ tháng 9 | 7 đã xong hồi tháng 9 | xong 7 trong tháng 10 | 7 xong rồi, kỳ sau em không phải báo nữa"
)


@pytest.mark.parametrize("text", OF_A_ROUND)
def test_one_round_finished_is_progress(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.task_ids) == ("progress", (7,))


@pytest.mark.parametrize(("text", "period"), OF_A_PERIOD)
def test_one_period_finished_is_no_more_than_that(text: str, period: str | None) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.of_period, act.slots.period) == ("done", True, period)


@pytest.mark.parametrize("text", OF_ALL)
def test_all_of_it_finished_is_the_end(text: str) -> None:
    for typed in (text, bare(text)):
        assert not read(typed).acts[0].slots.of_period and read(typed).acts[0].intent.value == "done"
