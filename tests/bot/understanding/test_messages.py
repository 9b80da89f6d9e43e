"""Messages of every kind as offices type them, each with what it means: text, role, context, acts."""

import json
from pathlib import Path

from tests.bot.understanding.reading import Told, read, told

LINES = (Path(__file__).parent / "messages.txt").read_text(encoding="utf-8").splitlines()


def acts(column: str) -> list[Told]:
    parts = (part.split(" ", 1) for part in column.split(" + "))
    return [(intent, json.loads(slots)) for intent, slots in parts]


def test_messages_mean_what_their_lines_say() -> None:
    wrong = []
    for line in LINES:
        text, role, context, meant = line.split(" | ")
        understood = read(text.replace("\\n", "\n"), role, context)
        if told(understood) != acts(meant) or not understood.sure:
            wrong.append((line, told(understood)))
    assert not wrong
