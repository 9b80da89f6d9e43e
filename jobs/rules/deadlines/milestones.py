"""Several dates, each with what must be reached by it: "- Đến 31/12/2025: 90 % … - Đến 31/01/2026: 100 % …"."""

import re
from datetime import date, timedelta

from jobs.rules.deadlines.absolute import Mark, Unit, day_of, find_marks
from jobs.rules.deadlines.masks import hide_what_is_no_deadline
from jobs.rules.deadlines.model import Milestone
from jobs.rules.deadlines.words import source_of

_OPENING = re.compile(
    r"(?:^|[-+•*;.:,)]|\d[.)])\s*(?:(?:hoan thanh|bao dam|phan dau|cham nhat|va|rieng|tu nay)\s+)*"
    r"(?P<lead>(?:(?:cham nhat|muon nhat|truoc|den|het|cuoi|ngay|trong|vao|thoi diem|la)\s+)*)$"
)
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def milestones_in(product_text: str, on: date) -> tuple[Milestone, ...]:
    """The milestones of a product cell, with their full targets. Empty unless dates open parts and a target follows."""
    source = source_of(product_text)
    view = hide_what_is_no_deadline(source)
    opening = [(mark, *part) for mark in find_marks(view, on) if (part := _opens(view, mark))]
    ends = [begins for _, _, begins in opening[1:]] + [len(source.text)]
    found: list[Milestone] = []
    for (mark, lead, _), end in zip(opening, ends, strict=False):
        target = source.text[mark.end : end].strip(" ,;:.-–+•*")
        day = day_of(mark, mark.year or on.year)
        if re.search(r"\btruoc\b", lead):
            day = mark.first(mark.year or on.year) - timedelta(days=1)
        if target:
            found.append(Milestone(day, target))
    return tuple(found)


def short_targets(milestones: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Where each target has just one percentage, that alone."""
    percents = [_PERCENT.findall(milestone.target) for milestone in milestones]
    if not all(len(found) == 1 for found in percents):
        return milestones
    return tuple(Milestone(m.due, found[0].replace(" ", "")) for m, found in zip(milestones, percents, strict=True))


def _opens(view: str, mark: Mark) -> tuple[str, int] | None:
    """The words that lead to a mark opening a part, and where the part begins."""
    found = _OPENING.search(view[: mark.at])
    if not found:
        return None
    lead = found["lead"]
    bounded = re.search(r"\b(?:den|truoc|het|cham nhat|muon nhat)\b", lead)
    colon = re.match(r"\s*:", view[mark.end :])
    if not bounded and not (colon and mark.unit is Unit.DAY):
        return None
    return lead, found.start()
