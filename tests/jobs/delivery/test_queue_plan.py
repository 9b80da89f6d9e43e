"""What was sent long ago must not slow down what is to be sent: the queue is read through its partial index."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection as Wire
from sqlalchemy import event
from sqlmodel import Session

from storage.models.channels import Connection
from storage.queries import notices, outcomes, reach
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


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("read", READERS, ids=["candidates", "wakes_at", "expire", "rescue", "address_waiting"])
def test_the_queue_is_read_through_the_index_of_what_waits(ward: Ward, read: Callable[[Session], object]) -> None:
    ward.link("Lan")
    seen: list[tuple[str, Any]] = []

    def keep(wire: Wire, cursor: Any, statement: str, values: Any, context: Any, many: bool) -> None:
        seen.append((statement, values))

    event.listen(ward.engine, "before_cursor_execute", keep)
    with Session(ward.engine) as session:
        read(session)
        event.remove(ward.engine, "before_cursor_execute", keep)
        statement, values = seen[-1]
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        steps = [row[3] for row in plan if "notice" in row[3] or "earlier" in row[3]]
    assert steps and all("ix_notice_waiting" in step for step in steps), steps
