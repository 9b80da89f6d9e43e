"""`nhacviec plan import FILE`: a draft that the keeper reviews and confirms in chat."""

import argparse
import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from sqlmodel import Session

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.plan_file import KINDS_READ, explain_unreadable, file_bytes, read_plan_file
from bot.commands.stopped import CannotGoOn, stopped
from bot.commands.typed import typed
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from jobs.plans.draft import make_draft
from jobs.plans.versions import compare
from jobs.rules.draft import Reading, lines_of
from jobs.rules.plans.reader import read_plan
from storage.documents.errors import UnreadableFile
from storage.documents.office_form import is_form
from storage.kinds import PlanState
from storage.models.organisation import Agency
from storage.queries.files import plan_of_file
from storage.queries.people import Person, agency_keeper, living_units, person


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=KINDS_READ)
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
    data, now = _read(args.file), SystemClock().now()
    with open_office() as session:
        agency = the_agency(session, args.agency)
        keeper = _keeper(session, agency, office_day(now, agency.time_zone))
        _refuse_known(session, keeper, data)
        reading = _reading(session, agency, args.file, data, now)
        plan = make_draft(session, agency.id, reading, (args.file.name, data), keeper.id, min(keeper.unit_ids), now)
        print(f"Đã đọc “{plan.title}”: {plan.lines_read} dòng việc, để lại {plan.lines_left_out} dòng.")
        if found := compare(session, plan):
            print(
                f"Đây là bản mới của “{found.plan.title}”: giữ nguyên {found.same} việc, đổi {len(found.changed)}, "
                f"thêm {len(found.added)}, thôi {len(found.gone)}, chưa rõ {len(found.unclear)}."
            )
        print(f"Kế hoạch đang là bản nháp. {_how_to_decide(keeper)}")
    return 0


def _read(path: Path) -> bytes:
    data = file_bytes(path)
    if is_form(data):
        raise CannotGoOn(
            f"Đây là mẫu khai báo cơ quan, không phải kế hoạch. Để khai báo, hãy chạy: {typed('setup', path)}"
        )
    return data


def _keeper(session: Session, agency: Agency, today: date) -> Person:
    keeper_id = agency_keeper(session, agency.id)
    if keeper_id is None:
        raise CannotGoOn("Cơ quan chưa có người theo dõi kế hoạch; hãy đánh dấu một người trong tệp thiết lập.")
    keeper = person(session, agency.id, keeper_id, today)
    if not keeper.unit_ids:
        raise CannotGoOn(f"{keeper.staff.full_name} chưa thuộc đơn vị nào nên chưa biết đơn vị đầu mối.")
    return keeper


def _refuse_known(session: Session, keeper: Person, data: bytes) -> None:
    """The same file makes no second draft while the first, or its plan, stands."""
    known = plan_of_file(session, keeper.agency.id, sha256(data).hexdigest())
    if known is None:
        return
    if known.state is PlanState.DRAFT:
        raise CannotGoOn(
            f"Tệp này đã đọc rồi, không có gì thay đổi: “{known.title}” đang là bản nháp. {_how_to_decide(keeper)}"
        )
    raise CannotGoOn(f"Tệp này đã vào theo dõi rồi, không có gì thay đổi: “{known.title}”.")


def _how_to_decide(keeper: Person) -> str:
    return f"{keeper.staff.full_name} nhắn cho bot: xem · xác nhận · bỏ"


def _reading(session: Session, agency: Agency, path: Path, data: bytes, now: datetime) -> Reading:
    """What the file says; refuses one without a line of work."""
    units = [unit.name for unit in living_units(session, agency.id)]
    today, calendar = office_day(now, agency.time_zone), working_calendar(session)
    reading = read_plan(read_plan_file(data, path.name), on=today, calendar=calendar, known_units=units).as_json()
    if all(line.is_heading for line in lines_of(reading)):
        raise CannotGoOn(
            "Không thấy dòng việc nào trong tệp nên không tạo bản nháp. Hãy chọn tệp có bảng phân công nhiệm vụ; "
            f"xem bot đọc được gì bằng: {typed('plan read', path)}"
        )
    return reading
