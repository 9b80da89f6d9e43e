"""A question goes on waiting when asked to wait, and a refusal in other words ends it."""

import pytest

from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import split

Duties = dict[int, int]


def added(talk: Talk) -> int:
    return sum(event.kind is EventKind.TASK_ADDED for event in talk.events())


@pytest.mark.parametrize("text", split("khoan đã, để chị hỏi lại | khoan | đợi xíu em | để chị xem lại"))
def test_a_draft_waits(talk: Talk, text: str) -> None:
    talk.say("Ánh", "giao VP làm giấy mời họp, hạn 20/10")
    assert "em chưa thay đổi gì" in (talk.say("Ánh", text) or "")
    assert added(talk) == 0
    talk.say("Ánh", "ừ làm đi")
    assert added(talk) == 1


@pytest.mark.parametrize("text", split("thôi khỏi | thôi khỏi ghi | thôi không ghi nữa | khỏi cần em"))
def test_a_draft_put_away_is_not_taken_later(talk: Talk, text: str) -> None:
    talk.say("Ánh", "giao VP làm giấy mời họp, hạn 20/10")
    assert "không đưa việc ấy" in (talk.say("Ánh", text) or "")
    talk.say("Ánh", "ghi")
    assert added(talk) == 0


def test_a_reason_no_longer_wanted(talk: Talk, duties: Duties) -> None:
    assert "chưa có lý do" in (talk.say("Lan", "xin lùi 17 đến 20/10") or "")
    assert "em chưa thay đổi gì" in (talk.say("Lan", "thôi khỏi lùi") or "")
    assert EventKind.DATE_ASKED not in {event.kind for event in talk.events()}


def test_a_verdict_of_several_asks_which(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10 vì chờ Sở")
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "tình hình")
    assert "17" in (told := talk.say("Tâm", "ok cho") or "") and "hay" in told
    assert "đồng ý lùi" in (talk.say("Tâm", "17") or "")


def test_the_reason_stands_beside_the_wish(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 20/10 vì chờ Sở")
    assert "chờ Sở" in (talk.say("Tâm", "Lan xin lùi lý do gì") or "")
    assert "chờ Sở" in (talk.say("Tâm", "việc 17") or "")
