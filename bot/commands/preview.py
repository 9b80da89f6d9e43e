"""`nhacviec preview --from DATE --to DATE`: who would be sent what and when; nothing is sent and nothing changes."""

import argparse
import json
import sys
from datetime import date, timedelta
from typing import Any

from bot.commands.day_option import whole_day
from bot.commands.office import add_agency_option, ready_engine, the_agency
from bot.commands.stopped import CannotGoOn
from jobs.clock import SystemClock, office_day
from jobs.preview import MOST_DAYS, Previewed, preview
from storage.database import transaction
from storage.kinds import Role
from storage.queries.people import Person

WEEKS = timedelta(weeks=4)
# The first that somebody has, as his messages have it.
ROLES = (Role.LEADER, Role.OFFICE_HEAD, "keeper", Role.UNIT_HEAD, Role.STAFF, Role.ADMIN)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from", dest="first", type=whole_day, metavar="NGÀY", help="ngày đầu, ví dụ 13/10/2025 (mặc định: hôm nay)"
    )
    parser.add_argument(
        "--to", dest="last", type=whole_day, metavar="NGÀY", help="ngày cuối (mặc định: bốn tuần sau ngày đầu)"
    )
    parser.add_argument("--json", action="store_true", help="mỗi tin một đối tượng JSON trên một dòng")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    now = SystemClock().now()
    engine = ready_engine()
    try:
        with transaction(engine) as session:
            only = the_agency(session, args.agency) if args.agency else None
        first = args.first or office_day(now, only.time_zone if only else "Asia/Ho_Chi_Minh")
        last = args.last or first + WEEKS
        _check(first, last, office_day(now, "Asia/Ho_Chi_Minh"))
        found = preview(engine, first, last, now)
    finally:
        engine.dispose()
    for agency in found.as_if_joined:
        print(f"{agency.name}: chưa ai kết nối, xem trước như khi mọi người đã kết nối.", file=sys.stderr)
    for agency in found.on_trial:
        print(
            f"{agency.name}: đang chạy thử, các tin này gửi người theo dõi kế hoạch đến khi nhắn “cho chạy”.",
            file=sys.stderr,
        )
    shown = [one for one in found.messages if only is None or one.agency.id == only.id]
    for one in shown:
        print(json.dumps(as_json(one), ensure_ascii=False) if args.json else _plain(one))
    if not args.json:
        print(
            f"{len(shown)} tin từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}, nếu không ai trả lời gì thêm; chưa gửi tin nào."
        )
    return 0


def _check(first: date, last: date, today: date) -> None:
    if last < first:
        raise CannotGoOn("Ngày cuối (--to) phải sau ngày đầu (--from).")
    if (last - min(first, today)).days > MOST_DAYS:
        raise CannotGoOn(f"Chỉ xem trước được {MOST_DAYS} ngày. Hãy chọn --from và --to gần hơn.")


def as_json(one: Previewed) -> dict[str, Any]:
    """A line of the public contract."""
    return {
        "at": one.at.isoformat(timespec="minutes"),
        "to": one.to.staff.full_name,
        "role": role_of(one.to),
        "unit": unit_of(one.to),
        "kind": one.kind.value,
        "tasks": list(one.numbers),
        "text": one.text,
    }


def role_of(person: Person) -> str:
    worn = {*person.roles, *(["keeper"] if person.is_keeper() else [])}
    return next((str(role) for role in ROLES if role in worn), Role.STAFF.value)


def unit_of(person: Person) -> str | None:
    """The unit he heads, else the first he belongs to; leaders have none."""
    chosen = [unit for unit_id, unit in person.units.items() if unit_id in person.heads] or list(person.units.values())
    return min(chosen, key=lambda unit: unit.position).name if chosen else None


def _plain(one: Previewed) -> str:
    text = one.text.replace("\n", "\n    ")
    return f"{one.at:%H:%M %d/%m/%Y} · {one.to.staff.full_name} · {unit_of(one.to) or one.agency.name}\n    {text}\n"
