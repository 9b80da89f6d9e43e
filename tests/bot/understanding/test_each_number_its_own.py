"""Several numbers in one message, each with its own figure, date, unit or person: none takes what was said of another."""

from datetime import date

import pytest

from bot.understanding.rules.year_end import year_sorted
from tests.bot.understanding.reading import CALENDAR, Told, bare, bare_told, progress, read, says, told

FIGURES = [
    ("7 60%, 8 12 tin", [progress(7, percent=60), progress(8, text="12 tin")]),
    ("8 12 tin, 7 60%", [progress(8, text="12 tin"), progress(7, percent=60)]),
    (
        "7 đạt 60%, 8 3 buổi, 15 2 lớp",
        [progress(7, percent=60), progress(8, text="3 buổi"), progress(15, text="2 lớp")],
    ),
    ("kết quả 8: 15 tin; 7: 60%", [progress(8, text="15 tin"), progress(7, percent=60)]),
    ("7: 60%, kết quả 8: 15 tin", [progress(7, percent=60), progress(8, text="15 tin")]),
]
ONE = [("8 12 tin, 3 bài", [progress(8, text="12 tin, 3 bài")])]


@pytest.mark.parametrize(("text", "acts"), FIGURES + ONE)
def test_each_number_keeps_its_own_figure(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure


MENDED = progress(8, text="11 tin")


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("7 60%, 8 12 tin, nhầm 8 là 11 tin", [progress(7, percent=60)]),
        ("7 60%, nhầm 8 là 11 tin", [progress(7, percent=60)]),
        ("8 12 tin, nhầm 8 là 11 tin", []),
    ],
)
def test_a_figure_mended_in_the_same_message_is_told_once(text: str, before: list[Told]) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [*before, MENDED]


def moved(*numbers: int, to: str) -> Told:
    return says("set_deadline", *numbers, date=to)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("mốc 57, 58 là 20/11, riêng 58 là 25/11", [moved(57, to="2025-11-20"), moved(58, to="2025-11-25")]),
        ("mốc 57 là 20/11, riêng 58 là 25/11", [moved(57, to="2025-11-20"), moved(58, to="2025-11-25")]),
        ("mốc 57 là 20/11, mốc 58 là 25/11", [moved(57, to="2025-11-20"), moved(58, to="2025-11-25")]),
        ("mốc 57 là 20/11; 58 là 25/11", [moved(57, to="2025-11-20"), moved(58, to="2025-11-25")]),
    ],
)
def test_each_number_keeps_its_own_date(text: str, acts: list[Told]) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "unit_head")) == acts


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("54-58 không thực hiện vì hết vốn, riêng 57 duy trì", ""),
        ("54-58 không thực hiện vì hết vốn, nhưng riêng 57 duy trì", ""),
        ("54-58 không thực hiện vì hết vốn, riêng 57 chưa rõ", "riêng 57 chưa rõ"),
    ],
)
def test_a_line_set_apart_at_the_year_s_end_is_none_of_those_before(text: str, rest: str) -> None:
    acts, left = year_sorted(text, date(2025, 12, 15), date(2025, 12, 31), CALENDAR)
    assert (acts[0].slots.task_ids, acts[0].slots.reason, left) == ((54, 55, 56, 58), "hết vốn", rest)
    assert [(act.slots.task_ids, act.slots.mode) for act in acts[1:]] == ([] if rest else [((57,), "keep")])


VP = {"unit": "VP", "unit_full": "Văn phòng"}
KT = {"unit": "KT", "unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
NAMED = [
    ("Hoa 31 70%", [progress(31, person="Hoa", percent=70)]),
    ("chị Lan 7 70%", [progress(7, person="chị Lan", percent=70)]),
    ("Lan: 7 đạt 70%", [progress(7, person="Lan", percent=70)]),
    ("chị Lan 7 12 tin", [progress(7, person="chị Lan", text="12 tin")]),
    (
        "VP 4 đạt 20%, KT 4 đạt 30%",
        [progress(4, percent=20, **VP), progress(4, percent=30, **KT)],
    ),
    (
        "ghi hộ Lan: 7 60%, Hoa: 31 70%",
        [progress(7, person="Lan", percent=60), progress(31, person="Hoa", percent=70)],
    ),
    (
        "Lan 7 60%, 8 12 tin, Hoa 31 70%",
        [
            progress(7, person="Lan", percent=60),
            progress(8, person="Lan", text="12 tin"),
            progress(31, person="Hoa", percent=70),
        ],
    ),
    (
        "ghi hộ Lan: 7 60%, Hoa: 31 chờ Sở",
        [progress(7, person="Lan", percent=60), progress(31, person="Hoa", text="chờ Sở")],
    ),
    ("Lan xong 7, Hoa xong 31", [says("done", 7, person="Lan"), says("done", 31, person="Hoa")]),
    ("7 60%, Hoa 31 70%", [progress(7, percent=60), progress(31, person="Hoa", percent=70)]),
]


@pytest.mark.parametrize(("text", "acts"), NAMED)
@pytest.mark.parametrize("role", ["keeper", "unit_head"])
def test_a_name_before_a_number_says_whose_it_is(text: str, acts: list[Told], role: str) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        assert told(read(typed, role)) == expected


@pytest.mark.parametrize("text", ["Lan 7 60%, Hoa 7 70%", "VP 4 20%, VP 4 30%"])
def test_two_figures_of_one_task_are_asked_about(text: str) -> None:
    assert not read(text, "keeper").sure


@pytest.mark.parametrize("text", ["Thắm 31 70%", "VP, KT 4 đạt 20%"])
def test_a_number_behind_an_unknown_name_is_never_the_task_replied_to(text: str) -> None:
    for typed in (text, bare(text)):
        assert not read(typed, "keeper", "reply_to_reminder").sure
    assert read("tầm 50 60%", "keeper", "reply_to_reminder").sure


@pytest.mark.parametrize(
    ("text", "numbers", "ending", "reason"),
    [
        ("19 để năm sau", (19,), "carry", None),
        ("19 thì để năm sau làm ạ", (19,), "carry", None),
        ("19 đổi sang năm sau vì hết vốn", (19,), "carry", "hết vốn"),
        ("những việc còn lại chuyển năm sau hết: lý do chờ kế hoạch mới", (), "carry", "chờ kế hoạch mới"),
        ("18 thì làm thường xuyên mà", (18,), "keep", None),
        ("18, 19 vẫn làm thường xuyên", (18, 19), "keep", None),
        ("18 duy trì", (18,), "keep", None),
    ],
)
def test_what_becomes_of_a_line_is_said_in_many_ways(
    text: str, numbers: tuple[int, ...], ending: str, reason: str | None
) -> None:
    (act,), left = year_sorted(text, date(2025, 12, 15), date(2025, 12, 31), CALENDAR)
    assert (act.slots.task_ids, act.slots.mode, act.slots.reason, left) == (numbers, ending, reason, "")


DAYS = {
    "33 34 mốc 14/12, 35 21/12": [((33, 34), "14/12"), ((35,), "21/12")],
    "mốc 33 14/12, 34 21/12": [((33,), "14/12"), ((34,), "21/12")],
    "33 hạn 14/12, 34 21/12, 35 28/12": [((33,), "14/12"), ((34,), "21/12"), ((35,), "28/12")],
    "đặt mốc 33 là 14/12, 34 là 21/12 nhé em": [((33,), "14/12"), ((34,), "21/12")],
    "33 mốc 14/12 và 34 mốc 21/12": [((33,), "14/12"), ((34,), "21/12")],
    "mốc 19, 20, 21 27/12": [((19, 20, 21), "27/12")],
}


@pytest.mark.parametrize(("text", "days"), DAYS.items())
def test_each_task_gets_its_own_day(text: str, days: list[tuple[tuple[int, ...], str]]) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        assert understood.sure and {act.intent.value for act in understood.acts} == {"set_deadline"}, typed
        assert [(act.slots.task_ids, f"{act.slots.date:%d/%m}") for act in understood.acts] == days, typed


def test_days_that_nobody_calls_a_limit_are_asked_about() -> None:
    understood = read("33 14/12, 34 21/12", "unit_head")
    assert not understood.sure and [act.slots.task_ids for act in understood.readings] == [(33,), (33,), (34,), (34,)]


@pytest.mark.parametrize(
    "text", ["xin lùi 7 đến 5/12, 8 đến 10/12", "7 xong 14/11, 8 xong 15/11", "hạn 7 14/12, 8 họp 3 lần"]
)
def test_other_days_stay_what_they_are(text: str) -> None:
    acts = read(text, "unit_head").acts
    assert [act.slots.task_ids for act in acts] == [(7,), (8,)]
    assert [act.intent.value for act in acts] != ["set_deadline"] * 2


def test_who_keeps_a_task_stands_beside_who_gets_one() -> None:
    acts = read("51 để chị làm, 9 với 10 vẫn của Mai", "unit_head").acts
    assert [(act.intent.value, act.slots.task_ids, act.slots.person) for act in acts] == [
        ("assign", (51,), "tôi"),
        ("assign", (9, 10), "Mai"),
    ]
