"""The tasks shown last, handed out without their numbers: "giao nó cho Phúc, 30/10 phải xong", "mấy việc đó giao Phúc hết đi".
Whoever hands out nothing himself wants it handed over: "chuyển cho anh Phúc giùm em"."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import SHOWN, Act, Intent
from bot.understanding.rules.assign import GIVE, OPENING, TO
from bot.understanding.rules.dates import named_date
from bot.understanding.takers import DOES, takers

_IT = r"(?:(?:viec|nhiem vu|cai) (?:nay|do|kia)|no)"
_GIVE = rf"(?:{GIVE}|dua|day)"
_WANT = r"(?:(?:(?:em|toi|minh|anh|chi) )?(?:muon|xin|nho|de nghi)(?: phep)? )?"
_GIVEN = re.compile(
    rf"{OPENING}{_WANT}(?:{_GIVE}(?: {_IT})? {TO} |(?:{GIVE} {_IT}|{_IT},? (?:thi )?(?:{GIVE}|de)(?: {TO})?) )"
)
#: Told, not ordered: "đã chuyển cho chị Hoa".
_HAS_GIVEN = re.compile(rf"(?:(?:em|toi|anh|chi|minh) )?(?:da|vua|moi) {_GIVE}\b")
#: Behind whom it goes to: until when, or courtesy.
_BEHIND = re.compile(
    rf"(?:{DOES} ?)*(?:(?:^|[ ,]+)(?:han|truoc|den|ngay|trong|phai|nho|la|thi|xong|nop|hoan thanh|nhe|nha|di|em|luon|giup|gium|dum|ho|voi|anh|chi|a|toi|minh|DAY))*[ .!]*"
)
_ALL = r"(?:het|tat ca|toan bo|luon|ca)"
_THEM = rf"(?:(?:{_ALL} )*(?:may|cac|nhung|ca) (?:dau |cong |phan )?(?:viec|nhiem vu|cai)(?: chua (?:giao|co ai|ai lam))? (?:do|đó|nay|kia|ay|tren|o tren|vua roi|vua (?:xem|neu|liet ke))|{_ALL} (?:danh sach|cho|dong|loat)(?: viec)? (?:do|đó|nay|kia|ay|tren))"
#: All of a list: whose it is to be stands behind it, or before.
_ALL_GIVEN = (
    re.compile(rf"{OPENING}{_THEM},? (?:thi )?(?:{_ALL} )*(?:{_GIVE}|de|cho)(?: {_ALL})*(?: {TO})? "),
    re.compile(rf"{OPENING}{_GIVE}(?: {_ALL})* {_THEM}(?: {_ALL})*,? {TO} "),
    re.compile(rf"{OPENING}{_GIVE}(?: {_ALL})+ {TO} "),
    re.compile(rf"{OPENING}{_GIVE} (?:{TO} )?(?=[^\d,;]{{2,40}} {_THEM})"),
)
_ALL_BEHIND = re.compile(rf"(?:{_ALL} ?)*(?:{_THEM})?")


#: "15 là của Hoa": a head says whose it is.
_ITS_OWNER = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]* (?:thi )?(?:(?:van |moi )?la )?(?:(?:viec|phan) )?cua "
)


def said_to_be_of(c: Clause) -> Doubt | None:
    """Whether it is to be given to him is asked."""
    begin = _ITS_OWNER.match(c.norm) if c.ids and c.heads and c.context != "group" and not c.asks else None
    found = takers(c, begin.end(), strangers=False) if begin else []
    if len(found) != 1 or not found[0].known or not _BEHIND.fullmatch(c.norm[found[0].end :].strip()):
        return None
    return Doubt((c.act(Intent.assign, **found[0].slots),))


def list_given(c: Clause) -> Doubt | None:
    """All of the list shown last, to one: asked with their numbers."""
    if c.ids or c.context != "direct" or c.ends_asking:
        return None
    begin = next(filter(None, (each.match(c.norm) for each in _ALL_GIVEN)), None)
    found = takers(c, begin.end(), strangers=False) if begin else []
    rest = c.norm[found[0].end :].strip() if len(found) == 1 else ""
    behind = _ALL_BEHIND.match(rest)
    if len(found) != 1 or not found[0].known or not behind or not _BEHIND.fullmatch(rest[behind.end() :].strip()):
        return None
    given = _wanted(c, mode=SHOWN, **found[0].slots)
    return Doubt((given,)) if given else None


def _wanted(c: Clause, **slots: Any) -> Act | None:
    """Handed out by a head; of anybody else only wished for, and of nobody but a person."""
    if c.heads:
        return c.act(Intent.assign, **slots)
    person = slots.get("person")
    return c.act(Intent.give_back, person=person, mode=slots.get("mode")) if person else None


def shown_given(c: Clause) -> Doubt | None:
    """Which task is meant is asked."""
    if c.ids or c.replying or c.context != "direct" or c.asks_plainly:
        return None
    begin = None if _HAS_GIVEN.match(c.norm) and not c.line.text.lower().startswith("dạ") else _GIVEN.match(c.norm)
    found = takers(c, begin.end(), strangers=False) if begin else []
    if not found or not all(one.known for one in found):
        return None
    rest = c.norm[found[-1].end :].strip()
    day = when.day_in(rest, c.on, c.calendar, future=True)
    said = rest if day is None else f"{rest[: day[1][0]]}DAY{rest[day[1][1] :]}"
    if not _BEHIND.fullmatch(said):
        return None
    date = day[0] if day else None
    given = [_wanted(c, date=date, which=named_date(c.norm), **one.slots) for one in found]
    acts = tuple(act for act in given if act)
    return Doubt(acts) if acts else None
