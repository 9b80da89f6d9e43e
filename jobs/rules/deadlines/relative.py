"""Deadlines that hang on an event, and those that somebody else sets (deadline study §3.6 and §3.7)."""

import re
from dataclasses import dataclass

from jobs.rules.deadlines.marks import Mark
from jobs.rules.deadlines.model import Offset, OffsetUnit
from jobs.rules.deadlines.words import Source, compiled, number

_N = r"(?<![\d/.,])(?P<n>1/2|0,5|\d{1,3}|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?=\s))"
_U = r"(?P<u>ngay lam viec|ngay|gio lam viec|gio|h|tuan|thang)"
_COUNT = rf"{_N}\s*(?:\([^)]{{1,12}}\)\s*)?{_U}\b"
_LONG_COUNT = _COUNT.replace("|thang)", "|thang|nam)")
_ANCHOR = r"(?:ke tu(?: (?:ngay|khi|thoi diem|luc))?|tinh tu(?: (?:ngay|khi|thoi diem))?|sau khi|sau ngay|tu khi|tu ngay|tu thoi diem|sau)"
_COUNTED = re.compile(rf"{_LONG_COUNT}[^.;#]{{0,30}}?\s*,?\s*\b(?P<anchor>{_ANCHOR})\s+(?P<event>[^.;]+)")
_EVENT_THEN_COUNT = re.compile(
    rf"\b(?:sau khi|sau ngay|ke tu(?: ngay| khi)?|tu khi|tu ngay)\s+(?P<event>[^.;]{{4,}}?)[,\s]+(?:trong (?:vong|thoi han)\s+|khong qua\s+|cham nhat\s+|toi da\s+|la\s+)*{_COUNT}\s*(?:phai\b.*)?$"
)
_COUNT_BEFORE = re.compile(
    rf"(?<!bao cao )(?<!so ket )(?<!tong ket )(?<!dinh ky )(?<!ke hoach ){_COUNT}\s+truoc\s+(?:(?:khi|ngay)\s+)?(?P<event>[^.;\d][^.;]+)"
)
_COUNT_BESIDE = re.compile(rf"\btruoc\s+{_COUNT}\s+so voi\s+(?:ngay\s+)?(?P<event>[^.;\d][^.;]+)")
_COUNT_ALONE = re.compile(
    rf"(?:^\W*|\b(?:trong(?: vong| thoi han| thoi gian)?|thoi han|thoi gian|khong qua|toi da|cham nhat|han|sau|khong cham qua|mac dinh|la|du kien|hoan thanh)\s+(?:la\s+|toi da\s+|khong qua\s+)*:?\s*){_COUNT}(?!\s*/)(?!\s+(?:dau|cuoi) (?:tien |cung )?(?:cua |thang|quy|nam)|\s+dem|\s+lam viec)"
)
_SAME_DAY = re.compile(r"\b(?:ngay )?trong ngay(?P<working> lam viec)?\W*$")
_WITHIN = re.compile(r"\b(?:trong|vong|thoi han|thoi gian|khong qua|toi da)\b")
_AT_ONCE = re.compile(
    r"\b(?:ngay |lap tuc )?(?P<anchor>sau khi|sau thoi diem|ngay sau|ngay khi|tu khi|ke tu khi|ke tu ngay|ke tu thoi diem|ke tu|(?<!truoc )khi)\s+(?!can\b)(?P<event>[^.;]+)"
    r"|\b(?:ngay )?trong ngay\s+(?P<on_day>(?!lam viec|dau\b|cuoi\b|hom\b|nay\b|thu\b)[a-z][^.;]+)"
)
_AFTER_NOUN = re.compile(r"^\W*(?:ngay )?sau\s+(?P<event>[a-z][^.;]+)")
_BEFORE_EVENT = re.compile(
    r"\b(?:cham nhat )?(?P<word>truoc)\s+(?:khi\s+)?(?!hoac\b|va\b|mat\b|day\b|do\b|het\b|tien\b)(?P<event>[a-z][^.;]+)"
)
_AT_MEETING = re.compile(
    r"(?:^\W*(?:trinh\s+)?(?=ky hop (?!thang|quy|ngay|.*\b(?:truoc|cham nhat|den) ))|\b(?:tai|trong)\s+)(?P<event>(?:ky hop|phien hop|hoi nghi|dai hoi)\b[^.;]*)"
)
_UNTIL = re.compile(r"\b(?:cho )?den khi\s+(?P<event>[^.;]+)")
_UNITS = {
    "ngay lam viec": OffsetUnit.WORKING_DAY, "ngay": OffsetUnit.DAY, "gio lam viec": OffsetUnit.HOUR,
    "gio": OffsetUnit.HOUR, "h": OffsetUnit.HOUR, "tuan": OffsetUnit.WEEK, "thang": OffsetUnit.MONTH,
    "nam": OffsetUnit.MONTH,
}  # fmt: skip

_BY_OTHERS = compiled(
    r"\b(?<!tiep )(?<!kem )theo\s+(?!doi\b|dang ky\b|hinh thuc\b|huong\b(?! dan)|phuong cham\b|phuong thuc\b|tinh than\b|mau\b|tung buoc\b|thoi gian phu hop|nguyen tac\b|nhom\b|linh vuc\b|mo hinh\b|chuyen de\b)",
    r"\b(?:do|cho)\s+[^.;,]{2,60}?\b(?:dat|quy dinh|an dinh|quyet dinh|thong bao|phan cong|giao|huong dan|yeu cau|chi dao|xac dinh)\b",
    r"\b(?:khi|neu) (?:co|duoc|nhan duoc) (?:yeu cau|de nghi|chi dao|huong dan|thong bao|van ban|giao|phan cong|ke hoach|phat sinh)",
    r"\b(?:dung|trong|bao dam|dam bao) (?:thoi han|thoi gian|han|tien do|lo trinh)(?: da)?(?: duoc)? (?:quy dinh|giao|yeu cau|de ra|phe duyet|phan cong)",
    r"\b(?:tuy|phu thuoc|can cu)\s+(?:theo|vao)\b",
    r"\bcho (?:huong dan|y kien|chi dao|thong bao|van ban)\b",
    r"\bdung quy dinh\b|\bquy dinh hien hanh\b",
)
_AUTHORITY = re.compile(
    r"\b(?:cua|(?<!tien )(?<!che )(?<!muc )do)\s+(?P<who>[^.;,()]+?)(?=\s+(?:dat|quy dinh|an dinh|quyet dinh|thong bao|phan cong|giao|trien khai|ban hanh|nam \d+|ngay \d+|thang \d+|quy \S+|trong|tai|ve)\b|[.;,()]|$)"
)


@dataclass(frozen=True)
class Hanging:
    """A deadline without a date of its own. `known`: the event's day, where the phrase names it."""

    offset: Offset
    at: int
    end: int
    known: Mark | None = None
    event_at: int = 0


def read_counted(source: Source, view: str, marks: list[Mark]) -> Hanging | None:
    """ "03 ngày làm việc kể từ ngày …", in either order of count and event, and "5 ngày trước khi …"."""
    for pattern, sign in ((_COUNTED, 1), (_EVENT_THEN_COUNT, 1), (_COUNT_BEFORE, -1), (_COUNT_BESIDE, -1)):
        found = pattern.search(view)
        if found and _really_after(source, found):
            per_unit = 12 if found["u"] == "nam" else 1
            offset = Offset(
                sign * per_unit * _count(found["n"]), _UNITS[found["u"]], source.slice(*found.span("event"))
            )
            mark = next((m for m in marks if 0 <= m.at - found.start("event") <= 5), None)
            return Hanging(offset, *found.span(), known=mark)
    return None


def read_event(source: Source, view: str) -> Hanging | None:
    """ "ngay sau khi …", "trước kỳ họp …", "đến khi …": no count of days. "sáu" is not "sau"."""
    for pattern in (_UNTIL, _AT_ONCE, _AFTER_NOUN, _AT_MEETING):
        found = pattern.search(view)
        if found and _really_after(source, found) and not _set_by_others_on_demand(view[found.start() :]):
            group = "on_day" if found["event"] is None else "event"
            offset = Offset(0, OffsetUnit.DAY, source.slice(*found.span(group)))
            return Hanging(offset, *found.span(), event_at=found.start(group))
    found = _BEFORE_EVENT.search(view)
    if found and source.says(*found.span("word"), "trước"):
        offset = Offset(-1, OffsetUnit.DAY, source.slice(*found.span("event")))
        return Hanging(offset, *found.span(), event_at=found.start("event"))
    return None


def _really_after(source: Source, found: re.Match[str]) -> bool:
    """ "sau", not "sáu"."""
    at = found[0].find("sau")
    return at < 0 or source.says(found.start() + at, found.start() + at + 3, "sau")


def _set_by_others_on_demand(words: str) -> bool:
    return bool(
        re.match(
            r"(?:ngay )?khi (?:co|duoc|nhan duoc) (?:van ban )?(?:yeu cau|de nghi|chi dao|huong dan|phat sinh|giao|phan cong|thong bao)",
            words,
        )
    )


def read_count_alone(view: str) -> Hanging | None:
    """ "trong vòng 05 ngày làm việc", "trong ngày", with no event named. "Chậm nhất 16 giờ" is an hour, no length."""
    same_day = _SAME_DAY.search(view)
    if same_day:
        unit = OffsetUnit.WORKING_DAY if same_day["working"] else OffsetUnit.DAY
        return Hanging(Offset(0, unit, ""), *same_day.span())
    found = _COUNT_ALONE.search(view)
    if not found or (found["u"] in ("gio", "h") and not _WITHIN.search(found[0])):
        return None
    return Hanging(Offset(_count(found["n"]), _UNITS[found["u"]], ""), *found.span())


def _count(word: str) -> int:
    """Half a day is over on the day itself."""
    return 0 if word in ("1/2", "0,5") else number(word)


def set_by_others(source: Source) -> tuple[str | None, tuple[int, int]] | None:
    """Who sets the date (None where not said) and where the phrase says so; read from the whole fold, unmasked."""
    for pattern in _BY_OTHERS:
        found = pattern.search(source.plain)
        if found and not _cites_only(source.plain, found.end()):
            who = _AUTHORITY.search(source.plain, found.start())
            return (source.slice(*who.span("who")) if who else None), (found.start(), len(source.text))
    return None


def _cites_only(plain: str, end: int) -> bool:
    """ "… theo Quyết định số 766/QĐ-TTg ngày 23/6/2022" says how, not when, unless the phrase begins with it."""
    at_start = not re.sub(r"\b(?:theo|thuc hien|trien khai|hoan thanh|to chuc)\b", "", plain[:end]).strip(" -+")
    cited = re.match(
        r"(?:quyet dinh|nghi quyet|nghi dinh|thong tu|luat|cong van|van ban|chi thi|ke hoach) so\s*\d", plain[end:]
    )
    return bool(cited) and not at_start
