"""In which language the bot speaks to somebody: "nói tiếng Anh đi", "trả lời em bằng tiếng Việt"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_IN_LANGUAGE = r"(?:noi|tra loi|nhan|dung|chuyen|doi|gui|nhac|bao|viet|hien thi|hien|cai dat|giao dien)(?: \w+){0,4} bang (?:tieng|english|vietnamese)"
#: An order to the bot, whatever is told behind it: "trả lời chị bằng tiếng Anh nhé, chị đang luyện thi".
_SWITCHED = (
    r"(?:^|, ?|\. ?)(?:(?:em|bot|anh|chi|nho|tu gio|tu nay|thoi|gio|cu|hay|giup|lam on|vui long|da|a|oi|ok|dung|khong) )*(?:noi|tra loi|nhan|dung|chuyen|doi|nhac|bao)(?: (?:em|anh|chi|toi|minh|cho|lai|sang|bang|qua|het|ve|ngon ngu))*"
    r" tieng (?:anh|viet)(?! (?:gioi|hay|tot|duoc|khong|gi|chua|lam|qua))\b"
)


def language(c: Clause) -> Act | None:
    found = re.search(r"\btieng (anh|viet)\b|\b(english|vietnamese|tieng ah)\b|ngon ngu", c.norm)
    if found and not c.ids and not c.asks_plainly and re.search(_SWITCHED, c.norm) and (named := _named(c)):
        return c.act(Intent.settings_language, language=named)
    if not found or c.ids or c.has("bao cao|dich|hoc|tai lieu|van ban|tin|bai|lop|(?<!hien )thi|gioi|ke hoach|bang"):
        return _switch(c) if found and not c.ids else None
    if c.has("cach|lam sao|the nao"):
        return None
    return c.act(Intent.settings_language, language=_named(c))


_LANGUAGES = {"anh": "en", "english": "en", "viet": "vi", "vietnamese": "vi"}
_REFUSED = re.compile(
    r"\b(?P<word>dung|khong|khoi|thoi|bo|kem|dot|mu)(?: (?:tra loi|noi|dung|nhan|gui|phai|can|dich|viet|bang|em|bot|ranh|biet|hieu|doc|doc duoc|thao|gioi|quen|may|hop))* $"
)


def _named(c: Clause) -> str | None:
    """The language wanted; the last of several, and none that is refused: "đừng trả lời tiếng Anh nữa, tiếng Việt thôi"."""
    words = re.finditer(r"\btieng (anh|viet)\b|\b(english|vietnamese)\b", c.norm)
    named = [found[1] or found[2] for found in words if not _refused(c, found.start())]
    return _LANGUAGES[named[-1]] if named else None


def _refused(c: Clause, at: int) -> bool:
    found = _REFUSED.search(c.norm[:at])
    if re.match(
        r"\w+(?: \w+)? (?:thi )?(?:(?:anh|chi|em|toi) )?(?:khong|chua) (?:quen|ranh|gioi|biet|hieu|doc|thao|tot)",
        c.norm[at:],
    ):
        return True
    return bool(found and c.line.typed(*found.span("word")).lower() not in ("dùng", "dung", "đúng", "bộ"))


def _switch(c: Clause) -> Act | None:
    return (
        c.act(Intent.settings_language, language=_named(c) or "vi")
        if c.has(_IN_LANGUAGE) and not c.has("bao cao|dich|van ban|tai lieu|ke hoach|lop|(?<!hien )thi|hoc")
        else None
    )
