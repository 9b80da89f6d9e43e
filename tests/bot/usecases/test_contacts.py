"""A unit's contact for a plan, for all its work or for news: named, replaced, taken away, and who is reminded then."""

import pytest
from sqlmodel import select

from storage.kinds import EventKind
from storage.models.news import NewsQuota
from storage.models.plans import Plan, PlanContact
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import at

Duties = dict[int, int]


def recipients(talk: Talk, *duty_ids: int) -> list[str]:
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    return [names[talk.duty(duty_id).recipient_id] for duty_id in duty_ids]


@ON_BOTH
def test_the_contact_is_told_of_what_nobody_has_and_of_nothing_else(talk: Talk, duties: Duties) -> None:
    free = talk.ward.give(58, "Số hóa hồ sơ cũ", "TTPVHCC", due=None)
    answer = talk.say("Dũng", "đầu mối của trung tâm mình là chị Hoa")
    assert answer and "đã ghi đầu mối Trung tâm Phục vụ hành chính công: chị Hoa" in answer
    assert "Việc chưa giao ai em nhắc chị Hoa: 57, 58" in answer and "hoàn tác" in answer
    assert recipients(talk, duties[57], free, duties[30], duties[26]) == ["Hoa", "Hoa", "Hoa", "Vinh"]
    assert talk.duty(duties[57]).person_id is None
    assert talk.told("Hoa") == [
        "Anh Dũng cử chị làm đầu mối Trung tâm Phục vụ hành chính công. Việc chưa giao ai của đơn vị em nhắc chị: 57, 58."
        ' Xem việc, chị nhắn "việc của tôi".'
    ]
    morning = morning_of(talk.ward, "14/10/2025")
    assert "57. Niêm yết" in morning["Hoa"].text
    assert "57. Niêm yết" in (talk.say("Hoa", "việc của tôi") or "")
    assert "Đầu mối Trung tâm Phục vụ hành chính công: chị Hoa" in (talk.say("Phúc", "ai là đầu mối") or "")


def test_a_contact_of_one_plan_goes_before_that_of_all_work(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        plan = Plan(
            agency_id=talk.ward.agency_id, title="Chuyển đổi số năm 2025", short_title="KH CĐS 2025", year=2025, state="active",
            number="12/KH-UBND", coordinator_unit_id=talk.ward.units["VHXH"], keeper_id=talk.ward.staff["Quân"], created_at=at("01/09/2025 08:00"),
        )  # fmt: skip
        session.add(plan)
        session.commit()
        other, talk.ward.plan_id = talk.ward.plan_id, plan.id
    free = talk.ward.give(101, "Cập nhật dữ liệu số", "TTPVHCC")
    talk.ward.plan_id = other
    talk.say("Hà", "đầu mối trung tâm hành chính công là Phúc")
    answer = talk.say("Quân", "đầu mối trung tâm hành chính công của kế hoạch 12 là chị Hoa")
    assert answer and "đầu mối Trung tâm Phục vụ hành chính công, KH CĐS 2025: chị Hoa" in answer
    assert recipients(talk, duties[57], free) == ["Phúc", "Hoa"]
    shown = talk.say("Hà", "đầu mối các phòng")
    assert shown and "công: anh Phúc" in shown and "KH CĐS 2025: chị Hoa" in shown and "Chưa cử đầu mối" in shown
    removed = talk.say("Quân", "bỏ đầu mối trung tâm hành chính công của kế hoạch chuyển đổi số")
    assert removed and "chị Hoa thôi làm đầu mối" in removed and "từ nay em nhắc anh Phúc" in removed
    assert recipients(talk, duties[57], free) == ["Phúc", "Phúc"]


def test_it_is_replaced_and_taken_back_by_one_word(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", "đầu mối của đơn vị là Hoa")
    again = talk.say("Dũng", "cử anh Phúc làm đầu mối của đơn vị")
    assert again and "Trước đó là chị Hoa" in again and recipients(talk, duties[57]) == ["Phúc"]
    assert "đã là anh Phúc" in (talk.say("Dũng", "đầu mối của đơn vị là Phúc") or "")
    undone = talk.say("Dũng", "hoàn tác")
    assert undone and "lại là chị Hoa" in undone and recipients(talk, duties[57]) == ["Hoa"]
    talk.say("Dũng", "bỏ đầu mối của đơn vị")
    assert recipients(talk, duties[57]) == ["Dũng"]
    assert "chưa có đầu mối" in (talk.say("Dũng", "bỏ đầu mối của đơn vị") or "")
    talk.say("Dũng", "hoàn tác")
    assert recipients(talk, duties[57]) == ["Hoa"]
    kinds = [event.kind for event in talk.events()]
    assert kinds == [
        EventKind.CONTACT_SET,
        EventKind.CONTACT_SET,
        EventKind.UNDONE,
        EventKind.CONTACT_SET,
        EventKind.UNDONE,
    ]


@ON_BOTH
def test_news_have_a_contact_of_their_own(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        session.add(NewsQuota(agency_id=talk.ward.agency_id, unit_id=talk.ward.units["TTPVHCC"]))
        session.commit()
    talk.say("Dũng", "đầu mối của đơn vị là Hoa")
    answer = talk.say("Dũng", "tin bài cho Phúc")
    assert answer and "đầu mối tin, bài của Trung tâm Phục vụ hành chính công: anh Phúc" in answer
    assert recipients(talk, duties[57]) == ["Hoa"]
    nudged = morning_of(talk.ward, "22/10/2025")
    assert "tin, bài" in nudged["Phúc"].text and "tin, bài" not in nudged["Hoa"].text


@pytest.mark.parametrize(
    ("who", "text", "words"),
    [
        ("Tâm", "đầu mối trung tâm hành chính công là chị Hoa", "phần của trưởng đơn vị"),
        ("Ánh", "đầu mối phòng VHXH là chị Lan", "phần của trưởng đơn vị"),
        ("Dũng", "đầu mối của đơn vị là chị Lan", "chưa rõ chị Lan là ai trong đơn vị"),
        ("Dũng", "đầu mối kế hoạch nông thôn mới của đơn vị là Hoa", 'chưa rõ kế hoạch "nông thôn mới"'),
        ("Hoa", "đầu mối phòng VHXH là ai?", "chỉ cho người của đơn vị ấy"),
    ],
)
def test_what_is_not_the_sender_s_or_not_clear_changes_nothing(
    talk: Talk, duties: Duties, who: str, text: str, words: str
) -> None:
    answer = talk.say(who, text)
    assert answer and words in answer, answer
    with talk.session() as session:
        assert session.exec(select(PlanContact)).all() == []
    assert talk.events() == []


def test_where_no_contact_is_named_the_head_is_the_one_to_ask(talk: Talk, duties: Duties) -> None:
    assert talk.say("Quân", "ai là trưởng phòng VHXH") == "Chưa cử đầu mối (em nhắc trưởng đơn vị): VHXH (anh Tâm)"
    assert "TTPVHCC (anh Dũng)" in (talk.say("Hà", "cơ quan mình gồm phòng nào") or "")
