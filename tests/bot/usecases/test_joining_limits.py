"""How often a stranger is answered and may ask, and how many ask an office in a day."""

from datetime import timedelta

from bot.replies.people import stranger
from tests.bot.talk import Talk
from tests.bot.usecases.test_joining_by_name import ASKED, VINH, requests

Duties = dict[int, int]


def test_one_line_in_thirty_days_whatever_is_said(talk: Talk) -> None:
    chat = talk.stranger("somebody")
    assert talk.say_in(chat, "alo") == stranger("vi")
    assert "ghi họ tên và phòng" in (talk.say_in(chat, VINH) or "")  # once, whatever was said before
    assert talk.say_in(chat, VINH) is None
    assert len(talk.told("Thu")) == 1
    assert talk.say_in(chat, VINH) is None and len(talk.told("Thu")) == 1
    assert len(requests(talk)) == 1


def test_a_chat_asks_three_times_and_an_office_is_asked_by_twenty_a_day(talk: Talk) -> None:
    chat = talk.stranger("liar")
    for name in ("Nguyễn Thị Lan phòng VHXH", "Lê Anh Quân phòng VHXH", "Trần Minh Tâm phòng VHXH", VINH):
        talk.say_in(chat, name)
    assert len(requests(talk)) == 3 and sum(request.decided_at is None for request in requests(talk)) == 1
    many = [talk.stranger(f"bot-{n}") for n in range(25)]
    answers = [talk.say_in(one, VINH) for one in many]
    assert sum(answer is not None for answer in answers) == 19  # the liar had the first of twenty lines
    assert len({request.chat_id for request in requests(talk)}) == 20
    assert len(talk.told("Thu")) == 5  # and no more messages of their own a day
    talk.now += timedelta(days=1)
    assert talk.say_in(talk.stranger("next day"), VINH) == ASKED
