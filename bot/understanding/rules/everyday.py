"""Short questions of every day: what a day or week brings, what presses most, when the month closes, own results, news."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_MINE = r"(?:em|toi|minh|tui|to|anh|chi)"
_DAY = r"(?:hom nay|sang nay|chieu nay|ngay mai|mai|ngay kia|tuan nay|tuan sau|tuan toi|thang (?:nay|sau|toi|\d{1,2})|quy (?:nay|sau|toi|\d))"
_WHAT = r"(?:nhung )?(?:gi|viec gi|viec nao|cong viec gi|nhiem vu gi|nhung viec gi|lich gi|lam gi)"
_END = r"(?: (?:khong|nua|vay|the|a|nhi|em|bot|can lam|phai lam|den han|day))*"
_COMES = rf"{_DAY}(?: thi)? (?:{_MINE} )?(?:(?:co|can|phai|con|lam|se)(?: |$))+{_WHAT}{_END}|(?:{_MINE} )?(?:co|can lam|phai lam|con) {_WHAT} (?:trong )?{_DAY}{_END}"
_WHOSE_DAY = rf"{_DAY}(?: thi)? (?:co )?(?:nhung )?(?:ai|phong nao|don vi nao) (?:bi )?(?:den|toi|het) han{_END}"
_PRESSING = rf"(?:{_MINE} (?:co |con )?)?(?:viec|nhiem vu)(?: cua {_MINE})?(?: (?:nao|gi))?(?: (?:cua {_MINE}|dang|la))* (?:gap|can|khan|quan trong|cap bach|uu tien|gan han)(?: (?:nhat|truoc|truoc het))+{_END}|(?:{_MINE} )?(?:nen|can|phai) lam (?:viec )?(?:gi|nao) truoc{_END}"
_CLOSES = (
    r"(?:(?:bao gio|khi nao|ngay nao|hom nao|may gio)(?: thi| la)? (?:chot|khoa so|dong|het han|den han)(?: (?:so lieu|ket qua|bao cao|ky))*(?: (?:thang|ky)(?: (?:nay|sau|\d{1,2}))?)?"
    r"|(?:so lieu|ket qua|bao cao)?(?: ?(?:thang|ky) (?:nay|sau|\d{1,2}))? ?(?:chot|khoa so)(?: (?:so lieu|ket qua|bao cao))?(?: (?:thang|ky) (?:nay|sau|\d{1,2}))? (?:la |vao |luc )?(?:bao gio|khi nao|luc nao|ngay nao|hom nao|ngay may|may gio)"
    r"|(?:han|ngay|thoi han) (?:chot|nop|bao cao|nop bao cao|chot so lieu|nop ket qua|bao cao ket qua|tra loi ket qua)(?: (?:so lieu|ket qua|bao cao))?(?: (?:thang|ky) (?:nay|sau|\d{1,2}))?(?: (?:la|vao))? (?:ngay nao|bao gio|khi nao|hom nao|ngay may|luc nao|may gio))(?: (?:vay|the|a|nhi|em|bot))*"
)
_UNTIL = r"(?:(?:so lieu|ket qua) )?(?:thang|ky) (?:nay|\d{1,2}) (?:tinh|lay(?: so lieu)?)(?: tu (?:ngay )?(?:nao|may))? (?:den|toi) (?:ngay )?(?:nao|may|bao nhieu|khi nao)|(?:thang|ky) (?:nay|\d{1,2}) (?:tinh|lay(?: so lieu)?) (?:den|toi) ngay may"
_CLOSED_YET = r"(?:(?:thang|ky) (?:nay|\d{1,2}) )?(?:(?:da|duoc) )*(?:chot|khoa so)(?: (?:so lieu|ket qua|bao cao|so))?(?: (?:thang|ky) (?:nay|\d{1,2}))? chua(?: (?:em|a|vay))*"
#: "Tháng trước sao rồi em".
_HOW_IT_WENT = r"(?:(?:thang|quy|tuan|nam) (?:truoc|roi|vua roi|vua qua|nay|\d{1,2}))(?: (?:thi|cua minh))?(?: (?:lam an|on))? (?:sao|the nao|ra sao|nhu the nao)(?: roi)?(?: (?:em|vay|a))*"
_NEWS = r"(?:xem )?(?:tin,? bai|tin tuc|tin va bai)(?: cchc)?(?: (?:cua )?(?:thang|quy|ky|nam) (?:nay|truoc|\d{1,2}(?:/\d{4})?|i{1,3}|iv))"


def everyday(c: Clause) -> Act | None:
    if c.ids or c.context == "group" or c.unit or c.replying:
        return None
    said = _plain(c)
    if re.fullmatch(_NEWS, said):
        return c.act(Intent.news_status, period=c.period)
    if re.fullmatch(_CLOSES, said) or re.fullmatch(_UNTIL, said) or re.fullmatch(_CLOSED_YET, said):
        return c.act(Intent.who_missed_results, mode="close", period=c.period)
    if re.fullmatch(_COMES, said) or re.fullmatch(_WHOSE_DAY, said):
        return _coming(c, said)
    if c.heads and c.period and re.fullmatch(_HOW_IT_WENT, said):
        return c.act(Intent.status_overall, period=c.period)
    if re.fullmatch(_PRESSING, said):
        return c.act(Intent.due_soon, own=_is_own(c, said))
    if re.fullmatch(r"(?:xem )?ket qua (?:cong viec )?cua (?:em|toi|minh|tui)", said):
        return c.act(Intent.my_results, own=True)
    return None


def _coming(c: Clause, said: str) -> Act:
    """A day, or the week or month that is named."""
    found = None if c.period else when.day_in(c.norm, c.on, c.calendar, future=True)
    return c.act(Intent.due_soon, period=c.period, date=found[0] if found else None, own=_is_own(c, said))


def _is_own(c: Clause, said: str) -> bool:
    return c.role == "staff" or bool(re.search(rf"\b{_MINE} (?:co|con|can|phai|nen|lam)\b|cua {_MINE}", said))


def _plain(c: Clause) -> str:
    """All that is said, without address and politeness at its ends."""
    said = re.sub(r"[?!., ]+$", "", c.norm)
    said = re.sub(r"^(?:(?:da|alo|bot|bot oi|em oi|cho (?:em|toi|anh|chi) hoi|cho hoi)[ ,]+)+", "", said)
    said = re.sub(r"^(?:em|anh|chi) (?=(?:hom nay|tuan|thang|bao gio|khi nao))", "", said)
    return re.sub(r"(?: (?:a|nhe|nhi|vay|the|em oi|bot|ha|day))+$", "", said)
