"""The keeper goes through what is unsure in a draft, one by one or all at once."""

from typing import Any

import pytest
from sqlmodel import col, select

from jobs.calendar import working_calendar
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.plans.reader import read_plan
from storage.database import transaction
from storage.documents.reader import read_document
from storage.kinds import PartyRole, PlanState
from storage.models.duties import Duty, Period
from storage.models.organisation import Unit
from storage.models.plans import DraftRow, Plan, Task
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward, at

MORNING = at("06/10/2025 08:00")
TABLE = """STT\tNội dung nhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành\tSản phẩm
I\tCÔNG TÁC CHỈ ĐẠO\t\t\t\t
1\tBan hành kế hoạch kiểm tra\tVăn phòng HĐND và UBND\t\tTrong năm 2025\tKế hoạch
2\tTổ chức hội nghị đối thoại\tVăn phòng HĐND và UBND\t\tTheo hình thức phù hợp\tHội nghị
3\tKiểm tra công vụ\tTổ giúp việc CCHC\tCác phòng, ban chuyên môn\tTrong năm 2025\tBáo cáo
4\tRà soát vị trí việc làm (Mật)\tPhòng Văn hóa - Xã hội\t\tTrong năm 2025\tBáo cáo
5\tCập nhật cơ sở dữ liệu\t\tCác phòng, ban chuyên môn\tTrong năm 2025\tBáo cáo
"""


def a_draft(ward: Ward, **changed: Any) -> int:
    """A draft with a doubt of each kind; `changed`: keys of the reading of its second line."""
    with transaction(ward.engine) as session:
        document = read_document(TABLE.encode(), "ke-hoach.tsv")
        reading = read_plan(document, on=MORNING.date(), calendar=working_calendar(session)).as_json()
        reading["tasks"][1] |= changed
        handed = HandedIn("ke-hoach.tsv", TABLE.encode(), reading, ward.staff["Quân"], MORNING)
        plan = make_draft(session, ward.agency_id, handed, ward.staff["Quân"], ward.units["VHXH"])
        session.flush()
        return plan.id


def rows(ward: Ward) -> dict[str, DraftRow]:
    with transaction(ward.engine) as session:
        return {row.reading["code"]: row for row in session.exec(select(DraftRow).order_by(col(DraftRow.position)))}


@pytest.fixture
def talk(ward: Ward) -> Talk:
    ward.link("Quân", "Lan", "Hà")
    return Talk(ward, MORNING)


@ON_BOTH
def test_one_doubt_after_the_other_until_none_is_left(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    overview = talk.say("Quân", "xem") or ""
    assert "5 chỗ cần xem lại" in overview and "nhắn: chỗ cần xem" in overview
    first = talk.say("Quân", "cho can xem") or ""
    assert "Chỗ 1/5 · “Tổ giúp việc CCHC”" in first and "1 dòng (I.3)" in first
    group = talk.say("Quân", "là VP") or ""
    assert "hiểu “Tổ giúp việc CCHC” là Văn phòng HĐND và UBND" in group
    assert "Chỗ 2/5 · “Các phòng, ban chuyên môn”" in group and "2 dòng (I.3, I.5)" in group
    when = talk.say("Quân", "gồm VHXH, KT") or ""
    assert "gồm VHXH, KT-HT-ĐT" in when and "Chỗ 3/5 · I.2 Hội nghị đối thoại" in when
    assert "mục “CÔNG TÁC CHỈ ĐẠO”" in when and "“Theo hình thức phù hợp”" in when
    secret = talk.say("Quân", "hạn 15/12/2025") or ""
    assert "I.2 Hội nghị đối thoại: hạn 15/12/2025" in secret
    assert "Chỗ 4/5 · I.4 nội dung hạn chế" in secret and "Rà soát vị trí" not in secret
    who = talk.say("Quân", "được") or ""
    assert "Chỗ 5/5 · I.5" in who and "chưa có đơn vị chủ trì" in who
    assert "hết chỗ cần xem" in (talk.say("Quân", "vp chu tri") or "")
    assert "xem lại" not in (talk.say("Quân", "xem") or "").replace("0 chỗ cần xem lại", "")

    assert "giữ như em đọc" not in (talk.say("Quân", "xác nhận") or "")
    leads = led_by(ward)
    assert leads == {1: {"VP"}, 2: {"VP"}, 3: {"VP"}, 4: {"VHXH"}, 5: {"VP"}}
    with transaction(ward.engine) as session:
        tasks = {task.number: task for task in session.exec(select(Task))}
        dues = {row[0]: row[1] for row in session.exec(select(Period.task_id, Period.printed_due_on))}
    assert [number for number, task in tasks.items() if task.restricted] == [4]
    assert f"{dues[tasks[2].id]:%d/%m/%Y}" == "15/12/2025"
    assert "Rà soát vị trí" not in (talk.say("Quân", "việc 4") or "")


def led_by(ward: Ward, role: PartyRole = PartyRole.LEAD) -> dict[int | None, set[str]]:
    """Short names of the units that have a part in each task."""
    names = {unit_id: name for name, unit_id in ward.units.items()}
    query = select(Task.number, Duty.unit_id).where(
        Duty.role == role, Duty.period_id == Period.id, Period.task_id == Task.id
    )
    found: dict[int | None, set[str]] = {}
    with transaction(ward.engine) as session:
        for number, unit_id in session.exec(query):
            found.setdefault(number, set()).add(names[unit_id])
    return found


def test_a_group_is_asked_about_once_and_known_to_the_next_plan(ward: Ward, talk: Talk) -> None:
    first = a_draft(ward)
    assert "“Các phòng, ban chuyên môn” gồm VP, VHXH" in (talk.say("Quân", "xem") or "")
    told = talk.say("Quân", '"Các phòng, ban chuyên môn" gồm VHXH và Phòng Kinh tế, Hạ tầng và Đô thị')
    assert told and "gồm VHXH, KT-HT-ĐT" in told
    assert "không mọi đơn vị" not in (talk.say("Quân", "xác nhận") or "")
    assert led_by(ward, PartyRole.COORDINATE)[5] == {"VHXH", "KT-HT-ĐT"}
    assert a_draft(ward) != first
    assert "ban chuyên môn” ở" not in (talk.say("Quân", "xem") or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Các phòng, ban chuyên môn" gồm VHXH, Sở Nội vụ', "chưa rõ “Sở Nội vụ”"),
        ('"Các phòng, ban chuyên môn" gồm tất cả', "gồm VP, VHXH, KT-HT-ĐT, TTPVHCC"),
        ("cac phong ban chuyen mon gom vhxh, kt", "gồm VHXH, KT-HT-ĐT"),
    ],
)
def test_what_a_group_can_be_said_to_be(ward: Ward, talk: Talk, text: str, told: str) -> None:
    a_draft(ward)
    assert told in (talk.say("Quân", text) or "")
    assert "không có kế hoạch nào" in (talk.say("Lan", text) or "")


def test_confirming_with_doubts_left_says_so(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    told = talk.say("Quân", "xác nhận") or ""
    assert "4 chỗ cần xem được giữ như em đọc" in told
    assert "“Các phòng, ban chuyên môn” được hiểu là mọi đơn vị" in told
    assert led_by(ward, PartyRole.COORDINATE)[5] == set(ward.units)
    with transaction(ward.engine) as session:
        assert session.exec(select(Task).where(col(Task.restricted))).one().number == 4


@ON_BOTH
def test_all_that_is_left_is_taken_at_once_and_back(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    before = {code: (row.doubts, row.reading) for code, row in rows(ward).items()}
    talk.say("Quân", "chỗ cần xem")
    talk.say("Quân", "bỏ qua")
    told = talk.say("Quân", "nhận hết") or ""
    assert "5 chỗ còn lại" in told
    assert "1 tên chưa rõ là đơn vị nào, 1 nhóm đơn vị, 1 về đơn vị, 1 về thời hạn, 1 về việc mật" in told
    assert "hết chỗ cần xem" in told
    assert not any(row.doubts for row in rows(ward).values())
    assert "bản nháp" in (talk.say("Quân", "hoàn tác") or "")
    after = rows(ward)
    assert {code: row.doubts for code, row in after.items()} == {code: doubts for code, (doubts, _) in before.items()}
    assert all(not row.reading.get("seen") for row in after.values())


def test_what_is_put_off_stays_and_a_doubt_can_be_chosen(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    assert "Chỗ 4/5" in (talk.say("Quân", "xem chỗ 4") or "")
    assert "Chỗ 5/5" in (talk.say("Quân", "bỏ qua") or "")
    assert "Chỗ 1/5" in (talk.say("Quân", "để sau") or "")
    for text in ("bỏ qua", "xem tiếp"):
        assert "Chỗ" in (talk.say("Quân", text) or "")
    end = talk.say("Quân", "bỏ qua") or ""
    assert "còn 5 chỗ anh để lại" in end
    assert "Chỗ 1/5" in (talk.say("Quân", "chỗ cần xem") or "")


def test_other_talk_in_between_changes_nothing_and_loses_no_place(ward: Ward, talk: Talk) -> None:
    plan_id = a_draft(ward)
    talk.say("Quân", "xem chỗ 3")
    talk.say("Quân", "việc của tôi")
    before = {code: (row.doubts, row.reading) for code, row in rows(ward).items()}
    for text in ("được", "bỏ qua", "hạn 15/12/2025", "nhận hết"):
        talk.say("Quân", "tình hình")
        again = talk.say("Quân", text) or ""
        assert "Em chưa ghi gì vì vừa nói chuyện khác" in again and "Chỗ 3/5" in again
    assert {code: (row.doubts, row.reading) for code, row in rows(ward).items()} == before
    assert "hạn 15/12/2025" in (talk.say("Quân", "hạn 15/12/2025") or "")

    talk.now = at("07/10/2025 08:00")
    assert "Chỗ" in (talk.say("Quân", "bỏ qua") or "")
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, plan_id).state is PlanState.DRAFT


def test_putting_off_never_throws_the_draft_away_and_the_offered_word_does(ward: Ward, talk: Talk) -> None:
    plan_id = a_draft(ward)

    def state() -> PlanState:
        with transaction(ward.engine) as session:
            return session.get_one(Plan, plan_id).state

    talk.say("Quân", "chỗ cần xem")
    for text in ("bỏ", *["bỏ qua"] * 6):
        talk.say("Quân", text)
    assert state() is PlanState.DRAFT
    talk.say("Quân", "chỗ cần xem")
    assert "bỏ" in (talk.say("Quân", "xem") or "")
    assert "đã bỏ bản nháp" in (talk.say("Quân", "bỏ") or "")
    assert state() is PlanState.WITHDRAWN


def test_thanks_in_between_are_no_other_talk(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    talk.say("Quân", "xem chỗ 3")
    assert talk.say("Quân", "cảm ơn em") is None
    assert "không có hạn" in (talk.say("Quân", "không có hạn") or "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hạn 30/02/2026", "chưa rõ “30/02/2026”"),
        ("hạn khi nào xong thì xong", "chưa"),
        ("VP không chủ trì", "chưa"),
        ("đừng", ""),
        ("chua ro", "chưa hiểu"),
    ],
)
def test_an_answer_that_is_not_clear_changes_nothing(ward: Ward, talk: Talk, text: str, told: str) -> None:
    a_draft(ward)
    talk.say("Quân", "xem chỗ 3")
    before = rows(ward)["I.2"].doubts
    assert told in (talk.say("Quân", text) or "")
    assert rows(ward)["I.2"].doubts == before


def test_something_else_said_of_the_line_is_taken_and_the_doubt_stands(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    talk.say("Quân", "xem chỗ 3")
    told = talk.say("Quân", "VHXH chủ trì") or ""
    assert "VHXH chủ trì" in told and "Chỗ 3/5 · I.2" in told
    assert rows(ward)["I.2"].reading["lead"] == ["Phòng Văn hóa – Xã hội"]
    assert rows(ward)["I.2"].doubts
    talk.say("Quân", "xem chỗ 1")
    assert "chưa rõ “tên: Tổ CCHC”" in (talk.say("Quân", "tên: Tổ CCHC") or ""), "a name is many lines"


def test_several_units_that_fit_are_asked_about(ward: Ward, talk: Talk) -> None:
    with transaction(ward.engine) as session:
        session.add(Unit(agency_id=ward.agency_id, name="Phòng Văn hóa – Thông tin", short_name="VHTT", position=9))
    a_draft(ward)
    talk.say("Quân", "xem chỗ 5")
    asked = talk.say("Quân", "phòng văn hóa chủ trì") or ""
    assert "A. Phòng Văn hóa – Xã hội · B. Phòng Văn hóa – Thông tin" in asked
    assert rows(ward)["I.5"].reading["lead"] == []
    talk.say("Quân", "B")
    assert rows(ward)["I.5"].reading["lead"] == ["Phòng Văn hóa – Thông tin"]


def test_a_line_is_marked_secret_by_its_code(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    assert "dòng I.1 là việc mật (1 dòng việc)" in (talk.say("Quân", "dòng I.1 mật") or "")
    assert rows(ward)["I.1"].reading["restricted"] is True
    assert "không phải việc mật" in (talk.say("Quân", "viec i.4 khong mat") or "")
    assert rows(ward)["I.4"].doubts == []
    assert "không thấy dòng I.9" in (talk.say("Quân", "dòng I.9 mật") or "")
    assert "không có kế hoạch nào" in (talk.say("Lan", "dòng I.1 mật") or "")
    talk.say("Quân", "xác nhận")
    with transaction(ward.engine) as session:
        assert [task.number for task in session.exec(select(Task).where(col(Task.restricted)))] == [1]


def test_a_short_title_that_was_cut_can_be_given(ward: Ward, talk: Talk) -> None:
    long = "Tuyên truyền, hướng dẫn tổ chức cá nhân thực hiện thủ tục hành chính phi địa giới trên cổng dịch vụ công"
    a_draft(ward, title=long)
    assert "1 tên ngắn bị cắt" in (talk.say("Quân", "xem") or "")
    shown = talk.say("Quân", "xem chỗ 6") or ""
    assert "tên ngắn bị cắt giữa câu" in shown
    assert "tên ngắn: Hướng dẫn thủ tục" in (talk.say("Quân", "tên: Hướng dẫn thủ tục") or "")
    assert rows(ward)["I.2"].reading["short_title"] == "Hướng dẫn thủ tục"


def test_only_who_reviews_sees_doubts(ward: Ward, talk: Talk) -> None:
    a_draft(ward)
    assert "không có kế hoạch nào" in (talk.say("Lan", "chỗ cần xem") or "")
    assert "Chỗ 1/5" in (talk.say("Hà", "chỗ cần xem") or "")
    assert talk.say("Lan", "được") is None
    assert rows(ward)["I.2"].doubts


def test_a_line_that_only_names_a_body_outside_is_shown_and_given_a_unit(ward: Ward, talk: Talk) -> None:
    a_draft(ward, lead=["Công an phường", "Sở Nội vụ"], deadline_text="", deadline=None, doubts=[])
    why = "Chỉ ghi đơn vị ngoài cơ quan “Công an phường”, “Sở Nội vụ”: chưa có đơn vị nào của cơ quan theo dõi."
    assert why in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "chỗ cần xem")
    talk.say("Quân", "bỏ qua")
    assert why in (talk.say("Quân", "bỏ qua") or "")
    assert "VHXH chủ trì" in (talk.say("Quân", "VHXH chủ trì") or "")
    assert why not in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "xác nhận")
    assert led_by(ward)[2] == {"VHXH"}


def test_a_body_outside_beside_a_unit_is_no_doubt(ward: Ward, talk: Talk) -> None:
    a_draft(ward, lead=["Công an phường", "Văn phòng HĐND và UBND"], deadline_text="", deadline=None, doubts=[])
    assert "ngoài cơ quan" not in (talk.say("Quân", "xem") or "")
