"""Documents through Telegram: fetched in two calls within bounds, sent with a caption; the token stays secret."""

import pytest

from bot.channels.telegram.channel import TelegramChannel
from jobs.delivery.channel import Button, GiveUp, NotFetched, OutFile, OutMessage, Sent, TryLater
from tests.channels.telegram_faults import Fault, answered, cut, page, silence, too_many_requests
from tests.channels.telegram_server import MOST_BYTES, TelegramServer

QUAN = 8
SHEET = OutFile("ra-soát.xlsx", b"PK\x03\x04 sheet")


async def test_a_document_is_fetched_by_its_key(server: TelegramServer, channel: TelegramChannel) -> None:
    content = bytes(range(256)) * 4096
    server.send_document(QUAN, "Kế hoạch.docx", "", content)
    assert await channel.fetch("file-1", MOST_BYTES) == content
    assert [method for method, _ in server.calls] == ["getFile", "file"]


FAULTS: list[tuple[str, Fault, float | None]] = [
    ("getFile", too_many_requests(7), 7.0),
    ("getFile", page(502), 15.0),
    ("getFile", cut(), 15.0),
    ("getFile", answered(401, "Unauthorized"), None),
    ("getFile", answered(400, "Bad Request: wrong file_id"), None),
    ("file", page(502), 15.0),
    ("file", page(404), 15.0),
    ("file", cut(), 15.0),
    ("file", silence(), 15.0),
    ("file", answered(404, "Not Found"), None),
]


@pytest.mark.parametrize(("call", "fault", "again_in"), FAULTS)
async def test_a_fault_says_when_to_ask_again_and_never_shows_the_token(
    server: TelegramServer, channel: TelegramChannel, call: str, fault: Fault, again_in: float | None
) -> None:
    server.send_document(QUAN, "KH.docx", "", b"x")
    server.fail(call, fault, fault)  # a cut connection is tried twice
    with pytest.raises(NotFetched) as raised:
        await channel.fetch("file-1", MOST_BYTES)
    assert (raised.value.again_in, raised.value.too_large) == (again_in, False)
    assert "secret" not in f"{raised.value!r} {raised.value.__cause__!r}"


@pytest.mark.parametrize(("size", "most"), [(MOST_BYTES + 1, MOST_BYTES), (2000, 1000)])
async def test_a_document_too_large_is_told_from_the_start(
    server: TelegramServer, channel: TelegramChannel, size: int, most: int
) -> None:
    server.send_document(QUAN, "KH.docx", "", bytes(size))
    with pytest.raises(NotFetched) as raised:
        await channel.fetch("file-1", most)
    assert raised.value.too_large
    assert [method for method, _ in server.calls] == ["getFile"]


async def test_a_download_stops_at_its_bound(server: TelegramServer, channel: TelegramChannel) -> None:
    server.send_document(QUAN, "KH.docx", "", bytes(100))
    url = f"{server.base_url}/file/bot{server.token}/documents/file-1"
    assert len(await channel._sending.download(url, 100)) == 100
    with pytest.raises(Exception, match="too large"):
        await channel._sending.download(url, 99)


async def test_a_document_arrives_with_its_name_caption_and_buttons(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    asked = server.type(QUAN, "xuất bản nháp")
    outcome = await channel.send(
        OutMessage(str(QUAN), "Bản nháp KH 49.", ((Button("Xem", "xem"),),), str(asked), SHEET)
    )
    (sent,) = server.sent
    assert outcome == Sent(str(sent.message_id))
    assert (sent.text, sent.document, sent.reply_to) == ("Bản nháp KH 49.", (SHEET.name, SHEET.content), asked)
    assert sent.buttons == [[("Xem", "xem")]]


async def test_a_document_that_is_refused_or_put_off_is_told_as_for_a_text(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    message = OutMessage(str(QUAN), "Bản nháp.", file=SHEET)
    server.fail("sendDocument", too_many_requests(3))
    assert isinstance(await channel.send(message), TryLater)
    server.blocked.add(QUAN)
    assert isinstance(outcome := await channel.send(message), GiveUp) and outcome.scope == "chat"
    assert isinstance(await channel.send(OutMessage(str(QUAN), "a" * 1025, file=SHEET)), GiveUp)
    assert server.sent == []
