"""What leaves beside the answer: notices in the queue, and word to others that cannot wait for the morning."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.replies.contacts import told_to_contact
from bot.replies.dates import asked_of_decider, moved_to_owner, refused_to_asker, taken_back
from bot.replies.decisions import (
    refusal_taken_back,
    reopen_asked_of_decider,
    reopen_refused_to_asker,
    return_taken_back,
    returned_to_reporter,
    wish_taken_back,
)
from bot.replies.explanations import asked_of_owner, explanation_taken_back, given_to_asker
from bot.replies.explanations import wish_taken_back as asking_taken_back
from bot.replies.news import moved_told, told_to_sender
from bot.replies.plans import HOLD_MINUTES, told_to_head
from bot.replies.reader import Reader
from bot.replies.undoing import earlier_wish_waits
from bot.replies.unit_people import told_moved, told_placed
from bot.replies.units import told_merged, told_undone
from bot.replies.versions import told_of_correction
from bot.usecases import ledger
from bot.usecases.ask_explanation import ExplanationAsked, ExplanationsAsked
from bot.usecases.contacts import ContactSet
from bot.usecases.dates import DateAsked, DateMoved, SetAbove
from bot.usecases.decide import Returned
from bot.usecases.decide_dates import DateRefused
from bot.usecases.explain import Explained
from bot.usecases.news_back import NewsTakenBack
from bot.usecases.news_moved import NewsMoved
from bot.usecases.plan_review import PlanConfirmed
from bot.usecases.plan_versions import PlanCorrected
from bot.usecases.reopen import ReopenAsked, ReopenRefused
from bot.usecases.staff_list import PlaceChanged
from bot.usecases.undo import Undone
from bot.usecases.unit_people import PeopleMoved
from bot.usecases.units import UnitChanged, UnitsUndone
from storage.kinds import EventKind, NoticeKind
from storage.models.channels import Chat
from storage.models.events import Event
from storage.notice_keys import told_key
from storage.queries.notices import enqueue
from storage.queries.people import Person
from storage.queries.reach import NOBODY, reach_of_all

_TAKEN_BACK = {
    EventKind.RETURNED: return_taken_back,
    EventKind.REOPEN_ASKED: wish_taken_back,
    EventKind.REOPEN_REFUSED: refusal_taken_back,
    EventKind.EXPLANATION_ASKED: asking_taken_back,
    EventKind.EXPLAINED: explanation_taken_back,
}
REPLY_PRIORITY, TOLD_PRIORITY = 1, 3
NEWS_FOR = timedelta(days=30)  # so long word of a plan waits for somebody to be reached


def tell_at_once(session: Session, results: Sequence[object], by: Reader, now: datetime) -> None:
    """A result returned to its reporter, a wish for time refused, a near date, a plan's beginning to the heads of its units."""
    asked = [each for each in results if isinstance(each, ExplanationAsked)]
    asked += [one for each in results if isinstance(each, ExplanationsAsked) for one in each.asked]
    _ask_for_reasons(session, asked, by, now)
    for result in results:
        if isinstance(result, Returned) and result.reporter:
            body = returned_to_reporter(result, by, Reader(result.reporter, by.day))
            _tell(session, result.event, result.reporter, body, now, about=(result.line.duty.id,))
        elif isinstance(result, ReopenAsked):
            body = reopen_asked_of_decider(result, by, Reader(result.decider, by.day))
            _tell(session, result.event, result.decider, body, now, about=(result.line.duty.id,))
        elif isinstance(result, ReopenRefused):
            body = reopen_refused_to_asker(result, by, Reader(result.asker, by.day))
            _tell(session, result.event, result.asker, body, now, about=(result.line.duty.id,))
        elif isinstance(result, Undone) and result.retold and result.event and result.line:
            to = Reader(result.retold, by.day)
            body = _TAKEN_BACK.get(result.kind, taken_back)(result.line, by, to)
            if result.again and result.again.to_on:
                body = earlier_wish_waits(result.line, result.again.to_on, by, to)
            _tell(session, result.event, result.retold, body, now, about=(result.line.duty.id,))
        elif isinstance(result, DateAsked | DateMoved | DateRefused):
            _tell_of_date(session, result, by, now)
        elif isinstance(result, Explained | SetAbove):
            for asker in result.kept.askers:
                body = given_to_asker(result, by, Reader(asker, by.day))
                _tell(session, result.kept.event, asker, body, now, about=(result.line.duty.id,))
        else:
            _tell_of_office(session, result, by, now)


def _tell_of_office(session: Session, result: object, by: Reader, now: datetime) -> None:
    """A plan's beginning or its newer version to the heads of its units, who answers for a unit to himself."""
    held = now + timedelta(minutes=HOLD_MINUTES)
    if isinstance(result, ContactSet) and result.event:
        body = told_to_contact(result, by, Reader(result.person, by.day))
        _tell(session, result.event, result.person, body, now, [x.duty.id for x in result.lines])
    elif isinstance(result, PeopleMoved | UnitChanged | UnitsUndone):
        _tell_of_units(session, result, by, now)
    elif isinstance(result, PlaceChanged) and result.to_tell:
        body = told_placed(result, Reader(result.person, by.day))
        _tell(session, result.event, result.person, body, now)
    elif isinstance(result, NewsTakenBack) and result.sender:
        _tell(session, result.event, result.sender, told_to_sender(result, by, Reader(result.sender, by.day)), now)
    elif isinstance(result, NewsMoved) and result.sender:
        _tell(session, result.event, result.sender, moved_told(result, by, Reader(result.sender, by.day)), now)
    elif isinstance(result, PlanConfirmed):
        for told in result.heads:
            body = told_to_head(told, result, Reader(told.head, by.day))
            _tell(session, result.event, told.head, body, now, not_before=held)
    elif isinstance(result, PlanCorrected):
        for head, unit in result.told:
            body = told_of_correction(head, unit, result, Reader(head, by.day))
            # Not before word of the version it corrects, which may still be held.
            _tell(session, result.corrected.event, head, body, now, not_before=held)


def _tell_of_units(
    session: Session, result: PeopleMoved | UnitChanged | UnitsUndone, by: Reader, now: datetime
) -> None:
    """Whoever is in another unit now, or again."""
    told = result.told if isinstance(result, UnitsUndone) else result.people
    if result.event is None:
        return
    for person in told:
        reader = Reader(person, by.day)
        _tell(session, result.event, person, _of_units(result, by, reader), now)


def _of_units(result: PeopleMoved | UnitChanged | UnitsUndone, by: Reader, reader: Reader) -> str:
    if isinstance(result, PeopleMoved):
        return told_moved(result, by, reader)
    return told_merged(result, by, reader) if isinstance(result, UnitChanged) else told_undone(result, by, reader)


def _ask_for_reasons(session: Session, asked: Sequence[ExplanationAsked], by: Reader, now: datetime) -> None:
    """One message to each person, of everything he is asked to explain."""
    for staff_id in dict.fromkeys(one.to.id for one in asked):
        mine = [one for one in asked if one.to.id == staff_id]
        body = asked_of_owner(mine, by, Reader(mine[0].to, by.day))
        leaves = mine[0].leaves if mine[0].leaves > now else None
        _tell(session, mine[0].event, mine[0].to, body, now, [one.line.duty.id for one in mine], not_before=leaves)
        for one in mine[1:]:
            ledger.tell(session, one.event, staff_id, at_once=one.reached, done=one.reached)


def _tell_of_date(session: Session, result: DateAsked | DateMoved | DateRefused, by: Reader, now: datetime) -> None:
    """A refusal to who asked; where the date is near, the wish to its decider and the order to whose work it is."""
    about = (result.line.duty.id,)
    if isinstance(result, DateRefused) and result.asker:
        body = refused_to_asker(result, by, Reader(result.asker, by.day))
        _tell(session, result.event, result.asker, body, now, about)
    elif isinstance(result, DateAsked) and result.at_once and result.decider:
        body = asked_of_decider(result, by, Reader(result.decider, by.day))
        _tell(session, result.event, result.decider, body, now, about)
    elif isinstance(result, DateMoved):
        for person in result.now:
            body = moved_to_owner(result, by, Reader(person, by.day))
            _tell(session, result.event, person, body, now, about)


def _tell(
    session: Session, event: Event, to: Person, body: str, now: datetime, about: Sequence[int] = (),
    not_before: datetime | None = None,
) -> None:  # fmt: skip
    """A message of its own. Who cannot be reached reads of a duty in the next digest; word of a plan, of which digests
    do not speak, waits until he can be.
    """
    chat_id = reach_of_all(session, event.agency_id).get(to.id, NOBODY).chat_id
    written = chat_id is not None or event.duty_id is None
    ledger.tell(session, event, to.id, at_once=written, done=written)
    if not written or to.id == event.by_id:
        return
    enqueue(
        session, agency_id=event.agency_id, key=told_key(event.id, to.id), kind=NoticeKind.TOLD, priority=TOLD_PRIORITY,
        staff_id=to.id, chat_id=chat_id, day=event.day, body=body, about=list(about), created_at=now,
        not_before=not_before, expires_at=now + NEWS_FOR if chat_id is None else None,
    )  # fmt: skip


def owe(
    session: Session, chat: Chat, key: str, kind: NoticeKind, body: str, day: date, now: datetime, *,
    staff_id: int | None = None, inbox_id: int | None = None, about: Sequence[int] = (),
    buttons: Sequence[object] = (), file_id: int | None = None,
) -> None:  # fmt: skip
    """A finished answer for one chat."""
    enqueue(
        session, agency_id=chat.agency_id, key=key, kind=kind, priority=REPLY_PRIORITY, staff_id=staff_id,
        chat_id=chat.id, inbox_id=inbox_id, day=day, body=body, about=list(about), buttons=list(buttons),
        file_id=file_id, created_at=now,
    )  # fmt: skip
