"""Which collective names say everybody, and which the office has to define."""

import pytest

from jobs.rules.parties import is_everybody, resolve_party
from storage.kinds import PartyIs

EVERYBODY = (
    "Tất cả các phòng, đơn vị trực thuộc",
    "Tất cả các phòng",
    "Các cơ quan, đơn vị",
    "Các phòng, đơn vị trực thuộc Ban Quản lý",
    "các phòng, ban và đơn vị liên quan",
    "Các cơ quan có liên quan",
    "Mọi đơn vị",
)
SOME = (
    "Các phòng, ban chuyên môn",
    "Các phòng",
    "Các đơn vị sự nghiệp",
    "Các phòng thuộc khối kinh tế",
    "Các cơ quan chuyên môn",
)


@pytest.mark.parametrize("text", EVERYBODY)
def test_names_that_leave_nobody_out(text: str) -> None:
    assert is_everybody(text)


@pytest.mark.parametrize("text", SOME)
def test_names_that_somebody_has_to_explain(text: str) -> None:
    assert resolve_party(text, {}).kind is PartyIs.GROUP
    assert not is_everybody(text)


@pytest.mark.parametrize("text", ["Văn phòng", "Sở Nội vụ", "Phòng Kinh tế"])
def test_one_unit_is_no_group(text: str) -> None:
    assert not is_everybody(text)
