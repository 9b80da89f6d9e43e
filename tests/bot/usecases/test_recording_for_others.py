""" "Ghi hộ Lan: …": whoever may types, it counts for Lan, she reads of it in the morning, and nobody else's work is touched."""

import re
from datetime import date

import pytest
from sqlmodel import select

from storage.kinds import DateOutcome, DutyState, EventKind
from storage.models.duties import DateChange
from storage.models.events import Telling
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]


def change_of(talk: Talk, duty_id: int) -> DateChange:
    with talk.session() as session:
        return session.exec(select(DateChange).where(DateChange.duty_id == duty_id)).one()


@ON_BOTH
@pytest.mark.parametrize(
    ("text", "number", "kind", "said"),
    [
        ("ghi hộ Lan: xong 2 KH 45/KH-UBND", 2, EventKind.REPORTED, "đã ghi hộ chị Lan việc 2"),
        ("ghi ho Lan: 8 dang 12 tin 3 bai", 8, EventKind.RESULT, "ghi hộ chị Lan: em ghi"),
        ("ghi hộ chị Lan: 18 không phát sinh", 18, EventKind.NONE_AROSE, "ghi hộ chị Lan"),
        ("ghi hộ Lan: 7 chờ ký", 7, EventKind.RESULT, "ghi hộ chị Lan"),
        ("ghi hộ Lan: đã nhận việc 7", 7, EventKind.RECEIVED, "ghi hộ chị Lan: đã nhận việc 7"),
        ("ghi hộ Lan: giải trình 17: chờ Sở", 17, EventKind.EXPLAINED, "ghi hộ chị Lan: em đã ghi giải trình"),
        ("ghi hộ Lan: xin lùi 17 đến 24/10 vì chờ Sở", 17, EventKind.DATE_ASKED, "ghi hộ chị Lan: em đã chuyển"),
        ("xin lùi hộ chị Lan việc 17 đến 24/10 vì chờ Sở", 17, EventKind.DATE_ASKED, "ghi hộ chị Lan: em đã chuyển"),
        ("chị Lan xin lùi 17 đến 24/10 vì chờ Sở", 17, EventKind.DATE_ASKED, "ghi hộ chị Lan: em đã chuyển"),
    ],
)
@pytest.mark.parametrize("typist", ["Quân", "Tâm", "Hà"])
def test_the_event_says_who_typed_and_for_whom(
    talk: Talk, duties: Duties, text: str, number: int, kind: EventKind, said: str, typist: str
) -> None:
    answer = asked(talk, typist, text)
    assert said in answer
    (event,) = talk.events()
    ward = talk.ward
    assert (event.kind, event.duty_id) == (kind, duties[number])
    assert (event.by_id, event.for_id) == (ward.staff[typist], ward.staff["Lan"])
    asked(talk, typist, "hoàn tác")  # by whoever typed it
    assert [e.kind for e in talk.events()][1:] == [EventKind.UNDONE]


def test_a_wish_is_the_person_s_whoever_could_order_it_himself(talk: Talk, duties: Duties) -> None:
    asked(talk, "Quân", "ghi hộ Lan: xin lùi 17 đến 24/10 vì chờ Sở")
    wish = change_of(talk, duties[17])
    assert (wish.asked_by_id, wish.outcome) == (talk.ward.staff["Lan"], DateOutcome.WAITING)
    assert talk.duty(duties[17]).target_on == date(2025, 10, 8)  # the keeper orders internal dates, this he did not
    assert "chị Lan" in asked(talk, "Tâm", "đồng ý 17")
    assert talk.duty(duties[17]).target_on == date(2025, 10, 24)
    asked(talk, "Quân", "mốc 17 30/10")  # in his own name he orders
    assert talk.duty(duties[17]).target_on == date(2025, 10, 30)


@ON_BOTH
def test_who_decides_reads_whose_wish_it_is_and_once_who_typed_it(talk: Talk, duties: Duties) -> None:
    asked(talk, "Quân", "ghi hộ Lan: xin lùi 2 đến 24/10 vì chờ Sở")
    (told,) = talk.told("Tâm")
    assert told.startswith("Xin ý kiến anh Tâm: chị Lan (anh Quân ghi hộ) xin lùi mốc nội bộ việc 2")
    assert told.count("Quân") == 1
    asked(talk, "Tâm", "đề nghị giải trình việc 17")
    asked(talk, "Quân", "ghi hộ Lan: giải trình 17: chờ Sở")
    assert talk.told("Tâm")[-1].startswith("Chị Lan (anh Quân ghi hộ) giải trình việc 17")
    asked(talk, "Quân", "ghi hộ Lan: xin lùi 7 đến 30/10 vì chờ Sở")
    assert "7. Tập huấn CCHC – chị Lan xin lùi mốc" in morning_of(talk.ward, "14/10/2025")["Tâm"].text


def test_the_person_reads_of_it_the_next_morning(talk: Talk, duties: Duties) -> None:
    asked(talk, "Quân", "ghi hộ Lan: xong 2 KH 45/KH-UBND; 8 đăng 12 tin 3 bài")
    asked(talk, "Quân", "ghi hộ Lan: xin lùi 17 đến 24/10 vì chờ Sở")
    text = morning_of(talk.ward, "14/10/2025")["Lan"].text
    assert "Anh Quân ghi việc 2 – Kế hoạch kiểm tra CCHC: đã xong" in text
    assert "Anh Quân đã ghi việc 8" in text and "Anh Quân xin lùi hộ việc 17" in text


def test_so_of_a_news_item_also_where_nothing_else_is_due(talk: Talk, duties: Duties) -> None:
    asked(talk, "Quân", "ghi hộ Lan: tin: Ra quân chủ nhật xanh")
    assert "Anh Quân ghi hộ tin, bài: Ra quân chủ nhật xanh" in morning_of(talk.ward, "14/10/2025")["Lan"].text
    asked(talk, "Lan", "tin: Tập huấn công dân số")
    mornings = morning_of(talk.ward, "14/10/2025")
    assert "Tập huấn công dân số" not in "".join(told.text for told in mornings.values())  # her own
    asked(talk, "Quân", "hoàn tác")  # before she read of it
    assert "Lan" not in morning_of(talk.ward, "14/10/2025")


@pytest.mark.parametrize("words", ["hoàn tác", "bỏ tin T10-01"])
def test_what_is_taken_back_after_it_was_told_is_told_too(talk: Talk, duties: Duties, words: str) -> None:
    asked(talk, "Quân", "ghi hộ Lan: tin: Ra quân chủ nhật xanh")
    with talk.session() as session:
        for telling in session.exec(select(Telling)):
            telling.told_at = talk.now
            session.add(telling)
        session.commit()
    asked(talk, "Quân", words)
    assert "Anh Quân đã bỏ tin, bài ghi hộ: Ra quân" in morning_of(talk.ward, "14/10/2025")["Lan"].text


@pytest.mark.parametrize(
    ("typist", "text", "said"),
    [
        ("Hoa", "ghi hộ Lan: xong 7", "là phần của trưởng đơn vị hoặc người theo dõi kế hoạch"),  # no right
        ("Thu", "ghi hộ Lan: xong 7", "là phần của trưởng đơn vị hoặc người theo dõi kế hoạch"),  # another unit's head
        ("Quân", "ghi hộ Thảo: xong 7", "chưa rõ Thảo là ai"),
        ("Quân", "ghi hộ Hoa: xong 7", "đang do chị Lan phụ trách"),  # Lan's task in Hoa's name
        ("Dũng", "ghi hộ Phúc: xong 30", "đang do chị Hoa phụ trách"),
        ("Quân", "ghi hộ Phúc: xin lùi 30 đến 5/1 vì chờ", "đang do chị Hoa phụ trách"),
        ("Quân", "ghi hộ Lan: xong 99", "việc 99"),
    ],
)
def test_nothing_is_recorded_where_the_name_or_the_number_does_not_fit(
    talk: Talk, duties: Duties, typist: str, text: str, said: str
) -> None:
    answer = asked(talk, typist, text)
    assert said in answer and talk.events() == []
    assert {talk.state(i) for i in duties.values()} == {DutyState.OPEN}


def test_what_nobody_by_name_has_may_be_recorded_for_anybody_of_its_unit(talk: Talk, duties: Duties) -> None:
    assert "ghi hộ anh Phúc" in asked(talk, "Quân", "ghi hộ Phúc: xong 57 BC 3/BC-TTPVHCC")
    assert talk.state(duties[57]) is DutyState.REPORTED


def test_several_people_in_several_messages_stay_apart(talk: Talk, duties: Duties) -> None:
    asked(talk, "Quân", "ghi hộ Lan: 8 đăng 12 tin 3 bài")
    asked(talk, "Quân", "ghi hộ Hoa: 30 đã số hóa 120 hồ sơ")
    for_whom = [(e.duty_id, e.for_id) for e in talk.events()]
    assert for_whom == [(duties[8], talk.ward.staff["Lan"]), (duties[30], talk.ward.staff["Hoa"])]
    assert "kết quả tháng 10" in asked(talk, "Hoa", "việc 30")


def test_as_before_of_many_leaves_what_its_owner_answered(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 60%")
    answer = talk.say("Quân", "2, 7, 17 như kỳ trước") or ""
    assert "2 (của chị Lan) – như kỳ trước · 7 (của chị Lan) – như kỳ trước" in answer
    assert "chị Lan đã trả lời kỳ này: 60%, nên em chưa thay" in answer
    assert [e.percent for e in talk.entries(duties[17])] == [60]
    assert "việc 17" in (talk.say("Quân", "17 không phát sinh") or "") and len(talk.entries(duties[17])) == 1
    [example] = re.findall(r'"(ghi hộ .*?)"', answer)
    talk.say("Quân", example)
    assert [e.text for e in talk.entries(duties[17])][-1] == "như kỳ trước"


def test_what_another_types_names_the_owner(talk: Talk, duties: Duties) -> None:
    assert "(của chị Lan)" in (talk.say("Quân", "8 đăng 12 tin") or "")
    assert "(của chị Lan)" in (talk.say("Tâm", "17 vướng chờ Sở") or "")
    assert "(của" not in (talk.say("Lan", "18 đã bố trí đủ") or "")
    assert "(của" not in (talk.say("Quân", "ghi hộ Lan: 7 60%") or "")


def test_one_s_own_answer_may_be_given_anew(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 60%")
    talk.say("Lan", "17 như kỳ trước")
    assert [e.text for e in talk.entries(duties[17])][-1] == "như kỳ trước"
