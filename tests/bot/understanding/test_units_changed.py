"""Units renamed, merged, split, and people who go elsewhere; and the same words said of other things."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, bare_told, read, says, split, told

KT, VHXH, VP = "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa – Xã hội", "Văn phòng"
SAID: list[tuple[str, str, dict[str, Any]]] = [
    ("đổi tên phòng VHXH thành phòng Văn hóa, Xã hội và Thể thao", "change_unit",
     {"unit": "phòng VHXH", "unit_full": VHXH, "title": "Phòng Văn hóa, Xã hội và Thể thao", "mode": "rename"}),
    ("đổi tên phòng Kinh tế thành Phòng Kinh tế - Hạ tầng (viết tắt KTHT)", "change_unit",
     {"unit": "phòng Kinh tế", "unit_full": KT, "title": "Phòng Kinh tế - Hạ tầng", "mode": "rename", "code": "KTHT"}),
    ("phòng VHXH đổi tên thành Phòng Văn xã", "change_unit", {"unit": "phòng VHXH", "unit_full": VHXH, "title": "Phòng Văn xã", "mode": "rename"}),
    ("nhập phòng VHXH vào phòng KT", "change_unit", {"unit": "phòng KT", "unit_full": KT, "mode": "merge", "units": [VHXH]}),
    ("sáp nhập phòng VHXH và phòng KT vào Văn phòng", "change_unit", {"unit": "Văn phòng", "unit_full": VP, "mode": "merge", "units": [VHXH, KT]}),
    ("gộp phòng VHXH với phòng KT thành phòng Kinh tế - Xã hội", "change_unit",
     {"unit": "phòng KT", "unit_full": KT, "title": "Phòng Kinh tế - Xã hội", "mode": "merge", "units": [VHXH]}),
    ("phòng VHXH sáp nhập vào văn phòng", "change_unit", {"unit": "văn phòng", "unit_full": VP, "mode": "merge", "units": [VHXH]}),
    ("tách phòng VHXH thành phòng Văn hóa và phòng Xã hội", "change_unit",
     {"unit": "phòng VHXH", "unit_full": VHXH, "mode": "split", "units": ["Phòng Văn hóa", "Phòng Xã hội"]}),
    ("tách phòng KT thành phòng Kinh tế, Hạ tầng và phòng Đô thị", "change_unit",
     {"unit": "phòng KT", "unit_full": KT, "mode": "split", "units": ["Phòng Kinh tế, Hạ tầng", "Phòng Đô thị"]}),
    ("Lan, Quân sang phòng KT", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["Lan", "Quân"]}),
    ("chuyển chị Lan sang phòng KT", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["chị Lan"]}),
    ("chị Lan và anh Quân chuyển sang phòng KT nhé", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["Lan", "anh Quân"]}),
    ("chuyển chị Lan về lại phòng KT", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["chị Lan"]}),
    ("chị Lan quay lại phòng KT", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["Lan"]}),
    ("chuyển chị Lan trở về phòng KT", "move_people", {"unit": "phòng KT", "unit_full": KT, "people": ["chị Lan"]}),
    ("Vinh về phòng VHXH làm trưởng phòng", "move_people", {"unit": "phòng VHXH", "unit_full": VHXH, "mode": "head", "people": ["Vinh"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "intent", "slots"), SAID, ids=[text for text, _, _ in SAID])
def test_a_change_of_units_is_understood(text: str, intent: str, slots: dict[str, Any]) -> None:
    assert told(read(text)) == [says(intent, **slots)] and read(text).sure
    plain = read(bare(text))
    kept = [(found, {k: v for k, v in of.items() if k not in ("units", "people")}) for found, of in told(plain)]
    wanted = {k: v for k, v in slots.items() if k not in ("units", "people")}
    assert bare_told(kept) == bare_told([says(intent, **wanted)])


SHORT_NAMES = [
    ("tách TTPVHCC thành Trung tâm Hành chính (viết tắt TTHC) và Bộ phận Một cửa (viết tắt BPMC)", ["Trung tâm Hành chính", "Bộ phận Một cửa"], ("TTHC", "BPMC")),
    ("tách phòng Kinh tế thành Phòng Kinh tế (PKT) và Phòng Hạ tầng (PHT)", ["Phòng Kinh tế", "Phòng Hạ tầng"], ("PKT", "PHT")),
    ("tách phòng VHXH thành phòng Văn hóa viết tắt VH và phòng Xã hội", ["Phòng Văn hóa", "Phòng Xã hội"], ("VH", "")),
    ("tách phòng VHXH thành phòng Văn hóa và phòng Xã hội", ["Phòng Văn hóa", "Phòng Xã hội"], ()),
    ("tách phòng VHXH thành Phòng Văn hóa (ký hiệu cũ không dùng) và Phòng Xã hội", ["Phòng Văn hóa (ký hiệu cũ không dùng)", "Phòng Xã hội"], ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "shorts"), SHORT_NAMES)
def test_what_a_new_unit_is_called_for_short_is_no_part_of_its_name(
    text: str, names: list[str], shorts: tuple[str, ...]
) -> None:
    (act,) = read(text).acts
    assert (act.slots.mode, list(act.slots.units), act.slots.shorts) == ("split", names, shorts)


def test_each_group_goes_to_its_unit_and_two_become_one_under_a_name() -> None:
    first, second = read("Lan, Quân sang phòng KT; Vinh sang phòng VHXH", "office_head").acts
    assert (first.slots.people, first.slots.unit_full) == (("Lan", "Quân"), KT)
    assert (second.slots.people, second.slots.unit_full) == (("Vinh",), VHXH)
    assert [a.intent.value for a in read("Lan sang phòng KT; xong 7", "office_head").acts] != ["move_people"]
    (act,) = read("sáp nhập VHXH với VP thành Văn phòng Văn hóa", "office_head").acts
    slots = act.slots
    assert (slots.mode, slots.units, slots.unit_full, slots.title) == ("merge", (VHXH,), VP, "Văn phòng Văn hóa")


OTHERS = """
chuyển việc 7 sang phòng KT | gộp việc 7 vào việc 8 | anh Vinh sang phòng KT lấy hồ sơ | tách việc 7 thành 2 việc
đổi tên kế hoạch thành Kế hoạch CCHC | chị Lan về rồi | chị Lan về phòng | 7 đã nhập dữ liệu vào hệ thống | giao 57 cho Hoa
nhập phòng VHXH vào phòng KT à? | chuyển hết việc của chị Lan sang phòng KT | Lan sang phòng KT chưa? | 7 đã gửi văn bản sang phòng KT
xong 7, đã chuyển hồ sơ qua phòng KT | phòng KT gửi báo cáo về văn phòng rồi | tách hồ sơ 12 thành hai tập | chia việc 7 cho phòng KT và phòng VHXH
đổi giờ nhắc sang 8h | chị Lan đi họp về phòng VHXH rồi | anh Quân qua văn phòng ký nhé | chị Lan quay lại phòng KT lấy hồ sơ | chị Lan quay lại rồi
7 trả lại phòng KT | chị Lan về lại phòng KT chưa? | nhập số liệu phòng KT vào bảng
"""


@pytest.mark.parametrize("text", split(OTHERS))
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_other_words_change_no_unit(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value not in ("change_unit", "move_people") for act in read(typed, role).acts), typed


OF_A_UNIT = [
    "việc 7 về Ban Dự án 1",
    "12 về Ban Dự án 2",
    "việc 7 thuộc Ban Dự án 1",
    "7 là của Ban Dự án 1",
    "7 của phòng Đầu tư",
]
RESULTS = ["7 về phòng chống dịch 3 cuộc", "7 về ban hành 3 văn bản", "7 về trung tâm nhận 3 hồ sơ", "7 về cơ sở 3 lần"]


@pytest.mark.parametrize("text", OF_A_UNIT)
def test_which_unit_work_belongs_to_is_none_of_its_results(text: str) -> None:
    understood = read(text, "office_head")
    assert not understood.sure and understood.acts[0].intent in ("assign", "not_understood")


@pytest.mark.parametrize("text", RESULTS)
def test_what_only_sounds_like_a_unit_is_told(text: str) -> None:
    assert [act.intent for act in read(text, "office_head").acts] == ["progress"]


@pytest.mark.parametrize(
    "text",
    split("""đổi tên phòng VHXH thành gì | đổi tên phòng VHXH thành Phòng Văn hóa được không anh Tâm | đổi tên phòng VHXH thành tên gì
đổi tên phòng VHXH thành thế nào | nhập phòng VHXH vào VP được không | đổi tên phòng VHXH thành Phòng Văn hóa chưa Quân"""),
)
def test_a_question_changes_no_unit(text: str) -> None:
    assert told(read(text, "office_head"))[0][0] == "help"


@pytest.mark.parametrize(
    "text", ["đổi tên phòng VHXH thành Phòng Văn hóa nhé anh Tâm", "đổi tên phòng VHXH thành Phòng Văn hóa anh Tâm nhé"]
)
def test_who_is_spoken_to_is_no_part_of_the_name(text: str) -> None:
    assert read(text, "office_head").acts[0].slots.title == "Phòng Văn hóa"
