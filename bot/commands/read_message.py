"""`nhacviec read-message`: how the words of a chat message are understood (JSON shape: design, "read-message")."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.commands.day_option import whole_day
from bot.commands.known_office import KnownOffice, known_office
from bot.commands.stopped import CannotGoOn
from bot.understanding.intents import Understanding
from bot.understanding.read import read_message

ROLES = ("staff", "unit_head", "office_head", "leader", "admin", "keeper")
CONTEXTS = ("direct", "reply_to_reminder", "group")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", metavar="TEXT")
    parser.add_argument("--on", type=whole_day, metavar="NGÀY", help="ngày nhắn: 13/10/2025 hoặc 2025-10-13")
    parser.add_argument("--role", choices=ROLES, default="staff")
    parser.add_argument("--context", choices=CONTEXTS, default="direct")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--batch", type=Path, metavar="FILE", help='one {"text","role","context","on"} a line')


def run(args: argparse.Namespace) -> int:
    """0 when read, 2 when the arguments or a line of the batch cannot be used."""
    if not args.batch and (args.text is None or args.on is None):
        print("Cần lời nhắn và --on NGÀY (13/10/2025), hoặc --batch FILE.", file=sys.stderr)
        return 2
    office = known_office()
    if args.batch:
        return _batch(args.batch, office)
    understood = _read(office, args.text, args.role, args.context, args.on)
    print(json.dumps(understood.as_json(), ensure_ascii=False) if args.json else "\n".join(_plain(understood)))
    return 0


def _read(office: KnownOffice, text: str, role: str, context: str, on: date) -> Understanding:
    return read_message(text, role=role, context=context, on=on, directory=office.directory, calendar=office.calendar)


def _batch(path: Path, office: KnownOffice) -> int:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = json.loads(line)
            said = str(row["text"]), str(row.get("role", "staff")), str(row.get("context", "direct"))
            understood = _read(office, *said, whole_day(row["on"]))
        except (ValueError, KeyError, TypeError, CannotGoOn) as problem:
            print(f"Dòng {number} không đọc được: {problem}", file=sys.stderr)
            return 2
        print(json.dumps(understood.as_json(), ensure_ascii=False))
    return 0


def _plain(understood: Understanding) -> Iterator[str]:
    for act in understood.acts:
        slots = ", ".join(f"{name}={value}" for name, value in act.slots.as_json().items())
        yield f"{act.intent.value}: {slots}" if slots else act.intent.value
    if not understood.sure:
        yield "? " + " | ".join(r.intent.value for r in understood.readings)
