"""`nhacviec connection add telegram --secret env:TELEGRAM_TOKEN`: one bot account of an agency."""

import argparse
import os

from bot.commands.office import add_agency_option, ready_engine, the_agency
from bot.commands.stopped import CannotGoOn, stopped
from bot.commands.typed import typed
from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from storage.queries.agencies import connections_of

ZALO_FREE_MONTH = 3000  # messages a month on Zalo Bot's free plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("channel", choices=[ChannelKind.TELEGRAM.value, ChannelKind.ZALO.value])
    parser.add_argument("--secret", required=True, metavar="env:TÊN_BIẾN", help="biến môi trường giữ mã bot")
    parser.add_argument("--name", default="chinh", help="tên gọi của bot này, mặc định: chinh")
    parser.add_argument("--base-url", help="địa chỉ máy chủ khác, chỉ khi tự chạy máy chủ Bot API")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    try:
        return _add(args)
    except CannotGoOn as error:
        return stopped(error)


def _add(args: argparse.Namespace) -> int:
    if not args.secret.startswith("env:"):
        raise CannotGoOn(
            "Mã bot không lưu vào cơ sở dữ liệu. Hãy đặt mã vào một biến môi trường, ví dụ env:TELEGRAM_TOKEN."
        )
    channel = ChannelKind(args.channel)
    with transaction(ready_engine()) as session:
        agency = the_agency(session, args.agency)
        if any(c.channel is channel and c.name == args.name for c in connections_of(session, agency.id)):
            raise CannotGoOn(f"Đã có bot {args.channel} tên “{args.name}”; hãy chọn tên khác bằng --name.")
        session.add(
            Connection(
                agency_id=agency.id, channel=channel, name=args.name, secret=args.secret, base_url=args.base_url,
                month_limit=ZALO_FREE_MONTH if channel is ChannelKind.ZALO else None,
            )
        )  # fmt: skip
    print(f"Đã thêm bot {args.channel} “{args.name}”.")
    variable = args.secret.removeprefix("env:")
    if not os.environ.get(variable):
        print(f"Lưu ý: biến {variable} chưa có giá trị; hãy đặt trước khi chạy: {typed('run')}")
    which = ("--agency", args.agency) if args.agency else ()
    print(f"Tiếp theo: {typed('invite', 'họ và tên', *which)}")
    return 0
