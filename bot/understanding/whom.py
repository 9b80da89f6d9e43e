"""Who stands behind a verb of reminding: "nhắc lại Hoa", "nhắc giúp phòng KT"; the sender himself is nobody of them."""

import re

from bot.understanding.clause import Clause
from bot.understanding.takers import Taker, takers
from bot.understanding.words import ME, PEOPLE, QUESTION_END, REMIND, asks_by_word
from jobs.rules.text import fold

TO_WHOM = re.compile(
    rf"\b(?:{REMIND})(?: (?:giup|ho|lai|chung|ca|them|luon|nhe|giup anh|giup chi|viec cho))*(?: (?:(?:cac|viec|nhiem vu|nv|so) )*\d[\d, ]*(?:va \d[\d, ]*)*(?:cho|den|voi))?(?: cho)? "
)
#: "Nhắc mấy việc quá hạn", "nhắc những ai chưa gửi": which of them, and no question.
WHICH_ONES = re.compile(
    rf"(?:{REMIND})(?: (?:giup|ho|lai|het|luon))* (?:may (?:viec|cai|vu)|(?:nhung )?ai (?:con |van )?(?:chua|no|thieu|tre|cham))\b(?! ?[.!]*$)[^?]*$"
)

_STRANGER = re.compile(
    r"(?!(?:viec|nhiem vu|nv|so|cac|may|nhung|ai|ca|tat|moi|het|nguoi|don|phong|ban|anh|chi|em|co|chu|bac|cai|dau|lai|nhau|giup|ho|toi|minh|cho|ve|luon|nhe)\b)[^\W\d]+(?: [^\W\d]+)?(?= (?:viec|nhiem vu|nv|so) \d)"
)

_OF_RESULTS = r"nop|gui|bao cao|ket qua|so lieu|tra loi|cap nhat|tin|bai"
#: Nobody but those who are late; a result handed in late is one that lacks.
_LATE = re.compile(
    rf"\b(?:{REMIND}) .*?\b(?:viec|nhiem vu|nguoi|phong|don vi|{PEOPLE})(?: (?:nao|dang|bi|da|con|nay|co|viec|ma|lam))* (?:(?:tre|cham|lo)(?: (?:han|tien do|moc))*|qua han)"
    r"(?= ?$|,| (?:nhe|nha|di|thoi|a|ạ|em|giup|ho|voi|luon|ngay|roi|lai|dang|cua|trong|o|lam|xu ly|hoan thanh|viec|nhiem vu)\b)"
)
#: Nobody but those who lack an answer of the running period.
_UNANSWERED = re.compile(
    r"\b(?:chua(?: (?:thay|chiu|duoc|co|he|kip|them))* (?:bao(?: cao)?|tra loi|nop|gui|cap nhat|phan hoi|dien|(?:ket qua|so lieu)\b)"
    r"|(?:con |dang |van )?(?:thieu|no) (?:ket qua|so lieu|bao cao)|con (?:thieu|no)(?= ?$|,| (?:nhe|nha|di|thoi|a|ạ|em|giup|ho|voi|luon|ngay|lai)\b))"
)


def which_alone(c: Clause) -> str | None:
    """ "late", "unanswered": the words ask for those alone; where both are said, both are wanted."""
    if c.ids:
        return None
    if _LATE.search(c.norm) and not c.has(_OF_RESULTS):
        return "late"
    return "unanswered" if _UNANSWERED.search(c.norm) and not c.has("qua han|tre|cham|lo han") else None


def stranger_named(c: Clause) -> re.Match[str] | None:
    """Who stands between the verb and the task and is nobody here: "giục BQLDA việc 5" in an office without one."""
    verb = TO_WHOM.match(c.norm)
    known = c.unit or c.person or others_named(c)
    return _STRANGER.match(c.norm, verb.end()) if verb and c.ids and not known else None


def order_first(c: Clause) -> bool:
    """ "Giục trung tâm nộp bài đi, sao im re vậy": the order leads, and why it is given may ask."""
    order = re.match(
        rf"(?:(?:em|bot|nho) )*(?:{REMIND})\b[^,.?]*(?=[,.] (?:(?:ma|chu) )?(?:(?:lam|vi|tai) )?sao\b)", c.norm
    )
    return bool(order and not (QUESTION_END.search(order[0]) or asks_by_word(order[0])))


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
