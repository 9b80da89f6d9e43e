"""A chat shows the commands of who writes in it, in his language, and is set anew only when either changed."""

import asyncio
from contextlib import suppress
from datetime import date

import pytest
from sqlmodel import select

from bot.menus import MOST_AT_ONCE, keep_menus
from bot.permissions import Hat
from storage.database import transaction
from storage.kinds import Role
from storage.models.channels import Chat
from storage.models.organisation import Membership
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

pytestmark = ON_BOTH


class Menus:
    """What a platform was told; `ready` answers whether it took it."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str, frozenset[Hat]]] = []
        self.ready = True

    async def set(self, address: str, language: str, hats: frozenset[Hat]) -> bool:
        if self.ready:
            self.told.append((address, language, hats))
        return self.ready


async def shown(talk: Talk, menus: Menus) -> list[tuple[str, str, frozenset[Hat]]]:
    """What one look newly shows."""
    before, stop = len(menus.told), asyncio.Event()
    names = {chat_id: name for name, chat_id in talk.ward.chats.items()}
    looking = asyncio.create_task(keep_menus(talk.ward.engine, talk.ward.connection_id, menus.set, stop, 3600))
    with suppress(TimeoutError):
        async with asyncio.timeout(5):
            while not looking.done() and waits(talk) and menus.ready:
                await asyncio.sleep(0.01)
    stop.set()
    await looking
    with transaction(talk.ward.engine) as session:
        at = {chat.address: names[chat.id] for chat in session.exec(select(Chat))}
    return [(at[address], language, hats) for address, language, hats in menus.told[before:]]


def waits(talk: Talk) -> bool:
    with transaction(talk.ward.engine) as session:
        return any(chat.menu != chat.menu_shown for chat in session.exec(select(Chat)))


async def test_the_menu_follows_role_and_language(talk: Talk, duties: dict[int, int]) -> None:
    menus = Menus()
    assert await shown(talk, menus) == [], "who never wrote has everybody's"
    talk.say("Lan", "việc của tôi")
    talk.say("Quân", "việc của tôi")
    talk.say("Hà", "tình hình")
    assert await shown(talk, menus) == [
        ("Lan", "vi", frozenset({Hat.STAFF})),
        ("Quân", "vi", frozenset({Hat.STAFF, Hat.KEEPER})),
        ("Hà", "vi", frozenset({Hat.UNIT_HEAD, Hat.OFFICE_HEAD})),
    ]
    talk.say("Lan", "việc của tôi")
    assert await shown(talk, menus) == []
    talk.say("Lan", "tiếng Anh")
    assert await shown(talk, menus) == [("Lan", "en", frozenset({Hat.STAFF}))]
    with transaction(talk.ward.engine) as session:
        session.add(
            Membership(
                agency_id=talk.ward.agency_id, staff_id=talk.ward.staff["Lan"], unit_id=talk.ward.units["VHXH"],
                role=Role.UNIT_HEAD, from_on=date(2025, 1, 1),
            )
        )  # fmt: skip
    talk.say("Lan", "việc của tôi")
    assert await shown(talk, menus) == [("Lan", "en", frozenset({Hat.STAFF, Hat.UNIT_HEAD}))]


async def test_who_is_no_longer_of_the_office_sees_everybodys_menu_again(talk: Talk, duties: dict[int, int]) -> None:
    menus = Menus()
    talk.say("Lan", "việc của tôi")
    await shown(talk, menus)
    with transaction(talk.ward.engine) as session:
        session.get_one(Chat, talk.ward.chats["Lan"]).staff_id = None
    talk.say("Lan", "việc của tôi")
    assert await shown(talk, menus) == [("Lan", "", frozenset())]


async def test_what_did_not_arrive_is_shown_later_and_a_failure_ends_nothing(
    talk: Talk, duties: dict[int, int], caplog: pytest.LogCaptureFixture
) -> None:
    menus = Menus()
    talk.say("Lan", "việc của tôi")
    menus.ready = False
    assert await shown(talk, menus) == [] and waits(talk)

    async def broken(*_: object) -> bool:
        stop.set()
        raise OSError

    stop = asyncio.Event()
    await keep_menus(talk.ward.engine, talk.ward.connection_id, broken, stop, 0)
    assert "wait: OSError" in caplog.text and "Lan" not in caplog.text
    menus.ready = True
    assert len(await shown(talk, menus)) == 1 <= MOST_AT_ONCE
