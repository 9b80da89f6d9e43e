"""Mornings of the ward of Ba Ngòi in autumn 2025."""

import re
from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from bot.commands.known_office import demo_directory
from bot.understanding.intents import Intent
from bot.understanding.read import read_message
from jobs.rules.working_days import WEEKENDS_ONLY
from storage.database import transaction
from storage.kinds import DutyState, EventKind, NoticeState, ProductKind
from storage.models.channels import Chat
from storage.models.events import Telling
from storage.models.messages import Notice
from storage.models.news import NewsItem, NewsQuota
from storage.models.organisation import Staff
from storage.models.plans import Task
from tests.engines import ON_BOTH
from tests.jobs.mornings import answer, change, morning_of, october, send_all, tick, told
from tests.people import Ward, at

EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Vinh", "Ánh")


def notices(ward: Ward, name: str) -> list[Notice]:
    with transaction(ward.engine) as session:
        query = select(Notice).where(Notice.staff_id == ward.staff[name]).order_by(col(Notice.id))
        return list(session.exec(query))


def test_lan_reads_what_is_hers_on_the_follow_up_day(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    text = morning_of(ward, "13/10/2025")["Lan"].text
    assert text.startswith("Chào chị Lan, thứ Hai 13/10.")
    assert "Chậm mốc nội bộ\n17. Quyết định chức năng, nhiệm vụ các phòng – mốc 08/10 (hạn theo kế hoạch 31/12)" in text
    assert "Sắp đến\n2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10\n7. Tập huấn CCHC – mốc thứ Tư 22/10" in text
    assert "Còn thiếu kết quả tháng 10 (chốt 16h30 thứ Ba 14/10)" in text
    assert "8. Đăng tải thông tin CCHC (kỳ trước: 9 tin, 2 bài)\n18. Bố trí lãnh đạo phòng" in text


def test_who_answered_is_not_asked_again(ward: Ward) -> None:
    ward.link("Lan")
    duties = october(ward)
    answer(ward, duties[18], "Lan", "2025-10", "đã bố trí", "10/10/2025 09:00")
    assert "18." not in morning_of(ward, "13/10/2025")["Lan"].text


def test_a_head_decides_first_and_sees_whose_work_slips(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    duties = october(ward)
    waiting = {"state": DutyState.REPORTED, "reported_on": date(2025, 10, 10), "decider_id": ward.staff["Dũng"]}
    change(ward, duties[30], **waiting)
    message = morning_of(ward, "13/10/2025")["Dũng"]
    assert "Xin ý kiến anh\n30. Số hóa hồ sơ TTHC – chị Hoa báo xong 10/10" in message.text
    assert "50. Tập huấn kỹ năng giao tiếp – chị Hoa, mốc 08/10" in message.text
    assert "giao 57 cho" in message.text
    assert message.text.index("Xin ý kiến") < message.text.index("Chậm mốc")
    assert message.buttons[0][0].types == "duyệt 30"


def test_the_keeper_hears_who_was_not_reached_and_why(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    october(ward)
    text = morning_of(ward, "13/10/2025")["Quân"].text
    assert "Sáng nay đã nhắc 1/" in text
    assert "anh Dũng: chưa kết nối" in text
    assert "VHXH 0/5 · KT-HT-ĐT 0/1 · TTPVHCC 0/3" in text


def test_the_keeper_hears_of_a_quiet_morning_too(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    assert list(sent := morning_of(ward, "23/10/2025")) == ["Quân"]
    assert "không ai có việc đến ngày nhắc" in sent["Quân"].text


def test_the_head_of_office_reads_plans_in_official_classes_on_monday(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    text = morning_of(ward, "20/10/2025")["Hà"].text
    assert text.startswith("Kính gửi chị Hà, thứ Hai 20/10/2025.")
    assert "KH CCHC 2025, 9 nhiệm vụ: hoàn thành 0, chờ duyệt 0, trong hạn 9, quá hạn 0" in text
    assert "Hà" not in morning_of(ward, "22/10/2025")


def test_leaders_hear_on_the_last_working_day_what_climbed_to_them_by_unit(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    assert "Ánh" not in morning_of(ward, "05/12/2025")
    text = morning_of(ward, "12/12/2025")["Ánh"].text
    assert "Tuần này có 1 việc quá hạn từ 10 ngày làm việc:\nKT-HT-ĐT: việc 26" in text
    assert "Vinh" not in text


def test_the_head_hears_of_an_overdue_duty_the_day_after_its_owner(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    monday = morning_of(ward, "01/12/2025")
    assert "26. Quy chế quản lý tài sản công – hạn 28/11, quá 1 ngày làm việc" in monday["Vinh"].text
    assert "Thu" not in monday
    assert "26." in morning_of(ward, "02/12/2025")["Thu"].text


@ON_BOTH
def test_nothing_owed_sends_nothing_and_a_second_run_adds_nothing(ward: Ward) -> None:
    ward.link("Lan", "Hoa")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 22))
    assert tick(ward, at("21/10/2025 07:30")) == 1
    assert tick(ward, at("21/10/2025 07:30")) == 0
    assert tick(ward, at("21/10/2025 12:00")) == 0
    assert not notices(ward, "Hoa")


@pytest.mark.parametrize("moment", ["20/10/2025 07:29", "20/10/2025 20:00", "19/10/2025 08:00", "01/01/2026 08:00"])
def test_nobody_is_written_to_before_the_hour_in_the_evening_or_on_a_day_off(ward: Ward, moment: str) -> None:
    ward.link("Lan")
    october(ward)
    assert tick(ward, at(moment)) == 0


def test_what_happens_during_the_day_waits_for_the_next_morning(ward: Ward) -> None:
    ward.link("Lan", "Tâm", "Quân")
    duties = october(ward)
    morning_of(ward, "16/10/2025")
    decider = {"state": DutyState.REPORTED, "reported_on": date(2025, 10, 16), "decider_id": ward.staff["Tâm"]}
    change(ward, duties[2], **decider)
    assert tick(ward, at("16/10/2025 10:00")) == 0
    assert "2. Kế hoạch kiểm tra CCHC" in morning_of(ward, "17/10/2025")["Tâm"].text


def test_a_days_outage_gives_one_digest_for_today(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 15))
    assert "Lan" in morning_of(ward, "10/10/2025")
    # The machine is off on Tuesday 14/10 and Wednesday 15/10, both with a step, and comes back at 09:40.
    assert tick(ward, at("16/10/2025 09:40")) == 1
    sent = send_all(ward, at("16/10/2025 09:40"))
    assert "quá 1 ngày làm việc" in sent["Lan"].text
    assert [n.day for n in notices(ward, "Lan")] == [date(2025, 10, 10), date(2025, 10, 16)]


def test_a_digest_that_expired_counts_on_the_next_morning(ward: Ward) -> None:
    ward.link("Lan")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 20))
    assert tick(ward, at("15/10/2025 07:30")) == 1  # three working days before
    with transaction(ward.engine) as session:
        notice = session.exec(select(Notice).where(Notice.staff_id == ward.staff["Lan"])).one()
        assert notice.expires_at == at("15/10/2025 20:00")
        notice.state = NoticeState.EXPIRED
        session.add(notice)
    assert "Lan" in morning_of(ward, "16/10/2025")
    assert "Lan" not in morning_of(ward, "16/10/2025")


def test_work_done_before_the_digest_leaves_drops_it(ward: Ward) -> None:
    ward.link("Lan")
    duty = ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 22))
    assert tick(ward, at("21/10/2025 07:30")) == 1
    change(ward, duty, state=DutyState.REPORTED, reported_on=date(2025, 10, 21))
    assert send_all(ward, at("21/10/2025 07:31")) == {}


def test_the_last_ones_wait_for_the_others_until_a_quarter_to_eight(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 22))
    start = at("21/10/2025 07:30")
    tick(ward, start)
    tick(ward, start + timedelta(minutes=14))
    assert not notices(ward, "Quân")
    tick(ward, start + timedelta(minutes=15))
    assert [n.priority for n in notices(ward, "Quân")] == [9]
    assert "Còn 1 tin đang chờ gửi." in send_all(ward, start + timedelta(minutes=15), only="Quân")["Quân"].text


def test_a_chat_that_is_off_gets_nothing_and_is_named(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 10, 22))
    with transaction(ward.engine) as session:
        chat = session.get_one(Chat, ward.chats["Lan"])
        chat.off_at = at("20/10/2025 07:30")
        session.add(chat)
    sent = morning_of(ward, "21/10/2025")
    assert list(sent) == ["Quân"]
    assert "chị Lan: không nhận được tin của em" in sent["Quân"].text


@pytest.mark.parametrize("day", ["22/12/2025", "31/12/2025", "05/01/2026"])
def test_a_years_end_is_told_by_section(ward: Ward, day: str) -> None:
    ward.link(*EVERYBODY)
    sections = ("A.I", "A.II", "A.III", "A.IV", "A.V", "A.VI", "B.I", "B.II", "B.III", "B.IV", "B.V")
    for n in range(1, 87):
        due, section = date(2025, 12, 31), sections[n // 8]
        ward.give(n, f"Nhiệm vụ dài dòng số {n} của kế hoạch năm nay", "TTPVHCC", to="Hoa", due=due, section=section)
    message = morning_of(ward, day)["Hoa"]
    shown = re.findall(r"^([AB]\.[IVX]+):", message.text, re.MULTILINE)
    assert len(shown) == len(set(shown)) == 9
    assert not re.search(r"^\d+\.", message.text, re.MULTILINE)
    assert "và 15 việc khác" in message.text
    assert len(message.about) == 71


def test_a_restricted_task_is_a_number_and_a_date(ward: Ward) -> None:
    ward.link("Lan", "Tâm", "Quân")
    duty = ward.give(5, "Rà soát hồ sơ cán bộ", "VHXH", to="Lan", due=date(2025, 10, 10))
    answer(ward, duty, "Lan", "2025-09", "đã rà soát 4 hồ sơ", "10/09/2025 09:00")
    with transaction(ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == 5)).one()
        task.restricted = True
        session.add(task)
    sent = morning_of(ward, "14/10/2025")
    assert "5 – hạn 10/10, quá 2 ngày làm việc" in sent["Lan"].text
    assert not any("hồ sơ" in message.text for message in sent.values())


def test_a_unit_without_news_is_nudged_once_at_its_head(ward: Ward) -> None:
    ward.link("Tâm", "Thu", "Hà", "Quân")
    with transaction(ward.engine) as session:
        for short in ("VHXH", "KT-HT-ĐT"):
            session.add(NewsQuota(agency_id=ward.agency_id, unit_id=ward.units[short]))
        item = {"month": "2025-10", "serial": 1, "title": "Tập huấn CCHC", "by_id": ward.staff["Thu"]}
        unit_id = ward.units["KT-HT-ĐT"]
        session.add(NewsItem(agency_id=ward.agency_id, unit_id=unit_id, at=at("20/10/2025 15:00"), **item))
    sent = morning_of(ward, "22/10/2025")
    assert "VHXH tháng 10 mới có 0/1 tin, bài, còn 7 ngày làm việc" in sent["Tâm"].text
    assert "Thu" not in sent
    assert "Tâm" not in morning_of(ward, "23/10/2025")
    assert "Tin, bài tháng 10: 1/2 đơn vị" in morning_of(ward, "27/10/2025")["Hà"].text


def test_a_change_by_others_is_told_once_in_the_next_digest(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    duty = ward.give(2, "Kế hoạch kiểm tra CCHC", "VHXH", to="Lan", due=date(2025, 12, 31))
    told(ward, EventKind.ASSIGNED, duty, by="Tâm", to="Lan", when="20/10/2025 15:00")
    assert "Anh Tâm giao việc 2 – Kế hoạch kiểm tra CCHC" in morning_of(ward, "21/10/2025")["Lan"].text
    assert "Lan" not in morning_of(ward, "22/10/2025")
    with transaction(ward.engine) as session:
        assert session.exec(select(Telling)).one().told_at is not None


def test_what_asks_nothing_waits_for_a_digest_that_is_owed_or_the_end_of_the_week(ward: Ward) -> None:
    ward.link("Lan", "Vinh", "Quân")
    for number, name in ((2, "Lan"), (7, "Vinh")):
        unit = "VHXH" if name == "Lan" else "KT-HT-ĐT"
        duty = ward.give(number, f"Việc số {number}", unit, to=name, due=date(2025, 10, 20))
        change(ward, duty, state=DutyState.ACCEPTED, reported_on=date(2025, 10, 20), closed_on=date(2025, 10, 20))
        told(ward, EventKind.ACCEPTED, duty, by="Quân", to=name, when="20/10/2025 15:00")
    ward.give(9, "Báo cáo quý", "KT-HT-ĐT", to="Vinh", due=date(2025, 10, 23))
    days = [f"{day}/10/2025" for day in (20, 21, 22, 23, 24, 27)]
    read = {day: morning_of(ward, day) for day in days}
    assert [day for day in days if "Lan" in read[day]] == ["24/10/2025"]
    assert "việc 2" in read["24/10/2025"]["Lan"].text
    with_news = [day for day in days if "Vinh" in read[day] and "Có thay đổi" in read[day]["Vinh"].text]
    assert with_news == ["22/10/2025"]  # one working day before his next date


def test_a_state_line_offers_no_done(ward: Ward) -> None:
    ward.link("Lan")
    ward.give(18, "Bố trí lãnh đạo phòng", "VHXH", to="Lan", due=date(2025, 10, 22), product=ProductKind.STATE)
    message = morning_of(ward, "21/10/2025")["Lan"]
    assert "xong" not in message.text
    assert [[button.types for button in row] for row in message.buttons] == [["việc 18"]]


@pytest.mark.parametrize("day", ["09/10/2025", "13/10/2025", "15/10/2025", "02/12/2025", "12/12/2025"])
def test_every_quoted_example_is_understood_and_about_a_listed_duty(ward: Ward, day: str) -> None:
    ward.link(*EVERYBODY)
    duties = october(ward)
    waiting = {"state": DutyState.REPORTED, "reported_on": date(2025, 10, 8), "decider_id": ward.staff["Dũng"]}
    change(ward, duties[30], **waiting)
    quoted = 0
    for message in morning_of(ward, day).values():
        listed = {number for number, duty in duties.items() if duty in message.about}
        for example in re.findall('"([^"]+)"', message.text):
            found = read_message(
                example, role="staff", context="direct", on=date(2025, 10, 13), directory=demo_directory(),
                calendar=WEEKENDS_ONLY,
            )  # fmt: skip
            quoted += 1
            assert found.sure, example
            assert all(act.intent is not Intent.not_understood for act in found.acts), example
            assert {n for act in found.acts for n in act.slots.task_ids} <= listed, example
    assert quoted


def test_who_reads_english_gets_english(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    with transaction(ward.engine) as session:
        for person in session.exec(select(Staff)):
            person.language = "en"
            session.add(person)
    sent = morning_of(ward, "13/10/2025")
    assert sent["Lan"].text.startswith("Hello Lan, Mon 13/10.")
    assert not any(
        word in m.text for m in sent.values() for word in ("Kết quả", "Chào", "Kính", "Quá hạn", "mốc", "ngày")
    )
