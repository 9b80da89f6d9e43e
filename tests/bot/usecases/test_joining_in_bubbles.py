"""Name and unit of a stranger in two messages, behind a greeting, and while his unit is being split."""

from datetime import timedelta

import pytest

from storage.models.organisation import Unit
from tests.bot.talk import Talk

pytestmark = pytest.mark.own_line
Duties = dict[int, int]


@pytest.mark.parametrize(
    "bubbles",
    [
        ["Đặng Quang Vinh", "phòng Kinh tế"],
        ["phòng Kinh tế", "Đặng Quang Vinh"],
        ["xin chào", "em là Đặng Quang Vinh", "phòng kinh tế ạ"],
        ["em chào anh chị, em là Vinh, phòng kinh tế ạ", "Đặng Quang Vinh ạ"],
        ["Em chào cả nhà ạ, em là Đặng Quang Vinh, phòng kinh tế ạ"],
        ["Dang Quang Vinh", "em o phong kinh te"],
    ],
)
def test_the_head_is_asked_once(talk: Talk, duties: Duties, bubbles: list[str]) -> None:
    chat = talk.stranger("vinh-chat")
    for bubble in bubbles:
        talk.now += timedelta(minutes=1)
        talk.say_in(chat, bubble)
    assert len(talk.told("Thu")) == 1 and "anh Đặng Quang Vinh (KT-HT-ĐT)" in talk.told("Thu")[0]


@pytest.mark.parametrize(
    ("bubbles", "minutes"),
    [
        (["Đặng Quang Vinh", "phòng Kinh tế"], 20),  # too long ago
        (["Đặng Quang Vinh", "phòng Văn hóa"], 1),  # not his unit
        (["Vinh", "phòng Kinh tế"], 1),  # no full name
        (["Đặng Quang Vinh", "em cảm ơn"], 1),
    ],
)
def test_nobody_is_asked(talk: Talk, duties: Duties, bubbles: list[str], minutes: int) -> None:
    chat = talk.stranger("vinh-chat")
    for bubble in bubbles:
        talk.now += timedelta(minutes=minutes)
        talk.say_in(chat, bubble)
    assert not any(talk.told(name) for name in ("Thu", "Tâm", "Quân", "Hà"))


def test_a_part_of_the_unit_he_is_in_fits_until_it_is_said_who_goes_where(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        whole = talk.ward.units["KT-HT-ĐT"]
        session.add(Unit(agency_id=talk.ward.agency_id, name="Phòng Hạ tầng", short_name="HT", split_from_id=whole))
        session.commit()
    talk.say_in(talk.stranger("vinh-chat"), "Đặng Quang Vinh phòng Hạ tầng")
    assert "anh Đặng Quang Vinh" in talk.told("Thu")[0]
