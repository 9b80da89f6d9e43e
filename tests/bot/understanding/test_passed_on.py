"""A letter or somebody's request passed on to the bot is no result, no report and no wish of who passes it on."""

import pytest

from bot.understanding.rules.passed_on import handed_down, verdict_of_another
from tests.bot.understanding.reading import bare, intents, read, split

PASSED_ON = """
Kính gửi các đồng chí, đề nghị báo cáo tiến độ thực hiện nhiệm vụ số 17 trước ngày 10/10. Trân trọng.
Kính gửi: Các phòng, đơn vị. Văn phòng đề nghị cập nhật kết quả nhiệm vụ 8, 17 trước 16h30 ngày 14/10
Theo công văn 1234/SNV-CCHC, đề nghị đơn vị hoàn thành nhiệm vụ số 7 trước 20/10
Thực hiện Kế hoạch 12/KH-UBND, yêu cầu các phòng khẩn trương hoàn thành nhiệm vụ 31 trước 30/11
Đề nghị đồng chí hoàn thành việc 7 trong tuần này
sếp yêu cầu hoàn thành việc 7 trước thứ 6
Sở Nội vụ đề nghị rà soát lại số liệu nhiệm vụ 8 trước 15/10
@Lan việc 7 em đẩy nhanh tiến độ, thứ 6 anh cần
chị Lan ơi việc 7 khẩn trương giúp anh nhé
Kính gửi chị Lan, đề nghị chị đẩy nhanh tiến độ nhiệm vụ số 7, hoàn thành trước 20/10
Kính gửi anh Quân: đề nghị anh khẩn trương nộp kết quả nhiệm vụ số 9
việc 7 em ưu tiên làm nhé, chiều nay anh cần
Chị Lan: việc 2 và 7 cần hoàn thành trước 20/12. Trân trọng.
Gửi Lan: em đẩy nhanh nhiệm vụ số 7, xong trước 20/12 nhé
theo ý kiến chị Hà, việc 7 phải tổ chức trước 25/12
họp giao ban: 17 xong trước 30/12, 2 xong trước 25/12
trên yêu cầu phòng báo cáo tiến độ 24 trước thứ 6
Sở Tài chính có CV 888/STC-NS yêu cầu bổ sung việc 26
sếp bảo 7 phải xong trước 20/12
17 sếp yêu cầu xong trước 30/12
giao ban kết luận việc 2 hoàn thành trước 25/12
việc 17 cần xong trước 30/12
anh Tâm nhắc 17 xong trước 30/12 nhé
"Lan ơi, việc 17 chậm quá, cần hoàn thành trước 24/12"
17 "chị Lan, việc này trễ quá rồi, phải xong trước 24/12 nghe"
17 "Lan ơi việc này trễ lắm rồi, cần xong trước 24/12"
"Vinh ơi việc 26 sao im re vậy, cần xong trước 20/12"
"Lan ơi việc 17 chậm quá rồi đó"
Lan ơi việc 17 phải hoàn thành trước 24/12 nha
"""


@pytest.mark.parametrize("text", split(PASSED_ON))
def test_the_task_is_shown_and_nothing_is_told(text: str) -> None:
    for typed in (text, bare(text)):
        assert intents(typed) == ["task_detail"], typed


TOLD = {
    "7 đã đề nghị các phòng báo cáo số liệu": "progress",
    "17 dự kiến xong trước 30/12": "progress",
    "em sẽ xong 17 trước 30/12": "progress",
    "17 xong trước 30/10": "progress",
    "sếp bảo xong 17 rồi": "done",
    "họp giao ban xong rồi, 17 đang trình ký": "progress",
    "17 phải chờ Sở": "progress",
    "theo chỉ đạo của anh Tâm, việc 17 em đã trình ký": "progress",
    "việc 17 cần chờ đến 30/12": "progress",
    "việc 7 em đã đề nghị các đơn vị báo cáo trước 20/10": "progress",
    "17 Sở yêu cầu bổ sung hồ sơ trước 20/10": "progress",
    "8 đã gửi công văn đề nghị các phòng nộp báo cáo trước 20/10": "progress",
    "7 đang đẩy nhanh tiến độ": "progress",
    "kính gửi anh, việc 17 đã xong ạ": "done",
    "kính gửi chị Thu, em báo cáo việc 7 được 60%": "progress",
    "Kính gửi lãnh đạo, đề nghị cho lùi việc 7 đến 30/11": "extend_request",
    "Kính gửi chị Thu, việc 7 em đã trình Sở, đề nghị chị cho ý kiến": "progress",
    "đề nghị lãnh đạo phê duyệt kết quả việc 7": "verdict_wish",
    "theo công văn 1234/SNV-CCHC việc 7 đã hoàn thành": "done",
    "anh Tâm ơi việc 17 trễ rồi, em xin đến 24/12": "extend_request",
    "anh Tâm ơi việc 17 em làm chậm quá, chắc 24/12 mới xong": "progress",
    "Tâm ơi, 17 chưa xong": "progress",
    '17 "đã họp xong, chờ ký"': "progress",
    '17 "Hội thi cán bộ dân vận khéo" có 40 người dự': "progress",
}


@pytest.mark.parametrize(("text", "intent"), TOLD.items())
def test_what_is_told_or_wished_is_still_taken(text: str, intent: str) -> None:
    assert intents(text) == [intent]


def test_a_head_who_calls_somebody_is_asked_whether_to_remind_him() -> None:
    understood = read("Lan việc 7 em đẩy nhanh tiến độ, thứ 6 anh cần", "unit_head")
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["remind_unit"]
    ordered = read("yêu cầu các phòng khẩn trương hoàn thành nhiệm vụ 31 trước 30/11", "office_head")
    assert [act.intent.value for act in ordered.acts] == ["remind_unit"]


@pytest.mark.parametrize("text", split("bảo Lan làm xong 17 | dặn Lan xong 17 nhé | giục Lan làm xong việc 17 đi"))
def test_a_colleague_to_be_told_has_finished_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        assert not understood.sure and [act.intent.value for act in understood.readings] == ["remind_unit"], typed
    assert intents("báo Lan xong 17", "unit_head") == intents("Lan xong 17", "unit_head") == ["done"]


def test_a_heads_own_day_is_set() -> None:
    for text in ("việc 7 phải xong trước 20/12", "theo chỉ đạo chị Hà, việc 7 phải xong trước 20/12"):
        assert intents(text, "unit_head") == ["set_deadline"]


HANDED_ON = """
thay mặt anh Dũng trả vì thiếu số liệu | chị Hà bảo trả lại | thay anh Dũng duyệt | theo ý anh Dũng trả làm lại | anh Dũng bảo duyệt đi em
anh Tâm duyệt miệng rồi, em ghi luôn đi | sếp nói duyệt rồi | chị Thu gọi điện bảo chưa duyệt
"""
HE_DECIDED = "anh Dũng duyệt rồi | anh Dũng đồng ý rồi nhé | lãnh đạo đã duyệt | chị Hà trả lại vì thiếu ảnh"
OF_THE_WORK = """
anh Dũng duyệt 12 hồ sơ | chị Hà trả lại hồ sơ cho dân | đã trả lại 3 hồ sơ | thay mặt UBND trả lời cử tri | chị Hà bảo chờ Sở | đang chờ anh Dũng duyệt
anh Dũng trả lại, em đã bổ sung số liệu
"""


@pytest.mark.parametrize("words", split(HANDED_ON))
def test_a_verdict_handed_on_is_never_a_result(words: str) -> None:
    assert verdict_of_another(words, waits=False) and verdict_of_another(words, waits=True)


@pytest.mark.parametrize("words", split(HE_DECIDED))
def test_what_somebody_decided_is_a_verdict_where_one_is_waited_for(words: str) -> None:
    assert verdict_of_another(words, waits=True) and not verdict_of_another(words, waits=False)


@pytest.mark.parametrize("words", split(OF_THE_WORK))
def test_what_is_decided_in_the_work_is_a_result(words: str) -> None:
    assert not verdict_of_another(words, waits=True)


@pytest.mark.parametrize(
    "text",
    [
        "theo CV 1234/SNV-CCHC ngày 10/10, giao Lan tổng hợp số liệu biên chế gửi Sở trước 25/10",
        "căn cứ kế hoạch 12/KH-UBND, phân công Lan tổng hợp số liệu biên chế gửi Sở trước 25/10",
    ],
)
def test_an_order_with_its_paper_in_front_is_new_work(text: str) -> None:
    (act,) = read(text, "unit_head").acts
    assert act.intent == "new_task" and act.slots.person == "Lan" and "biên chế" in (act.slots.title or "")
    assert act.slots.text and act.slots.text in text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("theo CV 1234/SNV-CCHC, đề nghị phòng mình tổng hợp số liệu biên chế trước 25/10", True),
        ("Kính gửi các phòng, Văn phòng đề nghị cập nhật số liệu trước thứ 6", True),
        ("kính gửi anh, em đã tổng hợp xong", False),
        ("theo kế hoạch 12/KH-UBND em đang tổng hợp số liệu", False),
        ("đang chờ Sở giao chỉ tiêu", False),
    ],
)
def test_what_is_handed_down_is_told_of_no_task(text: str, is_one: bool) -> None:
    assert handed_down(text) is is_one


@pytest.mark.parametrize(
    "text",
    split("""Sở Nội vụ có văn bản 1300/SNV yêu cầu báo cáo biên chế trước ngày 22/12 | có công văn 1299/SNV yêu cầu rà soát vị trí việc làm trước 25/12
    tỉnh yêu cầu báo cáo PCI hạn 20/12"""),
)
def test_a_letter_asks_the_bot_for_no_report_and_no_list(text: str) -> None:
    assert intents(text) == ["not_understood"]


@pytest.mark.parametrize(
    "text", ["làm báo cáo tháng 10", "việc nào đến hạn trước 25/12", "8 Sở có công văn yêu cầu báo cáo lại"]
)
def test_what_asks_or_tells_stays(text: str) -> None:
    assert intents(text) != ["not_understood"]


@pytest.mark.parametrize(
    "text",
    split("""Sở Nội vụ đề nghị các đơn vị báo cáo kết quả CCHC quý III trước 15/12 | có CV 90/UBND đề nghị báo cáo kết quả CCHC trước 20/12
Kính gửi: các phòng. Đề nghị các phòng báo cáo kết quả dân vận trước 20/12 | Quân ơi làm giúp anh cái báo cáo nhanh gửi Đảng ủy trước thứ 4 tuần sau"""),
)
def test_what_staff_pass_on_asks_the_bot_for_no_figures(text: str) -> None:
    for typed in (text, bare(text)):
        assert "report_request" not in intents(typed), typed


def test_a_letter_to_many_that_a_head_hands_in_is_a_task_to_confirm() -> None:
    (act,) = read("Sở Nội vụ đề nghị các đơn vị báo cáo kết quả CCHC quý III trước 15/12", "unit_head").acts
    assert (act.intent.value, act.slots.title) == ("new_task", "Báo cáo kết quả CCHC quý III")
