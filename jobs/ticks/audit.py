"""Once a working day, some minutes after the last messages of the morning: do the facts and what was sent agree?"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from jobs.audit.compare import Difference, differences, last_hour, under_way
from jobs.audit.owed import Books
from jobs.audit.results import results_due
from jobs.audit.workdays import Workdays
from jobs.messages.alarm import alarm_text
from jobs.ticks.agencies import in_each_agency
from storage.kinds import AuditKind, NoticeKind, Role
from storage.models.organisation import Agency
from storage.models.proof import Audit
from storage.notice_keys import alarm_key
from storage.queries import audited
from storage.queries.notices import enqueue
from storage.queries.people import Person, people
from storage.queries.reach import NOBODY, reach_of_all
from storage.queries.restored import RESTORED

ALARM_PRIORITY = 3
AFTER = timedelta(minutes=25)  # 07:55 where the morning begins at 07:30
LONGEST_WAIT = timedelta(hours=2)  # for messages that are still leaving
UNTIL = time(20, 0)
DIGESTS = "digests"


def audit(session: Session, now: datetime) -> int:
    """Judge the morning of every agency whose time has come and that was not judged today; how many."""
    days: dict[object, Workdays] = {}

    def judge(agency: Agency) -> int:
        local = now.astimezone(ZoneInfo(agency.time_zone))
        begins = datetime.combine(local.date(), agency.digest_at, local.tzinfo)
        if not begins + AFTER <= local < datetime.combine(local.date(), UNTIL, local.tzinfo):
            return 0
        if audited.audit_of(session, agency.id, local.date()) is not None:
            return 0
        if local.date() not in days:
            days[local.date()] = Workdays(audited.holidays(session), local.date())
        if not days[local.date()].works(local.date()):
            return 0
        return _of_agency(session, agency, days[local.date()], begins, now)

    return in_each_agency(session, judge)


def _of_agency(session: Session, agency: Agency, days: Workdays, begins: datetime, now: datetime) -> bool:
    mark = audited.mark_of(session, agency.id, f"morning/{days.today.isoformat()}/first")
    if mark is None:
        return _without_a_morning(session, agency, days, begins, now)
    if mark.reason == RESTORED or now < mark.created_at + AFTER:
        return False
    months = [month.key for month in results_due(agency.data_day, days)]
    books = Books(audited.read(session, agency, days.today, mark.created_at, months), days, mark.created_at)
    if under_way(books) and now < max(mark.created_at, last_hour(books)) + LONGEST_WAIT:
        return False
    found = list(differences(books))
    made = len({notice.staff_id for notice in books.rows.planned})
    return _keep(session, agency, days, now, found, owed=len(books.owed()), made=made)


def _without_a_morning(session: Session, agency: Agency, days: Workdays, begins: datetime, now: datetime) -> bool:
    """The clock came by after the hour and nobody was looked at; a clock that did not come by is the heartbeat's."""
    tick = audited.tick_named(session, DIGESTS)
    if tick is None or tick.ran_at < begins:
        return False
    return _keep(session, agency, days, now, [Difference(AuditKind.NO_MORNING)], owed=0, made=0)


def _who_hears(session: Session, agency: Agency, everybody: list[Person]) -> list[tuple[Person, int]]:
    """The admins who can be reached, else the agency's keeper."""
    reach = reach_of_all(session, agency.id)
    at = [(person, chat) for person in everybody if (chat := reach.get(person.id, NOBODY).chat_id) is not None]
    admins = [(person, chat) for person, chat in at if Role.ADMIN in person.roles]
    return admins or [(person, chat) for person, chat in at if person.keeps_agency]


def _keep(
    session: Session, agency: Agency, days: Workdays, now: datetime, found: list[Difference], owed: int, made: int
) -> bool:
    kept = [[one.kind.value, one.staff_id] for one in found]
    session.add(Audit(agency_id=agency.id, day=days.today, at=now, owed=owed, made=made, differences=kept))
    if found:
        everybody = people(session, agency.id, days.today)
        for to, chat_id in _who_hears(session, agency, everybody):
            for kind in dict.fromkeys(one.kind for one in found):
                named = [p for p in everybody if Difference(kind, p.id) in found]
                body = alarm_text(to, kind, named, days.today)
                enqueue(
                    session, agency_id=agency.id, key=alarm_key(to.id, days.today, kind.value), kind=NoticeKind.ALARM,
                    priority=ALARM_PRIORITY, staff_id=to.id, chat_id=chat_id, day=days.today, body=body, created_at=now,
                )  # fmt: skip
    return True
