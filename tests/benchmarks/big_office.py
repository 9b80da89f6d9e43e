"""One agency of 20,000 open duties for what a reply costs: 1,000 people in 50 units, 20 plans, half as much again closed.

One open duty in twenty is late: a thousand of them. Kept under `build/bench` between runs.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine

from storage.database import open_engine
from storage.kinds import ChannelKind, PartyRole, PlanState, Role
from storage.migrate import migrate
from storage.models.channels import Chat, Connection
from storage.models.duties import Duty, Period
from storage.models.organisation import Agency, Membership, Staff, Unit
from storage.models.plans import Plan, Task
from tests.benchmarks.figures import BUILD
from tests.benchmarks.scale import TODAY, Tables, fill

PEOPLE, UNITS, PLANS = 1000, 50, 20
OPEN, CLOSED = 20_000, 10_000
LATE_OF = 20  # one open duty of so many is past its date
START = datetime(2026, 1, 5, tzinfo=UTC)
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLE = ("Văn", "Thị", "Minh", "Thu", "Quốc", "Ngọc", "Hữu", "Thanh", "Đức", "Kim")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Hà", "Hương", "Lan", "Long", "Nam", "Thảo")
_FIELDS = (
    "Kinh tế",
    "Văn hóa",
    "Đất đai",
    "Tài chính",
    "Tư pháp",
    "Nội vụ",
    "Y tế",
    "Giáo dục",
    "Đô thị",
    "Môi trường",
)
#: What runs leave behind.
_LEFT = ("delivery", "telling", "event", "evidence", "progress_entry", "question", "notice", "inbox")


def unit_of(person: int) -> int:
    return person % UNITS + 1


def open_numbers(person: int) -> range:
    """The numbers of a person's open tasks; the first is late."""
    return range(person + 1, OPEN + 1, PEOPLE)


def _people() -> Iterator[dict[str, Any]]:
    for n in range(PEOPLE):
        name = f"{_FAMILY[n // 100]} {_MIDDLE[n // 10 % 10]} {_GIVEN[n % 10]}"
        yield {"id": n + 1, "full_name": name, "keeps_agency": n == 0}


def _members() -> Iterator[dict[str, Any]]:
    """The first of each unit is its head; the last of all leads the agency."""
    for n in range(PEOPLE - 1):
        role = Role.UNIT_HEAD if n < UNITS else Role.STAFF
        yield {"id": n + 1, "staff_id": n + 1, "unit_id": unit_of(n), "role": role.value}
    yield {"id": PEOPLE, "staff_id": PEOPLE, "unit_id": None, "role": Role.LEADER.value}


def _tasks() -> Iterator[dict[str, Any]]:
    for n in range(OPEN + CLOSED):
        title = f"Báo cáo kết quả thực hiện nhiệm vụ số {n + 1} về {_FIELDS[n % 10].lower()}"
        yield {
            "id": n + 1, "plan_id": n % PLANS + 1, "position": n + 1, "number": n + 1, "title": title,
            "short_title": title, "code": f"A.I.{n + 1}",
        }  # fmt: skip


def _due(n: int) -> str:
    if n >= OPEN:
        return (TODAY - timedelta(days=20 + n % 200)).isoformat()
    late = n // PEOPLE % LATE_OF == 0  # everybody's first
    return (TODAY + timedelta(days=-(n % 40) - 1 if late else n % 60)).isoformat()


def _duties() -> Iterator[dict[str, Any]]:
    for n in range(OPEN + CLOSED):
        who = n % PEOPLE
        ended = (
            {"state": "accepted", "reported_on": _due(n), "closed_on": _due(n), "decider_id": unit_of(who)}
            if n >= OPEN
            else {"state": "open", "reported_on": None, "closed_on": None, "decider_id": None}
        )
        yield {
            "id": n + 1, "period_id": n + 1, "unit_id": unit_of(who), "recipient_id": who + 1, "person_id": who + 1,
            "due_on": _due(n), **ended,
        }  # fmt: skip


def _tables() -> Tables:
    yield Agency(id=1, name="Tỉnh Bắc Trung", short_name="BT"), [{}]
    units = (
        {"id": n, "name": f"Phòng {_FIELDS[n % 10]} {n}", "short_name": f"P{n}", "position": n}
        for n in range(1, UNITS + 1)
    )
    yield Unit(id=1, agency_id=1, name="", short_name=""), units
    yield Staff(id=1, agency_id=1, full_name=""), _people()
    yield Membership(id=1, agency_id=1, staff_id=1, role=Role.STAFF, from_on=START.date()), _members()
    yield Connection(id=1, agency_id=1, channel=ChannelKind.TELEGRAM, name="bench", secret="env:BENCH_TOKEN"), [{}]
    chats = ({"id": n, "address": str(n), "staff_id": n} for n in range(1, PEOPLE + 1))
    yield Chat(id=1, agency_id=1, connection_id=1, address="", joined_at=START), chats
    plan = Plan(
        id=1, agency_id=1, title="", short_title="", year=2026, state=PlanState.ACTIVE, coordinator_unit_id=1,
        keeper_id=1, created_at=START,
    )  # fmt: skip
    yield (
        plan,
        (
            {"id": n, "title": f"Kế hoạch số {n} về {_FIELDS[n % 10].lower()}", "short_title": f"KH {n}"}
            for n in range(1, PLANS + 1)
        ),
    )
    task = Task(id=1, agency_id=1, title="", short_title="", section=["A.I"], deadline={"kind": "period"})
    yield task, _tasks()
    periods = ({"id": n + 1, "task_id": n + 1, "printed_due_on": _due(n)} for n in range(OPEN + CLOSED))
    yield Period(id=1, agency_id=1, task_id=1, key="once", start_on=START.date(), can_be_overdue=True), periods
    yield Duty(id=1, agency_id=1, period_id=1, unit_id=1, role=PartyRole.LEAD, recipient_id=1), _duties()


def one_office(url: str) -> Engine:
    """The database at this address with the agency in it, as it was before anybody wrote."""
    engine = open_engine(url)
    migrate(engine)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM duty").scalar()
    if not found:
        engine.dispose()
        fill(url, _tables())
    as_before(engine)
    return engine


def as_before(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in _LEFT:
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql(
            "UPDATE duty SET state = 'open', reported_on = NULL, closed_on = NULL, decider_id = NULL, "
            f"waits_for_product = {'false' if engine.name == 'postgresql' else '0'} WHERE id <= {OPEN} AND state <> 'open'"
        )


def office_url() -> str:
    (BUILD / "bench").mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{BUILD / 'bench' / 'office.sqlite3'}"
