"""From calendar units to first and last days: bounds ("trước", "đến hết"), ranges ("từ … đến …"), lists, periods."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jobs.rules.days import HALF_A_YEAR
from jobs.rules.deadlines.marks import Mark, Unit
from jobs.rules.deadlines.model import DeadlineKind, last_day, on_day

_LEAD = re.compile(
    r"(?:\b(?:truoc|hoac|va|cham nhat|muon nhat|la|vao|den|het|toi|cho|trong|ngay|thoi diem|khi|ket thuc|luc|cuoi|dau|giua|khong qua|khong muon hon|"
    r"khong cham hon|han chot|han cuoi cung|thoi han|han|(?<!thu )sau|(?<!dien )tu|ke|bat|tinh|ca|khoang|du kien|cac|rieng)\b[\s:]*)+$"
)
_BETWEEN = re.compile(
    r"[\s,]*(?:va\s+)?(?:-|den|toi|cho den|~|ket thuc)[\s]*(?:(?:het|cuoi|dau|ngay|vao|truoc|thoi diem|va|trong|giua)\s+)*"
)
_VAGUE_PART = re.compile(r"(?<!bat )(?<!nua )\b(?:dau|giua)\s*$")
_VAGUE_NOTE = "chỉ nói đầu kỳ hoặc giữa kỳ, chưa rõ ngày"
_LISTED = re.compile(r"\s*(?:,|;|va|&|\+|-|/|hoac)\s*(?:(?:trong|den|ngay|va)\s+)*")
_FROM_NOW = re.compile(r"\btu (?:nay|bay gio|hom nay)\s+(?:cho )?(?:den|toi)\b")
# A day far back can only mean the year to come; a past quarter in a plan of this year is still this year's.
_DAY_IS_OVER, _PERIOD_IS_OVER = HALF_A_YEAR, timedelta(days=240)


@dataclass(frozen=True)
class Span:
    """`strict`: bounded by a day, which weighs more than a period named beside it. `stops`: as of its mark."""

    kind: DeadlineKind
    start: date | None
    due: date | None
    at: int
    end: int
    strict: bool = False
    unit: Unit = Unit.DAY
    note: str = ""
    stops: tuple[date, ...] = ()


def spans_of(view: str, marks: list[Mark], on: date) -> list[Span]:
    """Every reading of the marks, the weightiest first: strict days (the last one), ranges, bounds, finer units."""
    found: list[Span] = []
    marks = _same_year(marks, on)
    index, before = 0, False
    while index < len(marks):
        span, used = _joined(view, marks[index:], on)
        if found and _shares_bound(view, found[-1], marks[index], used):
            span = replace(span, due=(span.due or on) - timedelta(days=before), strict=True)
        else:
            before = bool(re.match(r"(?:cham nhat )?truoc\b", view[span.at :].lstrip()))
        found.append(span)
        index += used
    return sorted(found, key=_weight)


def _same_year(marks: list[Mark], on: date) -> list[Mark]:
    """Days that follow one another without a year ("15/3, 15/6, 15/9") lie in one year: that of the last."""
    bare = [mark for mark in marks if mark.unit is Unit.DAY and mark.first_month and not mark.year]
    months = [mark.first_month or 0 for mark in bare]
    if len(bare) < 2 or months != sorted(months):
        return marks
    year = year_of(bare[-1], on)
    return [replace(mark, year=year) if mark in bare else mark for mark in marks]


def _shares_bound(view: str, earlier: Span, mark: Mark, used: int) -> bool:
    """ "Trước ngày 15/6 và 15/12", "chậm nhất ngày 15/6 và ngày 15/12": the word stands once and bounds both."""
    days = used == 1 and earlier.strict and mark.unit is Unit.DAY
    return days and bool(re.fullmatch(r"\s*(?:,|va|;)\s*(?:ngay\s*)?", view[earlier.end : mark.at]))


def _weight(span: Span) -> tuple[int, int, int]:
    if span.strict:
        return 0, 0, -span.at
    if span.kind is DeadlineKind.DATE:
        return 1, 0, -span.at
    if span.kind is DeadlineKind.UNSPECIFIED:
        return 4, 0, span.at
    bounded = span.kind is DeadlineKind.PERIOD and span.start is None
    return (2 if bounded else 3), int(span.unit), span.at


def year_of(mark: Mark, on: date) -> int:
    """The mark's year, else that of `on`, else the next where it would long be over."""
    if mark.year:
        return mark.year
    if mark.first_month is None:
        return on.year
    over = _DAY_IS_OVER if mark.unit is Unit.DAY else _PERIOD_IS_OVER
    return on.year + (on - mark.last(on.year) > over)


def _joined(view: str, marks: list[Mark], on: date) -> tuple[Span, int]:
    """A range or a list of marks that hang together, or one mark alone; and how many marks it took."""
    first = marks[0]
    lead = _lead(view, first)
    if len(marks) > 1:
        gap = view[first.end : marks[1].at]
        from_here = bool(re.search(r"\btu\b", lead))
        if _BETWEEN.fullmatch(gap) and not re.search(r"\b(?:truoc|sau|cham nhat)\b", lead):
            span = _range(first, marks[1], on, _start_of(first, lead))
            if _VAGUE_PART.search(gap):
                span = replace(span, kind=DeadlineKind.UNSPECIFIED, start=None, due=None, note=_VAGUE_NOTE)
            if re.search(r"\btruoc\s", gap) and span.due:
                span = replace(span, due=marks[1].first(span.due.year) - timedelta(days=1))
            return span, 2
        if from_here and marks[1].unit <= first.unit and re.search(r"\b(?:den|ket thuc)\b[^.;]{0,25}$", gap):
            return _range(first, marks[1], on, _start_of(first, lead)), 2
        listed = _list_length(view, marks)
        if listed > 1 and first.unit is not Unit.DAY:
            return _range(first, marks[listed - 1], on, _start_of(first, lead), listed=True), listed
    return mark_span(view, first, on), 1


def _list_length(view: str, marks: list[Mark]) -> int:
    length = 1
    while (
        length < len(marks)
        and marks[length].unit is marks[0].unit
        and _LISTED.fullmatch(view[marks[length - 1].end : marks[length].at])
    ):
        length += 1
    return length


def _range(first: Mark, last: Mark, on: date, at: int, *, listed: bool = False) -> Span:
    end_year = year_of(last, on)
    due = _day(last, end_year, on)
    start_year = first.year or end_year
    start = first.first(start_year) if first.first_month else on_day(due.year, due.month, first.first_day or 1)
    if start > due and not listed:
        if first.year and first.year < end_year:
            due = _day(last, end_year + 1, on)
        else:
            start = first.first(start_year - 1) if first.first_month else start
    return Span(DeadlineKind.PERIOD, min(start, due), max(start, due), at, last.end, unit=first.unit)


def _day(mark: Mark, year: int, on: date) -> date:
    if mark.first_month is None:
        coming = on_day(on.year, on.month, mark.last_day or 1)
        return coming if coming >= on else on_day(*_next_month(on), mark.last_day or 1)
    return mark.last(year)


def _next_month(on: date) -> tuple[int, int]:
    return (on.year + 1, 1) if on.month == 12 else (on.year, on.month + 1)


def _lead(view: str, mark: Mark) -> str:
    found = _LEAD.search(view[: mark.at])
    return found[0] if found else ""


def _start_of(mark: Mark, lead: str) -> int:
    return mark.at - len(lead)


def mark_span(view: str, mark: Mark, on: date) -> Span:
    lead = _lead(view, mark)
    year = year_of(mark, on)
    is_day = mark.unit is Unit.DAY
    last = _day(mark, year, on)
    several_days = is_day and mark.first_day != mark.last_day
    first = last if is_day and not several_days else mark.first(year)
    at = _start_of(mark, lead)
    base = Span(DeadlineKind.DATE, None, last, at, mark.end, unit=mark.unit)
    before = _word("truoc", lead) and not re.search(r"\btruoc (?:hoac|va) (?:trong|vao)\b", lead)
    if before:
        if re.search(r"\b(?:cuoi|het|ket thuc)\s*$", lead):
            return replace(base, strict=is_day)  # a period's end has no day of its own to be excluded
        return replace(base, due=first - timedelta(days=1), strict=is_day)
    if _VAGUE_PART.search(lead):
        return replace(base, kind=DeadlineKind.UNSPECIFIED, due=None, note=_VAGUE_NOTE)
    if re.search(r"\bsau\b", lead) and not re.search(r"\bthoi\b.*\bsau\b", lead):
        return replace(base, kind=DeadlineKind.ONGOING, start=last + timedelta(days=1), due=None)
    if _FROM_NOW.search(view[: mark.at]):
        return replace(base, kind=DeadlineKind.PERIOD, start=on, due=max(last, on))
    if re.search(
        r"\b(?:den|toi|het|cham nhat|muon nhat|khong qua|khong muon hon|khong cham hon|han chot|han cuoi)\b", lead
    ):
        kind = DeadlineKind.DATE if is_day else DeadlineKind.PERIOD
        return replace(base, kind=kind, strict=is_day)
    long_month = mark.unit is Unit.MONTH and mark.first_month != mark.last_month
    if _word("tu", lead) and not (mark.last_year or long_month or several_days or _several_quarters(mark)):
        return replace(base, kind=DeadlineKind.ONGOING, start=first, due=None)
    if is_day and not several_days:
        return replace(base, strict=_word("han", lead))
    if _word("cuoi", lead) and mark.year:
        return base
    stops = tuple(last_day(year, month) for month in mark.stops)
    return replace(base, kind=DeadlineKind.PERIOD, start=first, stops=stops)


def _word(word: str, lead: str) -> bool:
    return bool(re.search(rf"\b{word}\b", lead))


def _several_quarters(mark: Mark) -> bool:
    return mark.unit is Unit.QUARTER and (mark.last_month or 0) - (mark.first_month or 0) != 2
