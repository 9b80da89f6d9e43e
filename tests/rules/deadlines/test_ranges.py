"""From one day to another as people type it; said on Wednesday 8 October 2025."""

from datetime import date

import pytest

from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.working_days import WEEKENDS_ONLY

ON = date(2025, 10, 8)

WHOLE = [
    ("tuần sau", "13/10", "17/10"),
    ("cả tuần sau", "13/10", "17/10"),
    ("tuan toi", "13/10", "17/10"),
    ("tuần này", "08/10", "10/10"),
    ("trong tuần sau nữa", "20/10", "24/10"),
    ("tháng này", "08/10", "31/10"),
    ("cả tháng 11", "01/11", "30/11"),
    ("tháng sau", "01/11", "30/11"),
]
LONG = [
    ("từ hôm nay đến hết tuần", "08/10", "10/10"),
    ("đến hết tuần", "08/10", "10/10"),
    ("đến 15/10", "08/10", "15/10"),
    ("từ mai đến hết tuần sau", "09/10", "17/10"),
    ("từ tuần sau đến 24/10", "13/10", "24/10"),
    ("từ thứ 2 đến thứ 4", "13/10", "15/10"),
    ("từ thứ 5 đến thứ 6 tuần sau", "16/10", "17/10"),
    ("từ thứ Năm đến thứ Ba tuần sau", "09/10", "14/10"),
    ("từ ngày 8 đến ngày 10", "08/10", "10/10"),
    ("từ ngày 28 đến ngày 2", "28/10", "02/11"),
    ("từ 10/10 đến hết 17/10", "10/10", "17/10"),
    ("10 ngày từ mai", "09/10", "22/10"),
    ("mai 1 ngày", "09/10", "09/10"),
    ("3 ngày, từ 13/10", "13/10", "15/10"),
    ("hai tuần từ 13/10", "13/10", "24/10"),
    ("2 tháng từ 1/11", "01/11", "31/12"),
    ("thứ 5, thứ 6", "09/10", "10/10"),
    ("mai và ngày kia", "09/10", "10/10"),
    ("thứ 6 tuần sau", "17/10", "17/10"),
    ("thứ năm tuần này", "09/10", "09/10"),
    ("thứ sáu ngày 10/10", "10/10", "10/10"),
    ("hôm nay", "08/10", "08/10"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), WHOLE + LONG)
def test_a_range_has_both_its_ends(text: str, first: str, last: str) -> None:
    found = read_range(text, ON, WEEKENDS_ONLY)
    assert found and tuple(f"{day:%d/%m}" for day in found) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["từ mai", "từ 13/10", "từ tuần sau", "đầu tuần sau", "cuối tháng", "3 ngày", "thứ 2 và thứ 5", "mấy hôm", "tháng 11 2 lần"],
)  # fmt: skip
def test_an_end_that_is_not_said_is_not_made_up(text: str) -> None:
    assert read_range(text, ON, WEEKENDS_ONLY) is None
