"""Steps of a product cell that end with their date: "Trình HĐND trước 30/6/2026; ban hành trước 31/12/2026"."""

import re
from datetime import date

from jobs.rules.deadlines.model import DeadlineKind, Milestone
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.text import fold_aligned, tidy
from jobs.rules.working_days import WorkingCalendar

_PART = re.compile(r"\s*(?:;|\n)\s*")
_STEP = re.compile(
    r"[-+•* ]*(?P<target>.*?\S)[\s(,:-]+"
    r"(?P<when>(?:(?:hoan thanh|xong|ngay|la)\s+)*(?:truoc|den|cham nhat|muon nhat|khong qua)(?: (?:het|la|vao|truoc|ngay))*"
    r" \d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?20\d\d)?)[\s).]*"
)


def steps_before_dates(product: str, on: date, calendar: WorkingCalendar) -> tuple[Milestone, ...]:
    """The parts that end with a day to reach them by, where there are at least two; one alone frames the product."""
    found: list[Milestone] = []
    for part in map(tidy, _PART.split(product)):
        step = _STEP.fullmatch(fold_aligned(part))
        read = read_deadline(part[slice(*step.span("when"))], on, calendar) if step else None
        if step and read and read.kind is DeadlineKind.DATE and read.due:
            found.append(Milestone(read.due, part[slice(*step.span("target"))].rstrip(" ,:-–(")))
    return tuple(found) if len(found) > 1 else ()
