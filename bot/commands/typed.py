"""How a hint repeats this program: as it was typed, so that it can be copied into the same window."""

import shutil
import sys
from pathlib import Path

_NAME = "nhacviec"


def typed(words: str, *names: object) -> str:
    """ ".venv/bin/nhacviec setup mau.xlsx", "nhacviec setup mau.xlsx" or "python -m bot.cli setup mau.xlsx", as started.

    `names` follow the words; whoever holds a space is quoted.
    """
    program = sys.argv[0]
    if Path(program).name == "cli.py":
        start = f"{_quoted(sys.orig_argv[0])} -m bot.cli"
    elif Path(program).stem != _NAME or shutil.which(_NAME) == program:
        start = _NAME
    else:
        start = _quoted(program)
    return " ".join((start, words, *(_quoted(str(name)) for name in names)))


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word
