"""A Zalo Bot server on this machine, as the platform documents itself: errors as HTTP 200, one update a poll.

    async with ZaloServer(wrapped=False) as server:
        channel = ZaloChannel(server.token, server.base_url)
        server.type("a1b2", "xong 2")
        server.sent

`wrapped`: whether webhook bodies and polled updates wear the envelope twice, as the documents show them, or flat, as
live bots got them. Polling forgets an update when it hands it over.
"""

import asyncio
import itertools
import json
import ssl
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from tests.channels.telegram_faults import Fault

_FIELDS = {
    "getMe": ({}, {}),
    "getUpdates": ({}, {"timeout": (str, int)}),
    "sendMessage": ({"chat_id": str, "text": str}, {"parse_mode": str, "text_styles": list}),
    "sendPhoto": ({"chat_id": str, "photo": str}, {"caption": str}),
    "sendSticker": ({"chat_id": str, "sticker": str}, {}),
    "sendChatAction": ({"chat_id": str, "action": str}, {}),
    "setWebhook": ({"url": str, "secret_token": str}, {}),
    "getWebhookInfo": ({}, {}),
    "deleteWebhook": ({}, {}),
}


_STYLES = frozenset(
    {"b", "i", "u", "s", "f_13", "f_15", "f_18", "f_20", "c_050a19", "c_15a85f", "c_f7b503", "c_f27806", "c_db342e",
     "lst_1", "lst_2", *(f"ind_{n}" for n in range(1, 6))}
)  # fmt: skip


@dataclass(frozen=True)
class ZaloSent:
    """bold: what is shown in bold, in order; photo: the address of a picture, whose caption is the text."""

    chat_id: str
    message_id: str
    text: str
    bold: tuple[str, ...] = ()
    photo: str = ""


class ZaloServer:
    """`quota`: messages left this month, None for no limit. `unknown`: chats that cannot be written to."""

    def __init__(
        self,
        token: str = "123:secret-of-zalo",
        *,
        wrapped: bool = True,
        longest_hold: float = 0.2,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.token = token
        self.base_url = ""
        self.wrapped = wrapped
        self.quota: int | None = None
        self.unknown: set[str] = set()
        self.knows_styles = True
        self.sent: list[ZaloSent] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.violations: list[str] = []
        self.waiting: list[dict[str, Any]] = []
        self.webhook = self.webhook_secret = ""
        self.tls: ssl.SSLContext | None = None
        self.photos: list[bytes] = []
        self.now = now or (lambda: datetime(2025, 10, 13, 0, 30, tzinfo=UTC))
        self._hold = longest_hold
        self._numbers = itertools.count(1)
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> "ZaloServer":
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/photos/{n}.jpg", self._photo)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self.tls).start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, failure: type[BaseException] | None, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
        if failure is None:
            assert not self.violations, self.violations

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of the method end this way, one each, in order."""
        self._faults[method].extend(faults)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something the server sees makes `true` true; fails after five seconds."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(true), 5.0)

    def type(self, user: str, text: str, *, name: str = "Lan", group: str | None = None) -> str:
        """A text message; its id. `group`: in a group, where it counts as a mention of the bot."""
        return self._push("text", user, name, group, text=text)

    def send_photo(self, user: str, caption: str = "", content: bytes = b"", *, name: str = "Lan") -> str:
        """It lies beside the API, where its address says."""
        self.photos.append(content)
        photo = {"photo_url": f"{self.base_url}/photos/{len(self.photos)}.jpg", "message_type": "CHAT_PHOTO"}
        return self._push("image", user, name, None, caption=caption, **photo)

    def send_sticker(self, user: str, *, name: str = "Lan") -> str:
        return self._push("sticker", user, name, None, sticker="sticker-1", url="https://sticker.example/1.png")

    def send_voice(self, user: str, *, name: str = "Lan") -> str:
        return self._push("voice", user, name, None, voice_url="https://voice.example/1.aac")

    def send_unsupported(self, user: str, *, name: str = "Lan") -> str:
        """A file, a link, or anything from a protected person: it carries no content."""
        return self._push("unsupported", user, name, None)

    def webhook_body(self, update: dict[str, Any]) -> str:
        """The body of a webhook call for an update taken from `waiting`."""
        return json.dumps({"ok": True, "result": update} if self.wrapped else update)

    def _push(self, kind: str, user: str, name: str, group: str | None, **content: Any) -> str:
        message_id = f"{next(self._numbers):020x}"
        chat = {"id": group, "chat_type": "GROUP"} if group else {"id": user, "chat_type": "PRIVATE"}
        message = {
            "message_id": message_id,
            "date": int(self.now().timestamp() * 1000),
            "from": {"id": user, "display_name": name, "is_bot": False},
            "chat": chat,
            **{field: value for field, value in content.items() if value},
        }
        self.waiting.append({"event_name": f"message.{kind}.received", "message": message})
        self._waking = asyncio.get_running_loop().create_task(self._tell())
        return message_id

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return no(401, "Unauthorized")
        values = await _values(request)
        self.calls.append((method, values))
        wrong = _violations(method, values)
        if wrong:
            self.violations += wrong
            return no(400, wrong[0])
        fault = self._faults[method].pop(0) if self._faults[method] else None
        await self._tell()
        if fault is not None and not fault.after:
            return await fault.answer(request)
        response = await getattr(self, f"_{method}")(values)
        await self._tell()
        return await fault.answer(request) if fault is not None else response

    async def _photo(self, request: web.Request) -> web.StreamResponse:
        n = int(request.match_info["n"])
        return web.Response(body=self.photos[n - 1]) if n <= len(self.photos) else web.Response(status=404)

    async def _getMe(self, _: dict[str, Any]) -> web.Response:
        return _yes({"id": "77", "account_name": "Bot Nhắc Việc", "account_type": "BASIC", "can_join_groups": False})

    async def _getUpdates(self, asked: dict[str, Any]) -> web.Response:
        if self.webhook:
            return no(400, "Bad request: a webhook is set")
        async with self._changed:
            try:
                await asyncio.wait_for(
                    self._changed.wait_for(lambda: self.waiting), min(float(asked.get("timeout", 30)), self._hold)
                )
            except TimeoutError:
                return no(408, "Request timeout")
            update = self.waiting.pop(0)
        return _yes(update) if self.wrapped else web.json_response(update)

    async def _setWebhook(self, asked: dict[str, Any]) -> web.Response:
        if not asked["url"].startswith("https://") or not 8 <= len(asked["secret_token"]) <= 256:
            return no(400, "Bad request: url or secret_token is invalid")
        self.webhook, self.webhook_secret = asked["url"], asked["secret_token"]
        return await self._getWebhookInfo(asked)

    async def _getWebhookInfo(self, _: dict[str, Any]) -> web.Response:
        return _yes({"url": self.webhook, "updated_at": int(self.now().timestamp() * 1000)})

    async def _deleteWebhook(self, asked: dict[str, Any]) -> web.Response:
        self.webhook = self.webhook_secret = ""
        return await self._getWebhookInfo(asked)

    async def _sendMessage(self, asked: dict[str, Any]) -> web.Response:
        if asked.get("text_styles") and not self.knows_styles:
            return no(400, "Bad request: text_styles is not allowed")
        styled = asked["text"].encode("utf-16-le")
        runs = [(s["start"] * 2, s["len"] * 2) for s in asked.get("text_styles", []) if "b" in s["st"]]
        bold = tuple(styled[at : at + length].decode("utf-16-le") for at, length in runs)
        return self._say(asked["chat_id"], asked["text"], bold)

    async def _sendPhoto(self, asked: dict[str, Any]) -> web.Response:
        return self._say(asked["chat_id"], asked.get("caption", ""), photo=asked["photo"])

    async def _sendSticker(self, asked: dict[str, Any]) -> web.Response:
        return self._say(asked["chat_id"], "")

    async def _sendChatAction(self, asked: dict[str, Any]) -> web.Response:
        return web.json_response({"ok": True})

    def _say(self, chat_id: str, text: str, bold: tuple[str, ...] = (), photo: str = "") -> web.Response:
        if chat_id in self.unknown:
            return no(400, "Bad request: invalid chat_id")
        if self.quota is not None and len(self.sent) >= self.quota:
            return no(429, "Quota exceeded")
        sent = ZaloSent(chat_id, f"{next(self._numbers):020x}", text, bold, photo)
        self.sent.append(sent)
        return _yes({"message_id": sent.message_id, "date": int(self.now().timestamp() * 1000)})


async def _values(request: web.Request) -> dict[str, Any]:
    """Fields of any form that is documented: query, JSON, form or multipart, where lists travel as JSON."""
    if request.content_type == "application/json":
        return dict(await request.json()) if request.can_read_body else {}
    values: dict[str, Any] = {**request.query, **await request.post()}
    return values | {"text_styles": json.loads(values["text_styles"])} if "text_styles" in values else values


def no(code: int, description: str, status: int = 200) -> web.Response:
    return web.json_response({"ok": False, "error_code": code, "description": description}, status=status)


def refused(code: int, description: str, status: int = 200) -> Fault:
    async def answer(_: web.Request) -> web.Response:
        return no(code, description, status)

    return Fault(answer)


def _yes(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _violations(method: str, values: dict[str, Any]) -> list[str]:
    if method not in _FIELDS:
        return [f"{method}: unknown method"]
    required, optional = _FIELDS[method]
    known: dict[str, Any] = {**required, **optional}
    found = [f"{method}.{name}: unknown" for name in values if name not in known]
    found += [f"{method}.{name}: missing" for name in required if name not in values]
    found += [f"{method}.{n}: wrong type" for n, v in values.items() if n in known and not isinstance(v, known[n])]
    for name in ("text", "caption"):
        text = values.get(name, "x")
        if isinstance(text, str) and not 1 <= len(text.encode("utf-16-le")) // 2 <= 2000:
            found.append(f"{method}.{name}: {len(text)} characters")
    return found or _style_violations(values)


def _style_violations(values: dict[str, Any]) -> list[str]:
    """`start` and `len` are UTF-16 units inside the text, `st` a list of documented codes."""
    units = len(values.get("text", "").encode("utf-16-le")) // 2
    found = []
    for run in values.get("text_styles", []):
        if not isinstance(run, dict) or set(run) != {"start", "len", "st"}:
            found.append("sendMessage.text_styles: not {start, len, st}")
        elif not (run["start"] >= 0 and run["len"] > 0 and run["start"] + run["len"] <= units):
            found.append("sendMessage.text_styles: outside the text")
        elif not run["st"] or not set(run["st"]) <= _STYLES:
            found.append("sendMessage.text_styles: an unknown code")
    if values.get("parse_mode", "html") not in ("markdown", "html"):
        found.append("sendMessage.parse_mode: neither markdown nor html")
    return found
