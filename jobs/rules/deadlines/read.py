"""Read one deadline phrase. The order of the readers is the precedence of the deadline study, §4."""

import re
from dataclasses import replace
from datetime import date

from jobs.rules.deadlines.absolute import Mark, Unit, find_marks
from jobs.rules.deadlines.bounds import Span, spans_of, year_of
from jobs.rules.deadlines.hours import hide_hours, time_of_day
from jobs.rules.deadlines.masks import hide_what_is_no_deadline
from jobs.rules.deadlines.milestones import milestones_in, short_targets
from jobs.rules.deadlines.model import Deadline, DeadlineKind, Milestone
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.deadlines.recurring import read_recurrence
from jobs.rules.deadlines.relative import (
    Hanging,
    read_count_alone,
    read_counted,
    read_event,
    set_by_others,
)
from jobs.rules.deadlines.words import MASK, Source, source_of
from jobs.rules.working_days import WorkingCalendar

_ALWAYS_ON = re.compile(r"\bthuong xuyen\b|\blien tuc\b|\bquanh nam\b|\bhang ngay, hang gio\b|\bduy tri\b$")
_AND_AFTER = re.compile(
    r"\s*(?:va|,)\s*(?:cac|nhung)?\s*nam (?:tiep theo|sau|ke tiep|toi|tiep)|\s*tro di|\s*(?:va|,) cac nam tiep"
)
_VAGUE = re.compile(r"\bdinh ky\b")


def read_deadline(phrase: str, on: date, calendar: WorkingCalendar) -> Deadline:
    """What the phrase says, `on` being the day it was written; for a rhythm `due` is the next occurrence from then.

    An empty phrase has kind `none`. A date is never made up: what depends on an event or on others has no `due`.
    """
    source = source_of(phrase)
    if not re.search(r"\w", source.plain):
        return Deadline(DeadlineKind.NONE)
    view = hide_what_is_no_deadline(source)
    timeless = hide_hours(view)
    marks = find_marks(timeless, on)
    return (
        _several(phrase, source, on)
        or _recurring(source, view, timeless, marks, on, calendar)
        or _ongoing(source, timeless, marks, on)
        or _counted(source, view, marks, on, calendar)
        or _dated(source, view, timeless, marks, on)
        or _undated(source, view)
    )


def _several(phrase: str, source: Source, on: date) -> Deadline | None:
    found = short_targets(milestones_in(phrase, on))
    if len(found) < 2:
        return None
    return Deadline(DeadlineKind.DATE, due=found[-1].due, milestones=found, matched=source.text)


def _recurring(
    source: Source, view: str, timeless: str, marks: list[Mark], on: date, calendar: WorkingCalendar
) -> Deadline | None:
    if any(mark.unit is Unit.DAY and mark.year and mark.first_month for mark in marks):
        return None
    found = read_recurrence(source, view, marks)
    if not found:
        return None
    rhythm, (at, end) = found
    named_day = any(mark.unit is Unit.DAY and mark.first_month for mark in marks)
    if named_day and not rhythm.month and not rhythm.dates and not rhythm.day:
        return None
    if timeless != view and rhythm.before and not re.search(r"\btruoc\b", timeless):
        rhythm = replace(rhythm, before=False)
    occurrence = next_occurrence(rhythm, on, calendar)
    return Deadline(
        DeadlineKind.RECURRING,
        start=occurrence.start if rhythm.window_start_day else None,
        due=occurrence.due,
        recurrence=rhythm,
        matched=source.slice(_with_lead(view, at), end),
        note="hoặc đột xuất khi có yêu cầu" if "dot xuat" in view else "",
    )


def _with_lead(view: str, at: int) -> int:
    lead = re.search(
        r"(?:\b(?:truoc|cham nhat|muon nhat|dinh ky|vao|toi thieu|it nhat|trong)\s+(?:vao\s+|ngay\s+)*)+$", view[:at]
    )
    return lead.start() if lead else at


def _ongoing(source: Source, view: str, marks: list[Mark], on: date) -> Deadline | None:
    found = _ALWAYS_ON.search(view)
    if not found:
        return None
    spans = spans_of(view, marks, on)
    if any(span.strict for span in spans):
        return None
    start = due = None
    if spans:
        start, due = spans[0].start, spans[0].due
    return Deadline(DeadlineKind.ONGOING, start=start, due=due, matched=source.slice(*found.span()))


def _counted(source: Source, view: str, marks: list[Mark], on: date, calendar: WorkingCalendar) -> Deadline | None:
    found = read_counted(source, view, marks)
    if not found:
        return None
    if found.known and found.known.unit is Unit.DAY and found.known.first_month:
        event = found.known.first(year_of(found.known, on))
        due = found.offset.due_after(event, calendar)
        return Deadline(DeadlineKind.DATE, due=due, matched=source.slice(found.at, found.end), offset=found.offset)
    outside = [mark for mark in marks if not found.at <= mark.at < found.end and mark.unit is Unit.DAY]
    if outside or (found.known and found.known.unit is not Unit.DAY and not found.offset.event):
        return None
    return _hanging(source, found)


def _hanging(source: Source, found: Hanging) -> Deadline:
    return Deadline(DeadlineKind.RELATIVE, matched=source.slice(found.at, found.end), offset=found.offset)


def _dated(source: Source, view: str, timeless: str, marks: list[Mark], on: date) -> Deadline | None:
    event = read_event(source, view)
    if event:
        inside = [mark for mark in marks if event.at <= mark.at < event.end]
        same_clause = all("," not in view[event.at : mark.at] for mark in inside)
        if marks and len(inside) == len(marks) and same_clause and not _starts_at(event, marks[0]):
            return _hanging(source, event)
    spans = spans_of(timeless, marks, on)
    if not spans:
        return None
    span = spans[0]
    kind = span.kind
    if _AND_AFTER.match(timeless[span.end :]):
        kind, span = DeadlineKind.ONGOING, replace(span, due=None)
    others = set_by_others(source)
    hour = time_of_day(view) if span.kind is DeadlineKind.DATE else None
    return Deadline(
        kind,
        start=span.start,
        due=span.due,
        milestones=_milestones(source, spans),
        matched=source.slice(span.at, span.end),
        note=span.note or (f"lúc {hour}" if hour and ":" in hour else ""),
        authority=others[0] if others else None,
    )


def _starts_at(event: Hanging, mark: Mark) -> bool:
    """ "kể từ tháng 6/2026": what follows is a day of the calendar, not an event."""
    return mark.at - event.event_at <= len("ngay ")


def _milestones(source: Source, spans: list[Span]) -> tuple[Milestone, ...]:
    """Two strict days in one phrase: both are kept, each with the words before it."""
    strict = sorted((span for span in spans if span.strict and span.due), key=lambda span: span.at)
    if len(strict) < 2:
        return ()
    found, at = [], 0
    for span in strict:
        target = source.slice(at, span.at).removeprefix("và ").strip()
        found.append(Milestone(span.due or date.max, target))
        at = span.end
    return tuple(found)


def _undated(source: Source, view: str) -> Deadline:
    hanging = read_event(source, view) or read_count_alone(view)
    if hanging and not view.startswith(MASK * 3):
        return _hanging(source, hanging)
    others = set_by_others(source)
    if others:
        authority, span = others
        return Deadline(DeadlineKind.EXTERNAL, matched=source.slice(*span), authority=authority)
    if _VAGUE.search(view):
        return Deadline(DeadlineKind.UNSPECIFIED, matched=source.text, note="chưa rõ kỳ: hỏi lại")
    if MASK in view:
        return Deadline(DeadlineKind.NONE)
    return Deadline(DeadlineKind.UNSPECIFIED)
