"""What plain messages of an office have taught: courtesy before the tasks, a question said over, keys of Telex left behind."""

import pytest

from tests.bot.understanding.reading import read


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("dạ báo cáo, việc số 7 với 19 bên em hoàn tất cả rồi ạ", [7, 19]),
        ("dạ báo cáo anh, việc 8, 11 và 24 em xong cả rồi", [8, 11, 24]),
        ("báo cáo sếp: 5, 6 xong rồi ạ", [5, 6]),
        ("em xin báo cáo anh Tâm, việc 12 đã hoàn thành", [12]),
    ],
)
def test_whom_it_is_told_is_no_part_of_what_is_told(text: str, ids: list[int]) -> None:
    understood = read(text)
    assert understood.sure and understood.as_json()["intent"] == "done"
    assert understood.as_json()["slots"]["task_ids"] == ids


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("xong chưa á? xong rồi nha", "done"),
        ("xong chưa hả? chưa xong em ơi", "progress"),
        ("làm xong rồi mà bot cứ nhắc hoài vậy trời", "done"),
        ("chwa xong nha bot", "progress"),
        ("chwa xong đâu, đang chờ ký", "progress"),
    ],
)
def test_an_answer_to_a_reminder_is_read_behind_the_question_and_the_slip(text: str, intent: str) -> None:
    understood = read(text, context="reply_to_reminder")
    assert understood.sure and understood.as_json()["intent"] == intent


@pytest.mark.parametrize("text", ["xong chưa? nhớ báo anh", "việc 7 xong chưa? xong thì báo anh nhé"])
def test_a_question_that_is_not_answered_stays_one(text: str) -> None:
    assert read(text, role="unit_head").as_json()["intent"] not in ("done", "progress")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("cho e check deadline việc 47 nha", "task_detail"),
        ("cho em hỏi hạn việc 12", "task_detail"),
        ("check việc 47", "task_detail"),
        ("cho em lùi hạn việc 47 đến 5/12", "extend_request"),
        ("xin hạn việc 12 đến 5/12", "extend_request"),
        ("tui còn nợ việc chi nữa không rứa", "my_tasks"),
        ("em còn nợ mấy việc", "my_tasks"),
    ],
)
def test_who_looks_up_moves_nothing(text: str, intent: str) -> None:
    assert read(text).as_json()["intent"] == intent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("đừng trả lời tiếng Anh nữa, tiếng Việt thôi", "vi"),
        ("tiếng Anh nhức đầu quá, trả lại tiếng Việt cho tui", "vi"),
        ("không cần tiếng Việt, dùng tiếng Anh nhé", "en"),
    ],
)
def test_the_language_named_last_is_the_one_wanted(text: str, language: str) -> None:
    assert read(text).as_json()["slots"] == {"language": language}


def test_a_document_in_front_proves_the_report_behind_it() -> None:
    told = read("em đã ban hành QĐ 204/QĐ-BQL, báo xong việc 6 giúp em").as_json()["slots"]
    assert told == {"task_ids": [6], "evidence": "QĐ 204/QĐ-BQL"}


@pytest.mark.parametrize(
    "text", ["mo lai nv 34 nhe, e bao xong som qua", "mở lại việc 21, hôm trước chị báo xong nhầm"]
)
def test_that_it_was_told_too_soon_is_no_reason(text: str) -> None:
    assert "reason" not in read(text).as_json()["slots"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("4 có 1 sáng kiến, 32 đạt 92%, còn lại như kỳ trước", [(4,), (32,), ()]),
        ("32 đạt 80%, 33 nhận 4, còn lại như kỳ trước", [(32,), (33,), ()]),
        ("dạ 31 tháng này đạt 75,5% ạ", [(31,)]),
        ("dạ 7 tháng này chưa làm", [(7,)]),
    ],
)
def test_figures_told_of_a_task_are_no_tasks(text: str, numbers: list[tuple[int, ...]]) -> None:
    understood = read(text, role="unit_head")
    assert understood.sure and [act.slots.task_ids for act in understood.acts] == numbers


@pytest.mark.parametrize(
    "text", ["7 bảo Lan gửi thêm ảnh rồi anh duyệt", "2 mai anh duyệt", "7 có ảnh thì anh duyệt", "2 để chiều duyệt"]
)
def test_a_verdict_put_off_is_none(text: str) -> None:
    assert read(text, role="unit_head").as_json()["intent"] != "approve"


@pytest.mark.parametrize("text", ["26 trễ bao lâu rồi", "7 còn bao lâu nữa", "17 chậm bao lâu rồi em"])
def test_how_long_is_a_question(text: str) -> None:
    assert read(text).as_json()["intent"] == "task_detail"


def test_beside_what_is_fine_the_other_lacks() -> None:
    assert not read("2 được rồi, 1 cần bổ sung số liệu quý 3", role="unit_head").sure
