"""Which lines of a message are headings: the only thing about a text that platforms show in bold."""

import re
from typing import NamedTuple

from jobs.delivery.channel import utf16_length

_ROW = re.compile(r"\d+\. ")


class Heading(NamedTuple):
    """Where it begins and how long it is, in UTF-16 units as both platforms count."""

    start: int
    length: int


def headings(text: str) -> list[Heading]:
    """Lines of their own above a numbered list: the first line, or one after an empty line, with a row right below."""
    found, start, before = [], 0, ""
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        length = utf16_length(line)
        if line.strip() and not before.strip() and _ROW.match(below) and not _ROW.match(line):
            found.append(Heading(start, length))
        start, before = start + length + 1, line
    return found
