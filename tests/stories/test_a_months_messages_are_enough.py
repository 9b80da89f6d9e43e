"""A bot with 3,000 messages a month: mornings are kept free, courtesies go first, nobody outside empties it."""

from datetime import date, timedelta

from sqlmodel import select

from storage.database import transaction
from storage.kinds import NoticeKind
from storage.models.channels import Connection
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import Ward, at

AWAY = "Xin chào! Hiện tôi đang bận, tôi sẽ trả lời sau."
UNCLEAR = "Cửa hàng mở cửa từ sáng sớm"


def used(ward: Ward, count: int) -> None:
    with transaction(ward.engine) as session:
        bot = session.get_one(Connection, ward.connection_id)
        bot.month, bot.month_count, bot.month_limit = "2025-10", count, 3000
        session.add(bot)


def test_echoes_are_saved_before_answers_and_mornings(ward: Ward) -> None:
    duty = ward.give(7, "Báo cáo công tác văn thư", "VHXH", to="Lan", due=date(2025, 12, 31), target=date(2025, 10, 13))
    ward.link("Lan", "Quân", "Tâm")
    used(ward, 100)
    assert "Chào chị Lan" in morning_of(ward, "13/10/2025")["Lan"].text
    talk = Talk(ward, at("13/10/2025 09:00"))
    assert talk.say("Lan", "7 đang soạn") is not None

    used(ward, 2995)
    assert talk.say("Lan", "7 đã xin ý kiến các phòng") is None
    assert [entry.text for entry in talk.entries(duty)] == ["đang soạn", "đã xin ý kiến các phòng"]
    assert "xong ngày 13/10" in (talk.say("Lan", "xong 7 BC 57/BC-UBND") or "")
    assert talk.say("Tâm", "trợ giúp") is None
    assert "đã ghi anh duyệt" in (talk.say("Tâm", "duyệt 7") or "")


@ON_BOTH
def test_the_keeper_knows_the_day_and_everybody_why_echoes_are_missing(ward: Ward) -> None:
    ward.give(7, "Báo cáo công tác văn thư", "VHXH", to="Lan", due=date(2025, 12, 31), target=date(2025, 10, 15))
    ward.link("Lan", "Quân", "Tâm")
    used(ward, 1600)
    read = morning_of(ward, "10/10/2025")
    assert "Tháng này bot đã gửi 1.600/3.000 tin; theo đà này hết vào thứ Ba 21/10." in read["Quân"].text
    assert "gần hết" not in read["Lan"].text
    used(ward, 2999)
    assert "Số tin của tháng gần hết" in morning_of(ward, "14/10/2025")["Lan"].text


@ON_BOTH
def test_strangers_and_machines_take_little(ward: Ward) -> None:
    ward.link("Lan")
    talk = Talk(ward)
    answered = [talk.say_in(talk.stranger(f"khách {n}"), "alo") for n in range(23)]
    assert sum(answer is not None for answer in answered) == 20
    assert talk.say("Lan", AWAY) is None
    assert [talk.say("Lan", UNCLEAR) is not None for _ in range(4)] == [True, True, False, False]
    assert talk.say("Lan", "việc của tôi") is not None
    talk.now += timedelta(days=1)
    assert talk.say("Lan", UNCLEAR) is not None
    with transaction(ward.engine) as session:
        told = session.exec(select(Notice).where(Notice.kind == NoticeKind.STRANGER)).all()
    assert len(told) == 20
