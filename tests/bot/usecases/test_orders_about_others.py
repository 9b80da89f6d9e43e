"""A head's order or complaint about somebody's task is no result of it: whether he is to be reminded is asked first."""

import pytest

from tests.bot.talk import Talk
from tests.bot.usecases.test_verdicts_meant import each
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]
ORDERS = """
7 đăng nhiều lên | 7 cần mời thêm Đoàn thanh niên | 7 mời thêm bên đoàn nhé | 7 trình anh trước khi gửi Sở | 7 mời anh Dũng dự
7 đăng lên trang phường nha | 7 xong chưa báo cáo anh | 7 làm xong chưa báo anh | 7 làm xong chưa trình anh | 7 phát thêm ở tổ dân phố nha
"""
FORETOLD = "mai xong 7 nhé | 7 mai xong | Mai xong 7 nhé | tuần sau xong 7"
RESULTS = """
7 đang làm nha | 7 đã mời bên đoàn nhé | 7 đăng 12 tin nha | 7 mời được bên đoàn rồi nha | 7 trình anh Dũng rồi | 7 vướng kinh phí nhé
"""


@pytest.mark.parametrize("text", [*each(ORDERS), *each(FORETOLD)])
def test_an_order_about_somebody_s_task_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Tâm", text)
    assert "Việc 7: nhắc ngay" in answer and "Việc 7: ghi kết quả" in answer and talk.events() == [], answer


@pytest.mark.parametrize("text", each(RESULTS))
def test_how_it_stands_is_kept_at_once(talk: Talk, duties: Duties, text: str) -> None:
    assert "nhắc ngay" not in asked(talk, "Tâm", text)
    assert talk.events() != []


@pytest.mark.parametrize("text", each("7 anh xin ý kiến Sở rồi | 7 anh họp với Sở rồi | 7 anh đang giữ hồ sơ"))
def test_what_a_head_did_himself_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    assert "phải không ạ" in asked(talk, "Tâm", text) and talk.events() == []


def test_of_ones_own_task_the_same_words_are_its_result(talk: Talk, duties: Duties) -> None:
    assert "nhắc ngay" not in asked(talk, "Lan", "7 mời thêm bên đoàn nhé")


def test_what_cannot_be_approved_is_left_as_it_is(talk: Talk, duties: Duties) -> None:
    asked(talk, "Tâm", "7 sao mà duyệt được khi chưa có số liệu")
    assert talk.events() == []
