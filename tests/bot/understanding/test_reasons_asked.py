"""A reason asked for ("đề nghị giải trình việc 26"), and what only sounds like it: given, asked about, told, put off."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, bare_told, read, says, split, told

KT = {"unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
ASKED: list[tuple[str, dict[str, Any]]] = [
    ("đề nghị giải trình việc 26", says("ask_explanation", 26)[1]),
    ("yêu cầu giải trình 12, 15", says("ask_explanation", 12, 15)[1]),
    ("đề nghị anh Vinh giải trình việc 26", says("ask_explanation", 26, person="anh Vinh")[1]),
    ("yêu cầu phòng KT giải trình việc 26 vì sao chậm", says("ask_explanation", 26, unit="phòng KT", **KT)[1]),
    ("việc 26 đề nghị giải trình", says("ask_explanation", 26)[1]),
    ("việc 26 chậm 10 ngày, đề nghị phòng KT giải trình", says("ask_explanation", 26, unit="phòng KT", **KT)[1]),
    ("việc 26 sao chậm thế, yêu cầu giải trình", says("ask_explanation", 26)[1]),
    ("cần giải trình việc 26", says("ask_explanation", 26)[1]),
    ("đề nghị báo cáo nguyên nhân chậm việc 26", says("ask_explanation", 26)[1]),
    ("yêu cầu làm rõ lý do việc 26 chưa hoàn thành", says("ask_explanation", 26)[1]),
    ("hỏi anh Vinh vì sao việc 26 chậm", says("ask_explanation", 26, person="anh Vinh")[1]),
    ("hỏi lý do chậm việc 26", says("ask_explanation", 26)[1]),
    ("đề nghị giải trình lại việc 26", says("ask_explanation", 26, mode="again")[1]),
    ("giải trình việc 26 cho tôi", says("ask_explanation", 26)[1]),
    ("yêu cầu phòng KT giải trình các việc quá hạn", says("ask_explanation", unit="phòng KT", **KT)[1]),
]


@pytest.mark.parametrize(("text", "slots"), ASKED, ids=[text for text, _ in ASKED])
@pytest.mark.parametrize("role", ["unit_head", "leader"])
def test_who_may_asks_for_a_reason(text: str, slots: dict[str, Any], role: str) -> None:
    expected = [("ask_explanation", slots)]
    assert told(read(text, role)) == expected and read(text, role).sure
    typed = read(bare(text), role)
    assert bare_told(told(typed)) == bare_told(expected) and typed.sure


OTHERS = """
giải trình 12: chờ Sở | em xin giải trình việc 12: chờ kinh phí | báo cáo giải trình việc 12: chờ Sở | lý do việc 17 chậm: chờ kinh phí
việc 12 đã giải trình chưa? | có cần giải trình việc 12 không | ai chưa giải trình | việc 26 sao chậm thế
Sở yêu cầu giải trình việc 12 | em bị yêu cầu giải trình việc 12 | đã đề nghị giải trình việc 12 | đã yêu cầu phòng KT giải trình việc 12 rồi
không cần giải trình việc 12 nữa | khoan đề nghị giải trình 12 | đừng yêu cầu giải trình 12 | thôi không cần giải trình 12
12 đang làm giải trình gửi Sở | xong 12 báo cáo giải trình | 12 soạn văn bản giải trình | việc 12 vướng, Sở yêu cầu giải trình thêm
đề nghị gia hạn việc 12 vì chậm | đề nghị duyệt 12 | bảo Lan làm 17 | hỏi anh Vinh việc 26 | nhắc anh Vinh việc 26 | đề nghị phòng KT báo cáo việc 26
đề nghị giải trình việc 12 được không | giải trình
"""


@pytest.mark.parametrize("text", split(OTHERS))
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_other_words_ask_nobody(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        acts = understood.acts if understood.sure else ()
        assert all(act.intent.value != "ask_explanation" for act in acts), told(understood)


@pytest.mark.parametrize("text", ["đề nghị Vinh làm rõ vì sao 26 chậm", "anh Vinh giải trình việc 26 nhé"])
def test_what_may_be_meant_of_one_task_is_asked_about_and_never_taken_for_all(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure and [act.slots.task_ids for act in understood.readings] == [(26,)]


def test_a_day_or_an_hour_is_no_task() -> None:
    for text in ("yêu cầu anh Vinh giải trình trước 17h", "đề nghị phòng KT giải trình trước ngày 25"):
        understood = read(text, "office_head")
        assert understood.sure and understood.acts[0].slots.task_ids == ()


@pytest.mark.parametrize("text", ["lãnh đạo yêu cầu giải trình việc 12", "anh Tâm đề nghị giải trình việc 12"])
def test_what_somebody_else_is_said_to_want_is_asked_about(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["ask_explanation"]
