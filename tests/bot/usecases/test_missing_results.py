"""Who is missing with results of the period: of all, of one unit in full, of one person, of the sender."""

import pytest

from storage.database import transaction
from storage.models.organisation import Membership, Staff
from tests.bot.talk import Talk
from tests.people import CAST, SINCE, at

Duties = dict[int, int]


def test_each_reader_asks_for_his_own_and_for_a_unit_s(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    assert talk.say("Lan", "kỳ này em còn thiếu gì") == (
        "Kết quả tháng 10, chốt 16h30 thứ Ba 14/10, chị còn thiếu 4 việc:\n"
        "2. Kế hoạch kiểm tra CCHC\n7. Tập huấn CCHC\n17. Quyết định chức năng, nhiệm vụ các phòng\n18. Bố trí lãnh đạo phòng\n"
        'Chị nhắn kết quả từng việc, hoặc "2 như kỳ trước".'
    )
    assert "còn thiếu 4 việc" in (talk.say("Tâm", "chị Lan còn thiếu gì") or "")
    assert "đã trả lời đủ" in (talk.say("Phúc", "em còn nợ gì không") or "")
    unit = talk.say("Quân", "còn thiếu kết quả của TTPVHCC") or ""
    assert "còn thiếu 2 phần việc:\nTTPVHCC 0/2\n" in unit and "Anh Dũng: 57" in unit and "Chị Hoa: 30" in unit
    assert "Lan" not in unit
    outside = talk.say("Lan", "TTPVHCC còn thiếu gì") or ""
    assert "TTPVHCC 0/2" in outside and "Hoa" not in outside
    assert "trưởng đơn vị" in (talk.say("Hoa", "chị Lan còn thiếu gì") or "")
    talk.say("Hoa", "30 đạt 60%")
    talk.say("Dũng", "57 đang làm")
    assert talk.say("Quân", "TTPVHCC còn thiếu gì") == ("Kết quả tháng 10 đã đủ của Trung tâm Phục vụ hành chính công.")


def test_the_day_on_which_a_month_closes_is_told(talk: Talk, duties: Duties) -> None:
    now = "Kết quả tháng 10 (số liệu 15/09–14/10) chốt 16h30 thứ Ba 14/10."
    assert talk.say("Lan", "bao giờ chốt tháng 10") == now + " Chị còn thiếu 5 việc."
    assert talk.say("Ánh", "hạn báo cáo tháng này là ngày nào") == now
    assert (
        talk.say("Lan", "tháng 11 chốt ngày nào") == "Kết quả tháng 11 (số liệu 15/10–14/11) chốt 16h30 thứ Sáu 14/11."
    )


@pytest.fixture
def crowd(talk: Talk) -> Talk:
    """A task for everybody of the cast, and a dozen more people in the Trung tâm."""
    for n, (name, _full, _called, unit, _role) in enumerate(CAST):
        if unit:
            talk.ward.give(100 + n, f"Việc {n}", unit, to=name)
    with transaction(talk.ward.engine) as session:
        for n in range(12):
            one = Staff(agency_id=talk.ward.agency_id, full_name=f"Trần Văn M{n}", honorific="anh")
            session.add(one)
            session.flush()
            unit_id = talk.ward.units["TTPVHCC"]
            session.add(
                Membership(agency_id=talk.ward.agency_id, staff_id=one.id, unit_id=unit_id, role="staff", from_on=SINCE)
            )
            talk.ward.staff[f"M{n}"] = one.id
    talk.ward.link(*(f"M{n}" for n in range(12)))
    for n in range(12):
        talk.ward.give(200 + n, f"Việc {n}", "TTPVHCC", to=f"M{n}", due=at("01/10/2025 00:00").date())
    return talk


def test_of_many_the_answer_says_how_to_read_the_others(crowd: Talk) -> None:
    office = crowd.say("Quân", "còn thiếu của ai") or ""
    assert len(office.splitlines()) == 10
    assert office.endswith('và 14 người khác; xem đủ một đơn vị, anh nhắn, ví dụ "còn thiếu của TTPVHCC".')
    unit = crowd.say("Quân", "còn thiếu của TTPVHCC") or ""
    assert len(unit.splitlines()) == 10 and all(f"M{n}: {200 + n}" in unit for n in range(12))


def test_everybody_who_was_reminded_is_named(crowd: Talk) -> None:
    answer = crowd.say("Quân", "nhắc hết") or ""
    assert "TTPVHCC – " in answer and len(answer.splitlines()) <= 10 and "người khác" not in answer
    assert all(f"anh M{n}: {200 + n}" in answer for n in range(12))
    again = crowd.say("Quân", "nhắc hết") or ""
    assert all(f"anh M{n}" in again for n in range(12))


def test_the_month_asked_for_is_the_one_answered(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.now = at("31/10/2025 09:00")
    for asked in ("tháng 10 còn thiếu kết quả của ai", "ai chưa báo kết quả tháng 10"):
        answer = talk.say("Hà", asked) or ""
        assert "Kết quả tháng 10, chốt 16h30 thứ Ba 14/10" in answer and "VHXH 1/5" in answer, asked
    assert "Kết quả tháng 11" in (talk.say("Hà", "ai chưa báo kết quả") or "")
    assert "Kết quả tháng 11" in (talk.say("Hà", "tháng 12 ai chưa báo kết quả") or "")
    assert "tháng 10, chốt 16h30 thứ Ba 14/10" in (talk.say("Quân", "tháng 10 VHXH còn thiếu gì") or "")
