"""`nhacviec reminded 12`: who was reminded of a task, from the ledger; into a page to print where a file is named."""

import argparse
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from bot.replies.reader import CHANNELS
from bot.replies.reminded import arrived
from bot.usecases.reminded import left_about
from jobs.clock import SystemClock, office_day
from locales.translate import translator
from storage.documents.reminder_page import Page, write_page
from storage.models.organisation import Agency
from storage.queries.duties import DutyLine, lines_by_number
from storage.queries.people import Person, people
from storage.queries.reminders import Reminder

COLUMNS = (("STT", 1.1), ("Thời điểm", 3.2), ("Người nhận", 4.0), ("Kênh", 2.1), ("Kết quả", 2.6), ("Trả lời", 3.0))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="VIỆC", help="số việc, như trong tin nhắc")
    parser.add_argument("file", nargs="?", type=Path, metavar="TỆP.docx", help="ghi ra tệp Word để in")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    now = SystemClock().now()
    with open_office() as session:
        agency = the_agency(session, args.agency)
        lines = lines_by_number(session, agency.id, args.number)
        if not lines:
            raise CannotGoOn(f"Không thấy việc {args.number}. Số việc có trong tin nhắc và trong tệp rà soát.")
        known = {one.id: one for one in people(session, agency.id, office_day(now, agency.time_zone))}
        page = _page(agency, lines, list(_rows(agency, left_about(session, agency.id, lines), known)), now)
    if args.file is None:
        print("\n".join((page.title, *page.about, *(" · ".join(row) for row in page.rows), page.foot)))
        return 0
    try:
        args.file.write_bytes(write_page(page))
    except OSError as error:
        raise CannotGoOn(f"Không ghi được {args.file}: {error.strerror}. Hãy chọn chỗ khác.") from error
    print(f"Đã ghi {args.file}: {len(page.rows)} lần nhắc.")
    return 0


def _page(agency: Agency, lines: list[DutyLine], rows: list[list[str]], now: datetime) -> Page:
    task, plan = lines[0].task, lines[0].plan
    about = [f"Việc {lines[0].number}: {task.short_title if task.restricted else task.title}"]
    if plan is not None:
        about.append(f"{plan.short_title}, mục {task.code}. Thời hạn: {task.deadline_text or 'không ghi'}")
    foot = f"{len(rows)} lần nhắc, theo sổ gửi tin của bot đến {_moment(now, agency)}."
    return Page(agency.name, f"SỔ NHẮC VIỆC {lines[0].number}", about, COLUMNS, rows, foot)


def _rows(agency: Agency, reminders: list[Reminder], known: dict[int, Person]) -> Iterator[list[str]]:
    """Oldest first, as a ledger reads."""
    for n, one in enumerate(reversed(reminders), 1):
        who = known[one.staff_id].staff.full_name if one.staff_id in known else "người đã nghỉ"
        answer = _moment(one.answered_at, agency) if one.answered_at else "chưa"
        yield [
            str(n),
            _moment(one.at, agency),
            who,
            CHANNELS[one.channel],
            arrived(one.state, translator("vi")),
            answer,
        ]


def _moment(at: datetime, agency: Agency) -> str:
    return f"{at.astimezone(ZoneInfo(agency.time_zone)):%Hh%M %d/%m/%Y}"
