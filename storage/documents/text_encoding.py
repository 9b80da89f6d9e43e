"""Bytes of a text file to characters: Unicode, or one of the two old Vietnamese code pages where the words prove it."""

import codecs
import re
import unicodedata

from storage.documents.errors import Reason, UnreadableFile

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# TCVN 5712:1993 (VN3), the encoding of ABC fonts: bytes from A1 on; "." where none is assigned.
_TCVN3_FROM = 0xA1
_TCVN3 = "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ."
_TCVN3_MAP = {_TCVN3_FROM + n: char for n, char in enumerate(_TCVN3) if char != "."}
_COMMON = re.compile(r"\b(?:và|của|các|thực|hiện|trong|hành|kế|hoạch|phòng|đơn|vị|năm|nhiệm|vụ|việc|được|theo)\b", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_LINE_END_HYPHEN = "\x02"  # how PDFium writes a hyphen that ended a line
_PROOF = 5


def decode(data: bytes) -> str:
    """Raises UnreadableFile for bytes that are no text, or text in an encoding that its words do not prove."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFile(Reason.EMPTY)
    try:
        return _checked(data.decode(_unicode_codec(data)))
    except UnicodeDecodeError:
        pass
    texts = [_tcvn3(data), unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))]
    best = max(texts, key=lambda text: len(_COMMON.findall(text)))
    if len(_COMMON.findall(best)) < _PROOF or "\ufffd" in best:
        raise UnreadableFile(Reason.UNSUPPORTED)
    return _checked(best)


def _unicode_codec(data: bytes) -> str:
    return next((codec for bom, codec in _BOMS if data.startswith(bom)), "utf-8")


def _tcvn3(data: bytes) -> str:
    return data.decode("latin-1").translate(_TCVN3_MAP)


def _checked(text: str) -> str:
    text = text.replace(_LINE_END_HYPHEN, "-")
    if len(_CONTROL.findall(text)) * 1000 > len(text):
        raise UnreadableFile(Reason.UNSUPPORTED)
    return _CONTROL.sub("", text)
