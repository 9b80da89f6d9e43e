"""What was just taken back is wanted again: it is recorded again, or said what it was; nothing else is taken back."""

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk

Duties = dict[int, int]


@pytest.mark.parametrize("text", ["khôi phục lại", "khôi phục lại cái vừa bỏ", "khoi phuc lai giup em"])
def test_what_was_taken_back_is_recorded_again(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "hoàn tác")
    answer = talk.say("Lan", text)
    assert answer and "em ghi kết quả tháng 10 của việc 8" in answer and "đăng 12 tin" in answer
    assert talk.state(duties[7]) is DutyState.REPORTED
    assert [event.kind for event in talk.events()].count(EventKind.UNDONE) == 1


def test_nothing_older_goes(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "hoàn tác")
    answer = talk.say("Lan", "mở lại đi em")
    assert answer and "bỏ kết quả “đăng 12 tin” của việc 8" in answer and "nhắn lại nội dung ấy" in answer
    assert talk.state(duties[7]) is DutyState.REPORTED
    assert [event.kind for event in talk.events()].count(EventKind.UNDONE) == 1


def test_after_another_change_a_reopening_is_of_that(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    talk.say("Lan", "hoàn tác")
    talk.say("Lan", "xong 7")
    talk.say("Lan", "mở lại đi em")
    assert talk.state(duties[7]) is DutyState.OPEN
