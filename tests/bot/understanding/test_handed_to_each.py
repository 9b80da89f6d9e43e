"""Several tasks handed out in one breath, each to somebody else, and what only looks like it."""

from datetime import date

import pytest

from tests.bot.understanding.reading import intents, read, says, told

ON = date(2025, 11, 18)
EACH = [
    ("9, 10 vẫn để Mai, 51 chị làm", [([9, 10], "Mai"), ([51], "tôi")]),
    ("41 Khoa làm 42 Vinh làm", [([41], "Khoa"), ([42], "Vinh")]),
    ("54 55 Hoa lo, 56 57 Phúc lo", [([54, 55], "Hoa"), ([56, 57], "Phúc")]),
    ("giao 54 55 Hoa, 56 57 Phúc", [([54, 55], "Hoa"), ([56, 57], "Phúc")]),
    ("giao 34 35 cho Lan còn 39 40 cho Quân", [([34, 35], "Lan"), ([39, 40], "Quân")]),
    ("giao 4 cho Lan, 32 với 33 cho Quân", [([4], "Lan"), ([32, 33], "Quân")]),
    ("giao 34 cho Lan, 35 và 40 cho Quân", [([34], "Lan"), ([35, 40], "Quân")]),
    ("giao 1 2 3 cho Hoa, 4 anh làm", [([1, 2, 3], "Hoa"), ([4], "tôi")]),
    ("giao 41 Lan, 42 Quân, 44 để anh", [([41], "Lan"), ([42], "Quân"), ([44], "tôi")]),
    ("giao việc 3, 4 cho Hoa; việc 5 cho Phúc nhé", [([3, 4], "Hoa"), ([5], "Phúc")]),
    ("41 42 43 giao Hoa, còn 44 giao Phúc", [([41, 42, 43], "Hoa"), ([44], "Phúc")]),
]


@pytest.mark.parametrize(("text", "given"), EACH)
def test_several_tasks_go_to_each_his_own(text: str, given: list[tuple[list[int], str]]) -> None:
    understood = read(text, "unit_head", on=ON)
    assert told(understood) == [says("assign", *numbers, person=name) for numbers, name in given] and understood.sure


@pytest.mark.parametrize(
    ("text", "intents_told"),
    [
        ("duyệt 7 cho Lan, 8 cho Quân", ["approve", "approve"]),
        ("duyệt 7 cho Lan, giao 8 cho Quân", ["approve", "assign"]),
        ("giao 1, 2, 3 cho Hoa", ["assign"]),
        ("giao 4 cho Quân, phối hợp Lan", ["assign"]),
        ("54 Hoa nộp, 56 chưa", ["progress", "progress"]),
    ],
)
def test_what_only_looks_like_a_list_of_names_stays(text: str, intents_told: list[str]) -> None:
    assert intents(text, "unit_head") == intents_told


THOUGHT_OVER = [
    ("35 Quân chắc làm được", 35, ["Quân"]),
    ("34 Quân chắc lo được", 34, ["Quân"]),
    ("54 lẽ ra Hoa làm", 54, ["Hoa"]),
    ("39 lẽ ra Vinh làm mới phải", 39, ["Vinh"]),
    ("39 đáng lẽ để Vinh làm", 39, ["Vinh"]),
    ("anh tính để Quân làm 40", 40, ["Quân"]),
    ("42 Khoa với Vinh cùng làm", 42, ["Khoa", "Vinh"]),
    ("42 Khoa và Vinh cùng phụ trách", 42, ["Khoa", "Vinh"]),
    ("54 Hoa với Phúc cùng lo", 54, ["Hoa", "Phúc"]),
]


@pytest.mark.parametrize(("text", "number", "names"), THOUGHT_OVER)
def test_what_is_thought_over_or_shared_is_asked_about(text: str, number: int, names: list[str]) -> None:
    understood = read(text, "unit_head", on=ON)
    assert not understood.sure
    told_of = [(act.intent.value, act.slots.task_ids, act.slots.person) for act in understood.readings]
    assert told_of == [("assign", (number,), name) for name in names]


@pytest.mark.parametrize(
    "text", ["55 hai đứa nó chia nhau làm", "56 hai người chia nhau làm nhé", "56 hai người cùng lo"]
)
def test_shared_out_among_them_it_is_asked_to_whom(text: str) -> None:
    (act,) = read(text, "unit_head", on=ON).acts
    assert act.intent == "assign" and act.slots.person is None


@pytest.mark.parametrize(
    "text",
    ["35 chắc tuần sau xong", "35 chắc đạt 80%", "56 ba anh em cùng làm được 3 hồ sơ", "55 hai đứa nó làm xong rồi"],
)
def test_how_it_goes_hands_out_nothing(text: str) -> None:
    assert "assign" not in intents(text, "unit_head")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("43 Phúc, 54 55 Hoa, còn lại anh", [([43], "Phúc"), ([54, 55], "Hoa")]),
        ("55 56 Phúc, 57 Hoa, còn lại anh lo", [([55, 56], "Phúc"), ([57], "Hoa")]),
        ("39 40 Lan, 41 Quân, còn lại anh lo", [([39, 40], "Lan"), ([41], "Quân")]),
        ("34 Quân, 40 Lan, mấy cái kia anh", [([34], "Quân"), ([40], "Lan")]),
        ("54 Hoa, 55 Phúc, còn lại chị làm hết nhé", [([54], "Hoa"), ([55], "Phúc")]),
    ],
)
def test_names_alone_are_asked_about_and_the_rest_stays(text: str, given: list[tuple[list[int], str]]) -> None:
    understood = read(text, "unit_head", on=ON)
    assert told(understood) == [says("assign", *numbers, person=name) for numbers, name in given]
    assert not understood.sure


@pytest.mark.parametrize("text", ["57 Hoa, 58 Phúc", "34 Quân, mấy cái kia anh", "7 chị Lan"])
@pytest.mark.parametrize("role", ["staff", "unit_head"])
def test_a_name_alone_is_never_a_result(text: str, role: str) -> None:
    understood = read(text, role)
    assert not (understood.sure and "progress" in intents(text, role))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12 18 phòng KT", [12, 18]),
        ("12, 18 phòng KT nhé em", [12, 18]),
        ("12 18 phong kt", [12, 18]),
        ("18 Ban Quản lý dự án", [18]),
        ("12 18 Ban Quản lý dự án", [12, 18]),
        ("7 phòng KT", [7]),
        ("phòng KT: 12, 18", [12, 18]),
        ("phòng KT lấy 12 18", [12, 18]),
    ],
)
@pytest.mark.parametrize("role", ["unit_head", "office_head", "admin"])
def test_a_unit_behind_numbers_is_no_count_of_units(role: str, text: str, numbers: list[int]) -> None:
    understood = read(text, role)
    [act] = understood.readings
    assert (act.intent.value, list(act.slots.task_ids)) == ("assign", numbers) and not understood.sure
    assert (act.slots.unit_full or "")[:4] in ("Phòn", "Ban ")


@pytest.mark.parametrize(
    "text",
    [
        "7 phòng",
        "12 phòng ban đã nộp",
        "2 phòng KT và VHXH chưa nộp",
        "7 phòng KT họp rồi",
        "KT lấy 12 phiếu",
        "34 35 lần",
    ],
)
def test_units_and_things_counted_stay_counted(text: str) -> None:
    assert not any(act.intent == "assign" for act in read(text, "unit_head").acts)
    assert not any(act.intent == "assign" for act in read("12 18 phòng KT", "staff").acts)
