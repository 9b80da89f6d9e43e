"""What the keeper says of a draft as a whole: "rải việc"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_DATES = r"(?:cac )?moc(?: noi bo| thoi gian)?"
_YEAR = r"(?: (?:(?:cho|ra|trong|theo) )?(?:(?:ca|cac|tung|nhung) )?(?:nam|thang)(?: \d{4})?)?"
#: "rải việc", "chia mốc cho cả năm", "rải đều việc KH 45"; "chia việc" hands out.
_SPREAD = re.compile(
    rf"(?:(?:hay |giup |xin |nho |de nghi |bot |em |anh |chi )*)(?:rai(?: deu)?(?: (?:cac |het )?(?:viec|nhiem vu|{_DATES}|dau viec))|"
    rf"(?:chia|phan bo|dan)(?: deu)? {_DATES}){_YEAR}(?: (?:cua |cho )?(?P<plan>(?:kh|ke hoach)\b.+?))?{_YEAR}(?: di| luon| giup em| ngay)?"
)


def spread_asked(c: Clause) -> Act | None:
    """Internal dates for a whole plan; a question about it, or a denial, is not meant."""
    found = None if c.ends_asking or c.asks else _SPREAD.fullmatch(c.core)
    if not found:
        return None
    plan = found["plan"]
    at = c.norm.find(plan) if plan else -1
    typed = c.line.typed(at, at + len(plan)) if plan and at >= 0 else None
    return c.act(Intent.spread_work, task_ids=(), plan=typed)
