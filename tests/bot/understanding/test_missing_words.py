"""Asked whose results are missing: of all, of a unit, of a person, of the sender; and what is told of a task instead."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

OF_ALL = """
    còn thiếu của ai | ai chưa trả lời kỳ này | đơn vị nào chưa nộp kết quả | còn thiếu kết quả của ai | việc nào chưa có kết quả
    những việc còn thiếu kết quả tháng này | còn việc nào chưa báo kết quả không | hôm nay ai báo gì rồi | ai báo rồi | những ai đã báo
    hôm nay có ai báo gì không | phòng nào nộp rồi | bao nhiêu người báo rồi | tới giờ ai nộp rồi | còn bao nhiêu việc chưa có số liệu
    còn bao nhiêu việc chưa có kết quả
"""
OF_A_UNIT = """
    còn thiếu của VHXH | còn thiếu kết quả của VHXH | VHXH còn thiếu kết quả nào | VHXH còn thiếu gì | phòng VHXH còn thiếu của ai
    ai ở VHXH chưa nộp kết quả | VHXH ai chưa trả lời | tháng này VHXH còn thiếu gì không | còn thiếu những ai ở VHXH
    VHXH còn nợ kết quả nào vậy
"""
OF_A_PERSON = (
    "còn thiếu của chị Lan | chị Lan còn thiếu gì | chị Lan còn nợ kết quả nào | chị Lan chưa nộp kết quả việc nào"
)
OWN = """
    kỳ này em còn thiếu gì | em còn nợ gì không | việc nào chưa có kết quả | tôi còn thiếu kết quả nào | em còn thiếu việc gì ạ
    em chưa báo việc nào | còn thiếu gì không | còn thiếu gì của em không | tháng này tôi còn nợ báo cáo nào | việc nào của em chưa có kết quả
    em còn thiếu gì nữa không | em còn thiếu mấy việc
"""
TOLD = """
    17 còn thiếu số liệu | việc 17 chưa có kết quả | chưa có kết quả | chưa có gì | 17 chưa nộp | em còn thiếu số liệu của Sở
    em chưa nộp kết quả | phòng KT chưa nộp báo cáo cho Sở | em còn thiếu người làm | trả 9 thiếu số liệu | nhắc ai chưa nộp
    ai báo em đi họp vậy | ai báo cho Sở rồi | ai gửi tin bài rồi
    17 vướng còn thiếu kinh phí | phòng em còn thiếu người | việc này chưa có kết quả
"""


def slots(text: str, role: str) -> dict[str, object]:
    understood = read(text, role)
    assert understood.sure and [act.intent for act in understood.acts] == ["who_missed_results"], text
    found = understood.acts[0].slots
    return {name: getattr(found, name) for name in ("own", "unit_full", "person") if getattr(found, name)}


@pytest.mark.parametrize("text", split(OF_ALL))
def test_of_everybody(text: str) -> None:
    for typed in (text, bare(text)):
        assert slots(typed, "office_head") == {}


@pytest.mark.parametrize("text", split(OF_A_UNIT))
def test_of_a_unit(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head", "office_head"):
            assert slots(typed, role) == {"unit_full": "Phòng Văn hóa – Xã hội"}


@pytest.mark.parametrize("text", split(OF_A_PERSON))
def test_of_a_person(text: str) -> None:
    assert slots(text, "unit_head") == {"person": "chị Lan"}


@pytest.mark.parametrize("text", split(OWN))
def test_of_the_sender(text: str) -> None:
    for typed in (text, bare(text)):
        assert slots(typed, "staff") == {"own": True}


@pytest.mark.parametrize("text", split(TOLD))
def test_what_is_told_or_ordered_is_no_such_question(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "unit_head"):
            assert "who_missed_results" not in intents(typed, role), typed
    assert "who_missed_results" not in intents(text, "staff", "reply_to_reminder")


@pytest.mark.parametrize(
    "text", ["Mai báo gì chưa", "mai nộp kết quả chưa em", "Mai tháng này báo gì chưa", "Mai gửi báo cáo chưa"]
)
def test_tomorrow_has_reported_nothing_so_mai_is_somebody(text: str) -> None:
    [act] = read(text, "office_head").acts
    assert (act.intent.value, (act.slots.person or "").lower()) == ("who_missed_results", "mai")


@pytest.mark.parametrize(
    "text", ["mai có gì không", "Mai phải báo gì không", "anh báo gì chưa", "ngày mai báo gì chưa"]
)
def test_tomorrow_and_the_asker_are_nobody_of_that_name(text: str) -> None:
    assert all(act.slots.person is None for act in read(text, "office_head").acts)
