"""Heads and feet of papers as offices set them: in tables, by tabs, with a party's star."""

from datetime import date

import pytest

from storage.raw_document import Paragraph, Table
from tests.rules.plans.plan_files import reading_of, table_of

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
PLACE = "Cam Nghĩa, ngày 08 tháng 01 năm 2026"
BODY = (
    Paragraph("KẾ HOẠCH"),
    Paragraph("Cải cách hành chính năm 2026"),
    Paragraph("UBND phường ban hành Kế hoạch như sau:"),
    Paragraph("I. TỔ CHỨC THỰC HIỆN"),
    table_of(("STT", "Nội dung", "Đơn vị chủ trì", "Thời hạn"), ("1", "Báo cáo", "Văn phòng", "Quý I")),
)
HEADS: dict[str, tuple[Paragraph | Table, ...]] = {
    "one table": (
        table_of(("ỦY BAN NHÂN DÂN\nPHƯỜNG CAM NGHĨA\nSố: 06/KH-UBND", f"{STATE}\n{MOTTO}\n{PLACE}")),
    ),
    "number and place in a second table": (
        table_of(("ỦY BAN NHÂN DÂN\nPHƯỜNG CAM NGHĨA", f"{STATE}\n{MOTTO}")),
        Paragraph(""),
        table_of(("Số: 06/KH-UBND", PLACE)),
    ),
    "by tabs": (
        Paragraph(f"ỦY BAN NHÂN DÂN\t{STATE}"),
        Paragraph(f"PHƯỜNG CAM NGHĨA\t\t{MOTTO}"),
        Paragraph(f"Số: 06/KH-UBND\t{PLACE}"),
    ),
    "by blanks": (
        Paragraph(f"ỦY BAN NHÂN DÂN            {STATE}"),
        Paragraph(f"PHƯỜNG CAM NGHĨA           {MOTTO}"),
        Paragraph(f"Số: 06/KH-UBND             {PLACE}"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_who_issued_it_under_which_number_and_when(head: tuple[Paragraph | Table, ...]) -> None:
    found = reading_of(*head, *BODY).head
    assert found.issuer == "Ủy ban nhân dân phường Cam Nghĩa"
    assert (found.number, found.issued_on) == ("06/KH-UBND", date(2026, 1, 8))


def test_the_star_under_a_party_s_name_is_no_part_of_it() -> None:
    left = "ĐẢNG ỦY XÃ TÂN ĐỊNH\n*\nSố 15-KH/ĐU"
    right = "ĐẢNG CỘNG SẢN VIỆT NAM\nTân Định, ngày 26 tháng 02 năm 2026"
    found = reading_of(table_of((left, right)), *BODY).head
    assert (found.issuer, found.number) == ("Đảng ủy xã Tân Định", "15-KH/ĐU")


def test_a_signature_set_by_tabs() -> None:
    foot = ("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Lưu: VT.\tKT. CHỦ TỊCH", "\tPHÓ CHỦ TỊCH", "\tTrần Quang Huy")
    signer = reading_of(*HEADS["by tabs"], *BODY, *map(Paragraph, foot)).head.signer
    assert signer and (signer.name, signer.title) == ("Trần Quang Huy", "Phó Chủ tịch")


@pytest.mark.parametrize(
    "foot",
    [
        ("Nơi nhận: CHỦ TỊCH", "- Lưu: VT.", "Trần Quang Huy"),
        ("Nơi nhận:", "- Sở Nội vụ; TM. ỦY BAN NHÂN DÂN", "- Các phòng; CHỦ TỊCH", "- Lưu: VT, VHXH. Trần Quang Huy"),
    ],
)
def test_a_signature_on_the_lines_of_those_who_get_copies(foot: tuple[str, ...]) -> None:
    signer = reading_of(*HEADS["one table"], *BODY, *map(Paragraph, foot)).head.signer
    assert signer and (signer.name, signer.title) == ("Trần Quang Huy", "Chủ tịch")


@pytest.mark.parametrize(
    "post", ["PHÓ TRƯỞNG THUẾ CƠ SỞ", "TRƯỞNG THUẾ CƠ SỞ", "TRƯỞNG HẢI QUAN CỬA KHẨU", "PHÓ TRƯỞNG PHÒNG GIAO DỊCH"]
)
def test_heads_of_offices_of_every_kind_sign(post: str) -> None:
    foot = table_of(("Nơi nhận:\n- Lưu: VT.", f"{post}\n\n\nBùi Quốc Việt"))
    signer = reading_of(*HEADS["one table"], *BODY, foot).head.signer
    assert signer and signer.name == "Bùi Quốc Việt"


@pytest.mark.parametrize("name", ["Ban Tổ chức Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy"])
def test_the_party_s_province_is_no_place(name: str) -> None:
    left = f"ĐẢNG BỘ TỈNH LÂM ĐỒNG\n{name.upper()}\n*\nSố 18-KH/BTCTU"
    right = "ĐẢNG CỘNG SẢN VIỆT NAM\nLâm Đồng, ngày 04 tháng 02 năm 2026"
    assert reading_of(table_of((left, right)), *BODY).head.issuer == name
