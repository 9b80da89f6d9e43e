"""Answers in the form in which the bot lists tasks, a line each: "8. 12 tin", "17) đang trình", "48 - 500 tờ rơi"."""

import re

from bot.understanding.numbers import COUNTED
from jobs.rules.text import fold_words

#: "11 - 14 xong" is a row of tasks, "12.5 tỷ" and "8.12" are figures.
_ITEM = re.compile(r"^\s*#?(?P<number>\d{1,3})\s?(?P<mark>[.)]\s?|\s[-–]\s)(?=(?P<said>\S.*))", re.M)
_COUNT = re.compile(rf"\d[\d.,]* (?:{COUNTED})\b")


def with_colons(text: str) -> str:
    """ "8: 12 tin": each number that begins a line stands as its own; lines counted from 1 on are a list of something else."""
    items = [found for found in _ITEM.finditer(text) if _tells(found)]
    numbers = [int(found["number"]) for found in items]
    if not items or (len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))):
        return text
    starts = {found.start("number"): found for found in items}
    return _ITEM.sub(lambda found: f"{found['number']}: " if found.start("number") in starts else found[0], text)


def _tells(found: re.Match[str]) -> bool:
    """Words, or so many of something; "8.12" without a space is a figure."""
    figure = found["said"][0].isdigit()
    if found["mark"] in (".", ")"):
        return not figure
    return (
        not figure
        or ("-" not in found["mark"] and "–" not in found["mark"])
        or bool(_COUNT.match(fold_words(found["said"])))
    )
