"""A head grants another day than the one wished for: "cho Lan đến 25 thôi", "đồng ý 17 nhưng đến 24/10"."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.rules.decide import APPROVE
from bot.understanding.rules.move import MOVE, finds

_LEAD = r"(?:u|uh|ừ|ok|duoc|dong y|nhat tri|thong nhat|duyet|thoi|nhung|chi|cho|phep|lui|gia han|keo dai|cham nhat|muon nhat|han|moc|viec|nhiem vu|so|la|thi|anh|em|toi|minh|co|chu|bac|nhe|_|#?\d{1,4})"
_AND_NO_LATER = r"thoi|toi [dđ]a|la (?:toi [dđ]a|cung|het|cham nhat|muon nhat|han cuoi|duoc)|(?:khong|dung) (?:hon|them|qua|doi|lui|xin)(?: them)?(?: nua)?|la cung roi"
_TO_DAY = re.compile(
    rf"(?P<lead>(?:{_LEAD},? )*)(?:(?P<to>(?:den|toi|sang)(?: het)?) )?(?:ngay )?(?P<day>\d{{1,2}}|(?:ngay )?\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|(?:thu|t)(?: )?\w+(?: tuan (?:nay|sau))?|cuoi (?:tuan|thang)(?: (?:nay|sau))?)"
    rf",? ?(?P<end>(?:(?:{_AND_NO_LATER}|nhe|nha|em|a|do|di),? ?)*)[.!]*"
)


def other_day(c: Clause) -> Act | None:
    """What a head grants instead of the day wished for; a wish has to wait for it."""
    if not c.heads or c.asks or c.context == "group":
        return None
    known = c.person and (c.directory.people_named(c.person) or c.person.split()[-1].istitle())
    whose = read_line(c.person or "").norm if known else ""
    norm = c.norm.replace(whose, "_", 1) if whose else c.norm
    found = _TO_DAY.fullmatch(norm.strip())
    if not found or not (found["to"] or re.search(rf"\b(?:{_AND_NO_LATER})\b", found["end"])):
        return None
    if finds(MOVE, found["lead"]) and not finds(APPROVE, found["lead"]) and (c.ids or not found["end"].strip()):
        return None  # his own wish, or an order
    if c.ids and not found["end"].strip() and not (finds(APPROVE, found["lead"]) or c.has("nhung|ok|u|uh")):
        return None  # "việc 28 cho đến cuối tháng" orders
    words = found["day"]
    if words.isdigit():
        if not found["to"] or int(words) in c.ids:
            return None
        words = f"ngay {words}"
    day = when.day_in(words, c.on, c.calendar, future=True)
    return c.act(Intent.approve, person=None, date=day[0], which="any") if day else None
