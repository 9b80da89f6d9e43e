"""Looks into an uploaded file before any parser touches it: its kind, its size unpacked, entities in its XML."""

import zipfile
import zlib
from io import BytesIO

from storage.documents.errors import Reason, UnreadableFile

MAX_BYTES = 20 * 1024 * 1024
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_PARTS = 5000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def kind_of(data: bytes) -> str:
    """ "docx" or "xlsx", from what the file holds; its name may lie. Raises UnreadableFile."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFile(Reason.EMPTY)
    if len(data) > MAX_BYTES:
        raise UnreadableFile(Reason.TOO_LARGE)
    if data.startswith(_OLE):
        raise UnreadableFile(Reason.PASSWORD if _ENCRYPTED in data else Reason.OLD_FORMAT)
    if not data.startswith(b"PK"):
        raise UnreadableFile(Reason.UNSUPPORTED)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_parts(package)
            return _kind(set(package.namelist()))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(Reason.BROKEN) from error


def _kind(names: set[str]) -> str:
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFile(Reason.UNSUPPORTED)
    raise UnreadableFile(Reason.FOREIGN)


def _check_parts(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise UnreadableFile(Reason.UNSAFE)
    for part in parts:
        if part.flag_bits & 1:
            raise UnreadableFile(Reason.PASSWORD)
        if part.filename.endswith((".xml", ".rels")):
            _check_entities(package, part)


def _check_entities(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    # Office never writes a DTD; one in another encoding cannot hide, since it would need UTF-16 with a BOM.
    with package.open(part) as stream:
        start = stream.read(4096)
    plain = start.replace(b"\0", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableFile(Reason.UNSAFE)
