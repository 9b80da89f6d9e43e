"""Somebody wants a task: "em nhận 44", "44 để em làm cho", "việc 12 để em làm thay chị Hoa". Who hands out decides."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_ME = r"(?:em|toi|minh|tui|to|anh|chi|chau)"
_TASK = r"(?:(?:cac|viec|nhiem vu|nv|so|phan) )*#?\d{1,4}(?:(?: ?, ?| va )(?:viec )?#?\d{1,4})*"
_WISHES = r"(?:(?:xin phep|xin|muon|se|dang ky|xung phong|cung) )"
_TAKES = r"(?:nhan lam|nhan|dam nhan|lanh|om|ganh|lo|lam|theo doi|phu trach|xu ly)"
_FOR = r"(?: (?:giup|ho|thay|cho|phan|cua|luon|tiep|lai))*(?: (?:anh|chi|em|co|chu|bac) [^\W\d]+)?"
_END = r"(?: (?:cho|a|nhe|nha|anh|chi|em|sep|bot|luon|di|duoc khong|thoi|ma))*"
_WANTED = tuple(
    re.compile(rf"(?:(?:da|vang|sep oi|anh oi|chi oi|thoi)[ ,]+)*{shape}{_END}")
    for shape in (
        rf"{_ME} (?:{_WISHES}+{_TAKES}|nhan(?: lam)?|dam nhan|lanh|lo cho){_FOR} {_TASK}{_FOR}",
        rf"{_TASK}(?: thi| nay|,)? (?:(?:thoi )?(?:de|cho|giao|giao cho) {_ME} {_WISHES}*{_TAKES}|{_ME} (?:{_WISHES}+{_TAKES}|nhan(?: lam)?|dam nhan|lo(?= cho| giup| thay))){_FOR}",
        rf"(?:de|cho) {_ME} {_WISHES}*{_TAKES}{_FOR} {_TASK}{_FOR}",
    )
)


def taken_up(c: Clause) -> Act | None:
    """Of somebody who hands nothing out; what he has already he only receives by it."""
    if not c.ids or c.heads or c.asks_plainly or c.context == "group" or c.evidence:
        return None
    wanted = any(each.fullmatch(c.norm.strip(" .!")) for each in _WANTED)
    return c.act(Intent.assign, person="tôi") if wanted else None
