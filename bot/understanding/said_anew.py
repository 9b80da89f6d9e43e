"""A word set right in the same breath: "việc 21 à nhầm 22 đã xong", "thêm ba ngày à thôi năm ngày", "thứ tư à thứ năm"."""

import re

from bot.understanding.clauses import one_line
from bot.understanding.line import Line, read_line

_LONG_NAMES = (
    r"ke hoach dau tu|kinh te ha tang(?: do thi)?|van hoa xa hoi|quy hoach xay dung|doanh nghiep giam sat"
    r"|quan ly du [aá]n(?: ha tang)?|phuc vu hanh chinh cong|hdnd va ubnd"
)
#: What is said anew is of the kind that it sets right; the longer kinds first.
_KINDS = (
    r"(?:\d{1,3} ?(?:%|phan tram)|mot nua)",
    r"(?:them )?(?:\d{1,3}|mot|hai|ba|bon|nam) (?:ngay|tuan|thang|tieng)(?: lam viec)?",
    r"\d{1,2} (?:(?:gio|h)(?: (?:ruoi|\d{1,2}))?|ruoi)",
    r"(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?",
    r"ngay \d{1,2}(?: thang \d{1,2})?",
    r"thang \d{1,2}",
    r"quy (?:\d|[ivx]+)",
    r"(?:thu (?:\d|hai|ba|tu|nam|sau|bay)|chu nhat)(?: tuan (?:nay|sau|toi))?",
    rf"(?:cua )?(?:phong|ban|trung tam|van phong) (?:{_LONG_NAMES}|[^\W\d]+(?: [^\W\d]+)?)",
    r"(?:anh|chi|em|co|chu|bac|cau) [^\W\d]+",
    r"(?:(?:viec|nhiem vu|so) )?\d{1,4}",
)
#: "À" alone sets right only what can hardly stand twice: two weekdays, hours, lengths.
_LOOSE = frozenset(
    kind
    for kind in _KINDS
    if kind.startswith((r"(?:\d{1,3} ?(?:%", r"(?:them )", r"\d{1,2} (?:", r"(?:ngay )?", r"(?:thu "))
)
#: Said of the first before it is set right: "thêm ba ngày nữa đi à không …".
_SAID = r"(?: (?:nua|di|nhe|ay|do|day|roi|thoi))*"
_FILLERS = frozenset(("nua", "di", "nhe", "ay", "do", "day", "roi", "thoi"))
_AH = r",? (?:à|ah|a|ha|ờ|o|ua|ủa),? "
_HESITATES = re.compile(_AH)
_OWNED = rf"{_SAID}{_AH}(?:ma |em |anh |chi )?(?:nham|lon|khong(?: phai)?|thoi|quen)(?: mat| roi| nham| lon)*,? (?:(?:la|den|toi|sang|qua) )?"
#: How sure it is told anew: "một nửa à không hơn một nửa chắc sáu chục phần trăm".
_ABOUT = r"(?:(?:hon|gan|khoang|chac|chung|tam|co|duoc|phai|mot nua) )*"
_ANEW = tuple(
    re.compile(
        rf"\b(?P<old>{kind})(?P<slip>{_OWNED}{'|' + _AH if kind in _LOOSE else ''}){_ABOUT if 'nua' in kind else ''}(?P<new>{kind})(?!\w)"
    )
    for kind in _KINDS
)
#: "17 à không phải 17, 18 mới đúng": the first is said once more.
_NOT_THE_FIRST = re.compile(
    rf"\b(?P<old>{_KINDS[-1]})(?P<slip>{_AH}khong phai),? (?P=old),? (?P<la>(?:ma )?la |ma )?(?P<new>{_KINDS[-1]})(?!\w)(?(la)|(?= moi))"
)
#: A count of the same thing: "12 tin, à 13 tin".
_COUNT = re.compile(
    rf"\b(?P<old>\d{{1,4}} (?P<thing>[^\W\d]+))(?P<slip>{_OWNED}|{_AH})(?:co |duoc |dat )?(?P<new>\d{{1,4}} (?P=thing))(?!\w)"
)
_IS_RIGHT = re.compile(r",? (?:moi (?:dung|phai|la dung)|chu|co(?= ?[,.!]| ?$))\b")
_TASK = re.compile(_KINDS[-1])
#: Beside other numbers it is the list that is set right, and "7 à quên 8" may as well add (`slip_within`).
_LISTED = (re.compile(r"\d(?: ?,| va| voi) $"), re.compile(r"(?: ?,| va| voi) ?(?:viec )?\d"))


def said_anew(text: str) -> str | None:
    """The words without what they set right; None where nothing is set right within them.

    What is only denied or added ("xong 7, không 8") stays: a word must own to the slip, behind an "à".
    """
    line = one_line(text)
    if not _HESITATES.search(line.norm):
        return None
    for pattern in (_NOT_THE_FIRST, *_ANEW, _COUNT):
        for found in pattern.finditer(line.norm):
            if _is_slip(line, found):
                return f"{line.typed(0, found.start('old'))} {_kept(line, found)}".strip()
    return None


def _is_slip(line: Line, found: re.Match[str]) -> bool:
    """Behind an "à" typed as one, not "ạ"."""
    slip = line.typed(*found.span("slip")).lower()
    ah = next((word for word in re.findall(r"\w+", slip) if read_line(word).norm not in _FILLERS), "")
    if ah not in ("à", "ah", "a", "ha", "ờ", "ủa") or found["old"] == found["new"]:
        return False
    before, behind = line.norm[: found.start("old")], line.norm[found.end("new") :]
    listed = _LISTED[0].search(before) or _LISTED[1].match(behind) or "quen" in found["slip"]
    return not (_TASK.fullmatch(found["old"]) and listed)


def _kept(line: Line, found: re.Match[str]) -> str:
    mark = re.match(r"(?:viec|nhiem vu|so|them|ngay) ", found["old"])
    lead = mark[0] if mark and not found["new"].startswith(mark[0]) else ""
    start, end = found.start("old"), len(line.norm)
    told = line.typed(found.start("new"), end)
    if right := _IS_RIGHT.match(line.norm, found.end("new")):
        told = f"{line.typed(*found.span('new'))} {line.typed(right.end(), end)}"
    return f"{line.typed(start, start + len(lead))} {told}".strip()
