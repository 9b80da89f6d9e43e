"""What is asked, ordered or put off is nobody's result: figures only named, a head's words of somebody's task, "mai báo"."""

import pytest

from storage.kinds import DutyState, EventKind
from storage.models.organisation import Staff
from tests.bot.talk import Talk
from tests.bot.usecases.test_verdicts_meant import each
from tests.bot.usecases.test_whose_work import asked

Duties = dict[int, int]
NAMED = """
việc 7 kết quả tháng 10 | việc 7 số liệu tháng 10 | việc 7 tiến độ | 7 vướng mắc | 7 khó khăn, vướng mắc | việc 7 báo cáo tháng 10
7 số liệu đến nay | việc 7 tình hình
"""


@pytest.fixture
def answered(talk: Talk, duties: Duties) -> Talk:
    talk.say("Lan", "7 mở 2 lớp, 60 người")
    return talk


@pytest.mark.parametrize("text", each(NAMED))
def test_figures_that_are_only_named_are_asked_for(answered: Talk, duties: Duties, text: str) -> None:
    assert "kết quả tháng 10: mở 2 lớp, 60 người" in asked(answered, "Tâm", text)
    assert len(answered.entries(duties[7])) == 1


WANTED = """
7 phải có báo cáo trước 30/10 | 7 yêu cầu có văn bản | 7 gửi anh bản thảo | 7 chị Lan chưa báo | 7 chưa thấy gì | 7 chưa thấy báo cáo
7 cần làm rõ 3 nội dung | 7 đề nghị có ảnh | 7 chị Lan chưa giải trình
"""


@pytest.mark.parametrize("text", each(WANTED))
def test_what_a_head_wants_is_asked_about(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Tâm", text)
    assert "Việc 7: nhắc ngay" in answer and talk.events() == [], answer


@pytest.mark.parametrize("text", each("7 mở 3 lớp | 7 đã mời 60 người | 7 vướng kinh phí | 7 60%"))
def test_the_owners_words_are_not_replaced_unasked(answered: Talk, duties: Duties, text: str) -> None:
    answer = asked(answered, "Tâm", text)
    assert "chị Lan đã trả lời kỳ này: mở 2 lớp, 60 người" in answer and f"ghi hộ Nguyễn Thị Lan: {text}" in answer
    asked(answered, "Tâm", f"ghi hộ Lan: {text}")
    assert len(answered.entries(duties[7])) == 2


@pytest.mark.parametrize("text", each("7 thêm 1 lớp nữa | 7 đã mở 3 lớp"))
def test_what_is_added_or_told_first_is_kept_at_once(talk: Talk, duties: Duties, text: str) -> None:
    if "thêm" in text:
        talk.say("Lan", "7 mở 2 lớp")
    assert "Dạ, em ghi kết quả" in asked(talk, "Tâm", text)


LATER = """
7 mai báo | 7 mai em gửi | 7 chưa có số liệu | 7 chưa có số liệu, mai gửi | 7 em đang đi công tác, về báo sau | 7 lát báo
7 chưa tổng hợp được số liệu, tuần sau báo cáo | 7 đang họp, chiều báo
"""


@pytest.mark.parametrize("text", each(LATER))
def test_a_report_put_off_answers_no_period(talk: Talk, duties: Duties, text: str) -> None:
    assert "em chưa ghi gì cho việc 7" in asked(talk, "Lan", text) and talk.events() == []


@pytest.mark.parametrize(
    "text",
    each("7 chưa có số liệu do Sở chưa gửi | 7 mai xong | 7 đang tổng hợp số liệu, mai báo"),
)
def test_how_it_stands_answers_it(talk: Talk, duties: Duties, text: str) -> None:
    asked(talk, "Lan", text)
    assert [event.kind for event in talk.events()] == [EventKind.RESULT]


JUDGED = "2 làm chưa tới, xem lại phần 3 | 2 hời hợt quá | 2 anh chưa thấy tờ trình | 2 gửi anh bản chính | 2 phải nêu rõ nguồn vốn"


@pytest.mark.parametrize("text", each(JUDGED))
def test_what_is_said_of_a_report_that_waits_answers_it(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    answer = asked(talk, "Tâm", text)
    assert "Việc 2: trả lại, lý do: " in answer and talk.entries(duties[2]) == [], answer
    asked(talk, "Tâm", "A" if "A. " in answer else "đúng")
    assert talk.state(duties[2]) is DutyState.IN_PROGRESS


def test_a_shorter_time_is_offered_where_a_wish_waits(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 2 đến 20/11 vì chờ Sở")
    assert "Việc 2: đồng ý đến " in asked(talk, "Tâm", "2 gấp lắm, cho 3 ngày thôi")
    answer = asked(talk, "Tâm", "2 gấp quá")
    assert "đồng ý lùi" in answer and "không đồng ý lùi, lý do gấp quá" in answer
    assert [event.kind for event in talk.events()] == [EventKind.DATE_ASKED]


@pytest.fixture
def called_mai(talk: Talk, duties: Duties) -> Talk:
    """Who does it is called like the day to come."""
    with talk.session() as session:
        staff = session.get_one(Staff, talk.ward.staff["Lan"])
        staff.full_name = "Nguyễn Thị Mai"
        session.commit()
    return talk


@pytest.mark.parametrize("text", each("mai xong 7 nhé | 7 mai xong"))
def test_whether_a_name_or_a_day_is_meant_is_asked(called_mai: Talk, duties: Duties, text: str) -> None:
    answer = asked(called_mai, "Tâm", text)
    assert "nhắc ngay" in answer and called_mai.events() == []


def test_of_what_waits_it_says_so(called_mai: Talk, duties: Duties) -> None:
    asked(called_mai, "Lan", "xong 2 KH 45/KH-UBND")
    assert "đang chờ anh Tâm duyệt" in asked(called_mai, "Tâm", "Mai xong 2 rồi")
