"""python-telegram-bot's HTTP over aiohttp: its own httpx pool gets slower with every request in flight."""

import json

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.http import new_session

_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0


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
        if self._session is None:
            self._session = new_session(self._connections)

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
        await self.initialize()
        assert self._session is not None
        read = read_timeout if isinstance(read_timeout, int | float) else self._read_seconds
        connect = connect_timeout if isinstance(connect_timeout, int | float) else _CONNECT_SECONDS
        limits = aiohttp.ClientTimeout(total=connect + 2 * read, connect=connect, sock_read=read)
        fields = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(
                method, url, data=fields, timeout=limits, allow_redirects=False
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

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """As the base class, without logging the body, which may repeat the address."""
        answer = _as_answer(payload)
        if answer is None:
            raise TelegramError("the answer is not from the Bot API")
        return answer


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
