"""Part of `make check`: every text of the code is in the catalogs, complete in English, with the same placeholders."""

import string
import sys
from collections.abc import Iterable

from locales.extract import TEMPLATE, as_bytes, collected, read_english


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value) if isinstance(value, Iterable) else []


def problems() -> list[str]:
    """One line each; empty when the catalogs are complete."""
    catalog, english = collected(), read_english()
    found = (
        [] if TEMPLATE.exists() and TEMPLATE.read_bytes() == as_bytes(catalog) else ["messages.pot is not up to date"]
    )
    for message in catalog:
        if not message.id:
            continue
        sources, known = _texts(message.id), english.get(_texts(message.id)[0])
        targets = _texts(known.string) if known else []
        if not targets or not all(targets):
            found.append(f"no English text: {sources[0]}")
        elif any(_names(t) - set().union(*map(_names, sources)) for t in targets):
            found.append(f"English uses unknown placeholders: {sources[0]}")
    return found


if __name__ == "__main__":
    lines = problems()
    for line in lines:
        print(line)
    sys.exit(bool(lines))
