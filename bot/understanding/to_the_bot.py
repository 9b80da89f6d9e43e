"""Behind a task's number, what is spoken to the bot or of the talk itself: "40 em soạn giúp anh báo cáo", "17 chiều nay chị báo",
"31 chị báo rồi mà". None of it is a result."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import read_line

_ONE = r"(?:anh|chi|em|toi|minh|co|chu|bac|a|c|e)"
_WORK = r"(?:soan|viet|gui|tra(?: cuu)?|tim|lam|in|xem|doc|kiem|kiem tra|ra soat|lay|tai|goi|nhan|nhac|chuyen|scan|chup|dich|sua|tong hop|lap|dat|check|hoi|nop|copy|photo|up|dang|đăng)"
_POLITE = r"(?: (?:giup|ho|gium|voi|nhe|di|a|nha|luon|ngay|gap|em|anh|chi))*"
#: "em soạn giúp anh báo cáo", "gửi giúp chị qua chị Hà"; a name behind "giúp" tells for whom it was done.
_ORDERED = re.compile(
    rf"(?:(?:bot|nho|nho em|thi) )?(?:em )?{_WORK}(?: (?:lai|them|ra|vao))?(?: [^\W\d]+){{0,3}}? (?:giup|ho|gium)(?: cho)? (?P<one>anh|chi|toi|minh|a|c)\b(?P<behind> \S+)?"
)
#: Without "giúp" the end orders: "em gửi anh mẫu báo cáo với".
_URGED = re.compile(
    rf"(?:bot |nho )?em {_WORK}(?: cho| lai)* (?P<one>anh|chi|toi|minh|a|c)\b(?P<behind> \S+)?.* voi{_POLITE}[ .!]*"
)
#: It will be told, and is not told yet.
_LATER = r"(?:(?:sang|chieu|trua|toi|dem|ngay|cuoi|dau)? ?(?:mai|nay|kia|tuan(?: sau| nay)?|thang(?: sau| nay)?|gio)|lat(?: nua)?|ti nua|chut nua|mai mot|hom nao|hom sau|bua sau|de)"
_TELLS = r"(?:bao|noi|nhan(?: tin)?|tra loi|cap nhat|goi|alo|thong bao|bao cao|ghi|tinh)(?: (?:lai|sau|cho em|em|bot|ket qua|so lieu|cu the))*"
_PROMISED = re.compile(
    rf"(?:thi |de )?(?:{_LATER}(?: thi)? {_ONE} (?:se |moi )?{_TELLS}|{_ONE} (?:se )?{_TELLS} (?:sau|{_LATER}|nhe sau)){_POLITE}[ .!]*"
)
_FORGOTTEN = re.compile(
    rf"(?:thi )?{_ONE} (?:lai )?(?:quen|quên|lu bu|nham)(?: mat)?(?: (?:roi|khuay|tieu|luon|do|day|ha|a))*[ .!]*"
)
#: What was told before, and is not seen to be: the task's card says what is written down.
_COMPLAINT = re.compile(
    rf"(?:thi )?{_ONE} (?:da )?(?:(?:bao(?: cao)?|noi|nhan|tra loi|ghi|khai|nhap|cap nhat) roi(?: (?:ma|co ma|con gi|do|day|nha|em))*|(?:gui|nop|lam) roi (?:ma|co ma)(?: em)?)[ .!]*"
)
#: To which month it is to be counted, and nothing to count.
_COUNTED_TO = re.compile(
    r"(?:tinh|ghi|cong|nhap)(?: (?:vao|cho|sang|qua|la|ket qua|giup|anh|chi|em))* (?:thang|ky|quy) (?:\d{1,2}|nay|truoc|sau)(?: (?:nhe|a|em|giup|di))*[ .!]*"
)
#: A document's number without its symbol, set right.
_NUMBER_RIGHT = re.compile(
    r"(?:(?:viec|nhiem vu|nv) )?(?P<task>\d{1,4})[:,]? (?:thi )?so (?:la )?(?P<number>\d{1,4}) (?:moi|la) (?:dung|phai)(?: (?:a|nhe|em|anh|chi))*[ .!]*"
)


def to_the_bot(c: Clause) -> Act | Doubt | None:
    if number := _NUMBER_RIGHT.fullmatch(c.norm):
        of = Slots(task_ids=(int(number["task"]),), evidence=f"số {number['number']}", instead=True)
        return Doubt((Act(Intent.evidence_only, of),))
    if not c.ids or c.after_ids is None or c.context == "group" or not re.match(r"(?:viec |nhiem vu |nv )?\d", c.core):
        return None
    rest = c.line.part(c.after_ids, len(c.norm))
    if rest is None or not rest.norm:
        return None
    if _PROMISED.fullmatch(rest.norm) or _FORGOTTEN.fullmatch(rest.norm):
        return Act(Intent.smalltalk_other, Slots(task_ids=c.ids, held=True))
    if _COMPLAINT.fullmatch(rest.norm):
        return c.act(Intent.task_detail)
    if _COUNTED_TO.fullmatch(rest.norm):
        return c.act(Intent.not_understood, task_ids=())
    ordered = _ORDERED.match(rest.norm) or _URGED.fullmatch(rest.norm)
    named = ordered and ordered["behind"] and rest.typed(*ordered.span("behind")).strip()[:1].isupper()
    return c.act(Intent.not_understood, task_ids=()) if ordered and not named else None


#: An order to the bot, or words about it, continue no result; bare "doi", "tat" are other words too.
_TO_THE_BOT = frozenset(("đổi", "tắt", "bật", "nhắc", "nhac", "đừng", "hủy", "huỷ", "xóa", "xoá", "tìm", "gọi"))
_OF_THE_BOT = re.compile(
    r"\b(?:bot|xung ho|cach xung|gio nhac|nhac (?:viec|nho|em|toi|anh|chi)|tin nhac|ngon ngu|tieng (?:anh|viet)|tro giup)\b"
    r"|^(?:(?:a|ha|da|em|nho)[ ,]+)*(?:ghi them|them|tao|lap)(?: \w+){0,2}? (?:giup|ho|cho) (?:anh|chi|em|toi|minh)\b"
)


def speaks_to_the_bot(text: str) -> bool:
    """An order to the bot, or words about it: no result goes on with them."""
    line = read_line(text)
    first = re.match(r"(?:(?:da|em|nho em|bot|anh|chi|oi)[ ,]+)*(\w+)", line.norm)
    return bool(_OF_THE_BOT.search(line.norm) or (first and line.typed(*first.span(1)).lower() in _TO_THE_BOT))
