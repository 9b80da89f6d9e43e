"""Bytes of a text file to characters: Unicode, or one of the two old Vietnamese code pages where the words prove it."""

import codecs
import re
import unicodedata

from storage.documents.errors import Reason, UnreadableFile
from storage.documents.spaced_letters import is_syllable

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
_PROOF = 5  # words
_NEARLY_ALL = 0.9
_SAMPLE = 20_000  # bytes
_BLOCKS = b"\x00\x01\x03\x1e\x20"  # Latin, its extensions with đ, ơ and ư, tone marks, letters with tones, punctuation


def decode(data: bytes) -> str:
    """Raises UnreadableFile for bytes that are no text, or text in an encoding that its words do not prove."""
    if not data.strip(b"\0 \r\n\t"):
        raise UnreadableFile(Reason.EMPTY)
    try:
        return _checked(data.decode(_unicode_codec(data)))
    except UnicodeDecodeError:
        pass
    texts = [_tcvn3(data), unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))]
    best = max(texts, key=lambda text: (len(_COMMON.findall(text)), _marked_syllables(text)[0]))
    if not _is_proved(best) or "\ufffd" in best:
        raise UnreadableFile(Reason.UNSUPPORTED)
    return _checked(best)


def _is_proved(text: str) -> bool:
    """Common words; in a short text, that nearly every word with a mark is a Vietnamese syllable."""
    syllables, words = _marked_syllables(text)
    return len(_COMMON.findall(text)) >= _PROOF or (syllables >= _PROOF and syllables >= _NEARLY_ALL * words)


def _marked_syllables(text: str) -> tuple[int, int]:
    """How many words with a mark are Vietnamese syllables, and how many there are."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not word.isascii()]
    return sum(map(is_syllable, words)), len(words)


def _unicode_codec(data: bytes) -> str:
    return next((codec for bom, codec in _BOMS if data.startswith(bom)), _codec_without_mark(data))


def _codec_without_mark(data: bytes) -> str:
    """In UTF-16 one byte of each two says the block of characters, and Vietnamese needs few of them."""
    for codec, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        blocks = data[at:_SAMPLE:2]
        known = sum(map(blocks.count, _BLOCKS))
        if len(data) % 2 == 0 and blocks.count(0) * 3 > len(blocks) and known >= _NEARLY_ALL * len(blocks):
            return codec
    return "utf-8"


def _tcvn3(data: bytes) -> str:
    return data.decode("latin-1").translate(_TCVN3_MAP)


def _checked(text: str) -> str:
    text = text.replace(_LINE_END_HYPHEN, "-")
    if len(_CONTROL.findall(text)) * 1000 > len(text):
        raise UnreadableFile(Reason.UNSUPPORTED)
    return _CONTROL.sub("", text)
