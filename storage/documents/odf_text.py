"""Names and paragraph text of OpenDocument files."""

from collections.abc import Iterator
from typing import Any

from storage.documents.characters import clean

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}%s"
_MOST_BLANKS = 1000
HIGHEST = 2**20


def tag(name: str) -> str:
    """The full name of "table:table-row" and the like, for elements and attributes."""
    prefix, local = name.split(":")
    return _NAMESPACE % (prefix, local)


P, H, LIST, TABLE, BOX, FRAME = map(
    tag, ("text:p", "text:h", "text:list", "table:table", "drawing:text-box", "drawing:frame")
)
_BREAK, _TAB, _BLANKS = tag("text:line-break"), tag("text:tab"), tag("text:s")
_SKIPPED = {FRAME} | {
    tag(name)
    for name in ("office:annotation", "text:note", "text:hidden-text", "text:ruby-text", "text:tracked-changes")
}


def number(element: Any, name: str, default: int = 1) -> int:
    """An attribute as a number, never beyond what any program has rows for."""
    said = element.get(tag(name), "")
    return min(int(said), HIGHEST) if said.isdecimal() else default


def paragraph_text(paragraph: Any) -> str:
    """Notes, comments and frames left out."""
    return clean("".join(_pieces(paragraph)))


def _pieces(element: Any) -> Iterator[str]:
    # White space of the file itself counts as one blank; wanted blanks are elements.
    yield " ".join((element.text or "").split("\n"))
    for one in element.iterchildren("*"):
        if one.tag == _BREAK:
            yield "\n"
        elif one.tag == _TAB:
            yield "\t"
        elif one.tag == _BLANKS:
            yield " " * min(number(one, "text:c"), _MOST_BLANKS)
        elif one.tag not in _SKIPPED:
            yield from _pieces(one)
        yield " ".join((one.tail or "").split("\n"))
