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


def each_word(listed: str, then: str) -> str:
    """Any of these and what follows, all begun by letters, so that a search passes over every other letter at once."""
    return "|".join(rf"{word}(?<=\b{word}){then}" for word in listed.split("|"))
