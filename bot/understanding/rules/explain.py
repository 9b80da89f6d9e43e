"""A reason asked for: "đề nghị giải trình việc 26", "yêu cầu phòng KT giải trình", "hỏi anh Vinh vì sao việc 26 chậm"."""

import re
from dataclasses import replace

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.takers import takers

_LEAD = r"^(?:(?:da|vang|alo|bot|em|e|anh|chi|oi|a|toi|minh|nho)[ ,.:!]+)*"
_TASK = r"(?:(?:viec|nhiem vu|nv|so|cong viec|dau viec) (?:so )?)?#?\d{1,4}(?: ?(?:,|va|&) ?(?:viec )?#?\d{1,4})*"
_LATE = r"(?:cham|tre|qua han|qua thoi han|chua (?:xong|hoan thanh|lam|nop|trien khai|thuc hien|bao cao)|khong (?:xong|kip|hoan thanh))"
_ABOUT = rf"(?:(?:ve |o |cua |vi sao |tai sao |sao |ly do |nguyen nhan |viec |de |(?:va )?(?:cong viec |dau viec |nhiem vu |nv )?(?:so )?#?\d{{1,4}}\b[ ,:&–-]*|thi |nay |con |lai |{_LATE}[ ,]*)*)"
#: Somebody is told to give a reason.
_ORDER = re.compile(
    rf"{_LEAD}(?:{_ABOUT}|{_TASK} (?![^,;:]*(?:xong|hoan thanh|duyet))[^,;:]{{2,50}}[,;:] ?)(?P<ask>de nghi|yeu cau|bat buoc|bat|bao|can)(?: (?:phai|co|gap|ngay|lai))* (?=\S)"
)
_MEANWHILE = r"(?:(?:phai|can|co|gui|nop|viet|lam|ngay|gap|som|khan truong|ngay lap tuc|nghiem tuc|bao cao|van ban|ban|cho (?:toi|anh|chi|minh|lanh dao)|bang van ban)[ ,])*"
_GIVES = re.compile(
    rf" ?{_MEANWHILE}(?:giai trinh\b|(?:lam ro|neu ro|neu|noi ro|noi|bao cao ro|bao cao|cho biet|lam)(?: (?:ve|ro|(?:cho )?(?:toi|anh|chi|minh|lanh dao)))* (?:ly do|nguyen nhan|vi sao|tai sao|sao)\b.*\b{_LATE}\b)"
)
#: The bot is to find the reason out.
_FIND_OUT = re.compile(rf"{_LEAD}hoi(?: (?:giup|ho|xem))* (?:{_ABOUT})(?=\S)")
_WHY = re.compile(rf" ?(?:ly do|nguyen nhan|vi sao|tai sao|sao|xem (?:sao|vi sao))\b.*\b{_LATE}\b")
_FOR_ME = re.compile(rf"{_LEAD}giai trinh(?: lai)? {_TASK}(?: ro)? cho (?:toi|anh|chi|minh|lanh dao)\b")
#: Whose order it is, when somebody else tells of it.
_RELAYED = re.compile(
    r"^(?:lanh dao|sep|chu tich|van phong|chanh van phong|(?:anh|chi) \w+)\b[^,;:]{0,12}?(?=(?:de nghi|yeu cau) )"
)
_TELLS = re.compile(rf" (?:phai |can )?giai trinh(?: lai| ro)? {_TASK}(?: (?:nhe|di|a|giup anh|giup chi))*[ .!]*$")
_DAYS = re.compile(
    r"\b(?:truoc|ngay|thu|thang|quy|nam|luc|hom|tuan)(?: ngay)? \d{1,4}(?:/\d{1,4})*|\d{1,2}/\d{1,2}(?:/\d{2,4})?"
)
_SETTLED = re.compile(
    r"\b(?:khong|chua|khoi|dung|khoan|thoi)\b[^,;]{0,12}\b(?:giai trinh|de nghi|yeu cau|can)\b|\bgiai trinh (?:roi|xong|day du)\b|\broi[ .!]*$"
)
_ONLY_ASKS = re.compile(r"\b(?:chua|khong|ha|nhi)(?: (?:a|em|anh|chi|bot|nhe|vay))*[?!. ]*$")

#: The order is stopped in the breath it is given in.
_HALTED = re.compile(
    r"\bgiai trinh\b.*?[ ,.]+(?:(?:a |ha |ma )+thoi(?: khoan| khoi| bo)?|thoi,? (?:khoan|khoi|bo|dung)|khoan|(?:a |ha )+khoan)(?: (?:da|hay|di|em|nhe|nha|a|can|voi))*[ .!]*$"
)
_WHOM = r"(?:(?! (?:giai trinh|khong|chua)\b) [^\W\d]+){0,4}?"
_DROPPED = re.compile(
    rf"{_LEAD}(?:thoi[ ,]+)?(?:huy(?: bo)?|bo|rut(?: lai)?|thu hoi|xoa)(?: (?:giup|cai|lan|phan|viec|vua))* (?:de nghi|yeu cau){_WHOM} giai trinh\b"
)
#: Nobody has to give a reason, or not now.
_WAIVED = re.compile(
    rf"{_LEAD}(?:thoi[ ,]+)?(?:{_TASK}[ :,]+)?(?:thi )?(?:{_WHOM} )?(?:dung(?: co)?|khoi|khoan|(?:khong|chua)(?: (?:can|phai|bat))+|chua voi)(?: (?:de nghi|yeu cau|hoi|bat|can|phai))*{_WHOM} giai trinh\b(?! (?:duoc|noi)\b)"
)
#: By whose work it is: a reason put off or denied, and none given.
_REFUSED = re.compile(
    rf"(?:(?:da|em|anh|chi|toi|thi)[ ,]+)*(?:{_TASK}[ :,]+)?(?:(?:em|anh|chi|toi|thi|van) )*(?:(?:chua|khong|khoan|khoi)(?: (?:can|kip|the|muon|phai))*|(?:sang |chieu )?mai|tuan sau|chieu|lat(?: nua)?|de sau|se)(?: (?:em|anh|chi|toi|moi|se))* giai trinh(?: {_TASK})?(?: (?:duoc|dau|noi|kip|sau|gi|a|nhe|nha|em|anh|chi|voi|nua))*[ .!]*"
)


def explanation_waived(c: Clause) -> Act | Doubt | None:
    """ "Đề nghị giải trình 26, thôi khoan" orders nothing, "hủy đề nghị giải trình 26" takes the order back; of his own work a person
    who gives no reason is asked for it."""
    if not c.has("giai trinh") or c.asks_plainly:
        return None
    if not c.heads:
        return c.act(Intent.explain) if c.ids and _REFUSED.fullmatch(c.norm) else None
    if _HALTED.search(c.norm):
        return c.act(Intent.smalltalk_other, held=True)
    back = c.act(Intent.undo_done, of_act="ask_explanation")
    if _DROPPED.match(c.norm):
        return back
    return Doubt((back,)) if c.ids and _WAIVED.match(c.norm) else None


def explanation_asked(c: Clause) -> Act | Doubt | None:
    """Of tasks, or with a unit or a person of all that is late there; `text`: what was said with it."""
    if not c.has("giai trinh|ly do|nguyen nhan|vi sao|tai sao|sao") or _SETTLED.search(c.norm):
        return None
    if _ONLY_ASKS.search(c.norm) and not re.search(rf"\b{_LATE}[?!. ]*$", c.norm):
        return None
    relayed = _RELAYED.match(c.norm) if c.heads else None
    said = replace(c, line=c.line.part(relayed.end(), len(c.norm))) if relayed else c
    found = _ordered(said) or _told_to(c)
    if found is None or c.line.text.lower().startswith("đã "):  # told, not ordered
        return None
    number = _bare_number(c)
    if number is not None:  # "vì sao 26 chậm": a task, most likely, and never all that is late
        return Doubt((found.with_slots(task_ids=(number,)),))
    sure = not relayed and order_given(c) and not re.match(r"da ", c.line.text, re.I)
    return found if sure else Doubt((found,))


def order_given(c: Clause) -> bool:
    """ "Anh Vinh giải trình việc 26 nhé" may also tell what he did."""
    return not _TELLS.search(c.norm) or bool(_ORDER.match(c.norm) or _FIND_OUT.match(c.norm) or _FOR_ME.match(c.norm))


def _bare_number(c: Clause) -> int | None:
    """A number that stands alone and is not read as a task: no hour, no day."""
    found = re.findall(
        r"(?<![\d/.,h:-])\b\d{1,4}\b(?![\d/.,:h%-]| ?(?:h|gio|phut|ngay|thang|tuan|viec|nam))", _DAYS.sub(" ", c.norm)
    )
    return int(found[0]) if not c.ids and len(found) == 1 else None


def _told_to(c: Clause) -> Act | None:
    """A head tells a person of a task, and gives no reason himself."""
    begin = re.match(_LEAD, c.norm)
    who = takers(c, begin.end(), strangers=False)[:1] if begin and c.heads and _TELLS.search(c.norm) else []
    if not who or "person" not in who[0].slots or not _TELLS.match(c.norm, who[0].end):
        return None
    return c.act(Intent.ask_explanation, **who[0].slots)


def _ordered(c: Clause) -> Act | None:
    if _FOR_ME.match(c.norm):
        return c.act(Intent.ask_explanation)
    order, by_bot = _ORDER.match(c.norm), False
    if order is None and c.heads:
        order, by_bot = _FIND_OUT.match(c.norm), True
    if order is None:
        return None
    to = takers(c, order.end(), strangers=False)[:1]
    at = to[0].end if to else order.end() - 1
    gives = (_WHY if by_bot else _GIVES).match(c.norm, at) or (by_bot and _late_task(c))
    if not gives or (not by_bot and order["ask"] in ("bao", "can", "bat") and not c.heads):
        return None
    if not by_bot and order["ask"] in ("bao", "bat") and not to:
        return None
    whom = to[0].slots if to and (to[0].slots.get("unit") or to[0].slots.get("person")) else {}
    if not (c.ids or c.replying or whom):
        return None
    slots = {**whom, "mode": "again"} if re.search(r"\b(?:giai trinh|de nghi|yeu cau) lai\b", c.norm) else whom
    return c.act(Intent.ask_explanation, **slots)


def _late_task(c: Clause) -> bool:
    """ "Hỏi anh Vinh việc 26 sao chậm", "hỏi lý do chậm việc 26"."""
    return bool(c.ids and re.search(rf"\b(?:sao|ly do|nguyen nhan)\b.*\b{_LATE}\b", c.norm))
