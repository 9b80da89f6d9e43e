"""A reminder missed: complained of, it is looked into; only a wish turns reminders off or puts one off."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

MISSED = """
sáng nay chưa thấy nhắc | sao sáng nay không thấy nhắc | sáng nay không nhận được tin nhắc | hôm nay chưa thấy bot nhắc gì | sáng nay chưa nhắc
sáng nay em chưa nhận được nhắc việc | sao hôm nay bot không nhắc | chưa thấy nhắc việc | mấy hôm nay không thấy nhắc | sáng nay bot không nhắc em
chưa thấy tin nhắc sáng nay | bot không nhắc em gì cả | sao em không thấy tin nhắc nào
"""


@pytest.mark.parametrize("text", split(MISSED))
def test_a_complaint_is_looked_into(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed).acts
        assert act.intent.value == "who_was_reminded" and act.slots.own, typed


def test_of_a_day_or_a_task_it_is_looked_into_as_such() -> None:
    (act,) = read("hôm qua không thấy nhắc").acts
    assert (act.intent.value, str(act.slots.date)) == ("who_was_reminded", "2025-11-19")
    (act,) = read("hôm nay không thấy nhắc việc 14").acts
    assert (act.intent.value, act.slots.task_ids, act.slots.own) == ("who_was_reminded", (14,), False)


WISHES = """
đừng nhắc em nữa | tắt nhắc | cuối tuần không nhắc | ngoài giờ không nhắc | mai nhắc lại | mai nhắc lại việc 14 | thứ 7 không nhắc em | sáng mai không nhắc
hôm nay không nhắc em nhé | 17 chưa có tin nhắc nhở từ Sở | 8 chưa có tin bài
"""


@pytest.mark.parametrize("text", split(WISHES))
def test_a_wish_or_a_report_is_no_complaint(text: str) -> None:
    for typed in (text, bare(text)):
        assert "who_was_reminded" not in intents(typed), typed


ASKED = """
tháng này nhắc ai rồi | tuần này nhắc ai rồi | tháng này nhắc ai | nhắc ai mấy lần rồi | từ đầu tháng nhắc những ai | việc 12 nhắc ai rồi
em nhắc ai vậy | nhắc những ai trong tuần này rồi | kỳ này nhắc phòng nào rồi | nhắc các phòng chưa | tháng này nhắc ai nhiều nhất | đôn đốc những ai rồi
nhắc hết mọi người chưa em | tuần này nhắc ai chưa
"""
ORDERED = """
nhắc ai chưa nộp | nhắc ai chưa nộp đi | nhắc những ai tháng này chưa nộp | nhắc các phòng đi | nhắc mấy phòng nhé | nhắc tất cả mọi người
nhắc phòng nào chưa nộp | nhắc các phòng chưa báo cáo
"""


@pytest.mark.parametrize("text", split(ASKED))
@pytest.mark.parametrize("role", ["staff", "unit_head", "office_head", "leader"])
def test_whom_it_has_reminded_is_asked_and_reminds_nobody(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        assert [act.intent for act in understood.acts] == ["who_was_reminded"], typed


@pytest.mark.parametrize("text", split(ORDERED))
def test_those_who_are_set_apart_are_reminded(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.intent for act in read(typed, "office_head").acts] == ["remind_unit"], typed


def test_a_span_is_kept() -> None:
    slots = [read(text).acts[0].slots.as_json() for text in ("từ đầu tháng nhắc những ai", "tháng này nhắc ai rồi")]
    assert slots == [{"period": "2025-11"}, {"period": "2025-11"}]


NOT_IN = """
nhắc ai chưa vào đi | nhắc ai chưa vào bot | nhắc ai chưa kết nối | nhắc những người còn chưa kết nối Zalo nhé | nhắc mọi người chưa vào hệ thống
đôn đốc ai chưa liên kết | nhắc các phòng chưa vào bot | nhắc ai ở P.KT chưa kết nối | nhắc P.KT chưa kết nối
"""


@pytest.mark.parametrize("text", split(NOT_IN))
def test_whoever_is_not_connected_is_listed_and_nobody_else_reminded(text: str) -> None:
    for typed in (text, bare(text)):
        assert [act.intent for act in read(typed, "office_head").acts] == ["not_joined"], typed


@pytest.mark.parametrize(
    "text",
    split("nhắc ai chưa vào sổ công văn | nhắc ai chưa tham gia tập huấn | nhắc P.KT việc chưa kết nối liên thông"),
)
def test_what_else_is_not_entered_is_no_connection(text: str) -> None:
    assert [act.intent for act in read(text, "office_head").acts] == ["remind_unit"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("đã nhắc chị Hoa chưa", ()), ("nhắc Hoa mấy lần rồi", ()), ("việc 26 nhắc mấy lần rồi", (26,)), ("31 đã nhắc chị Hoa chưa em", (31,)), ("26 nhắc chưa", (26,))],
)  # fmt: skip
def test_whether_somebody_was_reminded_is_a_question(text: str, numbers: tuple[int, ...]) -> None:
    for typed in (text, bare(text)):
        [act] = read(typed, "office_head").acts
        assert (act.intent, act.slots.task_ids) == ("who_was_reminded", numbers), typed


@pytest.mark.parametrize(
    "text", ["nhắc Hoa chưa nộp báo cáo", "nhắc Hoa nhé", "nhắc các phòng chưa nộp", "nhắc ai chưa nộp"]
)
def test_an_order_stays_one(text: str) -> None:
    assert [act.intent for act in read(text, "office_head").acts] == ["remind_unit"]


SENT = """
    ai chưa nhận được tin | sao hôm nay chị Thu ko thấy tin | ai chưa đọc tin sáng | sáng nay gửi được mấy người | hôm nay gửi được cho bao nhiêu người
    sáng nay em gửi những ai | chị Thu không nhận được tin nhắn sáng nay | còn ai chưa thấy tin nhắc
"""


@pytest.mark.parametrize("text", split(SENT))
def test_whom_the_messages_of_the_morning_reached_is_no_news(text: str) -> None:
    for role in ("staff", "office_head"):
        assert intents(text, role) == ["who_was_reminded"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("ai chưa gửi tin", "news_status"), ("phòng nào chưa có tin", "news_status"), ("chị Thu chưa có tin bài nào", "news_status"),
     ("ai chưa vào được zalo", "not_joined"), ("ai chưa vào zalo", "not_joined")],
)  # fmt: skip
def test_items_of_news_and_connections_stay_so(text: str, intent: str) -> None:
    assert intents(text, "office_head") == [intent]
