"""The bot reminds of the work it keeps; what somebody should be told is said by the sender himself."""

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import NoticeKind
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.people import at

Duties = dict[int, int]
AUTUMN = "20/10/2025 09:00"


def urged(talk: Talk) -> set[str]:
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    with transaction(talk.ward.engine) as session:
        return {
            names[staff_id or 0]
            for staff_id in session.exec(select(Notice.staff_id).where(Notice.kind == NoticeKind.URGED))
        }


@pytest.fixture(autouse=True)
def autumn(talk: Talk) -> None:
    talk.now = at(AUTUMN)


def test_a_meeting_reminds_nobody_of_his_work(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "nhắc mọi người mai họp 8h") or ""
    assert answer == (
        "Dạ, em chưa nhắn ai: em chỉ nhắc việc đang theo dõi, không chuyển lời “mai họp 8h” được; chị nhắn trực tiếp mọi người giúp em. "
        'Muốn em nhắc mọi người việc đang theo dõi ngay, chị nhắn "đúng".'
    )
    assert not urged(talk)
    talk.say("Hà", "đúng")
    assert {"Lan", "Dũng"} <= urged(talk)


def test_one_person_hears_what_is_kept_only_after_a_yes(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "nhắc Lan gửi chị danh sách hộ nghèo") or ""
    assert "“gửi chị danh sách hộ nghèo”" in answer and '"giao Lan <việc> trước <ngày>"' in answer
    assert not urged(talk)
    talk.say("Hà", "đúng")
    assert urged(talk) == {"Lan"}


def test_several_are_asked_about_together(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "nhắc chị Lan và anh Dũng chiều nay lên phòng chị") or ""
    assert "chị Lan, anh Dũng" in answer and not urged(talk)
    talk.say("Hà", "đúng")
    assert urged(talk) == {"Lan", "Dũng"}


@pytest.mark.parametrize(
    "text", ["nhắn chị Lan chiều lên phòng chị", "gọi chị Lan giúp chị", "nhắc chị Lan trưa nay đi ăn cưới"]
)
def test_a_call_or_a_note_is_not_sent(talk: Talk, duties: Duties, text: str) -> None:
    assert "không chuyển lời" in (talk.say("Hà", text) or "") and not urged(talk)


def test_who_may_remind_nobody_hears_that(talk: Talk, duties: Duties) -> None:
    assert "nhắc người khác là phần của" in (talk.say("Phúc", "nhắc chị Hoa mai mang hồ sơ lên") or "")


def test_the_unit_said_in_one_word_is_ones_own(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "nhắc lại hết phòng lần nữa")
    assert urged(talk) == {"Lan"}


def test_only_the_heads_are_asked_by_name(talk: Talk, duties: Duties) -> None:
    assert "“trưởng các phòng”" in (talk.say("Hà", "nhắc trưởng các phòng nộp số liệu") or "") and not urged(talk)
