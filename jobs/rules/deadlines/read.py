"""Read one deadline phrase. The order of the readers is the precedence of the deadline study, §4."""

import re
from dataclasses import replace
from datetime import date

from jobs.rules.deadlines.absolute import find_marks
from jobs.rules.deadlines.beside import clause_start, left_over, of_later_years, steps_of
from jobs.rules.deadlines.bounds import Span, spans_of, year_of
from jobs.rules.deadlines.hours import hide_hours, time_of_day
from jobs.rules.deadlines.lunar import LUNAR_NOTE, SOLAR_BESIDE, hide_lunar_days
from jobs.rules.deadlines.marks import Mark, Unit
from jobs.rules.deadlines.masks import hide_what_is_no_deadline
from jobs.rules.deadlines.milestones import labelled_milestones, opened_milestones, short_targets
from jobs.rules.deadlines.model import Deadline, DeadlineKind, Frequency, Recurrence, last_day
from jobs.rules.deadlines.occurrences import next_occurrence
from jobs.rules.deadlines.recurring import Rhythm, read_rhythms
from jobs.rules.deadlines.recurring_days import listed_days
from jobs.rules.deadlines.relative import (
    Hanging,
    read_count_alone,
    read_counted,
    read_event,
    set_by_others,
)
from jobs.rules.deadlines.words import LONGEST, MASK, Source, mended_source_of
from jobs.rules.working_days import WorkingCalendar

_ALWAYS_ON = re.compile(r"\bthuong xuyen\b|\blien tuc\b|\bquanh nam\b|\bhang ngay, hang gio\b|\bduy tri\b$")
_AND_AFTER = re.compile(
    r"\s*(?:va|,|;)\s*(?:duy tri\s+)?(?:cac|nhung)?\s*nam (?:tiep theo|sau|ke tiep|toi|tiep)|\s*tro di|\s*(?:va|,) cac nam tiep"
)
_FRAMES = re.compile(r"\b(?:trong|tu|den|het|ca|ke|bat dau)\s+(?:(?:cac|dau|cuoi|hoc|ca|tu)\s+)*$")
_BREAKS_OFF = re.compile(r",|\bden\s+(?:(?:het|ngay|cuoi)\s+)*$")
_CALENDAR_WORDS = re.compile(r"(?:(?:khi|ngay|het|ket thuc|cuoi|dau|la|vao)\s+)*")
_FULL_DATE = re.compile(
    r"(?<![\d/.,-])(?P<d>\d{1,2})(?:\s*(?P<s>[/.-])\s*|\s+thang\s+)(?P<m>\d{1,2})(?:\s*(?P=s)\s*|\s+nam\s+)(?P<y>20\d{2})(?![\d/])"
)
_SCHOOL_TIME = re.compile(r"^\W*(?:(?:trong|cuoi|dau|giua|ket thuc|het|den)\s+)*(?:hoc ky|nam hoc)\b")
_VAGUE = re.compile(r"\bdinh ky\b")


def read_deadline(phrase: str, on: date, calendar: WorkingCalendar) -> Deadline:
    """What the phrase says, `on` being the day it was written; for a rhythm `due` is the next occurrence from then.

    An empty phrase has kind `none`; one that is cut off (`LONGEST`) has to be looked at. A date is never made up: what depends on an event or on others has no `due`.
    """
    source = mended_source_of(phrase)
    if not re.search(r"\w", source.plain):
        return Deadline(DeadlineKind.NONE)
    view, is_lunar = hide_lunar_days(hide_what_is_no_deadline(source))
    timeless = hide_hours(view)
    marks = find_marks(timeless, on)
    found = (
        _impossible(source, timeless)
        or _lunar(source, marks, is_lunar)
        or _several(source, timeless, marks, on)
        or _recurring(source, view, timeless, marks, on, calendar)
        or _ongoing(source, timeless, marks, on)
        or _counted(source, view, marks, on, calendar)
        or _dated(source, view, timeless, marks, on)
        or _undated(source, view)
    )
    if len(phrase) > LONGEST:
        return replace(found, note=f"chỉ đọc {LONGEST} chữ đầu của ô", to_confirm=True)
    return found


def _impossible(source: Source, view: str) -> Deadline | None:
    """ "30/02/2026" is a slip of the pen: nothing may be read from it or beside it."""
    for found in _FULL_DATE.finditer(view):
        day, month, year = (int(found[part]) for part in ("d", "m", "y"))
        if not (1 <= month <= 12 and 1 <= day <= last_day(year, month).day):
            note = f"không có ngày {source.slice(*found.span())}"
            return Deadline(DeadlineKind.UNSPECIFIED, matched=source.slice(*found.span()), note=note, to_confirm=True)
    return None


def _lunar(source: Source, marks: list[Mark], is_lunar: bool) -> Deadline | None:
    """ "Mùng 10 tháng 3 âm lịch" has no day here, unless one of the solar calendar is named beside it."""
    if not is_lunar:
        return None
    said_solar = bool(SOLAR_BESIDE.search(source.plain))
    if any(mark.unit is Unit.DAY and mark.first_month and (mark.year or said_solar) for mark in marks):
        return None
    return Deadline(DeadlineKind.UNSPECIFIED, matched=source.text, note=LUNAR_NOTE, to_confirm=True)


def _several(source: Source, view: str, marks: list[Mark], on: date) -> Deadline | None:
    if of_later_years(view, marks):
        return None
    found = short_targets(opened_milestones(source, view, marks, on))
    if len(found) < 2:
        found = labelled_milestones(source, view, marks, on)
    if len(found) < 2:
        return None
    return Deadline(DeadlineKind.DATE, due=found[-1].due, milestones=found, matched=source.text)


def _recurring(
    source: Source, view: str, timeless: str, marks: list[Mark], on: date, calendar: WorkingCalendar
) -> Deadline | None:
    """The most frequent rule of the phrase; what it says besides is noted and has to be confirmed."""
    rhythms = read_rhythms(source, view, marks)
    outside = [mark for mark in marks if not any(rhythm.holds(mark) for rhythm in rhythms)]
    if not rhythms or any(_dates_all(mark, rhythms[0]) for mark in outside):
        return None
    main = rhythms[0]
    rhythm = main.recurrence
    if rhythm.interval and rhythm.freq is Frequency.ANNUAL:
        note = f"{rhythm.interval} năm một lần nhưng chưa rõ tính từ năm nào"
        return Deadline(DeadlineKind.UNSPECIFIED, matched=source.slice(main.at, main.end), note=note, to_confirm=True)
    if timeless != view and rhythm.before and not re.search(r"\btruoc\b", timeless):
        rhythm = replace(rhythm, before=False)
    frame = _frame(timeless, outside, main, on)
    note, to_confirm = _beside(source, view, rhythms, outside)
    days = listed_days(timeless)
    if rhythm.day in days and len(days) > 1:
        rhythm = min((replace(rhythm, day=day) for day in days), key=lambda one: next_occurrence(one, on, calendar).due)
        others = ", ".join(str(day) for day in days if day != rhythm.day)
        note, to_confirm = "; ".join(filter(None, (f"mỗi tháng còn ngày {others}", note))), True
    found = _within(rhythm, frame, on, calendar)
    return replace(found, matched=source.slice(_with_lead(view, main.at), main.end), note=note, to_confirm=to_confirm)


def _dates_all(mark: Mark, main: Rhythm) -> bool:
    """A day with its year is the date of the whole; one without dates what no rule of its own does."""
    if mark.unit is not Unit.DAY or not mark.first_month:
        return False
    return bool(mark.year) or not (main.exact or main.recurrence.month or main.recurrence.dates)


def _within(rhythm: Recurrence, frame: Span | None, on: date, calendar: WorkingCalendar) -> Deadline:
    """The rhythm with its next occurrence from `on`, inside the frame where the phrase sets one."""
    begins = max(on, frame.start) if frame and frame.start else on
    until = frame.due if frame else None
    occurrence = next_occurrence(rhythm, begins, calendar)
    unclear = rhythm.has_no_first
    over = unclear or (until is not None and occurrence.due > until)
    start = occurrence.start if rhythm.window_start_day else begins if begins > on else None
    return Deadline(
        DeadlineKind.RECURRING,
        start=None if over else start,
        due=None if over else occurrence.due,
        recurrence=rhythm,
        until=until,
    )


def _frame(view: str, marks: list[Mark], main: Rhythm, on: date) -> Span | None:
    """ "Hằng tháng trong năm 2025", "hằng quý, từ quý I/2026": from when and until when the rhythm runs."""
    named = [mark for mark in marks if mark.year and mark.unit is not Unit.DAY]
    led = [mark for mark in named if _FRAMES.search(view[: mark.at]) or not view[main.end : mark.at].strip(" ,(/")]
    spans = spans_of(view, named, on) if led else []
    return next((span for span in spans if span.due is None or span.due >= on), None)


def _beside(source: Source, view: str, rhythms: list[Rhythm], outside: list[Mark]) -> tuple[str, bool]:
    """A note on what the phrase says besides its main rule, and whether somebody has to look at it."""
    main, *others = rhythms
    ruled = [(one.at, one.end) for one in others if one.exact or one.recurrence.freq is not main.recurrence.freq]
    days = [(mark.at, mark.end) for mark in outside if mark.unit is Unit.DAY and mark.first_month]
    if ruled or days:
        said = "; ".join(source.slice(clause_start(view, at), end) for at, end in sorted([*ruled, *days]))
        return f"trong ô còn ghi “{said}”", True
    if main.recurrence.has_no_first:
        return "chưa rõ tính từ tuần nào", True
    return ("hoặc đột xuất khi có yêu cầu" if "dot xuat" in view else ""), False


def _with_lead(view: str, at: int) -> int:
    lead = re.search(
        r"(?:\b(?:truoc|cham nhat|muon nhat|dinh ky|vao|toi thieu|it nhat|trong)\s+(?:ngay\s+)*)+$", view[:at]
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
        due = None if _AND_AFTER.match(view[spans[0].end :]) else due
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
        same_clause = not any(_BREAKS_OFF.search(view[event.at : mark.at]) for mark in inside)
        if marks and len(inside) == len(marks) and same_clause and not _starts_at(view, event, marks[0]):
            return _hanging(source, event)
    later_years = of_later_years(timeless, marks)
    rhythms = read_rhythms(source, view, marks)
    outside = [mark for mark in marks if mark not in later_years and not any(one.holds(mark) for one in rhythms)]
    spans = spans_of(timeless, outside or marks, on)
    if not spans:
        return None
    span = spans[0]
    kind = span.kind
    if _AND_AFTER.match(timeless[span.end :]):
        kind, span = DeadlineKind.ONGOING, replace(span, due=None)
    milestones = steps_of(source, timeless, spans)
    beside = span.note or left_over(source, view, spans, rhythms, later_years)
    if milestones and milestones[-1].due > (span.due or date.max):
        span = replace(span, due=milestones[-1].due)
    others = set_by_others(source)
    hour = time_of_day(view) if span.kind is DeadlineKind.DATE else None
    return Deadline(
        kind,
        start=span.start,
        due=span.due,
        milestones=milestones,
        matched=source.slice(span.at, span.end),
        note=beside or (f"lúc {hour}" if hour and ":" in hour else ""),
        authority=others[0] if others else None,
        to_confirm=bool(beside) and beside != span.note,
    )


def _starts_at(view: str, event: Hanging, mark: Mark) -> bool:
    """ "kể từ tháng 6/2026", "trước khi hết năm 2025": what follows is a day of the calendar, not an event."""
    return bool(_CALENDAR_WORDS.fullmatch(view[event.event_at : mark.at]))


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
    if _SCHOOL_TIME.match(source.plain):
        note = "chưa rõ ngày của học kỳ, năm học"
        return Deadline(DeadlineKind.UNSPECIFIED, matched=source.text, note=note, to_confirm=True)
    if MASK in view:
        return Deadline(DeadlineKind.NONE)
    return Deadline(DeadlineKind.UNSPECIFIED)
