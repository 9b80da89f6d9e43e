"""Work handed in again after it was returned, and a verdict on all that waits of one person."""

import pytest

from storage.kinds import DutyState, ProductKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import split
from tests.people import Ward

Duties = dict[int, int]


@pytest.mark.parametrize(
    "text",
    split("""7 đã sửa, gửi lại sếp | 7 đã bổ sung danh sách, nhờ anh Tâm xem lại | 7 gửi lại rồi ạ | 7 đã chỉnh sửa, trình lại anh
    7 sửa rồi anh xem lại giúp em"""),
)
def test_it_waits_for_his_word_again(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "trả 7 thiếu danh sách")
    assert "đang chờ anh Tâm duyệt" in (talk.say("Lan", text) or "")
    assert talk.state(duties[7]) is DutyState.REPORTED


@pytest.mark.parametrize(
    "text",
    split("""19 sửa xong rồi sếp xem lại giúp em | 19 em bổ sung phụ lục rồi, anh Tâm xem lại giúp em | 19 gửi lại rồi đó sếp
    19 đã sửa, gửi lại sếp"""),
)
def test_also_by_who_may_send_work_back_himself(talk: Talk, ward: Ward, text: str) -> None:
    task = ward.give(19, "Quản lý biên chế", "VHXH", to="Quân", product=ProductKind.FIGURE)
    talk.say("Quân", "xong 19")
    talk.say("Tâm", "trả 19 thiếu căn cứ")
    assert "đang chờ anh Tâm duyệt" in (talk.say("Quân", text) or "")
    assert talk.state(task) is DutyState.REPORTED


@pytest.mark.parametrize(
    "text",
    split("7 đang sửa, mai gửi lại | 7 sẽ bổ sung rồi gửi lại anh | 7 đã sửa một phần | 7 chưa sửa, chiều gửi lại"),
)
def test_not_yet_sent(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7")
    talk.say("Tâm", "trả 7 thiếu danh sách")
    talk.say("Lan", text)
    assert talk.state(duties[7]) is not DutyState.REPORTED


def test_of_work_never_returned_it_is_a_result(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đã sửa, gửi lại sếp")
    assert talk.state(duties[7]) is not DutyState.REPORTED


@pytest.mark.parametrize(
    "text",
    split(
        "trả hết cho Lan, thiếu phụ lục | trả cả 2 việc của Lan, thiếu phụ lục | trả lại tất cả cho chị Lan vì thiếu phụ lục"
    ),
)
def test_all_of_hers_goes_back(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7, 2 KH 45/KH-UBND")
    told = talk.say("Tâm", text) or ""
    assert "2, 7: trả lại" in told and "thiếu phụ lục" in told
    talk.say("Tâm", "đúng")
    assert {talk.state(duties[n]) for n in (2, 7)} == {DutyState.IN_PROGRESS}


@pytest.mark.parametrize("text", split("cái của Lan được hết | việc của Lan duyệt hết nhé"))
def test_all_of_hers_is_fine(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 7, 2 KH 45/KH-UBND")
    assert "duyệt" in (talk.say("Tâm", text) or "")
    talk.say("Tâm", "đúng")
    assert {talk.state(duties[n]) for n in (2, 7)} == {DutyState.ACCEPTED}
