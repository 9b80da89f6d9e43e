"""What a head says in short words of each task that waits for him decides it, and is never kept as a result of its owner."""

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.bot.usecases.test_verdicts_meant import each
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]


@pytest.fixture
def reported(talk: Talk, duties: Duties) -> Talk:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xong 7")
    return talk


@pytest.fixture
def wished(talk: Talk, duties: Duties) -> Talk:
    talk.say("Lan", "2 xin lùi đến 31/10 vì chờ Sở")
    talk.say("Lan", "7 xin lùi đến 31/10 vì chưa có hội trường")
    return talk


def kinds(talk: Talk) -> list[EventKind]:
    return [event.kind for event in talk.events()]


ASKED = """
2 được rồi, 7 thiếu danh sách | 2 duyệt được, 7 coi lại số liệu giúp anh | 2 được, 7 bổ sung danh sách nhé | 2 ok, 7 xem lại số người dự
2 duyệt, còn 7 thì bổ sung danh sách | 2 ổn, 7 sai số liệu | 2 tốt rồi. 7 làm lại phần đánh giá | 2 tạm được 7 chưa có ảnh
"""


@pytest.mark.parametrize("text", each(ASKED))
def test_one_is_accepted_and_the_other_asked_about(reported: Talk, duties: Duties, text: str) -> None:
    answer = asked(reported, "Tâm", text)
    assert "Việc 7: trả lại, lý do: " in answer and "phải không ạ" in answer, answer
    assert reported.state(duties[2]) is DutyState.ACCEPTED and EventKind.RESULT not in kinds(reported)
    asked(reported, "Tâm", "đúng")
    assert reported.state(duties[7]) is DutyState.IN_PROGRESS


@pytest.mark.parametrize("text", ["2 được rồi, 7 cần bổ sung danh sách", "7 cần bổ sung danh sách, còn 2 thì được"])
def test_both_said_plainly_are_both_done(reported: Talk, duties: Duties, text: str) -> None:
    assert "lý do: cần bổ sung danh sách" in asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.ACCEPTED and reported.state(duties[7]) is DutyState.IN_PROGRESS


@pytest.mark.parametrize(
    "text", each("2 tạm được, 7 chưa | 2 ổn, 7 chưa ổn | 2 ok 7 để anh xem đã | 2 được, 7 chưa đạt")
)
def test_not_yet_leaves_the_other_waiting(reported: Talk, duties: Duties, text: str) -> None:
    asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.ACCEPTED and reported.state(duties[7]) is DutyState.REPORTED
    assert EventKind.RESULT not in kinds(reported)


def test_each_of_what_waits_said_fine_is_accepted(reported: Talk, duties: Duties) -> None:
    asked(reported, "Tâm", "2 ok, 7 ok")
    assert reported.state(duties[2]) is reported.state(duties[7]) is DutyState.ACCEPTED


LATER = """
7 bảo Lan gửi thêm ảnh rồi anh duyệt | 7 có ảnh thì anh duyệt | 2 mai anh duyệt | 2 để chiều duyệt | 7 đủ ảnh anh mới duyệt
7 chờ có ảnh rồi duyệt | 7 khi nào có ảnh thì anh duyệt | 7 phải có ảnh mới duyệt | 2 tạm duyệt, bổ sung số liệu sau
7 ok nhưng bổ sung danh sách nhé | 2 ổn | 2 7 ổn | 7 chưa được, phải có danh sách
"""


@pytest.mark.parametrize("text", each(LATER))
def test_what_is_put_off_or_has_a_condition_changes_nothing_unasked(reported: Talk, duties: Duties, text: str) -> None:
    before = kinds(reported)
    asked(reported, "Tâm", text)
    assert kinds(reported) == before and reported.state(duties[7]) is DutyState.REPORTED


@pytest.mark.parametrize("text", each("2 được 80% | 2 được rồi, 8 đăng 12 tin"))
def test_what_is_told_of_the_work_is_no_verdict(reported: Talk, duties: Duties, text: str) -> None:
    asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.REPORTED and EventKind.RESULT in kinds(reported)


GRANTED = """
2 ừ cho, 7 thì không | 2 cho nha, 7 thì thôi | 2 được, 7 không | 2 cho, 7 không cho | cho 2 thôi | 2 cho tới 25 thôi | 2 cho, còn 7 thì không được
2 lùi được nhưng lần cuối nhé | 2 cho, 7 để anh xem | 2 cho đến 25/10, 7 không
"""


@pytest.mark.parametrize("text", each(GRANTED))
def test_a_wish_for_time_is_granted_and_a_refusal_wants_its_reason(wished: Talk, text: str) -> None:
    answer = asked(wished, "Tâm", text)
    assert "đồng ý lùi" in answer and answer.count("đã ghi anh đồng ý") == 1, answer
    assert EventKind.RESULT not in kinds(wished) and EventKind.DATE_REFUSED not in kinds(wished)


@pytest.mark.parametrize(
    "text", ["7 không cho, trễ quá rồi", "7 không được, gấp lắm", "2 cho, 7 thì không được, trễ rồi"]
)
def test_a_refusal_with_its_reason_is_told(wished: Talk, text: str) -> None:
    assert "chưa đồng ý lùi" in asked(wished, "Tâm", text) and EventKind.RESULT not in kinds(wished)


@pytest.mark.parametrize(
    "text",
    each("2 ừ | 2 được nha | 2 ok | 2 cho anh | 7 chưa, vì chưa mời xong | 2 cho 1 tuần thôi | 7 không, lâu quá rồi"),
)
def test_a_bare_word_is_asked_about(wished: Talk, text: str) -> None:
    before = kinds(wished)
    assert "phải không ạ" in asked(wished, "Tâm", text) and kinds(wished) == before


@pytest.mark.parametrize("text", each("2 chờ in | 2 được 60% | 7 không phát sinh | 7 chưa mời xong"))
def test_what_he_tells_of_the_work_is_still_its_result(wished: Talk, text: str) -> None:
    asked(wished, "Tâm", text)
    assert kinds(wished)[-1] in (EventKind.RESULT, EventKind.NONE_AROSE)


def test_so_much_more_time_is_counted_from_the_day_that_stands(wished: Talk) -> None:
    assert "đồng ý đến 22/10" in asked(wished, "Tâm", "2 cho 1 tuần thôi")


def test_beside_a_verdict_other_work_is_told_of(wished: Talk) -> None:
    answer = asked(wished, "Tâm", "8 đăng 12 tin, 2 cho, 7 không")
    assert "đã ghi anh đồng ý lùi" in answer and "đăng 12 tin" in answer and "việc 2" in answer, answer


def test_its_owner_grants_nothing(wished: Talk) -> None:
    assert "đồng ý lùi" not in asked(wished, "Lan", "2 cho, 7 không")


UNASKED = """
2 cho | 2 cho, 7 không cho | 7 không cho, trễ quá rồi | 2 ok nhưng bổ sung phụ lục nhé | 7 làm kỹ vào nhé | 7 cần làm sớm | 2 ổn, 7 chưa ổn
7 thiếu danh sách | 2 tốt rồi
"""


@pytest.mark.parametrize("text", each(UNASKED))
def test_where_nothing_waits_a_heads_judgement_is_nobodys_result(talk: Talk, duties: Duties, text: str) -> None:
    asked(talk, "Tâm", text)
    assert talk.events() == []


def test_what_he_hands_to_somebody_is_no_verdict(wished: Talk) -> None:
    assert "giao" in asked(wished, "Tâm", "2 cho Quân làm")


@pytest.mark.parametrize(
    "text", each("7 không quá 25/10 nha | 7 không được quá 25/10 | 7 chậm nhất 25/10 | 7 25/10 thì được")
)
def test_a_limit_on_the_wish_grants_it_to_that_day_once_affirmed(wished: Talk, duties: Duties, text: str) -> None:
    answer = asked(wished, "Tâm", text)
    assert "chưa ghi gì" in answer and "25/10" in answer and "đồng ý" not in answer, answer
    granted = asked(wished, "Tâm", "đúng")
    assert "đồng ý lùi" in granted and "25/10" in granted, granted


@pytest.mark.parametrize("text", ["cho hết đi", "cho tất cả nhé", "ừ cho hết luôn"])
def test_all_the_wishes_are_granted_when_he_says_yes(talk: Talk, duties: dict[int, int], text: str) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Lan", "xin lùi 7 đến 29/10 vì chờ hội trường")
    assert "7, 17: đồng ý lùi, phải không ạ" in (talk.say("Tâm", text) or "")
    assert "29/10" in (talk.say("Tâm", "đúng") or "")


@pytest.mark.parametrize(
    ("text", "sure"), [("ừ thì cho 17", True), ("được 17", False), ("cho 8", None), ("được 8", None)]
)
def test_one_wish_by_its_number_alone(talk: Talk, duties: dict[int, int], text: str, sure: bool | None) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    answer = talk.say("Tâm", text) or ""
    assert ("đã ghi anh đồng ý lùi" in answer, "17: đồng ý lùi, phải không ạ" in answer) == (
        sure is True,
        sure is False,
    )


SHORTER = """
7 gấp lắm, cho 3 ngày thôi | 7 tối đa 3 ngày nữa thôi | 7 để lâu quá rồi, cho đến 25/10 thôi nhé | 7 chỉ cho thêm 1 tuần
7 chỉ 5 ngày thôi | 7 lần trước lùi rồi, cho đến 20/10
"""


@pytest.mark.parametrize("text", each(SHORTER))
def test_less_time_behind_what_he_thinks_of_it_is_asked_about(wished: Talk, duties: Duties, text: str) -> None:
    answer = asked(wished, "Tâm", text)
    assert "Việc 7: đồng ý đến " in answer and "phải không ạ" in answer, answer
    assert EventKind.RESULT not in kinds(wished)


@pytest.mark.parametrize("text", each("đồng ý cả 2 | đồng ý cả hai | ok duyệt cả 2 nhé | cho cả 2 việc"))
def test_so_many_as_wait_are_meant_and_no_task_of_that_number(wished: Talk, text: str) -> None:
    assert "Việc 2, 7: đồng ý lùi" in asked(wished, "Tâm", text)
    answer = asked(wished, "Tâm", "đúng")
    assert answer.count("đã ghi anh đồng ý lùi") == 2, answer


@pytest.mark.parametrize("text", ["đồng ý cả 3", "duyệt cả ba"])
def test_more_than_wait_are_not_guessed(wished: Talk, text: str) -> None:
    before = kinds(wished)
    assert "chưa rõ" in asked(wished, "Tâm", text) and kinds(wished) == before
