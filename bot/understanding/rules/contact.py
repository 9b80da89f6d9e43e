"""A unit's contact (đầu mối) named, taken away or asked for: "đầu mối phòng Kinh tế của kế hoạch CCHC là Thảo"."""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.rules.assign import waits
from bot.understanding.takers import takers

_LEAD = r"^(?:(?:da|vang|alo|bot|em|anh|chi|oi|a|toi|minh|nho|tu nay|tu hom nay|phien|xin)[ ,.:!]+)*"
_NEWS = r"(?:(?:phu trach|viet|gui|nop|theo doi|ve|phan|mang) )*(?:tin bai|tin, bai|bai viet|tin)"
_CONTACT = rf"(?:nguoi (?:lam )?)?dau moi(?: (?P<news>{_NEWS}))?(?: (?:theo doi|phu trach|bao cao|lien he|tong hop|thuc hien|phoi hop|chinh|moi))*"
_CHANGE = r"(?:doi|chuyen|thay|thay doi|dat|chon|cu|giao|phan cong|chi dinh|sua|cap nhat|ghi)"
_SET = re.compile(rf"{_LEAD}(?:{_CHANGE} )?(?:lai )?{_CONTACT}")
#: "Cử chị Lan làm đầu mối kế hoạch CCHC".
_SERVES = re.compile(rf",? (?:(?:se|thi|di) )*(?:lam|la|phu trach|nhan|nhan lam) {_CONTACT}")
_CHOOSE = re.compile(rf"{_LEAD}(?:{_CHANGE} |de |cho )?")
_TAKE_AWAY = re.compile(rf"{_LEAD}(?:bo|xoa|huy|thoi|go|rut) (?:viec )?(?:lam )?{_CONTACT}")
_ASK = re.compile(
    rf"{_LEAD}(?:(?:xem|cho (?:toi|em|anh|chi|minh)? ?(?:xem|biet|hoi)|danh sach|liet ke|hoi|cac) )*(?:ai (?:dang |la |lam |phu trach )*)?(?:cac )?{_CONTACT}"
)
_OF = re.compile(r",? (?:(?:cua|cho|ben|tai|trong|o|thuoc|ve|doi voi) )?")
_OWN = re.compile(
    r"(?:(?:phong|don vi|ben|trung tam|ban|to)(?: (?:minh|em|toi|chung em|ta|nay))?|minh|em|toi)(?= |[,:=]|$)"
)
_EVERY_UNIT = re.compile(r"(?:cac|tat ca cac|moi|tung) (?:phong|don vi|phong,? ban|ban)(?:,? don vi)?")
_PLAN = re.compile(
    r"(?:ke hoach|kh)(?: so)? (?P<plan>(?!(?:la|cho|sang|qua|thanh|do|giao|thi|nay|moi)\b)[^:,=?]+?)(?=(?:,? (?:la|cho|sang|qua|thanh|do|giao|se|thi|gio|bay gio|tu nay|(?:cua )?(?:phong|ben|don vi|trung tam|van phong|vp))\b)| ?(?:[:,=?]|->|=>|→)|$)"
)
#: Plans that are named without the word.
_BY_MATTER = re.compile(
    r"(?P<plan>(?:cong tac )?(?:cchc|cai cach hanh chinh|chuyen doi so|cds|tuyen truyen)(?: (?:nam )?20\d\d)?)(?= ?[:,=?]| |$)"
)
_OF_WHOM = re.compile(r",? (?:cua|ben|o|tai|thuoc) ")
_ANY_PLAN = re.compile(r"(?:ke hoach|kh)(?: (?:nay|do))?(?= |[,:=?]|$)")
_IS = re.compile(
    r" ?(?:->|=>|→) ?| ?(?:[:=–-]|,)? ?(?:(?:gio|bay gio|tu nay|tu mai|moi|se|thi|nay) )*(?:(?:la|thanh|sang|qua|do|giao|chuyen|doi)(?: (?:la|cho|sang|thanh|qua)\b)*|cho\b|:|=|–|-) ?|: ?|= ?"
)
_TAIL = re.compile(
    r"(?:,? (?:nhe|a|em|anh|chi|giup|di|luon|tu nay|lam|phu trach|nhan|theo doi|ho|voi|lam dau moi))*[ .!]*"
)
_WHO = re.compile(
    r"(?:(?: (?:la|do|gio|dang|hien|hien nay|hien tai))* (?:ai|nguoi nao))?(?:,? (?:vay|the|a|nhi|em|anh|chi|bot|day|lam|phu trach|nhe))*[ ?.!]*"
)


_HEADS = r"(?:truong|pho|thu truong|phu trach|lanh dao|chu tri|quan ly|dung dau)"
_HEAD_ASKED = re.compile(
    rf"^(?:(?:da|em|bot|cho (?:em|anh|chi|toi) hoi|hoi)[ ,]+)*(?:ai (?:(?:dang|la|lam|hien) )*{_HEADS}\b(?! (?:viec|nhiem vu|nv|so|\d))|{_HEADS} .* la ai\b)"
)
_UNITS_ASKED = re.compile(
    r"(?:(?:co quan|don vi|phuong|ban|xa|uy ban|ubnd)(?: (?:minh|ta|em|chung ta))? )?(?:hien )?(?:(?:co|gom|co tat ca) )(?:(?:nhung|cac|may|bao nhieu) )?(?:phong(?: ban)?|don vi|bo phan)(?: (?:nao|gi))?"
    r"|(?:danh sach|liet ke) (?:cac )?(?:phong(?: ban)?|don vi)"
)


@dataclass
class _Named:
    """What was said between "đầu mối" and the person: the unit, the plan, and where it ends."""

    end: int
    slots: dict[str, Any] = field(default_factory=dict)


def contact_said(c: Clause) -> Act | Doubt | None:
    """Set: `assign`, mode "contact", `which` "news" for news alone; else `unit_contact`, mode "remove" or None."""
    if "dau moi" not in c.norm:
        return _headed_by(c)
    if asked := _asked(c):
        return asked
    if not c.heads or c.asks:
        return None
    return _taken_away(c) or _set(c) or _serves(c)


def _headed_by(c: Clause) -> Act | None:
    """Who heads a unit, and which units there are: both stand where the contacts do."""
    if _UNITS_ASKED.fullmatch(c.core):
        return c.act(Intent.unit_contact, task_ids=())
    head = _HEAD_ASKED.search(c.norm) if c.unit and not c.ids else None
    return c.act(Intent.unit_contact, task_ids=(), **c.unit_slots()) if head else None


def _asked(c: Clause) -> Act | None:
    found = _ASK.match(c.norm)
    if not found:
        return None
    named = _of_what(c, found.end())
    if not _WHO.fullmatch(c.norm, named.end):
        return None
    return c.act(Intent.unit_contact, task_ids=(), **_news(found, named.slots))


def _taken_away(c: Clause) -> Act | None:
    found = _TAKE_AWAY.match(c.norm)
    if not found:
        return None
    named = _of_what(c, found.end())
    said = named.slots.get("unit") or named.slots.get("plan") or named.slots.get("own") or found["news"]
    if not said or not _TAIL.fullmatch(c.norm, named.end):
        return None
    named.slots.pop("own", None)
    return c.act(Intent.unit_contact, task_ids=(), mode="remove", **_news(found, named.slots))


def _set(c: Clause) -> Act | None:
    found = _SET.match(c.norm)
    if not found:
        return None
    named = _of_what(c, found.end())
    link = _IS.match(c.norm, named.end)
    to = takers(c, link.end(), strangers=True)[:1] if link else []
    if not link or not to or "person" not in to[0].slots or not _TAIL.fullmatch(c.norm, to[0].end):
        return None
    if link[0].strip().endswith("cho") and waits(c, link.end()):
        return None
    named.slots.pop("own", None)
    return c.act(Intent.assign, task_ids=(), mode="contact", **_news(found, named.slots | to[0].slots))


def _serves(c: Clause) -> Act | None:
    start = _CHOOSE.match(c.norm)
    to = takers(c, start.end(), strangers=False)[:1] if start else []
    found = _SERVES.match(c.norm, to[0].end) if to and "person" in to[0].slots else None
    if not found and to and start and re.search(_CHANGE, start[0]):  # "giao chị Lan đầu mối kế hoạch CCHC"
        found = re.compile(f" {_CONTACT}").match(c.norm, to[0].end)
    if not found:
        return None
    named = _of_what(c, found.end())
    if not _TAIL.fullmatch(c.norm, named.end):
        return None
    own = named.slots.pop("own", None)
    told = not own and not named.slots and start and not re.search(_CHANGE, start[0])
    if told or re.search(
        r"\b(?:dang|hien|tung|vua|nghe noi)\b", c.norm
    ):  # "chị Lan làm đầu mối rồi": told, not ordered
        return None
    return c.act(Intent.assign, task_ids=(), mode="contact", **_news(found, named.slots | to[0].slots))


def _of_what(c: Clause, at: int) -> _Named:
    """The unit and the plan, in either order."""
    named = _Named(at)
    for _ in range(2):
        of = _OF.match(c.norm, named.end)
        begin = of.end() if of else named.end
        if plan := _PLAN.match(c.norm, begin) or _BY_MATTER.match(c.norm, begin):
            end = _end_of_plan(c, *plan.span("plan"))
            named = _Named(end, named.slots | {"plan": c.line.typed(plan.start("plan"), end)})
        elif plan := _ANY_PLAN.match(c.norm, begin):
            named = _Named(plan.end(), named.slots)
        elif every := _EVERY_UNIT.match(c.norm, begin):
            named = _Named(every.end(), named.slots)
        elif begin > named.end and (unit := takers(c, begin, strangers=False)[:1]) and "unit" in unit[0].slots:
            named = _Named(unit[0].end, named.slots | unit[0].slots)
        elif begin > named.end and (own := _OWN.match(c.norm, begin)):
            named = _Named(own.end(), named.slots | {"own": True})
        else:
            break
    return named


def _end_of_plan(c: Clause, start: int, end: int) -> int:
    """ "KH CCHC của VHXH": whose contact it is belongs to no plan's name."""
    whose = (of.start() for of in _OF_WHOM.finditer(c.norm, start, end) if c.directory.unit_at(c.line, of.end()))
    return next(whose, end)


def _news(found: re.Match[str], slots: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in slots.items() if name != "own"}
    return kept | ({"which": "news"} if found["news"] else {})
