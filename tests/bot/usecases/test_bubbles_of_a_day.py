"""A thought in three or four bubbles: the task, who, that it is done, and on which day."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]


def done_on(talk: Talk, duty_id: int) -> str:
    """The day of finishing that the standing report names; "" for none."""
    (report,) = (
        e for e in talk.events() if e.kind is EventKind.REPORTED and e.duty_id == duty_id and not e.undone_by_id
    )
    return report.text


def breath(talk: Talk, *bubbles: str, seconds: int = 5) -> list[str | None]:
    answers = []
    for bubble in bubbles:
        answers.append(talk.say("Lan", bubble))
        talk.now += timedelta(seconds=seconds)
    return answers


@ON_BOTH
@pytest.mark.parametrize(
    "bubbles",
    [
        ("việc 7", "em làm", "xong rồi", "hôm qua"),
        ("viec 7", "em lam", "xong r", "hom qua"),
        ("việc 7", "bên em", "xong rồi ạ", "từ hôm qua"),
        ("việc 7", "xong rồi", "hôm qua ạ"),
        ("xong 7", "hôm qua"),
        ("xong 7", "12/10"),
        ("em làm", "việc 7", "xong rồi", "hôm qua"),
        ("việc 7", "hôm qua", "xong rồi"),
    ],
)
def test_the_day_in_a_bubble_of_its_own_is_the_day_it_was_done(
    talk: Talk, duties: Duties, bubbles: tuple[str, ...]
) -> None:
    last = breath(talk, *bubbles)[-1] or ""
    assert done_on(talk, duties[7]) == "12/10/2025"
    assert "việc 7" in last and "làm xong từ 12/10" in last and "đã bỏ" not in last


def test_the_document_said_before_stays(talk: Talk, duties: Duties) -> None:
    assert "KH 45/KH-UBND" in (breath(talk, "xong 2 KH 45/KH-UBND", "hôm qua")[-1] or "")
    assert "12/10/2025" in done_on(talk, duties[2]) and not talk.duty(duties[2]).waits_for_product


def test_of_several_told_in_one_all_were_done_that_day(talk: Talk, duties: Duties) -> None:
    breath(talk, "xong 7, 8", "hôm qua")
    assert [done_on(talk, duties[n]) for n in (7, 8)] == ["12/10/2025"] * 2


def test_a_day_that_was_of_one_report_is_of_no_other(talk: Talk, duties: Duties) -> None:
    breath(talk, "xong 7", "hôm qua", "xong 8 12 tin")
    assert done_on(talk, duties[7]) == "12/10/2025" and "12/10" not in done_on(talk, duties[8])


def test_today_said_behind_it_changes_nothing(talk: Talk, duties: Duties) -> None:
    assert breath(talk, "xong 7", "sáng nay")[-1] is None
    assert done_on(talk, duties[7]) == ""


@pytest.mark.parametrize("later", ["mai", "hôm qua họp", "hôm qua em nghỉ", "hôm qua chưa", "hôm qua?"])
def test_what_is_no_day_it_was_done_leaves_the_report(talk: Talk, duties: Duties, later: str) -> None:
    breath(talk, "xong 7", later)
    assert done_on(talk, duties[7]) == ""


def test_minutes_later_a_day_says_nothing_of_it(talk: Talk, duties: Duties) -> None:
    breath(talk, "xong 7", "hôm qua", seconds=200)
    assert done_on(talk, duties[7]) == ""


def test_a_day_said_already_stands(talk: Talk, duties: Duties) -> None:
    breath(talk, "xong 7 ngày 10/10", "hôm qua")
    assert done_on(talk, duties[7]) == "10/10/2025"


def test_one_word_takes_it_all_back(talk: Talk, duties: Duties) -> None:
    breath(talk, "việc 7", "em làm", "xong rồi", "hôm qua")
    talk.say("Lan", "hoàn tác")
    assert talk.state(duties[7]) is DutyState.OPEN


def test_what_is_begun_and_goes_on_is_one_result(talk: Talk, duties: Duties) -> None:
    answers = breath(talk, "việc 7", "bên em", "đang chờ", "Sở trả lời")
    assert answers[1] is None and [(e.text, e.obstacle) for e in talk.entries(duties[7])] == [
        ("đang chờ Sở trả lời", "")
    ]


def test_alone_a_beginning_is_asked_what_it_means(talk: Talk, duties: Duties) -> None:
    assert "chưa hiểu" in (talk.say("Lan", "bên em") or "")
