"""The short questions of every day, and what only sounds like them."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, says, split, told

ASKED = [
    ("tuần này em có gì", says("due_soon", period="2025-W47")),
    ("tuần này em phải làm gì ạ", says("due_soon", period="2025-W47")),
    ("em có việc gì tuần này", says("due_soon", period="2025-W47")),
    ("hôm nay có gì", says("due_soon", date="2025-11-20")),
    ("hôm nay tôi có việc gì không", says("due_soon", date="2025-11-20")),
    ("mai có gì không em", says("due_soon", date="2025-11-21")),
    ("tuần tới có gì", says("due_soon", period="2025-W48")),
    ("tuần sau có những việc gì", says("due_soon", period="2025-W48")),
    ("việc nào gấp nhất", says("due_soon")),
    ("việc gì cần làm trước", None),
    ("em nên làm việc nào trước", says("due_soon")),
    ("việc nào của em gấp nhất", says("due_soon")),
    ("bao giờ chốt tháng 10", says("who_missed_results", mode="close", period="2025-10")),
    ("khi nào chốt số liệu", says("who_missed_results", mode="close")),
    ("hạn báo cáo tháng này là ngày nào", says("who_missed_results", mode="close", period="2025-11")),
    ("hạn nộp kết quả là bao giờ", says("who_missed_results", mode="close")),
    ("tháng 11 chốt ngày nào", says("who_missed_results", mode="close", period="2025-11")),
    ("kết quả của tôi", says("my_results")),
    ("xem kết quả của em", says("my_results")),
    ("tin bài tháng 10", says("news_status", period="2025-10")),
    ("tin, bài tháng 9", says("news_status", period="2025-09")),
    ("tin bài quý 4", says("news_status", period="2025-Q4")),
]
TOLD = """
    tuần này em có việc gia đình | hôm nay có gì vui không | mai có họp | tin bài tháng 10: Tập huấn CCHC | tin: Hội nghị tháng 10
    em gửi tin bài tháng 10 | việc 7 gấp nhất | 17 gấp | kết quả của tôi: đang làm | đã chốt tháng 10 | chốt năm | hạn 7 là ngày nào
    tuần này em làm 7 | việc này gấp nhé | kết quả của em là 12 tin | tin bài tháng 10 em nộp rồi | nhắc tin bài tháng 10
"""
LOOKS = {"due_soon", "my_results", "who_missed_results", "news_status"}


@pytest.mark.parametrize(("text", "act"), [(text, act) for text, act in ASKED if act])
def test_it_is_asked_with_and_without_accents(text: str, act: tuple[str, dict[str, object]]) -> None:
    for role in ("staff", "unit_head", "leader"):
        for typed in (text, bare(text)):
            assert told(read(typed, role)) == [act], typed
    assert read(text, "staff").acts[0].slots.own == (act[0] in ("due_soon", "my_results"))


@pytest.mark.parametrize("text", split(TOLD))
def test_other_things_are_said(text: str) -> None:
    for typed in (text, bare(text)):
        assert not LOOKS & set(intents(typed)), typed
