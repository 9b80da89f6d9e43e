"""Rows of the phrase tables: `on | phrase | kind | start | due | recurrence`, what is left out being nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Phrase:
    """`kind` "undated" stands for any reading that gives no deadline at all."""

    on: str
    text: str
    kind: str
    start: str | None
    due: str | None
    recurrence: dict[str, Any] | None
    milestones: tuple[str, ...] = ()


def rows(table: str) -> list[Phrase]:
    return list(_rows(table))


def _rows(table: str) -> Iterator[Phrase]:
    lines = [line for line in table.strip().splitlines() if line]
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith(" ="):
            continue
        on, text, kind, *rest = (part.strip() for part in line.split(" |"))
        start, due, rhythm = [*rest, "", "", ""][:3]
        dates = tuple(below.removeprefix(" =").split()) if below.startswith(" =") else ()
        yield Phrase(on, text, kind, start or None, due or None, _recurrence(rhythm), dates)


def _recurrence(words: str) -> dict[str, Any] | None:
    """ "monthly day=20 before" as `read-deadline` writes it."""
    if not words:
        return None
    freq, *parts = words.split()
    said: dict[str, Any] = {"freq": freq}
    for part in parts:
        name, _, value = part.partition("=")
        if name in ("dates", "weekdays"):
            said[name] = value.split(",")
        else:
            said[name] = True if not value else int(value) if value.removeprefix("-").isdigit() else value
    return said
