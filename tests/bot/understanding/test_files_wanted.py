"""Files that prove work wanted back, and the same words said of other things."""

import pytest

from tests.bot.understanding.reading import bare, read, says, split, told

WANTED = """
xem ảnh 12 | xem ảnh việc 12 | gửi lại tệp việc 12 | xem minh chứng 12 | cho xem ảnh việc 12 | tải file việc 12 | minh chứng việc 12 đâu | xem tệp của việc 12
gửi em file việc 12 với | xem hình việc 12
"""


@pytest.mark.parametrize("text", split(WANTED))
def test_the_file_of_a_task_is_wanted(text: str) -> None:
    for typed in (text, bare(text)):
        assert told(read(typed)) == [says("show_proof", 12)], typed


def test_a_photo_named_with_its_accent_needs_no_verb() -> None:
    assert told(read("ảnh việc 12")) == [says("show_proof", 12)]
    assert all(act.intent.value != "show_proof" for act in read("anh viec 12").acts)


OTHERS = """
việc 12 | xem việc 12 | xong 12 kèm ảnh | 12 đã gửi ảnh | anh ơi việc 12 | gửi ảnh 12 lên cổng rồi | 12 đang chụp ảnh hiện trường | tệp rà soát | nộp kế hoạch
đã gửi file việc 12 | xem anh Tâm việc 12 | gửi tệp 12 cho Sở chưa?
"""


@pytest.mark.parametrize("text", split(OTHERS))
def test_other_words_want_none(text: str) -> None:
    for typed in (text, bare(text)):
        assert all(act.intent.value != "show_proof" for act in read(typed).acts), typed
