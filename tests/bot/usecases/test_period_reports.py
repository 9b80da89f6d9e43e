"""Figures and gaps of a period, a leader's week on request, one's own results for the monthly form."""

from datetime import date

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import DutyState, PlanState
from storage.models.duties import Duty, Period
from storage.models.plans import Plan, Task
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


@ON_BOTH
def test_a_month_that_is_over_counts_what_was_there_then(talk: Talk, duties: Duties) -> None:
    """A rhythm's October, work given since, and what was finished since are not September's of today."""
    september = talk.ward.give(40, "Báo cáo tháng", "VP", key="2025-09", due=date(2025, 9, 30))
    october = _again(talk, september, "2025-10", date(2025, 10, 1), date(2025, 10, 31))
    talk.now = at("06/10/2025 09:00")
    talk.say("Hà", "việc phát sinh: rà soát biển hiệu trước 5/12, giao VHXH")
    talk.say("Hà", "ghi")
    assert "KH CCHC 2025 có 9 nhiệm vụ" in asked(talk, "Hà", "báo cáo tháng 10")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")  # open in September, and nothing was answered then
    answer = asked(talk, "Hà", "báo cáo tháng 9")
    assert "KH CCHC 2025 có 9 nhiệm vụ: hoàn thành 0, chờ duyệt 0, trong hạn 8, quá hạn 0" in answer
    assert "Việc ngoài kế hoạch" not in answer
    assert "kết quả tháng 9 của 9 phần việc (đã có 0/9)" in answer and "VHXH: 2, 7, 8, 17, 18" in answer
    assert "\nVP: 40" in answer
    assert talk.state(october) is DutyState.OPEN
    unit = asked(talk, "Hà", "báo cáo tháng 9 của VP")
    assert "chủ trì 1 phần việc" in unit


def _again(talk: Talk, duty_id: int, key: str, start: date, due: date) -> int:
    """The next time of a rhythm: another period of the duty's task."""
    with transaction(talk.ward.engine) as session:
        duty = session.exec(select(Duty).where(Duty.id == duty_id)).one()
        before = session.exec(select(Period).where(Period.id == duty.period_id)).one()
        period = Period(
            agency_id=duty.agency_id, task_id=before.task_id, key=key, start_on=start, printed_due_on=due,
            can_be_overdue=True,
        )  # fmt: skip
        session.add(period)
        session.flush()
        coming = Duty(
            agency_id=duty.agency_id, period_id=period.id, unit_id=duty.unit_id, role=duty.role,
            recipient_id=duty.recipient_id, due_on=due,
        )  # fmt: skip
        session.add(coming)
        session.flush()
        return coming.id


def test_before_a_plan_was_followed_nobody_owed_a_result(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        plan = session.exec(select(Plan)).one()
        plan.confirmed_at = at("16/09/2025 08:00")
        session.add(plan)
    answer = asked(talk, "Hà", "báo cáo tháng 9")
    assert "Kết quả tháng 9 em chưa hỏi ai: kế hoạch được theo dõi từ 16/09/2025." in answer
    assert "Còn thiếu" not in answer


@ON_BOTH
def test_results_told_of_a_month_before_the_plan_was_followed_are_counted(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        plan = session.exec(select(Plan)).one()
        plan.confirmed_at = at("16/09/2025 08:00")
        session.add(plan)
    talk.say("Lan", "8 tháng 9 đăng 10 tin 2 bài")
    talk.say("Lan", "xong 2 KH 45/KH-UBND")  # open in September all the same
    answer = asked(talk, "Hà", "báo cáo tháng 9")
    assert "KH CCHC 2025 có 8 nhiệm vụ" in answer and "em chưa hỏi ai: kế hoạch được theo dõi từ 16/09/2025." in answer
    assert "Còn thiếu kết quả tháng 9 của 7 phần việc (đã có 1/8):\nVHXH: 2, 7, 17, 18\nKT-HT-ĐT: 26\n" in answer
    unit = asked(talk, "Hà", "báo cáo tháng 9 của KT")
    assert "em chưa hỏi ai" in unit and "Còn thiếu" not in unit


def test_a_closed_plan_still_stands_in_its_year(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        plan = session.exec(select(Plan)).one()
        plan.state = PlanState.CLOSED
        session.add(plan)
    talk.now = at("05/01/2026 09:00")
    assert "KH CCHC 2025 có 8 nhiệm vụ" in asked(talk, "Hà", "báo cáo tháng 12")
    assert "KH CCHC 2025" not in asked(talk, "Hà", "báo cáo tháng 1")


def test_many_units_stay_within_ten_lines(talk: Talk, duties: Duties) -> None:
    for n in range(100, 160):
        talk.ward.give(n, f"Việc {n}", ("VP", "VHXH", "KT-HT-ĐT", "TTPVHCC")[n % 4], due=date(2025, 12, 31))
    asked(talk, "Hà", "báo cáo tháng 10")


@pytest.mark.parametrize(
    "text", ["tổng hợp tuần", "tổng hợp tuần này", "báo cáo tuần này", "báo cáo tuần", "gửi tôi báo cáo tuần"]
)
def test_a_leader_gets_his_week_when_he_asks(talk: Talk, duties: Duties, text: str) -> None:
    before = asked(talk, "Ánh", text)
    assert "Chưa có việc nào quá hạn đến mức báo lãnh đạo." in before and "KH CCHC 2025" in before
    talk.now = at("20/10/2025 09:00")  # 26 was due on 30/09: ten working days, told on that week's Friday
    answer = asked(talk, "Ánh", text)
    assert "KT-HT-ĐT: việc 26 (Quy chế quản lý tài sản công), quá 14 ngày làm việc" in answer and "Vinh" not in answer
    assert asked(talk, "Ánh", text) == answer  # asked twice, told twice


@ON_BOTH
@pytest.mark.parametrize("text", ["tổng hợp tuần", "báo cáo tuần này", "tong hop tuan nay", "bao cao tuan"])
def test_the_week_of_everybody_else_is_the_week_of_his_work(talk: Talk, duties: Duties, text: str) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    office = "Tuần 13/10–19/10/2025, việc của cơ quan:\nĐã báo xong: 1 (2)\nQuá hạn: 1 (26)\n"
    for name in ("Hà", "Quân"):
        answer = asked(talk, name, text)
        assert answer.startswith(office) and "Chậm mốc nội bộ: 2 (17, 57)" in answer
        assert "tuần này và tuần sau: 1 (7)" in answer and "KH CCHC 2025 có 8 nhiệm vụ" in answer
        assert answer.endswith("nhắc hết · việc sắp đến hạn tuần này")
    head = asked(talk, "Thu", text)
    assert "việc của Phòng Kinh tế, Hạ tầng và Đô thị:\nĐã báo xong: không có\nQuá hạn: 1 (26)" in head
    assert "chủ trì 1 phần việc" in head and "17" not in head
    staff = asked(talk, "Lan", text)
    assert "việc của chị:\nĐã báo xong: 1 (2)\nQuá hạn: không có\nChậm mốc nội bộ: 1 (17)" in staff
    assert "26" not in staff and staff.endswith("việc của tôi · kết quả của tôi tháng này")


@ON_BOTH
def test_own_results_of_a_month_say_what_was_done_on_time(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "8 đăng 12 tin 3 bài")
    answer = asked(talk, "Lan", "kết quả của tôi tháng 10")
    assert "của chị: hoàn thành 0 (đúng hạn 0, quá hạn 0), đã báo xong chờ duyệt 1, đang làm" in answer
    assert "Đã báo xong, chờ duyệt\n2. Kế hoạch kiểm tra CCHC – báo 13/10, KH 45/KH-UBND" in answer
    talk.say("Lan", "xong 17")
    assert "17. Quyết định chức năng, nhiệm vụ các phòng – báo 13/10, chờ bổ sung sản phẩm" in asked(
        talk, "Lan", "kết quả của tôi tháng 10"
    )
    talk.say("Lan", "hoàn tác 17")
    talk.say("Tâm", "duyệt 2")
    answer = asked(talk, "Lan", "kết quả của tôi tháng 10")
    assert "Kết quả tháng 10/2025 của chị: hoàn thành 1 (đúng hạn 1, quá hạn 0), đã báo xong chờ duyệt 0" in answer
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
