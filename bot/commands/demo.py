"""`nhacviec demo`: two sample offices on a fresh SQLite file, and a chat in this terminal."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bot import logs
from bot.demo.kept import lay_out
from bot.demo.lines import answer, first_screen
from bot.demo.session import DemoSession
from storage.database import open_engine

KEPT = Path("nhacviec-demo.sqlite3")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keep", action="store_true", help=f"giữ lại dữ liệu trong {KEPT} cho lần sau")


def run(args: argparse.Namespace) -> int:
    logs.set_up("ERROR")
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        path = KEPT if args.keep else Path(folder) / "demo.sqlite3"
        asyncio.run(_talk(path))
    return 0


async def _talk(path: Path) -> None:
    fresh = not path.exists()
    if fresh:
        lay_out(path)
    engine = open_engine(f"sqlite:///{path}")
    if not fresh:
        from storage.migrate import migrate  # it takes long to load, and a demo just laid out needs none

        migrate(engine)
    demo = DemoSession(engine, print)
    print(first_screen(demo))
    while (line := await asyncio.to_thread(_read, demo)) is not None:
        if not await answer(demo, line):
            break
    engine.dispose()


def _read(demo: DemoSession) -> str | None:
    """The next line; a story piped in is echoed, so that the output reads as a conversation."""
    prompt = f"{demo.who.given_name}> "
    if sys.stdin.isatty():
        try:
            return input(prompt)
        except (EOFError, KeyboardInterrupt):
            return None
    line = sys.stdin.readline()
    if line:
        print(f"{prompt}{line.rstrip()}")
    return line.rstrip("\n") if line else None
