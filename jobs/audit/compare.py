"""What should have been sent against what was made and sent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from jobs.audit.owed import Books
from storage.kinds import AuditKind, EventKind, NoticeKind, NoticeState, Role
from storage.models.duties import Duty
from storage.models.events import Event
from storage.models.messages import Notice

_UNDER_WAY = (NoticeState.WAITING, NoticeState.SENDING)


@dataclass(frozen=True)
class Difference:
    kind: AuditKind
    staff_id: int | None = None


def differences(books: Books) -> Iterator[Difference]:
    """Every person for whom the morning and the facts disagree; who has to do with what moved since is left out."""
    owed, reachable = _expected(books)
    unjudged = _touched(books)
    made: dict[int, list[Notice]] = {}
    for notice in books.rows.planned:
        made.setdefault(notice.staff_id or 0, []).append(notice)
    for who in sorted(owed.keys() | made.keys()):
        mine = made.get(who, [])
        if len(mine) > 1:
            yield Difference(AuditKind.TWICE, who)
        if who not in unjudged:
            found = _judge(owed.get(who), mine, who in reachable)
            if found is not None:
                yield Difference(found, who)


def _expected(books: Books) -> tuple[dict[int, NoticeKind], set[int]]:
    """What each should get, and whom a message could reach; on trial the keeper reads what is owed to the others."""
    owed, people = books.owed(), books.people
    if not people.on_trial:
        return owed, people.reachable
    reader = people.trial_reader
    told = {who: kind if who == reader else NoticeKind.TRIAL for who, kind in owed.items()}
    return told, set(people.here) if reader in people.reachable else set()


def _judge(owed: NoticeKind | None, mine: list[Notice], reachable: bool) -> AuditKind | None:
    fitting = [notice for notice in mine if notice.kind is owed]
    if owed is None:
        return AuditKind.EXTRA if any(notice.state is not NoticeState.DROPPED for notice in mine) else None
    if not fitting:
        return AuditKind.MISSING if reachable else None
    return None if any(_left(notice) for notice in fitting) else AuditKind.UNSENT


def _left(notice: Notice) -> bool:
    """Sent, or refused for a reason of the chat's, of which the keeper is told by name; so is he where a trial's morning
    holds more than he can read.
    """
    if notice.kind is NoticeKind.TRIAL and notice.reason == "trial":
        return True
    if notice.state is NoticeState.FAILED:
        return notice.reason != "rendering"
    return notice.state in (NoticeState.SENT, NoticeState.UNKNOWN)


def under_way(books: Books) -> bool:
    """True while some of the day's messages have neither left nor ended."""
    return any(notice.state in _UNDER_WAY for notice in books.rows.planned)


def last_hour(books: Books) -> datetime:
    """When the last of the day's messages is to leave: at the office's hour, or at one that somebody has chosen."""
    agency, here = books.rows.agency, books.people.here
    of = {notice.staff_id for notice in books.rows.planned}
    hours = [agency.digest_at, *(s.digest_at for s in here.values() if s.id in of and s.digest_at is not None)]
    return max(datetime.combine(books.today, hour, ZoneInfo(agency.time_zone)) for hour in hours)


def _touched(books: Books) -> set[int]:
    """People who have to do with something that changed after the morning was looked at."""
    rows, found = books.rows, set[int]()
    duties = {duty.id: duty for duty in rows.duties}
    plans = set()
    for event in (event for event in rows.events if event.at > books.seen_at):
        found |= {event.by_id, event.for_id}
        before = (event.before or {}).get("duty") or {}
        found |= {value for name, value in before.items() if name.endswith("_id") and isinstance(value, int)}
        if event.kind is EventKind.UNIT_CHANGED:
            found |= set(books.people.here)
        found |= _absences_moved(books, event) | set((event.before or {}).get("moved", ()))
        plans |= {event.plan_id} if event.plan_id is not None else set()
        if event.duty_id in duties:
            found |= _around(books, duties[event.duty_id])
    found |= {plan.keeper_id for plan in rows.plans if plan.id in plans}
    for duty in rows.duties:
        period = books.periods[duty.period_id]
        if plans and books.tasks[period.task_id].plan_id in plans:
            found |= _around(books, duty)
    for item in rows.news:
        if item.at > books.seen_at or (item.withdrawn_at is not None and item.withdrawn_at > books.seen_at):
            found |= {who for who in books.news.contacts.values() if who is not None}
    return found | (_above(books) if found else set())


def _absences_moved(books: Books, event: Event) -> set[int]:
    """Whose work an absence told since has moved; everybody where something that names no work was taken back."""
    if event.kind is EventKind.UNDONE and not (event.duty_id or event.plan_id or event.news_item_id):
        return set(books.people.here)
    if event.kind is not EventKind.AWAY_SET:
        return set()
    rows = [row for row in books.rows.absences if row.to_on >= books.today or row.staff_id == event.for_id]
    pairs = [{row.staff_id, row.substitute_id} for row in rows]
    values = (event.before.get("absence") or {}).get("values") or {}
    found, grows = {event.for_id, values.get("substitute_id", event.for_id)}, True
    while grows:
        more = found.union(*(pair for pair in pairs if pair & found))
        found, grows = more, len(more) > len(found)
    return found


def _above(books: Books) -> set[int]:
    """Who hears of anybody's work."""
    return {who for who, roles in books.people.roles.items() if roles & {Role.OFFICE_HEAD, Role.LEADER}}


def _around(books: Books, duty: Duty) -> set[int]:
    people = {
        duty.recipient_id,
        duty.person_id,
        duty.decider_id,
        books.whose.recipient(duty),
        books.whose.decider(duty),
    }
    people |= {wish.decider_id for wish in books.rows.wishes if wish.duty_id == duty.id}
    heads = {who for who, units in books.people.headed.items() if duty.unit_id in units}
    return {who for who in people if who is not None} | heads | books.climbing.around(duty)
