"""A bubble that only names a task, and what the next ones tell of it: never of the task that was told of before."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk

Duties = dict[int, int]
SECONDS = timedelta(seconds=20)


def told(talk: Talk, duty_id: int) -> list[str]:
    return [entry.text for entry in talk.entries(duty_id)]


def bubbles(talk: Talk, *texts: str) -> str:
    answer = None
    for text in texts:
        talk.now += SECONDS
        answer = talk.say("Lan", text)
    return answer or ""


@pytest.mark.parametrize("named", ["chị báo việc 17", "còn 17", "à 17 nè", "việc 17", "17 thì", "rồi tới cái 17"])
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("in được 500 tờ", "in được 500 tờ"),
        ("rà được 5 thủ tục", "rà được 5 thủ tục"),
        ("đang lấy ý kiến", "đang lấy ý kiến"),
        ("thì đã trình rồi", "đã trình rồi"),
    ],
)
def test_what_follows_is_of_the_task_named(talk: Talk, duties: Duties, named: str, words: str, kept: str) -> None:
    talk.say("Lan", "8 như kỳ trước")
    bubbles(talk, named, words)
    assert told(talk, duties[17]) == [kept] and told(talk, duties[8]) == ["như kỳ trước"]


@pytest.mark.parametrize("between", [(), ("đã ký",), ("à chờ chút",)])
def test_a_document_goes_to_the_task_named_last(talk: Talk, duties: Duties, between: tuple[str, ...]) -> None:
    talk.say("Lan", "xong 17 QĐ 1203/QĐ-UBND")
    answer = bubbles(talk, "còn 2", *between, "số 45/KH-UBND")
    assert "2" in answer and "45/KH-UBND" in answer and "việc 17" not in answer


def test_two_tasks_named_are_told_alike(talk: Talk, duties: Duties) -> None:
    bubbles(talk, "8 với 17", "như kỳ trước")
    assert told(talk, duties[8]) == told(talk, duties[17]) == ["như kỳ trước"]


@pytest.mark.parametrize("more", ["và 17 nữa", "với 17 luôn", "17 cũng vậy", "cả 17 nữa nhé"])
def test_the_same_of_one_more(talk: Talk, duties: Duties, more: str) -> None:
    bubbles(talk, "8 như kỳ trước", more)
    assert told(talk, duties[8]) == told(talk, duties[17]) == ["như kỳ trước"]


def test_a_figure_is_not_the_same_of_another_task_unasked(talk: Talk, duties: Duties) -> None:
    answer = bubbles(talk, "8 12 tin", "và 17 nữa")
    assert told(talk, duties[17]) == [] and "17" in answer


@pytest.mark.parametrize("words", ["cảm ơn em", "trưa nay ăn gì", "đang họp", "mệt ghê", "ai giữ việc này"])
def test_talk_is_no_result_of_the_task_named(talk: Talk, duties: Duties, words: str) -> None:
    bubbles(talk, "còn 17", words)
    assert told(talk, duties[17]) == [] and talk.duty(duties[17]).state is not DutyState.REPORTED


def test_minutes_later_the_task_named_is_no_more_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "còn 17")
    talk.now += timedelta(minutes=20)
    talk.say("Lan", "in được 500 tờ")
    assert told(talk, duties[17]) == []
