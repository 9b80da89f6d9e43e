"""Whose work a question is about: a unit named, one's own ("phòng mình"), somebody of the office, or one's own work."""

import re
from typing import Any

from bot.understanding.clause import Clause
from bot.understanding.words import OUR_AGENCY

_ME = r"(?:em|toi|minh|to|tao|anh|chi|me|my)"
_OURS = r"(?:minh|em|toi|ta|anh|chi|tui|chung ta|chung em|chung toi|chung minh)"
_KIND = r"(?:phong|trung tam|bo phan|to|don vi|ban)"
#: "Trong phòng", "cả trung tâm" of who has one; "phòng chị Thu" is of a name.
_WITHIN = r"(?:trong|o|ca|toan|noi bo) (?P<within>(?:phong|trung tam|bo phan|don vi)(?= ?$|[?.,!]| (?:co|con|dang|ai|viec|nhiem vu|nao|bi|tre|cham|qua|sap|hien|nay|khong|minh|nha)\b))"
_OWN_UNIT = re.compile(rf"\b(?:(?P<ours>{_KIND} {_OURS})(?! (?:oi|gui|bao|cho|nho)\b)(?P<name>(?: \S+)?)|{_WITHIN})")
_OWN_WORK = rf"(?<!cho )(?<!phong )(?<!trung tam )(?<!don vi )(?<!ban )(?<!co quan )(?<!phuong )(?<!bo phan )\b{_ME} (?:(?:hien|hien nay|van|dang) )*(?:con|co|dang|bi|tre|cham|phai|lam|no)\b"
#: Somebody without a form of address, in front of what is asked of his work: "Hoa có việc nào chậm không".
_BARE_NAME = re.compile(
    r"(?:(?:da|alo|bot oi|em oi|bot)[ ,]+)*(?!nam (?:nay|sau|toi|truoc) )(?P<name>[^\W\d]+(?: [^\W\d]+){0,3}?)"
    r" (?=(?:(?:thang nay|tuan nay|hom nay|hien|van|da|bi|dang) )*(?:co|con|dang|bi|tre|cham|qua han|lo han|no|thieu|sap|gan)\b)"
)


def of_whom(c: Clause) -> dict[str, Any]:
    """The slots that say it; nothing where the question is of all that the reader answers for."""
    if found := c.unit_slots():
        return found
    if own := own_unit(c):
        return {"unit": own}
    if not c.person and re.search(rf"\bcua {_ME}\b(?! \w+ (?:nao|khac))", c.norm):
        return {"own": True}
    barely = somebody(c, _BARE_NAME.match(c.norm))
    if person := c.person_meant or (barely and c.line.typed(*barely)):
        return {"person": person}
    return {"own": bool(re.search(_OWN_WORK, c.norm))}


def own_unit(c: Clause) -> str | None:
    """As typed; who decides for the office calls that "đơn vị mình", and "ban mình" is nobody's unit."""
    found = _OWN_UNIT.search(c.norm)
    if not found or c.role in ("leader", "admin") or (c.decides and re.match(OUR_AGENCY, found[0])):
        return None
    if re.match("ban (?:minh|ta|chung)", found[0]):
        return None
    kind = "ours" if found["ours"] else "within"
    if found["name"] and c.directory.names_somebody(c.line.typed(*found.span("name")).strip()):
        return None  # "phòng chị Thu"
    return c.line.typed(*found.span(kind))


#: What somebody asks for: more time, work reopened.
_WISHES = (
    r"(?:(?:dang|moi|vua|lai|co|muon|hom nay|sang nay) )*(?:xin|de nghi|de xuat)(?: (?:lui|gia han|them thoi gian|doi|khat|mo lai))?(?: (?:han|moc|ngay|lai))*"
    r" (?:(?:nhung |cai |viec |may )?(?:gi|nao|viec)|(?:toi|den) (?:bao gio|khi nao|luc nao|dau|(?:ngay|hom|thang) (?:nao|may))|(?<=lui |han |gia |doi |lai )(?:la )?(?:(?:vi )?sao|the nao))"
)
_WISHER = re.compile(
    rf"(?:(?:da|alo|bot|bot oi|em oi|the|vay|cho (?:em|toi|anh|chi) hoi)[ ,]+)*(?P<polite>(?:anh|chi|em|co|chu|bac|ban|dong chi) )?(?P<name>[^\W\d]+(?: [^\W\d]+){{0,3}}?)"
    rf" {_WISHES}(?: (?:vay|the|do|đó|ha|nhi|a|em|anh|chi|ta|oi|bot|nhe|day|roi|nua))*[?!. ]*"
)


def who_wishes(c: Clause) -> str | None:
    """ "Hoa xin gì vậy em": who is asked about."""
    found = _WISHER.fullmatch(c.norm)
    span = somebody(c, found, surely=bool(found and (found["polite"] or found["name"] == "mai")))
    return c.line.typed(*span) if span else None


def somebody(c: Clause, found: re.Match[str] | None, *, surely: bool = False) -> tuple[int, int] | None:
    """Where the `name` found stands, of somebody in the office; one word must be spelt as a name: "thứ" is not Thu. `surely`:
    nothing but a name can stand there."""
    name = c.line.typed(*found.span("name")) if found else ""
    spelt = name and (surely or " " in name or c.directory.names_somebody(name.lower()))
    return found.span("name") if found and spelt and c.directory.people_named(name) else None
