"""Lists, cards, counts: what each person sees, and that looking changes nothing."""

from datetime import date

import pytest
from sqlmodel import col, select

from storage.models.plans import Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import build_ward

Duties = dict[int, int]


@pytest.fixture(autouse=True)
def nothing_changes(talk: Talk, duties: Duties) -> object:
    yield
    assert talk.events() == []


def test_the_own_list_is_parted_like_the_digest(talk: Talk) -> None:
    answer = talk.say("Lan", "việc của tôi")
    assert answer and answer.startswith("Chị đang có 5 việc.")
    assert (
        "Chậm mốc nội bộ\n17. Quyết định chức năng, nhiệm vụ các phòng – mốc 08/10 (hạn theo kế hoạch 31/12)" in answer
    )
    assert "Sắp đến\n2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10\n7. Tập huấn CCHC – mốc thứ Tư 22/10" in answer


def test_a_card_shows_persons_and_internal_dates_to_the_unit_only(talk: Talk) -> None:
    inside, outside, keeper = talk.say("Lan", "việc 17"), talk.say("Hoa", "viec 17"), talk.say("Quân", "việc 17")
    assert inside and "VHXH (chị Lan)" in inside and "mốc nội bộ 08/10, chậm 3 ngày làm việc" in inside
    assert outside and "Lan" not in outside and "nội bộ" not in outside and "Chủ trì: VHXH" in outside
    assert keeper and "chị Lan" in keeper


def test_a_restricted_task_shows_number_and_date_only(talk: Talk) -> None:
    with talk.session() as session:
        task = session.exec(select(Task).where(Task.number == 7)).one()
        task.restricted = True
        session.add(task)
        session.commit()
    for text in ("việc 7", "việc của tôi"):
        answer = talk.say("Lan", text)
        assert answer and "Tập huấn" not in answer and "7. " in answer


def test_counts_are_the_paper_s(talk: Talk) -> None:
    answer = talk.say("Ánh", "tình hình")
    assert answer and answer.startswith(
        "Đến 09h15 thứ Hai 13/10/2025, KH CCHC 2025 có 8 nhiệm vụ: hoàn thành 0, chờ duyệt 0, trong hạn 6, quá hạn 1"
    )
    assert "thường xuyên, chưa có thời hạn 1" in answer


@ON_BOTH
def test_lines_counted_as_one_are_counted_once_by_their_worst(talk: Talk) -> None:
    with talk.session() as session:
        for task in session.exec(select(Task).where(col(Task.number).in_((26, 2, 7)))):
            task.counted_as = "B.II.1"
            session.add(task)
        session.commit()
    answer = talk.say("Hà", "tinh hinh")
    assert answer and "có 6 nhiệm vụ" in answer and "trong hạn 4, quá hạn 1" in answer


def test_late_work_is_shown_by_unit_without_persons(talk: Talk) -> None:
    answer = talk.say("Ánh", "phòng nào còn việc quá hạn?")
    assert (
        answer
        and "Phòng Kinh tế, Hạ tầng và Đô thị 1 việc: 26 – Quy chế quản lý tài sản công, hạn 30/09, quá 9 ngày làm việc."
        in answer
    )
    assert "Vinh" not in answer


def test_results_missing_name_persons_only_to_who_may_see_them(talk: Talk) -> None:
    office, staff = talk.say("Hà", "còn thiếu của ai"), talk.say("Hoa", "còn thiếu của ai")
    assert office and "chốt 16h30 thứ Ba 14/10" in office and "Anh Vinh: 26" in office
    assert staff and "Vinh" not in staff and "Chị Hoa: 30" in staff


@pytest.mark.parametrize("text", ["tình hình các phòng", "so sánh các phòng", "còn việc gì chưa xong"])
def test_the_leader_reads_how_each_unit_stands(talk: Talk, duties: Duties, text: str) -> None:
    assert talk.say("Ánh", text) == (
        "Đến 09h15 thứ Hai 13/10/2025, theo đơn vị:\n"
        "VHXH 5 phần việc: hoàn thành 0, chờ duyệt 0, trong hạn 4, quá hạn 0; thường xuyên, chưa có thời hạn 1\n"
        "KT-HT-ĐT 1 phần việc: hoàn thành 0, chờ duyệt 0, trong hạn 0, quá hạn 1\n"
        "TTPVHCC 2 phần việc: hoàn thành 0, chờ duyệt 0, trong hạn 2, quá hạn 0\n"
        'Xem kỹ một đơn vị, chị nhắn "tình hình VHXH".'
    )


def test_units_of_a_month_that_is_over_stand_as_they_stood(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Ánh", "tình hình các phòng tháng 9") or ""
    assert "tháng 9/2025" in answer and "\nVHXH 5 phần việc: hoàn thành 0, chờ duyệt 0, trong hạn 4" in answer
    assert "Hiện chị không phụ trách việc nào" in (talk.say("Ánh", "việc của tôi") or "")
    assert "Chị đang có" in (talk.say("Lan", "còn việc gì chưa xong") or "")


def test_help_is_for_this_person(talk: Talk) -> None:
    staff, leader, head = talk.say("Lan", "trợ giúp"), talk.say("Ánh", "tro giup"), talk.say("Dũng", "trợ giúp")
    assert staff and "xong 2 KH 45/KH-UBND" in staff and "duyệt" not in staff and "giao" not in staff
    assert leader and "tình hình" in leader and "giao 57" not in leader and "việc phát sinh" in leader
    assert head and "giao 57 cho Hoa" in head


def test_what_is_not_understood_says_what_can_be_said(talk: Talk) -> None:
    answer = talk.say("Lan", "việc abc xyz")
    assert answer and "chưa thay đổi gì" in answer and "xong 2" in answer


def test_another_agency_sees_nothing(talk: Talk) -> None:
    other = build_ward(talk.ward.engine, "UBND phường Khác")
    other.link("Lan")
    stranger = Talk(other)
    assert "không thấy việc 2" in (stranger.say("Lan", "việc 2") or "")
    assert "không thấy việc 2" in (stranger.say("Lan", "xong 2") or "")
    assert "chưa có kế hoạch nào" in (stranger.say("Lan", "tình hình") or "")
    assert talk.duty(1).reported_on is None


def test_a_year_later_dates_carry_their_year(talk: Talk) -> None:
    talk.ward.give(60, "Báo cáo năm", "VHXH", to="Lan", due=date(2026, 1, 15))
    answer = talk.say("Lan", "việc của tôi")
    assert answer and "15/01/2026" in answer


def test_a_picture_without_words_is_not_passed_over_in_silence(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "", kind="media")
    assert answer and ("chưa ghi gì" in answer or "chưa giữ" in answer)
    assert talk.say("Lan", "", kind="unsupported") is None


def test_a_request_passed_on_shows_the_task_and_keeps_nothing(talk: Talk, duties: Duties) -> None:
    answer = talk.say(
        "Lan", "Kính gửi các đồng chí, đề nghị báo cáo tiến độ nhiệm vụ số 17 trước ngày 20/10. Trân trọng."
    )
    assert answer and answer.startswith("Dạ, tin này là yêu cầu gửi đến nên em chưa ghi gì vào việc 17.")
    assert "17. Quyết định chức năng" in answer and talk.events() == []


@pytest.mark.parametrize(
    "text", ["việc 2, 7, 8 ai làm", "việc 2, 7 và 8 ai phụ trách vậy em", "tình hình việc 2, 7, 8"]
)
def test_many_tasks_are_one_line_each(talk: Talk, text: str) -> None:
    answer = talk.say("Lan", text) or ""
    assert (
        answer.splitlines()[0]
        == "2. Kế hoạch kiểm tra CCHC – VHXH (chị Lan), mốc nội bộ 15/10, hạn 31/12, chưa thực hiện"
    )
    assert [line[:2] for line in answer.splitlines()] == ["2.", "7.", "8.", "Xe"]
    outside = talk.say("Hoa", text) or ""
    assert "7. Tập huấn CCHC – VHXH, hạn 31/12" in outside and "Lan" not in outside


def test_of_a_range_what_there_is_is_told_and_what_is_not(talk: Talk) -> None:
    answer = talk.say("Lan", "việc 2 đến 8 ai làm") or ""
    assert "Em không thấy việc 3–6." in answer and answer.count("\n") == 4
    assert answer.count("31/12") == 2 and "8. Đăng tải thông tin CCHC – VHXH (chị Lan), chưa có thời hạn" in answer


def test_two_tasks_are_still_shown_in_full(talk: Talk) -> None:
    answer = talk.say("Lan", "việc 2, 7 thế nào rồi") or ""
    assert answer.count("Thời hạn:") == 2


@pytest.mark.parametrize("text", ["cho xin danh sách việc của phòng VHXH", "chi tiết VHXH", "VHXH có những việc gì"])
def test_the_whole_list_of_a_unit(talk: Talk, duties: dict[int, int], text: str) -> None:
    answer = talk.say("Hà", text) or ""
    assert (
        "Chậm mốc nội bộ\n17." in answer and "Còn lại\n2. Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10, chị Lan" in answer
    )
    outside = talk.say("Hoa", text) or ""
    assert "Còn lại" in outside and "mốc" not in outside and "Lan" not in outside
    assert "Còn lại" not in (talk.say("Hà", "tình hình VHXH") or "")


@pytest.mark.parametrize(
    "text", ["xuất excel việc phòng VHXH giúp chị", "cho chị xin file excel danh sách việc phòng VHXH"]
)
def test_the_list_as_a_file_is_shown_here(talk: Talk, duties: dict[int, int], text: str) -> None:
    answer = talk.say("Hà", text) or ""
    assert answer.startswith("Dạ, em chưa xuất danh sách việc ra tệp được") and "Còn lại\n2." in answer
    assert "theo đơn vị:" in (talk.say("Hà", "cho chị xin danh sách toàn bộ nhiệm vụ") or "")
    assert "Số liệu cho báo cáo" in (talk.say("Hà", "xuất báo cáo excel tháng 10") or "")


@pytest.mark.parametrize(
    "text", ["tình hình VHXH", "việc của phòng VHXH", "tình hình phòng KT", "việc quá hạn của phòng KT"]
)
def test_a_leader_reads_of_units_and_of_persons_where_he_asks(talk: Talk, text: str) -> None:
    leader, keeper = talk.say("Ánh", text) or "", talk.say("Quân", text) or ""
    names = ("chị Lan", "anh Vinh")
    assert "phần việc" in leader and not any(name in leader for name in names)
    assert any(name in keeper for name in names)
    assert "chị Lan" in (talk.say("Ánh", "việc 17 ai làm") or "")
