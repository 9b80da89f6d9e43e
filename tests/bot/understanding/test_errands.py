"""What somebody should be told, and orders that only remind of the work that is kept."""

import pytest

from tests.bot.understanding.reading import bare, read, split

CARRIED = """
nhắc mọi người mai chào cờ 7h | nhắc các phòng 15h họp trực tuyến | nhắc chị Hoa gửi anh danh sách cán bộ | nhắc anh Nam mang hồ sơ sang gặp chị
nhắc anh Nam nộp anh tờ trình trước thứ 5 | nhắc P.KT họp chiều nay | nhắc chị Hoa trưa nay đi ăn cưới | nhắc mọi người thứ 2 mặc áo dài
nhắc VP với P.KT cử người dự tập huấn | nhắn anh Nam chiều lên phòng chị | gọi chị Hoa giúp chị | gọi điện cho anh Nam hỏi thăm
nhắn P.KT cử người đi họp
"""
REMINDS = """
nhắc mọi người nộp kết quả trước thứ 5 | nhắc các phòng báo cáo số liệu tháng 11 nhé | nhắc chị Hoa làm cho xong đi
đôn đốc VHXH khẩn trương hoàn thành nhiệm vụ | nhắc P.KT còn thiếu kết quả kỳ này | nhắc hết giúp chị nhé em | nhắc lại cả phòng lần nữa | nhắc chị Hoa gửi tin bài
nhắc P.KT nộp báo cáo vì mai họp giao ban | nhắc các phòng nộp số liệu để anh tổng hợp | nhắc những ai chưa nộp | nhắc chị Hoa và anh Nam làm nhanh lên
đôn đốc VHXH gửi ý kiến góp ý dự thảo | nhắc P.KT hoàn thành việc quá hạn trong tuần này | nhắc các đơn vị sắp đến hạn
"""


@pytest.mark.parametrize("text", split(CARRIED))
@pytest.mark.parametrize("role", ["unit_head", "office_head", "leader"])
def test_words_to_be_carried_are_kept_with_the_order(text: str, role: str) -> None:
    (act,) = read(text, role).acts
    assert act.intent == "remind_unit" and act.slots.text and not act.also and read(text, role).sure


@pytest.mark.parametrize("text", split(REMINDS))
def test_an_order_to_remind_carries_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert {act.intent for act in understood.acts} == {"remind_unit"} and understood.sure, typed
        assert not any(act.slots.text for act in understood.acts), typed


@pytest.mark.parametrize(
    ("text", "intent"),
    [("sáng mai nhắc ai những gì", "preview_morning"), ("mai em nhắc những ai việc gì", "preview_morning"),
     ("tháng 11 thiếu kết quả của những ai", "who_missed_results"), ("ai còn nợ kết quả tháng 11", "who_missed_results"),
     ("phòng nào đang nợ số liệu", "who_missed_results"), ("còn thiếu báo cáo của phòng nào", "who_missed_results")],
)  # fmt: skip
def test_what_is_asked_reminds_nobody(text: str, intent: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "office_head")
        assert [act.intent for act in understood.acts] == [intent] and understood.sure, typed


@pytest.mark.parametrize(
    "text",
    split(
        "gửi thư khen các phòng làm tốt | gửi thiệp chúc mừng giúp anh | nhắn gửi lời cảm ơn cả nhà | gọi xe giúp chị đi họp"
    ),
)
def test_what_could_remind_nobody_is_not_offered(text: str) -> None:
    understood = read(text, "office_head")
    assert all(act.intent != "remind_unit" for act in (*understood.acts, *understood.readings))


OWN = """
nhắc lại hết phòng lần nữa | nhắc hết phòng thêm lượt nữa | nhắc cả phòng mình lại lần nữa | nhắc toàn trung tâm ngay nhé | nhắc hết phòng chưa trả lời
"""


@pytest.mark.parametrize("text", split(OWN))
def test_a_unit_said_in_one_word_is_never_everybody(text: str) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "unit_head").acts
        assert act.intent == "remind_unit" and act.slots.unit and not act.slots.everybody, typed


@pytest.mark.parametrize(
    "text",
    split(
        "nhắc trưởng các phòng nộp số liệu | nhắc các trưởng phòng nộp kết quả | đôn đốc lãnh đạo các đơn vị báo cáo"
    ),
)
def test_only_those_who_lead_are_not_told_apart(text: str) -> None:
    acts = read(text, "office_head").acts
    assert acts[0].intent == "remind_unit" and acts[0].slots.unclear


def test_who_is_named_first_is_reminded() -> None:
    (act,) = read("em nhắc anh Nam báo cáo chị Hoa giúp chị", "office_head").acts
    assert (act.intent, act.slots.person) == ("remind_unit", "anh Nam")


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("chiều nay họp giao ban em nhắc mọi người giúp anh", "chiều nay họp giao ban"),
        ("3h chiều nay họp, nhắc mọi người giúp anh", "3h chiều nay họp"),
        ("chiều nay họp phòng em nhắc mọi người với", "chiều nay họp phòng"),
        ("mai tập huấn em nhắc mọi người nhé", "mai tập huấn"),
        ("mai họp giao ban, nhắc mọi người nộp báo cáo", None),
        ("chiều họp, nhắc mọi người báo cáo", None),
        ("họp xong rồi, nhắc mọi người giúp anh", None),
        ("nhắc mọi người giúp anh", None),
    ],
)
def test_what_comes_up_before_a_bare_order_is_what_is_to_be_said(text: str, carried: str | None) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent.value == "remind_unit" and act.slots.text == carried


def test_a_letter_with_the_paper_it_follows_presses_nobody() -> None:
    text = "Kính gửi: UBND các phường. Thực hiện Công văn số 2145/UBND-KT, đề nghị các đơn vị báo cáo kết quả giải ngân quý III trước ngày 18/12/2025."
    assert [act.intent.value for act in read(text, "unit_head").acts] == ["new_task"]
