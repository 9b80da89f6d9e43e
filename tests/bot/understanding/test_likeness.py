"""What no rule takes is read by what such words have meant before; nothing is changed by likeness alone."""

import re

import pytest

from bot.understanding.intents import CHANGES, Intent
from bot.understanding.likeness import examples_of, likely, plain
from bot.understanding.line import read_line
from tests.bot.understanding.reading import read

KNOWN = [intent for intent in Intent if examples_of(intent)]


def test_every_study_intent_has_examples_each_once() -> None:
    assert len(KNOWN) >= 26
    for intent in KNOWN:
        lines = examples_of(intent)
        assert lines == sorted(set(lines)) and all(": " in line for line in lines), intent


def test_examples_hold_what_is_counted_and_nothing_else() -> None:
    """No number, no name of a document: these are "#"."""
    for intent in KNOWN:
        for line in examples_of(intent):
            setting, _, words = line.partition(": ")
            assert len(setting.split()) == 2 and words == words.lower() and not re.search(r"[\d/_]", words), line


def test_a_message_stands_as_an_example_does() -> None:
    assert plain(read_line("Xong vc 12 r nha, KH 45/KH-UBND")) == "xong viec # roi nhe kh #"


ASKED = {
    "nhìn chung ổn không em": "status_overall",
    "điểm nhanh tình hình giúp chị": "status_overall",
    "em mới vô chưa biết xài, chỉ em với": "help",
}


@pytest.mark.parametrize(("text", "meant"), ASKED.items())
def test_a_question_in_words_no_rule_knows_is_answered(text: str, meant: str) -> None:
    role = "staff" if meant == "help" else "leader"
    understood = read(text, role=role)
    assert (understood.acts[0].intent, understood.sure) == (meant, True)


TOLD = {"cái đó em dọn sạch bách hết rồi ạ": "done", "xin khất ít bữa nữa ạ": "extend_request"}


@pytest.mark.parametrize(("text", "meant"), TOLD.items())
def test_what_would_change_something_is_asked_about(text: str, meant: str) -> None:
    understood = read(text, context="reply_to_reminder")
    assert not understood.sure and [act.intent for act in understood.readings] == [meant]


DOUBTED = ("còn lâu mới xong nha chị", "cách mở lại việc đã báo xong", "xong 1/2 việc 25 rồi đó anh")


@pytest.mark.parametrize("text", DOUBTED)
def test_a_change_that_reads_like_something_else_is_not_made(text: str) -> None:
    understood = read(text)
    assert not understood.sure or not CHANGES & {act.intent for act in understood.acts}


def test_talk_among_people_is_left_to_them() -> None:
    for text in ("mai đi cà phê không", "trời mưa to quá", "ăn cơm chưa cả nhà"):
        assert [act.intent for act in read(text, context="group").acts] == ["smalltalk_other"]


def test_how_likely_is_a_share_of_all_meanings() -> None:
    found = likely(read_line("xong việc 12 rồi ạ"), "staff", "direct")
    assert found.intent is Intent.done and 0.8 < found.chance <= 1


@pytest.mark.parametrize(
    ("text", "role", "meant"),
    [
        ("chị mới chuyển về phòng, muốn gửi tin bài thì làm thế nào", "staff", "help"),
        ("muốn coi việc của người khác trong phòng thì làm răng", "unit_head", "help"),
        (
            "sắp phải báo cáo miệng với tỉnh, em nói nhanh tình hình chung toàn cơ quan đến giờ thế nào",
            "leader",
            "status_overall",
        ),
    ],
)
def test_a_question_that_reads_like_another_gets_the_others_answer(text: str, role: str, meant: str) -> None:
    understood = read(text, role=role)
    assert understood.sure and [act.intent for act in understood.acts] == [meant]


@pytest.mark.parametrize(
    ("text", "role", "meant"),
    [
        ("giuc may phong chua nop bai di em", "office_head", "remind_unit"),
    ],
)
def test_a_question_that_reads_like_a_change_is_asked_about_and_changes_nothing(
    text: str, role: str, meant: str
) -> None:
    understood = read(text, role=role)
    assert not understood.sure and understood.readings[0].intent == meant


def test_talk_of_a_group_that_borrows_the_bots_words_is_left_to_it() -> None:
    for text in ("con nhà em làm xong bài tập mới được xem ti vi mà nhắc mãi nó mới chịu",):
        assert [act.intent for act in read(text, context="group").acts] == ["smalltalk_other"]
