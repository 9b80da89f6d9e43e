"""What was said of a line by a slip at the year's end is replaced, and that can be undone."""

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.people import Ward, at
from tests.stories.test_the_year_ends import begins, duties, said_of

__all__ = ("duties",)


@pytest.mark.parametrize(
    ("told", "slip", "stands"),
    [
        ("8 duy trì", "nhầm, 8 không thực hiện vì hết vốn", {8: ("drop", "hết vốn")}),
        ("8 duy trì", "à nhầm rồi: 8 chuyển năm sau vì chờ vốn", {8: ("carry", "chờ vốn")}),
        ("8 duy tri", "a khong, 8 khong thuc hien vi het von", {8: ("drop", "het von")}),
        ("8, 9 duy trì", "em nhầm ạ, việc 8 không thực hiện vì hết vốn", {8: ("drop", "hết vốn"), 9: ("keep", None)}),
        ("8 duy trì", "lộn, 9 duy trì", {9: ("keep", None)}),
        ("8 duy trì", "nhầm, 8 không thực hiện", {}),
        ("8 duy trì", "nhầm 8 duy trì", {8: ("keep", None)}),
    ],
)
def test_an_ending_that_was_a_slip_is_replaced(
    ward: Ward, duties: dict[int, int], told: str, slip: str, stands: dict[int, tuple[str, str | None]]
) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    talk.say("Lan", told)
    talk.say("Lan", slip)
    assert said_of(ward) == stands and talk.state(duties[8]) is DutyState.OPEN


def test_the_rest_said_anew_takes_the_place_of_the_rest(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    talk.say("Lan", "còn lại duy trì")
    talk.say("Lan", "nhầm, còn lại chuyển năm sau: chờ vốn")
    assert set(said_of(ward).values()) == {("carry", "chờ vốn")} and len(said_of(ward)) == 6


def test_the_ending_that_replaced_a_slip_can_be_undone(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    talk.say("Lan", "8 duy trì")
    answer = talk.say("Lan", "nhầm, 8 không thực hiện vì hết vốn") or ""
    assert answer.index("đã bỏ") < answer.index("đã ghi")
    talk.say("Lan", "hoàn tác")
    assert said_of(ward) == {}, "the slip does not come back"
    talk.say("Lan", "8 không thực hiện vì hết vốn")
    talk.say("Tâm", "chốt năm xác nhận")
    assert talk.state(duties[8]) is DutyState.NOT_DONE


def test_a_slip_without_a_comma_may_name_what_was_wrong_and_is_asked_about(ward: Ward, duties: dict[int, int]) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    talk.say("Lan", "8 duy trì")
    answer = talk.say("Lan", "nhầm 8 không thực hiện vì hết vốn") or ""
    assert "khi chốt năm: “8 không thực hiện vì hết vốn”, phải không ạ" in answer and said_of(ward) == {
        8: ("keep", None)
    }
    talk.say("Lan", "đúng")
    assert said_of(ward) == {8: ("drop", "hết vốn")}


@pytest.mark.parametrize(
    ("text", "stands", "then"),
    [
        ("7 duy trì, nhầm 8", {}, {8: ("keep", None)}),
        ("7 duy tri, nham 8", {}, {8: ("keep", None)}),
        ("7, 8 xong trước 20/12, à nhầm 22/12", {}, {7: ("early", "22/12"), 8: ("early", "22/12")}),
        ("7 duy trì, à không, chuyển năm sau: chờ vốn", {}, {7: ("carry", "chờ vốn")}),
        (
            "15 chuyển năm sau: chờ vốn; 7 duy trì, nhầm 8",
            {15: ("carry", "chờ vốn")},
            {15: ("carry", "chờ vốn"), 8: ("keep", None)},
        ),
        ("7 duy trì, nhầm 8; còn lại xong trước 31/12", {}, {8: ("keep", None)}),
    ],
)
def test_a_slip_in_one_breath_is_asked_about_as_an_ending(
    ward: Ward, duties: dict[int, int], text: str, stands: object, then: object
) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    assert "khi chốt năm: “" in (talk.say("Lan", text) or "") and said_of(ward) == stands
    talk.say("Lan", "đúng")
    assert said_of(ward) == then and not talk.entries(duties[7])


@pytest.mark.parametrize(
    "text", ["7 không thực hiện vì nhầm số", "7 không thực hiện: hồ sơ không phải của phường", "7 duy trì, 8 duy trì"]
)
def test_what_tells_of_a_slip_owns_to_none(ward: Ward, duties: dict[int, int], text: str) -> None:
    begins(ward)
    talk = Talk(ward, at("15/12/2025 09:00"))
    talk.say("Lan", text)
    assert 7 in said_of(ward)
