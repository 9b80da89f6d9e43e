"""A typhoon and a swapped day in the ward of Ba Ngòi: one line moves what is not yet sent."""

from datetime import date

from storage.database import transaction
from storage.kinds import Role
from storage.migrate import fill_holidays
from storage.models.organisation import Membership
from storage.queries.calendar import working_days
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of, send_all, tick
from tests.people import SINCE, Ward, at


def test_what_was_owed_on_a_day_that_became_off_goes_out_on_the_next_working_day(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    talk = Talk(ward, at("10/10/2025 16:00"))
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 17))  # three working days before: 14/10
    said = talk.say("Quân", "nghỉ 14/10 theo Công điện phòng chống bão")
    assert said == (
        "Dạ, em đã ghi thứ Ba 14/10/2025 cả cơ quan nghỉ. Những gì chưa nhắc chuyển sang thứ Tư 15/10/2025; "
        'thời hạn các việc không đổi. Muốn trả lại như cũ, anh nhắn "bỏ ngày nghỉ 14/10/2025".'
    )
    assert "2. Kế hoạch" in morning_of(ward, "13/10/2025")["Lan"].text  # now the third working day before
    assert morning_of(ward, "14/10/2025") == {}

    # On the 16th the digests wait already when the ward is told to stay at home.
    assert tick(ward, at("16/10/2025 07:30")) == 1
    talk.now = at("16/10/2025 07:31")
    assert "thứ Sáu 17/10/2025" in (talk.say("Quân", "nghi 16/10/2025") or "")
    assert send_all(ward, at("16/10/2025 07:32")) == {}
    friday = morning_of(ward, "17/10/2025")
    assert "hạn hôm nay 17/10" in friday["Lan"].text

    talk.now = at("16/10/2025 09:00")
    assert "cả cơ quan làm việc" in (talk.say("Quân", "bỏ ngày nghỉ 14/10/2025") or "")
    assert "vốn là ngày làm việc" in (talk.say("Quân", "bỏ ngày nghỉ 14/10/2025") or "")
    assert "14/10/2025 trở lại như trước" in (talk.say("Quân", "hoàn tác") or "")


@ON_BOTH
def test_a_worked_saturday_is_a_morning_and_a_cancelled_holiday_outlives_an_upgrade(ward: Ward) -> None:
    ward.link("Lan", "Quân", "Hà")
    talk = Talk(ward, at("06/10/2025 08:00"))
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 11))
    said = talk.say("Hà", "làm bù 11/10/2025")
    assert said and 'nhắn "bỏ làm bù 11/10/2025"' in said
    assert "hạn hôm nay 11/10" in morning_of(ward, "11/10/2025")["Lan"].text
    assert 'nhắn "nghỉ 02/01/2026"' in (talk.say("Hà", "bỏ ngày nghỉ 02/01/2026") or "")
    assert "đến thứ Tư 18/02/2026" in (talk.say("Hà", "bỏ ngày nghỉ 14-18/02/2026") or "")
    fill_holidays(ward.engine)
    with transaction(ward.engine) as session:
        off, working = working_days(session)
    assert date(2026, 1, 2) in working and date(2026, 1, 2) not in off


@ON_BOTH
def test_who_may_not_change_it_and_what_cannot_be_meant_change_nothing(ward: Ward) -> None:
    ward.link("Lan", "Vinh", "Quân")
    talk = Talk(ward, at("06/10/2025 08:00"))
    with transaction(ward.engine) as session:
        before = working_days(session)
        session.add(Membership(agency_id=ward.agency_id, staff_id=ward.staff["Vinh"], role=Role.ADMIN, from_on=SINCE))
    assert "chưa ghi gì. Chị nghỉ thứ Ba 14/10, phải không ạ" in (talk.say("Lan", "nghỉ 14/10") or "")
    assert "chưa rõ ngày nào" in (talk.say("Quân", "nghỉ 31/02/2026") or "")
    assert "ngày 01/01/2020 đã qua lâu" in (talk.say("Quân", "nghỉ 1/1/2020") or "")
    assert "không quá 31 ngày" in (talk.say("Quân", "cả cơ quan nghỉ 1/6-31/8/2026") or "")
    assert "vốn là ngày nghỉ" in (talk.say("Quân", "nghỉ 02/01/2026") or "")
    with transaction(ward.engine) as session:
        assert working_days(session) == before
    assert "cả cơ quan nghỉ" in (talk.say("Vinh", "cả cơ quan nghỉ 14/10") or "")


def test_days_off_that_may_be_ones_own_are_asked_about(ward: Ward) -> None:
    """Several days and no word whose: a week of a whole office's reminders is not put off by "nghỉ 20/10-24/10"."""
    ward.link("Quân", "Hà", "Lan", "Tâm")
    talk = Talk(ward, at("13/10/2025 09:15"))
    for who, call in (("Quân", "Anh"), ("Hà", "Chị")):
        asked = talk.say(who, "nghỉ từ 20/10 đến 24/10") or ""
        assert "chưa ghi gì" in asked and f"A. {call} nghỉ từ thứ Hai 20/10 đến hết thứ Sáu 24/10" in asked
        assert "B. Cả cơ quan nghỉ thứ Hai 20/10/2025 đến thứ Sáu 24/10/2025" in asked
        assert "thêm người thay" in (talk.say(who, "A") or "")
    assert "em đã ghi chị nghỉ từ thứ Hai 20/10" in (talk.say("Hà", "anh Tâm thay") or "")
    assert "em đã ghi anh nghỉ từ thứ Hai 27/10" in (talk.say("Quân", "nghỉ 27/10-31/10, Lan thay") or "")
    talk.say("Quân", "nghỉ 3/11 đến 4/11")
    assert "cả cơ quan nghỉ" in (talk.say("Quân", "B") or "")


def test_days_off_of_who_closes_no_office_are_his_own(ward: Ward) -> None:
    ward.link("Vinh", "Thu")
    talk = Talk(ward, at("13/10/2025 09:15"))
    asked = talk.say("Vinh", "nghỉ 20/10-24/10") or ""
    assert asked.startswith("Dạ, em chưa ghi gì. Anh nghỉ từ thứ Hai 20/10 đến hết thứ Sáu 24/10, phải không ạ?")
    assert "thêm người thay" in (talk.say("Vinh", "đúng") or "")
    assert "em đã ghi anh nghỉ" in (talk.say("Vinh", "chị Thu thay") or "")


@ON_BOTH
def test_a_day_off_told_in_passing_is_asked_about_and_is_nobodys_absence(ward: Ward) -> None:
    ward.link("Lan", "Quân", "Tâm")
    talk = Talk(ward, at("13/10/2025 16:00"))
    for name in ("Lan", "Tâm"):
        answer = talk.say(name, "mai nghỉ bão cả cơ quan") or ""
        assert "do Văn phòng hoặc người theo dõi kế hoạch ghi" in answer and '"tôi nghỉ 14/10/2025"' in answer
    assert talk.say("Lan", "đúng") is None and talk.events() == []

    asked = talk.say("Quân", "mai nghỉ bão cả cơ quan") or ""
    assert "Cả cơ quan nghỉ thứ Ba 14/10/2025, phải không ạ" in asked and talk.events() == []
    assert "em đã ghi thứ Ba 14/10/2025 cả cơ quan nghỉ" in (talk.say("Quân", "đúng") or "")
    assert "14/10/2025 trở lại như trước" in (talk.say("Quân", "hoàn tác") or "")
