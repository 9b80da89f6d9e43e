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
    split(
        "à không, Lan thay | à Lan thay mới đúng | à đổi Lan thay | à Lan thay chứ | nhầm, chị Lan | à Lan chứ | à không, thay là Lan nhé | thay lại là chị Lan | à Quân bận, để Lan | người thay đổi thành chị Lan | đổi người thay qua Lan | Quân ốm rồi, để Lan thay"
    ),
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
        ("nghỉ thêm 2 ngày nữa", "Năm 23/10"),
        ("về trễ 1 ngày nhé", "Tư 22/10"),
    ],
)
def test_other_days(talk: Talk, duties: Duties, text: str, last: str) -> None:
    told = last_told(talk, text)
    assert ("đến hết thứ " + last in told) == (last != "Sáu 17/10"), told


def test_shorter_than_it_was(talk: Talk, duties: Duties) -> None:
    assert "nghỉ thứ Hai 20/10, anh Quân thay" in last_told(talk, "à 1 ngày thôi")
    assert "nghỉ thứ Ba 21/10, anh Quân thay" in last_told(talk, "à anh nghỉ có ngày 21 thôi")
    assert "nghỉ thứ Hai 20/10, anh Quân thay" in last_told(talk, "về sớm 1 ngày nhé")
    assert "nghỉ thứ Ba 21/10, anh Quân thay" in last_told(talk, "chỉ nghỉ 21/10 thôi")


@pytest.mark.parametrize(
    "text", split("ko phải Quân, Lan nghỉ, Quân thay | à ngược lại, Lan nghỉ, Quân thay | nhầm, Lan nghỉ còn Quân thay")
)
def test_the_other_way_round(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Tâm", "Quân nghỉ 20/10 đến 21/10, Lan thay")
    told = talk.say("Tâm", text) or ""
    assert (
        "bỏ đợt nghỉ của anh Quân" in told
        and "chị Lan nghỉ từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay" in told
    )


def test_an_absence_of_ones_own_changes_no_colleagues(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", "Lan nghỉ 20/10, Quân thay")
    for text in ("anh chỉ nghỉ mai thôi", "mai anh nghỉ thôi"):
        assert "đã ghi" not in (talk.say("Tâm", text) or "")


CALLED_OFF = split("""
hủy nhé, lớp hoãn | hoãn rồi, không đi nữa | không đi tỉnh nữa | không đi Hà Nội nữa em | 20/10 anh không đi họp nữa | lớp tập huấn bị hoãn rồi | thôi không đi nữa
hoãn lại rồi em | cuộc họp hoãn rồi, không phải đi nữa | không đi nữa vì lớp hoãn
hết bận rồi, không nghỉ nữa đâu | lịch đổi rồi, em không đi nữa | à mà 20/10 vẫn đi làm bình thường em nhé
""")


@pytest.mark.parametrize("text", CALLED_OFF)
def test_it_is_called_off(talk: Talk, duties: Duties, text: str) -> None:
    assert "đã bỏ đợt nghỉ của anh" in last_told(talk, text)


def test_called_off_later_in_the_day_and_of_a_colleague(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", SAID)
    talk.now = at("14/10/2025 13:15")
    assert "Bỏ đợt nghỉ của anh, phải không ạ" in (talk.say("Tâm", "hoãn rồi, không đi nữa") or "")
    assert "đã bỏ đợt nghỉ của anh" in (talk.say("Tâm", "đúng") or "")
    talk.say("Tâm", "Lan nghỉ 20/10, Quân thay")
    assert "đã bỏ đợt nghỉ của chị Lan" in (talk.say("Tâm", "hoãn rồi, không nghỉ nữa") or "")


@pytest.mark.parametrize(
    "text",
    split(
        "mai anh không đi họp nữa | không làm nữa | hoãn họp giao ban | không đi họp | hoãn việc 17 | lớp tập huấn hoãn chưa em"
    ),
)
def test_what_calls_nothing_off(talk: Talk, duties: Duties, text: str) -> None:
    assert "đã bỏ đợt nghỉ" not in last_told(talk, text)


@pytest.mark.parametrize("text", CALLED_OFF)
def test_without_an_absence_nothing_is_called_off(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Tâm", text)
    assert talk.events() == []


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


def test_an_end_taken_back_says_that_he_is_away_again(talk: Talk, duties: Duties) -> None:
    talk.say("Tâm", SAID)
    assert "đã bỏ điều vừa ghi về ngày nghỉ" in (talk.say("Tâm", "hoàn tác") or "")
    talk.say("Tâm", SAID)
    talk.say("Tâm", "hết nghỉ")
    assert "nghỉ từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay" in (talk.say("Tâm", "hoàn tác") or "")


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("tôi nghỉ 20/10 đến 21/10, chị Lan thay", "từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay"),
        ("toi nghi 20/10 den 21/10, Lan thay nhe", "từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay"),
        ("tôi nghỉ 21/10 đến 23/10, anh Quân thay", "từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay"),
        ("à Lan thay chứ", "từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay"),
        (SAID, None),
        ("tôi nghỉ 22/10 đến 23/10, chị Lan thay", None),
    ],
)
def test_what_a_second_absence_replaces_is_said(talk: Talk, duties: Duties, text: str, old: str | None) -> None:
    told = last_told(talk, text)
    assert ("Lịch này thay lịch đã ghi trước: " in told) == (old is not None), told
    assert old is None or (f"trước: {old}. " in told and told.endswith('Nếu nhầm, anh nhắn "hoàn tác".'))
    if old:
        assert "nghỉ từ thứ Hai 20/10 đến hết thứ Ba 21/10, anh Quân thay" in (talk.say("Tâm", "hoàn tác") or "")
