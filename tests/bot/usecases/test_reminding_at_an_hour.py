"""Others are reminded at once or not at all: an hour named with a person is asked about, never taken for one's own snooze."""

from sqlmodel import col, select

from storage.database import transaction
from storage.kinds import NoticeKind
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.people import at

Duties = dict[int, int]
AUTUMN = "20/10/2025 09:00"


def urged(talk: Talk) -> list[str]:
    """Given names of those who are reminded."""
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    with transaction(talk.ward.engine) as session:
        found = session.exec(select(Notice.staff_id).where(Notice.kind == NoticeKind.URGED).order_by(col(Notice.id)))
        return [names[staff_id or 0] for staff_id in found]


def test_a_person_named_with_an_hour_is_no_reminder_of_ones_own(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    asked = talk.say("Dũng", "nhắc lại Hoa việc 30 lúc 3h chiều") or ""
    assert asked.startswith("Dạ, em chưa nhắc ai: em nhắc ngay, không hẹn giờ được. Việc 30: nhắc Hoa ngay bây giờ")
    assert urged(talk) == []
    talk.say("Dũng", "đúng")
    assert urged(talk) == ["Hoa"]


def test_several_named_with_an_hour_hear_that_no_hour_is_kept(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Dũng", "nhắc Hoa, Phúc lúc 3h chiều") == (
        "Dạ, em chưa nhắc ai: em nhắc ngay, không hẹn giờ được. Anh chọn:\nA. Nhắc Hoa ngay bây giờ\nB. Nhắc Phúc ngay bây giờ"
    )


def test_every_reading_offered_says_what_it_does(talk: Talk, duties: Duties) -> None:
    """The hour of his own reminders, or this one put off: two letters with the same words are no choice."""
    said = (talk.say("Dũng", "nhắc lại tôi lúc 3h chiều") or "").splitlines()[1:]
    assert len(set(said)) == len(said)
    assert not [line for line in said if "không ghi gì" in line.lower()]
