""" "Đề nghị giải trình việc 26": whose work it is hears of it at once, and who asked hears the answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from bot.permissions import TABLE, Right, hats, may, of_duty
from bot.usecases import ledger
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.rules.date_changes import is_explained
from jobs.rules.text import fold_words
from jobs.rules.urging import leaves_at
from storage.kinds import CLOSED_STATES, OPEN_STATES, WAITING_STATES, EventKind
from storage.models.events import Event
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class ExplanationAsked:
    """`to` hears of it at `leaves` where a message reaches him, else in his next digest."""

    line: DutyLine
    to: Person
    event: Event
    reached: bool
    leaves: datetime


@dataclass(frozen=True)
class ExplanationsAsked:
    """Several at once; `awaited`: numbers the sender had asked about already, `own`: his own."""

    asked: tuple[ExplanationAsked, ...]
    awaited: tuple[int, ...] = ()
    own: tuple[int, ...] = ()


@dataclass(frozen=True)
class ExplanationKnown:
    """A reason was given since the date passed, so nobody is asked unless it is to be given again."""

    line: DutyLine
    event: Event
    by: Person


@dataclass(frozen=True)
class ExplanationAwaited:
    """The sender has asked already, on the day of the event."""

    line: DutyLine
    event: Event


@dataclass(frozen=True)
class NothingToExplain:
    """`line` is reported and waits for a decision; without one, nothing of the unit or the person is quá hạn unexplained."""

    line: DutyLine | None = None


@dataclass(frozen=True)
class OwnToExplain:
    """The work is the sender's own."""

    line: DutyLine


@dataclass(frozen=True)
class NotWithThem:
    """The person named does not have this work: `owner` has it."""

    line: DutyLine
    typed: str
    owner: Person


@dataclass(frozen=True)
class AskingNotYours:
    """No role of the sender asks others for reasons."""


def may_ask(said: Said) -> bool:
    return bool(hats(said.who) & set(TABLE[Right.ASK_EXPLANATION]))


def ask_explanation(
    session: Session, said: Said, line: DutyLine, person: str | None = None, *, again: bool = False
) -> object:
    """Write the wish down; `person`: who was named with it; `again`: what was said already is not enough."""
    duty = line.duty
    if duty.state in CLOSED_STATES:
        return Closed(line)
    if duty.state in WAITING_STATES:
        return NothingToExplain(line)
    to = people_queries.person(session, said.agency_id, duty.recipient_id, said.day)
    if person and to.id not in {one.id for one in named([to], person)}:
        return NotWithThem(line, person, to)
    if to.id == said.who.id:
        return OwnToExplain(line)
    known = date_queries.explanations_of(session, said.agency_id, [duty.id])
    if known and not again and (duty.due_on is None or is_explained(duty.due_on, [event.day for event in known])):
        by = people_queries.person(session, said.agency_id, known[-1].by_id, said.day)
        return ExplanationKnown(line, known[-1], by)
    asked = date_queries.explanations_asked(session, said.agency_id, [duty.id])
    if mine := next((event for event in asked if event.by_id == said.who.id), None):
        return ExplanationAwaited(line, mine)
    event = ledger.write(session, said, EventKind.EXPLANATION_ASKED, duty=duty, for_id=to.id)
    reached = to.id in reachable_staff(session, said.agency_id)
    agency = said.who.agency
    return ExplanationAsked(
        line, to, event, reached, leaves_at(said.now, agency.time_zone, agency.digest_at, said.calendar)
    )


def ask_of_all_late(
    session: Session, said: Said, unit: str | None, person: str | None, *, again: bool = False
) -> list[object]:
    """Of everything quá hạn of a unit, or of a person's, that the sender may ask about and nobody has explained."""
    lines = duty_queries.lead_lines(session, said.agency_id, OPEN_STATES)
    late = [x for x in lines if x.duty.due_on is not None and x.duty.due_on < said.day]
    if unit:
        late = [x for x in late if fold_words(unit) in (fold_words(x.unit.name), fold_words(x.unit.short_name))]
    if person:
        everybody = people_queries.people(session, said.agency_id, said.day)
        ids = {one.id for one in named(everybody, person)}
        late = [x for x in late if x.duty.recipient_id in ids] if len(ids) == 1 else []
    late = [x for x in late if may(said.who, Right.ASK_EXPLANATION, of_duty(x.duty, x.plan, Right.ASK_EXPLANATION))]
    results = [ask_explanation(session, said, line, again=again) for line in late]
    asked = tuple(r for r in results if isinstance(r, ExplanationAsked))
    awaited = tuple(r.line.number for r in results if isinstance(r, ExplanationAwaited))
    own = tuple(r.line.number for r in results if isinstance(r, OwnToExplain))
    if len(results) == 1 and not isinstance(results[0], ExplanationKnown):
        return results
    return [ExplanationsAsked(asked, awaited, own)] if asked or awaited or own else [NothingToExplain()]
