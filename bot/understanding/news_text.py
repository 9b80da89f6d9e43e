"""News typed with its text, "tin: <tiêu đề>", parted from an act behind it."""

import re

from bot.understanding.clauses import BREAK, NUMBER, ORDER, one_line
from bot.understanding.document_kinds import ALONE
from bot.understanding.numbers import masked

_NEWS_TEXT = re.compile(r"^\s*(?:(?:em |e )?(?:g[uử]i|n[oộ]p|đã gửi|da gui) )?(?:tin|b[aà]i)(?: b[aà]i)?\s*:", re.I)
#: "xong 7", "việc 8 đang làm", not "hoàn thành 5 tuyến đường".
_OWN_ACT = re.compile(
    rf"(?:da |em )*(?:{ORDER} {NUMBER}|(?:viec |nhiem vu |nv |#)?\d{{1,4}}(?= (?:xong|chua|da|dang|vuong|nhu|khong|\d+ ?%)))"
    rf"(?:[, va]+\d{{1,4}})*(?=$|[,.:;]| (?:roi|a|nhe|em|anh|chi|xong|chua|da|dang|vuong|ngay|hom|vi|do|het|nhu|khong|_|{ALONE}|so)\b|%)"
)


def split_news(text: str) -> tuple[str, str]:
    """News "tin: <tiêu đề>" with its text, and what follows it that is an act on a task of its own."""
    if not _NEWS_TEXT.match(text):
        return "", text
    for found in BREAK.finditer(text.strip()):
        rest = text.strip()[found.end() :]
        if _OWN_ACT.match(masked(one_line(rest.splitlines()[0]).norm) if rest else ""):
            return text.strip()[: found.start()], rest
    return text.strip(), ""
