""" "Ai đã được nhắc việc 2?": from what left, to eyes that may see it."""

from datetime import date, timedelta

from sqlmodel import select

from jobs.ticks.digests import digests
from storage.database import transaction
from storage.kinds import NoticeState
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.channels.line import channel_named
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

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
