"""`nhacviec restore FILE`: a backup back into the configured database, of either engine; old digests are not sent again."""

import argparse
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from bot.commands.office import configured_engine
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from jobs.clock import SystemClock
from jobs.health import clock_state
from jobs.restore import cut_off
from storage.backup import NotABackup, Unfit, back_up, copy_rows, opened
from storage.database import transaction
from storage.migrate import migrate
from storage.queries.agencies import all_agencies
from storage.revision import revisions

WHY = {
    Unfit.MISSING: "Không có tệp {path}. Hãy kiểm tra đường dẫn.",
    Unfit.NO_BACKUP: "{path} không phải tệp sao lưu của Nhắc Việc, hoặc đã hỏng; chưa thay đổi gì. Hãy thử tệp sao lưu khác.",
    Unfit.NEWER: "{path} do bản mới hơn tạo ra; chưa thay đổi gì. Hãy cập nhật Nhắc Việc rồi chạy lại.",
}
MOST_NAMED = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="TỆP", help="tệp do lệnh backup ghi")
    parser.add_argument("--replace", action="store_true", help="thay dữ liệu đang có (được sao lưu trước khi thay)")


def run(args: argparse.Namespace) -> int:
    now = SystemClock().now()
    engine = configured_engine()
    try:
        with opened(args.file) as source:
            kept = _make_room(engine, args.file, now, replace=args.replace)
            ended, counts = restore(source, engine, now)
    except NotABackup as error:
        raise CannotGoOn(WHY[error.why].format(path=args.file)) from error
    finally:
        engine.dispose()
    if kept:
        print(f"Dữ liệu trước khi thay đã được sao lưu vào {kept}.")
    print(f"Đã khôi phục từ {args.file}: {_told(counts)}.")
    if ended:
        print(f"{ended} tin đang chờ trong bản sao lưu không gửi lại, vì có thể đã đến.")
    print(f"Việc còn hạn được nhắc vào sáng ngày làm việc sau. Chạy lại: {typed('run')}; kiểm tra: {typed('doctor')}")
    return 0


def _told(counts: dict[str, int]) -> str:
    """What a person counts, and all rows to compare with what the backup said."""
    offices, people, plans, tasks = (counts.get(name, 0) for name in ("agency", "staff", "plan", "task"))
    return f"{offices} cơ quan, {people} người, {plans} kế hoạch, {tasks} nhiệm vụ ({sum(counts.values())} dòng)"


def restore(source: Engine, engine: Engine, now: datetime) -> tuple[int, dict[str, int]]:
    """Messages ended by the cut-off, and rows by table; all or nothing."""
    ended = 0

    def finish(connection: Connection) -> None:
        nonlocal ended
        with Session(connection) as session:
            ended = cut_off(session, now)
            session.flush()

    counts = copy_rows(source, engine, finish)
    return ended, counts


def _make_room(engine: Engine, file: Path, now: datetime, *, replace: bool) -> Path | None:
    """A database at this revision, empty or allowed to be replaced; where its rows were kept. Raises CannotGoOn."""
    found, needed = revisions(engine)
    if found is None:
        migrate(engine)
        return None
    if found != needed:
        raise CannotGoOn(f"Cơ sở dữ liệu đang ở bản {found}, cần bản {needed}. Hãy chạy trước: {typed('migrate')}")
    with transaction(engine) as session:
        there, runs = [agency.name for agency in all_agencies(session)], clock_state(session).lives(now)
    if runs:
        raise CannotGoOn(
            "Nhắc Việc đang chạy trên cơ sở dữ liệu này, hoặc vừa dừng chưa đến 2 phút; chưa thay đổi gì. "
            "Hãy dừng mọi tiến trình, đợi 2 phút rồi chạy lại lệnh này."
        )
    if not there:
        return None
    if not replace:
        raise CannotGoOn(
            f"Cơ sở dữ liệu đang có dữ liệu của {', '.join(there[:MOST_NAMED])}; chưa thay đổi gì. "
            "Nếu muốn thay hết (dữ liệu đang có được sao lưu trước), hãy thêm --replace."
        )
    kept = file.with_name(f"truoc-khoi-phuc-{now.astimezone():%Y%m%d-%H%M%S}.nhacviec")
    back_up(engine, kept)
    return kept
