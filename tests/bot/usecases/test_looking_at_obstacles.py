"""What stands in the way, asked for by who must help: told as it was said last, each to whom he may see."""

import pytest

from tests.bot.talk import Talk

Duties = dict[int, int]


def test_what_is_stuck_is_listed_as_it_was_said_last(talk: Talk, duties: Duties) -> None:
    assert talk.say("Hà", "việc nào đang vướng") == "Cơ quan chưa có việc nào báo vướng."
    talk.say("Lan", "17 vướng chờ hướng dẫn của Sở")
    talk.say("Lan", "7 đạt 60%")
    answer = talk.say("Hà", "phòng nào có vướng mắc gì không em")
    assert answer and answer.startswith("Cơ quan có 1 phần việc đang vướng:") and "17. " in answer
    assert "chờ hướng dẫn của Sở, chị Lan" in answer
    assert "17. " in (talk.say("Tâm", "khó khăn, vướng mắc của phòng mình là gì") or "")
    talk.say("Lan", "17 đã có hướng dẫn, đạt 80%")
    assert "chưa có việc nào báo vướng" in (talk.say("Hà", "những việc nào vướng") or "")


def test_who_sees_one_unit_hears_of_one_unit(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 vướng chờ hướng dẫn của Sở")
    assert "17" not in (talk.say("Thu", "việc nào đang vướng") or "")
    assert "17" in (talk.say("Lan", "em đang vướng những việc gì") or "")


@pytest.mark.parametrize(
    ("told", "listed"),
    [
        ("17 chờ Sở", "– chờ Sở, chị Lan"),
        ("17 đang chờ ý kiến tỉnh", "– chờ ý kiến tỉnh, chị Lan"),
        ("17 vướng mặt bằng", "– mặt bằng, chị Lan"),
        ("17 đạt 60%, thiếu kinh phí", "– thiếu kinh phí, chị Lan"),
    ],
)
def test_waiting_and_lacking_stand_in_the_way_too(talk: Talk, duties: Duties, told: str, listed: str) -> None:
    talk.say("Lan", told)
    assert listed in (talk.say("Hà", "việc nào đang vướng") or "")


@pytest.mark.parametrize("told", ["17 chờ anh Tâm ký", "17 đã trình, đạt 60%", "17 chờ Sở mãi, nay đã có hướng dẫn"])
def test_the_usual_way_of_a_paper_is_no_obstacle(talk: Talk, duties: Duties, told: str) -> None:
    talk.say("Lan", told)
    assert "chưa có việc nào báo vướng" in (talk.say("Hà", "việc nào đang vướng") or "")


@pytest.mark.parametrize("told", ["17 vướng mặt bằng", "17 đang chờ ý kiến tỉnh", "17 vuong mat bang"])
def test_as_before_leaves_what_stood_in_the_way(talk: Talk, duties: Duties, told: str) -> None:
    talk.say("Lan", told)
    assert "như kỳ trước" in (talk.say("Lan", "17 như kỳ trước") or "")
    assert "17. " in (talk.say("Hà", "việc nào đang vướng") or "")
    assert len([entry for entry in talk.entries(duties[17]) if entry.bare]) == (told == "17 vuong mat bang")


@pytest.mark.parametrize(
    "asked", ["việc nào đang chờ Sở", "còn việc nào đang thiếu kinh phí không", "việc gì còn chờ hướng dẫn"]
)
def test_asked_for_by_what_is_waited_for(talk: Talk, duties: Duties, asked: str) -> None:
    talk.say("Lan", "17 chờ Sở hướng dẫn")
    assert "17. " in (talk.say("Hà", asked) or "")
