"""The digests of one morning of the country as rows, without the keepers' at its end."""

from collections import Counter
from typing import Any

from sqlalchemy import Engine

from jobs.ticks.digests import DIGEST_PRIORITY, digests
from storage.database import transaction
from tests.benchmarks.scale import NOW, TODAY, reset

_FIRST = f"n.kind = 'digest' AND n.day = '{TODAY}' AND n.priority = {DIGEST_PRIORITY}"
_UNDER_WAY = "n.state IN ('waiting','sending')"


def owe(country: Engine, most: int | None = None) -> int:
    """Owe them anew, at most so many; how many wait."""
    reset(country)
    with transaction(country) as session:
        digests(session, NOW)
    if most is not None:
        with country.begin() as connection:
            kept = f"SELECT n.id FROM notice n WHERE {_FIRST} ORDER BY n.id - n.id / 997 * 997, n.id LIMIT {most}"  # of every bot
            connection.exec_driver_sql(f"DELETE FROM notice WHERE day = '{TODAY}' AND id NOT IN ({kept})")
    return under_way(country)


def under_way(country: Engine) -> int:
    """How many wait or are being sent."""
    return int(_asked(country, f"SELECT count(*) FROM notice n WHERE {_UNDER_WAY} AND {_FIRST}")[0][0])


def owed(country: Engine) -> Counter[int]:
    """How many each bot owes or owed."""
    rows = _asked(
        country,
        f"SELECT c.connection_id, count(*) FROM notice n JOIN chat c ON c.id = n.chat_id WHERE {_FIRST} GROUP BY 1",
    )
    return Counter(dict(rows))


def missed_and_doubled(country: Engine, heard: dict[str, int]) -> tuple[int, int]:
    """Of those who are owed one: who heard nothing, and how many messages somebody heard beyond his first."""
    chats = _asked(country, f"SELECT c.address FROM notice n JOIN chat c ON c.id = n.chat_id WHERE {_FIRST}")
    times = [heard.get(address, 0) for (address,) in chats]
    return times.count(0), sum(max(0, n - 1) for n in times)


def _asked(country: Engine, question: str) -> list[Any]:
    with country.connect() as connection:
        return list(connection.exec_driver_sql(question))
