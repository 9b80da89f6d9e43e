"""Several dates, each with what must be reached by it: "- Đến 31/12/2025: 90 % … - Đến 31/01/2026: 100 % …"."""

import re
from datetime import date, timedelta

from jobs.rules.deadlines.absolute import find_marks
from jobs.rules.deadlines.bounds import year_of
from jobs.rules.deadlines.marks import Mark, Unit, day_of
from jobs.rules.deadlines.masks import hide_what_is_no_deadline
from jobs.rules.deadlines.model import Milestone
from jobs.rules.deadlines.words import Source, mended_source_of

_OPENING = re.compile(
    r"(?:^|[-+•*;.:,)]|\d[.)])\s*(?:(?:hoan thanh|bao dam|phan dau|cham nhat|va|rieng|tu nay)\s+)*"
    r"(?P<lead>(?:(?:cham nhat|muon nhat|truoc|den|het|cuoi|ngay|trong|vao|thoi diem|la)\s+)*)$"
)
_PART = re.compile(r"\s*(?:[;\n]|(?:^|(?<=[.;:\s]))[-+•*](?=\s)|\.(?=\s))\s*")
_LABEL = re.compile(
    r"^[-+•* ]*(?P<label>[^:#]{2,60}):\s*(?P<lead>(?:(?:cham nhat|truoc|den|het|trong|vao|ngay|la|hoan thanh)\s+)*)$"
)
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def milestones_in(product_text: str, on: date) -> tuple[Milestone, ...]:
    """The milestones of a product cell, with their full targets. Empty unless dates open parts and a target follows."""
    source = mended_source_of(product_text)
    if not re.search(r"\d|\bhet\b", source.plain):
        return ()
    view = hide_what_is_no_deadline(source)
    return opened_milestones(source, view, find_marks(view, on), on)


def opened_milestones(source: Source, view: str, marks: list[Mark], on: date) -> tuple[Milestone, ...]:
    """As `milestones_in`, of a text whose units of time are found already."""
    opening = [(mark, *part) for mark in marks if mark.first_month and (part := _opens(view, mark))]
    if len(opening) == 1 and not opening[0][1] and opening[0][0].unit is not Unit.DAY:
        return ()  # "Quý I/2026: kế hoạch" alone frames the product, it is no step towards it
    ends = [begins for _, _, begins in opening[1:]] + [len(source.text)]
    found: list[Milestone] = []
    for (mark, lead, _), end in zip(opening, ends, strict=False):
        target = source.text[mark.end : end].strip(" ,;:.-–+•*")
        if target:
            found.append(Milestone(_day_of(mark, lead, on), target))
    return tuple(found)


def labelled_milestones(source: Source, view: str, marks: list[Mark], on: date) -> tuple[Milestone, ...]:
    """ "Lần 1: tháng 6/2026; lần 2: tháng 12/2026": each part names what, then one date."""
    bounds = [0, *(at for found in _PART.finditer(view) for at in found.span()), len(view)]
    found: list[Milestone] = []
    for at, end in zip(bounds[::2], bounds[1::2], strict=True):
        inside = [mark for mark in marks if at <= mark.at < end and mark.first_month]
        label = _LABEL.match(view[at : inside[0].at]) if len(inside) == 1 else None
        if label and not view[inside[0].end : end].strip(" .,;)"):
            target = source.slice(at + label.start("label"), at + label.end("label"))
            found.append(Milestone(_day_of(inside[0], label["lead"], on), target))
    return tuple(found) if len(found) > 1 else ()


def _day_of(mark: Mark, lead: str, on: date) -> date:
    year = year_of(mark, on)
    return mark.first(year) - timedelta(days=1) if re.search(r"\btruoc\b", lead) else day_of(mark, year)


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
    if not bounded and not colon:
        return None
    return lead, found.start()
