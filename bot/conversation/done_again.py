""" "Làm lại cái vừa hoàn tác", "phục hồi lại giúp chị": what the last undoing of today took back is carried out again."""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.understanding.intents import CHANGES, Act, Intent, Understanding
from bot.understanding.line import read_line
from bot.usecases.said import Said
from storage.queries import duties, events, inbox

_BEFORE = r"(?:(?:da|a|ha|ua|thoi|em|anh|chi|bot|oi|nho|cho|xin|minh|toi)[ ,]+)*"
_WHAT = r"(?:(?:giup|ho|em|anh|chi|toi|cai|dieu|phan|viec|thu|ket qua|bao cao) )*"
_BEHIND = r"(?: (?:do|nay|kia|luc nay|hoi nay|nua|nhe|nha|a|di|giup|ho|em|anh|chi|voi|roi|lai))*[ .!]*"
_UNDONE = r"(?:vua|moi|da) (?:(?:bi|roi) )?(?:hoan tac|bo|xoa|huy|undo)|hoan tac"
_AGAIN = re.compile(
    rf"{_BEFORE}(?:(?:lam|ghi|bao|lay|phuc hoi|khoi phuc) lai {_WHAT}(?:{_UNDONE})"
    rf"|(?:phuc hoi|khoi phuc|redo)(?: lai)?(?: {_WHAT}(?:{_UNDONE}))?|(?:bo|huy|khong|dung|khoi) (?:cai |lenh )?hoan tac){_BEHIND}"
)


def done_again(session: Session, said: Said, text: str, read: Callable[[str], Understanding]) -> Understanding | None:
    """None where it is not said, or nothing was taken back today; what cannot be told again undoes nothing more."""
    if not _AGAIN.fullmatch(read_line(text).norm):
        return None
    _undoing, changes = events.last_undoing(session, said.agency_id, said.who.id, said.day)
    messages = {change.inbox_id for change in changes}
    if not messages:
        return None
    told = inbox.text_of(session, said.agency_id, changes[0].inbox_id or 0) if len(messages) == 1 else ""
    meant = read(told) if told and not _AGAIN.fullmatch(read_line(told).norm) else None
    if meant is None or not meant.sure or not all(_changes(act) for act in meant.acts):
        return Understanding((Act(Intent.not_understood),), sure=False)
    of = duties.lines_by_ids(session, said.agency_id, [change.duty_id for change in changes if change.duty_id])
    if len(meant.acts) == 1 and not meant.acts[0].slots.task_ids:
        numbers = tuple(dict.fromkeys(line.number for line in of))
        return Understanding((meant.acts[0].with_slots(task_ids=numbers),))
    return meant


def _changes(act: Act) -> bool:
    told = (Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.evidence_only)
    return (act.intent in CHANGES or act.intent in told) and act.intent is not Intent.undo_done
