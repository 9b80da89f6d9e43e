"""`nhacviec ladder`: when people are reminded and how lateness climbs; with `--from` what holds for dates from that day on."""

import argparse
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.commands.day_option import whole_day
from bot.commands.named import the_person, the_plan
from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from jobs.clock import SystemClock, office_day
from jobs.items import policies
from jobs.rules.ladder_policy import FARTHEST, Decided, Policy, Unsound, policy_of, unsound
from locales.formats import full_day
from storage.models.organisation import Staff
from storage.models.plans import Plan
from storage.models.policies import LadderPolicy
from storage.queries.policies import ladder_policies
from storage.queries.rows import the_row

_RUNGS = {
    "head_after": "trưởng đơn vị",
    "office_after": "đơn vị đầu mối và người theo dõi kế hoạch",
    "leaders_after": "tổng hợp tuần của lãnh đạo",
    "next_decider_after": "người duyệt kế tiếp, khi báo xong chưa ai duyệt",
    "keeper_after": "người theo dõi kế hoạch, khi báo xong chưa ai duyệt",
}
_STEPS = ("before", "after", "weekdays_after")
_WEEKDAYS = {"T2": 0, "T3": 1, "T4": 2, "T5": 3, "T6": 4, "T7": 5, "CN": 6}
_WHY = {
    Unsound.RUNGS: f"Mỗi bậc phải sau bậc dưới ít nhất một ngày làm việc, nhiều nhất {FARTHEST} ngày.",
    Unsound.DECISION: "Người theo dõi kế hoạch phải sau người duyệt kế tiếp.",
    Unsound.AFTER: "Nhắc sau hạn sớm nhất là 1 ngày làm việc; ngày đến hạn thì ghi 0 ở --before.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="first",
        type=whole_day,
        metavar="NGÀY",
        help="áp dụng cho việc có hạn từ ngày này, sau hôm nay: 01/01/2026",
    )
    scope = parser.add_mutually_exclusive_group()
    scope.add_argument("--plan", metavar="KẾ HOẠCH", help="chỉ cho một kế hoạch")
    scope.add_argument("--person", metavar="HỌ TÊN", help="chỉ cho một người: các ngày nhắc người đó")
    parser.add_argument("--before", type=_days, metavar="7,3,1,0", help="nhắc trước hạn mấy ngày làm việc")
    parser.add_argument("--after", type=_days, metavar="1,2,3", help="nhắc sau hạn mấy ngày làm việc")
    parser.add_argument(
        "--weekly", dest="weekdays_after", type=_weekdays, metavar="T3,T6", help="sau đó nhắc vào thứ mấy"
    )
    for name, who in _RUNGS.items():
        option = f"--{name.removesuffix('_after').replace('_', '-')}"
        parser.add_argument(option, dest=name, type=int, metavar="N", help=f"số ngày làm việc đến {who}")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    given = {name: value for name in (*_STEPS, *_RUNGS) if (value := getattr(args, name)) is not None}
    with open_office() as session:
        agency = the_agency(session, args.agency)
        agency_id = agency.id
        plan_id = the_plan(session, agency_id, args.plan).id if args.plan else None
        staff_id = the_person(session, agency_id, args.person).id if args.person else None
        if given:
            first = _to_come(args.first, office_day(SystemClock().now(), agency.time_zone))
            _decide(session, agency_id, first, given, plan_id, staff_id)
        print("\n".join(_shown(policies(session, agency_id), lambda one: _heading(session, agency_id, one))))
    return 0


def _to_come(first: date | None, today: date) -> date:
    """The day named: one to come, since a case that is late already would climb to the same people again."""
    if first is None:
        raise CannotGoOn("Hãy ghi từ ngày nào, ví dụ: --from 01/01/2026")
    if first <= today:
        raise CannotGoOn(
            f"--from phải là ngày sau hôm nay ({full_day(today)}): việc đến hạn trước đó giữ cách nhắc đang chạy. "
            "Em chưa ghi gì."
        )
    return first


def _decide(
    session: Session, agency_id: int, first: date, given: dict[str, Any], plan_id: int | None, staff_id: int | None
) -> None:
    """A row for that day; what is not named stays as it was. Running cases keep theirs."""
    if staff_id is not None and not given.keys() <= set(_STEPS):
        raise CannotGoOn("Với một người chỉ đổi được ngày nhắc (--before, --after, --weekly); em chưa ghi gì.")
    known = policies(session, agency_id)
    _keep(session, agency_id, first, _checked(replace(policy_of(known, first, plan_id=plan_id, owner_id=staff_id), **given)),
          plan_id, staff_id)  # fmt: skip


def _checked(policy: Policy) -> Policy:
    if (why := unsound(policy)) is not None:
        raise CannotGoOn(f"{_WHY[why]} Em chưa ghi gì.")
    return policy


def _keep(
    session: Session, agency_id: int, first: date, policy: Policy, plan_id: int | None, staff_id: int | None
) -> None:
    values = {
        **{name: list(getattr(policy, name)) for name in _STEPS},
        **{name: getattr(policy, name) for name in _RUNGS},
    }
    same = (first, plan_id, staff_id)
    row = next((r for r in ladder_policies(session, agency_id) if (r.from_on, r.plan_id, r.staff_id) == same), None)
    row = row or LadderPolicy(agency_id=agency_id, from_on=first, plan_id=plan_id, staff_id=staff_id, **values)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def _shown(known: list[Decided], heading: Callable[[Decided], str]) -> list[str]:
    lines = ["Mặc định:", *_lines(Policy(), rungs=True)]
    for one in known:
        lines += [f"{heading(one)}:", *_lines(one.policy, rungs=one.staff_id is None)]
    return lines


def _heading(session: Session, agency_id: int, one: Decided) -> str:
    since = f"Việc có hạn từ {full_day(one.from_on)}"
    if one.plan_id is not None:
        return f"{since}, {the_row(session, Plan, agency_id, one.plan_id).short_title}"
    if one.staff_id is not None:
        return f"{since}, {the_row(session, Staff, agency_id, one.staff_id).full_name}"
    return since


def _lines(policy: Policy, *, rungs: bool) -> list[str]:
    weekdays = ", ".join(name for name, n in _WEEKDAYS.items() if n in policy.weekdays_after)
    before, after = (", ".join(map(str, days)) for days in (policy.before, policy.after))
    steps = f"  nhắc trước {before} và sau {after} ngày làm việc, rồi {weekdays} hằng tuần"
    climbs = [f"  {getattr(policy, name):>3} ngày làm việc: {who}" for name, who in _RUNGS.items()]
    return [steps, *(climbs if rungs else [])]


def _days(text: str) -> tuple[int, ...]:
    if (
        not re.fullmatch(r"\d{1,2}(\s*,\s*\d{1,2}){0,9}", text)
        or max(found := [int(n) for n in text.split(",")]) > FARTHEST
    ):
        raise CannotGoOn(f"Không rõ “{text}”; hãy ghi các số ngày làm việc đến {FARTHEST}, ví dụ 7,3,1,0.")
    return tuple(dict.fromkeys(found))


def _weekdays(text: str) -> tuple[int, ...]:
    names = [name.strip().upper() for name in text.split(",")]
    if not set(names) <= _WEEKDAYS.keys():
        raise CannotGoOn(f"Không rõ “{text}”; hãy ghi các thứ trong tuần, ví dụ T3,T6.")
    return tuple(sorted({_WEEKDAYS[name] for name in names}))
