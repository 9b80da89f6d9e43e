"""Questions about work itself: own list, a task, late and coming work, work nobody has, missing results; and help."""

import re
from datetime import date
from functools import cache

from bot.understanding import when
from bot.understanding.asked_of import of_whom, who_wishes
from bot.understanding.clause import Clause
from bot.understanding.help_topics import topic_of
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import masked, without_evidence
from bot.understanding.rules.ask_status import unit_or_words
from bot.understanding.takers import takers
from bot.understanding.words import OUR_AGENCY

_LATE = r"qua han|lo (?:mat )?(?:han|deadline)|(?:qua|tre|vuot|het) thoi han|tre han|tre(?! (?:con|em))|cham(?! nhat (?:la|ngay|vao|truoc|thu|den|trong|\d)| tre \w+ phep)|het han|muon han|cham tien do|overdue|late|quá hạn|tre nai|bi tre|(?:qua|het|toi|den) (?:ngay|han|hen)(?: roi)? (?:ma )?(?:van )?chua (?:thay )?(?:nop|xong|lam|bao|gui|hoan thanh)|tre tien do|(?:le ra|dang le|dang ra)(?: \w+){0,3}? (?:xong|nop|hoan thanh)\b[^,.;]* chua\b[^,.;]*"
_SOON = r"(?:sap|gan|chuan bi) (?:den |toi |het |qua )?(?:thoi )?han|(?:den|toi|gan|can) han|sap toi|due|han (?:gi|nao)|co han|sap phai|chot trong|(?:viec|nhiem vu|gi) (?:(?:gi|nao|la) )?(?:phai|can) (?:nop|xong|lam|hoan thanh|bao cao|gui) (?:truoc|trong)"
_NEARLY = r"(?:sap|gan|chuan bi)(?: sua)? (?:bi )?(?:het|qua|tre)"
_HELP = (
    r"(?:co |nhung )?cach (?:nao|bao|xin|gui|nop|dung|doi|su dung|lam|xem|huy|tat|thuc|giao|duyet|de|ghi|sua|nhan|go|cap nhat|dang|chuyen|tra|thay|dat|cai|them|tao|lap|nhac|mo|tim|phan)|lam sao|lam the nao|lam nhu the nao|kieu gi(?! (?:\w+ ){0,3}?cung\b)|bang cach nao|"
    r"bot (?:\w+ )?(?:giup|lam|biet|ho tro|dung|co) (?:\w+ )?(?:duoc )?(?:gi|nhung gi|the nao|lam gi|de lam gi)|(?:dung|su dung|xai|nhan|soan|go|bao|gui|xin|nop|nhap) (?:\w+ ){0,4}(?:the nao|nhu the nao|ra sao|kieu (?:rang|sao|chi)|sao(?= ?$)|sao (?:a|vay|em|nhi|day|bot|ta|the|ha)|o dau|kieu nao|cu phap)|cu phap|"
    r"(?:kieu gi|lam sao|cach nao) de (?:giao|bao|ghi|nop|gui|xin|duyet|tra|nhac|xem)\b|khong biet (?:dung|cach|su dung|lam sao)|chi (?:em|anh|toi|minh) (?:cach|dung|voi)|(?:em |ban )?(?<!chua )(?<!khong )(?<!chang )(?:lam|giup) duoc (?:nhung )?gi|(?:nhan|go|bam|lam) sao de|co nhung (?:lenh|chuc nang)|(?<!dung )(?<!dung co )(?<!khong )(?<!khoi )(?:nhan|go|bam|soan) (?:cai |nut |chu |lenh )?(?:gi|nao)|(?:lenh|chuc nang) (?:gi|nao)|how (?:to|do)|phai (?:nhan|go|bam) (?:gi|the nao|sao)"
)
#: What waits for a decision: a list is asked for, nothing is decided, however near it comes to "duyệt".
_AWAITED = (
    r"(?:(?:co|con|xem|cho (?:toi|em|anh|chi|minh) xem|nhung|cac|danh sach|liet ke) )*"
    r"(?:viec|nhiem vu|bao cao|ket qua|gi|cai gi|ai|danh sach)(?: (?:gi|nao))?(?: cua (?:toi|em|anh|chi|minh))?"
    r"(?: (?:dang|con|can|phai|cho|toi|em|anh|chi|minh))+ (?:duyet|phe duyet|xem xet|cho y kien)"
    r"(?: (?:khong|chua|nhi|a|vay|nua))*"
)
_DECIDE = r"(?:duyet|phe duyet|quyet|quyet dinh|xem xet|cho y kien|ky(?: duyet)?)"
_OPEN_END = r"(?: (?:khong|chua|nhi|a|vay|nua|the|hom nay|sang nay|bay gio|luc nay|em|bot|day|roi))*"
_TO_DECIDE = (
    rf"(?:hom nay |sang nay |bay gio )?(?:(?:toi|em|anh|chi|minh) )?(?:(?:con|co|can|phai|dang) )*{_DECIDE} (?:nhung |cac )?(?:gi|viec gi|viec nao|cai gi|bao cao nao|cua ai){_OPEN_END}"
    rf"|(?:hom nay |sang nay |bay gio )?(?:co |con )?(?:gi|viec gi|viec nao|cai gi|bao cao nao|de nghi nao|bao nhieu viec|may viec|ai)(?: (?:dang|con|can|phai|cho|cho den))* (?:toi|em|anh|chi|minh) (?:phai |can )?{_DECIDE}{_OPEN_END}"
    rf"|(?:hom nay |sang nay |bay gio )?(?:co |con )(?:gi|viec gi|viec nao|ai|de nghi nao)(?: (?:dang|can))* cho (?:toi|em|anh|chi|minh)(?: {_DECIDE})?{_OPEN_END}"
    rf"|(?:hom nay |sang nay |bay gio )?(?:viec (?:gi|nao)|bao cao nao|de nghi nao|gi) (?:(?:dang|con) )+cho (?:toi|em|anh|chi|minh){_OPEN_END}"
    rf"|(?:hom nay |sang nay )?co (?:gi|ai|viec gi)(?: (?:dang|can))* cho (?:toi|em|anh|chi|minh)|(?:co |con )?ai (?:co )?xin gi(?: (?:toi|em|anh|chi|minh))?{_OPEN_END}"
    rf"|(?:co |con )?(?:ai|don nao|de nghi nao|viec nao)(?: (?:dang|nao))* xin (?:lui|gia han|them thoi gian|mo lai|lui han)(?: gi)?{_OPEN_END}"
    rf"|(?:hom nay |sang nay )?(?:co |con )?ai (?:gui|trinh|nop|bao)(?: (?:gi|viec gi|len|xong))* cho (?:toi|em|anh|chi|minh)(?: {_DECIDE})?{_OPEN_END}"
    rf"|(?:(?:anh|chi|em) )?[^\W\d]+ (?:dang )?xin (?:lui|gia han|them thoi gian) (?:gi|viec gi|viec nao|cai gi|may viec)(?: (?:do|đó|vay|the|em|a|nhi|roi))*"
    rf"|(?:nhung |cac )?(?:viec|bao cao|de nghi)(?: (?:dang|can|con))* cho (?:(?:toi|em|anh|chi|minh) )?{_DECIDE}{_OPEN_END}"
)
_OWN = r"(?:viec|nhiem vu|cong viec|task|phan viec|dau viec|danh sach|list|cv(?= cua))"
_MINE = r"(?:em|toi|minh|to|tao|anh|chi|me|my)"


#: Also of those older, who speak of themselves so; a name behind it makes another of it.
_SPEAKER = rf"(?:{_MINE}|chu|bac|ong|ba|chau|con)"

_ONES_OWN = rf"(?:{_MINE}|chu|bac|chau) (?:(?:van|hien|dang) )*(?:con|co|dang|phai|duoc|phu trach|giu|om)|(?:cua|cho|giao) {_MINE}|{_MINE}$"

#: "undo thế nào": how to do it, and not the thing.
_HOW = r"(?:undo|hoan tac|mo lai|(?:xin )?(?:gia han|lui han|lui)|duyet|tra lai|giao viec|nop tin|gui tin|bao xong|doi gio|nhac(?: nhom)?|ghi ho)(?: viec)? (?:the nao|nhu the nao|ra sao|kieu gi|lam sao|sao)"


#: Asked of oneself without a word for work: "sếp giao em mấy việc", "tui phụ trách mấy cái", "em còn nợ gì không".
_GIVEN_ME = rf"(?:sep|anh|chi|lanh dao|co quan|phong) (?:da |moi |vua |dang )?giao (?:cho )?{_MINE} (?:\w+ )?(?:may|bao nhieu|nhung|gi|viec gi|viec nao|cai gi)|{_MINE} con (?:nhung )?gi (?:chua|phai|can)"
_OWED = (
    rf"(?:(?:thang|tuan|quy|nam|dot|ky) nay,? )?(?:{_MINE} )?(?:(?:hien|dang|con|van|da) )*(?:no|phu trach|om|giu|nhan|duoc(?: giao)?|ton|dinh|vuong) (?:lai )?"
    r"(?:may|bao nhieu|nhung|gi|cai)(?: (?:cai|gi|dau viec|viec|thu|viec gi|viec nao))?(?: (?:khong|nua|roi|vay|the|nhi|ha|bot|ban))*"
)


def helped(c: Clause) -> Act | None:
    """With what, where the words say it: "làm sao đổi giờ nhắc"."""
    found = None if who_wishes(c) else _helped(c)
    return found.with_slots(topic=topic_of(c)) if found and found.slots.mode is None else found


def _helped(c: Clause) -> Act | None:
    if c.is_just("(?:tro giup|huong dan|help) (?:them|tiep|more)"):
        return c.act(Intent.help, mode="more")
    if not c.ids and c.is_just(rf"(?:cach )?{_HOW}"):
        return c.act(Intent.help)
    if c.is_just(r"(?:tro giup|giup(?: do)?|help|menu|lenh|huong dan(?: su dung| dung| dung bot| voi)?|hdsd|\?)") or (
        c.starts("(?:(?:cho )?(?:em |toi )?xin )?huong dan|tro giup|help|chi dan") and not (c.ids or c.evidence)
    ):
        return c.act(Intent.help)
    return (
        c.act(Intent.help, task_ids=())
        if (
            c.has(_HELP)
            and not c.has(
                r"lam sao (?:ma|kip|roi|duoc(?= (?:khi|vi|neu|do|chua|thieu)\b))|\d+ (?:thi |bi |lam )*sao(?! (?:de |ma )?(?:bao|ghi|xin|nop|gui|duyet|tra|giao|nhap))|the nao roi|lam sao day|phong|don vi|ai (?:\w+ )?(?:nhan|bao|gui) (?:\w+ )?gi"
            )
            and not (c.unit or c.period)
        )
        or (
            c.starts("cach|lam sao (?:de )?(?:giao|bao|ghi|nop|gui|xin|duyet|tra|nhac|xem|doi|tat|mo)") and c.has(_HELP)
        )
        else None
    )


def late(c: Clause) -> Act | None:
    if (
        not c.has(_LATE)
        or c.ids
        or c.has(_NEARLY)
        or _ends_then(c)
        or c.has(
            "(?<!cho )xin(?! (?:cho |duoc )?(?:\\w+ )?(?:biet|hoi|xem))|nop cham|vi sao|tai sao|chua qua han|(?:(?<!tien )do|vi) (?:thieu|cho|chua|khong|kho|vuong|bi|phai)"
        )
    ):
        return None
    listed = c.asks or c.has(
        r"danh sach|liet ke|xem|viec|nhiem vu|nhung|cac|tong hop|loc|cho (?:anh|toi|em|minh)|list|task"
    )
    if not (listed or c.is_just(_LATE)) or (
        c.context == "group"
        and not c.has(rf"viec|nhiem vu|task|phong|don vi|tien do|bot|(?:cai|nhung)? ?(?:nao|gi) (?:\w+ )?(?:{_LATE})")
    ):
        return None
    if c.has(r"ket xe|den|xe|bus|tau|di lam|luong|mua") and not c.has("viec|nhiem vu|han"):
        return None
    if _several_units(c):  # each of them is seen in the list of all
        if c.has(r"hon|nhat|nhieu hon|it hon"):
            return c.act(Intent.status_overall, period=c.period, everybody=True)
        return c.act(Intent.overdue_list, person=c.person_meant, period=c.period)
    return c.act(Intent.overdue_list, period=c.period, **({"person": None} | of_whom(c)))


def _several_units(c: Clause) -> bool:
    """ "VHXH và KT ai chậm hơn"."""
    return c.unit is not None and len(takers(c, c.unit.start, strangers=False)) > 1


def _ends_then(c: Clause) -> bool:
    """ "Hôm nay hết hạn việc nào": of a day named, what ends on it; "hết hạn rồi" is late."""
    day = r"(?:hom nay|(?:ngay )?mai|ngay kia|tuan (?:nay|sau|toi)|thang (?:nay|sau|toi|\d{1,2})|cuoi (?:tuan|thang)|thu [2-7])"
    return c.has(rf"{day} (?:\w+ ){{0,4}}?het han|het han (?:\w+ ){{0,3}}?{day}") and not c.has(
        "roi|da|qua han|tre|cham"
    )


def soon(c: Clause) -> Act | None:
    if c.ids or (c.has(_LATE) and not (c.has(_NEARLY) or _ends_then(c))):
        return None
    found = when.day_in(c.norm, c.on, c.calendar, future=True)
    span = when.duration_in(c.norm) if c.has("toi|nua|sap toi|trong|trong vong|ke tiep") else None
    timed = bool(found or c.period or span)
    about = c.has(
        r"viec|nhiem vu|han|dau viec|task|lich|phai (?:lam|nop|xong)|can (?:lam|nop|xong)|deadline|den han|lam gi"
    )
    wants = c.asks or c.has(r"viec|danh sach|xem|liet ke|nhung|cac|cho (?:em|toi|anh)|task|list")
    if not (
        (c.has(_SOON) and (wants or c.is_just(_SOON)))
        or (timed and about and wants and c.context != "group" and _asks_work(c))
    ):
        return None
    strict_day = (
        None
        if span or (c.period and not c.has(r"truoc(?= (?:ngay|thu|cuoi|het|\d))|den ngay|hom nay|mai\b|\d/\d"))
        else found
    )
    return c.act(
        Intent.due_soon,
        task_ids=(),
        date=strict_day[0] if strict_day else None,
        period=c.period if not strict_day else None,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
        **({"person": None} | of_whom(c)),
    )


def _asks_work(c: Clause) -> bool:
    return c.has(
        r"(?:co|con|nhung|cac|phai|can|la) (?:\w+ ){0,3}(?:viec|nhiem vu|han|deadline|lam gi|nop|xong|gi)|(?:viec|nhiem vu|lich|danh sach viec) (?:\w+ ){0,3}(?:tuan|thang|hom nay|ngay|mai|quy|trong|truoc)|"
        r"viec gi|lam gi|viec nao|han gi|(?:tuan|thang|hom nay|mai) (?:\w+ ){0,3}viec"
    ) and not c.has(
        r"ket qua|bao nhieu viec|xong may|tinh hinh|tien do|viec (?:gia dinh|rieng|nha)|hoan thanh bao nhieu|da xong|thong ke|the nao"
    )


def nobody_or_no_date(c: Clause) -> Act | None:
    if c.ids or c.has("qua han"):
        return None
    gap = (
        r"(?:chua|khong|chua duoc|thieu|chua biet|chua ro) (?:co |ro |ghi |xac dinh |dat |duoc |an dinh )*(?:thoi )?(?:han|ngay|deadline|thoi gian|moc)|(?:chua|khong) (?:co |ro |duoc |xac dinh )*(?:ai|nguoi|don vi|phong|dau moi|chu tri)(?: nao)?(?: (?:nhan|lam|phu trach|chu tri|giao|theo doi))?|"
        r"chua (?:duoc )?(?:giao|phan cong|phan|gan)|chua ai|thieu (?:nguoi|dau moi|han)|bo trong|con trong|vo chu|(?:chua|khong) co chu(?! tri)|mo coi|unassigned|khong thoi han|vo thoi han"
    )
    about = c.has(r"viec|nhiem vu|dau viec|task|cai nao|muc|gi")
    if (c.has(gap) and about and not c.has("tin|bai|ket qua|nop|bao cao|tra loi|xong")) or (
        c.has("thuong xuyen|theo quy dinh")
        and c.has("viec|nhiem vu|cai|dong")
        and (c.asks or c.has("danh sach|cac|nhung|may|xem|liet ke"))
    ):
        return c.act(Intent.unassigned_or_undated, **c.unit_slots(), period=None, topic=_gap(c))
    return None


def _gap(c: Clause) -> str | None:
    """Which of both is asked about: "undated" or "nobody"; None for both."""
    undated = c.has("(?:thoi )?han|ngay|deadline|thoi gian|moc|thuong xuyen|theo quy dinh|undated")
    nobody = c.has("ai|nguoi|don vi nao|phong nao|dau moi|chu tri|giao|phan cong|phan|gan|unassigned|bo trong")
    return ("undated" if undated else "nobody") if undated != nobody else None


def awaited(c: Clause) -> Act | None:
    if c.replying and not c.asks:
        return None  # "việc đang chờ duyệt" of the task shown
    whole = re.fullmatch(_TO_DECIDE, c.norm.strip(" .?!"))  # "còn gì chờ anh": no politeness
    wisher = who_wishes(c) if c.context != "group" else None
    asked = wisher or c.is_just(_AWAITED) or c.is_just(_TO_DECIDE) or whole
    if not asked or c.ids or c.unit:
        return None
    wishes = "wishes" if c.has("xin (?:lui|gia han|them thoi gian|giai han)") else None
    return c.act(Intent.my_tasks, to_decide=True, everybody=not c.has(_SPEAKER), which=wishes, person=wisher)


def one_task(c: Clause) -> Act | None:
    if not c.ids or (c.percent is not None and not c.asks):
        return None
    if c.context == "group" and not c.has(r"(?:viec|nhiem vu|nv)(?: so)? \d+") and "#" not in c.norm:
        return None  # "áo mưa số 7", "xe 12"
    if (
        c.asks_plainly
        or c.starts(r"(?:cho (?:\w+ )?)?(?:xem|chi tiet|thong tin|noi dung|mo|hoi|tra cuu|kiem tra)")
        or c.has(
            r"chi tiet|thong tin|noi dung viec|tien do viec|(?:chu tri|lam chinh|phoi hop) hay (?:la )?(?:chu tri|lam chinh|phoi hop)|vi sao|tai sao|han cua viec|tinh hinh (?:thuc hien |trien khai |xu ly )?(?:viec|nhiem vu|nv|so|cua|the nao|ra sao|sao)|tinh hinh(?=[ .?!]*$)|"
            r"(?:ly do|nguyen nhan)(?= (?:gi|sao|cua|viec|nhiem vu|nv|cham|tre|chua|vi sao|\d)|[ .?!]*$)(?!.* la )"
        )
    ):
        if c.has(r"ai (?:da )?(?:duoc|bi)? ?nhac|da nhac (?:ai|chua)|ai da duoc nhac"):
            return c.act(Intent.who_was_reminded)
        return c.act(Intent.task_detail, date=by_when(c))
    if (
        re.fullmatch(
            r"(?:(?:cac |ca )?(?:(?:viec|vu|cai|nhiem vu|nv|muc) ?)?(?:so ?)?(?:# ?)?\d++(?: ?(?:[,&+-]|va|voi|den|toi))? ?)+(?: ?(?:thi|(?:toi|den|hien)(?: nay| gio| tai)?))?",
            masked(c.core),
        )
        and not c.core.replace(" ", "").isdigit()
    ):
        return c.act(Intent.task_detail)
    if re.fullmatch(
        r"(?:thoi )?han (?:chot |cuoi )?(?:cua )?(?:viec|nhiem vu|so)? ?\d+|ai (?:lam|phu trach).*|viec (?:muoi|hai|ba).*|(?:san pham|trang thai|nguoi lam|don vi chu tri) .*|tien do (?!(?:\w+ )*\d+[ ,:]*(?:hien|hien nay|hien tai|dang|da|moi|van|con|bi|cham|dat|duoc)\b).*",
        c.core,
    ):
        return c.act(Intent.task_detail) if c.percent is None else None
    return None


def by_when(c: Clause) -> date | None:
    """The day a question names: "có xong trước 15/12 không", "hạn 30/11 phải không"; "hôm nay xong chưa" asks of now."""
    found = when.day_in(without_evidence(c.norm), c.on, c.calendar, future=True)
    if not found or not c.ends_asking:
        return None
    day, (start, end) = found
    led = re.search(r"\b(?:truoc|den|toi|kip|han|la|vao|qua|sau|ngay)(?: (?:ngay|het))?$", c.norm[:start].rstrip())
    return day if led or re.search(r"\d/\d", c.norm[start:end]) else None


@cache
def _own_work(role: str) -> str:
    """Words for one's own work; to a leader "em" is the bot and never himself."""
    me = _MINE.replace("em|", "", 1) if role == "leader" else _MINE
    work = r"(?:(?:dau )?viec|nhiem vu|viec gi|task|lam gi)"
    return "|".join(
        (
            rf"{_OWN} (?:\w+ ){{0,3}}?(?:cua |ma )?{me}(?= |$|[?.,!])",
            rf"{me} (?:\w+ ){{0,2}}?(?:con|co|dang|phai|duoc (?:giao|phan cong)|phu trach|giu) (?:\w+ ){{0,3}}?{work}|my (?:tasks?|viec)",
            rf"phan (?:viec )?(?:cua )?{me} (?:dang |co |con )+(?:gi|viec|nhung|may|bao nhieu)",
            r"(?:chu|bac|chau) (?:(?:con|dang|phai) )+(?:(?:lo|lam|theo|giu|om) )?(?:may|bao nhieu|nhung)? ?(?:viec|nhiem vu)",
            rf"{_OWN} (?:ma )?{_SPEAKER} (?:(?:hien|dang|con|duoc) )*(?:[dđ][uứ]ng ten|phu trach|chiu trach nhiem|chu tri|dam nhan|giu|om|lam|theo|giao)",
            rf"{_SPEAKER} (?:(?:hien|dang|con) )*(?:[dđ][uứ]ng ten|chiu trach nhiem) (?:\w+ ){{0,3}}?{_OWN}",
            r"con (?:viec|gi|nhiem vu) (?:\w+ )?(?:chua|phai)|con (?:viec|nhiem vu) (?:gi|nao)(?: nua| khac| khong)*(?=[ .?!]*$)",
            r"(?:xem|danh sach|liet ke) (?:cac |danh sach )?(?:viec|nhiem vu|cong viec)",
            rf"{me} (?:phai |can )?lam (?:nhung )?(?:gi|viec gi)|con (?:may|bao nhieu) (?:viec|nhiem vu)",
        )
    )


def mine(c: Clause) -> Act | None:
    if c.ids or c.has(f"co quan|toan (?:ban|phuong)|cac phong|cac don vi|ca (?:ban|phuong|xa|ubnd)|{OUR_AGENCY}"):
        return None
    counted = c.has("con (?:may|bao nhieu) (?:viec|nhiem vu)") and not c.has(_ONES_OWN)
    if counted and not c.unit and (named := unit_or_words(c)):  # a unit that is not here is none of one's own
        return c.act(Intent.status_unit, period=c.period, **named)
    if c.role == "leader" and counted:
        return c.act(Intent.status_overall, period=c.period)
    if c.asks and ((c.has(_GIVEN_ME) and not c.has("xong (?:het|roi|ca)")) or c.is_just(_OWED)):
        return c.act(Intent.my_tasks)
    if c.has(_own_work(c.role)) and (
        c.asks
        or c.starts(
            r"cho|xem|mo|gui|dua|show|cv|viec|nhiem vu|danh sach|liet ke|cong viec|gui|list|my|cac|phan|dau|kiem tra"
        )
    ):
        return c.act(Intent.my_tasks, everybody=not c.has(_MINE))
    return (
        c.act(Intent.my_tasks)
        if c.is_just(r"(?:viec|nhiem vu|danh sach(?: viec| nhiem vu)?|cong viec|viec toi|viec em|viec minh)")
        and c.context != "group"
        else None
    )
