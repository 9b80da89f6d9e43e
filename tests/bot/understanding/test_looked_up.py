"""Asked to be shown: a list by its opening words, one task by what stands before it, questions that end softly."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

OWN = split(
    """cho chị xem danh sách việc chị phụ trách | những nhiệm vụ tôi đang chủ trì | e con nhiu vc nữa ạ | em còn mấy việc nữa nhỉ | việc em đang giữ
    danh sách nhiệm vụ em được giao | các việc tôi phụ trách | liệt kê việc mình đang làm"""
)
LATE = split(
    """nhung viec da qua thoi han ma chua xong | cho xem việc chậm tiến độ | các nhiệm vụ quá thời hạn | việc nào trễ hạn rồi mà chưa làm xong
    việc nào đang bị chậm | liệt kê việc trễ hạn"""
)
SOON = split("việc nào sắp hết hạn vậy em | viec nao gan het han | sắp hết hạn việc gì | có việc gì sắp phải nộp không")
OF_THIS_TASK = split(
    """bao giờ phải nộp | hạn khi nào vậy ạ? | việc này là sao hả em | việc này là việc gì vậy | khi nào nộp | hạn chót là ngày nào
    ai phụ trách cái này | cái này nộp cho ai | còn bao lâu nữa | sản phẩm là gì | cần văn bản gì"""
)
ENDING_SOFTLY = split(
    """vc 7 dc duyet chua z | việc 7 xong chưa vậy ta | 7 xong chưa zậy | viec 7 sao roi z | việc 7 tới đâu rồi nè | liệu việc 7 mai có xong được không em?
    việc 7 có ai nhận chưa thế nhỉ"""
)
TOLD = [
    ("em đang làm việc này", "my_tasks"),
    ("việc em làm xong rồi", "my_tasks"),
    ("em còn nhiều việc quá", "my_tasks"),
    ("việc bị chậm do mưa", "overdue_list"),
    ("phần việc của em chậm tiến độ vì thiếu kinh phí", "overdue_list"),
    ("bao giờ xong em báo", "task_detail"),
    ("bao giờ họp", "task_detail"),
]


@pytest.mark.parametrize(
    ("table", "intent"), [(OWN, "my_tasks"), (LATE, "overdue_list"), (SOON, "due_soon"), (ENDING_SOFTLY, "task_detail")]
)
def test_a_list_or_a_task_is_shown_and_nothing_is_recorded(table: list[str], intent: str) -> None:
    for text in table:
        for typed in (text, bare(text)):
            understood = read(typed, "unit_head")
            assert ([act.intent.value for act in understood.acts], understood.sure) == ([intent], True), typed


@pytest.mark.parametrize("text", OF_THIS_TASK)
def test_in_reply_to_a_reminder_its_task_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        assert intents(typed, "staff", "reply_to_reminder") == ["task_detail"]


@pytest.mark.parametrize(("text", "intent"), TOLD)
def test_what_tells_or_speaks_of_other_things_asks_for_nothing(text: str, intent: str) -> None:
    assert intent not in intents(text)


WHY_ASKED = """
nhiệm vụ 30 với 31 hoàn thành chưa, tôi sắp phải báo cáo Thường trực | 30 hoàn thành chưa, anh cần số liệu | việc 7 xong chưa em, chiều chị họp
việc 7 xong chưa. Tôi sắp họp rồi | việc 7 duyệt chưa anh, em đang chờ | việc 7 đã gửi chưa, bên Sở đang giục | nv 12 ký chưa, mai là hết hạn
việc 12 ban hành chưa em, tỉnh đang đòi
"""
WHY_NOT_YET = "việc 7 chưa hoàn thành, em đang làm | việc 7 chưa xong, tôi sắp báo cáo | 7 chưa ký, còn chờ Sở | việc 7 xong, 8 chưa, em làm tiếp"


@pytest.mark.parametrize("text", split(WHY_ASKED))
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_why_it_is_asked_is_no_report(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        assert intents(typed, role) == ["task_detail"]


@pytest.mark.parametrize("text", split(WHY_NOT_YET))
def test_why_it_is_not_yet_done_is_no_question(text: str) -> None:
    for typed in (text, bare(text)):
        assert "task_detail" not in intents(typed)


BY_UNIT = """
    tình hình các phòng | tình hình từng đơn vị | tình hình từng phòng | tình hình các đơn vị | phòng nào làm tốt nhất
    so sánh các phòng | các đơn vị làm đến đâu rồi | tiến độ từng phòng | đơn vị nào hoàn thành nhiều nhất rồi, tình hình sao
    xếp hạng các đơn vị | tổng hợp theo đơn vị | so sánh giữa các phòng giúp chị
"""
AS_A_WHOLE = (
    "tình hình | tình hình chung | toàn phường mình xong được bao nhiêu % rồi em | tổng hợp tình hình quý IV cho anh"
)


@pytest.mark.parametrize("text", split(BY_UNIT))
def test_the_units_are_asked_about_one_by_one(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("leader", "office_head", "unit_head"):
            (act,) = read(typed, role).acts
            assert act.intent == "status_overall" and act.slots.everybody, typed


@pytest.mark.parametrize("text", split(AS_A_WHOLE))
def test_the_office_is_asked_about_as_a_whole(text: str) -> None:
    (act,) = read(text, "leader").acts
    assert act.intent == "status_overall" and not act.slots.everybody


OF_ONE = split(
    """45 kết quả | kết quả 45 | việc 45 kết quả tháng này | kết quả tháng 10 của 45 là gì | kết quả của việc 45 tháng 10 | việc 45 số liệu tháng 10
    việc 45 tiến độ | việc 45 vướng mắc gì | 45 kết quả thế nào rồi em | ai đang giữ 45 | ai giữ 45 vậy | ai đang lo 45"""
)
OWN_FORM = split("KPI tháng 10 | xem kpi tháng 10 | kpi tháng này | phiếu kpi tháng 10")
RESULTS = split("45 kết quả: 62% | việc 45 tiến độ 60% | 45 kết quả tốt | việc 45 tiến độ tốt")


@pytest.mark.parametrize("role", ["staff", "unit_head", "office_head"])
def test_with_nothing_told_behind_it_the_result_is_asked_for(role: str) -> None:
    for text in OF_ONE:
        (act,) = read(text, role).acts
        assert (act.intent.value, act.slots.task_ids) == ("task_detail", (45,)), text
    for text in OWN_FORM:
        assert intents(text, role) == ["my_results"], text
    for text in RESULTS:
        assert intents(text, role) == ["progress"], text


def test_a_limit_put_off_by_so_long() -> None:
    for text in ("hạn 26 dời 2 tuần", "hạn 26 dời thêm 2 tuần", "dời hạn 26 2 tuần", "hạn 26 lùi 2 tuần"):
        understood = read(text, "office_head")
        slots = understood.acts[0].slots
        assert understood.sure and (slots.task_ids, slots.duration) == ((26,), "P2W"), text
