"""What a phrase says besides its first day: further steps with words of their own, rhythms, the years to come."""

import re
from datetime import date

from jobs.rules.deadlines.bounds import Span
from jobs.rules.deadlines.marks import Mark, Unit
from jobs.rules.deadlines.model import DeadlineKind, Milestone
from jobs.rules.deadlines.recurring import Rhythm
from jobs.rules.deadlines.words import Source

_FULL_LENGTH = 8  # characters of the shortest day with its year, 1/1/2025
_LATER_YEARS = re.compile(
    r"\s*\(?(?:(?:cua|trong|cho|doi voi)\s+)?(?:cac|nhung)\s+nam\s+(?:tiep theo|sau|ke tiep|toi|tiep|con lai)"
)
_NEXT_STEP = re.compile(
    r"\s*(?:[;,.]|va\b)\s*(?:-\s*)?(?:(?:va|sau do|tiep do)\s+)?(?:to chuc )?(?:ban hanh|trien khai|trinh|thuc hien|tong ket|so ket|xay dung|khao sat|nghiem thu|"
    r"cong bo|phe duyet|danh gia|tham dinh|kiem tra|van hanh|to chuc|dua vao|hoan thien|tap huan|thi cong|ban giao)\b[^;.,]*"
)
_OPEN_BRACKET = re.compile(r"\s*\([^()]*$")


def steps_of(source: Source, view: str, spans: list[Span]) -> tuple[Milestone, ...]:
    """Two strict days in one phrase, or two periods one after the other: each is kept with the words beside it."""
    if spans[0].stops:
        return tuple(Milestone(day, f"tháng {day.month}/{day.year}") for day in spans[0].stops)
    steps = [span for span in spans if span.due and _steps_with(span, spans[0])]
    steps = sorted([*steps, *_periods_beside(source, view, spans)], key=lambda span: span.at)
    if len(steps) < 2:
        return ()
    found = [Milestone(span.due or date.max, said) for span, said in zip(steps, _said_of(source, steps), strict=True)]
    return tuple(sorted(found, key=lambda milestone: milestone.due))


def _periods_beside(source: Source, view: str, spans: list[Span]) -> list[Span]:
    """ "Trình trước 15/10/2025; ban hành trong tháng 11/2025": a period that is a step of its own beside a strict day."""
    main = spans[0]
    found: list[Span] = []
    for span in spans[1:] if main.strict and main.due else []:
        first, second = sorted((main, span), key=lambda one: one.at)
        in_order = first.due and second.due and first.due < second.due
        if span.kind is DeadlineKind.PERIOD and in_order and source.slice(0, first.at):
            found += [span] if _NEXT_STEP.fullmatch(view[first.end : second.at]) else []
    return found


def _said_of(source: Source, steps: list[Span]) -> list[str]:
    """The words of each step: those before it, or those after it where the first date opens the phrase."""
    starts, ends = [span.at for span in steps], [span.end for span in steps]
    before = [source.slice(at, end) for at, end in zip([0, *ends], starts, strict=False)]
    if before[0]:  # "dự thảo trước ngày …, ban hành trước ngày …"
        said = before
    else:  # "Năm 2025 đạt 80%, năm 2026 đạt 100%"; what opens a bracket belongs to the date inside it
        after = [source.slice(at, end) for at, end in zip(ends, [*starts[1:], len(source.text)], strict=True)]
        inside = [bool(_OPEN_BRACKET.match(source.text[at:end])) for at, end in zip([0, *ends], starts, strict=False)]
        said = [
            before[n] if inside[n] else "" if inside[n + 1 : n + 2] == [True] else words
            for n, words in enumerate(after)
        ]
    return [words.removeprefix("và ").removesuffix(" và").strip() for words in said]


def _steps_with(span: Span, main: Span) -> bool:
    if main.strict or span.strict:
        return main.strict and span.strict
    if main.kind is DeadlineKind.DATE and main.unit is Unit.DAY:
        return span.kind is main.kind and span.unit is main.unit
    apart = main.start and main.due and span.start and (span is main or span.start > main.due)
    return bool(apart) and span.kind is main.kind and span.unit is main.unit


def of_later_years(view: str, marks: list[Mark]) -> list[Mark]:
    """ "Trước 30/9/2025, trước 31/3 (các năm tiếp theo)": a day of the years to come is none of this one."""
    days = [mark for mark in marks if mark.unit is Unit.DAY]
    yearly = [mark for mark in days if mark.end - mark.at < _FULL_LENGTH and _LATER_YEARS.match(view[mark.end :])]
    return yearly if len(yearly) < len(days) else []


def left_over(source: Source, view: str, spans: list[Span], rhythms: list[Rhythm], later_years: list[Mark]) -> str:
    """A note on what is said besides a day: a rhythm, the years to come, a later period with words of its own."""
    main = spans[0]
    if main.kind is not DeadlineKind.DATE:
        return ""
    said = [(rhythm.at, rhythm.end) for rhythm in rhythms]
    said += [(mark.at, mark.end + len((_LATER_YEARS.match(view[mark.end :]) or [""])[0])) for mark in later_years]
    said += [(span.at, span.end) for span in spans[1:] if _is_loose_period(view, main, span)]
    parts = [source.slice(_begins(view, at, main), end) for at, end in sorted(said)]
    words = "; ".join(
        part + ")" * (part.count("(") - part.count(")"))
        for part in parts
        if part and not any(part != other and part in other for other in parts)
    )
    return f"trong ô còn ghi “{words}”" if words else ""


def _begins(view: str, at: int, main: Span) -> int:
    """Where the words around `at` begin, not going back over the main date."""
    return max(clause_start(view, at), main.end) if at >= main.end else clause_start(view, at)


def _is_loose_period(view: str, main: Span, span: Span) -> bool:
    gap = view[main.end : span.at]
    later = span.due and main.due and span.kind is DeadlineKind.PERIOD and span.due > main.due
    return bool(later and re.match(r"\s*(?:[;,.]|va\b)\s*[a-z]", gap) and not _NEXT_STEP.fullmatch(gap))


def clause_start(view: str, at: int) -> int:
    return max(view.rfind(mark, 0, at) for mark in ";.,(") + 1
