"""`nhacviec plan import FILE`: a draft that the keeper reviews and confirms in chat."""

import argparse
import sys
from pathlib import Path

from bot.commands.office import add_agency_option, ready_engine, the_agency
from bot.commands.plan_read import explain_unreadable
from bot.commands.stopped import CannotGoOn, stopped
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from jobs.planning import make_draft
from jobs.rules.plans.reader import read_plan
from storage.database import transaction
from storage.documents.errors import UnreadableFile
from storage.documents.reader import read_document
from storage.queries.people import agency_keeper, living_units, person


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="kế hoạch, dạng .docx hoặc .xlsx")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    try:
        return _import(args)
    except CannotGoOn as error:
        return stopped(error)
    except UnreadableFile as error:
        print(explain_unreadable(error), file=sys.stderr)
        return 2


def _import(args: argparse.Namespace) -> int:
    if not args.file.exists():
        raise CannotGoOn(f"Không thấy tệp {args.file}; hãy kiểm tra lại đường dẫn.")
    data, now = args.file.read_bytes(), SystemClock().now()
    with transaction(ready_engine()) as session:
        agency = the_agency(session, args.agency)
        keeper_id = agency_keeper(session, agency.id)
        if keeper_id is None:
            raise CannotGoOn("Cơ quan chưa có người theo dõi kế hoạch; hãy đánh dấu một người trong tệp thiết lập.")
        today = office_day(now, agency.time_zone)
        names = [unit.name for unit in living_units(session, agency.id)]
        document = read_document(data, args.file.name)
        reading = read_plan(document, on=today, calendar=working_calendar(session), known_units=names).as_json()
        keeper = person(session, agency.id, keeper_id, today)
        coordinator = min(keeper.unit_ids, default=None)
        if coordinator is None:
            raise CannotGoOn(f"{keeper.staff.full_name} chưa thuộc đơn vị nào nên chưa biết đơn vị đầu mối.")
        plan = make_draft(session, agency.id, reading, (args.file.name, data), keeper_id, coordinator, now)
        print(f"Đã đọc “{plan.title}”: {plan.lines_read} dòng việc, để lại {plan.lines_left_out} dòng.")
        print(f"Kế hoạch đang là bản nháp. {keeper.staff.full_name} nhắn cho bot: xem · xác nhận · bỏ")
    return 0
