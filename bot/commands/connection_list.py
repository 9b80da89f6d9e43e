"""`nhacviec connection list`: the bot accounts, without their secrets."""

import argparse

from bot.commands.office import ADD_BOT, add_agency_option, open_office, the_agency
from bot.commands.typed import typed
from storage.queries.agencies import connections_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        bots = connections_of(session, agency.id)
        if not bots:
            print(f"Chưa có bot nào. Để thêm: {typed(ADD_BOT)}")
        for c in bots:
            limit = f"/{c.month_limit}" if c.month_limit else ""
            state = (
                f"đã dừng, mã bot không đúng; hãy sửa rồi chạy lại: {typed('run')}" if c.stopped_reason else "đang dùng"
            )
            print(
                f"{c.id}. {c.channel.value} “{c.name}” – {state} – tháng {c.month or 'này'}: {c.month_count}{limit} tin"
            )
    return 0
