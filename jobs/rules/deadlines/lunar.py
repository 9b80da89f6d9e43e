"""Days of the lunar calendar. Their day of the solar one is not computed here: such a phrase has to be asked about."""

import re

from jobs.rules.deadlines.words import MASK

_MONTH = r"(?:gieng|chap)\b"
_LUNAR = re.compile(
    r"(?:\bngay\s+)?(?:\b\d{1,2}\s*(?:[/.-]|thang)\s*)?(?:\bthang\s+)?\w*(?:\s*(?:/|nam)\s*\d{4})?\s*\(?(?:(?:tinh )?theo )?\b(?:am lich|al)\b\)?(?:\W*(?:ngay\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?)?"
    rf"|\bram(?:\s+thang\s+\w+)?\b|\b(?:ngay\s+)?\d{{1,2}}\s+(?:thang\s+{_MONTH}|{_MONTH}|tet\b)|\bthang chap\b"
)
_SAYS_LUNAR = re.compile(
    rf"\b(?:am lich|al)\b|\bram thang\b|\b\d{{1,2}}\s+(?:thang\s+)?(?:{_MONTH}|tet\b)|\bthang chap\b"
)

SOLAR_BESIDE = re.compile(r"\btuc\b|\bduong lich\b")
LUNAR_NOTE = "ngày âm lịch"


def hide_lunar_days(view: str) -> tuple[str, bool]:
    """The view with every lunar day masked, and whether there was one."""
    if not _SAYS_LUNAR.search(view):
        return view, False
    return _LUNAR.sub(lambda found: MASK * len(found[0]), view), True
