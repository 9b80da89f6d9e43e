"""A message of which one part is certain and another is not: the first is carried out, only the other is asked about."""

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.bot.usecases.test_which_duty import share
from tests.engines import ON_BOTH

Duties = dict[int, int]


@ON_BOTH
def test_what_is_certain_is_recorded_and_the_rest_asked_in_one_answer(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 7, 2 họp xong rồi")
    assert answer and "việc 7 – Tập huấn CCHC: xong" in answer
    assert "Còn phần này em chưa rõ ý chị nên chưa ghi:\nA. " in answer
    assert (talk.state(duties[7]), talk.state(duties[2])) == (DutyState.REPORTED, DutyState.OPEN)
    assert talk.entries(duties[2]) == []
    talk.say("Lan", "B")
    assert talk.state(duties[2]) is DutyState.REPORTED


def test_one_reading_left_over_is_answered_with_a_word(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 7; hình như việc 2 xong rồi")
    assert answer and 'Còn phần này em chưa ghi: Việc 2: đã xong, phải không ạ? Nếu phải, chị nhắn "đúng".' in answer
    assert (talk.state(duties[7]), talk.state(duties[2])) == (DutyState.REPORTED, DutyState.OPEN)
    talk.say("Lan", "đúng")
    assert talk.state(duties[2]) is DutyState.REPORTED


def test_undo_takes_back_what_was_certain_and_leaves_the_question(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7, 2 họp xong rồi")
    answer = talk.say("Lan", "hoàn tác")
    assert answer and "bỏ phần báo xong việc 7" in answer
    assert talk.state(duties[7]) is DutyState.OPEN


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Lan", "xong 7, 7 họp xong rồi"),  # of one task
        ("Lan", "xong hết, 2 họp xong rồi"),  # what is meant by all hangs on the other
        ("Lan", "em báo nhầm 7, 2 họp xong rồi"),  # taken back beside it
        ("Lan", "xong 7, 2 họp xong rồi, 12"),  # a number nobody knows the place of
        ("Lan", "không phải 7 mà 2 xong"),
    ],
)
def test_parts_that_hang_together_wait_together(talk: Talk, duties: Duties, name: str, text: str) -> None:
    talk.say(name, text)
    assert talk.events() == []


def test_a_certain_part_that_asks_too_waits_with_the_rest(talk: Talk, duties: Duties) -> None:
    """A chat has one open question: an answer to it must not be taken for the other's."""
    share(talk, duties[30], "KT-HT-ĐT", "Thu")
    answer = talk.say("Quân", "xong 30, 2 họp xong rồi")
    assert answer and "em chưa rõ ý" in answer and "Còn phần này" not in answer
    assert talk.events() == []


def test_yes_to_several_meanings_asks_which_and_the_question_stays(talk: Talk, duties: Duties) -> None:
    share(talk, duties[30], "KT-HT-ĐT", "Thu")
    asked = talk.say("Quân", "xong 30, 2 họp xong rồi") or ""
    assert "A. " in asked and "B. " in asked
    assert talk.say("Quân", "đúng rồi em") == "Dạ, anh chọn A hay B giúp em; em chưa ghi gì."
    assert "chọn A hay B" not in (talk.say("Quân", "A") or "")


def test_how_to_take_back_stands_with_what_was_recorded(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 7, 2 họp xong rồi") or ""
    recorded, _, question = answer.partition("\nCòn phần này")
    assert not question or recorded.endswith('"hoàn tác".')


@pytest.mark.parametrize(
    ("answer", "given"), [("đúng", {7, 18}), ("cả hai", {7, 18}), ("ừ", {7, 18}), ("A", {7}), ("a và b", {7, 18})]
)
def test_the_parts_of_one_message_may_all_be_right(talk: Talk, duties: Duties, answer: str, given: set[int]) -> None:
    asked = talk.say("Tâm", "7 Quân, 18 Quân") or ""
    assert "A. Việc 7: giao cho Quân\nB. Việc 18: giao cho Quân\nĐúng cả thì" in asked
    talk.say("Tâm", answer)
    quan = talk.ward.staff["Quân"]
    assert {n for n in duties if talk.duty(duties[n]).person_id == quan} == given


def test_readings_of_one_thing_are_not_all_right(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Lan", "2 họp xong rồi") or ""
    assert "A. " in asked and "Đúng cả" not in asked
