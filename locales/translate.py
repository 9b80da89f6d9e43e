"""Texts people read. Vietnamese is the source language and stands in the code; other languages come from catalogs."""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LANGUAGES = ("vi", "en")


@cache
def _catalog(language: str) -> Catalog | None:
    path = Path(__file__).parent / language / "LC_MESSAGES" / "messages.po"
    if language == "vi" or not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language)


class Translator:
    """Makes texts in one language: `_("Chào {who}, {day}.", who=…, day=…)`."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "vi"

    def __call__(self, message: str, /, **values: object) -> str:
        return self._found(message).format(**values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form for `n`, which the text may show as {n}. Vietnamese writes both forms alike."""
        catalog = _catalog(self.language)
        if catalog is None:
            return (one if n == 1 else many).format(n=n, **values)
        message = catalog.get(one)
        strings = message.string if message and isinstance(message.string, tuple | list) else (one, many)
        return (strings[0 if n == 1 else 1] or many).format(n=n, **values)

    def _found(self, message: str) -> str:
        catalog = _catalog(self.language)
        entry = catalog.get(message) if catalog else None
        text = entry.string if entry else ""
        text = text[0] if isinstance(text, tuple | list) else text
        return text or message


@cache
def translator(language: str | None) -> Translator:
    """The translator for a language; unknown ones read Vietnamese."""
    return Translator(language or "vi")
