"""What was sent long ago must not slow down what is to be sent: the queue is read through its partial index."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection as Wire
from sqlalchemy import event
from sqlmodel import Session

from storage.kinds import NoticeKind
from storage.models.channels import Connection
from storage.queries import notices, outcomes, reach
from storage.queries.arrived import Arrived, mark_arrived
from storage.queries.notices import Claimed
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import START
from tests.people import Ward

pytestmark = ON_BOTH


def candidates(session: Session) -> object:
    connection = session.get(Connection, 1)
    assert connection
    return notices.candidates(session, connection, START)


READERS = [
    candidates,
    lambda session: notices.wakes_at(session, 1, START),
    lambda session: notices.expire(session, START),
    lambda session: outcomes.rescue(session, START),
    lambda session: reach.address_waiting(session, START),
]


CLAIM = Claimed(
    id=1, agency_id=1, connection_id=1, chat_id=1, address="Lan", kind=NoticeKind.DIGEST, part=1, reply_to=None,
    again=False, owner="a", fence=1, slot_at=START, until=START + notices.LEASE,
)  # fmt: skip
WRITERS = [
    lambda session: outcomes.begin(session, [CLAIM, replace(CLAIM, id=2)]),
    lambda session: mark_arrived(session, [Arrived(CLAIM, "1", 1, START)]),
    lambda session: notices.by_ids(session, [1, 2]),
]
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def steps(ward: Ward, use: Callable[[Session], object]) -> list[str]:
    """How SQLite reads notices for the last statement of `use`."""
    ward.link("Lan")
    seen: list[tuple[str, Any]] = []

    def keep(wire: Wire, cursor: Any, statement: str, values: Any, context: Any, many: bool) -> None:
        seen.append((statement, values))

    event.listen(ward.engine, "before_cursor_execute", keep)
    with Session(ward.engine) as session:
        use(session)
        event.remove(ward.engine, "before_cursor_execute", keep)
        statement, values = seen[-1]
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [row[3] for row in plan if "notice" in row[3] or "earlier" in row[3]]


@SQLITE
@pytest.mark.parametrize("read", READERS, ids=["candidates", "wakes_at", "expire", "rescue", "address_waiting"])
def test_the_queue_is_read_through_the_index_of_what_waits(ward: Ward, read: Callable[[Session], object]) -> None:
    found = steps(ward, read)
    assert found and all("ix_notice_waiting" in step for step in found), found


@SQLITE
@pytest.mark.parametrize("write", WRITERS, ids=["begin", "mark_arrived", "by_ids"])
def test_what_was_claimed_is_found_by_its_id(ward: Ward, write: Callable[[Session], object]) -> None:
    found = steps(ward, write)
    assert found and all("rowid=?" in step for step in found), found
