"""Whose results of the running period are still missing: everybody's, a unit's, a person's, the sender's own."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.asked_of import somebody
from bot.understanding.clause import Clause
from bot.understanding.intents import TOLD, Act, Intent
from bot.understanding.words import OWN_UNIT, REMIND

_MINE = r"(?:em|toi|minh|tui|to|anh|chi)"
_SO_FAR = r"(?:(?:toi|den) (?:gio|nay|bay gio|hien tai|hom nay)|(?:trong )?(?:thang|ky) (?:nay|\d{1,2})|hom nay|bay gio)(?: nay| thi)?,? (?:con )?"
_WHO = rf"(?:^|^con |^{_SO_FAR})(?:ai|nhung ai) (?:con |dang )?thieu(?: ket qua| so lieu| bao cao)?(?=(?: (?:vay|the|nua|a|em|bot|khong))*[ ?.!]*$)|(?:con |dang )?(?:thieu|no) (?:ket qua|bao cao|so lieu) (?:\w+ ){{0,3}}cua (?:ai|phong nao|don vi nao|nhung ai)|(?:ai|phong nao|don vi nao|nhung ai) (?:con |dang |van )*no (?:ket qua|bao cao|so lieu)|con thieu (?:\w+ ){{0,3}}(?:cua )?(?:ai|phong nao|don vi nao|nhung ai)|thieu cua ai|(?:nhung )?ai (?:con |van )?chua (?:lam|bao|nop|co) (?:duoc )?gi(?= ?$|[?.!]| (?:het|ca|vay|the|em|a|nhi)\b)|(?:ai|phong nao|don vi nao|nhung ai|con ai) (?:con |da )?(?:chua|thieu) (?:\w+ )?(?:tra loi|bao cao|nop|bao|ket qua|cap nhat|gui|co ket qua|dien|phan hoi)|con (?:may|bao nhieu) (?:phong|don vi|nguoi|dong chi) (?:con |van )?(?:chua|thieu) (?:\w+ )?(?:tra loi|bao cao|nop|bao|ket qua|cap nhat|gui)|con (?:may|bao nhieu|thieu) ket qua|ket qua (?:\w+ ){{0,3}}(?:thieu|con thieu)"
_WISH = r"(?:(?:cho (?:toi|anh|chi|em|minh) (?:xem|biet|hoi)|xem|liet ke|danh sach) )?"
_MONTH = r"(?:(?:trong |cua )?(?:ky|thang|dot|lan|quy|tuan) (?:nay|\d{1,2}))"
_RESULTS = r"(?:ket qua|bao cao|so lieu|tra loi)"
_LACKS = rf"(?:(?:con|dang|van) )*(?:thieu|no|chua (?:co|bao|nop|gui|cap nhat|dien|tra loi))(?: {_RESULTS})?"
_WHICH = r"(?: (?:nhung |cac |cua )?(?:gi|nao|ai|nhung ai|cai gi|cai nao|(?:viec|phan viec|nhiem vu|ket qua)(?: gi| nao)?|(?:may|bao nhieu) (?:viec|phan viec|ket qua)))"
_END = rf"(?: {_MONTH})?(?: (?:khong|nua|vay|the|a|nhi|em|bot|roi))*"
_WORK = r"(?:(?:nhung|cac|con) )*(?:phan viec|nhiem vu|viec)(?: nao)?(?: cua (?:em|toi|minh|anh|chi))?(?: trong)?"
#: Who has answered: the same list tells it.
_HAS_ANSWERED = rf"(?:{_SO_FAR})?(?:(?:sang|chieu) nay |nay )?(?:(?:da )?co )?(?:nhung )?(?:ai|nguoi nao|phong nao|don vi nao|(?:may|bao nhieu) (?:nguoi|phong|don vi)) (?:(?:da|vua|moi|co) )*(?:bao(?: cao)?|nop|gui|tra loi|cap nhat)(?: (?:ket qua|so lieu|duoc|nhung gi|gi|du|het|xong))*(?: (?:roi|chua|khong|vay|the|em|a|nhi))*"
#: What was told on a day: "hôm nay ai báo gì rồi", "sáng giờ phòng mình báo được gì chưa", "hôm qua Hoa báo gì".
_ON_A_DAY = r"(?:(?:trong |tu |tu hoi )?(?:(?:sang|chieu|trua|ngay) )?(?:hom nay|bua nay|nay|hom qua|bua qua)(?: (?:den|toi) (?:gio|nay|bay gio))?|(?:tu )?(?:hoi )?sang (?:nay )?(?:den |toi )?(?:gio|bay gio)|tu sang|nay gio|ca ngay(?: nay| hom nay)?|(?:hom )?thu (?:hai|ba|tu|nam|sau|\d)(?: tuan truoc| vua roi)?|ngay \d{1,2}/\d{1,2})"
_SAID = r"(?:(?:da|vua|moi|co) )*(?:bao(?: cao)?|nop|gui|tra loi|cap nhat|nhan|ghi)(?: (?:ve|len|cho em|cho bot))?"
_ANYBODY = r"(?:nhung )?(?:ai|nguoi nao|phong nao|don vi nao|(?:cac|may) (?:phong|don vi|ban)|anh em|moi nguoi|ca phong|(?:may|bao nhieu) (?:nguoi|phong|don vi))"
_GOT = r"(?: (?:duoc|them|nhung|ket qua|so lieu|xong|vuong|viec|cai|gi|nao|moi))"
_TOLD_END = r"(?: (?:roi|chua|khong|vay|the|het|ca|em|a|nhi|bot|do|đó|day|ha|ta))*"
_NAMED_ON_A_DAY = re.compile(
    rf"(?:^|^{_ON_A_DAY} )(?P<name>(?!hom |sang |chieu |nay |co |ai )[^\W\d]+(?: [^\W\d]+){{0,3}}?) (?=(?:{_ON_A_DAY} )?{_SAID}\b)"
)
_LEFT_OVER = (
    rf"{_WISH}(?:{_MONTH} )?con (?:may|bao nhieu|nhung) (?:phan viec|nhiem vu|viec)(?: nao)? chua co {_RESULTS}{_END}"
)
#: How many are not answered of, and of one's own unit: "còn bao nhiêu việc chưa báo", "kết quả tháng 10 phòng mình thiếu gì".
_REPORTED = r"(?:(?:da|co) )*(?:bao(?: cao)?|nop|gui|cap nhat|tra loi)(?: (?:gi|du|het|xong|duoc|ket qua|so lieu|may viec|viec nao|bao cao))* chua"
_HOW_MANY = r"con (?:may|bao nhieu|nhung) (?:phan viec|nhiem vu|viec)(?: nao)? chua (?:bao(?: cao)?|tra loi|co ket qua|nop|cap nhat)(?: ket qua)?"
_UNIT = rf"(?P<unit>{OWN_UNIT})"
_OF_UNIT = rf"{_WISH}(?:{_RESULTS} )?(?:{_MONTH} )?(?:cua )?{_UNIT} (?:{_LACKS}{_WHICH}|(?:con )?(?:nhung )?ai {_LACKS}|{_HOW_MANY}){_END}"
_OWN = rf"(?:{_MONTH} )?(?:{_MINE} )?{_LACKS}{_WHICH}?(?: cua {_MINE})?{_END}"


def missing_results(c: Clause) -> Act | None:
    if (
        c.has("tin|bai")
        or c.ids
        or c.starts(
            "nhac|don doc|thuc|giuc|(?:nhan|bao)(?: tin)?(?: cho)? (?:moi nguoi|tat ca|ca nha|cac phong|anh em)"
        )
        or c.has(rf"thi (?:(?:em|bot|nho|hay) )*(?:{REMIND})")
    ):
        return None
    if own := re.search(_UNIT, c.norm) if _says(c, _OF_UNIT) and c.context != "group" else None:
        return c.act(Intent.who_missed_results, period=_month_named(c), unit=c.line.typed(*own.span("unit")))
    if named := _told_on(c) or _named(c):
        return named
    apart = c.replying or c.context == "group"  # "chưa có gì" beside a reminder tells of its task
    of_work = c.has("no (?:(?:may|nhung|cac|bao nhieu) )?(?:viec|nhiem vu)")  # "còn nợ việc gì": all of one's work
    if c.asks and not (apart or of_work) and not c.has("ai|phong nao|don vi nao") and _says(c, _OWN):
        return c.act(Intent.who_missed_results, period=_month_named(c), own=bool(c.role == "staff" or c.has(_MINE)))
    if c.has(_WHO) or _says(c, _LEFT_OVER) or (not c.replying and _says(c, _HAS_ANSWERED)):
        return c.act(Intent.who_missed_results, period=_month_named(c), **c.unit_slots())
    if apart:
        return None
    if _says(c, rf"{_WISH}(?:{_MONTH} )?{_WORK} (?:con |van )?(?:chua (?:co|bao|nop)|thieu) {_RESULTS}{_END}"):
        return c.act(
            Intent.who_missed_results, period=_month_named(c), own=c.role == "staff" or bool(c.has(f"cua {_MINE}"))
        )
    return None


def _told_on(c: Clause) -> Act | None:
    """Of a day that is named; "ai báo gì rồi" of today. Who has answered at all ("ai báo rồi") the list of the period tells."""
    if c.context == "group" or c.replying:
        return None
    own = re.search(_UNIT, c.norm)
    unit = (c.unit.start, c.unit.end) if c.unit else own.span("unit") if own else None
    name = unit or c.person_span or somebody(c, _NAMED_ON_A_DAY.search(c.norm))
    who = (
        rf"(?:{_ANYBODY}|{_MINE}|(?:(?:ben|o|trong) )?(?:{re.escape(c.norm[slice(*name)])})(?: (?:co )?ai)?)"
        if name
        else rf"(?:{_ANYBODY}|{_MINE})"
    )
    on = rf"(?:{_ON_A_DAY},?(?: thi)? (?:co )?{who} {_SAID}{_GOT}*|(?:co )?{who} (?:{_ON_A_DAY} )?{_SAID}{_GOT}* {_ON_A_DAY}|(?:co )?{who} {_ON_A_DAY} {_SAID}{_GOT}*)"
    today = rf"(?:co )?(?:{_ANYBODY}) {_SAID}(?: (?:duoc|them|nhung|cai))* gi(?: moi)?"
    if not (_says(c, rf"{_WISH}{on}{_TOLD_END}") or _says(c, rf"{_WISH}{today}{_TOLD_END}")):
        return None
    if not (c.asks or c.has("ai|gi|nao")):
        return None
    found = when.day_in(c.norm, c.on, c.calendar, future=False)
    day = found[0] if found and found[0] < c.on else None
    of_me = not name and not c.has(_ANYBODY)
    whose: dict[str, Any] = {"own": of_me}
    if name:
        whose = c.unit_slots() if c.unit else {"unit" if own else "person": c.line.typed(*name)}
    return c.act(Intent.who_missed_results, period=None, date=day, topic=TOLD, task_ids=(), **whose)


def _month_named(c: Clause) -> str | None:
    """The month said by its number; "tháng này", "kỳ này" is the one whose results are being asked for."""
    return None if c.has("(?:thang|ky|dot|quy|tuan|lan) nay") else c.period


def _named(c: Clause) -> Act | None:
    """ "Còn thiếu kết quả của KT", "chị Lan còn thiếu gì"."""
    span = (c.unit.start, c.unit.end) if c.unit else c.person_span or _named_first(c)
    if not span or c.context == "group":
        return None
    who = re.escape(c.norm[span[0] : span[1]])
    asked = rf"{_WISH}(?:{_MONTH} )?(?:ai )?(?:cua |o |ben |trong |ca )*{who}(?: ai)? (?:{_LACKS}{_WHICH}{{0,2}}|{_HOW_MANY}|(?:{_MONTH} )?{_REPORTED}(?: {_MONTH})?){_END}"
    of = rf"{_WISH}(?:{_MONTH} )?(?:ai )?(?:con )?(?:thieu|chua (?:co|bao|nop))(?: {_RESULTS})?{_WHICH}?{_END} (?:cua|o|ben|trong) (?:ben )?{who}{_END}"
    if not (_says(c, of) or ((c.asks or c.has("ai")) and _says(c, asked))):
        return None
    whose = c.unit_slots() if c.unit else {"person": c.line.typed(*span)}
    return c.act(Intent.who_missed_results, period=_month_named(c), **whose)


def _named_first(c: Clause) -> tuple[int, int] | None:
    """ "Hoa báo gì chưa": without a form of address. Tomorrow has reported nothing, so there Mai is somebody."""
    found = re.match(
        rf"(?P<name>[^\W\d]+(?: [^\W\d]+){{0,3}}?) (?=(?P<so_far>(?:{_MONTH} )?{_REPORTED})|{_LACKS})",
        c.norm,
    )
    return somebody(c, found, surely=bool(found and found["so_far"] and found["name"] == "mai"))


def _says(c: Clause, pattern: str) -> bool:
    """`pattern` is all there is but politeness."""
    said = re.sub(r"[?!., ]+$", "", c.norm)
    return bool(
        re.fullmatch(rf"(?:(?:da|alo|bot|bot oi|em oi|em|cho (?:em|toi|anh|chi) hoi)[ ,]+)*(?:{pattern})", said)
    )
