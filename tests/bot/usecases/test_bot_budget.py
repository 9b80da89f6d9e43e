""" "Gói Zalo": what the bots may still send and whom they may still serve, for those who look after it."""

import pytest
from sqlmodel import col, select

from storage.database import transaction
from storage.kinds import ChannelKind, Role
from storage.models.channels import Connection
from storage.models.organisation import Membership, Staff
from tests.bot.talk import Talk
from tests.people import SINCE

pytestmark = pytest.mark.own_line
Duties = dict[int, int]


@pytest.fixture
def zalo(talk: Talk) -> Talk:
    """The ward's bot is one of Zalo's with a free plan."""
    with transaction(talk.ward.engine) as session:
        bot = session.exec(select(Connection).where(col(Connection.id) == talk.ward.connection_id)).one()
        bot.channel, bot.month, bot.month_count, bot.month_limit, bot.seat_limit = (
            ChannelKind.ZALO,
            "2025-10",
            612,
            3000,
            50,
        )
        session.add(bot)
    return talk


@pytest.mark.replies
@pytest.mark.parametrize(
    "text", ["gói Zalo", "goi cuoc", "còn bao nhiêu tin Zalo", "tháng này bot đã gửi mấy tin", "hạn mức tin?"]
)
def test_the_keeper_reads_what_is_left(zalo: Talk, text: str) -> None:
    assert zalo.say("Quân", text) == (
        "Gói tin tháng 10, đến 09h15 ngày 13/10:\n"
        "Zalo: đã gửi 612/3.000 tin, còn 2.388; 9/50 người đã nhắn bot, còn 41 chỗ.\n"
        "Khi đổi gói, nhờ người quản trị sửa lại các số này."
    )


def test_a_pace_that_ends_before_the_month_is_said(zalo: Talk) -> None:
    with transaction(zalo.ward.engine) as session:
        bot = session.exec(select(Connection).where(col(Connection.id) == zalo.ward.connection_id)).one()
        bot.month_count = 2400
        session.add(bot)
    assert "theo đà này hết tin vào thứ" in (zalo.say("Hà", "gói Zalo") or "")


def test_an_admin_without_any_work_may_look(zalo: Talk) -> None:
    with transaction(zalo.ward.engine) as session:
        admin = Staff(agency_id=zalo.ward.agency_id, full_name="Trần Văn Tin", honorific="anh")
        session.add(admin)
        session.flush()
        zalo.ward.staff["Tin"] = admin.id
        session.add(
            Membership(agency_id=zalo.ward.agency_id, staff_id=admin.id, unit_id=None, role=Role.ADMIN, from_on=SINCE)
        )
    zalo.ward.link("Tin")
    assert "đã gửi 612/3.000 tin" in (zalo.say("Tin", "gói Zalo") or "")


@pytest.mark.parametrize("name", ["Lan", "Tâm"])
def test_others_are_told_who_looks_after_it(zalo: Talk, name: str) -> None:
    answer = zalo.say(name, "gói Zalo") or ""
    assert "612" not in answer and "người theo dõi kế hoạch, Chánh Văn phòng và quản trị" in answer


@pytest.mark.parametrize("text", ["gọi Zalo cho anh Vinh", "VHXH đã gửi bao nhiêu tin", "tháng này đã gửi mấy tin bài"])
def test_calls_and_news_are_something_else(zalo: Talk, text: str) -> None:
    assert "Gói tin" not in (zalo.say("Quân", text) or "")
