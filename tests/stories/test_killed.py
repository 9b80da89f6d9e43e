"""Real processes, killed at the worst moments and started again: nothing lost, nothing doubled without a mark."""

import multiprocessing
import signal
from ast import literal_eval
from collections import Counter
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlmodel import col, select

from jobs.clock import SystemClock
from jobs.delivery.crash_points import CrashPoint
from storage.database import transaction
from storage.kinds import InboxState, NoticeKind, NoticeState
from storage.models.channels import Chat
from storage.models.messages import Inbox, Notice
from storage.queries.notices import enqueue
from tests.engines import ON_BOTH
from tests.people import Ward
from tests.stories.killed_office import MARK, run

pytestmark = ON_BOTH

DIGESTS, MESSAGES = 12, 6  # every second message brings a file
LONG_AFTER = 600  # seconds: every claim of a process that was killed is over
# Processes of their own, forked from one that has loaded the product once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([run.__module__])


def fill(ward: Ward, digests: int = DIGESTS, messages: int = MESSAGES) -> set[str]:
    """Digests owed and messages stored, each for a chat of its own; gives the addresses that must hear."""
    ward.link("Lan")
    now = SystemClock().now()
    expected = set()
    with transaction(ward.engine) as session:
        for n in range(digests + messages):
            chat = Chat(agency_id=ward.agency_id, connection_id=ward.connection_id, address=f"chat{n}")
            session.add(chat)
            session.flush()
            if n < digests:
                enqueue(
                    session, agency_id=ward.agency_id, key=f"digest/{n}/2025-10-13", kind=NoticeKind.DIGEST,
                    chat_id=chat.id, day=now.date(), body="bản tin", created_at=now,
                )  # fmt: skip
            else:
                session.add(
                    Inbox(
                        agency_id=ward.agency_id, connection_id=ward.connection_id, dedup_key=str(n), chat_id=chat.id,
                        text="xong", kind="text" if n % 2 else "file", sent_at=now, received_at=now,
                    )
                )  # fmt: skip
            expected.add(chat.address)
    return expected


def start(url: str, sent: Path, ahead: int = 0, crash_at: str = "", until_told: bool = False) -> BaseProcess:
    process = PROCESSES.Process(target=run, args=(url, str(sent), ahead, crash_at, until_told))
    process.start()
    return process


def ended(process: BaseProcess, within: float = 30) -> int:
    process.join(timeout=within)
    hangs = process.is_alive()
    process.kill()
    process.join()
    assert not hangs and process.exitcode in (0, -signal.SIGKILL)
    return process.exitcode


def arrived(sent: Path) -> list[tuple[str, str]]:
    lines = sent.read_text().splitlines() if sent.exists() else []
    return [(address, literal_eval(text)) for address, text in (line.split("\t") for line in lines)]


def assert_all_told(ward: Ward, sent: Path, expected: set[str], doubled: set[str]) -> None:
    """Everybody was told once; only `doubled` twice, the second time with a mark."""
    seen: Counter[str] = Counter()
    for address, text in arrived(sent):
        seen[address] += 1
        assert seen[address] == 1 or text.startswith(MARK), (address, text)
    assert set(seen) == expected
    assert {address for address, times in seen.items() if times > 1} == doubled
    assert max(seen.values()) <= 2
    with transaction(ward.engine) as session:
        assert set(session.exec(select(Notice.state))) == {NoticeState.SENT}
        assert set(session.exec(select(Inbox.state))) <= {InboxState.DONE}


# Each run costs seconds: the worst points always, the others by `make faults`.
KILLS = [
    pytest.param(engine, point, marks=[] if engine in always else [pytest.mark.faults])
    for point, always in (
        (CrashPoint.SENT_BEFORE_MARK, ("sqlite", "postgresql")),
        (CrashPoint.INBOX_BEFORE_EFFECT, ("sqlite",)),
        (CrashPoint.FILE_READ, ()),
        (CrashPoint.CLAIMED, ()),
        (CrashPoint.CLAIM_BEFORE_COMMIT, ()),
    )
    for engine in ("sqlite", "postgresql")
]


@pytest.mark.parametrize(("database_url", "point"), KILLS, indirect=["database_url"])
def test_a_kill_loses_nothing_and_repeats_only_what_was_in_doubt(
    ward: Ward, database_url: str, tmp_path: Path, point: CrashPoint
) -> None:
    expected, sent = fill(ward), tmp_path / "sent"
    assert ended(start(database_url, sent, 0, point)) == -signal.SIGKILL
    before = {address for address, _ in arrived(sent)}
    doubted = before & held(ward)
    assert len(doubted) <= 8
    if point is CrashPoint.SENT_BEFORE_MARK:
        assert doubted
    assert ended(start(database_url, sent, LONG_AFTER)) == 0
    assert_all_told(ward, sent, expected, doubted)


def held(ward: Ward) -> set[str]:
    """Addresses of what a dead process was sending."""
    with transaction(ward.engine) as session:
        rows = select(Chat.address).join(Notice, col(Notice.chat_id) == Chat.id)
        return set(session.exec(rows.where(Notice.state == NoticeState.SENDING)))


def test_two_processes_at_once_send_nothing_twice(ward: Ward, database_url: str, tmp_path: Path) -> None:
    expected, sent = fill(ward, 30, 20), tmp_path / "sent"
    both = [start(database_url, sent) for _ in range(2)]
    assert [ended(one) for one in both] == [0, 0]
    assert_all_told(ward, sent, expected, set())


def test_a_process_told_to_stop_finishes_what_it_began(ward: Ward, database_url: str, tmp_path: Path) -> None:
    expected, sent = fill(ward, 60, 0), tmp_path / "sent"
    process = start(database_url, sent, until_told=True)
    while process.is_alive() and len(arrived(sent)) < 5:
        pass
    process.terminate()
    assert ended(process) == 0
    with transaction(ward.engine) as session:
        states = Counter(session.exec(select(Notice.state).order_by(col(Notice.id))))
    assert set(states) <= {NoticeState.SENT, NoticeState.WAITING}
    assert states[NoticeState.SENT] == len(arrived(sent)) < len(expected)
