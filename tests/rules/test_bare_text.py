"""Which texts lack accents, and which are the same with them."""

import pytest

from jobs.rules.bare_text import is_bare, is_mended_form


@pytest.mark.parametrize(
    "text",
    ["dang 12 tin 3 bai", "da hop voi cac phong", "cho so huong dan", "Dang lay y kien cac phong", "hoan thanh 3 lop"],
)
def test_bare(text: str) -> None:
    assert is_bare(text)


@pytest.mark.parametrize(
    "text",
    [
        "đăng 12 tin, 3 bài",
        "60%",
        "",
        "9 tin",
        "KH 45/KH-UBND",
        "45/KH-UBND ngay",
        "https://abc.gov.vn/tin/bai-viet-moi",
        "dang lấy ý kiến",
        "xong",
        "12/15 TTHC",
    ],
)
def test_not_bare(text: str) -> None:
    assert not is_bare(text)


@pytest.mark.parametrize(
    ("bare", "mended", "same"),
    [
        ("dang 12 tin 3 bai", "đăng 12 tin, 3 bài", True),
        ("cho so hd", "chờ Sở hướng dẫn", True),
        ("dang lay y kien cac phong", "Đang lấy ý kiến các phòng, đơn vị", True),
        ("dang 12 tin 3 bai", "tổ chức hội nghị tổng kết toàn phường", False),
    ],
)
def test_the_same_with_accents(bare: str, mended: str, same: bool) -> None:
    assert is_mended_form(bare, mended) is same
