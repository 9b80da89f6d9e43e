"""One task in full: each unit's part of it, for the eyes of who asks. Nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.said import Said
from jobs.items import closing_of
from storage.kinds import GONE_STATES, NOT_CLOSED, OPEN_STATES, DateKind, DateOutcome, DutyState, EventKind, PartyRole
from storage.models.duties import DateChange, ProgressEntry
from storage.models.events import Event
from storage.models.plans import Party, Plan, Task
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import plans as plan_queries
from storage.queries import year_end as year_queries
from storage.queries.conversation import parties_of
from storage.queries.duties import DutyLine
from storage.queries.events import last_of_kind, last_report, last_return
from storage.queries.people import Person, people


@dataclass(frozen=True)
class Part:
    """One unit's part of a task; person, internal date, entry, explanation and wish are None for eyes that may not see them.

    `moved`: what made the official date another than the plan's, None where it is the plan's; `people`: who may be named
    for that and for the wish, by staff id.
    """

    line: DutyLine
    person: Person | None
    inside: bool
    entry: ProgressEntry | None
    evidence: tuple[str, ...]
    slipping_days: int = 0
    explanation: Event | None = None
    wish: DateChange | None = None  # for another date, not decided yet
    asked: Event | None = None  # for a reason, not given yet
    has_file: bool = False  # a photo or file that the reader may fetch
    unsettled: bool = False  # past the last date of a plan whose year is not settled
    moved: DateChange | None = None
    returned: Event | None = None  # with what reason, since the last report
    verdict: Event | None = None  # the last on a report or on a wish for time that holds
    people: dict[int, Person] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Card:
    task: Task
    plan: Plan | None
    day: date
    lead: tuple[Part, ...]
    parties: tuple[Party, ...]
    carries: Task | None = None  # of an earlier year, which this one goes on with
    goes_on_as: Task | None = None  # of a later year


@dataclass(frozen=True)
class SeveralTasks:
    """More tasks named at once than cards can be read of; `unknown`: numbers that no task has."""

    cards: tuple[Card, ...]
    unknown: tuple[int, ...]


def several(session: Session, said: Said, numbers: Sequence[int]) -> SeveralTasks:
    found = {n: card(session, said, n) for n in numbers}
    return SeveralTasks(tuple(c for c in found.values() if c), tuple(n for n, c in found.items() if c is None))


def card(session: Session, said: Said, number: int) -> Card | None:
    """One task for this reader; None where the agency has no such number."""
    task = duty_queries.task_by_number(session, said.agency_id, number)
    if task is None:
        return None
    lines = [x for x in duty_queries.lines_by_number(session, said.agency_id, number) if x.duty.role is PartyRole.LEAD]
    live = _of_each_unit([x for x in lines if x.duty.state not in GONE_STATES])
    whose = {line.duty.person_id for line in live if line.duty.person_id}
    everybody = {p.id: p for p in people(session, said.agency_id, said.day, only=whose)} if whose else {}
    plan = plan_queries.plan_by_id(session, said.agency_id, task.plan_id) if task.plan_id else None
    parts = tuple(_part(session, said, line, everybody) for line in live)
    carries = year_queries.task_by_id(session, said.agency_id, task.carries_id) if task.carries_id else None
    later = year_queries.task_going_on(session, said.agency_id, task.id)
    return Card(task, plan, said.day, parts, tuple(parties_of(session, said.agency_id, task.id)), carries, later)


def _of_each_unit(lines: list[DutyLine]) -> list[DutyLine]:
    """Each unit's parts that are not closed, else its last one, in the office's order."""
    by_unit: dict[int, list[DutyLine]] = {}
    for line in lines:
        by_unit.setdefault(line.unit.id, []).append(line)
    kept = [[x for x in own if x.duty.state in NOT_CLOSED] or own[-1:] for own in by_unit.values()]
    return sorted((x for own in kept for x in own), key=lambda x: x.unit.position)


def _part(session: Session, said: Said, line: DutyLine, everybody: dict[int, Person]) -> Part:
    inside = may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
    entries = duty_queries.entries_of(session, said.agency_id, [line.duty.id])
    evidence = duty_queries.evidence_of(session, said.agency_id, [line.duty.id])
    explanations = date_queries.explanations_of(session, said.agency_id, [line.duty.id]) if inside else []
    wishes = date_queries.open_wishes(session, said.agency_id, [line.duty.id]) if inside else []
    asked = date_queries.explanations_asked(session, said.agency_id, [line.duty.id]) if inside else []
    moved, returned = _what_moved(session, line), _returned(session, line) if inside else None
    verdict = _verdict(session, line) if inside else None
    target = line.duty.target_on
    behind = said.calendar.working_days_between(target, said.day) if target and target < said.day else 0
    return Part(
        line, everybody.get(line.duty.person_id or 0) if inside else None, inside,
        entries[-1] if entries and inside else None, tuple(e.text for e in evidence), behind if inside else 0,
        explanations[-1] if explanations else None, wishes[-1] if wishes else None, asked[0] if asked else None,
        inside and any(e.file_id for e in evidence) and not line.task.restricted,
        closing_of(line.plan, line.duty.due_on) is not None, moved, returned, verdict,
        _named_for(session, said, line, (returned, verdict), (*wishes, *((moved,) if moved else ()))) if inside else {},
    )  # fmt: skip


def _returned(session: Session, line: DutyLine) -> Event | None:
    """The return by which an open task came back to who has it."""
    if line.duty.state not in OPEN_STATES:
        return None
    back = last_return(session, line.duty.agency_id, line.duty.id)
    report = last_report(session, line.duty.agency_id, line.duty.id)
    return back if back and not (report and report.id > back.id) else None


def _verdict(session: Session, line: DutyLine) -> Event | None:
    """By which a closed task was accepted, or the last wish for time answered; a later official date says its own."""
    agency_id, duty = line.duty.agency_id, line.duty
    if duty.state is DutyState.ACCEPTED:
        return last_of_kind(session, agency_id, duty.id, EventKind.ACCEPTED)
    moves = date_queries.moves_of(session, agency_id, duty.id) if duty.state in OPEN_STATES else []
    last = moves[-1] if moves and moves[-1].asked_by_id else None
    if last and last.outcome is DateOutcome.REFUSED:
        return last_of_kind(session, agency_id, duty.id, EventKind.DATE_REFUSED)
    granted = last and last.outcome is DateOutcome.GRANTED and last.which is DateKind.TARGET
    return last_of_kind(session, agency_id, duty.id, EventKind.TARGET_SET) if granted else None


def _what_moved(session: Session, line: DutyLine) -> DateChange | None:
    """The last move by which the official date became what it is; None while it is the plan's."""
    due = line.duty.due_on
    if due is None or due == line.period.printed_due_on:
        return None
    moves = date_queries.moves_of(session, line.duty.agency_id, line.duty.id)
    settled = (DateOutcome.GRANTED, DateOutcome.ORDERED)
    made = [m for m in moves if m.which is DateKind.DUE and m.outcome in settled and m.to_on == due]
    return made[-1] if made else None


def _named_for(
    session: Session, said: Said, line: DutyLine, verdicts: Sequence[Event | None], changes: Sequence[DateChange]
) -> dict[int, Person]:
    """Who asked, who is to decide, who decided."""
    ids = {i for c in changes for i in (c.asked_by_id, c.decider_id, c.decided_by_id) if i}
    ids |= {i for i in (line.duty.decider_id, *(each.by_id for each in verdicts if each)) if i}
    return {p.id: p for p in people(session, said.agency_id, said.day, only=ids)} if ids else {}
