"""A text to forward into a group: "soạn nhắc nhóm", "soạn tin nhắc nhóm phòng KT". Nobody is written to by it."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.words import ME, REMIND

_TEXT_WANTED = (
    re.compile(r"soan (?:tin )?nhac (?:nhom|chung|ca nhom)(?: .*)?"),
    re.compile(
        rf"(?:\w+ )*?(?:soan|viet|thao|lam|tao|xin|cho (?:xin )?(?:{ME}|anh|chi|co|chu|bac|a|c))(?: \w+){{0,4}}? (?:tin nhan|tin|doan|mau|cau|noi dung|loi|text)(?: \w+)*? (?:nhom|zalo|chung|forward|chuyen tiep)\b.*"
    ),
    re.compile(rf"(?:\w+ )*?(?:soan|thao)(?: \w+){{0,4}}? (?:{REMIND})(?: \w+){{0,3}}? (?:nhom|chung)\b.*"),
    re.compile(
        rf"(?:\w+ )*?(?:gui|nhan|đăng|{REMIND})(?: \w+){{0,3}}? (?:(?:vao|len|trong|qua|ra) )(?:\w+ )?(?:nhom|group)\b.*"
    ),
)
#: The group of one unit: "soạn tin nhắn nhóm trung tâm".
_TO_UNIT = re.compile(
    r"\b(?:nhom|chung|cho|gui)(?: (?:cho|cua|ben))* (?P<one>(?:phong|trung tam)(?! (?:nao|ban)\b)(?: (?!(?:nhe|nha|em|giup|di|a|anh|chi|minh)\b)[^\W\d]+){0,3})"
)
_NO_TEXT = r"da|roi|bao cao|ai|khong|chua|dung|khoan|tin bai|viec|nhiem vu|bien tap"


def text_wanted(c: Clause) -> Act | None:
    """ "Soạn nhắc nhóm", "viết giúp anh tin nhắc chung gửi nhóm": a text without names, to forward."""
    if c.asks_plainly or c.ids:
        return None
    to = c.unit_slots() or ({"unit": c.line.typed(*one.span("one"))} if (one := _TO_UNIT.search(c.norm)) else {})
    if _TEXT_WANTED[0].fullmatch(c.core):
        return c.act(Intent.draft_group_reminder, **to)
    wanted = any(each.fullmatch(c.core) for each in _TEXT_WANTED[1 : 3 if to else None])
    return c.act(Intent.draft_group_reminder, person=None, **to) if wanted and not c.has(_NO_TEXT) else None
