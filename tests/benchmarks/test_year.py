"""A year of 40 people with two plans on a bot with 3,000 messages a month, at the rates people answer, and at three times
as much; seeded, so that it comes out the same.
"""

import asyncio
import random
from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.demo.session import ZONE, DemoSession
from jobs.calendar import working_calendar
from storage.database import open_engine, transaction
from storage.kinds import OPEN_STATES, NoticeState, ProductKind, Role
from storage.migrate import migrate
from storage.models.messages import Notice
from storage.queries.duties import DutyLine, lead_lines, lines_of_recipient, lines_waiting_for
from storage.queries.people import Person
from tests.benchmarks.simulated_office import LIMIT, OPENS_AT, build_office

pytestmark = pytest.mark.bench

LAST_DAY = date(2026, 1, 9)
MOST_A_MONTH = 800
# Messages a working day: an owner, a head, the head of office, the keeper, anybody else.
OWNER, HEAD, OFFICE_HEAD, KEEPER, ELSE = 0.35, 0.8, 2.0, 4.0, 0.15
QUESTIONS = ("việc của tôi", "tình hình", "phòng nào còn việc quá hạn?", "ai chưa nộp tin tháng này?", "trợ giúp")


class Office:
    """`talk`: how many times as much people write as the rates say."""

    def __init__(self, demo: DemoSession, talk: float) -> None:
        self.demo, self.talk, self.random = demo, talk, random.Random(2025)
        self.messages: Counter[str] = Counter()
        with transaction(demo.engine) as session:
            self.owners = {line.duty.recipient_id for line in lead_lines(session, demo.offices[0].id)}

    async def live(self, until: date) -> None:
        with transaction(self.demo.engine) as session:
            calendar = working_calendar(session)
        day = OPENS_AT.date()
        while day <= until:
            await self._morning(day)
            for person in self.demo.everybody:
                await self._writes(person)
            day = calendar.next_after(day)

    async def _morning(self, day: date) -> None:
        before = self.demo.sent
        for hour in (time(7, 30), time(7, 46)):
            self.demo.clock.move(max(datetime.combine(day, hour, ZONE), self.demo.clock.now()))
            await self.demo.tick()
        self.messages[f"{day:%Y-%m} planned"] += self.demo.sent - before

    async def _writes(self, person: Person) -> None:
        times = self._times(self._rate(person))
        if not times:
            return
        with transaction(self.demo.engine) as session:
            own = [x for x in lines_of_recipient(session, person.agency.id, person.id) if x.duty.state in OPEN_STATES]
            waiting = lines_waiting_for(session, person.agency.id, person.id)
        before, self.demo.who = self.demo.sent, person
        for _ in range(times):
            await self.demo.type(self._words(own, waiting))
        self.messages[f"{self.demo.office_time():%Y-%m} answers"] += self.demo.sent - before

    def _rate(self, person: Person) -> float:
        if person.is_keeper():
            return KEEPER * self.talk
        if Role.OFFICE_HEAD in person.roles:
            return OFFICE_HEAD * self.talk
        return (HEAD if person.heads else OWNER if person.id in self.owners else ELSE) * self.talk

    def _times(self, rate: float) -> int:
        return int(rate) + (self.random.random() < rate % 1)

    def _words(self, own: list[DutyLine], waiting: list[DutyLine]) -> str:
        if waiting and self.random.random() < 0.7:
            return "duyệt hết"
        line = self.random.choice(own) if own else None
        if line is None or self.random.random() < 0.2:
            return self.random.choice(QUESTIONS)
        if line.task.product_kind is ProductKind.DOCUMENT and self._is_near(line):
            return f"xong {line.number} BC {self.random.randint(10, 400)}/BC-UBND"
        return f"{line.number} đang thực hiện"

    def _is_near(self, line: DutyLine) -> bool:
        wanted = line.duty.target_on or line.duty.due_on
        return wanted is not None and wanted <= self.demo.office_time().date() + timedelta(days=3)


@pytest.mark.parametrize("talk", [1.0, 3.0], ids=["as people answer", "three times as much"])
def test_a_year_fits_the_free_plan(talk: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'year.sqlite3'}")
    migrate(engine)
    build_office(engine)
    office = Office(DemoSession(engine, lambda _: None, opens_at=OPENS_AT), talk)
    asyncio.run(office.live(LAST_DAY))
    months = sorted({key[:7] for key in office.messages})
    rows = [(m, (p := office.messages[f"{m} planned"]), (a := office.messages[f"{m} answers"]), p + a) for m in months]
    with capsys.disabled():
        print("\nmonth    planned  answers  sum")
        print("\n".join(f"{month}  {planned:7}  {answers:7}  {total:4}" for month, planned, answers, total in rows))
    with transaction(engine) as session:
        too_late = session.exec(select(Notice.id).where(Notice.state == NoticeState.EXPIRED)).all()
    engine.dispose()
    assert not too_late
    assert max(total for *_, total in rows) <= (MOST_A_MONTH if talk == 1.0 else LIMIT)
