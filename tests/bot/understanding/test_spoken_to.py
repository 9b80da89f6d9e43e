"""Numbers in front of a form of address: somebody is spoken to, named or speaks of himself; only photos are counted."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

SPOKEN_TO = [
    ("xong 7 anh", [done(7)]),
    ("xong 7, 8 anh nhé", [done(7, 8)]),
    ("2 anh Tâm ký rồi, đợi văn thư đóng dấu", [progress(2, text="anh Tâm ký rồi, đợi văn thư đóng dấu")]),
    ("đã nhận 7 anh ạ", [says("greeting_thanks", 7)]),
]
TO_HEADS = [
    ("duyệt 2 anh ơi", [says("approve", 2)]),
    ("trả 2 anh ơi", [says("reject", 2)]),
    ("trả 2 thiếu số chị ơi", [says("reject", 2, reason="thiếu số")]),
    ("41 anh tự làm", [says("assign", 41, person="tôi")]),
    (
        "39 cho Lan, 40 cho Quân, 41 anh tự làm",
        [says("assign", 39, person="Lan"), says("assign", 40, person="Quân"), says("assign", 41, person="tôi")],
    ),
    (
        "giao 39 cho Lan, 40 cho Quân, 41 chị tự theo dõi nhé",
        [says("assign", 39, person="Lan"), says("assign", 40, person="Quân"), says("assign", 41, person="tôi")],
    ),
]
#: The accents say that they are photos, or what stands beside the number does.
PHOTOS = ["8 12 tin, 5 ảnh", "8 đăng 12 tin, 5 ảnh, 1 video", "8 chụp 5 ảnh", "8 gửi 5 ảnh hiện trường"]


def same(acts: list[Told]) -> list[Told]:
    return [(intent, {**slots, "person": "tôi"} if slots.get("person") == "toi" else slots) for intent, slots in acts]


@pytest.mark.parametrize(
    ("text", "acts", "role"), [(*each, "staff") for each in SPOKEN_TO] + [(*each, "unit_head") for each in TO_HEADS]
)
def test_a_number_before_a_form_of_address_is_a_task(text: str, acts: list[Told], role: str) -> None:
    for typed, expected in ((text, acts), (bare(text), same(bare_told(acts)))):
        assert told(read(typed, role)) == expected


@pytest.mark.parametrize("text", PHOTOS)
def test_so_many_photos_are_no_task(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [progress(8, text=typed.removeprefix("8 "))]
