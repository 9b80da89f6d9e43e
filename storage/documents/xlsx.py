"""Excel files: every visible sheet. What is not read, or read though hidden, is told."""

from collections.abc import Iterator
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from storage.documents.package import Package
from storage.documents.sheet_blocks import Sheet, blocks_of
from storage.documents.sheet_notes import told
from storage.documents.xlsx_sheet import Book, SheetWalk, StringsWalk
from storage.documents.xml_events import walk
from storage.raw_document import RawDocument


def read_xlsx(data: bytes) -> RawDocument:
    """Raises UnreadableFile(TOO_LONG), or whatever the parsers raise on a damaged part."""
    with Package(data) as package:
        main = package.related_part("", "officeDocument") or "xl/workbook.xml"
        workbook = package.tree(main)
        book = _book(package, main, workbook)
        sheets: list[Sheet] = []
        unread: list[str] = []
        links = package.related(main)
        for sheet in workbook.find("{*}sheets").iterfind("{*}sheet"):
            kind, part = links[_link_id(sheet)]
            if kind != "worksheet":  # a sheet that is one chart
                continue
            if sheet.get("state", "visible") != "visible":
                unread.append(sheet.get("name", ""))
                continue
            sheets.append(Sheet(f"Trang “{sheet.get('name')}”"))
            with package.stream(part) as stream:
                walk(stream, SheetWalk(sheets[-1], book))
    return RawDocument(tuple(blocks_of(sheets)), "xlsx", tuple(told(sheets, unread)))


def _link_id(sheet: Any) -> str:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")


def _book(package: Package, main: str, workbook: Any) -> Book:
    strings = StringsWalk()
    part = package.related_part(main, "sharedStrings")
    if part:
        with package.stream(part) as stream:
            walk(stream, strings)
    styles = package.related_part(main, "styles")
    formats = list(_formats(package.tree(styles))) if styles else []
    properties = workbook.find("{*}workbookPr")
    old_mac = properties is not None and properties.get("date1904") in ("1", "true")
    return Book(strings.strings, formats, MAC_EPOCH if old_mac else WINDOWS_EPOCH)


def _formats(styles: Any) -> Iterator[str]:
    """Number formats in the order in which cells name them."""
    own = {form.get("numFmtId"): form.get("formatCode", "") for form in styles.iterfind("{*}numFmts/{*}numFmt")}
    for style in styles.iterfind("{*}cellXfs/{*}xf"):
        number = style.get("numFmtId", "0")
        yield own.get(number) or BUILTIN_FORMATS.get(int(number), "General")
