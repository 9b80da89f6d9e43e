"""Changes as people of every region type them (`changes_said.txt`), those asked about (`changes_asked.txt`), and what sounds like one."""

import json
from pathlib import Path

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import Told, read, split, told

HERE = Path(__file__).parent
FROM_STAFF = split("""
mở ra lại lớp học tuần sau | việc 31 mở ra lớp tập huấn rồi | mở ra lại cái file giúp em | đừng tính tiền việc 5 | tui nhắc hoài mà chưa ai nộp
dời cuộc họp qua mốt được không sếp | cho xin thêm 2 bữa cơm cho đoàn | kéo thêm 2 cái ghế qua đây | xong bữa cơm trưa đã | bữa mô xong việc 12
sao mà duyệt được việc 5 | việc 5 sao chưa duyệt | từ chiều qua tới giờ chưa xong việc 9
tại Sở Tài chính, việc 9 đang chờ | do mưa lũ nên việc 12 chưa xong | xử lý xong 3 vụ việc khiếu nại rồi | vụ 12 xe đụng nhau ngoài ngã tư
chị ơi 40 người đăng ký rồi | chị ơi, 9 nộp rồi à | dạ 26 em trình sếp duyệt chưa ạ | gỡ hạn chế trong việc 9 rồi | việc 9 phục vụ 12 đoàn khách rồi
""")
FROM_HEADS = split("""
mấy phòng trễ hạn là mấy phòng nào | việc 17 im ru vậy em | ông nào trễ hạn vậy | mấy phòng chưa nộp báo cáo tháng này | việc 31 chưa đụng gì hết hả em
VP nhận được 56 hồ sơ | VHXH đã nhận việc 8 chưa | anh Nam nhận thêm 2 nhân viên mới | để anh Nam xem việc 9 rồi tính | đưa việc 9 lên iOffice giúp anh
việc 9 anh Nam đang theo đuổi | việc 19 ai theo vậy | việc mô xong rồi | việc 12 răng chưa xong | chừ việc 12 tới mô rồi | cái hạn việc 48 bỏ chưa
việc 5 chốt hoàn thành cuối tháng nhé | chốt số liệu việc 5 cho anh em xem | đừng tính việc 5 là xong nhé | trả 5 triệu cho nhà hàng
""")
NO_REMINDER = split("""
chuông reo rồi vào họp thôi | cả phòng hò reo vì xong việc | bị réo hoài mệt quá | hú hồn chưa | alo chị ơi lại đây | sáng mai gọi tui dậy | đừng hối nữa
tin nhắc hồi sáng chị nhận được rồi | hú lại coi chuông kêu không | bot nhắc hoài vậy
""")


def _rows(name: str) -> list[list[str]]:
    return [line.split(" | ") for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _acts(column: str) -> list[Told]:
    parts = (part.split(" ", 1) for part in column.split(" + "))
    return [(intent, json.loads(slots)) for intent, slots in parts]


@pytest.mark.parametrize(("table", "sure"), [("changes_said.txt", True), ("changes_asked.txt", False)])
def test_changes_mean_what_their_lines_say(table: str, sure: bool) -> None:
    wrong = []
    for text, role, context, meant in _rows(table):
        understood = read(text, role, context)
        if told(understood) != _acts(meant) or understood.sure is not sure:
            wrong.append((text, told(understood), understood.sure))
    assert not wrong


@pytest.mark.parametrize(
    ("text", "role"), [*((text, "staff") for text in FROM_STAFF), *((text, "office_head") for text in FROM_HEADS)]
)
def test_what_sounds_like_a_change_is_none(text: str, role: str) -> None:
    understood = read(text, role)
    changing = CHANGES | {Intent.remind_unit}
    assert not (understood.sure and any(act.intent in changing for act in understood.acts))


@pytest.mark.parametrize("text", NO_REMINDER)
@pytest.mark.parametrize(("role", "context"), [("staff", "direct"), ("office_head", "group")])
def test_calls_of_other_kinds_ask_for_no_reminder(text: str, role: str, context: str) -> None:
    assert not {act.intent for act in read(text, role, context).acts} & {Intent.remind_unit, Intent.snooze}


@pytest.mark.parametrize(
    "text",
    split("""chưa được đâu, đang đợi Sở gửi lại | không được, còn vướng, mai gửi lại | bot nhắc hoài mà chị chưa xong được | em đang họp, đừng nhắc nữa
    mai nhắc, đừng nhắc chiều nay | đừng nhắc nữa"""),
)
def test_in_reply_to_a_reminder_nothing_is_finished_or_refused(text: str) -> None:
    for role in ("staff", "unit_head"):
        understood = read(text, role, "reply_to_reminder")
        assert not (understood.sure and {act.intent for act in understood.acts} & {Intent.done, Intent.reject})
