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


BESIDE = """
2 dc, 7 chua dc thieu anh | 2 ok, 7 chưa được đâu thiếu danh sách | 2 duyệt, 7 thì chưa, thiếu chữ ký | 2 được, 7 sai số liệu rồi
2 đạt, 7 chưa có ảnh
"""


@pytest.mark.parametrize("text", each(BESIDE))
def test_beside_an_approval_the_refusal_is_asked_about(reported: Talk, duties: Duties, text: str) -> None:
    assert "chờ anh Tâm" in asked(reported, "Lan", "xong 7")
    answer = asked(reported, "Tâm", text)
    assert "Việc 7: trả lại, lý do: " in answer and "phải không ạ" in answer, answer
    assert reported.state(duties[2]) is DutyState.ACCEPTED and reported.entries(duties[7]) == []
    asked(reported, "Tâm", "đúng")
    assert reported.state(duties[7]) is DutyState.IN_PROGRESS


@pytest.mark.parametrize("text", each("khoan đã, 2 chưa có con dấu | 2 em bảo Lan bổ sung danh sách ký tên"))
def test_what_is_still_lacking_is_a_refusal(reported: Talk, duties: Duties, text: str) -> None:
    assert "Việc 2: trả lại, lý do: " in asked(reported, "Tâm", text) and reported.entries(duties[2]) == []


def test_beside_an_approval_other_work_is_told_of(reported: Talk, duties: Duties) -> None:
    reported.say("Tâm", "2 duyệt, 17 đang chờ Sở")
    assert reported.state(duties[2]) is DutyState.ACCEPTED and len(reported.entries(duties[17])) == 1


@pytest.mark.parametrize(
    "text",
    each(
        "thay mặt anh Tâm trả 2 vì thiếu số liệu | chị Hà bảo trả lại 2 | thay anh Tâm duyệt 2 | 2 anh Tâm duyệt rồi | anh Tâm duyệt 2 miệng rồi, em ghi luôn đi"
    ),
)
@pytest.mark.parametrize("name", ["Quân", "Lan"])
def test_a_verdict_handed_on_is_left_to_whose_it_is(reported: Talk, duties: Duties, text: str, name: str) -> None:
    answer = asked(reported, name, text)
    assert "Anh Tâm nhắn em" in answer and '"duyệt 2"' in answer
    assert reported.state(duties[2]) is DutyState.REPORTED and reported.entries(duties[2]) == []


def test_of_work_not_reported_a_verdict_handed_on_is_no_result(talk: Talk, duties: Duties) -> None:
    assert "chưa báo xong" in asked(talk, "Lan", "anh Tâm duyệt 17 miệng rồi, em ghi luôn đi") and talk.events() == []


def test_beside_an_approval_what_others_lack_is_not_kept_unasked(reported: Talk, duties: Duties) -> None:
    answer = asked(reported, "Tâm", "2 dc, 17 chua dc thieu anh")
    assert reported.state(duties[2]) is DutyState.ACCEPTED
    assert "Việc 17" in answer and "phải không ạ" in answer and reported.entries(duties[17]) == []


@pytest.mark.parametrize(
    "text", each("2 được rồi đó | 2 ok rồi đó | 2 thế là được rồi | việc 2 ổn rồi em | ok 2 được rồi")
)
def test_fine_after_a_return_asks_whether_it_is_taken_back(reported: Talk, duties: Duties, text: str) -> None:
    asked(reported, "Tâm", "trả lại 2 vì thiếu phụ lục")
    before = len(reported.events())
    answer = asked(reported, "Tâm", text)
    assert "việc 2" in answer.lower() and "phải không ạ" in answer and len(reported.events()) == before
    asked(reported, "Tâm", "đúng")
    assert reported.state(duties[2]) is DutyState.REPORTED


@pytest.mark.parametrize("text", each("2 được 60% rồi | 2 đang sửa lại rồi | 2 đã in 3 bản"))
def test_how_it_goes_after_a_return_takes_nothing_back(reported: Talk, duties: Duties, text: str) -> None:
    asked(reported, "Tâm", "trả lại 2 vì thiếu phụ lục")
    assert "bỏ" not in asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.IN_PROGRESS


def test_beside_what_lacks_something_the_other_is_asked_about_too(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Hà", "chị Lan nói 8 đăng 12 tin, 17 chưa có") or ""
    assert "Việc 8" in answer and "Việc 17" in answer


@pytest.mark.parametrize(
    "text",
    each("2 làm chưa tới, xem lại phần 3 | 2 còn kém lắm | 2 mới được một nửa chứ mấy | 2 phần 3 viết không rõ ý"),
)
def test_what_he_says_of_what_waits_is_no_result_of_its_owner(reported: Talk, duties: Duties, text: str) -> None:
    assert "Việc 2: trả lại, lý do: " in asked(reported, "Tâm", text)
    assert reported.state(duties[2]) is DutyState.REPORTED
    assert EventKind.RESULT not in [event.kind for event in reported.events()]


@pytest.mark.parametrize("text", each("2 gửi Sở hôm kia | ghi hộ Lan: 2 gửi Sở hôm kia"))
def test_told_of_it_plainly_he_may_mean_its_result(reported: Talk, duties: Duties, text: str) -> None:
    answer = asked(reported, "Tâm", text)
    assert ("B. Việc 2: ghi kết quả" in answer) is not text.startswith("ghi hộ")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("chị Hà bảo duyệt 2 rồi", "duyệt"), ("chị Hà bảo trả 2", "trả lại"), ("chị Hà nói duyệt 2 đi", "duyệt")],
)
def test_the_word_of_somebody_above_is_asked_of_him_for_whom_it_waits(reported: Talk, text: str, meant: str) -> None:
    assert f"Việc 2: {meant}, phải không ạ" in asked(reported, "Tâm", text)
