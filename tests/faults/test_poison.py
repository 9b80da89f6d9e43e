"""One row that cannot be handled (fault 21), and an update no database takes: everybody else goes on."""

import asyncio
from datetime import timedelta

from sqlmodel import select

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.poller import poll
from bot.incoming import Incoming
from bot.polling import store_all
from jobs.clock import MovableClock
from jobs.scheduler import run_tick
from jobs.ticks.table import TICKS
from storage.database import transaction
from storage.kinds import NoticeKind
from storage.models.calendar import Tick
from storage.models.channels import Connection
from storage.models.messages import Inbox, Notice
from storage.models.organisation import Agency
from tests.channels.telegram_server import TelegramServer
from tests.faults.test_week import people_on
from tests.jobs.mornings import october
from tests.people import Ward, at, build_ward

ODD = ("xong \x00 2", "xong \ud83d 2", "ổn e\u0301\u0323 👨‍👩‍👧")


async def test_an_update_with_characters_no_database_takes_is_kept_and_stops_no_other(ward: Ward) -> None:
    clock = MovableClock(at("13/10/2025 07:30"))
    async with TelegramServer(now=clock.now) as server:
        people_on(ward, server)
        for text in (*ODD, "việc của tôi"):
            server.type(7001, "?")
            server.waiting[-1]["message"]["text"] = text
        with transaction(ward.engine) as session:
            connection = session.exec(select(Connection)).one()
        channel, stop = TelegramChannel(server.token, server.base_url), asyncio.Event()

        async def store(arrived: list[Incoming]) -> None:
            await asyncio.to_thread(store_all, ward.engine, clock, connection, arrived)

        polling = asyncio.create_task(poll(channel, store, stop, now=clock.now, wait_seconds=1, pause_seconds=0.01))
        try:
            await server.drained()
        finally:
            stop.set()
            await polling
            await channel.close()
    with transaction(ward.engine) as session:
        kept = list(session.exec(select(Inbox.text)))
    assert kept == ["xong  2", "xong ? 2", ODD[2], "việc của tôi"]


def test_an_agency_whose_rows_cannot_be_read_leaves_the_others_their_morning(ward: Ward) -> None:
    """The one that fails is known: its tick says so, and it has its morning once it is mended."""
    ward.link("Quân", "Vinh")
    october(ward)
    broken = build_ward(ward.engine, "UBND phường Cam Nghĩa")
    broken.link("Quân", "Vinh")
    october(broken)
    with transaction(ward.engine) as session:
        session.get_one(Agency, broken.agency_id).time_zone = "Asia/Ba_Ngoi"  # a hand wrote it
    clock = MovableClock(at("13/10/2025 07:30"))
    for plan in TICKS:
        run_tick(ward.engine, clock, plan)
    assert people_reminded(ward) and not people_reminded(broken)
    with transaction(ward.engine) as session:
        assert session.get_one(Tick, "digests").failure == "ZoneInfoNotFoundError"
        session.get_one(Agency, broken.agency_id).time_zone = "Asia/Ho_Chi_Minh"
    clock.move(clock.now() + timedelta(minutes=1))
    for plan in TICKS:
        assert run_tick(ward.engine, clock, plan)
    assert people_reminded(broken)


def people_reminded(ward: Ward) -> set[int | None]:
    with transaction(ward.engine) as session:
        mine = select(Notice.staff_id).where(Notice.agency_id == ward.agency_id, Notice.kind == NoticeKind.DIGEST)
        return set(session.exec(mine)) - {None}
