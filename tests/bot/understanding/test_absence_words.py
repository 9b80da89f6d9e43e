"""Who is away and who stands in, and what only sounds like it."""

from datetime import date

import pytest

from bot.understanding.directory import Directory, PersonNames
from bot.understanding.rules_absence import away
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
     ("bỏ lịch nghỉ của chị Lan", "chị Lan"), ("em hết phép", None)],
)  # fmt: skip
def test_an_absence_ends(text: str, person: str | None) -> None:
    act = away(text, ON, CALENDAR, OFFICE)
    assert act and act.intent.value == "back_at_work" and act.slots.person == person


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
