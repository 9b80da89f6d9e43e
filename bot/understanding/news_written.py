"""News told as written: "bài tập huấn em viết xong rồi, gửi lên đây"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent

_BY_ME = r"(?:(?:em|toi|minh|chi|anh|(?:phong|ben|to) [^\W\d]+) )?(?:da |vua |moi |cung )*(?:viet|lam|soan|bien soan|hoan thanh)(?: (?:xong|roi|duoc))*"
_SENT_HERE = r"(?: ?[,.;] ?| )(?:(?:em|toi|minh|chi|anh|nay|xin) )*(?P<sent>(?:gui|nop|goi|up|dua)(?: (?:len|qua|vao|ve|cho|toi|day|đây|anh|chi|em|bot|nhom|luon|truoc|kem|nhe|nha|a|sep|bai|tin))*)"
_KIND = r"(?:tin|bai)(?: (?:bai|viet|tin))*(?! (?:phat bieu|tham luan|thuyet trinh|thu hoach|dien van|tap(?! huan)|hoc|hat|giang)\b)"
#: "Bài tập huấn CCHC em viết xong rồi, gửi lên đây": the item is there, and no task is done by it.
_WRITTEN = tuple(
    re.compile(rf"(?:(?:da|em|bot|anh|chi|oi),? )*{shape}(?: (?:a|nhe|nha|roi|em|anh|chi))*(?:{_SENT_HERE})?[ .!]*")
    for shape in (
        rf"{_KIND}(?: (?:ve|noi ve))? (?P<title>\S.*?),? {_BY_ME}",
        rf"(?=(?:\S+ ){{1,5}}xong ){_BY_ME} {_KIND}(?: (?:ve|noi ve))?(?P<title>(?: (?!roi\b)[^\s,;.]+)*)",
    )
)


def written(c: Clause) -> Act | Doubt | None:
    """Sent with it, it is handed in; only written, that is asked about."""
    found = next((found for shape in _WRITTEN if (found := shape.fullmatch(c.norm))), None)
    if (
        not found
        or c.ids
        or c.asks
        or c.has("chua|khong|mai|se|sap|dang")
        or not c.has(r"xong|(?:viet|lam|soan|hoan thanh) roi")
    ):
        return None
    title = c.without_politeness(*found.span("title")) if found["title"].strip() else None
    named = title and len(title.split()) >= 3 and not (c.unit and c.unit.start >= found.start("title"))
    act = c.act(Intent.submit_news, title=title if named else None, period=c.period, **c.unit_slots())
    return act if found["sent"] else Doubt((act,))
