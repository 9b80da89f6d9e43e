"""Text files and pasted text as paragraphs and tables."""

import codecs

import pytest

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.plain_text import PAGE_START, read_text, text_document
from storage.raw_document import Paragraph, RawDocument

LINES = "Kế hoạch của các phòng, đơn vị thực hiện nhiệm vụ năm 2025\nVăn phòng theo dõi việc thực hiện kế hoạch"
TCVN3 = "\u00bb\u00cb"


def texts(document: RawDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def rows(document: RawDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        codecs.BOM_UTF8 + LINES.encode(),
        LINES.encode("utf-16"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
        LINES.encode("utf-16-le"),
        LINES.encode("utf-16-be"),
        LINES.replace("\n", "\r\n").encode(),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(data: bytes) -> None:
    document = read_text(data)
    assert document.kind == "text"
    assert texts(document) == LINES.split("\n")


def test_an_old_code_page_is_read_where_its_words_prove_it() -> None:
    tcvn3 = {
        "ế": 0xD5,
        "ạ": 0xB9,
        "ủ": 0xF1,
        "á": 0xB8,
        "ò": 0xDF,
        "đ": 0xAE,
        "ơ": 0xAC,
        "ị": 0xDE,
        "ự": 0xF9,
        "ệ": 0xD6,
    }
    tcvn3 |= {"ụ": 0xF4, "ă": 0xA8, "õ": 0xE2, "V": 0x56}
    data = bytes(tcvn3.get(char, ord(char) if ord(char) < 128 else 0x3F) for char in LINES)
    assert texts(read_text(data))[1].startswith("Văn phòng theo dõi việc thực hiện")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t\n", Reason.EMPTY),
        (bytes(range(256)) * 20, Reason.UNSUPPORTED),
        (b"\xff\xd8\xff\xe0" + bytes(range(128, 256)) * 9, Reason.UNSUPPORTED),
        (b"a\n" * 70_000, Reason.TOO_LARGE),
        (b"a" * 3_000_001, Reason.TOO_LARGE),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_text(data)
    assert refused.value.reason is reason


def test_blank_lines_go_and_a_new_page_is_marked() -> None:
    document = text_document("Dòng một\n\nDòng hai\n\fTrang hai\n")
    assert list(document.blocks) == [
        Paragraph("Dòng một", "dòng 1"),
        Paragraph("Dòng hai", "dòng 3"),
        Paragraph("Trang hai", "dòng 5", style=PAGE_START),
    ]


def test_tabs_make_rows_and_lines_that_go_on_stay_in_their_cell() -> None:
    document = text_document(
        "STT\tNhiệm vụ\tKết quả\n1\tKiểm tra\ncông vụ\t- Kế hoạch\n- Báo cáo\n2\tTập huấn\t\nCuối bảng"
    )
    assert rows(document) == [
        ["STT", "Nhiệm vụ", "Kết quả"],
        ["1", "Kiểm tra\ncông vụ", "- Kế hoạch\n- Báo cáo"],
        ["2", "Tập huấn", ""],
    ]
    assert texts(document) == ["Cuối bảng"]


@pytest.mark.parametrize(
    "text",
    [
        "| STT | Nhiệm vụ | Chủ trì |\n|---|:---:|---|\n| 1 | Báo cáo<br>quý | **Văn phòng** |",
        "STT | Nhiệm vụ | Chủ trì\n--- | --- | ---\n1 | Báo cáo<br>quý | Văn phòng",
        'STT;Nhiệm vụ;Chủ trì\n1;"Báo cáo\nquý";Văn phòng',
    ],
)
def test_other_signs_cut_cells_too(text: str) -> None:
    assert rows(text_document(text)) == [["STT", "Nhiệm vụ", "Chủ trì"], ["1", "Báo cáo\nquý", "Văn phòng"]]


def test_quoted_commas_of_a_spreadsheet_stay_in_their_cell() -> None:
    document = text_document('STT,Nhiệm vụ,Chủ trì\n1,"Báo cáo quý, năm",Văn phòng\n2,Kiểm tra,"Phòng A, phòng B"\n')
    assert rows(document)[1:] == [["1", "Báo cáo quý, năm", "Văn phòng"], ["2", "Kiểm tra", "Phòng A, phòng B"]]


def test_prose_with_semicolons_and_commas_is_no_table() -> None:
    text = "Thực hiện các việc: một; hai; ba; bốn.\nVăn phòng, Công an phường, các phòng thực hiện.\nHết; rồi; nhé."
    assert not list(text_document(text).tables)


def test_a_pasted_letterhead_and_signature_of_two_cells_are_no_rows_of_the_table() -> None:
    head = ["UBND XÃ AN HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-UBND\tAn Hải, ngày 02 tháng 3 năm 2026"]
    table = ["TT\tNhiệm vụ\tChủ trì", "1\tRà soát\tVăn phòng", "2\tBáo cáo\tPhòng Kinh tế"]
    text = "\n".join([*head, "KẾ HOẠCH", *table, "Trên đây là Kế hoạch./.", "Nơi nhận:\tCHỦ TỊCH"])
    document = text_document(text)
    widths = [(table.width, len(table.rows)) for table in document.tables]
    assert widths == [(2, 2), (3, 3), (2, 1)]
    assert [paragraph.text for paragraph in document.paragraphs] == ["KẾ HOẠCH", "Trên đây là Kế hoạch./."]
