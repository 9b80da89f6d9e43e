"""Files as people send them: merged cells, tracked changes, damaged files, files of another kind."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.reader import read_document
from storage.raw_document import Table


def _docx(fill: Callable[..., None]) -> bytes:
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _zip(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
UNREADABLE = [
    ("tep.docx", b"", Reason.EMPTY),
    ("tep.docx", b"\0\0\n", Reason.EMPTY),
    ("tep.docx", b"PK\x03\x04 hong", Reason.BROKEN),
    ("tep.docx", b"khong phai zip", Reason.BROKEN),
    ("tep.pdf", b"%PDF-1.7 ...", Reason.UNSUPPORTED),
    ("anh.jpg", b"\xff\xd8\xff\xe0....", Reason.UNSUPPORTED),
    ("cu.doc", OLE, Reason.OLD_FORMAT),
    ("mat.docx", OLE + "EncryptedPackage".encode("utf-16-le"), Reason.PASSWORD),
    ("khac.docx", _zip(a_xml=b"<a/>"), Reason.FOREIGN),
    ("lon.docx", b"PK" + b"x" * (20 * 1024 * 1024), Reason.TOO_LARGE),
    ("bom.docx", _zip(word__document_xml=b" " * (201 * 1024 * 1024)), Reason.UNSAFE),
    ("xxe.docx", _zip(word__document_xml=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'), Reason.UNSAFE),
    ("thieu.docx", _zip(word__document_xml=b"<a/>"), Reason.BROKEN),
    ("van-ban.odt", _zip(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<a/>"), Reason.UNSUPPORTED),
]


@pytest.mark.parametrize(("name", "data", "reason"), UNREADABLE, ids=[f"{n}-{r}" for n, _, r in UNREADABLE])
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_document(data, name)
    assert raised.value.reason is reason


def test_a_cut_off_word_file_is_broken() -> None:
    whole = _docx(lambda document: document.add_paragraph("Kế hoạch"))
    with pytest.raises(UnreadableFile) as raised:
        read_document(whole[: len(whole) // 2], "ke-hoach.docx")
    assert raised.value.reason is Reason.BROKEN


def test_merged_cells_keep_their_grid_columns_and_a_vertical_merge_goes_on() -> None:
    def fill(document) -> None:
        table = document.add_table(rows=3, cols=3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "Số TT"
        table.cell(1, 2).text = "Văn phòng"
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(1, 0).text, table.cell(2, 0).text = "1", "2"

    [table] = read_document(_docx(fill), "a.docx").tables
    assert [(cell.column, cell.column_span) for cell in table.rows[0].cells] == [(0, 2), (2, 1)]
    assert table.rows[2].cells[2].continued
    assert table.rows[2].cells[2].text == "Văn phòng"
    assert table.rows[2].text == "2"
    assert table.rows[1].place == "Bảng 1, dòng 2"


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    def fill(document) -> None:
        paragraph = document.add_paragraph("Hạn ")
        for tag, text_tag, text in (("w:del", "w:delText", "30/11"), ("w:ins", "w:t", "15/12")):
            change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
            words.text = text
            run.append(words)
            change.append(run)
            paragraph._p.append(change)

    [paragraph] = read_document(_docx(fill), "a.docx").paragraphs
    assert paragraph.text == "Hạn 15/12"


def test_automatic_list_marks_are_written_out() -> None:
    def fill(document) -> None:
        document.add_paragraph("Một", style="List Number")
        for text in ("Hai", "Ba"):
            paragraph = document.add_paragraph(text)
            properties = paragraph._p.get_or_add_pPr()
            style = document.styles["List Bullet"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            number = OxmlElement("w:numPr")
            number.append(style.find(qn("w:numId")).__copy__())
            properties.append(number)

    texts = [paragraph.text for paragraph in read_document(_docx(fill), "a.docx").paragraphs]
    assert texts[1:] == ["- Hai", "- Ba"]


def test_a_sheet_gives_title_lines_a_table_and_closing_lines() -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "KẾ HOẠCH"
    for row in (
        (),
        ("TT", "Nhiệm vụ", "Thời hạn"),
        (1, "Báo cáo", date(2025, 12, 5)),
        (2, "Tỷ lệ", 0.8),
        (),
        ("Tổng cộng: 2 nhiệm vụ",),
    ):
        sheet.append(row)
    sheet["C5"].number_format = "0%"
    out = io.BytesIO()
    book.save(out)
    first, table, last = read_document(out.getvalue(), "a.xlsx").blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["1", "Báo cáo", "05/12/2025"],
        ["2", "Tỷ lệ", "80%"],
    ]
    assert (first.text, last.text) == ("KẾ HOẠCH", "Tổng cộng: 2 nhiệm vụ")
