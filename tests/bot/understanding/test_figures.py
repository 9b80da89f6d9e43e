"""Figures beside a task's number: thousands and decimals are one figure, another task may be what this one is like."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, done, progress, read, says, told

ONE_FIGURE = [
    ("8: 2.300 lượt truy cập", [progress(8, text="2.300 lượt truy cập")]),
    ("8 2.300 lượt", [progress(8, text="2.300 lượt")]),
    ("54 tiếp nhận 1.234 hồ sơ", [progress(54, text="tiếp nhận 1.234 hồ sơ")]),
    ("54 1,234 hồ sơ", [progress(54, text="1,234 hồ sơ")]),
    ("54: 1.234.567 đồng", [progress(54, text="1.234.567 đồng")]),
    ("36: 2,5 tỷ", [progress(36, text="2,5 tỷ")]),
    ("36 2,5 km đường", [progress(36, text="2,5 km đường")]),
    ("8 12.300 lượt, 17 chờ Sở", [progress(8, text="12.300 lượt"), progress(17, text="chờ Sở")]),
    ("7,8 xong", [done(7, 8)]),
    ("7, 120 tin", [progress(7, text="120 tin")]),
    ("xong 7.", [done(7)]),
]
LIKE_ANOTHER = [
    ("2 như việc 17, chờ Sở", [progress(2, text="như việc 17, chờ Sở")]),
    ("18 giống 17", [progress(18, text="giống 17")]),
    ("việc 2 tương tự việc 17, chờ Sở", [progress(2)]),
    ("như việc 17 thôi, chờ Sở", [progress()]),
    ("giống việc 17, chờ Sở", [progress()]),
    ("như kỳ trước 8, 18", [says("same_as_before", 8, 18)]),
    ("17 như cũ", [says("same_as_before", 17)]),
    ("coi như việc 7 xong", [done(7)]),
    ("hình như việc 7 xong rồi", [done(7)]),
]


@pytest.mark.parametrize(("text", "acts"), ONE_FIGURE)
def test_a_figure_is_never_parted_into_task_numbers(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        understood = read(typed)
        assert told(understood) == expected and understood.sure


@pytest.mark.parametrize(("text", "acts"), LIKE_ANOTHER)
def test_a_task_that_this_one_is_like_is_not_the_one_spoken_of(text: str, acts: list[Told]) -> None:
    for typed, expected in ((text, acts), (bare(text), bare_told(acts))):
        assert told(read(typed)) == expected


MEASURED = [
    ("15 khảo sát 200 người, 98% hài lòng", "khảo sát 200 người, 98% hài lòng"),
    ("54 1.234 hồ sơ, đúng hạn 99,2%", "1.234 hồ sơ, đúng hạn 99,2%"),
    ("54 tỷ lệ hồ sơ trực tuyến đạt 85%", "tỷ lệ hồ sơ trực tuyến đạt 85%"),
    ("30 giải quyết 99% hồ sơ đúng hạn", "giải quyết 99% hồ sơ đúng hạn"),
    ("52 phát 200 phiếu, 96% người dân rất hài lòng", "phát 200 phiếu, 96% người dân rất hài lòng"),
]


@pytest.mark.parametrize(("text", "kept"), MEASURED)
def test_a_share_of_people_or_cases_is_not_how_far_the_work_is(text: str, kept: str) -> None:
    for typed, said in ((text, kept), (bare(text), bare(kept))):
        (act,) = read(typed).acts
        assert (act.intent.value, act.slots.percent, act.slots.text) == ("progress", None, said)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("31 đạt 72,5%", 72),
        ("7 60% kế hoạch, hồ sơ trả đúng hạn", 60),
        ("việc 7 xong 80 phần trăm", 80),
        ("23 giải ngân 68%", 68),
        ("15 xong 70%, 98% người dân hài lòng", 70),
        ("8 được 50% chỉ tiêu", 50),
    ],
)
def test_how_far_the_work_is_stays_a_percentage(text: str, percent: int) -> None:
    for typed in (text, bare(text)):
        assert read(typed).acts[0].slots.percent == percent


SMALL_WORDS = [
    ("ủa 51 mới có 1 đợt", says("progress", 51, text="mới có 1 đợt")),
    ("ủa em, 51 mới có 1 đợt", says("progress", 51, text="mới có 1 đợt")),
    ("trời ơi 51 mới có 1 đợt", says("progress", 51, text="mới có 1 đợt")),
    ("9 là 13 văn bản", says("progress", 9, text="13 văn bản")),
    ("7, 8 là 3 bài", says("progress", 7, 8, text="3 bài")),
    ("9 họp là 3 phòng", says("progress", 9, text="họp là 3 phòng")),
]
SAYS_WHAT_IT_IS = ["3 là việc hàng tháng mà em", "3 là nhiệm vụ thường xuyên", "3 là định kỳ mà", "3 là hàng tháng mà"]


@pytest.mark.parametrize(("text", "act"), SMALL_WORDS, ids=[text for text, _ in SMALL_WORDS])
def test_small_words_are_no_part_of_what_is_told(text: str, act: Told) -> None:
    assert told(read(text)) == [act]


@pytest.mark.parametrize("text", SAYS_WHAT_IT_IS)
def test_what_a_task_is_is_none_of_its_results(text: str) -> None:
    understood = read(text)
    assert not understood.sure and understood.acts[0].intent == "not_understood"
