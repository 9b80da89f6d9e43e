"""Sending into a terminal, for the demo: it has no buttons, as Zalo, so that typed answers are what is tried."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jobs.delivery.channel import Capabilities, NotFetched, Outcome, OutFile, OutMessage, Sent

CAPABILITIES = Capabilities(
    text_limit=2000,
    per_second=1000.0,
    per_chat_seconds=0.0,
    per_group_seconds=0.0,
    files=True,
)


class ConsoleChannel:
    """write: takes one message without line end; name_of: who reads at an address; now: the office's wall clock;
    folder: where files that are sent are put, a new one by default."""

    capabilities = CAPABILITIES

    def __init__(
        self,
        write: Callable[[str], None],
        name_of: Callable[[str], str],
        now: Callable[[], datetime],
        folder: Path | None = None,
    ) -> None:
        self._write = write
        self._name_of = name_of
        self._now = now
        self._folder = folder
        self._written = 0

    async def send(self, message: OutMessage) -> Outcome:
        self._written += 1
        file = f"\n[tệp: {self._put(message.file)}]" if message.file else ""
        self._write(f"[{self._now():%d/%m/%Y %H:%M} → {self._name_of(message.address)}] {message.text}{file}")
        return Sent(str(self._written))

    def _put(self, file: OutFile) -> Path:
        """The file beside those that were sent before."""
        self._folder = self._folder or Path(tempfile.mkdtemp(prefix="nhacviec-"))
        path, n = self._folder / file.name, 1
        while path.exists():
            n += 1
            path = self._folder / f"{Path(file.name).stem}-{n}{Path(file.name).suffix}"
        path.write_bytes(file.content)
        return path

    @property
    def written(self) -> int:
        """How many messages this channel has written."""
        return self._written

    async def answers(self) -> bool:
        return True

    async def fetch(self, key: str, most: int) -> bytes:
        """The file at the path `key` of this machine. Raises NotFetched."""
        try:
            with Path(key).open("rb") as file:
                data = file.read(most + 1)
        except OSError as error:
            raise NotFetched(type(error).__name__) from None
        if len(data) > most:
            raise NotFetched("too large", too_large=True)
        return data

    async def close(self) -> None:
        """Nothing to give back."""
