"""Text typed without accents: told from text that needs none, and from what only looks like its mended form."""

import re
from difflib import SequenceMatcher

from jobs.rules.text import fold_words, tidy

#: Words that are written without any accent anyway.
_PLAIN = frozenset(
    ["tin", "xong", "email", "mail", "zalo", "facebook", "web", "website", "online", "file", "excel", "word", "link", "ok", "km", "kg", "ha", "m2", "tr", "cai", "chung", "trong", "theo", "cho", "thi", "xin", "thu", "hai", "ba", "nam", "sau", "qua", "sang", "mai", "hay", "sai", "cao", "dai", "ra", "vui", "cung", "mang", "em", "khi", "con", "giao"]
)  # fmt: skip
_WORD = re.compile(r"[a-z]{2,}")
_LEAST_ALIKE = 0.55


def is_bare(text: str) -> bool:
    """True where several words of small letters bear no accent and at least one of them should."""
    whole = tidy(text)
    if any(ord(char) > 127 and char.isalpha() for char in whole):
        return False
    words = _WORD.findall(re.sub(r"\S*[A-Z]\S*|\S*[@:/]\S*", " ", whole))
    return len(words) >= 2 and any(word not in _PLAIN for word in words)


def is_mended_form(bare: str, mended: str) -> bool:
    """Whether the second says what the first does, short forms written out or slips put right."""
    a, b = fold_words(bare), fold_words(mended)
    return a == b or SequenceMatcher(None, a, b).ratio() >= _LEAST_ALIKE
