"""Two versions of one plan, line by line: which line went on as which (design: What, PlanFile)."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from jobs.rules.text import fold, fold_words

ALIKE = 60  # rapidfuzz ratio of two folded titles, in percent
MOST_OFFERED = 3
# A plan that carries another one out names its number too.
_AMENDS = re.compile(r"\b(sua doi|bo sung|dieu chinh|thay the|dinh chinh|thay cho)\b")


@dataclass(frozen=True)
class VersionLine:
    """A line of one version. `key`: the task's id or the draft row's position; `lead`: who leads, as comparable keys.

    `said`: the key on the other side that a person gave it; 0 for "new", None where nobody said.
    """

    key: int
    code: str
    title: str
    lead: frozenset[Hashable]
    said: int | None = None

    @property
    def folded(self) -> str:
        return fold_words(self.title)


@dataclass(frozen=True)
class Unclear:
    """A new line that may be one of several old ones, the likeliest first; `offered` are their keys."""

    new: int
    offered: tuple[int, ...]


@dataclass(frozen=True)
class Matching:
    """`pairs`: new key → old key; `added` new keys, `gone` old keys; `unclear` is to be asked before anything is done."""

    pairs: dict[int, int]
    added: tuple[int, ...]
    gone: tuple[int, ...]
    unclear: tuple[Unclear, ...] = ()


Key = Callable[[VersionLine], Hashable]


def match_versions(old: Sequence[VersionLine], new: Sequence[VersionLine], *, keeps_rest: bool = False) -> Matching:
    """Match in passes, each over what is left: what a person said; code and title equal; title equal (the code moved);
    same code, same lead and titles alike by 0.6. What is still open on both sides is asked, never assumed.

    `keeps_rest`: the new version names some lines only, so that an old line which it does not name is not gone.
    """
    open_old, open_new = {line.key: line for line in old}, {line.key: line for line in new}
    pairs: dict[int, int] = {}

    def pair(found: Iterable[tuple[int, int]]) -> None:
        for new_key, old_key in found:
            if new_key in open_new and old_key in open_old:
                pairs[new_key] = old_key
                del open_new[new_key], open_old[old_key]

    pair((line.key, line.said) for line in new if line.said)
    said_new = [line.key for line in new if line.said == 0]
    for key in said_new:
        del open_new[key]
    pair(_equal(open_old.values(), open_new.values(), lambda line: (line.code, line.folded)))
    pair(_equal(open_old.values(), open_new.values(), lambda line: line.folded))
    pair(_alike(open_old.values(), open_new.values()))
    asked = [key for key in open_new if open_old]
    unclear = tuple(Unclear(key, _likeliest(open_new[key], open_old.values())) for key in asked)
    added = (*said_new, *(key for key in open_new if key not in asked))
    gone = () if keeps_rest or unclear else tuple(open_old)
    return Matching(pairs, tuple(sorted(added)), gone, unclear)


def _equal(old: Iterable[VersionLine], new: Iterable[VersionLine], key: Key) -> list[tuple[int, int]]:
    """Lines with one key: in reading order where both sides have as many of them, else left for a person."""
    before, after = _grouped(old, key), _grouped(new, key)
    return [
        (n.key, o.key)
        for value, lines in after.items()
        if len(before.get(value, ())) == len(lines)
        for n, o in zip(lines, before[value], strict=True)
    ]


def _grouped(lines: Iterable[VersionLine], key: Key) -> dict[Hashable, list[VersionLine]]:
    found: dict[Hashable, list[VersionLine]] = {}
    for line in lines:
        found.setdefault(key(line), []).append(line)
    return found


def _alike(old: Iterable[VersionLine], new: Iterable[VersionLine]) -> list[tuple[int, int]]:
    from rapidfuzz import fuzz  # seldom needed, and a start need not wait for it

    before = _grouped(old, lambda line: line.code)
    return [
        (line.key, one.key)
        for line in new
        if line.code
        for one in before.get(line.code, ())
        if one.lead == line.lead and fuzz.ratio(one.folded, line.folded) >= ALIKE
    ]


def _likeliest(line: VersionLine, old: Iterable[VersionLine]) -> tuple[int, ...]:
    from rapidfuzz import fuzz

    ranked = sorted(old, key=lambda one: -fuzz.token_set_ratio(one.folded, line.folded))
    return tuple(one.key for one in ranked[:MOST_OFFERED])


def is_version_of(new: tuple[str, str | None, int | None], old: tuple[str, str | None, int]) -> bool:
    """Whether a document with this (title, number, year) is a newer version of a plan with these: the same document, or
    one that changes it and names its number ("sửa đổi, bổ sung Kế hoạch số 45/KH-UBND").
    """
    title, _number, year = new
    _old_title, old_number, old_year = old
    names_it = bool(old_number) and amends(title) and _names(title, old_number or "")
    return is_same_document(new, old) or (names_it and year in (None, old_year))


def is_same_document(new: tuple[str, str | None, int | None], old: tuple[str, str | None, int]) -> bool:
    """Whether two files (title, number, year) are of one document: the same number, or the same title where one of them
    is printed without its number.
    """
    title, number, year = new
    old_title, old_number, old_year = old
    if year and year != old_year:
        return False
    if number and old_number:
        return _symbol(number) == _symbol(old_number)
    return bool(fold_words(title)) and fold_words(title) == fold_words(old_title)


def amends(title: str) -> bool:
    """Whether a document calls itself a change of another one."""
    return _AMENDS.search(fold(title)) is not None


def _names(title: str, number: str) -> bool:
    """Whether a title holds a plan's number, however either is spaced; "145/KH" does not hold "45/KH"."""
    parts = re.findall(r"\w+|[^\w\s]", fold(number))
    return re.search(r"(?<!\d)" + r"\s*".join(map(re.escape, parts)) + r"(?!\w)", fold(title)) is not None


def _symbol(text: str) -> str:
    """ "45/KH-UBND" however it is spaced."""
    return re.sub(r"\s+", "", fold(text))
