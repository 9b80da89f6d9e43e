"""Figures and gaps of a period, a leader's week on request, one's own results for the monthly form."""

from datetime import date

import pytest
from sqlmodel import select

from storage.kinds import DutyState
from storage.models.duties import Duty
from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.bot.usecases.test_whose_work import asked
from tests.engines import ON_BOTH
from tests.people import at

Duties = dict[int, int]


@ON_BOTH
@pytest.mark.parametrize("text", ["báo cáo tháng 10", "xuất báo cáo", "lam bao cao thang 10"])
def test_a_report_names_figures_and_gaps_and_makes_no_promise(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "7 đã mời giảng viên")
    answer = asked(talk, "Hà", text)
    assert answer.startswith("Số liệu cho báo cáo tháng 10/2025 (tính đến hết ngày 13/10/2025):")
    assert "KH CCHC 2025 có 8 nhiệm vụ: hoàn thành 0" in answer and "quá hạn 1" in answer
    assert "Còn thiếu kết quả tháng 10 của 7 phần việc (đã có 1/8)" in answer
    assert "VHXH: 2, 8, 17, 18" in answer and "TTPVHCC: 30, 57" in answer and "KT-HT-ĐT: 26" in answer
    assert "chưa soạn được văn bản Word" in answer


def test_a_report_of_one_unit_and_of_a_quarter_that_is_over(talk: Talk, duties: Duties) -> None:
    unit = asked(talk, "Hà", "báo cáo tháng 10 của phòng KT")
    assert "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì 1 phần việc" in unit and "KT-HT-ĐT: 26" in unit
    assert "VHXH" not in unit
    quarter = asked(talk, "Hà", "làm báo cáo quý 3")
    assert "báo cáo quý III/2025 (tính đến hết ngày 14/09/2025)" in quarter and "quá hạn 0" in quarter
    assert "kết quả tháng 9" in quarter
    assert "chưa đến nên chưa có số liệu" in asked(talk, "Hà", "báo cáo tháng 12")


def test_many_units_stay_within_ten_lines(talk: Talk, duties: Duties) -> None:
    for n in range(100, 160):
        talk.ward.give(n, f"Việc {n}", ("VP", "VHXH", "KT-HT-ĐT", "TTPVHCC")[n % 4], due=date(2025, 12, 31))
    asked(talk, "Hà", "báo cáo tháng 10")


@pytest.mark.parametrize("text", ["tổng hợp tuần", "tổng hợp tuần này", "báo cáo tuần này"])
def test_a_leader_gets_his_week_when_he_asks(talk: Talk, duties: Duties, text: str) -> None:
    before = asked(talk, "Ánh", text)
    assert "Chưa có việc nào quá hạn đến mức báo lãnh đạo." in before and "KH CCHC 2025" in before
    talk.now = at("20/10/2025 09:00")  # 26 was due on 30/09: ten working days, told on that week's Friday
    answer = asked(talk, "Ánh", text)
    assert "KT-HT-ĐT: việc 26 (Quy chế quản lý tài sản công), quá 14 ngày làm việc" in answer and "Vinh" not in answer
    assert asked(talk, "Ánh", text) == answer  # asked twice, told twice


@ON_BOTH
def test_own_results_of_a_month_say_what_was_done_on_time(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "8 đăng 12 tin 3 bài")
    answer = asked(talk, "Lan", "kết quả của tôi tháng 10")
    assert "Kết quả tháng 10/2025 của chị: hoàn thành 1 (đúng hạn 1, quá hạn 0)" in answer
    assert "2. Kế hoạch kiểm tra CCHC – xong 13/10, đúng hạn (hạn 31/12), 45/KH-UBND" in answer.replace("KH 45", "45")
    assert "8. Đăng tải thông tin CCHC – đăng 12 tin 3 bài" in answer
    assert "Chưa có kết quả" in answer and "17. Quyết định" in answer
    assert asked(talk, "Lan", "ket qua kpi cua em thang nay") == answer
    head = asked(talk, "Tâm", "kết quả của chị Lan tháng 10")
    assert "Kết quả tháng 10/2025 của chị Lan: hoàn thành 1" in head
    assert "trưởng đơn vị" in asked(talk, "Hoa", "kết quả của chị Lan tháng 10")
    september = asked(talk, "Lan", "kết quả của tôi tháng 9")
    assert "hoàn thành 0" in september and "12 tin" not in september


def test_a_report_after_the_date_is_late_and_a_restricted_line_keeps_its_words(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        duty = session.exec(select(Duty).where(Duty.id == duties[26])).one()
        duty.state, duty.reported_on, duty.closed_on = DutyState.ACCEPTED, date(2025, 10, 6), date(2025, 10, 7)
        task = session.exec(select(Task).where(Task.number == 26)).one()
        task.restricted = True
        session.add_all([duty, task])
        session.commit()
    answer = asked(talk, "Thu", "kết quả của anh Vinh tháng 10")
    assert "hoàn thành 1 (đúng hạn 0, quá hạn 1)" in answer
    assert "26. nội dung hạn chế – xong 06/10, quá hạn (hạn 30/09)" in answer
