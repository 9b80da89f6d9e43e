"""What the readers of one plan share: the day it was written, the calendar, the spelling of its units."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from jobs.rules.deadlines.milestones import milestones_in
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.deadlines.read import read_deadline
from jobs.rules.plans.model import Parties
from jobs.rules.plans.parties import assigned_parties, column_parties
from jobs.rules.plans.units import Spelling
from jobs.rules.text import tidy
from jobs.rules.working_days import WorkingCalendar


@dataclass(frozen=True)
class Context:
    on: date
    calendar: WorkingCalendar
    known_units: Sequence[str] = ()
    names: Spelling = field(default_factory=Spelling)

    def deadline(self, text: str, product: str = "") -> Deadline | None:
        """None where nothing is printed. Milestones of the product column join; `due` stays what the text says."""
        found = read_deadline(text, self.on, self.calendar) if tidy(text) else None
        milestones = milestones_in(product, self.on) if product else ()
        if not milestones:
            return found
        found = found or Deadline(DeadlineKind.NONE)
        return replace(found, milestones=tuple(found.milestones) + tuple(milestones))

    def parties(self, lead: str, coordinate: str, assigned: str) -> Parties:
        if assigned and not lead:
            found = assigned_parties(assigned, self.names, self.known_units)
            others = column_parties("", coordinate, self.names, self.known_units).coordinate if coordinate else ()
            return replace(found, coordinate=tuple(dict.fromkeys((*found.coordinate, *others))))
        return column_parties(lead, coordinate, self.names, self.known_units)
