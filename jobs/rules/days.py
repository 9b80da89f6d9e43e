"""A day with its year as it stands in a cell, a file or an option: "15/12/2025", "15.12.2025", "2025-12-15"."""

import re
from datetime import date, timedelta

#: A day without its year that lies further off is taken to be of another year.
HALF_A_YEAR = timedelta(days=183)
_MIDNIGHT = r"(?:[ T]0?0:00(?::00)?)?"  # as spreadsheets write days
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})" + _MIDNIGHT)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})" + _MIDNIGHT)


def written_day(text: str) -> date | None:
    """Day first, always; without a year nothing, as the list of one year is often taken for the next."""
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        year, month, day = map(int, iso.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
