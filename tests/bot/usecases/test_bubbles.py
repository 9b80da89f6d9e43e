"""One thought in several messages, words on the task shown last, results put right, and what "xong" brings along."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState, EventKind
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]
SECONDS = timedelta(seconds=20)


def texts(talk: Talk, duty_id: int) -> list[tuple[str, int | None, str]]:
    return [(entry.text, entry.percent, entry.obstacle) for entry in talk.entries(duty_id)]


def later(talk: Talk, by: timedelta = SECONDS) -> None:
    talk.now += by


@ON_BOTH
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("vướng chờ Sở", ("", None, "chờ Sở")),
        ("60%", ("60%", 60, "")),
        ("đang lấy ý kiến", ("đang lấy ý kiến", None, "")),
        ("cái này mai xong", ("cái này mai xong", None, "")),
    ],
)
def test_after_a_card_words_of_work_are_about_it(
    talk: Talk, duties: Duties, text: str, kept: tuple[str, int | None, str]
) -> None:
    talk.say("Lan", "việc 17")
    later(talk)
    answer = talk.say("Lan", text)
    assert answer and "việc 17" in answer
    assert texts(talk, duties[17]) == [kept]


def test_a_task_that_the_shown_one_is_like_takes_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 2")
    later(talk)
    answer = talk.say("Lan", "như việc 17 thôi, chờ Sở")
    assert answer and "việc 2" in answer
    assert texts(talk, duties[2]) == [("như việc 17 thôi, chờ Sở", None, "")] and texts(talk, duties[17]) == []


def test_hours_after_a_digest_line_it_is_asked_first(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[17])
    later(talk, timedelta(hours=2))
    answer = talk.say("Lan", "đang lấy ý kiến các phòng")
    assert answer and "Việc 17" in answer and "phải không ạ" in answer and "A." not in answer
    assert texts(talk, duties[17]) == []
    answer = talk.say("Lan", "dạ đúng")
    assert answer and "việc 17" in answer
    assert [text for text, _percent, _obstacle in texts(talk, duties[17])] == ["đang lấy ý kiến các phòng"]


def test_of_several_shown_the_number_is_asked_for(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[2], duties[17])
    answer = talk.say("Lan", "60%")
    assert answer and "2" in answer and "17" in answer
    later(talk)
    talk.say("Lan", "17")
    assert texts(talk, duties[17]) == [("60%", 60, "")]
    assert texts(talk, duties[2]) == []


@pytest.mark.parametrize(
    "text", ["đang họp", "em đang đi đường", "trời mưa quá", "mệt ghê", "đang ăn cơm", "công việc đang trôi chảy"]
)
def test_other_talk_after_a_card_is_no_result(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "việc 17")
    later(talk)
    talk.say("Lan", text)
    assert texts(talk, duties[17]) == []


def test_a_number_and_then_what_is_told_of_it(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17")
    later(talk)
    talk.say("Lan", "60%")
    assert texts(talk, duties[17]) == [("60%", 60, "")]


@ON_BOTH
def test_what_is_told_and_then_its_number(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "đang chờ Sở Nội vụ")
    assert talk.events() == []
    later(talk)
    answer = talk.say("Lan", "việc 17 ạ")
    assert answer and "việc 17" in answer
    assert texts(talk, duties[17]) == [("đang chờ Sở Nội vụ", None, "")]


def test_a_number_long_after_only_shows_its_task(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "đang chờ Sở Nội vụ")
    later(talk, timedelta(minutes=15))
    answer = talk.say("Lan", "việc 17")
    assert answer and "Quyết định chức năng" in answer
    assert talk.events() == []


@ON_BOTH
@pytest.mark.parametrize("first", ["17 đang chờ Sở Nội vụ", "việc 17 đang chờ Sở Nội vụ"])
def test_a_sentence_over_two_bubbles_is_kept_once(talk: Talk, duties: Duties, first: str) -> None:
    talk.say("Lan", first)
    later(talk)
    answer = talk.say("Lan", "trả lời văn bản")
    assert answer and "việc 17" in answer and "đang chờ Sở Nội vụ trả lời văn bản" in answer
    assert texts(talk, duties[17]) == [("đang chờ Sở Nội vụ trả lời văn bản", None, "")]


def test_taking_the_second_bubble_back_leaves_the_first(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 đang chờ Sở Nội vụ")
    later(talk)
    talk.say("Lan", "trả lời văn bản")
    later(talk)
    talk.say("Lan", "hoàn tác")
    assert texts(talk, duties[17]) == [("đang chờ Sở Nội vụ", None, "")]


def test_a_minute_later_it_is_no_part_of_the_sentence(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 đang chờ Sở Nội vụ")
    later(talk, timedelta(minutes=3))
    talk.say("Lan", "trả lời văn bản")
    assert texts(talk, duties[17]) == [("đang chờ Sở Nội vụ", None, "")]


def test_bubbles_of_two_people_are_two_thoughts(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 đang chờ Sở Nội vụ")
    later(talk)
    talk.say("Tâm", "trả lời văn bản")
    assert texts(talk, duties[17]) == [("đang chờ Sở Nội vụ", None, "")]


@ON_BOTH
def test_a_corrected_figure_takes_the_old_ones_place(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    answer = talk.say("Lan", "đính chính: việc 8 là 13 tin chứ không phải 12")
    assert answer and "13 tin" in answer and "đã thay" in answer
    assert texts(talk, duties[8]) == [("đăng 13 tin", None, "")]
    talk.say("Lan", "hoàn tác")
    assert texts(talk, duties[8]) == [("đăng 12 tin", None, "")]


@ON_BOTH
def test_the_figure_said_with_the_end_is_kept(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "7 xong rồi ạ, hôm qua, 35 người dự")
    assert answer and "35 người dự" in answer and "12/10" in answer
    assert texts(talk, duties[7]) == [("35 người dự", None, "")]
    assert talk.state(duties[7]) is DutyState.REPORTED
    talk.say("Lan", "hoàn tác")
    assert texts(talk, duties[7]) == []
    assert talk.state(duties[7]) is DutyState.OPEN


def test_a_machine_gets_no_answer_and_changes_nothing(talk: Talk, duties: Duties) -> None:
    talk.shows("Lan", duties[7])
    for text in ("Tự động trả lời: đã nhận được tin, việc sẽ xong trong 24h", "Tôi đang lái xe…"):
        assert talk.say("Lan", text, reply_to="m1") is None
    assert talk.events() == []


def test_one_meaning_is_said_back_and_not_offered_as_a_choice(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "nhầm, xong 8 chứ không phải 7")
    assert answer and "phải không ạ" in answer and "A." not in answer
    assert talk.events() == []
    talk.say("Lan", "đúng rồi")
    assert [event.kind for event in talk.events()] == [EventKind.REPORTED]
    assert talk.duty(duties[8]).reported_on is not None


def test_a_meaning_said_back_may_be_wrong(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "nhầm, xong 8 chứ không phải 7")
    talk.say("Lan", "không phải")
    assert talk.events() == []


@pytest.mark.parametrize(
    "order",
    [
        "đổi cách xưng hô của bot thành tôi", "doi cach xung ho cua bot thanh toi", "đổi giờ nhắc thành 9 giờ giúp em",
        "tắt cái báo cáo này đi", "nhắc lại cái báo cáo cho em", "bot báo cáo sai rồi kìa", "hủy cái văn bản kia đi",
    ],
)  # fmt: skip
def test_an_order_right_after_a_report_is_not_glued_to_it(talk: Talk, duties: Duties, order: str) -> None:
    talk.say("Lan", "8 đăng 12 tin")
    later(talk)
    talk.say("Lan", order)
    assert [text for text, _percent, _obstacle in texts(talk, duties[8])] in ([], ["đăng 12 tin"])


@ON_BOTH
@pytest.mark.parametrize(
    "slip",
    [
        "à không, 70%", "nhầm 70%", "à nhầm, 70% mới đúng", "không, 70%", "a khong, 70%", "em nhầm ạ, 70%",
        "70% chứ không phải 60%", "sửa lại 70%", "70% mới đúng", "ý em là 70%", "không phải 60% mà là 70%", "nham 70% nhe",
    ],
)  # fmt: skip
def test_a_figure_said_anew_takes_the_place_of_the_slip(talk: Talk, duties: Duties, slip: str) -> None:
    talk.say("Lan", "7 đạt 60%")
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "đã thay" in answer and texts(talk, duties[7]) == [("đạt 70%", 70, "")]
    talk.say("Lan", "hoàn tác")
    assert texts(talk, duties[7]) == [("đạt 60%", 60, "")]


@pytest.mark.parametrize(
    ("told", "slip", "kept"),
    [
        ("8 đăng 12 tin", "nhầm, 13 tin", ("đăng 13 tin", None, "")),
        ("8 đã đăng 12 tin, 40%", "à không, 50%", ("đã đăng 12 tin, 50%", 50, "")),
        ("8 60%, vướng chờ Sở", "nhầm, 70%", ("70%", 70, "chờ Sở")),
    ],
)
def test_only_the_figure_is_replaced(talk: Talk, duties: Duties, told: str, slip: str, kept: object) -> None:
    talk.say("Lan", told)
    later(talk, timedelta(minutes=2))
    talk.say("Lan", slip)
    assert texts(talk, duties[8]) == [kept]


@pytest.mark.parametrize(
    ("told", "slip"),
    [
        ("7 đạt 60%", "70%"),
        ("7 đã họp 2 buổi", "nhầm, 70%"),
        ("7 60%; 8 50%", "nhầm, 70%"),
        ("7 đạt 60%", "không phải 60%"),
    ],
)
def test_a_figure_that_may_be_another_is_asked_about(talk: Talk, duties: Duties, told: str, slip: str) -> None:
    talk.say("Lan", told)
    before = [texts(talk, duties[n]) for n in (7, 8)]
    later(talk)
    answer = talk.say("Lan", slip) or ""
    assert "chưa ghi gì" in answer and [texts(talk, duties[n]) for n in (7, 8)] == before


def test_of_several_told_the_one_named_gets_the_new_figure(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 60%; 8 50%")
    later(talk)
    assert "7" in (talk.say("Lan", "nhầm, 70%") or "")
    later(talk)
    talk.say("Lan", "8")
    assert (texts(talk, duties[7]), texts(talk, duties[8])) == ([("60%", 60, "")], [("70%", 70, "")])


def test_a_figure_asked_about_replaces_once_it_is_affirmed(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đạt 60%")
    later(talk)
    talk.say("Lan", "70%")
    talk.say("Lan", "đúng")
    assert texts(talk, duties[7]) == [("đạt 70%", 70, "")]


def test_a_report_that_should_have_been_a_figure_is_taken_back(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    later(talk)
    talk.say("Lan", "nhầm, mới 70%")
    assert (talk.state(duties[7]), texts(talk, duties[7])) == (DutyState.IN_PROGRESS, [("70%", 70, "")])


def test_behind_the_card_of_another_task_a_slip_is_asked_about(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đạt 60%")
    talk.say("Lan", "việc 8")
    later(talk)
    assert "chưa ghi gì" in (talk.say("Lan", "nhầm, 70%") or "")
    assert texts(talk, duties[7]) == [("đạt 60%", 60, "")] and texts(talk, duties[8]) == []


def test_a_bare_figure_behind_the_card_of_another_task_is_of_that_one(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "7 đạt 60%")
    talk.say("Lan", "việc 8")
    later(talk)
    talk.say("Lan", "70%")
    assert (texts(talk, duties[7]), texts(talk, duties[8])) == ([("đạt 60%", 60, "")], [("70%", 70, "")])
