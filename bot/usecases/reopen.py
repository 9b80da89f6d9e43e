"""Reopening what was accepted, with a reason: by its acceptor, head or keeper; its owner's wish goes to the acceptor."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger
from bot.usecases.decide import Returned, send_back
from bot.usecases.said import Said
from bot.usecases.undo import SomebodyActed
from bot.usecases.which_duty import WhichUnit, of_unit
from storage.kinds import DutyState, EventKind, PartyRole
from storage.models.events import Event
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries import people as people_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person
from storage.queries.reach import reachable_staff


@dataclass(frozen=True)
class Reopened(Returned):
    """An accepted report sent back: the task goes on, its reporter is told at once."""


@dataclass(frozen=True)
class ReopenAsked:
    """The owner's wish, told at once to `decider`, who reopens or leaves it; `reached`: whether he can be."""

    line: DutyLine
    reason: str
    event: Event
    decider: Person
    reached: bool = True


@dataclass(frozen=True)
class ReopenWish:
    """What the sender was asked to reopen and has not answered; `asked`: the owner's wish."""

    line: DutyLine
    asked: Event

    @property
    def reason(self) -> str:
        return self.asked.text


@dataclass(frozen=True)
class ReopenRefused:
    """It stays accepted; `asker` hears it at once."""

    line: DutyLine
    reason: str
    event: Event
    asker: Person
    reached: bool = True


@dataclass(frozen=True)
class ReopenReason:
    """Nothing is reopened without a reason."""

    line: DutyLine


ReopenResult = Reopened | ReopenAsked | ReopenReason | SomebodyActed | WhichUnit


def reopen(
    session: Session, said: Said, number: int, reason: str, duty_id: int | None = None, unit: str | None = None
) -> ReopenResult | None:
    """Reopen the accepted part of this task (`unit`: whose), or ask its acceptor to; None where that is nothing for
    this person."""
    lines = of_unit(duty_queries.lines_by_number(session, said.agency_id, number), unit)
    lines = [x for x in lines if x.duty.role is PartyRole.LEAD and x.duty.state is DutyState.ACCEPTED]
    lines = [x for x in lines if duty_id in (None, x.duty.id)]
    allowed = [x for x in lines if may(said.who, Right.REOPEN, of_duty(x.duty, x.plan, Right.REOPEN))]
    own = [x for x in lines if may(said.who, Right.REPORT, of_duty(x.duty, x.plan, Right.REPORT))]
    if len({x.unit.id for x in allowed}) > 1:
        return WhichUnit(number, tuple(allowed))
    if allowed:
        line = _latest(allowed)
        asked = [wish.reason for wish in wishes(session, said) if wish.line.duty.id == line.duty.id]
        return _by_whoever_may(session, said, line, reason or "".join(asked))
    return _by_owner(session, said, _latest(own), reason) if own else None


def _latest(lines: list[DutyLine]) -> DutyLine:
    """Of several periods the one closed last."""
    return max(lines, key=lambda x: (x.duty.closed_on is not None, x.duty.closed_on, x.duty.id))


def _by_whoever_may(session: Session, said: Said, line: DutyLine, reason: str) -> Reopened | ReopenReason | None:
    accepted = event_queries.last_acceptance(session, said.agency_id, line.duty.id)
    if not reason:
        mine_today = accepted and accepted.by_id == said.who.id and accepted.day == said.day
        return None if mine_today else ReopenReason(line)  # one's own of today is simply taken back
    back = send_back(session, said, line, reason)
    return (
        Reopened(back.line, back.reason, back.event, back.reporter, back.reached)
        if isinstance(back, Returned)
        else None
    )


def _by_owner(session: Session, said: Said, line: DutyLine, reason: str) -> ReopenAsked | SomebodyActed | None:
    accepted = event_queries.last_acceptance(session, said.agency_id, line.duty.id)
    if accepted is None:
        return None
    decider = people_queries.person(session, said.agency_id, line.duty.decider_id or accepted.by_id, said.day)
    if not reason:
        return SomebodyActed(line, decider, accepted)
    event = ledger.write(session, said, EventKind.REOPEN_ASKED, duty=line.duty, text=reason)
    return ReopenAsked(line, reason, event, decider, decider.id in reachable_staff(session, said.agency_id))


def wishes(session: Session, said: Said) -> list[ReopenWish]:
    """Wishes of today, or in the message spoken of, that are the sender's to grant."""
    found: dict[int, ReopenWish] = {}
    for event in event_queries.reopenings_asked(session, said.agency_id):
        if event.day != said.day and event.duty_id not in said.about:
            continue
        [line] = duty_queries.lines_by_ids(session, said.agency_id, [event.duty_id or 0])
        accepted = event_queries.last_acceptance(session, said.agency_id, line.duty.id)
        decider = line.duty.decider_id or (accepted.by_id if accepted else None)
        mine = decider == said.who.id and may(said.who, Right.REOPEN, of_duty(line.duty, line.plan, Right.REOPEN))
        if mine and line.duty.state is DutyState.ACCEPTED and not event_queries.acted_since(session, event):
            found[line.duty.id] = ReopenWish(line, event)
    return list(found.values())


def grant(session: Session, said: Said, wish: ReopenWish) -> Reopened | ReopenReason | None:
    return _by_whoever_may(session, said, wish.line, wish.reason)


def refuse(session: Session, said: Said, wish: ReopenWish, reason: str) -> ReopenRefused:
    """The wish waits no more; a reason may be given, as leaving it alone needs none either."""
    asker = people_queries.person(session, said.agency_id, wish.asked.by_id, said.day)
    event = ledger.write(session, said, EventKind.REOPEN_REFUSED, duty=wish.line.duty, for_id=asker.id, text=reason)
    return ReopenRefused(wish.line, reason, event, asker, asker.id in reachable_staff(session, said.agency_id))
