"""Text without accents asked for and mended; corrections of figures and other colons are left to their own rules."""

import pytest

from tests.bot.understanding.reading import bare, read, says, split, told


@pytest.mark.parametrize(
    "text",
    split(
        "chữ chưa dấu | kết quả chưa có dấu | xem nội dung chưa dấu | danh sách kết quả thiếu dấu | kết quả nào chưa có dấu? | nội dung còn không dấu"
    ),
)
def test_the_list_is_asked_for(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed, "office_head")) == [says("bare_texts")]


@pytest.mark.parametrize(
    "text",
    split(
        "sửa 12: đang lấy ý kiến các phòng | sửa việc 12: đang lấy ý kiến các phòng | thêm dấu 12: đang lấy ý kiến các phòng | Sửa chữ 12 : đang lấy ý kiến các phòng"
    ),
)
def test_accents_are_put_in(text: str) -> None:
    assert told(read(text, "office_head")) == [says("mend_text", 12, text="đang lấy ý kiến các phòng")]


OTHERS = """
sửa 12 lại còn 50% | sửa hạn 12: 30/11 | 12: đang lấy ý kiến | giải trình 12: chờ Sở | đính chính: việc 8 là 13 tin | sửa tin: Tập huấn
xong 12 chưa có dấu đỏ | 12 chưa đóng dấu | văn bản chưa đóng dấu | ghi hộ Thảo: xong 7 | sửa 12:
"""


@pytest.mark.parametrize("text", split(OTHERS))
def test_other_words_mend_nothing(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value not in ("bare_texts", "mend_text") for act in read(typed, "office_head").acts), (
            typed
        )
