"""Orders to many: whom they are narrowed to, whom they spare, and what is asked where that is not followed."""

import pytest
from sqlmodel import select

from storage.kinds import DutyState
from storage.models.plans import Task
from tests.bot.talk import Talk

Duties = dict[int, int]
WAITING = (2, 7, 26)


@pytest.fixture
def waiting(talk: Talk, duties: Duties) -> Duties:
    """Lan has reported 2 and 7, Quân 8; all wait for Tâm. 7 and 8 stand in section A.II."""
    with talk.session() as session:
        for task in session.exec(select(Task).where(Task.number >= 7, Task.number <= 8)):
            task.section, task.code = ["A.II"], f"A.II.{task.number}"
            session.add(task)
        session.commit()
    talk.say("Tâm", "giao 8 cho Quân")
    talk.say("Lan", "xong 2 KH 45/KH-UBND; xong 7")
    talk.say("Quân", "xong 8")
    return duties


def accepted(talk: Talk, duties: Duties) -> set[int]:
    return {n for n, duty_id in duties.items() if talk.state(duty_id) is DutyState.ACCEPTED}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("duyệt hết trừ việc của Lan", {8}),
        ("duyet het tru cua chi Lan", {8}),
        ("duyệt hết trừ Quân", {2, 7}),
        ("duyệt hết mục A.II", {7, 8}),
        ("duyệt hết mục A.II trừ 7", {8}),
        ("duyệt hết của Lan và Quân", {2, 7, 8}),
        ("duyệt hết trừ 7 và của Quân", {2}),
    ],
)
def test_what_is_spared_waits_on(talk: Talk, waiting: Duties, text: str, numbers: set[int]) -> None:
    answer = talk.say("Tâm", text)
    assert answer and accepted(talk, waiting) == numbers
    if "trừ" in text:
        left = {2, 7, 8} - numbers if "mục" not in text else {7}
        assert f"Còn chờ anh: {', '.join(map(str, sorted(left)))}" in answer


@pytest.mark.parametrize(
    "text",
    [
        "duyệt hết việc tháng 9",
        "duyệt hết các việc có văn bản",
        "duyệt hết việc báo hôm qua",
        "duyệt hết trừ mục A.I",
        "duyet het viec dung han",
    ],
)
def test_words_that_narrow_and_are_not_followed_are_asked_about(talk: Talk, waiting: Duties, text: str) -> None:
    before = len(talk.events())
    answer = talk.say("Tâm", text)
    assert answer and "nên chưa làm gì" in answer and "Đang chờ anh: 2, 7, 8" in answer
    assert len(talk.events()) == before
    assert talk.say("Tâm", "đúng") != answer and accepted(talk, waiting) == set()


def test_an_unknown_name_that_is_spared_stops_the_order(talk: Talk, waiting: Duties) -> None:
    talk.say("Tâm", "duyệt hết trừ chị Tèo")
    assert accepted(talk, waiting) == set()


def test_a_return_of_all_but_one_never_returns_that_one(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "trả lại hết trừ 7 vì thiếu số liệu")
    assert talk.state(duties[7]) is DutyState.REPORTED
