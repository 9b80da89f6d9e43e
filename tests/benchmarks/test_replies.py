"""From inbox row to reply row in an agency of 20,000 open duties, as the inbox worker does it."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from bot.conversation.dispatch import handle
from bot.inbox_worker import handle_next
from bot.incoming import Incoming
from jobs.clock import MovableClock
from storage.database import transaction
from storage.models.messages import Notice
from storage.queries.inbox import store
from tests.benchmarks.big_office import PEOPLE, as_before, open_numbers
from tests.benchmarks.figures import Figures
from tests.benchmarks.scale import NOW

pytestmark = pytest.mark.bench

TIMES, WARM = 100, 3  # p99 of a hundred: all but the slowest
#: What is typed, words that the answer holds, and the most milliseconds at p99.
LEADER = PEOPLE - 1
ASKED = (
    ("own tasks", "việc của tôi", "đang có", 50),
    ("card", "việc {n}", "nhiệm vụ số {n}", 50),
    ("done", "xong {n} BC 1/BC-UBND", "{n}", 50),
    ("status", "tình hình", "nhiệm vụ:", 150),
    ("overdue", "phòng nào còn việc quá hạn?", "đơn vị còn việc quá hạn", 150),
)


@dataclass
class Taken:
    """Milliseconds of each message."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


def people(name: str) -> Iterator[int]:
    """Whoever asks next, and never twice for the same duty; what stands is asked by the leader."""
    for n in range(WARM + TIMES):
        yield LEADER if name in ("status", "overdue") else 7 + n * 9


def asked(engine: Engine, clock: MovableClock, who: int, text: str) -> tuple[float, float, str]:
    """Milliseconds on the wall and of this process, and the reply."""
    incoming = Incoming(
        dedup_key=f"{text}/{who}/{time.perf_counter()}", address=str(who + 1), chat_kind="private",
        sender=str(who + 1), text=text, reply_to=None, kind="text", sent_at=clock.now(),
        addressed=True, raw="",
    )  # fmt: skip
    with transaction(engine) as session:
        inbox_id = store(session, 1, 1, incoming, clock.now())
    wall, cpu = time.perf_counter(), time.process_time()
    assert handle_next(engine, clock, handle)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    with transaction(engine) as session:
        body = session.exec(select(col(Notice.body)).where(Notice.inbox_id == inbox_id)).one()
    return 1000 * wall, 1000 * cpu, body or ""


def p99(values: list[float]) -> float:
    return sorted(values)[int(0.99 * (len(values) - 1))]


@pytest.mark.parametrize(("name", "text", "holds", "most"), ASKED, ids=[row[0] for row in ASKED])
def test_a_reply(big_office: Engine, figures: Figures, name: str, text: str, holds: str, most: float) -> None:
    as_before(big_office)
    clock, taken = MovableClock(NOW), Taken()
    for n, who in enumerate(people(name)):
        number = open_numbers(who)[1]
        wall, cpu, body = asked(big_office, clock, who, text.format(n=number))
        assert holds.format(n=number) in body, body
        if n >= WARM:  # the first ones build statements
            taken.wall.append(wall)
            taken.cpu.append(cpu)
    where = big_office.name
    figures.add(f"reply to {name}, p99, {where}", p99(taken.wall), "ms", at_most=most)
    figures.add(f"reply to {name}, median, {where}", p99(sorted(taken.wall)[: TIMES // 2 + 1]), "ms")
    figures.add(f"reply to {name}, computing, median, {where}", sorted(taken.cpu)[TIMES // 2], "ms")
