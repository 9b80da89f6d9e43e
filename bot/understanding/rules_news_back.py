"""A news item to be taken back: "tin T10-01 gửi nhầm", "rút tin T10-01"; and one that is to be mended."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.listed import listed
from bot.understanding.words import NEWS

_CODE = re.compile(r"\bt\d{1,2}-\d{1,3}\b")
_BACK = frozenset(listed("nham bo xoa rut huy go"))
#: Beside these nothing else may be said; a denial or a question is more than these.
_BESIDE = frozenset(
    listed(
        "da em toi minh tui phong don vi anh chi bot oi nho xin giup ho cho nhe a nha voi di luon roi lo vua moi bi la thi gui nop ghi dang"
        " tin bai viet nay do ay so ra lai truoc danh sach khoi thu hoi lay"
    )
)
_MENDED = r"sai(?! pham)|sua|dinh chinh|thay|thieu|loi|doi ten|cap nhat lai|bo sung"
_WHY = re.compile(r"\b(?:vi|do|tai)\b.*$")


def news_taken_back(c: Clause) -> Act | None:
    """The code may be left out of what was sent last ("em gửi nhầm tin"): that is asked about, and so is a question."""
    if c.ids or c.context == "group":
        return None
    code = _CODE.search(c.norm)
    if not code and (c.asks_plainly or not c.has(NEWS)):
        return None
    typed = c.line.typed(*code.span()).upper() if code else None
    words = set(re.findall(r"\w+", _CODE.sub(" ", _WHY.sub("", c.core))))
    if (words & _BACK or c.has("thu hoi|lay lai")) and words <= _BACK | _BESIDE:
        return c.act(Intent.news_back, task_ids=(), code=typed, mode="ask" if c.asks_plainly else None)
    if not code or c.asks_plainly:
        return None
    if c.has(_MENDED):
        return c.act(Intent.news_back, task_ids=(), code=typed, mode="mend")
    return c.act(Intent.not_understood) if words & _BACK else None
