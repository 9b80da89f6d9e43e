"""Words whose letters a layout program has set apart ("K Ế  H O Ạ C H", "Tr ư ờ ng") put together again."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

Piece = tuple[str, float]  # a text and the width of the gap before it

_SPACED_FROM = 4  # so many single letters in a row are one spaced text
_NARROW = 0.6  # of the line's usual gap
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|(?<=[aeiy])nh|(?<=[aeiy])ch|[cmnpt])?"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_MARKS = _TONES | frozenset("\u0302\u0306\u031b")  # of â, ă and ơ
_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_STRETCH = re.compile(rf"(?<!\S){_LETTER}(?:[^\S\n]+{_LETTER}){{3,}}(?!\S)")
_VOWEL = re.compile(r"[aeiouy]")


def closed_up(text: str) -> str:
    """A typed text with its letter-spaced stretches as words; two spaces stand between words."""
    return _STRETCH.sub(lambda m: put_together(_pieces(unicodedata.normalize("NFC", m[0]))), text)


def _pieces(stretch: str) -> list[Piece]:
    found = re.findall(r"(\s*)(\S+)", stretch)
    return [(letter, float(len(gap))) for gap, letter in found]


def put_together(pieces: Sequence[Piece]) -> str:
    """One line of text from its pieces, a space between words."""
    usual = median(gap for _, gap in pieces[1:]) if len(pieces) > 1 else 0.0
    words: list[str] = []
    n = 0
    while n < len(pieces):
        end = _letters_end(pieces, n)
        if end - n >= _SPACED_FROM:
            words += _regrouped(pieces[n:end])
        else:
            end = _syllable_end(pieces, n, usual)
            words.append("".join(text for text, _ in pieces[n:end]))
        n = end
    return " ".join(words)


def _letters_end(pieces: Sequence[Piece], start: int) -> int:
    end = start
    while end < len(pieces) and len(pieces[end][0]) == 1 and pieces[end][0] not in "-–+•":
        end += 1
    return end if sum(text.isalpha() for text, _ in pieces[start:end]) >= _SPACED_FROM else start


def _regrouped(pieces: Sequence[Piece]) -> list[str]:
    """Words of letters set apart: cut where gaps are clearly wider, else where syllables end."""
    gaps = sorted(gap for _, gap in pieces[1:])
    jump, narrow, wide = max((b - a, a, b) for a, b in pairwise(gaps))
    if wide <= narrow * 1.4 or jump < 0.5:
        return _syllables("".join(text for text, _ in pieces))
    words = [pieces[0][0]]
    for text, gap in pieces[1:]:
        if gap >= wide:
            words.append(text)
        else:
            words[-1] += text
    return words


def _syllables(text: str) -> list[str]:
    """The fewest Vietnamese syllables that make up the text; the text itself where none do."""
    found: list[str] = []
    for part in re.findall(r"[^\W\d_]+|[\W\d_]+", text):
        plain = _plain(part)
        cuts = _cuts(plain) if len(plain) == len(part) else ()
        found += [part[a:b] for a, b in zip((0, *cuts), cuts, strict=False)] or [part]
    return found


@lru_cache(maxsize=64)
def _cuts(plain: str) -> tuple[int, ...]:
    best: dict[int, tuple[int, ...]] = {0: ()}
    for end in range(1, len(plain) + 1):
        ways = [(*best[a], end) for a in range(max(0, end - 7), end) if a in best and _SYLLABLE.fullmatch(plain[a:end])]
        if ways:
            best[end] = min(ways, key=len)
    return best.get(len(plain), ())


def _syllable_end(pieces: Sequence[Piece], start: int, usual: float) -> int:
    """Pieces that make one syllable only together: some hold no vowel, and they are many or stand close."""
    for end in range(min(start + 5, len(pieces)), start + 1, -1):
        texts = [text for text, _ in pieces[start:end]]
        close = all(gap < usual * _NARROW for _, gap in pieces[start + 1 : end])
        close = close or all(len(text) == 1 for text, _ in pieces)
        if (close or len(texts) > 2) and _is_torn(texts):
            return end
    return start + 1


def _is_torn(texts: Sequence[str]) -> bool:
    if any(not text.isalpha() or len(text) > 3 for text in texts):
        return False
    torn = any(not _VOWEL.search(_plain(text)) for text in texts)
    abbreviated = any(len(text) > 1 and text.isupper() for text in texts)
    return torn and not abbreviated and bool(_SYLLABLE.fullmatch(_plain("".join(texts))))


def is_syllable(word: str) -> bool:
    """Whether a word can be Vietnamese, marks included: one tone and no letter of another language."""
    marks = [char for char in unicodedata.normalize("NFD", word) if unicodedata.combining(char)]
    tones = sum(mark in _TONES for mark in marks)
    return tones <= 1 and set(marks) <= _MARKS and bool(_SYLLABLE.fullmatch(_plain(word)))


def _plain(text: str) -> str:
    base = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in base if not unicodedata.combining(char))
