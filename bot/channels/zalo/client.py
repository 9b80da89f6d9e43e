"""A small client of the Zalo Bot API. The published SDK hides failures: Zalo answers errors as HTTP 200."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

import aiohttp

from bot.channels.http import hide, new_session, silence_loggers

_OFFICIAL = "https://bot-api.zaloplatforms.com"
_CONNECTIONS = 16
_CONNECT_SECONDS = 10.0

#: Zalo's own codes, in the envelope, whatever the HTTP status says.
BAD_REQUEST, BAD_TOKEN, NOT_FOUND, NOTHING_YET, TOO_LARGE, QUOTA_USED = 400, 401, 404, 408, 413, 429


class ZaloError(Exception):
    """Base of what a call may end with. The message never holds the token."""


class ZaloRefused(ZaloError):
    """Zalo read the call and said no: `code` is its error_code, 0 where it gave none."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}".strip())
        self.code = code
        self.description = description


class ZaloNotReached(ZaloError):
    """Nothing left this machine, or something in between refused it: safe to send again."""


class ZaloUnanswered(ZaloError):
    """The call left and no answer of Zalo came: it may have been carried out."""


class ZaloClient:
    """Calls of one bot. `base_url` is the root of the server. Opens its connections at the first call."""

    def __init__(self, token: str, base_url: str | None = None, read_seconds: float = 20.0) -> None:
        silence_loggers()
        self._token = token
        self._root = f"{(base_url or _OFFICIAL).rstrip('/')}/bot{token}"
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    def hide(self, text: object) -> str:
        """The text without the token."""
        return hide(text, self._token)

    async def call(self, method: str, fields: Mapping[str, object], extra_seconds: float = 0.0) -> object:
        """The `result` of a method (None where Zalo gives none). Raises one of the errors above.

        extra_seconds: how much longer than usual the answer may take (a long poll).
        """
        status, body = await self._post(method, fields, extra_seconds)
        answer = self._envelope(status, body)
        if answer.get("ok") is True:
            return answer.get("result")
        code = answer.get("error_code")
        number = int(code) if isinstance(code, int | str) and str(code).isdecimal() else status if status >= 400 else 0
        raise ZaloRefused(number, self.hide(answer.get("description") or ""))

    async def _post(self, method: str, fields: Mapping[str, object], extra_seconds: float) -> tuple[int, bytes]:
        if self._session is None:
            self._session = new_session(_CONNECTIONS, self._root)
        read = self._read_seconds + extra_seconds
        limits = aiohttp.ClientTimeout(total=_CONNECT_SECONDS + 2 * read, connect=_CONNECT_SECONDS, sock_read=read)
        url = f"{self._root}/{method}"
        try:
            async with self._session.post(url, json=fields, timeout=limits, allow_redirects=False) as response:
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError) as error:
            raise ZaloNotReached(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise ZaloUnanswered(type(error).__name__) from None

    async def download(self, url: str, most: int) -> bytes:
        """A picture that somebody sent, which lies elsewhere than the API. Raises ZaloRefused (TOO_LARGE, or what the
        other side says) or ZaloNotReached.
        """
        if not self._may_ask(url):
            raise ZaloRefused(BAD_REQUEST, "no public address")
        limits = aiohttp.ClientTimeout(total=_CONNECT_SECONDS + 3 * self._read_seconds, connect=_CONNECT_SECONDS)
        session = new_session(1, url)
        try:
            async with session.get(url, timeout=limits, allow_redirects=False) as response:
                if response.status != 200:
                    raise ZaloRefused(response.status, "picture")
                data = b""
                while len(data) <= most and (more := await response.content.read(most + 1 - len(data))):
                    data += more
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise ZaloNotReached(type(error).__name__) from None
        finally:
            await session.close()
        if len(data) > most:
            raise ZaloRefused(TOO_LARGE, "too large")
        return data

    def _may_ask(self, url: str) -> bool:
        """Only names of the outside world, so that nobody has this machine ask its own neighbours; or the API's own host."""
        parts, root = urlsplit(url), urlsplit(self._root)
        if (parts.scheme, parts.netloc) == (root.scheme, root.netloc):
            return True
        host = parts.hostname or ""
        return parts.scheme == "https" and "." in host and not host.replace(".", "").isdigit() and ":" not in host

    def _envelope(self, status: int, body: bytes) -> Mapping[str, object]:
        try:
            answer = json.loads(body)
        except ValueError:
            answer = None
        if isinstance(answer, dict) and ("ok" in answer or "error_code" in answer or "message" in answer):
            # A flat update comes without an envelope; it is an answer all the same.
            return answer if "ok" in answer or "error_code" in answer else {"ok": True, "result": answer}
        if 300 <= status < 500 or status == 503:
            raise ZaloNotReached(f"HTTP {status}, not from Zalo")
        raise ZaloUnanswered(f"HTTP {status}, not from Zalo")

    async def renew(self) -> None:
        """Throw away the connections; the next call opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
