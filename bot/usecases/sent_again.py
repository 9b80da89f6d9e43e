"""What was sent back, handed in again without "xong": "2 đã sửa, gửi lại sếp" reports it anew."""

import re

from sqlmodel import Session

from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import OPEN_STATES
from storage.queries import events
from storage.queries.duties import DutyLine

_MENDED = r"(?:sua|chinh sua|chinh|bo sung|hoan chinh|hoan thien|lam lai|cap nhat|dieu chinh|khac phuc)"
_SENT = r"(?:(?:gui|nop|trinh)(?: lai)?|(?:nho|kinh|moi|de nghi) (?:anh|chi|sep|co|chu|lanh dao)(?: \w+)? (?:xem|duyet|kiem tra|coi)|(?:anh|chi|sep)(?: \w+)? (?:xem|duyet|coi) lai)"
_AGAIN = re.compile(
    rf"(?:(?:em|anh|chi|toi|minh|da|vua|moi|duoc) )*(?:{_MENDED}\b.*\b{_SENT}\b.*|(?:gui|nop|trinh) lai(?: \w+)*)"
)
_TO_COME = re.compile(r"\b(?:se|chua|mai|dang|cho|doi|de|lat|chieu)\b")


def sent_again(session: Session, said: Said, line: DutyLine, words: str) -> bool:
    """Whether these words, said of work that was returned last, hand it in."""
    folded = fold_words(words)
    if line.duty.state not in OPEN_STATES or not _AGAIN.fullmatch(folded) or _TO_COME.search(folded):
        return False
    return events.last_return(session, said.agency_id, line.duty.id) is not None
