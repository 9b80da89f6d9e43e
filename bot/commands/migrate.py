"""`nhacviec migrate`: create the database or bring it to this build's revision."""

import argparse

from bot.commands.office import configured_engine
from storage.migrate import migrate
from storage.revision import revisions


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="chỉ so sánh, không nâng cấp")


def run(args: argparse.Namespace) -> int:
    engine = configured_engine()
    before, needed = revisions(engine)
    if args.check:
        print(f"Đang có: {before or 'chưa có'}; bản này cần: {needed}.")
        return 0 if before == needed else 1
    migrate(engine)
    print("Cơ sở dữ liệu đã sẵn sàng." if before == needed else f"Đã nâng cấp từ {before or 'trống'} lên {needed}.")
    return 0
