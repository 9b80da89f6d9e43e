"""A task asked about by its words, a paper wanted of late work, and what is asked of a task by its bare number or of a day."""

import pytest

from tests.bot.understanding.reading import Told, bare, intents, read, says, split, told

TITLED = {
    "báo cáo giám sát môi trường kcn phước nam tới đâu rồi hả em": "giám sát môi trường kcn phước nam",
    "cái báo cáo đánh giá tác động môi trường làm đến đâu rồi": "đánh giá tác động môi trường",
    "việc rà soát quy hoạch phân khu tới đâu rồi em": "rà soát quy hoạch phân khu",
    "quy chế làm việc mới của ủy ban trình chưa": None,
    "việc tuyển dụng viên chức hạn khi nào ạ": "tuyển dụng viên chức",
    "tờ trình xin chủ trương đầu tư ai đang soạn vậy": "xin chủ trương đầu tư",
    "việc lắp camera an ninh vướng gì": "lắp camera an ninh",
    "nhiệm vụ phòng chống cháy rừng sao rồi em": "phòng chống cháy rừng",
}
NOT_TITLED = split("""
việc của phòng VHXH tới đâu rồi | công việc chung tới đâu rồi | báo cáo tháng 10 tới đâu rồi | việc trong tháng tới đâu rồi | việc hồi sáng anh giao tới đâu rồi
kế hoạch tuyên truyền tới đâu rồi | em làm việc chỉnh lý tài liệu xong rồi | việc anh Phúc phụ trách tới đâu rồi
""")
PAPERS = split("""
em làm cho chú một cái bảng ghi hết các việc đang trễ rồi in ra giấy để chú mang đi họp | lập giúp anh một bảng các việc quá hạn
kẻ cho chị cái bảng thống kê việc chậm để chị mang đi họp | in cho bác danh sách việc trễ ra giấy | đánh máy cho anh cái bảng liệt kê mấy việc chưa xong
xuất danh sách việc quá hạn ra excel
""")
LISTS = split(
    "lập danh sách việc trễ cho anh xem | cho anh danh sách các việc đang trễ | liệt kê các việc trễ cho anh đi họp"
)
ONE: list[tuple[str, Told]] = [
    ("NV 36 có phải xong trước 15/12 không em", says("task_detail", 36, date="2025-12-15")),
    ("việc 9 hạn 30/11 phải không", says("task_detail", 9, date="2025-11-30")),
    ("việc 12 có kịp trước ngày 5/12 không anh", says("task_detail", 12, date="2025-12-05")),
    ("việc 7 đến 20/12 xong được không em", says("task_detail", 7, date="2025-12-20")),
    ("việc 7 hôm nay xong chưa", says("task_detail", 7)),
    ("29 sản phẩm phải nộp là cái gì vậy anh", says("task_detail", 29)),
    ("33 sản phẩm là gì", says("task_detail", 33)),
    ("41 kết quả phải có là văn bản gì em", says("task_detail", 41)),
    ("24 đơn vị nào chủ trì", says("task_detail", 24)),
    ("15 người làm là ai vậy", says("task_detail", 15)),
]
COUNTED = split("29 sản phẩm OCOP đã được công nhận | 5 người nào chưa tiêm | 12 đơn vị đã nộp")


@pytest.mark.parametrize(("text", "words"), TITLED.items())
def test_a_task_is_asked_about_by_its_words(text: str, words: str | None) -> None:
    for typed in (text, bare(text)):
        (act,) = read(typed, "leader").acts
        assert act.intent == "task_detail" and not act.slots.task_ids, typed
        assert words is None or act.slots.topic == (words if typed == text else bare(words))


@pytest.mark.parametrize("text", NOT_TITLED)
def test_whose_and_when_are_no_words_of_a_title(text: str) -> None:
    (act,) = read(text, "leader").acts
    assert act.intent != "task_detail" or act.slots.topic is None


@pytest.mark.parametrize(("texts", "intent"), [(PAPERS, "report_request"), (LISTS, "overdue_list")])
def test_a_table_to_take_along_is_a_paper_and_a_list_to_see_is_none(texts: list[str], intent: str) -> None:
    for text in texts:
        for typed in (text, bare(text)):
            assert told(read(typed, "leader")) == [says(intent)], typed


@pytest.mark.parametrize(("text", "act"), ONE)
def test_a_question_keeps_its_day_and_its_bare_number(text: str, act: Told) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "unit_head")) == [act], typed


@pytest.mark.parametrize("text", COUNTED)
def test_so_many_of_something_are_no_task(text: str) -> None:
    assert all(not act.slots.task_ids for act in read(text).acts) and "task_detail" not in intents(text)
