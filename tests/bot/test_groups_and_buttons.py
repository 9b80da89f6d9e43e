"""In a group nothing is shown that not everybody may see, and a button does for a person only what he may do."""

import pytest
from sqlmodel import select

from storage.kinds import ChatKind, DutyState
from storage.models.messages import Notice, Question
from tests.bot.talk import Talk

Duties = dict[int, int]
ASKED = ("việc của tôi", "tình hình", "việc 7", "sáng nay đã nhắc ai?", "báo cáo tháng 10", "soạn nhắc nhóm", "tổng hợp tuần",
         "xong 2 KH 45/KH-UBND", "kết quả của tôi tháng 10", "trợ giúp", "abc xyz", "tình hình chị Lan", "nhắc hết")  # fmt: skip


def chats_written_to(talk: Talk) -> set[int | None]:
    with talk.session() as session:
        return set(session.exec(select(Notice.chat_id)))


@pytest.mark.parametrize("name", ["Lan", "Tâm", "Quân", "Hà", "Ánh"])
def test_whatever_is_said_in_a_group_is_answered_in_the_sender_s_own_chat(
    talk: Talk, duties: Duties, name: str
) -> None:
    group = talk.stranger("group", ChatKind.GROUP)
    answers = [talk.say_in(group, text, sender=name) for text in ASKED]
    assert all(answers) and group not in chats_written_to(talk)


def test_who_has_not_joined_hears_nothing_in_a_group_and_changes_nothing(talk: Talk, duties: Duties) -> None:
    group = talk.stranger("group", ChatKind.GROUP)
    for sender in ("somebody", "Vinh", ""):  # unknown, of the office without a chat, an anonymous administrator
        assert [talk.say_in(group, text, sender=sender) for text in (*ASKED, "xong 26")] == [None] * (len(ASKED) + 1)
    assert talk.events() == [] and chats_written_to(talk) == set()


def test_a_right_is_the_sender_s_own_in_a_group_too(talk: Talk, duties: Duties) -> None:
    group = talk.stranger("group", ChatKind.GROUP)
    refused = talk.say_in(group, "xong 2 KH 45/KH-UBND", sender="Hoa") or ""
    assert "em chưa ghi gì" in refused and talk.state(duties[2]) is DutyState.OPEN
    talk.say_in(group, "xong 2 KH 45/KH-UBND", sender="Lan")
    assert "em chưa thay đổi gì" in (talk.say_in(group, "duyệt 2", sender="Lan") or "")
    talk.say_in(group, "duyệt 2", sender="Tâm")
    assert talk.state(duties[2]) is DutyState.ACCEPTED


def test_a_question_asked_of_one_person_is_not_answered_by_another_in_the_group(talk: Talk, duties: Duties) -> None:
    group = talk.stranger("group", ChatKind.GROUP)
    asked = talk.say_in(group, "việc phát sinh: rà soát biển hiệu, giao VHXH", sender="Hà") or ""
    assert "ghi" in asked
    with talk.session() as session:
        assert {q.chat_id for q in session.exec(select(Question))} == {talk.ward.chats["Hà"]}
    before = len(talk.events())
    talk.say_in(group, "ghi", sender="Lan")
    assert len(talk.events()) == before
    assert "đưa việc 58" in (talk.say_in(group, "ghi", sender="Hà") or "")


@pytest.mark.parametrize(
    ("presser", "pressed", "number"),
    [("Hoa", "xong 2", 2), ("Lan", "duyệt 17", 17), ("Hoa", "trả 17 thiếu số", 17), ("Lan", "giao 57 cho Hoa", 57), ("Phúc", "xong 30", 30)],
)  # fmt: skip
def test_a_button_pressed_by_somebody_else_is_his_own_word(
    talk: Talk, duties: Duties, presser: str, pressed: str, number: int
) -> None:
    """A press arrives as what the button types, from whoever pressed it."""
    talk.say("Lan", "xong 17 QĐ 9/QĐ-UBND")
    before = talk.duty(duties[number]).model_dump()
    group = talk.stranger("group", ChatKind.GROUP)
    for answer in (talk.say(presser, pressed, kind="press"), talk.say_in(group, pressed, sender=presser, kind="press")):
        assert answer and talk.duty(duties[number]).model_dump() == before
