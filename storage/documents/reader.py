"""Bytes of a file to paragraphs and rows."""

from importlib import import_module
from pathlib import PurePath
from typing import Any

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import kind_of
from storage.raw_document import RawDocument

#: Kind of file → module here and its function; the parsers load slowly, so only the one needed is imported.
_READERS = {
    "docx": ("docx", "read_docx"),
    "xlsx": ("xlsx", "read_xlsx"),
    "odt": ("odt", "read_odt"),
    "ods": ("ods", "read_ods"),
    "pdf": ("pdf", "read_pdf"),
    "csv": ("delimited", "read_delimited"),
    "text": ("plain_text", "read_text"),
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
            data = _read_by("old_doc", "converted", data, kind)
            kind = kind_of(data)
        if kind == "text":
            kind = _text_kind(filename)
        document: RawDocument = _read_by(*_READERS[kind], data)
        return document
    except UnreadableFile:
        raise
    except Exception as error:  # the parsers raise anything on a damaged part
        raise UnreadableFile(Reason.BROKEN) from error


def _read_by(module: str, function: str, *args: object) -> Any:
    return getattr(import_module(f"storage.documents.{module}"), function)(*args)


def _text_kind(filename: str) -> str:
    suffix = PurePath(filename).suffix.lower()
    if suffix in _NEVER_TEXT:
        raise UnreadableFile(Reason.BROKEN)
    return "csv" if suffix in _DELIMITED else "text"
