"""A process starts light: what only some answers need is not loaded before the first poll."""

import os
import subprocess
import sys

#: What takes long to load and has no part in the first poll of an office on SQLite.
LATER = ("alembic", "holidays", "rapidfuzz", "pdfplumber", "docx", "openpyxl", "matplotlib", "psycopg")
_START = """
import sys
import bot.commands.run, bot.compose, bot.process
import bot.channels.telegram.channel, bot.channels.telegram.poller, bot.channels.zalo.channel
print(*(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_a_start_loads_nothing_that_only_some_answers_need() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _START, *LATER]
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    assert done.stdout.split() == []
