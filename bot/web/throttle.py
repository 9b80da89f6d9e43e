"""How often one address may ask: enough for people, too little for guessing."""

from collections import deque
from datetime import datetime, timedelta

WINDOW = timedelta(minutes=1)
MOST_ADDRESSES = 1000


class Throttle:
    """At most `most` requests of one address in a minute; behind a proxy that is all requests together."""

    def __init__(self, most: int = 60) -> None:
        self._most = most
        self._asked: dict[str, deque[datetime]] = {}

    def allows(self, address: str, now: datetime) -> bool:
        if address not in self._asked and len(self._asked) >= MOST_ADDRESSES:
            self._forget(now)
        times = self._asked.setdefault(address, deque())
        while times and times[0] <= now - WINDOW:
            times.popleft()
        if len(times) >= self._most or len(self._asked) > MOST_ADDRESSES:
            return False
        times.append(now)
        return True

    def _forget(self, now: datetime) -> None:
        self._asked = {a: times for a, times in self._asked.items() if times and times[-1] > now - WINDOW}
