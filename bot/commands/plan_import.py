"""`nhacviec plan import FILE`: a draft that the keeper reviews and confirms in chat."""

import argparse
from datetime import date, datetime
from pathlib import Path

from sqlmodel import Session

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.plan_file import KINDS_READ, file_bytes, readable
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.replies.unreadable import secrecy
from bot.usecases.file_reading import (
    NoPlan,
    PlanRead,
    ReviewBroken,
    ReviewRead,
    SecretFile,
    SetupForm,
    Unreadable,
    read_file,
)
from bot.usecases.hand_in import SameFile, hand_in, setting
from bot.usecases.plan_review import DraftShown
from bot.usecases.said import Said
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from jobs.plans.doubts import doubts_of
from jobs.plans.versions import Comparison, compare
from locales.translate import translator
from storage.documents.errors import UnreadableFile
from storage.kinds import PlanState
from storage.models.organisation import Agency
from storage.models.plans import Plan
from storage.queries.people import Person, agency_keeper, person
from storage.queries.plans import files_of

MOST_SAID = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=KINDS_READ)
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with readable():
        return _import(args)


def _import(args: argparse.Namespace) -> int:
    data, now = file_bytes(args.file), SystemClock().now()
    with open_office() as session:
        agency = the_agency(session, args.agency)
        keeper = _keeper(session, agency, office_day(now, agency.time_zone))
        plan = _taken_in(session, keeper, args.file, data, now)
        print(f"Đã đọc “{plan.title}”: {plan.lines_read} dòng việc, để lại {plan.lines_left_out} dòng.")
        found = compare(session, plan)
        if found:
            print(
                f"Đây là bản mới của “{found.plan.title}”: giữ nguyên {found.same} việc, đổi {len(found.changed)}, "
                f"thêm {len(found.added)}, thôi {len(found.gone)}, chưa rõ {len(found.unclear)}."
            )
        print(_left_to_see(session, plan, found))
        print(f"Kế hoạch đang là bản nháp. {_how_to_decide(keeper)}")
    return 0


def _left_to_see(session: Session, plan: Plan, version: Comparison | None) -> str:
    """What the keeper still has to look at, and what was said of the file as a whole, as columns that were not read."""
    kept = files_of(session, plan.agency_id, plan.id)
    of_file = (kept[0].beside.get("doubts") or [])[:MOST_SAID] if kept else []
    return "\n".join([f"Còn {len(doubts_of(session, plan, version))} chỗ cần xem.", *(f"- {said}" for said in of_file)])


def _keeper(session: Session, agency: Agency, today: date) -> Person:
    keeper_id = agency_keeper(session, agency.id)
    if keeper_id is None:
        raise CannotGoOn("Cơ quan chưa có người theo dõi kế hoạch; hãy đánh dấu một người trong tệp thiết lập.")
    keeper = person(session, agency.id, keeper_id, today)
    if not keeper.unit_ids:
        raise CannotGoOn(f"{keeper.staff.full_name} chưa thuộc đơn vị nào nên chưa biết đơn vị đầu mối.")
    return keeper


def _taken_in(session: Session, keeper: Person, path: Path, data: bytes, now: datetime) -> Plan:
    """The draft made of the file, as if its keeper had sent it; raises CannotGoOn."""
    today = office_day(now, keeper.agency.time_zone)
    read = read_file(data, path.name, setting(session, keeper.agency.id, today))
    if isinstance(read, PlanRead):
        result = hand_in(session, Said(keeper, now, today, working_calendar(session)), path.name, data, read)
        if isinstance(result, DraftShown):
            return result.plan
        raise CannotGoOn(_known(result, keeper))
    match read:
        case Unreadable(reason):
            raise UnreadableFile(reason)
        case SetupForm():
            hint = typed("setup", path)
            raise CannotGoOn(f"Đây là mẫu khai báo cơ quan, không phải kế hoạch. Để khai báo, hãy chạy: {hint}")
        case SecretFile():
            raise CannotGoOn(secrecy(translator("vi")))
        case ReviewRead() | ReviewBroken():
            hint = f"{typed('plan review', path)} --take"
            raise CannotGoOn(f"Đây là tệp rà soát của một bản nháp. Để đọc lại, hãy chạy: {hint}")
        case NoPlan() | _:
            raise CannotGoOn(
                "Không thấy dòng việc nào trong tệp nên không tạo bản nháp. Hãy chọn tệp có bảng phân công nhiệm vụ; "
                f"xem bot đọc được gì bằng: {typed('plan read', path)}"
            )


def _known(result: object, keeper: Person) -> str:
    """The same file makes no second draft while the first, or its plan, stands."""
    if not isinstance(result, SameFile):
        raise TypeError(type(result))
    if result.plan.state is PlanState.DRAFT:
        title = result.plan.title
        return f"Tệp này đã đọc rồi, không có gì thay đổi: “{title}” đang là bản nháp. {_how_to_decide(keeper)}"
    return f"Tệp này đã vào theo dõi rồi, không có gì thay đổi: “{result.plan.title}”."


def _how_to_decide(keeper: Person) -> str:
    confirm = f"{typed('plan confirm')}"
    return f"{keeper.staff.full_name} nhắn cho bot: xem · xác nhận · bỏ (hoặc chạy: {confirm})"
