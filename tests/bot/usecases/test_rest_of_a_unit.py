"""What is left of another unit, or of one's whole unit, is recorded for nobody before it is known for whom."""

import pytest

from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]


@pytest.mark.parametrize(
    "text",
    ["các việc của TTPVHCC ghi như kỳ trước hết", "TTPVHCC như kỳ trước", "ghi hộ TTPVHCC: còn lại như kỳ trước"],
)
def test_the_keeper_is_asked_for_whom_and_a_name_records_it(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Quân", text)
    assert "em chưa ghi gì" in answer and "chị Hoa: 30" in answer and 'ví dụ: "Hoa"' in answer
    assert talk.events() == []
    assert "ghi hộ chị Hoa" in asked(talk, "Quân", "chị Hoa")
    (event,) = talk.events()
    assert (event.kind, event.duty_id, event.for_id) == (EventKind.RESULT, duties[30], talk.ward.staff["Hoa"])


def test_a_head_is_asked_for_whom_of_his_own_unit(talk: Talk, duties: Duties) -> None:
    assert "chị Lan: 2, 7, 8, 17, 18" in asked(talk, "Tâm", "của phòng mình còn lại như kỳ trước")
    assert talk.events() == []


@pytest.mark.parametrize(
    ("name", "text"), [("Hoa", "các việc của VHXH như kỳ trước hết"), ("Thu", "VHXH như kỳ trước")]
)
def test_who_may_not_record_for_them_hears_it(talk: Talk, duties: Duties, name: str, text: str) -> None:
    assert "là phần của trưởng đơn vị" in asked(talk, name, text)
    assert talk.events() == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Quân", "cả phòng VHXH như kỳ trước"),
        ("Quân", "toàn trung tâm không phát sinh"),
        ("Quân", "cả phòng như kỳ trước"),
        ("Hà", "toàn bộ VP như tháng trước"),
        ("Tâm", "cả phòng không phát sinh"),
        ("Lan", "cả phòng như kỳ trước"),
        ("Lan", "toàn bộ VHXH không phát sinh"),
    ],
)
def test_a_whole_unit_is_never_the_one_task_shown_last(talk: Talk, duties: Duties, name: str, text: str) -> None:
    talk.shows(name, duties[8])
    asked(talk, name, text)
    assert talk.events() == []


def test_a_named_persons_rest_is_recorded_for_him_alone(talk: Talk, duties: Duties) -> None:
    assert "ghi hộ chị Lan" in asked(talk, "Tâm", "các việc còn lại của Lan như kỳ trước")
    assert {event.for_id for event in talk.events()} == {talk.ward.staff["Lan"]} and len(talk.events()) == 5


@pytest.mark.parametrize(
    "text", ["phòng chị không có gì mới", "các việc của phòng như kỳ trước", "cả phòng như kỳ trước"]
)
def test_a_head_who_alone_owes_results_answers_for_his_unit(talk: Talk, text: str) -> None:
    duty = talk.ward.give(9, "Theo dõi thi hành pháp luật", "KT-HT-ĐT", to="Thu")
    asked(talk, "Thu", text)
    (event,) = talk.events()
    assert (event.kind, event.duty_id) == (EventKind.RESULT, duty)
