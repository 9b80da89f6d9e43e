"""The point comes behind its reason or courtesy, as people speak; what is said in front does nothing of its own."""

import pytest

from tests.bot.understanding.reading import Told, intents, read, says, told

DN = {"unit_full": "Phòng Doanh nghiệp – Giám sát đầu tư"}
VP = {"unit_full": "Văn phòng"}

WISHED: list[tuple[str, Told]] = [
    (
        "con ốm phải nằm viện nên em xin lùi việc 14 sang thứ tư tuần sau ạ",
        says("extend_request", 14, date="2025-11-26", reason="con ốm phải nằm viện"),
    ),
    (
        "dạ thưa anh, máy chủ hỏng từ hôm qua, cho em xin lùi việc 16 đến 28/11 ạ",
        says("extend_request", 16, date="2025-11-28", reason="máy chủ hỏng từ hôm qua"),
    ),
    (
        "chị ơi em xin phép trình bày chút là phòng em vừa nghỉ hai người nên là cho em khất việc 8 đến 5/12 ạ",
        says("extend_request", 8, date="2025-12-05", reason="phòng em vừa nghỉ hai người"),
    ),
    ("việc 41 em không kịp ạ, cho em xin đến 28/11", says("extend_request", 41, date="2025-11-28")),
    ("bữa nay hổng kịp rồi, cho tui dời việc 6 qua thứ hai nghen", says("extend_request", 6, date="2025-11-24")),
]
DECIDED: list[tuple[str, str, Told]] = [
    (
        "Sở họ giục rồi nên việc mười lăm chốt lại hạn ngày 28/11 nhé",
        "office_head",
        says("set_deadline", 15, date="2025-11-28", reason="Sở họ giục rồi"),
    ),
    (
        "cái việc 21 ấy anh em đang lo đại hội thôi cho nó lùi hạn thêm ba ngày nhé",
        "leader",
        says("set_deadline", 21, duration="P3D", reason="anh em đang lo đại hội"),
    ),
    (
        "số liệu còn sai mấy chỗ nên việc 22 anh trả lại nhé",
        "leader",
        says("reject", 22, reason="số liệu còn sai mấy chỗ"),
    ),
    (
        "nói thật là anh xem chưa thấy phụ lục đâu nên việc 7 anh trả lại nhé",
        "office_head",
        says("reject", 7, reason="chưa thấy phụ lục đâu"),
    ),
    (
        "việc 33 chưa ai làm, vậy giao phòng Doanh nghiệp nhé em",
        "office_head",
        says("assign", 33, unit="phòng Doanh nghiệp", **DN),
    ),
    (
        "phòng Quy hoạch bận quá nên việc 39 giao cho Văn phòng",
        "office_head",
        says("assign", 39, unit="Văn phòng", **VP),
    ),
]


@pytest.mark.parametrize(("text", "act"), WISHED)
def test_a_wish_behind_its_reason(text: str, act: Told) -> None:
    understood = read(text)
    assert (told(understood), understood.sure) == ([act], True)


@pytest.mark.parametrize(("text", "role", "act"), DECIDED)
def test_an_order_behind_its_reason(text: str, role: str, act: Told) -> None:
    understood = read(text, role)
    assert (told(understood), understood.sure) == ([act], True)


@pytest.mark.parametrize(
    ("text", "role", "intent"),
    [
        ("em xong việc 12 rồi nên anh duyệt giúp em", "staff", "done"),
        ("anh chưa xem nên chưa trả lại việc 7 được", "leader", "smalltalk_other"),
        ("vì mưa lớn nên việc 20 em làm chưa xong", "staff", "progress"),
        ("họp xong rồi nên mọi người về nhé", "office_head", "smalltalk_other"),
        ("việc 33 chưa ai làm nên giao ai bây giờ?", "office_head", "task_detail"),
    ],
)
def test_other_points_are_read_as_before(text: str, role: str, intent: str) -> None:
    assert intents(text, role) == [intent]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("nếu không kịp thì cho em xin lùi việc 12 đến 5/12", "staff"),
        ("hình như số liệu sai nên việc 5 anh trả lại", "office_head"),
        ("nghe nói anh Nam đi học nên việc 9 giao chị Hoa", "unit_head"),
        ("chị đồng ý rồi nên em cứ giao việc 12 cho anh Nam", "office_head"),
    ],
)
def test_a_condition_hearsay_or_another_verdict_in_front_is_asked_about(text: str, role: str) -> None:
    understood = read(text, role)
    assert not understood.sure and understood.acts[0].intent.value in ("extend_request", "reject", "assign")
