"""How a call to the Bot API can go wrong."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web


@dataclass(frozen=True)
class Fault:
    """`after`: the call is carried out first, so that a message arrives although the bot hears nothing good."""

    answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
    after: bool = False


def refusal(code: int, description: str, **parameters: int) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.Response(status=code, text=json.dumps(body), content_type="application/json")


def answered(code: int, description: str, **parameters: int) -> Fault:
    async def answer(_: web.Request) -> web.Response:
        return refusal(code, description, **parameters)

    return Fault(answer)


def too_many_requests(seconds: int) -> Fault:
    return answered(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def page(code: int, after: bool = False) -> Fault:
    """A web page instead of an answer; it repeats the address that was asked for, as proxies do."""

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=code, text=f"<html>Cannot open {request.url}</html>", content_type="text/html")

    return Fault(answer, after)


def cut(after: bool = False) -> Fault:
    """The connection is closed without an answer."""

    async def answer(request: web.Request) -> web.Response:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    return Fault(answer, after)


def silence(after: bool = False) -> Fault:
    """No answer until the client gives up."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.Event().wait()
        return web.Response()

    return Fault(answer, after)
