"""What an order to many is narrowed to, and whom it spares: "của Lan và Quân", "mục A.II", "trừ phòng KT".

Words that narrow and are not followed are kept in `unclear`, so that they are asked about: an order is never wider than said.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.understanding.belonging import Found, first
from bot.understanding.clause import Clause
from bot.understanding.intents import CHANGES, Act, Intent
from bot.understanding.left_out import OF_NUMBERS, sparings
from bot.understanding.listed import listed
from bot.understanding.takers import Taker, takers

_OF = re.compile(r"(?:(?:cac|nhung|may|moi|phan|dau|cong|viec|nhiem vu|ket qua|bao cao|nguoi|cua|ben|o|thuoc)\b ?)*")
_NUMBERS = re.compile(rf"{OF_NUMBERS}#?\d{{1,4}}(?:(?: ?, ?| va | ?- ?)(?:viec |so |#)*\d{{1,4}})*")
_JOINT = re.compile(r"(?: ?, ?| va | voi | cung |, va )")
_END = re.compile(
    r"(?: ?,? (?:ra|nhe|nha|a|ạ|em|anh|chi|giup|ho|luon|di|thoi|nua|voi|da|bot|vi .*|do .*|de (?:anh|chi|em|toi|mai|sau|lai|xem).*|(?:anh|chi|toi|em) (?:xem|kiem tra|doc|hoi|trao doi|se).*))*[ .!]*$"
)
_SECTION_END = r"(?![\w.]*\w)"
#: The morning message prints "B.II: 44, 51", and so it is typed back, with "mục" or without.
_SECTION = re.compile(
    rf"\b(?:muc|phan|nhom|chuong) (?P<code>[a-z](?:\.(?:[ivx]+|\d+))*|[ivx]+(?:\.\d+)*){_SECTION_END}"
    rf"|(?<![\w.])(?P<alone>[a-h]\.(?:[ivx]+|\d+)(?:\.\d+)*){_SECTION_END}"
)
#: What may be a section all the same, as people write it: "BII", "b2", "II"; nobody's whole list is meant by it.
_LIKE_SECTION = re.compile(
    r"^(?:cac |nhung )?(?:viec )?(?P<said>[a-e][.-]?(?:i{2,3}|iv|vi{1,3}|ix|\d{1,2})|[a-e] (?:i{1,3}|iv|vi{1,3}|ix)|i{2,3}|iv|vi{1,3}) (?=\D)"
)
_OWN = re.compile(
    r"\b(?:cua )?(?:phong|don vi|trung tam|ban|ben) (?:minh|em|toi|ta|anh|chi|chung ta|chung em|chung toi|nha)\b"
    r"|\b(?:viec|nhiem vu|phan)(?: con lai)? cua (?:ca )?(?:phong|don vi|trung tam)(?= (?:(?:thi|la|deu|van|thang nay|ky nay) )*(?:nhu|khong|giu)\b)"
)
#: Where a clause begins to name whose work it is, and the sender himself, whose rest needs no name.
_WHOLE = r"(?:tat ca|toan bo|toan the|toan|ca|het)(?: (?:cac|viec|phan|anh em|cua))*"
_LEAD_OF = rf"^(?:(?:da|vang|em|anh|chi|bot|ok),? )*(?:ghi )?(?:{_WHOLE} )?(?=\w)"
#: A unit as a whole, by no name of the office: a head's own, and nobody else's to tell.
_WHOLE_UNIT = re.compile(
    rf"\b{_WHOLE} (?P<what>phong|van phong|trung tam|ban|don vi|co quan|bo phan|to)\b(?! (?:bao|bo|su|in|hanh|dau|sao|lanh))"
)
_SELF = r"(?:cho )?(?:em|toi|minh|anh|chi|tui|e)"
#: All of what waits, however it is called; anything else behind "hết" narrows it.
_PLAIN = frozenset(
    listed(
        "da vang em anh chi toi minh bot oi a ạ e nhe nha nhen di luon roi thoi nua ngay giup ho cho voi gium vay the thi cung deu la ca xin"
        " duyet phe ky dong y nhat tri thong nhat chap thuan nhan xac cong nghiem thu approve approved ok okay u uh ừ duoc hoan toan xem doc kiem tra"
        " on tot day du hop ly het tat toan bo cac nhung may viec nhiem vu dau phan bao cao ket yeu cau nay do ay dang cho doi con lai"
        " phong don vi nguoi deu giai quyet gui va sep cai ma ben cua nhanh thanh xong qua coi"
    )
)
_BEFORE = re.compile(r"^(?:(?:hom|sang|chieu|bay|tu) (?:nay|gio)|gio)[ ,]+(?=(?:anh|chi|em|toi|minh|duyet|dong)\b)")
_DATED = re.compile(r"\b(?:lui|gia han|keo dai)\b")
_ALL = re.compile(r"\b(?:het|tat ca|toan bo)\b")
#: Folded words that are plain only as spelt here: "mọi việc" is all, "việc mới" is not; "thông qua", "quá hạn".
_PLAIN_SPELT = {
    "nay": ("này", "nay"),
    "con": ("còn", "con"),
    "qua": ("qua",),
}


@dataclass(frozen=True)
class Spared:
    """What "trừ …" leaves out, and where it begins; `unclear`: its words, where not all of them are followed."""

    start: int
    people: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    unclear: str | None = None

    @cached_property
    def slots(self) -> dict[str, Any]:
        named: dict[str, Any] = {"but_people": self.people, "but_units": self.units, "unclear": self.unclear}
        return {**named, **({"all_except": self.numbers} if self.numbers else {})}


def spared(c: Clause) -> Spared | None:
    """Whom or what "trừ" leaves out; None where it names numbers alone (`Clause.excepted`), or nothing is left out."""
    read = _spared(c)
    return None if read and read.numbers and not (read.people or read.units) else read


def _spared(c: Clause) -> Spared | None:
    for word in sparings(c.line):
        read = _read(c, word.start, word.end)
        if not word.weak or read.people or read.units or c.excepted:
            return read
    return None


def _read(c: Clause, start: int, at: int) -> Spared:
    named, numbers = list[Taker](), list[int]()
    while opening := _OF.match(c.norm, at):
        item = opening.end()
        listed_here = _NUMBERS.match(c.norm, item)
        some = [] if listed_here else [one for one in takers(c, item, strangers=False) if one.known]
        if listed_here:
            numbers += [int(n) for n in re.findall(r"\d+", listed_here[0])]
            at = listed_here.end()
        elif some:
            named += some
            at = some[-1].end
        else:
            break
        more = _JOINT.match(c.norm, at)
        if not more:
            break
        at = more.end()
    followed = (
        (named or numbers)
        and _END.match(c.norm, at)
        and all(one.slots.get("unit_full", "") is not None for one in named)
    )
    return Spared(
        start,
        tuple(one.slots["person"] for one in named if "person" in one.slots),
        tuple(one.slots["unit_full"] for one in named if one.slots.get("unit_full")),
        tuple(numbers),
        None if followed else c.line.typed(start, len(c.norm)),
    )


def without_spared(c: Clause, but: Spared) -> Clause:
    return Clause(c.line.part(0, but.start), c.role, c.context, c.on, c.directory, c.calendar)


def all_of(c: Clause) -> dict[str, Any]:
    """Which part of all that waits is meant: `person`, `unit` or several, `code` of a section, `own` unit, who is spared;
    `unclear`: words that narrow it and are not followed."""
    but = _spared(c)
    head = without_spared(c, but) if but else c
    slots, used = _named_in(head)
    left = _left_over(head, used)
    slots |= {"unclear": left} if left else {}
    if but and spared(c):
        slots |= {key: value for key, value in but.slots.items() if value}
    return slots


def _named_in(c: Clause) -> tuple[dict[str, Any], list[tuple[int, int]]]:
    used: list[tuple[int, int]] = []
    slots: dict[str, Any] = {}
    if section := _SECTION.search(c.norm):
        slots["code"] = _code(c, section)
        used.append(section.span())
    if own := _OWN.search(c.norm):
        slots["own"] = True
        used.append(own.span())
        return slots, used
    for at in _openings(c):
        some = [one for one in takers(c, at, strangers=False) if one.known]
        if some and all(one.slots.get("unit_full", "") is not None for one in some):
            used.append((some[0].start, some[-1].end))
            return slots | several(some), used
    return slots, used


def _openings(c: Clause) -> list[int]:
    """Where a name may begin: behind "của", and where the first unit or person of the clause stands."""
    behind = [found.end() for found in re.finditer(r"\b(?:cua|cho|do|ben)(?: (?:cac )?(?:anh em|ban))? (?=\S)", c.norm)]
    unit = [c.unit.start] if c.unit else []
    person = [c.person_span[0]] if c.person_span else []
    bare = [found.end() for found in re.finditer(r"\b(?:het|tat ca|toan bo|viec) (?=\w)", c.norm)]
    return [*behind, *unit, *person, *bare]


_REST_OF = re.compile(
    rf"\b(?:cua|ben|phan|do)(?: (?:cac )?(?:anh em|ban))? (?=\S)|\b(?:viec|con lai) (?=\w)|{_LEAD_OF}"
)


def _of_section(c: Clause, sections: list[re.Match[str]]) -> dict[str, Any]:
    """All of it that is not answered; two of them are not taken for the first alone."""
    codes = list(dict.fromkeys(_code(c, each) for each in sections))
    return {"code": codes[0], "mode": "rest"} if len(codes) == 1 else {"unclear": ", ".join(codes)}


def _code(c: Clause, section: re.Match[str]) -> str:
    return c.line.typed(*section.span("code" if section["code"] else "alone")).upper()


_PLAN = re.compile(
    r"\b(?:cua |trong |theo )(?:ke hoach|kh)\b.*?(?= (?:thi |deu |ghi |cu )*(?:nhu|giong|y|van|khong|giu|chua)\b|$)"
)


def rest_of(c: Clause) -> dict[str, Any]:
    """Whose rest, or of which section, "còn lại của KT như kỳ trước" speaks; nothing of the sender's own, or of none in particular."""
    if sections := list(_SECTION.finditer(c.norm)):
        return _of_section(c, sections)
    if like := _LIKE_SECTION.match(c.norm):
        return {"unclear": c.line.typed(*like.span("said"))}
    if plan := _PLAN.search(c.norm):
        return {"unclear": c.line.typed(*plan.span())}
    whole = whole_unit(c)
    if whole and (not c.heads or whole.lower().endswith(("cơ quan", "co quan"))):
        return {"unclear": whole}
    if c.heads and _OWN.search(c.norm):
        return {"own": True}
    for opening in _REST_OF.finditer(c.norm):
        named = [one for one in takers(c, opening.end(), strangers=False) if one.known]
        if named and not re.fullmatch(_SELF, c.norm[named[0].start : named[0].end]):
            return dict(named[0].slots) if len(named) == 1 else {"unclear": c.line.typed(named[0].start, named[-1].end)}
    return {"own": True} if whole else {}


def whole_unit(c: Clause) -> str | None:
    """ "Cả phòng KT", "toàn trung tâm", as typed: more than the one task that is spoken of."""
    if found := _WHOLE_UNIT.search(c.norm):
        return c.line.typed(*found.span())
    found = re.search(rf"\b{_WHOLE} $", c.norm[: c.unit.start]) if c.unit else None
    return c.line.typed(found.start(), c.unit.end) if found and c.unit else None


def several(some: list[Taker]) -> dict[str, Any]:
    """One name keeps its own slot; of several all are kept."""
    people = tuple(one.slots["person"] for one in some if "person" in one.slots)
    units = [one.slots for one in some if "unit_full" in one.slots]
    if len(some) == 1:
        return dict(some[0].slots)
    return {"people": people, "units": tuple(each["unit_full"] for each in units if each["unit_full"])}


def _left_over(c: Clause, used: list[tuple[int, int]]) -> str | None:
    norm = _BEFORE.sub(lambda found: " " * len(found[0]), c.norm)
    for start, end in used:
        norm = norm[:start] + " " * (end - start) + norm[end:]
    if _DATED.search(norm):
        norm = re.sub(
            r"\b(?:lui|gia han|keo dai|han|moc|thoi|gian|den|sang|toi|ngay|thang|tuan|cuoi|thu|sau|noi bo|them|[\d/.-]+)\b",
            _blank,
            norm,
        )
    norm = re.split(
        r"[,.;]? (?:cam on|chuc|vi|do(?! (?:anh|chi|em|phong|ben|\w+ (?:bao|gui|lam)\b))|ly do|de (?:em|anh|chi|con|kip|phong|ben))\b",
        norm,
    )[0]
    norm = re.sub(
        r"\b(?:thong qua|de nghi|co quan|moi (?=viec|nhiem vu|nguoi|phong|don vi|bao cao|ket qua))\b", _blank, norm
    )
    words = [found for found in re.finditer(r"[^\s,.;:!?\"“”()]+", norm) if not _is_plain(c, found)]
    if not words:
        return None
    every = _ALL.search(c.norm)
    behind = every and every.end() <= words[0].start()
    return c.line.typed(every.end(), len(c.norm)) if every and behind else c.line.text


def _is_plain(c: Clause, found: re.Match[str]) -> bool:
    spelt = _PLAIN_SPELT.get(found[0])
    return found[0] in _PLAIN and (spelt is None or c.line.typed(*found.span()).lower() in spelt)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def asked_where_unread(c: Clause, found: Found) -> Found:
    """An act that has not taken up whom the clause spares is not done to them with the rest."""
    act = first(found)
    many = not act.slots.task_ids
    if act.intent not in CHANGES | {Intent.progress, Intent.remind_unit} or isinstance(found, Act) is False:
        return found
    if act.slots.unclear or act.slots.but_people or act.slots.but_units:
        return found
    if act.intent is Intent.reject and many and c.has("het|tat ca|toan bo") and (c.person or c.unit):
        return act.with_slots(unclear=c.line.text)
    but = spared(c)
    if but and (but.people or but.units or many):
        return act.with_slots(unclear=c.line.typed(but.start, len(c.norm)))
    return found
