"""Orders to remind that name a later hour, and questions about an earlier reminder."""

from datetime import timedelta

from sqlmodel import select

from storage.database import transaction
from storage.kinds import NoticeKind, NoticeState
from storage.models.messages import Notice
from tests.bot.talk import Talk
from tests.bot.usecases.test_reminding_others import AUTUMN, duties, urged
from tests.engines import ON_BOTH
from tests.people import at

__all__ = ("duties",)
Duties = dict[int, int]


@ON_BOTH
def test_a_question_about_yesterday_is_answered_and_reminds_nobody(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    assert talk.say("Quân", "hôm qua nhắc ai") == "Chủ nhật 19/10 em không nhắc ai."
    talk.say("Quân", "nhắc TTPVHCC")
    with transaction(talk.ward.engine) as session:
        notice = session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).one()
        notice.state = NoticeState.SENT
        session.add(notice)
    talk.now += timedelta(days=1)
    for name, text in (("Quân", "hôm qua em nhắc những ai"), ("Dũng", "hom qua nhac ai")):
        assert talk.say(name, text) == "Thứ Hai 20/10 em đã nhắc 1 người:\nTTPVHCC – anh Dũng: việc 57"
    assert talk.say("Quân", "hôm qua nhắc ai ở VHXH") == "Thứ Hai 20/10 em không nhắc ai."
    assert "từng ngày" in (talk.say("Hà", "tuần trước nhắc những ai") or "")
    assert len(urged(talk)) == 1


def test_an_order_for_later_is_carried_out_only_after_a_yes(talk: Talk, duties: Duties) -> None:
    talk.now = at(AUTUMN)
    for text in ("mai nhắc TTPVHCC", "nhắc TTPVHCC chiều nay"):
        asked = talk.say("Quân", text)
        assert asked and "em chưa nhắc ai: em nhắc ngay" in asked and "Nhắc TTPVHCC ngay bây giờ" in asked
        assert urged(talk) == {}
    assert talk.say("Quân", "đúng") == "Dạ, em đã nhắc 1 người:\nTTPVHCC – anh Dũng: 57"
