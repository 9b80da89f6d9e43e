"""Reporting periods as people type them in a chat: "tháng này", "quý III", "6 tháng đầu năm", "tuần sau"."""

import re
from datetime import date, timedelta

from jobs.rules.deadlines.words import source_of

_AHEAD = timedelta(days=62)
_SHIFTS = {"nay": 0, "sau": 1, "toi": 1, "truoc": -1, "roi": -1, "qua": -1, "vua roi": -1, "vua qua": -1, "ngoai": -1}
_SHIFT = r"(?P<s>nay|sau|toi(?! dau\b)|truoc|vua roi|vua qua|roi|qua)"
_YEAR = r"(?:\s*(?:/|-|nam)\s*(?P<y>20\d\d)|\s+nam (?P<ys>nay|ngoai|truoc|sau))?"
_WEEK = re.compile(rf"\btuan (?:{_SHIFT}|(?:thu )?(?P<w>\d{{1,2}}){_YEAR})\b")
_MONTHS = re.compile(
    r"\b(?P<n>0?[69]|sau|chin) thang(?: (?P<part>dau|cuoi))?(?: (?:cua )?nam)?(?:\s*/?\s*(?P<y>20\d\d)| (?P<ys>nay|ngoai|truoc|sau))?\b"
)
_HALF = re.compile(r"\bnua (?P<part>dau|cuoi) nam(?: (?P<y>20\d\d))?\b")
_QUARTER = re.compile(
    rf"\b(?:quy\s*(?:(?P<q>iv|i{{1,3}}|[1-4])(?![\d]){_YEAR}|{_SHIFT})|q(?P<q2>[1-4])(?:\s*/\s*(?P<y2>20\d\d))?)\b"
)
_MONTH = re.compile(
    rf"\b(?:thang\s*|t(?=1[0-2]|0?[18-9]\b|0\d|\d/20))(?:(?P<m>1[0-2]|0?[1-9])(?!\d|[./-]\d\b){_YEAR}|{_SHIFT})\b"
)
_BARE_MONTH = re.compile(r"(?<![\d/.-])(?P<m>1[0-2]|0?[1-9])\s*/\s*(?P<y>20\d\d)(?!\d)")
_YEAR_ALONE = re.compile(r"\bnam (?P<y>20\d\d)\b|\bnam (?P<s>nay|ngoai|truoc|sau|toi(?! dau\b))\b|\bca nam\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def read_span(text: str, on: date) -> str | None:
    """2025-W47, 2025-11, 2025-Q4, 2025-H1, 2025-9M or 2025, as the message names it; None if it names none.

    A month or quarter without a year is the nearest that has begun or soon will.
    """
    plain = source_of(text).plain
    return _week(plain, on) or _months(plain, on) or _quarter(plain, on) or _month(plain, on) or _year_alone(plain, on)


def _said_year(found: re.Match[str], on: date) -> int | None:
    groups = found.groupdict()
    year = groups.get("y") or groups.get("y2")
    if year:
        return int(year)
    shift = groups.get("ys")
    return on.year + _SHIFTS[shift] if shift else None


def _week(plain: str, on: date) -> str | None:
    found = _WEEK.search(plain)
    if not found:
        return None
    if found["w"]:
        week = int(found["w"])
        return f"{_said_year(found, on) or on.isocalendar().year}-W{week:02}" if 1 <= week <= 53 else None
    year, week, _ = (on + timedelta(days=7 * _SHIFTS[found["s"]])).isocalendar()
    return f"{year}-W{week:02}"


def _months(plain: str, on: date) -> str | None:
    found = _MONTHS.search(plain)
    half = _HALF.search(plain)
    if half:
        return f"{half['y'] or on.year}-H{1 if half['part'] == 'dau' else 2}"
    if not found:
        return None
    nine = found["n"] in ("9", "09", "chin")
    if not found["part"] and not nine and not re.search(r"\bbao cao (?:so ket )?(?:0?6|sau) thang", plain):
        return None
    year = _said_year(found, on) or (on.year if on.month > 1 or found["part"] == "dau" else on.year - 1)
    if nine:
        return f"{year}-9M"
    return f"{year}-H{2 if found['part'] == 'cuoi' else 1}"


def _quarter(plain: str, on: date) -> str | None:
    found = _QUARTER.search(plain)
    if not found:
        return None
    if found["s"]:
        total = on.year * 4 + (on.month - 1) // 3 + _SHIFTS[found["s"]]
        return f"{total // 4}-Q{total % 4 + 1}"
    said = found["q"] or found["q2"]
    quarter = int(said) if said.isdigit() else _ROMAN[said]
    year = _said_year(found, on) or _nearest_year(on, quarter * 3 - 2)
    return f"{year}-Q{quarter}"


def _month(plain: str, on: date) -> str | None:
    bare = _BARE_MONTH.search(plain)
    if bare:
        return f"{bare['y']}-{int(bare['m']):02}"
    found = _MONTH.search(plain)
    if not found:
        return None
    if found["s"]:
        total = on.year * 12 + on.month - 1 + _SHIFTS[found["s"]]
        return f"{total // 12}-{total % 12 + 1:02}"
    month = int(found["m"])
    return f"{_said_year(found, on) or _nearest_year(on, month)}-{month:02}"


def _nearest_year(on: date, first_month: int) -> int:
    for year in (on.year + 1, on.year):
        if date(year, first_month, 1) <= on + _AHEAD:
            return year
    return on.year - 1


def _year_alone(plain: str, on: date) -> str | None:
    found = _YEAR_ALONE.search(plain)
    if not found:
        return None
    return found["y"] or str(on.year + _SHIFTS.get(found["s"] or "nay", 0))
