"""`nhacviec plan review FILE.xlsx`: the open draft as a sheet to edit in Excel; `--take` brings the edits back."""

import argparse
from pathlib import Path

from sqlmodel import Session

from bot.commands.drafts import as_keeper, the_draft
from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.plan_file import file_bytes, readable
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.replies.files import change_lines
from bot.replies.review_notes import note_lines
from bot.usecases.file_reading import ReviewBroken, ReviewRead, read_file
from bot.usecases.hand_in import hand_in, setting
from bot.usecases.review_sheet import (
    ChangesShown,
    NothingChanged,
    SheetMade,
    SheetRefused,
    make_sheet,
    take_changes,
)
from bot.usecases.said import Said
from locales.translate import translator

MOST_SHOWN = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="tệp XLSX để ghi ra, hoặc đã sửa (với --take)")
    parser.add_argument("--take", action="store_true", help="đọc tệp đã sửa và nêu các thay đổi")
    parser.add_argument("--yes", action="store_true", help="với --take: ghi các thay đổi vào bản nháp")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with readable():
        return _review(args)


def _review(args: argparse.Namespace) -> int:
    with open_office() as session:
        plan = the_draft(session, the_agency(session, args.agency))
        said = as_keeper(session, plan)
        if args.take:
            return _take(session, said, args)
        title, made = plan.title, make_sheet(session, said)
        if isinstance(made, SheetMade):
            _write(args.file, made.data)
        session.rollback()  # here the sheet is a file of its own and need not be kept
    print(f"Đã ghi bản nháp “{title}” vào {args.file}; dòng có chỗ cần xem được tô màu.")
    print(f"Sửa xong, hãy chạy: {typed('plan review', args.file)} --take")
    return 0


def _write(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise CannotGoOn(f"Tệp {path} đã có; hãy chọn tên khác, hoặc thêm --take để đọc tệp này vào.") from error


def _take(session: Session, said: Said, args: argparse.Namespace) -> int:
    result = _changes(session, said, args.file)
    if isinstance(result, NothingChanged):
        print("\n".join(["Tệp không có thay đổi nào so với bản nháp.", *note_lines(result.notes, translator("vi"))]))
        return 0
    print("\n".join(change_lines(result.changes[:MOST_SHOWN], translator("vi"))))
    if len(result.changes) > MOST_SHOWN:
        print(f"… và {len(result.changes) - MOST_SHOWN} thay đổi khác.")
    if result.notes:
        print("\n".join(["Cần để ý:", *note_lines(result.notes, translator("vi"))]))
    if not args.yes:
        session.rollback()
        print(f"Chưa ghi gì. Để ghi vào bản nháp, hãy chạy: {typed('plan review', args.file)} --take --yes")
        return 0
    take_changes(session, said, result.file_id)
    print(f"Đã ghi {len(result.changes)} thay đổi vào bản nháp “{result.plan.title}”.")
    return 0


def _changes(session: Session, said: Said, path: Path) -> ChangesShown | NothingChanged:
    """What the edited file would change; raises CannotGoOn."""
    data = file_bytes(path)
    read = read_file(data, path.name, setting(session, said.agency_id, said.day))
    result = hand_in(session, said, path.name, data, read) if isinstance(read, ReviewRead) else read
    if isinstance(result, ChangesShown | NothingChanged):
        return result
    if isinstance(result, SheetRefused):
        wrong = "\n".join(note_lines(result.notes, translator("vi")))
        raise CannotGoOn(f"Tệp {path} còn {len(result.notes)} chỗ phải sửa; chưa ghi gì.\n{wrong}")
    what = "không phải tệp rà soát của bản nháp này"
    if isinstance(result, ReviewBroken):
        what = f"thiếu cột “{result.column}”"
    raise CannotGoOn(f"Tệp {path} {what}. Hãy lấy tệp mới bằng: {typed('plan review', 'FILE.xlsx')}")
