"""An absence set right by its next words: who stands in, its days; and its end by "anh về rồi"."""

import pytest

from storage.kinds import EventKind
from tests.bot.talk import Talk
from tests.bot.understanding.reading import split
from tests.people import at

Duties = dict[int, int]
SAID = "tôi nghỉ 20/10 đến 21/10, anh Quân thay"


def last_told(talk: Talk, text: str) -> str:
    assert "anh Quân thay" in (talk.say("Tâm", SAID) or "")
    return talk.say("Tâm", text) or ""


@pytest.mark.parametrize(
    "text",
    split("à không, Lan thay | à Lan thay mới đúng | à đổi Lan thay | à Lan thay chứ | nhầm, chị Lan | à Lan chứ"),
)
def test_another_stands_in(talk: Talk, duties: Duties, text: str) -> None:
    told = last_told(talk, text)
    assert "nghỉ từ thứ Hai 20/10 đến hết thứ Ba 21/10, chị Lan thay" in told


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("à 3 ngày lận", "Tư 22/10"),
        ("à anh nghỉ tới 24/10 lận", "Sáu 24/10"),
        ("nhầm, tới 24/10", "Sáu 24/10"),
        ("à đến thứ 6 lận", "Sáu 17/10"),
    ],
)
def test_other_days(talk: Talk, duties: Duties, text: str, last: str) -> None:
    told = last_told(talk, text)
    assert ("đến hết thứ " + last in told) == (last != "Sáu 17/10"), told


def test_shorter_than_it_was(talk: Talk, duties: Duties) -> None:
    assert "nghỉ thứ Hai 20/10, anh Quân thay" in last_told(talk, "à 1 ngày thôi")


@pytest.mark.parametrize(
    "text", split("Lan | 21/10 | mai họp lúc 8h | Lan làm gì | việc 17 | chị Lan giữ mấy việc | ok em")
)
def test_what_changes_nothing_of_it(talk: Talk, duties: Duties, text: str) -> None:
    last_told(talk, text)
    assert sum(event.kind is EventKind.AWAY_SET for event in talk.events()) == 1


def test_home_again(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", SAID)
    talk.say("Tâm", "anh về rồi")
    assert sum(event.kind is EventKind.AWAY_SET for event in talk.events()) == 1
    talk.now = at("20/10/2025 13:15")
    assert "đi làm lại từ hôm nay" in (talk.say("Tâm", "anh về rồi") or "")
