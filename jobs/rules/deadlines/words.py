"""A phrase made ready for matching, and the numbers that Vietnamese plans write in words."""

import re
import unicodedata
from dataclasses import dataclass

from jobs.rules.text import fold_aligned, tidy

MASK = "#"
"""Stands for every character of a part that must not be read as a time."""

LONGEST = 3000
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_GLUED = re.compile(
    r"\b(?:truoc|trong|hang|moi|vao|den|het|tu|dinh|thuong)(?=(?:ngay|tuan|thang|quy|nam|ky|xuyen)(?:\b|\d))"
    r"|(?:truoc|den|het|tu|ngay|thang|nam)(?=\d)|\bquy(?=(?:iv|i{1,3}|[1-4])\b)"
)
_NUMBER_WORDS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "gieng": 1, "muoi mot": 11, "muoi hai": 12, "chap": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4, "nhat": 1, "nhi": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Source:
    """`text` is the tidy phrase, `plain` its fold; both have the same length, so offsets fit either."""

    text: str
    plain: str

    def slice(self, at: int, end: int) -> str:
        return self.text[at:end].strip(" ,;:.-–()")

    def says(self, at: int, end: int, word: str) -> bool:
        """Whether the words there can be `word`: typed with exactly its accents, or without any."""
        written = self.text[at:end].lower()
        return written == word or written == fold_aligned(word)


def source_of(phrase: str) -> Source:
    text = tidy(unicodedata.normalize("NFC", phrase).translate(_INVISIBLE))
    return Source(text, fold_aligned(text))


def mended_source_of(phrase: str) -> Source:
    """As plans are typed: forgotten blanks put in, variant spellings made one. Offsets fit its own `text` only.

    Of a text longer than a cell can be only the first `LONGEST` characters count.
    """
    source = source_of(phrase[:LONGEST])
    text, plain = source.text, source.plain
    for at in sorted((found.end() for found in _GLUED.finditer(plain)), reverse=True):
        text, plain = f"{text[:at]} {text[at:]}", f"{plain[:at]} {plain[at:]}"
    return Source(text, _one_spelling(plain))


def _one_spelling(plain: str) -> str:
    """Of the same length: "quí" for "quý", "mùng 5" for "ngày 5", "ngày 25/tháng" for "ngày 25 tháng"."""
    plain = re.sub(r"\bqui\b", "quy", plain)
    plain = re.sub(r"(?<=ngay \d)/(?= ?[a-z])|(?<=ngay \d\d)/(?= ?[a-z])", " ", plain)
    return re.sub(r"\b(?:ngay )?m[uo]ng(?= \d)", lambda found: "ngay".rjust(len(found[0])), plain)


def number(word: str) -> int:
    """A number as written: digits, a Roman numeral up to four, or a word, folded."""
    return int(word) if word.isdigit() else _NUMBER_WORDS[word]


def blank(view: str, at: int, end: int, filler: str = MASK) -> str:
    return view[:at] + filler * (end - at) + view[end:]


def compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)
