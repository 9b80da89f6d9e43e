"""Tomorrow's morning, seen today: the same words, and to how many."""

from datetime import timedelta

import pytest

from jobs.preview import preview
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import at, build_ward

Duties = dict[int, int]


@ON_BOTH
def test_it_shows_the_sender_s_own_message_and_changes_nothing(talk: Talk, duties: Duties) -> None:
    talk.now = at("13/10/2025 15:00")
    day = (talk.now + timedelta(days=1)).date()
    hers = [m.text for m in preview(talk.ward.engine, day, day, talk.now).messages if m.to.id == talk.ward.staff["Lan"]]
    answer = talk.say("Lan", "xem trước sáng mai")
    assert answer and answer.startswith("Sáng thứ Ba 14/10/2025, nếu đến lúc đó không có gì thay đổi:\nTin gửi chị:")
    assert len(answer.split("\n")) <= 10 and "người khác" not in answer
    shown = [line for line in answer.split("\n")[2:] if "dòng nữa" not in line]
    assert shown and shown == [line for line in hers[0].split("\n") if line][: len(shown)]
    assert talk.events() == []


def test_heads_and_the_keeper_read_how_many_are_reminded(talk: Talk, duties: Duties) -> None:
    talk.now = at("13/10/2025 15:00")
    for name in ("Quân", "Hà", "Ánh"):
        answer = talk.say(name, "mai nhắc bao nhiêu người")
        assert answer and "người khác:" in answer and "chị Lan" in answer
        assert len(answer.split("\n")) <= 10
    head = talk.say("Dũng", "sáng mai nhắc những ai")
    assert head and "chị Lan" not in head and ("người khác:" in head or "không nhắc ai khác trong đơn vị" in head)


def test_before_days_off_the_next_working_morning_is_meant(talk: Talk, duties: Duties) -> None:
    talk.now = at("17/10/2025 15:00")  # a Friday
    answer = talk.say("Phúc", "xem truoc sang mai")
    assert answer and answer.startswith("Sáng thứ Hai 20/10/2025") and "không có tin nào gửi anh" in answer


@pytest.mark.parametrize("others", [0, 1])
def test_another_agency_s_rows_are_not_looked_at(talk: Talk, duties: Duties, others: int) -> None:
    if others:
        other = build_ward(talk.ward.engine, "UBND phường Khác")
        other.link("Lan")
        assert "không có tin nào" in (Talk(other, talk.now).say("Lan", "xem trước sáng mai") or "")
    assert "Tin gửi chị" in (talk.say("Lan", "xem trước sáng mai") or "")
