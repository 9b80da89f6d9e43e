"""Is the office's machine alive, and did its last mornings agree with the facts? Read from rows, so any process may ask."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from jobs.clock import office_day
from jobs.ticks.audit import AFTER
from jobs.ticks.table import TICKS
from storage.models.organisation import Agency
from storage.models.proof import Audit
from storage.queries.agencies import all_agencies
from storage.queries.audited import audit_of, last_audit
from storage.queries.morning import Passed, morning_mark
from storage.queries.restored import RESTORED
from storage.queries.ticks import last_runs

ALIVE = timedelta(minutes=2)
AUDIT_GRACE = timedelta(hours=2, minutes=10)  # the auditor waits so long for messages that are still leaving


@dataclass(frozen=True)
class ClockState:
    """`last_good`: when the slowest to come by of the quick ticks last went well, None while one never has."""

    last_good: datetime | None
    failing: tuple[str, ...]  # ticks whose last run ended by an error

    def lives(self, now: datetime) -> bool:
        return self.last_good is not None and now - self.last_good <= ALIVE


def clock_state(session: Session) -> ClockState:
    runs = {tick.name: tick for tick in last_runs(session)}
    quick = [runs[plan.name].good_at if plan.name in runs else None for plan in TICKS if plan.minute == "*"]
    last_good = None if None in quick else min(at for at in quick if at is not None)
    return ClockState(last_good, tuple(name for name, tick in runs.items() if tick.failure))


@dataclass(frozen=True)
class AuditState:
    """The last morning judged; `overdue`: today's was looked at long ago and has not been judged."""

    last: Audit | None
    overdue: bool

    @property
    def agrees(self) -> bool:
        return not self.overdue and not (self.last and self.last.differences)


def audit_state(session: Session, agency: Agency, now: datetime) -> AuditState:
    today = office_day(now, agency.time_zone)
    return AuditState(last_audit(session, agency.id), _overdue(session, agency, today, now))


def _overdue(session: Session, agency: Agency, today: date, now: datetime) -> bool:
    mark = morning_mark(session, agency.id, today, Passed.FIRST)
    if mark is None or mark.reason == RESTORED or now <= mark.created_at + AFTER + AUDIT_GRACE:
        return False
    return audit_of(session, agency.id, today) is None


def well(session: Session, now: datetime) -> bool:
    """What the outside heartbeat stands for: the clock lives, and facts and messages agree in every agency."""
    if not clock_state(session).lives(now):
        return False
    return all(audit_state(session, agency, now).agrees for agency in all_agencies(session))
