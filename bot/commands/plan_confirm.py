"""`nhacviec plan confirm`: the open draft as the keeper sees it in chat; `--yes` confirms it in the keeper's name."""

import argparse

from sqlmodel import Session

from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.stopped import CannotGoOn, stopped
from bot.commands.typed import typed
from bot.replies.compose import compose
from bot.replies.reader import Reader
from bot.telling import tell_at_once
from bot.usecases import plan_review
from bot.usecases.plan_versions import PlanCorrected
from bot.usecases.review_sheet import changes_waiting
from bot.usecases.said import Said
from jobs.calendar import working_calendar
from jobs.clock import SystemClock, office_day
from storage.models.plans import Plan
from storage.queries.agencies import agency_by_id
from storage.queries.people import person
from storage.queries.plans import open_draft


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="xác nhận: kế hoạch vào theo dõi, trưởng đơn vị được báo")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    try:
        return _confirm(args)
    except CannotGoOn as error:
        return stopped(error)


def _confirm(args: argparse.Namespace) -> int:
    with open_office() as session:
        agency = the_agency(session, args.agency)
        plan = open_draft(session, agency.id)
        if plan is None:
            raise CannotGoOn(f"Không có bản nháp nào. Hãy chạy trước: {typed('plan import', 'FILE')}")
        said = as_keeper(session, plan)
        reader = Reader(said.who, said.day)
        if not args.yes:
            _say(plan_review.show(session, said), reader)
            print(f"Chưa xác nhận. Để đưa vào theo dõi, hãy chạy: {typed('plan confirm')} --yes")
            return 0
        result = changes_waiting(session, said) or plan_review.confirm(session, said)
        _say(result, reader)
        tell_at_once(session, [result], reader, said.now)
        return 0 if isinstance(result, plan_review.PlanConfirmed | PlanCorrected) else 2


def as_keeper(session: Session, plan: Plan) -> Said:
    """The setting in which the keeper of a draft speaks by the shell; raises CannotGoOn when he has left."""
    now = SystemClock().now()
    agency = agency_by_id(session, plan.agency_id)
    today = office_day(now, agency.time_zone)
    try:
        keeper = person(session, agency.id, plan.keeper_id, today)
    except LookupError as error:
        raise CannotGoOn("Người theo dõi kế hoạch này không còn ở cơ quan; hãy nhờ quản trị ghi người khác.") from error
    return Said(keeper, now, today, working_calendar(session))


def _say(result: object, reader: Reader) -> None:
    answer = compose([result], reader)
    if answer:
        print(answer.text)
