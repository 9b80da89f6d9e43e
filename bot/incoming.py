"""The one incoming type: what a person did in a chat, whatever the platform."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ChatKind = Literal["private", "group"]
Kind = Literal["text", "press", "media", "unsupported", "start", "file", "moved"]


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A document: the key the channel fetches it by, its name and its size in bytes, if told."""

    key: str
    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One update of a connection.

    dedup_key: unique per connection (update_id on Telegram, message_id on Zalo).
    address, sender: opaque platform ids of the chat and of the person; sender is "" where the platform hides it.
    text: what was typed; for a press what the button types, for media and files the caption, for a start the invite code or "";
        for a group that moved its new address.
    reply_to: platform id of the message answered or whose button was pressed.
    sent_at: aware UTC; for a press, whose time Telegram does not tell, when it was received.
    addressed: false for group talk that is not for the bot; then text and raw are empty, it is never stored.
    raw: the update as JSON.
    """

    dedup_key: str
    address: str
    chat_kind: ChatKind
    sender: str
    text: str
    reply_to: str | None
    kind: Kind
    sent_at: datetime
    addressed: bool
    raw: str
    file: IncomingFile | None = None


#: Keeps what arrived before the platform is told that it did.
Store = Callable[[list[Incoming]], Awaitable[None]]
