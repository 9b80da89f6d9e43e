"""Who "nó", "anh ấy" is: whoever holds the task spoken of last. "Nhắc nó bổ sung ảnh" reminds him of it."""

import re

from sqlmodel import Session

from bot.understanding.intents import Intent, Understanding
from bot.usecases.said import Said
from jobs.rules.text import fold
from storage.queries import duties
from storage.queries.people import person

_HIM = re.compile(
    r"\b(?:nhac|giuc|hoi|thuc|doc)(?: (?:giup|ho|lai|luon|gium|anh|chi|toi))*"
    r" (?:no|(?:anh|chi|em|ban|cau|co|chu|bac) (?:ay|do)|nguoi (?:do|ay|ta))\b"
)


def of_him(session: Session, said: Said, text: str, understood: Understanding) -> Understanding:
    """The same, or a reminder of one task to the one who holds it, which is asked about."""
    act = understood.acts[0]
    slots = act.slots
    named = (
        slots.person or slots.people or slots.unit or slots.units or slots.everybody or slots.task_ids or slots.which
    )
    if len(understood.acts) > 1 or act.intent is not Intent.remind_unit or named or not _HIM.search(fold(text)):
        return understood
    held = [x for x in duties.lines_by_ids(session, said.agency_id, said.about) if x.duty.recipient_id]
    if len({(x.number, x.duty.recipient_id) for x in held}) != 1:
        return understood
    who = person(session, said.agency_id, held[0].duty.recipient_id, said.day)
    asked = act.with_slots(task_ids=(held[0].number,), person=who.staff.full_name, text=None, unclear=None)
    return Understanding((asked,), sure=False, readings=(asked,))
