"""What comes in: stored once, handled in order per chat, one effect, parked after three failures."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event

import pytest
from sqlmodel import Session, select

from bot.inbox_worker import handle_next
from bot.incoming import Incoming
from jobs.clock import MovableClock
from storage.database import transaction
from storage.kinds import ChatKind, InboxState
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.queries.inbox import forget_texts, next_waiting, store
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import START
from tests.people import Ward

pytestmark = ON_BOTH


def incoming(key: str, text: str, address: str = "Lan", **changes: object) -> Incoming:
    fields = {
        "dedup_key": key, "address": address, "chat_kind": "private", "sender": address,
        "text": text, "reply_to": None, "kind": "text", "sent_at": START, "addressed": True, "raw": "{}",
    }  # fmt: skip
    return Incoming(**(fields | changes))


def arrive(ward: Ward, *messages: Incoming) -> list[int | None]:
    with transaction(ward.engine) as session:
        return [store(session, ward.connection_id, ward.agency_id, one, START) for one in messages]


@dataclass
class Handler:
    """Keeps what it did; fails on "hỏng" after it has owed an answer, so that undoing shows."""

    ward: Ward
    seen: list[str]

    def __call__(self, session: Session, row: Inbox, now: datetime) -> None:
        self.seen.append(row.text or "")
        session.add(Chat(agency_id=row.agency_id, connection_id=row.connection_id, address=f"effect {row.text}"))
        session.flush()
        if row.text == "hỏng":
            raise ValueError("cannot")


def handle_all(ward: Ward, clock: MovableClock, handler: Handler, **more: object) -> None:
    while handle_next(ward.engine, clock, handler, **more):
        pass


def states(ward: Ward) -> list[InboxState]:
    with transaction(ward.engine) as session:
        return list(session.exec(select(Inbox.state).order_by(Inbox.id)))


def test_an_update_that_comes_ten_times_has_one_effect(ward: Ward, clock: MovableClock) -> None:
    ward.link("Lan")
    ids = [arrive(ward, incoming("u1", "xong"))[0] for _ in range(10)]
    assert ids[0] is not None and ids[1:] == [None] * 9
    handler = Handler(ward, [])
    handle_all(ward, clock, handler)
    assert handler.seen == ["xong"]


def test_a_new_address_becomes_a_chat_of_nobody(ward: Ward) -> None:
    ward.link("Lan")
    arrive(ward, incoming("u1", "chào", "-77", chat_kind="group"), incoming("u2", "chào", "-77", chat_kind="group"))
    with transaction(ward.engine) as session:
        (chat,) = session.exec(select(Chat).where(Chat.address == "-77"))
    assert (chat.kind, chat.staff_id) == (ChatKind.GROUP, None)


def test_group_talk_that_is_not_for_the_bot_leaves_no_trace(ward: Ward) -> None:
    ward.link("Lan")
    assert arrive(ward, incoming("u1", "", "-77", chat_kind="group", addressed=False)) == [None]
    with transaction(ward.engine) as session:
        assert session.exec(select(Inbox)).first() is None
        assert session.exec(select(Chat).where(Chat.address == "-77")).first() is None


def test_a_failure_undoes_its_effect_holds_only_its_chat_and_is_parked_after_three(
    ward: Ward, clock: MovableClock
) -> None:
    ward.link("Lan", "Tâm")
    arrive(ward, incoming("1", "hỏng"), incoming("2", "sau"), incoming("3", "khác", "Tâm"))
    handler, parked = Handler(ward, []), []

    def say_so(session: Session, row: Inbox, now: datetime) -> None:
        parked.append(row.dedup_key)

    handle_all(ward, clock, handler, parked=say_so)
    assert handler.seen == ["hỏng", "khác"]
    for _ in range(3):
        clock.move(clock.now() + timedelta(minutes=1))
        handle_all(ward, clock, handler, parked=say_so)
    assert handler.seen == ["hỏng", "khác", "hỏng", "hỏng", "sau"]
    assert states(ward) == [InboxState.PARKED, InboxState.DONE, InboxState.DONE]
    assert parked == ["1"]
    with transaction(ward.engine) as session:
        assert session.exec(select(Chat).where(Chat.address == "effect hỏng")).first() is None


def test_two_workers_never_hold_two_messages_of_one_chat(ward: Ward) -> None:
    ward.link("Lan")
    arrive(ward, incoming("1", "một"), incoming("2", "hai"))
    if ward.engine.dialect.name == "sqlite":
        return  # a second transaction cannot even begin there
    with Session(ward.engine) as one, Session(ward.engine) as other:
        first = next_waiting(one, START)
        assert first and first.text == "một"
        assert next_waiting(other, START) is None


def test_words_are_forgotten_after_thirty_days(ward: Ward, clock: MovableClock) -> None:
    ward.link("Lan")
    arrive(ward, incoming("1", "xong"))
    handle_all(ward, clock, Handler(ward, []))
    with transaction(ward.engine) as session:
        assert forget_texts(session, START + timedelta(days=30)) == 0
        assert forget_texts(session, START + timedelta(days=30, seconds=1)) == 1
        assert session.exec(select(Inbox.text)).one() is None


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_slow_message_holds_up_its_own_chat_only(ward: Ward) -> None:
    """While Lan's first message is being handled Tâm's is answered; Lan's second waits for its turn."""
    ward.link("Lan", "Tâm")
    clock = MovableClock(START)
    arrive(ward, incoming("1", "chậm"), incoming("2", "tiếp"), incoming("3", "nhanh", "Tâm"))
    begun, over = Event(), Event()
    seen: list[str] = []

    def handle(session: Session, row: Inbox, now: datetime) -> None:
        seen.append(row.text or "")
        if row.text == "chậm":
            begun.set()
            assert over.wait(30)

    with ThreadPoolExecutor(1) as other:
        slow = other.submit(handle_next, ward.engine, clock, handle)
        assert begun.wait(30)
        assert handle_next(ward.engine, clock, handle) and not handle_next(ward.engine, clock, handle)
        assert seen == ["chậm", "nhanh"]
        over.set()
        assert slow.result(30)
    assert handle_next(ward.engine, clock, handle) and seen == ["chậm", "nhanh", "tiếp"]
