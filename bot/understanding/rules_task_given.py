""" "Giao chị Lan soạn báo cáo trước thứ 6": a new task without the words "việc phát sinh"; and what mends one read back."""

import re
from dataclasses import replace
from typing import Any

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import Line, read_line
from bot.understanding.rules_new_task import SOURCE, cut, due, title_of
from bot.understanding.takers import Taker, takers

_CALL = r"^(?:(?:em|anh|chi|bot|nho em|nho|giup|oi|a|da|em oi),? )*"
_WORK = r"(?:viec|nhiem vu)(?: moi| phat sinh)?"
_TO = re.compile(rf"{_CALL}(?:giao|phan cong)(?: them)?(?: {_WORK})?(?: cho)? (?!ban |thong |luu |nop |nhan |tiep )")
_GIVEN = re.compile(rf"{_CALL}(?:giao|phan cong) ")
_ADDED = re.compile(rf"{_CALL}(?:them|bo sung|tao)(?: vao)?(?: mot| 1)? {_WORK} ")
_FOR = re.compile(r",? (?:giao )?cho |, ?giao ")
#: Work that is there already, or what somebody is to take over of it.
_NOT_NEW = re.compile(
    r"(?:viec|nhiem vu|phan|cong viec) (?:nay|do|kia|ay|tren|cua|con lai|khac|so|\d)|\d+ (?:viec|nhiem vu)|(?:het|tat ca|toan bo|con lai|cac|nhung|may|muc|tin|bai|tin bai|nay|do|đó|ay|kia|no|nua|luon|di|ngay|nhe|gi|nao|va|voi|cung|roi)\b"
)
#: Of what goes on all year, unless a day ends it.
_KEEPS_UP = re.compile(
    r"(?:lam )?(?:phu trach|theo doi|quan ly|dam nhan|dam nhiem|lo|nhan|chu tri|dau moi|truc|thay|ho tro|phoi hop|viec|nhiem vu|phan)\b"
)
_TOLD = re.compile(
    r"\b(?:roi|chua|da|xong(?!,? (?:truoc|trong))|khong|dung|neu|not|thay (?:anh|chi|em|co|chu|bac|cho))\b"
)
_MEND = re.compile(
    r"(?:(?:a|nham|khong|sua|doi|chuyen|thay|la|lai|thanh|giao|phan cong|cho|don vi|nguoi|chu tri|phu trach|lam|han|thoi han)\b[,:]? ?)*"
)
_DONE_MENDING = re.compile(r"(?:[ ,.]|lam|chu tri|phu trach|thuc hien|nhe|a|di|em|anh|chi|thoi|giup|luon)*")
_TITLE = re.compile(r"(?:(?:sua|doi)(?: lai)? )?(?:ten|noi dung)(?: viec)?(?: (?:lai|la|thanh))*:? (?=\w)")


def task_given(c: Clause) -> Act | None:
    """Of a head, in a message of its own; it counts when its sender confirms it."""
    if not c.heads or c.context != "direct" or c.ids or c.asks or ";" in c.norm or _TOLD.search(c.norm):
        return None
    return _to_somebody(c) or _for_somebody(c)


def _to_somebody(c: Clause) -> Act | None:
    """ "Giao KT rà soát biển hiệu", "giao việc cho chị Lan: …"."""
    found = _TO.match(c.norm)
    who = _one(c, found.end()) if found else None
    return _task(c, c.line.part(who.end, len(c.norm)), who.slots, dated=False) if who else None


def _for_somebody(c: Clause) -> Act | None:
    """ "Giao tuyên truyền chuyển đổi số cho VHXH trước 30/11", "thêm việc rà soát biển hiệu cho KT"."""
    added = _ADDED.match(c.norm)
    found = added or _GIVEN.match(c.norm)
    if not found:
        return None
    for each in _FOR.finditer(c.norm, found.end()):
        if who := _one(c, each.end()):
            rest = c.line.part(found.end(), each.start()).text, c.line.part(who.end, len(c.norm)).text
            return _task(c, read_line(", ".join(filter(None, rest))), who.slots, dated=not added)
    return _task(c, c.line.part(found.end(), len(c.norm)), {}, dated=True) if added else None


def _one(c: Clause, at: int) -> Taker | None:
    found = takers(c, at, strangers=False)
    return found[0] if len(found) == 1 and found[0].known and not found[0].helps else None


def _task(c: Clause, line: Line, whose: dict[str, Any], *, dated: bool) -> Act | None:
    """None where the words speak of work there is already; `dated`: only with a day."""
    source, line = cut(line, SOURCE, "source")
    day, line = due(line, c.on, c.calendar)
    title = title_of(line)
    norm = read_line(title).norm
    if len(title.split()) < 2 or _NOT_NEW.match(norm) or (not day and (dated or _KEEPS_UP.match(norm))):
        return None
    return Act(Intent.new_task, Slots(title=title, date=day, text=source or None, **whose))


def task_mended(c: Clause, slots: Slots) -> Slots | None:
    """The task read back as this message changes it ("giao chị Lan", "hạn 20/11", "VHXH"); None where it says more."""
    if c.ids or c.asks:
        return None
    if found := _TITLE.match(c.norm):
        return replace(slots, title=title_of(c.line.part(found.end(), len(c.norm))))
    source, line = cut(c.line, SOURCE, "source")
    day, line = due(line, c.on, c.calendar)
    rest = replace(c, line=line)
    lead = _MEND.match(line.norm)
    who = takers(rest, lead.end(), strangers=False)[:2] if lead else []
    end = who[0].end if who else lead.end() if lead else 0
    if len(who) > 1 or not (source or day or who) or not _DONE_MENDING.fullmatch(line.norm, end):
        return None
    named = {"unit": None, "unit_full": None, "person": None} | who[0].slots if who else {}
    return replace(slots, date=day or slots.date, text=source or slots.text, **named)
