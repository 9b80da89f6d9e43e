"""Bytes of a file to paragraphs and rows."""

from pathlib import PurePath

from storage.documents.delimited import read_delimited
from storage.documents.docx import read_docx
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.ods import read_ods
from storage.documents.odt import read_odt
from storage.documents.old_doc import converted
from storage.documents.package import kind_of
from storage.documents.pdf import read_pdf
from storage.documents.plain_text import read_text
from storage.documents.xlsx import read_xlsx
from storage.raw_document import RawDocument

_READERS = {
    "docx": read_docx,
    "xlsx": read_xlsx,
    "odt": read_odt,
    "ods": read_ods,
    "pdf": read_pdf,
    "csv": read_delimited,
    "text": read_text,
}
_OLD = {"doc", "xls"}
_DELIMITED = {".csv", ".tsv"}
_NEVER_TEXT = {".docx", ".xlsx", ".odt", ".ods", ".pdf", ".doc", ".xls"}


def read_document(data: bytes, filename: str) -> RawDocument:
    """Paragraphs and tables of a file, in order.

    `filename` only serves to tell a table in plain text from other text, and a broken file from one of another kind.
    Raises UnreadableFile.
    """
    try:
        kind = kind_of(data)
        if kind in _OLD:
            data = converted(data, kind)
            kind = kind_of(data)
        if kind == "text":
            kind = _text_kind(filename)
        return _READERS[kind](data)
    except UnreadableFile:
        raise
    except Exception as error:  # the parsers raise anything on a damaged part
        raise UnreadableFile(Reason.BROKEN) from error


def _text_kind(filename: str) -> str:
    suffix = PurePath(filename).suffix.lower()
    if suffix in _NEVER_TEXT:
        raise UnreadableFile(Reason.BROKEN)
    return "csv" if suffix in _DELIMITED else "text"
