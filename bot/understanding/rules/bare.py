"""Text without accents asked for and mended: "chữ chưa dấu", "sửa 12: đang lấy ý kiến các phòng"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from jobs.rules.text import tidy

_LIST = re.compile(
    r"(?:(?:xem|cho (?:em|anh|chi|toi|minh)? ?xem|liet ke|danh sach|cac|nhung|con) )*(?:chu|ket qua|noi dung|bao cao|van ban|phan|cau)(?: nao)?"
    r" (?:(?:con|dang|bi|viet|go|ghi|nhap) )*(?:chua(?: co)?|khong(?: co)?|thieu|mat) dau(?: tieng viet)?(?: nao)?[ ?.!]*"
)
#: The number in front of a colon: "sửa 12 lại còn 50%" mends a figure, no accents.
_MEND = re.compile(
    r"(?:(?:da|em|anh|chi|oi|bot|nho em|vang)[ ,]+)*(?:sua(?: chu| dau| lai)?|them dau|bo sung dau|viet dau|danh dau lai)(?: cho)?"
    r" (?:(?:viec |nhiem vu |nv |so )*#?(?P<n>\d{1,4})|(?:tin |bai |ma |so )*(?P<code>t\d\d-\d{2,4})) ?:"
)


def bare_listed(c: Clause) -> Act | None:
    return Act(Intent.bare_texts) if _LIST.fullmatch(c.core) else None


def accents_said(text: str) -> Act | None:
    """The whole message, whose text after the colon may look like anything."""
    if ":" not in text:
        return None
    head, said = text.split(":", 1)
    found = _MEND.fullmatch(read_line(head + ":").norm) if said.strip() else None
    if not found:
        return None
    if found["code"]:
        return Act(Intent.mend_text, Slots(code=found["code"].upper(), text=tidy(said)))
    return Act(Intent.mend_text, Slots(task_ids=(int(found["n"]),), text=tidy(said)))
