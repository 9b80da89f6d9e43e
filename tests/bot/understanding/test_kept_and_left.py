"""What a head keeps for himself, leaves where it is, or moves from one to the other."""

import pytest

from tests.bot.understanding.reading import Told, intents, read, says, split, told


def assign(*numbers: int, **slots: str) -> Told:
    return says("assign", *numbers, **slots)


MOVED = [
    ("đổi 47 48 từ Phúc sang Hoa", assign(47, 48, person="Hoa", from_person="Phúc")),
    ("đổi 48 từ Phúc qua Hoa", assign(48, person="Hoa", from_person="Phúc")),
    ("chuyển 47, 48 từ Phúc sang Hoa", assign(47, 48, person="Hoa", from_person="Phúc")),
    ("45 đổi qua Hoa", assign(45, person="Hoa")),
    ("45 đổi sang Hoa nhé", assign(45, person="Hoa")),
    ("9 vẫn của Lan", assign(9, person="Lan")),
    ("việc 47 để Phúc làm như cũ", assign(47, person="Phúc")),
    ("việc của Lan chuyển hết cho chị", assign(person="chị", from_person="Lan", mode="all")),
    ("việc của Mai giao hết cho chị nhé", assign(person="chị", from_person="Mai", mode="all")),
]
ASKED = [
    ("58 để anh", assign(58, person="tôi")),
    ("33 vẫn để chị", assign(33, person="tôi")),
    ("58 anh làm", assign(58, person="tôi")),
    ("thôi 47 để Phúc làm như cũ", assign(47, person="Phúc")),
    ("Lan nghỉ việc rồi, việc của Lan giao Hoa", assign(person="Hoa", from_person="Lan", mode="all")),
]


@pytest.mark.parametrize(("text", "act"), MOVED)
def test_who_has_it_then(text: str, act: Told) -> None:
    understood = read(text, "unit_head")
    assert understood.sure and told(understood) == [act]


@pytest.mark.parametrize(("text", "act"), ASKED)
def test_what_is_most_likely_meant_is_asked(text: str, act: Told) -> None:
    understood = read(text, "unit_head")
    assert not understood.sure
    assert [(reading.intent.value, reading.slots.as_json()) for reading in understood.readings] == [act]


@pytest.mark.parametrize(
    "text",
    split("""45 đổi qua tháng 12 | đổi 48 từ 20/11 sang 30/11 | 58 để anh xem | 58 chờ anh | 58 anh làm xong rồi
    9 vẫn của phòng khác | 47 như cũ | 47 làm như cũ | đổi 48 sang 30/11 | Lan nghỉ việc rồi, việc của Lan giao ai"""),
)
def test_other_words_hand_nothing_over(text: str) -> None:
    assert "assign" not in intents(text, "unit_head")
