"""`nhacviec connection list`: the bot accounts with what their plan still allows, without their secrets."""

import argparse

from bot.commands.office import ADD_BOT, add_agency_option, open_office, the_agency
from bot.commands.typed import typed
from jobs.budget import used_in_month
from jobs.clock import SystemClock, office_day
from storage.queries.agencies import connections_of
from storage.queries.connections import seats_taken


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        bots = connections_of(session, agency.id)
        if not bots:
            print(f"Chưa có bot nào. Để thêm: {typed(ADD_BOT)}")
        today = office_day(SystemClock().now(), agency.time_zone)
        for c in bots:
            state = (
                f"đã dừng, mã bot không đúng; hãy sửa rồi chạy lại: {typed('run')}" if c.stopped_reason else "đang dùng"
            )
            sent = of_limit(used_in_month(c, today), c.month_limit)
            people = of_limit(seats_taken(session, c.id), c.seat_limit)
            print(f"{c.id}. {c.channel.value} “{c.name}” – {state} – tháng này {sent} tin – {people} người đã nhắn bot")
    return 0


def of_limit(used: int, limit: int | None) -> str:
    """ "12/50", or "12" where nothing is limited."""
    return f"{used}/{limit}" if limit else str(used)
