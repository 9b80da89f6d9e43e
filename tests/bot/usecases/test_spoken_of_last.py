"""What is spoken of last is meant by "nó": handed out, reminded of, asked about; a reason joins the wish asked about."""

from tests.bot.talk import Talk

Duties = dict[int, int]


def test_a_head_hands_out_the_task_shown_last(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "việc 17")
    asked = talk.say("Tâm", "giao nó cho Quân, 30/10 phải xong") or ""
    assert "Việc 17: giao cho Quân, mốc 30/10, phải không ạ?" in asked
    assert "đã giao việc 17" in (talk.say("Tâm", "đúng") or "")


def test_who_holds_the_task_shown_last_is_reminded_once_that_is_agreed(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "việc 17")
    asked = talk.say("Tâm", "nhắc nó bổ sung ảnh") or ""
    assert "Việc 17: nhắc" in asked and "Lan" in asked and "phải không ạ?" in asked
    assert "chưa rõ cần nhắc ai" in (talk.say("Quân", "nhắc nó đi") or "")


def test_a_head_says_whose_a_task_is(talk: Talk, duties: Duties) -> None:
    assert "Việc 17: giao cho Quân, phải không ạ?" in (talk.say("Tâm", "17 là của Quân") or "")
    assert "phải không" not in (talk.say("Lan", "17 là của Quân") or "")


def test_a_reason_behind_the_wish_asked_about_joins_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 17")
    assert "xin lùi đến 20/12" in (talk.say("Lan", "cho chị xin đến 20/12 được không") or "")
    asked = talk.say("Lan", "lý do là chờ phần mềm của tỉnh") or ""
    assert "xin lùi đến 20/12, lý do chờ phần mềm của tỉnh, phải không ạ?" in asked


def test_who_asks_whether_it_was_decided_sees_the_task_spoken_of(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 17")
    assert (talk.say("Lan", "a Tam duyet chua") or "").startswith("17. ")
