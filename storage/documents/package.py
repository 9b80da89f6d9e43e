"""Looks into an uploaded file before any parser touches it: its kind, its size unpacked, entities in its XML."""

import copy
import posixpath
import zipfile
from io import BytesIO
from typing import IO, Any, Self
from xml.parsers import expat

from storage.documents.errors import Reason, UnreadableFile

MAX_BYTES = 20 * 1024 * 1024
_MAX_UNPACKED = 200 * 1024 * 1024
_MAX_PARTS = 5000
_MAX_MARKS = 800_000  # elements and attributes of a tree, some 200 bytes each; a row of a Word table has about 200
_CHUNK = 1024 * 1024

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED, _WORD, _SLIDES = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument", "PowerPoint Document")
)
_EXCEL = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a")
_PHONE_PICTURES = (b"ftyphei", b"ftyphev", b"ftypmif1", b"ftypavif")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"{\\rtf", b"mime-version")  # what old programs save as .doc
_ODF_KINDS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}

# "Strict Open XML" is the same format under other names.
_STRICT_WORD = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD_NAMES = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def kind_of(data: bytes) -> str:
    """ "docx", "xlsx", "odt", "ods", "doc", "xls", "pdf", else "text"; from what the file holds, since its name may lie.

    Raises UnreadableFile, or whatever `zipfile` raises on a damaged package.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableFile(Reason.TOO_LARGE)
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFile(Reason.EMPTY)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if _is_picture(data):
        raise UnreadableFile(Reason.PICTURE)
    if data.startswith(_ARCHIVES):
        raise UnreadableFile(Reason.FOREIGN)
    if data.startswith(b"PK"):
        with Package(data) as package:
            package.check()
            return package.kind()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.lstrip()[:20].lower().startswith(_MARKUP):
        raise UnreadableFile(Reason.UNSUPPORTED)
    return "text"


def _is_picture(data: bytes) -> bool:
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    return webp or bitmap or data.startswith(_PICTURES) or data[4:].startswith(_PHONE_PICTURES)


def _ole_kind(data: bytes) -> str:
    if _ENCRYPTED in data:
        raise UnreadableFile(Reason.PASSWORD)
    if _WORD in data:
        return "doc"
    if any(name in data for name in _EXCEL):
        return "xls"
    raise UnreadableFile(Reason.UNSUPPORTED if _SLIDES in data else Reason.OLD_FORMAT)


class Package:
    """A zipped office file as named parts. Nothing outside it is ever opened: links are only names here."""

    def __init__(self, data: bytes) -> None:
        if data.count(b"PK\x01\x02") > _MAX_PARTS:
            raise UnreadableFile(Reason.UNSAFE)
        self._archive = zipfile.ZipFile(BytesIO(data))
        self.names = frozenset(self._archive.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def kind(self) -> str:
        folders = {name.split("/")[0] for name in self.names if "/" in name}
        if "word" in folders:
            return "docx"
        if "xl" in folders and "xl/workbook.bin" not in self.names:
            return "xlsx"
        if "mimetype" in self.names and "content.xml" in self.names:
            return self._odf_kind()
        raise UnreadableFile(Reason.UNSUPPORTED if folders & {"ppt", "xl"} else Reason.FOREIGN)

    def _odf_kind(self) -> str:
        manifest = "META-INF/manifest.xml"
        if manifest in self.names and b"encryption-data" in self._archive.read(manifest):
            raise UnreadableFile(Reason.PASSWORD)
        kind = _ODF_KINDS.get(self._archive.read("mimetype").strip())
        if kind is None:
            raise UnreadableFile(Reason.UNSUPPORTED)
        return kind

    def tree(self, name: str) -> Any:
        """The root element of an XML part. Raises TOO_LONG where its tree would not fit into memory."""
        from lxml import etree  # with the first file: five megabytes that a bot without files does not need

        with self.stream(name) as part:
            data = part.read(_MAX_UNPACKED // 4)
            whole = not part.read(1)
        if not whole or data.count(b"<") + data.count(b"=") > _MAX_MARKS:
            raise UnreadableFile(Reason.TOO_LONG)
        plain = data.replace(_STRICT_WORD, _WORD_NAMES)
        return etree.fromstring(plain, etree.XMLParser(resolve_entities=False, no_network=True))

    def stream(self, name: str) -> IO[bytes]:
        if not _is_xml(name):
            raise UnreadableFile(Reason.BROKEN)
        return self._archive.open(name)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Links of an OOXML part to parts of the same file: id to (last word of its type, name of the part)."""
        folder, file = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{file}.rels")
        if links not in self.names:
            return {}
        return {
            link.get("Id", ""): (link.get("Type", "").rpartition("/")[2], _absolute(folder, link.get("Target", "")))
            for link in self.tree(links).iterfind("{*}Relationship")
            if link.get("TargetMode") != "External"
        }

    def related_part(self, name: str, link_type: str) -> str | None:
        """The part of this type that `name` links to; "" has the links of the whole file."""
        targets = [part for found, part in self.related(name).values() if found == link_type]
        return next((part for part in targets if part in self.names), None)

    def check(self) -> None:
        """Unpacks every part once, counting: the sizes in a zip's headers may lie. Raises UnreadableFile."""
        parts = self._archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise UnreadableFile(Reason.PASSWORD)
        left = _MAX_UNPACKED
        for part in parts:
            left -= self._unpacked(part, left)

    def _unpacked(self, part: zipfile.ZipInfo, limit: int) -> int:
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableFile(Reason.BROKEN)
        to_its_end = copy.copy(part)
        to_its_end.file_size = 2 * _MAX_UNPACKED
        size = 0
        with self._archive.open(to_its_end) as stream:
            while chunk := stream.read(_CHUNK):
                if size == 0 and _is_xml(part.filename):
                    _refuse_entities(chunk)
                size += len(chunk)
                if size > min(limit, part.file_size):
                    raise UnreadableFile(Reason.UNSAFE)
        if size < part.file_size:
            raise UnreadableFile(Reason.BROKEN)
        return size


def _absolute(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


class _RootReached(Exception):
    pass


def _refuse_entities(start: bytes) -> None:
    """Office never declares a document type; who does wants entities. A root that stays away hides one."""

    def refuse(*_: object) -> None:
        raise UnreadableFile(Reason.UNSAFE)

    def stop(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(start, False)
    except _RootReached:
        return
    if len(start) == _CHUNK:
        raise UnreadableFile(Reason.UNSAFE)
