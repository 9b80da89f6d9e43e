"""`nhacviec plan spread`: internal dates proposed for the open draft; `--yes` writes them into it."""

import argparse

from bot.commands.drafts import the_draft
from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.typed import typed
from bot.replies.drafts import proposal_lines
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from jobs.plans.spread import propose, take_into_draft
from locales.translate import translator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="ghi các mốc vào bản nháp")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        plan = the_draft(session, agency)
        today = office_day(SystemClock().now(), agency.time_zone)
        proposal = propose(session, plan, today, working_calendar(session))
        if not proposal.dates:
            print(f"Bản nháp “{plan.title}” không còn dòng nào cần đặt mốc nội bộ.")
            return 0
        print("\n".join(proposal_lines(proposal, translator("vi"))))
        if not args.yes:
            print(f"Chưa ghi gì. Để ghi vào bản nháp, hãy chạy: {typed('plan spread')} --yes")
            return 0
        take_into_draft(session, plan, proposal.dates)
        print(f"Đã ghi. Muốn sửa từng mốc, hãy dùng cột “Mốc nội bộ” của: {typed('plan review', 'FILE.xlsx')}")
    return 0
