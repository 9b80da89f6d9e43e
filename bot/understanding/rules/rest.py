"""How all the others stand, in a part of its own: "…, còn lại chưa làm", "mấy việc kia không có"; or all of one's own: "mấy việc
của chị vẫn như tháng trước"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line
from bot.understanding.told_of_each import LEFT_SO, SAME

_EVERY = r"(?:tat ca |toan bo |het )?(?:cac |nhung |may |so )?"
_SELF = r"(?:cua )?(?:ben |phan )?(?:em|anh|chi|toi|minh)"
_LEFT = re.compile(
    rf"{_EVERY}(?:viec |nhiem vu |phan |muc |cai )?(?:con lai|khac|kia),?(?: (?:thi|deu|em|la|cung))*:? "
    rf"(?P<told>{LEFT_SO}[^\d,;]*)"
)
_OWN = re.compile(
    rf"{_EVERY}(?:viec|nhiem vu|cong viec) {_SELF}(?: (?:thang|ky) nay)?(?: (?:thi|deu|cung|cu|giu|la|van))*:? "
    rf"(?P<told>(?:{SAME}|{LEFT_SO})(?: (?:het|ca|luon|tat|do|nha|nhe|a))*)"
)
_NOTHING = re.compile(
    r"(?:(?:deu|van|thi|em|cung) )*(?:khong co(?! gi (?:moi|thay))|(?:khong|chua) (?:co )?(?:gi )?phat sinh)"
)


_NOTHING_OF_HIS = re.compile(
    r"(?:(?:thang|ky) nay )?(?:(?:deu|van|thi|em) )*(?:khong|ko|chua) co(?: gi)?(?: (?:het|ca|a|nhe|nha|em))*[ .!]*"
)


def all_of_his(text: str, found: list[Act | Doubt]) -> list[Act | Doubt]:
    """ "Ghi hộ Lan: không có gì", "ghi hộ Lan: như kỳ trước" of no task in particular: how all of hers stand."""
    if _NOTHING_OF_HIS.fullmatch(read_line(text).norm):
        return [Act(Intent.none_arose, Slots(mode="rest"))]
    return [_of_all(each) if isinstance(each, Act) else each for each in found]


def _of_all(act: Act) -> Act:
    alike = act.intent in (Intent.same_as_before, Intent.none_arose) and not (act.slots.task_ids or act.slots.mode)
    return act.with_slots(mode="rest") if alike else act


def others_left(c: Clause) -> Act | None:
    norm = c.norm.strip(" .!")
    nothing = norm.endswith(("khong co", "chua co"))  # which asks elsewhere; of the rest it tells
    said = norm if nothing else c.core
    own = _OWN.fullmatch(said)
    found = own or _LEFT.fullmatch(said)
    asks = c.ends_asking if own else c.asks and not nothing  # "mấy việc của chị" counts nothing
    if not found or "?" in norm or asks or c.ids:
        return None
    if found["told"].startswith(("chua", "dang")) and not _NOTHING.match(found["told"]):
        words = read_line(c.line.text[c.line.starts[c.norm.index(found["told"])] :]).text.rstrip(" .!")
        return c.act(Intent.progress, mode="rest", text=words, statement=words)
    return c.act(Intent.none_arose if _NOTHING.match(found["told"]) else Intent.same_as_before, mode="rest")
