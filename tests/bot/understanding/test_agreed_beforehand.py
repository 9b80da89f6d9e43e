"""What was talked over or decided by others before an order or report: the talk is over, the task is not."""

import pytest

from bot.understanding.intents import CHANGES
from tests.bot.understanding.reading import Told, bare, bare_told, done, read, says, split, told

VHXH = {"unit_full": "Phòng Văn hóa – Xã hội"}
VP = {"unit": "VP", "unit_full": "Văn phòng"}
BQLDA = {"unit": "BQLDA", "unit_full": "Ban Quản lý dự án, hạ tầng"}
HANDED_OUT = [
    ("Bàn xong rồi, từ nay việc 21 về BQLDA lo nghen", says("assign", 21, **BQLDA)),
    ("từ nay việc 21 giao BQLDA", says("assign", 21, **BQLDA)),
    ("họp xong rồi, việc 9 giao VP nhé", says("assign", 9, **VP)),
    ("anh vừa họp giao ban xong, việc 9 chuyển sang VP", says("assign", 9, **VP)),
    ("Trao đổi với Chủ tịch xong rồi, việc 14 chuyển cho anh Vinh", says("assign", 14, person="anh Vinh")),
    ("thống nhất xong, 18 giao chị Thu nhé", says("assign", 18, person="chị Thu")),
    ("Theo ý kiến Chủ tịch sáng nay thì việc 39 giao phòng VHXH", says("assign", 39, unit="phòng VHXH", **VHXH)),
    ("theo chỉ đạo của Bí thư, việc 39 giao VHXH nhé", says("assign", 39, unit="VHXH", **VHXH)),
    ("theo kết luận cuộc họp thì việc 12 chuyển sang VP", says("assign", 12, **VP)),
    ("việc 12 về chị Lan theo dõi nhé", says("assign", 12, person="chị Lan")),
]
FINISHED = split("họp giao ban xong rồi, việc 21 xong luôn | họp với Sở xong rồi, việc 21 hoàn thành luôn ạ")
NOT_CHANGED = split("""họp xong rồi, việc 21 em đang làm | bàn xong rồi, việc 21 chiều em gửi | trao đổi với Sở xong rồi, việc 21 còn vướng
theo ý kiến Chủ tịch thì việc 39 vẫn đang chờ Sở | theo ý kiến của Sở, việc 12 em đang sửa lại | việc 12 về VP lấy hồ sơ rồi | việc 12 về đích rồi
thống nhất xong | họp giao ban xong rồi""")


@pytest.mark.parametrize(("text", "act"), HANDED_OUT)
def test_the_order_behind_it_counts(text: str, act: Told) -> None:
    for typed, expected in ((text, [act]), (bare(text), bare_told([act]))):
        understood = read(typed, "office_head")
        assert told(understood) == expected
        assert understood.sure


@pytest.mark.parametrize("text", FINISHED)
def test_the_report_behind_it_counts(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [done(21)]


@pytest.mark.parametrize("text", NOT_CHANGED)
@pytest.mark.parametrize("role", ["staff", "office_head"])
def test_the_talk_alone_changes_nothing(text: str, role: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed, role)
        assert not (understood.sure and any(act.intent in CHANGES for act in understood.acts))
