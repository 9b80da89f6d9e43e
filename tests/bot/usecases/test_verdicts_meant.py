"""A head's verdict in his own words is asked about as one, with his words as the reason; it is never kept as a result."""

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]
LACKING = """
2 sửa lại số liệu rồi gửi anh | 2 chỉnh lại thể thức rồi trình lại | 2 em bổ sung phụ lục rồi gửi lại anh | 2 còn thiếu phụ lục em nhé
2 xem lại giúp anh phần kinh phí | 2 viết lại phần đánh giá | 2 số liệu sai rồi | 2 sơ sài quá | 2 em làm rõ phần kinh phí nhé
"""
FINE = """
2 thế này là tốt rồi | 2 thế là được rồi | 2 ổn rồi em | 2 anh xem rồi, tạm được | việc 2 như vậy là ổn | 2 tạm ổn
"""


def each(table: str) -> list[str]:
    return [text.strip() for text in table.replace("\n", "|").split("|") if text.strip()]


@pytest.fixture
def reported(talk: Talk, duties: Duties) -> Talk:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    return talk


@pytest.mark.parametrize("text", each(LACKING))
def test_what_is_lacking_is_offered_as_the_reason(reported: Talk, duties: Duties, text: str) -> None:
    answer = asked(reported, "Tâm", text)
    assert "Việc 2: trả lại, lý do: " in answer and reported.state(duties[2]) is DutyState.REPORTED
    asked(reported, "Tâm", "đúng")
    assert reported.state(duties[2]) is DutyState.IN_PROGRESS


@pytest.mark.parametrize("text", each(FINE))
def test_what_is_fine_is_offered_as_accepted(reported: Talk, duties: Duties, text: str) -> None:
    assert "Việc 2: duyệt, phải không ạ" in asked(reported, "Tâm", text)
    asked(reported, "Tâm", "đúng")
    assert reported.state(duties[2]) is DutyState.ACCEPTED


def test_a_verdict_that_gives_no_reason_asks_for_it(reported: Talk, duties: Duties) -> None:
    for text in ("2 chưa đạt yêu cầu", "2 không đạt yêu cầu"):
        assert "chưa có lý do" in asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.REPORTED


@pytest.mark.parametrize("text", ["2 đã sửa lại số liệu", "2 đang sửa lại theo góp ý", "2 được 60%", "2 xong chưa"])
def test_what_is_told_or_asked_of_it_is_no_verdict(reported: Talk, duties: Duties, text: str) -> None:
    assert "trả lại" not in asked(reported, "Tâm", text) and reported.state(duties[2]) is DutyState.REPORTED


@pytest.mark.parametrize(
    "text", each("2 sửa lại số liệu rồi gửi anh | 2 thế này là tốt rồi | 2 còn thiếu phụ lục em nhé")
)
def test_where_nothing_waits_a_heads_word_is_kept_only_when_he_says_so(talk: Talk, duties: Duties, text: str) -> None:
    assert "phải không ạ" in asked(talk, "Tâm", text) and talk.events() == []


def test_staff_tell_of_their_own_work(talk: Talk, duties: Duties) -> None:
    asked(talk, "Lan", "2 còn thiếu phụ lục")
    assert [event.kind for event in talk.events()] == [EventKind.RESULT]
