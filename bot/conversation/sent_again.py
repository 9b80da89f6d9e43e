"""What was sent back, handed in again without "xong": "2 đã sửa, gửi lại sếp" reports it anew."""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.understanding.intents import Intent, Understanding
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES
from storage.queries import duties, events
from storage.queries.duties import DutyLine

_MENDED = r"(?:sua|chinh sua|chinh|bo sung|hoan chinh|hoan thien|lam lai|cap nhat|dieu chinh|khac phuc)"
_SENT = r"(?:(?:gui|nop|trinh)(?: lai)?|(?:nho|kinh|moi|de nghi) (?:anh|chi|sep|co|chu|lanh dao)(?: \w+)? (?:xem|duyet|kiem tra|coi)|(?:anh|chi|sep)(?: \w+)? (?:xem|duyet|coi) lai)"
_AGAIN = re.compile(
    rf"(?:(?:em|anh|chi|toi|minh|da|vua|moi|duoc) )*(?:{_MENDED}\b.*\b{_SENT}\b.*|(?:gui|nop|trinh) lai(?: \w+)*)"
)
_BEHIND_NUMBER = re.compile(r"^\D*\d+\W*")
_TO_COME = re.compile(r"\b(?:se|chua|mai|dang|cho|doi|de|lat|chieu)\b")


def sent_again(session: Session, said: Said, line: DutyLine, words: str) -> bool:
    """Whether these words, said of work that was returned last, hand it in."""
    folded = fold_words(words)
    if line.duty.state not in OPEN_STATES or not _AGAIN.fullmatch(folded) or _TO_COME.search(folded):
        return False
    return events.last_return(session, said.agency_id, line.duty.id) is not None


def of_his_own(
    session: Session, said: Said, text: str, understood: Understanding, as_owner: Callable[[], Understanding]
) -> Understanding:
    """The same, unless who may send work back himself says of his own that it comes again: "1 sửa xong rồi sếp xem lại"."""
    refused = [act for act in understood.readings if act.intent is Intent.reject and len(act.slots.task_ids) == 1]
    if (
        understood.sure
        or not refused
        or {act.slots.task_ids for act in understood.readings} != {refused[0].slots.task_ids}
    ):
        return understood
    lines = duties.lines_by_number(session, said.agency_id, refused[0].slots.task_ids[0])
    words = _BEHIND_NUMBER.sub("", text)
    again = [x for x in lines if said.who.id == x.duty.recipient_id and sent_again(session, said, x, words)]
    return as_owner() if again else understood
