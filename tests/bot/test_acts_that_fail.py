"""A database that cannot serve is no failure of an act: the whole message waits and is tried again."""

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from bot.conversation.dispatch import handle
from bot.handlers.acts import perform
from bot.inbox_worker import handle_next
from jobs.clock import MovableClock
from storage.database import transaction, unavailable
from storage.kinds import InboxState
from storage.models.messages import Inbox, Notice
from tests.jobs.delivery.recording import START
from tests.jobs.delivery.test_inbox import arrive, incoming
from tests.people import Ward


class Deadlock(Exception):
    sqlstate = "40P01"


@pytest.fixture
def waiting(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Ward:
    """One message, and the database gives up the first act of all."""
    ward.link("Lan")
    arrive(ward, incoming("1", "việc của tôi"))
    failures = [OperationalError("UPDATE duty", {}, Deadlock())]

    def once(*given: object) -> object:
        if failures:
            raise failures.pop()
        return perform(*given)

    monkeypatch.setattr("bot.conversation.dispatch.perform", once)
    return ward


def test_a_message_waits_where_the_database_gives_up_one_of_its_acts(waiting: Ward) -> None:
    clock = MovableClock(START)
    with pytest.raises(OperationalError) as failed:
        handle_next(waiting.engine, clock, handle)
    assert unavailable(failed.value)
    with transaction(waiting.engine) as session:
        row = session.exec(select(Inbox)).one()
        assert (row.state, row.tries) == (InboxState.WAITING, 0)
        assert session.exec(select(Notice)).first() is None
    assert handle_next(waiting.engine, clock, handle)
    with transaction(waiting.engine) as session:
        assert session.exec(select(Inbox.state)).one() is InboxState.DONE
        assert "gặp lỗi" not in (session.exec(select(Notice.body)).one() or "")
