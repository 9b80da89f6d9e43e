"""A task in one sentence: read back, counted from "ghi" on, followed like any other, taken back; and its "6 rõ"."""

from datetime import date

import pytest
from sqlmodel import select

from storage.kinds import DutyState, EventKind, Origin
from storage.models.plans import Plan, Task
from storage.queries.duties import lines_by_number
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of

Duties = dict[int, int]
SENTENCE = "việc phát sinh: rà soát biển hiệu quảng cáo trước 5/12, giao phòng Kinh tế"
WITH_LETTER = "việc mới: kiểm tra vỉa hè, hạn 10/12, phòng KT chủ trì, theo CV 123/UBND-VP ngày 10/10 của UBND tỉnh"


def numbers(talk: Talk) -> list[int]:
    with talk.session() as session:
        return sorted(task.number or 0 for task in session.exec(select(Task)))


@ON_BOTH
@pytest.mark.parametrize("name", ["Quân", "Hà", "Ánh", "Thu"])
def test_it_is_read_back_and_counts_from_the_confirmation_on(talk: Talk, duties: Duties, name: str) -> None:
    echo = talk.say(name, SENTENCE)
    assert echo and "Rà soát biển hiệu quảng cáo" in echo and "Chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị" in echo
    assert "Thời hạn: thứ Năm 04/12" in echo and 'nhắn "ghi"' in echo and len(echo.split("\n")) <= 10
    assert max(numbers(talk)) == 57 and talk.events() == []
    answer = talk.say(name, "ghi")
    assert answer and "việc 58 – Rà soát biển hiệu quảng cáo vào theo dõi" in answer and "hoàn tác" in answer
    with talk.session() as session:
        (line,) = lines_by_number(session, talk.ward.agency_id, 58)
    assert (line.duty.due_on, line.duty.state, line.task.plan_id) == (date(2025, 12, 4), DutyState.OPEN, None)
    assert line.task.origin is Origin.TYPED and line.duty.recipient_id == talk.ward.staff["Thu"]
    assert [event.kind for event in talk.events()] == [EventKind.TASK_ADDED]
    assert "58. Rà soát" in (talk.say("Thu", "việc của tôi") or "")
    assert "Việc ngoài kế hoạch có 1 nhiệm vụ" in (talk.say("Ánh", "tình hình") or "")


def test_a_letter_it_follows_is_kept_on_its_card(talk: Talk, duties: Duties) -> None:
    echo = talk.say("Ánh", WITH_LETTER)
    assert echo and "Theo: CV 123/UBND-VP ngày 10/10 của UBND tỉnh" in echo and "Thời hạn: thứ Tư 10/12" in echo
    talk.say("Ánh", "đồng ý")
    card = talk.say("Vinh" if "Vinh" in talk.ward.chats else "Thu", "việc 58")
    assert card and "10/12/2025, theo CV 123/UBND-VP ngày 10/10 của UBND tỉnh" in card


def test_the_unit_hears_of_it_and_is_reminded(talk: Talk, duties: Duties) -> None:
    talk.say("Ánh", "thêm việc: lập danh sách đường hư hỏng, giao KT, hạn 17/10")
    talk.say("Ánh", "ghi")
    morning = morning_of(talk.ward, "14/10/2025")
    assert "58" in morning["Thu"].text and "Lập danh sách đường hư hỏng" in morning["Thu"].text


@pytest.mark.parametrize("answer", ["thôi", "không"])
def test_what_is_not_confirmed_is_not_followed(talk: Talk, duties: Duties, answer: str) -> None:
    talk.say("Hà", SENTENCE)
    assert "không đưa việc ấy vào theo dõi" in (talk.say("Hà", answer) or "")
    assert max(numbers(talk)) == 57 and talk.events() == []


@pytest.mark.parametrize("between", ["việc 7", "tình hình phòng KT thế nào", "xong 17", "asdf", "trợ giúp"])
def test_it_waits_for_its_own_word_while_something_else_is_said(talk: Talk, duties: Duties, between: str) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", between)
    assert "vào theo dõi" in (talk.say("Hà", "ghi") or "") and max(numbers(talk)) == 58


@pytest.mark.parametrize(
    "between",
    [
        "thêm giúp chị 1 cái cho Quân là dọn kho trước 30/10",
        "phân Quân lo vụ dọn kho nhé",
        "giao cho Quân luôn việc đó",
    ],
)
def test_behind_what_was_not_read_it_is_read_back_again(talk: Talk, duties: Duties, between: str) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "việc 7")
    talk.say("Hà", between)
    again = talk.say("Hà", "ừ ghi đi")
    assert again and "đọc là việc phát sinh" in again and max(numbers(talk)) == 57, again
    assert "vào theo dõi" in (talk.say("Hà", "ghi") or "") and max(numbers(talk)) == 58


@pytest.mark.parametrize("answer", ["đúng", "ok", "hạn 20/11", "VHXH"])
def test_words_that_may_be_of_something_else_neither_take_nor_mend_it(talk: Talk, duties: Duties, answer: str) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "việc 7")
    assert "việc phát sinh" not in (talk.say("Hà", answer) or "")
    assert max(numbers(talk)) == 57


def test_it_waits_beside_another_question(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "nhắc hết nhé?")
    talk.say("Hà", "trợ giúp")
    assert "trợ giúp" not in (talk.say("Hà", "thêm") or "trợ giúp")
    assert "vào theo dõi" in (talk.say("Hà", "ghi") or "")


def test_another_question_puts_it_aside_and_says_so(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    answer = talk.say("Hà", "việc mới: kiểm tra vỉa hè")
    assert answer and "Việc mới “Rà soát biển hiệu quảng cáo” em chưa ghi" in answer, answer


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("giao VHXH", "Chủ trì: Phòng Văn hóa – Xã hội"),
        ("VHXH", "Chủ trì: Phòng Văn hóa – Xã hội"),
        ("giao chị Lan", "Phòng Văn hóa – Xã hội (chị Lan)"),
        ("sua lai giao chi Lan nhe", "Phòng Văn hóa – Xã hội (chị Lan)"),
        ("hạn 20/11", "Thời hạn: thứ Năm 20/11"),
        ("nhầm, giao VHXH, hạn 20/11", "Thời hạn: thứ Năm 20/11"),
        ("theo CV 45/UBND-VP", "Theo: CV 45/UBND-VP"),
        ("sửa tên: rà soát biển hiệu trên đường Trần Phú", "Rà soát biển hiệu trên đường Trần Phú"),
    ],
)
def test_what_was_read_back_is_mended_and_still_counts(talk: Talk, duties: Duties, text: str, read: str) -> None:
    talk.say("Hà", SENTENCE)
    echo = talk.say("Hà", text)
    assert echo and echo.startswith("Dạ, em đọc là việc phát sinh:") and read in echo, echo
    assert max(numbers(talk)) == 57
    assert "vào theo dõi" in (talk.say("Hà", "ghi") or "") and max(numbers(talk)) == 58


def test_a_slip_of_the_thumb_loses_no_task(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    assert "chưa hiểu ý" in (talk.say("Hà", "asdf") or "")
    assert "vào theo dõi" in (talk.say("Hà", "ghi") or "")


def test_an_order_of_its_own_mends_no_task(talk: Talk, duties: Duties) -> None:
    talk.say("Dũng", "việc phát sinh: lắp máy quét, giao anh Phúc, hạn 20/11")
    answer = talk.say("Dũng", "giao 57 cho Hoa")
    assert answer and "giao việc 57" in answer
    assert "58 – Lắp máy quét" in (talk.say("Dũng", "ghi") or "")
    with talk.session() as session:
        (line,) = lines_by_number(session, talk.ward.agency_id, 58)
    assert line.duty.recipient_id == talk.ward.staff["Phúc"]


@pytest.mark.parametrize(
    ("name", "text", "read"),
    [
        ("Tâm", "giao chị Lan soạn báo cáo chuyển đổi số trước thứ 6", "Soạn báo cáo chuyển đổi số"),
        ("Tâm", "thêm cho Lan 1 việc: kiểm tra di tích, xong trước 30/10", "Kiểm tra di tích"),
        ("Tâm", "ghi cho Quân một việc: soạn kế hoạch Tết", "Soạn kế hoạch Tết"),
        ("Tâm", "cho Lan thêm việc kiểm tra di tích trước 30/10", "Kiểm tra di tích"),
        ("Tâm", "giao Lan viết kịch bản hội thi, thứ 6 tuần sau xong", "Viết kịch bản hội thi"),
        ("Tâm", "giao Lan 1 việc, kiểm tra di tích, xong 30/10", "Kiểm tra di tích"),
        ("Tâm", "giao chi Lan lam bao cao cong tac dan van truoc 15/11", "Lam bao cao cong tac dan van"),
        ("Ánh", "giao việc cho KT: rà soát biển hiệu, hạn 5/12", "Phòng Kinh tế, Hạ tầng và Đô thị"),
        ("Ánh", "thêm việc rà soát biển hiệu cho KT trước 5/12", "Thời hạn: thứ Năm 04/12"),
        ("Hà", "giao tuyên truyền chuyển đổi số cho VHXH trước 30/11", "Tuyên truyền chuyển đổi số"),
        ("Dũng", "việc phát sinh: lắp máy quét ở bộ phận một cửa, Phúc làm", "(anh Phúc)"),
    ],
)
def test_it_may_be_given_in_plain_words(talk: Talk, duties: Duties, name: str, text: str, read: str) -> None:
    echo = talk.say(name, text)
    assert echo and "em đọc là việc phát sinh" in echo and read in echo, echo
    assert talk.events() == []


def test_which_unit_is_answered_with_its_name(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Ánh", "việc phát sinh: kiểm tra công vụ quý IV, giao các phòng")
    assert asked and "giao đơn vị nào" in asked
    echo = talk.say("Ánh", "VHXH")
    assert echo and "Kiểm tra công vụ quý IV\nChủ trì: Phòng Văn hóa – Xã hội" in echo
    assert "vào theo dõi" in (talk.say("Ánh", "ghi") or "")


def test_another_day_leaves_open_which_unit(talk: Talk, duties: Duties) -> None:
    """Asked which one, the first of the list is nobody's answer."""
    assert "giao đơn vị nào" in (talk.say("Quân", "thêm việc dọn kho lưu trữ, hạn 28/11") or "")
    assert "giao đơn vị nào" in (talk.say("Quân", "hạn 29/11") or "")
    echo = talk.say("Quân", "KT-HT-ĐT")
    assert echo and "Chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị" in echo and "29/11" in echo


def test_it_is_taken_back_with_one_word(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "ghi")
    undone = talk.say("Hà", "hoàn tác")
    assert undone and "thôi theo dõi việc 58" in undone
    with talk.session() as session:
        (line,) = lines_by_number(session, talk.ward.agency_id, 58)
    assert line.duty.state is DutyState.CANCELLED
    assert "58" not in (talk.say("Thu", "việc của tôi") or "")
    morning = morning_of(talk.ward, "14/10/2025")
    assert "Thu" not in morning or "58" not in morning["Thu"].text


def test_what_was_given_by_mistake_is_dropped_and_may_come_back(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "ghi")
    talk.say("Hà", "xong 17")
    answer = talk.say("Hà", "hủy việc 58, nhập nhầm")
    assert answer and "em đã thôi theo dõi việc 58" in answer and "Em báo chị Thu" in answer
    assert "58." not in (talk.say("Thu", "việc của tôi") or "")
    assert "Chị Hà đã hủy việc 58" in morning_of(talk.ward, "14/10/2025")["Thu"].text
    assert "em đã theo dõi lại việc 58" in (talk.say("Hà", "hoàn tác 58") or "")
    assert "58." in (talk.say("Thu", "việc của tôi") or "")


def test_the_task_just_given_needs_no_number(talk: Talk, duties: Duties) -> None:
    assert "chưa thêm việc nào" in (talk.say("Hà", "xóa việc vừa thêm") or "")
    talk.say("Hà", SENTENCE)
    talk.say("Hà", "ghi")
    assert "thôi theo dõi việc 58" in (talk.say("Hà", "xóa việc vừa thêm") or "")


@pytest.mark.parametrize("name", ["Hà", "Thu", "Lan", "Quân"])
def test_a_line_of_a_plan_is_dropped_by_nobody(talk: Talk, duties: Duties, name: str) -> None:
    answer = talk.say(name, "hủy việc 17")
    assert answer and "thôi theo dõi" not in answer
    assert talk.duty(duties[17]).state is DutyState.OPEN and talk.events() == []


def test_who_may_give_whom_a_task(talk: Talk, duties: Duties) -> None:
    assert "chưa ghi gì" in (talk.say("Lan", SENTENCE) or "")
    assert "giao việc cho Phòng Kinh tế" in (talk.say("Tâm", SENTENCE) or "")
    own = talk.say("Tâm", "việc phát sinh: lập danh sách hộ nghèo, giao chị Lan, cuối tháng")
    assert own and "Phòng Văn hóa – Xã hội (chị Lan)" in own and "31/10" in own
    talk.say("Tâm", "ghi")
    with talk.session() as session:
        assert lines_by_number(session, talk.ward.agency_id, 58)[0].duty.person_id == talk.ward.staff["Lan"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("việc phát sinh: rà soát biển hiệu quảng cáo", "giao đơn vị nào"),
        ("việc phát sinh: rà soát biển hiệu, giao KT, hạn 10/10/2025", "đã qua"),
        ("việc phát sinh: họp", "chưa rõ việc gì"),
    ],
)
def test_what_the_sentence_lacks_is_asked(talk: Talk, duties: Duties, text: str, asked: str) -> None:
    answer = talk.say("Ánh", text)
    assert answer and asked in answer
    talk.say("Ánh", "ghi")
    assert max(numbers(talk)) == 57


def test_which_of_the_six_is_missing(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Dũng", "việc 57 đủ 6 rõ chưa")
    assert answer and "có 3/6 rõ; còn thiếu: rõ người, rõ sản phẩm, rõ thẩm quyền" in answer
    assert "Chưa giao người: TTPVHCC" in answer and "giao 57 cho" in answer
    with talk.session() as session:
        plan = session.exec(select(Plan)).one()
        plan.number = "12/KH-UBND"
        task = session.exec(select(Task).where(Task.number == 17)).one()
        task.product = "Quyết định"
        session.add_all([plan, task])
        session.commit()
    assert talk.say("Lan", "viec 17 co du 6 ro khong") == "Việc 17 – Quyết định chức năng, nhiệm vụ các phòng đủ 6 rõ."
    assert "rõ thời gian" in (talk.say("Hà", "việc 8 thiếu rõ nào") or "")
    assert "không thấy việc 99" in (talk.say("Hà", "việc 99 đủ 6 rõ chưa") or "")


def test_of_two_units_the_one_that_leads_is_named(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Ánh", "giao VHXH với KT kiểm tra vỉa hè trước 20/11") or ""
    assert "VHXH · KT-HT-ĐT, đơn vị nào ạ" in asked and "VP ·" not in asked
    assert talk.say("Ánh", "cả hai") == asked
    echo = talk.say("Ánh", "VHXH chủ trì, KT phối hợp") or ""
    assert "Kiểm tra vỉa hè (phối hợp: KT)" in echo and "Chủ trì: Phòng Văn hóa – Xã hội" in echo
    assert "đã đưa việc 58" in (talk.say("Ánh", "ghi") or "")
    talk.say("Ánh", "giao VP và KT rà soát biển hiệu trước 20/11")
    assert "Chủ trì: Phòng Kinh tế" in (talk.say("Ánh", "KT") or "")
