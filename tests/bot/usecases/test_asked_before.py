"""A plain yes behind a question that other words closed asks it again: nothing of it was recorded, and silence would say it was."""

import pytest

from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked
from tests.engines import ON_BOTH

Duties = dict[int, int]


@ON_BOTH
@pytest.mark.parametrize("yes", ["đúng", "ừ", "đúng rồi ạ", "dạ đúng"])
def test_the_question_is_asked_again_and_then_answered(talk: Talk, duties: Duties, yes: str) -> None:
    question = asked(talk, "Lan", "cố xong 7")
    asked(talk, "Lan", "việc 2")
    assert asked(talk, "Lan", yes) == question and talk.events() == []


def test_one_meaning_said_back_is_carried_out_by_the_second_yes(talk: Talk, duties: Duties) -> None:
    asked(talk, "Tâm", "chắc hạn 17 là 30/10")
    asked(talk, "Tâm", "việc 2")
    assert "phải không ạ" in asked(talk, "Tâm", "đúng")
    assert "phải không ạ" not in asked(talk, "Tâm", "đúng") and talk.events() != []
    assert not talk.say("Tâm", "đúng")


def test_who_was_asked_nothing_hears_nothing(talk: Talk, duties: Duties) -> None:
    asked(talk, "Tâm", "chắc hạn 17 là 30/10")
    assert not talk.say("Lan", "đúng")
