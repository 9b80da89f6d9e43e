"""A change that is asked about, not ordered: "duyệt 2 được chưa", "xong 17 được không", "giao 33 cho Lan hay Quân"."""

import re

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import CHANGES, Act, Intent

#: Asked for politely ("xin lùi 10 đến 15/12 được không"), these are said all the same.
_ORDERED = CHANGES - {Intent.extend_request, Intent.waiting_for_signature}
_TOLD = frozenset({Intent.progress, Intent.submit_news})
_TAG = re.compile(
    r"(?:(?:(?:co|thi|la|vay|the) )*duoc (?:khong|chua|chu|ha)|\b(?:la gi|la sao|nghia la gi|de lam gi))"
    r"(?:[ ,]+(?:a|anh|chi|em|sep|bot|vay|nhi|ha|nhe|oi|da))*[?!. ]*$"
)
#: "… rồi, anh xem giúp em được không ạ?" tells first and is polite then.
_POLITE = re.compile(
    r"[,.] ?(?:(?:nho|anh|chi|sep|em|xin) )*(?:xem|kiem tra|ghi nhan|ghi|duyet|xac nhan|cap nhat)(?: giup| ho)?(?: em| toi| minh)? duoc (?:khong|chua)"
)
_ABOUT_NEWS = re.compile(r"(?:tin|bai|tin bai)\s*:?\s*(?:co|can|phai|em|toi|cho)\b")
_SURELY = re.compile(r"\bchu(?=[, ]*(?:(?:a|anh|chi|em|nhi|sep)\b ?)*[?!. ]*$)")  # chứ, and no uncle
_OR = re.compile(r"\bhay\b(?! (?:nhat|lam|qua|the)\b)")


#: Told from hearsay, wished for, or on a condition: whoever says so has not seen it done.
_PERHAPS = re.compile(
    r"\b(?:chac(?! chan)|co khi|co le|hinh nhu|nghe (?:noi|dau|bao)|le ra|dang le|dang ra|tuong|that khong|thi (?:tot|hay|may)|roi ma|"
    r"theo (?:anh|chi|em|co|chu|bac|ong|ba) \w+ thi|(?:anh|chi|em|co|chu) \w+ (?:bao|noi|keu) (?:la )?(?:viec |nhiem vu )?\d|"
    r"ma xong (?:la|thi)|xong (?:thi|la|phai|moi|som thi)|dang tinh|tinh chuyen)\b"
)
#: Decided on another day, so nothing is ordered now.
_LONG_AGO = re.compile(r"\b(?:hom no|hom truoc|bua truoc|tuan truoc|lan truoc|thang truoc|roi ma)\b")
_DECISIONS = frozenset({Intent.approve, Intent.reject, Intent.assign, Intent.extend_request, Intent.set_deadline})
#: A setting that is asked about, or is to stay.
_SETTINGS = frozenset({Intent.settings_time, Intent.settings_language})
_STAYS = re.compile(
    r"\b(?:dung|khoan|chua|khong can) (?:co )?(?:tat|doi|chuyen)\b|\b(?:sao|tai sao|vi sao|ai|bao nhieu|may nguoi|hay la|khong phai)\b"
    r"|(?<!duoc )\b(?:khong|nhi|chua)[?!. ]*$"
)


def hedged(c: Clause, taken: Found) -> Found:
    """What was taken for an order, as a reading to be asked about where the words only ask."""
    if not isinstance(taken, Doubt):
        if taken.intent in _SETTINGS and _STAYS.search(c.norm):
            return Act(Intent.not_understood)
        if taken.intent in _ORDERED and _PERHAPS.search(c.norm):
            return Doubt((taken,))
        if taken.intent in _DECISIONS and _LONG_AGO.search(c.norm):
            return Doubt((taken,))
    if isinstance(taken, Doubt) or taken.intent not in _ORDERED | _TOLD or not _only_asks(c):
        return taken
    if taken.intent in _TOLD:
        return Act(Intent.not_understood)
    return Doubt((taken.with_slots(reason=None),))


def _only_asks(c: Clause) -> bool:
    if _ABOUT_NEWS.match(c.core) and c.ends_asking:
        return True
    if _TAG.search(c.norm) and not _POLITE.search(c.norm):
        return True
    spoken = {"hay": _OR, "chứ": _SURELY}
    return any(c.line.typed(*f.span()).lower() == word for word, p in spoken.items() for f in p.finditer(c.norm))
