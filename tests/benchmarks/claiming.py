"""A process that claims and marks what waits without rendering or sending it: the product's queries, or by hand.

python -m tests.benchmarks.claiming product|floor URL FIRST EVERY SECONDS   bots FIRST, FIRST + EVERY …; prints [rows, seconds]
"""

import json
import sys
import time
from collections.abc import Callable

from sqlalchemy import Engine

from jobs.delivery.sender import process_name
from storage.database import open_engine, reading, transaction
from storage.queries import notices, outcomes
from storage.queries.arrived import Arrived, mark_arrived
from storage.queries.connections import connection_by_id
from storage.queries.notices import Claimed, Finished, Pace
from tests.benchmarks.scale import AGENCIES, NOW
from tests.benchmarks.sending import claim_of, claimed, mark

_NO_LIMIT = Pace(1e-6, 1.2, 3.0)


def product(engine: Engine) -> Callable[[list[int]], int]:
    owner = process_name()

    def claim(bot: int) -> list[Claimed]:
        with reading(engine) as session:
            found = notices.candidates(session, connection_by_id(session, bot), NOW)
            ready = {notice.id: Finished("chào") for notice in found}
        if not ready:
            return []
        with transaction(engine) as session:
            return notices.claim(session, bot, NOW, owner, _NO_LIMIT, ready)

    def turn(bots: list[int]) -> int:
        """Each bot claims and begins its eight; all marks are kept together, as the process keeps them."""
        rows = []
        for bot in bots:
            if taken := claim(bot):
                with transaction(engine) as session:
                    outcomes.begin(session, taken)
                rows += taken
        if rows:
            with transaction(engine) as session:
                mark_arrived(session, [Arrived(row, str(row.id), 1, NOW) for row in rows])
        return len(rows)

    return turn


def floor(engine: Engine) -> Callable[[list[int]], int]:
    def turn(bots: list[int]) -> int:
        number = 0
        for bot in bots:
            rows = claimed(engine, claim_of(engine, bot))
            if rows:
                mark(engine, [(row.id, row.id) for row in rows])
            number += len(rows)
        return number

    return turn


def main(which: str, url: str, first: str, every: str, seconds: str) -> None:
    bots = list(range(1 + int(first), AGENCIES + 1, int(every)))
    turn = {"product": product, "floor": floor}[which](open_engine(url))
    start, rows = time.perf_counter(), 0
    while time.perf_counter() < start + float(seconds) and (taken := turn(bots)):
        rows += taken
    print(json.dumps([rows, time.perf_counter() - start]))


if __name__ == "__main__":
    main(*sys.argv[1:])
