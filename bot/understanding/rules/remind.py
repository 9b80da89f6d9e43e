"""Reminding others: who is to be reminded, of what; several named are several acts."""

import re
from dataclasses import replace
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.errand import carried
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.narrowing import spared, without_spared
from bot.understanding.numbers import task_ids
from bot.understanding.rules.move import DIRECTED
from bot.understanding.rules.passed_on import LETTER_ASKS
from bot.understanding.rules.reminded import not_in, past_asked
from bot.understanding.takers import Taker, takers
from bot.understanding.whom import TO_WHOM, WHICH_ONES, order_first, others_named, stranger_named, which_alone
from bot.understanding.words import EVERYBODY, ME, NEWS, PEOPLE, QUESTION_END, REMIND, asks_by_word

#: "Báo anh Phúc làm nhanh việc 52": others are pressed, whatever word carries it.
_HURRIED = (
    r"(?:bao|noi|nhan|keu|goi|yeu cau|de nghi|dan|hoi)(?: (?:voi|cho|giup|ho))* (?:\w+ ){1,5}?"
    r"(?:(?:lam|xu ly|hoan thanh|nop|gui|xong|trien khai|bao cao|thuc hien)(?: \w+){0,2} (?:nhanh|gap|som|ngay|lien|khan truong|cho kip|di nhe|dut diem)"
    r"|day nhanh|khan truong|tap trung|tang toc|nhanh tay|nhanh len|gap rut"
    r"|(?:nop|gui|hoan thanh|lam|xong|xu ly)(?: \w+){0,3} (?:truoc|trong) (?:ngay|chieu|sang|trua|hom|tuan|thu|mai|toi|\d))"
)
#: "Nhắn mấy phòng chưa nộp báo cáo nộp liền": all of whom something is owed.
ALL_HURRIED = (
    rf"(?:bao|noi|nhan|keu|goi|yeu cau|dan)(?: (?:tin|voi|cho|giup|ho))* {PEOPLE} (?:\w+ ){{0,8}}?"
    r"(?:(?:nop|gui|lam|bao cao|cap nhat|xu ly|hoan thanh|tra loi)(?: \w+){0,2} (?:nhanh|gap|som|ngay|lien|khan truong|cho kip|di|dut diem|ho|giup)|khan truong|nhanh tay|nhanh len|gap rut)"
)
#: Between a name and its task, and between one pair and the next.
_THEIRS = re.compile(r"(?: (?:lam|nop|xong|gap|ve|hoan thanh|bao cao|xu ly|cac|viec|nhiem vu|nv|so))* #?")
_THEN = re.compile(r"(?:,|;| va)(?: (?:va|nhac|don doc|con))* ")
#: "Anh nhắc chị Lan rồi đó": told, not ordered.
_REMINDED = re.compile(
    rf"\b(?:em|toi|minh|anh|chi) (?:da |vua |moi )?(?:{REMIND}) (?:\w+ ){{1,7}}roi(?= ?$|[,.!]| (?:do|đó|nhe|ma|a|day|nha)\b)"
)
#: A verdict: "trả việc 19 cho phòng Quy hoạch, yêu cầu bổ sung".
_SENDS_BACK = r"(?:(?:anh|chi|toi|em|minh) )?(?:tra(?: lai| ve)? (?:(?:viec|nhiem vu|so|cai) )?#?\d+|bac|tu choi|khong (?:dong y|duyet|chap thuan)|chua (?:the |dong y|duyet))"
_SO_LONG = re.compile(r"\b(?:ca|may|suot|tu) (?:ngay|tuan|thang|hom|buoi)\b.*$")  # how long nothing was heard is no day
#: One's own unit, behind its people or a word of place: "mọi người trong phòng", "nhân viên trung tâm", "cả phòng chị".
_STAFF = r"(?:anh chi em|anh em|chi em|moi nguoi|nhan vien|chuyen vien|can bo|vien chuc|cong chuc|(?:may|cac) (?:b[aạ]n|dong chi|anh chi)|het|tat ca)"
_OWN_UNIT = re.compile(
    rf"\b(?:(?:{_STAFF}|{REMIND}|giup|ho)(?: (?:het|ca|toan|trong|cua|o|thuoc|ben|noi bo))*|trong|ca|toan|cua) (?:noi bo )?"
    r"(?P<own>(?:phong|trung tam|(?<!tat ca )don vi|bo phan|ban)(?P<mine> (?:minh|em|anh|chi|toi|ta|tui|nha|chung ta|chung em|chung toi))?)(?= ?$|,| (?:nop|gui|bao|lam|cap nhat|hoan thanh|di|nhe|giup|luon|ve|con|chua|som|dang|di|a|em|viec|lan nua|them|nua|lai|het|mot (?:luot|lan)|lan|ngay|gap|xong|tra loi|bo sung|nhanh|\d))"
)
_ONE_UNIT = re.compile(
    rf"\b(?:{REMIND})(?: (?:giup|ho|lai|het|ca|toan|tat ca|trong))* (?P<one>(?:phong|trung tam)(?! (?:nao|ban nao))(?: \w+)?)\b"
)
_WHICHEVER = rf"(?:{REMIND})(?: giup| ho)* (?:phong|don vi)(?: nao| ma| con| van)* (?:chua|thieu|no)"
#: Of every unit only who leads it: not told apart, so asked about.
_HEADS_ONLY = re.compile(
    r"\b(?:truong|lanh dao|thu truong) (?:(?:cac|may|nhung|tat ca) )*(?:phong|don vi|bo phan|ban)\b"
)
#: Said by the head of a unit they are his.
_MY_STAFF = re.compile(
    rf"\b(?:{REMIND})(?: (?:giup|ho|het|cac|may|tat ca|toan bo|moi))* (?:anh em|nhan vien|chuyen vien|can bo|vien chuc|cap duoi|anh chi em|(?:may |cac )?b[aạ]n)\b(?! (?:co quan|cac phong|cac don vi|toan|ca|phuong|xa))"
)
_NEWS_ITEMS = rf"(?:{NEWS})(?: ,? ?bai)?(?! (?:nhan|nhắn|thi|thu hoach|tham luan|phat bieu|kiem tra|cho|de|hoc|ve|hop|chieu|sang|giang))"
_NEWS_OWED = re.compile(
    rf"\b(?:(?:nop|gui|viet|co|thieu|no|đăng|dang ky|hoan thanh|bo sung)(?: (?:du|cac|them|ngay|som|chi tieu|so luong|\d{{1,2}}))* {_NEWS_ITEMS}|(?:{REMIND}) (?:\w+ ){{0,6}}?(?:ve |chi tieu )?(?:tin bai|tin, bai)\b)"
)
#: The unit behind is where it goes: "nhắc các phòng gửi báo cáo về VP".
_TOWARDS = re.compile(
    r"\b(?:nop|gui|bao cao|chuyen|cung cap|tong hop)(?: [^,;]*)? (?:ve|cho|den|qua|sang) (?:cho |ben )?$"
)
_WORK_TOO = r"bao cao|ket qua|so lieu|tien do|viec|nhiem vu|ke hoach|van ban|ho so"
_NOBODY = dict.fromkeys(("unit", "unit_full", "person"))
#: Somebody of all is set apart: "nhắc hết, riêng chị Lan thôi", "nhắc hết nhưng đừng nhắc Lan".
_SET_APART = re.compile(
    rf"(?<=\w)[, ]+(?:rieng|nhung(?= (?:dung|khoi|khong|khoan|chua))|tuy nhien|(?:dung|khoi|khong|khoan)(?: can| phai)? (?:{REMIND}))\b(?! (?:nguoi|phong|don vi|ai|ban))"
)
#: Behind a name: "và phòng Nội vụ", "với Tèo"; "với nhé" names nobody.
_MORE_NAMED = re.compile(
    r"(?: va| voi| cung) (?P<name>(?P<address>(?:anh|chi|co|chu|bac|dong chi|phong|ban|trung tam) (?!(?:nhe|a|oi|giup|em|anh|chi|minh|nua|luon|voi)\b))?\w+)"
)
#: Matters of their own are wanted of all: "các phòng báo cáo chị tình hình giải ngân trước thứ 4".
_TO_ME = re.compile(
    r"(?:(?:tat ca )?(?:cac|may) (?:phong(?: ban)?|don vi)) (?P<what>(?:bao cao|gui|nop|cung cap)(?: ve)? (?:cho )?(?:anh|chi|toi|minh|co|chu|bac|van phong|vp) (?!(?:chua|roi|het)\b)[^\W\d].*)"
)
_LATER = (
    r"(?:(?:sang |chieu |trua |toi |ngay )?(?:mai|kia)|(?:dau |cuoi )?tuan (?:sau|toi)|thang (?:sau|toi)|(?:sang |chieu )?(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7])(?: tuan (?:sau|nay))?"
    r"|chieu(?: nay)?|toi nay|lat(?: nua)?|(?:\d{1,3}|nua|mot|hai) ?(?:p|phut|tieng|h|gio|ngay|tuan) nua|\d{1,2}(?:h|g| gio)\d{0,2}(?: chieu| sang)?|ngay \d\S*"
    r"|(?:hang|moi) (?:ngay|sang|chieu|tuan|thang|thu \w+)|cuoi (?:ngay|buoi|tuan|thang))"
)
#: The day or hour the reminder itself should wait for, right in front of the verb ("mai nhắc phòng VHXH") or at the end.
_NOT_NOW = re.compile(
    rf"(?:^|[ ,])(?:(?:{_LATER}|mot) ?)(?:(?:em|bot|hay|thi|roi|nho|giup|moi|ban|anh|chi|sang|chieu|mai|luc|nay) )*$"
)
_AT_LAST = re.compile(rf"(?:,| vao| luc| hoi| den| ke tu)* {_LATER}$")
_FILLERS = re.compile(
    r"\b(?:giup|ho|lai|chung|ca|them|nhe|cho|em|anh|chi|toi|viec|nhiem vu|so|va|voi|het|vao|dau|gio|\d+)\b|\W"
)
_AGAIN = re.compile(rf"\b(?:{REMIND}) (?:lai|tiep|them|nua)\b")
#: "Nhắc Lan 17", and no hour, day or count: its number and nothing behind.
_BARE_NUMBERS = re.compile(
    r":?(?: (?:moi|rieng|may|so))? #?(?P<numbers>\d{1,4}(?:(?: ?, ?| va | voi | )#?\d{1,4})*)(?: (?:thoi|nhe|nha|di|em|anh|chi|a|ạ|giup|ho|luon|voi|bot|oi|gap))*(?:[ .!]*$|, (?!#?\d))"
)
_MAI = re.compile(r"\b(?:anh|chi|em|co|chu|bac|dong chi) mai$")  # a name


def others_reminded(c: Clause) -> Act | Doubt | None:
    """Whom to remind; what "trừ" spares is read apart, so that it is never taken for whom."""
    but = spared(c)
    rest = without_spared(c, but) if but else c
    found = _reminded(rest)
    apart = None if but else _SET_APART.search(c.norm) or _more_named(c) or stranger_named(c)
    heads = None if but or apart or c.ids else _HEADS_ONLY.search(c.norm)
    if not (apart or heads):
        found = carried(rest, found)
    if not isinstance(found, Act) or found.intent is not Intent.remind_unit or not (but or apart or heads):
        return found
    words = apart or heads
    slots = (
        but.slots if but else {"unclear": words and c.line.typed(words.start(), heads.end() if heads else len(c.norm))}
    )
    return replace(found.with_slots(**slots), also=tuple(act.with_slots(**slots) for act in found.also))


def _more_named(c: Clause) -> re.Match[str] | None:
    """Somebody named behind those who are known, whom the office does not know."""
    named = others_named(c)
    more = _MORE_NAMED.match(c.norm, named[-1].end) if named else None
    return more if more and (c.line.typed(*more.span("name"))[:1].isupper() or more["address"]) else None


def _reminded(c: Clause) -> Act | Doubt | None:
    """An order to remind others, each of them an act; one that should wait is asked about, for they are reminded at once."""
    if told := _TO_ME.match(c.norm) if c.heads and not (c.ids or c.asks_plainly) else None:
        words = c.line.typed(told.start("what"), len(c.norm))
        return c.act(Intent.remind_unit, everybody=True, person=None, text=words)
    if re.search(r"\b(?:chi|(?:de )?lam (?:gi|chi)) (?:vay|the|rua|ma)\b", c.norm):
        return None  # "nhắc KT chi vậy" wonders
    if past := past_asked(c):
        again = _AGAIN.search(c.core) and not c.asks and _wanted(c)
        return Doubt((again,)) if again else past
    if unreached := not_in(c):
        return unreached
    act = _wanted(c)
    verb = re.search(rf"\b(?:{REMIND})\b", c.norm) if act else None
    if not act or not verb:
        return act
    if numbers := _bare_numbers(c):
        act = act.with_slots(task_ids=numbers)
    elif due := when.day_in(_SO_LONG.sub("", c.norm[verb.end() :]), c.on, c.calendar, future=True):
        act = act.with_slots(date=due[0] if act.slots.period is None else None)
    if pairs := _pairs(c):
        each = tuple(act.with_slots(**(_NOBODY | one.slots), task_ids=numbers) for one, numbers in pairs)
        return replace(each[0], also=each[1:])
    several = others_named(c)
    if len(several) > 1:
        each = tuple(act.with_slots(**(_NOBODY | one.slots)) for one in several)
        act = replace(each[0], also=each[1:])
    later = _NOT_NOW.search(c.norm[: verb.start()]) or _at_the_end(c)
    own_day = act.slots.date and not c.ids and not (c.unit or c.person) and _PAPER_BY_THEN.search(c.norm, verb.end())
    return Doubt((act, *act.also)) if later or own_day else act


#: A paper with a day of its own is none of what is kept: "nhắc mấy phòng gửi báo cáo quý 4 trước 25/10".
_PAPER_BY_THEN = re.compile(
    r"\b(?:gui|nop|lam|xong|hoan thanh|chuan bi) (?:\w+ ){0,2}?(?:bao cao|so lieu|danh sach|ke hoach|van ban|y kien|gop y|ho so|du thao)\b.*\b(?:truoc|han|cham nhat|trong)\b"
)


def _bare_numbers(c: Clause) -> tuple[int, ...]:
    """Behind one who is named and without "việc" they are his tasks."""
    ends = [one.end for one in others_named(c)] or ([c.unit.end] if c.unit else [])
    found = _BARE_NUMBERS.match(c.norm, ends[-1]) if ends else None
    return tuple(dict.fromkeys(int(n) for n in re.findall(r"\d+", found["numbers"]))) if found else ()


def _at_the_end(c: Clause) -> bool:
    """ "Nhắc KT chiều nay": nothing but who stands in between, as "nhắc KT chiều nay nộp", "nhắc KT họp thứ 2" order now."""
    verb, then = re.search(rf"\b(?:{REMIND})\b", c.core), _AT_LAST.search(c.core)
    if not verb or not then or then.start() <= verb.end() or _MAI.search(c.core):
        return False
    between = re.sub(rf"\b(?:{PEOPLE})\b", " ", c.core[verb.end() : then.start()])
    named = [c.line.typed(*c.person_span)] if c.person_span else [c.person or ""]
    for name in (
        *(str(v) for one in others_named(c) for v in one.slots.values()),
        *named,
        c.unit_slots().get("unit", ""),
    ):
        between = between.replace(read_line(str(name)).norm or " ", " ")
    return not _FILLERS.sub("", between)


def _pairs(c: Clause) -> list[tuple[Taker, tuple[int, ...]]]:
    """ "Nhắc VHXH việc 3, KT việc 5": to each his own."""
    verb = TO_WHOM.search(c.norm)
    at, out = verb.end() if verb else 0, list[tuple[Taker, tuple[int, ...]]]()
    for start, end in c.id_spans if verb else ():
        named = takers(c, at, strangers=False)
        if not named or not _THEIRS.fullmatch(c.norm[named[-1].end : start]):
            break
        numbers = task_ids(c.line.part(named[-1].end, end))[0]
        out += [(one, numbers) for one in named]
        more = _THEN.match(c.norm, end)
        at = more.end() if more else end
    return out if len(out) > 1 and len(out) >= len(c.id_spans) > 1 else []


def _asks(c: Clause) -> bool:
    """ "Sao VHXH im quá vậy, đôn đốc đi em": what is asked before the order is only why it is given."""
    if c.heads and order_first(c):
        return False
    if c.heads and WHICH_ONES.match(c.norm):
        return bool(QUESTION_END.search(c.norm))
    order = re.search(rf"[,.?!] (?:(?:em|bot|nho|thi|giup|anh|chi|toi) )*(?:{REMIND})\b", c.norm)
    if not (order and c.heads):
        return c.asks_plainly
    said = c.norm[order.start() + 1 :]
    return bool(QUESTION_END.search(said) or asks_by_word(said))


def _wanted(c: Clause) -> Act | None:
    if c.starts(_SENDS_BACK) or (c.ids and c.has(DIRECTED) and not c.has(REMIND)):
        return None
    of_work = c.ids or c.unit or c.has("viec|nhiem vu|bao cao|ket qua|tien do|han|tin bai|nop|gui")
    told = c.has(rf"tu (?:{REMIND})|(?:em|toi|minh) (?:{REMIND}) (?:\w+ ){{1,4}}roi") or _REMINDED.search(c.norm)
    if told or c.has("nhac nhau") or (c.context == "group" and not of_work):
        return None
    if c.heads and not c.asks_plainly and c.has(_HURRIED) and (c.person or c.unit):
        return c.act(Intent.remind_unit, person=None if c.unit else c.person, **c.unit_slots())
    if c.heads and not c.ends_asking and c.has(ALL_HURRIED):
        return c.act(Intent.remind_unit, period=c.period, everybody=True, which=which_alone(c))
    told_to_me = r"(?:de nghi|yeu cau) (?:\w+ ){0,3}cho (?:\w+ )?(?:biet|xem|hoi)|(?:de nghi|yeu cau) (?:(?:em|bot|dong chi) )?bao cao (?:nhanh |ngay |cho )*(?:toi|anh|chi|minh|chu|bac)\b"
    urged = (
        c.heads
        and c.has("de nghi|yeu cau")
        and not (c.has(told_to_me) or c.starts(LETTER_ASKS) or c.norm.startswith("kinh gui"))
        and c.has("nop|bao cao|gui|hoan thanh|thuc hien|cap nhat|bo sung")
    )
    if (
        not (c.has(REMIND) or urged)
        or c.has(r"cach|lam sao|da (?:duoc )?nhac|lich nhac|ai da|da nhac|soan")
        or (
            _asks(c)
            and not c.has(rf"(?:{REMIND}) (?:het |luon |giup |ho |lai |nhe )*(?:anh |chi |em |toi )?(?:{PEOPLE})")
        )
    ):
        return None
    if c.is_just("nhac|don doc|nhac di|nhac luon|nhac nho|remind|nhac het|nhac tat ca|nhac giup|thuc"):
        return c.act(Intent.remind_unit, everybody=c.has(EVERYBODY)) if c.heads or c.role == "staff" else None
    to = {} if _goes_to_unit(c) else c.unit_slots() or _own_unit(c)
    named = (c.person_meant if to else c.person) if not c.has(rf"nhac (?:lai )?{ME}(?: |$)") or to else None
    first = next((one.slots.get("person") for one in others_named(c)), None)  # "nhắc Vinh báo cáo chị Ánh": not chị Ánh
    named = named if to else first or named
    named = None if c.has("(?:ca|toan)(?: the)? co quan") else named  # nobody called Quân
    if (
        to
        or named
        or c.has(rf"(?:{REMIND}) (?:giup |ho |lai |chung |ca |het |luon )*(?:{PEOPLE})")
        or c.has("cac phong|cac don vi|moi nguoi")
        or (c.heads and c.has(rf"(?:{REMIND}) het(?! han)"))
        or (c.starts(REMIND) and (c.ids or c.heads))
    ):
        return _of_what(c, person=named, everybody=not _own_unit(c) and c.has(EVERYBODY), **to)
    return None


def _goes_to_unit(c: Clause) -> bool:
    """Others are named in front of the unit, which only receives what they send."""
    before = c.norm[: c.unit.start] if c.unit else ""
    named = re.search(rf"\b(?:{PEOPLE})\b", before) or any(one.end <= len(before) for one in others_named(c))
    return bool(named and _TOWARDS.search(before))


def _own_unit(c: Clause) -> dict[str, Any]:
    """ "Nhắc mọi người trong phòng": whoever says it means his own; a name behind it ("phòng chị Lan") is another's."""
    if c.unit or c.person or c.has(rf"(?:khoi|dung|thoi|khong)(?: can| phai)? (?:{REMIND})|{_WHICHEVER}"):
        return {}  # "nhắc phòng chưa nộp tin": every unit that has not
    if found := _OWN_UNIT.search(c.norm):
        return {"unit": c.line.typed(*found.span("own"))}
    if found := _ONE_UNIT.search(c.norm):
        return {"unit": c.line.typed(*found.span("one"))}  # whose it is was not understood: not everybody's
    return {"unit": "phòng"} if c.role == "unit_head" and _MY_STAFF.search(c.norm) else {}


def _of_what(c: Clause, **slots: Any) -> Act:
    """Of their work, of the news their units owe, or of both; a month is kept where news is spoken of."""
    of_news = not c.ids and _NEWS_OWED.search(c.norm)
    found = re.search(r"\b(?:tin|bai)\b|\bchua (?:\w+ )?(?:nop|gui|bao cao)\b", c.norm)
    act = c.act(Intent.remind_unit, period=c.period if found else None, which=which_alone(c), **slots)
    if not of_news:
        return act
    news = act.with_slots(which="news")
    rest = c.norm[: of_news.start()] + c.norm[of_news.end() :]
    return replace(act, also=(news,)) if re.search(rf"\b(?:{_WORK_TOO})\b", rest) else news
