"""The pages for one file each: used once, by whom they were made for, within bounds, silent in the log."""

import asyncio
import io
import logging
import socket
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import ClientConnectorError, ClientSession, FormData, MultipartWriter
from aiohttp.test_utils import TestClient, TestServer, unused_port
from sqlmodel import col, select

from bot.conversation.dispatch import FILES
from bot.file_worker import handle_next_file
from bot.usecases.review_sheet import SheetMade, make_sheet
from bot.usecases.said import Said
from bot.web.app import WebSide
from bot.web.server import serve
from bot.web.throttle import Throttle
from jobs.clock import MovableClock
from jobs.file_links import LINK_VALID, new_link
from jobs.plans.draft import keep_file
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.database import transaction
from storage.documents.package import MAX_BYTES
from storage.models.channels import Chat, FileLink
from storage.models.messages import Inbox, Notice
from storage.models.organisation import Staff
from storage.models.plans import File, Plan
from storage.queries.files import forget_files
from storage.queries.people import person
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import run_all
from tests.people import Ward
from tests.stories.handed_in import MORNING, PLAN, PLAN_NAME, edited, never
from tests.stories.test_a_plan_begins import a_draft

GONE = "không còn dùng được"
SHEET = ("ra-soat.xlsx", b"PK\x03\x04 sheet")


class Browser:
    """Somebody with a link; `arrived` counts how often the process was woken."""

    def __init__(self, ward: Ward) -> None:
        self.ward, self.clock, self.arrived = ward, MovableClock(MORNING), 0
        self.side = WebSide(ward.engine, self.clock, self._woken, Throttle(20))
        self.client = TestClient(TestServer(self.side.app()))

    def _woken(self) -> None:
        self.arrived += 1

    def link(self, who: str = "Quân", file: tuple[str, bytes] | None = None) -> str:
        with transaction(self.ward.engine) as session:
            kept = keep_file(session, self.ward.agency_id, file, self.clock.now()) if file else None
            session.flush()
            token = new_link(
                session, self.ward.agency_id, self.ward.staff[who], self.ward.chats[who], self.clock.now(),
                kept.id if kept else None,
            )  # fmt: skip
        return f"/f/{token}"

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(path) as answer:
            return answer.status, await answer.text()

    async def send(self, path: str, name: str, data: bytes) -> tuple[int, str]:
        form = FormData(quote_fields=False)
        form.add_field("file", io.BytesIO(data), filename=name, content_type="application/octet-stream")
        async with self.client.post(path, data=form) as answer:
            return answer.status, await answer.text()

    async def take(self, path: str) -> tuple[int, bytes, str]:
        async with self.client.post(path) as answer:
            return answer.status, await answer.read(), answer.headers.get("Content-Disposition", "")

    async def handled(self) -> str | None:
        """The answer in the chat, once the worker has read the file."""
        assert await handle_next_file(self.ward.engine, self.clock, self.ward.connection_id, never, FILES)
        with transaction(self.ward.engine) as session:
            return session.exec(select(Notice.body).order_by(col(Notice.id).desc())).first()

    def rows(self, table: type[File | Inbox | Plan | FileLink]) -> int:
        with transaction(self.ward.engine) as session:
            return len(session.exec(select(table.id)).all())


@pytest.fixture
async def browser(ward: Ward) -> AsyncIterator[Browser]:
    ward.link("Lan", "Quân")
    made = Browser(ward)
    async with made.client:
        yield made


async def test_a_plan_brought_in_by_a_page_is_answered_in_the_chat(browser: Browser) -> None:
    page = browser.link()
    status, form = await browser.get(page)
    assert status == 200 and 'enctype="multipart/form-data"' in form and "UBND phường Ba Ngòi" in form
    assert "viewport" in form and "<script" not in form
    status, thanks = await browser.send(page, "C:\\Kế hoạch\\" + PLAN_NAME, PLAN)
    assert status == 200 and "Đã nhận tệp" in thanks and browser.arrived == 1
    assert "em đọc được 59 dòng" in (await browser.handled() or "")
    with transaction(browser.ward.engine) as session:
        assert session.exec(select(File.name)).all() == [PLAN_NAME]


async def test_a_review_brought_in_by_a_page_waits_for_a_word(browser: Browser) -> None:
    a_draft(browser.ward)
    talk = Talk(browser.ward, MORNING)
    with talk.session() as session:
        who = person(session, browser.ward.agency_id, browser.ward.staff["Quân"], MORNING.date())
        made = make_sheet(session, Said(who, MORNING, MORNING.date(), WEEKENDS_ONLY))
    assert isinstance(made, SheetMade)
    await browser.send(browser.link(), "ra-soat.xlsx", edited(made.data, {(2, "short_title"): "Tên khác"}))
    assert "em thấy 1 thay đổi" in (await browser.handled() or "")
    assert "đã ghi 1 thay đổi" in (await asyncio.to_thread(talk.say, "Quân", "ghi") or "")


async def test_a_page_is_used_once(browser: Browser) -> None:
    page = browser.link()
    first, second = await asyncio.gather(browser.send(page, "a.txt", b"1"), browser.send(page, "b.txt", b"2"))
    assert sorted([first[0], second[0]]) == [200, 410]
    assert (await browser.get(page))[0] == 410
    assert browser.rows(Inbox) == browser.rows(File) == 1


async def test_pages_that_are_over_and_pages_that_never_were_look_alike(browser: Browser) -> None:
    old = browser.link()
    newer = browser.link()
    unknown = await browser.get("/f/" + "a" * 32)
    assert unknown[0] == 410 and GONE in unknown[1] and "nộp kế hoạch" in unknown[1]
    assert await browser.get(old) == unknown
    browser.clock.move(browser.clock.now() + LINK_VALID)
    assert await browser.get(newer) == unknown
    assert await browser.send(newer, PLAN_NAME, PLAN) == unknown
    assert browser.rows(Inbox) == 0


@pytest.mark.parametrize("who_left", ["the office", "the chat"])
@ON_BOTH
async def test_who_has_left_brings_nothing_in(browser: Browser, who_left: str) -> None:
    page = browser.link()
    with transaction(browser.ward.engine) as session:
        if who_left == "the office":
            session.get_one(Staff, browser.ward.staff["Quân"]).left_on = MORNING.date()
        else:
            session.get_one(Chat, browser.ward.chats["Quân"]).staff_id = browser.ward.staff["Lan"]
    assert (await browser.send(page, PLAN_NAME, PLAN))[0] == 410
    assert browser.rows(Inbox) == 0


async def test_a_file_of_twenty_megabytes_fits_and_one_byte_more_does_not(browser: Browser) -> None:
    page = browser.link()
    status, told = await browser.send(page, "a.txt", bytes(MAX_BYTES + 1))
    assert status == 413 and "20 MB" in told and "<form" in told
    assert browser.rows(File) == 0
    assert (await browser.send(page, "a.txt", b"a" * MAX_BYTES))[0] == 200


async def test_a_body_that_says_nothing_of_its_length_is_bounded_too(browser: Browser) -> None:
    page = browser.link()

    async def endless() -> AsyncIterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(21):
            yield bytes(1024 * 1024)
        yield b"\r\n--x--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with browser.client.post(page, data=endless(), headers=headers) as answer:
        assert answer.status == 413
    assert browser.rows(File) == 0


async def test_a_form_without_a_file_asks_again_and_uses_nothing_up(browser: Browser) -> None:
    page = browser.link()
    nothing = MultipartWriter("form-data")
    for answer in (
        await browser.send(page, "a.txt", b""),
        await browser.send(page, "", b""),
        *[(r.status, await r.text()) for r in [await browser.client.post(page, data=b"file=a")]],
        *[(r.status, await r.text()) for r in [await browser.client.post(page, data=nothing)]],
    ):
        assert answer[0] == 400 and "Chưa có tệp" in answer[1] and "<form" in answer[1]
    assert (await browser.send(page, PLAN_NAME, PLAN))[0] == 200


@ON_BOTH
async def test_what_is_refused_is_not_kept(browser: Browser) -> None:
    secret = "UBND PHƯỜNG BA NGÒI\n\nTUYỆT MẬT\n\nKẾ HOẠCH\n".encode()
    await browser.send(browser.link(), "ke-hoach.txt", secret)
    assert browser.rows(File) == 1
    assert "dấu độ mật" in (await browser.handled() or "")
    assert browser.rows(File) == 0 and browser.rows(Plan) == 1


async def test_whoever_may_not_bring_plans_in_is_told_and_his_file_is_not_kept(browser: Browser) -> None:
    await browser.send(browser.link("Lan"), PLAN_NAME, PLAN)
    assert "anh Quân" in (await browser.handled() or "")
    assert browser.rows(File) == 0


async def test_a_sheet_is_taken_out_once(browser: Browser) -> None:
    page = browser.link(file=SHEET)
    for _ in range(2):  # what looks at links beforehand uses nothing up
        status, told = await browser.get(page)
        assert status == 200 and "Tải về" in told
    status, data, disposition = await browser.take(page)
    assert (status, data) == (200, SHEET[1]) and SHEET[0] in disposition
    assert (await browser.take(page))[0] == 410


async def test_nobody_asks_too_often(browser: Browser) -> None:
    answers = [(await browser.get("/f/guess"))[0] for _ in range(22)]
    assert answers == [410] * 20 + [429] * 2
    browser.clock.move(browser.clock.now() + timedelta(minutes=1))
    assert (await browser.get("/f/guess"))[0] == 410


async def test_the_log_shows_neither_link_nor_name_nor_text(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    page, port, stop = browser.link(), unused_port(), asyncio.Event()
    serving = asyncio.create_task(serve(browser.side.app(), port, stop))
    form = FormData(quote_fields=False)
    form.add_field("file", io.BytesIO(b"hong"), filename="Kế hoạch của Lan.docx")
    async with ClientSession() as session:
        while True:
            try:
                async with session.post(f"http://127.0.0.1:{port}{page}", data=form) as answer:
                    assert answer.status == 200
                    break
            except ClientConnectorError:
                await asyncio.sleep(0)
    stop.set()
    await serving
    assert await browser.handled()
    assert page.removeprefix("/f/") not in caplog.text and "Lan.docx" not in caplog.text


async def test_a_port_that_is_taken_stops_nothing_and_is_told(
    browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    stop = asyncio.Event()
    with socket.create_server(("0.0.0.0", 0)) as taken:
        serving = asyncio.create_task(serve(browser.side.app(), taken.getsockname()[1], stop))
        while "S006" not in caplog.text:
            await asyncio.sleep(0)
        assert not serving.done()
        stop.set()
        await serving


async def test_health_is_told_without_a_link(browser: Browser) -> None:
    assert await browser.get("/healthz") == (503, "ticks\n")
    run_all(browser.ward.engine, browser.clock)
    assert await browser.get("/healthz") == (200, "ok\n")
    browser.clock.move(MORNING + timedelta(minutes=3))
    assert await browser.get("/healthz") == (503, "ticks\n")


@ON_BOTH
async def test_loose_files_are_given_up_after_thirty_days_and_plans_never(browser: Browser) -> None:
    browser.link(file=SHEET)
    await browser.send(browser.link(), PLAN_NAME, PLAN)
    await browser.handled()
    with transaction(browser.ward.engine) as session:
        assert forget_files(session, MORNING + timedelta(days=30)) == 0
        assert forget_files(session, MORNING + timedelta(days=30, seconds=1)) == 1
        assert session.exec(select(File.name)).all() == [PLAN_NAME]
        assert len(session.exec(select(FileLink.id)).all()) == 2
