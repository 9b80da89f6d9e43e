"""Sending through a Zalo Bot: text with bold headings; no buttons, no files."""

from collections.abc import Mapping

from bot.channels.headings import headings
from bot.channels.webhook import WebhookFailed
from bot.channels.zalo.client import (
    BAD_REQUEST,
    BAD_TOKEN,
    NOT_FOUND,
    NOTHING_YET,
    QUOTA_USED,
    TOO_LARGE,
    ZaloClient,
    ZaloError,
    ZaloNotReached,
    ZaloRefused,
)
from jobs.delivery.channel import (
    Capabilities,
    ConnectionRefused,
    Doubtful,
    GiveUp,
    NotFetched,
    Outcome,
    OutMessage,
    Sent,
    TryLater,
    utf16_length,
)

# Zalo publishes no rate; these keep far below what teams report to work. Groups are beta, so off.
CAPABILITIES = Capabilities(
    text_limit=2000,
    per_second=5.0,
    per_chat_seconds=1.2,
    per_group_seconds=3.0,
)

UNKNOWN_TOKEN = "Zalo does not know this token"
_RETRY_SECONDS = 15.0
# 429 is the quota, and useless to repeat; Zalo publishes no rate, but where it should speak of one, waiting helps.
_PACE_SECONDS = 60.0
_PACE_WORDS = ("too many", "rate", "per second", "per minute")
_CHAT_WORDS = ("chat", "user", "recipient", "người dùng")


class ZaloChannel:
    """One bot. `base_url` is the root of a Zalo Bot API server, the official one by default."""

    capabilities = CAPABILITIES

    def __init__(self, token: str, base_url: str | None = None, read_seconds: float = 20.0) -> None:
        self.client = ZaloClient(token, base_url, read_seconds)
        # The long poll has connections of its own, so that renewing them never cuts a sending.
        self.polling = ZaloClient(token, base_url, read_seconds)
        self._styles = True

    async def send(self, message: OutMessage) -> Outcome:
        if utf16_length(message.text) > CAPABILITIES.text_limit:
            return GiveUp("longer than 2000 units", "message")
        fields: dict[str, object] = {"chat_id": message.address, "text": message.text}
        bold = [{"start": at.start, "len": at.length, "st": ["b"]} for at in headings(message.text)]
        outcome = await self._send(fields | {"text_styles": bold} if bold and self._styles else fields)
        if bold and self._styles and isinstance(outcome, GiveUp) and outcome.scope == "message":
            plain = await self._send(fields)
            self._styles = not isinstance(plain, Sent)  # it was the styles that Zalo does not take
            return plain
        return outcome

    async def _send(self, fields: Mapping[str, object]) -> Outcome:
        try:
            result = await self.client.call("sendMessage", fields)
        except ZaloRefused as refused:
            return self._refused(refused)
        except ZaloNotReached as error:
            return TryLater(_RETRY_SECONDS, str(error))
        except ZaloError as error:
            return Doubtful(str(error))
        return Sent(str(result.get("message_id", "")) if isinstance(result, dict) else "")

    def _refused(self, refused: ZaloRefused) -> Outcome:
        why, said = str(refused), refused.description.lower()
        if refused.code == QUOTA_USED:
            # The plan's month is used up: the same message would be refused until somebody buys more.
            return TryLater(_PACE_SECONDS, why) if any(word in said for word in _PACE_WORDS) else GiveUp(why, "message")
        if refused.code == BAD_TOKEN:
            return GiveUp(why, "connection")
        if refused.code == NOTHING_YET:
            return Doubtful(why)
        if refused.code in (BAD_REQUEST, NOT_FOUND):
            return GiveUp(why, "chat" if any(word in said for word in _CHAT_WORDS) else "message")
        # The official table calls 403 "internal server error", so it is no verdict on the chat.
        return TryLater(_RETRY_SECONDS * 4, why)

    async def name(self) -> str:
        """The bot's account name. Raises ConnectionRefused for a bad token, ZaloError when it cannot be asked."""
        try:
            me = await self.client.call("getMe", {})
        except ZaloRefused as refused:
            if refused.code == BAD_TOKEN:
                raise ConnectionRefused(UNKNOWN_TOKEN) from None
            raise
        return str(me.get("account_name", "")) if isinstance(me, dict) else ""

    async def answers(self) -> bool:
        try:
            await self.client.call("getMe", {})
        except ZaloRefused:
            return True
        except ZaloError:
            return False
        return True

    async def use_webhook(self, url: str, secret: str) -> None:
        """Have updates posted to `url` with `secret` (8 to 256 characters) in X-Bot-Api-Secret-Token."""
        await self._about_webhook("setWebhook", {"url": url, "secret_token": secret})

    async def webhook_url(self) -> str:
        info = await self._about_webhook("getWebhookInfo", {})
        return str(info.get("url") or "") if isinstance(info, dict) else ""

    async def stop_webhook(self) -> None:
        """Zalo does not answer polls while a webhook is set."""
        await self._about_webhook("deleteWebhook", {})

    async def _about_webhook(self, method: str, fields: Mapping[str, object]) -> object:
        try:
            return await self.client.call(method, fields)
        except ZaloRefused as refused:
            if refused.code == BAD_TOKEN:
                raise ConnectionRefused(UNKNOWN_TOKEN) from None
            raise WebhookFailed(str(refused)) from None
        except ZaloError as error:
            raise WebhookFailed(str(error)) from None

    async def fetch(self, key: str, most: int) -> bytes:
        """A picture of at most `most` bytes at the address it came with. Raises NotFetched."""
        try:
            return await self.client.download(key, most)
        except ZaloRefused as refused:
            raise NotFetched(str(refused), too_large=refused.code == TOO_LARGE) from None
        except ZaloError as error:
            raise NotFetched(str(error), _RETRY_SECONDS) from None

    async def close(self) -> None:
        await self.polling.renew()
        await self.client.renew()
