"""A figure said anew: "Đính chính: việc 8 là 13 tin chứ không phải 12"."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.words import DONE

_CORRECTION = re.compile(
    r"\bdinh chinh\b|^nham (?:viec )?\d+ (?:la|thanh|phai la) |\b(?:sua|chinh|ghi|cap nhat) lai\b|\bsua (?:viec |nhiem vu |nv |so )?\d+ (?:thanh|la)\b|\d .*\bchu khong phai \d"
)
_CORRECT_FIGURE = re.compile(
    r"[ ,.:]*(?:(?:em |xin )?(?:dinh chinh|(?:sua|chinh|ghi|cap nhat) lai)(?: so lieu| ket qua)?[ ,.:]*)?(?:(?:la|thanh|dung la|phai la)\b[ :]*)?"
    r"(.+?)(?:[, ]+(?:chu |ma )?khong phai .*)?$"
)
#: What is told stands anew behind these, figure or not: "52 sửa thành thu về 185 phiếu", "đổi giúp chị 50 thành tập huấn 2 lớp".
_HELP = r"(?: (?:giup|gium|dum|ho|lai|di|em|anh|chi|cho|toi|minh|het))*"
_MEND = r"(?:sua|doi|thay|chinh)(?: (?:lai|giup|ho|em|anh|chi|cho|ket qua|so lieu|noi dung|viec|nhiem vu))*"
_INTO = r"(?:thanh(?! (?:pho|lap|vien|tra|toan|tich|ly|nien|tra|phan)\b)|bang|la):? "
#: What stands there is taken back, and what comes behind is to stand: "18 đừng ghi thế, ghi bố trí 3/4 thôi", "46 nói vậy thôi chứ rà 3 thủ tục".
_THAT = r"(?:the|vay|nhu (?:the|vay|cu|tren)|(?:(?:cai|cau|chu|dong|phan|noi dung|ket qua|y) )+(?:do|đó|kia|nay|ay|tren|cu|vua (?:ghi|roi)|hoi nay|truoc))"
_NOT_THAT = (
    rf"(?:(?:(?:em|bot|thi) )*(?:(?:dung|khoan|khoi|khong) (?:(?:co|nen|can) )?(?:ghi|viet|de|nhap|bao)|bo|xoa|huy|sua|thay|doi){_HELP} {_THAT}{_HELP}(?: ?[,;.] ?| (?=ghi|viet|sua|de))"
    r"(?:(?:ma|thi|em|giup|cho|hay) )*(?:ghi|viet|sua|de|nhap|thay)(?: (?:lai|thanh|la|bang|giup|ho|em|anh|chi|cho))*:? "
    rf"|(?:thay|sua|doi){_HELP} {_THAT} (?:thanh|bang|la):? "
    r"|noi (?:vay|the) (?:thoi )?chu |ghi (?:vay|the) (?:thoi )?chu )"
)
_SAID_ANEW = re.compile(
    rf"(?:(?:viec |nhiem vu )?(?P<wrong>\d{{1,4}})[:,]? (?:(?:em|bi|ghi|bao|nhap) )*(?:nham|lon|sai)(?: roi)?[ ,.:;]+(?:(?:phai )?la |dung la )?(?=\d+ )"
    rf"|(?:viec |nhiem vu )?(?P<other>\d{{1,4}})[:,]? {_NOT_THAT}"
    rf"|{_MEND} (?P<n>\d{{1,4}}) {_INTO}|(?:viec |nhiem vu )?(?P<first>\d{{1,4}})[:,]? {_MEND} {_INTO})(?=\S)"
)
#: "18 đừng ghi thế", and nothing in its place.
_DROPPED_IT = re.compile(
    rf"(?:viec |nhiem vu )?\d{{1,4}}[:,]? (?:(?:em|bot|thi) )*(?:(?:dung|khoi|khong) (?:(?:co|nen|can) )?(?:ghi|viet|de|nhap|bao)|bo|xoa|huy){_HELP} {_THAT}{_HELP}(?: (?:nhe|nha|a|nua))*[ .!]*"
)
_ONLY = re.compile(r"(?<=\w) (?:thoi|la duoc|la du|cho dung|moi dung)(?: (?:em|nhe|nha|a|anh|chi))*[ .!]*$")
_SEAL = re.compile(r",? (?:moi|la) (?:dung|phai)\b.*$")
_NO_RESULT = r"giao|han|moc|deadline|tieu de|ten|phu trach|chu tri"
#: "50 bỏ kết quả tháng này đi".
_DROPPED = re.compile(
    r"(?:viec |nhiem vu )?\d{1,4}[:,]? (?:em )?(?:bo|xoa|huy|go)(?: giup| ho| het)* (?:cai |phan )?(?:ket qua|so lieu)(?: (?:da |vua )?(?:ghi|bao|nhap|gui))?(?: (?:thang|ky|quy) (?:nay|\d{1,2}))?(?: (?:do|nay|kia|di|nhe|a|giup|ho|em|anh|chi))*[ .!]*"
)
#: "Ủa 13 chưa, mới 12 thôi": of the two told together one was too many.
_ONE_TOO_MANY = re.compile(
    r"(?:(?:ua|a|ha|nham|khong|da|em|chet|quen)[ ,]+)*(?:viec )?(?P<not>\d{1,4}) (?:thi )?(?:van |con )?chua(?: (?:xong|dau|co|a))*[ ,]+(?:moi|chi)(?: (?:co|xong|moi))* (?:viec )?\d{1,4}(?: (?:xong|thoi|a|nhe))*[ .!]*"
)
#: "Như kỳ trước", "không phát sinh", denied of a task or not to be written: "13 không phải như kỳ trước đâu", "46 bỏ cái không phát sinh đi".
_ALIKE = r"(?:y nhu|van nhu|nhu|giong(?: nhu)?|y)(?: voi)? (?:(?:ket qua|so lieu|cua) )*(?:(?:ky|ki|thang|quy|lan|bao cao) (?:truoc|roi|cu)|cu\b|truoc\b)"
_NOTHING = r"(?:khong|chua) (?:co )?(?:gi )?phat sinh(?: gi)?"
_NAMED = r"(?:(?:(?:cai|chu|cau|phan|muc|la|ket qua)|(?:viec |nv |so )?#?\d{1,4}) )*"
_LEAD = (
    r"(?:(?:(?:da|em|anh|chi|toi|nho|ua|a|ha|thoi|nham|viec|nv|nhiem vu|so|thi|cai|la)\b|#?\d{1,4}\b(?: ?%)?)[ ,:.]*)*"
)
_NOT_SO = re.compile(
    rf"{_LEAD}(?:(?P<drop>(?:bo|xoa|huy|go|rut){_HELP} |(?:dung|khoan|khoi|khong)(?: (?:co|nen|can|duoc|hay|voi))*(?: (?:ghi|de|viet|bao|tinh|nhap)){_HELP} ){_NAMED}(?:{_ALIKE}|{_NOTHING})"
    rf"|(?P<denied>(?:khong|chang|chua|dau)(?: (?:con|co|phai|he|duoc|the|la|ghi))* {_ALIKE}|(?:khong phai|dau(?: co| phai)?)(?: la)? {_NOTHING}))"
    r"(?: (?:dau|nua|duoc|di|nhe|nha|a|em|anh|chi|giup|ho|do|nay|cua|viec|so|\d{1,4})\b)*(?:[ .!]*$|(?:,? ma |, ?)(?:(?:ghi|viet|de|sua)(?: (?:lai|thanh|la))* )?(?=(?P<so>\w.*))|\b)"
)
#: More than that it is as before: "8 giống tháng trước thêm 2 tin", "2 như kỳ trước nhưng đã trình ký".
_AND_MORE = re.compile(
    rf"(?:viec |nv |so )?\d{{1,4}}[:,]? (?:thi |van |cung )*(?P<told>{_ALIKE},? (?:nhung(?: ma)?(?! rieng)|them|co them|tang|giam|duoc|da) (?!viec\b|\d{{1,4}} (?:thi|xong|chua|da)\b)[^,;?]+)"
)
_DAY_MONTH = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{4})?\b")


def corrected(c: Clause) -> Act | Doubt | None:
    """ "Đính chính: việc 8 là 13 tin chứ không phải 12": the figure of the period is said anew."""
    if number := _ONE_TOO_MANY.fullmatch(c.norm):
        return Doubt((Act(Intent.undo_done, Slots(task_ids=(int(number["not"]),))),))
    if c.ids and not c.asks and (_DROPPED.fullmatch(c.norm) or _DROPPED_IT.fullmatch(c.norm)):
        return Doubt((c.act(Intent.undo_done),))
    if denied := _not_so(c):
        return denied
    if anew := _said_anew(c):
        return anew
    if not c.ids or c.asks or not _CORRECTION.search(c.norm) or c.has(rf"{DONE}|han|moc|deadline|giao|tieu de|ten"):
        return None
    after = c.id_spans[-1][1] if c.id_spans else len(c.norm)
    found = _CORRECT_FIGURE.match(c.norm, after)
    text = c.line.typed(*found.span(1)) if found else ""
    if not found or not re.search(r"\d", _DAY_MONTH.sub("", text)):  # a day is no figure
        return None
    return c.act(Intent.progress, text=text, percent=c.percent, statement=text, instead=True)


def _not_so(c: Clause) -> Act | Doubt | None:
    """What is denied is never written; what is so instead, or besides, is asked about."""
    if (more := _AND_MORE.fullmatch(c.norm)) and len(c.ids) == 1 and not c.asks:
        text = c.without_politeness(*more.span("told"))
        return Doubt((c.act(Intent.progress, text=text, statement=text), c.act(Intent.same_as_before)))
    found = _NOT_SO.match(c.norm)
    if not found or (found["drop"] and c.line.typed(*found.span("drop")).lower().startswith(("bộ", "bó", "gỗ"))):
        return None
    if c.asks:
        return c.act(Intent.task_detail if c.ids else Intent.not_understood)
    if found["so"] and (text := c.without_politeness(found.start("so"), len(c.norm))):
        return Doubt((c.act(Intent.progress, text=text, percent=c.percent, statement=text),))
    if found["denied"] and c.norm[found.end() :].strip(" .!"):  # "không như kỳ trước vì mới có 2 hồ sơ"
        text = c.without_politeness(found.start("denied"), len(c.norm))
        return Doubt((c.act(Intent.progress, text=text, percent=c.percent, statement=text),))
    return Doubt((c.act(Intent.undo_done),))


def _said_anew(c: Clause) -> Act | Doubt | None:
    found = _SAID_ANEW.match(c.norm)
    if not found or c.asks or c.person or c.unit or c.has(_NO_RESULT):
        return None
    seal = _SEAL.search(c.norm, found.end())
    end = seal.start() if seal else len(c.norm)
    only = _ONLY.search(c.norm, found.end()) if found["other"] else None
    text = c.without_politeness(found.end(), only.start() if only else end)
    if found["other"] and re.fullmatch(
        rf"(?:da )?{DONE}(?: (?:roi|di|nhe|luon|a))*", c.norm[found.end() :].strip(" .!")
    ):
        return Doubt((c.act(Intent.done),))
    a_day = not text or _DAY_MONTH.fullmatch(text)
    of = int(found["n"] or found["first"] or found["wrong"] or found["other"])
    return (
        None
        if a_day
        else c.act(Intent.progress, task_ids=(of,), text=text, percent=c.percent, statement=text, instead=True)
    )
