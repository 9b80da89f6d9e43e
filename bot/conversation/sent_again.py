"""Who may send work back himself says of his own that it comes again: "1 sửa xong rồi sếp xem lại"."""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.understanding.intents import Intent, Understanding
from bot.usecases.said import Said
from bot.usecases.sent_again import sent_again
from storage.queries import duties

_BEHIND_NUMBER = re.compile(r"^\D*\d+\W*")


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
