"""What this person can say here, with numbers of his own work, so that every example can be typed as it stands."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Hat, Right, Subject, hats, may, of_duty
from bot.usecases.ask_explanation import may_ask
from bot.usecases.own_settings import OwnSettings, standing
from bot.usecases.said import Said
from jobs.rules.document_symbols import example_number
from storage.kinds import OPEN_STATES, ProductKind
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import people
from storage.queries.plans import open_draft

LATER_BY = 5  # working days, in an example


@dataclass(frozen=True)
class Examples:
    """Numbers to name in examples; 0 where the person has nothing of the kind.

    `document`: an open task that ends with a document; `result`: any open one; `decide`: one that waits for him;
    `hand_out` and `to`: a task of his unit nobody has, and somebody who could take it.
    """

    hats: frozenset[Hat]
    document: int = 0
    document_number: str = ""  # a number as this office would write one for that task
    result: int = 0
    same: int = 0  # a task with an answer of an earlier period
    decide: int = 0
    hand_out: int = 0
    to: str = ""
    has_draft: bool = False
    later: int = 0  # a task with a date, and a day it could be moved to
    later_on: date | None = None
    late: int = 0  # quá hạn, with somebody else: a reason may be asked for


@dataclass(frozen=True)
class Help:
    examples: Examples
    settings: OwnSettings | None = None
    changes_units: bool = False


@dataclass(frozen=True)
class NotUnderstood:
    examples: Examples


@dataclass(frozen=True)
class NotYet:
    """Understood, but this build does not do it."""

    examples: Examples


@dataclass(frozen=True)
class NotForYou:
    """No role of the sender opens what he asked for."""


@dataclass(frozen=True)
class OnlyWords:
    """A picture, file or recording without a word: this build reads words only."""


def full(session: Session, said: Said) -> Help:
    """What can be said, and how the sender is written to."""
    units = may(said.who, Right.CHANGE_UNITS, Subject(said.agency_id))
    return Help(examples(session, said), standing(session, said), units)


def examples(session: Session, said: Said) -> Examples:
    mine = duty_queries.lines_of_recipient(session, said.agency_id, said.who.id, OPEN_STATES)
    mine = mine or _within_reach(session, said)
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    free, to = _to_hand_out(session, said)
    documents = [x for x in mine if x.task.product_kind is ProductKind.DOCUMENT]
    draft = open_draft(session, said.agency_id, said.who.id)
    return Examples(
        hats(said.who),
        _number(documents),
        example_number(documents[0].task.product, said.who.agency.name) if documents else "",
        _number(list(reversed(mine))),
        _answered_before(session, said, mine),
        _number(waiting),
        _number(free),
        to,
        bool(draft),
        *_later(said, mine),
        _late(session, said),
    )


def _later(said: Said, lines: list[DutyLine]) -> tuple[int, date | None]:
    """A task of his, and a day past the date it has: what he may wish for."""
    mine = [x for x in lines if said.who.id in (x.duty.recipient_id, x.duty.person_id)]
    for line in mine:
        if now := line.duty.target_on or line.duty.due_on:
            return line.number, said.calendar.add(max(now, said.day), LATER_BY)
    return 0, None


def _late(session: Session, said: Said) -> int:
    """Something quá hạn of which the sender may ask the reason."""
    if not may_ask(said):
        return 0
    for line in duty_queries.lead_lines(session, said.agency_id, OPEN_STATES):
        late = line.duty.due_on is not None and line.duty.due_on < said.day
        subject = of_duty(line.duty, line.plan, Right.ASK_EXPLANATION)
        if late and line.duty.recipient_id != said.who.id and may(said.who, Right.ASK_EXPLANATION, subject):
            return line.number
    return 0


def _within_reach(session: Session, said: Said) -> list[DutyLine]:
    """For those who hold nothing themselves: what they may record for others."""
    lines = duty_queries.lead_lines(session, said.agency_id, OPEN_STATES)
    return [x for x in lines if may(said.who, Right.REPORT, of_duty(x.duty, x.plan, Right.REPORT))]


def _to_hand_out(session: Session, said: Said) -> tuple[list[DutyLine], str]:
    for unit_id in sorted(said.who.heads):
        lines = duty_queries.lines_of_unit(session, said.agency_id, unit_id, OPEN_STATES)
        staff = [p for p in people(session, said.agency_id, said.day) if unit_id in p.unit_ids and p.id != said.who.id]
        free = [x for x in lines if x.duty.person_id is None]
        if free and staff:
            return free, staff[0].given_name
    return [], ""


def _answered_before(session: Session, said: Said, lines: list[DutyLine]) -> int:
    answered = {e.duty_id for e in duty_queries.entries_of(session, said.agency_id, [x.duty.id for x in lines])}
    return next((x.number for x in lines if x.duty.id in answered), 0)


def _number(lines: list[DutyLine]) -> int:
    return lines[0].number if lines else 0
