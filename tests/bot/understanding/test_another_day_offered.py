"""A head grants another day than the one wished for; what only looks like it decides nothing."""

from datetime import date

import pytest

from tests.bot.understanding.reading import bare, read, split

ON = date(2025, 10, 6)
OFFERED = [
    ("cho Lan đến 25 thôi", (), "2025-10-25"),
    ("cho chị Lan đến 25/10 thôi", (), "2025-10-25"),
    ("đồng ý 17 nhưng đến 24/10", (17,), "2025-10-24"),
    ("duyệt 17 nhưng chỉ đến 24/10 nhé", (17,), "2025-10-24"),
    ("25/10 thôi", (), "2025-10-25"),
    ("đến 25/10", (), "2025-10-25"),
    ("lùi đến 25/10 là tối đa", (), "2025-10-25"),
    ("17 đến 25/10 thôi", (17,), "2025-10-25"),
    ("ừ nhưng đến 25/10", (), "2025-10-25"),
]


@pytest.mark.parametrize(("text", "numbers", "day"), OFFERED)
def test_another_day_is_granted_with_that_day(text: str, numbers: tuple[int, ...], day: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head", on=ON)
        (act,) = understood.acts
        assert understood.sure and act.intent == "approve", typed
        assert (act.slots.task_ids, str(act.slots.date), act.slots.which) == (numbers, day, "any")


@pytest.mark.parametrize(
    "text",
    split("""lùi 17 đến 25/10 | hạn 17 là 25/10 | giao 17 cho Lan đến 25/10 | đến 25/10 xong | họp đến 25/10 | việc 1 đến 5 | duyệt 11 đến 14 thôi
    17 đến 20 | đồng ý 17 nhưng cần bổ sung | không đồng ý, 25/10 phải xong | 25/10 | 25 thôi | xin lùi 17 đến 25/10 | đến 25/10 được không"""),
)
def test_other_days_and_numbers_grant_nothing_of_the_kind(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head", on=ON)
        assert not any(act.intent == "approve" and act.slots.which == "any" for act in understood.acts), typed


def test_staff_grant_nothing() -> None:
    for text, _numbers, _day in OFFERED:
        understood = read(text, "staff", on=ON)
        assert not (understood.sure and any(act.intent == "approve" for act in understood.acts))
