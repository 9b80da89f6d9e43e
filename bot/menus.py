"""The menu of commands a person sees: by role and language, set anew when either changes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from sqlalchemy import Engine
from sqlmodel import Session

from bot.permissions import Hat, hats
from jobs.runner import sleep_or_stop
from storage.database import reading, transaction
from storage.models.channels import Chat
from storage.queries.connections import mark_menu_shown, menus_to_show
from storage.queries.people import Person

_log = logging.getLogger(__name__)

LOOK_SECONDS = 20.0
MOST_AT_ONCE = 50

#: Shows a chat's menu: address, language, hats. False when it is worth to try again.
SetMenu = Callable[[str, str, frozenset[Hat]], Awaitable[bool]]


def want(session: Session, chat: Chat, who: Person | None) -> None:
    """Note whose menu belongs into this chat; costs nothing while it stays the same."""
    wanted = f"{who.language}:{','.join(sorted(hats(who)))}" if who else ""
    if chat.menu != wanted:
        chat.menu = wanted
        session.add(chat)


async def keep_menus(
    engine: Engine, connection_id: int, set_menu: SetMenu, stop: asyncio.Event, look_seconds: float = LOOK_SECONDS
) -> None:
    """Show what is wanted and not shown yet, until `stop`. It only decorates: no failure ends anything."""
    while not stop.is_set():
        try:
            await _show(engine, connection_id, set_menu)
        except Exception as error:
            _log.warning("menus of connection %s wait: %s", connection_id, type(error).__name__)
        await sleep_or_stop(stop, look_seconds)


async def _show(engine: Engine, connection_id: int, set_menu: SetMenu) -> None:
    def waiting() -> list[Chat]:
        with reading(engine) as session:
            return menus_to_show(session, connection_id, MOST_AT_ONCE)

    def shown(chat: Chat) -> None:
        with transaction(engine) as session:
            mark_menu_shown(session, chat.id, chat.menu)

    for chat in await asyncio.to_thread(waiting):
        language, _, worn = chat.menu.partition(":")
        if not await set_menu(chat.address, language, frozenset(Hat(word) for word in worn.split(",") if word)):
            return
        await asyncio.to_thread(shown, chat)
