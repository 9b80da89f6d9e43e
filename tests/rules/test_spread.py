"""Rải việc: which lines get an internal date, on which days, and how evenly."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from jobs.packaged_calendar import packaged_calendar
from jobs.rules.deadlines.model import DeadlineKind
from jobs.rules.spread import SpreadLine, spread
from storage.kinds import ProductKind

CALENDAR = packaged_calendar(2025, 2026)
NEW_YEAR = date(2025, 1, 6)
JAN, DEC = date(2025, 1, 1), date(2025, 12, 31)


def line(
    key: int = 1, *units: int, section: str = "A", kind: DeadlineKind | None = DeadlineKind.PERIOD,
    start: date | None = JAN, due: date | None = DEC, product: ProductKind = ProductKind.DOCUMENT,
    target: date | None = None, several: bool = False,
) -> SpreadLine:  # fmt: skip
    return SpreadLine(key, (section,), units or (1,), product, kind, start, due, target, several)


@pytest.mark.parametrize(
    ("why", "given"),
    [
        ("thường xuyên", line(kind=DeadlineKind.ONGOING)),
        ("định kỳ", line(kind=DeadlineKind.RECURRING, due=date(2025, 10, 14))),
        ("theo tiến độ của Sở", line(kind=DeadlineKind.EXTERNAL, start=None, due=None)),
        ("sự kiện chưa có ngày", line(kind=DeadlineKind.RELATIVE, start=None, due=None, product=ProductKind.EVENT)),
        ("không ghi thời hạn", line(kind=None, start=None, due=None)),
        ("duy trì cả năm", line(product=ProductKind.STATE)),
        ("ngày in sẵn trong sáu tuần", line(kind=DeadlineKind.DATE, due=NEW_YEAR + timedelta(days=42))),
        ("có mốc riêng", line(several=True)),
        ("đã có mốc", line(target=date(2025, 3, 10))),
        ("không còn đủ chỗ", line(due=NEW_YEAR + timedelta(days=20))),
        ("không có đơn vị", SpreadLine(1, ("A",), (), ProductKind.DOCUMENT, DeadlineKind.PERIOD, JAN, DEC)),
    ],
)
def test_who_gets_no_date(why: str, given: SpreadLine) -> None:
    assert spread([given], NEW_YEAR, CALENDAR) == {}, why


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        (line(), date(2025, 2, 10), date(2025, 12, 17)),
        (line(start=date(2025, 7, 1), due=date(2025, 9, 30)), date(2025, 7, 1), date(2025, 9, 16)),
        (line(kind=DeadlineKind.DATE, start=None, due=date(2025, 9, 22)), date(2025, 8, 11), date(2025, 9, 8)),
        (line(due=date(2026, 3, 31), start=date(2025, 12, 1)), date(2025, 12, 1), date(2026, 3, 17)),
    ],
)
def test_between_which_days_a_date_lies(given: SpreadLine, first: date, last: date) -> None:
    [day] = spread([given], NEW_YEAR, CALENDAR).values()
    assert first <= day <= last


def test_a_year_of_one_unit_on_its_days() -> None:
    found = spread([line(n) for n in range(1, 23)], NEW_YEAR, CALENDAR)
    assert [f"{day:%d/%m}" for day in found.values()] == [
        "10/02", "20/02", "10/03", "20/03", "10/04", "18/04", "09/05", "20/05", "10/06", "20/06", "10/07", "18/07",
        "08/08", "20/08", "10/09", "19/09", "10/10", "20/10", "10/11", "20/11", "10/12", "10/12",
    ]  # fmt: skip


def test_a_few_lines_leave_no_part_of_the_year_empty() -> None:
    found = spread([line(n) for n in range(1, 5)], NEW_YEAR, CALENDAR)
    assert [day.month for day in found.values()] == [3, 6, 8, 11]


def test_sections_go_through_the_year_side_by_side() -> None:
    lines = [line(n, section="A") for n in range(1, 6)] + [line(n, section="B") for n in range(6, 11)]
    found = spread(lines, NEW_YEAR, CALENDAR)
    for section in (range(1, 6), range(6, 11)):
        assert found[section[0]].month <= 4
        assert found[section[-1]].month >= 10


def test_what_is_set_already_counts_for_its_month() -> None:
    busy = [line(n, start=date(2025, 3, 1), due=date(2025, 5, 31), target=date(2025, 3, 10)) for n in range(1, 6)]
    free = [line(n, start=date(2025, 3, 1), due=date(2025, 5, 31)) for n in range(6, 11)]
    found = spread(busy + free, NEW_YEAR, CALENDAR)
    assert set(found) == set(range(6, 11))
    assert all(day.month > 3 for day in found.values())


def an_office(seed: int) -> tuple[list[SpreadLine], date]:
    """Lines of a made-up plan: up to six units, some lines led by several, some with a target already."""
    dice = random.Random(seed)
    today = date(2025, 1, 1) + timedelta(days=dice.randrange(300))
    units = range(1, dice.randint(2, 7))
    lines = []
    for key in range(dice.randint(1, 120)):
        due = dice.choice([DEC, DEC, DEC, date(2025, 6, 30), date(2025, 9, 30), date(2026, 3, 31)])
        several = dice.random() < 0.15
        leads = tuple(sorted(dice.sample(units, dice.randint(2, len(units))))) if several and len(units) > 1 else ()
        target = dice.choice([None] * 9 + [today + timedelta(days=dice.randrange(60))])
        lines.append(
            line(
                key, *(leads or (dice.choice(units),)), section=f"S{key // 9}", due=due, target=target,
                start=dice.choice([None, JAN, date(2025, 7, 1)]), product=dice.choice(list(ProductKind)),
            )
        )  # fmt: skip
    return lines, today


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_plan_no_date_is_out_of_place(seed: int) -> None:
    lines, today = an_office(seed)
    found = spread(lines, today, CALENDAR)
    by_key = {each.key: each for each in lines}
    assert found == spread(lines, today, CALENDAR)
    for key, day in found.items():
        due, start = by_key[key].due, by_key[key].start
        assert due and day <= due - timedelta(days=14)
        assert day >= max(CALENDAR.add(today, 10), start or today)
        assert CALENDAR.is_working(day)
        assert (day.month, day.day) < (12, 20)
        assert not by_key[key].target
    last: dict[object, date] = {}
    for key, day in found.items():
        same = (by_key[key].section, by_key[key].units, by_key[key].due, by_key[key].start)
        assert last.get(same, day) <= day
        last[same] = day


@pytest.mark.parametrize("seed", range(60))
def test_whatever_the_plan_a_units_months_are_even(seed: int) -> None:
    made, _ = an_office(seed)
    lines = [line(x.key, *x.units, section=x.section[0]) for x in made]
    found = spread(lines, NEW_YEAR, CALENDAR)
    assert found.keys() == {each.key for each in lines}
    held = [(unit, day) for key, day in found.items() for unit in lines[key].units]
    of_unit, of_morning = Counter(unit for unit, _ in held), Counter(held)
    of_month = Counter((unit, day.month) for unit, day in held)
    for (unit, _), n in of_month.items():
        assert n <= -(-of_unit[unit] // 11) + 1, "February to December are eleven months"
    assert max(of_morning.values()) <= 3
