"""How all the others stand, in a part of its own: "…, còn lại chưa làm", "mấy việc kia không có"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.told_of_each import LEFT_SO

_LEFT = re.compile(
    r"(?:tat ca )?(?:cac |nhung |may |so )?(?:viec |nhiem vu |phan |muc |cai )?(?:con lai|khac|kia),?(?: (?:thi|deu|em|la|cung))*:? "
    rf"(?P<told>{LEFT_SO}[^\d,;]*)"
)


def others_left(c: Clause) -> Act | None:
    norm = c.norm.strip(" .!")
    nothing = norm.endswith(("khong co", "chua co"))  # which asks elsewhere; of the rest it tells
    found = _LEFT.fullmatch(norm if nothing else c.core)
    if not found or "?" in norm or (c.asks and not nothing) or c.ids:
        return None
    if found["told"].startswith(("chua", "dang")):
        said = read_line(c.line.text[c.line.starts[c.norm.index(found["told"])] :]).text.rstrip(" .!")
        return c.act(Intent.progress, mode="rest", text=said, statement=said)
    return c.act(Intent.none_arose if found["told"].startswith("khong") else Intent.same_as_before, mode="rest")
