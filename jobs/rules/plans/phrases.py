"""What the readers of one plan share: the day it was written, the calendar, the spelling of its units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from jobs.rules.deadlines.milestones import milestones_in
from jobs.rules.deadlines.model import Deadline, DeadlineKind, Milestone
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.plans.model import Parties
from jobs.rules.plans.parties import assigned_parties, column_parties
from jobs.rules.plans.steps import steps_before_dates
from jobs.rules.plans.units import Spelling
from jobs.rules.text import fold_words, tidy
from jobs.rules.working_days import WorkingCalendar

_SHORT = 40
_SCHOOL_STARTS = 8  # month
_TIMES = (DeadlineKind.DATE, DeadlineKind.PERIOD, DeadlineKind.ONGOING, DeadlineKind.RECURRING)
_WORK = {"cong", "viec", "nhiem", "vu", "cac", "trong", "thuc", "hien", "noi", "dung", "dot", "thoi", "gian"}


@dataclass(frozen=True)
class Context:
    """`year_known`: False where the paper names no year at all, so that "Quý I" is of none.
    `school_year`: January to July are of the year after `on`.
    """

    on: date
    calendar: WorkingCalendar
    known_units: Sequence[str] = ()
    names: Spelling = field(default_factory=Spelling)
    year_known: bool = True
    school_year: bool = False
    unit_sections: frozenset[str] = frozenset()
    _deadlines: dict[str, Deadline] = field(default_factory=dict, compare=False)
    _parties: dict[tuple[str, str, str], Parties] = field(default_factory=dict, compare=False)

    def deadline(self, text: str, product: str = "") -> Deadline | None:
        """None where nothing is printed. Milestones of the product column join; `due` stays what the text says."""
        found = self._read(text) if tidy(text) else None
        milestones = self._steps(product) if product else ()
        if not milestones:
            return found
        found = found or Deadline(DeadlineKind.NONE)
        return replace(found, milestones=tuple(found.milestones) + tuple(milestones))

    def _steps(self, product: str) -> tuple[Milestone, ...]:
        if not (self.year_known or re.search(r"20\d\d", product)):
            return ()
        return milestones_in(product, self.on) or steps_before_dates(product, self.on, self.calendar)

    def section_time(self, sections: Sequence[str]) -> str:
        """The innermost section that is nothing but a time ("THÁNG 01/2026", "CÔNG VIỆC THƯỜNG XUYÊN"), or ""."""
        return next((text for text in reversed(sections) if self._only_time(text)), "")

    def section_unit(self, sections: Sequence[str]) -> str:
        """The innermost section that is a unit's name, where those beside it are too ("Phòng Kinh tế"), or ""."""
        found = next((text for text in reversed(sections) if text in self.unit_sections), "")
        return self.names.of(found.capitalize() if found.isupper() else found) if found else ""

    def _only_time(self, text: str) -> bool:
        found = self._read(text) if len(text) <= _SHORT else Deadline(DeadlineKind.NONE)
        words = set(fold_words(text).split()) - set(fold_words(found.matched).split())
        return found.kind in _TIMES and words <= _WORK

    def _read(self, text: str) -> Deadline:
        """Most rows of a plan say the same few phrases."""
        if text not in self._deadlines:
            self._deadlines[text] = self._of_its_year(text, read_deadline(text, self.on, self.calendar))
        return self._deadlines[text]

    def _of_its_year(self, text: str, found: Deadline) -> Deadline:
        if found.kind is DeadlineKind.RECURRING or re.search(r"20\d\d", text):
            return found
        if not self.year_known and (found.start or found.due or found.until or found.milestones):
            return Deadline(DeadlineKind.UNSPECIFIED, matched=found.matched, note="kế hoạch không ghi năm")
        if self.school_year and found.due and found.due.month < _SCHOOL_STARTS:
            return read_deadline(text, date(self.on.year + 1, 1, 1), self.calendar)
        return found

    def parties(self, lead: str, coordinate: str, assigned: str) -> Parties:
        printed = lead, coordinate, assigned
        if printed not in self._parties:
            self._parties[printed] = self._read_parties(*printed)
        return self._parties[printed]

    def _read_parties(self, lead: str, coordinate: str, assigned: str) -> Parties:
        if assigned and not lead:
            found = assigned_parties(assigned, self.names, self.known_units)
            others = column_parties("", coordinate, self.names, self.known_units)
            helpers = (*found.coordinate, *others.lead, *others.coordinate)
            return replace(found, coordinate=tuple(dict.fromkeys(name for name in helpers if name not in found.lead)))
        return column_parties(lead, f"{coordinate}\n{assigned}".strip(), self.names, self.known_units)
