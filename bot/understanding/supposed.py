"""A change told from hearsay, supposed, wished, remembered or on a condition: "tưởng 15 xong rồi", "12 mà xong là duyệt"."""

import re

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import CHANGES, Intent

_ORDERED = CHANGES - {Intent.extend_request, Intent.waiting_for_signature}
_DECISIONS = frozenset({Intent.approve, Intent.reject, Intent.assign, Intent.extend_request, Intent.set_deadline})
#: Not seen by whoever says it, whatever it tells of.
_HEARD = r"hinh nhu|thi phai(?=[ .!]*$)|nghe (?:noi|dau|bao|don)|(?<!doi )(?<!hien )(?<!an )(?<!tin )(?<!bieu )tuong|khong biet"
_HEARSAY = re.compile(
    rf"\b(?:{_HEARD}|(?:chac|co khi|co le|kieu gi) (?:\w+ ){{0,3}}?(?:se |cung )?(?:duyet|dong y|nhat tri|ky|cho lui|thong qua))\b"
)
#: Told from hearsay, wished for, or on a condition.
_PERHAPS = re.compile(
    rf"\b(?:{_HEARD}|chac(?! chan)|co khi|co le|le ra|dang le|dang ra|coi nhu|xem nhu|nghi la|that khong|thi (?:tot|hay|may)|roi ma|"
    r"theo (?:anh|chi|em|co|chu|bac|ong|ba) \w+ thi|(?:anh|chi|em|co|chu) \w+ (?:bao|noi|keu) (?:la |rang )?(?:(?:viec |nhiem vu )?\d|(?:anh|chi|em|co|chu|bac|phong|ben) \w+)|"
    r"ma xong (?:la|thi)|xong (?:thi|la|phai|moi|som thi)|dang tinh|tinh chuyen)\b"
)
#: Decided on another day, so nothing is ordered now.
_LONG_AGO = re.compile(r"\b(?:hom no|hom truoc|bua truoc|tuan truoc|lan truoc|thang truoc|roi ma)\b")


#: Asked for only should something happen: "nếu mai không có số liệu thì em xin lùi 6"; "nếu được thì em xin lùi 6" asks now.
_SHOULD_IT = re.compile(r"\bneu (?!duoc|co the|khong phien|tien|(?:anh|chi|sep|lanh dao)\b).*\bthi\b")


def supposed(c: Clause, taken: Found) -> Found:
    """What was taken for a change, as a reading to be asked about where the sender has not seen or ordered it."""
    if isinstance(taken, Doubt):
        return taken
    if taken.intent in _ORDERED and _PERHAPS.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.extend_request and _HEARSAY.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.extend_request and _SHOULD_IT.search(c.norm):
        return Doubt((taken.with_slots(date=None),))
    if taken.intent in _DECISIONS and _LONG_AGO.search(c.norm):
        return Doubt((taken,))
    return Doubt((taken,)) if taken.intent is Intent.progress and _HEARSAY.search(c.norm) else taken
