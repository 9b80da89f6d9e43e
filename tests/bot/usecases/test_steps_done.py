"""A finished part, said of a task by its number, is asked about; it ends no task unasked."""

import pytest
from sqlmodel import select

from storage.kinds import DutyState, EventKind, ProductKind
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.bot.usecases.test_verdicts_meant import each
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]
STEPS = """
7 in tờ rơi xong rồi | 7 em in tờ rơi xong r, phát được 300 tờ | 7 gửi văn bản trả lời xong rồi | 7 lập hồ sơ mời thầu xong rồi
7 chỉnh sửa xong theo góp ý rồi | 7 nhập số liệu xong rồi | 7 làm báo cáo xong rồi | thuê xong hội trường việc 7 rồi
việc 7 đặt phông bạt xong rồi ạ | 7 sua xong theo gop y r
7 thẩm định xong r | 7 rà soát xong rồi | 7 cập nhật xong rồi | 7 chọn ngày xong rồi | 7 đánh máy xong rồi | 7 phân loại đơn xong r
7 xác minh đơn xong r | 7 tham dinh xong r | 7 tính xong rồi | 7 tính xong rồi đó nha, khỏi nhắc nữa | 7 mua xong rồi | 7 dem xong roi | chị thẩm tra xong việc 7 rồi
"""
WHOLE = """
7 làm xong rồi | 7 tổ chức xong rồi | chị làm xong việc 7 rồi | báo cáo sếp việc 7 xong rồi ạ | việc 7 phòng em hoàn thành rồi ạ
xong 7 hôm qua, 60 người dự | xong 7, hội nghị 60 người dự | 7 xong trước hạn luôn | 7 xong rồi nha em, mai nộp bản cứng | 7 chị với anh Quân làm xong rồi
7 tập huấn xong rồi | 7 ban hành xong rồi | 7 đc làm xong rồi ạ | 7 xong ngày 3/10 | 7 phần mình xong rồi | đánh dấu xong việc 7 giúp chị
việc 7 đơn vị mình làm xong rồi | e lam xong 7 r | em đã hoàn thành nhiệm vụ số 7 đúng tiến độ được giao | xong 7 từ tuần trước rồi em ơi | 7 hoàn thành xuất sắc
"""


@pytest.mark.parametrize("text", each(STEPS))
def test_a_part_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Lan", text)
    assert "Việc 7: ghi kết quả" in answer and "Việc 7: đã xong" in answer and talk.events() == [], answer
    asked(talk, "Lan", "B")
    assert talk.state(duties[7]) is DutyState.REPORTED


@pytest.mark.parametrize("text", each(WHOLE))
def test_the_whole_is_done_at_once(talk: Talk, duties: Duties, text: str) -> None:
    asked(talk, "Lan", text)
    assert talk.state(duties[7]) is DutyState.REPORTED


def test_its_own_title_is_the_whole(talk: Talk, duties: Duties) -> None:
    asked(talk, "Lan", "2 làm kế hoạch kiểm tra xong rồi")
    assert talk.state(duties[2]) is DutyState.REPORTED


def test_what_was_done_all_year_is_its_result(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        task = session.exec(select(Task).where(Task.number == 17)).one()
        task.product_kind = ProductKind.STATE
        session.commit()
    answer = asked(talk, "Lan", "17 nghiên cứu xong r")
    assert (
        'Em ghi "nghiên cứu xong rồi" là kết quả kỳ này' in answer and talk.state(duties[17]) is not DutyState.REPORTED
    )


def test_what_stands_beside_it_is_kept(talk: Talk, duties: Duties) -> None:
    answer = asked(talk, "Lan", "7 in tài liệu tập huấn xong rồi, 8 đăng 12 tin")
    assert "Việc 7: ghi kết quả" in answer
    assert [event.kind for event in talk.events()] == [EventKind.RESULT] and talk.entries(duties[8])
