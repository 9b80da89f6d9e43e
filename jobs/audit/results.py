"""The months whose results close last and next."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from jobs.audit.workdays import Workdays


@dataclass(frozen=True)
class ResultsDue:
    """A reporting month "2025-10", its last data day, and the worked day on which its results close."""

    key: str
    ends: date
    close: date

    def includes(self, ongoing: bool) -> bool:
        return not ongoing or self.key[-2:] in ("03", "06", "09", "12")


def results_due(data_day: int, days: Workdays) -> tuple[ResultsDue, ResultsDue]:
    """The month that closed last before today, and the one that closes next."""
    year, month = days.today.year, days.today.month - 1
    if not month:
        year, month = year - 1, 12
    past = _month(year, month, data_day, days)
    while True:
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        coming = _month(year, month, data_day, days)
        if coming.close >= days.today:
            return past, coming
        past = coming


def _month(year: int, month: int, data_day: int, days: Workdays) -> ResultsDue:
    ends = date(year, month, min(data_day, monthrange(year, month)[1]))
    return ResultsDue(f"{year}-{month:02}", ends, days.last_until(ends))
