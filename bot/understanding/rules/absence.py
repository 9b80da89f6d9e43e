"""Somebody is away and another stands in: "tôi nghỉ từ 1/12 đến 5/12, anh Tâm thay"."""

import re
from datetime import date

from bot.understanding.clause import Clause
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from jobs.rules.deadlines.chat_ranges import read_range
from jobs.rules.text import fold, tidy
from jobs.rules.working_days import WorkingCalendar

ADDRESS = r"(?:anh|chi|em|co|chu|bac|ong|ba|dong chi|dc)"
SELF = re.compile(rf"(?:{ADDRESS}|toi|minh|tui|e|a|c|tao|to)")
#: Where he is and what he learns there, without a word of days or of work.
_WHERE = (
    r"(?: (?!(?:viec|xong|chua|khong|giao|nop|gui|bao|thi|ai|nao|dau|thay|lui|roi|ve|hay|neu|lam|ma|"
    r"tu|den|thu|ngay|tuan|thang|mai|hom|nay|ca|trong|chieu|sang|cn|t[2-7])\b)[a-z&–-]+){0,8}?"
)
_AWAY = (
    r"(?:nghi(?: (?:phep|om|benh|che do|thai san|sinh|viec rieng|viec|mat|bu|lam|nam|le|tet|chua benh|cuoi|"
    r"(?:cham |dua )?(?:con|me|bo|vo|chong|be)(?: nho)? (?:om|benh|sot|di (?:vien|kham|benh vien))|cham (?:con|me|bo|vo|chong|be)(?! (?:om|benh)\b)|viec nha|co viec(?: (?:rieng|nha|gia dinh))?|(?:di )?kham(?: thai)?|dam (?:cuoi|tang|gio|hoi)))*"
    r"|di (?:vang|chua benh|nghi mat)|"
    rf"(?:di (?:(?!(?:hop|du|cong|hoc|tap)\b)[a-z]+ ){{0,3}}?(?:cong tac|hoc|tap huan|nuoc ngoai|(?P<meets>hop|du))|cong tac|tham quan){_WHERE}|vang(?: mat)?|van mat)"
)
#: Since then, and nobody says until when: "nghỉ ốm 3 hôm nay rồi".
SO_LONG = re.compile(r"(?:may|\d{1,2}|hai|ba|bon|nam) (?:hom|ngay|bua) nay")
#: Whom to turn to meanwhile, who then may stand in.
_TURN_TO = (
    r"(?:(?:viec|co|neu|khi|can|gi|thi|gap|cu|chuyen) )*(?:hoi|goi|lien he(?: voi)?|lien lac(?: voi)?|tim|trao doi voi|lam viec voi)"
    rf" (?P<instead>(?:{ADDRESS} )?(?!{ADDRESS}\b)[a-z]+(?: [a-z]+){{0,3}}?)"
)
#: One word of a span of days; it is taken whole or not at all, so that a row of numbers is not tried in every split.
DAY_WORD = (
    r"(?>(?:\d{1,2}-\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?|\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?(?:-\d{1,2}[/.]\d{1,2}(?:[/.](?:20)?\d\d)?)?|"
    r"chu nhat|lien tuc|lam viec|tu|den|toi|het|hom|nay|mai|kia|ngay|thu|hai|ba|nam|sau|bay|cn|t[2-7]|tuan|thang|sang|chieu|cuoi|dau|giua|qua|cho|trong|vao|ca|suot|nua|bua|buoi|"
    r"mot(?= (?:ngay|hom|tuan|thang)\b)|may(?= (?:hom|ngay|bua) nay\b)|va|voi|\d{1,2})(?![a-z0-9])|,(?= (?:ngay |sang |chieu )?(?:thu [2-7b-t]|t[2-7]|mai|kia|\d))|-)"
)
_DAYS = rf"{DAY_WORD}(?: ?{DAY_WORD})*"
NAME = r"[a-z][a-z ]{0,40}?"
_POLITE = r"(?: (?:(?:em|anh|chi) )?(?:nhe|nha|a)(?: (?:em|anh|chi)(?= ?[,;.]))?)*"
SUBSTITUTE = (
    rf"(?:(?:(?:moi )?(?:cong )?viec(?: cua (?:{ADDRESS}|toi|minh))? )?(?:giao(?: (?:het |toan bo |lai )?(?:cong )?viec)?|nho|de|co|cu|cho|uy quyen|phan cong|nguoi (?:lam |truc )?thay(?: the)?)?(?: cho\b)?(?: la\b)?:? ?)?(?P<sub>(?:{ADDRESS} )?(?!{ADDRESS}\b)[a-z]+(?: [a-z]+){{0,4}}?)"
    rf"(?: (?:se|lam|truc|xu ly|phu trach|nhan|giai quyet|theo doi|viec|dieu hanh|chi dao|duyet|quyet dinh|ky|lo|dam nhan|dam nhiem|giup|(?<=phu trach )(?:phong|don vi)))*"
    rf"(?P<stands> thay(?: the)?(?: (?:cho )?(?:{ADDRESS}|toi|minh))?"
    rf"(?: (?:theo doi|phu trach|dieu hanh|chi dao|duyet|ky|xu ly|giai quyet|lo|lam|cac|moi|cong|viec|ke hoach|nhiem vu|phong|van phong|trung tam|co quan|(?:cua|cho) (?:{ADDRESS}|toi|minh)))*)?"
)
_FIRST_DAYS = rf"(?P<before>(?!(?:toi|den|het|hai|ba|nam|sau|bay|nay|kia|ca|va|voi)\b){_DAYS}),? "
_SAID = re.compile(
    rf"(?:{ADDRESS} (?:xin )?(?:bao|thong bao|xin phep):? )?(?:(?P<ill>{NAME}) (?:dang |lai |bi )*(?:om|benh|sot|met)(?: (?:qua|nang|roi))*,? (?:nen )?)?"
    rf"(?:{_FIRST_DAYS})?(?:(?P<who>(?!(?:xin|bi)\b){NAME}) )?(?:xin |xin phep |se |duoc |dang |phai |bao |bi om |bi benh |om |co lich |lai )*{_AWAY}(?:[: ]+(?P<days>{_DAYS}))?(?: roi)?"
    rf"{_POLITE}(?: ?[,;.] ?{_TURN_TO}|(?: ?[,;.] ?| va | (?=.* thay\b))(?P<clause>(?!(?:(?:nhe|nha|a|em|giup|voi|duoc khong) ?)+[.!?]?$){SUBSTITUTE}))?(?: (?:nhe|nha|a|em|giup em|voi))*[.!]?"
)
_DELEGATED = re.compile(
    rf"(?:{_FIRST_DAYS})?(?:(?P<who>{NAME}) )?(?:se |xin |da |tam )*(?:uy quyen|giao quyen)(?: (?:lai|cho))* (?P<sub>(?:{ADDRESS} )?(?!{ADDRESS}\b)[a-z]+(?: [a-z]+){{0,4}}?)"
    rf"(?: (?:duoc|se|thay|thay mat|phe duyet|duyet|ky|quyet dinh|dieu hanh|giai quyet|xu ly|cong viec|viec|cac|va|(?:cho )?(?:{ADDRESS}|toi|minh)))*"
    rf"(?:[, ]+(?P<days>{_DAYS}))?{_POLITE}[.!]?"
)
_WHO_IS_AWAY = re.compile(
    r"(?:(?:cho (?:em|anh|chi|toi) (?:hoi|biet|xem)|em oi|xem),? )?(?:(?:hom nay|mai|ngay mai|tuan nay|tuan sau|thang nay|phong|phong minh|co quan),? )*(?:co )?(?:nhung )?ai (?:dang |duoc |se |xin )*"
    r"(?:nghi(?: phep| om)?|vang(?: mat)?|di cong tac|di vang|(?:lam |truc |dang )?thay (?:(?:cho )?(?:anh|chi|em|toi|co|chu|bac)(?: \w+)?))(?: (?:hom nay|mai|ngay mai|tuan nay|tuan sau|thang nay|khong|vay|the|nhi|a|em|roi))*"
    r"|(?:xem )?(?:danh sach|lich) (?:nghi|vang)(?: phep)?(?: (?:cua )?(?:phong|co quan|tuan nay|thang nay|hom nay))*"
)
_GOES_ON = re.compile(r"(?:den|toi|(?:trong )?(?:\d{1,2}|mot|hai|ba|nam|sau|bay) (?:ngay|hom|tuan|thang)$)")
_LONGEST = 250  # letters; no more are typed of an absence
_DAYS_ALONE = re.compile(rf"(?:(?:da|vang|a|{ADDRESS}|toi|nghi|la) )*(?P<days>{_DAYS}){_POLITE}")
_SUBSTITUTE_ALONE = re.compile(rf"(?:(?:da|vang|a|thi|la),? )*{SUBSTITUTE}(?: (?:nhe|nha|a|em|giup em))*")
#: Leaving the office for good is no absence of some days.
_LEAVES = re.compile(
    rf"(?P<who>{NAME}) (?:da |se |xin |sap |duoc |vua )*(?:nghi (?:viec(?! rieng| gia dinh| rong)|han|huu(?: tri)?|che do huu(?: tri)?|luon)|thoi viec|ve huu|"
    rf"chuyen (?:cong tac|don vi|co quan|noi khac|di noi khac|sang (?:don vi|co quan|noi) khac|cong viec|viec)|roi co quan|bo viec)"
    rf"(?: (?P<days>{_DAYS}))?(?: (?:roi|nhe|a|em))*[.!]?"
)


#: Of somebody named: how long he is away, when he is back; and a leave agreed to, which the bot only notes.
_HOW_LONG = re.compile(
    rf"(?:(?:{ADDRESS}) )?(?P<away>[a-z]+) (?:con |dang |duoc |xin |se )*(?:nghi(?: phep| om| sinh| thai san)?|vang(?: mat)?|di (?:cong tac|vang|hoc))"
    r" (?:(?:den|toi) (?:(?:bua|hom|ngay|luc|khi|thu) (?:nao|may)|bao gio|may)|may (?:ngay|hom|bua|tuan|thang)|bao (?:lau|nhieu ngay)|tu (?:bua|hom|ngay) nao)(?: (?:em|vay|the|a|nhi|roi|nua|ta))*"
    rf"|(?:bao gio|khi nao|hom nao|bua nao|chung nao) (?:(?:{ADDRESS}) )?(?P<back>[a-z]+) (?:moi )?(?:di lam(?: lai)?|ve|het (?:nghi|phep))(?: (?:em|vay|the|a|nhi|ta|lai))*"
    rf"|(?:(?:ok|oke|dong y|duoc|u|nhat tri|vang),? )+(?:em )?cho (?:(?:{ADDRESS}) )?(?P<may>[a-z]+) nghi(?: phep)?(?: (?:nhe|di|em|a|luon))*"
)
_DO_I_STAND_IN = re.compile(
    rf"(?:(?:{ADDRESS}|toi|minh) )(?:co |dang |phai )*(?:lam |truc )?thay (?:cho )?(?:ai|nguoi nao|nhung ai)(?: (?:khong|em|vay|a|the|nao))*"
)


def away_asked(c: Clause) -> Act | None:
    """ "Ai đang nghỉ", "tuần này ai vắng", "ai thay anh", "anh Dũng vắng tới bữa nào", "em có phải thay ai không"."""
    said = c.norm.strip(" .!?")
    if _WHO_IS_AWAY.fullmatch(said) or _DO_I_STAND_IN.fullmatch(said):
        return c.act(Intent.who_is_away, date=c.on if c.has("(?:hom|bua|sang|chieu) nay|dang|luc nay") else None)
    found = _HOW_LONG.fullmatch(said)
    at = next((found.span(name) for name in ("away", "back", "may") if found[name]), None) if found else None
    return (
        c.act(Intent.who_is_away, person=None) if at and c.directory.names_somebody(c.line.typed_inside(at)) else None
    )


def away_at_once(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """An absence said in the usual order; words that name nobody of the office are none."""
    whole = tidy(text)
    said = fold(whole)
    if found := _LEAVES.fullmatch(said):
        known, name = somebody(whole, found, "who", directory)
        span = read_range(found["days"].removeprefix("tu "), on, calendar) if found["days"] else None
        slots = Slots(person=name, date=span[0] if span else None, mode="leaves")
        return Act(Intent.absence, slots) if known else None
    if len(said) > _LONGEST:
        return None
    if found := _DELEGATED.fullmatch(said):
        return _delegated(whole, found, on, calendar, directory)
    found = _SAID.fullmatch(said)
    if found is None or not (found["days"] or found["before"]):
        return None
    known, name = somebody(whole, found, "who" if found["who"] else "ill", directory)
    partner = whole[slice(*found.span("sub"))] if found["clause"] else None
    names_one = partner is not None and bool(directory.people_named(partner))
    if not known or (partner is not None and not (names_one or found["stands"])):
        return None
    if found["meets"] and not (found["stands"] or names_one):
        return None  # who is at a meeting has no substitute, unless he says so
    asks_leave = re.match(r"(?:xin |vang\b|nghi (?:phep|om|thai san|sinh|viec rieng)\b)", said)  # "xin nghỉ mai"
    if name is None and not (found["who"] or found["ill"] or found["stands"] or names_one or asks_leave):
        return None  # who is away is not said: a day off for everybody, or small talk
    first, last = (None if SO_LONG.search(said) else _span(found, on, calendar)) or (None, None)
    until = last if last != first else None
    if instead := whole[slice(*found.span("instead"))] if found["instead"] else None:
        if not directory.people_named(instead):
            return None
        return Act(Intent.absence, Slots(person=name, partner=instead, date=first, until=until, mode="deputy"))
    return Act(Intent.absence, Slots(person=name, partner=partner, date=first, until=until))


def _delegated(
    whole: str, found: re.Match[str], on: date, calendar: WorkingCalendar, directory: Directory
) -> Act | None:
    """ "Anh ủy quyền cho Nam duyệt đến hết tuần": nobody says that he is away."""
    known, name = somebody(whole, found, "who", directory)
    partner = whole[slice(*found.span("sub"))]
    if not known or not directory.people_named(partner):
        return None
    first, last = _span(found, on, calendar) or (None, None)
    until = last if last != first else None
    return Act(Intent.absence, Slots(person=name, partner=partner, date=first, until=until, mode="deputy"))


def completed(text: str, asked: Act, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """What was asked of an absence, answered: "anh Phúc thay", "từ 13/10 đến 15/10"; None for anything else."""
    whole = tidy(text).strip(" .!")
    said = fold(whole)
    if len(said) > _LONGEST:
        return None
    if asked.slots.date is None:
        found = _DAYS_ALONE.fullmatch(said)
        span = read_range(found["days"], on, calendar) if found else None
        if span or asked.slots.partner:
            return asked.with_slots(date=span[0], until=span[1] if span[1] != span[0] else None) if span else None
    found = _SUBSTITUTE_ALONE.fullmatch(said)
    partner = whole[slice(*found.span("sub"))] if found else ""
    if not found or not (found["stands"] or directory.people_named(partner)):
        return None
    return asked.with_slots(partner=partner)


def _span(found: re.Match[str], on: date, calendar: WorkingCalendar) -> tuple[date, date] | None:
    """The days said before and behind the word; two of them are one only where the second goes on: "mai tôi nghỉ 1 ngày"."""
    before, days = found["before"], found["days"]
    if before and days:
        return read_range(f"{before} {days}", on, calendar) if _GOES_ON.match(days) else None
    return read_range(before or days, on, calendar) if before or days else None


def somebody(whole: str, found: re.Match[str], group: str, directory: Directory) -> tuple[bool, str | None]:
    """Whether it is somebody, and his name as typed; the sender himself has none."""
    if not found[group] or SELF.fullmatch(found[group]):
        return True, None
    typed = whole[slice(*found.span(group))]
    return bool(directory.people_named(typed)), typed
