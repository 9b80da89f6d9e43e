"""Handing out: "giao 57 cho Phúc", "57 giao anh Phúc", "chuyển hết việc của anh Vinh cho chị Thu"."""

import re
from typing import Any

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.numbers import is_part, without_evidence
from bot.understanding.rules.dates import named_date
from bot.understanding.supposed import without_musing
from bot.understanding.takers import DOES, HELPS, Taker, takers
from bot.understanding.words import TALKED

#: Whose decision is passed on, or what came before it: "theo ý kiến Chủ tịch thì 39 giao VHXH", "bàn xong rồi, 21 về BQLDA".
_PREFACE = (
    r"(?:(?:theo|thuc hien|can cu) (?:y kien|chi dao|ket luan|phan cong|thong nhat|y|tinh than)\b[^,;@]{0,60}?(?:,| thi) (?:thi )?"
    rf"|(?:(?:em|anh|chi|toi|minh|vua|da|moi) )*{TALKED},? (?:thi )?|(?:ke )?tu (?:gio|nay|hom nay|mai|tuan (?:nay|sau)|thang (?:nay|sau))(?: tro di)?,? (?:thi )?)"
)
OPENING = (
    rf"^(?:{_PREFACE}){{0,3}}"
    r"(?:(?:da|vua|vang|a|u|ua|ok|oke|alo|bot|vay|the|gio|thoi|em oi|anh oi|chi oi|em|anh|chi|(?:toi|anh|chi) muon|toi|minh|phien|xin|de nghi|nho em|nho bot|nhu vay)[ ,.!]+(?=(?:giao|b[aà]n giao|da|vua|chuyen|phan|dieu|doi|thay|nho|de|cho|cu|viec|nv|nhiem|cac|nhung|#)\b|#|$))*"
)
GIVE = r"(?:b[aà]n giao|chuyen giao|giao|chuyen|phan cong|phan|dieu|assign)(?: (?:lai|luon|ngay|tiep|them|giup|ho|h[aẳ]n))*(?: nhiem vu(?= cho)| viec(?= cho))?"
TO = r"(?:(?:sang|qua|ve|lai|luon) )*(?:cho|sang|qua|ve|den)"
_N = r"(?:(?:cac |nhung |may |ca |cai )*(?:dau |cong )?(?:viec|nhiem vu|nv|so|muc)?(?: so)? ?#?@+)"
_NS = rf"{_N}(?:(?: ?,| voi|,? va)? {_N})*"
_SINCE = r"(?:ke )?tu (?:nay|gio|bay gio|mai|hom nay|tuan sau)(?: tro di)?,? "
#: "48 tôi muốn giao …" orders as "48 giao …" does.
_DECIDED = r"(?:(?:toi|anh|chi|minh|co|chu|bac) )?(?:muon|quyet dinh|thong nhat|dong y|chot)"
_LET = r"(?:nho|de|cho|cu|giao|phan|phan cong|cat cu|yeu cau|uy quyen)"
#: How an order to hand out begins, up to where it names who takes the work. `@` stands for task numbers.
_ORDERS = tuple(
    re.compile(OPENING + shape)
    for shape in (
        rf"{GIVE} {_NS},? (?:{TO} )?",
        rf"{GIVE} (?:cho )?(?=[^@]{{2,60}} {_NS})",
        rf"{_NS} ?[:,–-]? ?(?:thi |nay |do )?(?:{_SINCE})?(?:{_DECIDED} )?{GIVE},? (?:{TO} )?",
        rf"{_NS} ?[:,–-]? ?doi (?:nguoi |don vi )?(?:sang|thanh|cho|qua) (?:cho )?",
        rf"{_LET} (?=[^@]{{2,60}}\b{DOES}(?: chinh)? (?:\w+ ){{0,2}}{_NS})",
        rf"(?:doi|thay) (?:nguoi|don vi|can bo)(?: (?:{DOES}|{HELPS}))?(?: cho)? {_NS} (?:sang|bang|thanh|la|cho|qua)(?: cho)? ",
        rf"doi (?:nguoi |don vi )?{_NS} (?:sang|qua|cho) (?:cho )?",
        rf"{_NS} ?(?:->|=>|→|>) ?",
        rf"thay .{{2,30}}? (?:bang|boi) (?=[^@]{{2,40}} {_NS})",
    )
)
#: Words that hand out only where somebody of the office, or a name written as one, stands there and has to do it.
_LOOSE = tuple(
    re.compile(OPENING + shape)
    for shape in (
        rf"(?:{_SINCE})?{_NS} ?[:,–-]? ?(?:nay )?(?:{_SINCE})?(?:(?:chuyen|thi|thoi|vay|rua|van|cu|gio) )*(?:cho|de(?: cho)?|nho|keu|do|cu|thuoc|ve) ",
        rf"(?:{_SINCE})?{_NS} ?[:,–-]? ?(?:nay )?{_SINCE}",
        rf"{_NS} ?[:,–-]? ?(?:thi )?(?:van|giu) (?:la )?(?:viec )?cua ",
        rf"dua {_NS} (?:nay )?(?:sang|qua|ve) ",
        rf"{_NS} ?(?:nay )?,? ?dua (?:(?:sang|qua|ve|cho) )?",
        rf"{_NS} ?[:,–-]? ?(?:(?:(?:thi|van|cu|gio) )+(?![^@]*\d))?",
        rf"(?:(?:bo sung|moi|keo)(?: them)? |them )?(?=(?!{GIVE}).{{2,60}} (?:vao )?(?:{DOES}|{HELPS})(?: (?:them|luon|lai))? {_NS})",
    )
)
#: "41 anh tự làm": a head keeps it for himself.
_KEPT = re.compile(
    OPENING
    + rf"(?:(?:con|rieng) )?{_NS} ?[:,–-]? ?(?:thi )?(?:(?:de|cho|(?P<plain>)) ?)(?:toi|anh|chi|em|minh|tui) (?:(?:se|cu|van) )*(?:(?(plain)tu |(?:tu )?)(?:lam|xu ly|lo|theo doi|phu trach|thuc hien|nhan)|giu|om|ganh)(?: (?:lay|het|luon|lai|nhe|nha|em|a|cho nhanh|cho))*"
)
#: "58 để anh", "33 vẫn để chị", "58 anh làm": most likely the same.
_PERHAPS_KEPT = re.compile(
    OPENING
    + rf"(?:(?:con|rieng) )?{_NS} ?[:,–-]? ?(?:thi )?(?:(?:(?:van|cu) )?(?:de|cua|do) (?:toi|anh|chi|minh|tui)|(?:van |cu |de )*(?:toi|anh|chi|minh|tui) (?:van |cu )?(?:lam|lo|giu|xu ly|phu trach))(?: (?:luon|nhe|nha|em|a|di|thoi))*"
)
_MUST_DO = re.compile(
    rf",? (?:(?:se|thi|la|cung(?: nhau)?|chia nhau|deu) )?{DOES}\b(?! (?:xong|duoc|roi|gap|nhanh|chua|cham|tot|kem|moi|viec khac))|,? {HELPS}\b"
)
_NOTHING_MORE = re.compile(r"(?: (?:nhe|a|het|em|anh|chi|giup|di|luon|voi|nha|bot|gium|ho|cai))*[ .!]*$")
_TOLD = re.compile(r"\b(?:da|duoc|bi|dang|sap|se) (?:duoc |vua )?(?:ban giao|chuyen giao|giao|chuyen|phan cong|phan)\b")
_ORDER_ALONE = r"(?:giao|phan cong)(?: cac)?(?: (?:viec|nhiem vu|nv|so))?(?: so)? #?\d[\d, va#]*(?:(?: cho)?$| (?:truoc|den|trong|han|cham nhat)\b.*)"
_UNIT_WORD = r"(?:phong|trung tam|van phong|bo phan|ban|to|doi) \w[^,.;:!?]*?"
_THIS = r"(?:viec|nhiem vu|cai) (?:nay|do|kia)"
_THEN = r"(?=$|[,.!?]| (?:lam|phu trach|chu tri|xu ly|theo doi|thuc hien|lo|nhe|a|em|giup|truoc|han|cham|trong|di|luon|phoi hop)\b)"
_FROM = re.compile(r"\btu (.+?) (?=(?:sang|cho|qua|ve|den) )")
_TAKEN_FROM = re.compile(rf"(.{{2,30}}?),? (?:(?:roi|va) )?(?:chuyen|giao|dua|b[aà]n giao)(?: lai| luon)? (?={TO} )")
#: Shared out among them, by whom of them first is not said: "55 hai đứa nó chia nhau làm".
_AMONG_THEM = re.compile(
    rf"{OPENING}{_NS} ?[:,–-]? ?(?:(?:thi|de|cho|cu|giao) )*(?:ca )?(?:hai|ba|2|3|may|cac|tui|bon) (?:dua|nguoi|anh em|chi em|anh chi|em|anh|chi)(?: (?:no|ay|kia|do|nay))? (?:cu )?(?:cung(?: nhau)?|chia nhau|chia ra|thay nhau|phoi hop) {DOES}\b(?! (?:xong|roi|duoc))"
)
#: A head who does not hand out yet tells no result: "chưa giao 57 cho Phúc vội".
_DENIED = (
    rf"^(?:(?:em|anh|chi|thoi|tam thoi|toi)[ ,]+)*(?:chua|khong|chang)(?: (?:he|co|muon|dinh))? {GIVE} (?:{_NS}|cho)"
)
_MORE_TO_GIVE = re.compile(
    r"\b(?:con lai|viec khac|phan khac|cai khac),? (?:thi )?(?:cho|giao|de|chuyen|sang) (?!sau|khi|den)"
)
_TO_DECIDE = re.compile(r" (?:de |xin )?(?:phe duyet|duyet|ky|xem|gop y|cho y kien|xin y kien|biet)\b")
#: Why, behind whom it goes to: "giao cho VP đi chứ VHXH làm không kịp đâu", "… cho đúng chức năng".
_WHY = re.compile(r" (?:di )?(?:chu|ch[oớ]|vi|cho (?:dung|gon|tien|de|nhanh|kip|do|phu hop|hop)) .*$")
_INSTEAD = re.compile(r"\bthay (?:cho |the )?(?!nguoi|don vi|can bo|doi)")


def handed_out(c: Clause) -> Act | Doubt | None:
    """An order to hand tasks to a person or unit; several takers of one task are asked about, never dropped."""
    asked = c.asks_plainly or (c.ends_asking and not c.heads)
    if not (c.ids or c.replying) or (asked and not (c.heads and c.has("duoc khong"))):
        return None
    shape = c.line.marked(c.id_spans)
    if c.heads and c.ids and _AMONG_THEM.match(shape):
        return c.act(Intent.assign)
    if c.heads and (mused := without_musing(c)):
        taken = handed_out(mused)
        return Doubt((taken,)) if isinstance(taken, Act) and taken.intent is Intent.assign else taken
    if taken := _kept(c, shape) or _moved(c, shape):
        return taken
    if c.heads and _one_each(c, shape):
        return c.act(Intent.not_understood)  # "41 Khoa 42 Vinh": neither of them is dropped
    found = _ordered(c, shape)
    if not found and c.heads and re.match(_DENIED, shape):
        return c.act(Intent.not_understood)
    if not found:
        return c.act(Intent.assign, date=_day(c)) if _orders(c) else None
    if _TO_DECIDE.match(c.norm, found[-1].end):
        return None  # "chuyển 12 cho anh Tâm duyệt" sends it up
    if _MORE_TO_GIVE.search(c.norm, found[-1].end):
        return c.act(Intent.not_understood)  # "…, các việc khác cho Hoa" is not dropped
    if "@" in re.sub(_NS, "", shape, count=1):
        return c.act(Intent.not_understood)  # "chị Hoa làm 57, anh Phúc làm 58": nobody of them is dropped
    act = _act(c, found)
    told = _TOLD.search(c.norm) and "dạ" not in c.line.text.lower().split()
    bare = re.fullmatch(rf"{_NS}:? [^@]*", shape) and found[0].start - shape.rfind("@") in (2, 3)
    of_part = any(is_part(c.line, start, "phan") for start, _end in c.id_spans)  # typed bare, "phần" as well
    turned = found[0].helps and not all(one.helps for one in found)  # "43 Hoa hỗ trợ Phúc" says only who helps whom
    unsure = (
        told
        or of_part
        or (turned and not re.search(rf"\b(?:{GIVE})\b", shape))
        or (bare and not _MUST_DO.match(c.norm, found[0].end))
    )
    return Doubt((act,)) if unsure and isinstance(act, Act) else act


def _kept(c: Clause, shape: str) -> Act | Doubt | None:
    """A head keeps it for himself."""
    said, mine = shape.strip(" .!"), c.act(Intent.assign, person="tôi")
    if c.heads and _KEPT.fullmatch(said):
        return mine
    perhaps = c.heads and _PERHAPS_KEPT.fullmatch(said) and not waits(c, shape.rindex("@") + 5)
    return Doubt((mine,)) if perhaps else None


def _ordered(c: Clause, shape: str) -> list[Taker]:
    for pattern in _ORDERS:
        if (begin := pattern.match(shape)) and (found := takers(c, begin.end(), strangers=_gives(begin[0]))):
            return found if _to_somebody(c, begin[0], found) else []
    if c.replying and not c.ids and (found := _this_given(c, shape)):
        return found
    for pattern in _LOOSE:
        if (begin := pattern.match(shape)) and (found := takers(c, begin.end(), strangers=False)):
            return found if _has_to(c, begin, found) else []
    unit = _unknown_unit(c)
    return [Taker(unit, 0, 0)] if unit else []


def _one_each(c: Clause, shape: str) -> bool:
    """Number and name, and behind them the next number: "9, 10 vẫn để Mai, 51 chị làm"."""
    begin = re.match(rf"{OPENING}{_NS} ?[:,–-]? ?(?:(?:thi|van|cu|gio|de|cho) )*", shape)
    found = takers(c, begin.end(), strangers=False) if begin else []
    if not found or not all(one.known for one in found):
        return False
    number = re.compile(rf"(?: {DOES})?[ ,;]+(?:viec )?#?(?:@+|\d{{1,4}}) ").match(shape, found[-1].end)
    himself = number and re.compile(rf"(?:anh|chi|toi|em|minh) {DOES}\b").match(shape, number.end())
    return bool(himself or (number and takers(c, number.end(), strangers=False)))


def _this_given(c: Clause, shape: str) -> list[Taker]:
    """In reply to a reminder: "giao cho anh Nam", "việc này giao phòng Doanh nghiệp", "để VHXH làm việc này"."""
    if begin := re.match(rf"{OPENING}(?:{_THIS},? (?:thi )?)?{GIVE} (?:{_THIS} )?{TO} ", shape):
        return takers(c, begin.end(), strangers=True)
    begin = re.match(rf"{OPENING}(?:{_THIS},? (?:thi )?)?(?P<how>{GIVE}|de|cho) (?:{_THIS} )?", shape)
    found = takers(c, begin.end(), strangers=False) if begin and c.heads else []
    if not begin or not found or not all(one.known or _as_name(one) for one in found) or waits(c, begin.end()):
        return []
    does = _MUST_DO.match(c.norm, found[-1].end) or _NOTHING_MORE.match(c.norm, found[-1].end)
    return found if does and (begin["how"] not in ("de", "cho") or _MUST_DO.match(c.norm, found[-1].end)) else []


def _gives(begin: str) -> bool:
    """ "giao 4 cho khanh": whatever single word follows is a name; "việc 16 bàn giao cho dân" tells of the work."""
    return bool(re.match(rf"{OPENING}{GIVE} ", begin)) and begin.rstrip().endswith(("cho", "sang", "qua", "ve"))


def _to_somebody(c: Clause, begin: str, found: list[Taker]) -> bool:
    return all(one.known for one in found) or _gives(begin) or bool(re.match(OPENING + _N, begin) or c.heads)


def _has_to(c: Clause, begin: re.Match[str], found: list[Taker]) -> bool:
    """Without a word of giving: who is named must be told to do it, by somebody who may hand out."""
    last, by_word = found[-1], begin[0].rstrip()[-3:] in ("cho", " de", "nho", "keu", " do", " cu", "uoc", " ve", "cua")
    if by_word and waits(c, begin.end()):
        return False
    does = _MUST_DO.match(c.norm, found[0].end) or (len(found) > 1 and _MUST_DO.match(c.norm, last.end))
    if not by_word and not does:
        only = all(one.known for one in found) and _NOTHING_MORE.match(c.norm, last.end)
        return bool(c.heads and not c.replying and begin.end() and only)
    if not all(one.known or _as_name(one) or by_word for one in found):
        return False
    if does:
        return by_word or c.heads
    return c.heads and by_word and bool(_NOTHING_MORE.match(c.norm, last.end)) and _typed_for(c, begin)


def _as_name(one: Taker) -> bool:
    return bool(one.slots.get("person", " ").split(" ")[-1][:1].isupper())


def waits(c: Clause, at: int) -> bool:
    """ "Chờ anh Dũng": the accents say that it is no "cho"; without them only who hands out is believed."""
    typed = c.line.typed(max(c.norm.rfind(" ", 0, at - 1), 0), at).lower()
    return typed in ("chờ", "chỗ", "độ", "đó", "đợi") or (typed == "cho" and c.line.text.isascii() and not c.heads)


def _typed_for(c: Clause, begin: re.Match[str]) -> bool:
    """ "57 cho Phúc" and no more: "cho" with its accents left off might be "chờ"."""
    word = c.line.typed(max(c.norm.rfind(" ", 0, begin.end() - 1), 0), begin.end()).lower()
    return not (word == "cho" and c.line.text.isascii() and re.search(r"\b(?:anh|chi|sep)\b", c.norm))


def _act(c: Clause, found: list[Taker]) -> Act | Doubt:
    lead = [one for one in found if not one.helps]
    helping = [one for one in found if one.helps]
    common: dict[str, Any] = {"date": _day(c), "which": named_date(c.norm)}
    if not lead:
        return c.act(Intent.assign, mode="coordinate", **common, **helping[0].slots)
    helping = helping or _helpers_behind(c, lead[-1].end)
    if helping:
        common["partner"] = ", ".join(c.line.typed(one.start, one.end) for one in helping)
    if (instead := _INSTEAD.search(c.norm)) and c.line.typed(*instead.span()).lower().startswith("thay"):  # no "thầy"
        before = takers(c, instead.end(), strangers=False)
        common["from_person"] = c.line.typed(before[0].start, before[0].end) if before else None
    acts = [c.act(Intent.assign, **common, **one.slots) for one in lead]
    return acts[0] if len(acts) == 1 else Doubt(tuple(acts))


def _helpers_behind(c: Clause, at: int) -> list[Taker]:
    """ "Phân cho TTPVHCC việc 28, phối hợp là VHXH", "cho KHĐT chủ trì việc 21, Văn phòng phối hợp"."""
    begin = re.compile(rf"[,;]? (?:{HELPS})(?: (?:la|voi|co|gom))?:? ").search(c.norm, at)
    if named := takers(c, begin.end(), strangers=False) if begin else []:
        return named
    for between in re.compile(r"[,;] (?:con |va )?| (?:con|va) ").finditer(c.norm, at):
        if helping := [one for one in takers(c, between.end(), strangers=False) if one.helps]:
            return helping
    return []


def _day(c: Clause) -> Any:
    if not c.has(r"truoc|han|moc|den ngay|den het|xong|trong|cham nhat"):
        return None
    found = when.day_in(without_evidence(c.norm), c.on, c.calendar, future=True)
    return found[0] if found else None


def _orders(c: Clause) -> bool:
    """ "Giao 4" with nobody named; "đã giao 4" only tells."""
    told = c.has("da giao|duoc giao|da phan cong|duoc phan cong") and "dạ" not in c.line.text.lower().split()
    return not told and c.is_just(_ORDER_ALONE)


def _unknown_unit(c: Clause) -> dict[str, Any]:
    """A unit named in an order that the office does not have: as typed, without a full name."""
    found = re.search(rf"\d,? (?:lai )?(?:cho|sang|qua|ve) ({_UNIT_WORD}){_THEN}", c.norm)
    return {"unit": c.line.typed(*found.span(1))} if found and c.starts("giao|chuyen|phan cong") else {}


def _taken(c: Clause, shape: str) -> re.Match[str] | None:
    """ "26 lấy từ anh Vinh chuyển qua chị Thu": taken from one, up to where the other is named."""
    begin = re.match(
        rf"{OPENING}(?:(?:{_NS} ?[:,]? )?(?:lay|rut|thu)(?: lai| ra)? (?:{_NS} )?(?:tu|cua|khoi)|{_NS} (?:(?:dang|hien) )?(?:tu|cua)) ",
        shape,
    )
    return _TAKEN_FROM.match(c.norm, begin.end()) if begin and c.ids else None


def _moved(c: Clause, shape: str) -> Act | None:
    """ "Chuyển 12 từ Khoa sang Vinh"."""
    given = re.match(
        rf"{OPENING}(?:{_NS} ?[:,]? )?(?:{GIVE}|doi(?: (?:nguoi|don vi|can bo))?(?: {DOES})?) (?:{_NS} )?(?=tu )", shape
    )
    found = _FROM.match(c.norm, given.end()) if given else None
    found = found or _taken(c, shape)
    target = re.compile(rf"{TO} (?:cho )?").match(c.norm, found.end()) if found else None
    to = takers(c, target.end(), strangers=True) if target else []
    if not found or len(to) != 1:
        return None
    return c.act(Intent.assign, from_person=c.line.typed(*found.span(1)), reason=c.reason, **to[0].slots)
