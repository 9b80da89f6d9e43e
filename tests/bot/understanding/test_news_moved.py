"""A news item recorded for the wrong unit: whose it is said to be, or only that the unit is wrong."""

import pytest

from tests.bot.understanding.reading import bare, read, split

NAMED = """
    tin này của KT chứ không phải VHXH | tin đó của phòng Kinh tế | nhầm phòng rồi, tin của KT | chuyển tin T10-04 sang KT | T10-04 là của phòng KT | tin T10-04 của KT chứ không phải VHXH | sửa tin T10-04 thành của phòng Kinh tế
    tin T10-04 là của KT nhé | à tin này của KT | nhầm, của KT | à của TTPVHCC chứ | ủa tin vừa gửi là của phòng Kinh tế | nhầm, của VP chứ không phải VHXH | đổi thành tin của VP | tin vừa gửi của VP mới đúng | tin này tính cho KT nhé | tin vừa rồi của KT, không phải của VHXH | chuyển tin vừa gửi sang phòng KT giúp em | tin này phải là của VP
"""
WRONG = """
    tin vừa rồi ghi nhầm phòng | T10-04 ghi nhầm phòng | tin này nhầm đơn vị rồi | tin T10-04 gửi nhầm phòng
"""
OTHERWISE = """
    tin của KT đủ chưa | tin: Hội nghị của phòng KT | tin KT: Lễ ra quân | gửi tin của KT: Lễ ra quân | tin tháng 10 của KT | tin này của KT à | tin T10-04 gửi nhầm | bỏ tin của VHXH | chuyển tin T10-04 sang tháng 11 | tin này hay quá | nhầm, của chị Lan | 4 của KT xong | tin này gửi cho KT xem | sửa tên tin T10-04 thành Lễ ra quân của phòng KT | đầu mối tin của KT là Vinh | nhầm, 17 của KT chứ không phải VHXH | báo tin cho KT | tin bài của VHXH tháng này | bài này em gửi KT rồi | nộp tin: Phòng Kinh tế chuyển trụ sở sang VP
"""


def moves(text: str, role: str) -> bool:
    (act, *_more) = read(text, role).acts
    return act.intent == "news_back" and (act.slots.mode or "").startswith("move")


@pytest.mark.parametrize("text", split(NAMED))
def test_the_unit_it_is_of(text: str) -> None:
    for typed in (text, bare(text)):
        for role in ("staff", "office_head"):
            assert moves(typed, role), typed
    unit = read(text).acts[0].slots.unit_full or ""
    assert unit.startswith(("Phòng Kinh tế", "Trung tâm", "Văn phòng"))


@pytest.mark.parametrize("text", split(WRONG))
def test_the_wrong_unit_and_no_other_is_said(text: str) -> None:
    for role in ("staff", "office_head"):
        assert moves(text, role) and read(text, role).acts[0].slots.unit_full is None


@pytest.mark.parametrize("text", split(OTHERWISE))
def test_other_words_of_news_move_nothing(text: str) -> None:
    for typed in (text, text if text.endswith(" à") else bare(text)):
        for role in ("staff", "office_head"):
            assert not moves(typed, role), typed
