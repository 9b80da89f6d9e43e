"""Lan and her head are away in December 2025; Quân and Hà stand in, and everything goes back after."""

from datetime import date

from jobs.ticks.absences import absences
from storage.database import transaction
from storage.kinds import DutyState
from storage.models.duties import Duty
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import change, morning_of
from tests.people import Ward, at

EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Ánh")
PLAN, LATE = "Kế hoạch kiểm tra CCHC", "Quy chế quản lý tài sản công"


def stands(ward: Ward, duty_id: int) -> tuple[str, str | None]:
    """Who is told of a duty and who decides it."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    with transaction(ward.engine) as session:
        duty = session.get_one(Duty, duty_id)
        return names[duty.recipient_id], names[duty.decider_id] if duty.decider_id else None


def midnight(ward: Ward, day: str) -> int:
    with transaction(ward.engine) as session:
        return absences(session, at(f"{day} 00:10"))


@ON_BOTH
def test_the_substitute_hears_and_answers_while_she_is_away(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 4))
    talk = Talk(ward, at("27/11/2025 09:00"))
    said = talk.say("Lan", "tôi nghỉ từ 1/12 đến 5/12, anh Quân thay")
    assert said == (
        "Dạ, em đã ghi chị nghỉ từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh Quân thay. Trong những ngày đó anh Quân nhận lời nhắc, "
        "báo kết quả và duyệt thay (1 việc, 0 việc chờ duyệt); từ thứ Hai 08/12 trở lại chị. "
        'Đi làm sớm hơn, chị nhắn "hết nghỉ".'
    )
    assert stands(ward, duty) == ("Lan", None)
    assert PLAN in morning_of(ward, "28/11/2025")["Lan"].text
    assert (midnight(ward, "30/11/2025"), midnight(ward, "01/12/2025"), midnight(ward, "01/12/2025")) == (0, 1, 0)
    assert stands(ward, duty) == ("Quân", None)
    monday = morning_of(ward, "01/12/2025")
    assert (
        "Lan" not in monday
        and PLAN in monday["Quân"].text
        and "Anh đang thay chị Lan đến hết 05/12." in monday["Quân"].text
    )

    talk.now = at("02/12/2025 09:00")
    assert "hết nghỉ" in (talk.say("Quân", "chị Lan nghỉ 1/12-9/12, chị Hà thay") or "")
    assert stands(ward, duty) == ("Hà", None)
    assert "nghỉ từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh thay" in (talk.say("Quân", "hoàn tác") or "")
    assert stands(ward, duty) == ("Quân", None)

    assert "việc 2" in (talk.say("Quân", "xong 2 45/KH-UBND") or "")
    assert stands(ward, duty) == ("Quân", "Tâm")
    assert midnight(ward, "06/12/2025") == 1
    assert stands(ward, duty)[0] == "Lan"


def test_a_deputy_decides_and_hears_what_climbs_while_the_head_is_away(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    waits = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 31))
    ward.give(26, LATE, "VHXH", to="Lan", due=date(2025, 11, 28))
    change(ward, waits, state=DutyState.REPORTED, reported_on=date(2025, 11, 28), decider_id=ward.staff["Tâm"])
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "1 việc chờ duyệt" in (talk.say("Quân", "anh Tâm nghỉ 1/12-3/12, Quân thay") or "")
    assert stands(ward, waits) == ("Lan", "Quân")
    tuesday = morning_of(ward, "02/12/2025")
    assert "Tâm" not in tuesday and f"2. {PLAN}" in tuesday["Quân"].text and f"26. {LATE}" in tuesday["Quân"].text
    talk.now = at("02/12/2025 10:00")
    assert "giao" in (talk.say("Quân", "giao 26 cho Lan") or "")
    talk.now = at("03/12/2025 10:00")
    assert "đi làm lại" in (talk.say("Tâm", "hết nghỉ") or "")
    assert stands(ward, waits) == ("Lan", "Tâm")
    assert "em đã ghi anh duyệt" in (talk.say("Tâm", "duyệt 2") or "")
    assert "chưa ghi anh nghỉ" in (talk.say("Tâm", "hết nghỉ") or "")


def test_a_report_that_came_to_a_deputy_today_is_not_said_to_lie_with_her_for_days(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    waits = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 31))
    change(ward, waits, state=DutyState.REPORTED, reported_on=date(2025, 11, 24), decider_id=ward.staff["Tâm"])
    talk = Talk(ward, at("28/11/2025 09:00"))
    talk.say("Quân", "anh Tâm nghỉ 1/12-3/12, chị Lan thay")
    midnight(ward, "01/12/2025")
    assert stands(ward, waits)[1] == "Hà"
    leader = morning_of(ward, "01/12/2025")["Ánh"].text
    assert f"2. {PLAN} – báo 24/11, chờ chị Hà duyệt thay anh Tâm" in leader


def test_what_is_not_clear_is_asked_and_changes_nothing(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 4))
    talk = Talk(ward, at("01/12/2025 09:00"))
    asked = talk.say("Lan", "em nghỉ từ 1/12 đến 5/12")
    assert asked and 'nhắn thêm người thay: "tôi nghỉ 01/12/2025-05/12/2025, anh Tâm thay"' in asked
    for who, text, answer in (
        ("Lan", "tôi nghỉ 1/12-5/12, anh Bình thay", "chưa rõ anh Bình là ai"),
        ("Lan", "tôi nghỉ 1/12-5/12, Lan thay", "chưa rõ ai nhận việc thay"),
        ("Lan", "chị Hoa nghỉ 1/12-5/12, Phúc thay", "em chưa thay đổi gì"),
        ("Lan", "tôi nghỉ 31/11-32/12, anh Quân thay", "chưa"),
        ("Lan", "tôi nghỉ 3/11/2025-5/11/2025, anh Quân thay", "chưa rõ nghỉ từ ngày nào đến ngày nào"),
    ):
        assert answer in (talk.say(who, text) or "")
        assert stands(ward, duty) == ("Lan", None)
    assert "cũng nghỉ" not in (talk.say("Hoa", "tôi nghỉ 1/12-5/12, Phúc thay") or "")
    assert "chị Hoa cũng nghỉ" in (talk.say("Quân", "anh Phúc nghỉ 4/12, chị Hoa thay") or "")
    assert "bỏ đợt nghỉ" in (
        (talk.say("Quân", "chị Lan nghỉ 10/12, Quân thay") and talk.say("Quân", "chị Lan hết nghỉ")) or ""
    )
    vinh = talk.say("Thu", "tôi nghỉ 8/12, anh Vinh thay")
    assert vinh and "Anh Vinh chưa kết nối với em, chị báo giúp em." in vinh


def test_a_like_answers_nothing_that_was_asked_of_an_absence(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 4))
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "nhắn thêm người thay" in (talk.say("Lan", "tuần này chị đi học lớp chuyên viên") or "")
    assert "nhắn thêm người thay" not in (talk.say("Lan", "👍") or "")


def test_what_was_asked_of_an_absence_is_answered_in_a_few_words(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 4))
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "nhắn thêm người thay" in (talk.say("Lan", "tuần này chị đi học lớp chuyên viên") or "")
    said = talk.say("Lan", "anh Quân thay nhé")
    assert said and "từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh Quân thay" in said and stands(ward, duty)[0] == "Quân"
    assert "đã bỏ điều vừa ghi" in (talk.say("Lan", "hoàn tác") or "")

    asked = talk.say("Lan", "từ mai chị nghỉ, anh Quân thay")
    assert asked and 'ví dụ: "tôi nghỉ 02/12/2025-04/12/2025, anh Quân thay"' in asked
    said = talk.say("Lan", "từ mai đến hết tuần")
    assert said and "từ thứ Ba 02/12 đến hết thứ Sáu 05/12, anh Quân thay" in said


def test_other_words_leave_the_question_about_an_absence_alone(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 4))
    talk = Talk(ward, at("01/12/2025 09:00"))
    for other in ("việc của tôi", "anh Quân", "thôi", "chị đang họp", "2 anh Quân làm thay phần khảo sát"):
        talk.say("Lan", "em nghỉ từ 1/12 đến 5/12")
        said = talk.say("Lan", other)
        assert (stands(ward, duty) == ("Quân", None)) is (other == "anh Quân"), (other, said)
        talk.say("Lan", "hoàn tác")


def test_deciding_is_handed_over_only_when_the_whole_of_it_is_agreed(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    waits = ward.give(2, PLAN, "VHXH", to="Lan", due=date(2025, 12, 31))
    change(ward, waits, state=DutyState.REPORTED, reported_on=date(2025, 11, 28), decider_id=ward.staff["Tâm"])
    talk = Talk(ward, at("01/12/2025 09:00"))
    asked = talk.say("Tâm", "anh ủy quyền cho Quân duyệt đến hết tuần")
    assert asked and (
        "Từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh Quân duyệt, nhận lời nhắc và báo kết quả thay anh, phải không ạ?"
        in asked
    )
    assert stands(ward, waits) == ("Lan", "Tâm")
    assert "anh Quân thay" in (talk.say("Tâm", "đúng") or "") and stands(ward, waits) == ("Lan", "Quân")


def test_who_is_away_is_told_of_the_office_or_of_ones_unit(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "chưa ghi ai nghỉ" in (talk.say("Hà", "ai đang nghỉ") or "")
    talk.say("Lan", "tôi nghỉ tuần này, anh Quân thay")
    talk.say("Dũng", "tuần sau anh đi công tác Hà Nội, chị Hoa điều hành thay")
    lan = "Chị Lan: từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh Quân thay"
    dung = "Anh Dũng: từ thứ Hai 08/12 đến hết thứ Sáu 12/12, chị Hoa thay"
    for said in ("ai đang nghỉ", "tuần này ai vắng", "hôm nay có ai nghỉ không em"):
        assert talk.say("Hà", said) == f"Nghỉ, đi công tác:\n{lan}\n{dung}"
    assert talk.say("Tâm", "ai nghỉ") == f"Nghỉ, đi công tác:\n{lan}"
    assert (
        talk.say("Dũng", "ai thay anh tuần sau")
        == "Nghỉ, đi công tác:\nAnh: từ thứ Hai 08/12 đến hết thứ Sáu 12/12, chị Hoa thay"
    )


def test_a_day_within_a_long_absence_and_one_called_off_change_nothing_else(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    talk = Talk(ward, at("20/10/2025 09:00"))
    talk.say("Lan", "tôi nghỉ từ 27/10/2025 đến 20/04/2026, anh Tâm thay")
    within = talk.say("Lan", "tôi nghỉ từ 1/12 đến 5/12, anh Quân thay")
    assert (
        within
        and "đã có lịch nghỉ từ thứ Hai 27/10 đến hết thứ Hai 20/04/2026" in within
        and 'nhắn "hết nghỉ"' in within
    )
    assert "bỏ đợt nghỉ" in (talk.say("Lan", "hết nghỉ") or "")
    again = talk.say("Lan", "hết nghỉ")
    assert again and "bỏ đợt nghỉ" not in again
    assert "chưa rõ nghỉ từ ngày nào đến ngày nào" in (
        talk.say("Tâm", "tôi nghỉ từ 20/10 đến 18/10, chị Lan thay") or ""
    )


def test_who_comes_back_tomorrow_is_stood_in_for_until_then(ward: Ward) -> None:
    ward.link("Tâm", "Quân")
    talk = Talk(ward, at("01/12/2025 09:00"))
    talk.say("Tâm", "tôi nghỉ từ 1/12 đến 5/12, anh Quân thay")
    answer = talk.say("Tâm", "anh về sớm rồi, từ mai anh làm lại") or ""
    assert "đi làm lại từ thứ Ba 02/12" in answer and "anh Quân vẫn thay" in answer
    talk.now = at("02/12/2025 09:00")
    assert "chưa ghi anh nghỉ" in (talk.say("Tâm", "hết nghỉ") or "")


def test_a_leader_is_offered_who_runs_the_office_to_stand_in(ward: Ward) -> None:
    ward.link("Ánh")
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "chị Hà thay" in (talk.say("Ánh", "tôi nghỉ từ 8/12 đến 12/12") or "")


def test_who_stands_in_sees_what_he_stands_in_for(ward: Ward) -> None:
    ward.link("Hoa", "Phúc", "Lan", "Dũng")
    ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=date(2025, 12, 31))
    talk = Talk(ward, at("01/12/2025 09:00"))
    assert "em chỉ trả lời trưởng đơn vị" in (talk.say("Phúc", "việc của chị Hoa") or "")
    talk.say("Hoa", "tôi nghỉ từ 1/12 đến 5/12, anh Phúc thay")
    assert "30" in (talk.say("Phúc", "việc của chị Hoa") or "")
    assert "chị Hoa: từ thứ Hai 01/12 đến hết thứ Sáu 05/12, anh thay" in (
        talk.say("Phúc", "em có phải thay ai không") or ""
    ).replace("Chị", "chị")
    assert "30" in (talk.say("Dũng", "việc của chị Hoa") or "")
    assert "em chỉ trả lời trưởng đơn vị" in (talk.say("Lan", "việc của chị Hoa") or "")
