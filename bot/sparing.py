"""Which answers are not sent: courtesies while the bot's month is short, and words said before that may answer a machine."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from bot import asking
from bot.usecases import give_result, help, missing_results
from jobs.budget import budget_of
from jobs.rules.working_days import WorkingCalendar
from storage.models.channels import Chat
from storage.queries.budget import times_answered
from storage.queries.connections import connection_by_id

#: Progress is recorded whether or not it is echoed; answers to other changes are never cut.
COURTESIES = frozenset(
    {help.Help, give_result.Recorded, give_result.NoneArose, give_result.Received, missing_results.StillMissing}
)
#: Nothing came of the message: to say so in the same words a third time that day helps nobody.
IN_VAIN = frozenset(
    {help.Help, help.NotUnderstood, help.NotYet, help.NotForYou, help.OnlyWords, asking.NeedsNumber, asking.WentWrong}
)
MOST_TIMES_A_DAY = 2


def is_spared(
    session: Session, chat: Chat, results: Sequence[object], text: str, day: date, calendar: WorkingCalendar
) -> bool:
    kinds = {type(each) for each in results}
    if kinds <= IN_VAIN and times_answered(session, chat, day, text) >= MOST_TIMES_A_DAY:
        return True
    if not kinds <= COURTESIES:
        return False
    budget = budget_of(session, connection_by_id(session, chat.connection_id), day, calendar)
    return budget is not None and budget.is_tight
