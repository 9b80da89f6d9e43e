"""CSV and TSV as spreadsheets save them, in the encodings of Vietnamese offices."""

import codecs
import unicodedata

import pytest

from storage.documents.errors import Reason, UnreadableFile
from tests.documents.office_files import read, rows

TABLE = [
    ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
    ["1", "Báo cáo kết quả thực hiện kế hoạch của phòng", "Văn phòng", "Quý I/2026"],
    ["2", "Tổ chức hội nghị và tập huấn", "Phòng Kinh tế", "Trong năm 2026"],
]


def saved(delimiter: str = ",") -> str:
    return "\r\n".join(delimiter.join(row) for row in TABLE) + "\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    assert rows(saved(delimiter).encode(), "a.csv") == TABLE


@pytest.mark.parametrize(
    "data",
    [
        saved().encode("utf-8"),
        saved().encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + saved().encode("utf-16-le"),
        codecs.BOM_UTF16_BE + saved().encode("utf-16-be"),
        saved().encode("utf-16-le"),
        saved().encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with BOM", "utf-16 le", "utf-16 be", "utf-16 le without BOM", "utf-16 be without BOM"],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert rows(data, "a.csv") == TABLE


def as_windows_1258(text: str) -> bytes:
    """This code page has the five tone marks as signs of their own, behind the letter."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    out = ""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        out += letter + "".join(part for part in parts if part in tones)
    return out.encode("cp1258")


def test_windows_1258_is_found_by_its_words() -> None:
    assert rows(as_windows_1258(saved()), "a.csv") == TABLE


SHORT = [["Tên việc", "Hạn chót"], ["Sửa máy chủ", "Thứ bảy"]]


def test_windows_1258_is_found_in_a_short_file_by_its_syllables() -> None:
    text = "\r\n".join(",".join(row) for row in SHORT)
    assert rows(as_windows_1258(text), "a.csv") == SHORT


@pytest.mark.parametrize(
    "data",
    [
        "Année,Été\r\nDécembre,Élèves à l'école\r\nFête,Café crème\r\n".encode("latin-1"),
        "Größe,Straße\r\nMüller,Übung für Schüler\r\nKöln,Düsseldorf\r\n".encode("latin-1"),
        "Keá hoaïch coâng taùc,Ñôn vò chuû trì\r\nBaùo caùo keát quaû thöïc hieän,Vaên phoøng\r\n".encode("cp1252"),
    ],
    ids=["French", "German", "VNI fonts"],
)
def test_other_languages_and_fonts_are_not_taken_for_vietnamese(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(data, "a.csv")
    assert raised.value.reason is Reason.UNSUPPORTED


def test_quoted_cells_hold_line_ends_delimiters_and_quotes() -> None:
    data = 'TT,Nhiệm vụ,Hạn\r\n1,"- Báo cáo;\n- Tờ ""trình"", kèm phụ lục",Quý I\r\n'.encode()
    assert rows(data, "a.csv")[1] == ["1", '- Báo cáo;\n- Tờ "trình", kèm phụ lục', "Quý I"]


def test_commas_inside_cells_do_not_win_over_semicolons() -> None:
    data = "TT;Nhiệm vụ, giải pháp;Hạn\n1;Báo cáo, tổng hợp, gửi;Quý I\n2;Rà soát;Quý II, III\n".encode()
    assert rows(data, "a.csv")[2] == ["2", "Rà soát", "Quý II, III"]


def test_excel_names_the_delimiter_itself() -> None:
    assert rows(("sep=;\r\n" + saved(";")).encode(), "a.csv") == TABLE


def test_rows_of_different_length_and_lines_around_the_table() -> None:
    data = "KẾ HOẠCH NĂM 2026,,,\nTT,Nhiệm vụ,Chủ trì,Hạn\n1,Báo cáo,VP,Quý I,ghi chú\n2,Hội nghị\n\nTổng cộng: 2 nhiệm vụ\n".encode()
    assert rows(data, "a.csv") == [
        ["TT", "Nhiệm vụ", "Chủ trì", "Hạn", ""],
        ["1", "Báo cáo", "VP", "Quý I", "ghi chú"],
        ["2", "Hội nghị", "", "", ""],
    ]
    assert [paragraph.text for paragraph in read(data, "a.csv").paragraphs] == [
        "KẾ HOẠCH NĂM 2026",
        "Tổng cộng: 2 nhiệm vụ",
    ]


def test_places_are_the_lines_of_the_sheet() -> None:
    [table] = read(saved().encode(), "a.csv").tables
    assert [row.place for row in table.rows] == ["dòng 1", "dòng 2", "dòng 3"]


def test_what_was_merged_is_merged_again() -> None:
    data = "STT,,Nhiệm vụ,Hạn\nI. CẢI CÁCH HÀNH CHÍNH,,,\n1,1,Báo cáo,Quý I\n2,2,Hội nghị,Quý II\n".encode()
    [table] = read(data, "a.csv").tables
    assert [(cell.text, cell.column_span) for cell in table.rows[0].cells] == [("STT", 2), ("Nhiệm vụ", 1), ("Hạn", 1)]
    assert [(cell.text, cell.column_span) for cell in table.rows[1].cells] == [("I. CẢI CÁCH HÀNH CHÍNH", 4)]


def test_a_quote_that_is_never_closed_is_a_plain_sign() -> None:
    data = 'TT,Nhiệm vụ,Hạn\n1,"Báo cáo,Quý I\n2,Hội nghị,Quý II\n'.encode()
    assert [row[0] for row in rows(data, "a.csv")] == ["TT", "1", "2"]


@pytest.mark.parametrize("data", [b"1,2,3,4,5,6,7,8,9,10\n" * 21_000, b"a\n" * 100_001, b"x" * 5_000_001])
def test_more_than_any_plan_has_is_too_long(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(data, "a.csv")
    assert raised.value.reason is Reason.TOO_LONG
