"""A news item recorded for the wrong unit: "tin này của KT chứ không phải VHXH", "chuyển tin T10-04 sang KT", "ghi nhầm phòng"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.words import NEWS_CODE

_CODE = rf"(?:ma |so )?(?P<code>{NEWS_CODE})"
_NOW = r"(?:vua (?:roi|gui|nop|ghi|bao|xong)|(?:moi|luc nay|hoi nay|ban nay)(?: (?:gui|nop|ghi))?)"
_ITEM = rf"(?:(?:cai )?(?:tin|bai)(?: bai| viet)?(?: (?:{_CODE}|{_NOW}|nay|do|đó|ay|kia))|{_CODE.replace('<code>', '<bare>')})"
_SLIP = r"(?:(?:a|ha|ua|u|da|oi|em|anh|chi|bot|khoan|thoi|nham|lon|sai|lo|ghi nham|gui nham|nham phong|sai phong|nham don vi)(?: roi)?[ ,.]+)*"
_IS = r"(?:(?:thi|la|moi|phai|dung ra|thuc ra|dung|cho|ghi|tinh|gui) )*"
_POLITE = r"(?: (?:chu|nhe|nha|a|em|anh|chi|bot|moi dung|moi phai|day|do|đó|co|co ma|giup|ho|di|luon|voi))*"
_MOVES = r"(?:chuyen|doi|sua|chinh|ghi|tinh|dua|cap nhat|de)(?: (?:lai|giup|ho|em|anh|chi|don vi|phong))*"
_WRONG = r"(?:(?:bi|em|toi|minh|anh|chi|da|lo|vua) )*(?:(?:ghi|gui|nop|tinh|de|đăng|dang) )?(?:(?:bi|da) )*(?:nham|sai|lon) (?:phong|don vi)"
#: The unit stands as `U`; another that it is denied of is left out before.
_NAMED = tuple(
    re.compile(_SLIP + shape + _POLITE)
    for shape in (
        rf"{_ITEM} {_IS}(?:cua|thuoc|tinh cho|ghi cho) U",
        rf"(?:nho |nhờ |xin |giup )?{_MOVES} {_ITEM}(?: (?:sang|qua|ve|cho|thanh|la|vao|lai|cua|tin))+ U",
        rf"{_MOVES} (?:(?:thanh|sang|la) )?(?:tin|bai)(?: nay| do| đó)? (?:(?:thanh|sang|la) )?cua U",
    )
)
#: Behind a slip and without the item: of what was just sent.
_NAMED_BY_SLIP = re.compile(
    rf"(?:(?:a|ha|ua|da|nham|lon|sai|lo|nham phong|sai phong|nham don vi)(?: roi)?[ ,.]+)+(?:(?:tin|bai)(?: (?:nay|do|đó|ay))? )?{_IS}cua U{_POLITE}"
)
_NOT_NAMED = re.compile(rf"{_SLIP}{_ITEM} {_WRONG}(?: roi)?{_POLITE}")
_DENIED = re.compile(
    r"[, ]+(?:(?:chu|ma) )?(?:khong|dau|chang) (?:phai|co)?(?: la)?(?: (?:tin )?cua)? ?(?:phong |p\.)?[^,]+$"
)


def news_of_other_unit(c: Clause) -> Act | None:
    """Asked about before it is moved; mode "move", "move_last" (of what was just sent, whose news is not said)."""
    if c.ids or c.asks_plainly or c.context == "group":
        return None
    said = c.norm.strip(" .!")
    if found := _NOT_NAMED.fullmatch(said):
        return _act(c, found)
    denied = _DENIED.search(said)
    line = c.line.part(0, denied.start()) if denied else c.line
    unit = c.directory.find_unit(line)
    if not unit or len(unit.units) != 1:
        return None
    norm = line.norm
    shape = re.sub(r"\b(?:phong|don vi|ben) U", "U", norm[: unit.start] + "U" + norm[unit.end :]).strip(" .!")
    slots = {"unit": line.typed(unit.start, unit.end), "unit_full": unit.units[0].name}
    if found := next(filter(None, (each.fullmatch(shape) for each in _NAMED)), None):
        return _act(c, found, **slots)
    return c.act(Intent.news_back, task_ids=(), mode="move_last", **slots) if _NAMED_BY_SLIP.fullmatch(shape) else None


def _act(c: Clause, found: re.Match[str], **slots: str) -> Act:
    kinds = found.groupdict()
    code = kinds.get("code") or kinds.get("bare")
    return c.act(Intent.news_back, task_ids=(), code=code.upper() if code else None, mode="move", **slots)
