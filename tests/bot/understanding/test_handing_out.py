"""Handing out in the order of words people have: to one, to several, a section, everything of somebody, and what is none."""

from datetime import date

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, intents, read, says, split, told

ON = date(2025, 11, 18)
HANDED_OUT = [
    ("giao 7, 12 cho chị Thảo", says("assign", 7, 12, person="chị Thảo")),
    ("57 cho Phúc làm", says("assign", 57, person="Phúc")),
    ("57 giao anh Phúc", says("assign", 57, person="anh Phúc")),
    ("phân lại 57 Hoa nhé", says("assign", 57, person="Hoa")),
    ("giao 57 Hoa", says("assign", 57, person="Hoa")),
    ("giao Hoa 57", says("assign", 57, person="Hoa")),
    ("giao cho chị Hoa 57, 58 nhé", says("assign", 57, 58, person="chị Hoa")),
    ("phân Phúc 52", says("assign", 52, person="Phúc")),
    ("việc 52 phân cho Phúc nhé", says("assign", 52, person="Phúc")),
    ("phân lại 57 cho Phúc", says("assign", 57, person="Phúc")),
    ("phân công lại 57 cho Phúc", says("assign", 57, person="Phúc")),
    ("giao chị Hoa việc 57", says("assign", 57, person="chị Hoa")),
    ("phân công anh Phúc làm việc 52", says("assign", 52, person="anh Phúc")),
    ("nhờ anh Phúc lo việc 52", says("assign", 52, person="anh Phúc")),
    ("52 để Phúc lo", says("assign", 52, person="Phúc")),
    ("việc 52 do anh Phúc phụ trách", says("assign", 52, person="anh Phúc")),
    ("việc 52 anh Phúc phụ trách nhé", says("assign", 52, person="anh Phúc")),
    ("bàn giao việc 16 sang bạn Nam giúp chị", says("assign", 16, person="bạn Nam")),
    ("đổi người làm việc 52 sang anh Phúc", says("assign", 52, person="anh Phúc")),
    ("việc 50 đổi sang chị Hoa", says("assign", 50, person="chị Hoa")),
    ("giao 57 cho Minh", says("assign", 57, person="Minh")),
    ("giao lại 57 cho Hoa", says("assign", 57, person="Hoa")),
    ("giao 57 cho Trần Văn Khánh", says("assign", 57, person="Trần Văn Khánh")),
    ("để em Hoa đảm nhiệm việc 50 thay anh Dũng", says("assign", 50, person="em Hoa", from_person="anh Dũng")),
    ("thay anh Dũng bằng chị Hoa ở việc 50", says("assign", 50, person="chị Hoa", from_person="anh Dũng")),
    ("giao 57 cho Hoa làm chính, Phúc hỗ trợ", says("assign", 57, person="Hoa", partner="Phúc")),
    ("việc 26 lấy từ anh Vinh chuyển qua chị Thu giùm", says("assign", 26, person="chị Thu", from_person="anh Vinh")),
    ("lấy việc 26 của anh Vinh giao cho chị Thu", says("assign", 26, person="chị Thu", from_person="anh Vinh")),
    ("rút việc 8 của chị Lan rồi chuyển sang anh Phúc", says("assign", 8, person="anh Phúc", from_person="chị Lan")),
    ("việc 57 tôi muốn giao chị Hoa chủ trì", says("assign", 57, person="chị Hoa")),
    ("việc 57 anh quyết định giao chị Hoa", says("assign", 57, person="chị Hoa")),
    ("anh muốn giao việc 57 cho Phúc", says("assign", 57, person="Phúc")),
    ("giao 57 cho Hoa hạn 30/11", says("assign", 57, person="Hoa", date="2025-11-30")),
    ("giao việc 57 cho chị Hoa, xong trước thứ 6", says("assign", 57, person="chị Hoa", date="2025-11-21")),
]
HELPED = [
    ("giao 4 cho Quân, phối hợp Lan", "Quân", "Lan"),
    ("giao 4 cho Quân phối hợp với Lan", "Quân", "Lan"),
    ("giao 4 cho Quân, phối hợp là chị Lan và chị Hoa", "Quân", "chị Lan, chị Hoa"),
    ("4 giao Quân, hỗ trợ: Lan", "Quân", "Lan"),
    ("4 cho Quân làm, phối hợp Lan", "Quân", "Lan"),
    ("giao 4 cho VHXH phối hợp với VP thực hiện", "VHXH", "VP"),
    ("giao 4 cho Quân, Lan phối hợp", "Quân", "Lan"),
    ("giao 4 cho Lan phối hợp, Quân chủ trì", "Quân", "Lan"),
    ("giao 4 Lan phối hợp Quân chủ trì", "Quân", "Lan"),
    ("giao 4 cho Quân phối hợp các đơn vị thực hiện", "Quân", None),
]
TO_UNITS = [
    ("nv 40 giao ttpvhcc", [40], "Trung tâm Phục vụ hành chính công", None),
    ("việc 9 đổi sang KT-HT-ĐT", [9], "Phòng Kinh tế, Hạ tầng và Đô thị", None),
    ("bộ phận một cửa chủ trì việc 40", [40], "Trung tâm Phục vụ hành chính công", None),
    ("việc 4: VHXH chủ trì, KT-HT-ĐT phối hợp", [4], "Phòng Văn hóa – Xã hội", "KT-HT-ĐT"),
    ("việc 11 cho p.kinh tế hạ tầng và đô thị chủ trì, vp phối hợp", [11], "Phòng Kinh tế, Hạ tầng và Đô thị", "vp"),
    ("giao 4 cho VHXH chủ trì, phối hợp KT-HT-ĐT", [4], "Phòng Văn hóa – Xã hội", "KT-HT-ĐT"),
    ("cho phòng VHXH làm việc 17", [17], "Phòng Văn hóa – Xã hội", None),
    ("giao việc 8 cho bên quy hoạch", [8], "Phòng Quy hoạch – Xây dựng và Môi trường", None),
]  # fmt: skip
WITHOUT_NUMBERS = [
    ("chuyển hết việc của anh Vinh cho chị Thu", says("assign", person="chị Thu", from_person="anh Vinh", mode="all")),
    ("việc của anh Vinh giao hết cho chị Thu nhé", says("assign", person="chị Thu", from_person="anh Vinh", mode="all")),
    ("chị Thu nhận hết việc của anh Vinh", says("assign", person="chị Thu", from_person="anh Vinh", mode="all")),
    ("còn lại của mục A.IV cho Hùng", says("assign", person="Hùng", mode="rest", code="A.IV")),
    ("giao hết mục B.II cho chị Hoa", says("assign", person="chị Hoa", mode="all", code="B.II")),
    ("việc còn lại giao Phúc", says("assign", person="Phúc", mode="rest")),
    ("tin bài cho Nam", says("assign", person="Nam", mode="contact")),
    ("giao tin bài cho chị Lan phụ trách", says("assign", person="chị Lan", mode="contact")),
]  # fmt: skip
#: Several people for one task, told instead of ordered, or "chờ" that may be "cho": every reading is asked about.
ASKED = [
    ("giao 57, 58 cho chị Hoa và anh Phúc", [("chị Hoa", [57, 58]), ("anh Phúc", [57, 58])]),
    ("giao 57 cho Hoa, Phúc", [("Hoa", [57]), ("Phúc", [57])]),
    ("57 Hoa, 58 Phúc", [("Hoa", [57]), ("Phúc", [58])]),
    ("đã giao 57 cho Hoa", [("Hoa", [57])]),
    ("chuyển việc của anh Vinh cho chị Thu", [("chị Thu", [])]),
]
NOT_HANDED_OUT = split(
    """việc 30 chờ anh Dũng duyệt | 17 chờ anh Tâm | viec 30 cho anh Dung duyet | 17 cho VHXH góp ý | việc 16 bàn giao cho dân ngày 20/11
    16 đã bàn giao mặt bằng cho chủ đầu tư | việc 16 chuyển hồ sơ cho Sở Xây dựng | việc 16 giao ban 3 cuộc | 24 cho ý kiến 5 lần
    việc 20 do mưa nên chậm | việc 20 chị Hoa đang làm | cho anh xem việc 57 | 12 để mai làm | chuyển 12 sang thứ 5 | chuyen 12 sang thu 5
    giao 5 cho nhà thầu | chuyển 12 cho anh Tâm duyệt | chuyển việc 12 cho anh Tâm ký | chị Hoa làm 57, anh Phúc làm 58 | nhắc Hoa làm việc 57 | còn lại chờ anh Dũng | còn lại cho em thêm 2 ngày
    việc 57 em định giao cho Hoa | việc 8 lấy ý kiến của anh Vinh rồi chuyển cho Sở | giao việc 9 cho ai? | tin bài của phòng chưa có | chuyen viec 12 sang nam sau"""
)


@pytest.mark.parametrize(("text", "act"), [*HANDED_OUT, *WITHOUT_NUMBERS])
def test_who_is_to_take_it_is_read_wherever_he_stands(text: str, act: Told) -> None:
    understood = read(text, "unit_head", on=ON)
    assert (told(understood), understood.sure) == ([act], True)


@pytest.mark.parametrize(("text", "act"), HANDED_OUT)
def test_it_is_the_same_without_accents(text: str, act: Told) -> None:
    understood = read(bare(text), "unit_head", on=ON)
    assert (told(understood), understood.sure) == (bare_told([act]), True)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("phân 57 Hoa", (57,)),
        ("phân 57 cho Hoa", (57,)),
        ("phân 56, 57 sang Hoa", (56, 57)),
        ("em phân 57 về Hoa nhé", (57,)),
    ],
)
def test_a_number_behind_a_bare_word_of_handing_out_is_a_task(text: str, numbers: tuple[int, ...]) -> None:
    """Its accents left off it may be "phần", a part of the work, and is asked about."""
    for typed, sure in ((text, True), (bare(text), False)):
        understood = read(typed, "unit_head", on=ON)
        handed = understood.acts if understood.sure else understood.readings
        found = {n: act.slots.person for act in handed if act.intent.value == "assign" for n in act.slots.task_ids}
        assert (found, understood.sure) == (dict.fromkeys(numbers, "Hoa"), sure)


@pytest.mark.parametrize("text", ["giao 57 Lan", "phân 57 Lan", "phân công 57 Lan làm", "giao lại 57 Phương nhé"])
def test_a_name_that_counts_in_small_letters_takes_the_task(text: str) -> None:
    (act,) = read(text, "unit_head", on=ON).acts
    assert (act.intent.value, act.slots.task_ids, act.slots.person) == ("assign", (57,), text.split()[-1 - text.endswith(("làm", "nhé"))])  # fmt: skip


@pytest.mark.parametrize(
    "text",
    split(
        "phân 3 tổ đi kiểm tra | phân 2 lần | phần 2 xong | phan 2 xong roi | phân 5 cán bộ trực | Phần 57 Hoa làm rồi"
    ),
)
def test_shares_and_what_is_counted_name_no_task(text: str) -> None:
    assert not read(text, "unit_head", on=ON).acts[0].slots.task_ids


@pytest.mark.parametrize(
    "text",
    split(
        "phần 1 cho Hoa, phần 2 cho Phúc | đừng phân 57 cho Hoa | chưa phân 57 cho Hoa vội | mai anh phân 57 cho Hoa"
    ),
)
def test_a_part_of_the_work_or_a_denial_hands_out_nothing(text: str) -> None:
    understood = read(text, "unit_head", on=ON)
    assert not understood.sure or "assign" not in {act.intent.value for act in understood.acts}


@pytest.mark.parametrize("text", ["18 đã phân 2 cho các tổ", "18 da phan 2 cho cac to"])
def test_what_was_shared_out_is_no_second_task(text: str) -> None:
    assert [act.slots.task_ids for act in read(text).acts] == [(18,)]


@pytest.mark.parametrize(("text", "numbers", "unit", "partner"), TO_UNITS)
def test_the_unit_that_leads_is_taken_and_not_the_one_that_helps(
    text: str, numbers: list[int], unit: str, partner: str | None
) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "office_head", on=ON).acts
        slots = act.slots
        assert (act.intent.value, list(slots.task_ids), slots.unit_full) == ("assign", numbers, unit)
        assert slots.partner == (bare(partner) if partner and typed.isascii() else partner)


@pytest.mark.parametrize(("text", "readings"), ASKED)
def test_nobody_named_is_dropped(text: str, readings: list[tuple[str, list[int]]]) -> None:
    understood = read(text, "unit_head", on=ON)
    assert not understood.sure
    assert [(act.slots.person, list(act.slots.task_ids)) for act in understood.readings] == readings


def test_several_orders_of_one_message_each_have_their_taker() -> None:
    assert told(read("giao 43,54 cho Hoa; 56 cho Phúc", "unit_head")) == [
        says("assign", 43, 54, person="Hoa"),
        says("assign", 56, person="Phúc"),
    ]
    assert told(read("giao 43, 54 cho Hoa, 56 cho Phúc", "unit_head")) == [
        says("assign", 43, 54, person="Hoa"),
        says("assign", 56, person="Phúc"),
    ]
    assert told(read("giao 7,12 cho Thảo; tin bài cho Nam", "unit_head")) == [
        says("assign", 7, 12, person="Thảo"),
        says("assign", person="Nam", mode="contact"),
    ]


@pytest.mark.parametrize(
    "text", split("chưa giao 57 cho Phúc vội | không giao 57 cho Phúc nữa | thôi, không giao 57 cho Phúc")
)
def test_a_head_who_does_not_hand_out_tells_no_result(text: str) -> None:
    for typed in (text, bare(text)):
        assert not {"assign", "progress", "done"} & set(intents(typed, "unit_head"))


@pytest.mark.parametrize("text", NOT_HANDED_OUT)
@pytest.mark.parametrize("role", ["staff", "unit_head"])
def test_waiting_telling_and_dates_hand_out_nothing(text: str, role: str) -> None:
    understood = read(text, role=role)
    assert not understood.sure or "assign" not in {act.intent for act in understood.acts}


@pytest.mark.parametrize(
    "text",
    [
        "giao 54-56 cho Phúc, còn lại cho Hoa",
        "giao 54, 55, 56 cho Phúc, các việc còn lại cho Hoa",
        "giao 54-56 cho Phúc, phần còn lại giao Hoa",
        "giao 54-56 cho Phúc còn lại giao Hoa",
        "giao 54-56 cho Phúc và việc còn lại cho Hoa",
    ],
)
def test_the_rest_goes_to_whom_the_second_half_names(text: str) -> None:
    for typed in (text, bare(text)):
        first, rest = read(typed, "unit_head", on=ON).acts
        assert (first.slots.task_ids, bare(first.slots.person or "")) == ((54, 55, 56), "Phuc")
        assert (rest.intent.value, rest.slots.mode, rest.slots.person) == ("assign", "rest", "Hoa")


@pytest.mark.parametrize(
    "text",
    [
        "giao 54 cho Phúc, các việc khác cho Hoa",
        "giao mục B.II: 54, 55 cho Phúc, còn lại cho Hoa",
        "giao hết việc của Phúc: 15 cho Mai, còn lại cho Hoa",
    ],
)
def test_a_rest_that_is_of_something_else_is_asked_about(text: str) -> None:
    understood = read(text, "unit_head", on=ON)
    assert not understood.sure
    assert all(act.slots.mode != "rest" for act in understood.acts)


@pytest.mark.parametrize(("text", "leads", "helps"), HELPED, ids=[text for text, *_ in HELPED])
def test_who_is_named_behind_the_word_for_helping_helps(text: str, leads: str, helps: str | None) -> None:
    understood = read(text, "unit_head")
    slots = understood.acts[0].slots
    assert understood.sure and len(understood.acts) == 1 and slots.mode is None
    assert (slots.person or slots.unit, slots.partner) == (leads, helps)


GIVEN_APART: list[tuple[str, list[tuple[list[int], str, str | None]]]] = [
    ("giao 41, 42 cho Hoa, 44 cho Phúc, hạn nội bộ 20/12", [([41, 42], "Hoa", "2025-12-20"), ([44], "Phúc", "2025-12-20")]),
    ("giao 41 cho Hoa, 44 cho Phúc hạn 20/12", [([41], "Hoa", None), ([44], "Phúc", "2025-12-20")]),
    ("giao 41 cho Hoa hạn 10/12, 44 cho Phúc, hạn 20/12", [([41], "Hoa", "2025-12-10"), ([44], "Phúc", "2025-12-20")]),
    ("giao 4 cho Lan, 32 cho Hoa, còn lại của anh để đó", [([4], "Lan", None), ([32], "Hoa", None)]),
    ("giao 4 cho Lan, mấy việc còn lại anh tính sau", [([4], "Lan", None)]),
    ("giao Hoa 39 và 41", [([39, 41], "Hoa", None)]),
    ("39 Lan làm chính, Hoa hỗ trợ", [([39], "Lan", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "given"), GIVEN_APART, ids=[text for text, _ in GIVEN_APART])
def test_each_taker_has_his_numbers_and_the_day_that_is_his(
    text: str, given: list[tuple[list[int], str, str | None]]
) -> None:
    understood = read(text, "unit_head")
    acts = [(slots["task_ids"], slots["person"], slots.get("date")) for _intent, slots in told(understood)]
    assert understood.sure and acts == given


def test_the_rest_of_a_unit_goes_to_one_of_it() -> None:
    assert told(read("giao hết việc chưa giao của VP cho Mai", "office_head")) == [
        says("assign", person="Mai", of_unit="Văn phòng", mode="rest")
    ]
    understood = read("còn lại của Lan giao cho Hoa", "unit_head")
    assert not understood.sure and understood.readings[0].slots.from_person == "Lan"


@pytest.mark.parametrize(
    "text",
    split(
        "41 thì Khoa làm | 41 vẫn Khoa làm nhé | 41 cứ để Khoa làm | 41 thì để Khoa lo | 41 vẫn để Khoa | 41 thì Khoa"
    ),
)
def test_small_words_before_a_name_hand_out_all_the_same(text: str) -> None:
    assert told(read(text, "unit_head", on=ON)) == [says("assign", 41, person="Khoa")]


@pytest.mark.parametrize("text", split("41 Khoa 42 Vinh | 41 Khoa, 42 Vinh | 51 chị làm"))
def test_a_name_for_each_number_is_kept_as_no_result(text: str) -> None:
    understood = read(text, "unit_head", on=ON)
    assert not understood.sure and "progress" not in {act.intent.value for act in understood.acts}


@pytest.mark.parametrize(
    "text",
    split(
        "41 thì Khoa đang làm | 41 thì Khoa làm được 60% | 41 vẫn đang làm | 41 vẫn chờ Khoa | 41 thì vẫn vướng Sở | 41 thì Khoa làm 3 bài | 41 Khoa 12 tin"
    ),
)
def test_how_it_goes_with_the_same_small_words_is_told(text: str) -> None:
    assert [act.intent.value for act in read(text, "unit_head", on=ON).acts] == ["progress"]
