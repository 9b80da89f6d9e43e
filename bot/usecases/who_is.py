"""People by the name somebody typed: full or given, with or without form of address and accents."""

from collections.abc import Sequence

from jobs.rules.text import fold_words, tidy
from storage.queries.people import Person

#: Word by word: of "đồng chí" first "dong", then "chi".
_ADDRESS = frozenset(("anh", "chi", "em", "co", "chu", "bac", "ong", "ba", "a", "c", "dong", "dc"))


def named(people: Sequence[Person], text: str) -> list[Person]:
    """Everybody the name fits; accents decide where they were typed, a full name beats a given one."""
    words = tidy(text).split()
    while len(words) > 1 and fold_words(words[0]) in _ADDRESS:
        words = words[1:]
    typed, key = " ".join(words).lower(), fold_words(" ".join(words))
    full = [p for p in people if fold_words(p.staff.full_name) == key]
    hits = full or [p for p in people if key and _ends_with(fold_words(p.staff.full_name), key)]
    exact = [p for p in hits if p.staff.full_name.lower().endswith(typed)]
    return hits if typed.isascii() else exact


def _ends_with(full: str, key: str) -> bool:
    return f" {full}".endswith(f" {key}")
