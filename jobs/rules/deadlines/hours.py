"""Hours, parts of the day and weekdays in a phrase."""

import re

from jobs.rules.deadlines.occurrences import WEEKDAYS

_TIME = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])\s*(?:gio(?!\s+hanh)|h(?![a-z])|g(?=\s*\d)|:(?=\d))\s*(?P<m>[0-5]\d)?(?!\d)(?:\s*(?:phut|p)\b)?"
)
_PART_OF_DAY = re.compile(r"\b(?P<p>sang|trua|chieu)\b(?=\s+(?:ngay|thu|moi|hang))")
_PARTS = {"sang": "morning", "trua": "noon", "chieu": "afternoon"}


def time_of_day(view: str) -> str | None:
    clock = _TIME.search(view)
    if clock:
        return f"{int(clock['h']):02}:{clock['m'] or '00'}"
    part = _PART_OF_DAY.search(view)
    return _PARTS[part["p"]] if part else None


def hide_hours(view: str) -> str:
    """Blank "trước 16 giờ 00", so that its *trước* is not taken for the day's."""
    hour = rf"(?:(?:truoc|vao|luc)\s+)*{_TIME.pattern}\s*,?(?=\s*(?:ngay|thu|hang|moi|cuoi|cua|\d|$))"
    return re.sub(re.sub(r"\?P<\w+>", "?:", hour), lambda found: " " * len(found[0]), view)


WEEKDAY = re.compile(r"\bthu\s+(?P<w>hai|ba|tu|nam|sau|bay|[2-7])\b|\b(?P<cn>chu nhat)\b|\bt(?P<t>[2-7])\b")


def weekday_name(match: re.Match[str]) -> str:
    if match["cn"]:
        return "SU"
    word = match["w"] or match["t"]
    nth = int(word) if word.isdigit() else {"hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7}[word]
    return WEEKDAYS[nth - 2]
