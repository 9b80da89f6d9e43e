"""Accepting and returning reports; the reporter hears of a return at once, of an acceptance in the next digest."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases import ledger
from bot.usecases.narrowed import Narrowed
from bot.usecases.said import Said, person_of
from jobs.audience import decider
from storage.kinds import WAITING_STATES, AcceptBy, DutyState, EventKind
from storage.models.events import Event
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.events import last_report
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class Accepted:
    """`then`: who decides next, where the plan's coordinator has the last word. `no_product`: left waiting, as what
    was done lacks its document and was not named; `bare`: named and accepted without it."""

    lines: tuple[DutyLine, ...]
    kept_back: tuple[int, ...] = ()
    no_product: tuple[int, ...] = ()
    then: Person | None = None
    bare: bool = False


@dataclass(frozen=True)
class Returned:
    """`event` is what the reporter is told of; `reporter` None where the decider reported it himself."""

    line: DutyLine
    reason: str
    event: Event
    reporter: Person | None
    reached: bool = True


@dataclass(frozen=True)
class ReasonMissing:
    line: DutyLine


@dataclass(frozen=True)
class NothingWaits:
    """Nothing waits to be decided: of this task, or at all, or but `spared`."""

    line: DutyLine | None = None
    spared: tuple[int, ...] = ()


@dataclass(frozen=True)
class ProductsMissing:
    """ "Duyệt hết" where all that waits lacks its document."""

    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class OwnReport:
    """Nobody accepts his own report."""

    line: DutyLine


def accept(session: Session, said: Said, line: DutyLine) -> Accepted | NothingWaits | OwnReport:
    """Accept one report, or pass it on where the coordinator decides after the head."""
    duty = line.duty
    if duty.state not in WAITING_STATES:
        return NothingWaits(line)
    report = last_report(session, said.agency_id, duty.id)
    if report and said.who.id in (report.by_id, report.for_id) and duty.decider_id != said.who.id:
        return OwnReport(line)
    before = ledger.snapshot(duty)
    then = _next_decider(session, said, line, report)
    duty.state = DutyState.CHECKED if then else DutyState.ACCEPTED
    duty.decider_id = then or duty.decider_id
    duty.closed_on = None if then else said.day
    session.add(duty)
    reporter = report.for_id if report else duty.recipient_id
    event = ledger.write(session, said, EventKind.ACCEPTED, duty=duty, for_id=reporter, before={"duty": before})
    if not then:
        ledger.tell(session, event, reporter)
    return Accepted((line,), then=person_of(session, said, then), bare=duty.waits_for_product)


def accept_all(session: Session, said: Said, meant_by: Narrowed) -> Accepted | NothingWaits | ProductsMissing:
    """ "Duyệt hết trừ 12": everything meant that waits for this person, but what is spared and what lacks its product."""
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    waiting = [x for x in waiting if meant_by.within(x)]
    left = {x.number for x in waiting if meant_by.spares(x)}
    meant = [x for x in waiting if not meant_by.spares(x)]
    bare = tuple(x for x in meant if x.duty.waits_for_product)
    done = [r for x in meant if x not in bare and isinstance(r := accept(session, said, x), Accepted)]
    if not done:
        return ProductsMissing(bare) if bare else NothingWaits(spared=tuple(sorted(left)))
    lines = tuple(line for each in done for line in each.lines)
    kept = tuple(sorted(left))
    then = next((each.then for each in done if each.then), None)
    return Accepted(lines, kept, tuple(x.number for x in bare), then)


def send_back(session: Session, said: Said, line: DutyLine, reason: str) -> Returned | ReasonMissing | NothingWaits:
    """Return a report with its reason; an accepted one too, so that a wrong acceptance can be mended."""
    duty = line.duty
    if duty.state not in (*WAITING_STATES, DutyState.ACCEPTED):
        return NothingWaits(line)
    if not reason:
        return ReasonMissing(line)
    report = last_report(session, said.agency_id, duty.id)
    before = ledger.snapshot(duty)
    duty.state = DutyState.IN_PROGRESS
    duty.closed_on = None
    duty.returned_on = said.day
    duty.decider_id = None
    duty.waits_for_product = False
    session.add(duty)
    reporter = report.for_id if report else duty.recipient_id
    event = ledger.write(
        session, said, EventKind.RETURNED, duty=duty, for_id=reporter, text=reason, before={"duty": before}
    )
    told = person_of(session, said, reporter) if reporter != said.who.id else None
    return Returned(line, reason, event, told, reporter in reachable_staff(session, said.agency_id))


def _next_decider(session: Session, said: Said, line: DutyLine, report: Event | None) -> int | None:
    accept_by = (line.plan.accept_by if line.plan else None) or said.who.agency.accept_by
    if accept_by is not AcceptBy.HEAD_THEN_COORDINATOR or line.duty.state is DutyState.CHECKED:
        return None
    as_checked = line.duty.model_copy(update={"state": DutyState.CHECKED})
    reporter = report.by_id if report else said.who.id
    found = decider(session, said.agency_id, as_checked, line.task, line.plan, reporter, said.day)
    return None if found == said.who.id else found
