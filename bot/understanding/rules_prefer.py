"""When and how the bot speaks: later today, always at eight, in English; and reminding others."""

import re

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.narrowing import several, spared, without_spared
from bot.understanding.takers import takers
from bot.understanding.words import PEOPLE

#: "Mốt nhắc lại", its accent left off.
_THE_DAY_AFTER = re.compile(r"^(?:(?:de|sang|chieu|ngay) )?mot (?=(?:hay |hang |roi |moi )?(?:nhac|bao|hoi) )")
_IN_LANGUAGE = r"(?:noi|tra loi|nhan|dung|chuyen|doi|gui|nhac|bao|viet|hien thi|hien|cai dat|giao dien)(?: \w+){0,4} bang (?:tieng|english|vietnamese)"
_NEVER = r"(?<!nhac )(?<!nhac anh )(?<!doc anh )(?<!giuc anh )(?:tat|ngung|ngat|dung|khong|thoi|tam dung|huy) (?:\w+ ){0,3}?(?:nhac|thong bao|nhan tin|nhan|bao|tin nhan)|(?:dung|khong|thoi) (?:gui|lam phien|nhan)(?= (?:tin |thong bao |em |toi |anh |cho )*(?:sau|truoc|ngoai|vao|cuoi|buoi|thu|chu nhat|toi|nua))|im lang"
_LASTING = (
    r"moi (?:ngay|sang|chieu|tuan|thu|toi|lan)|hang (?:ngay|tuan|thang)|(?:doi|chuyen|dat|cai|chinh|sua|set|dieu chinh) (?:lai )?(?:gio|lich|thoi gian|khung gio|nhac)|gio nhac|lich nhac|ngoai gio|gio hanh chinh|"
    r"bat (?:lai )?(?:nhac|thong bao)|(?:chi )?nhac (?:\w+ )?(?:mot|1) lan|tong hop (?:mot|1) (?:lan|tin)|gop (?:lai|tin|thong bao|nhac|chung|thanh|cac|het)|truoc han (?:\d+|mot|hai|ba)|(?:truoc|som) \d+ ngay|tu nay|tu gio|luon nhac|mac dinh|"
    r"(?:chi )?(?:nhan|nhac|gui) (?:\w+ ){0,2}(?:buoi sang|buoi chieu|ngay lam viec)|thoi gian nhac"
)
_FROM_NOW_ON = r"sau nay|tu (?:mai|hom nay|tuan sau|thang sau|bay gio)(?: tro di)?|cu \d{1,2} ?(?:h|gio|g)|cu (?:sang|chieu|moi)|(?:som|muon|tre) hon|tro di"
_ONLY_ON = r"(?:nhac|nhan|gui|bao) (?:(?:toi|em|minh|anh|chi|viec|cho) )*(?:vao )?(?:ngay |sang |chieu )*(?:thu [2-7]|thu (?:hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)\b"
_REMIND = r"nhac(?: nho| viec)?|don doc|thuc(?: giuc)?|giuc|hoi thuc|ping|remind|nhan nhac"
#: "Báo anh Phúc làm nhanh việc 52": others are pressed, whatever word carries it.
_HURRIED = (
    r"(?:bao|noi|nhan|keu|goi|yeu cau|de nghi|dan|hoi)(?: (?:voi|cho|giup|ho))* (?:\w+ ){1,5}?"
    r"(?:(?:lam|xu ly|hoan thanh|nop|gui|xong|trien khai|bao cao|thuc hien)(?: \w+){0,2} (?:nhanh|gap|som|ngay|lien|khan truong|cho kip|di nhe|dut diem)"
    r"|day nhanh|khan truong|tap trung|tang toc|nhanh tay|nhanh len|gap rut"
    r"|(?:nop|gui|hoan thanh|lam|xong|xu ly)(?: \w+){0,3} (?:truoc|trong) (?:ngay|chieu|sang|trua|hom|tuan|thu|mai|toi|\d))"
)
_ME = r"(?:cho |giup )?(?:em|toi|minh|tui|to|tao|me|e)"
_LATER = (
    r"(?:nhac|bao|hoi|nhan|ping)(?: \w+){0,3} (?:lai|sau)|(?:lat|chut|ty|ti|xiu|mot lat)(?: nua)? (?:\w+ )?(?:nhac|bao|hoi)|(?:de|hoan|doi) (?:\w+ )?(?:mai|chieu|lat|sau|tuan sau|sang mai|thu \d)|hoan (?:lai )?(?:nhac|viec nhac|loi nhac)|"
    r"tam hoan|de (?:lat|sau)|snooze|nhac sau|nhac lai|lui (?:loi )?nhac|tam (?:dung|ngung) nhac|(?:phut|tieng|gio|ngay|tuan) nua (?:\w+ )?nhac|remind me"
)


def language(c: Clause) -> Act | None:
    found = re.search(r"\btieng (anh|viet)\b|\b(english|vietnamese|tieng ah)\b|ngon ngu", c.norm)
    if not found or c.ids or c.has("bao cao|dich|hoc|tai lieu|van ban|tin|bai|lop|(?<!hien )thi|gioi|ke hoach|bang"):
        return _switch(c) if found and not c.ids else None
    if c.has("cach|lam sao|the nao"):
        return None
    named = re.search(r"\btieng (anh|viet)\b|\b(english|vietnamese)\b", c.norm)
    word = (named[1] or named[2]) if named else None
    return c.act(
        Intent.settings_language,
        language={"anh": "en", "english": "en", "viet": "vi", "vietnamese": "vi"}.get(word or ""),
    )


def _switch(c: Clause) -> Act | None:
    return (
        c.act(Intent.settings_language, language="en" if c.has("tieng anh|english") else "vi")
        if c.has(_IN_LANGUAGE) and not c.has("bao cao|dich|van ban|tai lieu|ke hoach|lop|(?<!hien )thi|hoc")
        else None
    )


def lasting_time(c: Clause) -> Act | None:
    if c.has("cach|lam sao|lam the nao|kieu gi") or c.ids:
        return None
    stop = c.has(_NEVER) and not c.has("nhac lai")
    if stop and c.heads and _orders_reminder(c):
        return None  # "nhắc hết nhưng đừng nhắc Lan"
    wants = c.has(r"nhac|thong bao|nhan tin|nhan|gui|bao|tong hop|gop|im lang|tin nhan|gio nhac|lich")
    only = c.has(
        rf"(?:nhac|nhan|bao|gui)(?: {_ME}| anh| chi)?(?: vao)?(?: luc)? (?:luc |vao )?\d{{1,2}}(?: ?gio|h|:|g)"
    ) and not c.has("lai|mai|ngay kia|chieu nay|toi nay|hom nay|phut nua|tieng nua|nua|tuan sau|cac|moi nguoi")
    weekly = c.has(rf"(?:nhac|nhan|bao|gui) {_ME} (?:vao )?(?:sang |chieu )?(?:thu|t)\d? ?\d? hang tuan")
    accented = re.search(r"\bchỉ\b", c.line.text.lower())  # "chị nhắc tôi thứ 2" is another wish
    weekly = weekly or c.has(rf"chi (?:can )?{_ONLY_ON}.* thoi") or bool(accented and c.has(_ONLY_ON))
    timed = wants and c.has(_FROM_NOW_ON) and (when.time_in(c.norm) or when.weekday_in(c.norm))
    if not (stop or weekly or timed or (wants and c.has(_LASTING)) or (only and not c.replying)):
        return None
    if not stop and c.heads and c.unit and c.has(_REMIND):
        return None
    time = when.time_in(c.norm)
    hour = re.search(r"\b(?:sau|truoc|luc|tu|den) \d+ ?(?:gio|h)\b", c.norm)
    span = when.duration_in(c.norm) if (stop and not hour) or c.has("truoc|som") else None
    mode = _mode(c, bool(stop))
    return c.act(
        Intent.settings_time,
        task_ids=(),
        mode=mode,
        time=time,
        part=None if time or mode == "no_weekend" else when.part_in(c.norm),
        weekday=when.weekday_in(c.norm) if mode is None else None,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
    )


def _orders_reminder(c: Clause) -> bool:
    """Whether it begins as an order to remind others, whatever is denied behind it."""
    begins = re.match(rf"(?:{_REMIND}) (?:giup |ho )?(?P<all>{_ALL})?\b", c.core)
    known = c.unit or (c.person and c.directory.people_named(c.person))
    return bool(
        begins and (begins["all"] or known) and re.search(r"\b(?:nhung|ma|,) ?(?:dung|khoi|khong|khoan)\b", c.norm)
    )


def _mode(c: Clause, stop: bool) -> str | None:
    if c.has(r"cuoi tuan|chu nhat|cn|thu (?:7|bay)|t7|ngay nghi") and (stop or c.has("ngay thuong|ngay lam viec")):
        return "no_weekend"
    if c.has(r"ngoai gio|gio hanh chinh|trong gio"):
        return "working_hours"
    if c.has(r"(?:mot|1) lan|gop|tong hop"):
        return "digest"
    if c.has(r"bat (?:lai )?(?:nhac|thong bao)"):
        return "on"
    if stop and when.time_in(c.norm):
        return "quiet"
    if stop and c.has(r"buoi toi|toi(?= ?$)|ban dem|dem"):
        return "no_evening"
    return "off" if stop else None


def later(c: Clause) -> Act | None:
    if not _wants_it_later(c):
        return None
    time = when.time_in(c.norm)
    span = when.duration_in(c.norm) if c.has("nua|sau|them|tam|trong|hoan") else None
    norm = _THE_DAY_AFTER.sub("ngay kia ", c.norm)
    found = None if span else when.day_in(norm, c.on, c.calendar, future=True, for_reminder=True)
    day = found[0] if found else None
    part = None if time else when.part_in(c.norm)
    if not day and (part or time or c.has("toi nay|chieu nay")) and not span:
        day = c.on
    return c.act(
        Intent.snooze,
        date=day,
        time=time,
        part=part,
        duration=span[0] if span else None,
        duration_unit=span[1] if span else None,
    )


def _wants_it_later(c: Clause) -> bool:
    """The sender wants to be reminded again himself; not a reminder of others, and no question."""
    if c.has(r"(?:van|cu|con|sao lai|van con|van cu) nhac|nhac (?:hoai|mai|suot)"):
        return False
    if c.has(r"nhac (?:lai )?(?:nhau|ca nha|moi nguoi|anh em|cac ban|ca phong)"):
        return False
    if c.has("cach|lam sao|kieu gi") or (c.asks_plainly and not c.has("duoc khong")):
        return False
    me = c.has(rf"(?:nhac|bao lai|hoi lai|nhan lai|ping) (?:lai )?{_ME}") or (
        c.has(r"nhac (?:lai )?(?:anh|chi)(?: (?:nhe|a|voi|giup|ve|(?:cai|viec|vu) (?:nay|do|ay)))*$") and not c.person
    )
    when_named = (
        when.day_in(c.norm, c.on, c.calendar, future=True, for_reminder=True)
        or when.duration_in(c.norm)
        or when.part_in(c.norm)
        or when.time_in(c.norm)
    )
    if c.has(r"han (?:viec|la)") or (c.unit and c.has(_REMIND)) or c.has(rf"(?:{_REMIND}) (?:lai )?{PEOPLE}"):
        return False
    if c.person and c.has(rf"(?:{_REMIND}) (?:lai )?(?:giup )?(?:em |toi )?(?:anh|chi|co|chu|bac|dong chi)") and not me:
        return False
    if c.heads and not (me or when_named or c.replying) and c.has("nhac lai"):
        return False
    bare_again = c.has(r"nhac (?:viec .*)?(?:lai|sau)") or (c.has("nhac") and when_named)
    if not (c.has(_LATER) or (me and when_named) or (bare_again and when_named)):
        return False
    return c.replying or c.has("nhac|bao lai|hoi lai|snooze|remind|ping|nhan lai") or (not c.ids and c.has("hoan"))


#: Somebody of all is set apart: "nhắc hết, riêng chị Lan thôi", "nhắc hết nhưng đừng nhắc Lan".
_SET_APART = re.compile(
    r"(?<=\w)[, ]+(?:rieng|nhung|tuy nhien|chi (?:khong|chua)|(?:dung|khoi|khong|khoan|chua)(?: can| phai)? nhac)\b(?! (?:nguoi|phong|don vi|ai|ban))"
)
#: Behind a name: "và phòng Nội vụ", "với Tèo"; "với nhé" names nobody.
_MORE_NAMED = re.compile(
    r"(?: ?,| va| voi| cung) (?P<name>(?P<address>(?:anh|chi|co|chu|bac|dong chi|phong|ban|trung tam) (?!(?:nhe|a|oi|giup|em|anh|chi|minh|nua|luon|voi)\b))?\w+)"
)
_ALL = rf"het|tat ca|cac phong|cac don vi|moi nguoi|moi don vi|{PEOPLE}"


def others_reminded(c: Clause) -> Act | None:
    """Whom to remind; what "trừ" spares is read apart, so that it is never taken for whom."""
    but = spared(c)
    act = _reminded(without_spared(c, but) if but else c)
    if act is None:
        return None
    if not but and (apart := _SET_APART.search(c.norm)):
        return act.with_slots(unclear=c.line.typed(apart.start(), len(c.norm)))
    act = _all_named(c, act)
    return act.with_slots(**but.slots) if but else act


def _all_named(c: Clause, act: Act) -> Act:
    """Everybody named in a row: "nhắc VHXH và TTPVHCC"; who is named and not known is asked about."""
    slots = act.slots
    at = c.unit.start if slots.unit and c.unit else c.norm.find(read_line(slots.person).norm) if slots.person else -1
    some = takers(c, at, strangers=False) if at >= 0 else []
    if not some:
        return act
    more = _MORE_NAMED.match(c.norm, some[-1].end)
    if more and (c.line.typed(*more.span("name"))[:1].isupper() or more["address"]):
        return act.with_slots(unclear=c.line.typed(at, len(c.norm)))
    return act.with_slots(unit=None, unit_full=None, person=None, **several(some)) if len(some) > 1 else act


def _reminded(c: Clause) -> Act | None:
    of_work = c.ids or c.unit or c.has("viec|nhiem vu|bao cao|ket qua|tien do|han|tin bai|nop|gui")
    told = c.has(rf"tu (?:{_REMIND})|(?:em|toi|minh) (?:{_REMIND}) (?:\w+ ){{1,4}}roi")
    if told or c.has("nhac nhau") or (c.context == "group" and not of_work):
        return None
    if c.heads and not c.asks_plainly and c.has(_HURRIED) and (c.person or c.unit):
        return c.act(Intent.remind_unit, person=None if c.unit else c.person, **c.unit_slots())
    urged = c.heads and c.has("de nghi|yeu cau") and c.has("nop|bao cao|gui|hoan thanh|thuc hien|cap nhat|bo sung")
    if (
        not (c.has(_REMIND) or urged)
        or c.has(r"cach|lam sao|da (?:duoc )?nhac|lich nhac|ai da|da nhac|soan")
        or (c.asks_plainly and not c.has(rf"(?:{_REMIND}) (?:{PEOPLE})"))
    ):
        return None
    if c.is_just("nhac|don doc|nhac di|nhac luon|nhac nho|remind|nhac het|nhac tat ca|nhac giup|thuc"):
        return c.act(Intent.remind_unit, everybody=c.has(_ALL)) if c.heads or c.role == "staff" else None
    to = c.unit_slots()
    named = c.person if not c.has(rf"nhac (?:lai )?{_ME}(?: |$)") or to else None
    if (
        to
        or named
        or c.has(rf"(?:{_REMIND}) (?:giup |ho |lai |chung |ca )*(?:{PEOPLE})")
        or c.has("cac phong|cac don vi|moi nguoi")
        or (c.starts(_REMIND) and (c.ids or c.heads))
    ):
        found = re.search(r"\b(?:tin|bai)\b", c.norm)
        return c.act(Intent.remind_unit, person=named, period=c.period if found else None, everybody=c.has(_ALL), **to)
    return None
