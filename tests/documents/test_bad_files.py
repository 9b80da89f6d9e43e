"""Files that cannot be read: each says why, in bounded time and memory, and nothing outside them is opened."""

import io
import socket
import struct
import time
import zipfile
from collections.abc import Callable, Iterator

import pytest

from storage.documents.errors import Reason, UnreadableFile
from tests.documents.office_files import docx_holding, odt_holding, p, read, sheet_of, tbl, tc, tr, with_part, zip_of

MB = 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
DOCX, XLSX = docx_holding(p("Kế hoạch")), sheet_of(("TT", "Nhiệm vụ", "Hạn"))


def utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 40
UNREADABLE: list[tuple[str, bytes, Reason]] = [
    ("rong.docx", b"", Reason.EMPTY),
    ("rong.docx", b"\0\0\n", Reason.EMPTY),
    ("cat.docx", DOCX[: len(DOCX) // 2], Reason.BROKEN),
    ("cat.xlsx", XLSX[:-30], Reason.BROKEN),
    ("hong.docx", b"PK\x03\x04 hong", Reason.BROKEN),
    ("khac.docx", b"khong phai zip", Reason.BROKEN),
    ("anh.docx", b"\x89PNG\r\n\x1a\n" + b"x" * 99, Reason.PICTURE),
    ("anh.xlsx", b"\xff\xd8\xff\xe0" + b"x" * 99, Reason.PICTURE),
    ("anh.docx", b"GIF89a" + b"x" * 99, Reason.PICTURE),
    ("anh.docx", b"RIFF\x10\0\0\0WEBPVP8 ", Reason.PICTURE),
    ("anh.docx", b"BM\x10\0\0\0\0\0\0\0" + b"x" * 99, Reason.PICTURE),
    ("anh.docx", HEIC, Reason.PICTURE),
    ("phim.mp4", HEIC.replace(b"heic", b"isom"), Reason.UNSUPPORTED),
    ("ke-hoach.rar", b"Rar!\x1a\x07\0", Reason.FOREIGN),
    ("ke-hoach.zip", zip_of({"ke-hoach.docx": DOCX}), Reason.FOREIGN),
    ("ke-hoach.rtf", b"{\\rtf1\\ansi Ke hoach}", Reason.UNSUPPORTED),
    ("ke-hoach.doc", b"<html><body><table></table></body></html>", Reason.UNSUPPORTED),
    ("ke-hoach.xls", b'<?xml version="1.0"?><Workbook/>', Reason.UNSUPPORTED),
    ("trinh-chieu.pptx", zip_of({"ppt/presentation.xml": b"<a/>"}), Reason.UNSUPPORTED),
    ("nhi-phan.xlsb", zip_of({"xl/workbook.bin": b"a"}), Reason.UNSUPPORTED),
    (
        "ve.odg",
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.graphics", "content.xml": b"<a/>"}),
        Reason.UNSUPPORTED,
    ),
    ("trinh-chieu.ppt", OLE + utf16("PowerPoint Document"), Reason.UNSUPPORTED),
    ("mat.docx", OLE + utf16("EncryptedPackage"), Reason.PASSWORD),
    ("thieu.docx", zip_of({"word/document.xml": b"<a/>"}), Reason.BROKEN),
    ("thieu.xlsx", zip_of({"xl/workbook.xml": b"<a/>", "xl/sharedStrings.xml": b"<a/>"}), Reason.BROKEN),
]


@pytest.mark.parametrize(
    ("name", "data", "reason"), UNREADABLE, ids=[f"{name}-{reason}" for name, _, reason in UNREADABLE]
)
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, reason: Reason) -> None:
    assert reason_of(data, name) is reason


def reason_of(data: bytes, name: str = "tep.docx") -> Reason:
    """Why it is unreadable; at most five seconds of computing may go by."""
    start = time.process_time()
    with pytest.raises(UnreadableFile) as raised:
        read(data, name)
    assert time.process_time() - start < 20
    return raised.value.reason


def test_a_file_over_twenty_megabytes_is_not_looked_into() -> None:
    assert reason_of(b"PK" + b"x" * (20 * MB)) is Reason.TOO_LARGE


def bomb(parts: int = 7) -> bytes:
    """210 MB of blanks in about 200 KB."""
    return zip_of({f"word/media/{n}.bmp": b" " * (30 * MB) for n in range(parts)})


def with_false_sizes(data: bytes) -> bytes:
    """Every header says that its part unpacks to 100 bytes."""
    out = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        found = out.find(sign)
        while found >= 0:
            struct.pack_into("<I", out, found + at, 100)
            found = out.find(sign, found + 1)
    return bytes(out)


def with_one_part_named_often(data: bytes, times: int) -> bytes:
    """Many entries of the directory point to the same packed bytes."""
    directory = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entries = data[directory:end] * times
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times, times, len(entries), directory, 0)
    return data[:directory] + entries + tail


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (bomb, Reason.UNSAFE),
        (lambda: with_false_sizes(bomb()), Reason.UNSAFE),
        (lambda: with_false_sizes(bomb(1)), Reason.UNSAFE),
        (lambda: with_one_part_named_often(bomb(1), 9), Reason.UNSAFE),
        (lambda: zip_of({f"word/{n}.xml": b"<a/>" for n in range(5001)}), Reason.UNSAFE),
        (lambda: zip_of({"1.zip": zip_of({"2.zip": bomb(1)})}), Reason.FOREIGN),
        (lambda: zip_of({"word/document.xml": b"<a>" * 400_000}), Reason.BROKEN),
    ],
    ids=["honest", "false sizes", "one false size", "overlapping", "many parts", "nested", "deep"],
)
def test_zip_bombs(make: Callable[[], bytes], reason: Reason) -> None:
    assert reason_of(make()) is reason


def test_a_packing_that_no_office_program_uses_is_broken() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", b" " * MB)
    assert reason_of(out.getvalue()) is Reason.BROKEN


def test_a_zip_with_a_password_asks_for_it() -> None:
    data = bytearray(DOCX)
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert reason_of(bytes(data)) is Reason.PASSWORD


BOMB = """<?xml version="1.0"?>{0}<!DOCTYPE a [<!ENTITY b "bom"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>"""
ENCODINGS = {
    "utf-8": BOMB.format("").encode(),
    "utf-16": BOMB.format("").encode("utf-16"),
    "utf-16 without BOM": BOMB.format("").encode("utf-16-be"),
    "behind a comment": BOMB.format(f"<!--{'x' * 10_000}-->").encode(),
    "behind a long comment": BOMB.format(f"<!--{'x' * 2 * MB}-->").encode(),
}
PARTS = [
    *(
        (DOCX, name)
        for name in ("word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml", "docProps/app.xml")
    ),
    *(
        (XLSX, name)
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")
    ),
    *((odt_holding("<text:p>a</text:p>"), name) for name in ("content.xml", "styles.xml", "META-INF/manifest.xml")),
]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_document_type_is_unsafe_in_every_encoding(encoding: str) -> None:
    assert reason_of(with_part(DOCX, "word/document.xml", lambda _: ENCODINGS[encoding])) is Reason.UNSAFE


@pytest.mark.parametrize(("data", "part"), PARTS, ids=[part for _, part in PARTS])
def test_a_document_type_is_unsafe_in_every_part(data: bytes, part: str) -> None:
    assert reason_of(with_part(data, part, lambda _: ENCODINGS["utf-8"])) is Reason.UNSAFE


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32", "khong-co"])
def test_an_encoding_that_could_hide_one_is_broken(encoding: str) -> None:
    text = BOMB.format("").replace('"1.0"', f'"1.0" encoding="{encoding}"')
    data = text.encode(encoding if encoding != "khong-co" else "utf-8")
    assert reason_of(with_part(DOCX, "word/document.xml", lambda _: data)) in (Reason.BROKEN, Reason.UNSAFE)


def test_a_hundred_thousand_empty_rows_are_too_long() -> None:
    row = tr(*[tc()] * 5)
    many = with_part(
        docx_holding(tbl(row)),
        "word/document.xml",
        lambda xml: xml.replace(b"</w:tbl>", row.encode() * 100_000 + b"</w:tbl>"),
    )
    assert reason_of(many) is Reason.TOO_LONG


def test_hundreds_of_thousands_of_empty_paragraphs_are_bounded() -> None:
    many = with_part(DOCX, "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 300_000))
    start = time.process_time()
    read(many)
    assert time.process_time() - start < 20


@pytest.mark.parametrize("depth", [30, 80, 3000])
def test_tables_inside_tables_inside_tables(depth: int) -> None:
    opening, closing = b"<w:tbl><w:tr><w:tc/><w:tc><w:p/>", b"</w:tc></w:tr></w:tbl>"
    inside = b"<w:p><w:r><w:t>het</w:t></w:r></w:p>"
    nested = opening * depth + inside + closing * depth
    data = with_part(DOCX, "word/document.xml", lambda xml: xml.replace(b"<w:body>", b"<w:body>" + nested))
    start = time.process_time()
    try:
        [table] = read(data).tables
        assert table.rows[0].text == "het"
    except UnreadableFile as error:
        assert (error.reason, depth) == (Reason.BROKEN, 3000)
    assert time.process_time() - start < 20


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield


@pytest.mark.usefixtures("no_network")
def test_what_lies_outside_the_file_is_never_fetched() -> None:
    link = b'<Relationship Id="rX" Type="t/%s" Target="http://example.org/x" TargetMode="External"/></Relationships>'

    def linking(data: bytes, part: str, link_type: bytes) -> bytes:
        return with_part(data, part, lambda xml: xml.replace(b"</Relationships>", link % link_type))

    for link_type in (b"image", b"attachedTemplate", b"styles", b"numbering"):
        assert read(linking(DOCX, "word/_rels/document.xml.rels", link_type)).blocks
    for link_type in (b"sharedStrings", b"externalLink"):
        assert read(linking(XLSX, "xl/_rels/workbook.xml.rels", link_type)).blocks
    image = (
        '<draw:frame><draw:image xmlns:x="http://www.w3.org/1999/xlink" x:href="http://example.org/x"/></draw:frame>'
    )
    assert read(odt_holding(f"<text:p>a{image}</text:p>")).blocks


def test_parts_may_not_lead_out_of_the_package() -> None:
    data = with_part(DOCX, "_rels/.rels", lambda xml: xml.replace(b"word/document.xml", b"../../etc/passwd"))
    assert [block.text for block in read(data).paragraphs][:1] == ["Kế hoạch"]
