"""The official calendar where no database stands: for trying phrases and files in a shell."""

from functools import lru_cache

from jobs.rules.working_days import WorkingCalendar
from storage.holidays_vn import official_days


@lru_cache(maxsize=16)
def packaged_calendar(first_year: int, last_year: int) -> WorkingCalendar:
    """Days off and worked weekends of the years, as the Prime Minister decided them or the law has them."""
    days = official_days(first_year, last_year)
    return WorkingCalendar(
        frozenset(day for day, kind, _ in days if kind == "off"),
        frozenset(day for day, kind, _ in days if kind == "working"),
    )
