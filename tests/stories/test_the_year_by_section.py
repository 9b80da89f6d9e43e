"""A year's end sorted by section, and all but some: "mục A.II duy trì, còn lại chuyển năm sau: chờ vốn"."""

from datetime import date

import pytest

from storage.database import transaction
from storage.kinds import DutyState, Role
from storage.models.organisation import Membership
from tests.bot.talk import Talk
from tests.bot.understanding.reading import bare
from tests.people import Ward, at
from tests.stories.test_the_year_ends import begins, duties, said_of

__all__ = ("duties",)
FIRST, SECOND = (7, 8, 9), (15, 17, 18)
SAID = [
    (
        "mục A.II duy trì, còn lại chuyển năm sau: chờ vốn",
        dict.fromkeys(FIRST, "carry") | dict.fromkeys(SECOND, "keep"),
    ),
    ("mục A.II duy trì, còn lại chuyển năm sau", dict.fromkeys(SECOND, "keep")),  # the reason is asked for
    ("A.II duy trì", dict.fromkeys(SECOND, "keep")),
    ("mục A.II trừ 17 duy trì", dict.fromkeys((15, 18), "keep")),
    (
        "các việc mục A.I xong trước 20/12, còn lại duy trì",
        dict.fromkeys(FIRST, "early") | dict.fromkeys(SECOND, "keep"),
    ),
    ("tất cả duy trì trừ 7", dict.fromkeys((8, 9, *SECOND), "keep")),
    ("duy trì tất cả trừ 7, 8", dict.fromkeys((9, *SECOND), "keep")),
    ("trừ 7 ra tất cả duy trì", dict.fromkeys((8, 9, *SECOND), "keep")),
    ("còn lại duy trì trừ mục A.I", dict.fromkeys(SECOND, "keep")),
    ("toàn bộ duy trì", dict.fromkeys((*FIRST, *SECOND), "keep")),
    (
        "tất cả các việc duy trì, riêng 7 chuyển năm sau: chờ vốn",
        {7: "carry"} | dict.fromkeys((8, 9, *SECOND), "keep"),
    ),
    ("mục A.I chuyển năm sau, còn lại duy trì", dict.fromkeys(SECOND, "keep")),  # and none of A.I, of which it asks why
    ("việc của phòng KT duy trì, còn lại chuyển năm sau: chờ vốn", {}),  # what is left over is not known
]


@pytest.mark.parametrize(("text", "sorted_as"), SAID, ids=[text for text, _ in SAID])
def test_sections_and_all_but_some(ward: Ward, duties: dict[int, int], text: str, sorted_as: dict[int, str]) -> None:
    talk = Talk(ward, at("03/12/2025 08:00"))
    begins(ward)
    talk.say("Lan", text)
    assert {number: choice for number, (choice, _) in said_of(ward).items()} == sorted_as
    talk.say("Lan", "hoàn tác")
    assert said_of(ward) == {}
    talk.say("Lan", bare(text))
    assert {number: choice for number, (choice, _) in said_of(ward).items()} == sorted_as


def test_what_was_said_of_a_line_before_stands_when_all_is_said(ward: Ward, duties: dict[int, int]) -> None:
    talk = Talk(ward, at("03/12/2025 08:00"))
    begins(ward)
    talk.say("Lan", "7 xong trước 14/12")
    talk.say("Lan", "tất cả duy trì")
    assert said_of(ward)[7] == ("early", "14/12") and said_of(ward)[8] == ("keep", None)


def test_who_heads_two_units_closes_both_or_one(ward: Ward, duties: dict[int, int]) -> None:
    with transaction(ward.engine) as session:
        session.add(
            Membership(
                agency_id=ward.agency_id, staff_id=ward.staff["Tâm"], unit_id=ward.units["TTPVHCC"],
                role=Role.UNIT_HEAD, from_on=date(2025, 1, 1),
            )
        )  # fmt: skip
    talk = Talk(ward, at("03/12/2025 08:00"))
    begins(ward)
    talk.say("Lan", "18 duy trì")
    talk.say("Hoa", "30 duy trì")
    shown = talk.say("Tâm", "chốt năm") or ""
    assert "VHXH, KH CCHC 2025" in shown and "TTPVHCC, KH CCHC 2025" in shown
    talk.say("Tâm", "chốt năm TTPVHCC xác nhận")
    assert (talk.state(duties[18]), talk.state(duties[30])) == (DutyState.OPEN, DutyState.ACCEPTED)
    talk.say("Tâm", "chốt năm xác nhận")
    assert talk.state(duties[18]) is DutyState.ACCEPTED
