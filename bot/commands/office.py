"""What several commands share: open the configured database, and know which agency is meant."""

import argparse

from sqlalchemy import Engine
from sqlmodel import Session

from bot.commands.stopped import CannotGoOn
from storage.database import open_engine
from storage.migrate import revisions
from storage.models.organisation import Agency
from storage.queries.agencies import agency_by_name, all_agencies
from storage.settings import Settings


def add_agency_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", metavar="TÊN", help="tên cơ quan, khi có nhiều cơ quan")


def ready_engine() -> Engine:
    """The configured database at this build's revision; raises CannotGoOn."""
    settings = Settings()
    problems = settings.problems()
    if problems:
        raise CannotGoOn("\n".join(problems))
    engine = open_engine(settings.database_url)
    found, needed = revisions(engine)
    if found != needed:
        raise CannotGoOn(f"Cơ sở dữ liệu đang ở bản {found or 'trống'}, cần bản {needed}. Hãy chạy: nhacviec migrate")
    return engine


def the_agency(session: Session, name: str | None) -> Agency:
    """The agency named, or the only one; raises CannotGoOn."""
    if name is not None:
        found = agency_by_name(session, name)
        if found is None:
            raise CannotGoOn(f"Không có cơ quan “{name}”.")
        return found
    agencies = all_agencies(session)
    if len(agencies) != 1:
        names = "; ".join(a.name for a in agencies) or "chưa có cơ quan nào, hãy chạy: nhacviec setup"
        raise CannotGoOn(f"Cần nói rõ cơ quan bằng --agency. Đang có: {names}")
    return agencies[0]
