"""Which answers are not sent: courtesies while the bot's month is short, and what would answer a machine."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlmodel import Session

from bot import asking
from bot.usecases import give_result, help, missing_results, nothing_to_undo, receive
from bot.usecases.said import TypedFor
from jobs.budget import budget_of
from jobs.rules.working_days import WorkingCalendar
from storage.models.channels import Chat
from storage.models.messages import Inbox
from storage.queries.connections import connection_by_id
from storage.queries.inbox import times_said

#: Progress is recorded whether or not it is echoed; answers to other changes are never cut.
COURTESIES = frozenset(
    {help.Help, give_result.Recorded, give_result.NoneArose, receive.Received, missing_results.StillMissing}
)
#: Nothing came of the message. A person puts it in other words the third time, a machine that answers does not.
IN_VAIN = frozenset(
    {help.NotUnderstood, help.NotYet, help.OnlyWords, asking.NeedsNumber, asking.WentWrong, nothing_to_undo.SentAstray}
)
MOST_TIMES = 2
WITHIN = timedelta(hours=12)


def is_spared(
    session: Session, inbox: Inbox, chat: Chat, results: Sequence[object], day: date, calendar: WorkingCalendar
) -> bool:
    """Whether the answer to this message stays unsent; what it recorded stands."""
    kinds = {type(each) for each in results} - {TypedFor}
    if kinds <= IN_VAIN and times_said(session, inbox, inbox.received_at - WITHIN) >= MOST_TIMES:
        return True
    if not kinds <= COURTESIES:
        return False
    budget = budget_of(session, connection_by_id(session, chat.connection_id), day, calendar)
    return budget is not None and budget.is_tight
