"""A digest made from the facts of a few people reads as one made from those of the whole agency."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import Engine
from sqlmodel import Session, col, select

from bot.demo.build import build
from jobs.calendar import working_calendar
from jobs.messages.digest import digest
from jobs.morning import Morning, morning
from jobs.part_morning import PartMorning, morning_of
from storage.database import transaction
from storage.kinds import DateKind, DateOutcome, DutyState
from storage.models.duties import DateChange, Duty
from storage.models.organisation import Agency, Staff
from storage.models.policies import LadderPolicy

BEGIN = date(2025, 10, 13)
DAYS = [BEGIN + timedelta(days=n) for n in range(0, 110, 8)]


def people_of(session: Session) -> Iterator[tuple[int, list[int]]]:
    for agency_id in session.exec(select(Agency.id).order_by(col(Agency.id))):
        yield (
            agency_id,
            list(session.exec(select(Staff.id).where(Staff.agency_id == agency_id).order_by(col(Staff.id)))),
        )


def unsettle(session: Session) -> None:
    """Reports nobody decides, wishes for time, returned work: what a quiet demo has little of."""
    duties = session.exec(select(Duty).where(col(Duty.state).in_(["open", "in_progress"])).order_by(col(Duty.id))).all()
    for n, duty in enumerate(duties):
        if n % 7 == 1:
            duty.state, duty.reported_on, duty.decider_id = DutyState.REPORTED, BEGIN - timedelta(days=n % 20), None
            duty.decider_id = next(d.recipient_id for d in duties if d.agency_id == duty.agency_id and d.id != duty.id)
        elif n % 7 == 3:
            duty.returned_on = BEGIN - timedelta(days=n % 9)
        elif n % 7 == 5:
            duty.target_on = BEGIN + timedelta(days=n % 40)
            wish = DateChange(
                agency_id=duty.agency_id, duty_id=duty.id, which=DateKind.TARGET, from_on=duty.target_on,
                to_on=duty.target_on + timedelta(days=5), reason="chờ số liệu", asked_by_id=duty.recipient_id,
                outcome=DateOutcome.WAITING, decider_id=duties[0].recipient_id if duties[0].agency_id == duty.agency_id else duty.recipient_id,
                at=datetime.combine(BEGIN, time(2), UTC),
            )  # fmt: skip
            session.add(wish)
        elif n % 7 == 2:
            duty.due_on = DAYS[n % len(DAYS)]
    for agency_id in session.exec(select(Agency.id)).all():
        session.add(
            LadderPolicy(
                agency_id=agency_id, from_on=date(2025, 11, 1), before=[7, 3, 1, 0], after=[1, 2, 3], weekdays_after=[1],
                head_after=1, office_after=2, leaders_after=3, next_decider_after=1, keeper_after=2,
            )
        )  # fmt: skip


def test_each_reads_the_same_whoever_else_is_rendered_with_him(engine: Engine) -> None:
    build(engine)
    with transaction(engine) as session:
        unsettle(session)
    apart = owed = 0
    with Session(engine) as session:
        calendar = working_calendar(session)
        for day in (day for day in DAYS if calendar.is_working(day)):
            until = datetime.combine(day, time(0, 30), UTC)
            for agency_id, staff in people_of(session):
                whole = morning(session, agency_id, day, until)
                for few in (staff[at : at + 8] for at in range(0, len(staff), 8)):
                    for one in few:
                        part = morning_of(session, agency_id, day, until, few, one)
                        assert read(part, one) == read(whole, one), (day, one)
                        apart += isinstance(part, PartMorning)
                        owed += isinstance(part, PartMorning) and read(part, one) is not None
                    session.info.pop(("morning of some", agency_id, day, until))
            session.info.clear()
    assert apart > 50 and owed > 20


def read(facts: Morning, staff_id: int) -> object:
    person = facts.people.get(staff_id)
    return digest(facts, person) if person else None
