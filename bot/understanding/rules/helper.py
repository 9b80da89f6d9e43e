"""Somebody beside who has a task: "nhờ Hoa phụ Phúc việc 45", "45 cho Hoa làm chung với Phúc". Nothing changes hands by it."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.takers import Taker, takers

#: Orders of this kind are short; what is longer tells of the work.
_LONGEST = 120
_ME = r"(?:em|toi|minh|tui|anh|chi|co|chu|bac)"
_H, _O = rf"(?P<helper>[A-D]|{_ME})", rf"(?P<owner>[A-D]|{_ME})"
_NUMBERS = r"(?:(?:cac|may|dau|cong|viec|nhiem vu|nv|so) )*#?@"
_ASKED = (
    r"(?P<asked>(?:(?:nho|de|cho|giao|cu|phan cong|phan|bao|keu|nhan|goi|dieu|bo tri|tang cuong|them|bo sung|nguoi) )*)"
)
_BESIDE = r"(?P<how>phu giup|phu|ho tro|phoi hop|cung lam|lam cung|lam chung|cung phoi hop|tro giup|lam phu|giup)"
_DOES = r"(?:lam|thuc hien|xu ly|trien khai|giai quyet|theo doi)"
_END = r"(?: (?:nhe|nha|di|a|em|anh|chi|bot|giup|ho|luon|voi|nua|duoc khong))*[ .!?]*"
#: Each name stands as a capital, each list of numbers as `@`.
_SHAPES = tuple(
    re.compile(shape + _END)
    for shape in (
        rf"{_ASKED}{_H} (?:vao )?{_BESIDE}(?: (?:voi|cung|cho))?(?: {_O})?(?: (?:de )?{_DOES})? {_NUMBERS}",
        rf"{_NUMBERS}[,:]? (?:thi )?{_ASKED}{_H} (?:vao )?{_BESIDE}(?: (?:voi|cung|cho))?(?: {_O})?(?: (?:de )?{_DOES})?",
        rf"(?P<asked>them|bo sung|cu) (?:nguoi )?(?P<how>phoi hop|ho tro|phu|lam cung|cung lam)(?: {_DOES})?(?: cho| vao)? {_NUMBERS}(?: (?:la|gom))? {_H}",
        rf"(?P<asked>them|bo sung|cu) {_H} vao {_NUMBERS}(?: (?:voi|cung) {_O})?",
        rf"{_NUMBERS}[,:]? (?:thi )?{_O} {_DOES} (?:cung|chung)(?: voi)? {_H}",
    )
)
#: Both do it, and who leads is not said: asked about, as two takers are.
_BOTH = re.compile(
    rf"(?:{_NUMBERS}[,:]? )?{_ASKED}[A-D] (?:va|voi|cung) [A-D] (?:cung )?(?:lam chung|lam cung|cung lam|cung phu trach)(?: {_NUMBERS})?{_END}"
)


def helps_beside(c: Clause) -> Act | Doubt | None:
    """Mode "coordinate": `person` helps, `people` names who is said to have the task."""
    if not c.ids or len(c.norm) > _LONGEST or c.asks_plainly or c.context == "group" or c.unit:
        return None
    shape, named = _shape(c)
    if c.heads and len(named) > 1 and _BOTH.fullmatch(shape):
        return Doubt(tuple(c.act(Intent.assign, **one.slots) for one in named.values()))
    found = next(filter(None, (each.fullmatch(shape) for each in _SHAPES)), None) if named else None
    if not found:
        return None
    said = found.groupdict()
    helper, owner = (named.get(said.get(who) or "") for who in ("helper", "owner"))
    favour = said.get("how") == "giup" and not (helper and owner)  # "giúp em" is only polite
    told = not (said.get("asked") or said.get("owner"))  # "45 Hoa phối hợp tốt"
    if favour or told or not (helper or owner):
        return None
    other = (owner.slots["person"],) if owner else ()
    return c.act(Intent.assign, mode="coordinate", person=helper.slots["person"] if helper else "tôi", people=other)


def _shape(c: Clause) -> tuple[str, dict[str, Taker]]:
    """The norm with its names and numbers as signs, and who stands behind each sign."""
    spans = [(start, end, "@") for start, end in c.id_spans]
    named: dict[str, Taker] = {}
    at = 0
    for word in re.finditer(r"[^\W\d]+", c.norm):
        one = next(iter(takers(c, word.start(), strangers=False)), None) if word.start() >= at else None
        if one and one.known and one.slots.get("person") and not re.fullmatch(_ME, c.norm[one.start : one.end]):
            sign = "ABCD"[min(len(named), 3)]
            named[sign] = one
            spans.append((one.start, one.end, sign))
            at = one.end
    out, at = "", 0
    for start, end, sign in sorted(spans):
        out, at = out + c.norm[at:start] + sign, end
    return (out + c.norm[at:]).strip(), named
