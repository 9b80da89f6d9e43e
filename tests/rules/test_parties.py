"""Which unit a written name means, which names say everybody, and which the office has to define."""

import pytest

from jobs.rules.parties import Meant, is_everybody, resolve_party
from jobs.rules.plans.units import unit_key
from storage.kinds import PartyIs
from tests.people import UNITS

EVERYBODY = (
    "Tất cả các phòng, đơn vị trực thuộc",
    "Tất cả các phòng",
    "Các cơ quan, đơn vị",
    "Các phòng, đơn vị trực thuộc Ban Quản lý",
    "các phòng, ban và đơn vị liên quan",
    "Các cơ quan có liên quan",
    "Mọi đơn vị",
)
SOME = (
    "Các phòng, ban chuyên môn",
    "Các phòng",
    "Các đơn vị sự nghiệp",
    "Các phòng thuộc khối kinh tế",
    "Các cơ quan chuyên môn",
)


@pytest.mark.parametrize("text", EVERYBODY)
def test_names_that_leave_nobody_out(text: str) -> None:
    assert is_everybody(text)


@pytest.mark.parametrize("text", SOME)
def test_names_that_somebody_has_to_explain(text: str) -> None:
    assert resolve_party(text, {}).kind is PartyIs.GROUP
    assert not is_everybody(text)


@pytest.mark.parametrize("text", ["Văn phòng", "Sở Nội vụ", "Phòng Kinh tế"])
def test_one_unit_is_no_group(text: str) -> None:
    assert not is_everybody(text)


IDS = {short: n for n, short in enumerate(UNITS, 1)}
NAMES = {unit_key(name): IDS[short] for short, full in UNITS.items() for name in (short, full)}
OURS = (
    ("P. VHXH", "VHXH"),
    ("Phòng VH-XH", "VHXH"),
    ("PVHXH", "VHXH"),
    ("Phòng Văn hoá và Xã hội phường", "VHXH"),
    ("Phòng VHXH phường", "VHXH"),
    ("Phòng Văn hóa – Xã hội, UBND phường Ba Ngòi, tỉnh Khánh Hòa", "VHXH"),
    ("Phòng Văn hóa", "VHXH"),
    ("P.KTHTĐT", "KT-HT-ĐT"),
    ("Phòng KT, HT & ĐT", "KT-HT-ĐT"),
    ("Phòng KTHT", "KT-HT-ĐT"),
    ("Phòng Kinh tế", "KT-HT-ĐT"),
    ("KTHTĐT", "KT-HT-ĐT"),
    ("TT PVHCC", "TTPVHCC"),
    ("TT. HCC phường", "TTPVHCC"),
    ("Trung tâm hành chính công xã", "TTPVHCC"),
    ("VP HĐND&UBND", "VP"),
    ("VP. HĐND - UBND phường", "VP"),
    ("Văn phòng UBND", "VP"),
    ("Văn phòng UBND phường", "VP"),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "VP"),
    ("Văn phòng (Bộ phận Kế toán)", "VP"),
    ("Văn phòng (Tổ Cơ sở dữ liệu, Sở Nội vụ hỗ trợ)", "VP"),
    ("Văn phòng HĐND và UBND đồng chí Hà", "VP"),
)
OUTSIDE = (
    "Trung tâm Phục vụ hành chính công tỉnh",
    "TTPVHCC tỉnh",
    "Văn phòng HĐND và UBND tỉnh",
    "Văn phòng (UBND tỉnh)",
    "Phòng Văn hóa – Xã hội UBND thành phố",
    "Phòng Văn hóa – Xã hội, Sở Văn hóa",
    "Văn phòng Trung ương Đảng",
    "Công an phường",
)
UNSURE = (
    "Phòng",
    "Ban Quản lý",
    "Trung tâm",
    "Phòng DT",
    "Phòng Nội vụ",
    "Trung tâm Văn hóa",
    "Văn phòng Đảng ủy",
    "UBND phường",
    "Lan",
    "",
)


@pytest.mark.parametrize(("text", "short"), OURS)
def test_a_unit_is_known_by_its_abbreviation(text: str, short: str) -> None:
    assert resolve_party(text, NAMES) == Meant(PartyIs.UNIT, IDS[short])


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_unit_of_another_level_is_not_ours(text: str) -> None:
    assert resolve_party(text, NAMES) == Meant(PartyIs.OUTSIDE)


@pytest.mark.parametrize("text", UNSURE)
def test_what_fits_no_unit_or_several_is_asked(text: str) -> None:
    assert resolve_party(text, NAMES) == Meant(PartyIs.UNKNOWN)


def test_two_units_of_the_same_initials_and_a_name_that_only_begins_like_ours() -> None:
    units = {"phong kinh te": 1, "phong ke toan": 2, "van phong": 3, "van phong ubnd tinh": 4}
    assert resolve_party("P. KT", units) == Meant(PartyIs.UNKNOWN)
    assert resolve_party("Văn phòng Đảng ủy", units) == Meant(PartyIs.UNKNOWN)
    assert resolve_party("Văn phòng Ban Quản lý", units) == Meant(PartyIs.UNIT, 3)
    assert resolve_party("Văn phòng UBND tỉnh", units) == Meant(PartyIs.UNIT, 4)


def test_a_cell_full_of_words_is_read_by_its_beginning() -> None:
    assert resolve_party("Phòng VHXH phường " + "- , " * 5000 + "tỉnh", NAMES) == Meant(PartyIs.UNIT, IDS["VHXH"])
