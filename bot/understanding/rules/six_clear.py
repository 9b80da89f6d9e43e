""" "Việc 17 đủ 6 rõ chưa?": which of the six that make a task clear is missing."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_SIX = r"(?:0?6|sau) ro"
_EACH = r"ro (?:nguoi|viec|thoi gian|trach nhiem|san pham|tham quyen)"

_OF = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}(?:(?:,| va)? #?\d{1,4})*"
#: Said without asking: "6 rõ của 17", "việc 17 6 rõ".
_NAMED = re.compile(
    rf"(?:(?:cho|xem|em|anh|chi|toi|kiem tra|liet ke) )*(?:{_SIX}(?: (?:cua|trong|ve|o))* (?P<of>{_OF})|(?P<front>(?:(?:viec|nhiem vu|nv) (?:so )?)?\d{{1,4}}) {_SIX})(?: (?:di|nhe|nha|a|voi|giup|la gi|gom gi|thieu (?:gi|nao)|the nao|sao))*"
)


def six_clear(c: Clause) -> Act | None:
    """Asked of tasks that are named; "6" in "6 rõ" is no task."""
    if said := _NAMED.fullmatch(c.core):
        named = re.findall(r"\d+", said["of"] or said["front"])
        return c.act(Intent.six_clear, task_ids=tuple(map(int, named)))
    numbers = tuple(n for n in c.ids if n != 6 or c.has(r"(?:viec|nhiem vu|nv|so) 0?6"))
    if not numbers or not (
        (c.has(_SIX) and (c.asks or c.has("thieu|kiem tra|xem|du")))
        or (c.has(_EACH) and c.ends_asking)
        or c.has("thieu ro|ro nao")
    ):
        return None
    return c.act(Intent.six_clear, task_ids=numbers)
