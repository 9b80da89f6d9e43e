"""Whose plan is it: the letterhead beside the names an office goes by."""

import pytest

from jobs.rules.issuers import is_of_other_office

WARD = ("UBND phường Ba Ngòi", "Phường Ba Ngòi", "Văn phòng HĐND và UBND", "Phòng Văn hóa – Xã hội", "VHXH")
BOARD = (
    "Ban Quản lý Khu kinh tế và Khu công nghiệp",
    "BQL KKT&KCN",
    "Văn phòng",
    "Phòng Kế hoạch – Đầu tư và Xúc tiến",
)

OWN = (
    (WARD, "Ủy ban nhân dân phường Ba Ngòi"),
    (WARD, "UY BAN NHAN DAN PHUONG BA NGOI"),
    (WARD, "Đảng ủy phường Ba Ngòi"),
    (WARD, "Văn phòng Ủy ban nhân dân phường Ba Ngòi"),
    (WARD, "Phòng Văn hóa – Xã hội"),
    (WARD, "Phòng Văn hóa - Xã hội phường Ba Ngòi"),
    (WARD, "Ủy ban nhân dân phường"),
    (WARD, None),
    (WARD, ""),
    (BOARD, "Ban Quản lý Khu kinh tế và Khu công nghiệp tỉnh Khánh Hòa"),
)
OTHER = (
    (WARD, "Ban Quản lý Khu kinh tế và Khu công nghiệp"),
    (WARD, "Ủy ban nhân dân phường Cam Nghĩa"),
    (WARD, "Ủy ban nhân dân phường Ba Đình"),
    (WARD, "Ủy ban nhân dân tỉnh Khánh Hòa"),
    (WARD, "Sở Nội vụ"),
    (BOARD, "Ủy ban nhân dân phường Ba Ngòi"),
)


@pytest.mark.parametrize(("names", "issuer"), OWN)
def test_an_office_s_own_plans_raise_no_doubt(names: tuple[str, ...], issuer: str | None) -> None:
    assert not is_of_other_office(issuer, names)


@pytest.mark.parametrize(("names", "issuer"), OTHER)
def test_another_office_s_plan_is_doubted(names: tuple[str, ...], issuer: str) -> None:
    assert is_of_other_office(issuer, names)


def test_an_office_of_which_no_name_tells_anything_doubts_nothing() -> None:
    assert not is_of_other_office("Sở Nội vụ", ("UBND xã",))
