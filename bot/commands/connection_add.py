"""`nhacviec connection add telegram --secret env:TELEGRAM_TOKEN`: one bot account of an agency."""

import argparse
import os
import re

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from storage.queries.connections import all_connections

ZALO_FREE_MONTH, ZALO_FREE_SEATS = 3000, 50  # messages a month and people a bot on Zalo Bot's free plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("channel", choices=[ChannelKind.TELEGRAM.value, ChannelKind.ZALO.value])
    parser.add_argument("--secret", required=True, metavar="env:TÊN_BIẾN", help="biến môi trường giữ mã bot")
    parser.add_argument("--name", default="chinh", help="tên gọi của bot này, mặc định: chinh")
    parser.add_argument("--base-url", help="địa chỉ máy chủ khác, chỉ khi tự chạy máy chủ Bot API")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    if not re.fullmatch(r"env:\w+", args.secret):
        raise CannotGoOn(
            "Mã bot không lưu vào cơ sở dữ liệu. Hãy đặt mã vào một biến môi trường, ví dụ env:TELEGRAM_TOKEN."
        )
    channel = ChannelKind(args.channel)
    with open_office() as session:
        agency = the_agency(session, args.agency)
        everywhere = all_connections(session)
        same_name = [c for c in everywhere if c.agency_id == agency.id and (c.channel, c.name) == (channel, args.name)]
        known = same_name[0] if same_name else None
        if any(c.channel is channel and c.secret == args.secret and c is not known for c in everywhere):
            raise CannotGoOn(f"Biến {args.secret} đã dùng cho một bot {args.channel} khác; mỗi bot cần một mã riêng.")
        variable = args.secret.removeprefix("env:")
        if known is not None and known.secret != args.secret and not os.environ.get(variable):
            raise CannotGoOn(
                f"Biến {variable} chưa có giá trị nên bot {args.channel} “{args.name}” vẫn dùng biến cũ. Hãy đặt biến rồi chạy lại."
            )
        if known is not None:
            known.secret = args.secret
            known.base_url = args.base_url
            known.stopped_reason = None
            session.add(known)
            print(f"Bot {args.channel} “{args.name}” đã có; đã đổi sang biến {args.secret} và cho chạy lại.")
            return 0
        bot = Connection(
            agency_id=agency.id, channel=channel, name=args.name, secret=args.secret, base_url=args.base_url
        )
        if channel is ChannelKind.ZALO:
            bot.month_limit, bot.seat_limit = ZALO_FREE_MONTH, ZALO_FREE_SEATS
        session.add(bot)
    print(f"Đã thêm bot {args.channel} “{args.name}”.")
    if not os.environ.get(variable):
        print(f"Lưu ý: biến {variable} chưa có giá trị; hãy đặt trước khi chạy: {typed('run')}")
    which = ("--agency", args.agency) if args.agency else ()
    print(f"Tiếp theo: {typed('invite', 'họ và tên', *which)}")
    return 0
