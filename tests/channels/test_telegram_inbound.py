from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.telegram.channel import Identity
from bot.channels.telegram.commands import COMMANDS, typed
from bot.channels.telegram.inbound import press_id, read_update
from bot.incoming import Incoming, IncomingFile
from tests.channels.telegram_people import TelegramPeople
from tests.channels.telegram_server import BOT_ID, BOT_NAME, SentMessage

ME = Identity(BOT_ID, BOT_NAME)
LAN, GROUP = 7, -100123
SENT_AT = datetime(2025, 10, 13, 0, 30, tzinfo=UTC)
RECEIVED_AT = datetime(2025, 10, 13, 1, 0, tzinfo=UTC)


class People(TelegramPeople):
    """People alone, without a server; the bot has sent one message to Lan and one to the group."""

    def __init__(self) -> None:
        super().__init__(BOT_ID, BOT_NAME, lambda: SENT_AT)
        self.sent = [SentMessage(chat, self.next_message_id(), "Chào", [[("Xong", "xong 2")]]) for chat in (LAN, GROUP)]

    def _arrived(self) -> None:
        pass

    def read(self) -> Incoming:
        incoming = read_update(self.waiting[-1], ME, RECEIVED_AT)
        assert incoming is not None
        return incoming


@pytest.fixture
def people() -> People:
    return People()


def test_a_private_message_is_read_whole(people: People) -> None:
    people.reply(LAN, people.sent[0], "xong 2 KH 45/KH-UBND")
    incoming = people.read()
    assert incoming.dedup_key == str(people.waiting[-1]["update_id"])
    assert (incoming.address, incoming.chat_kind, incoming.sender) == ("7", "private", "7")
    assert (incoming.text, incoming.kind, incoming.reply_to) == ("xong 2 KH 45/KH-UBND", "text", "1")
    assert (incoming.sent_at, incoming.addressed) == (SENT_AT, True)
    assert "KH 45/KH-UBND" in incoming.raw


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("/start", "", "start"),
        ("/start a1-B2_c3", "a1-B2_c3", "start"),
        ("/viec", "việc của tôi", "text"),
        ("/viec 17", "việc 17", "text"),
        ("/xong 2 KH 45/KH-UBND", "xong 2 KH 45/KH-UBND", "text"),
        ("/Xong 2", "xong 2", "text"),
        ("/tin Phường tập huấn", "tin: Phường tập huấn", "text"),
        ("/tinhhinh", "tình hình", "text"),
        ("/hoantac", "hoàn tác", "text"),
        ("/trogiup", "trợ giúp", "text"),
        ("/khac 3", "khac 3", "text"),
        ("/xong@viec_bot 2", "xong 2", "text"),
        ("xong 2\n17 đang làm", "xong 2\n17 đang làm", "text"),
        ("45/KH-UBND", "45/KH-UBND", "text"),
    ],
)
def test_commands_are_what_a_person_would_type(people: People, typed: str, text: str, kind: str) -> None:
    people.type(LAN, typed)
    assert (people.read().text, people.read().kind) == (text, kind)


@pytest.mark.parametrize(
    ("typed", "addressed", "text"),
    [
        ("xong 2 rồi nhé cả phòng", False, ""),
        ("/xong 2", False, ""),
        ("/xong@other_bot 2", False, ""),
        ("hỏi @other_bot xem", False, ""),
        ("thư tới a@viec_bot.vn", False, ""),
        ("/xong@viec_bot 2", True, "xong 2"),
        ("/XONG@Viec_Bot 2", True, "xong 2"),
        ("📌 @viec_bot, xong 2", True, "📌 xong 2"),
        ("xong 2 @Viec_bot", True, "xong 2"),
        ("/start@viec_bot CODE", True, "CODE"),
    ],
)
def test_group_talk_is_only_read_when_it_is_for_the_bot(people: People, typed: str, addressed: bool, text: str) -> None:
    people.type(GROUP, typed, sender=LAN)
    incoming = people.read()
    assert (incoming.chat_kind, incoming.address, incoming.sender) == ("group", str(GROUP), str(LAN))
    assert (incoming.addressed, incoming.text) == (addressed, text)
    assert bool(incoming.raw) is addressed


def test_in_a_group_a_reply_to_the_bot_is_for_the_bot(people: People) -> None:
    people.reply(GROUP, people.sent[1], "xong 2", sender=LAN)
    assert (people.read().addressed, people.read().reply_to) == (True, "2")


def test_an_anonymous_administrator_is_nobody(people: People) -> None:
    people.type(GROUP, "@viec_bot duyệt hết")
    people.waiting[-1]["message"]["sender_chat"] = {"id": GROUP, "type": "supergroup", "title": "Văn phòng"}
    assert (people.read().addressed, people.read().sender) == (True, "")


def test_a_press_says_what_the_button_types_who_pressed_and_where(people: People) -> None:
    people.press(GROUP, "Xong", sender=LAN)
    incoming = people.read()
    assert (incoming.kind, incoming.text, incoming.sender, incoming.address) == ("press", "xong 2", "7", str(GROUP))
    assert (incoming.reply_to, incoming.addressed, incoming.sent_at) == ("2", True, RECEIVED_AT)
    assert press_id(people.waiting[-1]) == people.waiting[-1]["callback_query"]["id"]


def test_media_brings_its_caption(people: People) -> None:
    people.send_document(LAN, "KH.docx", "xong 2", b"...")
    assert (people.read().kind, people.read().text) == ("file", "xong 2")
    assert people.read().file == IncomingFile("file-1", "KH.docx", 3)
    people.send_photo(LAN)
    assert (people.read().kind, people.read().text) == ("file", "")
    photo = people.read().file
    assert photo and photo.key == "photo-2" and photo.name.endswith(".jpg")
    people.send_photo(GROUP, "ảnh liên hoan", sender=LAN)
    assert (people.read().kind, people.read().addressed, people.read().text) == ("file", False, "")
    assert people.read().file is None
    people.send_document(GROUP, "KH.pdf", sender=LAN)
    assert (people.read().addressed, people.read().file) == (False, None)
    people.send_document(GROUP, "KH.pdf", "@viec_bot xong 2", sender=LAN)
    assert (people.read().addressed, people.read().text) == (True, "xong 2")


def test_what_has_no_words_is_unsupported(people: People) -> None:
    people.push(
        message=people.as_message(
            9, LAN, {"id": LAN, "is_bot": False, "first_name": "Lan"}, dice={"emoji": "🎲", "value": 3}
        )
    )
    assert people.read().kind == "unsupported"


@pytest.mark.parametrize(
    "update",
    [
        {"poll": {"id": "1"}},
        {"message": {"message_id": 1}},
        {"callback_query": {"id": "1", "from": {"id": 7, "is_bot": False, "first_name": "Lan"}, "chat_instance": "1"}},
        {},
    ],
)
def test_what_no_person_did_in_a_chat_is_left_out(update: dict[str, Any]) -> None:
    assert read_update({"update_id": 5, **update}, ME, RECEIVED_AT) is None


def test_a_group_that_became_a_supergroup_says_so_in_both(people: People) -> None:
    someone = {"id": LAN, "is_bot": False, "first_name": "Lan"}
    people.push(message=people.as_message(9, -5, someone, migrate_to_chat_id=GROUP))
    assert (people.read().kind, people.read().address, people.read().text) == ("moved", "-5", str(GROUP))
    people.push(message=people.as_message(1, GROUP, someone, migrate_from_chat_id=-5))
    assert (people.read().kind, people.read().address, people.read().text) == ("moved", "-5", str(GROUP))


def test_every_command_of_a_menu_stands_for_words() -> None:
    assert {name: typed(name, "") for name in COMMANDS} == {name: c.types for name, c in COMMANDS.items()}
    assert (
        typed("duyet", "30") == "duyệt 30"
        and typed("help", "") == "trợ giúp"
        and typed("quahan", "VHXH").endswith("VHXH")
    )
