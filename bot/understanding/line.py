"""One line of chat, as typed and as rules read it, with the way back from the second to the first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from bot.understanding.listed import listed
from bot.understanding.spelled import spelled
from bot.understanding.syllables import is_syllable, undo_slip, undo_typing_mode
from bot.understanding.words import REGIONAL, SHORT, SHORT_ACCENTED, SLIPS, SPELLINGS
from jobs.rules.text import fold, fold_aligned, tidy

_FIGURE = re.compile(r"\d")
_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"([\"'“”‘’(\[*]*)(.*?)([\"'“”‘’)\].,;:!?…*]*)$")
_GLUED = re.compile(r"(viec|vc|v|nv|so|xong|task|nhiemvu|duyet)(\d{1,4})$")
_GLUED_BEFORE = re.compile(r"(\d{1,4})(xong|xg|done|chua)$")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_DOC_LIKE = re.compile(r"\d+/|^\d+$|^https?:|^www\.|[@_]")
_HONORIFIC = frozenset(listed("anh chi em co chu bac ong ba"))
#: What "hong" is said of when it is "hỏng", no southern "không".
_BREAKS = frozenset(listed("may in tinh scan photo quet chieu lanh bi hu xe thiet mang"))


@dataclass(frozen=True)
class Line:
    """`text` is tidy and as typed; `norm` what rules match; `starts[i]`, `ends[i]` map norm offsets into `text`."""

    text: str
    norm: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __hash__(self) -> int:
        """Of the words alone, whose hashes are kept: lines are looked up more often than made."""
        return hash((self.text, self.norm))

    @cached_property
    def has_figures(self) -> bool:
        return _FIGURE.search(self.norm) is not None

    def typed(self, start: int, end: int) -> str:
        """What was typed where the norm has `start:end`, without punctuation at its ends."""
        while start < end and self.norm[start] == " ":
            start += 1
        while end > start and self.norm[end - 1] == " ":
            end -= 1
        if start >= end:
            return ""
        return self.text[self.starts[start] : self.ends[end - 1]].strip(" ,;:.!?…-–")

    def typed_inside(self, span: tuple[int, int]) -> str:
        """The same of a span of the norm that has no spaces and marks at its ends any more."""
        lead = len(self.norm) - len(self.norm.lstrip(" .!?"))
        return self.typed(span[0] + lead, span[1] + lead)

    def marked(self, spans: Iterable[tuple[int, int]]) -> str:
        """The norm with `@` for what stands at these spans (task numbers), offsets kept."""
        out = list(self.norm)
        for start, end in spans:
            out[start:end] = "@" * (end - start)
        return "".join(out)

    def part(self, start: int, end: int) -> "Line":
        """The same line between two norm offsets."""
        while start < end and self.norm[start] in " ,":
            start += 1
        while end > start and self.norm[end - 1] in " ,":
            end -= 1
        if start >= end:
            return Line("", "", (), ())
        if start == 0 and end == len(self.norm):
            return self
        base, stop = self.starts[start], self.ends[end - 1]
        shift = [s - base for s in self.starts[start:end]], [e - base for e in self.ends[start:end]]
        return Line(self.text[base:stop], self.norm[start:end], tuple(shift[0]), tuple(shift[1]))


@lru_cache(maxsize=8192)
def _norm_word(word: str) -> str:
    """One word without outer punctuation, as rules read it."""
    lower = word.lower()
    if lower in SHORT_ACCENTED:
        return SHORT_ACCENTED[lower]
    if not lower.isascii():
        lower = undo_typing_mode(lower)
    folded = fold_aligned(lower)
    if _DOC_LIKE.search(folded):
        return folded
    if (meant := undo_slip(folded)) != folded:
        return meant
    if glued := _GLUED.match(folded):
        decoded = undo_typing_mode(lower)
        word = "viec" if glued[1] == "v" else SHORT.get(glued[1], glued[1])
        return "viec" if decoded == "việc" else f"{word} {glued[2]}"
    if glued := _GLUED_BEFORE.match(folded):
        return f"{glued[1]} {SHORT.get(glued[2], glued[2])}"
    if lower.isascii():
        decoded = undo_typing_mode(lower)
        if decoded != lower and lower not in SHORT:
            return _norm_word(decoded)
        folded = folded if folded == "iii" else _STRETCHED.sub(r"\1", folded)
        return SHORT.get(folded, folded)
    if folded in SPELLINGS and lower not in SPELLINGS[folded]:
        return lower if is_syllable(lower) else folded
    if folded in ("nha", "nhen", "nghen") or lower.replace("đ", "d").isascii() or not is_syllable(lower):
        return SHORT.get(folded, folded)
    return folded


def _in_context(word: str, typed: str, before: str, after: str) -> str:
    """Short forms of one letter and a few clashes, decided by their neighbours."""
    low = typed.lower()
    broken = low == "hong" and (before in _BREAKS or after in ("may", "hoc"))
    long_since = low == "lắm" and fold(after) == "roi"  # "lâu lắm rồi"; "làm rồi" is done
    if broken or long_since or (low == "ảnh" and before.isdigit()):  # so many photos, and nobody spoken to
        return low
    if low in ("k", "hong", "kg") and (before or after):
        return typed.lower() if before in _HONORIFIC and low != "k" else "khong"
    if low == "e" and (before or after):
        return "em"
    if word == "voi" and before.isdigit() and after[:1].isdigit():
        return "va"
    if low == "v" and after.isdigit():
        return "viec"
    if low == "nhiêu" and fold(before) not in ("bao", "bay"):  # "đạt nhiêu rồi" asks; "nhiều" is another word
        return "bao nhieu"
    if low == "h" and before:
        return "gio"
    if low == "x" and ((not before and after.isdigit()) or (before.isdigit() and not after)):
        return "xong"
    if low == "đc" and after[:1].isupper():
        return "dong chi"
    if low == "bc" and re.match(r"(?:so|số)?\d", after.lower()):
        return "bc"
    sign = low.replace("đ", "d")  # "HĐ", a contract's
    if sign in ("th", "ch", "hd", "ht", "ph", "gh", "qh") and typed.isupper():
        return sign
    return word


class _Token(NamedTuple):
    """A word between white space; `core` without the marks around it, a number said in several words as digits."""

    start: int
    end: int
    core_at: int
    core_end: int
    core: str


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    numbers = spelled(text)
    for found in _WORD.finditer(text):
        at, end = found.span()
        said = next((each for each in numbers if each[0] < end and at < each[1]), None) if numbers else None
        if said and tokens and tokens[-1].end > said[0]:  # a further word of the number
            tokens[-1] = _Token(tokens[-1].start, end, said[0], said[1], str(said[2]))
        elif said:
            tokens.append(_Token(at, end, said[0], said[1], str(said[2])))
        else:
            word = found.group()
            marked = None if word.isalnum() else _TOKEN.match(word)
            lead, core = marked.group(1, 2) if marked else ("", word)
            tokens.append(_Token(at, end, at + len(lead), at + len(lead) + len(core), core))
    return tokens


def _regional(typed: str, before: str, after: str, accents: bool) -> str | None:
    """What a word of the Centre or the South stands for beside these neighbours: "việc mô", and no "mô hình"."""
    for one in REGIONAL.get(typed.lower(), ()):
        if (
            before not in one.not_behind
            and (not one.behind or before in one.behind)
            and not (one.last and (after or not before))
            and not (
                one.accents and (not accents or typed != typed.lower() or after[:1].isupper() or after[:1].isdigit())
            )
            and fold(after) not in one.not_before
            and (not one.before or fold(after) in one.before)
        ):
            return one.means
    return None


# A message and its parts are read by several rules in a row.
@lru_cache(maxsize=256)
def read_line(text: str) -> Line:
    """Tidy, then word by word: fold, undo Telex and VNI, write short forms out, keep accents that make another word."""
    whole = tidy(text)
    norm: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def put(piece: str, start: int, end: int, aligned: bool) -> None:
        count = len(piece)
        norm.append(piece)
        starts.extend(range(start, start + count) if aligned else (start,) * count)
        ends.extend(range(start + 1, start + count + 1) if aligned else (end,) * count)

    tokens = _tokens(whole)
    accents = not whole.isascii()
    for i, token in enumerate(tokens):
        if norm:
            put(" ", token.start - 1, token.start, True)
        if token.start < token.core_at:
            put(fold_aligned(whole[token.start : token.core_at]), token.start, 0, True)
        before = fold_aligned(tokens[i - 1].core) if i else ""
        after = tokens[i + 1].core if i + 1 < len(tokens) else ""
        regional = _regional(token.core, before, after, accents) if token.core else None
        word = regional or (_in_context(_norm_word(token.core), token.core, before, after) if token.core else "")
        put(word, token.core_at, token.core_end, len(word) == token.core_end - token.core_at)
        if token.core_end < token.end:
            put(fold_aligned(whole[token.core_end : token.end]), token.core_end, 0, True)
    joined = "".join(norm)
    for slip, meant in SLIPS:
        joined = slip.sub(meant, joined)
    return Line(whole, joined, tuple(starts), tuple(ends))
