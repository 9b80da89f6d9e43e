"""Lists of other people's work: who sees whose, over which days, in ten lines at most."""

from datetime import date

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import DutyState, Role
from storage.models.duties import Duty
from storage.models.organisation import Membership, Staff, Unit
from storage.models.plans import Task
from tests.bot.conftest import YEAR_END
from tests.bot.talk import Talk
from tests.engines import ON_BOTH

Duties = dict[int, int]


@pytest.fixture(autouse=True)
def nothing_changes(talk: Talk, duties: Duties) -> object:
    yield
    assert talk.events() == []


def asked(talk: Talk, name: str, text: str) -> str:
    answer = talk.say(name, text)
    assert answer and "chưa làm được" not in answer and "chưa hiểu" not in answer
    assert len([line for line in answer.split("\n") if line]) <= 10, answer
    return answer


@ON_BOTH
@pytest.mark.parametrize(
    "text", ["tình hình chị Lan", "việc của chị Lan", "viec cua chi Lan", "chị Lan đang giữ những việc gì", "Lan"]
)
@pytest.mark.parametrize("name", ["Tâm", "Quân", "Hà", "Ánh"])
def test_her_head_the_keeper_the_office_and_leaders_see_how_a_person_stands(talk: Talk, name: str, text: str) -> None:
    text = "tình hình chị Nguyễn Thị Lan" if text == "Lan" else text
    answer = asked(talk, name, text)
    assert answer.startswith("Chị Lan đang giữ 5 phần việc: hoàn thành 0, chờ duyệt 0, trong hạn 4, quá hạn 0")
    assert "Chậm mốc nội bộ" in answer and "17. Quyết định chức năng" in answer and "Sắp đến" in answer


@pytest.mark.parametrize("name", ["Quân", "Hoa", "Dũng"])
def test_nobody_else_sees_what_a_person_holds(talk: Talk, name: str) -> None:
    person = "chị Lan" if name != "Quân" else "chị Hoa"
    if name == "Quân":  # he keeps the plan: without that he is a member of staff like others
        with talk.session() as session:
            keeper = session.exec(select(Staff).where(Staff.id == talk.ward.staff["Quân"])).one()
            keeper.keeps_agency = False
            session.add(keeper)
            session.commit()
        assert "đang giữ" in asked(talk, name, f"tình hình {person}")  # still by the plan he keeps
        return
    answer = asked(talk, name, f"tình hình {person}")
    assert "trưởng đơn vị" in answer and "17" not in answer and "Quyết định" not in answer
    for text in ("chị Lan có việc nào quá hạn không", "việc chậm mốc của chị Lan"):
        assert "Quyết định" not in asked(talk, name, text)


def test_a_person_sees_his_own_under_his_name(talk: Talk) -> None:
    assert "đang giữ 5 phần việc" in asked(talk, "Lan", "tình hình chị Lan")


def test_a_name_nobody_or_several_have_is_asked_about(talk: Talk) -> None:
    assert "không thấy ai tên" in asked(talk, "Ánh", "tình hình anh Thịnh")
    with talk.session() as session:
        other = Staff(agency_id=talk.ward.agency_id, full_name="Lê Thị Lan", honorific="chị")
        session.add(other)
        session.flush()
        session.add(
            Membership(
                agency_id=talk.ward.agency_id, staff_id=other.id, unit_id=talk.ward.units["VP"], role=Role.STAFF,
                from_on=date(2025, 1, 1),
            )
        )  # fmt: skip
        session.commit()
    assert "Nguyễn Thị Lan hay Lê Thị Lan" in asked(talk, "Ánh", "tình hình chị Lan")
    assert "đang giữ 5 phần việc" in asked(talk, "Ánh", "Nguyễn Thị Lan")
    assert "không phụ trách việc nào" in asked(talk, "Ánh", "tình hình chị Lê Thị Lan")


@ON_BOTH
def test_what_slips_behind_internal_dates_is_not_what_is_overdue(talk: Talk) -> None:
    office = asked(talk, "Hà", "việc chậm mốc nội bộ")
    assert office.startswith("Cơ quan có 2 phần việc chậm mốc nội bộ:")
    assert "17. Quyết định" in office and "chị Lan" in office and "57. Niêm yết" in office and "26" not in office
    head = asked(talk, "Tâm", "có bao nhiêu việc chậm mốc")
    assert "Phòng Văn hóa – Xã hội có 1 phần việc" in head and "57" not in head
    assert "17. Quyết định" in asked(talk, "Lan", "việc chậm mốc của em")
    assert "không có việc chậm mốc" in asked(talk, "Hoa", "viec cham moc noi bo")
    assert "không có việc chậm mốc" in asked(talk, "Hoa", "việc chậm mốc của phòng VHXH")  # not for her eyes


def test_soon_has_its_days_and_its_unit(talk: Talk) -> None:
    week = asked(talk, "Ánh", "việc đến hạn tuần này")
    assert "(từ hôm nay đến hết Chủ nhật 19/10/2025)" in week and "2. Kế hoạch" in week and "7. " not in week
    unit = asked(talk, "Hà", "việc sắp đến hạn của phòng VHXH")
    assert unit.startswith("Phòng Văn hóa – Xã hội có 2 phần việc sắp đến:") and "7. Tập huấn" in unit
    assert "không có việc nào sắp đến" in asked(talk, "Ánh", "phòng KT tuần này có việc gì đến hạn")
    until = asked(talk, "Tâm", "việc nào đến hạn trước 22/10")
    assert "2. Kế hoạch" in until and "7. Tập huấn" in until and "18" not in until
    assert "2. Kế hoạch" in asked(talk, "Lan", "sắp đến hạn tuần này")


def test_internal_dates_of_another_unit_are_not_told_by_what_comes_soon(talk: Talk) -> None:
    answer = asked(talk, "Hoa", "việc sắp đến hạn của phòng VHXH")
    assert "không có việc nào sắp đến" in answer


def test_the_late_work_of_one_unit_or_person_stands_line_by_line(talk: Talk) -> None:
    late = asked(talk, "Hà", "việc quá hạn của phòng KT")
    assert "Phòng Kinh tế, Hạ tầng và Đô thị có 1 phần việc quá hạn" in late and "anh Vinh" in late
    assert "Vinh" not in asked(talk, "Lan", "việc quá hạn của phòng KT")
    assert "Phòng Văn hóa – Xã hội chưa có việc quá hạn" in asked(talk, "Ánh", "phòng VHXH có việc nào quá hạn không")
    assert "26. Quy chế" in asked(talk, "Ánh", "anh Vinh có việc nào quá hạn không")
    assert "chị Lan chưa có việc quá hạn" in asked(talk, "Tâm", "chị Lan có việc nào quá hạn không")


@ON_BOTH
def test_what_nobody_has_and_what_has_no_date(talk: Talk) -> None:
    answer = asked(talk, "Dũng", "việc nào chưa giao ai")
    assert "có 1 phần việc chưa giao ai." in answer and "57. Niêm yết" in answer and "thời hạn" not in answer
    for text in ("việc chưa có thời hạn", "việc nào chưa có hạn", "viec khong co thoi han"):
        office = asked(talk, "Hà", text)
        assert "Cơ quan có 1 phần việc chưa có thời hạn" in office and "8. Đăng tải" in office and "57" not in office
    both = asked(talk, "Hà", "việc nào chưa giao ai, chưa có hạn")
    assert "8. Đăng tải" in both and "57. Niêm yết" in both
    assert "đã có thời hạn" in asked(talk, "Thu", "việc chưa có thời hạn")
    assert "57" not in asked(talk, "Lan", "việc nào chưa giao ai")


def test_many_lines_stay_ten_and_nothing_is_hidden(talk: Talk) -> None:
    for n in range(100, 130):
        talk.ward.give(n, f"Việc thứ {n}", "VHXH", to="Lan", due=YEAR_END, section="A.II" if n < 115 else "A.III")
    own, other = asked(talk, "Lan", "việc của tôi"), asked(talk, "Tâm", "việc của chị Lan")
    for answer in (own, other):
        assert "17. Quyết định" in answer and "A.II: 100–114 – hạn thứ Tư 31/12" in answer
        assert "và 16 việc khác: 8, 115–129" in answer
    for n in range(200, 260):
        talk.ward.give(n, f"Việc lạ {n}", "VHXH", to="Lan", due=date(2025, 11, n - 199 if n < 230 else n - 229))
    asked(talk, "Lan", "việc của tôi")
    asked(talk, "Hà", "việc đến hạn tháng 11")


def test_a_restricted_line_keeps_its_words_in_every_list(talk: Talk) -> None:
    with talk.session() as session:
        for task in session.exec(select(Task)):
            task.restricted = True
            session.add(task)
        session.commit()
    for text in ("tình hình chị Lan", "việc chậm mốc nội bộ", "việc quá hạn của phòng KT", "việc nào chưa giao ai"):
        answer = asked(talk, "Hà", text)
        assert "nội dung hạn chế" in answer
        assert not any(word in answer for word in ("Quyết định", "Quy chế", "Niêm yết", "Tập huấn"))


@pytest.mark.parametrize("text", ["số liệu quý 3", "tình hình tháng 9", "tình hình quý 3", "số liệu tháng 9"])
def test_figures_of_a_span_that_is_over_are_not_today_s(talk: Talk, text: str) -> None:
    answer = asked(talk, "Ánh", text)
    assert "tính đến hết ngày 14/09/2025" in answer and "quá hạn 0" in answer  # 26 was due on 30/09
    assert "trong hạn 7" in answer


def test_a_span_to_come_has_no_figures_and_a_running_one_has_today_s(talk: Talk) -> None:
    assert "chưa đến nên chưa có số liệu" in asked(talk, "Ánh", "tình hình tháng 12")
    assert asked(talk, "Ánh", "tình hình tháng 10").startswith("Đến 09h15 thứ Hai 13/10/2025")
    unit = asked(talk, "Hà", "tình hình phòng KT tháng 9")
    assert "tính đến hết ngày 14/09/2025" in unit and "Phòng Kinh tế, Hạ tầng và Đô thị chủ trì 1 phần việc" in unit


@ON_BOTH
@pytest.mark.parametrize(
    "text", ["tìm việc tập huấn", "tim viec tap huan", "việc nào về CCHC tập huấn", "tra cứu việc tập huấn CCHC"]
)
def test_work_is_found_by_its_words_in_any_order(talk: Talk, text: str) -> None:
    answer = asked(talk, "Hoa", text)
    assert "7. Tập huấn CCHC – VHXH, hạn thứ Tư 31/12" in answer and "mốc" not in answer and "30" not in answer


@pytest.mark.parametrize("text", ["việc tập huấn CCHC tới đâu rồi", "viec tap huan cchc toi dau roi em"])
def test_a_task_asked_about_by_its_words_is_shown(talk: Talk, text: str) -> None:
    assert "7. Tập huấn CCHC" in asked(talk, "Hoa", text)
    assert "không thấy việc nào" in asked(talk, "Hoa", "việc xây cầu vượt sông tới đâu rồi")


def test_what_is_closed_is_found_below_what_is_open(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        duty = session.exec(select(Duty).where(Duty.id == duties[7])).one()
        duty.state, duty.reported_on, duty.closed_on = DutyState.ACCEPTED, date(2025, 10, 1), date(2025, 10, 2)
        session.add(duty)
        session.commit()
    answer = asked(talk, "Hoa", "việc nào về CCHC")
    assert answer.index("2. Kế hoạch") < answer.index("Đã kết thúc") < answer.index("7. Tập huấn")


def test_words_of_a_restricted_line_find_it_for_its_unit_only(talk: Talk) -> None:
    with talk.session() as session:
        task = session.exec(select(Task).where(Task.number == 7)).one()
        task.restricted = True
        session.add(task)
        session.commit()
    assert "7. nội dung hạn chế" in asked(talk, "Lan", "tìm việc tập huấn")
    assert "không thấy việc nào" in asked(talk, "Hoa", "tìm việc tập huấn")


@pytest.mark.parametrize("text", ["hôm nay em có việc gì không", "hom nay e co viec gi ko"])
def test_a_day_without_work_says_what_there_is_besides(talk: Talk, duties: Duties, text: str) -> None:
    answer = asked(talk, "Lan", text)
    assert answer == (
        "Hôm nay chị không có việc đến hạn. Chậm mốc nội bộ: 17. "
        "Chị đang giữ 5 việc; gần nhất: 2 – Kế hoạch kiểm tra CCHC – mốc thứ Tư 15/10."
    )


def test_the_centre_is_not_the_asker_s_own_unit(talk: Talk, duties: dict[int, int]) -> None:
    for text in ("việc của Trung tâm", "tình hình trung tâm"):
        answer = talk.say("Quân", text)
        assert answer and "Trung tâm Phục vụ hành chính công" in answer and "Văn hóa" not in answer


def test_with_two_centres_the_asker_is_asked_which(talk: Talk, duties: dict[int, int]) -> None:
    with transaction(talk.ward.engine) as session:
        session.add(Unit(agency_id=talk.ward.agency_id, name="Trung tâm Văn hóa", short_name="TTVH", position=9))
    answer = talk.say("Quân", "tình hình trung tâm")
    assert answer and "chủ trì" not in answer
    own = talk.say("Dũng", "tình hình trung tâm")
    assert own and "Trung tâm Phục vụ hành chính công" in own
