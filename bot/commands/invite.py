"""`nhacviec invite "Nguyễn Thị Lan"`: a single-use code to join, with the link where the channel has links."""

import argparse
import asyncio

from bot.channels.factory import NoSecret, deep_link
from bot.commands.named import the_person
from bot.commands.office import add_agency_option, open_office, the_agency
from jobs.clock import SystemClock
from jobs.delivery.channel import ConnectionRefused
from jobs.invites import INVITE_DAYS, new_invite
from storage.models.channels import Connection
from storage.queries.agencies import connections_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="+", help="họ tên, có dấu hoặc không")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        staff = the_person(session, agency.id, " ".join(args.name))
        code = new_invite(session, agency.id, staff.id, SystemClock().now())
        connections = connections_of(session, agency.id)
    print(f"Mã mời {staff.full_name}: {code} (dùng một lần, trong {INVITE_DAYS} ngày)")
    for connection in connections:
        print(f"- {connection.channel.value} “{connection.name}”: {_how_to_join(connection, code)}")
    return 0


def _how_to_join(connection: Connection, code: str) -> str:
    try:
        link = asyncio.run(deep_link(connection, code))
    except (NoSecret, ConnectionRefused):
        link = None
    return link or f"mở bot rồi nhắn {code}"
