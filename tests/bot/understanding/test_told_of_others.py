"""News told of, absences and leaving, reasons, events, and what is typed for another: what each changes, and what not."""

from datetime import date

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, intents, read, says, split, told

ON = date(2025, 11, 18)
SENT = split(
    """tin bài tháng này của VP em gửi rồi nhé chị | tin bài tháng 11 em gửi rồi ạ | tin tháng này phòng em nộp rồi nhé | bài tháng này bên em đã gửi chị rồi
    e gửi 2 ảnh với chú thích tin hôm qua nha"""
)
NOT_SENT = split(
    """tin T10-01 sai tên | tin T10-01 sai tên người, em sửa giúp | tin t10-01 ghi nhầm ngày | tin hôm qua sai tên chị Lan | tin bài em chưa gửi
    trưa nay cơm căng tin có gì | can tin co gi an khong | căng tin gửi thực đơn rồi"""
)
TOLD = [
    ("vắng ngày mai", says("absence", date="2025-11-19")),
    ("xin nghỉ mai", says("absence", date="2025-11-19")),
    ("chị Hoa nghỉ việc từ 10/12", says("absence", person="chị Hoa", date="2025-12-10", mode="leaves")),
    ("chị Hoa nghỉ hưu từ 1/12", says("absence", person="chị Hoa", date="2025-12-01", mode="leaves")),
    ("anh Vinh thôi việc từ 1/12", says("absence", person="anh Vinh", date="2025-12-01", mode="leaves")),
    ("em nghỉ việc riêng ngày 20/11", says("absence", date="2025-11-20")),
    ("lý do việc 17 chậm: chờ kinh phí", says("explain", 17, text="chờ kinh phí")),
    ("lý do chậm việc 17 là chờ kinh phí", says("explain", 17, text="chờ kinh phí")),
    ("nguyên nhân việc 17 quá hạn: thiếu người", says("explain", 17, text="thiếu người")),
    ("hội nghị việc 7 tổ chức 25/11", says("event_day", 7, date="2025-11-25", text="hội nghị")),
    ("cuộc họp việc 7 diễn ra ngày 15/11", says("event_day", 7, date="2025-11-15", text="cuộc họp")),
    ("việc 7 tổ chức hội nghị 25/11", says("event_day", 7, date="2025-11-25", text="tổ chức hội nghị")),
]
FOR_ANOTHER = [
    ("báo giúp anh Phúc việc 52 đã xong", says("done", 52, person="anh Phúc")),
    ("báo hộ chị Lan việc 52 xong", says("done", 52, person="chị Lan")),
    ("chị Lan báo xong việc 52", says("done", 52, person="chị Lan")),
    ("anh Phúc xong việc 52 rồi", says("done", 52, person="anh Phúc")),
]


@pytest.mark.parametrize("text", SENT)
def test_news_told_of_are_handed_in(text: str) -> None:
    for typed in (text, bare(text)):
        assert intents(typed) == ["submit_news"]
        assert read(typed).acts[0].slots.title is None


@pytest.mark.parametrize("text", NOT_SENT)
def test_what_is_said_of_an_item_or_the_canteen_files_none(text: str) -> None:
    for typed in (text, bare(text)):
        assert not {"submit_news", "undo_done", "done"} & set(intents(typed))
    assert text.startswith(("tin bài", "tin T")) or "news_status" not in intents(text)


@pytest.mark.parametrize(("text", "act"), TOLD)
def test_absence_leaving_reasons_and_events(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        understood = read(typed, on=ON)
        assert (told(understood), understood.sure) == (expected, True)


@pytest.mark.parametrize(
    "text", split("lý do việc 17 chậm là gì? | vì sao việc 17 chậm | nguyên nhân việc 17 quá hạn là gì vậy")
)
def test_asking_for_a_reason_gives_none(text: str) -> None:
    assert intents(text) == ["task_detail"]


@pytest.mark.parametrize(("text", "act"), FOR_ANOTHER)
def test_who_records_for_others_says_for_whom(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        assert told(read(typed, "keeper", on=ON)) == expected


def test_a_member_of_staff_sends_word_to_his_head_and_records_for_nobody() -> None:
    assert told(read("báo giúp anh Tâm việc 7 đã xong")) == [says("done", 7)]


def test_asking_whether_somebody_reported_records_nothing() -> None:
    assert "done" not in intents("chị Lan báo xong việc 7 chưa?", "keeper")
