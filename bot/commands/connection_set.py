"""`nhacviec connection set zalo --repeat nothing`: a bot's plan, and what it repeats when in doubt."""

import argparse
from collections.abc import Sequence

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from storage.kinds import Repeats
from storage.models.channels import Connection
from storage.queries.agencies import connections_of

_REPEATED = {
    Repeats.USUAL: "tin nhắc buổi sáng và tin trả lời",
    Repeats.NOTHING: "không gửi lại tin nào",
    Repeats.EVERYTHING: "gửi lại mọi tin",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="BOT", help="tên gọi của bot như trong danh sách bot, hoặc kênh: telegram, zalo"
    )
    parser.add_argument(
        "--repeat",
        choices=[one.value for one in Repeats],
        help="tin không rõ đã đến hay chưa được gửi lại một lần, có ghi rõ là gửi lại: "
        + "; ".join(f"{one.value} – {text}" for one, text in _REPEATED.items()),
    )
    parser.add_argument("--seats", type=int, metavar="SỐ", help="số người bot phục vụ được theo gói; 0: không giới hạn")
    parser.add_argument("--month-limit", type=int, metavar="SỐ", help="số tin một tháng theo gói; 0: không giới hạn")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    if args.repeat is None and args.month_limit is None and args.seats is None:
        raise CannotGoOn("Cần --repeat, --month-limit hoặc --seats; em chưa đổi gì.")
    if min(args.month_limit or 0, args.seats or 0) < 0:
        raise CannotGoOn("Số tin một tháng, số người không thể nhỏ hơn 0; em chưa đổi gì.")
    with open_office() as session:
        bot = _the_bot(connections_of(session, the_agency(session, args.agency).id), args.name)
        if args.repeat is not None:
            bot.repeats = Repeats(args.repeat)
        if args.month_limit is not None:
            bot.month_limit = args.month_limit or None
        if args.seats is not None:
            bot.seat_limit = args.seats or None
        session.add(bot)
        limit = f"{bot.month_limit} tin một tháng" if bot.month_limit else "không giới hạn số tin"
        seats = f"{bot.seat_limit} người" if bot.seat_limit else "không giới hạn số người"
        repeated = _REPEATED[bot.repeats]
        print(f"Bot {bot.channel.value} “{bot.name}”: {limit}, {seats}; khi không rõ đã đến: {repeated}.")
    return 0


def _the_bot(bots: Sequence[Connection], name: str) -> Connection:
    """By its name, or by its channel where one bot stands on it."""
    found = [bot for bot in bots if bot.name == name] or [bot for bot in bots if bot.channel.value == name]
    if not found:
        raise CannotGoOn(f"Chưa có bot nào tên “{name}”. Xem các bot: {typed('connection list')}")
    if len(found) > 1:
        which = ", ".join(f"{bot.channel.value} “{bot.name}”" for bot in found)
        raise CannotGoOn(f"“{name}” là nhiều bot: {which}; em chưa đổi gì. Hãy gõ tên, hoặc kênh, của riêng một bot.")
    return found[0]
