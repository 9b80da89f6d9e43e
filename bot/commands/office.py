"""What several commands share: open the configured database, and know which agency is meant."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Session

from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from jobs.rules.text import fold_words
from storage.database import open_engine, transaction
from storage.models.organisation import Agency
from storage.queries.agencies import all_agencies
from storage.revision import revisions
from storage.settings import Settings

# What hints tell to type next.
TEMPLATE = "setup --template mau.xlsx"
ADD_BOT = "connection add telegram --secret env:TELEGRAM_TOKEN"


def add_agency_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", metavar="TÊN", help="tên cơ quan, khi cơ sở dữ liệu có nhiều cơ quan")


def configured_engine() -> Engine:
    """The database of the settings, in whatever state it is; raises CannotGoOn for settings that cannot work."""
    settings = Settings()
    problems = settings.problems()
    if problems:
        raise CannotGoOn("\n".join(problems))
    return open_engine(settings.database_url)


def ready_engine() -> Engine:
    """The configured database at this build's revision; raises CannotGoOn, and makes no file."""
    engine = configured_engine()
    path = Settings().sqlite_path()
    found, needed = revisions(engine) if path is None or Path(path).exists() else (None, None)
    if found is None:
        raise CannotGoOn(
            f"Chưa có cơ sở dữ liệu. Hãy khai báo cơ quan trước; lấy mẫu bằng: {typed(TEMPLATE)}\n"
            "Nếu đã khai báo rồi, hãy kiểm tra DATABASE_URL và thư mục đang đứng."
        )
    if found != needed:
        raise CannotGoOn(f"Cơ sở dữ liệu đang ở bản {found}, cần bản {needed}. Hãy chạy: {typed('migrate')}")
    return engine


def the_agency(session: Session, name: str | None) -> Agency:
    """The agency named, accents and case forgiven, or the only one; raises CannotGoOn."""
    agencies = all_agencies(session)
    if not agencies:
        raise CannotGoOn(f"Chưa có cơ quan nào. Hãy khai báo trước; lấy mẫu bằng: {typed(TEMPLATE)}")
    found = [a for a in agencies if name is None or fold_words(name) in {fold_words(a.name), fold_words(a.short_name)}]
    if len(found) == 1:
        return found[0]
    names = "; ".join(a.name for a in agencies)
    if name is not None:
        raise CannotGoOn(f"Không rõ cơ quan “{name}” là cơ quan nào. Đang có: {names}")
    raise CannotGoOn(f"Có {len(agencies)} cơ quan; hãy thêm vào cuối lệnh: --agency TÊN. Đang có: {names}")


@contextmanager
def open_office() -> Iterator[Session]:
    """One transaction on the configured database, closed with it; raises CannotGoOn."""
    engine = ready_engine()
    try:
        with transaction(engine) as session:
            yield session
    finally:
        engine.dispose()
