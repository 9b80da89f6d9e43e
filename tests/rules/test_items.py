from datetime import date
from typing import Any

import pytest

from jobs.rules.digest import check_in
from jobs.rules.items import Item, Standing, entries_by_date, ranges, section_label, standing_of, step_of
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.kinds import DutyState

TODAY = date(2025, 10, 13)
YEAR_END = date(2025, 12, 31)


def item(number: int = 1, **facts: Any) -> Item:
    base: dict[str, Any] = {
        "duty_id": number, "number": number, "title": f"Nhiệm vụ {number}", "section": "A.I", "unit_id": 1,
        "plan_id": 1, "state": DutyState.OPEN, "recipient_id": 1,
    }  # fmt: skip
    return Item(**(base | facts))


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"due_on": YEAR_END}, Standing.REST),
        ({"due_on": YEAR_END, "target_on": date(2025, 10, 8)}, Standing.SLIPPING),
        ({"due_on": YEAR_END, "target_on": date(2025, 10, 22)}, Standing.SOON),
        ({"due_on": YEAR_END, "target_on": date(2025, 10, 23)}, Standing.REST),
        ({"due_on": date(2025, 10, 10)}, Standing.OVERDUE),
        ({"due_on": date(2025, 10, 10), "target_on": date(2025, 10, 1)}, Standing.OVERDUE),
        ({"due_on": date(2025, 10, 14), "target_on": date(2025, 10, 1)}, Standing.SOON),
        ({"due_on": date(2025, 10, 10), "state": DutyState.REPORTED}, Standing.REST),
        ({}, Standing.REST),
    ],
)
def test_a_duty_stands_by_its_official_date_first(facts: dict[str, object], standing: Standing) -> None:
    assert standing_of(item(**facts), TODAY, WEEKENDS_ONLY) is standing


def test_nothing_is_asked_before_the_start_while_reported_or_just_returned() -> None:
    due = {"due_on": date(2025, 10, 14)}
    assert step_of(item(**due), TODAY, None, WEEKENDS_ONLY) is not None
    assert step_of(item(**due, start_on=date(2025, 10, 14)), TODAY, None, WEEKENDS_ONLY) is None
    assert step_of(item(**due, state=DutyState.REPORTED), TODAY, None, WEEKENDS_ONLY) is None
    returned = item(**due, returned_on=TODAY)
    assert step_of(returned, date(2025, 10, 15), None, WEEKENDS_ONLY) is None
    assert step_of(returned, date(2025, 10, 16), None, WEEKENDS_ONLY) is not None


def test_a_date_shared_by_more_than_five_duties_is_one_line_a_section() -> None:
    shared = [item(n, due_on=YEAR_END, section="A.IV" if n < 5 else "B.I") for n in range(1, 7)]
    alone = item(20, due_on=date(2025, 12, 1))
    entries = entries_by_date([*shared, alone], lambda i: i.due_on)
    assert [(e.section, [i.number for i in e.items]) for e in entries] == [
        (None, [20]),
        ("A.IV", [1, 2, 3, 4]),
        ("B.I", [5, 6]),
    ]
    assert all(e.single for e in entries_by_date(shared[:5], lambda i: i.due_on))


def test_a_check_in_names_seven_and_gives_the_others_by_section() -> None:
    asked = [item(n, section="A.I" if n < 5 else "A.IV") for n in range(1, 17)]
    entries = check_in(asked, 9)
    assert [e.single for e in entries] == [True] * 7 + [False]
    assert [i.number for i in entries[-1].items] == list(range(8, 17))


def test_a_check_in_starts_with_what_was_unanswered_longest() -> None:
    asked = [item(n, last_answered_on=None if n == 9 else date(2025, 9, n)) for n in range(1, 10)]
    named = [e.items[0].number for e in check_in(asked, 9) if e.single]
    assert 9 in named and 8 not in named


def test_a_check_in_with_many_sections_keeps_to_the_room_there_is() -> None:
    asked = [item(n, section=f"A.{n // 6}") for n in range(1, 49)]
    entries = check_in(asked, 9)
    assert len(entries) <= 9
    assert sorted(i.number for e in entries for i in e.items) == list(range(1, 49))


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("A.IV.2", "A.IV"),
        ("B.I.1.1/1", "B.I"),
        ("VI.2", "VI"),
        ("12", "KH 004"),
        ("", "KH 004"),
        ("Đ.II.1", "Đ.II"),
    ],
)
def test_a_section_is_the_lettered_head_of_a_code(code: str, label: str) -> None:
    assert section_label(code, "KH 004") == label


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([11, 12, 13, 14, 15, 16], "11–16"), ([3, 1], "1, 3"), ([1, 2], "1, 2"), ([5, 1, 2, 3, 9], "1–3, 5, 9"), ([], "")],
)
def test_ranges_hold_nothing_that_was_not_given(numbers: list[int], text: str) -> None:
    assert ranges(numbers) == text


def test_on_a_plans_last_date_a_section_has_one_line_however_few_the_duties() -> None:
    few = [item(n, section=section, due_on=YEAR_END) for n, section in ((2, "A.I"), (7, "A.II"), (8, "A.II"))]
    entries = entries_by_date(few, lambda i: i.due_on, frozenset({YEAR_END}))
    assert [(e.section, [i.number for i in e.items]) for e in entries] == [(None, [2]), ("A.II", [7, 8])]
