"""Words that go on from the result told before: "thêm 2 tin nữa" after "5 tin", "10 tin" put right in "9 tin, 2 bài"."""

import re

from bot.understanding.slips import Figure
from jobs.rules.text import fold_aligned

#: A deed and how many more; not what is lacking: "cần thêm 2 người", "còn 2 bài nữa".
_ADDS = re.compile(
    r"(?:(?!(?:can|xin|cho|doi|thieu|phai|con|se|sap|chua|khong|de nghi|du kien|muon)\b)\w+ ){0,3}?"
    r"(?:them (?:duoc |moi )?(?:\d|mot|hai|ba|bon|nam|may|vai)|\d+ (?:\w+ ){1,3}nua[ .!]*$)"
)
_ONE_FIGURE = re.compile(r"\d+(?:[.,]\d+)? ?(?:%|[^\W\d]+)")


def together(before: str, words: str, *, instead: bool) -> str | None:
    """Both as one result; None where the words stand for themselves. `instead`: they put right what was told."""
    if not instead:
        adds = _ADDS.match(fold_aligned(words))
        return "; ".join(filter(None, (before, words))) if adds else None
    return Figure(words, owned=True).put_into(before) if _ONE_FIGURE.fullmatch(words) else None
