""" "Trung tâm" is the one unit of the office that is one, and no other centre."""

import pytest

from tests.bot.understanding.reading import bare, read, split

CENTRE = "Trung tâm Phục vụ hành chính công"
MEANT = """
việc của Trung tâm | tình hình trung tâm | Trung tâm thế nào rồi | trung tâm còn việc gì | nhắc trung tâm
nhắc cả trung tâm | việc quá hạn của trung tâm | xong 4 của trung tâm | trả 4 của trung tâm thiếu số liệu
"""
NOT_MEANT = """
8 phối hợp trung tâm y tế tổ chức 2 buổi | việc 8 đã gửi trung tâm y tế | 7 họp tại khu trung tâm xong rồi
8 đã khảo sát trung tâm thương mại
"""


@pytest.mark.parametrize("text", split(MEANT))
def test_the_centre_is_the_office_s_only_one(text: str) -> None:
    for typed in (text, bare(text)):
        [act] = read(typed, "office_head").acts
        assert act.slots.unit_full == CENTRE


@pytest.mark.parametrize("text", split(NOT_MEANT))
def test_another_centre_is_no_unit(text: str) -> None:
    assert all(act.slots.unit_full is None for act in read(text, "office_head").acts)
