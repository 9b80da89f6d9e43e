"""Dates moved: asked for and waiting for whoever decides, ordered by those who may, first given where there was none."""

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import date_ledger, ledger
from bot.usecases.explain import Kept, is_reached, keep_reason
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from jobs.audience import audience
from jobs.rules.date_changes import (
    Dates,
    Objection,
    Powers,
    date_meant,
    objection,
    tells_at_once,
    times_granted,
    wished_day,
)
from storage.kinds import OPEN_STATES, WAITING_STATES, DateKind, DateOutcome, DueSetBy, EventKind, PartyRole
from storage.models.duties import DateChange
from storage.models.events import Event
from storage.queries import dates as date_queries
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.recurring import duties_of_period

EXAMPLE_AFTER = 5  # working days from today


@dataclass(frozen=True)
class Wish:
    """What was said of a date; `named`: mốc or hạn where a word said so; `removes`: "bỏ mốc"; `later`: "lùi"."""

    day: date | None = None
    named: DateKind | None = None
    reason: str = ""
    duration: str | None = None
    working: bool = False
    removes: bool = False
    later: bool = False


@dataclass(frozen=True)
class DateAsked:
    """A wish that waits; `decider` None where nobody decides such dates; `nth` wish for this date, granted ones before.

    `asker`: in whose name it was typed, where that is not the sender.
    `event`, `at_once`: the decider hears of it now, else in the morning. `instead`: it took the place of an older one.
    """

    line: DutyLine
    change: DateChange
    decider: Person | None
    nth: int
    event: Event
    at_once: bool = False
    reached: bool = True
    instead: bool = False
    asker: Person | None = None


@dataclass(frozen=True)
class DateMoved:
    """`asker`: whose wish was granted; `target`: an internal date that had to follow; `others`: more units' parts.

    `reached`: the asker can be told.
    `now`: who hears of it at once, of `event`, as the day is near.
    """

    line: DutyLine
    change: DateChange
    event: Event
    asker: Person | None = None
    target: date | None = None
    others: int = 0
    now: tuple[Person, ...] = ()
    reached: bool = True


@dataclass(frozen=True)
class DateStays:
    """Nothing was changed. `day`: what was named; `example`: a day that would do; `order`: the reader decides it."""

    line: DutyLine
    why: Objection
    which: DateKind
    day: date | None
    example: date
    order: bool = False


@dataclass(frozen=True)
class DateUnclear:
    """Of a wish something is missing: `lacks` is "day" or "reason"."""

    line: DutyLine
    lacks: str
    which: DateKind | None
    day: date
    order: bool = False


@dataclass(frozen=True)
class SetAbove:
    """A higher level set the date: the reason is kept."""

    line: DutyLine
    kept: Kept


@dataclass(frozen=True)
class DateNotNeeded:
    """The work is reported, so its dates stand still."""

    line: DutyLine


@dataclass(frozen=True)
class DateOfOthers:
    """Only who decides a date may take it away."""

    line: DutyLine
    which: DateKind


@dataclass
class Place:
    """One duty's dates, seen by one person on one day."""

    session: Session
    said: Said
    line: DutyLine
    dates: Dates = field(init=False)
    powers: Powers = field(init=False)

    def __post_init__(self) -> None:
        duty, task, period = self.line.duty, self.line.task, self.line.period
        no_date = period.printed_due_on is None and period.key == "once"
        self.dates = Dates(duty.due_on, duty.target_on, task.due_set_by is DueSetBy.ABOVE, no_date)
        rights = (Right.MOVE_TARGET, Right.MOVE_DUE, Right.DATE_UNDATED)
        # Time asked for in somebody's name is his wish, whatever whoever types could order.
        self.powers = Powers(*(self.said.behalf is None and self.may(right) for right in rights))

    def may(self, right: Right) -> bool:
        return may(self.said.who, right, of_duty(self.line.duty, self.line.plan, right))

    def decider(self, which: DateKind) -> tuple[Person | None, bool]:
        """Who decides a wish of the sender, and whether he can be reached."""
        duty, plan = self.line.duty, self.line.plan
        found = audience(self.session, duty.agency_id, self.said.day)
        who = found.decider_of_date(duty, plan, which, self.said.owner.id)
        return self.person(who), who in found.reachable

    def heads_its_unit(self) -> bool:
        """Whether the sender is the head of the duty's unit himself, and not in his place."""
        held = audience(self.session, self.line.duty.agency_id, self.said.day).positions
        unit = held.merged_into.get(self.line.duty.unit_id, self.line.duty.unit_id)
        return self.said.owner.id in (held.heads.get(unit), *held.deputies.get(unit, ()))

    def person(self, staff_id: int | None) -> Person | None:
        if staff_id is None:
            return None
        return people_queries.person(self.session, self.said.agency_id, staff_id, self.said.day)

    @property
    def example(self) -> date:
        """A day that would do as an internal date, and as a later one where that is asked."""
        day = self.said.calendar.add(max(self.said.day, self.dates.target_on or self.said.day), EXAMPLE_AFTER)
        due = self.dates.due_on
        return max(self.said.day, min(day, due)) if due and due >= self.said.day else day

    def later(self, which: DateKind) -> date:
        """A day past the present date, for an example of a wish."""
        now = self.dates.of(which)
        return self.said.calendar.add(max(now, self.said.day), EXAMPLE_AFTER) if now else self.example


def move(session: Session, said: Said, line: DutyLine, wish: Wish) -> object:
    """A date wished for or ordered: the sender orders what he decides and asks for the rest."""
    if line.duty.state in WAITING_STATES:
        return DateNotNeeded(line)
    if line.duty.state not in OPEN_STATES:
        return Closed(line)
    place = Place(session, said, line)
    to = _day_of(place, wish)
    if to is None and not wish.removes:
        return _no_day(place, wish)
    which = date_meant(place.dates, to, wish.named, place.powers)
    order = place.powers.over(which, place.dates) and not _own_wish(place, which, to, later=wish.later)
    against = objection(place.dates, which, to, said.day, asked=not order)
    if against is Objection.SET_ABOVE and to is not None and place.may(Right.REPORT):
        return _above(place, wish)
    if against:
        return _stays(place, against, which, to, order)
    if wish.later and to and to < (place.dates.of(which) or to):  # an earlier day is ordered in other words
        return DateStays(line, Objection.NOT_LATER, which, to, to, order=True)
    if order:
        return _order(place, which, to, wish.reason)
    if to is None or not place.may(Right.REPORT):
        return DateOfOthers(line, which)
    return _ask(place, which, to, wish.reason) if wish.reason else DateUnclear(line, "reason", which, to)


def _stays(place: Place, why: Objection, which: DateKind, to: date | None, order: bool) -> DateStays:
    """With a day that would do; past the official date there is none for an internal one."""
    due = place.dates.due_on
    if why is Objection.BEYOND_DUE and due and due < place.said.day:
        which, order = DateKind.DUE, place.powers.over(DateKind.DUE, place.dates)
    example = place.example if which is DateKind.TARGET else place.later(which)
    return DateStays(place.line, why, which, to, example, order)


def _day_of(place: Place, wish: Wish) -> date | None:
    said, dates = place.said, place.dates
    base = dates.due_on if wish.named is DateKind.DUE or dates.target_on is None else dates.target_on
    return wished_day(base, said.day, said.calendar, day=wish.day, duration=wish.duration, working=wish.working)


def _no_day(place: Place, wish: Wish) -> DateUnclear:
    which = date_meant(place.dates, place.example, wish.named, place.powers)
    example = place.example if which is DateKind.TARGET else place.later(which)
    return DateUnclear(place.line, "day", which, example, order=place.powers.over(which, place.dates))


def _own_wish(place: Place, which: DateKind, to: date | None, *, later: bool) -> bool:
    """More time on what he does himself: somebody else decides, where there is somebody. Internal dates of his unit are its
    head's own, not those of who acts for him or keeps the plan, where they ask to put it off.
    """
    duty, now = place.line.duty, place.dates.of(which)
    own = duty.held_by(place.said.owner.id)
    if not own or now is None or to is None or to <= now:
        return False
    if which is DateKind.TARGET and (not later or place.heads_its_unit()):
        return False
    return place.decider(which)[0] is not None


def _ask(place: Place, which: DateKind, to: date, reason: str) -> DateAsked:
    session, said, line = place.session, place.said, place.line
    duty, now = line.duty, place.dates.of(which)
    moves = date_queries.moves_of(session, said.agency_id, duty.id)
    before = date_ledger.replace_open(session, moves)
    decider, reached = place.decider(which)
    change = date_ledger.new(
        session, said, duty, which, to, DateOutcome.WAITING, reason=reason, asked_by_id=said.owner.id,
        decider_id=decider.id if decider else None,
    )  # fmt: skip
    own = said.behalf or duty.held_by(said.who.id)
    event = ledger.write(
        session, said, EventKind.DATE_ASKED, duty=duty, for_id=said.owner.id if own else duty.recipient_id,
        text=reason, before={"dates": date_ledger.fresh(change) | before},
    )  # fmt: skip
    if said.behalf:
        ledger.tell(session, event, said.owner.id)
    at_once = reached and tells_at_once(now, said.day, said.calendar)
    nth = times_granted(moves, which) + 1
    return DateAsked(line, change, decider, nth, event, at_once, reached, bool(before), said.behalf)


def _above(place: Place, wish: Wish) -> SetAbove | DateUnclear:
    if not wish.reason:
        return DateUnclear(place.line, "reason_above", DateKind.DUE, wish.day or place.later(DateKind.DUE))
    return SetAbove(place.line, keep_reason(place.session, place.said, place.line, wish.reason))


def _order(place: Place, which: DateKind, to: date | None, reason: str) -> DateMoved:
    """The date set; the first date of a task that has none holds for every unit's part of the period."""
    session, said, line = place.session, place.said, place.line
    parts = [line.duty]
    if which is DateKind.DUE and place.dates.undated and place.dates.due_on is None:
        parts = duties_of_period(session, said.agency_id, line.period.id)
        undated = (d for d in parts if d.state in OPEN_STATES and d.due_on is None)
        parts = sorted(undated, key=lambda duty: duty.id != line.duty.id)
    moved = [date_ledger.set_date(session, said, duty, which, to, reason=reason) for duty in parts]
    now: list[Person] = []
    for duty, (_, event, _) in zip(parts, moved, strict=True):
        hears = place.person(duty.recipient_id) if duty.role is PartyRole.LEAD else None
        if hears is None or hears.id == said.who.id:
            continue
        near = to is not None and tells_at_once(to, said.day, said.calendar) and duty.id == line.duty.id
        if near and is_reached(session, hears):
            now.append(hears)
        else:
            ledger.tell(session, event, hears.id)
    (change, event, target), leads = moved[0], sum(duty.role is PartyRole.LEAD for duty in parts)
    return DateMoved(line, change, event, target=target, others=max(leads - 1, 0), now=tuple(now))


def undated_whole(lines: tuple[DutyLine, ...]) -> bool:
    """Parts of one period without a date: a first date is for all of them, so nobody has to say whose."""
    first = lines[0]
    return all(x.period.id == first.period.id and x.duty.due_on is None for x in lines) and (
        first.period.printed_due_on is None and first.period.key == "once"
    )
