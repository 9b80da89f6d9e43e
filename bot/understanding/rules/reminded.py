"""Who was reminded: what is asked of days that are over, and complaints that nobody was; nothing of it reminds anybody."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.whom import others_named
from bot.understanding.words import PEOPLE, REMIND

_MISSED = re.compile(
    r"\b(?:chua|khong|chang|k) (?:he |duoc )?(?:thay|nhan(?: duoc)?|co) (?:\w+ ){0,3}?(?:nhac|tin buoi sang)\b"
    r"|\b(?:sao|quen|(?<!cho )bot|he thong|(?:sang|hom) nay(?: em)?)(?: (?:sang nay|hom nay|bot|em|he thong|lai))* (?:chua|khong|quen) nhac\b"
)
#: Days that are over: what was done on them is asked for, nothing is ordered.
_PAST = r"(?:(?:sang |chieu |toi )?hom (?:qua|kia|truoc|no|roi)|(?:tuan|thang|lan|bua|dot|ky) (?:truoc|vua roi|vua qua|roi)|(?:sang|chieu|toi) qua|thu \w+ (?:tuan truoc|vua roi))"
_WHO = r"(?:(?:anh|chi|em|bot|co quan|van phong|he thong|minh|da|co|thi|duoc|bi|nhung|may|bao nhieu|nguoi|ai) )*"
_OVER = re.compile(
    rf"\b{_PAST},? {_WHO}(?:{REMIND})\b|\b(?:{REMIND}) {_WHO}(?:ai|nguoi|gi)(?: roi| vay| the)?,? {_PAST}$"
)
#: Whom, and no more than how often or since when: nobody is set apart who could be reminded.
_WHOM = r"(?:(?:nhung |duoc |den )*ai|(?:nhung )?(?:nguoi|phong|don vi|dong chi) nao)"
_SPAN = r"(?:trong |tu |dau |cuoi |cho den |den )*(?:thang|tuan|quy|ky|dot|hom|sang|chieu|bua|nam) nay|tu dau (?:thang|tuan|nam|ky)"
_TIMES = r"(?:may|bao nhieu|nhieu) (?:lan|luot)|nhieu nhat|it nhat"
_ASKED = re.compile(
    rf"\b(?:{REMIND}) {_WHOM}(?: (?:roi|vay|the|chua|het|{_TIMES}|{_SPAN}))*$"
    rf"|\b(?:{REMIND}) (?:het |du |duoc )*(?:{PEOPLE})(?: (?:het|du))*(?: (?:{_TIMES}|{_SPAN}))* (?:roi|chua|{_TIMES})(?: (?:vay|the))*$"
)
_THIS_DAY = r"(?:(?:(?:sang|chieu|trua|hom|bua|ngay) nay|nay|vua roi|moi nay),? )?"
_NOT_GOT = r"(?:(?:van|con|ma|lai) )*(?:chua|khong|ko|k|chang)(?: (?:he|duoc))* (?:nhan|thay|doc|xem)(?: (?:duoc|thay|xem|doc))?"
_MESSAGE = r"tin(?: nhan| nhac| buoi)?(?: viec)?(?: (?:sang|chieu|hom))?(?: nay)?(?: (?:cua )?(?:em|bot))?"
#: To whom the morning's messages went, and who says that none came; "tin" is no item of news there.
_WRITTEN = re.compile(
    rf"{_THIS_DAY}(?:(?:em|bot|he thong) )?(?:da )?(?:gui|nhan|phat)(?: (?:tin|tin nhan|tin nhac|tin sang))? (?:(?:duoc|het|den|toi|cho|da) )*(?:(?:may|bao nhieu) (?:nguoi|dong chi|can bo|don vi|phong)|(?:nhung )?(?:ai|nguoi nao))(?: (?:roi|vay|the|nhi|em|a|duoc))*"
    rf"|{_THIS_DAY}(?:con )?(?:(?:nhung )?ai|nguoi nao|may nguoi|bao nhieu nguoi) {_THIS_DAY}{_NOT_GOT} {_MESSAGE}(?: (?:vay|the|nhi|em|a|nua))*"
    rf"|(?:sao )?{_THIS_DAY}(?:sao )?(?:anh|chi|em|co|chu|dong chi) [^\W\d]+ {_THIS_DAY}{_NOT_GOT} {_MESSAGE}(?: (?:vay|the|nhi|em|a|gi|nua|la sao))*"
)
#: They cannot be written to: only the list of them, and what to do, helps.
_NOT_IN = re.compile(
    rf"\b(?:{REMIND})(?: (?:giup|ho|het|nhung|cac|may|ca|toan bo|tat ca))*(?: (?:nguoi|dong chi|anh chi|can bo|o|ben|cua|trong|{PEOPLE}))+(?: (?:ma|nao|con|van))*"
    r" chua (?:duoc |he |chiu |co )?(?:ket noi|lien ket|vao|vo|tham gia|quan tam|theo doi|cai|tai|dang nhap|kich hoat|tai khoan)"
    r"(?= ?$| (?:bot|zalo|telegram|oa|app|he thong|phan mem|ung dung|voi em|di|nhe|nha|giup|a|em)\b)"
)


#: Somebody named, or a task, and whether or how often: "đã nhắc chị Hà chưa", "việc 26 nhắc mấy lần rồi".
_SOMEBODY = re.compile(
    rf"\b(?:{REMIND})(?: [^\W\d]+){{0,5}}?(?: (?:viec|nhiem vu|nv|so|ve|#?\d{{1,4}}))*(?: duoc)? (?:chua|{_TIMES})(?: (?:roi|vay|the|nua))*$"
)


def not_in(c: Clause) -> Act | None:
    """ "Nhắc ai chưa vào bot": whoever is connected is not meant."""
    said = c.norm[: c.unit.start] + "nguoi" + c.norm[c.unit.end :] if c.unit else c.norm
    return c.act(Intent.not_joined, task_ids=(), **c.unit_slots()) if _NOT_IN.search(said) else None


def past_asked(c: Clause) -> Act | None:
    """ "Tháng này nhắc ai rồi", "nhắc ai mấy lần", "hôm qua nhắc P.KT chưa"."""
    if _OVER.search(c.core) or _ASKED.search(c.core):
        return past_reminded(c)
    asked = _SOMEBODY.search(_asking(c)) and not c.has(r"(?:neu|khi) \w+|chua (?:nop|lam|xong|bao|gui)")
    named = c.ids or c.unit or others_named(c)
    return c.act(Intent.who_was_reminded, **c.unit_slots()) if asked and named else None


def _asking(c: Clause) -> str:
    return re.sub(r"(?:[ ,]+(?:em|bot|a|nhi|ha|vay|the|oi))*[ ?.!]*$", "", c.norm)


def not_reminded(c: Clause) -> Act | None:
    """ "Sáng nay chưa thấy nhắc": a complaint is looked into; "đừng nhắc", "không nhắc nữa" are wishes."""
    if not c.ids and not c.unit and _WRITTEN.fullmatch(c.norm.strip(" ?.!")):
        return c.act(Intent.who_was_reminded)
    if not _MISSED.search(c.norm) or c.has("nua|nhe|thoi nhac|dung nhac|neu|khi nao") or c.unit or c.person:
        return None
    if re.match(r"(?:viec |nv |nhiem vu )?#?\d", c.core):  # "17 chưa có tin nhắc từ Sở" is told of 17
        return None
    day = c.day(future=False)
    return c.act(Intent.who_was_reminded, date=day if day and day < c.on else None, own=not c.ids)


def past_reminded(c: Clause) -> Act:
    """ "Hôm qua nhắc ai": of that day; a longer time stays a period."""
    if since := re.search(r"\btu dau (thang|tuan|quy|nam)\b", c.norm):
        return c.act(Intent.who_was_reminded, period=when.period_in(f"{since[1]} nay", c.on), **c.unit_slots())
    day = c.day(future=False)
    one = day if day and day < c.on and not c.has("tuan truoc|thang truoc|tuan nay|thang nay") else None
    period = None if one else c.period
    return c.act(Intent.who_was_reminded, date=one, period=period, **c.unit_slots())
