"""One office of 50 whose duties are all spoken of on TODAY, and the keeper of its plan."""

from datetime import UTC, datetime, time

from sqlalchemy import Engine

from storage.database import open_engine, transaction
from storage.kinds import ChannelKind, PartyRole, PlanState, Role
from storage.migrate import migrate
from storage.models.channels import Chat, Connection
from storage.models.duties import Duty, Period
from storage.models.organisation import Agency, Membership, Staff, Unit
from storage.models.plans import Plan, Task
from tests.benchmarks.scale import TODAY

STAFF, KEEPER = 50, 51
_START = datetime(2026, 1, 5, tzinfo=UTC)


def small_office(url: str, digest_at: time) -> Engine:
    engine = open_engine(url)
    migrate(engine)
    with transaction(engine) as session:
        session.add(Agency(id=1, name="Phường Bắc", short_name="PB", digest_at=digest_at))
        session.flush()
        session.add(Unit(id=1, agency_id=1, name="Phòng Kinh tế", short_name="KT"))
        session.add(Connection(id=1, agency_id=1, channel=ChannelKind.TELEGRAM, name="bench", secret="env:BENCH_TOKEN"))
        people = range(1, KEEPER + 1)
        session.add_all(Staff(id=n, agency_id=1, full_name=f"Nguyễn Văn {n}", keeps_agency=n == KEEPER) for n in people)
        session.flush()
        for n in people:
            session.add(Membership(agency_id=1, staff_id=n, unit_id=1, role=Role.STAFF, from_on=_START.date()))
            session.add(Chat(agency_id=1, connection_id=1, address=str(n), staff_id=n, joined_at=_START))
        session.add(
            Plan(
                id=1, agency_id=1, title="Kế hoạch công tác năm", short_title="KH năm", year=2026,
                state=PlanState.ACTIVE, coordinator_unit_id=1, keeper_id=KEEPER, created_at=_START,
            )
        )  # fmt: skip
        session.flush()
        numbers = range(1, STAFF + 1)
        titles = {n: f"Báo cáo kết quả thực hiện nhiệm vụ số {n}" for n in numbers}
        session.add_all(
            Task(
                id=n, agency_id=1, plan_id=1, position=n, number=n, title=titles[n], short_title=titles[n],
                code=f"A.I.{n}", section=["A.I"], deadline={"kind": "period"},
            )
            for n in numbers
        )  # fmt: skip
        session.flush()
        session.add_all(
            Period(
                id=n, agency_id=1, task_id=n, key="once", start_on=_START.date(), can_be_overdue=True,
                printed_due_on=TODAY,
            )
            for n in numbers
        )  # fmt: skip
        session.flush()
        session.add_all(
            Duty(
                id=n, agency_id=1, period_id=n, unit_id=1, role=PartyRole.LEAD, recipient_id=n, person_id=n, due_on=TODAY
            )
            for n in numbers
        )  # fmt: skip
    return engine
