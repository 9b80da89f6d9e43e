"""Offices reach the outside by a proxy, some with certificates of their own: every client goes that way."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.http import _proxy_for
from tests.channels.every_client import FILE, TELEGRAM, WATCHER, ZALO
from tests.channels.local_proxy import Proxy, certified, local_proxy
from tests.channels.telegram_server import TelegramServer
from tests.channels.zalo_server import ZaloServer

ROOT = Path(__file__).parents[2]
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR")


@dataclass
class Outside:
    """Both platforms and a watcher, reached by names that lead nowhere but through the proxy."""

    telegram: TelegramServer
    zalo: ZaloServer
    proxy: Proxy
    authority: Path
    beats: list[str]

    async def ask(self, **variables: str) -> dict[str, str]:
        """What every client says in a process with these variables."""
        clean = {k: v for k, v in os.environ.items() if k.lower() not in {name.lower() for name in VARIABLES}}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.channels.every_client", self.telegram.token, self.zalo.token),
            env=clean | variables, cwd=ROOT, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        said, _ = await process.communicate()
        assert process.returncode == 0
        return dict(json.loads(said))


@pytest.fixture
async def outside(tmp_path: Path) -> AsyncIterator[Outside]:
    tls, authority = certified(tmp_path, TELEGRAM, ZALO, WATCHER)
    telegram, zalo, beats = TelegramServer(), ZaloServer(), list[str]()
    telegram.files["file-1"] = FILE
    telegram.tls = zalo.tls = tls

    async def hear(request: web.Request) -> web.Response:
        beats.append(request.path)
        return web.Response(text="OK")

    app = web.Application()
    app.router.add_get("/ping", hear)
    watcher = TestServer(app)
    await watcher.start_server(ssl=tls)
    async with telegram, zalo:
        ports = {TELEGRAM: _port(telegram.base_url), ZALO: _port(zalo.base_url), WATCHER: watcher.port or 0}
        async with local_proxy({f"{host}:443": port for host, port in ports.items()}) as proxy:
            yield Outside(telegram, zalo, proxy, authority, beats)
    await watcher.close()


def _port(url: str) -> int:
    return int(url.rpartition(":")[2])


async def test_every_client_goes_by_the_proxy_and_trusts_what_the_system_trusts(outside: Outside) -> None:
    proxy = f"http://office:s%40cret@{outside.proxy.address}"
    said = await outside.ask(HTTPS_PROXY=proxy, SSL_CERT_FILE=str(outside.authority), NO_PROXY="localhost,.lan")
    assert said == {
        "telegram words": "Sent",
        "telegram file": "Sent",
        "telegram asked": "answered",
        "telegram download": FILE.decode(),
        "zalo words": "Sent",
        "zalo asked": "answered",
        "heartbeat": "heard",
    }
    assert {host for host, _ in outside.proxy.asked} == {f"{host}:443" for host in (TELEGRAM, ZALO, WATCHER)}
    assert {word for _, word in outside.proxy.asked} == {"Basic b2ZmaWNlOnNAY3JldA=="}
    assert outside.beats == ["/ping"] and len(outside.telegram.sent) == 2 and len(outside.zalo.sent) == 1


UNREACHED = {
    "telegram words": "TryLater",
    "telegram file": "TryLater",
    "telegram asked": "NotSent",
    "telegram download": "NotFetched",
    "zalo words": "TryLater",
    "zalo asked": "WebhookFailed",
}


async def test_a_certificate_nobody_vouches_for_is_not_talked_to(outside: Outside) -> None:
    said = await outside.ask(HTTPS_PROXY=outside.proxy.address)
    assert said.pop("heartbeat") == "ClientConnectorCertificateError"
    assert said == UNREACHED
    assert outside.proxy.asked and not outside.telegram.calls and not outside.zalo.calls and not outside.beats


@pytest.mark.parametrize(
    ("variables", "url", "proxy"),
    [
        ({}, "https://zalo.test", None),
        ({"HTTPS_PROXY": "http://p:1"}, "https://zalo.test", "http://p:1"),
        ({"https_proxy": "p.lan:3128"}, "https://zalo.test", "http://p.lan:3128"),
        ({"HTTPS_PROXY": "http://p:1"}, "http://zalo.test", None),
        ({"HTTP_PROXY": "http://p:1"}, "http://zalo.test", "http://p:1"),
        ({"ALL_PROXY": "http://p:1"}, "https://zalo.test", "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "zalo.test"}, "https://zalo.test:8443/x", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "zalo.test:8443"}, "https://zalo.test:8443/x", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "zalo.test:8443"}, "https://zalo.test/x", "http://p:1"),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "127.0.0.1,.test"}, "https://bot.zalo.test", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "*"}, "https://zalo.test", None),
        ({"ALL_PROXY": "http://p:1", "NO_PROXY": "ozalo.test"}, "https://zalo.test", "http://p:1"),
    ],
)
def test_the_proxy_of_a_host(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], url: str, proxy: str | None
) -> None:
    for name in VARIABLES[:4]:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _proxy_for(url) == proxy
