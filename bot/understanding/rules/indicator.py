"""Figures of the plan: "chỉ tiêu 3 đạt 85%", "tỷ lệ hồ sơ đúng hạn: 97,5%", "chỉ tiêu"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line

_LEAD = r"(?:(?:da|em|anh|chi|bot|oi|xin|vang|ghi|cap nhat|bao cao|bao)[ ,]+)*"
_N = r"(?:so )?(?P<n>\d{1,3}|[a-z](?:\.\d{1,2}){1,2}|[ivx]+(?:\.\d{1,2}){1,2})"
_MONTH = r"(?: (?:(?:thang|quy|ky) \w{1,4}|t\d{1,2})(?:/\d{4})?)?"
_IS = r"(?: ?[:=–-]| (?:(?:da|hien|den nay|dang|moi|uoc|dat|duoc|la|o muc|ket qua)(?: |(?= ?\d)))+| (?:dat|duoc|la)|(?= \d[\d.,]* ?%))"
_VALUE = (
    r" ?(?P<value>(?:uoc )?\d[\d.,]*(?:/\d[\d.,]*)?(?: ?%| phan tram)?(?: (?!(?:a|nhe|em|anh|chi|roi)\b)[a-z]+){0,3})"
)
_END = r"(?: (?:a|nhe|em|anh|chi|roi))*[ .!]*"
_READ = re.compile(rf"{_LEAD}chi tieu {_N}{_MONTH}{_IS}{_VALUE}{_END}")
_NAMED = re.compile(
    rf"{_LEAD}(?:chi tieu )?(?P<name>(?:ty le|ti le|muc do|chi so) [^:=\d]{{4,90}}?){_MONTH}(?: ?[:=]| (?:dat|la)(?= ?\d)){_VALUE}{_END}"
)
_LIST = re.compile(
    rf"{_LEAD}(?:(?:xem|tinh hinh|danh sach|cac|liet ke|cho (?:em|anh|chi|toi) xem|so lieu|ket qua) )*(?:cac )?chi tieu(?: (?:{_N}))?(?: (?:ke hoach|thuc hien|cua ke hoach))?"
    rf"(?: (?:nao|(?:chua|da) (?:dat|co so lieu)|the nao|ra sao|den dau|bao nhieu|roi|dat|la|hien|nay|thi sao))*{_END.replace(' .!', ' ?.!')}"
)
_SPOKEN_OF = re.compile(rf"{_LEAD}chi tieu {_N}\b(?! tin\b)")
#: What a figure is to become, or is not, is no reading of it.
_NOT_YET = re.compile(
    r"\b(?:chua|khong|phan dau|muc tieu|phai|can|se|du kien|giao|toi thieu|it nhat|neu|ke hoach)(?: (?:la|duoc|dat))*$"
)


#: More than one in one message: which value is whose, and what is a task's number, is not certain.
_SEVERAL = re.compile(
    rf"{_LEAD}chi tieu {_N}.*?(?:[,;]| va) (?:chi tieu )?(?:so )?\d{{1,3}}(?: ?[:=]| (?:dat|duoc|la)\b)"
)


def several_said(text: str) -> Act | None:
    """ "Chỉ tiêu 1, 2 đạt 90%", "chỉ tiêu 3: 85%; 26: 90%": shown, nothing is kept, and of a task neither."""
    return Act(Intent.indicators) if _SEVERAL.match(read_line(text).norm) else None


def indicator_said(c: Clause) -> Act | None:
    text = c.norm.strip()
    listed = _LIST.fullmatch(text)
    if listed and "tin" not in text.split():
        return c.act(Intent.indicators, task_ids=(), code=_code(c, listed))
    found = _READ.match(c.norm) if not c.asks else None
    if found and found.end() == len(c.norm.rstrip()):
        return c.act(
            Intent.indicator_reading, task_ids=(), code=_code(c, found), text=_value(c, found), period=c.period
        )
    named = _NAMED.match(c.norm) if not c.asks else None
    if named and named.end() == len(c.norm.rstrip()) and not re.search(r"\bviec\b|\d", named["name"]):
        title = c.line.typed(*named.span("name"))
        if not _NOT_YET.search(named["name"]):
            return c.act(Intent.indicator_reading, task_ids=(), title=title, text=_value(c, named), period=c.period)
    asked = _SPOKEN_OF.match(c.norm)  # "chỉ tiêu 3 chưa đạt 85%": shown, nothing is kept
    return c.act(Intent.indicators, task_ids=(), code=_code(c, asked)) if asked else None


def _code(c: Clause, found: re.Match[str]) -> str | None:
    return c.line.typed(*found.span("n")).upper() if found["n"] else None


def _value(c: Clause, found: re.Match[str]) -> str:
    return c.line.typed(*found.span("value")).strip(" .,")
