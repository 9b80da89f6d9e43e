"""A year of 40 people with two plans on a bot with 3,000 messages a month, at the rates people answer, and at three times
as much; seeded, so that it comes out the same.

It goes on until the second working week of January 2026: the plans' year ends, lines are sorted, heads close them, and
what nobody closed is asked about again. Nobody is away, leaves, or blocks the bot here: the faults have their own tests.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, and_, col, select

from bot.channels.console.channel import CAPABILITIES as CONSOLE
from bot.channels.zalo.channel import CAPABILITIES as ZALO
from bot.demo.session import ZONE, DemoSession
from jobs.calendar import working_calendar
from jobs.items import open_items
from jobs.rules.reporting_period import period_on
from jobs.rules.working_days import WorkingCalendar
from storage.database import open_engine, transaction
from storage.kinds import PLANNED_KINDS, NoticeState
from storage.migrate import migrate
from storage.models.messages import Delivery, Inbox, Notice
from storage.models.proof import Audit
from storage.queries.dates import open_wishes
from storage.queries.duties import lead_lines, lines_by_ids
from tests.benchmarks.figures import Figures
from tests.benchmarks.simulated_office import LIMIT, OPENS_AT, build_office
from tests.benchmarks.simulated_people import Desk, People

pytestmark = pytest.mark.bench

LAST_DAY, NEW_YEAR = date(2026, 1, 9), date(2026, 1, 5)
MOST_A_MONTH = 800
MOST_RED_LINES = 9  # task lines a digest may have at all
# The hours at which something of a morning falls due: the digests, the last ones, the auditor.
MORNING = ((time(7, 30), None), (time(7, 31), "digests"), (time(7, 56), "audit"))
CHAT_FROM, BETWEEN_ROUNDS = time(8, 0), timedelta(minutes=12)
#: What may stay without an answer: a word of thanks, and courtesies while the month is short.
COURTESIES = {"thanks", "help", "progress", "check-in"}


class Office:
    """The office's year: its mornings by the real ticks, its talk through the real inbox."""

    def __init__(self, engine: Engine, talk: float) -> None:
        self.demo = DemoSession(engine, lambda _: None, opens_at=OPENS_AT)
        # Messages count in parts as Zalo would cut them; its pace only takes time.
        paced = (CONSOLE.per_second, CONSOLE.per_chat_seconds)
        self.demo.channel.capabilities = replace(ZALO, per_second=paced[0], per_chat_seconds=paced[1])
        with transaction(engine) as session:
            self.agency = self.demo.offices[0]
            owners = {line.duty.recipient_id for line in lead_lines(session, self.agency.id)}
            self.calendar = working_calendar(session)
        self.people = People(self.demo.everybody, owners, talk)

    async def live(self, until: date) -> None:
        day = OPENS_AT.date()
        while day <= until:
            for hour, only in MORNING:
                self.demo.clock.move(max(datetime.combine(day, hour, ZONE), self.demo.clock.now()))
                await self.demo.tick(only)
            await self._talk(day)
            day = self.calendar.next_after(day)

    async def _talk(self, day: date) -> None:
        with transaction(self.demo.engine) as session:
            desk = self._desk(session, day)
        at = datetime.combine(day, CHAT_FROM, ZONE)
        for n, written in enumerate(self.people.write(desk)):
            self.demo.clock.move(max(at + n * BETWEEN_ROUNDS, self.demo.clock.now()))
            with transaction(self.demo.engine) as session:
                for who, (kind, words) in written:
                    self.demo.store(session, who, words, key=f"{kind}/{day}/{n}/{who.id}")
            await self.demo.settle()

    def _desk(self, session: Session, day: date) -> Desk:
        wishes: dict[int, list[int]] = defaultdict(list)
        for wish in open_wishes(session, self.agency.id):
            wishes[wish.decider_id or 0] += [x.number for x in lines_by_ids(session, self.agency.id, [wish.duty_id])]
        return Desk(
            day, self.calendar, period_on(day, self.agency.data_day, self.calendar),
            open_items(session, self.agency.id), wishes, self.agency.data_day,
        )  # fmt: skip


@pytest.mark.parametrize("talk", [1.0, 3.0], ids=["as people answer", "three times as much"])
def test_a_year_fits_the_free_plan(
    talk: float, tmp_path: Path, capsys: pytest.CaptureFixture[str], figures: Figures
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'year.sqlite3'}")
    migrate(engine)
    build_office(engine)
    office = Office(engine, talk)
    asyncio.run(office.live(LAST_DAY))
    with transaction(engine) as session:
        sent = sent_by_kind(session)
        with capsys.disabled():
            print(table(sent))
        months = {month: sum(kinds.values()) for month, kinds in sent.items()}
        most = MOST_A_MONTH - 1 if talk == 1.0 else LIMIT
        figures.add(
            f"messages of the fullest month, {talk:g} times the talk", max(months.values()), "parts", at_most=most
        )
        assert unsent(session) == []
        assert set(unanswered(session)) <= COURTESIES
        assert mornings_judged_otherwise(session) == []
        assert mornings(session) == working_days(office.calendar)
        assert max(lines_in_digests(session, NEW_YEAR)) <= MOST_RED_LINES
    engine.dispose()


def sent_by_kind(session: Session) -> dict[str, Counter[str]]:
    """Message parts that left, by month and kind; of answers, what they answered."""
    query = (
        select(col(Delivery.at), col(Notice.kind), col(Inbox.dedup_key))
        .join(Notice, and_(col(Notice.agency_id) == Delivery.agency_id, col(Notice.id) == Delivery.notice_id))
        .outerjoin(Inbox, and_(col(Inbox.agency_id) == Notice.agency_id, col(Inbox.id) == Notice.inbox_id))
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for at, kind, key in session.exec(query):
        found[f"{at.astimezone(ZONE):%Y-%m}"][key.split("/")[0] if key else kind.value] += 1
    return dict(sorted(found.items()))


def table(sent: dict[str, Counter[str]]) -> str:
    planned = {kind.value for kind in PLANNED_KINDS}
    kinds = [kind for kind, _ in sum(sent.values(), Counter[str]()).most_common()]
    rows = [f"\nmonth    planned  answers  sum  {'  '.join(kinds)}"]
    for month, of in sent.items():
        mornings = sum(n for kind, n in of.items() if kind in planned)
        each = "  ".join(f"{of[kind]:{len(kind)}}" for kind in kinds)
        rows.append(f"{month}  {mornings:7}  {of.total() - mornings:7}  {of.total():4} {each}")
    return "\n".join(rows)


def unsent(session: Session) -> list[str]:
    """What was owed and did not leave; marks and digests nobody needed any more are dropped."""
    left = select(Notice.key).where(col(Notice.state).not_in((NoticeState.SENT, NoticeState.DROPPED)))
    return list(session.exec(left))


def unanswered(session: Session) -> Counter[str]:
    """Kinds of messages that got no answer."""
    answers = select(Notice.id).where(Notice.agency_id == Inbox.agency_id, Notice.inbox_id == Inbox.id)
    rows = session.exec(select(Inbox.dedup_key).where(~answers.exists()))
    return Counter(key.split("/")[0] for key in rows)


def mornings(session: Session) -> list[date]:
    return list(session.exec(select(Audit.day).order_by(col(Audit.day))))


def working_days(calendar: WorkingCalendar) -> list[date]:
    days = (OPENS_AT.date() + timedelta(days=n) for n in range((LAST_DAY - OPENS_AT.date()).days + 1))
    return [day for day in days if calendar.is_working(day)]


def mornings_judged_otherwise(session: Session) -> list[tuple[date, list[object]]]:
    """Where the auditor, who reads nothing but rows, finds somebody without his digest, or with two, or with one too many."""
    return [(row.day, row.differences) for row in session.exec(select(Audit)) if row.differences]


def lines_in_digests(session: Session, day: date) -> Iterator[int]:
    """How many task lines the digests of a day show."""
    bodies = session.exec(select(Notice.body).where(Notice.day == day, col(Notice.kind).in_(PLANNED_KINDS)))
    for body in bodies:
        yield sum(line[:1].isdigit() for line in (body or "").splitlines())
