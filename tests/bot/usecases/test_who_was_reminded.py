""" "Ai đã được nhắc việc 2?": from what left, to eyes that may see it."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from jobs.ticks.digests import digests
from storage.database import transaction
from storage.kinds import NoticeState, Role
from storage.models.messages import Notice
from storage.models.organisation import Membership, Staff, Unit
from tests.bot.talk import Talk
from tests.channels.line import channel_named
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import SINCE, Ward, at

Duties = dict[int, int]


@ON_BOTH
def test_the_ledger_tells_who_when_where_and_what_was_answered(talk: Talk, duties: Duties) -> None:
    talk.now = at("10/10/2025 06:00")
    assert talk.say("Quân", "ai đã được nhắc việc 2?") == "Việc 2 – Kế hoạch kiểm tra CCHC: em chưa nhắc ai."
    assert talk.say("Quân", "sáng nay đã nhắc ai") == "Sáng nay em chưa nhắc ai."
    morning_of(talk.ward, "10/10/2025")
    with transaction(talk.ward.engine) as session:
        for notice in session.exec(select(Notice).where(Notice.staff_id == talk.ward.staff["Lan"])):
            notice.about = [duties[2], duties[17]]
            session.add(notice)
        hers = session.exec(select(Notice).where(Notice.key == f"digest/{talk.ward.staff['Lan']}/2025-10-10")).one()
        again = hers.model_dump(exclude={"id"}) | {"key": "digest/again", "day": date(2025, 10, 13)}
        doubtful = {"state": NoticeState.UNKNOWN, "sent_at": None, "slot_at": at("13/10/2025 07:31")}
        session.add(Notice(**(again | doubtful)))
    talk.now = at("13/10/2025 08:05")
    talk.say("Lan", "2 đang xin ý kiến")
    talk.now += timedelta(hours=1)
    inside = talk.say("Quân", "ai đã được nhắc việc 2?")
    assert inside == (
        "Việc 2 – Kế hoạch kiểm tra CCHC: đã nhắc 2 lần.\n"
        f"chị Lan: 07h31 thứ Hai 13/10, {channel_named()}, không rõ đã đến chưa, trả lời 08h05 thứ Hai 13/10\n"
        f"chị Lan: 07h30 thứ Sáu 10/10, {channel_named()}, đã gửi"
    )
    outside = talk.say("Hoa", "ai đã được nhắc việc 2?")
    assert outside == "Việc 2 – Kế hoạch kiểm tra CCHC: đã nhắc 2 lần, gần nhất 07h31 thứ Hai 13/10."
    assert "việc 99" in (talk.say("Quân", "ai đã được nhắc việc 99?") or "")


@ON_BOTH
def test_what_is_asked_refused_and_taken_back_is_no_reminder(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10 vì chờ Sở")
    talk.say("Tâm", "không lùi 17: cần trước kỳ họp HĐND")
    talk.say("Tâm", "hoàn tác")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Tâm", "trả 2 thiếu số liệu")
    assert len(talk.told("Lan")) == 3 and len(talk.told("Tâm")) == 1
    _all_left(talk)
    assert (talk.say("Tâm", "ai đã được nhắc việc 17?") or "").endswith("em chưa nhắc ai.")
    assert (talk.say("Tâm", "ai đã được nhắc việc 2?") or "").endswith("em chưa nhắc ai.")
    talk.say("Tâm", "đề nghị chị Lan giải trình việc 17")
    _all_left(talk)
    answer = talk.say("Tâm", "ai đã được nhắc việc 17?") or ""
    assert "đã nhắc 1 lần.\nchị Lan: 09h15" in answer and answer.count("\n") == 1


@ON_BOTH
def test_who_could_not_be_reached_is_named_to_the_keeper(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Quân", "việc 26 ai được nhắc?")
    assert answer and answer.endswith("em chưa nhắc ai.\nChưa nhắc được: anh Vinh: chưa kết nối.")
    assert "Vinh" not in (talk.say("Hoa", "việc 26 ai được nhắc?") or "")
    with transaction(talk.ward.engine) as session:
        digests(session, at("13/10/2025 07:30"))
    morning = talk.say("Hà", "sáng nay đã nhắc ai?")
    assert morning and morning.startswith("Sáng nay đã nhắc 0/") and "anh Vinh: chưa kết nối" in morning
    staff = talk.say("Hoa", "sáng nay đã nhắc ai?")
    assert staff and "Vinh" not in staff


@ON_BOTH
@pytest.mark.parametrize("text", ["sáng nay đã nhắc ai?", "sáng nay nhắc ai rồi", "hom nay em nhac duoc may nguoi roi"])
def test_the_morning_is_told_by_name_to_whoever_may_know(talk: Talk, duties: Duties, text: str) -> None:
    morning_of(talk.ward, "13/10/2025")
    everybody = "Sáng nay đã nhắc 5/6 người:\nVHXH: chị Lan, anh Tâm\nKT-HT-ĐT: chị Thu\nTTPVHCC: anh Dũng, chị Hoa\n"
    for name in ("Hà", "Quân", "Ánh"):
        assert talk.say(name, text) == everybody + "Chưa nhắc được: anh Vinh: chưa kết nối."
    for name in ("Dũng", "Hoa"):
        answer = talk.say(name, text) or ""
        assert "ở đơn vị của" in answer and "anh Dũng: việc 57" in answer and "Lan" not in answer
    one = talk.say("Hà", "sáng nay đã nhắc ai ở VHXH?") or ""
    assert one.startswith(
        "Sáng nay em đã nhắc 2 người ở Phòng Văn hóa – Xã hội:\nchị Lan: việc 2, 7, 8, 17, 18\nanh Tâm: việc 17"
    )
    refused = talk.say("Hoa", "sáng nay đã nhắc ai ở VHXH?") or ""
    assert "Lan" not in refused and "người theo dõi kế hoạch" in refused


def test_a_big_office_is_told_in_ten_lines_and_how_to_see_all(talk: Talk) -> None:
    for n in range(12):
        _unit_at_work(talk.ward, f"Tổ {n + 1}", 8 if n == 0 else 1)
    morning_of(talk.ward, "13/10/2025")
    answer = talk.say("Hà", "sáng nay đã nhắc ai?") or ""
    assert answer.startswith("Sáng nay đã nhắc 19/19 người:\nTổ 1: anh A") and len(answer.splitlines()) <= 10
    assert " và 2 người khác\n" in answer and "và 5 người ở 5 đơn vị khác" in answer
    assert answer.endswith('Xem đủ một đơn vị: chị nhắn, ví dụ "sáng nay đã nhắc ai ở Tổ 1".')
    one = talk.say("Hà", "sáng nay đã nhắc ai ở Tổ 1") or ""
    assert "em đã nhắc 8 người ở Tổ 1:" in one and one.count("\n") == 8


def _all_left(talk: Talk) -> None:
    with transaction(talk.ward.engine) as session:
        for notice in session.exec(select(Notice).where(Notice.state == NoticeState.WAITING)):
            notice.state, notice.sent_at = NoticeState.SENT, talk.now
            session.add(notice)


def _unit_at_work(ward: Ward, name: str, members: int) -> None:
    """A unit whose members each hold a task that is late."""
    with transaction(ward.engine) as session:
        unit = Unit(agency_id=ward.agency_id, name=name, short_name=name, position=50 + len(ward.units))
        session.add(unit)
        session.flush()
        ward.units[name] = unit.id
        for n in range(members):
            given = f"{chr(ord('A') + n)}{unit.id}"
            person = Staff(agency_id=ward.agency_id, full_name=f"Trần {given}", honorific="anh")
            session.add(person)
            session.flush()
            ward.staff[given] = person.id
            session.add(
                Membership(
                    agency_id=ward.agency_id, staff_id=person.id, unit_id=unit.id, role=Role.STAFF, from_on=SINCE
                )
            )
    for given in [given for given in ward.staff if given.endswith(str(ward.units[name])) and given not in ward.chats]:
        ward.link(given)
        ward.give(100 + len(ward.chats), f"Việc {given}", name, to=given, due=date(2025, 10, 10))
