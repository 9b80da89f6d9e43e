import logging
import socket
import unicodedata

import pytest

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.commands import set_commands, set_menu_of
from bot.channels.telegram.keyboard import callback_data
from bot.permissions import Hat
from jobs.delivery.channel import Button, ConnectionRefused, Doubtful, Edit, GiveUp, Moved, OutMessage, Sent, TryLater
from tests.channels.telegram_faults import Fault, answered, cut, page, silence, too_many_requests
from tests.channels.telegram_server import TelegramServer

LAN = 7
TEXT = OutMessage(str(LAN), "Chào chị Lan, thứ Hai 13/10.")


async def test_a_message_arrives_with_buttons_and_as_a_reply(server: TelegramServer, channel: TelegramChannel) -> None:
    asked = server.type(LAN, "việc của tôi")
    buttons = ((Button("Xong 2", "xong 2"), Button("Xem 17", "việc 17")), (Button("Trợ giúp", "trợ giúp"),))
    outcome = await channel.send(OutMessage(str(LAN), "Chị đang có 5 việc.", buttons, str(asked)))
    sent = server.sent[0]
    assert outcome == Sent(str(sent.message_id))
    assert (sent.chat_id, sent.text, sent.reply_to) == (LAN, "Chị đang có 5 việc.", asked)
    assert sent.buttons == [[("Xong 2", "xong 2"), ("Xem 17", "việc 17")], [("Trợ giúp", "trợ giúp")]]


async def test_headings_are_bold(server: TelegramServer, channel: TelegramChannel) -> None:
    assert isinstance(await channel.send(OutMessage(str(LAN), "Chào 👩‍💼\n\nQuá hạn\n26. Quy chế\n\nHết")), Sent)
    assert server.sent[0].bold == ("Quá hạn",)


@pytest.mark.parametrize(
    ("types", "data"),
    [
        ("xong 2", "xong 2"),
        (unicodedata.normalize("NFD", "đồng ý 17"), "đồng ý 17"),
        (
            "đồng ý lùi mốc việc 17 của chị Nguyễn Thị Lan đến 24/10",
            "dong y lui moc viec 17 cua chi Nguyen Thi Lan den 24/10",
        ),
        ("xong " + "2, " * 40, None),
        ("  ", None),
    ],
)
def test_the_words_of_a_button_travel_whole_or_not_at_all(types: str, data: str | None) -> None:
    assert callback_data(types) == data


async def test_a_button_that_cannot_travel_is_left_out_and_the_message_goes(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    row = (Button("Duyệt hết", "duyệt " + "12, " * 40), Button("Xem", "xem"))
    await channel.send(OutMessage(str(LAN), "Xin ý kiến anh", (row, (Button("x", ""),))))
    assert server.sent[0].buttons == [[("Xem", "xem")]]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (too_many_requests(3), TryLater),
        (answered(403, "Forbidden: bot was blocked by the user"), GiveUp),
        (answered(500, "Internal Server Error: restart"), TryLater),
        (page(503), TryLater),
        (page(403), TryLater),
        (page(404), TryLater),
        (page(502, after=True), Doubtful),
        (page(200, after=True), Doubtful),
        (cut(), Doubtful),
        (cut(after=True), Doubtful),
        (silence(after=True), Doubtful),
    ],
)
async def test_outcomes_say_whether_the_message_may_have_arrived(
    server: TelegramServer, channel: TelegramChannel, fault: Fault, outcome: type
) -> None:
    server.fail("sendMessage", fault)
    assert isinstance(await channel.send(TEXT), outcome)
    if outcome is TryLater:
        assert server.sent == []


async def test_flood_control_says_how_long(server: TelegramServer, channel: TelegramChannel) -> None:
    server.fail("sendMessage", too_many_requests(37))
    outcome = await channel.send(TEXT)
    assert isinstance(outcome, TryLater) and outcome.seconds == 37


async def test_what_is_permanent_names_what_is_dead(server: TelegramServer, channel: TelegramChannel) -> None:
    server.blocked, server.unknown, server.moved = {1}, {2}, {-3: -1003}
    server.fail("sendMessage", answered(400, "Bad Request: can't parse reply keyboard markup"))
    scopes = []
    for address in ("9", "1", "2"):
        outcome = await channel.send(OutMessage(address, "a"))
        assert isinstance(outcome, GiveUp)
        scopes.append(outcome.scope)
    assert scopes == ["message", "chat", "chat"]
    assert await channel.send(OutMessage("-3", "a")) == Moved("-1003")
    assert await channel.send(OutMessage("9", "a" * 4097)) == GiveUp("longer than 4096 units", "message")


async def test_a_wrong_token_gives_up_the_connection(server: TelegramServer) -> None:
    wrong = TelegramChannel("1:wrong", server.base_url)
    outcome = await wrong.send(TEXT)
    assert isinstance(outcome, GiveUp) and outcome.scope == "connection"
    with pytest.raises(ConnectionRefused):
        await wrong.identity()
    await wrong.close()


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_nobody_there_is_certainly_not_sent() -> None:
    alone = TelegramChannel("1:a", f"http://127.0.0.1:{closed_port()}")
    assert isinstance(await alone.send(TEXT), TryLater)
    await alone.close()


async def test_the_proxy_of_the_environment_is_used(server: TelegramServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    # A plain HTTP proxy is asked for the whole address, which the server answers as its own.
    monkeypatch.setenv("http_proxy", server.base_url)
    behind = TelegramChannel(server.token, "http://telegram.invalid")
    assert isinstance(await behind.send(TEXT), Sent)
    await behind.close()


async def test_no_log_and_no_outcome_shows_the_token(server: TelegramServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    channel = TelegramChannel(server.token, server.base_url, read_seconds=0.3)
    faults = [page(200), page(404), page(502), cut(), silence(), answered(500, f"at {server.token}"), page(503)]
    server.fail("sendMessage", *faults)
    outcomes = [await channel.send(TEXT) for _ in [*faults, "fine"]]
    server.fail("getMe", page(200))
    with pytest.raises(Exception) as failure:
        await channel.identity()
    await channel.close()
    told = [caplog.text, str(outcomes), repr(failure.value)]
    assert not [words for words in told if server.token.split(":")[1] in words]


async def test_the_menu_is_set_for_vietnamese_english_and_groups(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    await set_commands(channel)
    names = ["viec", "xong", "tinhhinh", "quahan", "tin", "hoantac", "trogiup"]
    assert set(server.commands) == {"", "vi", "en", "all_group_chats", "all_group_chats/en"}
    assert all([entry["command"] for entry in server.commands[of]] == names for of in ("", "vi", "en"))
    assert [entry["command"] for entry in server.commands["all_group_chats"]] == ["viec", "tinhhinh", "trogiup"]
    assert server.commands["vi"] != server.commands["en"]


async def test_a_chat_has_the_menu_of_its_person(server: TelegramServer, channel: TelegramChannel) -> None:
    for address, hats in (("1", {Hat.STAFF}), ("2", {Hat.UNIT_HEAD, Hat.KEEPER}), ("3", {Hat.LEADER})):
        assert await set_menu_of(channel, address, "vi", frozenset(hats))
    staff, head, leader = ({e["command"] for e in server.commands[f"chat/{n}"]} for n in (1, 2, 3))
    assert "xong" in staff and "duyet" not in staff
    assert {"xong", "duyet", "chuagiao", "nhachet", "chuanop"} <= head
    assert {"duyet", "tuan"} <= leader and not {"xong", "nhachet"} & leader
    assert await set_menu_of(channel, "3", "en", frozenset({Hat.LEADER}))
    assert server.commands["chat/3"][0]["description"] == "My tasks"
    assert await set_menu_of(channel, "3", "", frozenset())
    assert "chat/3" not in server.commands


@pytest.mark.parametrize(
    ("fault", "settled"),
    [
        (answered(400, "Bad Request: chat not found"), True),
        (answered(403, "Forbidden: bot was blocked by the user"), True),
        (page(502), False),
        (too_many_requests(3), False),
    ],
)
async def test_a_menu_that_was_refused_is_left_and_one_that_did_not_arrive_waits(
    server: TelegramServer, channel: TelegramChannel, fault: Fault, settled: bool
) -> None:
    server.fail("setMyCommands", fault)
    assert await set_menu_of(channel, "1", "vi", frozenset({Hat.STAFF})) is settled


async def test_the_message_that_was_pressed_loses_its_buttons_beside_the_answer(
    server: TelegramServer, channel: TelegramChannel
) -> None:
    await channel.send(OutMessage(str(LAN), "Ghi không ạ?", ((Button("Ghi", "ghi"), Button("Thôi", "thôi")),)))
    asked = str(server.sent[0].message_id)
    left = ((Button("Chi tiết 2", "việc 2"),),)
    assert isinstance(await channel.send(OutMessage(str(LAN), "đã ghi", edit=Edit(asked, left))), Sent)
    await server.until(lambda: server.sent[0].buttons == [[("Chi tiết 2", "việc 2")]])
    assert isinstance(await channel.send(OutMessage(str(LAN), "đã ghi", edit=Edit(asked, ()))), Sent)
    await server.until(lambda: server.sent[0].buttons == [])


@pytest.mark.parametrize("message_id", ["999", "no number"])
async def test_an_edit_that_fails_fails_alone(
    server: TelegramServer, channel: TelegramChannel, message_id: str
) -> None:
    server.fail("editMessageReplyMarkup", page(502))
    for _ in range(2):
        assert isinstance(await channel.send(OutMessage(str(LAN), "đã ghi", edit=Edit(message_id, ()))), Sent)
    await channel.close()
    assert [sent.text for sent in server.sent] == ["đã ghi"] * 2
