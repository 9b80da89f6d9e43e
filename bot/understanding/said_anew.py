"""A word set right in the same breath: "việc 21 à nhầm 22 đã xong", "thêm ba ngày à thôi năm ngày", "thứ tư à thứ năm"."""

import re

from bot.understanding.clauses import one_line
from bot.understanding.line import Line

#: What is said anew is of the kind that it sets right; the longer kinds first.
_KINDS = (
    r"\d{1,3} ?(?:%|phan tram)",
    r"(?:them )?(?:\d{1,3}|mot|hai|ba|bon|nam) (?:ngay|tuan|thang|tieng)(?: lam viec)?",
    r"\d{1,2} (?:gio|h)(?: (?:ruoi|\d{1,2}))?",
    r"(?:ngay )?\d{1,2}/\d{1,2}(?:/\d{4})?",
    r"thang \d{1,2}",
    r"quy (?:\d|[ivx]+)",
    r"(?:thu (?:\d|hai|ba|tu|nam|sau|bay)|chu nhat)",
    r"(?:phong|ban|trung tam|van phong) [^\W\d]+(?: [^\W\d]+)?",
    r"(?:anh|chi|em|co|chu|bac) [^\W\d]+",
    r"(?:(?:viec|nhiem vu|so) )?\d{1,4}",
)
#: "À" alone sets right only what can hardly stand twice: two weekdays, hours, lengths.
_LOOSE = frozenset(_KINDS[1:4] + _KINDS[6:7])
_AH = r",? (?:à|ah|a|ha|ờ|o|ua|ủa),? "
_OWNED = rf"{_AH}(?:ma |em |anh |chi )?(?:nham|lon|khong(?: phai)?|thoi|quen)(?: mat| roi)?,? (?:la )?"
_ANEW = tuple(
    re.compile(rf"\b(?P<old>{kind})(?P<slip>{_OWNED}{'|' + _AH if kind in _LOOSE else ''})(?P<new>{kind})(?!\w)")
    for kind in _KINDS
)
_TASK = re.compile(_KINDS[-1])
#: Beside other numbers it is the list that is set right, and "7 à quên 8" may as well add (`slip_within`).
_LISTED = (re.compile(r"\d(?: ?,| va| voi) $"), re.compile(r"(?: ?,| va| voi) ?(?:viec )?\d"))


def said_anew(text: str) -> str | None:
    """The words without what they set right; None where nothing is set right within them.

    What is only denied or added ("xong 7, không 8") stays: a word must own to the slip, behind an "à".
    """
    line = one_line(text)
    for pattern in _ANEW:
        for found in pattern.finditer(line.norm):
            if _is_slip(line, found):
                return f"{line.typed(0, found.start('old'))} {_kept(line, found)}".strip()
    return None


def _is_slip(line: Line, found: re.Match[str]) -> bool:
    """Behind an "à" typed as one, not "ạ"."""
    ah = line.typed(*found.span("slip")).lower().strip(" ,").split()[0]
    if ah not in ("à", "ah", "a", "ha", "ờ", "ủa") or found["old"] == found["new"]:
        return False
    before, behind = line.norm[: found.start("old")], line.norm[found.end("new") :]
    listed = _LISTED[0].search(before) or _LISTED[1].match(behind) or "quen" in found["slip"]
    return not (_TASK.fullmatch(found["old"]) and listed)


def _kept(line: Line, found: re.Match[str]) -> str:
    mark = re.match(r"(?:viec|nhiem vu|so|them|ngay) ", found["old"])
    lead = mark[0] if mark and not found["new"].startswith(mark[0]) else ""
    start = found.start("old")
    return f"{line.typed(start, start + len(lead))} {line.typed(found.start('new'), len(line.norm))}".strip()
