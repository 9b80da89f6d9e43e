"""The task shown last, handed out without its number: "giao nó cho Phúc, 30/10 phải xong"."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Intent
from bot.understanding.rules.assign import GIVE, OPENING, TO
from bot.understanding.rules.dates import named_date
from bot.understanding.takers import DOES, takers

_IT = r"(?:(?:viec|nhiem vu|cai) (?:nay|do|kia)|no)"
_GIVEN = re.compile(rf"{OPENING}(?:{GIVE}(?: {_IT})? {TO} |(?:{GIVE} {_IT}|{_IT},? (?:thi )?(?:{GIVE}|de)) )")
#: Behind whom it goes to: until when, or courtesy.
_BEHIND = re.compile(
    rf"(?:{DOES})?(?:(?:^|[ ,]+)(?:han|truoc|den|ngay|trong|phai|nho|la|thi|xong|nop|hoan thanh|nhe|nha|di|em|luon|giup|anh|chi|a|DAY))*[ .!]*"
)


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


def shown_given(c: Clause) -> Doubt | None:
    """Of a head; which task he means is asked."""
    if c.ids or c.replying or c.context != "direct" or not c.heads or c.asks_plainly:
        return None
    begin = _GIVEN.match(c.norm)
    found = takers(c, begin.end(), strangers=False) if begin else []
    if not found or not all(one.known for one in found):
        return None
    rest = c.norm[found[-1].end :].strip()
    day = when.day_in(rest, c.on, c.calendar, future=True)
    said = rest if day is None else f"{rest[: day[1][0]]}DAY{rest[day[1][1] :]}"
    if not _BEHIND.fullmatch(said):
        return None
    date = day[0] if day else None
    return Doubt(tuple(c.act(Intent.assign, date=date, which=named_date(c.norm), **one.slots) for one in found))
