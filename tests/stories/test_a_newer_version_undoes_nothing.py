"""What a newer version of a plan must not undo: numbers, what people have settled, steps, quotas, what is secret."""

from datetime import date

from sqlmodel import select

from storage.database import transaction
from storage.kinds import DutyState, EventKind, PlanState
from storage.models.events import Event
from storage.models.news import NewsQuota
from storage.models.organisation import Unit
from storage.models.plans import Plan
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.people import Ward
from tests.stories.handed_in import Desk
from tests.stories.test_a_plan_is_corrected import MORNING, ROWS, hand_in, lines, paper


def followed(ward: Ward, rows: list[tuple[str, ...]] | None = None) -> Talk:
    """Quân has confirmed these rows; he and the heads are linked."""
    ward.link("Quân", "Hà", "Tâm", "Thu")
    hand_in(ward, paper(rows or ROWS))
    talk = Talk(ward, MORNING)
    talk.say("Quân", "xác nhận")
    return talk


def test_a_number_once_given_is_never_given_again(ward: Ward) -> None:
    talk = followed(ward)
    for rows in (ROWS[:4], ROWS):
        hand_in(ward, paper(rows))
        talk.say("Quân", "xác nhận")
    assert [line.duty.state for line in lines(ward, 5)] == [DutyState.CANCELLED]
    assert [line.task.title for line in lines(ward, 6)] == [ROWS[4][1]]
    assert "Thôi thực hiện theo bản mới" in (talk.say("Quân", "việc 5") or "")


def test_an_older_file_handed_in_again_is_compared_too(ward: Ward) -> None:
    ward.link("Quân")
    desk, talk = Desk(ward), Talk(ward, MORNING)
    first, second = paper(ROWS), paper(ROWS[:4])
    for data in (first, second):
        desk.hand_in("Quân", "kh.docx", data)
        talk.say("Quân", "xác nhận")
    assert "đã vào theo dõi" in (desk.hand_in("Quân", "kh.docx", second) or "")
    shown = desk.hand_in("Quân", "kh.docx", first) or ""
    assert "Đây là bản mới của KH 45/KH-UBND" in shown and "thêm 1" in shown


def test_what_the_keeper_settled_stays_while_the_paper_says_the_same(ward: Ward) -> None:
    ward.link("Quân", "Hà")
    rows = [*ROWS[:2], (*ROWS[2][:2], "", *ROWS[2][3:]), *ROWS[3:]]
    hand_in(ward, paper(rows))
    talk = Talk(ward, MORNING)
    for said in ("chỗ cần xem", "VP chủ trì", "dòng 4 mật", "xác nhận"):
        talk.say("Quân", said)
    assert "việc 3" in (talk.say("Hà", "xong 3 BC 12/BC-UBND") or "")
    rows[4] = (*ROWS[4][:3], "Trước ngày 10/08/2025", ROWS[4][4])
    hand_in(ward, paper(rows))
    assert "đổi 1, thêm 0, thôi 0" in (talk.say("Quân", "xem") or "")
    talk.say("Quân", "xác nhận")
    [third], [fourth] = lines(ward, 3), lines(ward, 4)
    assert (third.unit.id, third.duty.state) == (ward.units["VP"], DutyState.REPORTED)
    assert fourth.task.restricted


def test_a_restricted_line_is_not_named_in_the_difference(ward: Ward) -> None:
    talk = followed(ward)
    hand_in(ward, paper([*ROWS, ("6", "Rà soát lực lượng dự bị động viên (Mật)", ROWS[0][2], "Trong năm 2025", "")]))
    shown = talk.say("Quân", "xem") or ""
    assert "- dòng 6 nội dung hạn chế" in shown
    assert "dự bị" not in shown


def test_steps_go_on_by_their_day(ward: Ward) -> None:
    steps = ("6", "Số hóa hồ sơ lưu trữ", ROWS[0][2], "Đến 30/4/2025: 50%; đến 30/11/2025: 100%", "Báo cáo")
    talk = followed(ward, [*ROWS, steps])
    talk.say("Hà", "xong 6 BC 1/BC-UBND")
    more = (*steps[:3], "Đến 31/3/2025: 30%; đến 30/4/2025: 50%; đến 30/11/2025: 100%", steps[4])
    hand_in(ward, paper([*ROWS, more]))
    talk.say("Quân", "xác nhận")
    states = {line.period.printed_due_on: (line.period.key, line.duty.state) for line in lines(ward, 6)}
    assert states == {
        date(2025, 3, 31): ("m1", DutyState.OPEN),
        date(2025, 4, 30): ("m2", DutyState.REPORTED),
        date(2025, 11, 30): ("m3", DutyState.OPEN),
    }


@ON_BOTH
def test_news_asked_of_units_follows_the_paper(ward: Ward) -> None:
    def quotas() -> dict[int, int]:
        with transaction(ward.engine) as session:
            return {quota.unit_id: quota.per_month for quota in session.exec(select(NewsQuota))}

    talk = followed(ward)
    for n in (1, 2):
        asked = f"Gửi tối thiểu 0{n} tin, bài/tháng về Văn phòng"
        hand_in(ward, paper([*ROWS, ("6", asked, ROWS[2][2], "Định kỳ hằng tháng", "Tin, bài")]))
        talk.say("Quân", "xác nhận")
        assert quotas() == {ward.units["VHXH"]: n}
    hand_in(ward, paper(ROWS))
    talk.say("Quân", "xác nhận")
    assert quotas() == {}


@ON_BOTH
def test_a_merged_unit_is_the_one_it_became(ward: Ward) -> None:
    talk = followed(ward)
    with transaction(ward.engine) as session:
        unit = session.get_one(Unit, ward.units["KT-HT-ĐT"])
        unit.ended_on, unit.merged_into_id = date(2025, 3, 1), ward.units["VP"]
    fourth = (*ROWS[3][:2], "Văn phòng HĐND và UBND", "Trước ngày 15/11/2025", ROWS[3][4])
    hand_in(ward, paper([*ROWS[:3], fourth, ROWS[4]]))
    shown = talk.say("Quân", "xem") or ""
    assert "đổi 1" in shown and "chủ trì:" not in shown
    talk.say("Quân", "xác nhận")
    [line] = lines(ward, 4)
    assert (line.duty.state, line.duty.due_on) == (DutyState.OPEN, date(2025, 11, 14))
    assert "4. Rà soát hồ sơ đất đai tồn đọng – hạn 14/11" in talk.told("Hà")[-1]


def test_a_shorter_plan_that_calls_itself_no_amendment_replaces_the_older(ward: Ward) -> None:
    talk = followed(ward)
    hand_in(ward, paper(ROWS[:2]))
    assert "giữ nguyên 2 việc, đổi 0, thêm 0, thôi 3" in (talk.say("Quân", "xem") or "")


def test_a_newer_file_takes_the_place_of_a_draft(ward: Ward) -> None:
    ward.link("Quân")
    hand_in(ward, paper(ROWS))
    hand_in(ward, paper(ROWS[:4]))
    talk = Talk(ward, MORNING)
    assert "Bản nháp trước của kế hoạch này được thay bằng tệp mới" in (talk.say("Quân", "xem") or "")
    assert "4 dòng" in (talk.say("Quân", "xác nhận") or "")
    assert "không có kế hoạch" in (talk.say("Quân", "xem") or "")


def test_a_newer_version_is_not_taken_back_and_the_answer_says_why(ward: Ward) -> None:
    talk = followed(ward)
    hand_in(ward, paper(ROWS[:4]))
    talk.say("Quân", "xác nhận")
    assert "bản mới của KH 45/KH-UBND đã thay bản trước" in (talk.say("Quân", "bỏ xác nhận") or "")


def test_a_head_reads_the_nearest_five_and_how_to_hand_out(ward: Ward) -> None:
    steps = [
        (str(n), f"Hội thi lần thứ {n}", ROWS[2][2], f"Đến 30/{7 + n % 2}/2025: 50%; đến 30/11/2025: 100%", "")
        for n in range(6, 12)
    ]
    ward.link("Quân", "Hà", "Tâm")
    hand_in(ward, paper([*ROWS, *steps, ("12", "Việc chưa rõ ai làm", "Tổ công tác liên ngành", "Trong năm 2025", "")]))
    talk = Talk(ward, MORNING)
    confirmed = talk.say("Quân", "xác nhận") or ""
    assert "Chưa có đơn vị nào thực hiện, nên em chưa nhắc ai: việc 12." in confirmed
    told = talk.told("Tâm")[0].splitlines()
    assert [line.split(". ")[0] for line in told[1:6]] == ["6", "8", "10", "7", "9"]
    assert 'ví dụ: "giao 6 cho' in told[6]
    assert len(talk.told("Hà")[0].splitlines()) == 3  # nobody else works in that unit


def test_an_amendment_of_a_draft_puts_no_draft_away(ward: Ward) -> None:
    """The plan is not confirmed yet when its amendment comes: both stay, the plan is confirmed by itself."""
    ward.link("Quân")
    whole = hand_in(ward, paper(ROWS))
    title = "KẾ HOẠCH\nSửa đổi, bổ sung Kế hoạch số 45/KH-UBND về công tác trọng tâm năm 2025"
    hand_in(ward, paper([(*ROWS[1][:3], "Trước ngày 01/08/2025", ROWS[1][4])], "99/KH-UBND", title))
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, whole).state is PlanState.DRAFT


def test_a_confirmation_stands_while_a_newer_version_is_under_review(ward: Ward) -> None:
    talk = followed(ward)
    hand_in(ward, paper(ROWS[:4]))
    refused = talk.say("Quân", "bỏ xác nhận") or ""
    assert "đang có bản nháp của bản mới" in refused
    assert len(lines(ward, 5)) == 1
    assert "đã bỏ bản nháp" in (talk.say("Quân", "bỏ") or "")
    assert "đã bỏ xác nhận KH 45/KH-UBND" in (talk.say("Quân", "bỏ xác nhận") or "")


@ON_BOTH
def test_the_ledger_says_who_handed_a_file_in(ward: Ward) -> None:
    ward.link("Hà")
    Desk(ward).hand_in("Hà", "kh.docx", paper(ROWS))
    with transaction(ward.engine) as session:
        [event] = session.exec(select(Event).where(Event.kind == EventKind.PLAN_IMPORTED)).all()
    assert event.by_id == ward.staff["Hà"]


def test_a_draft_put_away_is_an_event(ward: Ward) -> None:
    ward.link("Quân")
    older = hand_in(ward, paper(ROWS))
    hand_in(ward, paper(ROWS[:4]))
    with transaction(ward.engine) as session:
        [event] = session.exec(select(Event).where(Event.kind == EventKind.PLAN_DISCARDED)).all()
    assert event.plan_id == older
