"""What is told of papers, news and figures is answered by no statistics; and questions that had another one's answer."""

from typing import Any

import pytest

from tests.bot.understanding.reading import bare, intents, read, says, split, told

SENT = """
c gửi báo cáo tháng 10 của phòng rồi nhé, số 88/BC-VHXH | đã gửi báo cáo Sở Nội vụ ngày 20/10, số 245/BC-UBND
em vừa gửi báo cáo chuyên đề sang VP | báo cáo tháng 10 em gửi rồi | em nộp báo cáo quý 3 rồi ạ
"""


@pytest.mark.parametrize("text", split(SENT))
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_a_paper_that_was_sent_is_asked_about_as_work_done(text: str, role: str) -> None:
    understood = read(text, role)
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["done"]


WANTED = """
gửi cho anh báo cáo tháng 10 | cho chị xin báo cáo tháng 10 | gửi báo cáo tháng 10 cho anh Tâm | làm báo cáo tháng 10 gửi Sở
chuẩn bị báo cáo tháng 10 để chị gửi Sở | xuất báo cáo quý 3 | gửi báo cáo tuần cho chị Ánh
"""


@pytest.mark.parametrize("text", split(WANTED))
def test_a_paper_that_is_wanted_is_still_given(text: str) -> None:
    assert intents(text, "office_head") == ["report_request"]


def test_what_is_added_to_a_task_is_of_that_task() -> None:
    understood = read("bổ sung 17: đã gửi phụ lục")
    assert not understood.sure and [(a.intent.value, a.slots.task_ids) for a in understood.readings] == [
        ("progress", (17,))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "bao giờ phải gửi báo cáo Sở Nội vụ",
        "hạn gửi báo cáo Sở Nội vụ là ngày nào",
        "khi nào phải nộp báo cáo Sở Nội vụ em",
    ],
)
def test_when_a_paper_is_due_looks_for_its_task(text: str) -> None:
    assert told(read(text, "office_head")) == [says("search", text="báo cáo Sở Nội vụ")]


FIGURES = """
tháng này được 7 tin | tháng trước 9 tin, tháng này 12 tin | tin T10-01 bị trả vì thiếu ảnh
mai nghỉ bão cả cơ quan
"""


@pytest.mark.parametrize("text", split(FIGURES))
def test_what_is_told_gets_no_statistics(text: str) -> None:
    for typed in (text, bare(text)):
        assert set(intents(typed, "office_head")) <= {
            "not_understood",
            "smalltalk_other",
            "news_back",
            "calendar_day",
        }, typed
    assert intents("tin Lễ khởi công đã đăng trên cổng") != ["news_status"]


ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("chốt số liệu lúc mấy giờ", "who_missed_results", {"mode": "close"}),
    ("còn mấy phòng chưa nộp số liệu", "who_missed_results", {}),
    ("trung tâm còn bao nhiêu việc chưa báo", "who_missed_results", {"unit": "trung tâm"}),
    ("kết quả tháng 10 phòng mình thiếu gì", "who_missed_results", {"unit": "phòng mình"}),
    ("VHXH và KT ai chậm hơn", "status_overall", {}),
    ("VHXH và KT còn việc gì quá hạn", "overdue_list", {}),
    ("tin bài tháng 10 thế nào", "news_status", {}),
    ("tin hôm qua em gửi đăng chưa", "news_status", {}),
    ("cho chị xem lại cái tin sáng nay", "my_tasks", {}),
]


@pytest.mark.parametrize(("text", "intent", "slots"), ASKED, ids=[text for text, *_ in ASKED])
def test_a_question_gets_its_own_answer(text: str, intent: str, slots: dict[str, Any]) -> None:
    ((found, read_slots),) = told(read(text, "unit_head"))
    assert found == intent and slots.items() <= read_slots.items()
    assert intent != "overdue_list" or "unit" not in read_slots


def test_the_way_an_item_was_sent_is_no_part_of_its_title() -> None:
    for text in ("VP nộp tin qua email: Lễ khởi công trường học", "đã nộp tin qua E-Office: Lễ khởi công trường học"):
        ((intent, slots),) = told(read(text))
        assert (intent, slots["title"]) == ("submit_news", "Lễ khởi công trường học"), text


def test_what_others_have_not_done_is_told_beside_ones_own() -> None:
    assert intents("7 phần của phòng em xong rồi, các phòng khác chưa") == ["progress"]
    assert intents("7 xong chưa") == ["task_detail"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("31 đạt nhiêu", "task_detail"),
        ("31 đạt nhiêu rồi em", "task_detail"),
        ("23 giải ngân nhiêu rồi", "task_detail"),
        ("23 chi nhiêu tiền rồi", "task_detail"),
        ("31 được nhiêu phần trăm", "task_detail"),
        ("31 đạt nhiều rồi", "progress"),
        ("31 được bấy nhiêu thôi", "progress"),
    ],
)
def test_how_much_is_asked_in_short(text: str, intent: str) -> None:
    assert read(text).acts[0].intent.value == intent
