"""Words about the reminders themselves beside what is told: "xong hôm qua rồi mà còn nhắc hoài", "mai xong nha, đừng nhắc nữa".

What is told of the task stands; its reminders end or wait by that alone, and no setting is meant.
"""

import re
from dataclasses import replace

from bot.understanding.clause import Clause
from bot.understanding.line import Line
from bot.understanding.words import DONE, REMIND

_URGE = r"(?:nhac(?: nho)?|thuc(?: giuc)?|giuc|don doc|hoi|ping|nhan)"
_FILL = r"(?:(?:bot|em|anh|chi|he thong|lai|cu|con|van|co|can|phai|hoai|mãi|ma|the|toi|minh|nua|gi)\b )*"
_STOP = rf"(?:(?:dung|khoi|thoi|khong can|khong phai|khong|sao|cu|con|van|bot|he thong|ma) {_FILL}{_URGE}|{_URGE} (?:hoai|mãi|gi|suot))"
_END = r"(?: (?:nhe|a|em|anh|chi|bot|toi|minh|nua|hoai|mãi|suot|vay|the|gi|nay|do|lai|lam|da|roi|viec|cai|giup|luon|hon|oi|ha|ma|day|troi))*[ ?!.…]*$"
_BEHIND = re.compile(rf"(?:[,.!;]+ ?| )(?:(?:ma|the|nen|thi|bot|em|anh|chi|he thong|vay|roi thi)[ ,]+)*{_STOP}{_END}")
_IN_FRONT = re.compile(
    rf"^(?:(?:da|em|anh|chi|bot|oi|nay|sao|ua|troi)[ ,]+)*{_STOP}(?: (?:viec |nhiem vu |so )?(?P<number>#?\d{{1,4}}))?(?: (?:nua|em|anh|chi|bot|nhe|a|oi|hoai|mãi|toi|vay|the))*[,.!;]+ (?:vi |tai )?"
)
#: How the task stands; who only says that he is busy wants to hear later.
_TOLD = re.compile(
    rf"\b(?:{DONE}|ket thuc|(?:nop|gui|trinh|bao cao|ban hanh|phat hanh|ky)(?=.*\broi\b)|dang (?:lam|soan|hoan thien|xu ly|tong hop)|(?:mai|nay|kia|sau|thu \w+|tuan) (?:em |toi |minh |phong em )?(?:nop|xong|gui|trinh))\b"
)


#: The question said over before it is answered: "xong chưa á? xong rồi nha".
_ECHO = re.compile(
    r"[^?\d]{4,30}\b(?:chua|chưa|khong)(?: (?:a|ha|em|anh|chi|hả))* ?\?[ ,]*(?=(?:da |em |thi )*(?:xong|da|roi|chua|dang|moi)\b[^?]*$)"
)


def without_reproach(c: Clause) -> Clause:
    """The clause without its words about reminders, where the rest says how a task stands; nor the question said over."""
    if echo := _ECHO.match(c.norm):
        return replace(c, line=c.line.part(echo.end(), len(c.norm)))
    behind = _BEHIND.search(c.norm)
    front = None if behind else _IN_FRONT.match(c.norm)
    if behind:
        told = c.line.part(0, behind.start())
    elif front and not front["number"]:
        told = c.line.part(front.end(), len(c.norm))
    else:
        return c
    return replace(c, line=told) if _tells(told) else c


def _tells(told: Line) -> bool:
    return bool(_TOLD.search(told.norm)) and not re.search(rf"\b(?:{REMIND})\b", told.norm)
