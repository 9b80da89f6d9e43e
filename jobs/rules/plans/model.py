"""What a plan file says. All values are frozen; `as_json` is the public shape of `nhacviec plan read --json`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from jobs.rules.deadlines.model import Deadline, DeadlineKind


@dataclass(frozen=True)
class Parties:
    """Units in charge, each as it names itself in the file; `doubts` in Vietnamese."""

    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanTask:
    """One row or sub-line. A `heading` has no duty of its own; `counted_as` is the code under which the paper counts."""

    code: str
    section: tuple[str, ...]
    title: str
    parties: Parties
    responsible_text: str
    deadline_text: str
    deadline: Deadline | None
    product: str
    place: str
    heading: bool = False
    number_printed: int | None = None
    counted_as: str = ""
    sub_tasks: tuple["PlanTask", ...] = ()
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        said: dict[str, Any] = {
            "code": self.code,
            "section": list(self.section),
            "title": self.title,
            "heading": self.heading,
            "lead": list(self.parties.lead),
            "coordinate": list(self.parties.coordinate),
            "responsible_text": self.responsible_text,
            "deadline_text": self.deadline_text,
            "deadline": deadline_json(self.deadline),
            "product": self.product,
            "sub_tasks": [line.as_json() for line in self.sub_tasks],
            "doubts": list(self.doubts),
        }
        if self.number_printed is not None:
            said["number_printed"] = self.number_printed
        if self.counted_as and self.counted_as != self.code:
            said["counted_as"] = self.counted_as
        return said


@dataclass(frozen=True)
class Indicator:
    code: str
    group: str
    name: str
    target_text: str
    target_percent: float | None
    parties: Parties
    responsible_text: str
    basis_text: str
    place: str

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "group": self.group,
            "name": self.name,
            "target_text": self.target_text,
            "target_percent": self.target_percent,
            "lead": list(self.parties.lead),
            "coordinate": list(self.parties.coordinate),
            "responsible_text": self.responsible_text,
            "basis_text": self.basis_text,
        }


@dataclass(frozen=True)
class ProseDuty:
    """A duty found in the plan's text. `where` is the numbered part it stands in, such as "III.1"."""

    text: str
    deadline_text: str
    deadline: Deadline | None
    unit: str | None
    where: str
    place: str

    def as_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "deadline_text": self.deadline_text,
            "deadline": deadline_json(self.deadline),
            "unit": self.unit,
        }


@dataclass(frozen=True)
class Recurring:
    """Something owed again and again. `freq`: a Frequency, "per_event" or "unspecified"; `quota`: how many each time."""

    text: str
    freq: str
    quota: int | None
    unit: str | None
    where: str

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "freq": self.freq, "quota": self.quota, "unit": self.unit, "where": self.where}


@dataclass(frozen=True)
class Signer:
    name: str
    title: str


@dataclass(frozen=True)
class Head:
    title: str = ""
    number: str | None = None
    issuer: str | None = None
    year: int | None = None
    issued_on: date | None = None
    signer: Signer | None = None
    written_on: date | None = None  # issued_on, or the first day of the month where the day is left blank


@dataclass(frozen=True)
class StatedTotal:
    text: str
    n: int


@dataclass(frozen=True)
class LeftOut:
    place: str
    text: str
    why: str


@dataclass(frozen=True)
class Ledger:
    """Every row below the headers of the plan's tables: `in_file` = `read` + len(`left_out`)."""

    in_file: int = 0
    read: int = 0
    left_out: tuple[LeftOut, ...] = ()

    def as_json(self) -> dict[str, Any]:
        left = [{"place": line.place, "text": line.text, "why": line.why} for line in self.left_out]
        return {"in_file": self.in_file, "read": self.read, "left_out": left}


@dataclass(frozen=True)
class PlanReading:
    head: Head
    tasks: tuple[PlanTask, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    duties_in_prose: tuple[ProseDuty, ...] = ()
    recurring: tuple[Recurring, ...] = ()
    stated_total: StatedTotal | None = None
    rows: Ledger = Ledger()
    doubts: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        head, total = self.head, self.stated_total
        return {
            "title": head.title,
            "number": head.number,
            "issuer": head.issuer,
            "year": head.year,
            "issued_on": head.issued_on.isoformat() if head.issued_on else None,
            "signer": {"name": head.signer.name, "title": head.signer.title} if head.signer else None,
            "tasks": [task.as_json() for task in self.tasks],
            "indicators": [indicator.as_json() for indicator in self.indicators],
            "duties_in_prose": [duty.as_json() for duty in self.duties_in_prose],
            "recurring": [line.as_json() for line in self.recurring],
            "stated_total": {"text": total.text, "n": total.n} if total else None,
            "rows": self.rows.as_json(),
            "doubts": list(self.doubts),
        }


def all_lines(reading: PlanReading) -> Iterator[PlanTask]:
    """Tasks and sub-lines in reading order, headings too."""
    for task in reading.tasks:
        yield task
        yield from task.sub_tasks


def lines_with_duty(reading: PlanReading) -> list[PlanTask]:
    """The lines that carry a duty, in reading order: those that get the numbers 1…n people type."""
    return [line for line in all_lines(reading) if not line.heading]


def deadline_json(deadline: Deadline | None) -> dict[str, Any] | None:
    """As `read-deadline` says it, but a rhythm names no next day: that depends on the day of asking."""
    if deadline is None:
        return None
    said = deadline.as_json(complete=True)
    if deadline.kind is DeadlineKind.RECURRING:
        said["due"] = None
    return said
