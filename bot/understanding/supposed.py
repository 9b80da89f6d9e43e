"""A change told from hearsay, supposed, wished, remembered or on a condition: "tưởng 15 xong rồi", "12 mà xong là duyệt"."""

import re
from dataclasses import replace

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import ORDERED, Intent
from bot.understanding.line import read_line
from bot.understanding.takers import DOES

_DECISIONS = frozenset({Intent.approve, Intent.reject, Intent.assign, Intent.extend_request, Intent.set_deadline})
#: Not seen by whoever says it, whatever it tells of.
_HEARD = r"hinh nhu|(?:co nguoi|ai do|nguoi ta|(?<!don )ho|moi nguoi|co dua) (?:noi|bao|keu|don|ke|khoe|than|phan)|thi phai(?=[ .!]*$)|(?:khong|chang|cha) le|ch[aả] nhe|nghe (?:noi|dau|bao|don)|(?<!doi )(?<!hien )(?<!an )(?<!tin )(?<!bieu )tuong|khong biet"
_HEARSAY = re.compile(
    rf"\b(?:{_HEARD}|(?:chac|co khi|co le|kieu gi) (?:\w+ ){{0,3}}?(?:se |cung )?(?:duyet|dong y|nhat tri|ky|cho lui|thong qua))\b"
)
#: Told from hearsay, wished for, or on a condition.
_PERHAPS = re.compile(
    rf"\b(?:{_HEARD}|chac(?! chan)|co khi|co le|le ra|(?:dang|đáng) (?:le|ra)|coi nhu|xem nhu|nghi la|that khong|thi (?:tot|hay|may)|roi ma|"
    r"theo (?:anh|chi|em|co|chu|bac|ong|ba) \w+ thi|(?:anh|chi|em|co|chu) \w+(?: (?:phong|ben|o|to) \w+){0,2} (?:bao|noi|keu|nhan|ke|khoe|than|xui) (?:la |rang )?(?:viec |nhiem vu )?(?:\d|(?:anh|chi|em|co|chu|bac|phong|ben) \w+)|"
    r"ma xong (?:la|thi)|xong (?:thi|la|phai|moi|som thi)|dang tinh|tinh chuyen)\b"
)
#: Decided on another day, so nothing is ordered now.
_LONG_AGO = re.compile(
    r"\b(?:hom no|hom truoc|bua truoc|tuan truoc|lan truoc|thang truoc|roi ma|(?:hom qua|hom kia|ban nay|hoi (?:sang|chieu|nay))(?: em)? roi)\b"
)


#: Asked for only should something happen: "nếu mai không có số liệu thì em xin lùi 6"; "nếu được thì em xin lùi 6" asks now.
_SHOULD_IT = re.compile(r"\bneu (?!duoc|co the|khong phien|tien|(?:anh|chi|sep|lanh dao)\b).*\bthi\b")
#: Not yet: "nếu anh Hải chưa trả lời thì nhắc"; "ai chưa nộp thì nhắc" is of now.
_UNLESS_HE_ANSWERS = re.compile(r"\bneu (?!.*\b(?:ai|nao)\b).*\b(?:chua|khong) \w+.* thi (?:em )?nhac\b")
_OF_EVERYBODY = re.compile(r"\b(?:ca|toan) (?:co quan|phong|ban|don vi|trung tam)\b|\bmoi nguoi\b|\bcho tat ca\b")
#: "Mai đừng nhắc, em đi công tác" is of that day; "từ mai đừng nhắc nữa" is for good.
_FOR_A_DAY = re.compile(
    r"(?<!tu )\b(?:mai|hom nay|ngay kia|(?:sang|chieu|toi) nay|tuan (?:nay|sau)|may (?:hom|ngay|bua) (?:nay|toi)|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|\d{1,2}/\d{1,2}|luc nay)\b"
)
#: Only should something be so: "giao 12 cho Nam nếu Lan bận"; "để Lan làm cũng được" minds little.
_UNCONDITIONAL = frozenset({Intent.done, Intent.assign, Intent.set_deadline})
_IF = re.compile(r"\bneu (?!duoc|co the|khong phien|tien)\b|\blam cung duoc\b")
#: Thought over or wished, and not ordered yet: "35 Quân chắc làm được", "54 lẽ ra Hoa làm mới phải", "anh định giao 40 cho Quân".
_MUSED = re.compile(
    r"(?: (?:le ra|(?:dang|đáng) (?:le|ra)|co le|co khi|chac(?: la)?(?! chan)|hay la|hinh nhu)(?: (?:de|la|phai|thi|se))*(?= \S)|^(?:anh|chi|toi|minh) (?:cung |dang )*(?:dinh|tinh)(?: la| se)* (?=giao\b|de\b|chuyen\b|phan\b))"
)
_AT_LAST = re.compile(
    rf"(?<= )(?:{DOES})(?P<end> (?:duoc|noi|moi (?:phai|dung)|thi (?:phai|dung|tot|hay|hop)(?: hon)?)(?: (?:ma|chu|a|nhe|em))*[ .!]*)$"
)


#: What its sender needs for himself, though it stands behind a number: "17 chị cần phòng họp"; what the work lacks holds it up.
#: And who has it in his hands: "26 chị Thu giữ hồ sơ".
_NO_DEED = re.compile(
    r"(?:anh|chi|em|toi|minh|tui)(?: (?:dang|cung|rat|chi|se|moi))* (?:can|muon)\b(?! (?:them |co |duoc )?(?:kinh phi|von|tien|nguoi|nhan su|so lieu|ho so|y kien|huong dan|van ban|chi dao|gop y|phoi hop|thoi gian|\d))"
    r"|de (?:anh|chi|em|co|chu|bac|cau) [^\W\d]+ (?:lam|lo|nhan|theo doi|phu trach)\b"
    r"|(?:anh|chi|co|chu|sep|a|c) [^\W\d]+ (?:(?:dang|con|van) )*(?:giu|cam)\b(?! (?:vung|gin|chac|nguyen))"
)


def supposed(c: Clause, taken: Found) -> Found:
    """What was taken for a change, as a reading to be asked about where the sender has not seen or ordered it."""
    if isinstance(taken, Doubt):
        return taken
    if taken.intent in ORDERED and _PERHAPS.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.settings_time and _OF_EVERYBODY.search(c.norm):
        return Doubt((taken,))  # it would be the sender's own
    if taken.intent is Intent.settings_time and taken.slots.mode == "off" and _FOR_A_DAY.search(c.norm):
        return Doubt((taken,))
    if taken.intent in _UNCONDITIONAL and _IF.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.extend_request and _HEARSAY.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.extend_request and _SHOULD_IT.search(c.norm):
        return Doubt((taken.with_slots(date=None),))
    if taken.intent is Intent.remind_unit and _UNLESS_HE_ANSWERS.search(c.norm):
        return Doubt((taken,))
    if taken.intent in _DECISIONS and _LONG_AGO.search(c.norm):
        return Doubt((taken,))
    if taken.intent is Intent.progress and _NO_DEED.match(
        read_line(taken.slots.text or taken.slots.statement or "").norm
    ):
        return Doubt((taken,))
    return Doubt((taken,)) if taken.intent is Intent.progress and _HEARSAY.search(c.norm) else taken


def without_musing(c: Clause) -> Clause | None:
    """The same as an order, without the words that only think it over; None where there are none."""
    found = _MUSED.search(c.norm)
    if not found or c.asks:
        return None
    last = _AT_LAST.search(c.norm, found.end())
    end = last.start("end") if last else len(c.norm)
    return replace(c, line=read_line(f"{c.line.typed(0, found.start())} {c.line.typed(found.end(), end)}"))
