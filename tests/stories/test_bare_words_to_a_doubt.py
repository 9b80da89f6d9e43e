"""A keeper answers a doubt of his draft with one word: yes takes it as read, no records nothing, and neither meets silence."""

import pytest

from storage.database import transaction
from storage.models.organisation import Unit
from tests.bot.talk import Talk
from tests.people import Ward
from tests.stories.test_doubts_are_settled import MORNING, a_draft


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Quân", "Lan", "Hà")
    return Talk(ward, MORNING)


def test_a_bare_yes_settles_what_was_asked_or_gets_the_next_question(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    talk.say("Quân", "xem")
    assert "Chỗ 1/5" in (talk.say("Quân", "đúng") or ""), "nothing was asked yet, so the first doubt is"
    for at, word in enumerate(("đúng đấy", "nhất trí", "vâng", "ừ", "chính xác"), 2):
        answer = talk.say("Quân", word) or ""
        assert f"Chỗ {at}/5" in answer or (at == 6 and "hết chỗ cần xem. Anh nhắn: rải việc · xác nhận" in answer)
    assert "hết chỗ cần xem. Anh nhắn: rải việc · xác nhận" in (talk.say("Quân", "đúng") or "")


@pytest.mark.parametrize("text", ["không", "không phải", "sai", "có", "chưa đúng"])
def test_a_bare_no_records_nothing_and_says_what_can_be_typed(ward: Ward, talk: Talk, text: str) -> None:
    a_draft(ward)
    talk.say("Quân", "chỗ cần xem")
    answer = talk.say("Quân", text) or ""
    assert f"Em chưa rõ “{text}” nên chưa ghi gì.\nChỗ 1/5" in answer and "Anh nhắn: được · là VP" in answer


def test_yes_to_several_units_names_none_of_them(ward: Ward, talk: Talk) -> None:
    with transaction(ward.engine) as session:
        for name in ("Ban Quản lý chợ", "Ban Quản lý rừng"):
            session.add(Unit(agency_id=ward.agency_id, name=name, short_name=name[4:], position=9))
    a_draft(ward)
    talk.say("Quân", "chỗ cần xem")
    asked = talk.say("Quân", "là Ban Quản lý") or ""
    assert "A. Ban Quản lý chợ · B. Ban Quản lý rừng" in asked
    again = talk.say("Quân", "đúng") or ""
    assert "Em cần biết là đơn vị nào: A. Ban Quản lý chợ · B. Ban Quản lý rừng. Anh nhắn A hoặc B" in again
    assert "hiểu “Tổ giúp việc CCHC” là Ban Quản lý chợ" in (talk.say("Quân", "A") or "")


def test_ok_is_courtesy_beside_a_doubt_and_after_other_talk(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    talk.say("Quân", "chỗ cần xem")
    assert talk.say("Quân", "ok") is None
    talk.say("Quân", "tình hình")
    assert talk.say("Quân", "vâng") is None
