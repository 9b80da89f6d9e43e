"""Of whom and of what a question is: the agency by "ban mình", a plan without those who carry it out, no person where none is named."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, read, says, split, told

AGENCY = split("""
công việc chung của ban mình tới mô rồi em hỉ | tình hình ban mình thế nào rồi | ban ta làm được bao nhiêu phần trăm rồi em
cả ban mình còn bao nhiêu việc dở dang | ban mình tới đâu rồi bot | cơ quan mình sao rồi em | đơn vị mình thế nào rồi
tôi muốn nắm xem tất cả các phòng của ban mình cộng lại hoàn thành được bao nhiêu nhiệm vụ rồi
""")
OWN = [("phòng mình tới đâu rồi", "phòng mình"), ("đơn vị mình thế nào rồi", "đơn vị mình"), ("phòng tui làm tới đâu rồi", "phòng tui")]  # fmt: skip
PLANS = {
    "KH 2943 mình làm được mấy phần rồi?": "KH 2943",
    "cái kế hoạch 2943 mình thực hiện tới đâu rồi hả cháu": "kế hoạch 2943",
    "kế hoạch 2943 ban mình làm tới đâu rồi": "kế hoạch 2943",
    "kế hoạch CCHC cơ quan mình đạt bao nhiêu phần trăm": "kế hoạch CCHC",
    "KH 45/KH-UBND các phòng làm tới đâu rồi": "KH 45/KH-UBND",
    "kế hoạch truyền thông phòng mình thực hiện ra sao rồi": "kế hoạch truyền thông",
    "kế hoạch số 2943 tụi mình xong được mấy việc rồi": "kế hoạch số 2943",
    "kế hoạch đô thị văn minh tới đâu rồi": "kế hoạch đô thị văn minh",
    "kế hoạch phòng chống thiên tai tới đâu rồi": "kế hoạch phòng chống thiên tai",
    "kế hoạch học tập Hồ Chí Minh ra sao rồi": "kế hoạch học tập Hồ Chí Minh",
}
PEOPLE: list[tuple[str, Told]] = [
    ("mấy việc sắp tới hạn, gửi anh coi", says("due_soon")),
    ("việc nào gần tới hạn thì đưa chú coi", says("due_soon")),
    ("gửi chị ngó mấy việc sắp đến hạn", says("due_soon")),
    ("danh sách việc quá hạn, chuyển anh coi qua", says("overdue_list")),
    ("mấy cái trễ đâu, cho anh dòm cái", says("overdue_list")),
    ("cho anh danh sách các việc đang trễ", says("overdue_list")),
    ("những việc quá hạn của chị Lan", says("overdue_list", person="chị Lan")),
    ("việc sắp đến hạn của anh Phúc", says("due_soon", person="anh Phúc")),
    ("cho chú coi mấy việc chú đang đứng tên", says("my_tasks")),
    ("mở cho bác xem mấy việc bác đang đứng tên phụ trách coi nào", says("my_tasks")),
]
KT = "Phòng Kinh tế, Hạ tầng và Đô thị"
DN = {"unit": "Phòng Doanh nghiệp - Giám sát đầu tư", "unit_full": "Phòng Doanh nghiệp – Giám sát đầu tư"}
KH = {"unit": "Phòng Kế hoạch - Đầu tư", "unit_full": "Phòng Kế hoạch – Đầu tư và Xúc tiến"}
QH = {"unit": "Phòng Quy hoạch", "unit_full": "Phòng Quy hoạch – Xây dựng và Môi trường"}
UNITS: list[tuple[str, Told]] = [
    ("đồng chí cho tôi biết kết quả thực hiện của Phòng Doanh nghiệp - Giám sát đầu tư trong quý này", says("status_unit", period="2025-Q4", **DN)),
    ("đề nghị đồng chí cho biết tình hình thực hiện của Phòng Kế hoạch - Đầu tư", says("status_unit", **KH)),
    ("Phòng Kế hoạch - Đầu tư tháng này thế nào", says("status_unit", period="2025-11", **KH)),
    ("xin cho biết những nhiệm vụ đã quá thời hạn mà Phòng Quy hoạch chưa báo cáo kết quả", says("overdue_list", **QH)),
    ("việc trễ của Phòng Quy hoạch chưa báo cáo là những việc nào", says("overdue_list", **QH)),
]  # fmt: skip


@pytest.mark.parametrize("text", AGENCY)
def test_our_agency_is_the_whole(text: str) -> None:
    assert told(read(text, "leader")) == [says("status_overall")]


@pytest.mark.parametrize(("text", "unit"), OWN)
def test_a_heads_own_unit_is_his(text: str, unit: str) -> None:
    assert told(read(text, "unit_head")) == [says("status_unit", unit=unit)]


@pytest.mark.parametrize(("text", "plan"), PLANS.items())
def test_a_plan_is_named_without_who_carries_it_out(text: str, plan: str) -> None:
    for typed in (text, bare(text)):
        assert bare_told(told(read(typed, "leader"))) == bare_told([says("status_plan", plan=plan)]), typed


@pytest.mark.parametrize(("text", "act"), PEOPLE)
def test_a_person_is_who_is_named(text: str, act: Told) -> None:
    assert told(read(text, "leader")) == [act]


@pytest.mark.parametrize(("text", "act"), UNITS)
def test_a_units_long_name_is_no_plan_and_no_order(text: str, act: Told) -> None:
    understood = read(text, "leader")
    assert told(understood) == [act] and understood.sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hoa còn mấy việc", "Hoa"),
        ("hoa con may viec", "hoa"),
        ("Mai còn bao nhiêu việc", "Mai"),
        ("Lan còn việc gì chưa xong", "Lan"),
        ("Vinh đang làm gì", "Vinh"),
        ("Hoa làm đến đâu rồi", "Hoa"),
        ("chị Hoa còn mấy việc", "chị Hoa"),
    ],
)
def test_the_work_of_who_is_named_is_no_work_of_the_asker(text: str, name: str) -> None:
    for role in ("leader", "unit_head", "office_head"):
        [act] = read(text, role).acts
        assert (act.intent.value, act.slots.person) == ("status_unit", name)


@pytest.mark.parametrize(
    "text",
    [
        "em còn mấy việc",
        "Anh còn mấy việc",
        "mai còn việc gì",
        "Mai có việc gì",
        "nam nay con may viec",
        "còn mấy việc",
    ],
)
def test_the_asker_or_a_day_is_nobody_else(text: str) -> None:
    [act] = read(text, "unit_head").acts
    assert act.intent.value in ("my_tasks", "due_soon") and act.slots.person is None


@pytest.mark.parametrize(
    ("text", "act"),
    [("phòng mình có việc nào quá hạn không", says("overdue_list", unit="phòng mình")), ("phòng chị có mấy việc quá hạn", says("overdue_list", unit="phòng chị")),
     ("trung tâm mình có việc nào trễ không", says("overdue_list", unit="trung tâm mình")), ("đơn vị mình có việc nào chậm không", says("overdue_list", unit="đơn vị mình")),
     ("ai trong phòng đang trễ", says("overdue_list", unit="phòng")), ("phòng mình sắp đến hạn việc nào", says("due_soon", unit="phòng mình")),
     ("phòng mình có việc gì chậm mốc", says("slipping_list", unit="phòng mình")), ("Hoa có việc nào chậm không", says("overdue_list", person="Hoa")),
     ("Hoa đang trễ việc nào", says("overdue_list", person="Hoa")), ("KT có việc nào quá hạn không", says("overdue_list", unit="KT", unit_full=KT)),
     ("có việc nào trễ không", says("overdue_list")), ("Hoa báo gì chưa", says("who_missed_results", person="Hoa")),
     ("Hoa còn thiếu mấy việc", says("who_missed_results", person="Hoa")), ("chị Hoa nộp kết quả chưa", says("who_missed_results", person="chị Hoa"))],
)  # fmt: skip
def test_late_or_missing_of_the_unit_or_person_said(text: str, act: Told) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, "unit_head")
        assert bare_told(told(understood)) == bare_told([act]) and understood.sure, typed
        assert not understood.acts[0].slots.own, typed


@pytest.mark.parametrize(
    ("text", "act"),
    [("lý do 26 trễ là gì", says("task_detail", 26)), ("vì sao 26 trễ", says("task_detail", 26)), ("sao 26 chậm vậy em", says("task_detail", 26)),
     ("17 sửa mấy lần rồi", says("task_detail", 17)), ("việc kiểm tra CCHC là số mấy", says("search", text="kiểm tra CCHC")),
     ("việc tập huấn số mấy vậy em", says("search", text="tập huấn")), ("KH 45 là của việc nào", says("search", text="KH 45")),
     ("QĐ 1203/QĐ-UBND của việc nào", says("search", text="QĐ 1203/QĐ-UBND")), ("tháng 12 có gì", says("due_soon", period="2025-12")),
     ("tháng này chị được mấy việc", says("my_tasks")), ("tình hình ABCD", says("status_unit", unit="ABCD")), ("tình hình CCHC", says("status_overall")),
     ("VHXH với KT phòng nào hơn", says("status_overall")), ("tháng 10 làm được gì", says("status_overall", period="2025-10")),
     ("tháng này gửi bao nhiêu tin nhắn rồi", says("bot_budget")), ("ai chưa làm gì", says("who_missed_results")),
     ("Hoa giải trình chưa", says("overdue_list", person="Hoa")), ("chị Hoa đã giải trình chưa em", says("overdue_list", person="chị Hoa")), ("26 giải trình chưa", says("task_detail", 26)),
     ("mai nhắc ai mấy việc gì", says("preview_morning"))],
)  # fmt: skip
def test_what_is_asked_is_what_is_answered(text: str, act: Told) -> None:
    understood = read(text, "office_head")
    assert told(understood) == [act] and understood.sure


@pytest.mark.parametrize("text", ["lý do 2 đồng chí nghỉ ốm", "vì sao 26 trẻ em chưa tiêm", "sao 3 phòng chưa nộp"])
def test_what_is_counted_is_no_task(text: str) -> None:
    assert not any(act.slots.task_ids for act in read(text, "office_head").acts)


@pytest.mark.parametrize(
    ("text", "role", "own"),
    [("chị có việc nào trễ không", "unit_head", True), ("em còn việc nào quá hạn", "staff", True), ("việc quá hạn của em", "staff", True),
     ("ban mình có việc nào trễ không", "leader", False), ("cơ quan mình có việc nào trễ không", "leader", False), ("đơn vị mình có việc nào trễ không", "office_head", False)],
)  # fmt: skip
def test_ones_own_or_everybodys(text: str, role: str, own: bool) -> None:
    [act] = read(text, role).acts
    assert (act.slots.own, act.slots.unit) == (own, None)
