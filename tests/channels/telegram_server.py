"""A Bot API server on this machine: strict about every call, with people who type, press and answer.

    async with TelegramServer() as server:
        channel = TelegramChannel(server.token, server.base_url)
        server.type(chat_id=7, text="xong 2")           # waits in the getUpdates queue
        server.press(chat_id=7, label="Hoàn tác")        # a button of the last message that has it
        server.sent                                      # what the bot sent, in order
        server.fail("sendMessage", too_many_requests(3))  # the next such call

A call that breaks the public reference is refused with 400 and fails the test at the end of the block, unless the
test takes it out of `server.violations`.
"""

import asyncio
import json
import ssl
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.channels.telegram_faults import Fault, refusal
from tests.channels.telegram_people import TelegramPeople
from tests.channels.telegram_schema import decode, violations

BOT_ID, BOT_NAME = 4242, "viec_bot"
_LONGEST_HOLD = 5.0
MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class SentMessage:
    """buttons: rows of (label, callback data); reply_to: the message answered; document: its name and bytes;
    bold: what is shown in bold, in order."""

    chat_id: int
    message_id: int
    text: str
    buttons: list[list[tuple[str, str]]] = field(default_factory=list)
    reply_to: int | None = None
    document: tuple[str, bytes] | None = None
    bold: tuple[str, ...] = ()


class TelegramServer(TelegramPeople):
    """`now` gives the dates of messages. `blocked` chats answer 403, `unknown` ones 400, `moved` ones migrate."""

    def __init__(self, token: str = "4242:secret-of-the-bot", now: Callable[[], datetime] | None = None) -> None:
        super().__init__(BOT_ID, BOT_NAME, now or (lambda: datetime(2025, 10, 13, 0, 30, tzinfo=UTC)))
        self.token = token
        self.base_url = ""
        self.sent: list[SentMessage] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answered: list[str] = []
        self.commands: dict[str, list[dict[str, str]]] = {}  # by scope and language
        self.violations: list[str] = []
        self.blocked: set[int] = set()
        self.unknown: set[int] = set()
        self.moved: dict[int, int] = {}
        self.webhook: str = ""
        self.webhook_secret: str = ""
        self.last_error = ""
        self.tls: ssl.SSLContext | None = None
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._changed = asyncio.Condition()
        self._polls = 0
        self._closing = False
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> "TelegramServer":
        app = web.Application()
        app.router.add_get("/file/bot{token}/documents/{key}", self._file_itself)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self.tls)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, failure: type[BaseException] | None, *_: object) -> None:
        self._closing = True
        await self._tell()
        if self._runner is not None:
            await self._runner.cleanup()
        if failure is None:
            assert not self.violations, self.violations

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of the method end this way, one each, in order."""
        self._faults[method].extend(faults)

    def forget_faults(self) -> None:
        """From now on calls are carried out."""
        self._faults.clear()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something the server sees makes `true` true; fails after five seconds."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(true), _LONGEST_HOLD)

    async def drained(self) -> None:
        """Wait until the bot has confirmed everything people did."""
        await self.until(lambda: not self.waiting)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _arrived(self) -> None:
        """Someone did something: wake a poll that is held."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._waking = loop.create_task(self._tell())

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return refusal(401, "Unauthorized")
        form = await request.post()
        uploads = {k: (v.filename, v.file.read()) for k, v in form.items() if isinstance(v, web.FileField)}
        fields = {k: str(v) for k, v in form.items() if k not in uploads}
        values = decode(method, {**dict(request.query), **fields}) | {k: {} for k in uploads}
        self.calls.append((method, values))
        wrong = violations(method, values)
        if wrong:
            self.violations += wrong
            return refusal(400, f"Bad Request: {wrong[0]}")
        fault = self._faults[method].pop(0) if self._faults[method] else None
        await self._tell()
        if fault is not None and not fault.after:
            return await fault.answer(request)
        self._uploads = uploads
        response = await getattr(self, f"_{_snake(method)}")(values)
        await self._tell()
        return await fault.answer(request) if fault is not None else response

    async def _get_me(self, _: dict[str, Any]) -> web.Response:
        return _result({"id": BOT_ID, "is_bot": True, "first_name": "Trợ lý nhắc việc", "username": BOT_NAME})

    async def _get_updates(self, asked: dict[str, Any]) -> web.Response:
        if self.webhook:
            return refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook")
        self._polls += 1
        mine = self._polls
        await self._tell()
        offset, limit = asked.get("offset", 0), asked.get("limit", 100)
        self.waiting[:] = [update for update in self.waiting if update["update_id"] >= offset]
        async with self._changed:
            self._changed.notify_all()
            try:
                await asyncio.wait_for(
                    self._changed.wait_for(lambda: self.waiting or self._closing or self._polls != mine),
                    min(asked.get("timeout", 0), _LONGEST_HOLD),
                )
            except TimeoutError:
                return _result([])
        if self._polls != mine:
            return refusal(409, "Conflict: terminated by other getUpdates request")
        return _result(self.waiting[:limit])

    async def _set_webhook(self, asked: dict[str, Any]) -> web.Response:
        self.webhook, self.webhook_secret = asked["url"], asked.get("secret_token", "")
        return _result(True)

    async def _get_webhook_info(self, _: dict[str, Any]) -> web.Response:
        info = {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self.waiting)}
        return _result(info | ({"last_error_message": self.last_error} if self.last_error else {}))

    async def _delete_webhook(self, asked: dict[str, Any]) -> web.Response:
        self.webhook = ""
        if asked.get("drop_pending_updates"):
            self.waiting.clear()
        return _result(True)

    async def _send_message(self, asked: dict[str, Any]) -> web.Response:
        chat_id = int(asked["chat_id"])
        if chat_id in self.blocked:
            return refusal(403, "Forbidden: bot was blocked by the user")
        if chat_id in self.unknown:
            return refusal(400, "Bad Request: chat not found")
        if chat_id in self.moved:
            return refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved[chat_id],
            )
        sent = SentMessage(
            chat_id,
            self.next_message_id(),
            asked["text"],
            _rows(asked),
            asked.get("reply_parameters", {}).get("message_id"),
            bold=_bold(asked["text"], asked.get("entities", [])),
        )
        self.sent.append(sent)
        return _result(self.as_message(sent.message_id, sent.chat_id, self.bot_user, text=sent.text))

    async def _send_document(self, asked: dict[str, Any]) -> web.Response:
        (document,) = self._uploads.values()
        answer = await self._send_message({**asked, "text": asked.get("caption", "")})
        if answer.status == 200:
            self.sent[-1] = replace(self.sent[-1], document=document)
        return answer

    async def _get_file(self, asked: dict[str, Any]) -> web.Response:
        key = asked["file_id"]
        if key not in self.files:
            return refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self.files[key])
        if size > MOST_BYTES:
            return refusal(400, "Bad Request: file is too big")
        return _result(
            {"file_id": key, "file_unique_id": f"u-{key}", "file_size": size, "file_path": f"documents/{key}"}
        )

    async def _file_itself(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(("file", {}))
        if request.match_info["token"] != self.token:
            return refusal(401, "Unauthorized")
        fault = self._faults["file"].pop(0) if self._faults["file"] else None
        if fault is not None:
            return await fault.answer(request)
        return web.Response(body=self.files[request.match_info["key"]])

    async def _answer_callback_query(self, asked: dict[str, Any]) -> web.Response:
        self.answered.append(asked["callback_query_id"])
        return _result(True)

    async def _set_my_commands(self, asked: dict[str, Any]) -> web.Response:
        names = [one["command"] for one in asked["commands"]]
        assert len(names) == len(set(names)) <= 100
        self.commands[_scope(asked)] = asked["commands"]
        return _result(True)

    async def _delete_my_commands(self, asked: dict[str, Any]) -> web.Response:
        self.commands.pop(_scope(asked), None)
        return _result(True)

    async def _edit_message_reply_markup(self, asked: dict[str, Any]) -> web.Response:
        chat_id, rows = int(asked["chat_id"]), _rows(asked)
        for at, sent in enumerate(self.sent):
            if (sent.chat_id, sent.message_id) == (chat_id, asked["message_id"]):
                if sent.buttons == rows:
                    return refusal(400, "Bad Request: message is not modified")
                self.sent[at] = replace(sent, buttons=rows)
                return _result(self.as_message(sent.message_id, chat_id, self.bot_user, text=sent.text))
        return refusal(400, "Bad Request: message to edit not found")


def _rows(asked: dict[str, Any]) -> list[list[tuple[str, str]]]:
    rows = asked.get("reply_markup", {}).get("inline_keyboard", [])
    return [[(button["text"], button.get("callback_data", "")) for button in row] for row in rows]


def _scope(asked: dict[str, Any]) -> str:
    """ "" for everybody, "en" for phones in English, "chat/7" for one chat, "all_group_chats/en" …"""
    scope = asked.get("scope", {})
    words = (scope.get("type", ""), str(scope.get("chat_id", "")), asked.get("language_code", ""))
    return "/".join(word for word in words if word)


def _bold(text: str, entities: list[dict[str, Any]]) -> tuple[str, ...]:
    units = text.encode("utf-16-le")
    runs = [(e["offset"] * 2, e["length"] * 2) for e in entities if e["type"] == "bold"]
    return tuple(units[at : at + length].decode("utf-16-le") for at, length in runs)


def _snake(method: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in method)


def _result(result: Any) -> web.Response:
    return web.Response(text=json.dumps({"ok": True, "result": result}), content_type="application/json")
