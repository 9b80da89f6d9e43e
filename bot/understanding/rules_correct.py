"""A figure said anew: "Đính chính: việc 8 là 13 tin chứ không phải 12"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.words import DONE

_CORRECTION = re.compile(
    r"\bdinh chinh\b|^nham (?:viec )?\d+ (?:la|thanh|phai la) |\b(?:sua|chinh|ghi|cap nhat) lai\b|\bsua (?:viec |nhiem vu |nv |so )?\d+ (?:thanh|la)\b|\d .*\bchu khong phai \d"
)
_CORRECT_FIGURE = re.compile(
    r"[ ,.:]*(?:(?:em |xin )?(?:dinh chinh|(?:sua|chinh|ghi|cap nhat) lai)(?: so lieu| ket qua)?[ ,.:]*)?(?:(?:la|thanh|dung la|phai la)\b[ :]*)?"
    r"(.+?)(?:[, ]+(?:chu |ma )?khong phai .*)?$"
)
_DAY_MONTH = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b")


def corrected(c: Clause) -> Act | None:
    """ "Đính chính: việc 8 là 13 tin chứ không phải 12": the figure of the period is said anew."""
    if not c.ids or c.asks or not _CORRECTION.search(c.norm) or c.has(rf"{DONE}|han|moc|deadline|giao|tieu de|ten"):
        return None
    after = c.id_spans[-1][1] if c.id_spans else len(c.norm)
    found = _CORRECT_FIGURE.match(c.norm, after)
    text = c.line.typed(*found.span(1)) if found else ""
    if not found or not re.search(r"\d", _DAY_MONTH.sub("", text)):  # a day is no figure
        return None
    return c.act(Intent.progress, text=text, percent=c.percent, statement=text, instead=True)
