"""Results of one period: what is only this period's share, what is added to it, and the one that takes its place."""

from datetime import timedelta

import pytest

from storage.kinds import DutyState
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]


def kept(talk: Talk, duty_id: int) -> list[str]:
    return [": ".join(filter(None, (entry.text, entry.obstacle))) for entry in talk.entries(duty_id)]


@ON_BOTH
@pytest.mark.parametrize(
    "text", ["7 xong đợt 1", "7 đã tập huấn xong quý 3", "7 xong kỳ tháng 10, BC 245/BC-UBND", "7 xong kỳ này"]
)
def test_a_share_of_the_work_does_not_end_it(talk: Talk, duties: Duties, text: str) -> None:
    answer = talk.say("Lan", text)
    assert answer and "kết quả" in answer and "việc 7" in answer and "duyệt" not in answer
    assert talk.state(duties[7]) is DutyState.IN_PROGRESS
    assert kept(talk, duties[7]) == [text.removeprefix("7 ")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("17 cái này chị đang chờ Sở", "đang chờ Sở"),
        ("17 thì làm thường xuyên mà", "làm thường xuyên"),
        ("17 anh Tâm ký rồi, đợi văn thư đóng dấu", "anh Tâm ký rồi, đợi văn thư đóng dấu"),
    ],
)
def test_chat_does_not_reach_the_record(talk: Talk, duties: Duties, text: str, words: str) -> None:
    assert f": {words}." in (talk.say("Lan", text) or "")
    assert kept(talk, duties[17]) == [words]


def test_a_stammer_still_tells_nothing_new(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "việc 17")
    talk.say("Lan", "chưa chưa xong đâu")
    assert kept(talk, duties[17]) == []


def test_the_period_named_ends_where_the_task_has_such_periods(talk: Talk, duties: Duties) -> None:
    monthly = talk.ward.give(40, "Báo cáo tháng", "VHXH", to="Lan", key="2025-10")
    answer = talk.say("Lan", "40 xong kỳ tháng 10")
    assert answer and "việc 40" in answer and "xong ngày 13/10" in answer
    assert talk.state(monthly) is DutyState.REPORTED


@ON_BOTH
@pytest.mark.parametrize(
    ("more", "together"),
    [
        ("8 thêm 2 tin nữa", "được 5 tin; thêm 2 tin nữa"),
        ("8 đăng thêm 2 bài", "được 5 tin; đăng thêm 2 bài"),
        ("8 2 tin nữa", "được 5 tin; 2 tin nữa"),
    ],
)
def test_what_is_added_stands_beside_the_first(talk: Talk, duties: Duties, more: str, together: str) -> None:
    talk.say("Lan", "8 được 5 tin")
    talk.now += timedelta(days=1)
    answer = talk.say("Lan", more)
    assert answer and f"việc 8 – Đăng tải thông tin CCHC: {together}." in answer
    assert kept(talk, duties[8])[-1] == together
    talk.say("Lan", "hoàn tác")
    assert kept(talk, duties[8])[-1] == "được 5 tin"


def test_one_figure_put_right_leaves_the_others(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 9 tin, 2 bài, 1 phóng sự")
    talk.now += timedelta(days=1)
    answer = talk.say("Lan", "việc 8 sửa lại là 10 tin")
    assert answer and "10 tin, 2 bài, 1 phóng sự" in answer and "đã thay" in answer
    assert kept(talk, duties[8]) == ["10 tin, 2 bài, 1 phóng sự"]


def test_what_is_added_keeps_what_stands_in_the_way(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 vướng chờ in tờ rơi")
    talk.say("Lan", "17 họp thêm 2 buổi nữa")
    assert kept(talk, duties[17])[-1] == "họp thêm 2 buổi nữa: chờ in tờ rơi"


@pytest.mark.parametrize("more", ["8 cần thêm 2 người", "8 được 9 tin", "8 còn thiếu 2 bài nữa"])
def test_another_result_says_whose_place_it_takes(talk: Talk, duties: Duties, more: str) -> None:
    talk.say("Lan", "8 được 5 tin")
    talk.now += timedelta(days=1)
    answer = talk.say("Lan", more)
    assert answer and f"{more.removeprefix('8 ')} (thay cho: được 5 tin)" in answer
    assert kept(talk, duties[8])[-1] == more.removeprefix("8 ")


def test_an_obstacle_that_is_gone_is_named(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 vướng chờ in tờ rơi")
    answer = talk.say("Lan", "17 đã phát 300 tờ rơi; 8 đăng 9 tin")
    assert answer and "17 – đã phát 300 tờ rơi (thay cho: vướng: chờ in tờ rơi) · 8 – đăng 9 tin" in answer


def test_the_same_words_again_take_no_place(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "8 được 5 tin")
    assert "thay cho" not in (talk.say("Lan", "8 được 5 tin") or "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("30 đạt 72,5%", "đạt 72,5%."),
        ("30 xong 80 phần trăm", "xong 80 phần trăm."),
        ("30 khoảng 60 %", "khoảng 60 %."),
        ("30 đạt 70", "đạt 70."),
    ],
)
def test_a_percent_is_said_once(talk: Talk, duties: Duties, text: str, shown: str) -> None:
    answer = talk.say("Hoa", text)
    assert answer and shown in answer


def test_the_period_before_is_the_one_that_closed_last(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "sửa kết quả 8 kỳ trước thành 15 tin")
    assert answer and "kết quả tháng 9 của việc 8" in answer and ": 15 tin." in answer


def test_last_month_is_asked_about_once_this_months_period_has_closed(talk: Talk, duties: Duties) -> None:
    assert "kết quả tháng 9 của việc 17" in (talk.say("Lan", "17 tháng trước họp 1 buổi") or "")
    talk.now += timedelta(days=3)
    answer = talk.say("Lan", "17 tháng trước họp 2 buổi") or ""
    assert "A. Việc 17: ghi kết quả tháng 10 “họp 2 buổi”" in answer and "B. Việc 17: ghi kết quả tháng 9 “" in answer
    assert "kết quả tháng 10 của việc 17" in (talk.say("Lan", "A") or "")


BEHIND = {
    "8 đăng 12 tin tháng 9": "đăng 12 tin",
    "8 đăng 12 tin hồi tháng 9": "đăng 12 tin",
    "8 đăng 12 tin của tháng 9 nhé": "đăng 12 tin",
    "8 được 12 tin (tháng 9)": "được 12 tin",
    "8 đạt 76%, tháng 9": "đạt 76%",
    "8 76% kỳ trước": "76%",
    "8 đăng 12 tin, 2 bài tháng 9 vừa rồi": "đăng 12 tin, 2 bài",
    "8 không có kỳ trước": "không có",
    "8 chưa đăng tin nào tháng 9": "chưa đăng tin nào",
    "ghi hộ Lan: 8 đăng 12 tin tháng 9": "đăng 12 tin",
}


@pytest.mark.parametrize(("text", "told"), BEHIND.items())
def test_a_closed_month_behind_what_is_told_is_asked_about(talk: Talk, duties: Duties, text: str, told: str) -> None:
    who = "Quân" if text.startswith("ghi") else "Lan"
    answer = talk.say(who, text) or ""
    assert f"A. Việc 8: ghi kết quả tháng 9 “{told}”" in answer and "B. Việc 8: ghi kết quả tháng 10 “" in answer
    assert not talk.entries(duties[8])
    assert "kết quả tháng 9 của việc 8" in (talk.say(who, "A") or "") and kept(talk, duties[8]) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "8 đăng 12 tin tháng 10",
        "8 đã gửi 1 báo cáo tháng 9",
        "8 tăng 3 tin so với tháng 9",
        "8 đăng 12 tin từ tháng 9",
        "8 đăng 12 tin ngày 25 tháng 9",
        "8 hơn tháng 9 2 tin",
        "8 đăng 12 tin, bằng tháng trước",
        "8 đăng bài về Trung thu tháng 9",
    ],
)
def test_a_month_that_counts_nothing_is_none_of_the_periods(talk: Talk, duties: Duties, text: str) -> None:
    assert "kết quả tháng 10" in (talk.say("Lan", text) or "")


@pytest.mark.parametrize(
    ("first", "then", "stands"),
    [
        ("17 vướng chờ Sở", "17 dự kiến 30/10 xong", "dự kiến 30/10 xong: chờ Sở"),
        ("17 đạt 76%", "17 vượt kế hoạch rồi", "đạt 76%, vượt kế hoạch rồi"),
        ("17 vướng chờ Sở", "17 Sở trả lời rồi, đang in", "Sở trả lời rồi, đang in"),
        ("17 đăng 1 tin", "17 đăng 12 tin", "đăng 12 tin"),
        ("17 đang in", "17 còn vướng", "vướng mắc"),
    ],
)
def test_later_words_drop_only_what_they_speak_of(
    talk: Talk, duties: Duties, first: str, then: str, stands: str
) -> None:
    talk.say("Lan", first)
    later = talk.say("Lan", then) or ""
    assert kept(talk, duties[17])[-1] == stands
    assert ("thay cho" in later) == (not stands.startswith(("dự kiến", "đạt 76%")))


BESIDE = [
    ("8 kỳ trước 5 hồ sơ, kỳ này 2", "2 hồ sơ", "5 hồ sơ"),
    ("8 kỳ này 2, kỳ trước 5 hồ sơ", "2 hồ sơ", "5 hồ sơ"),
    ("8 ky truoc 5 ho so, ky nay 2", "2 ho so", "5 ho so"),
    ("8 tháng trước đăng 5 tin, tháng này đăng 2 tin", "đăng 2 tin", "đăng 5 tin"),
    ("8 kỳ trước 5 còn kỳ này 2", "2", "5"),
    ("8: kỳ trước 5 hồ sơ; kỳ này chỉ 2 hồ sơ", "chỉ 2 hồ sơ", "5 hồ sơ"),
    ("8 kỳ này 67% (kỳ trước 66%)", "67%", "66%"),
    ("8 kỳ trước 5 hồ sơ, kỳ này không có", "không có", "5 hồ sơ"),
    ("8 kỳ trước chưa có, kỳ này 3 tin", "3 tin", "chưa có"),
    ("8 kỳ trước 5, kỳ này tăng lên 7", "tăng lên 7", "5"),
    ("ghi hộ Lan: 8 kỳ trước 5 hồ sơ, kỳ này 2", "2 hồ sơ", "5 hồ sơ"),
]


@pytest.mark.parametrize(("text", "told", "before"), BESIDE)
def test_what_was_before_is_no_result_of_now(talk: Talk, duties: Duties, text: str, told: str, before: str) -> None:
    answer = talk.say("Quân" if text.startswith("ghi") else "Lan", text) or ""
    assert kept(talk, duties[8]) == [told], answer
    assert f"“{before}” là của kỳ trước nên em không ghi vào kỳ này." in answer


def test_each_of_several_tasks_keeps_its_own_now(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "8 kỳ trước 5 tin, kỳ này 2 tin, 17 như kỳ trước") or ""
    assert "8 – 2 tin · 17 – như kỳ trước. “5 tin” là của kỳ trước" in answer
    assert kept(talk, duties[17]) == ["như kỳ trước"]


@pytest.mark.parametrize(
    "told",
    [
        "kỳ này 2 hồ sơ, giảm 3 so với kỳ trước",
        "kỳ trước 5 hồ sơ, kỳ này thêm 2",
        "kỳ trước 5 hồ sơ, kỳ này vẫn thế",
        "kỳ trước 5 hồ sơ, kỳ này giảm 2 hồ sơ",
        "tháng trước trình Sở, nay chờ ký",
        "tuần trước 5 hồ sơ, tuần này 2",
        "kỳ trước ban hành KH 45/KH-UBND, kỳ này họp 2 buổi",
    ],
)
def test_a_comparison_or_a_story_is_kept_whole(talk: Talk, duties: Duties, told: str) -> None:
    answer = talk.say("Lan", f"8 {told}") or ""
    assert kept(talk, duties[8]) in ([told], []) and "là của kỳ trước" not in answer, answer
