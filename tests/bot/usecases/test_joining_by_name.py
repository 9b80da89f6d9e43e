""" "em là … phòng …": a stranger asks to be let in, one word of the head or the keeper decides."""

import pytest
from sqlmodel import col, select

from bot.replies.joining import to_asking, to_turned_down
from bot.replies.people import stranger
from jobs.invites import new_invite
from storage.database import transaction
from storage.kinds import ChannelKind, EventKind, NoticeKind, NoticeState
from storage.models.channels import Chat, Connection, Invite
from storage.models.joining import JoinRequest
from storage.models.messages import Notice
from storage.models.organisation import Membership, Staff
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at

pytestmark = pytest.mark.own_line
Duties = dict[int, int]
VINH = "em là Đặng Quang Vinh phòng Kinh tế"
ASKED = to_asking("vi")


def owner(talk: Talk, chat: int) -> int | None:
    with talk.session() as session:
        return session.get_one(Chat, chat).staff_id


def in_chat(talk: Talk, chat: int) -> list[str]:
    """All that left to a chat or waits for it."""
    with talk.session() as session:
        query = select(Notice.body).where(Notice.chat_id == chat, Notice.state != NoticeState.DROPPED)
        return [body or "" for body in session.exec(query.order_by(col(Notice.id)))]


def requests(talk: Talk) -> list[JoinRequest]:
    with talk.session() as session:
        return list(session.exec(select(JoinRequest).order_by(col(JoinRequest.id))))


@ON_BOTH
def test_the_head_of_the_unit_lets_him_in_with_one_word(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("vinh-chat")
    assert talk.say_in(chat, VINH) == ASKED
    assert talk.told("Quân") == [] and len(talk.told("Thu")) == 1
    asked = talk.told("Thu")[0]
    assert asked == (
        "Chị Thu ơi, có người vừa xin kết nối Console, nói là anh Đặng Quang Vinh (KT-HT-ĐT)."
        ' Đúng người thì chị nhắn "nhận", không phải thì nhắn "không".'
    )
    assert owner(talk, chat) is None
    answer = talk.say("Thu", "nhận")
    assert answer and answer.startswith("Dạ, đã nhận anh Đặng Quang Vinh (KT-HT-ĐT), em vừa nhắn chào trên Console.")
    assert owner(talk, chat) == talk.ward.staff["Vinh"]
    assert in_chat(talk, chat)[-1].startswith("Chào anh Vinh, em là trợ lý nhắc việc của UBND phường Ba Ngòi.")
    assert [(e.kind, e.by_id, e.for_id) for e in talk.events()] == [
        (EventKind.JOINED, talk.ward.staff["Thu"], talk.ward.staff["Vinh"])
    ]
    assert "26" in (talk.say_in(chat, "việc của tôi") or "")


@pytest.mark.parametrize("word", ["nhận", "đúng người rồi, nhận", "cho Vinh vô đi"])
def test_an_answer_in_between_ends_no_wish(talk: Talk, duties: Duties, word: str) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    talk.say("Thu", "việc của tôi")
    assert "Đang chờ" in (talk.say("Thu", "không") or "") and owner(talk, chat) is None
    talk.say("Thu", "tình hình phòng KT")
    assert "đã nhận anh Đặng Quang Vinh" in (talk.say("Thu", word) or "")
    assert owner(talk, chat) == talk.ward.staff["Vinh"]


def test_that_it_is_he_lets_him_in_right_under_the_wish(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    assert "đã nhận anh Đặng Quang Vinh" in (talk.say("Thu", "đúng nhân viên chị đó") or "")
    talk.say("Thu", "hoàn tác")
    talk.say("Thu", "việc của tôi")
    assert "đã nhận" not in (talk.say("Thu", "đúng rồi") or "") and owner(talk, chat) is None


def test_without_a_head_to_ask_the_keeper_decides(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        thu = session.get_one(Chat, talk.ward.chats["Thu"])
        thu.off_at = talk.now
        session.add(thu)
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, "Dang Quang Vinh - kt")
    assert talk.told("Thu") == [] and len(talk.told("Quân")) == 1
    assert "đã nhận anh Đặng Quang Vinh" in (talk.say("Quân", "nhận") or "")


@ON_BOTH
def test_no_is_said_back_in_one_line_that_tells_nothing(talk: Talk) -> None:
    chat = talk.stranger("somebody")
    talk.say_in(chat, VINH)
    answer = talk.say("Thu", "không")
    assert answer and "không nhận người nói là anh Đặng Quang Vinh" in answer
    assert owner(talk, chat) is None and in_chat(talk, chat)[-1] == to_turned_down("vi")
    assert "Vinh" not in in_chat(talk, chat)[-1]
    assert "nhận" not in (talk.say("Thu", "nhận") or "")


@pytest.mark.parametrize(
    "text",
    [
        "em là Đặng Quang Vinh phòng Văn hóa",
        "em là Đặng Quang Việt phòng Kinh tế",
        "em là Nguyễn Văn Tèo phòng Tài chính",
    ],
)
def test_a_name_that_fits_nobody_reads_the_same_line_and_asks_nobody(talk: Talk, text: str) -> None:
    chat = talk.stranger("somebody")
    assert talk.say_in(chat, text) == ASKED
    assert [talk.told(name) for name in ("Thu", "Quân", "Tâm")] == [[], [], []]
    answer = talk.say("Quân", "ai chưa kết nối")
    assert answer and f"“{text}”" in answer and "không khớp danh sách" in answer


def test_a_name_of_two_people_is_decided_by_number(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        other = Staff(agency_id=talk.ward.agency_id, full_name="Đặng Quảng Vinh", honorific="anh")
        session.add(other)
        session.flush()
        session.add(
            Membership(
                agency_id=talk.ward.agency_id, staff_id=other.id, unit_id=talk.ward.units["KT-HT-ĐT"], role="staff",
                from_on=at("01/01/2025 08:00").date(),
            )
        )  # fmt: skip
        other_id = other.id
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, "dang quang vinh phong kinh te")
    (asked,) = talk.told("Thu")
    assert "1. anh Đặng Quang Vinh" in asked and "2. anh Đặng Quảng Vinh" in asked
    assert "chưa rõ chị nói về ai" in (talk.say("Thu", "nhận") or "") and owner(talk, chat) is None
    assert "đã nhận anh Đặng Quảng Vinh" in (talk.say("Thu", "nhận 2") or "")
    assert owner(talk, chat) == other_id
    assert all(request.decided_at for request in requests(talk))


@ON_BOTH
def test_several_wait_and_each_keeps_its_number(talk: Talk, duties: Duties) -> None:
    for name in ("Lan", "Hoa"):
        with transaction(talk.ward.engine) as session:
            chat = session.get_one(Chat, talk.ward.chats[name])
            chat.staff_id = None
            session.add(chat)
    chats = [talk.stranger(f"new-{n}") for n in range(3)]
    for chat, text in zip(
        chats, ("Nguyễn Thị Lan phòng VHXH", "Đỗ Thị Hoa TTPVHCC", "Đặng Quang Vinh phòng KT"), strict=True
    ):
        talk.say_in(chat, text)
    answer = talk.say("Quân", "ai xin kết nối") or ""
    assert "1. chị Nguyễn Thị Lan (VHXH), Console; 2. chị Đỗ Thị Hoa (TTPVHCC), Console và 1 người khác" in answer
    answer = talk.say("Quân", "nhận 2") or ""
    assert (
        "đã nhận chị Đỗ Thị Hoa" in answer and "1. chị Nguyễn Thị Lan" in answer and "3. anh Đặng Quang Vinh" in answer
    )
    talk.say("Quân", "nhận 2")  # typed twice
    assert [owner(talk, chat) for chat in chats] == [None, talk.ward.staff["Hoa"], None]
    assert "Đang chờ:" in (talk.say("Quân", "không 1") or "")
    answer = talk.say("Quân", "không 1") or ""
    assert "không nhận người nói là chị Nguyễn Thị Lan" in answer
    assert "đã nhận anh Đặng Quang Vinh" in (talk.say("Quân", "nhận") or "")
    assert [owner(talk, chat) for chat in chats] == [None, talk.ward.staff["Hoa"], talk.ward.staff["Vinh"]]


def test_a_number_said_of_other_things_lets_nobody_in(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    talk.say("Thu", "tình hình")
    answer = talk.say("Thu", "nhận 1")
    assert answer and "1. anh Đặng Quang Vinh" in answer and owner(talk, chat) is None
    talk.say("Thu", "tình hình")
    for text in ("đồng ý", "không", "ok", "nhận 57", "duyệt"):
        talk.say("Thu", text)
        assert owner(talk, chat) is None and requests(talk)[0].decided_at is None, text
    assert "đã nhận" in (talk.say("Thu", "cho anh Vinh vào") or "")
    assert owner(talk, chat) == talk.ward.staff["Vinh"]


def test_the_list_is_answered_with_one_word(talk: Talk) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    talk.say("Quân", "ai chưa kết nối")
    assert "đã nhận anh Đặng Quang Vinh" in (talk.say("Quân", "nhận") or "")
    assert owner(talk, chat) == talk.ward.staff["Vinh"]


def test_only_who_may_decides(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    for name in ("Lan", "Tâm", "Ánh"):
        for text in ("nhận", "nhận 1", "nhận kết nối 1", "cho anh Vinh vào", "không"):
            talk.say(name, text)
            assert owner(talk, chat) is None and requests(talk)[0].decided_at is None


@ON_BOTH
def test_a_second_claim_of_a_name_that_is_connected_is_told_apart(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("new-phone")
    talk.say_in(chat, "em là Nguyễn Thị Lan phòng VHXH")
    (asked,) = talk.told("Tâm")
    assert "Chị Lan đã kết nối Console từ 01/09: chỉ nhận nếu đổi tài khoản, tài khoản cũ sẽ bị ngắt." in asked
    answer = talk.say("Tâm", "nhận") or ""
    assert "Tài khoản Console cũ của chị Lan đã ngắt." in answer
    assert (owner(talk, chat), owner(talk, talk.ward.chats["Lan"])) == (talk.ward.staff["Lan"], None)
    assert talk.say("Lan", "việc của tôi") == stranger("vi")
    answer = talk.say("Tâm", "hoàn tác") or ""
    assert "đã lấy lại" in answer
    assert (owner(talk, chat), owner(talk, talk.ward.chats["Lan"])) == (None, talk.ward.staff["Lan"])


def test_of_two_who_claim_one_name_letting_one_in_ends_the_other_s_wish(talk: Talk) -> None:
    first, second = talk.stranger("a"), talk.stranger("b")
    talk.say_in(first, VINH)
    talk.say_in(second, VINH)
    assert len(talk.told("Thu")) == 2 and "1. " in talk.told("Thu")[1] and "2. " in talk.told("Thu")[1]
    assert "đã nhận" in (talk.say("Thu", "nhận 2") or "")
    assert (owner(talk, first), owner(talk, second)) == (None, talk.ward.staff["Vinh"])
    assert [request.admitted for request in requests(talk)] == [False, True]


def test_whoever_is_claimed_to_be_does_not_decide_himself(talk: Talk) -> None:
    chat = talk.stranger("new-phone")
    talk.say_in(chat, "em là Trần Minh Tâm phòng VHXH")
    assert talk.told("Tâm") == [] and len(talk.told("Quân")) == 1


@ON_BOTH
def test_letting_in_is_taken_back(talk: Talk, duties: Duties) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    talk.say("Thu", "nhận")
    assert "đã lấy lại" in (talk.say("Thu", "hoàn tác") or "")
    assert owner(talk, chat) is None and requests(talk)[0].decided_at is None
    assert all("trợ lý nhắc việc của" not in text for text in in_chat(talk, chat))
    assert "đã nhận" in (talk.say("Thu", "nhận vào") or "")


def test_a_wish_turned_down_may_be_taken_up_again(talk: Talk) -> None:
    chat = talk.stranger("vinh-chat")
    talk.say_in(chat, VINH)
    talk.say("Thu", "không nhận")
    assert "lại chờ chị quyết định" in (talk.say("Thu", "hoàn tác") or "")
    talk.say("Thu", "nhận kết nối 1")
    assert owner(talk, chat) == talk.ward.staff["Vinh"]


def test_a_code_that_lies_about_lets_nobody_in_once_its_owner_is_in(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        code = new_invite(session, talk.ward.agency_id, talk.ward.staff["Vinh"], talk.now)
    talk.say_in(talk.stranger("vinh-chat"), VINH)
    talk.say("Thu", "nhận")
    finder = talk.stranger("finder")
    talk.say_in(finder, code)
    assert owner(talk, finder) is None
    with talk.session() as session:
        assert session.exec(select(Invite)).one().revoked_at is not None


def test_through_another_bot_both_stay(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        bot = Connection(agency_id=talk.ward.agency_id, channel=ChannelKind.ZALO, name="zalo", secret="env:Z")
        session.add(bot)
        session.flush()
        new = Chat(agency_id=talk.ward.agency_id, connection_id=bot.id, address="lan-zalo")
        session.add(new)
        session.flush()
        chat = new.id
    talk.say_in(chat, "em là Nguyễn Thị Lan phòng VHXH")
    (asked,) = talk.told("Tâm")
    assert "xin kết nối Zalo" in asked and "Chị Lan đang dùng Console." in asked
    talk.say("Tâm", "nhận")
    assert owner(talk, chat) == owner(talk, talk.ward.chats["Lan"]) == talk.ward.staff["Lan"]


def test_word_of_a_wish_carries_buttons_that_need_no_context(talk: Talk) -> None:
    talk.say_in(talk.stranger("vinh-chat"), VINH)
    with talk.session() as session:
        notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.TOLD)).one()
        assert notice.buttons == [[["Nhận 1", "nhận kết nối 1"], ["Không 1", "từ chối kết nối 1"]]]


def test_who_is_in_already_is_greeted_again_and_speaks_for_nobody_else(talk: Talk, duties: Duties) -> None:
    assert (talk.say("Lan", "em là Nguyễn Thị Lan phòng VHXH") or "").startswith("Chào chị Lan, em là trợ lý")
    answer = talk.say("Lan", "em là Đặng Quang Vinh phòng Kinh tế") or ""
    assert "tài khoản này là của chị Nguyễn Thị Lan (VHXH), em không đổi gì." in answer
    assert owner(talk, talk.ward.chats["Lan"]) == talk.ward.staff["Lan"] and requests(talk) == []


def test_every_stranger_who_fits_nobody_is_named_to_the_keeper(talk: Talk, duties: Duties) -> None:
    for n, name in enumerate(("Nguyễn Văn Tèo", "Lê Văn Tí", "Phạm Văn Tám")):
        talk.say_in(talk.stranger(f"s{n}"), f"em là {name} phòng Kinh tế")
    answer = talk.say("Quân", "ai chưa kết nối") or ""
    assert all(name in answer for name in ("Nguyễn Văn Tèo", "Lê Văn Tí", "Phạm Văn Tám")) and answer.count("\n") < 10
    chat = talk.stranger("vinh")
    assert talk.say_in(chat, "em la Dang Quang Vinh p.kinh te") == ASKED and len(talk.told("Thu")) == 1
