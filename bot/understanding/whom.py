"""Who stands behind a verb of reminding: "nhắc lại Hoa", "nhắc giúp phòng KT"; the sender himself is nobody of them."""

import re

from bot.understanding.clause import Clause
from bot.understanding.takers import Taker, takers
from bot.understanding.words import ME, REMIND
from jobs.rules.text import fold

TO_WHOM = re.compile(
    rf"\b(?:{REMIND})(?: (?:giup|ho|lai|chung|ca|them|luon|nhe|giup anh|giup chi|viec cho))*(?: (?:(?:cac|viec|nhiem vu|nv|so) )*\d[\d, ]*(?:va \d[\d, ]*)*(?:cho|den|voi))?(?: cho)? "
)


def others_named(c: Clause) -> list[Taker]:
    """Everybody named behind the verb; "giúp anh" in front of a unit names nobody."""
    verb = TO_WHOM.search(c.norm)
    if not verb:
        return []
    if pointed := re.compile(r"(?:(?:anh|chi|em|toi|minh) )?cai (?=(?:anh|chi|co|chu|bac|em|phong|ban) )").match(
        c.norm, verb.end()
    ):
        return [one for one in takers(c, pointed.end(), strangers=False) if not _is_self(one)]
    called = re.compile(r"(?:anh|chi|em|toi) ").match(c.norm, verb.end())
    beyond = takers(c, called.end(), strangers=False) if called else []
    found = beyond if beyond and "unit" in beyond[0].slots else takers(c, verb.end(), strangers=False)
    return [one for one in found if not _is_self(one)]


def _is_self(one: Taker) -> bool:
    return re.fullmatch(ME, fold(one.slots.get("person") or "")) is not None  # "đôn đốc VHXH với em"
