"""A task a message says it does not mean: "không phải 12 mà là 13 xong"."""

import re

from bot.understanding.line import read_line
from bot.understanding.numbers import COUNTED, masked

_NOT_MEANT = re.compile(
    r"\b(?:chu |ma )?khong phai (?:la )?(?:(?:duyet|xong|tra|giao|nhac|lui) )?(?:viec |nhiem vu |so )?(?P<number>\d{1,4})\b(?! ?(?:%|/))(?! (?:(?:van|con|da) )?(?:chua|dau)\b)(?:[ ,]+ma(?: la)?\b)?"
)

#: "Xếp loại 12 người, không phải 13": so many people, and no task.
_COUNTED_BEFORE = re.compile(rf"\d.* _+ (?:{COUNTED})(?: [^\W\d]+)?[ ,.]*(?:(?:chu|ma) )?$")


def without_denied(text: str) -> tuple[tuple[int, ...], str]:
    """The numbers a message says it does not mean, and the rest: "không phải 12 mà là 13 xong", "14 xong chứ không phải 41"."""
    line = read_line(text)
    found = _NOT_MEANT.search(line.norm)
    if not found or _COUNTED_BEFORE.search(masked(line.norm[: found.start()])):
        return (), text
    rest = [line.part(0, found.start()).text, line.part(found.end(), len(line.norm)).text]
    return (int(found["number"]),), " ".join(filter(None, rest))
