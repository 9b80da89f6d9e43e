"""Which date moves, where it may go, who decides it, what counts as gia hạn."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from jobs.rules.audience import Standing
from jobs.rules.date_changes import (
    Dates,
    Objection,
    Powers,
    date_meant,
    decider_of_date,
    extensions,
    is_explained,
    objection,
    times_granted,
    wished_day,
)
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.kinds import DateKind, DateOutcome

DUE, TARGET = DateKind.DUE, DateKind.TARGET
TODAY, TARGET_ON, YEAR_END = date(2025, 10, 13), date(2025, 10, 8), date(2025, 12, 31)
BOTH = Dates(YEAR_END, TARGET_ON)
OFFICIAL = Dates(YEAR_END)
ABOVE = Dates(YEAR_END, set_above=True)
NONE_YET = Dates(undated=True)
STAFF, HEAD, KEEPER = Powers(), Powers(target=True), Powers(target=True, undated=True)
OFFICE_HEAD, LEADER = Powers(True, True, True), Powers(due=True, undated=True)
NOVEMBER, NEXT_YEAR = date(2025, 11, 20), date(2026, 1, 15)


@pytest.mark.parametrize(
    ("dates", "to", "named", "powers", "meant"),
    [
        (BOTH, NOVEMBER, None, STAFF, TARGET),  # "xin lùi 17 đến 20/11"
        (BOTH, NEXT_YEAR, None, STAFF, DUE),  # past the official date only that one can be meant
        (BOTH, NEXT_YEAR, TARGET, STAFF, TARGET),
        (BOTH, NOVEMBER, DUE, STAFF, TARGET),  # "gia hạn" before the official date
        (OFFICIAL, NOVEMBER, DUE, STAFF, DUE),
        (OFFICIAL, NOVEMBER, DUE, HEAD, TARGET),  # an order by who may set internal dates only
        (OFFICIAL, NOVEMBER, DUE, KEEPER, TARGET),
        (BOTH, NOVEMBER, DUE, OFFICE_HEAD, DUE),
        (BOTH, NOVEMBER, None, OFFICE_HEAD, TARGET),
        (OFFICIAL, NOVEMBER, None, LEADER, DUE),
        (ABOVE, NOVEMBER, DUE, OFFICE_HEAD, TARGET),
        (NONE_YET, NOVEMBER, DUE, KEEPER, DUE),
        (NONE_YET, NOVEMBER, DUE, HEAD, TARGET),
        (NONE_YET, NOVEMBER, TARGET, KEEPER, TARGET),
        (Dates(None, TARGET_ON, undated=True), NOVEMBER, None, KEEPER, TARGET),
        (BOTH, None, DUE, OFFICE_HEAD, DUE),
        (BOTH, None, TARGET, OFFICE_HEAD, TARGET),
    ],
)
def test_the_word_the_day_and_the_person_say_which_date(
    dates: Dates, to: date | None, named: DateKind | None, powers: Powers, meant: DateKind
) -> None:
    assert date_meant(dates, to, named, powers) is meant


@pytest.mark.parametrize(
    ("dates", "which", "to", "asked", "against"),
    [
        (BOTH, TARGET, NOVEMBER, True, None),
        (BOTH, TARGET, YEAR_END, True, None),
        (BOTH, TARGET, NEXT_YEAR, False, Objection.BEYOND_DUE),
        (BOTH, TARGET, date(2025, 10, 10), False, Objection.PAST),
        (BOTH, TARGET, TODAY, False, None),
        (OFFICIAL, DUE, NOVEMBER, True, Objection.NOT_LATER),
        (OFFICIAL, DUE, NOVEMBER, False, None),
        (OFFICIAL, DUE, YEAR_END, False, Objection.SAME),
        (OFFICIAL, DUE, None, False, None),
        (ABOVE, DUE, NEXT_YEAR, True, Objection.SET_ABOVE),
        (NONE_YET, TARGET, NOVEMBER, True, Objection.NO_DATE),
        (NONE_YET, DUE, NOVEMBER, False, None),
        (Dates(set_above=True, undated=True), DUE, NOVEMBER, False, None),  # known at last
    ],
)
def test_a_day_that_cannot_be_is_objected_to(
    dates: Dates, which: DateKind, to: date | None, asked: bool, against: Objection | None
) -> None:
    assert objection(dates, which, to, TODAY, asked=asked) is against


def test_each_date_has_its_deciders_and_nobody_decides_his_own_wish() -> None:
    standing = Standing(head=2, keeper=3, office_heads=(4,), leaders=(5, 6))
    everybody = frozenset(range(1, 7))
    assert decider_of_date(standing, TARGET, 1, everybody) == 2
    assert decider_of_date(standing, TARGET, 2, everybody) == 3
    assert decider_of_date(standing, TARGET, 1, frozenset({3})) == 3
    assert decider_of_date(standing, DUE, 1, everybody) == 4
    assert decider_of_date(standing, DUE, 4, everybody) == 5
    assert decider_of_date(standing, DUE, 1, frozenset({6})) == 6
    assert decider_of_date(standing, DUE, 1, frozenset()) == 4  # cannot be reached, and still has to be asked
    assert decider_of_date(Standing(head=2), DUE, 1, everybody) is None


@pytest.mark.parametrize(
    ("named", "day"),
    [
        ({"duration": "P5D", "working": True}, date(2025, 10, 20)),  # a missed date counts from today
        ({"duration": "P1W"}, date(2025, 10, 20)),
        ({"duration": "P1M"}, date(2025, 11, 13)),
        ({"duration": "PT2H"}, None),
        ({"period": "2025-12"}, YEAR_END),
        ({"period": "2025-Q4"}, YEAR_END),
        ({"period": "2026-H1"}, date(2026, 6, 30)),
        ({"period": "2025-W47"}, None),
        ({"day": NOVEMBER, "duration": "P5D"}, NOVEMBER),
        ({}, None),
    ],
)
def test_a_span_or_a_period_names_a_day_too(named: dict[str, object], day: date | None) -> None:
    assert wished_day(TARGET_ON, TODAY, WEEKENDS_ONLY, **named) == day  # type: ignore[arg-type]


@dataclass
class Moved:
    which: DateKind
    from_on: date | None
    to_on: date | None
    asked_by_id: int | None
    outcome: DateOutcome


def test_only_asked_later_granted_moves_of_the_official_date_are_extensions() -> None:
    granted, refused, ordered = DateOutcome.GRANTED, DateOutcome.REFUSED, DateOutcome.ORDERED
    moves = [
        Moved(TARGET, TARGET_ON, NOVEMBER, 1, granted),
        Moved(DUE, YEAR_END, NEXT_YEAR, 1, refused),
        Moved(DUE, YEAR_END, NOVEMBER, None, ordered),
        Moved(DUE, NOVEMBER, YEAR_END, 1, granted),
        Moved(DUE, YEAR_END, NEXT_YEAR, None, ordered),
        Moved(DUE, NEXT_YEAR, NOVEMBER, 1, granted),
    ]
    assert extensions(moves) == 1
    assert (times_granted(moves, DUE), times_granted(moves, TARGET)) == (2, 1)


@pytest.mark.parametrize(
    ("due", "explained_on", "explained"),
    [
        (NOVEMBER, [NOVEMBER], True),
        (NOVEMBER, [NOVEMBER - timedelta(days=8), NOVEMBER + timedelta(days=3)], True),
        (NOVEMBER, [NOVEMBER - timedelta(days=1)], False),  # of a date before this one
        (NOVEMBER, [], False),
        (None, [NOVEMBER], False),
    ],
)
def test_an_explanation_counts_from_the_date_in_force(
    due: date | None, explained_on: list[date], explained: bool
) -> None:
    assert is_explained(due, explained_on) is explained
