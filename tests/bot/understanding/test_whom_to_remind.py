"""Reminding others: everybody named is an act, a day of theirs is kept, and what should wait is asked about."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, read, says, split, told

KT = {"unit_full": "Phòng Kinh tế, Hạ tầng và Đô thị"}
VHXH = {"unit_full": "Phòng Văn hóa – Xã hội"}
VP = {"unit_full": "Văn phòng"}


def remind(*numbers: int, **slots: str) -> Told:
    return says("remind_unit", *numbers, **slots)


SEVERAL = [
    ("nhắc P.KT và P.VHXH việc 22", [remind(22, unit="P.KT", **KT), remind(22, unit="P.VHXH", **VHXH)]),
    ("đôn đốc VHXH, KT nộp báo cáo", [remind(unit="VHXH", **VHXH), remind(unit="KT", **KT)]),
    (
        "nhắc giúp anh VP, VHXH và KT việc 9",
        [remind(9, unit="VP", **VP), remind(9, unit="VHXH", **VHXH), remind(9, unit="KT", **KT)],
    ),
    ("nhắc anh Nam với chị Hoa việc 5", [remind(5, person="anh Nam"), remind(5, person="chị Hoa")]),
    ("nhắc P.KT với anh Nam việc 3", [remind(3, unit="P.KT", **KT), remind(3, person="anh Nam")]),
]
ONE = [
    ("nhắc phòng Kinh tế, Hạ tầng và Đô thị việc 7", [remind(7, unit="phòng Kinh tế, Hạ tầng và Đô thị", **KT)]),
    ("đôn đốc VHXH với em", [remind(unit="VHXH", **VHXH)]),
    ("nhắc P.KT việc 3 và 5", [remind(3, 5, unit="P.KT", **KT)]),
    ("hối P.VHXH việc 8 giùm anh", [remind(8, unit="P.VHXH", **VHXH)]),
    ("nhắc anh Nam mai nộp việc 40", [remind(40, person="anh Nam", date="2025-11-21")]),
    ("nhắc VHXH hoàn thành việc 9 trước 28/11", [remind(9, unit="VHXH", **VHXH, date="2025-11-28")]),
]


@pytest.mark.parametrize(("text", "acts"), [*SEVERAL, *ONE])
def test_nobody_named_is_dropped(text: str, acts: list[Told]) -> None:
    understood = read(text, "office_head")
    assert told(understood) == acts
    assert understood.sure
    if "hối" not in text:  # without its accent it asks
        assert told(read(bare(text), "office_head")) == bare_told(acts)


@pytest.mark.parametrize(
    "text",
    split("""mai nhắc phòng VHXH nhé | tuần sau nhắc các phòng nộp báo cáo | chiều nhắc P.KT giúp anh | thứ 6 em nhắc anh Nam việc 5
    2 tiếng nữa nhắc VHXH việc 8 | 15h nhắc phòng Kinh tế giúp anh"""),
)
def test_a_reminder_for_later_is_asked_about(text: str) -> None:
    """Others are reminded at once or not at all."""
    understood = read(text, "office_head")
    assert not understood.sure
    assert {act.intent for act in understood.readings} == {"remind_unit"}


@pytest.mark.parametrize(
    "text",
    split(
        "mai họp giao ban, nhắc các phòng nộp báo cáo | hôm nay nhắc phòng VHXH nhé | việc 5 mai hết hạn, nhắc anh Nam"
    ),
)
def test_a_day_that_is_not_the_reminders_own_asks_nothing(text: str) -> None:
    assert read(text, "office_head").sure


@pytest.mark.parametrize("text", split("phòng chống hối lộ | em hối hận quá | tỷ giá hối đoái hôm nay"))
def test_other_words_remind_nobody(text: str) -> None:
    assert all(act.intent != "remind_unit" for act in read(text, "office_head").acts)
