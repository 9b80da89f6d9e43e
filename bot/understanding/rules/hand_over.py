"""Handing out without task numbers: all that somebody has, a section, what is left, a unit's news (its contact)."""

import re
from dataclasses import replace

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import Line, read_line
from bot.understanding.narrowing import Spared, spared, without_spared
from bot.understanding.rules.assign import GIVE, OPENING, TO, waits
from bot.understanding.takers import DOES, Taker, takers
from jobs.rules.text import fold_aligned, tidy

_EVERY = r"(?:(?:het|toan bo|tat ca|tat tan tat|cac|moi|nhung|ca) )"
_WORK = r"(?:(?:dau |cong |phan )?viec|nhiem vu)"
_STILL = r"(?:con lai|chua (?:duoc )?(?:giao|phan cong)(?: (?:cho )?ai)?|chua (?:co )?(?:ai|nguoi)(?: (?:lam|nhan|phu trach|giu|lo))?)"
_LEFT = rf"(?:(?:phan |viec |nhiem vu |dau viec )*{_STILL})"
_SECTION = r"(?:muc|phan|nhom|chuong) (?P<code>[a-z](?:\.(?:[ivx]+|\d+))*|[ivx]+(?:\.\d+)*)\b"
_THEN = rf",? (?:(?:thi|con lai|chua giao(?: ai)?|{_EVERY[3:-1]}) ?)*"
_GIVEN = rf"(?:{GIVE} )?(?:(?:het|luon|lai|toan bo|tat ca|ca) )*{TO} |(?:{GIVE} |de |do )(?:(?:het|luon|lai|ca) )*"
_HIS = re.compile(
    rf"{OPENING}(?:(?P<give>{GIVE}) )?(?P<every>{_EVERY}*){_WORK}(?: (?:con lai|dang lam|dang giu|hien tai))* (?:cua|ma|do|ben) "
)
_THEY_TAKE = re.compile(
    rf"{OPENING}(?=.{{2,40}} (?:nhan|lam|dam nhan|phu trach|lo|tiep nhan|tiep) (?:thay )?(?P<every>{_EVERY}+){_WORK} (?:cua|thay) )"
)
_OF_SECTION = re.compile(
    rf"{OPENING}(?:{GIVE} )?(?:not )?(?P<every>(?:{_EVERY}|(?:phan )?{_STILL} |{_WORK} )*)(?:(?:cua|o|trong|thuoc) )?{_SECTION}{_THEN}(?:{_GIVEN})"
)
#: Whose rest: the sender's own unit's, or one by name.
_OF_UNIT = r"(?: (?:cua|o|thuoc|ben) (?:(?:phong|don vi|trung tam|ban)(?: (?:minh|em|anh|chi|toi|ta))?(?= (?:cho|giao|de|do|chuyen)\b)|(?P<unit>[^,;]{2,40}?)))?"
_REST = re.compile(
    rf"{OPENING}(?:(?:{GIVE} )?(?:not )?(?:{_EVERY})*{_LEFT}|{GIVE} not(?: (?:{_EVERY})*{_WORK})?){_OF_UNIT},? (?:thi )?(?:{_GIVEN})"
)
#: All of the unit's, of which only what nobody has is the head's to give at once; all of one's own.
_ALL_OF_UNIT = re.compile(
    rf"{OPENING}(?:{GIVE} )(?:{_EVERY})+{_WORK}(?: (?:cua|o|trong) (?:(?:ca )?(?:phong|don vi|trung tam|ban)(?: (?:minh|em|anh|chi|toi|ta))?|(?P<own>anh|chi|co|chu|bac)))?,? (?:cho|sang|qua) "
)
#: No question: "việc chưa ai làm".
_NOBODY_YET = re.compile(r"\bchua (?:co )?ai (?:lam|nhan|phu trach|giu|lo)\b(?!.*\b(?:ai|gi|nao|dau|sao)\b)")
#: To several, who takes what is not said: "còn lại chia đều cho Hoa với Phúc".
_SHARED = re.compile(
    rf"{OPENING}(?:(?:{_EVERY})*{_LEFT}|(?:{_EVERY})*{_WORK}) (?:thi )?chia(?: deu| doi| ra| nhau)* cho "
)
#: Behind what is handed out or decided: the others stay as they are.
_REST_LEFT = re.compile(
    rf"(?<=[^,;. ])[,;.]? (?:{_EVERY})*(?:may )?(?:{_WORK} |phan |cai )?con lai(?: (?:cua )?(?:anh|chi|toi|minh|em|thi|cu|do))* "
    r"(?:de (?:do|đó|sau|tu tu|day|lai|(?:anh|chi|toi|minh) (?:tinh|xem|lo|lam|giu))|(?:tinh|giao|xem|ban) sau|tu tu|chua giao|(?:anh|chi|toi|minh) (?:tu )?(?:giu|lam|lo|tinh|xem))(?: (?:da|sau|lai|nhe|nha|a|em|giao|tinh|xem|duyet|roi|cung duoc))*[ .!]*"
)
_SHARED_OUT = re.compile(
    r"(?:(?:em|anh|chi|da|vay|ok|bot)[ ,]+)*(?:giao|ban giao|phan cong|phan|chuyen|duyet|dong y|tra|viec \d|\d+(?:[, ]+\d+)* (?:cho|giao|de))\b"
)
_NEWS = re.compile(
    rf"{OPENING}(?:{GIVE} )?(?:(?:viec|phan|mang) )?(?:(?:viet|lam|phu trach|gui|nop) )?tin(?: bai|, bai)?(?: cua)? "
)
_MANY_GIVEN = re.compile(
    rf"{OPENING}(?:giao|ban giao|chuyen giao|chuyen|phan cong) (?:lai )?(?:{_EVERY})*(?:{_WORK}|muc|{_LEFT})\b(?! (?:nay|do|ay|kia|tren)\b)(?: [^,;]+?)? (?:cho|sang|qua) (?=(?:(?:anh|chi|em|co|chu|bac|dong chi) )?\S+[ .!]*(?:$|nhe|a\b|em|anh|giup|luon|di))"
)
_DOES_MORE = re.compile(r" (?:duyet|ky|xem|gop y|biet|viec|lam viec)\b")
#: What stays, in front of who takes the rest.
_BUT_INSIDE = re.compile(r",? (?:ngoai tru|tru|khong tinh|khong ke) [^;]{1,60}?(?=,? (?:cho|sang|qua) )")
#: Somebody leaves for good, or for months, and what is done with his work.
_LEAVES = re.compile(
    r"(?:(?:da|vang|em oi|bot oi|em|tu hom nay|tu mai),? )?(?P<who>(?:(?:anh|chi|em|co|chu|bac|ong|ba|dong chi) )?[a-z]+(?: [a-z]+){0,3}?) (?:da |se |sap |vua |xin |duoc |chuan bi )*"
    r"(?:nghi (?:viec|han|huu(?: tri)?|che do|de|sinh|thai san|luon|om dai ngay)|thoi viec|ve huu|roi co quan|bo viec|di hoc dai han|"
    r"chuyen (?:cong tac|don vi|co quan|noi khac|di|sang (?:don vi|co quan|noi|phong) khac|cong viec))"
    r"(?: (?:roi|luon|nhe|a|em|thang|nay|sau|tu|hom nay|mai|tuan|ngay|\d{1,2}(?:[/-]\d{1,2}){0,2}))*(?: ?[,;.:–-] ?| )(?:(?:nen|vay|thi|em|giup|nho|cho|hay|anh|chi) )*(?P<rest>.{6,160})"
)
_NOT_A_NAME = re.compile(
    r"(?:ai|nguoi|viec|phong|co quan|anh|chi|em|toi|minh|khi|neu|nao)\b(?! [a-z])|(?:ai|viec|phong|khi|neu|nguoi|co quan) "
)
_HANDS_OVER = re.compile(
    rf"(?!.*\d)(?!.*\b(?:chua|khong|bao gio|the nao|dau|ai)\b)(?:(?:{GIVE}) )?(?:{_EVERY})*{_WORK}\b.* (?:(?:cho|sang|qua)|giao(?: lai| luon| het)?) (?!cho\b)\S+(?: (?:nhe|nha|a|em|giup|di|luon))*"
)
_CONTACT = re.compile(rf"{OPENING}dau moi(?: (?:tin bai|theo doi|bao cao|cchc|ke hoach))*(?: cua)? ")


def of_who_leaves(text: str) -> str:
    """ "Chị Hoa nghỉ việc rồi, chuyển hết việc cho anh Phúc" as "chuyển hết việc của chị Hoa cho anh Phúc"; any other text as it is."""
    typed = tidy(text)
    found = _LEAVES.fullmatch(fold_aligned(typed).lower())
    if not found or _NOT_A_NAME.match(found["who"]):
        return text
    rest = re.sub(r"\bchia(?: đều| deu| lại| lai)*(?= cho )", "giao", typed[slice(*found.span("rest"))])
    plain = fold_aligned(rest).lower()
    if not _HANDS_OVER.match(plain):
        return text
    if re.search(rf"\b{_WORK} (?:cua|ma|do|ben) ", plain):
        return rest
    work = re.search(rf"\b{_WORK}\b", plain)
    who = typed[slice(*found.span("who"))]
    return f"{rest[: work.end()]} của {who}{rest[work.end() :]}" if work else text


def without_rest_left(text: str) -> str:
    """ "Giao 4 cho Lan, còn lại anh tính sau" as "giao 4 cho Lan": of the others nothing is wanted."""
    if "còn" not in text.lower() and "con " not in text.lower():
        return text
    typed = tidy(text)
    plain = fold_aligned(typed).lower()
    found = list(_REST_LEFT.finditer(plain)) if _SHARED_OUT.match(plain) else []
    return typed[: found[-1].start()] if found and found[-1].end() == len(plain) else text


def handed_over(c: Clause) -> Act | Doubt | None:
    """All of somebody (`from_person`, mode "all"), a section (`code`), what nobody has yet ("rest"), news ("contact")."""
    asks = c.ends_asking or (c.asks and not _NOBODY_YET.search(c.norm))
    if c.ids or asks or not c.has("cho|sang|qua|ve|giao|de|do|la|nhan|lam|lo|phu trach|tiep"):
        return None
    if inside := _BUT_INSIDE.search(c.norm):
        c = replace(c, line=_but_at_the_end(c.line, inside))
    but = spared(c)
    found = _handed(without_spared(c, but) if but else c)
    if found is None:
        return _not_followed(c, but)
    if not (but or c.excepted):
        return found
    kept = but.slots if but else {"all_except": c.excepted}
    if isinstance(found, Doubt):
        return Doubt(tuple(act.with_slots(**kept) for act in found.readings))
    return found.with_slots(**kept)


def _not_followed(c: Clause, but: Spared | None) -> Act | None:
    """ "Giao hết việc quá hạn của Phúc cho Hoa": an order to hand out, of what is not clear; no list is asked for."""
    head = without_spared(c, but) if but else c
    given = _MANY_GIVEN.match(head.norm) if c.heads and not c.replying else None
    to = takers(head, given.end(), strangers=False)[:1] if given else []
    if not to or not to[0].known or _DOES_MORE.match(head.norm, to[0].end):
        return None
    return c.act(Intent.assign, mode="all", task_ids=(), unclear=c.line.text, **to[0].slots)


def _handed(c: Clause) -> Act | Doubt | None:
    return _all_of_one(c) or _section(c) or _rest(c) or _perhaps_rest(c) or _contact(c)


def _but_at_the_end(line: Line, but: re.Match[str]) -> Line:
    """ "Hết việc của Lan trừ 17 cho Quân" as "hết việc của Lan cho Quân trừ 17"."""
    parts = (line.part(0, but.start()), line.part(but.end(), len(line.norm)), line.part(*but.span()))
    return read_line(" ".join(part.text for part in parts))


def _all_of_one(c: Clause) -> Act | Doubt | None:
    if found := _HIS.match(c.norm):
        owner = takers(c, found.end(), strangers=False)[:1]
        to = _given_to(c, owner[0].end) if owner else []
        every = bool(found["every"]) or c.has("het|toan bo|tat ca")
    elif found := _THEY_TAKE.match(c.norm):
        to = takers(c, found.end(), strangers=False)[:1]
        at = re.compile(rf".*?{_WORK} (?:cua|thay) ").match(c.norm, to[0].end) if to else None
        owner, every = (takers(c, at.end(), strangers=False)[:1] if at else []), True
    else:
        return None
    if not owner or not owner[0].slots.get("person") or not to:
        return None
    acts = [
        c.act(Intent.assign, task_ids=(), mode="all", from_person=owner[0].slots["person"], **one.slots) for one in to
    ]
    return acts[0] if every and len(acts) == 1 else Doubt(tuple(acts))


#: "… cho chị nhé": whoever speaks, where he is called so.
_HIMSELF = re.compile(r"(?:anh|chi|co|chu|bac)(?=(?: (?:nhe|nha|luon|het|di|em|a|giup))*[ .!]*$)")


def _given_to(c: Clause, at: int) -> list[Taker]:
    given = re.compile(rf",? (?:(?:dang lam|dang giu|nghi|thi|hien co) )*(?:{_GIVEN})").match(c.norm, at)
    himself = _HIMSELF.match(c.norm, given.end()) if given else None
    if himself:
        return [Taker({"person": c.line.typed(*himself.span())}, *himself.span())]
    return takers(c, given.end(), strangers=True) if given else []


def _section(c: Clause) -> Act | Doubt | None:
    found = _OF_SECTION.match(c.norm)
    to = takers(c, found.end(), strangers=False) if found else []
    if not found or not to:
        return None
    left = re.search(r"con lai|chua|\bnot\b", found[0])
    code = c.line.typed(*found.span("code")).upper()
    return _each(c, to, code=code, mode="rest" if left else "all")


def _rest(c: Clause) -> Act | Doubt | None:
    shared = _SHARED.match(c.norm) if c.heads else None
    if shared and (among := takers(c, shared.end(), strangers=False)):
        return c.act(Intent.assign, mode="all", task_ids=(), unclear=c.line.text, **among[0].slots)
    found = _REST.match(c.norm)
    to = takers(c, found.end(), strangers=False) if found else []
    if not found or not to or not c.heads or waits(c, found.end()):
        return None
    named = takers(c, found.start("unit"), strangers=False)[:1] if found["unit"] else []
    if named and "person" in named[0].slots:  # what he has still to do
        return Doubt(
            tuple(
                c.act(Intent.assign, task_ids=(), mode="all", from_person=named[0].slots["person"], **one.slots)
                for one in to
            )
        )
    if found["unit"] and not (named and named[0].slots.get("unit_full") and named[0].end == found.end("unit")):
        return None
    act = _each(c, to, mode="rest", **({"of_unit": named[0].slots["unit_full"]} if named else {}))
    unsure = c.line.text.isascii() and not re.search(rf"\b{GIVE}", found[0])  # "con lai cho anh Dung": "chờ"?
    return Doubt((act,)) if unsure and isinstance(act, Act) else act


def _perhaps_rest(c: Clause) -> Doubt | None:
    """ "Giao hết việc của phòng cho Việt": what nobody has yet; "giao hết việc của anh cho Việt": what the sender has."""
    found = _ALL_OF_UNIT.match(c.norm) if c.heads else None
    to = takers(c, found.end(), strangers=False) if found else []
    if not found or len(to) != 1 or not to[0].known or _DOES_MORE.match(c.norm, to[0].end):
        return None
    whose = {"mode": "all", "from_person": "tôi"} if found["own"] else {"mode": "rest"}
    return Doubt((c.act(Intent.assign, task_ids=(), **whose, **to[0].slots),))


def _contact(c: Clause) -> Act | Doubt | None:
    """ "Tin bài cho Nam", "đầu mối phòng VHXH là chị Lan": who answers for a unit's news and undivided work."""
    found = _NEWS.match(c.norm) or _CONTACT.match(c.norm)
    if not found or not c.heads:
        return None
    unit = takers(c, found.end(), strangers=False)[:1]
    named = unit[0].slots if unit and "unit" in unit[0].slots else {}
    at = unit[0].end if named else found.end() - 1
    given = re.compile(rf"(?: (?:phong|don vi|ben) (?:minh|em|toi))?,? (?:thi |thang nay )?(?:{_GIVEN}|la )").match(
        c.norm, at
    )
    to = takers(c, given.end(), strangers=False) if given else []
    if not given or not to or any("unit" in one.slots for one in to) or waits(c, given.end()):
        return None
    if not re.fullmatch(
        rf"(?:,? (?:{DOES}|nhe|a|em|anh|chi|giup|di|luon|thang nay|tu nay|viet|gui|nop))*[ .!]*", c.norm[to[-1].end :]
    ):
        return None
    return _each(c, to, mode="contact", **named, which="news" if _NEWS.match(c.norm) else None)


def _each(c: Clause, to: list[Taker], **slots: str | None) -> Act | Doubt:
    acts = tuple(c.act(Intent.assign, task_ids=(), **(slots | one.slots)) for one in to)
    return acts[0] if len(acts) == 1 else Doubt(acts)
