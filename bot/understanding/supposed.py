"""A change told from hearsay, supposed, wished, remembered or on a condition: "tưởng 15 xong rồi", "12 mà xong là duyệt"."""

import re
from dataclasses import replace

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import ORDERED, Act, Intent
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.takers import DOES
from bot.understanding.words import REMIND

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

_OF_HEADS = frozenset({Intent.approve, Intent.assign, Intent.set_deadline, Intent.remind_unit})
#: Not decided yet: "đề xuất hạn 26 là 20/10", "nên để hạn 26 đến 20/10".
_PROPOSED = re.compile(
    r"^(?:(?:da|anh|chi|em|toi|minh|ben|phong) )*(?:de xuat|du kien|du tinh|kien nghi|nen|hay la)\b(?! la\b)"
)
#: Thought of: "chắc phải nhắc hết", "có lẽ nhắc Lan".
_MAYBE_REMINDED = re.compile(
    rf"(?:^|[,.] )(?:(?:da|anh|chi|em|toi|minh|a|u|thoi) )*(?:chac(?! chan)(?: la)?|co le|co khi|le ra|khong biet|co nen|(?:dinh|tinh|du dinh)(?! ky))(?: (?:anh|chi|em|toi|minh|minh phai|phai|se|nen|la|cung|thi))* (?:{REMIND})\b"
)
#: What somebody else wants: "Vinh muốn hạn 26 là 5/12", "Sở yêu cầu hạn 26 là 15/10".
_WANTS = re.compile(
    r"(?P<who>[^\W\d]+)(?: (?:dang|cung|da|vua|moi|chi|van|cu|no))* (?:muon|mong|de xuat|de nghi|yeu cau|đòi|xin|bao|noi|keu|kien nghi|hen|hua)\b(?! (?:cao|cho|chi)\b)"
)
_TO_ACCEPT = re.compile(r"(?: (?:la|rang|anh|chi|em|minh|toi|cho))* (?:phe )?(?:duyet|dong y|chap thuan|nhat tri)\b")
_TO_HIM = re.compile(
    r"\b(?:giao|cho|nhac|voi|cua|chuyen|de|va|don doc|thuc|giuc|theo|gui)(?: (?:viec|nhiem vu|nv|so|va|\d[\d,]*))*(?: (?:anh|chi|em|co|chu|bac|dong chi|phong|ben))* $"
)
_ABOVE = frozenset(listed("so tinh bo ho tren phuong xa ubnd hdnd bch dang ubkt"))


def _others_wish(c: Clause, intent: Intent) -> bool:
    """Whether it is told what another than the speaker wants; who is handed the task ("giao Vinh yêu cầu xong …") wants nothing.

    Behind a comma stands the speaker's own word on it: "KT xin lùi 17, đồng ý".
    """
    for found in _WANTS.finditer(c.norm):
        at, end = found.span("who")
        wished = c.norm[found.end() :]
        if re.search(r"[,.;] \S", wished) or (intent is Intent.approve and not _TO_ACCEPT.match(wished)):
            continue
        of_unit = c.unit and c.unit.start <= at < c.unit.end
        begins = c.unit.start if c.unit and of_unit else at
        known = of_unit or found["who"] in _ABOVE or c.directory.names_somebody(c.line.typed(at, end))
        if known and not _TO_HIM.search(c.norm[:begins]):
            return True
    return False


def _undecided(c: Clause, intent: Intent) -> bool:
    """Whether an order of a head is only proposed, wished for by another or thought of."""
    if intent not in _OF_HEADS:
        return False
    thought_of = intent is Intent.remind_unit and _MAYBE_REMINDED.search(c.norm)
    return bool(thought_of or _PROPOSED.search(c.norm) or _others_wish(c, intent))


#: What is asked about where these words stand beside it.
_SIGNS = (
    (ORDERED, _PERHAPS),
    ({Intent.settings_time}, _OF_EVERYBODY),  # it would be the sender's own
    (_UNCONDITIONAL, _IF),
    ({Intent.extend_request, Intent.progress}, _HEARSAY),
    ({Intent.remind_unit}, _UNLESS_HE_ANSWERS),
    (_DECISIONS, _LONG_AGO),
)


def supposed(c: Clause, taken: Found) -> Found:
    """What was taken for a change, as a reading to be asked about where the sender has not seen or ordered it."""
    if isinstance(taken, Doubt):
        return taken
    if any(taken.intent in intents and sign.search(c.norm) for intents, sign in _SIGNS) or _of_no_use(c, taken):
        return Doubt((taken,))
    if _undecided(c, taken.intent):
        return Doubt((taken,))
    if taken.intent is Intent.extend_request and _SHOULD_IT.search(c.norm):
        return Doubt((taken.with_slots(date=None),))
    return taken


def _of_no_use(c: Clause, act: Act) -> bool:
    """Silence for a day that would last for good, a result that tells of no work."""
    if act.intent is Intent.settings_time and act.slots.mode == "off":
        return bool(_FOR_A_DAY.search(c.norm))
    told = read_line(act.slots.text or act.slots.statement or "").norm
    return act.intent is Intent.progress and bool(_NO_DEED.match(told))


def without_musing(c: Clause) -> Clause | None:
    """The same as an order, without the words that only think it over; None where there are none."""
    found = _MUSED.search(c.norm)
    if not found or c.asks:
        return None
    last = _AT_LAST.search(c.norm, found.end())
    end = last.start("end") if last else len(c.norm)
    return replace(c, line=read_line(f"{c.line.typed(0, found.start())} {c.line.typed(found.end(), end)}"))
