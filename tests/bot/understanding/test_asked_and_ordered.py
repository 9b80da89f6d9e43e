"""Questions and orders a newcomer types first: tasks to look at, handing out, own lists, the own unit."""

import pytest

from tests.bot.understanding.reading import Told, bare, bare_told, intents, read, says, split, told

LOOKED_AT = split(
    """việc 7 và việc 8 | xem 7 và 8 | việc 7, việc 8 | việc 7 với việc 8 | xem việc 7, việc 8 | nhiệm vụ 7, 8 | cho em xem 7 và 8
    nhiệm vụ 7 và nhiệm vụ 8 thế nào rồi"""
)
HANDED_OUT = [
    ("giao 4", says("assign", 4)),
    ("giao việc 4", says("assign", 4)),
    ("phân công 4", says("assign", 4)),
    ("giao 4, 5", says("assign", 4, 5)),
    ("giao 4 cho Nam", says("assign", 4, person="Nam")),
    ("giao 4 cho Khánh", says("assign", 4, person="Khánh")),
    ("giao 4 cho Khánh nhé", says("assign", 4, person="Khánh")),
    ("giao việc 4 cho Trúc làm", says("assign", 4, person="Trúc")),
    ("giao 4 cho chị Trúc", says("assign", 4, person="chị Trúc")),
    ("giao 4 cho phòng Tài chính", says("assign", 4, unit="phòng Tài chính")),
    ("giao 4 cho Trần Văn Khánh", says("assign", 4, person="Trần Văn Khánh")),
    ("chuyển 4 cho Khánh", says("assign", 4, person="Khánh")),
]
NOT_HANDED_OUT = split(
    "đã giao 4 | việc 4 giao ai? | giao 4 chưa? | giao ban 4 giờ | việc 4 được giao hôm qua | cách giao 4"
)
OWN_AND_TIME = [
    ("hôm nay tôi có việc gì", says("due_soon", date="2025-11-20")),
    ("việc tuần này", says("due_soon", period="2025-W47")),
    ("việc của tôi tháng này", says("due_soon", period="2025-11")),
    ("tuần này em phải làm gì", says("due_soon", period="2025-W47")),
    ("mai em có việc gì", says("due_soon", date="2025-11-21")),
    ("việc hôm nay", says("due_soon", date="2025-11-20")),
    ("tháng này tôi phải làm những gì", says("due_soon", period="2025-11")),
    ("việc của tôi", says("my_tasks")),
    ("tôi còn việc gì chưa xong", says("my_tasks")),
]
OWN_LATE = split(
    """việc của tôi quá hạn | tôi còn việc nào quá hạn không | việc quá hạn của em | em có việc nào trễ không | việc trễ hạn của tôi
    tôi có việc quá hạn không? | em đang trễ việc nào"""
)
LATE_OF_ALL = split(
    "việc quá hạn | có việc nào trễ không? | danh sách việc quá hạn | cho tôi xem việc quá hạn | cho em danh sách việc trễ hạn"
)
OWN_UNIT = [
    ("tình hình phòng", "phòng"),
    ("tình hình đơn vị", "đơn vị"),
    ("tình hình trung tâm mình", "trung tâm mình"),
    ("tiến độ phòng thế nào", "phòng"),
    ("tình hình phòng em thế nào rồi", "phòng em"),
    ("tình hình phòng mình", "phòng mình"),
    ("phòng còn mấy việc", "phòng"),
    ("xem tình hình phòng", "phòng"),
]
ALL_UNITS = split(
    "tình hình các phòng | tình hình cả phòng ban | tình hình chung | tình hình | tiến độ các đơn vị thế nào | tình hình các phòng, đơn vị | tình hình cơ quan"
)


@pytest.mark.parametrize("text", LOOKED_AT)
def test_several_tasks_are_looked_at(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [says("task_detail", 7, 8)]
        assert understood.sure


@pytest.mark.parametrize(("text", "act"), HANDED_OUT)
def test_handed_out_to_whoever_is_named(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        understood = read(typed, "unit_head")
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize("text", NOT_HANDED_OUT)
def test_talk_of_handing_out_hands_out_nothing(text: str) -> None:
    assert "assign" not in intents(text, "unit_head")


@pytest.mark.parametrize(("text", "act"), OWN_AND_TIME)
def test_own_work_with_and_without_a_time(text: str, act: Told) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [act]


@pytest.mark.parametrize("text", OWN_LATE)
def test_own_late_work_is_told_apart(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert told(understood) == [says("overdue_list")]
        assert understood.acts[0].slots.own


@pytest.mark.parametrize("text", LATE_OF_ALL)
def test_late_work_of_all_is_not_the_senders_alone(text: str) -> None:
    understood = read(text)
    assert told(understood) == [says("overdue_list")]
    assert not understood.acts[0].slots.own


@pytest.mark.parametrize("role", ["staff", "unit_head"])
@pytest.mark.parametrize(("text", "unit"), OWN_UNIT)
def test_a_unit_without_a_name_is_the_senders_own(text: str, unit: str, role: str) -> None:
    for typed, named in ((text, unit), (bare(text), bare(unit))):
        assert told(read(typed, role)) == [says("status_unit", unit=named)]


@pytest.mark.parametrize("text", ALL_UNITS)
def test_all_units_are_the_agency(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "unit_head")) == [says("status_overall")]


@pytest.mark.parametrize(("role", "intent"), [("office_head", "status_unit"), ("leader", "status_overall")])
def test_a_leader_has_no_unit_of_his_own(role: str, intent: str) -> None:
    assert intents("tình hình phòng", role) == [intent]
    assert intents("tình hình đơn vị", role) == ["status_overall"]
