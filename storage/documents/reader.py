"""Bytes of a file to paragraphs and rows."""

from storage.documents.docx import read_docx
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import kind_of
from storage.documents.xlsx import read_xlsx
from storage.raw_document import RawDocument

_READERS = {"docx": read_docx, "xlsx": read_xlsx}


def read_document(data: bytes, filename: str) -> RawDocument:
    """Paragraphs and tables of a Word or Excel file, in order.

    `filename` only serves to tell an unsupported kind of file from a broken one. Raises UnreadableFile.
    """
    try:
        kind = kind_of(data)
    except UnreadableFile as error:
        broken = error.reason is Reason.UNSUPPORTED and filename.lower().endswith((".docx", ".xlsx"))
        if broken:
            raise UnreadableFile(Reason.BROKEN) from error
        raise
    try:
        return _READERS[kind](data)
    except UnreadableFile:
        raise
    except Exception as error:  # the parsers raise anything on a damaged part
        raise UnreadableFile(Reason.BROKEN) from error
