"""The morning: who is owed a message gets it into the queue once a day, the office's heartbeat last."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel import Session

from jobs.absences import apply_absences
from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.day import day_of
from jobs.morning import Morning, Owed, morning
from jobs.outcomes import LAST_PRIORITY
from jobs.rules.own_settings import EARLIEST, held_until, moment
from jobs.rules.urging import UNTIL
from jobs.stepped import others_to_look_at, owe_steps
from jobs.ticks.agencies import in_each_agency
from jobs.trial import chat_of, leave_out, reader_of
from storage.kinds import NoticeKind
from storage.models.organisation import Agency
from storage.notice_keys import digest_key, trial_key, weekly_key
from storage.queries import stepped
from storage.queries.morning import Passed, is_undecided, morning_passed, pass_morning, settle_told
from storage.queries.notices import enqueue
from storage.queries.own_settings import own_hours
from storage.queries.people import Person
from storage.queries.stepped import Wave

DIGEST_PRIORITY = 5
LAST_WAIT = timedelta(minutes=15)  # the last ones go at 07:45 at the latest


def digests(session: Session, now: datetime) -> int:
    """Owe the digests of this morning in every agency whose hour has come; how many were new.

    A morning is looked at twice: once for everybody, once for the keepers and the head of office when every other
    digest has an outcome. What happens later that day waits for the next morning.
    """
    calendar = working_calendar(session)

    def of_agency(agency: Agency) -> int:
        begun = calendar.is_working(office_day(now, agency.time_zone)) and _in_hours(session, agency, now)
        return _of_agency(session, agency, now) if begun else 0

    return in_each_agency(session, of_agency)


def _in_hours(session: Session, agency: Agency, now: datetime) -> bool:
    """From the office's hour on, or from an earlier one that somebody has chosen."""
    local = now.astimezone(ZoneInfo(agency.time_zone)).time()
    if not EARLIEST <= local < agency.digest_at:
        return agency.digest_at <= local < UNTIL
    return any(hour <= local for hour in own_hours(session, agency.id))


def _of_agency(session: Session, agency: Agency, now: datetime) -> int:
    today = office_day(now, agency.time_zone)
    made = 0
    started = morning_passed(session, agency.id, today, Passed.FIRST)
    if started is None:
        settle_told(session, agency.id)
        apply_absences(session, agency.id, today)
        made += _owe_first(session, agency, today, now)
        pass_morning(session, agency.id, today, Passed.FIRST, now)
        started = now
    if morning_passed(session, agency.id, today, Passed.LAST) is None:
        waiting = is_undecided(session, agency.id, today, LAST_PRIORITY, now)
        begun = max(started, moment(today, agency.digest_at, agency.time_zone))
        if now >= begun and (not waiting or now >= begun + LAST_WAIT):
            facts = morning(session, agency.id, today, now)
            last = facts.persons(stepped.apart(session, agency.id, today))
            made += sum(_owe_last(session, facts, person, now) for person in last)
            pass_morning(session, agency.id, today, Passed.LAST, now)
    return made


def _owe_first(session: Session, agency: Agency, today: date, now: datetime) -> int:
    """Whoever has a step in one statement, then whom only a rule can decide about, if anybody is left."""
    calendar = working_calendar(session)
    facts = morning(session, agency.id, today, now)
    trial_chat = chat_of(facts) if facts.trial else None
    if facts.trial and trial_chat is None:
        return 0
    apart = stepped.apart(session, agency.id, today)
    held = partial(held_until, today, agency.digest_at, zone=agency.time_zone, now=now)
    wave = Wave(
        agency.id, today, now, end_of_day(agency, now), DIGEST_PRIORITY, apart, not_before=held(None),
        hours={hour: held(hour) for hour in own_hours(session, agency.id)} if not facts.trial else {},
        trial_chat=trial_chat,
    )  # fmt: skip
    made = owe_steps(session, wave, calendar)
    left = set(others_to_look_at(session, agency.id, day_of(agency, today, calendar)))
    made += sum(_owe(session, facts, person, now) for person in facts.persons(left))
    return made - (leave_out(facts) if facts.trial else 0)


def _owe(session: Session, facts: Morning, person: Person, now: datetime) -> int:
    owed = facts.owed(person)
    if owed is Owed.DIGEST:
        return _enqueue(session, facts, person, NoticeKind.DIGEST, DIGEST_PRIORITY, now)
    if owed is Owed.WEEKLY:
        return _enqueue(session, facts, person, NoticeKind.WEEKLY, DIGEST_PRIORITY, now)
    return 0


def _owe_last(session: Session, facts: Morning, person: Person, now: datetime) -> int:
    if facts.owed(person) is not Owed.LAST:
        return 0
    return _enqueue(session, facts, person, NoticeKind.DIGEST, LAST_PRIORITY, now)


def _enqueue(session: Session, facts: Morning, person: Person, kind: NoticeKind, priority: int, now: datetime) -> int:
    """Nothing for who cannot be reached: the keeper's digest names him, and his steps count on the next morning."""
    today, hour = facts.day.today, person.staff.digest_at
    chat_id = facts.reach_of(person.id).chat_id
    key = digest_key(person.id, today) if kind is NoticeKind.DIGEST else weekly_key(person.id, today)
    reader = reader_of(facts) if facts.trial else person
    if reader is None or reader.id != person.id:  # on trial the keeper reads it
        kind, key, priority, hour = NoticeKind.TRIAL, trial_key(person.id, today), DIGEST_PRIORITY, None
        chat_id = chat_of(facts)
    if chat_id is None:
        return 0
    return enqueue(
        session,
        agency_id=facts.agency.id,
        key=key,
        kind=kind,
        priority=priority,
        staff_id=person.id,
        chat_id=chat_id,
        day=today,
        created_at=now,
        not_before=held_until(today, facts.agency.digest_at, hour, facts.agency.time_zone, now),
        expires_at=end_of_day(facts.agency, now),
    )


def end_of_day(agency: Agency, now: datetime) -> datetime:
    """When a digest of this day is over: the end of the hours for planned messages."""
    zone = ZoneInfo(agency.time_zone)
    return datetime.combine(now.astimezone(zone).date(), UNTIL, zone).astimezone(UTC)
