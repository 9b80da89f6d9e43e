"""A Zalo Bot update as an `Incoming`."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.incoming import Incoming, IncomingFile, Kind

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_PREFIX, _SUFFIX = "message.", ".received"
_PHOTO_FIELDS = ("photo_url", "photo")
_KINDS: dict[str, Kind] = {"text": "text", "image": "file", "sticker": "unsupported", "voice": "media"}


def read_update(raw: Mapping[str, object], received_at: datetime) -> Incoming | None:
    """What a person did; None for an update no person made (an empty probe, an event that is no message, a bot's).

    Documents wrap the update in {"ok", "result"}, live bots got it flat: both are read. In a group Zalo only hands
    over mentions and quotes of the bot, so everything is addressed. There is no reply field.
    """
    result = raw.get("result")
    update = result if isinstance(result, Mapping) else raw
    message = update.get("message")
    if not isinstance(message, Mapping):
        return None
    chat, sender = _part(message, "chat"), _part(message, "from")
    sent_at = _instant(message.get("date"), received_at)
    message_id, address = _word(message, "message_id"), _word(chat, "id") or _word(sender, "id")
    if not message_id or not address or sender.get("is_bot") is True:
        return None
    return Incoming(
        dedup_key=message_id,
        address=address,
        chat_kind="group" if _word(chat, "chat_type").upper() == "GROUP" else "private",
        sender=_word(sender, "id"),
        text=(_word(message, "text") or _word(message, "caption")).strip(),
        reply_to=None,
        kind=_kind(_word(update, "event_name"), message),
        sent_at=sent_at,
        addressed=True,
        raw=json.dumps(raw, ensure_ascii=False),
        file=_photo(message, sent_at),
    )


def _photo(message: Mapping[str, object], sent_at: datetime) -> IncomingFile | None:
    """A picture comes as an address, which is the key it is fetched by."""
    urls = (_word(message, field) for field in _PHOTO_FIELDS)
    url = next((found for found in urls if found.startswith(("https://", "http://"))), "")
    return IncomingFile(url, f"anh-{sent_at:%d%m%Y-%H%M%S}.jpg", None) if url else None


def _kind(event: str, message: Mapping[str, object]) -> Kind:
    if event.startswith(_PREFIX) and event.endswith(_SUFFIX):
        kind = _KINDS.get(event[len(_PREFIX) : -len(_SUFFIX)], "unsupported")
        return "media" if kind == "file" and _photo(message, _NO_TIME) is None else kind
    if _word(message, "text"):
        return "text"
    if _photo(message, _NO_TIME) is not None:
        return "file"
    return "media" if any(_word(message, field) for field in (*_PHOTO_FIELDS, "voice_url")) else "unsupported"


def _instant(date: object, received_at: datetime) -> datetime:
    """Zalo writes milliseconds; a time that is no time is the time of receipt."""
    try:
        return datetime.fromtimestamp(int(str(date)) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return received_at


def _part(of: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = of.get(name)
    return part if isinstance(part, Mapping) else {}


def _word(of: Mapping[str, object], name: str) -> str:
    word = of.get(name)
    return str(word) if isinstance(word, str | int) and not isinstance(word, bool) else ""
