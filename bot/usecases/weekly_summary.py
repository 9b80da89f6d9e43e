"""The leader's weekly message on request: what has climbed to leaders and still stands, and the plans' figures."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.morning import Morning, morning
from jobs.rules.escalation import Rung, climbs_on
from jobs.rules.items import Item


@dataclass(frozen=True)
class WeeklySummary:
    """`climbed`: every line that stands on the leaders' rung today, whether a message told of it or not."""

    facts: Morning
    climbed: tuple[Item, ...]


def weekly_summary(session: Session, said: Said) -> WeeklySummary:
    facts = morning(session, said.agency_id, said.day, said.now)
    days = ((item, climbs_on(item, Rung.LEADERS, said.calendar)) for item in facts.items)
    return WeeklySummary(facts, tuple(item for item, day in days if day is not None and day <= said.day))
