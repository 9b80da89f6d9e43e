"""Who should have been reminded, what the outbox holds, and what the platform received: the same people and days."""

import re
from collections import Counter
from datetime import date, timedelta

from sqlmodel import Session, col, select

from jobs.audit.owed import Books
from jobs.audit.results import results_due
from jobs.audit.workdays import Workdays
from jobs.messages.phrases import repeated_mark
from locales.translate import translator
from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from storage.models.organisation import Agency
from storage.queries import audited
from tests.channels.telegram_server import SentMessage
from tests.people import Ward

PersonDay = tuple[str, date]
MARK = repeated_mark(translator("vi"))
GREETED_ON = re.compile(r"^(?:Chào|Kính gửi) .*?(\d\d)/(\d\d)\b")


def owed(ward: Ward, first: date, last: date) -> set[PersonDay]:
    """Recomputed day by day from the facts by the auditor's reading, for everybody who has a chat."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    found = set()
    with transaction(ward.engine) as session:
        for n in range((last - first).days + 1):
            day = first + timedelta(days=n)
            found |= {(names[who], day) for who in _owed_on(session, ward, day) if names[who] in ward.chats}
    return found


def _owed_on(session: Session, ward: Ward, day: date) -> set[int]:
    days = Workdays(audited.holidays(session), day)
    if not days.works(day):
        return set()
    mark = audited.mark_of(session, ward.agency_id, f"morning/{day.isoformat()}/first")
    assert mark is not None, f"nobody looked at the morning of {day}"
    agency = session.get_one(Agency, ward.agency_id)
    months = [month.key for month in results_due(agency.data_day, days)]
    books = Books(audited.read(session, agency, day, mark.created_at, months), days, mark.created_at)
    return set(books.owed())


def outbox(ward: Ward) -> Counter[PersonDay]:
    """Planned messages that have left."""
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    planned = select(Notice).where(
        col(Notice.kind).in_((NoticeKind.DIGEST, NoticeKind.WEEKLY)), col(Notice.staff_id).is_not(None)
    )
    with transaction(ward.engine) as session:
        notices = session.exec(planned).all()
    assert {notice.state for notice in notices} <= {NoticeState.SENT, NoticeState.UNKNOWN}, Counter(
        (notice.state, notice.reason) for notice in notices
    )
    return Counter((names[notice.staff_id or 0], notice.day) for notice in notices)


def received(ward: Ward, sent: list[SentMessage], year: int) -> tuple[set[PersonDay], int]:
    """By whom and for which day, and how many came again; one that came again must say so."""
    names = {chat: name for name, chat in ward.chats.items()}
    seen, repeats = set[PersonDay](), 0
    for message in sent:
        found = GREETED_ON.match(message.text.removeprefix(f"{MARK}\n"))
        if found is None:
            continue
        one = (names[message.chat_id], date(year, int(found[2]), int(found[1])))
        if one in seen:
            assert message.text.startswith(MARK), message.text
            repeats += 1
        seen.add(one)
    return seen, repeats
