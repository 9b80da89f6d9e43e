"""People in front of Telegram: each thing they do becomes an update in the queue."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.channels.telegram_schema import type_violations

if TYPE_CHECKING:
    from tests.channels.telegram_server import SentMessage


class TelegramPeople:
    """Chats with a negative id are groups. `sender` is the person's id, in a private chat the chat's."""

    sent: "list[SentMessage]"

    def __init__(self, bot_id: int, bot_name: str, now: Callable[[], datetime]) -> None:
        self.bot_user = {"id": bot_id, "is_bot": True, "first_name": "Trợ lý nhắc việc", "username": bot_name}
        self.now = now
        self.waiting: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self._update_id = 1000
        self._message_id = 0

    def type(
        self, chat_id: int, text: str, *, sender: int | None = None, name: str = "Lan", reply_to: int | None = None
    ) -> int:
        """A message; the id of the message. `reply_to`: the id of a message the bot sent to this chat."""
        extra = self._answered(chat_id, reply_to)
        entities = _entities(text)
        if entities:
            extra["entities"] = entities
        return self._message(chat_id, sender, name, text=text, **extra)

    def reply(self, chat_id: int, to: "SentMessage", text: str, **who: Any) -> int:
        return self.type(chat_id, text, reply_to=to.message_id, **who)

    def start(self, chat_id: int, code: str = "", **who: Any) -> int:
        """Open the bot by a link that carries an invite code."""
        return self.type(chat_id, f"/start {code}".strip(), **who)

    def send_document(
        self, chat_id: int, file_name: str, caption: str = "", content: bytes = b"", size: int | None = None, **who: Any
    ) -> int:
        """`size`: what Telegram tells of it, by default its own."""
        key = f"file-{len(self.files) + 1}"
        self.files[key] = content
        document = {
            "file_id": key, "file_unique_id": f"unique-{key}", "file_name": file_name,
            "file_size": len(content) if size is None else size,
        }  # fmt: skip
        return self._captioned(chat_id, caption, who, document=document)

    def send_photo(self, chat_id: int, caption: str = "", content: bytes = b"", **who: Any) -> int:
        """In two sizes, the largest last, as Telegram gives them."""
        key = f"photo-{len(self.files) + 1}"
        self.files[key] = content
        small = {"file_id": f"{key}-s", "file_unique_id": f"unique-{key}-s", "width": 90, "height": 90}
        large = {
            "file_id": key,
            "file_unique_id": f"unique-{key}",
            "width": 900,
            "height": 900,
            "file_size": len(content),
        }
        return self._captioned(chat_id, caption, who, photo=[small, large])

    def press(
        self, chat_id: int, label: str, *, sender: int | None = None, name: str = "Lan", message_id: int | None = None
    ) -> str:
        """Press a button of the newest message of the chat that has it (or of `message_id`); the press's id."""
        for sent in reversed(self.sent):
            if sent.chat_id != chat_id or message_id not in (None, sent.message_id):
                continue
            for text, data in (button for row in sent.buttons for button in row):
                if text == label:
                    return self._press(sent, data, sender or chat_id, name)
        raise AssertionError(f"no message in chat {chat_id} has a button {label!r}")

    def push(self, **update: Any) -> int:
        """Put any update into the queue, as it is; its id."""
        self._update_id += 1
        self.waiting.append({"update_id": self._update_id, **update})
        self._arrived()
        return self._update_id

    def next_message_id(self) -> int:
        self._message_id += 1
        return self._message_id

    def as_message(self, message_id: int, chat_id: int, sender: dict[str, Any], **content: Any) -> dict[str, Any]:
        chat = {"id": chat_id, "type": "private", "first_name": "Lan"}
        if chat_id < 0:
            chat = {"id": chat_id, "type": "supergroup", "title": "Văn phòng"}
        return {
            "message_id": message_id,
            "date": int(self.now().timestamp()),
            "chat": chat,
            "from": sender,
            **content,
        }

    def _message(self, chat_id: int, sender: int | None, name: str, **content: Any) -> int:
        message_id = self.next_message_id()
        person = {"id": sender or chat_id, "is_bot": False, "first_name": name}
        self._push_checked(message=self.as_message(message_id, chat_id, person, **content))
        return message_id

    def _captioned(self, chat_id: int, caption: str, who: dict[str, Any], **content: Any) -> int:
        if caption:
            content["caption"] = caption
        if caption and _entities(caption):
            content["caption_entities"] = _entities(caption)
        return self._message(chat_id, who.get("sender"), who.get("name", "Lan"), **content)

    def _answered(self, chat_id: int, reply_to: int | None) -> dict[str, Any]:
        if reply_to is None:
            return {}
        sent = next((s for s in self.sent if (s.chat_id, s.message_id) == (chat_id, reply_to)), None)
        assert sent is not None, f"the bot sent no message {reply_to} to chat {chat_id}"
        return {"reply_to_message": self.as_message(sent.message_id, chat_id, self.bot_user, text=sent.text)}

    def _press(self, sent: "SentMessage", data: str, sender: int, name: str) -> str:
        query = {
            "id": f"press-{self._update_id + 1}",
            "from": {"id": sender, "is_bot": False, "first_name": name},
            "message": self.as_message(sent.message_id, sent.chat_id, self.bot_user, text=sent.text),
            "chat_instance": "1",
            "data": data,
        }
        self._push_checked(callback_query=query)
        return str(query["id"])

    def _push_checked(self, **update: Any) -> None:
        wrong = type_violations("Update", {"update_id": 1, **update})
        assert not wrong, wrong
        self.push(**update)

    def _arrived(self) -> None:
        raise NotImplementedError


def _entities(text: str) -> list[dict[str, Any]]:
    """Commands and mentions, as Telegram marks them: offset and length in UTF-16 units."""
    found = []
    for kind, pattern in (("bot_command", r"(?<!\S)/\w+(?:@\w+)?"), ("mention", r"(?<![\w/])@\w{4,}")):
        for match in re.finditer(pattern, text):
            offset = len(text[: match.start()].encode("utf-16-le")) // 2
            length = len(match.group().encode("utf-16-le")) // 2
            found.append({"type": kind, "offset": offset, "length": length})
    return found
