"""What sounds like a report, an order or a verdict and is none, or not of this task: nothing is certain of it."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import bare, read, split

FROM_STAFF = split("""ai nói việc 12 xong | giá mà việc 12 xong sớm | việc 12 mà xong thì tốt | suýt xong việc 8 | lẽ ra việc 7 xong tuần trước
xong 1/2 việc 15 rồi | việc 15 xong 1/2 | 1 tiếng nữa em xong việc 6 | việc 6 chút nữa xong | xong 2/3 việc 15 | hình như việc 7 xong rồi | em tưởng việc 7 xong rồi | xong 7; hình như việc 8 xong rồi | nghe nói việc 9 duyệt rồi | việc 7 đáng lẽ xong rồi mà mưa quá
17 chửa xong | chửa xong 31 nhé | 47 nỏ xong | 2 chớ xong | 31 chả xong | 31 đếch xong | 31 éo xong được | 31 cóc xong | 48 xong cl | 48 xong cái đầu mày | chả nhẽ 12 xong rồi
cố xong 8 | 8 em cố làm xong | hứa xong 8 | đòi xong 8 | 8 mong xong | vội xong 8 | ép xong 8
không phải việc 12 xong mà là việc 13 | nếu mai không có số liệu thì em xin lùi việc 6""")
FROM_HEADS = split("""Vinh muốn hạn 26 là 5/12 | đề xuất hạn 26 là 20/12 | Sở yêu cầu hạn 26 là 15/12 | anh Vinh đề nghị hạn 26 là 5/12 | bên KT xin hạn 26 đến 5/12 | hạn 26 Vinh xin đến 20/12 | nên để hạn 26 đến 20/12
Lan muốn duyệt 5 | chắc phải nhắc hết | có lẽ nhắc hết | có khi phải nhắc hết | chị Hà muốn nhắc hết | đề xuất nhắc hết | có nên nhắc hết | chắc nhắc VHXH
việc 12 xong thì báo anh nhé | đừng báo xong việc 12 nhé | chưa duyệt việc 5 vội | để anh xem rồi duyệt việc 5 | mai duyệt việc 5 nhé
nếu không có gì thay đổi thì duyệt việc 5 | đừng giao việc 5 cho KT nữa | thôi khỏi nhắc VHXH | từ từ hẵng lùi hạn việc 8 | định giao việc 9 cho Lan
mai hãy đăng tin 8 | khoan đăng bài 5 | chưa đăng tin 8 vội | tin 8 đăng chưa | đã cho đăng tin 8 | việc 12 cho tới hôm nay vẫn vướng | đánh dấu hoàn thành việc 8""")
NOT_OFF = split(
    """đừng nhắc nữa, mai hãy nhắc | đừng nhắc em sau 5 giờ chiều nữa | đừng nhắc sau 18h nữa | thôi nhắc, tuần sau hẵng nhắc"""
)


@pytest.mark.parametrize(
    ("text", "role"), [*((text, "staff") for text in FROM_STAFF), *((text, "office_head") for text in FROM_HEADS)]
)
def test_nothing_is_changed_for_certain(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        kept = understood.acts if understood.sure else understood.certain
        changed = CHANGES | {Intent.remind_unit}
        changes = [act for act in kept if act.intent in changed and act.slots.task_ids != (7,)]
        assert not changes


#: Decided by whoever types it.
ORDERED = split("""hạn 26 là 20/12 | đặt hạn 26 là 20/12 | đề nghị đặt hạn 26 là 20/12 | tôi muốn hạn 26 là 5/12 | chị đề nghị hạn 26 là 20/12 | nhắc hết | muốn nhắc hết
giao 26 cho Vinh yêu cầu xong trước 20/12 | anh Vinh ơi hạn 26 là 20/12 nhé | nhắc Lan báo cáo việc 7 | nhắc chị Lan yêu cầu nộp việc 7 | đề nghị nhắc VHXH | hay nhắc VHXH giúp anh nhé | theo yêu cầu của Sở, hạn 26 là 15/12""")


@pytest.mark.parametrize("text", ORDERED)
def test_a_plain_order_is_certain(text: str) -> None:
    assert read(text, "office_head").sure


#: Nothing strange stands before "xong".
PLAINLY_DONE = split("""làm xong 12 | ban hành xong 12 | 12 tổ chức xong rồi | chốt xong 12 | em vừa nộp xong 12 | 12 cuối cùng cũng xong | rốt cuộc cũng xong 12 | may quá xong 12 rồi
lo xong 12 | bọn em xong 12 rồi | vậy là xong 12 rồi | 12 chữa cháy xong | 12 hội thi nấu bánh chả xong rồi | mần xong 12""")


@pytest.mark.parametrize("text", PLAINLY_DONE)
def test_a_plain_report_is_certain(text: str) -> None:
    understood = read(text)
    assert [(act.intent.value, act.slots.task_ids, understood.sure) for act in understood.acts] == [
        ("done", (12,), True)
    ]


@pytest.mark.parametrize(
    "text", ['"Lan ơi xong 8 chưa" - a Tâm hỏi c nãy giờ', 'a Tâm hỏi "xong 8 chưa"', "“8 xong chưa” anh Tâm hỏi"]
)
def test_a_question_quoted_is_no_result(text: str) -> None:
    understood = read(text)
    assert not understood.sure or understood.acts[0].intent is not Intent.progress
    assert read('8 đăng bài "Lan ơi xong chưa"').sure


@pytest.mark.parametrize("text", NOT_OFF)
@pytest.mark.parametrize("context", ["direct", "reply_to_reminder"])
def test_a_reminder_put_off_is_not_turned_off(text: str, context: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.slots.mode != "off" for act in read(typed, context=context).acts)


@pytest.mark.parametrize(
    ("text", "role", "verdicts"),
    [
        ("việc 3 ok rồi việc 4 cho làm lại", "office_head", [("approve", (3,)), ("reject", (4,))]),
        ("việc 5 thiếu số liệu và việc 9 trả lại", "office_head", [("reject", (5,)), ("reject", (9,))]),
        ("duyệt 3 và 4. Việc 6 trả về vì chưa có số liệu", "office_head", [("approve", (3, 4)), ("reject", (6,))]),
        ("xin huỷ kết quả báo xong việc 33", "staff", [("undo_done", (33,))]),
        ("bỏ giúp em cái báo hoàn thành việc 4", "staff", [("undo_done", (4,))]),
    ],
)
def test_each_task_gets_its_own_word(text: str, role: str, verdicts: list[tuple[str, tuple[int, ...]]]) -> None:
    understood = read(text, role)
    assert [(act.intent.value, act.slots.task_ids) for act in understood.acts] == verdicts
    assert understood.sure
