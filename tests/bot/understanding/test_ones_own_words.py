"""Words that look like an order about somebody else's record and are one's own."""

import pytest

from tests.bot.understanding.reading import progress, read, told


@pytest.mark.parametrize(
    "text",
    ["cập nhật giúp chị: 17 đã họp", "ghi giúp em: 17 đã họp", "ghi hộ anh nhé: 17 đã họp", "báo giúp tôi: 17 đã họp"],
)
def test_who_has_it_recorded_for_himself_is_nobody_else(text: str) -> None:
    for role in ("staff", "office_head"):
        understood = read(text, role)
        assert understood.sure and told(understood) == [progress(17, text="đã họp")]


@pytest.mark.parametrize(
    "text",
    ["ghi 18 đủ 4 lãnh đạo phòng, 17 khoan ghi", "ghi 18 đủ 4 lãnh đạo phòng", "ghi giúp chị 18 đủ 4 lãnh đạo phòng"],
)
def test_what_is_to_be_written_of_a_task_is_its_result(text: str) -> None:
    understood = read(text)
    assert understood.sure and told(understood)[0] == progress(18, text="đủ 4 lãnh đạo phòng")


def test_a_name_behind_the_address_is_somebody_else() -> None:
    (act,) = read("ghi giúp chị Lan: 17 đã họp", "office_head").acts
    assert act.slots.person == "chị Lan"


@pytest.mark.parametrize(
    "text", ["bổ sung phụ lục rồi, xong 53", "bo sung phu luc roi, xong 53", "bổ sung 53 phụ lục rồi xong"]
)
def test_what_was_added_takes_nothing_back(text: str) -> None:
    understood = read(text)
    assert all(act.intent != "undo_done" for act in (*understood.acts, *understood.readings))
