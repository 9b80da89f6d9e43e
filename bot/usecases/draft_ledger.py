"""Changes of a draft's lines as events, so that "hoàn tác" puts them back while the plan is a draft."""

from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.said import Said
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import DraftRow, Plan
from storage.queries.plans import draft_rows, plan_by_id

LINES = "lines"  # in an event's `before`: position → what stood there


@dataclass(frozen=True)
class DraftUndone:
    plan: Plan
    n: int


@dataclass
class Edit:
    """Edits of one message; `before` keeps the first value of everything that was changed."""

    session: Session
    before: dict[str, dict[str, Any]] = field(default_factory=dict)

    def read_as(self, row: DraftRow, *, doubts: list[Any] | None = None, **values: Any) -> None:
        """Change keys of a line's reading, and which doubts are left where `doubts` is given."""
        kept = self.before.setdefault(str(row.position), {"reading": {}, "doubts": list(row.doubts)})
        for name in values:
            kept["reading"].setdefault(name, row.reading.get(name))
        row.reading = {**row.reading, **values}
        if doubts is not None:
            row.doubts = doubts
        self.session.add(row)

    def write(self, said: Said, plan: Plan) -> None:
        """One event for all of them; none where nothing was changed."""
        if self.before:
            event = ledger.write(self.session, said, EventKind.DRAFT_CHANGED, plan_id=plan.id)
            event.before = event.before | {LINES: self.before}
            self.session.add(event)


def take_back(session: Session, said: Said, event: Event) -> DraftUndone | None:
    """Put back what the lines said; None once the draft was decided on."""
    plan = plan_by_id(session, said.agency_id, event.plan_id or 0)
    if plan is None or plan.state is not PlanState.DRAFT:
        return None
    before = event.before[LINES]
    for row in draft_rows(session, said.agency_id, plan.id):
        if kept := before.get(str(row.position)):
            row.reading = {**row.reading, **kept["reading"]}
            row.doubts = kept["doubts"]
            session.add(row)
    ledger.take_back(session, said, event, plan_id=plan.id)
    return DraftUndone(plan, len(before))
