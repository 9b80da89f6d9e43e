"""Talk that only borrows the words of the work: cards and milk past their date, a thing called to mind, a message sent astray."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, says, split, told

THINGS = split("""
sữa trong tủ lạnh hết hạn rồi đó, ai bỏ giùm đi | thẻ gửi xe hết hạn thì đổi ở đâu vậy mọi người | bánh mì hết hạn từ hôm qua rồi ai ăn đấy
thẻ bảo hiểm của em quá hạn rồi, làm lại ở đâu ạ | bằng lái hết hạn đổi ở đâu nhỉ | chữ ký số của anh Bảo hết hạn chưa
ai còn mì tôm không, quá hạn cũng được | hạn nộp tiền quỹ là bao giờ vậy | gia hạn thẻ xe ở đâu mọi người | cái bình chữa cháy tầng 2 hết hạn rồi kìa
""")
REMEMBERED = split("""
nhắc mới nhớ, hôm qua ai để quên cái ô trong phòng họp | nhắc tới mới nhớ hôm nay sinh nhật chị Lan | anh nhắc em mới nhớ ra vụ cái ghế
nghe nhắc tới Tết mà nôn ghê | nhắc mới nhớ ai cầm chìa khóa phòng họp vậy
""")
ASTRAY = split("""
em gửi nhầm chỗ ạ, tin nhắn trước là cho chồng em | lộn người, tin này anh gửi cho bà xã | xin lỗi em nhắn nhầm người | em gửi nhầm nhóm, xin lỗi cả nhà
lộn box rồi, tin hồi nãy của em gửi mẹ | nhầm nhóm rồi ạ, xin lỗi mọi người | gửi nhầm người, xin lỗi bot
""")
LAUGHTER = split("hihi | haha | hehe | hihihi")
HOURS = split("""
Cửa hàng mở cửa từ tám giờ sáng | mai họp lúc 8 giờ sáng | cuộc họp bắt đầu từ 8h sáng | căng tin bán từ 6h sáng | thứ 7 tuần này dọn vệ sinh từ 7h sáng
siêu thị gửi xe miễn phí từ 8h sáng | cúp điện từ 8 giờ sáng đến 5 giờ chiều | xe đón lúc 6 giờ sáng trước cổng phường
""")
#: The hour is the bot's: it is to speak then, or nothing but the hour is said.
HOURS_OF_THE_BOT = split("từ tám giờ sáng | nhắn từ 8h sáng thôi | nhắc em từ tám giờ sáng | mỗi sáng 7 rưỡi gọi anh là được | sáng nào cũng 7h là sớm quá cho 8h qua | nửa tiếng nữa kêu chị | mai keu em lai viec 7 nhe")  # fmt: skip
#: Near misses: work is named, or a report was the slip.
WORK = [
    ("việc nào quá hạn rồi mà chưa báo", "direct", says("overdue_list")),
    ("có cái nào lố deadline chưa vậy bot", "group", says("overdue_list")),
    ("phòng nào đang trễ hạn vậy", "group", says("overdue_list")),
    ("bot cho xin mấy cái trễ deadline", "group", says("overdue_list")),
    ("nhắc mới nhớ, tuần này có việc gì tới hạn không", "direct", says("due_soon", period="2025-W47")),
    ("em báo nhầm rồi", "direct", says("undo_done")),
    ("em báo nhầm việc 12 ạ", "direct", says("undo_done", 12)),
    ("em gửi nhầm việc 12 rồi, mở lại giúp em", "direct", says("undo_done", 12)),
    ("ok hihi", "direct", says("greeting_thanks")),
]


@pytest.mark.parametrize("text", HOURS)
def test_hours_of_other_talk_set_none(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [says("smalltalk_other")], typed


@pytest.mark.parametrize("text", HOURS_OF_THE_BOT)
def test_hours_of_the_bot_are_taken(text: str) -> None:
    assert read(text).acts[0].intent.value in ("settings_time", "snooze")


@pytest.mark.parametrize("text", [*THINGS, *REMEMBERED, *ASTRAY, *LAUGHTER])
def test_it_is_left_to_the_people(text: str) -> None:
    for typed in (text, bare(text)):
        for context in ("group", "direct"):
            assert told(read(typed, context=context)) == [says("smalltalk_other")], (typed, context)


@pytest.mark.parametrize(("text", "context", "act"), WORK)
def test_of_work_the_same_words_are_taken(text: str, context: str, act: tuple[str, dict[str, object]]) -> None:
    assert told(read(text, "unit_head", context)) == [act]


@pytest.mark.parametrize("text", split("việc 8 cấp thẻ gửi xe hết hạn chưa | nhiệm vụ cấp bằng lái quá hạn chưa"))
def test_a_task_about_such_a_thing_is_work(text: str) -> None:
    assert intents(text) != ["smalltalk_other"]


def test_to_carry_out_is_not_to_urge() -> None:
    """ "Thực hiện" without accents holds "thúc"."""
    asked = "cho tôi biết kết quả thực hiện của Phòng Văn hóa - Xã hội"
    for typed in (asked, bare(asked)):
        assert [act for act, _ in told(read(typed, "leader"))] == ["status_unit"], typed
    assert intents("thúc phòng VHXH việc 3 giúp tôi", "leader") == ["remind_unit"]
