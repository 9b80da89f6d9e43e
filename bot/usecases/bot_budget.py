"""What each bot of the office may still send this month, and how many more people it may serve."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases.said import Said
from jobs.budget import used_in_month
from jobs.morning import Morning
from jobs.rules.budget import runs_out_on
from storage.kinds import ChannelKind
from storage.queries.agencies import connections_of
from storage.queries.connections import seats_taken
from storage.queries.people import Person


@dataclass(frozen=True)
class OneBot:
    """`limit`, `seats`: None where the platform sets none. `ends_on`: when the month's messages end at the pace so far."""

    channel: ChannelKind
    name: str
    sent: int
    limit: int | None
    people: int
    seats: int | None
    ends_on: date | None
    stopped: bool


@dataclass(frozen=True)
class BotBudget:
    at: datetime
    day: date
    bots: tuple[OneBot, ...]


@dataclass(frozen=True)
class BudgetNotForYou:
    """The keeper, the head of office and the admin look at this."""


def left_where_tight(facts: Morning, told: Iterable[Person]) -> int | None:
    """How many messages the month still allows once these people are told, of the bot that has fewest; None where it is not short."""
    by_bot = Counter(facts.reach_of(person.id).connection_id for person in told)
    short = [bot for bot in facts.limited_bots if by_bot[bot.id] and bot.id in facts.tight_bots]
    left = ((bot.month_limit or 0) - used_in_month(bot, facts.today) - by_bot[bot.id] for bot in short)
    return min(left, default=None)


def bot_budget(session: Session, said: Said) -> BotBudget | BudgetNotForYou:
    if not may(said.who, Right.SEE_BUDGET, Subject(said.agency_id)):
        return BudgetNotForYou()
    bots = []
    for each in connections_of(session, said.agency_id):
        sent = used_in_month(each, said.day)
        ends = runs_out_on(sent, each.month_limit, said.day, said.calendar) if each.month_limit else None
        people = seats_taken(session, each.id)
        stopped = each.stopped_reason is not None
        bots.append(OneBot(each.channel, each.name, sent, each.month_limit, people, each.seat_limit, ends, stopped))
    return BotBudget(said.now, said.day, tuple(bots))
