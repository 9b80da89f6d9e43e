"""Which duty a number means (design: "Which duty a number means"): found, asked about, refused or unknown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases.give_result import is_occurrence
from bot.usecases.said import Said
from jobs.rules.text import fold_words
from storage.kinds import GONE_STATES, OPEN_STATES, WAITING_STATES, DutyState, PartyRole
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person, person


@dataclass(frozen=True)
class Wanted:
    """What a person named: a number, and the unit or the period where he said so."""

    number: int
    unit: str | None = None
    period: str | None = None


@dataclass(frozen=True)
class Found:
    """`named_period`: several periods are open, so the answer says which one was meant; `shared`: several units lead it."""

    line: DutyLine
    named_period: bool = False
    shared: bool = False


@dataclass(frozen=True)
class PartOf:
    """Stands behind what was said of one unit's part of a task that several lead, so that the answer names it."""

    line: DutyLine


@dataclass(frozen=True)
class WhichUnit:
    """Several units' parts of one task fit."""

    number: int
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class WhichNumber:
    """The number is printed in front of another of his duties."""

    number: int
    lines: tuple[DutyLine, ...]


@dataclass(frozen=True)
class UnknownNumber:
    number: int


@dataclass(frozen=True)
class NotYours:
    """The task is there, but this person may not do this to it; `line` is its lead part, of his own unit if it has one.

    `owner` is who does: the recipient, or for a decision the decider; None for eyes that may not see persons.
    `of_unit`: the unit whose part was named, where it is not this person's to report or leads nothing of the task.
    """

    line: DutyLine
    right: Right = Right.REPORT
    owner: Person | None = None
    of_unit: str | None = None


Answer = Found | WhichUnit | WhichNumber | UnknownNumber | NotYours


def which_duty(
    session: Session,
    said: Said,
    wanted: Wanted,
    right: Right = Right.REPORT,
    states: Sequence[DutyState] = (*OPEN_STATES, *WAITING_STATES),
) -> Answer:
    """The lead duty this person means when he does `right` to a number; `states`: those preferred."""
    every = duty_queries.lines_by_number(session, said.agency_id, wanted.number)
    lines = [x for x in every if x.duty.role is PartyRole.LEAD and x.duty.state not in GONE_STATES]
    asked = _printed_elsewhere(session, said, wanted.number, lines) if right in (Right.REPORT, Right.ASK_TIME) else None
    if asked:
        return asked
    if not lines:
        return UnknownNumber(wanted.number)
    named = of_unit(_of_period(lines, wanted.period), wanted.unit)
    allowed = [x for x in named if may(said.who, right, of_duty(x.duty, x.plan, right))]
    if not allowed:
        not_his = wanted.unit if not named or right in (Right.REPORT, Right.ASK_TIME) else None
        return _not_yours(session, said, named or lines, right, not_his)
    if said.behalf and not (allowed := [x for x in allowed if is_his(x, said.behalf)]):
        return _not_yours(session, said, named, right)
    live = [x for x in allowed if x.duty.state in states] or allowed
    mine = _first_tier(live, _tiers(said, right))
    if len({x.unit.id for x in mine}) > 1:
        return WhichUnit(wanted.number, tuple(_first_of_each_unit(mine)))
    mine.sort(key=_rank)
    open_now = sum(x.duty.state in states for x in mine)
    shared = len({x.unit.id for x in lines}) > 1
    return Found(mine[0], named_period=open_now > 1 or mine[0].period.key != "once", shared=shared)


def _not_yours(
    session: Session, said: Said, lines: list[DutyLine], right: Right, of_unit: str | None = None
) -> NotYours:
    line = min(lines, key=lambda x: x.unit.id not in said.who.unit_ids)
    whose = line.duty.decider_id if right is Right.DECIDE else line.duty.recipient_id
    seen = may(said.who, Right.SEE_PERSONS, of_duty(line.duty, line.plan, Right.SEE_PERSONS))
    owner = person(session, said.agency_id, whose, said.day) if seen and whose else None
    return NotYours(line, right, owner, of_unit)


def is_his(line: DutyLine, whose: Person) -> bool:
    """Whether what somebody types for a person is that person's to do: held by him, or by his unit and nobody in it."""
    duty, unit = line.duty, line.unit.id
    held = duty.held_by(whose.id) or unit in whose.heads
    return held or (duty.person_id is None and unit in whose.unit_ids)


def _tiers(said: Said, right: Right) -> list[Callable[[DutyLine], bool]]:
    who, owner = said.who, said.owner

    def own(line: DutyLine) -> bool:
        duty = line.duty
        return duty.decider_id == who.id if right is Right.DECIDE else duty.held_by(owner.id)

    return [own, lambda x: x.unit.id in owner.heads, lambda x: x.unit.id in who.heads, lambda _x: True]


def _first_tier(lines: list[DutyLine], tiers: list[Callable[[DutyLine], bool]]) -> list[DutyLine]:
    return next(found for tier in tiers if (found := [x for x in lines if tier(x)]))


def _rank(line: DutyLine) -> tuple[bool, bool, bool, str, str]:
    """Open before reported before closed, dated before undated, early before late."""
    day = line.duty.due_on or line.period.printed_due_on
    return (
        line.duty.state not in OPEN_STATES,
        line.duty.state not in WAITING_STATES,
        day is None,
        day.isoformat() if day else "",
        line.period.key,
    )


def _of_period(lines: list[DutyLine], period: str | None) -> list[DutyLine]:
    """Lines of the occurrence named ("18 tháng 10"); where no line has it, the month meant the report, not the task."""
    named = [x for x in lines if x.period.key == period or _falls_in(x, period)] if period else []
    return named or lines


def is_of_period(line: DutyLine, period: str | None) -> bool:
    """Whether what is told of a period can end this part: it is of that period, or of the running one where none is named."""
    repeated = is_occurrence(line.period.key)
    return repeated and (period is None or line.period.key == period or _falls_in(line, period))


def _falls_in(line: DutyLine, period: str | None) -> bool:
    due = line.period.printed_due_on
    return due is not None and line.period.key != "once" and f"{due:%Y-%m}" == period


def of_unit(lines: list[DutyLine], unit: str | None) -> list[DutyLine]:
    """The parts of the unit of this name; all of them where none is named."""
    key = fold_words(unit) if unit else ""
    return [x for x in lines if key in (fold_words(x.unit.name), fold_words(x.unit.short_name))] if key else lines


def _first_of_each_unit(lines: list[DutyLine]) -> list[DutyLine]:
    first: dict[int, DutyLine] = {}
    for line in sorted(lines, key=_rank):
        first.setdefault(line.unit.id, line)
    return sorted(first.values(), key=lambda x: x.unit.position)


def _printed_elsewhere(session: Session, said: Said, number: int, lines: list[DutyLine]) -> WhichNumber | None:
    """Ask when the number is printed in front of another open duty of his, unless the last list shows it as ours."""
    owner = said.owner.id
    mine = duty_queries.lines_of_recipient(session, said.agency_id, owner, OPEN_STATES)
    printed = [x for x in mine if x.task.printed_number == number and x.number != number]
    if not printed or number in {x.number for x in duty_queries.lines_by_ids(session, said.agency_id, said.shown)}:
        return None
    meant = [x for x in lines if x.duty.recipient_id == owner and x.duty.state in OPEN_STATES]
    return WhichNumber(number, tuple(meant[:1] + printed))
