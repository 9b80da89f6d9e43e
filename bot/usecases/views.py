"""What people look at: their own list, one task, how things stand, what is late. Nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.said import Said
from jobs.figures import PlanFigures, UnitFigures, plans_today, unit_today
from jobs.items import items_of, open_items
from jobs.rules.classes import Counts
from jobs.rules.items import Item, Standing, is_slipping, standing_of
from jobs.rules.text import fold_words
from storage.kinds import NOT_CLOSED, DateKind, DateOutcome, DutyState, PartyRole, PlanState
from storage.models.duties import DateChange, ProgressEntry
from storage.models.events import Event
from storage.models.organisation import Unit
from storage.models.plans import Party, Plan, Task
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import plans as plan_queries
from storage.queries import year_end as year_queries
from storage.queries.conversation import parties_of
from storage.queries.duties import DutyLine, LateLine
from storage.queries.figures import numbers_nobody_leads
from storage.queries.people import Person, every_unit, living_units, people


@dataclass(frozen=True)
class OwnList:
    """The person's duties not closed, parted as the digest parts them; `staff` is whose list it is."""

    owner: Person
    day: date
    late: tuple[DutyLine, ...]
    slipping: tuple[DutyLine, ...]
    soon: tuple[DutyLine, ...]
    later: tuple[DutyLine, ...]
    waiting: tuple[DutyLine, ...]
    to_decide: tuple[DutyLine, ...]
    wished: dict[int, date] = field(default_factory=dict, hash=False)  # of what to decide: another day, by duty id

    @property
    def total(self) -> int:
        return len(self.late + self.slipping + self.soon + self.later + self.waiting)


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
    moved: DateChange | None = None
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
class Overview:
    """Plans in official classes at one moment; `nobody`: by plan id, numbers of lines without a lead, which no class holds."""

    at: datetime
    plans: tuple[PlanFigures, ...]
    nobody: dict[int, list[int]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class UnitsOverview:
    """Each unit's lead duties in official classes, in the office's order; units without any are left out."""

    at: datetime
    units: tuple[UnitFigures, ...]


@dataclass(frozen=True)
class UnitOverview:
    at: datetime
    unit: Unit
    duties: Counts
    late: tuple[DutyLine, ...] = ()
    slipping: tuple[DutyLine, ...] = ()  # only for eyes that may see internal dates
    owners: dict[int, Person] = field(default_factory=dict, hash=False)  # by staff id, where persons may be seen


@dataclass(frozen=True)
class LateByUnit:
    day: date
    units: tuple[tuple[Unit, tuple[tuple[LateLine, int], ...]], ...]  # with working days late


@dataclass(frozen=True)
class UnknownUnit:
    typed: str
    units: tuple[Unit, ...]


def own_list(session: Session, said: Said) -> OwnList:
    items = items_of(session, said.agency_id, said.owner.id)
    lines = {x.duty.id: x for x in duty_queries.lines_by_ids(session, said.agency_id, [i.duty_id for i in items])}
    to_decide = duty_queries.lines_waiting_for(session, said.agency_id, said.owner.id)
    wishes = date_queries.open_wishes(session, said.agency_id)
    wished = {w.duty_id: w.to_on for w in wishes if w.decider_id == said.owner.id and w.to_on}
    to_decide += duty_queries.lines_by_ids(session, said.agency_id, list(wished))
    found: dict[str, list[DutyLine]] = {name: [] for name in ("overdue", "slipping", "soon", "rest", "waiting")}
    for item in items:
        found[_part_of(item, said)].append(lines[item.duty_id])
    for name in ("overdue", "slipping", "soon"):
        found[name].sort(key=next_day)
    return OwnList(
        said.owner, said.day, tuple(found["overdue"]), tuple(found["slipping"]), tuple(found["soon"]),
        tuple(found["rest"]), tuple(found["waiting"]), tuple(to_decide),
        wished,
    )  # fmt: skip


def _part_of(item: Item, said: Said) -> str:
    """As the digest parts them; whoever asks for his list is shown what is late at the year's end too."""
    return standing_of(replace(item, closing=None), said.day, said.calendar).value if item.open else "waiting"


def next_day(line: DutyLine) -> date:
    """The day that counts first: internal before official; a day far away where there is none."""
    return min((d for d in (line.duty.target_on, line.duty.due_on) if d), default=date.max)


def card(session: Session, said: Said, number: int) -> Card | None:
    """One task for this reader; None where the agency has no such number."""
    task = duty_queries.task_by_number(session, said.agency_id, number)
    if task is None:
        return None
    lines = [x for x in duty_queries.lines_by_number(session, said.agency_id, number) if x.duty.role is PartyRole.LEAD]
    live = _of_each_unit([x for x in lines if x.duty.state not in (DutyState.CANCELLED, DutyState.MERGED)])
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
    moved = _what_moved(session, line)
    target = line.duty.target_on
    behind = said.calendar.working_days_between(target, said.day) if target and target < said.day else 0
    return Part(
        line, everybody.get(line.duty.person_id or 0) if inside else None, inside,
        entries[-1] if entries and inside else None, tuple(e.text for e in evidence), behind if inside else 0,
        explanations[-1] if explanations else None, wishes[-1] if wishes else None, asked[0] if asked else None,
        inside and any(e.file_id for e in evidence) and not line.task.restricted,
        moved, _named_for(session, said, (*wishes, *((moved,) if moved else ()))) if inside else {},
    )  # fmt: skip


def _what_moved(session: Session, line: DutyLine) -> DateChange | None:
    """The last move by which the official date became what it is; None while it is the plan's."""
    due = line.duty.due_on
    if due is None or due == line.period.printed_due_on:
        return None
    moves = date_queries.moves_of(session, line.duty.agency_id, line.duty.id)
    settled = (DateOutcome.GRANTED, DateOutcome.ORDERED)
    made = [m for m in moves if m.which is DateKind.DUE and m.outcome in settled and m.to_on == due]
    return made[-1] if made else None


def _named_for(session: Session, said: Said, changes: Sequence[DateChange]) -> dict[int, Person]:
    """Who asked, who is to decide, who decided."""
    ids = {i for c in changes for i in (c.asked_by_id, c.decider_id, c.decided_by_id) if i}
    return {p.id: p for p in people(session, said.agency_id, said.day, only=ids)} if ids else {}


def overview(session: Session, said: Said, plan_words: str | None = None) -> Overview:
    """Every plan that is followed, or the ones whose title holds the words typed."""
    followed = [
        found
        for found in plans_today(session, said.agency_id, said.day)
        if found.plan is None or found.plan.state in (PlanState.ACTIVE, PlanState.CLOSING)
    ]
    nobody = numbers_nobody_leads(session, said.agency_id)
    counted = {found.plan.id for found in followed if found.plan}
    uncounted = (plan_queries.plan_by_id(session, said.agency_id, each) for each in nobody if each not in counted)
    followed += [PlanFigures(plan, Counts({})) for plan in uncounted if plan]
    chosen = [found for found in followed if is_named(found.plan, plan_words)] or followed
    return Overview(said.now, tuple(chosen), nobody)


def units_overview(session: Session, said: Said) -> UnitsOverview:
    units = living_units(session, said.agency_id)
    found = (UnitFigures(unit, unit_today(session, said.agency_id, said.day, unit.id)) for unit in units)
    return UnitsOverview(said.now, tuple(each for each in found if each.counts.total))


def is_named(plan: Plan | None, words: str | None) -> bool:
    if not words:
        return True
    wanted = [w for w in fold_words(words).split() if w not in ("ke", "hoach", "kh", "nam", "nay")]
    title = fold_words(f"{plan.title} {plan.short_title} {plan.number or ''}").split() if plan else []
    return bool(wanted) and all(w in title for w in wanted)


def unit_overview(session: Session, said: Said, name: str | None) -> UnitOverview | UnknownUnit:
    """One unit's lead duties; without a name the sender's own unit."""
    units = living_units(session, said.agency_id)
    key = fold_words(name or "")
    named = [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]
    found = named if name else [u for u in units if u.id in said.who.unit_ids]
    if len(found) != 1:
        return UnknownUnit(name or "", tuple(found or units))
    of_unit = unit_today(session, said.agency_id, said.day, found[0].id)
    items = [i for i in open_items(session, said.agency_id) if i.unit_id == found[0].id]
    lines = {x.duty.id: x for x in duty_queries.lines_by_ids(session, said.agency_id, [i.duty_id for i in items])}
    inside = {
        i for i, x in lines.items() if may(said.who, Right.SEE_PERSONS, of_duty(x.duty, x.plan, Right.SEE_PERSONS))
    }
    late = [lines[i.duty_id] for i in items if standing_of(i, said.day, said.calendar) is Standing.OVERDUE]
    slipping = [lines[i.duty_id] for i in items if i.duty_id in inside and is_slipping(i, said.day)]
    whose = {x.duty.person_id or x.duty.recipient_id for x in (*late, *slipping)} if inside else set()
    owners = {p.id: p for p in people(session, said.agency_id, said.day, only=whose)} if whose else {}
    return UnitOverview(said.now, found[0], of_unit, tuple(late), tuple(slipping), owners)


def late_by_unit(session: Session, said: Said, unit_name: str | None = None) -> LateByUnit:
    lines = duty_queries.late_lines(session, said.agency_id, said.day)
    units = every_unit(session, said.agency_id)
    if unit_name:
        key = fold_words(unit_name)
        units = [u for u in units if key in (fold_words(u.name), fold_words(u.short_name))]
    days = {due: said.calendar.working_days_between(due, said.day) for due in {x.due_on for x in lines}}
    by_unit: dict[int, list[tuple[LateLine, int]]] = {}
    for line in lines:
        by_unit.setdefault(line.unit_id, []).append((line, days[line.due_on]))
    grouped = ((unit, tuple(by_unit[unit.id])) for unit in units if unit.id in by_unit)
    return LateByUnit(said.day, tuple(grouped))
