"""`nhacviec plan confirm`: the open draft as the keeper sees it in chat; `--yes` confirms it in the keeper's name."""

import argparse

from bot.commands.drafts import as_keeper, the_draft
from bot.commands.office import add_agency_option, open_office, the_agency
from bot.commands.typed import typed
from bot.conversation.telling import tell_at_once
from bot.replies.compose import compose
from bot.replies.reader import Reader
from bot.usecases import plan_review
from bot.usecases.plan_versions import PlanCorrected
from bot.usecases.review_sheet import changes_waiting


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="xác nhận: kế hoạch vào theo dõi, trưởng đơn vị được báo")
    add_agency_option(parser)


def run(args: argparse.Namespace) -> int:
    with open_office() as session:
        said = as_keeper(session, the_draft(session, the_agency(session, args.agency)))
        reader = Reader(said.who, said.day)
        if not args.yes:
            _say(plan_review.show(session, said), reader)
            print(f"Chưa xác nhận. Để đưa vào theo dõi, hãy chạy: {typed('plan confirm')} --yes")
            return 0
        result = changes_waiting(session, said) or plan_review.confirm(session, said)
        _say(result, reader)
        tell_at_once(session, [result], reader, said.now)
        return 0 if isinstance(result, plan_review.PlanConfirmed | PlanCorrected) else 2


def _say(result: object, reader: Reader) -> None:
    answer = compose([result], reader)
    if answer:
        print(answer.text)
