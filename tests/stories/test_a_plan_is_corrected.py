"""A newer version of a plan comes in: what stays, what moves, what is gone, who hears of it; a confirmation taken back."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import select

from jobs.calendar import working_calendar
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.plans.reader import read_plan
from storage.database import transaction
from storage.documents.reader import read_document
from storage.kinds import DutyState, EventKind, NoticeState, PlanState
from storage.models.duties import Duty
from storage.models.messages import Notice
from storage.models.plans import Indicator, Plan, PlanFile, Task
from storage.queries.duties import DutyLine, lines_by_number
from tests.bot.talk import Talk
from tests.documents.office_files import docx_of
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of
from tests.people import Ward, at

MORNING = at("03/03/2025 08:00")
HEADER = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian hoàn thành", "Sản phẩm")
ROWS = (
    ("1", "Xây dựng quy chế làm việc của Ủy ban nhân dân", "Văn phòng HĐND và UBND", "Trước ngày 01/10/2025", "Quyết định"),
    ("2", "Kiểm tra công tác tiếp công dân", "Văn phòng HĐND và UBND", "Trước ngày 01/11/2025", "Báo cáo"),
    ("3", "Lập danh mục nhà văn hóa xuống cấp", "Phòng Văn hóa – Xã hội", "Trong năm 2025", "Danh mục"),
    ("4", "Rà soát hồ sơ đất đai tồn đọng", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trước ngày 01/12/2025", "Báo cáo"),
    ("5", "Tập huấn kỹ năng số cho công chức", "Phòng Văn hóa – Xã hội", "Trước ngày 01/09/2025", "Hội nghị"),
)  # fmt: skip
TITLE = "KẾ HOẠCH\nCông tác trọng tâm năm 2025"


def paper(rows: Sequence[Sequence[str]], number: str = "45/KH-UBND", title: str = TITLE) -> bytes:
    """A plan as an office would type it."""

    def fill(document: Any) -> None:
        document.add_paragraph(f"Số: {number}")
        for line in title.split("\n"):
            document.add_paragraph(line)
        table = document.add_table(rows=0, cols=len(HEADER))
        for row in (HEADER, *rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    return docx_of(fill)


def hand_in(ward: Ward, data: bytes) -> int:
    """The file read into a draft for Quân; the draft's id."""
    with transaction(ward.engine) as session:
        reading = read_plan(
            read_document(data, "kh.docx"), on=MORNING.date(), calendar=working_calendar(session)
        ).as_json()
        handed = HandedIn("kh.docx", data, reading, ward.staff["Quân"], MORNING)
        plan = make_draft(session, ward.agency_id, handed, ward.staff["Quân"], ward.units["VHXH"])
        session.flush()
        return plan.id


@pytest.fixture
def talk(ward: Ward) -> Talk:
    """The ward follows the plan's first version; Quân keeps it, all heads are linked."""
    ward.link("Quân", "Hà", "Tâm", "Thu", "Vinh", "Lan")
    hand_in(ward, paper(ROWS))
    talk = Talk(ward, MORNING)
    talk.say("Quân", "xác nhận")
    return talk


def lines(ward: Ward, number: int) -> list[DutyLine]:
    with transaction(ward.engine) as session:
        return lines_by_number(session, ward.agency_id, number)


@ON_BOTH
def test_what_is_reported_and_moved_stays_and_the_rest_follows_the_paper(ward: Ward, talk: Talk) -> None:
    talk.say("Hà", "xong 1 QĐ 12/QĐ-UBND")
    moved = lines(ward, 4)[0].duty
    with transaction(ward.engine) as session:
        session.get_one(Duty, moved.id).due_on = date(2025, 12, 20)

    new = (
        ("1", "Xây dựng quy chế làm việc của Ủy ban nhân dân", "Văn phòng HĐND và UBND", "Trước ngày 15/09/2025", "Quyết định"),
        ("2", "Kiểm tra công tác tiếp công dân và giải quyết đơn thư", "Văn phòng HĐND và UBND", "Trước ngày 01/11/2025", "Báo cáo"),
        ROWS[2],
        (*ROWS[3][:3], "Trước ngày 15/11/2025", "Báo cáo"),
        ("5", "Xây dựng chuyên mục hỏi đáp trên trang thông tin", "Phòng Văn hóa – Xã hội", "Trong năm 2025", "Chuyên mục"),
    )  # fmt: skip
    hand_in(ward, paper(new))
    shown = talk.say("Quân", "xem") or ""
    assert "Đây là bản mới của KH 45/KH-UBND: giữ nguyên 1 việc, đổi 3, thêm 0, thôi 0." in shown
    assert "thời hạn: Trước ngày 01/10/2025 → Trước ngày 15/09/2025" in shown
    assert (
        "- dòng 5 “Xây dựng chuyên mục hỏi đáp trên trang thông tin”: là việc 5 (Tập huấn kỹ năng số cho công chức) hay việc mới?"
        in shown
    )
    assert "xác nhận" not in shown

    assert (talk.say("Quân", "xác nhận") or "").startswith("Em chưa xác nhận được vì còn dòng chưa rõ")
    assert "chưa thấy “88”" in (talk.say("Quân", "dòng 5 là 88") or "").lower()
    answered = talk.say("Quân", "dòng 5 mới") or ""
    assert "thêm 1, thôi 1" in answered and "xác nhận" in answered
    done = talk.say("Quân", "xác nhận") or ""
    assert "Số việc mới: 6" in done

    [first], [second], [fourth], [fifth], [sixth] = (lines(ward, n) for n in (1, 2, 4, 5, 6))
    assert (first.duty.state, first.duty.due_on) == (DutyState.REPORTED, date(2025, 9, 14))
    assert second.task.title.endswith("giải quyết đơn thư")
    assert fourth.period.printed_due_on == date(2025, 11, 14)
    assert fourth.duty.due_on == date(2025, 12, 20)
    assert fifth.duty.state is DutyState.CANCELLED
    assert (sixth.unit.id, sixth.duty.state) == (ward.units["VHXH"], DutyState.OPEN)
    with transaction(ward.engine) as session:
        states = [
            plan.state for plan in session.exec(select(Plan).where(Plan.number == "45/KH-UBND").order_by(Plan.id))
        ]
        versions = sorted(file.version for file in session.exec(select(PlanFile)))
    assert states == [PlanState.ACTIVE, PlanState.APPLIED]
    assert versions == [1, 2]

    assert "Hạn mới\n1. Xây dựng quy chế làm việc của Ủy ban nhân dân – hạn 14/09" in talk.told("Hà")[-1]
    told = talk.told("Tâm")[-1]
    assert "Thêm\n6. Xây dựng chuyên mục hỏi đáp trên trang thông tin" in told
    assert "Thôi thực hiện\n5. Tập huấn kỹ năng số cho công chức" in told
    assert len(talk.told("Thu")) == 1  # his only line kept the date that was moved


def test_who_does_the_work_reads_of_it_in_the_next_digest(ward: Ward, talk: Talk) -> None:
    talk.say("Tâm", "giao 5 cho Lan")
    morning_of(ward, "04/03/2025")
    talk.now = at("04/03/2025 09:00")
    hand_in(ward, paper(ROWS[:4]))
    talk.say("Quân", "xác nhận")
    told = morning_of(ward, "05/03/2025")
    assert "thôi việc 5 – Tập huấn kỹ năng số cho công chức" in told["Lan"].text
    assert len([e for e in talk.events() if e.kind is EventKind.CANCELLED]) == 1


@ON_BOTH
def test_another_unit_takes_over(ward: Ward, talk: Talk) -> None:
    hand_in(ward, paper([*ROWS[:3], (*ROWS[3][:2], "Văn phòng HĐND và UBND", *ROWS[3][3:]), ROWS[4]]))
    assert "chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị → Văn phòng HĐND và UBND" in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "xác nhận")
    by_unit = {line.unit.id: line.duty.state for line in lines(ward, 4)}
    assert by_unit == {ward.units["KT-HT-ĐT"]: DutyState.CANCELLED, ward.units["VP"]: DutyState.OPEN}
    assert "Thêm\n4. Rà soát hồ sơ đất đai tồn đọng" in talk.told("Hà")[-1]
    assert "Thôi thực hiện\n4. Rà soát hồ sơ đất đai tồn đọng" in talk.told("Thu")[-1]


def test_a_year_that_becomes_monthly_keeps_what_was_begun(ward: Ward, talk: Talk) -> None:
    talk.say("Tâm", "3 đang khảo sát 4 nhà văn hóa")
    [before] = lines(ward, 3)
    hand_in(ward, paper([*ROWS[:2], (*ROWS[2][:3], "Ngày 25 hàng tháng", ROWS[2][4]), *ROWS[3:]]))
    talk.say("Quân", "xác nhận")
    [after] = lines(ward, 3)
    assert (after.duty.id, after.duty.state) == (before.duty.id, before.duty.state)
    assert (before.period.key, after.period.key) == ("once", "2025-03")
    assert after.duty.due_on == date(2025, 3, 25)


@ON_BOTH
def test_an_amendment_of_a_few_lines_keeps_the_others(ward: Ward, talk: Talk) -> None:
    title = "KẾ HOẠCH\nSửa đổi, bổ sung Kế hoạch số 45/KH-UBND về công tác trọng tâm năm 2025"
    hand_in(ward, paper([(*ROWS[1][:3], "Trước ngày 01/08/2025", ROWS[1][4])], "99/KH-UBND", title))
    shown = talk.say("Quân", "xem") or ""
    assert "chỉ nêu một số việc nên em giữ nguyên các việc khác" in shown and "thôi 0" in shown
    assert "thôi 4" in (talk.say("Quân", "thay toàn bộ") or "")
    assert "thôi 0" in (talk.say("Quân", "giữ việc khác") or "")
    talk.say("Quân", "xác nhận")
    assert lines(ward, 2)[0].duty.due_on == date(2025, 7, 31)
    assert lines(ward, 1)[0].duty.state is DutyState.OPEN
    with transaction(ward.engine) as session:
        assert session.exec(select(Task.number).where(Task.number == 6)).first() is None


@ON_BOTH
def test_a_plan_of_its_own_is_said_to_be_one(ward: Ward, talk: Talk) -> None:
    draft = hand_in(ward, paper([("1", "Trồng cây xanh", "Văn phòng HĐND và UBND", "Quý II", "")]))
    assert "không phải" not in (talk.say("Quân", "kế hoạch khác") or "")
    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, draft).state is PlanState.ACTIVE
        numbers = session.exec(select(Task.number).where(Task.plan_id == draft)).all()
    assert numbers == [101]


def test_the_same_lines_again_change_nothing(ward: Ward, talk: Talk) -> None:
    before = len(talk.events())
    hand_in(ward, paper(ROWS, title=TITLE + "\nBản in lại"))
    assert "không có dòng nào khác bản đang theo dõi" in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "xác nhận")
    assert [e.kind for e in talk.events()[before:]] == [EventKind.PLAN_IMPORTED, EventKind.PLAN_CORRECTED]
    assert talk.told("Hà")[1:] == []


@ON_BOTH
def test_a_confirmation_is_taken_back_until_its_first_message(ward: Ward, talk: Talk) -> None:
    answer = talk.say("Quân", "bỏ xác nhận") or ""
    assert "đã bỏ xác nhận KH 45/KH-UBND" in answer
    with transaction(ward.engine) as session:
        assert session.exec(select(Task)).first() is None
        told = [n for n in session.exec(select(Notice)) if n.key.startswith("told/")]
    assert told and {notice.state for notice in told} == {NoticeState.DROPPED}

    talk.now += timedelta(minutes=1)
    assert "đã đưa KH 45/KH-UBND vào theo dõi: 5 dòng" in (talk.say("Quân", "xác nhận") or "")
    assert lines(ward, 5)[0].duty.state is DutyState.OPEN


@pytest.mark.parametrize("meanwhile", ["a message left", "work was reported"])
def test_a_confirmation_stands_once_somebody_knows_of_it(ward: Ward, talk: Talk, meanwhile: str) -> None:
    if meanwhile == "work was reported":
        talk.say("Hà", "xong 1 QĐ 12/QĐ-UBND")
    else:
        with transaction(ward.engine) as session:
            for notice in session.exec(select(Notice)):
                notice.state = NoticeState.SENT if notice.key.startswith("told/") else notice.state
    why = "đã có việc được ghi" if meanwhile == "work was reported" else "đã có người nhận tin nhắc"
    answer = talk.say("Quân", "bỏ xác nhận") or ""
    assert "không bỏ xác nhận được nữa" in answer and why in answer
    assert len(lines(ward, 1)) == 1


def test_who_only_looked_keeps_nobody_from_taking_it_back(ward: Ward, talk: Talk) -> None:
    for name, text in (("Quân", "việc 1"), ("Quân", "việc của tôi"), ("Hà", "việc 2"), ("Hà", "tình hình")):
        assert talk.say(name, text)
    assert "đã bỏ xác nhận KH 45/KH-UBND" in (talk.say("Quân", "bỏ xác nhận") or "")
    assert len(lines(ward, 1)) == 0


def test_only_the_keeper_takes_it_back(ward: Ward, talk: Talk) -> None:
    talk.say("Lan", "bỏ xác nhận")
    assert len(lines(ward, 1)) == 1


def test_what_was_left_out_is_told_with_its_reason(ward: Ward) -> None:
    ward.link("Quân")
    hand_in(ward, paper([*ROWS[:2], HEADER]))
    talk = Talk(ward, MORNING)
    assert 'để lại 1 dòng không phải việc (nhắn "dòng để lại" để xem)' in (talk.say("Quân", "xem") or "")
    told = talk.say("Quân", "dòng để lại") or ""
    assert told.startswith("Bảng trong tệp có 3 dòng: em đọc 2, để lại 1.")
    assert "dòng tiêu đề cột lặp lại" in told


def test_what_stands_beside_the_lines_is_not_passed_over(ward: Ward) -> None:
    ward.link("Quân")

    def fill(document: Any) -> None:
        document.add_paragraph("KẾ HOẠCH")
        document.add_paragraph("Công tác trọng tâm năm 2025")
        document.add_paragraph("1. Văn phòng HĐND và UBND hoàn thành báo cáo sơ kết trước ngày 15/06/2025.")
        table = document.add_table(rows=0, cols=len(HEADER))
        for row in (HEADER, *ROWS[:2]):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    hand_in(ward, docx_of(fill))
    shown = Talk(ward, MORNING).say("Quân", "xem") or ""
    assert "lời văn còn 1 nội dung có thời hạn mà em chưa theo dõi" in shown
    assert "báo cáo sơ kết trước ngày 15/06/2025" in shown


@ON_BOTH
def test_indicators_are_kept_with_the_plan(ward: Ward) -> None:
    ward.link("Quân")

    def fill(document: Any) -> None:
        document.add_paragraph("KẾ HOẠCH")
        document.add_paragraph("Chỉ tiêu cải cách hành chính năm 2025")
        table = document.add_table(rows=0, cols=4)
        for row in (
            ("TT", "Chỉ tiêu", "Mục tiêu năm 2025", "Cơ quan chủ trì"),
            ("1", "Tỷ lệ hồ sơ giải quyết đúng hạn", "≥ 98%", "Trung tâm Phục vụ hành chính công"),
            ("2", "Tỷ lệ hồ sơ trực tuyến toàn trình", "80%", "Văn phòng HĐND và UBND"),
        ):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        work = document.add_table(rows=0, cols=len(HEADER))
        for row in (HEADER, ROWS[0]):
            for cell, text in zip(work.add_row().cells, row, strict=True):
                cell.text = text

    hand_in(ward, docx_of(fill))
    talk = Talk(ward, MORNING)
    assert "Kèm 2 chỉ tiêu" in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        kept = [
            (i.name, i.target_percent, i.lead) for i in session.exec(select(Indicator).order_by(Indicator.position))
        ]
    assert kept == [
        ("Tỷ lệ hồ sơ giải quyết đúng hạn", 98, ["Trung tâm Phục vụ hành chính công"]),
        ("Tỷ lệ hồ sơ trực tuyến toàn trình", 80, ["Văn phòng HĐND và UBND"]),
    ]
