"""A cause in front of what is wished: "vì … nên xin lùi …" has its reason, and its days are none of the wish."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, read, says, told

WISHED = [
    (
        "vì cuối năm dồn việc quá nên phòng em xin chuyển hạn nhiệm vụ 17 sang 5/1",
        says("extend_request", 17, date="2026-01-05", reason="cuối năm dồn việc quá"),
    ),
    (
        "vì mưa bão 3 ngày liền nên em xin lùi việc 7 đến 5/12",
        says("extend_request", 7, date="2025-12-05", reason="mưa bão 3 ngày liền"),
    ),
    (
        "do chờ Sở trả lời nên cho em gia hạn việc 9 thêm 2 tuần",
        says("extend_request", 9, duration="P2W", reason="chờ Sở trả lời"),
    ),
    ("tại xe hư nên em xin khất việc 5 tới 28/11", says("extend_request", 5, date="2025-11-28", reason="xe hư")),
    (
        "anh ơi tại máy in hỏng mấy bữa nay nên cho em khất việc 12 tới 28.11",
        says("extend_request", 12, date="2025-11-28", reason="máy in hỏng mấy bữa nay"),
    ),
    ("vì vậy nên em xin lùi việc 7 đến 5/12", says("extend_request", 7, date="2025-12-05")),
]


@pytest.mark.parametrize(("text", "act"), WISHED)
def test_the_reason_ends_where_the_wish_begins(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        assert told(read(typed)) == expected


BEHIND: list[tuple[str, str | None]] = [
    ("xin lùi 17 đến 10/12, chờ Sở trả lời", "chờ Sở trả lời"),
    ("xin lại, lùi 17 đến 7/12, chờ Sở Nội vụ cho ý kiến", "chờ Sở Nội vụ cho ý kiến"),
    ("17 xin gia hạn đến 5/12, thiếu hồ sơ", "thiếu hồ sơ"),
    ("17 xin dời tới cuối tháng 12 nha, tờ rơi chưa in kịp", "tờ rơi chưa in kịp"),
    ("17 đang chờ Sở, xin lùi tới 10/12", "đang chờ Sở"),
    ("48 tới hạn rồi nhà in chưa giao, cho em thêm 1 tuần", "tới hạn rồi nhà in chưa giao"),
    ("37 khó kịp 21/11 quá chị Thu ơi cho em lùi 1 tuần", "khó kịp 21/11 quá"),
    ("việc 48 nhà in trễ hẹn, anh Dũng cho em lùi đến 27/12", "nhà in trễ hẹn"),
    ("52 đang chờ anh Dũng cho em lùi tới 30/12", "đang chờ anh Dũng"),
    ("48 còn 3 đơn vị chưa gửi nên cho em lùi tới 30/12", "còn 3 đơn vị chưa gửi"),
    ("17 còn thiếu hồ sơ, em xin dời sang 10/12", "còn thiếu hồ sơ"),
    ("17 họp xong rồi, xin lùi đến 10/12", None),
    ("17 em không kịp ạ, anh cho em xin lùi đến cuối tháng 12", None),
    ("17 sợ không kịp 5/12, xin qua 10/12 vì máy hỏng", "máy hỏng"),
    ("gia hạn 17 thêm 1 tuần, phòng Kinh tế chưa gửi số liệu", "phòng Kinh tế chưa gửi số liệu"),
    ("xin lùi 17 đến 10/12, anh Tâm duyệt giúp em", None),
    ("xin lùi 17 đến 10/12, chờ anh duyệt ạ", None),
    ("xin lùi 17 đến 10/12, em cảm ơn", None),
]


@pytest.mark.parametrize(("text", "reason"), BEHIND, ids=[text for text, _ in BEHIND])
def test_what_holds_it_up_is_the_reason_without_a_word_for_it(text: str, reason: str | None) -> None:
    ((intent, slots),) = told(read(text))
    assert (intent, slots.get("reason")) == ("extend_request", reason)


def test_of_a_length_and_the_day_it_comes_to_the_day_counts() -> None:
    ((_intent, slots),) = told(read("17 lùi thêm 1 tuần nữa, 7/12"))
    assert slots["date"] == "2025-12-07" and "duration" not in slots
