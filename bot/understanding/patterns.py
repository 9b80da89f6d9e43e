"""Patterns compiled once for each text they are written as: the rules have more than `re` itself keeps."""

import re
from functools import lru_cache

KEPT = 4096
"""More than all rules together write."""

compiled = lru_cache(maxsize=KEPT)(re.compile)


@lru_cache(maxsize=KEPT)
def words(pattern: str) -> re.Pattern[str]:
    """Matches whole words only, wherever they stand."""
    return re.compile(rf"\b(?:{pattern})(?!\w)")


@lru_cache(maxsize=KEPT)
def beginning(pattern: str) -> re.Pattern[str]:
    """To be matched where a text begins; the last word is a whole one."""
    return re.compile(rf"(?:{pattern})(?!\w)")


def each_word(listed: str, then: str = "", *, not_behind: str = "") -> str:
    """Any of these words and what follows, none directly behind one of the others: `\\b(?:…)` for a search.

    All begin with letters, so that a search passes over every other letter at once.
    """
    others = not_behind.split("|") if not_behind else []
    return "|".join(
        rf"{word}(?<=\b{word}){''.join(f'(?<!{other} {word})' for other in others)}{then}" for word in listed.split("|")
    )
