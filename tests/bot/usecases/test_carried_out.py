"""A question that "đúng" answers names its task, and is asked only where it can be carried out."""

import pytest

from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]


@pytest.mark.parametrize("text", ["duyệt cho Lan luôn", "anh duyệt cho em Lan đi nhé"])
def test_a_verdict_is_not_asked_about_where_nothing_waits(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Tâm", text)
    assert "phải không ạ" not in answer and "hiện không có việc nào chờ anh duyệt" in answer


def test_a_verdict_without_a_number_names_the_only_thing_that_waits(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    assert "Việc 2: duyệt, phải không ạ" in asked(talk, "Tâm", "duyệt cho Lan luôn")
    assert "duyệt việc 2" in asked(talk, "Tâm", "đúng")


@pytest.mark.parametrize("before", ["việc của tôi", "việc 18"])
def test_the_number_typed_is_the_one_asked_about(talk: Talk, duties: Duties, before: str) -> None:
    talk.say("Tâm", before)
    assert "Việc 17: giao cho Quân, phải không ạ" in asked(talk, "Tâm", "à 17 để Quân làm")
    assert "việc 17" in asked(talk, "Tâm", "đúng")


def test_of_no_task_the_number_is_asked_for_at_once(talk: Talk, duties: Duties) -> None:
    answer = asked(talk, "Tâm", "cái này để Quân làm nhé")
    assert "phải không ạ" not in answer
