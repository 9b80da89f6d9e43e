"""Office files built in the test, and ways to damage them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from storage.documents.reader import read_document
from storage.raw_document import RawDocument, Row

NAMESPACES = (
    f'{nsdecls("w", "a", "m")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in [(n, n) for n in ("office", "text", "table", "style")] + [("draw", "drawing")]
)


def docx_of(fill: Callable[[Any], None]) -> bytes:
    document = Document()
    fill(document)
    return _saved(document)


def docx_holding(*body: str, styles: str = "", numbering: str = "") -> bytes:
    """A Word file with this WordprocessingML in its body, and more in the two other parts."""

    def fill(document: Any) -> None:
        for n, element in enumerate(_elements("".join(body))):
            document.element.body.insert(n, element)
        document.styles.element.extend(_elements(styles))
        if numbering:
            lists = document.part.numbering_part.element
            for child in list(lists):
                lists.remove(child)
            lists.extend(_elements(numbering))

    return docx_of(fill)


def _elements(xml: str) -> list[Any]:
    return list(parse_xml(f"<w:wrap {NAMESPACES}>{xml}</w:wrap>"))


def p(text: str = "", properties: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{run}</w:p>"


def tc(*content: str, properties: str = "") -> str:
    """A cell; what is no XML becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else p(one) for one in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def xlsx_of(fill: Callable[[Any], None]) -> bytes:
    """`fill` gets the workbook; its first sheet is active."""
    book = Workbook()
    fill(book)
    return _saved(book)


def sheet_of(*rows: tuple[object, ...]) -> bytes:
    return xlsx_of(lambda book: [book.active.append(row) for row in rows])


def odt_holding(body: str, automatic_styles: str = "", **parts: bytes) -> bytes:
    return _odf("text", body, automatic_styles, parts)


def ods_holding(body: str, automatic_styles: str = "") -> bytes:
    return _odf("spreadsheet", body, automatic_styles, {})


def _odf(kind: str, body: str, automatic_styles: str, parts: Mapping[str, bytes]) -> bytes:
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{automatic_styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zip_of({"mimetype": mimetype, "content.xml": content.encode(), **parts})


def zip_of(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same package with one part changed, or added."""
    parts = parts_of(data)
    return zip_of({**parts, name: change(parts.get(name, b""))})


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes, name: str = "tep") -> RawDocument:
    return read_document(data, name)


def rows(data: bytes, name: str = "tep") -> list[list[str]]:
    """Texts of all rows of all tables."""
    return [texts(row) for table in read(data, name).tables for row in table.rows]


def texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read(data).paragraphs if paragraph.text]
