import pytest

from jobs.rules.plans.secrecy import is_secret
from storage.raw_document import Cell, Paragraph, RawDocument, Row, Table


def document(*texts: str) -> RawDocument:
    return RawDocument(tuple(Paragraph(text) for text in texts), "docx")


@pytest.mark.parametrize(
    "stamp", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Mật", "MA\u0302\u0323T", "M Ậ T", "T Ố I  M Ậ T", "(MẬT)"]
)
def test_a_stamp_among_the_first_lines_is_a_mark(stamp: str) -> None:
    assert is_secret(document("UBND PHƯỜNG BA NGÒI", stamp, "KẾ HOẠCH"))
    cells = Row((Cell("UBND PHƯỜNG", 0), Cell(f"CỘNG HÒA XÃ HỘI\n{stamp}", 1)))
    assert is_secret(RawDocument((Table((cells,)),), "docx"))


@pytest.mark.parametrize(
    "text", ["Bảo vệ bí mật nhà nước", "mật", "MẬT ĐỘ DÂN SỐ", "MẶT TRẬN", "Danh mục bí mật: không"]
)
def test_words_about_secrets_are_none(text: str) -> None:
    assert not is_secret(document("UBND PHƯỜNG BA NGÒI", text, "KẾ HOẠCH"))


def test_a_stamp_far_down_is_part_of_the_text() -> None:
    assert not is_secret(document(*["Nội dung"] * 40, "MẬT"))


def test_a_stamp_in_the_margin_of_the_pages_is_a_mark() -> None:
    assert is_secret(RawDocument((Paragraph("KẾ HOẠCH"),), "docx", margins=("Trang 1", "MẬT")))
    assert not is_secret(RawDocument((Paragraph("KẾ HOẠCH"),), "docx", margins=("Trang 1",)))
