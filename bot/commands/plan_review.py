"""`nhacviec plan review FILE.xlsx`: the open draft as a sheet to edit in Excel; `--take` brings the edits back."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlmodel import Session

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn, stopped
from bot.commands.typed import typed
from jobs.clock import SystemClock, office_day
from jobs.plans.review import KINDS, ReviewChange, UnknownPerson, differences, review_rows, take
from storage.documents.review_file import COLUMNS, NotAReview, ReviewRow, UnclearCell, read_review, write_review
from storage.models.plans import Plan
from storage.queries.people import living_units, people
from storage.queries.plans import open_draft

MOST_SHOWN = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="tệp XLSX để ghi ra, hoặc đã sửa (với --take)")
    parser.add_argument("--take", action="store_true", help="đọc tệp đã sửa và nêu các thay đổi")
    parser.add_argument("--yes", action="store_true", help="với --take: ghi các thay đổi vào bản nháp")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    try:
        return _review(args)
    except CannotGoOn as error:
        return stopped(error)


def _review(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        plan = open_draft(session, agency.id)
        if plan is None:
            raise CannotGoOn(f"Không có bản nháp nào. Hãy chạy trước: {typed('plan import', 'FILE')}")
        today = office_day(SystemClock().now(), agency.time_zone)
        if args.take:
            return _take(session, plan, args, today)
        _write(session, plan, args.file, today)
    print(f"Đã ghi bản nháp “{plan.title}” vào {args.file}; dòng có chỗ cần xem được tô màu.")
    print(f"Sửa xong, hãy chạy: {typed('plan review', args.file)} --take")
    return 0


def _write(session: Session, plan: Plan, path: Path, today: date) -> None:
    units = [unit.name for unit in living_units(session, plan.agency_id)]
    names = [p.staff.full_name for p in people(session, plan.agency_id, today)]
    data = write_review(review_rows(session, plan), units, names, list(KINDS.values()))
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise CannotGoOn(f"Tệp {path} đã có; hãy chọn tên khác, hoặc thêm --take để đọc tệp này vào.") from error


def _take(session: Session, plan: Plan, args: argparse.Namespace, today: date) -> int:
    changes = list(differences(review_rows(session, plan), _edited(args.file)))
    print("\n".join(_in_words(changes)))
    if not changes:
        return 0
    if not args.yes:
        print(f"Chưa ghi gì. Để ghi vào bản nháp, hãy chạy: {typed('plan review', args.file)} --take --yes")
        return 0
    try:
        take(session, plan, changes, people(session, plan.agency_id, today))
    except UnknownPerson as name:
        raise CannotGoOn(f"Cột Người phụ trách: chưa rõ “{name}” là ai; chưa ghi gì. Hãy ghi đủ họ tên.") from name
    print(f"Đã ghi {len(changes)} thay đổi vào bản nháp “{plan.title}”.")
    return 0


def _edited(path: Path) -> list[ReviewRow]:
    try:
        return read_review(path.read_bytes())
    except OSError as error:
        raise CannotGoOn(f"Không mở được tệp {path}; hãy kiểm tra lại đường dẫn.") from error
    except UnclearCell as cell:
        raise CannotGoOn(f"Ô {cell.place}: “{cell.text}” không phải ngày (ví dụ 15/12/2025); chưa ghi gì.") from cell
    except NotAReview as missing:
        what = f"thiếu cột “{missing}”" if str(missing) else "không phải tệp rà soát"
        raise CannotGoOn(f"Tệp {path} {what}. Hãy lấy tệp mới bằng: {typed('plan review', 'FILE.xlsx')}") from missing


def _in_words(changes: list[ReviewChange]) -> Iterator[str]:
    if not changes:
        yield "Tệp không có thay đổi nào so với bản nháp."
    for change in changes[:MOST_SHOWN]:
        header = COLUMNS[change.field][0].partition(" (")[0]
        yield f"{change.row.code} · {header}: {_shown(change.before)} → {_shown(change.after)}"
    if len(changes) > MOST_SHOWN:
        yield f"… và {len(changes) - MOST_SHOWN} thay đổi khác."


def _shown(value: object) -> str:
    text = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")
    return f"“{text[:60]}”" if text else "(trống)"
