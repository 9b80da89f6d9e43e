"""Vietnamese text for matching: one fold that forgives accents, đ, case, dashes and odd spaces.

Only matching uses the fold; what people read keeps the text as it was written (deadline-phrases, "Normalise").
"""

import re
import unicodedata
from functools import lru_cache

ASKED_AGAIN = 256
"""So many texts are kept as last read: of one message nearly every rule asks for the same."""


@lru_cache(maxsize=ASKED_AGAIN)
def tidy(text: str) -> str:
    """NFC, every run of white space (NBSP and line ends too) one space, no space at either end."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def capital(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def fold_char(char: str) -> str:
    """One NFC character without accent and case; đ becomes d. May be empty for a lone combining mark."""
    if char in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", char)
    return "".join(c for c in base if not unicodedata.combining(c)).lower()


class _Folds(dict[int, str]):
    """What each character folds to, exactly one character; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = fold_char(chr(code))[:1] or " "
        return self[code]


_PLAIN = {**dict.fromkeys("–—−‐‑‒", "-"), **dict.fromkeys("“”", '"'), **dict.fromkeys("‘’", "'")}
_FOLDS = _Folds({ord(char): plain for char, plain in _PLAIN.items()})


@lru_cache(maxsize=ASKED_AGAIN)
def fold(text: str) -> str:
    """The matching key of a text: tidy, accents dropped, lower case, hyphens and quotes plain.

    After `tidy` each letter folds to one character, so offsets into `fold(t)` are offsets into `tidy(t)`
    (see `fold_aligned`).
    """
    return fold_aligned(tidy(text))


def fold_aligned(text: str) -> str:
    """Fold a tidy text character by character, keeping its length, so that match offsets point into the original."""
    return text.translate(_FOLDS)


@lru_cache(maxsize=ASKED_AGAIN)
def fold_words(text: str) -> str:
    """The fold with everything but letters and digits turned into single spaces: for comparing names and titles."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))
