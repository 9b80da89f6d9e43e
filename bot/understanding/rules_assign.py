"""Handing out: "giao 57 cho Phúc", "chuyển 12 từ Khoa sang Vinh", "việc 5 cho phòng VHXH chủ trì"."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent

_ASSIGN = (
    r"(?:ban |chuyen )?giao (?:lai )?(?:cho |nhiem vu |viec |cac |so |\w+ ?\d|#?\d|\w+ \w+ (?:viec|lam|phu|chu|thuc))|chuyen (?:giao )?(?:viec |nhiem vu |so |#)?(?:\d[\d, va]* ?)?(?:tu .+ )?(?:cho|sang|ve|qua) (?!(?:ngay|thang|tuan|quy|thu|tieng|nam|\d|trang thai|dang)\b)|"
    r"(?:viec|nhiem vu|so|#)? ?\d+ (?:chuyen|giao) (?:lai )?(?:cho|sang|ve|qua)|phan cong|phan (?:viec|nhiem vu|cho)|(?:lam )?(?:chu tri|phu trach|phoi hop|dau moi|ho tro|dam nhan|thuc hien) (?:viec|nhiem vu|\d)|"
    r"(?:viec|nhiem vu) \d+ (?:do|de|cho|nho|thuoc) (?!em\b|ky\b|huong)|(?:de|cho|nho) .{2,30} (?:lam|lo|phu trach|chu tri|dam nhan|xu ly|phoi hop|thuc hien|theo doi) (?:viec|nhiem vu|\d)|them .{2,30} phoi hop|assign|nho .{2,20} (?:lam|lo) (?:viec|\d)|"
    r"(?:doi|thay) (?:nguoi|don vi) (?:lam|phu trach|chu tri|phoi hop)"
)


def handed_out(c: Clause) -> Act | None:
    if not (c.has(_ASSIGN) or re.search(rf"\b(?:{_ASSIGN})", c.norm)) or (c.asks_plainly and not c.has("duoc khong")):
        return None
    if not (c.ids or c.replying):
        return None
    slots: dict[str, Any] = c.unit_slots()
    slots = slots or _unknown_unit(c)
    person = c.person or (None if slots else _whoever(c))
    if not (person or slots or _orders(c)):
        return None
    moved = re.search(r"\btu (.+?) (?:sang|cho|qua|ve|den) (.+)$", c.norm)
    if moved:
        slots |= _moved(c, moved)
    else:
        slots["person"] = person
        slots |= _with_partner(c)
    if c.has("phoi hop|ho tro") and not c.has("chu tri|phu trach|giao") and "partner" not in slots:
        slots["mode"] = "coordinate"
    found = (
        when.day_in(c.norm, c.on, c.calendar, future=True)
        if c.has(r"truoc|han|den ngay|xong|trong|cham nhat")
        else None
    )
    return c.act(Intent.assign, date=found[0] if found else None, **slots)


def _orders(c: Clause) -> bool:
    """ "Giao 4" with nobody named; "đã giao 4" only tells."""
    told = c.has("da giao|duoc giao|da phan cong|duoc phan cong") and "dạ" not in c.line.text.lower().split()
    order = r"(?:giao|phan cong)(?: cac)?(?: (?:viec|nhiem vu|nv|so))?(?: so)? #?\d[\d, va#]*(?:(?: cho)?$| (?:truoc|den|trong|han|cham nhat)\b.*)"
    return not told and c.is_just(order)


_UNIT_WORD = r"(?:phong|trung tam|van phong|bo phan|ban|to|doi) \w[^,.;:!?]*?"
_THEN = r"(?=$|[,.!?]| (?:lam|phu trach|chu tri|xu ly|theo doi|thuc hien|lo|nhe|a|em|giup|truoc|han|cham|trong|di|luon|phoi hop)\b)"


def _unknown_unit(c: Clause) -> dict[str, Any]:
    """A unit named in an order that the office does not have: as typed, without a full name."""
    found = re.search(rf"\d,? (?:lai )?(?:cho|sang|qua|ve) ({_UNIT_WORD}){_THEN}", c.norm)
    return {"unit": c.line.typed(*found.span(1))} if found and c.starts("giao|chuyen|phan cong") else {}


def _whoever(c: Clause) -> str | None:
    """Who stands behind "cho" in an order, known to the office or not: "giao 4 cho Khánh"."""
    if not c.starts("giao|chuyen|phan cong"):
        return None
    found = re.search(
        r"\d,? (?:lai )?(?:cho|sang|qua|ve) (?!(?:phong|ban|trung tam|van phong|don vi|bo phan|nhom|to|doi|cac|ca|moi|tat|ai|toi|minh|em|anh|chi|ngay|thang|tuan|nam|quy|thu|kip|kp|xong|bot|lanh|chu|trang|dang|no|ho|ben|so|ubnd|hdnd)\b)"
        rf"([^\W\d]+(?: [^\W\d]+){{0,3}}?){_THEN}",
        c.norm,
    )
    return c.line.typed(*found.span(1)) if found else None


def _moved(c: Clause, moved: re.Match[str]) -> dict[str, str | None]:
    target = c.line.part(*moved.span(2))
    found = c.directory.find_unit(target)
    out: dict[str, str | None] = {"from_person": c.line.typed(*moved.span(1)), "unit": None, "unit_full": None}
    if found:
        return out | {
            "unit": target.typed(found.start, found.end),
            "unit_full": found.units[0].name if len(found.units) == 1 else None,
        }
    name = re.match(r"(?:(?:anh|chi|em|co|chu|bac|dong chi|ong|ba) )?\S+(?: [^\s]+)?", target.norm)
    typed = target.typed(*name.span()) if name else ""
    return out | {"person": re.sub(r"\s+(?:nhé|nhe|ạ|giúp|em|anh|chị)$", "", typed)}


def _with_partner(c: Clause) -> dict[str, str | None]:
    """ "giao 7 cho VP chủ trì, phòng VHXH phối hợp": the second unit only supports."""
    if not c.unit:
        return {}
    after = c.line.part(c.unit.end, len(c.norm))
    if not re.search(r"\bphoi hop\b", after.norm) or not (second := c.directory.find_unit(after)):
        return {}
    return {"partner": after.typed(second.start, second.end)}
