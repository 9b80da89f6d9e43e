"""Words that go on from the result told before: "thêm 2 tin nữa" after "5 tin", "10 tin" put right in "9 tin, 2 bài"."""

import re

from bot.understanding.slips import Figure
from jobs.rules.text import fold_aligned

#: A deed and how many more; not what is lacking: "cần thêm 2 người", "còn 2 bài nữa".
_ADDS = re.compile(
    r"(?:(?!(?:can|xin|cho|doi|thieu|phai|con|se|sap|chua|khong|de nghi|du kien|muon)\b)\w+ ){0,3}?"
    r"(?:them (?:duoc |moi )?(?:\d|mot|hai|ba|bon|nam|may|vai)|\d+ (?:\w+ ){1,3}nua[ .!]*$)"
)
#: When it will be ready says nothing of what stands in the way; that it goes by the plan, nothing of how far it is.
_ONLY_WHEN = re.compile(
    r"(?:(?:du kien|se|chac|khoang|co gang)\b ?)+.*(?:\d{1,2}[/.-]\d{1,2}|thang|tuan|thu \w+|mai).*"
)
_BY_PLAN = re.compile(r"(?:(?:da|dang|van) )*(?:vuot|dung|theo|kip|bam sat) (?:ke hoach|tien do|chi tieu)(?: roi)?")
_FIGURES = re.compile(r"\D*\d[^;]*")
_ONE_FIGURE = re.compile(r"\d+(?:[.,]\d+)? ?(?:%|[^\W\d]+)")


def together(before: str, words: str, *, instead: bool) -> str | None:
    """Both as one result; None where the words stand for themselves. `instead`: they put right what was told."""
    if not instead:
        adds = _ADDS.match(fold_aligned(words))
        return "; ".join(filter(None, (before, words))) if adds else None
    return Figure(words, owned=True).put_into(before) if _ONE_FIGURE.fullmatch(words) else None


def beside(before: str, percent: int | None, obstacle: str, words: str) -> tuple[str, int | None, str]:
    """The words with what they leave open, what stands in the way or how far it is: text, percentage, obstacle."""
    folded = fold_aligned(words)
    if obstacle and _ONLY_WHEN.fullmatch(folded):
        return words, None, obstacle
    if _BY_PLAN.fullmatch(folded) and (percent is not None or _FIGURES.fullmatch(fold_aligned(before))):
        return f"{before}, {words}" if before else words, percent, obstacle
    return words, None, ""
