""" "Đã nộp": to the Sở it is finished, to one's own head it is a draft that lies with him, so it is asked about."""

import pytest

from tests.bot.understanding.reading import bare, read, split

ASKED = """
2 em đã nộp cho anh Tâm rồi | 26 em đã nộp cho chị Thu rồi | 2 đã nộp anh Tâm | 2 đã nộp cho VP rồi | 2 đã nộp sếp rồi | 2 đã nộp lãnh đạo
2 đã nộp trưởng phòng | việc 2 đã nộp báo cáo cho anh Tâm | 2 đã nộp bản cứng cho chị Hoa ạ
"""


@pytest.mark.parametrize("text", split(ASKED))
def test_handed_to_somebody_of_the_office_may_be_a_draft(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert not understood.sure, typed
        assert [act.intent.value for act in understood.readings] == ["progress", "done"], typed


@pytest.mark.parametrize("text", split("đã nộp cho anh Tâm rồi ạ | đã nộp báo cáo cho sếp rồi"))
def test_so_it_is_in_answer_to_a_reminder(text: str) -> None:
    assert not read(text, context="reply_to_reminder").sure


DONE = """
2 đã nộp Sở Nội vụ rồi | 2 em đã nộp rồi | đã nộp báo cáo việc 2 cho UBND | 2 đã nộp, số BC 45/BC-UBND | 2 xong rồi, đã nộp anh Tâm
2 đã nộp anh Tâm, số BC 45/BC-UBND | 2 đã nộp báo cáo về UBND thành phố
"""


@pytest.mark.parametrize("text", split(DONE))
def test_handed_in_for_good_is_done(text: str) -> None:
    for typed in (text, bare(text)):
        understood = read(typed)
        assert [act.intent.value for act in understood.acts] == ["done"] and understood.sure, typed


@pytest.mark.parametrize("text", split("17 em nộp anh Tâm rồi | 17 đã gửi cho anh Tâm duyệt"))
def test_on_its_way_is_progress(text: str) -> None:
    understood = read(text)
    assert [act.intent.value for act in understood.acts] == ["progress"] and understood.sure


SENT = "3 đã gửi, BC 245/BC-UBND | 3 vừa gửi BC 245/BC-UBND cho Sở | 19 số 301/QĐ-UBND nè | 19 QĐ 301/QĐ-UBND nha"


@pytest.mark.parametrize("text", split(SENT))
def test_a_paper_told_by_its_number_may_end_the_task(text: str) -> None:
    understood = read(text)
    assert not understood.sure and [act.intent.value for act in understood.readings] == ["done", "progress"]
    assert understood.readings[0].slots.evidence


@pytest.mark.parametrize("text", split("3 đã gửi dự thảo, tờ trình 12/TTr-UBND | 3 đã gửi CV 12/UBND-VP xin ý kiến"))
def test_a_paper_on_the_way_ends_nothing(text: str) -> None:
    assert [act.intent.value for act in read(text).acts] == ["progress"] and read(text).sure
