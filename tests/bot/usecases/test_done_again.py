"""What was taken back is carried out again when that is said; and nothing more is undone by the words for it."""

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk

Duties = dict[int, int]


@pytest.mark.parametrize(
    "text",
    [
        "làm lại cái vừa hoàn tác",
        "phục hồi lại giúp chị",
        "khôi phục lại nhé",
        "ghi lại phần vừa bỏ giúp chị",
        "bỏ hoàn tác đi",
        "à không hoàn tác nữa",
        "em làm lại cái mới xóa nhé",
    ],
)
def test_the_last_undoing_is_set_right(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 17 QĐ 1203/QĐ-UBND")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "hoàn tác")
    assert talk.state(duties[2]) is DutyState.OPEN
    answer = talk.say("Lan", text)
    assert (talk.state(duties[2]), talk.state(duties[17])) == (DutyState.REPORTED, DutyState.REPORTED), answer


def test_undone_once_more_nothing_else_is_undone(talk: Talk, duties: Duties) -> None:
    for text in ("xong 17 QĐ 1203/QĐ-UBND", "xong 2 KH 45/KH-UBND", "hoàn tác", "phục hồi lại", "hoàn tác"):
        talk.say("Lan", text)
    talk.say("Lan", "phục hồi lại")
    assert (talk.state(duties[2]), talk.state(duties[17])) == (DutyState.OPEN, DutyState.REPORTED)


@pytest.mark.parametrize("text", ["hoàn tác", "làm lại 17 đi", "17 làm lại số liệu"])
def test_other_words_do_not_bring_it_back(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "hoàn tác")
    talk.say("Lan", text)
    assert talk.state(duties[2]) is DutyState.OPEN
