"""The wrong task was typed: the same is so of another; further figures of one thought."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk

Duties = dict[int, int]


def later(talk: Talk, seconds: int = 20) -> None:
    talk.now += timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "slip",
    [
        "à nhầm, 17", "không phải, ý chị là 17 cơ", "nhầm 17 mới đúng", "nhầm rồi, việc 17", "không, 17", "ý chị là việc 17",
        "a nham, 17", "17 mới đúng", "sai rồi, 17",
    ],
)  # fmt: skip
def test_the_same_is_so_of_the_task_meant(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "7 xong")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert (talk.state(duties[7]), talk.state(duties[17])) == (DutyState.OPEN, DutyState.REPORTED), answer
    assert "bỏ phần báo xong việc 7" in answer and "việc 17" in answer


def test_a_result_goes_to_the_task_meant(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đang chờ Sở")
    later(talk)
    talk.say("Lan", "à nhầm, 17")
    assert (talk.entries(duties[7]), [e.text for e in talk.entries(duties[17])]) == ([], ["đang chờ Sở"])


@pytest.mark.parametrize("text", ["17", "việc 17", "là 17", "7 mới đúng"])
def test_without_a_slip_it_is_a_card_or_nothing(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "7 xong")
    later(talk)
    talk.say("Lan", text)
    assert talk.state(duties[17]) is DutyState.OPEN


def test_after_another_answer_it_is_asked(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 xong")
    talk.say("Lan", "việc 8")
    later(talk)
    talk.say("Lan", "à nhầm, 17")
    assert (talk.state(duties[7]), talk.state(duties[17])) == (DutyState.REPORTED, DutyState.OPEN)


@pytest.mark.parametrize(
    ("bubbles", "kept"),
    [
        (("8 9 tin", "2 bài", "với 1 video"), "9 tin, 2 bài, với 1 video"),
        (("8 phát ra 200 phiếu", "thu về 180", "hài lòng 96%"), "phát ra 200 phiếu, thu về 180, hài lòng 96%"),
        (("việc 8", "tháng này được 7 tin", "2 bài"), "tháng này được 7 tin, 2 bài"),
        (("viec 8", "thang nay dc 7 tin", "2 bai"), "thang nay dc 7 tin, 2 bai"),
    ],
)
def test_figures_in_several_bubbles_are_one_result(
    talk: Talk, duties: Duties, bubbles: tuple[str, ...], kept: str
) -> None:
    for bubble in bubbles:
        talk.say("Lan", bubble)
        later(talk, 8)
    assert [entry.text for entry in talk.entries(duties[8])] == [kept]


@pytest.mark.parametrize("text", ["2 bài", "bao nhiêu tin rồi", "hôm nay có 2 cuộc họp không em"])
def test_figures_long_after_or_asked_are_no_part_of_it(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "8 9 tin")
    later(talk, 1200)
    talk.say("Lan", text)
    assert [entry.text for entry in talk.entries(duties[8])] == ["9 tin"]
