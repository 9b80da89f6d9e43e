"""A ward at work: everybody but Vinh has joined, and each unit holds a few tasks of the plan."""

from datetime import date

import pytest

from storage.kinds import ProductKind
from tests.bot.talk import Talk
from tests.people import Ward

YEAR_END = date(2025, 12, 31)


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Ánh")
    return Talk(ward)


@pytest.fixture
def duties(ward: Ward) -> dict[int, int]:
    """Duty ids by task number."""
    return {
        2: ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 10, 15)),
        7: ward.give(7, "Tập huấn CCHC", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 10, 22), product=ProductKind.EVENT),
        8: ward.give(8, "Đăng tải thông tin CCHC", "VHXH", to="Lan", product=ProductKind.FIGURE),
        17: ward.give(17, "Quyết định chức năng, nhiệm vụ các phòng", "VHXH", to="Lan", due=YEAR_END, target=date(2025, 10, 8)),
        18: ward.give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", due=YEAR_END, product=ProductKind.STATE),
        26: ward.give(26, "Quy chế quản lý tài sản công", "KT-HT-ĐT", to="Vinh", due=date(2025, 9, 30)),
        30: ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=YEAR_END, product=ProductKind.FIGURE),
        57: ward.give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=YEAR_END, target=date(2025, 10, 9)),
    }  # fmt: skip
