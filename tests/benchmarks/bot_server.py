"""A Bot API server as cheap as Python can make it, in a process of its own.

    with bot_server() as server: …           # a fixed answer, for raw speed
    with bot_server(per_second=30) as server: …  # 429 above 30 in any second and bot
    with bot_server(updates=600, rate=100) as server: …  # so many people write, so many a second; 0: all at once

Its own ceiling is `1 / server.stats().cpu_per_call`, on a core of its own.
"""

import asyncio
import json
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_CALL = re.compile(rb"(?:POST|GET) /bot(\d+):[^/]*/(\w+)|GET /(__stats|__heard)")
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_CHAT = re.compile(rb"chat_id=(-?\d+)")
_OFFSET = re.compile(rb"offset=(\d+)")
_UPDATES_WAIT, _LOOK_AGAIN = 2.0, 0.005
_MOST_UPDATES, WRITERS = 100, 1000
MESSAGE = b'{"ok":true,"result":{"message_id":%d,"date":1790000000,"chat":{"id":1,"type":"private"},"text":"x"}}'
_ME = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"b","username":"b_bot"}}'
_SLOW_DOWN = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1}}'


@dataclass(frozen=True)
class Stats:
    """delivered: messages taken; distinct: (bot, chat) pairs among them; most: in any second and bot."""

    delivered: int
    distinct: int
    refused: int
    most: int
    first_at: float
    last_at: float
    first_poll: float
    cpu_per_call: float


class _Written:
    """What people write to the bot. The text says when it was written."""

    def __init__(self, number: int, rate: float) -> None:
        self._number, self._rate = number, rate
        self._begun = 0.0

    def since(self, offset: int) -> list[bytes]:
        """Updates from an offset on, as many as Telegram would give."""
        now = time.time()
        self._begun = self._begun or now
        by_now = int((now - self._begun) * self._rate) if self._rate else self._number
        last = min(self._number, by_now, offset + _MOST_UPDATES - 1)
        return [self._update(n) for n in range(max(offset, 1), last + 1)]

    def _update(self, n: int) -> bytes:
        at = self._begun + (n / self._rate if self._rate else 0.0)
        sender = n % WRITERS + 1
        who = {"id": sender, "first_name": "A"}
        message = {
            "message_id": n, "date": int(at), "chat": who | {"type": "private"}, "from": who | {"is_bot": False},
            "text": str(at),
        }  # fmt: skip
        return json.dumps({"update_id": n, "message": message}).encode()


class _Taken:
    def __init__(self, per_second: int) -> None:
        self.per_second = per_second
        self.calls = self.delivered = self.refused = self.most = 0
        self.first_at = self.last_at = self.first_poll = 0.0
        self.pairs: Counter[tuple[bytes, bytes]] = Counter()
        self.recent: dict[bytes, deque[float]] = {}
        self.cpu = time.process_time()

    def message(self, bot: bytes, body: bytes) -> bytes:
        now = time.time()
        recent = self.recent.setdefault(bot, deque())
        while recent and recent[0] <= now - 1:
            recent.popleft()
        if self.per_second and len(recent) >= self.per_second:
            self.refused += 1
            return _SLOW_DOWN
        recent.append(now)
        self.most = max(self.most, len(recent))
        self.first_at, self.last_at = self.first_at or now, now
        self.delivered += 1
        chat = _CHAT.search(body)
        self.pairs[bot, chat[1] if chat else b""] += 1
        return MESSAGE % self.delivered

    def heard(self) -> bytes:
        """How often each chat was written to."""
        return json.dumps({chat.decode(): times for (_, chat), times in self.pairs.items()}).encode()

    def stats(self) -> bytes:
        spent = (time.process_time() - self.cpu) / max(self.calls, 1)
        shown = Stats(
            self.delivered,
            len(self.pairs),
            self.refused,
            self.most,
            self.first_at,
            self.last_at,
            self.first_poll,
            spent,
        )
        return json.dumps(vars(shown)).encode()


class _Http(asyncio.Protocol):
    def __init__(self, taken: _Taken, written: _Written) -> None:
        self._taken, self._written = taken, written
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            length = _LENGTH.search(head)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + 4 : whole], self._buffer[whole:]
            self._answer(head, body)

    def _answer(self, head: bytes, body: bytes) -> None:
        called = _CALL.match(head)
        self._taken.calls += 1
        if called is None or called[3]:
            asked_who = called is not None and called[3] == b"__heard"
            self._write(self._taken.heard() if asked_who else self._taken.stats())
        elif called[2] == b"sendMessage":
            self._write(self._taken.message(called[1], body))
        elif called[2] == b"getUpdates":
            self._taken.first_poll = self._taken.first_poll or time.time()
            offset = _OFFSET.search(head) or _OFFSET.search(body)
            self._give_updates(int(offset[1]) if offset else 0, time.time() + _UPDATES_WAIT)
        else:
            self._write(_ME if called[2] == b"getMe" else b'{"ok":true,"result":true}')

    def _give_updates(self, offset: int, until: float) -> None:
        updates = self._written.since(offset)
        if updates or time.time() >= until:
            self._write(b'{"ok":true,"result":[%s]}' % b",".join(updates))
        else:
            asyncio.get_running_loop().call_later(_LOOK_AGAIN, self._give_updates, offset, until)

    def _write(self, body: bytes) -> None:
        status = b"429 Too Many Requests" if body is _SLOW_DOWN else b"200 OK"
        kind = b"Content-Type: application/json\r\n"
        self._transport.write(b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\n\r\n%s" % (status, kind, len(body), body))


async def _serve(per_second: int, updates: int, rate: float) -> None:
    taken, written = _Taken(per_second), _Written(updates, rate)
    server = await asyncio.get_running_loop().create_server(lambda: _Http(taken, written), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


@dataclass(frozen=True)
class Server:
    url: str

    def stats(self) -> Stats:
        with urllib.request.urlopen(f"{self.url}/__stats") as answer:
            return Stats(**json.load(answer))

    def heard(self) -> dict[str, int]:
        """How often each chat was written to, by address."""
        with urllib.request.urlopen(f"{self.url}/__heard") as answer:
            return dict(json.load(answer))


@contextmanager
def bot_server(per_second: int = 0, updates: int = 0, rate: float = 0.0) -> Iterator[Server]:
    command = [sys.executable, "-m", "tests.benchmarks.bot_server", str(per_second), str(updates), str(rate)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert process.stdout is not None
    try:
        yield Server(f"http://127.0.0.1:{int(process.stdout.readline())}")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])))
