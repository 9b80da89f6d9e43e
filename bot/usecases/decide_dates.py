"""Wishes for another date decided: granted, granted for another day, or refused with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases import date_ledger, ledger
from bot.usecases.dates import DateMoved, DateStays, Place
from bot.usecases.explain import is_reached
from bot.usecases.said import Said
from jobs.rules.date_changes import Objection, objection
from storage.kinds import DateKind, DateOutcome, EventKind
from storage.models.duties import DateChange
from storage.models.events import Event
from storage.queries import dates as date_queries
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person


@dataclass(frozen=True)
class DateRefused:
    """`event` is what the asker is told of, at once; `asker` None where he has left or cannot be found."""

    line: DutyLine
    change: DateChange
    event: Event
    asker: Person | None
    reached: bool = True


@dataclass(frozen=True)
class RefusalUnclear:
    """A wish is refused with a reason, and none was given."""

    line: DutyLine


@dataclass(frozen=True)
class NoWishWaits:
    """Nothing was wished for this task that the sender decides; `decider`: who decides what is."""

    line: DutyLine | None
    decider: Person | None = None


@dataclass(frozen=True)
class Waiting:
    """A wish, its duty, and whether the sender decides it."""

    change: DateChange
    line: DutyLine
    mine: bool


@dataclass(frozen=True)
class WishesLeft:
    """ "Duyệt hết" while wishes wait that the sender was not just shown: asked about by name, nothing moved."""

    waiting: tuple[Waiting, ...]


def wishes(session: Session, said: Said, duty_ids: Sequence[int] | None = None) -> list[Waiting]:
    """Wishes not decided, of these duties or of all, in reading order."""
    changes = {c.duty_id: c for c in date_queries.open_wishes(session, said.agency_id, duty_ids)}
    lines = duty_queries.lines_by_ids(session, said.agency_id, list(changes))
    found = [Waiting(changes[x.duty.id], x, _decides(session, said, changes[x.duty.id], x)) for x in lines]
    return sorted(found, key=lambda w: (w.line.number, w.line.unit.position))


def _decides(session: Session, said: Said, change: DateChange, line: DutyLine) -> bool:
    if change.asked_by_id == said.who.id:
        return False
    place = Place(session, said, line)
    return change.decider_id == said.who.id or place.powers.over(change.which, place.dates)


def answers(change: DateChange, day: date, named: DateKind | None) -> bool:
    """Whether a date named by the decider offers another day for the wish: later than now; an earlier one is an order."""
    return named in (None, change.which) and change.from_on is not None and day > change.from_on


def grant(session: Session, said: Said, found: Waiting, day: date | None = None) -> DateMoved | DateStays:
    """Move the date as wished, or to another `day`; the asker and whose work it is read of it in the morning."""
    change, line = found.change, found.line
    to = day or change.to_on
    place = Place(session, said, line)
    against = objection(place.dates, change.which, to, said.day, asked=False)
    if against in (Objection.PAST, Objection.BEYOND_DUE, Objection.SAME):
        return DateStays(line, against, change.which, to, place.later(change.which), order=True)
    change, event, followed = date_ledger.set_date(session, said, line.duty, change.which, to, change=change)
    hear = {i for i in (change.asked_by_id, line.duty.recipient_id) if i and i != said.who.id}
    for staff_id in sorted(hear):
        ledger.tell(session, event, staff_id)
    asker = place.person(change.asked_by_id)
    reached = asker is not None and is_reached(session, asker)
    return DateMoved(line, change, event, asker=asker, target=followed, reached=reached)


def refuse(session: Session, said: Said, found: Waiting, reason: str) -> DateRefused | RefusalUnclear:
    """The date stays; the asker hears why at once."""
    if not reason:
        return RefusalUnclear(found.line)
    change, duty = found.change, found.line.duty
    before = {"duty": ledger.snapshot(duty), "dates": date_ledger.kept(change)}
    change.outcome = DateOutcome.REFUSED
    change.decided_by_id = said.who.id
    change.answer = reason
    session.add(change)
    event = ledger.write(
        session, said, EventKind.DATE_REFUSED, duty=duty, for_id=change.asked_by_id, text=reason, before=before
    )
    asker = Place(session, said, found.line).person(change.asked_by_id)
    reached = asker is not None and is_reached(session, asker)
    return DateRefused(found.line, change, event, asker, reached)


def none_waits(session: Session, said: Said, number: int) -> NoWishWaits:
    """Of this task: with who decides what was wished for it, where the sender does not."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    others = wishes(session, said, [x.duty.id for x in lines])
    if others:
        place = Place(session, said, others[0].line)
        return NoWishWaits(others[0].line, place.person(others[0].change.decider_id))
    return NoWishWaits(lines[0] if lines else None)
