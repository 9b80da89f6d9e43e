"""A task that a person gives in chat, outside any plan: its rows, numbered after the last."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from jobs.audience import recipient
from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.plans.short_titles import product_kind, short_title
from storage.kinds import Origin, PartyIs, PartyRole
from storage.models.duties import Duty, Period
from storage.models.plans import Party, Task
from storage.queries.plans import highest_number


@dataclass(frozen=True)
class Typed:
    """`source`: the letter it follows, as typed; `due_on`: its official date, set by the office."""

    title: str
    unit_id: int
    unit_name: str
    due_on: date | None = None
    person_id: int | None = None
    source: str = ""


def make_typed_task(session: Session, agency_id: int, typed: Typed, day: date) -> Duty:
    """Task, period, party and the unit's open duty; raises LookupError in an office where nobody can be told."""
    number = (highest_number(session, agency_id) or 0) + 1
    deadline = Deadline(DeadlineKind.DATE, start=day, due=typed.due_on) if typed.due_on else None
    task = Task(
        agency_id=agency_id, position=number, number=number, title=typed.title, short_title=short_title(typed.title)[0],
        deadline_text=_deadline_text(typed), deadline=deadline.as_json() if deadline else None, origin=Origin.TYPED,
        product_kind=product_kind(typed.title, ""), printed={"lead": [typed.unit_name], "coordinate": []},
    )  # fmt: skip
    session.add(task)
    session.flush()
    period = Period(
        agency_id=agency_id, task_id=task.id, key="once", start_on=day, printed_due_on=typed.due_on,
        can_be_overdue=typed.due_on is not None,
    )  # fmt: skip
    lead = Party(
        agency_id=agency_id, task_id=task.id, role=PartyRole.LEAD, text=typed.unit_name, resolves_to=PartyIs.UNIT,
        unit_id=typed.unit_id,
    )  # fmt: skip
    session.add_all([period, lead])
    session.flush()
    duty = Duty(
        agency_id=agency_id, period_id=period.id, unit_id=typed.unit_id, role=PartyRole.LEAD, recipient_id=0,
        person_id=typed.person_id, due_on=typed.due_on,
    )  # fmt: skip
    duty.recipient_id = recipient(session, agency_id, duty, task, None, day)
    session.add(duty)
    session.flush()
    return duty


def _deadline_text(typed: Typed) -> str:
    """What a card quotes: the date, and the letter it comes from."""
    due = f"{typed.due_on:%d/%m/%Y}" if typed.due_on else ""
    return ", ".join(x for x in (due, f"theo {typed.source}" if typed.source else "") if x)
