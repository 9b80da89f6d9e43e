"""Words that only ask about a change, or talk about the record: nothing is changed by them."""

import pytest

from bot.understanding.intents import CHANGES, Intent
from tests.bot.understanding.reading import read

RECORDED = CHANGES | {Intent.progress, Intent.submit_news}
ASKED_BACK = """
staff | xong 17 được không | done
staff | xong 17 duoc khong ạ | done
unit_head | duyệt 2 được chưa | approve
unit_head | duyet 18 duoc chua | approve
unit_head | duyệt 18 được không? | approve
unit_head | trả lại 18 được không | reject
unit_head | trả 18 hay duyệt | reject
unit_head | giao 32 cho Lan được không? | assign
unit_head | giao 34 cho Lan có được không | assign
unit_head | giao 33 cho Lan hay Quân | assign
staff | 8 như kỳ trước được không | same_as_before
staff | hoàn tác là gì | undo_done
staff | hoàn tác được không | undo_done
staff | xong 17 chứ | done
staff | xong 17 chứ ạ | done
unit_head | duyệt 18 chứ anh | approve
staff | giải trình 17: chờ Sở được không | explain
""".strip().splitlines()
NOT_TAKEN = """
việc 2 chuyển cho anh Quân được không
17 nhầm
17 sai rồi
17 bỏ qua
17 hạn 31/12
17 cho em hỏi mẫu báo cáo
17 em hỏi chút
1 giao cho người khác đi
1 xin lỗi em quên
1 đừng nhắc nữa
đừng nhắc việc 1 nữa
xong 17 được chưa
tin: có cần nộp thêm không?
""".strip().splitlines()


@pytest.mark.parametrize("line", ASKED_BACK)
def test_a_change_that_is_asked_about_is_asked_back(line: str) -> None:
    role, text, intent = line.split(" | ")
    understood = read(text, role, "direct")
    assert not understood.sure
    assert [reading.intent.value for reading in understood.readings] == [intent]
    assert understood.readings[0].slots.reason is None


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_talk_about_the_record_is_not_recorded(text: str) -> None:
    understood = read(text, "staff", "direct")
    assert not [act for act in understood.acts if act.intent in RECORDED]


def test_hay_with_its_accent_is_an_order() -> None:
    assert read("hãy duyệt 2", "unit_head", "direct").sure
