"""A Telegram update as an `Incoming`."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from telegram import Chat, Message, MessageEntity, Update

from bot.channels.telegram.channel import Identity
from bot.channels.telegram.commands import typed
from bot.incoming import ChatKind, Incoming, IncomingFile, Kind

_COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?=\s|$)\s*(?P<words>.*)", re.DOTALL)
_MEDIA = ("voice", "video", "audio", "animation", "video_note")


def read_update(raw: Mapping[str, object], me: Identity, received_at: datetime) -> Incoming | None:
    """What a person did, None for updates no person made in a chat (or that cannot be read at all).

    In a group only commands to this bot (`/viec@bot`), mentions of it and replies to it are addressed, presses
    always; other talk comes back with neither text nor raw.
    """
    try:
        update = Update.de_json(dict(raw), None)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if update is None:
        return None
    if update.callback_query is not None:
        return _press(update, json.dumps(raw, ensure_ascii=False), received_at)
    if update.message is not None and (moved := _moved(update.update_id, update.message)):
        return moved
    if update.message is not None:
        return _message(update.update_id, update.message, me, json.dumps(raw, ensure_ascii=False))
    return None


def press_id(raw: Mapping[str, object]) -> str | None:
    """The id with which a pressed button must be answered, or None if nothing was pressed."""
    query = raw.get("callback_query")
    return str(query["id"]) if isinstance(query, Mapping) and "id" in query else None


def update_id(raw: Mapping[str, object]) -> int:
    """The update's number, 0 where it has none."""
    number = raw.get("update_id")
    return number if isinstance(number, int) else 0


def _press(update: Update, raw: str, received_at: datetime) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None or not query.data:
        return None
    chat = query.message.chat
    return Incoming(
        dedup_key=str(update.update_id),
        address=str(chat.id),
        chat_kind=_chat_kind(chat),
        sender=str(query.from_user.id),
        text=query.data,
        reply_to=str(query.message.message_id),
        kind="press",
        sent_at=received_at,
        addressed=True,
        raw=raw,
    )


def _moved(update_id: int, message: Message) -> Incoming | None:
    """A group became a supergroup, which has another number; Telegram says so in both."""
    here, to, before = message.chat.id, message.migrate_to_chat_id, message.migrate_from_chat_id
    if to is None and before is None:
        return None
    return Incoming(
        dedup_key=str(update_id),
        address=str(before or here),
        chat_kind="group",
        sender="",
        text=str(to or here),
        reply_to=None,
        kind="moved",
        sent_at=message.date.astimezone(UTC),
        addressed=True,
        raw="",
    )


def _message(update_id: int, message: Message, me: Identity, raw: str) -> Incoming:
    written = message.text if message.text is not None else message.caption or ""
    command = _COMMAND.match(written)
    for_me = command is not None and (command["bot"] or me.username).lower() == me.username.lower()
    incoming = Incoming(
        dedup_key=str(update_id),
        address=str(message.chat.id),
        chat_kind=_chat_kind(message.chat),
        sender=_sender(message),
        text=_without_mention(written, me),
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else None,
        kind=_kind(message),
        sent_at=message.date.astimezone(UTC),
        addressed=True,
        raw=raw,
        file=_file(message),
    )
    if incoming.chat_kind == "group" and not _is_for_bot(message, me, command):
        return replace(incoming, text="", raw="", file=None, addressed=False)
    if command is None or not for_me:
        return incoming
    if command["name"].lower() == "start":
        return replace(incoming, kind="start", text=command["words"].strip())
    return replace(incoming, text=typed(command["name"], _without_mention(command["words"], me)))


def _is_for_bot(message: Message, me: Identity, command: re.Match[str] | None) -> bool:
    if command is not None:
        return bool(command["bot"]) and command["bot"].lower() == me.username.lower()
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == me.id:
        return True
    mentions = message.parse_entities([MessageEntity.MENTION]) or message.parse_caption_entities(
        [MessageEntity.MENTION]
    )
    return any(name.lower() == f"@{me.username}".lower() for name in mentions.values())


def _without_mention(text: str, me: Identity) -> str:
    if not me.username:
        return text.strip()
    return re.sub(rf"(?<!\w)@{re.escape(me.username)}(?!\w)[\s,:]*", "", text, flags=re.IGNORECASE).strip()


def _kind(message: Message) -> Kind:
    if message.text is not None:
        return "text"
    if _file(message) is not None:
        return "file"
    return "media" if any(getattr(message, name) for name in _MEDIA) else "unsupported"


def _file(message: Message) -> IncomingFile | None:
    """The document of a message, or its photo in the largest size; a moving picture has one as well, which is none."""
    if message.photo:
        largest = message.photo[-1]
        return IncomingFile(largest.file_id, f"anh-{message.date:%d%m%Y-%H%M%S}.jpg", largest.file_size)
    document = message.document
    if document is None or message.animation is not None:
        return None
    return IncomingFile(document.file_id, document.file_name or "", document.file_size)


def _chat_kind(chat: Chat) -> ChatKind:
    return "private" if chat.type == Chat.PRIVATE else "group"


def _sender(message: Message) -> str:
    # An anonymous group administrator writes as the group; that is not a person whose word can be taken.
    if message.sender_chat is not None or message.from_user is None:
        return ""
    return str(message.from_user.id)
