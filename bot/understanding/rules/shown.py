"""Asked to be shown before anything is taken for a report: a list by its opening words, one task by "việc này"."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.rules import ask

_LIST = (
    r"(?:(?:cho xin|cho|gui|dua) (?:(?:em|toi|anh|chi|minh|co|chu|bac|sep) )?)?(?:(?:xem|biet|coi|hoi|liet ke|loc|kiem tra|tra|nhac lai|giup|lai|ra) )*"
    r"(?:(?:danh sach|cac|nhung|toan bo|tat ca|may) )*(?:dau |cong |phan )?(?:viec|nhiem vu|task)"
)
_SHOWN = r"cho|gui|dua|xem|coi|liet ke|loc|danh sach|cac|nhung|kiem tra"
_TOLD = r"(?<!chua )(?<!chua lam )xong(?! chua)|da (?:lam|hoan thanh|nop|gui)|hoan thanh roi|vi|(?<!tien )(?<!trinh )do|vuong"
_MINE = r"(?:toi|em|minh|anh|chi|tui)"
_HELD = rf"{_MINE} (?:(?:dang|con|van|hien|se|phai) )*(?:phu trach|chu tri|giu|lam|duoc giao|nhan|theo doi|dam nhan|lo)|{_MINE} (?:dang|con) (?:co|no|ton)|(?:cua|(?:(?:dang|da|duoc|moi|vua) )*giao cho) {_MINE}"
_MORE_LEFT = rf"{_MINE} con (?:bao )?(?:nhieu|nhiu) (?:viec|nhiem vu)(?: nua| chua| phai)|con (?:bao nhieu|nhiu) (?:viec|nhiem vu) nua"
_TASK = r"(?:(?:cua )?(?:viec|nhiem vu|cai|muc) (?:nay|do|kia|ay))"
_WHEN = r"(?:khi nao|bao gio|luc nao|chung nao|(?:hom|bua|ngay) nao|ngay may|thang may|thoi gian nao)"
_BY = r"(?:(?:phai|can|moi|la|thi) )*(?:nop|xong|gui|hoan thanh|lam xong|het han|den han|toi han|bao cao|trinh)"
_ABOUT_ONE = re.compile(
    rf"(?:(?:vay|the|ma|a|cho (?:em|anh|chi|toi) hoi|em hoi|hoi)(?: chut| ti)?,? )?(?:{_TASK},? (?:thi )?)?(?:"
    rf"(?:thoi )?(?:han|deadline|moc)(?: chot| nop| cuoi(?: cung)?| hoan thanh)*(?: {_TASK})?(?: la| vao)? (?:{_WHEN}|the nao|may|sao|gi)"
    rf"|{_WHEN} (?:thi )?{_BY}(?: {_TASK})?|(?:phai )?(?:nop|xong|gui) (?:truoc |vao )?{_WHEN}"
    r"|ai (?:la )?(?:dang )?(?:phu trach|lam|chu tri|giao|theo doi|duyet|phoi hop)|(?:phai |can )?(?:nop|gui|bao cao|trinh) (?:ve |cho )?(?:ai|dau|o dau|cai gi|gi|the nao)(?: (?:cho|ve|o) (?:ai|dau|phong nao|don vi nao))?"
    r"|con (?:bao lau|may ngay|bao nhieu ngay|bao nhieu thoi gian)(?: nua)?|(?:san pham|ket qua|yeu cau|noi dung|van ban)(?: can(?: nop)?)?(?: la| gom)? (?:gi|the nao|nhung gi)"
    r"|(?:phai |can )(?:nop |co |lam |gui )?(?:van ban |san pham )?(?:gi|nhung gi)|(?:la )?(?:viec )?(?:gi|sao|the nao|nhu the nao|lam sao|lam gi|lam the nao)|cua ai|(?:den|toi) dau(?: roi)?|sao roi"
    r"|phoi hop (?:voi )?(?:ai|don vi nao|phong nao)|duyet chua|xong chua|ai)"
    rf"(?: (?:{_TASK}|viec|cai))?"
)
#: Of the task spoken of last: "anh Dũng duyệt chưa".
_DECIDED_YET = re.compile(
    r"(?:(?:the|vay|ma|a),? )?(?:(?:a|anh|chi|c|chu|bac|co|sep)(?: (?!da\b|co\b|duyet\b|ky\b)[^\W\d]+)?|lanh dao|truong phong|chanh van phong) (?:da |co )?(?:duyet|ky|dong y|tra loi|cho y kien)(?: (?:cho (?:em|toi)|gi|roi))? (?:chua|khong)"
)
#: Why somebody wants more time, asked by who decides it.
_WISHED = r"xin (?:lui|gia han|doi|khat|them thoi gian|them gio)(?: (?:han|moc|ngay|lai))*"
_WHY = r"(?:vi sao|tai sao|sao|ly do gi|ly do(?: la)? (?:gi|sao)|vi ly do gi|do dau|nguyen nhan gi)"
_WHY_WISHED = re.compile(
    rf"(?:(?:vay|the|ma|a|u|ha),? )*(?:(?:[^\W\d]+ ){{0,2}}?{_WISHED} (?:la )?{_WHY}|{_WHY} (?:ma )?(?:[^\W\d]+ ){{0,2}}?(?:phai )?{_WISHED}|ly do {_WISHED}(?: la)?(?: (?:gi|sao))?)"
)
_BARE_WHY = re.compile(r"(?:(?:vay|the|ma|a|ha),? )*(?:vi |co )?ly do(?: la)? (?:gi|sao|the nao)")
_SOFT_END = re.compile(r"(?: (?:vay|the|ha|nhi|a|em|anh|chi|ta|oi|bot|nhe|ne|day|do|co|sep|chu))*[?!. ]*$")


def list_asked(c: Clause) -> Act | None:
    """ "Cho xem việc chậm tiến độ", "những nhiệm vụ tôi đang chủ trì": a list, whatever progress its words tell of."""
    if c.ids:
        return None
    if c.has(_MORE_LEFT) and "nhiều" not in c.line.text.lower():
        return c.act(Intent.my_tasks)
    if not c.starts(_LIST) or c.has(_TOLD) or c.replying:
        return None
    shown = c.starts(_SHOWN)
    if (shown or c.asks) and (found := ask.late(c)):
        return found
    held = c.has(_HELD) and not c.has("co quan|cac phong|cac don vi|han|tuan|thang|quy|mai|hom nay|quen|xin")
    whole = c.norm.strip(" .!?")  # the core leaves "em" off
    bare = held and re.fullmatch(rf"{_LIST} (?:ma )?(?:{_HELD})(?: (?:hien nay|bay gio|la gi|gi|nao))*", whole)
    return c.act(Intent.my_tasks) if held and (shown or bare) else None


def _whether_by_then(c: Clause) -> bool:
    """ "Việc 7 đến 20/12 xong được không": of a day to come, nothing is told."""
    day = c.day()
    return bool(day and day > c.on and c.has("(?:xong|kip|hoan thanh)(?: kip)? (?:duoc|noi) khong"))


def this_task(c: Clause) -> Act | None:
    """ "Hạn khi nào vậy ạ?" in reply to a reminder, or of "việc này": the task just spoken of."""
    if c.ids and c.ends_asking and (c.starts("lieu|khong biet") or _whether_by_then(c)):
        return c.act(Intent.task_detail, date=ask.by_when(c))  # "liệu việc 19 mai có xong được không?"
    asked_why = _SOFT_END.sub("", c.core) if c.heads and not c.ids else ""
    if _WHY_WISHED.fullmatch(asked_why):
        return c.act(Intent.my_tasks, person=None, to_decide=True)
    if _BARE_WHY.fullmatch(asked_why):
        return c.act(Intent.task_detail)
    if not (c.ids or c.unit or c.context == "group") and _DECIDED_YET.fullmatch(_SOFT_END.sub("", c.norm)):
        return c.act(Intent.task_detail)
    if c.ids or c.unit or not (c.replying or c.has(r"(?:viec|nhiem vu|cai) (?:nay|do|ay|kia)")):
        return None
    core = _SOFT_END.sub("", c.core)
    asked = _ABOUT_ONE.fullmatch(core) and core not in ("ai", "sao", "gi", "the nao")
    return c.act(Intent.task_detail) if asked else None
