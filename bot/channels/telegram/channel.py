"""Sending through Telegram, and the other few calls this bot makes."""

import asyncio
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import urlencode

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, Message, MessageEntity, ReplyParameters
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.channels.headings import headings
from bot.channels.http import hide, silence_loggers
from bot.channels.telegram.keyboard import keyboard
from bot.channels.telegram.transport import AiohttpRequest, NotSent, TooLarge
from bot.channels.webhook import WebhookFailed
from jobs.delivery.channel import (
    Capabilities,
    ConnectionRefused,
    Doubtful,
    Edit,
    GiveUp,
    Moved,
    NotFetched,
    Outcome,
    OutMessage,
    Sent,
    TryLater,
    utf16_length,
)

_log = logging.getLogger(__name__)

_OFFICIAL = "https://api.telegram.org"
_SEND_CONNECTIONS = 16
_RETRY_SECONDS = 15.0
CLOSE_SECONDS = 2.0
UNKNOWN_TOKEN = "Telegram does not know this token"

#: What is asked of Telegram; everything else never arrives.
UPDATE_KINDS = ["message", "callback_query"]

# Telegram: about 30 messages a second in all, one a second to a chat, 20 a minute to a group.
CAPABILITIES = Capabilities(
    text_limit=4096,
    per_second=29.0,
    per_chat_seconds=1.2,
    per_group_seconds=3.0,
    files=True,
)

_CHAT_IS_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_id_invalid",
    "was deactivated",
    "was deleted",
    "was kicked",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "need administrator rights",
)


class Identity(NamedTuple):
    id: int
    username: str


class TelegramChannel:
    """One bot. `base_url` is the root of a Bot API server, the official one by default."""

    capabilities = CAPABILITIES

    def __init__(self, token: str, base_url: str | None = None, read_seconds: float = 20.0) -> None:
        silence_loggers()
        root = (base_url or _OFFICIAL).rstrip("/")
        self._token = token
        # A long poll holds its connection for half a minute: it must never take one from the senders.
        self._polling = AiohttpRequest(connections=2, read_seconds=read_seconds)
        self._sending = AiohttpRequest(_SEND_CONNECTIONS, read_seconds)
        self._bot = Bot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=self._sending,
            get_updates_request=self._polling,
        )
        self._identity: Identity | None = None
        self._beside: set[asyncio.Task[None]] = set()

    @property
    def bot(self) -> Bot:
        return self._bot

    def hide(self, text: object) -> str:
        """The text without the token."""
        return hide(text, self._token)

    async def send(self, message: OutMessage) -> Outcome:
        limit = CAPABILITIES.caption_limit if message.file else CAPABILITIES.text_limit
        if utf16_length(message.text) > limit:
            return GiveUp(f"longer than {limit} units", "message")
        try:
            sent = await self._send(message)
        except TelegramError as error:
            return self._outcome(error)
        if message.edit is not None:
            beside = asyncio.create_task(self._edit(message.address, message.edit))
            self._beside.add(beside)
            beside.add_done_callback(self._beside.discard)
        return Sent(str(sent.message_id))

    async def _edit(self, address: str, edit: Edit) -> None:
        """The text says all; a message that can no longer be edited keeps its buttons, and pressing them is harmless."""
        rows = keyboard(edit.buttons)
        try:
            await self._bot.edit_message_reply_markup(
                chat_id=address,
                message_id=int(edit.message_id),
                reply_markup=InlineKeyboardMarkup(rows) if rows else None,
            )
        except (TelegramError, ValueError) as error:
            _log.info("the buttons of a message were not edited: %s", self.hide(error))

    async def _send(self, message: OutMessage) -> Message:
        rows = keyboard(message.buttons)
        replied = message.reply_to if message.reply_to and message.reply_to.isdecimal() else None
        if message.file is not None:
            return await self._bot.send_document(
                chat_id=message.address,
                document=message.file.content,
                filename=message.file.name,
                caption=message.text,
                reply_markup=InlineKeyboardMarkup(rows) if rows else None,
                reply_parameters=ReplyParameters(int(replied), allow_sending_without_reply=True) if replied else None,
            )
        return await self._bot.send_message(
            chat_id=message.address,
            text=message.text,
            entities=[MessageEntity(MessageEntity.BOLD, at.start, at.length) for at in headings(message.text)] or None,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=InlineKeyboardMarkup(rows) if rows else None,
            reply_parameters=ReplyParameters(int(replied), allow_sending_without_reply=True) if replied else None,
        )

    def _outcome(self, error: TelegramError) -> Outcome:
        why = self.hide(error)
        match error:
            case RetryAfter():
                return TryLater(seconds_to_wait(error), why)
            case ChatMigrated():
                return Moved(str(error.new_chat_id))
            case Forbidden():
                return GiveUp(why, "chat")
            case InvalidToken():
                return GiveUp(why, "connection")
            case BadRequest():
                gone = any(sign in why.lower() for sign in _CHAT_IS_GONE)
                return GiveUp(why, "chat" if gone else "message")
            case NotSent():
                return TryLater(_RETRY_SECONDS, why)
            case _:
                return Doubtful(why)

    async def answers(self) -> bool:
        try:
            await self._bot.get_me()
        except (InvalidToken, RetryAfter):
            return True
        except TelegramError:
            return False
        return True

    async def fetch(self, key: str, most: int) -> bytes:
        """A document of at most `most` bytes by its `file_id`. Raises NotFetched, without the token."""
        try:
            file = await self._bot.get_file(key)
            if file.file_size and file.file_size > most:
                raise TooLarge
            return await self._sending.download(file.file_path or "", most)
        except TooLarge:
            raise NotFetched("too large", too_large=True) from None
        except BadRequest as error:
            raise NotFetched(self.hide(error), too_large="too big" in str(error).lower()) from None
        except (Forbidden, InvalidToken) as error:
            raise NotFetched(self.hide(error)) from None
        except RetryAfter as error:
            raise NotFetched(self.hide(error), seconds_to_wait(error)) from None
        except TelegramError as error:
            raise NotFetched(self.hide(error), _RETRY_SECONDS) from None

    async def identity(self) -> Identity:
        """Who this bot is, asked once. Raises ConnectionRefused, or TelegramError when it cannot be asked."""
        if self._identity is None:
            try:
                me = await self._bot.get_me()
            except InvalidToken:
                raise ConnectionRefused(UNKNOWN_TOKEN) from None
            self._identity = Identity(me.id, me.username or "")
        return self._identity

    async def get_updates(self, offset: int | None, wait_seconds: float, kinds: str) -> list[Mapping[str, object]]:
        """Updates from `offset` on as Telegram wrote them; waits up to `wait_seconds` for the first.

        Raw, because python-telegram-bot reads a batch as a whole: one update it cannot read would stop all.
        """
        asked = {"timeout": str(int(wait_seconds)), "allowed_updates": kinds}
        if offset is not None:
            asked["offset"] = str(offset)
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        read = wait_seconds + self._polling.read_timeout
        updates = await self._polling.post(url, read_timeout=read)
        return [update for update in updates if isinstance(update, dict)] if isinstance(updates, list) else []

    async def renew_polling(self) -> None:
        """Throw away the polling connections: after a network fault a pool can stay wedged for ever."""
        await self._polling.shutdown()

    async def answer_press(self, query_id: str) -> None:
        """Stop the spinner on a pressed button. Failing is harmless: Telegram stops it itself after a while."""
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError:
            return

    async def stop_webhook(self) -> None:
        """Telegram refuses polling while a webhook is set. Waiting updates are kept."""
        await self._bot.delete_webhook(drop_pending_updates=False)

    async def use_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to `url` with `secret` in X-Telegram-Bot-Api-Secret-Token; waiting ones are kept."""
        with self._telling_why():
            # Over several connections at once, what one person writes could overtake itself.
            await self._bot.set_webhook(
                url, secret_token=secret, allowed_updates=UPDATE_KINDS, drop_pending_updates=False, max_connections=1
            )

    async def webhook_url(self) -> str:
        with self._telling_why():
            info = await self._bot.get_webhook_info()
        if info.last_error_message:
            _log.warning("Telegram's last post failed: %s", self.hide(info.last_error_message))
        return info.url

    @contextmanager
    def _telling_why(self) -> Iterator[None]:
        try:
            yield
        except InvalidToken:
            raise ConnectionRefused(UNKNOWN_TOKEN) from None
        except RetryAfter as error:
            raise WebhookFailed(self.hide(error), seconds_to_wait(error)) from None
        except TelegramError as error:
            raise WebhookFailed(self.hide(error)) from None

    async def close(self) -> None:
        if self._beside:
            await asyncio.wait(self._beside, timeout=CLOSE_SECONDS)
        await self._polling.shutdown()
        await self._sending.shutdown()


def seconds_to_wait(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
