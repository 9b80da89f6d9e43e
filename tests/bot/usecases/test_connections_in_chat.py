"""Who is connected, who is put out, by which channel somebody is written to."""

import pytest
from sqlmodel import col, select

from bot.replies.people import stranger
from jobs.file_links import new_link
from jobs.invites import new_invite
from storage.database import transaction
from storage.kinds import ChannelKind, EventKind, NoticeKind, NoticeState, Role
from storage.models.channels import Chat, Connection, FileLink
from storage.models.messages import Notice
from storage.models.organisation import Membership, Staff
from storage.queries.file_links import unused_links
from storage.queries.reach import reach_of_all
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import SINCE

pytestmark = pytest.mark.own_line
Duties = dict[int, int]


def chat_on(talk: Talk, name: str, channel: ChannelKind, *, stopped: bool = False) -> int:
    """A chat of this person on a bot of this channel; the newest one is written to until he chooses."""
    with transaction(talk.ward.engine) as session:
        bot = session.exec(select(Connection).where(Connection.channel == channel)).first()
        bot = bot or Connection(
            agency_id=talk.ward.agency_id, channel=channel, name=channel.value, secret=f"env:{channel}"
        )
        bot.stopped_reason = "stopped" if stopped else None
        session.add(bot)
        session.flush()
        chat = Chat(
            agency_id=talk.ward.agency_id, connection_id=bot.id, address=f"{name}-{channel}", staff_id=talk.ward.staff[name],
            joined_at=talk.now,
        )  # fmt: skip
        session.add(chat)
        session.flush()
        return chat.id


def admin(talk: Talk) -> None:
    """Somebody of IT, who holds no work."""
    with transaction(talk.ward.engine) as session:
        person = Staff(agency_id=talk.ward.agency_id, full_name="Phan Văn Kiên", honorific="anh")
        session.add(person)
        session.flush()
        talk.ward.staff["Kiên"] = person.id
        session.add(Membership(agency_id=talk.ward.agency_id, staff_id=person.id, role=Role.ADMIN, from_on=SINCE))
    talk.ward.link("Kiên")


def written_to(talk: Talk, name: str) -> int | None:
    with talk.session() as session:
        return reach_of_all(session, talk.ward.agency_id)[talk.ward.staff[name]].chat_id


# Who is connected


def test_who_is_not_connected_and_what_to_do(talk: Talk) -> None:
    answer = talk.say("Quân", "ai chưa kết nối") or ""
    assert answer.splitlines() == [
        "Đã kết nối 9/10 người.",
        "Chưa, KT-HT-ĐT: anh Vinh",
        "Cách mời: in phiếu bằng lệnh nhacviec invite --slips phieu.docx, hoặc mỗi người mở bot, nhắn họ tên và phòng.",
    ]


def test_who_blocked_the_bot_is_named_apart(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        chat = session.get_one(Chat, talk.ward.chats["Lan"])
        chat.off_at = talk.now
        session.add(chat)
    answer = talk.say("Quân", "tình hình kết nối") or ""
    assert "Đã kết nối 8/10 người." in answer
    assert "Đã kết nối nhưng không nhắn được: chị Lan: không nhận được tin của em" in answer


def test_a_large_office_fits_ten_lines(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        for n in range(60):
            person = Staff(agency_id=talk.ward.agency_id, full_name=f"Trần Văn Số {n}", honorific="anh")
            session.add(person)
            session.flush()
            unit = list(talk.ward.units.values())[n % 4] if n % 5 else None
            role = Role.STAFF if unit else Role.LEADER
            session.add(
                Membership(agency_id=talk.ward.agency_id, staff_id=person.id, unit_id=unit, role=role, from_on=SINCE)
            )
    answer = talk.say("Quân", "ai chưa kết nối") or ""
    assert len(answer.splitlines()) <= 10 and len(answer) < 900 and "9/70" in answer


def test_a_head_sees_his_unit_others_nothing(talk: Talk) -> None:
    assert (talk.say("Thu", "ai chưa kết nối") or "").startswith("Đã kết nối 1/2 người.")
    assert (talk.say("Tâm", "ai chưa kết nối") or "").startswith("Đã kết nối 3/3 người.")
    assert "em chỉ trả lời trưởng đơn vị" in (talk.say("Tâm", "phòng Kinh tế ai chưa kết nối") or "")
    assert "em chỉ trả lời trưởng đơn vị" in (talk.say("Lan", "ai chưa kết nối") or "")
    assert "KT-HT-ĐT: đã kết nối 1/2 người" in (talk.say("Ánh", "phòng Kinh tế ai chưa kết nối") or "").replace(
        "Đã", "đã"
    )


def test_the_keeper_s_morning_names_what_still_waits(talk: Talk, duties: Duties) -> None:
    talk.say_in(talk.stranger("vinh-chat"), "em là Đặng Quang Vinh phòng Kinh tế")
    assert (
        '1 người xin kết nối đang chờ; nhắn "ai chưa kết nối" để xem.'
        in morning_of(talk.ward, "14/10/2025")["Quân"].text
    )
    assert "1. anh Đặng Quang Vinh" in (talk.say("Thu", "nhận") or "")  # her digest came between
    talk.say("Thu", "nhận")
    assert "xin kết nối" not in morning_of(talk.ward, "15/10/2025")["Quân"].text


# Put out


@ON_BOTH
def test_somebody_is_put_out_and_taken_back(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        code = new_invite(session, talk.ward.agency_id, talk.ward.staff["Lan"], talk.now)
        session.add(
            Notice(
                agency_id=talk.ward.agency_id, key="digest/x", kind=NoticeKind.DIGEST, staff_id=talk.ward.staff["Lan"],
                chat_id=talk.ward.chats["Lan"], day=talk.now.date(), created_at=talk.now,
            )
        )  # fmt: skip
    zalo = chat_on(talk, "Lan", ChannelKind.ZALO)
    answer = talk.say("Quân", "ngắt kết nối của Lan") or ""
    assert "đã ngắt Zalo, Console của chị Nguyễn Thị Lan (VHXH): không nhận, không xem được gì nữa." in answer
    assert "5 việc vẫn đứng tên chị Lan" in answer
    assert talk.say("Lan", "việc của tôi") == stranger("vi")
    with talk.session() as session:
        assert session.exec(select(Notice.state).where(Notice.key == "digest/x")).one() is NoticeState.DROPPED
    assert talk.say("Lan", code) is None  # a code he still had lets him in no more
    assert "đã nối lại cho chị Nguyễn Thị Lan" in (talk.say("Quân", "hoàn tác") or "")
    assert "17" in (talk.say("Lan", "việc của tôi") or "")
    assert written_to(talk, "Lan") == zalo
    assert [e.kind for e in talk.events()] == [EventKind.DISCONNECTED, EventKind.UNDONE]


def test_a_link_he_was_given_opens_nothing_any_more(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        new_link(session, talk.ward.agency_id, talk.ward.staff["Lan"], talk.ward.chats["Lan"], talk.now)
    talk.say("Quân", "ngắt kết nối của Lan")
    with talk.session() as session:
        (link,) = unused_links(session, talk.ward.agency_id, talk.ward.chats["Lan"], outgoing=False)
        assert isinstance(link, FileLink) and link.expires_at <= talk.now


@pytest.mark.parametrize("name", ["Tâm", "Lan", "Hà", "Ánh"])
def test_who_may_not_put_anybody_out(talk: Talk, name: str) -> None:
    answer = talk.say(name, "ngắt kết nối của Hoa") or ""
    assert "việc này do anh Quân hoặc quản trị làm" in answer
    assert written_to(talk, "Hoa") == talk.ward.chats["Hoa"]


def test_an_admin_may(talk: Talk) -> None:
    admin(talk)
    assert "đã ngắt Console của chị Đỗ Thị Hoa" in (talk.say("Kiên", "ngắt kết nối của Hoa") or "")
    assert talk.say("Hoa", "việc của tôi") == stranger("vi")
    assert "Đã kết nối 9/11 người." in (talk.say("Kiên", "ai chưa kết nối") or "")


def test_nobody_locks_himself_out(talk: Talk) -> None:
    for text in ("ngắt kết nối của Quân", "ngắt kết nối của tôi"):
        assert "em không ngắt kết nối của chính anh" in (talk.say("Quân", text) or "")
    assert "nhờ anh Quân" in (talk.say("Lan", "ngắt kết nối của em") or "")
    assert written_to(talk, "Quân") and written_to(talk, "Lan")


def test_a_name_of_nobody_or_of_several_puts_nobody_out(talk: Talk) -> None:
    assert "em không thấy ai tên “Thảo”" in (talk.say("Quân", "ngắt kết nối của Thảo") or "")
    with transaction(talk.ward.engine) as session:
        session.add(Staff(agency_id=talk.ward.agency_id, full_name="Trần Thị Lan", honorific="chị"))
    assert "ngắt của ai: chị Nguyễn Thị Lan (VHXH); chị Trần Thị Lan?" in (
        talk.say("Quân", "ngắt kết nối của Lan") or ""
    )
    assert written_to(talk, "Lan")
    assert "đã ngắt Console của chị Nguyễn Thị Lan" in (talk.say("Quân", "Nguyễn Thị Lan") or "")


def test_who_is_not_connected_is_not_put_out_but_his_code_is_void(talk: Talk) -> None:
    assert "anh Đặng Quang Vinh (KT-HT-ĐT) chưa kết nối" in (talk.say("Quân", "ngắt kết nối của Vinh") or "").replace(
        "Anh", "anh"
    )
    with transaction(talk.ward.engine) as session:
        code = new_invite(session, talk.ward.agency_id, talk.ward.staff["Vinh"], talk.now)
    assert "mã mời chưa dùng đã bị hủy" in (talk.say("Quân", "ngắt kết nối của Vinh") or "")
    chat = talk.stranger("vinh-chat")
    assert talk.say_in(chat, code) == stranger("vi")


# By which channel


@ON_BOTH
def test_of_two_channels_one_is_chosen_and_the_other_stands_behind(talk: Talk) -> None:
    zalo = chat_on(talk, "Lan", ChannelKind.ZALO)
    assert written_to(talk, "Lan") == zalo
    answer = talk.say("Lan", "nhắc tôi qua Zalo")
    assert answer == "Dạ, em vẫn đang nhắn chị qua Zalo."
    telegram = chat_on(talk, "Lan", ChannelKind.TELEGRAM)
    assert written_to(talk, "Lan") == telegram
    answer = talk.say("Lan", "nhắc em qua zalo nhé") or ""
    assert "từ tin sau, em nhắn chị qua Zalo. Khi Zalo không gửi được, em nhắn qua Telegram, Console." in answer
    assert written_to(talk, "Lan") == zalo
    assert "em lại nhắn chị qua Telegram" in (talk.say("Lan", "hoàn tác") or "")
    assert written_to(talk, "Lan") == telegram


def test_a_channel_he_has_not_joined(talk: Talk) -> None:
    assert talk.say("Lan", "nhắc tôi qua Zalo") == "Dạ, cơ quan chưa có bot Zalo. Em vẫn nhắn chị qua Console."
    chat_on(talk, "Hoa", ChannelKind.ZALO)
    answer = talk.say("Lan", "nhắc tôi qua Zalo") or ""
    assert "chị chưa kết nối Zalo: mở bot Zalo rồi nhắn họ tên và phòng." in answer
    assert "tele" not in answer and written_to(talk, "Lan") == talk.ward.chats["Lan"]


def test_a_stopped_bot_is_not_chosen(talk: Talk) -> None:
    chat_on(talk, "Lan", ChannelKind.ZALO, stopped=True)
    assert "chưa kết nối Zalo" in (talk.say("Lan", "nhắc tôi qua Zalo") or "")
    with talk.session() as session:
        assert all(chat.preference == 0 for chat in session.exec(select(Chat).order_by(col(Chat.id))))
