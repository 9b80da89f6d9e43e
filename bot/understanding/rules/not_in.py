"""Who is not yet in: "ai chưa kết nối", "anh Khoa vào nhóm chưa", "gửi mã cho anh Khoa"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

THIS = r"(?:bot|he thong|phan mem|tro ly|kenh|ung dung|app)"
_IN = rf"(?:ket noi(?: (?:zalo|telegram|{THIS}|voi {THIS}|voi em|vao))?|tham gia(?: {THIS})?|vao(?: duoc)?(?: (?:{THIS}|zalo|telegram))?(?: duoc)?|lien ket (?:zalo|telegram|{THIS}))"
_NOT_IN = re.compile(
    rf"(?:(?:xem|cho biet|liet ke|danh sach|ds|hien|trong {THIS}|don vi|con|co|nhung|cac|cho (?:em|anh|chi|toi)) )*"
    rf"(?:(?:ai|nguoi nao|nhung ai|may nguoi|bao nhieu nguoi|can bo nao|nguoi)(?: _unit_)? (?:van |con |la )*(?:chua|da|dang cho|xin|chua chiu)(?: duoc)? {_IN}"
    rf"|chua {_IN}|(?:tinh hinh|danh sach|ds) (?:chua )?ket noi|(?:da )?ket noi (?:duoc )?(?:may|bao nhieu) nguoi)"
    r"(?: (?:roi|the|vay|trong co quan|ca co quan|_unit_))*"
)
#: A code or slip for somebody, and whether he is in: the list of who is not says how they are invited.
_CODE_WANTED = re.compile(
    r"(?:(?:em|bot|nho) )?(?:gui|cap|tao|dua|in|cho)(?: (?:lai|giup|anh|chi|toi))* (?:ma|phieu moi|phieu ket noi|ma moi|ma ket noi|link moi|loi moi)(?: moi)?(?: ket noi)? (?:cho|cua) (?:anh |chi |em )?[^\W\d]+(?: [^\W\d]+){0,3}(?: (?:di|nhe|a|giup|em))*"
)
_HE_IN = re.compile(
    rf"(?P<who>[^,;?]{{2,40}}?) (?:(?:da|duoc|co) )?(?:{_IN}|vao (?:nhom|zalo|tele|telegram)) (?:duoc )?chua(?: (?:em|vay|a|the|bot))*"
)


def who_is_not_in(c: Clause) -> Act | None:
    unit = c.unit
    core = c.core
    if unit:
        typed = c.norm[unit.start : unit.end]
        core = re.sub(r"\s+", " ", core.replace(typed, "_unit_", 1)).strip()
        core = re.sub(r"^_unit_[, ]+", "", core)
    asked = _NOT_IN.fullmatch(core) or (not c.ids and c.context != "group" and _CODE_WANTED.fullmatch(core))
    his = not (asked or c.ids or unit) and _HE_IN.fullmatch(c.norm.strip(" .?!"))
    known = his and c.directory.people_named(c.line.typed(*_of(c, his)))
    return c.act(Intent.not_joined, task_ids=(), **c.unit_slots()) if asked or known else None


def _of(c: Clause, found: re.Match[str]) -> tuple[int, int]:
    lead = len(c.norm) - len(c.norm.lstrip(" .?!"))
    return found.start("who") + lead, found.end("who") + lead
