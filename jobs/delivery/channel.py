"""What `jobs` knows of a channel: the one outgoing type, what a channel can do, and how a sending may end."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True, slots=True)
class Button:
    """Pressing it is the same as typing `types`."""

    label: str
    types: str


@dataclass(frozen=True, slots=True)
class OutFile:
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Edit:
    """A message that was sent before, and the buttons it has from now on."""

    message_id: str
    buttons: tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class OutMessage:
    """One message to one address; `buttons` are rows, `reply_to` is a platform message id of the same chat.

    `file` is only given to channels that carry files; the text is then its caption. `edit` is done beside the sending
    where a channel can, and its failing is no failure.

    What a channel cannot carry (buttons, replies) it leaves out: typed answers are the design.
    """

    address: str
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    reply_to: str | None = None
    file: OutFile | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """`text_limit`, `caption_limit` (of a text with a file) in UTF-16 units; `files` can be sent; `per_second` messages a connection may send; the others are seconds between
    two messages to one private chat or one group."""

    text_limit: int
    per_second: float
    per_chat_seconds: float
    per_group_seconds: float
    files: bool = False
    caption_limit: int = 1024


@dataclass(frozen=True, slots=True)
class Sent:
    message_id: str


@dataclass(frozen=True, slots=True)
class TryLater:
    """Certainly not delivered; the same message may be sent again after `seconds`."""

    seconds: float
    why: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Certainly not delivered and never will be: to this chat, by this connection, or this one message only."""

    reason: str
    scope: Literal["message", "chat", "connection"]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """The request left and no answer came: the message may have arrived."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Not delivered: the chat now has another address (a Telegram group that became a supergroup)."""

    new_address: str


Outcome = Sent | TryLater | GiveUp | Doubtful | Moved


class NotFetched(Exception):
    """A file could not be brought; `again_in` is seconds after which it may be, None for never."""

    def __init__(self, why: str, again_in: float | None = None, too_large: bool = False) -> None:
        super().__init__(why)
        self.again_in, self.too_large = again_in, too_large


class ConnectionRefused(Exception):
    """The platform does not accept the secret of this connection; only a person can mend that."""


class Channel(Protocol):
    @property
    def capabilities(self) -> Capabilities: ...

    async def send(self, message: OutMessage) -> Outcome:
        """Send once. Never raises for what platform or network do: that is the outcome."""

    async def answers(self) -> bool:
        """Ask the platform something that changes nothing; True when any answer of its own comes. Never raises."""

    async def fetch(self, key: str, most: int) -> bytes:
        """A file that came in, of at most `most` bytes, by the key it came with. Raises NotFetched."""

    async def close(self) -> None:
        """Give connections back; the channel is not used afterwards."""


def utf16_length(text: str) -> int:
    """Length as the platforms count it: a character beyond the basic plane is two units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_text(text: str, limit: int) -> list[str]:
    """Parts of at most `limit` UTF-16 units (at least 2), in NFC, none of them blank.

    Parts end at a line break; a line that is too long alone ends at a space, a word that is too long anywhere but
    inside a character (a base letter with its combining marks stays together while it fits).
    """
    text = unicodedata.normalize("NFC", text)
    if utf16_length(text) <= limit:
        return [text.strip("\n")] if text.strip() else []
    parts: list[str] = []
    current = ""
    for line in text.split("\n"):
        for piece in _pieces(line, limit):
            joined = f"{current}\n{piece}" if current else piece
            if utf16_length(joined) <= limit:
                current = joined
                continue
            parts.append(current)
            current = piece
    parts.append(current)
    return [part for part in (p.strip("\n") for p in parts) if part.strip()]


def _pieces(line: str, limit: int) -> Iterator[str]:
    while utf16_length(line) > limit:
        end = _longest_prefix(line, limit)
        space = line.rfind(" ", 0, end + 1)
        if space > 0 and line[:space].strip():
            yield line[:space].rstrip()
            line = line[space:].lstrip()
        else:
            yield line[:end]
            line = line[end:]
    yield line


def _longest_prefix(line: str, limit: int) -> int:
    """How many characters of a line that is too long fit into `limit` units, without tearing marks off a letter."""
    units = end = 0
    for char in line:
        units += 2 if char > "\uffff" else 1
        if units > limit:
            break
        end += 1
    whole = end
    while whole > 0 and unicodedata.combining(line[whole]):
        whole -= 1
    return whole or end
