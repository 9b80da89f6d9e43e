"""Days off and worked, and what only sounds like them."""

from datetime import date

import pytest

from bot.understanding.intents import Intent
from bot.understanding.read import read_message
from jobs.rules.deadlines.chat_ranges import read_range
from tests.bot.understanding.reading import CALENDAR, ON, bare, read, split
from tests.bot.understanding.test_absence_words import OFFICE

SAID = [
    ("nghỉ 02/01/2026", "off", date(2026, 1, 2), None, None),
    ("Cơ quan nghỉ 2/1", "off", date(2026, 1, 2), None, None),
    ("nghỉ bù thứ Sáu 02-01-2026.", "off", date(2026, 1, 2), None, None),
    ("cả cơ quan nghỉ ngày 24/11 theo công điện 12", "off", date(2025, 11, 24), None, "theo công điện 12"),
    ("nghỉ Tết từ 16/02 đến 20/02/2026", "off", date(2026, 2, 16), date(2026, 2, 20), None),
    ("nghỉ 16-20/02/2026, Tết Bính Ngọ", "off", date(2026, 2, 16), date(2026, 2, 20), "Tết Bính Ngọ"),
    ("làm bù 10/01/2026", "working", date(2026, 1, 10), None, None),
    ("đi làm bù thứ bảy ngày 10/1", "working", date(2026, 1, 10), None, None),
    ("bỏ ngày nghỉ 02/01/2026", "clear_off", date(2026, 1, 2), None, None),
    ("hủy làm bù 10/01/2026", "clear_working", date(2026, 1, 10), None, None),
    ("nghỉ 31/02/2026", "off", None, None, None),
]


@pytest.mark.parametrize(("text", "mode", "first", "last", "note"), SAID)
def test_a_line_changes_the_calendar(text: str, mode: str, first: date, last: date, note: str | None) -> None:
    for typed in (text, bare(text), text.upper()):
        understood = read(typed, "office_head")
        act = understood.acts[0]
        assert understood.sure and act.intent is Intent.calendar_day
        assert (act.slots.mode, act.slots.date, act.slots.until) == (mode, first, last)
        assert bool(act.slots.text) is bool(note)
    assert read(text, "office_head").acts[0].slots.text == note


@pytest.mark.parametrize(
    "text",
    ["nghỉ 02/01/2026, làm bù 10/01/2026", "nghỉ 02/01/2026 và làm bù 10/01/2026", "hoán đổi 02/01/2026 sang 10/01/2026",
     "hoán đổi ngày làm việc từ thứ Sáu 02/01/2026 sang thứ Bảy 10/01/2026"],
)  # fmt: skip
def test_a_day_off_and_the_day_worked_for_it_are_both_set(text: str) -> None:
    for typed in (text, bare(text)):
        off, worked = read(typed, "office_head").acts
        assert (off.slots.mode, off.slots.date) == ("off", date(2026, 1, 2))
        assert (worked.slots.mode, worked.slots.date) == ("working", date(2026, 1, 10))


@pytest.mark.parametrize(
    "text", ["nghỉ 27/11", "Nghỉ 2/1", "nghỉ ngày 27/11", "nghỉ thứ Năm 27/11", "nghỉ 27/11 - 28/11"]
)
def test_bare_days_of_leave_of_the_head_are_asked_about(text: str) -> None:
    """A day's leave is what people take most: both offices are never closed by it unasked."""
    understood = read(text, "office_head")
    assert not understood.sure
    assert [act.intent for act in understood.readings] == [Intent.absence, Intent.calendar_day]
    assert {act.intent for act in read(text, "unit_head").acts} == {Intent.absence}


TOLD = [
    ("mai nghỉ bão cả cơ quan", date(2025, 11, 21), None),
    ("mai cả cơ quan nghỉ bão nhé", date(2025, 11, 21), None),
    ("bão số 13 nên mai cơ quan cho nghỉ", date(2025, 11, 21), None),
    ("toàn cơ quan nghỉ chống bão từ mai đến thứ 3 tuần sau", date(2025, 11, 21), date(2025, 11, 25)),
    ("thứ 2 tuần sau phường cho nghỉ lụt", date(2025, 11, 24), None),
]


@pytest.mark.parametrize(("text", "first", "last"), TOLD)
def test_a_day_off_of_all_told_in_passing_is_asked_about(text: str, first: date, last: date | None) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "office_head").acts
        assert (act.intent, act.slots.mode, act.slots.date, act.slots.until) == (
            Intent.calendar_day,
            "ask_off",
            first,
            last,
        )


@pytest.mark.parametrize(
    "text",
    ["mai em nghỉ bão", "mai cả cơ quan nghỉ không?", "thứ 6 cơ quan nghỉ nửa ngày", "mai cả cơ quan không nghỉ", "mai cơ quan nghỉ trưa sớm",
     "mai cả cơ quan họp", "phòng em mai nghỉ bão", "cả cơ quan nghỉ xong mai báo cáo việc 7", "nghe nói mai cơ quan nghỉ", "cả cơ quan nghỉ bão"],
)  # fmt: skip
def test_half_days_questions_and_ones_own_days_are_none_of_all(text: str) -> None:
    assert all(act.intent is not Intent.calendar_day for act in read(text, "office_head").acts)


@pytest.mark.parametrize(
    "text",
    ["nghỉ 12", "12 nghỉ", "em nghỉ 02/01", "xong 12 nghỉ 02/01", "nghỉ phép 02/01", "làm bù 10", "02/01 nghỉ không?", "hạn 02/01/2026",
     "nghỉ 02/01/2026 chị Lan thay", "nghỉ giải lao", "làm việc 10", "ngày nghỉ 02/01/2026 có phải làm không?"],
)  # fmt: skip
def test_other_words_are_left_alone(text: str) -> None:
    assert all(act.intent is not Intent.calendar_day for act in read(text, "office_head").acts)


SURELY_ALL = """
cả cơ quan nghỉ 24/11-26/11 | nghỉ lễ từ 24/11 đến 26/11 | nghỉ bù 24/11-25/11 | nghỉ 24/11-28/11 theo công văn 12 | nghỉ 24/11 đến 26/11, tránh bão số 13
nghỉ chung 24/11-25/11 | nghỉ 24/11/2025 | UBND nghỉ từ 24/11 đến 26/11 | nghỉ 24/11-25/11 vì mưa lũ | bỏ ngày nghỉ 24/11-26/11
"""
ONE_OR_ALL = """
nghỉ từ 24/11 đến 28/11 | nghỉ 24-28/11 | nghỉ 24/11-28/11 vì con ốm | nghỉ 24/11, đi khám bệnh | nghỉ từ thứ Hai 24/11 đến 26/11 | nghỉ 24/11, có gì gọi chị Hoa
"""
HIS_OWN = """
nghỉ từ 24/11 đến 28/11, Lan thay | nghỉ 24/11, anh Tâm thay | nghỉ 24/11-28/11, Quân làm thay | nghỉ 24/11 đến 26/11, nhờ chị Hoa xử lý thay | nghỉ 24/11-26/11, giao Lan
nghỉ 24/11-25/11, anh Quân thay anh theo dõi kế hoạch
"""


@pytest.mark.parametrize("text", split(SURELY_ALL))
def test_what_closes_the_office_says_so(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert understood.sure and [act.intent for act in understood.acts] == [Intent.calendar_day], typed


@pytest.mark.parametrize("text", split(ONE_OR_ALL))
def test_several_days_or_a_reason_of_ones_own_are_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        for role, readings in (
            ("office_head", [Intent.absence, Intent.calendar_day]),
            ("unit_head", [Intent.absence]),
            ("staff", [Intent.absence]),
        ):
            understood = read(typed, role)
            assert not understood.sure and [act.intent for act in understood.readings] == readings, typed


@pytest.mark.parametrize("text", split(HIS_OWN))
def test_who_names_a_substitute_is_away_himself(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read_message(
            typed, role="office_head", context="direct", on=ON, directory=OFFICE, calendar=CALENDAR
        )
        assert understood.sure and [act.intent for act in understood.acts] == [Intent.absence], typed


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("1/12-5/12", ("2025-12-01", "2025-12-05")),
        ("từ 1 đến 5/12", ("2025-12-01", "2025-12-05")),
        ("từ ngày 29/12 đến hết ngày 3/1", ("2025-12-29", "2026-01-03")),
        ("18/11 - 25/11", ("2025-11-18", "2025-11-25")),  # it has begun
        ("từ thứ Hai đến thứ Tư tuần sau", ("2025-11-24", "2025-11-26")),
        ("từ mai đến 25/11", ("2025-11-21", "2025-11-25")),
        ("ngày mai", ("2025-11-21", "2025-11-21")),
        ("5/12/25-7/12/25", ("2025-12-05", "2025-12-07")),
        ("7/12/2025-5/12/2025", None),
        ("30/2-5/3", None),
        ("sớm", None),
    ],
)
def test_a_range_has_a_first_and_a_last_day(text: str, span: tuple[str, str] | None) -> None:
    found = read_range(text, ON, CALENDAR)
    assert (found and tuple(day.isoformat() for day in found)) == span
