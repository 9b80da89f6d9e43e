"""Messages of every kind as offices type them, each with what it means: text, role, context, acts."""

import json
from pathlib import Path

import pytest

from tests.bot.understanding.reading import Told, read, told

LINES = (Path(__file__).parent / "messages.txt").read_text(encoding="utf-8").splitlines()


def acts(column: str) -> list[Told]:
    parts = (part.split(" ", 1) for part in column.split(" + "))
    return [(intent, json.loads(slots)) for intent, slots in parts]


@pytest.mark.parametrize("line", LINES)
def test_message_means_what_its_line_says(line: str) -> None:
    text, role, context, meant = line.split(" | ")
    understood = read(text.replace("\\n", "\n"), role, context)
    assert told(understood) == acts(meant)
    assert understood.sure
