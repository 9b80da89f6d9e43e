"""A pressed button leaves its message, so that what is done is not pressed again; looks stay."""

from collections.abc import Sequence

from sqlmodel import Session

from bot.asking import WentWrong
from jobs.rules.text import fold_words
from storage.models.messages import Inbox
from storage.queries.conversation import notice_of_message

_LOOK = "viec "


def take_off(session: Session, inbox: Inbox, results: Sequence[object]) -> None:
    """The row of a pressed button keeps only its looks ("Chi tiết 2"): an answered question has no other answer left.
    What went wrong can be pressed again. The message itself is edited when the answer leaves.
    """
    words = fold_words(inbox.text or "")
    if inbox.kind != "press" or not inbox.reply_to or words.startswith(_LOOK):
        return
    if any(isinstance(result, WentWrong) for result in results):
        return
    notice = notice_of_message(session, inbox.agency_id, inbox.chat_id, inbox.reply_to)
    if notice is None:
        return
    rows = [_left(row) if any(fold_words(types) == words for _, types in row) else row for row in notice.buttons]
    notice.buttons = [row for row in rows if row]
    session.add(notice)


def _left(row: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    return [button for button in row if fold_words(button[1]).startswith(_LOOK)]
