"""`nhacviec plan read FILE`: what a plan says, printed and nothing changed."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.commands.known_office import known_office
from bot.commands.plan_file import KINDS_READ, file_bytes, read_plan_file, readable
from jobs.rules.deadlines.model import Deadline
from jobs.rules.plans.model import PlanReading, PlanTask, all_lines, lines_with_duty
from jobs.rules.plans.reader import read_plan
from jobs.rules.plans.short_titles import short_title
from jobs.rules.plans.totals import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=KINDS_READ)
    parser.add_argument("--json", action="store_true", help="in một đối tượng JSON")


def run(args: argparse.Namespace) -> int:
    """0 when the file could be read, 2 when it is missing, broken or of another kind."""
    with readable():
        document = read_plan_file(file_bytes(args.file), args.file.name)
        office = known_office()
    reading = read_plan(document, on=None, calendar=office.calendar, known_units=office.unit_names)
    if args.json:
        print(json.dumps(reading.as_json(), ensure_ascii=False))
    else:
        print("\n".join(_in_words(reading)))
    return 0


def _in_words(reading: PlanReading) -> Iterator[str]:
    head = reading.head
    yield head.title or "(không thấy tên kế hoạch)"
    told = [head.issuer, f"số {head.number}" if head.number else None, _day(head.issued_on)]
    yield " · ".join(text for text in told if text)
    yield from _counts(reading)
    yield ""
    for line in all_lines(reading):
        yield _line(line)
    for indicator in reading.indicators:
        yield f"{indicator.code:<10} {short_title(indicator.name)[0]} – {indicator.target_text} – {', '.join(indicator.parties.lead)}"
    if reading.duties_in_prose:
        yield "\nViệc nêu trong phần lời:"
        yield from (f"- {short_title(duty.text)[0]} – {duty.deadline_text}" for duty in reading.duties_in_prose)
    yield from _ledger(reading)
    yield from _doubts(reading)


def _counts(reading: PlanReading) -> Iterator[str]:
    if reading.tasks:
        yield f"{counted(reading.tasks)} nhiệm vụ, {len(lines_with_duty(reading))} dòng có việc phải làm."
    if reading.indicators:
        yield f"{len(reading.indicators)} chỉ tiêu."
    if reading.stated_total:
        yield f"Kế hoạch ghi: {reading.stated_total.text}"


def _line(line: PlanTask) -> str:
    title = short_title(line.title)[0]
    if line.heading:
        return f"{line.code:<10} {title}:"
    lead = ", ".join(line.parties.lead) or "chưa ghi chủ trì"
    return f"{line.code:<10} {title} – {lead} – {_deadline(line.deadline, line.deadline_text)}"


def _deadline(deadline: Deadline | None, text: str) -> str:
    printed = text or "không ghi thời hạn"
    return f"{printed} ({_day(deadline.due)})" if deadline and deadline.due and not deadline.recurrence else printed


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _ledger(reading: PlanReading) -> Iterator[str]:
    rows = reading.rows
    yield f"\nBảng trong tệp có {rows.in_file} dòng: đọc {rows.read}, để lại {len(rows.left_out)}."
    yield from (f"- {left.place}: {left.why} – {left.text[:80]}" for left in rows.left_out)


def _doubts(reading: PlanReading) -> Iterator[str]:
    """Doubts on the whole plan, then those of lines; one shared by many lines is said once."""
    by_line = [(line, doubt) for line in all_lines(reading) for doubt in line.doubts]
    if reading.doubts or by_line:
        yield "\nCần xem lại:"
    yield from (f"- {doubt}" for doubt in reading.doubts)
    for doubt, n in Counter(doubt for _, doubt in by_line).items():
        codes = [line.code for line, said in by_line if said == doubt]
        more = f" và {n - 8} dòng khác" if n > 8 else ""
        yield f"- {', '.join(codes[:8])}{more}: {doubt}"
