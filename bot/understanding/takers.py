"""Who is to take work over, read from a place in a line on: "chị Hoa và anh Phúc", "VP chủ trì, VHXH phối hợp"."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.understanding.clause import Clause
from bot.understanding.given_names import is_given_name
from bot.understanding.listed import listed

DOES = r"(?:lam chinh|lam dau moi|lam|man(?= (?:di|nhe|nha|hi)\b|[,.]|$)|lo|phu trach|chu tri|dam nhiem|dam nhan|dam trach|xu ly|theo doi|thuc hien|giai quyet|nhan|(?<!lam )dau moi|tiep|om|ganh|cam|theo(?= (?:nhe|di|luon|giup|cho|a)\b|[,.]|$))"
HELPS = r"(?:phoi hop|ho tro|cung lam|lam cung|phu)"
_CALLED = r"(?:anh|chi|em|chau|co|chu|bac|dong chi|ong|ba|ban|bạn|cau|be|a|c|e|o|dc|d/c|thay)"
_ADDRESS = re.compile(rf"{_CALLED} ")
_WORD = re.compile(r"[^\s\d,;:.?!&+/]+")
_LONGEST_NAME = 4  # words
_SELF = re.compile(
    r"(?:cho )?(?:toi|minh|em|tui|e)\b(?= ?(?:$|[,.!?]|lam|di|nhe|phu|lo|nhan|chuyen|giao|sang|qua|cho|b[aà]n|het|a\b))"
)
_AND = re.compile(rf" ?(?:,|&|\+|/)(?: (?:va|con) )? ?| (?:va|voi|cung) | con (?=[^,;]{{2,50}} {HELPS}\b)")
_ROLE = re.compile(rf",? (?:(?:se|thi|la|cung) )?(?:(?P<does>{DOES})|(?P<helps>{HELPS}))\b")
_HELPER_NEXT = re.compile(rf"{HELPS}(?: (?:voi|la|co|gom))?:? ")
_WITH = re.compile(rf"(?:,? phoi hop|, {HELPS})(?: (?:voi|la|co|gom|cung))?:? (?P<several>(?:cac|nhung|moi)\b)?")
#: Days that begin like a name in small letters: "thu 6", "nam sau", "mai".
_A_DAY = re.compile(
    r"(?:thu (?:\d|hai|ba|tu|nam|sau|bay)|nam (?:nay|sau|toi|\d)|mai|hom|ngay|tuan|thang|quy|cuoi|dau|ky|het|chieu|sang|chu nhat)\b"
)
_WEEKDAY = re.compile(r"thu (?:\d|hai|ba|tu|nam|sau|bay)\b")
#: Words behind an address or "cho" that are no names, though a name may be written like them in small letters.
_NO_NAME = frozenset(
    listed(
        "cai lam phu chu dam lo xu theo thuc nhan viec nhiem nhe a oi ay nay do kia truoc han den ngay thang tuan quy nam thu kip xong no ho dan"
        " so ubnd hdnd bo tinh xa cong chinh trang moi cac ca ai nao gi toi voi va cung phoi them ho giup trong luon di het duyet ky y biet"
        " luc lai vao xem hoi dung ban khong chua da dang se duoc roi nhung ma thi la bot lanh ben don phong tin bai can bao kiem trinh gop"
    )
)


#: "Cháu Hạnh bên văn phòng", "chị Hương phòng Quy hoạch".
_HIS_UNIT = re.compile(r" (?:(?:ben|o|cua) |(?=(?:phong|ban|trung tam|van phong|p\.)))")


@dataclass(frozen=True)
class Taker:
    """One unit or person between two offsets of the norm; `helps`: beside the one who leads."""

    slots: dict[str, Any]
    start: int
    end: int
    helps: bool = False
    known: bool = True


def takers(c: Clause, at: int, *, strangers: bool) -> list[Taker]:
    """Everybody named in a row from `at` on, with what each is to do. `strangers`: a bare word may be a name."""
    out: list[Taker] = []
    helps = False
    while found := _HELPER_NEXT.match(c.norm, at) or _one(c, at, strangers and not out):
        if isinstance(found, re.Match):
            helps, at = True, found.end()
            continue
        role = _ROLE.match(c.norm, found.end)
        role = None if role and role["helps"] and _names_helper(c, found.end) else role
        helps = bool(role["helps"] or (helps and role["does"] == "thuc hien")) if role else helps
        out.append(Taker(found.slots, found.start, found.end, helps, found.known))
        at = role.end() if role else found.end
        helps = helps and not role
        next_to = role or _HELPER_NEXT.match(c.norm, at + 1)
        more = _AND.match(c.norm, at) or (re.compile(" ").match(c.norm, at) if next_to else None)
        if not more:
            break
        at = more.end()
    return out


def _names_helper(c: Clause, at: int) -> bool:
    """ "Quân, phối hợp (với) Lan": who stands behind the word helps, unless told to lead: "Hoa phối hợp, Phúc chủ trì"."""
    begin = _WITH.match(c.norm, at)
    if begin and begin["several"]:
        return True
    other = _one(c, begin.end(), False) if begin else None
    role = _ROLE.match(c.norm, other.end) if other else None
    return bool(other and not (role and role["does"] and role["does"] != "thuc hien"))


def _one(c: Clause, at: int, strangers: bool) -> Taker | None:
    if unit := _unit(c, at):
        return unit
    person = _person(c, at, strangers)
    of_unit = _HIS_UNIT.match(c.norm, person.end) if person else None
    unit = _unit(c, of_unit.end()) if of_unit else None
    if not person or not unit or re.match(rf",? {HELPS}", c.norm[unit.end :]):
        return person
    return Taker(unit.slots | person.slots, person.start, unit.end, known=person.known)


def _unit(c: Clause, at: int) -> Taker | None:
    found = c.directory.unit_at(c.line, at)
    if not found:
        return None
    full = found.units[0].name if len(found.units) == 1 else None
    return Taker({"unit": c.line.typed(at, found.end), "unit_full": full}, at, found.end)


def _person(c: Clause, at: int, strangers: bool) -> Taker | None:
    if (found := _SELF.match(c.norm, at)) and not _is_name(c, at, found.end()):
        return Taker({"person": c.line.typed(at, found.end())}, at, found.end())
    if _A_DAY.match(c.norm, at) and not c.line.typed(at, len(c.norm))[:1].isupper():
        return None
    polite = _ADDRESS.match(c.norm, at)
    if polite and c.line.typed(*polite.span()).lower() in (
        "có",
        "câu",
        "cầu",
        "bà",
        "bản",
        "bán",
        "thấy",
        "thay",
        "chủ",
        "chỉ",
        "ảnh",
    ):
        polite = polite if c.line.typed(*polite.span()).lower() == "bà" else None
    start = polite.end() if polite else at
    if _WEEKDAY.match(c.norm, start) and not c.line.typed(start, len(c.norm))[:1].isupper():
        return None  # "nhắc em thứ 2" speaks to nobody called Thu
    run: list[re.Match[str]] = []
    for word in islice(_WORD.finditer(c.norm, start), _LONGEST_NAME):
        if word.start() != (run[-1].end() + 1 if run else start):
            break
        run.append(word)
    for count in range(len(run), 0, -1):
        typed = c.line.typed(start, run[count - 1].end())
        if c.directory.people_named(typed) and (count > 1 or polite or c.directory.names_somebody(typed)):
            return Taker({"person": c.line.typed(at, run[count - 1].end())}, at, run[count - 1].end())
    lowly = bool(polite and polite[0] in ("em ", "chau ", "e ", "a ", "c ", "ban ", "bạn "))
    end = _stranger(c, run, bool(polite) and not lowly, strangers and not lowly)
    return Taker({"person": c.line.typed(at, end)}, at, end, known=False) if end else None


def _is_name(c: Clause, start: int, end: int) -> bool:
    """Minh is a name where it is written as one, or where somebody of the office has it."""
    typed = c.line.typed(start, end)
    return typed[:1].isupper() or (typed.isascii() and bool(c.directory.people_named(typed)))


def _stranger(c: Clause, run: list[re.Match[str]], polite: bool, strangers: bool) -> int:
    """Where a name that the office does not know ends: written as one, behind an address, or alone behind "cho"."""
    end = 0
    for word in run:
        typed = c.line.typed(*word.span())
        as_name = (
            typed[:1].isupper()
            and not typed.isupper()
            and (word[0] not in _NO_NAME or (polite and is_given_name(typed)))
        )
        if not as_name and (end or not (polite or strangers) or word[0] in _NO_NAME or len(typed) < 2):
            break
        end = word.end()
        if not as_name:
            break
    return end
