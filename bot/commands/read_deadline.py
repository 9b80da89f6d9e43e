"""`nhacviec read-deadline`: how a deadline phrase is understood, one phrase or a file of them."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from bot.commands.day_option import whole_day
from bot.commands.stopped import CannotGoOn
from jobs.packaged_calendar import packaged_calendar
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.working_days import WorkingCalendar

_KINDS = {
    DeadlineKind.DATE: "có hạn",
    DeadlineKind.PERIOD: "trong khoảng",
    DeadlineKind.ONGOING: "thường xuyên",
    DeadlineKind.RECURRING: "định kỳ",
    DeadlineKind.EXTERNAL: "theo nơi khác, chưa có ngày",
    DeadlineKind.RELATIVE: "tính từ một sự kiện, chưa có ngày",
    DeadlineKind.UNSPECIFIED: "chưa rõ thời hạn",
    DeadlineKind.NONE: "không phải thời hạn",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("phrase", nargs="?", help="cụm từ chỉ thời hạn, như in trong kế hoạch")
    parser.add_argument("--on", type=whole_day, help="ngày của văn bản: 2025-09-15 hoặc 15/09/2025")
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")
    parser.add_argument("--batch", metavar="FILE", help='mỗi dòng một {"phrase", "on"}; "-" là đầu vào chuẩn')


def run(args: argparse.Namespace) -> int:
    """0 when everything could be read, 2 for wrong use or a bad line of a batch."""
    if args.batch:
        return _run_batch(args.batch)
    if args.phrase is None or args.on is None:
        print("Cần cụm từ và --on NGÀY, hoặc --batch FILE.", file=sys.stderr)
        return 2
    deadline = read_deadline(args.phrase, args.on, _calendar_around(args.on.year))
    _print(json.dumps(deadline.as_json(), ensure_ascii=False) if args.json else _in_words(deadline))
    return 0


def _run_batch(name: str) -> int:
    with _opened(name) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                asked = json.loads(line)
                on = whole_day(asked["on"])
                phrase = str(asked["phrase"] or "")
            except (ValueError, KeyError, TypeError, CannotGoOn) as problem:
                print(f"Dòng {number} không đọc được: {problem}", file=sys.stderr)
                return 2
            deadline = read_deadline(phrase, on, _calendar_around(on.year))
            _print(json.dumps(deadline.as_json(), ensure_ascii=False))
    return 0


@contextmanager
def _opened(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield sys.stdin
        return
    with open(name, encoding="utf-8-sig") as file:
        yield file


def _print(line: str) -> None:
    """UTF-8 whatever the terminal's locale says: people pipe this into scripts."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        print(line)
        return
    buffer.write(line.encode() + b"\n")
    buffer.flush()


def _calendar_around(year: int) -> WorkingCalendar:
    return packaged_calendar(year - 1, year + 2)


def _in_words(deadline: Deadline) -> str:
    parts = [_KINDS[deadline.kind].capitalize()]
    if deadline.start:
        parts.append(f"từ {deadline.start:%d/%m/%Y}")
    if deadline.due:
        word = "lần tới hạn" if deadline.kind is DeadlineKind.RECURRING else "hạn"
        parts.append(f"{word} {deadline.due:%d/%m/%Y}")
    if deadline.until:
        parts.append(f"đến hết {deadline.until:%d/%m/%Y}")
    parts.extend(f"mốc {m.due:%d/%m/%Y}: {m.target}" for m in deadline.milestones)
    line = ", ".join(parts) + "."
    if deadline.matched:
        line += f'\nĐọc từ: "{deadline.matched}"'
        line += f" ({deadline.note})" if deadline.note and not deadline.to_confirm else ""
    return f"{line}\nCần xem lại: {deadline.note}." if deadline.to_confirm else line
