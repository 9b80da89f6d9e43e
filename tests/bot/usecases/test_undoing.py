"""Which act a word takes back: the kind it names, the one that is asked about by name, and none for a mere question."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.people import Ward

Duties = dict[int, int]


def later(talk: Talk) -> None:
    talk.now += timedelta(minutes=3)


def standing(talk: Talk) -> list[EventKind]:
    """What was written down and not taken back."""
    return [event.kind for event in talk.events() if event.undone_by_id is None and event.kind is not EventKind.UNDONE]


@pytest.mark.parametrize(
    "question",
    [
        "em vừa hoàn tác cái gì", "hoàn tác cái gì vậy", "chị vừa hoàn tác việc nào thế", "sao em lại hoàn tác",
        "em đã hoàn tác chưa", "em vua hoan tac cai gi vay", "vừa bỏ cái gì rồi em",
    ],
)  # fmt: skip
def test_a_question_about_an_undoing_undoes_nothing(talk: Talk, duties: Duties, question: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    talk.say("Lan", "xong 7")
    later(talk)
    talk.say("Lan", "hoàn tác")
    later(talk)
    answer = talk.say("Lan", question) or ""
    assert standing(talk) == [EventKind.RESULT]
    assert "em đã bỏ phần báo xong việc 7" in answer and "09h21" in answer


def test_where_nothing_was_taken_back_it_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    answer = talk.say("Lan", "em vừa hoàn tác cái gì") or ""
    assert "chưa hoàn tác gì" in answer and standing(talk) == [EventKind.RESULT]


@pytest.mark.parametrize("order", ["hoàn tác hết", "hoàn tác tất cả đi em", "hoan tac toan bo", "undo hết nhé"])
def test_all_of_it_is_taken_back_one_by_one(talk: Talk, duties: Duties, order: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    talk.say("Lan", "xong 7")
    later(talk)
    answer = talk.say("Lan", order) or ""
    assert "từng lần" in answer and "bỏ phần báo xong việc 7" in answer.lower()
    assert standing(talk) == [EventKind.RESULT, EventKind.REPORTED]
    talk.say("Lan", "đúng")
    assert standing(talk) == [EventKind.RESULT]


@pytest.mark.parametrize(
    "slip",
    [
        "duyệt nhầm rồi",
        "anh duyệt nhầm",
        "duyet nham roi em",
        "anh bấm duyệt nhầm",
        "hủy duyệt vừa rồi",
        "thu hồi duyệt",
    ],
)
def test_an_approval_that_was_a_slip_is_no_other_act(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Tâm", "giao 17 cho Quân")
    later(talk)
    answer = talk.say("Tâm", slip) or ""
    assert standing(talk) == [EventKind.ASSIGNED] and "chưa duyệt" in answer


def test_the_kind_named_is_taken_back_whatever_came_after(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "duyệt 7")
    later(talk)
    talk.say("Tâm", "giao 17 cho Quân")
    later(talk)
    answer = talk.say("Tâm", "duyệt nhầm rồi") or ""
    assert "bỏ phần duyệt việc 7" in answer and talk.state(duties[7]) is DutyState.REPORTED
    assert EventKind.ASSIGNED in standing(talk)


def test_a_slip_of_approving_and_what_is_so_instead(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "giao 17 cho Quân")
    later(talk)
    answer = talk.say("Tâm", "duyệt nhầm rồi, trả lại việc 7") or ""
    assert EventKind.ASSIGNED in standing(talk) and "chưa duyệt" in answer and "lý do" in answer


def test_returned_by_a_slip(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "trả 7 vì thiếu ảnh")
    later(talk)
    talk.say("Tâm", "giao 17 cho Quân")
    later(talk)
    answer = talk.say("Tâm", "trả lại nhầm rồi") or ""
    assert "bỏ phần trả lại việc 7" in answer and EventKind.ASSIGNED in standing(talk)


def test_the_question_names_what_it_would_drop(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 làm được 80%")
    later(talk)
    answer = talk.say("Lan", "em hiểu sai rồi") or ""
    assert "Bỏ kết quả “làm được 80%” của việc 7" in answer
    talk.say("Lan", "đúng")
    assert standing(talk) == []


def test_nothing_recorded_is_not_asked_about(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    answer = talk.say("Lan", "ủa 7 chưa xong, chị nhầm") or ""
    assert "phải không ạ" not in answer and "việc 7" in answer
    assert standing(talk) == [EventKind.RESULT]


@pytest.mark.parametrize("order", ["mở lại 7", "mo lai viec 7 giup chi", "khôi phục việc 7"])
def test_opening_again_what_is_open_asks_before_it_drops_a_result(talk: Talk, duties: Duties, order: str) -> None:
    talk.say("Lan", "7 làm được 80%")
    later(talk)
    answer = talk.say("Lan", order) or ""
    assert standing(talk) == [EventKind.RESULT]
    assert "“làm được 80%”" in answer and "phải không ạ" in answer
    talk.say("Lan", "đúng")
    assert standing(talk) == []


def test_what_was_dropped_is_said(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 làm được 80%")
    later(talk)
    assert "kết quả “làm được 80%” của việc 7" in (talk.say("Lan", "hoàn tác") or "")


def test_news_is_dropped_by_its_title(talk: Talk, duties: Duties, ward: Ward) -> None:
    talk.say("Lan", "tin: Hội nghị tổng kết")
    later(talk)
    answer = talk.say("Lan", "em hiểu sai rồi") or ""
    assert "Hội nghị tổng kết" in answer and "báo xong" not in answer
