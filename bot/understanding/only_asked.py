"""A change that is asked about, not ordered: "duyệt 2 được chưa", "giao 33 cho Lan hay Quân"; and a reason, which asks nothing."""

import re

from bot.understanding.belonging import Found
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import ORDERED, Act, Intent

_TOLD = frozenset({Intent.progress, Intent.submit_news})
_SETTINGS = frozenset({Intent.settings_time, Intent.settings_language})
#: "Vì chờ số liệu các phòng" gives a reason, and wants no figures.
_FIGURES = frozenset(
    {
        Intent.status_overall,
        Intent.status_unit,
        Intent.overdue_list,
        Intent.due_soon,
        Intent.report_request,
        Intent.who_missed_results,
    }
)
_ONLY_WHY = re.compile(r"(?:(?:da|em|anh|chi|ly do)[ ,:]+)*(?:vi|do|boi)\b(?! (?:sao|dau|the|vay)\b)[^,;]*$")
_TAG = re.compile(
    r"(?:(?:(?:co|thi|la|vay|the) )*duoc (?:khong|chua|chu|ha)|\b(?:la gi|la sao|nghia la gi|de lam gi))"
    r"(?:[ ,]+(?:a|anh|chi|em|sep|bot|vay|nhi|ha|nhe|oi|da))*[?!. ]*$"
)
#: "… rồi, anh xem giúp em được không ạ?" tells first and is polite then.
_POLITE = re.compile(
    r"[,.] ?(?:(?:nho|anh|chi|sep|em|xin) )*(?:xem|kiem tra|ghi nhan|ghi|duyet|xac nhan|cap nhat)(?: giup| ho)?(?: em| toi| minh)? duoc (?:khong|chua)"
)
_ABOUT_NEWS = re.compile(r"(?:tin|bai|tin bai)\s*:?\s*(?:co|can|phai|em|toi|cho)\b")
#: "Còn được lùi việc 46 nữa không", "giờ xin lùi còn kịp không": whether it may be, before it is wished.
_STILL_POSSIBLE = re.compile(
    r"\bcon (?:(?:duoc|co the|cho|xin|kip|cach|cua) ){1,3}.*\b(?:khong|hay)\b|\b(?:lui|gia han) (?:\S+ ){0,5}con (?:duoc|kip) (?:\S+ )?khong\b"
)
_SURELY = re.compile(r"\bchu(?=[, ]*(?:(?:a|anh|chi|em|nhi|sep)\b ?)*[?!. ]*$)")  # chứ, and no uncle
_OR = re.compile(r"\bhay\b(?! (?:nhat|lam|qua|the)\b)")
_ABOUT_SETTINGS = re.compile(
    r"\b(?:sao|tai sao|vi sao|ai|bao nhieu|may nguoi|hay la|khong phai|(?:cho|cach|kieu) nao|o dau)\b|(?<!duoc )\b(?:khong|nhi|chua)[?!. ]*$"
)


def only_asked(c: Clause, taken: Found) -> Found:
    """What was taken for an order, as a reading to be asked about where the words only ask."""
    if isinstance(taken, Doubt):
        return taken
    if taken.intent in _FIGURES and only_why(c):
        return Act(Intent.not_understood)
    if taken.intent in _SETTINGS:
        return _of_setting(c, taken)
    if taken.intent is Intent.extend_request and _STILL_POSSIBLE.search(c.norm):
        return Doubt((c.act(Intent.task_detail), taken))
    if taken.intent not in ORDERED | _TOLD or not _asks(c):
        return taken
    if taken.intent in _TOLD:
        return Act(Intent.not_understood)
    return Doubt((taken.with_slots(reason=None),))


def only_why(c: Clause) -> bool:
    return bool(_ONLY_WHY.match(c.norm)) and not (c.asks or c.ids)


def _of_setting(c: Clause, taken: Act) -> Act:
    """ "Đổi giờ nhắc được không" without an hour wants to know how."""
    if _ABOUT_SETTINGS.search(c.norm):
        return Act(Intent.not_understood)
    slots = taken.slots
    named = slots.time or slots.weekday or slots.mode or slots.duration or slots.part or slots.language
    return taken if named or not _TAG.search(c.norm) else Act(Intent.help)


def _asks(c: Clause) -> bool:
    if _ABOUT_NEWS.match(c.core) and c.ends_asking:
        return True
    if _TAG.search(c.norm) and not _POLITE.search(c.norm):
        return True
    spoken = {"hay": _OR, "chứ": _SURELY}
    return any(c.line.typed(*f.span()).lower() == word for word, p in spoken.items() for f in p.finditer(c.norm))
