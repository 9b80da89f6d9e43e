"""A country of offices for the figures: 34 agencies, 250,000 people, 1,000,000 open duties, over the product's tables.

`make bench` takes a fiftieth of it, `BENCH_SCALE=1 make bench` all. Kept under `build/bench` between runs.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any

import psycopg
from sqlalchemy import Engine, make_url
from sqlmodel import SQLModel

from storage.database import open_engine
from storage.kinds import ChannelKind, NoticeKind, NoticeState, PartyRole, PlanState, Role
from storage.migrate import migrate
from storage.models.channels import Chat, Connection
from storage.models.duties import Duty, Period
from storage.models.messages import Notice
from storage.models.organisation import Agency, Membership, Staff, Unit
from storage.models.plans import Plan, Task
from tests.benchmarks.figures import BUILD

SCALE = float(os.environ.get("BENCH_SCALE", "0.02"))
AGENCIES = 34
PEOPLE = max(AGENCIES * 40, int(250_000 * SCALE))
DUTIES = 4 * PEOPLE
UNIT_SIZE = 75
#: A Wednesday on which nothing closes, at 07:30 in Viet Nam.
TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 0, 30, tzinfo=UTC)
YESTERDAY = TODAY - timedelta(days=1)
#: Dates that are spoken of that day: 7, 3, 1, 0 working days before, 1, 2, 3 after.
SPOKEN_OF = tuple(date(2026, 11, day) for day in (30, 23, 19, 18, 17, 16, 13))
#: What changes from run to run is put right before each; the rest stays.
RESET = (f"DELETE FROM delivery WHERE at >= '{TODAY}'", f"DELETE FROM notice WHERE day = '{TODAY}'")

Tables = Iterator[tuple[SQLModel, Iterable[dict[str, Any]]]]


def agency_of(person: int) -> int:
    return person % AGENCIES + 1


def _unit_of(person: int) -> int:
    """Units are filled one after the other within an agency; ids grow with the agency."""
    return (person // AGENCIES // UNIT_SIZE) * AGENCIES + agency_of(person)


def _units() -> Iterator[SQLModel]:
    for n in range(1, _unit_of(PEOPLE - 1) // AGENCIES * AGENCIES + AGENCIES + 1):
        agency = (n - 1) % AGENCIES + 1
        yield Unit(id=n, agency_id=agency, name=f"Phòng số {n}", short_name=f"P{n}", position=n)


def _people() -> Iterator[dict[str, Any]]:
    for n in range(PEOPLE):
        yield {"id": n + 1, "agency_id": agency_of(n), "full_name": f"Nguyễn Văn {n}", "keeps_agency": n < AGENCIES}


def _members() -> Iterator[dict[str, Any]]:
    """The first of a unit is its head, the first of an agency the head of office too."""
    for n in range(PEOPLE):
        first = n // AGENCIES % UNIT_SIZE == 0
        role = Role.UNIT_HEAD if first else Role.STAFF
        yield {"id": n + 1, "agency_id": agency_of(n), "staff_id": n + 1, "unit_id": _unit_of(n), "role": role.value}


def _chats() -> Iterator[dict[str, Any]]:
    for n in range(PEOPLE):
        agency = agency_of(n)
        yield {"id": n + 1, "agency_id": agency, "connection_id": agency, "address": str(n + 1), "staff_id": n + 1}


def _sent() -> Iterator[dict[str, Any]]:
    """Everybody's digest of the day before."""
    for n in range(PEOPLE):
        yield {
            "id": n + 1, "agency_id": agency_of(n), "key": f"digest/{n + 1}/{YESTERDAY}", "staff_id": n + 1,
            "chat_id": n + 1,
        }  # fmt: skip


def _tasks() -> Iterator[dict[str, Any]]:
    for n in range(DUTIES):
        agency, number = agency_of(n % PEOPLE), n + 1
        title = f"Báo cáo kết quả thực hiện nhiệm vụ số {number}"
        yield {
            "id": n + 1, "agency_id": agency, "plan_id": agency, "position": number, "number": number,
            "title": title, "short_title": title, "code": f"A.I.{number}",
        }  # fmt: skip


def _periods() -> Iterator[dict[str, Any]]:
    for n in range(DUTIES):
        yield {"id": n + 1, "agency_id": agency_of(n % PEOPLE), "task_id": n + 1, "printed_due_on": due_on(n)}


def _duties() -> Iterator[dict[str, Any]]:
    for n in range(DUTIES):
        who = n % PEOPLE
        yield {
            "id": n + 1, "agency_id": agency_of(who), "period_id": n + 1, "unit_id": _unit_of(who),
            "recipient_id": who + 1, "person_id": who + 1, "due_on": due_on(n),
        }  # fmt: skip


def due_on(duty: int) -> str:
    """One duty of each person is spoken of today (24 November is a day off), the others in weeks."""
    day = SPOKEN_OF[duty % len(SPOKEN_OF)] if duty < PEOPLE else date(2026, 12, 2) + timedelta(days=duty % 27)
    return day.isoformat()


def _tables() -> Tables:
    """Each table as a sample row and how the others differ from it."""
    start, a = datetime(2026, 1, 5, tzinfo=UTC), range(1, AGENCIES + 1)
    yield Agency(id=1, name="", short_name=""), ({"id": n, "name": f"Tỉnh {n}", "short_name": f"T{n}"} for n in a)
    yield Unit(id=1, agency_id=1, name="", short_name=""), (unit.model_dump() for unit in _units())
    yield Staff(id=1, agency_id=1, full_name=""), _people()
    yield Membership(id=1, agency_id=1, staff_id=1, role=Role.STAFF, from_on=start.date()), _members()
    heads = ({"id": PEOPLE + n, "agency_id": n, "staff_id": n, "unit_id": n} for n in a)
    yield Membership(id=1, agency_id=1, staff_id=1, role=Role.OFFICE_HEAD, from_on=start.date()), heads
    bot = Connection(id=1, agency_id=1, channel=ChannelKind.TELEGRAM, name="bench")
    yield bot, ({"id": n, "agency_id": n, "secret": f"env:BENCH_TOKEN_{n}"} for n in a)
    yield Chat(id=1, agency_id=1, connection_id=1, address="", joined_at=start), _chats()
    plan = Plan(
        id=1, agency_id=1, title="Kế hoạch công tác năm", short_title="KH năm", year=2026, state=PlanState.ACTIVE,
        coordinator_unit_id=1, keeper_id=1, created_at=start,
    )  # fmt: skip
    yield plan, ({"id": n, "agency_id": n, "coordinator_unit_id": n, "keeper_id": n} for n in a)
    yield Task(id=1, agency_id=1, title="", short_title="", section=["A.I"], deadline={"kind": "period"}), _tasks()
    yield Period(id=1, agency_id=1, task_id=1, key="once", start_on=start.date(), can_be_overdue=True), _periods()
    yield Duty(id=1, agency_id=1, period_id=1, unit_id=1, role=PartyRole.LEAD, recipient_id=1), _duties()
    sent = Notice(
        id=1, agency_id=1, key="", kind=NoticeKind.DIGEST, day=YESTERDAY, state=NoticeState.SENT, parts_sent=1,
        created_at=NOW - timedelta(days=1), sent_at=NOW - timedelta(days=1),
    )  # fmt: skip
    yield sent, _sent()


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | dict):
        return json.dumps(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S.%f}"
    return value.isoformat() if hasattr(value, "isoformat") else value


def _rows(sample: SQLModel, others: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    base = {name: _plain(value) for name, value in sample.model_dump().items()}
    for other in others:
        yield tuple((base | other).values())


def seeded(url: str) -> Engine:
    """The database at this address with the country in it, written when it is not there yet."""
    engine = open_engine(url)
    migrate(engine)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM duty").scalar()
    if found != DUTIES:
        assert not found, f"{url} holds {found} duties, not {DUTIES}: remove it"
        engine.dispose()
        fill(url, _tables())
    reset(engine)
    return engine


def fill(url: str, tables: Tables) -> None:
    """Write these tables as fast as the engine can; what they hold is not checked."""
    (_fill_sqlite if url.startswith("sqlite") else _fill_postgresql)(url, tables)


def _fill_sqlite(url: str, tables: Tables) -> None:
    with closing(sqlite3.connect(str(make_url(url).database), isolation_level=None)) as database:
        database.execute("PRAGMA synchronous=OFF")
        database.execute("PRAGMA cache_size=-400000")
        database.execute("BEGIN")
        for sample, others in tables:
            names = list(sample.model_dump())
            marks = ",".join("?" * len(names))
            into = f"INSERT INTO {sample.__tablename__} ({','.join(names)}) VALUES ({marks})"  # type: ignore[attr-defined]
            database.executemany(into, _rows(sample, others))
        database.execute("COMMIT")
        database.execute("ANALYZE")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill_postgresql(url: str, tables: Tables) -> None:
    with psycopg.connect(url) as database:
        database.execute("SET session_replication_role = replica")
        database.execute("SET timezone = 'UTC'")
        for sample, others in tables:
            table = sample.__tablename__  # type: ignore[attr-defined]
            with database.cursor().copy(f"COPY {table} ({','.join(sample.model_dump())}) FROM STDIN") as copy:
                for row in _rows(sample, others):
                    copy.write_row(row)
            database.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))")
    with psycopg.connect(url, autocommit=True) as database:
        database.execute("VACUUM ANALYZE")


def reset(engine: Engine) -> None:
    """As it was before the morning."""
    with engine.begin() as connection:
        if engine.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for statement in RESET:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("UPDATE chat SET next_slot_at = NULL WHERE next_slot_at IS NOT NULL")
        connection.exec_driver_sql("UPDATE connection SET next_slot_at = NULL, retry_at = NULL, stopped_reason = NULL")


def sqlite_url() -> str:
    (BUILD / "bench").mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{BUILD / 'bench' / f'country-{PEOPLE}.sqlite3'}"
