"""What every channel's HTTP client shares: proxy, certificates, silence about secrets."""

import logging
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp

# aiohttp closes an idle connection itself before a server or a NAT box may drop it unseen: a write into a dropped
# one cannot be told from a delivered message.
_IDLE_SECONDS = 15

_LOGGERS_THAT_SHOW_ADDRESSES = ("telegram", "httpx", "httpcore", "aiohttp.client", "aiohttp.internal")


def new_session(connections: int, url: str) -> aiohttp.ClientSession:
    """A session for the host of `url`, by the proxy that HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY name for it.
    Certificates are those the system trusts (or SSL_CERT_FILE names).

    Must be called inside a running event loop. aiohttp's own way (`trust_env`) looks through the environment for every
    request, a tenth of what a send costs.
    """
    connector = aiohttp.TCPConnector(limit=connections, keepalive_timeout=_IDLE_SECONDS)
    return aiohttp.ClientSession(connector=connector, proxy=_proxy_for(url))


def _proxy_for(url: str) -> str | None:
    parts = urlsplit(url)
    if proxy_bypass(parts.netloc.rpartition("@")[2]):
        return None
    named = getproxies()
    found = named.get(parts.scheme) or named.get("all")
    return found if not found or "://" in found else f"http://{found}"


def hide(text: object, secret: str) -> str:
    """The text without the secret, short enough for a log line or a column."""
    return str(text).replace(secret, "***")[:300]


def silence_loggers() -> None:
    """A bot's token is part of every address it calls, so libraries must not log addresses."""
    for name in _LOGGERS_THAT_SHOW_ADDRESSES:
        logging.getLogger(name).setLevel(logging.WARNING)
