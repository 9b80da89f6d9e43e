"""A head lets somebody have until a day, in no word of deciding: "cho tới 25 thôi". And somebody is to be told to decide: "nhắn anh Tâm duyệt 7 giúp em", "việc 7 nhờ chị Hà xem". No result, and no verdict."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.takers import Taker, takers

_TELL = r"(?:(?:em |toi )?(?:(?:kinh )?(?:nho|de nghi|moi)|nhan(?: tin)?|bao|noi|thua|xin|giuc|hoi)(?: (?:voi|cho|giup|ho|lai|tin|gap|luon)){0,2})"
_WHOM = r"(?:anh|chi|co|chu|bac|sep|thay|ong|ba|dong chi|lanh dao|truong phong|pho phong|chanh van phong|thu truong)(?: (?!da\b|chua\b|vua\b)[^\W\d]+){0,4}?"
_DECIDE = r"(?:som |gap )?(?:phe duyet|ky duyet|duyet|xac nhan|xem xet|xem(?: va| roi)? duyet)(?: (?:giup|cho))*"
_TASKS = r"(?:(?:cac )?(?:viec|nhiem vu|nv|bao cao|so|ket qua) )*#?\d{1,4}(?:(?:, ?| va )(?:viec )?#?\d{1,4})*"
_POLITE = r"(?:[ ,]+(?:giup|ho|cho|gium|voi|nhe|a|di|som|gap|nay|(?:em|toi|anh|chi|minh)(?! \w+ (?:xong|chua))))*"
_WISH = re.compile(
    rf"(?:{_TELL} {_WHOM} {_DECIDE} {_TASKS}|{_TASKS}[:,]? (?:thi )?{_TELL} {_WHOM} {_DECIDE}){_POLITE}[ .!]*"
)

#: What is sent or handed in may be told of the work; the bot is asked only where "giúp" says so.
_SENT = re.compile(
    rf"(?:em )?(?:gui|trinh|chuyen)(?: cho| len| toi| den)? {_WHOM} {_DECIDE} {_TASKS} (?:giup|ho|gium)\b{_POLITE}[ .!]*"
)

#: Of staff, to his head by the bot: "duyệt giúp em 12 với anh", "anh duyệt giúp em 12 nhé".
_ASKS_HIM = re.compile(
    rf"(?:(?:da|kinh|thua|nho|xin|anh|chi|sep|bot|oi)[ ,]+)*(?:phe duyet|ky duyet|duyet|xac nhan|xem xet) (?=.*\b(?:giup|ho|gium|voi)\b)(?:(?:giup|ho|gium|cho|em|toi|minh) )*{_TASKS}(?:[ ,]+(?:giup|ho|cho|gium|voi|nhe|nha|a|di|som|gap|nay|em|toi|anh|chi|minh|sep|oi|bot))*[ .!]*"
)


def verdict_wished(c: Clause) -> Act | None:
    """The tasks somebody is to be asked to decide; a question whether he did is none."""
    if not c.ids or c.context == "group" or c.asks_plainly or re.match(r"(?:em )?đã ", c.line.text, re.I):
        return None
    if c.role == "staff" and _ASKS_HIM.fullmatch(c.norm):
        return c.act(Intent.verdict_wish)
    if not (_WISH.fullmatch(c.core) or _SENT.fullmatch(c.norm)):
        return None
    return c.act(Intent.verdict_wish)


_SOFT = r"(?:[ ,]+(?:thoi|nhe|nha|di|em|anh|chi|do|đó|a|luon|giup|dau|duoc roi|la (?:cung|duoc|het co|het muc|ok)|phai xong|nua))*[ .!]*"
_VERDICT = re.compile(
    r"(?:(?:da|u|ok|vang|em|anh|chi|toi|thoi|thi)[ ,]+)*(?:(?P<yes>(?:phe )?duyet|dong y|nhat tri|thong qua|chap thuan)|(?:tra(?: lai| ve)?|bac))(?: (?:cho|cua|luon|giup|viec))* "
)
_HIS = re.compile(
    rf"(?: viec| so)* (?P<numbers>#?\d{{1,4}}(?:(?: ?, ?| va | voi | )#?\d{{1,4}})*)(?:{_SOFT}$|[ ,]+(?P<why>(?:vi|do|thieu|sai|chua|can|khong|bo sung)\b.*))"
)
_DAY = r"(?P<day>ngay \d\S*|\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?)?|thu \w+(?: tuan (?:sau|nay))?|(?:cuoi|giua|dau) (?:thang|tuan)(?: (?:nay|sau|toi|\d+))?|thang (?:nay|sau)|tuan (?:nay|sau))"
_LET = re.compile(
    r"(?:(?:thoi|u|ok|da|vang|duoc|vay|thi|chi|nhieu nhat|anh|toi|cung|dong y|nhat tri|nhung|roi)[ ,]+)*"
    r"(?:cho|duyet|dong y|nhat tri)(?: phep)?(?: (?:lui|gia han|keo dai|them)(?! (?:viec |so )?\d))?"
    r"(?: (?!(?:toi|den)\b)(?:(?:anh|chi|em|co|chu|bac) (?!(?:lui|gia han|den|toi|qua|sang|het)\b))?(?P<who>(?!(?:anh|chi|em|toi|minh)\b)[^\W\d]{2,}))??(?: (?:lui|gia han|keo dai|lam|no)(?! (?:viec |so )?\d))? (?:den|toi|qua|sang|het)(?: het)? "
    rf"{_DAY}{_SOFT}"
)
#: A limit behind the number: "31 không quá 10/11 nha", "31 chậm nhất 15/11", "48 25/10 thì được", "31 cho, nhưng chỉ tới 15/11".
_NO_LATER = (
    r"(?:khong (?:duoc |(?:dong y |nhat tri |chap nhan )?(?:cho )?(?:phep )?(?:lui |gia han |keo dai |duyet )?)?(?:qua|tre hon|muon hon)|(?:cham|muon|tre|lau|dai|xa) (?:nhat|lam)|cung lam|toi [dđ]a|nhieu nhat|(?:thi )?(?:khong|chua)(?: (?:duoc|cho|dong y|lui|gia han|dau))*[,.]? (?:(?:em|lo|can|vi) )*phai (?:xong|hoan thanh) (?:truoc|trong)"
    r"|(?:thi )?(?:cho|duoc|dong y|ok)[, ]+(?:nhung |ma |chu )(?:chi |khong (?:duoc )?(?=qua))?(?:den|toi|het|qua)|(?:lau|dai|xa|tre) qua[, ]+(?:chi |cho |lay )?(?:den|toi|het)?)(?: (?:la|den|toi|het|vao|ngay(?= \d)))*"
)
_LIMIT = re.compile(
    rf"(?:(?:da|u|ok|vang|thoi|a|ha|ma|ua)[ ,]+)*(?:(?:viec|nhiem vu|nv|so) )*#?(?P<number>\d{{1,4}})[:,]? (?:thi )?"
    rf"(?:{_NO_LATER} {_DAY}|{_DAY.replace('<day>', '<bare>')},? (?:(?:thi|la) (?:duoc|ok|dong y|cho|nhat tri)|(?:la )?(?:het co|het muc|la cung))){_SOFT}"
)
#: No day: "37 không cho quá 1 tuần", "31 không cho đến 30/11" refuses or limits.
_SO_LONG = re.compile(
    rf"(?:(?:viec|nhiem vu|nv|so) )*#?\d{{1,4}}[:,]? (?:thi )?(?:{_NO_LATER} (?:\d{{1,2}}|mot|hai|ba|nua) (?:ngay|tuan|thang)(?: lam viec)?|khong cho (?:den|toi) {_DAY}){_SOFT}"
)


def heads_word(c: Clause) -> Act | Doubt | None:
    """A head's verdict by whose it is, or how long it may take."""
    return _let_have(c) or limited(c) or _back_to(c) or _of_his(c)


#: Whom it goes back to is no reason: "24 trả lại cho Vinh", "24 trả về Vinh".
_BACK = re.compile(
    r"(?:(?:da|u|ok|vang|thoi|em|bot)[ ,]+)*(?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}[,:]? (?:(?:thi|em|anh|chi) )*tra(?: lai| ve)*(?: cho| ve| ben)* "
)
_END = re.compile(r"(?: (?:di|nhe|nha|a|giup|luon|em|anh|chi|lam|lo))*[ .!]*$")


def _back_to(c: Clause) -> Doubt | None:
    """A report sent back without its reason, or the task handed to him again; which is asked."""
    found = _BACK.match(c.norm) if c.heads and len(c.ids) == 1 and c.context != "group" and not c.ends_asking else None
    to = takers(c, found.end(), strangers=False) if found else []
    if len(to) != 1 or not to[0].known or not _END.match(c.norm, to[0].end):
        return None
    handed = (c.act(Intent.assign, **to[0].slots),) if "person" in to[0].slots else ()
    return Doubt((c.act(Intent.reject), *handed))


def limited(c: Clause) -> Doubt | None:
    """A limit and nothing else: what is wished for is granted to this day, or the day is set; which is asked."""
    found = _LIMIT.fullmatch(c.norm) if c.heads and c.context != "group" and not c.ends_asking else None
    if not found and c.heads and c.ids and _SO_LONG.fullmatch(c.norm):
        return Doubt((c.act(Intent.not_understood),))  # until which day is not said
    day = _day(c, found["day"] or found["bare"]) if found else None
    if not found or not day:
        return None
    slots = Slots(task_ids=(int(found["number"]),), date=day)
    return Doubt((Act(Intent.approve, replace(slots, which="any")), Act(Intent.set_deadline, slots)))


def _day(c: Clause, said: str) -> date | None:
    if said in ("thang nay", "tuan nay"):  # "phải xong trong tháng này": by its end
        said = f"cuoi {said}"
    day = when.day_in(f"den ngay {said}" if said.isdigit() else f"den {said}", c.on, c.calendar, future=True)
    return day[0] if day else None


def _of_his(c: Clause) -> Act | None:
    """ "Duyệt cho Quân 1 với 19", "trả Lan 2, thiếu phụ lục": bare numbers behind a name are his tasks."""
    found = _VERDICT.match(c.norm) if c.heads and c.context != "group" and not c.asks_plainly else None
    named = takers(c, found.end(), strangers=False) if found else []
    numbers = _HIS.match(c.norm, named[0].end) if len(named) == 1 and "person" in named[0].slots else None
    if not found or not numbers or (found["yes"] and numbers["why"]):
        return None
    ids = tuple(dict.fromkeys(int(n) for n in re.findall(r"\d+", numbers["numbers"])))
    why = c.reason_from(numbers.start("why")) if numbers["why"] else None
    return Act(Intent.approve if found["yes"] else Intent.reject, Slots(task_ids=ids, reason=why))


def _let_have(c: Clause) -> Act | None:
    """ "Thôi cho tới 25", "cho Hoa tới thứ 6": what is wished for is granted, to this day."""
    found = _LET.fullmatch(c.norm) if c.heads and c.context != "group" and not c.ends_asking else None
    if not found or (found["who"] and not c.directory.names_somebody(c.line.typed(*found.span("who")))):
        return None
    day = _day(c, found["day"])
    return Act(Intent.approve, Slots(date=day, which="any")) if day else None


_ONESELF = ("tôi", "toi", "em", "mình", "anh", "chị")
_FROM = re.compile(r"\b(?:cua|cho(?! (?:lui|gia han|keo|doi|qua|y kien|rang))) (?:ben |phia )?")


def of_whom(c: Clause) -> dict[str, Any]:
    """ "Không cho anh Quân lùi nữa", "bác đề nghị của phòng Kinh tế": whose wish or report it is, where no task is named."""
    named = _named(c)
    return named.slots if named else {}


def without_whom(c: Clause) -> str:
    """The core of the clause without the words that name them: "đồng ý cho lùi"."""
    named = _named(c)
    return re.sub(rf" (?:cua )?{re.escape(c.norm[named.start : named.end])}", "", c.core, count=1) if named else c.core


def _named(c: Clause) -> Taker | None:
    if c.ids:
        return None
    each = (one for found in _FROM.finditer(c.without_reason) for one in takers(c, found.end(), strangers=False)[:1])
    return next((one for one in each if one.slots.get("person") not in _ONESELF), None)


def of_unit(c: Clause) -> dict[str, Any]:
    """ "Trả việc 6 của VHXH": whose part of it, named right behind the number."""
    unit, span = c.unit, c.ids_span
    near = (
        unit
        and span
        and (
            re.fullmatch(r",? ?(?:cua |ben |phan )*", c.norm[span[1] : unit.start])
            or c.norm[: unit.start].endswith(" cho ")
        )
    ) or (unit and re.search(r"\b(?:tin|bai)(?: bai| viet)? (?:cua|ben) (?:ben )?$", c.norm[: unit.start]))
    return c.unit_slots() if near else {}
