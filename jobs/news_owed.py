"""Which units owe news this month, and who is nudged for it."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from jobs.rules.news_quota import NewsStanding, news_standing
from jobs.rules.working_days import WorkingCalendar
from storage.queries.morning import news_counts, quotas
from storage.queries.standing import positions


@dataclass(frozen=True)
class NewsOwed:
    unit_id: int
    staff_id: int | None  # who is nudged
    standing: NewsStanding


def news_owed(session: Session, agency_id: int, today: date, calendar: WorkingCalendar) -> list[NewsOwed]:
    """Every unit with a quota, as the month stands."""
    owed: dict[int, int] = {}
    set_up = quotas(session, agency_id)
    if not set_up:
        return []
    held = positions(session, agency_id, today, everybody=False)
    for quota in set_up:
        unit_id = held.merged_into.get(quota.unit_id, quota.unit_id)
        owed[unit_id] = max(owed.get(unit_id, 0), quota.per_month)
    counts = news_counts(session, agency_id, [f"{today:%Y-%m}"])
    return [
        NewsOwed(
            unit_id,
            held.now(held.news_contact(unit_id) or held.heads.get(unit_id)),
            news_standing(counts.get((f"{today:%Y-%m}", unit_id), 0), per_month, today, calendar),
        )
        for unit_id, per_month in owed.items()
    ]
