"""What people write, through the durable inbox, with a handler of one write: beside python-telegram-bot's own polling.

There is no webhook, so updates come by polling, a hundred at a time at most.
"""

import time
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from tests.benchmarks.big_office import as_before
from tests.benchmarks.bot_server import bot_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.processes import peer, product
from tests.benchmarks.running import SLOW_KEY

pytestmark = pytest.mark.bench

AT_ONCE, PACED, RATE, LONGEST = 2000, 600, 100, 120
AT_LEAST, P99_MS, DELAY_MS = 500, 200, 50
_QUIET_UNTIL = int(SLOW_KEY)  # with no slow message among them


def handled(office: Engine, updates: int, rate: float) -> list[tuple[str, float, float, float]]:
    """(key, written, stored, done) of each update, in seconds of the machine's clock."""
    as_before(office)
    begun = time.time()
    url = office.url.render_as_string(hide_password=False)
    with bot_server(updates=updates, rate=rate) as server, product("receives", url, server.url, 0):
        while _done(office) < updates and time.time() < begun + LONGEST:
            time.sleep(0.2)
    with office.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT dedup_key, text, received_at, done_at FROM inbox WHERE state = 'done'"
        )
        found = [(key, float(text), _seconds(stored), _seconds(done)) for key, text, stored, done in rows]
    assert len(found) == len({key for key, *_ in found}) == updates, "an update was lost or not handled in time"
    return found


def waits(rows: list[tuple[str, float, float, float]]) -> list[float]:
    """Milliseconds from written to done, the slow message left out, shortest first."""
    return sorted(1000 * (done - written) for key, written, _, done in rows if key != SLOW_KEY)


def test_the_inbox(big_office: Engine, figures: Figures) -> None:
    rows, name = handled(big_office, AT_ONCE, 0), big_office.name
    rate = AT_ONCE / (max(done for *_, done in rows) - min(stored for _, _, stored, _ in rows))
    quiet, slow = waits(handled(big_office, _QUIET_UNTIL - 1, RATE)), waits(handled(big_office, PACED, RATE))
    theirs = peer("receive", AT_ONCE, 0), peer("receive", _QUIET_UNTIL - 1, RATE), peer("receive", PACED, RATE)
    figures.add(f"T15 updates stored and handled, {name}", rate, "/s", at_least=AT_LEAST, peer=theirs[0][0])
    figures.add(f"T15 from written to done at {RATE}/s, p99, {name}", quiet[int(0.99 * len(quiet))], "ms", at_most=P99_MS,
                peer=theirs[1][1])  # fmt: skip
    figures.add(f"T15 how much a handler of 2 s delays other chats, {name}", slow[-1] - quiet[-1], "ms", at_most=DELAY_MS,
                peer=theirs[2][2] - theirs[1][2])  # fmt: skip


def _done(office: Engine) -> int:
    with office.connect() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'done'").scalar() or 0)


def _seconds(moment: datetime | str) -> float:
    """SQLite keeps UTC as text."""
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC) if isinstance(moment, str) else moment
    return at.timestamp()
