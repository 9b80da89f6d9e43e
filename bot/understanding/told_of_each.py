"""A list of tasks, each with what is told of it: whether the part before a number has said its own thing of its own task."""

import re

from bot.understanding.line import read_line
from bot.understanding.words import STUCK

_ONE = r"(?:(?:viec|nhiem vu|nv) )?(?:so )?#?\d{1,4}(?: ?- ?\d{1,4}| (?:den|toi) \d{1,4}\b)?"
_LIST = rf"{_ONE}(?:(?: ?, ?| va | ){_ONE})*"
_ADDRESS = r"(?:(?:da|em|anh|chi|bao cao|thua|sep|vang|ok)[ ,]+)*"
#: No statement of its own: politeness, a word that only joins, and whose the task is.
_HOLLOW = (
    r"(?:(?:roi|a|nhe|em|anh|chi|het|luon|va|thoi|giup|deu|la|thi|cung|da|voi|xong|hoan thanh|cua \w+(?: \w+)?)[ ,]*)*"
)
_TOLD = re.compile(rf"{_ADDRESS}{_LIST}:? (?!{_HOLLOW}$)\S")
_NOT_DONE = re.compile(rf"{_ADDRESS}(?:chua|khong|dang|vuong|{STUCK})\b.* {_ONE}$")
_FINISHED = re.compile(rf"{_ADDRESS}{_LIST}:? (?:(?:da|thi|vua|deu) )*(?:xong|hoan thanh)\b")
#: A day it waits for: the next number with a day belongs to the same order, "12 lùi đến 5/12, 13 đến 10/12".
_MOVED = re.compile(r"\b(?:lui|gia han|han|moc|khat)\b")
#: Words that say something of the number before them only where the part before is complete: "…, 7 đã xong".
_ALIKE = r"(?:(?:cung|y|deu|thi cung) (?:vay|the|nhu vay|nhu the|nhu tren|tuong tu)|nhu tren|tuong tu)"
BEHIND = (
    rf"(?:da (?:xong|hoan tat|hoan thanh)\b|{_ALIKE}\b"
    r"|them (?:_|\d|duoc|mot|hai|ba)|(?:sang|den|het|ve) (?:thang|quy|tuan|nam|ky|cuoi|dau|giua)\b|(?:anh|chi|co|sep) [^\W\d]+ (?:dang|da|chua|moi|se|van|xem|ky)\b)"
)


def tells_its_own(left: str, right: str) -> bool:
    """Whether `left` opens with tasks and says something of them, so that the number that opens `right` is the next one."""
    left = left.strip(" ,.")
    if re.search(r"\d (?:sang|den|het|ve) ", right) and _MOVED.search(left):
        return False
    if re.match(r"\D*\d+(?:[ ,]+\d+)*:? da ", right) and _NOT_DONE.match(left):
        return True
    return bool(_TOLD.match(left)) or (bool(_FINISHED.match(left)) and bool(re.search(r"\d (?:cung|y|nhu) ", right)))


def says_alike(text: str | None) -> bool:
    """ "13 cũng vậy": what is said of the task before it."""
    return bool(text and re.fullmatch(rf"{_ALIKE}(?: (?:thoi|het|ca|luon|em|anh|chi))*", read_line(text).norm))
