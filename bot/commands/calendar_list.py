"""`nhacviec calendar list --year 2026`: the days off and the worked weekends of a year."""

import argparse
from datetime import date

from bot.commands.office import open_office
from bot.commands.stopped import CannotGoOn
from jobs.clock import SystemClock, office_day
from locales.formats import weekday_full_day
from storage.kinds import DayKind
from storage.queries.calendar import holidays_between

_KINDS = {DayKind.OFF: "nghỉ", DayKind.WORKING: "làm việc"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, help="năm; không ghi là năm nay")


def run(args: argparse.Namespace) -> int:
    year = args.year or office_day(SystemClock().now(), "Asia/Ho_Chi_Minh").year
    if not date.min.year <= year <= date.max.year:
        raise CannotGoOn(f"Không có năm {year}.")
    with open_office() as session:
        days = [
            (row.day, row.kind, row.note) for row in holidays_between(session, date(year, 1, 1), date(year, 12, 31))
        ]
    for day, kind, note in days:
        print(f"{weekday_full_day(day, 'vi'):<22} {_KINDS[kind]:<9} {note}".rstrip())
    if not days:
        print(f"Năm {year} chưa có ngày nghỉ nào trong bảng; chỉ nghỉ thứ Bảy và Chủ nhật.")
    return 0
