"""Who is away and who stands in, and what only sounds like it."""

from datetime import date

import pytest

from bot.understanding.directory import Directory, PersonNames
from bot.understanding.rules_absence import away
from bot.understanding.rules_back import back_at_work
from tests.bot.understanding.reading import CALENDAR, DIRECTORY, ON, bare, read

OFFICE = Directory(
    DIRECTORY.units,
    tuple(PersonNames(name) for name in ("Nguyễn Thị Lan", "Trần Minh Tâm", "Lê Anh Quân", "Đỗ Thị Hoa")),
)
FIRST, LAST = date(2025, 12, 1), date(2025, 12, 5)

AWAY = [
    ("tôi nghỉ từ 1/12 đến 5/12, anh Tâm thay", None, "anh Tâm"),
    ("chị Lan nghỉ 1/12-5/12, Quân thay", "chị Lan", "Quân"),
    ("em xin nghỉ phép từ ngày 1/12 đến hết ngày 5/12/2025, chị Hoa làm thay em nhé", None, "chị Hoa"),
    ("Lan đi công tác 01/12-05/12/2025, nhờ anh Quân thay", "Lan", "anh Quân"),
    ("từ 1/12 đến 5/12 tôi nghỉ, anh Tâm thay", None, "anh Tâm"),
    ("nghỉ 1-5/12, anh Tâm thay", None, "anh Tâm"),
    ("anh nghỉ ốm 1/12 đến 5/12. Người thay: Trần Minh Tâm", None, "Trần Minh Tâm"),
    ("tôi nghỉ từ 1/12 đến 5/12", None, None),
    ("chị Lan vắng từ 1/12 đến 5/12, Bình thay", "chị Lan", "Bình"),
]


@pytest.mark.parametrize(("text", "person", "partner"), AWAY)
def test_an_absence_has_a_person_days_and_a_substitute(text: str, person: str | None, partner: str | None) -> None:
    for typed in (text, bare(text)):
        act = away(typed, ON, CALENDAR, OFFICE)
        assert act and act.intent.value == "absence" and (act.slots.date, act.slots.until) == (FIRST, LAST)
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and (act.slots.person, act.slots.partner) == (person, partner)


@pytest.mark.parametrize(
    ("text", "person"),
    [("hết nghỉ", None), ("tôi đi làm lại rồi", None), ("chị Lan hết nghỉ", "chị Lan"), ("anh Tâm đã đi làm lại", "anh Tâm"),
     ("bỏ lịch nghỉ của chị Lan", "chị Lan"), ("em hết phép", None), ("anh không đi công tác nữa", None),
     ("chị về rồi nhé, chị làm việc lại từ hôm nay", None), ("Hoa đi làm lại rồi", "Hoa"), ("thôi anh không nghỉ nữa nhé", None)],
)  # fmt: skip
def test_an_absence_ends(text: str, person: str | None) -> None:
    act = back_at_work(text, ON, CALENDAR, OFFICE)
    assert act and act.intent.value == "back_at_work" and (act.slots.person, act.slots.date) == (person, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [("anh về sớm rồi, từ mai anh làm lại", 21), ("mai em đi làm lại ạ", 21), ("em hết phép rồi ạ, mai em đi làm lại", 21),
     ("thứ 2 tuần sau anh đi làm lại", 24), ("chị Lan đi làm lại từ 25/11", 25)],
)  # fmt: skip
def test_an_absence_ends_on_a_day_to_come(text: str, day: int) -> None:
    for typed in (text, bare(text)):
        act = back_at_work(typed, ON, CALENDAR, OFFICE)
        assert act and act.slots.date == date(2025, 11, day), typed


@pytest.mark.parametrize(
    "text",
    ["làm lại", "làm lại đi em", "30 làm lại", "bảo Hoa làm lại số liệu", "em làm lại cho anh", "7 em làm lại từ mai", "anh về rồi", "việc 5 hết vướng, mai làm lại biểu"],
)  # fmt: skip
def test_work_done_again_is_nobodys_return(text: str) -> None:
    assert back_at_work(text, ON, CALENDAR, OFFICE) is None


@pytest.mark.parametrize(
    ("role", "text"),
    [("unit_head", "từ mai anh làm lại việc bình thường nhé, cảm ơn em"), ("staff", "em làm lại báo cáo rồi"), ("unit_head", "thôi không đi nữa")],
)  # fmt: skip
def test_who_works_again_sends_nothing_back(role: str, text: str) -> None:
    understood = read(text, role)
    assert "reject" not in {act.intent.value for act in (*understood.acts, *understood.readings)}


@pytest.mark.parametrize(
    "text",
    ["nghỉ 02/01/2026", "em nghỉ chút mai làm tiếp việc 5", "chị Lan nghỉ rồi", "mai nghỉ không em?", "việc 5 tạm nghỉ đến 5/12", "xong 5, mai em nghỉ",
     "chị Lan nghỉ 1/12 thì ai làm việc 7", "giao 7 cho Quân thay chị Lan", "hết việc", "cả phòng nghỉ 1/12", "họp ngày 1/12, anh Tâm thay", "bỏ nghỉ giữa giờ"],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert away(text, ON, CALENDAR, OFFICE) is None


def test_politeness_behind_the_days_stands_in_for_nobody() -> None:
    for text in ("em xin nghỉ phép ngày mai ạ", "em xin nghi phep ngay mai a", "em xin nghỉ phép ngày mai nhé"):
        (act,) = read(text).acts
        assert act.intent == "absence" and act.slots.partner is None and str(act.slots.date) == "2025-11-21"
