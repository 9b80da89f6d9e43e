"""python-telegram-bot's HTTP over aiohttp: its own httpx pool gets slower with every request in flight."""

import json
from urllib.parse import urlencode

import aiohttp
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.http import new_session

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_DOWNLOAD_SECONDS = 150.0
_PIECE = 64 * 1024
_PLAIN_FIELDS = "application/x-www-form-urlencoded"


class TooLarge(TelegramError):
    """More bytes than were asked for."""

    def __init__(self) -> None:
        super().__init__("too large")


class NotSent(NetworkError):
    """Nothing reached Telegram, or Telegram itself said that it did nothing: safe to send again."""


class AiohttpRequest(BaseRequest):
    """One pool of `connections`. Opens at the first call, and again after `shutdown`.

    Errors are raised `from None`: aiohttp's own hold the address, and the address holds the token.
    """

    def __init__(self, connections: int, read_seconds: float = _READ_SECONDS) -> None:
        self._connections = connections
        self._read_seconds = read_seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_seconds

    async def initialize(self) -> None:
        """The first request opens the session, as only it knows the host."""

    def _opened(self, url: str) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = new_session(self._connections, url)
        return self._session

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body. Raises NotSent before the request left; TimedOut or NetworkError after it."""
        read = read_timeout if isinstance(read_timeout, int | float) else self._read_seconds
        connect = connect_timeout if isinstance(connect_timeout, int | float) else _CONNECT_SECONDS
        limits = aiohttp.ClientTimeout(total=connect + 2 * read, connect=connect, sock_read=read)
        try:
            async with self._opened(url).request(
                method, url, data=_form(request_data), timeout=limits, allow_redirects=False
            ) as response:
                status, body = response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError) as error:
            raise NotSent(f"no connection: {type(error).__name__}") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"connection lost: {type(error).__name__}") from None
        _refuse_strangers(status, body)
        return status, body

    async def download(self, url: str, most: int) -> bytes:
        """The body at `url`, of at most `most` bytes. Raises TooLarge, and what `do_request` raises."""
        limits = aiohttp.ClientTimeout(total=_DOWNLOAD_SECONDS, connect=_CONNECT_SECONDS, sock_read=self._read_seconds)
        try:
            async with self._opened(url).get(url, timeout=limits, allow_redirects=False) as response:
                status, body = response.status, await _bounded(response, most)
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"connection lost: {type(error).__name__}") from None
        if status != 200:
            _refuse_strangers(status, body)
            raise BadRequest(f"HTTP {status}")
        return body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """As the base class, without logging the body, which may repeat the address."""
        answer = _as_answer(payload)
        if answer is None:
            raise TelegramError("the answer is not from the Bot API")
        return answer


async def _bounded(response: aiohttp.ClientResponse, most: int) -> bytes:
    body = bytearray()
    async for piece in response.content.iter_chunked(_PIECE):
        body += piece
        if len(body) > most:
            raise TooLarge
    return bytes(body)


def _form(data: RequestData | None) -> aiohttp.FormData | aiohttp.BytesPayload | None:
    """Plain fields, or fields and files as one form."""
    if data is None:
        return None
    if not data.contains_files:  # aiohttp's form would draw random bytes for a boundary that is not used
        return aiohttp.BytesPayload(urlencode(data.json_parameters).encode(), content_type=_PLAIN_FIELDS)
    form = aiohttp.FormData(quote_fields=False)  # Telegram takes names as they are
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form


def _as_answer(body: bytes) -> dict[str, object] | None:
    try:
        answer = json.loads(body)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "ok" in answer else None


def _refuse_strangers(status: int, body: bytes) -> None:
    """Keep a proxy's error page from reading as Telegram's verdict on a chat or a token."""
    if 200 <= status < 300:
        return
    answer = _as_answer(body)
    if answer is not None:
        if status >= 500:
            raise NotSent(f"HTTP {status}: {answer.get('description', '')}")
        return
    if status < 500 or status == 503:
        raise NotSent(f"HTTP {status}, not from the Bot API")
    # 502 and 504: the gateway lost the Bot API after passing the request on.
    raise NetworkError(f"HTTP {status}, not from the Bot API")
