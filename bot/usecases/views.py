"""What people look at: their own list, how things stand, what is late. Nothing here changes anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlmodel import Session

from bot.permissions import Hat, Right, hats, may, of_duty
from bot.usecases.said import Said
from jobs.figures import PlanFigures, UnitFigures, plans_today, unit_today
from jobs.items import items_of, open_items
from jobs.rules.classes import Counts, FigureClass
from jobs.rules.items import Item, Standing, is_slipping, standing_of, unsettled
from jobs.rules.text import fold_words
from storage.kinds import FOLLOWED, PlanState
from storage.models.organisation import Unit
from storage.models.plans import Plan
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import plans as plan_queries
from storage.queries.absences import absences_on, stand_ins
from storage.queries.duties import DutyLine, LateLine
from storage.queries.figures import numbers_nobody_leads
from storage.queries.people import Person, every_unit, living_units, people


@dataclass(frozen=True)
class OwnList:
    """The person's duties not closed, parted as the digest parts them; `staff` is whose list it is. `unsettled`: past the
    last date of a plan whose year is not settled.
    """

    owner: Person
    day: date
    late: tuple[DutyLine, ...]
    slipping: tuple[DutyLine, ...]
    soon: tuple[DutyLine, ...]
    later: tuple[DutyLine, ...]
    waiting: tuple[DutyLine, ...]
    to_decide: tuple[DutyLine, ...]
    wished: dict[int, date] = field(default_factory=dict, hash=False)  # of what to decide: another day, by duty id
    unsettled: tuple[DutyLine, ...] = ()

    @property
    def total(self) -> int:
        return len(self.late + self.unsettled + self.slipping + self.soon + self.later + self.waiting)


@dataclass(frozen=True)
class PassedOn:
    """Stands before the cards of tasks that a request passed on to the bot names; it tells nothing of them."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Overview:
    """Plans in official classes at one moment; `nobody`: by plan id, numbers of lines without a lead, which no class holds;
    `unsettled`: by plan id, how many are quá hạn only because the year is not settled.
    """

    at: datetime
    plans: tuple[PlanFigures, ...]
    nobody: dict[int, list[int]] = field(default_factory=dict, hash=False)
    unsettled: dict[int, int] = field(default_factory=dict, hash=False)


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
    unsettled: int = 0  # of those quá hạn: past the last date of a plan whose year is not settled
    others: tuple[DutyLine, ...] = ()  # all else that is open, where the whole list was asked for
    inside: frozenset[int] = frozenset()  # duty ids whose persons and internal dates may be seen


@dataclass(frozen=True)
class LateByUnit:
    """`unsettled`: duty ids past the last date of a plan whose year is not settled."""

    day: date
    units: tuple[tuple[Unit, tuple[tuple[LateLine, int], ...]], ...]  # with working days late
    unsettled: frozenset[int] = frozenset()


@dataclass(frozen=True)
class UnknownUnit:
    typed: str
    units: tuple[Unit, ...]


def own_list(session: Session, said: Said) -> OwnList:
    items = _items_of_owner(session, said)
    lines = {x.duty.id: x for x in duty_queries.lines_by_ids(session, said.agency_id, [i.duty_id for i in items])}
    to_decide = duty_queries.lines_waiting_for(session, said.agency_id, said.owner.id)
    wishes = date_queries.open_wishes(session, said.agency_id)
    wished = {w.duty_id: w.to_on for w in wishes if w.decider_id == said.owner.id and w.to_on}
    to_decide += duty_queries.lines_by_ids(session, said.agency_id, list(wished))
    names = ("overdue", "unsettled", "slipping", "soon", "rest", "waiting")
    found: dict[str, list[DutyLine]] = {name: [] for name in names}
    for item in items:
        found[_part_of(item, said)].append(lines[item.duty_id])
    for name in ("overdue", "unsettled", "slipping", "soon"):
        found[name].sort(key=next_day)
    return OwnList(
        said.owner, said.day, tuple(found["overdue"]), tuple(found["slipping"]), tuple(found["soon"]),
        tuple(found["rest"]), tuple(found["waiting"]), tuple(to_decide),
        wished, tuple(found["unsettled"]),
    )  # fmt: skip


def _items_of_owner(session: Session, said: Said) -> list[Item]:
    """What he is told about; asked by another while he is away, what his substitute has of him."""
    owner = said.owner
    stands_in = stand_ins(absences_on(session, said.agency_id, said.day)).get(owner.id) if owner.away else None
    if stands_in is None or owner.id == said.who.id:
        return items_of(session, said.agency_id, owner.id)
    found = items_of(session, said.agency_id, stands_in)
    return [x for x in found if x.person_id == owner.id or (x.person_id is None and x.unit_id in owner.heads)]


def _part_of(item: Item, said: Said) -> str:
    """As the digest parts them; whoever asks for his list is shown what is late at the year's end too."""
    if not item.open:
        return "waiting"
    stands = standing_of(replace(item, closing=None), said.day, said.calendar)
    return "unsettled" if item.closing and stands is Standing.OVERDUE else stands.value


def next_day(line: DutyLine) -> date:
    """The day that counts first: internal before official; a day far away where there is none."""
    return min((d for d in (line.duty.target_on, line.duty.due_on) if d), default=date.max)


def overview(session: Session, said: Said, plan_words: str | None = None) -> Overview:
    """Every plan that is followed, or the ones whose title holds the words typed."""
    followed = [
        found
        for found in plans_today(session, said.agency_id, said.day)
        if found.plan is None or found.plan.state in FOLLOWED
    ]
    nobody = numbers_nobody_leads(session, said.agency_id)
    counted = {found.plan.id for found in followed if found.plan}
    uncounted = (plan_queries.plan_by_id(session, said.agency_id, each) for each in nobody if each not in counted)
    followed += [PlanFigures(plan, Counts({})) for plan in uncounted if plan]
    chosen = [found for found in followed if is_named(found.plan, plan_words)] or followed
    items = _of_closing_plans(session, said)
    left = {
        found.plan.id: min(
            len(unsettled((i for i in items if i.plan_id == found.plan.id), said.day)),
            found.counts[FigureClass.OVERDUE],
        )
        for found in chosen
        if found.plan
    }
    return Overview(said.now, tuple(chosen), nobody, left)


def _of_closing_plans(session: Session, said: Said) -> list[Item]:
    """Open duties of plans whose year is being settled; most of the year there are none to read."""
    plans = {plan.id for plan in plan_queries.plans_in(session, said.agency_id, (PlanState.CLOSING,))}
    return [i for i in open_items(session, said.agency_id) if i.plan_id in plans] if plans else []


def _unsettled_duties(items: Sequence[Item], said: Said) -> frozenset[int]:
    return frozenset(i.duty_id for i in items if i.open and i.closing and i.due_on and i.due_on < said.day)


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


def unit_overview(
    session: Session, said: Said, name: str | None, *, listed: bool = False
) -> UnitOverview | UnknownUnit:
    """One unit's lead duties; without a name the sender's own unit. `listed`: all that is open, task by task."""
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
    told = {x.duty.id for x in (*late, *slipping)}
    others = [lines[i.duty_id] for i in items if listed and i.duty_id not in told]
    if not inside:  # the order would tell the internal dates
        others.sort(key=lambda x: (x.duty.due_on or date.max, x.number))
    named_in = (*late, *slipping, *others)
    by_name = inside and not leads_only(said.who)
    whose = {x.duty.person_id or x.duty.recipient_id for x in named_in} if by_name else set()
    owners = {p.id: p for p in people(session, said.agency_id, said.day, only=whose)} if whose else {}
    left = len(_unsettled_duties(items, said))
    return UnitOverview(
        said.now, found[0], of_unit, tuple(late), tuple(slipping), owners, left, tuple(others), frozenset(inside)
    )


def leads_only(who: Person) -> bool:
    """A leader who neither heads nor follows anything: he reads of units, of persons where he asks."""
    return Hat.LEADER in hats(who) and hats(who) <= {Hat.LEADER, Hat.STAFF}


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
    return LateByUnit(said.day, tuple(grouped), _unsettled_duties(_of_closing_plans(session, said), said))
