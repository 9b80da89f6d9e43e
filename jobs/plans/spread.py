"""Internal dates proposed for a draft or for a plan that is followed, and taken over."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from jobs.plans.parties import Parties
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.plans.short_titles import product_kind
from jobs.rules.spread import SpreadLine, spread
from jobs.rules.working_days import WorkingCalendar
from storage.kinds import OPEN_STATES, PlanState, ProductKind
from storage.models.organisation import Unit
from storage.models.plans import DraftRow, Plan
from storage.queries.duties import DutyLine, lead_lines
from storage.queries.news import tasks_with_quota
from storage.queries.people import living_units
from storage.queries.plans import draft_rows

Month = tuple[int, int]


@dataclass(frozen=True)
class Proposal:
    """Dates for a plan's lines. `dates`: by position in a draft, by period id in a plan that is followed.

    `leads`: unit ids of every line that gets one; `kept`: lines that already have a date; `without`: lines that get none.
    A line counts once, however many units lead it and however often it comes back.
    """

    plan: Plan
    dates: dict[int, date]
    leads: dict[int, tuple[int, ...]]
    units: dict[int, Unit]
    kept: int
    without: int

    def by_month(self) -> list[tuple[Month, int]]:
        return sorted(Counter((day.year, day.month) for day in self.dates.values()).items())

    def by_unit(self) -> list[tuple[Unit, int]]:
        """Units with their number of dates, the most loaded first."""
        counts = Counter(unit for key in self.dates for unit in self.leads[key])
        return [(self.units[unit], n) for unit, n in counts.most_common()]

    def busiest(self) -> tuple[Unit, Month, int]:
        """The unit and month with most dates; of several the earliest."""
        held = Counter(
            (unit, (day.year, day.month)) for key, day in self.dates.items() for unit in self.leads[key]
        )  # fmt: skip
        (unit, month), n = min(held.items(), key=lambda found: (-found[1], found[0][1], found[0][0]))
        return self.units[unit], month, n


def propose(session: Session, plan: Plan, today: date, calendar: WorkingCalendar) -> Proposal:
    """Dates for a plan as it stands, writing nothing."""
    if plan.state is PlanState.DRAFT:
        lines = _draft_lines(session, plan)
        row_of = {line.key: line.key for line in lines}
    else:
        lines, row_of = _open_lines(session, plan)
    dates = spread(lines, today, calendar)
    dated = {row_of[key] for key in dates}
    kept = {row_of[line.key] for line in lines if line.target} - dated
    return Proposal(
        plan,
        dates,
        {line.key: line.units for line in lines},
        {unit.id: unit for unit in living_units(session, plan.agency_id)},
        len(kept),
        len({*row_of.values()} - dated - kept),
    )


def take_into_draft(session: Session, plan: Plan, dates: Mapping[int, date]) -> None:
    """Write dates into the rows at these positions, where the review shows them."""
    for row in draft_rows(session, plan.agency_id, plan.id):
        if row.position in dates:
            row.reading = {**row.reading, "target_on": dates[row.position].isoformat()}
            session.add(row)


def open_leads(session: Session, plan: Plan) -> list[DutyLine]:
    """Lead duties of a plan that are worked on."""
    return [line for line in lead_lines(session, plan.agency_id, OPEN_STATES) if line.task.plan_id == plan.id]


def _draft_lines(session: Session, plan: Plan) -> list[SpreadLine]:
    parties = Parties(session, plan.agency_id)
    rows = draft_rows(session, plan.agency_id, plan.id)
    return [_of_draft(row, parties.leads(row.reading)) for row in rows if not row.reading["heading"]]


def _of_draft(row: DraftRow, units: tuple[int, ...]) -> SpreadLine:
    reading: dict[str, Any] = row.reading
    deadline = Deadline.from_json(reading["deadline"]) if reading.get("deadline") else None
    kind = reading.get("product_kind") or product_kind(reading["title"], reading.get("product") or "")
    return SpreadLine(
        row.position,
        tuple(reading.get("section") or ()),
        units,
        ProductKind(kind),
        deadline.kind if deadline else None,
        deadline.start if deadline else None,
        deadline.due if deadline else None,
        date.fromisoformat(reading["target_on"]) if reading.get("target_on") else None,
        bool(reading.get("quota") or (deadline and deadline.milestones)),
    )


def _open_lines(session: Session, plan: Plan) -> tuple[list[SpreadLine], dict[int, int]]:
    """One line for the parts of a period that want a date, and one for each part that has it; and the task of each."""
    parts: dict[int, list[DutyLine]] = {}
    quotas = tasks_with_quota(session, plan.agency_id)
    lines = open_leads(session, plan)
    for line in lines:
        if line.duty.target_on is None:
            parts.setdefault(line.period.id, []).append(line)
    wanting = [_of_period(key, found, found[0].task.id in quotas) for key, found in parts.items()]
    having = [line for line in lines if line.duty.target_on]
    tasks = {key: found[0].task.id for key, found in parts.items()}
    tasks |= {-line.duty.id: line.task.id for line in having}
    return wanting + [_of_period(-line.duty.id, [line], False) for line in having], tasks


def _of_period(key: int, parts: Sequence[DutyLine], quota: bool) -> SpreadLine:
    task, period = parts[0].task, parts[0].period
    read = DeadlineKind(task.deadline["kind"]) if task.deadline else None
    dues = [line.duty.due_on for line in parts if line.duty.due_on]
    once = read is DeadlineKind.PERIOD and period.printed_due_on in dues
    return SpreadLine(
        key,
        tuple(task.section),
        tuple(sorted(line.unit.id for line in parts)),
        task.product_kind,
        DeadlineKind.PERIOD if once else DeadlineKind.DATE,
        period.start_on,
        min(dues, default=None),
        parts[0].duty.target_on,
        quota or period.key != "once",
    )
