"""Which period goes on as which when a task is printed with another deadline."""

from dataclasses import dataclass
from datetime import date

import pytest

from jobs.rules.periods import PeriodSpec, pair_periods


@dataclass
class Made:
    id: int
    key: str
    printed_due_on: date | None = None


def day(month: int) -> date:
    return date(2025, month, 28)


M1, M2 = Made(1, "m1", day(4)), Made(2, "m2", day(11))


@pytest.mark.parametrize(
    "known, open_ids, specs, pairs, left",
    [
        ([Made(1, "once", day(5))], {1}, [PeriodSpec("once", due=day(6))], {"once": 1}, set()),
        ([Made(1, "once", day(5))], {1}, [PeriodSpec("2025-03", due=day(3))], {"2025-03": 1}, set()),
        ([Made(1, "once", day(5))], set(), [PeriodSpec("2025-03", due=day(3))], {}, set()),
        ([M1, M2], {1, 2}, [PeriodSpec("m1", due=day(4)), PeriodSpec("m2", due=day(11))], {"m1": 1, "m2": 2}, set()),
        (
            [M1, M2],
            {2},
            [PeriodSpec("m1", due=day(3)), PeriodSpec("m2", due=day(4)), PeriodSpec("m3", due=day(11))],
            {"m2": 1, "m3": 2},
            set(),
        ),
        ([M1, M2], {1, 2}, [PeriodSpec("m1", due=day(11))], {"m1": 2}, {1}),
        ([M1, M2], {1, 2}, [PeriodSpec("once", due=day(12))], {"once": 1}, {2}),
        ([M1, M2], {1, 2}, [PeriodSpec("m1", due=day(5)), PeriodSpec("m2", due=day(11))], {"m1": 1, "m2": 2}, set()),
    ],
    ids=[
        "a moved date",
        "a year that becomes monthly",
        "what is over is not begun again",
        "the same steps",
        "a step before them, the first one over",
        "a step gone",
        "steps that become one date",
        "a step whose day moved",
    ],
)
def test_pairs(
    known: list[Made], open_ids: set[int], specs: list[PeriodSpec], pairs: dict[str, int], left: set[int]
) -> None:
    found, over = pair_periods(known, specs, open_ids)
    assert {key: period.id for key, period in found.items()} == pairs
    assert over == left
