"""XML read as events, for parts too large for a tree."""

from typing import IO, Protocol
from xml.parsers import expat

from storage.documents.errors import Reason, UnreadableFile

_MAX_ELEMENTS = 2_000_000
_MAX_CHARACTERS = 30_000_000


class Handler(Protocol):
    """Names come without prefix; `text` may come in several pieces."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...

    def end(self, name: str) -> None: ...

    def text(self, piece: str) -> None: ...


def walk(part: IO[bytes], handler: Handler) -> None:
    """Raises UnreadableFile(TOO_LONG) for a part that would take longer than a person waits, ExpatError for damage."""
    elements = characters = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > _MAX_ELEMENTS:
            raise UnreadableFile(Reason.TOO_LONG)
        handler.start(name.rpartition(":")[2], attributes)

    def text(piece: str) -> None:
        nonlocal characters
        characters += len(piece)
        if characters > _MAX_CHARACTERS:
            raise UnreadableFile(Reason.TOO_LONG)
        handler.text(piece)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    parser.ParseFile(part)
