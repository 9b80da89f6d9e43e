"""From a notice that is about to leave to the text it carries."""

from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from jobs.calendar import working_calendar
from jobs.delivery.channel import OutFile
from jobs.delivery.rendered import TOGETHER, Rendered, rows_to_buttons
from jobs.messages.digest import digest, weekly
from jobs.messages.phrases import file_left_out, repeated_mark
from jobs.messages.pressed import edit_of_pressed
from jobs.messages.trial import whose_it_is
from jobs.morning import Morning, Owed
from jobs.news_owed import news_owed
from jobs.part_morning import morning_of
from locales.translate import translator
from storage.kinds import MORNING_KINDS, NoticeKind
from storage.models.messages import Notice
from storage.models.organisation import Staff
from storage.queries.agencies import agency_by_id
from storage.queries.files import file_by_id
from storage.queries.people import Person
from storage.queries.reminders import still_waited_for
from storage.queries.rows import row_by_id


def render(session: Session, notice: Notice, now: datetime) -> Rendered | None:
    """The notice as it reads now; None when it no longer applies.

    Digests are made from the facts of the moment, everything else was written when it was owed.
    A digest speaks of its own day and never outlives it.
    """
    if notice.expires_at is not None and notice.expires_at <= now:
        return None
    if notice.kind is NoticeKind.URGED and not _still_asked_for(session, notice):
        return None
    if notice.kind not in MORNING_KINDS:
        return _finished(session, notice)
    together = session.info.get(TOGETHER, [notice])
    staff_ids = {one.staff_id for one in together if one.kind in MORNING_KINDS and one.staff_id is not None}
    facts = morning_of(session, notice.agency_id, notice.day, notice.created_at, staff_ids, notice.staff_id or 0)
    person = facts.people.get(notice.staff_id or 0)
    # The day may have become a day off since it was owed; what it held counts for the next working day.
    if person is None or not facts.day.calendar.is_working(notice.day):
        return None
    if notice.kind is NoticeKind.TRIAL:
        return _for_the_keeper(facts, person)
    return digest(facts, person) if notice.kind is NoticeKind.DIGEST else weekly(facts, person)


def _still_asked_for(session: Session, notice: Notice) -> bool:
    """A reminder without tasks is of the news that a unit owes."""
    if notice.about:
        return still_waited_for(session, notice.agency_id, notice.about)
    owed = news_owed(session, notice.agency_id, notice.day, working_calendar(session))
    return any(each.staff_id == notice.staff_id and each.standing.missing for each in owed)


def _for_the_keeper(facts: Morning, person: Person) -> Rendered | None:
    """A person's message as it would be, under his name. Without buttons: pressing them would speak for the keeper, and
    without its tasks: what the keeper types next is not about them.
    """
    made = weekly(facts, person) if facts.owed(person) is Owed.WEEKLY else digest(facts, person)
    if made is None:
        return None
    _ = translator(facts.agency.language)
    return replace(made, text=f"{whose_it_is(_, person)}\n{made.text}", about=(), buttons=())


def _finished(session: Session, notice: Notice) -> Rendered | None:
    if not notice.body:
        return None
    staff = row_by_id(session, Staff, notice.agency_id, notice.staff_id)
    language = staff.language if staff else None
    _ = translator(language or agency_by_id(session, notice.agency_id).language)
    kept = file_by_id(session, notice.agency_id, notice.file_id) if notice.file_id else None
    file = OutFile(kept.name, kept.content) if kept else None
    buttons = rows_to_buttons(notice.buttons)
    edit = edit_of_pressed(session, notice)
    return Rendered(notice.body, repeated_mark(_), tuple(notice.about), buttons, file, file_left_out(_), edit)
