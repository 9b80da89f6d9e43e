"""The coming mornings, tried on a copy in memory: the product's own ticks under a clock that is moved, nothing sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlmodel import Session

from jobs.clock import MovableClock, office_day
from jobs.messages.render import render
from jobs.ticks.table import TICKS
from storage.backup import copy_rows
from storage.database import open_engine, transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from storage.models.organisation import Agency
from storage.models.tables import METADATA
from storage.queries.agencies import all_agencies
from storage.queries.duties import lines_by_ids
from storage.queries.own_settings import own_hours
from storage.queries.people import Person, people
from storage.queries.rehearsal import begin_live, forget_mornings, hold_positions, join_nobody_s_office, leaving
from storage.queries.restored import end_what_waited

MOST_DAYS = 400
_EARLY = time(0, 5)  # when periods are opened
_AGAIN = timedelta(minutes=1)  # the keeper's and the head of office's, when the others have left


@dataclass(frozen=True)
class Previewed:
    """One message as it would leave. `at` is in the office's time zone; `numbers` are those of the tasks it lists."""

    agency: Agency
    at: datetime
    to: Person
    kind: NoticeKind
    numbers: tuple[int, ...]
    text: str


@dataclass(frozen=True)
class Preview:
    """`as_if_joined`: offices in which nobody has joined yet, shown as if everybody had. `on_trial`: those whose keeper
    still reads all of it, shown as it will be from "cho chạy" on.
    """

    messages: tuple[Previewed, ...]
    as_if_joined: tuple[Agency, ...]
    on_trial: tuple[Agency, ...] = ()


def preview(engine: Engine, first: date, last: date, now: datetime, agency_id: int | None = None) -> Preview:
    """What would be sent from the first to the last day, as the facts are now and if nobody answers; in one agency, or in
    all (None).

    Days still to come are tried from today on, since what is said on one day depends on the day before.
    """
    copy = open_engine("sqlite://")
    try:
        METADATA.create_all(copy)
        copy_rows(engine, copy, contents=False, agency_id=agency_id)
        with transaction(copy) as session:
            agencies = all_agencies(session)
            begin = min([first, *(office_day(now, agency.time_zone) for agency in agencies)])
            end_what_waited(session)
            forget_mornings(session, begin)
            hold_positions(session, begin)
            joined = join_nobody_s_office(session)
            on_trial = begin_live(session, now)
            hours = {agency.id: own_hours(session, agency.id) for agency in agencies}
        sent = [one for moment in _moments(agencies, hours, begin, last) for one in _live_through(copy, moment)]
        with transaction(copy) as session:
            of = {agency.id: [one for one in sent if one.agency_id == agency.id] for agency in agencies}
            told = [one for agency in agencies for one in _told(session, agency, of[agency.id], first, last)]
    finally:
        copy.dispose()
    return Preview(tuple(sorted(told, key=lambda one: one.at)), tuple(joined), tuple(on_trial))


def _moments(agencies: list[Agency], hours: dict[int, list[time]], begin: date, last: date) -> Iterator[datetime]:
    """The moments of each day at which something can fall due, in order."""
    day = begin
    while day <= last:
        moments = set()
        for agency in agencies:
            morning = datetime.combine(day, agency.digest_at, ZoneInfo(agency.time_zone))
            moments |= {datetime.combine(day, at, morning.tzinfo) for at in (_EARLY, *hours[agency.id])}
            moments |= {morning, morning + _AGAIN}
        yield from sorted(moments)
        day += timedelta(days=1)


def _live_through(copy: Engine, moment: datetime) -> list[Notice]:
    """What leaves at this moment, marked as sent. One transaction, so that facts are read once for all of it."""
    now = MovableClock(moment).now()
    with transaction(copy) as session:
        for tick in TICKS:
            tick.run(session, now)
        return [notice for notice in leaving(session, now) if _leave(session, notice, now)]


def _leave(session: Session, notice: Notice, now: datetime) -> bool:
    """False where it no longer applies."""
    rendered = render(session, notice, now)
    notice.state = NoticeState.SENT if rendered else NoticeState.DROPPED
    if rendered:
        notice.sent_at = now
        notice.body = rendered.text
        notice.about = list(rendered.about)
    session.add(notice)
    return rendered is not None


def _told(session: Session, agency: Agency, sent: list[Notice], first: date, last: date) -> Iterator[Previewed]:
    """The messages of one agency within the days asked for, with names and task numbers."""
    everybody = {person.id: person for person in people(session, agency.id, first)}
    duties = sorted({duty_id for notice in sent for duty_id in notice.about})
    numbers = {line.duty.id: line.number for line in lines_by_ids(session, agency.id, duties)}
    for notice in sent:
        to = everybody.get(notice.staff_id or 0)
        if to is not None and notice.sent_at is not None and first <= notice.day <= last:
            at = notice.sent_at.astimezone(ZoneInfo(agency.time_zone))
            listed = tuple(dict.fromkeys(numbers[duty_id] for duty_id in notice.about))
            yield Previewed(agency, at, to, notice.kind, listed, notice.body or "")
