"""`nhacviec invite "Nguyễn Thị Lan"`: a single-use code to join, with the link where the channel has links; slips to print
for many with `--slips`."""

import argparse
import asyncio
import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from bot.channels.factory import NoSecret, bot_name, deep_link
from bot.commands.named import the_person
from bot.commands.office import ADD_BOT, add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from bot.commands.typed import typed
from bot.replies.reader import CHANNELS
from jobs.clock import SystemClock, office_day
from jobs.delivery.channel import ConnectionRefused
from jobs.invites import INVITE_DAYS, new_invite
from storage.documents.invite_slips import Slip, write_slips
from storage.kinds import ChannelKind
from storage.models.channels import Connection
from storage.models.organisation import Agency
from storage.queries.agencies import connections_of
from storage.queries.conversation import unused_invites
from storage.queries.people import Person, people
from storage.queries.reach import NOBODY, Reach, reach_of_all

Bots = Sequence[tuple[Connection, str | None]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="*", help="họ tên, có dấu hoặc không")
    parser.add_argument(
        "--slips", type=Path, metavar="TỆP.docx", help="phiếu mời để in: cho người nêu tên, hoặc mọi người chưa kết nối"
    )
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    now = SystemClock().now()
    with open_office() as session:
        agency = the_agency(session, args.agency)
        if args.slips:
            return _print_slips(session, agency, " ".join(args.name), args.slips, now)
        if not args.name:
            raise CannotGoOn(
                f"Mời ai? Một người: {typed('invite', 'họ và tên')}; cả cơ quan: {typed('invite --slips phieu.docx')}"
            )
        staff = the_person(session, agency.id, " ".join(args.name))
        code = new_invite(session, agency.id, staff.id, now)
        connections = connections_of(session, agency.id)
    print(f"Mã mời {staff.full_name}: {code} (dùng một lần, trong {INVITE_DAYS} ngày)")
    for connection in connections:
        link = deep_link(connection, _name(connection), code)
        print(f"- {connection.channel.value} “{connection.name}”: {link or f'mở bot rồi nhắn {code}'}")
    return 0


def _name(connection: Connection) -> str | None:
    try:
        return asyncio.run(bot_name(connection))
    except (NoSecret, ConnectionRefused):
        return None


def _print_slips(session: Session, agency: Agency, name: str, path: Path, now: datetime) -> int:
    """The file holds codes that let in, so nobody but its owner reads it; it is never written over another."""
    bots = [(bot, _name(bot)) for bot in connections_of(session, agency.id) if bot.channel is not ChannelKind.CONSOLE]
    if not bots:
        raise CannotGoOn(f"Chưa có bot nào để kết nối. Thêm bot: {typed(ADD_BOT)}")
    to = _whom(session, agency, name, now)
    if not to:
        raise CannotGoOn("Mọi người đã kết nối; không có phiếu nào để in.")
    replaced = sum(bool(unused_invites(session, agency.id, person.id)) for person in to)
    slips = [_slip(agency, person, new_invite(session, agency.id, person.id, now), bots) for person in to]
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(write_slips(slips))
    except FileExistsError as error:
        raise CannotGoOn(f"Tệp {path} đã có nên em không ghi đè. Hãy đặt tên tệp khác.") from error
    except OSError as error:
        raise CannotGoOn(f"Không ghi được {path}: {error.strerror}. Hãy chọn chỗ khác.") from error
    print(f"Đã ghi {len(slips)} phiếu vào {path}. Mã trên phiếu dùng được ngay: in xong hãy xóa tệp.")
    if replaced:
        print(f"Mã cũ chưa dùng của {replaced} người không còn hiệu lực; hãy phát phiếu mới.")
    for bot in [bot for bot, known_as in bots if known_as is None]:
        variable = bot.secret.removeprefix("env:")
        why = (
            f"mã bot ở biến {variable} không đúng hoặc mạng không tới được nền tảng"
            if os.environ.get(variable)
            else f"biến {variable} chưa có mã bot"
        )
        print(
            f"Phiếu chưa ghi được tên bot {CHANNELS[bot.channel]} để tìm: {why}. "
            "Phiếu vẫn dùng được: hãy nói cho mọi người tên bot; in lại thì mã trên phiếu này hết hiệu lực."
        )
    return 0


def _whom(session: Session, agency: Agency, name: str, now: datetime) -> list[Person]:
    """The person named, or whoever has not joined, by unit."""
    everybody = people(session, agency.id, office_day(now, agency.time_zone))
    if name:
        wanted = the_person(session, agency.id, name)
        return [person for person in everybody if person.id == wanted.id]
    reach = reach_of_all(session, agency.id)
    missing = [person for person in everybody if reach.get(person.id, NOBODY).reach is Reach.NOT_JOINED]
    return sorted(missing, key=lambda person: (min((u.position for u in person.units.values()), default=-1), person.id))


def _slip(agency: Agency, person: Person, code: str, bots: Bots) -> Slip:
    units = ", ".join(unit.short_name for unit in person.units.values())
    to = f"{person.staff.honorific} {person.staff.full_name}".strip()
    ways = " hoặc ".join(_way(bot, name, code) for bot, name in bots)
    return Slip(
        f"{agency.name} – kênh nhắc việc",
        f"Kính gửi {to}{f' ({units})' if units else ''}",
        (f"Mở {ways}.", "Nhắn mã dưới đây, đúng một lần:"),
        f"{code[:4]}-{code[4:]}",
        f"Mã chỉ dành cho {to}, dùng một lần trong {INVITE_DAYS} ngày; xin không đưa cho người khác.",
    )


def _way(bot: Connection, name: str | None, code: str) -> str:
    channel = CHANNELS[bot.channel]
    if link := deep_link(bot, name, code):
        return f"{channel} @{name} ({link})"
    return f"{channel}, tìm “{name}”" if name else f"bot của cơ quan trên {channel}"
