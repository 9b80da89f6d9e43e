"""Where the politeness at the end of somebody's words begins: "thiếu số liệu nhé anh", but not in "chưa có ảnh", "trẻ em"."""

import re

from bot.understanding.line import Line
from bot.understanding.numbers import masked

_TAIL = re.compile(r"(?:[ ,.!]+(?:a|nhe|ne|em|anh|chi|oi|giup em|voi|duoc khong|a\?))+[ .!?]*$")
#: Spelt so it is no form of address and no particle.
_THINGS = frozenset(("ảnh", "chỉ", "nhà", "nề", "né", "nẻ", "nể"))
#: The end of a word of two syllables: "hình ảnh", "trẻ em", "thu chi"; and whose it is: "xong phần của em".
_ENDS_A_WORD = re.compile(
    r"\b(?:cua (?:em|anh|chi)|hinh anh|nhiep anh|tr[eẻ] em|(?:dia|chung|tieu|bao|tap|thu|phieu|muc|khoan) chi)$"
)
#: Typed without accents, what is wanted or missing is a photo.
_PHOTO = re.compile(
    r"\b(?:thieu|co|bo sung|can|them|kem|chup|chup lai|du|tam|buc|file|may|vai|mot|nhieu|cac|so|ro|mo|_+) anh$"
)


def polite_from(line: Line, start: int, end: int) -> int:
    """The offset in the norm, at most `end`, from which `line` is only polite."""
    tail = _TAIL.search(" " + line.norm[start:end])
    if not tail:
        return end
    cut = start + max(tail.start() - 1, 0)
    for word in re.finditer(r"\w+", line.norm[cut:end]):
        if _is_a_thing(line, cut + word.start(), cut + word.end()):
            return polite_from(line, cut + word.end(), end)
    return cut


def _is_a_thing(line: Line, start: int, end: int) -> bool:
    if line.typed(start, end).lower() in _THINGS or _ENDS_A_WORD.search(line.norm[:end]):
        return True
    return line.text.isascii() and bool(_PHOTO.search(masked(line.norm)[:end]))
