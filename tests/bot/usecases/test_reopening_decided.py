"""A wish to have an accepted task reopened: refused, granted, and no longer there for a later "đồng ý"."""

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import split

Duties = dict[int, int]

REFUSED = split("""
không đồng ý mở lại 7 | khong cho mo lai | không mở | 7 không mở lại đâu em | thôi khỏi mở lại 7 | để nguyên 7 nhé
không mở lại 7 vì đã gửi Sở | chưa đồng ý mở lại, đã gửi Sở rồi | không đồng ý | không đồng ý 7
""")
GRANTED = split("ờ cho mở đi | ừ mở đi em | mở lại đi | đồng ý mở lại 7 | cho mở lại | cho em nó mở lại 7 | đồng ý")
#: Not of this wish.
OTHERS = split("không mở lớp tháng này | 8 không mở lại | không mở lại 7 được à? | mở lớp ở hội trường B")


@pytest.fixture
def asked(talk: Talk, duties: Duties) -> Talk:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    talk.say("Lan", "mở lại 7 vì sai phụ lục")
    return talk


@pytest.mark.parametrize("text", REFUSED)
def test_a_refusal_is_told_and_the_wish_waits_no_more(asked: Talk, duties: Duties, text: str) -> None:
    answer = asked.say("Tâm", text)
    assert answer and "chưa đồng ý mở lại việc 7" in answer
    told = asked.told("Lan")[-1]
    assert told.startswith("Anh Tâm chưa đồng ý mở lại việc 7") and ("gửi Sở" in told) == ("gửi Sở" in text)
    asked.say("Tâm", "đồng ý")
    assert asked.state(duties[7]) is DutyState.ACCEPTED
    assert "7" not in (asked.say("Tâm", "có gì chờ anh không") or "")


@pytest.mark.parametrize("text", GRANTED)
def test_it_is_granted_in_words_of_opening(asked: Talk, duties: Duties, text: str) -> None:
    asked.say("Tâm", text)
    assert asked.state(duties[7]) is DutyState.IN_PROGRESS, text


@pytest.mark.parametrize("text", OTHERS)
def test_other_words_decide_nothing(asked: Talk, duties: Duties, text: str) -> None:
    asked.say("Tâm", text)
    assert asked.state(duties[7]) is DutyState.ACCEPTED
    assert EventKind.REOPEN_REFUSED not in [event.kind for event in asked.events()]


def test_a_refusal_taken_back_lets_the_wish_wait_again(asked: Talk, duties: Duties) -> None:
    asked.say("Tâm", "không mở lại 7")
    answer = asked.say("Tâm", "hoàn tác")
    assert answer and "bỏ phần chưa đồng ý mở lại việc 7" in answer and "lại chờ quyết định" in answer
    assert "lại chờ quyết định" in asked.told("Lan")[-1]
    asked.say("Tâm", "đồng ý 7")
    assert asked.state(duties[7]) is DutyState.IN_PROGRESS


def test_without_a_wish_a_denied_reopening_changes_nothing_and_asks_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    answer = talk.say("Tâm", "không đồng ý mở lại 7")
    assert answer and "phải không" not in answer
    assert talk.state(duties[7]) is DutyState.ACCEPTED
