"""`nhacviec ladder`: the working days of an office's ladder; with `--from` what holds for dates from that day on."""

import argparse
from dataclasses import replace
from datetime import date
from typing import Any

from sqlmodel import Session

from bot.commands.day_option import whole_day
from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn
from jobs.items import policies
from jobs.rules.ladder_policy import Policy, policy_on
from locales.formats import full_day
from storage.models.policies import LadderPolicy
from storage.queries.policies import ladder_policies

_RUNGS = {
    "head_after": "trưởng đơn vị",
    "office_after": "đơn vị đầu mối và người theo dõi kế hoạch",
    "leaders_after": "tổng hợp tuần của lãnh đạo",
    "next_decider_after": "người duyệt kế tiếp, khi báo xong chưa ai duyệt",
    "keeper_after": "người theo dõi kế hoạch, khi báo xong chưa ai duyệt",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="first",
        type=whole_day,
        metavar="NGÀY",
        help="áp dụng cho việc có hạn từ ngày này, ví dụ 01/01/2026",
    )
    for name, who in _RUNGS.items():
        parser.add_argument(
            f"--{name.removesuffix('_after').replace('_', '-')}",
            dest=name,
            type=int,
            metavar="N",
            help=f"số ngày làm việc đến {who}",
        )
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    given = {name: getattr(args, name) for name in _RUNGS if getattr(args, name) is not None}
    with open_office() as session:
        agency_id = the_agency(session, args.agency).id
        if given:
            _decide(session, agency_id, args.first, given)
        known = policies(session, agency_id)
    for heading, policy in [("Mặc định", Policy()), *((f"Việc có hạn từ {full_day(day)}", p) for day, p in known)]:
        print(f"{heading}:")
        print("\n".join(f"  {getattr(policy, name):>3} ngày làm việc: {who}" for name, who in _RUNGS.items()))
    return 0


def _decide(session: Session, agency_id: int, first: date | None, given: dict[str, int]) -> None:
    """A row for that day; what is not named stays as it was. Running cases keep theirs."""
    if first is None:
        raise CannotGoOn("Hãy ghi từ ngày nào, ví dụ: --from 01/01/2026")
    changes: dict[str, Any] = dict(given)
    policy = replace(policy_on(policies(session, agency_id), first), **changes)
    late = (policy.head_after, policy.office_after, policy.leaders_after)
    if min(*late, policy.next_decider_after) < 1 or not late[0] < late[1] < late[2] <= 60:
        raise CannotGoOn("Mỗi bậc phải sau bậc dưới ít nhất một ngày làm việc, nhiều nhất 60 ngày; em chưa ghi gì.")
    if not policy.next_decider_after < policy.keeper_after <= 60:
        raise CannotGoOn("Người theo dõi kế hoạch phải sau người duyệt kế tiếp; em chưa ghi gì.")
    _keep(session, agency_id, first, policy)


def _keep(session: Session, agency_id: int, first: date, policy: Policy) -> None:
    row = next((row for row in ladder_policies(session, agency_id) if row.from_on == first), None)
    values = {
        "before": list(policy.before), "after": list(policy.after), "weekdays_after": list(policy.weekdays_after),
        **{name: getattr(policy, name) for name in _RUNGS},
    }  # fmt: skip
    row = row or LadderPolicy(agency_id=agency_id, from_on=first, **values)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
