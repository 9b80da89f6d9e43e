""" "Còn lại như kỳ trước": what the rest is, after one task, after a list, when all is answered."""

from datetime import date

import pytest

from tests.bot.talk import Talk
from tests.people import Ward, at

Duties = dict[int, int]


def test_the_rest_is_what_the_period_still_asks_where_another_task_was_spoken_of_last(
    talk: Talk, duties: Duties
) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    answer = talk.say("Lan", "còn lại như kỳ trước trừ 8") or ""
    assert "7 – như kỳ trước" in answer and "17 – như kỳ trước" in answer and " 8 – như kỳ trước" not in answer
    assert [len(talk.entries(duties[n])) for n in (2, 7, 8, 17, 18)] == [0, 1, 0, 1, 1]


def test_outside_the_asking_the_rest_is_no_single_task(talk: Talk, duties: Duties) -> None:
    talk.now = at("06/10/2025 09:15")
    for spoken_of in ("18 đã bố trí đủ", "việc 7", "xong 2 KH 45/KH-UBND"):
        talk.say("Lan", spoken_of)
        before = len(talk.events())
        answer = talk.say("Lan", "còn lại như kỳ trước") or ""
        assert "chưa đến ngày hỏi kết quả" in answer and len(talk.events()) == before, spoken_of
    talk.say("Lan", "con lai khong phat sinh")
    assert [len(talk.entries(duties[n])) for n in (7, 8, 17, 18)] == [0, 0, 0, 1]


def test_of_a_list_the_rest_is_what_is_not_answered_and_not_named(talk: Talk, duties: Duties) -> None:
    talk.now = at("06/10/2025 09:15")
    talk.shows("Lan", duties[7], duties[8], duties[17])
    answer = talk.say("Lan", "như kỳ trước, riêng 17 giải ngân 60%") or ""
    assert "em ghi đủ 3/3: 7 – như kỳ trước · 8 – như kỳ trước · 17 – giải ngân 60%" in answer
    assert [len(talk.entries(duties[n])) for n in (7, 8, 17, 18)] == [1, 1, 1, 0]


def test_when_all_is_answered_the_rest_is_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "2, 7, 8, 17, 18 như kỳ trước")
    before = len(talk.events())
    assert "đã trả lời đủ" in (talk.say("Lan", "còn lại như kỳ trước") or "") and len(talk.events()) == before


def test_not_yet_answers_the_period_where_it_is_asked_and_is_no_change_elsewhere(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "17 chưa làm; 18 chưa") or ""
    assert "17 – chưa làm" in answer and "18 – chưa" in answer
    assert [len(talk.entries(duties[n])) for n in (7, 17, 18)] == [0, 1, 1]
    answer = talk.say("Lan", "17 chưa làm") or ""
    assert "chưa thay đổi gì" in answer and len(talk.entries(duties[17])) == 1
    talk.now = at("06/11/2025 09:15")
    assert "chưa thay đổi gì" in (talk.say("Lan", "7 chưa làm") or "") and not talk.entries(duties[7])


def test_a_section_is_all_of_it_that_is_asked_and_nothing_beside_it(ward: Ward, talk: Talk, duties: Duties) -> None:
    of_b = {
        n: ward.give(n, f"Việc thứ {n}", "VHXH", to="Lan", section="B.II", due=date(2025, 12, 31)) for n in (44, 45)
    }
    talk.shows("Lan", duties[2], duties[7], of_b[44])
    answer = talk.say("Lan", "B.II như kỳ trước") or ""
    assert "44 – như kỳ trước" in answer and "45 – như kỳ trước" in answer
    assert [len(talk.entries(duties[n])) for n in (2, 7, 8, 17, 18)] == [0] * 5
    talk.say("Lan", "B.I và B.II như kỳ trước")
    talk.say("Lan", "A.I không phát sinh")
    assert [len(talk.entries(duties[n])) for n in (2, 7, 8, 17, 18)] == [1] * 5


def test_a_section_before_it_is_asked_about_is_answered_as_one(talk: Talk, duties: Duties) -> None:
    talk.now = at("06/10/2025 09:15")
    assert "chưa ghi mục B.II" in (talk.say("Lan", "B.II như kỳ trước") or "") and not talk.entries(duties[7])


@pytest.mark.parametrize(
    "text",
    ["tháng này em không phát sinh gì", "kỳ này phần em không có gì phát sinh", "em cũng không phát sinh việc gì"],
)
def test_nothing_arose_in_the_month_is_of_all_that_is_asked(talk: Talk, duties: Duties, text: str) -> None:
    talk.shows("Lan", duties[2], duties[7])
    talk.say("Lan", text)
    assert [len(talk.entries(duties[n])) for n in (2, 7, 8, 17, 18)] == [1] * 5
