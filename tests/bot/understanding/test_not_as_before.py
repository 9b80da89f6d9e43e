""" "Như kỳ trước" and "không phát sinh", denied of a task or not to be written, are never written."""

import pytest

from tests.bot.understanding.reading import bare, intents, read, split

DENIED = split("""
13 không phải như kỳ trước đâu | 20 không giống kỳ trước | 21 không như kỳ trước nữa | 18 đâu có như kỳ trước | 12 chưa như tháng trước đâu em
49 khoan ghi như kỳ trước | 12 đừng ghi như kỳ trước | 50 xóa giúp chị cái như kỳ trước | 50 bỏ giùm câu như kỳ trước nha | đừng ghi 12 như kỳ trước
46 bỏ cái không phát sinh đi | 46 bỏ giúp chị chữ không phát sinh | 53 đừng để không phát sinh nữa | 45 đừng ghi không phát sinh
bỏ không phát sinh của 46 | 12 không phải là không phát sinh
""")


@pytest.mark.parametrize("text", DENIED)
def test_what_was_written_is_asked_about(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        (act,) = understood.readings
        assert not understood.sure and act.intent.value == "undo_done" and len(act.slots.task_ids) == 1, typed


INSTEAD = {
    "8 không như tháng trước, được 15 tin": "được 15 tin",
    "13 chưa như kỳ trước được, còn thiếu 2 hồ sơ": "còn thiếu 2 hồ sơ",
    "14 không giống tháng trước mà tăng 3 hồ sơ": "tăng 3 hồ sơ",
    "45 đừng ghi không phát sinh mà ghi có 2 hồ sơ": "có 2 hồ sơ",
    "13 không như kỳ trước vì mới có 2 hồ sơ": "không như kỳ trước vì mới có 2 hồ sơ",
    "8 giống tháng trước thêm 2 tin": "giống tháng trước thêm 2 tin",
    "2 như kỳ trước nhưng đã trình ký": "như kỳ trước nhưng đã trình ký",
}


@pytest.mark.parametrize(("text", "kept"), INSTEAD.items())
def test_what_is_so_instead_is_kept(text: str, kept: str) -> None:
    understood = read(text)
    assert not understood.sure and understood.readings[0].slots.statement == kept


STILL = split("""
13 như kỳ trước | 13 không có gì khác, như kỳ trước | 12 chưa có gì mới, như kỳ trước | 12 toàn bộ như kỳ trước | 13 như kỳ trước nhé em
như kỳ trước hết, trừ 31 | 13 không thay đổi | 20 đừng nhắc nữa, như kỳ trước
""")


@pytest.mark.parametrize("text", STILL)
def test_as_before_is_written(text: str) -> None:
    assert read(text).sure and intents(text) == ["same_as_before"]


@pytest.mark.parametrize(
    "text", split("toàn bộ không phát sinh | 11 không phát sinh thêm | 45 khoan, không phát sinh | 13 không phát sinh")
)
def test_nothing_arose_is_written(text: str) -> None:
    assert read(text).sure and intents(text) == ["none_arose"]


def test_a_question_writes_nothing() -> None:
    assert intents("13 không phải như kỳ trước à") == ["task_detail"]
