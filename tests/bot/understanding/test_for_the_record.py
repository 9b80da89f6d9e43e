"""What of a result's words goes into the record."""

import pytest

from bot.understanding.for_the_record import for_the_record

CHAT = [
    ("ủa chưa phát", "chưa phát"),
    ("cái này chị đang chờ Sở", "đang chờ Sở"),
    ("thì làm thường xuyên mà", "làm thường xuyên"),
    ("thì vẫn làm đều ạ", "vẫn làm đều"),
    ("dạ em đang soạn ạ", "đang soạn"),
    ("chị đang chờ Sở nhé em", "đang chờ Sở"),
    ("à đang lấy ý kiến rồi đó anh ơi", "đang lấy ý kiến rồi"),
    ("chưa chưa xong đâu", "chưa xong"),
    ("đăng 3 tin rồi nha em", "đăng 3 tin rồi"),
    ("viec nay em van cho So", "van cho So"),
]
AS_SAID = [
    "anh Tâm ký rồi, đợi văn thư đóng dấu",
    "anh đang xem",  # somebody else: she is a chị
    "chị Hà đã duyệt",
    "12 tin, 3 bài",
    "thi tuyển 3 công chức",
    "thì",
    "đã cấp 12 ảnh",
    "việc này do Sở quyết định",
    "phòng em đang chờ Sở",
    "không có đâu là vướng",
    "giải ngân 68%",
]


@pytest.mark.parametrize(("words", "kept"), CHAT)
def test_address_and_chat_are_left_out(words: str, kept: str) -> None:
    assert for_the_record(words, "chị") == kept


@pytest.mark.parametrize("words", AS_SAID)
def test_what_tells_something_stays(words: str) -> None:
    assert for_the_record(words, "chị") == words


CLERK = [
    ("đừng ghi vậy, ghi là đang trình ký", "đang trình ký"),
    ("sửa lại: bố trí 3/4", "bố trí 3/4"),
    ("ghi lại là bố trí 3/4 nhé", "bố trí 3/4"),
    ("em cập nhật lại là Sở đã trả lời", "Sở đã trả lời"),
    ("ghi giúp chị đang chờ Sở", "đang chờ Sở"),
    ("đừng ghi thế, sửa lại giúp chị là đã bố trí 3/4", "đã bố trí 3/4"),
    ("ghi chưa xong", "chưa xong"),
    ("sua lai: bo tri 3/4", "bo tri 3/4"),
    ("sửa lại dự thảo theo góp ý", "sửa lại dự thảo theo góp ý"),
    ("đang cập nhật lại số liệu", "đang cập nhật lại số liệu"),
    ("ghi hình 2 buổi", "ghi hình 2 buổi"),
    ("sửa thành phố đáng sống", "sửa thành phố đáng sống"),
]


@pytest.mark.parametrize(("words", "kept"), CLERK)
def test_what_the_bot_is_told_to_write_is_the_result_alone(words: str, kept: str) -> None:
    assert for_the_record(words, "chị") == kept
