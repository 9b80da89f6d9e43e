"""The message whose button was pressed, as it is to look once the press is answered."""

from sqlmodel import Session

from jobs.delivery.channel import Edit
from jobs.delivery.rendered import rows_to_buttons
from jobs.rules.text import fold_words
from storage.models.messages import Inbox, Notice
from storage.queries.conversation import notice_of_message
from storage.queries.rows import row_by_id


def edit_of_pressed(session: Session, answer: Notice) -> Edit | None:
    """None where the answer is to no press, or the pressed button is still there."""
    inbox = row_by_id(session, Inbox, answer.agency_id, answer.inbox_id)
    if inbox is None or inbox.kind != "press" or not inbox.reply_to:
        return None
    pressed = notice_of_message(session, inbox.agency_id, inbox.chat_id, inbox.reply_to)
    words = fold_words(inbox.text or "")
    if pressed is None or any(fold_words(types) == words for row in pressed.buttons for _, types in row):
        return None
    return Edit(inbox.reply_to, rows_to_buttons(pressed.buttons))
