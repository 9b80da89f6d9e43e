"""Dates in chat: wished for, granted, refused, ordered, first given; who is told, and how it is taken back."""

from datetime import date

import pytest
from sqlmodel import select

from jobs.as_of import duties_as_of
from jobs.rules.date_changes import extensions, is_explained
from storage.database import transaction
from storage.kinds import DateOutcome, DueSetBy, DutyState, EventKind, PartyRole
from storage.models.duties import DateChange, Duty
from storage.models.plans import Task
from storage.queries.dates import explanations_of, moves_of
from storage.queries.duties import lines_by_number
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.mornings import change, morning_of
from tests.people import at

Duties = dict[int, int]
YEAR_END = date(2025, 12, 31)


def moves(talk: Talk, duty_id: int) -> list[DateChange]:
    with talk.session() as session:
        return moves_of(session, talk.ward.agency_id, duty_id)


def outcomes(talk: Talk, duty_id: int) -> list[DateOutcome]:
    return [move.outcome for move in moves(talk, duty_id)]


def set_above(talk: Talk, number: int) -> None:
    with transaction(talk.ward.engine) as session:
        task = session.exec(select(Task).where(Task.number == number)).one()
        task.due_set_by = DueSetBy.ABOVE
        session.add(task)


def test_more_time_is_wished_for_offered_shorter_and_reminded_of_by_the_new_date_only(
    talk: Talk, duties: Duties
) -> None:
    asked = talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường")
    assert asked and "chuyển anh Tâm: lùi mốc nội bộ việc 7 – Tập huấn CCHC từ 22/10 đến thứ Năm 30/10" in asked
    assert "lý do chờ hội trường (lần 1)" in asked and "cũ giữ nguyên" in asked and 'nhắn "hoàn tác"' in asked
    assert talk.told("Tâm") == [] and talk.duty(duties[7]).target_on == date(2025, 10, 22)
    head = morning_of(talk.ward, "14/10/2025")["Tâm"].text
    assert "7. Tập huấn CCHC – chị Lan xin lùi mốc từ 22/10 đến 30/10, lý do: chờ hội trường" in head
    assert '"đồng ý 7"' in head
    assert "Xin ý kiến anh\n7. Tập huấn CCHC – xin lùi đến 30/10" in (talk.say("Tâm", "việc của tôi") or "")

    talk.now = at("14/10/2025 09:00")
    granted = talk.say("Tâm", "đồng ý 7 đến 28/10")
    assert granted and "đến thứ Ba 28/10. Đề nghị là đến 30/10." in granted and "Hạn theo kế hoạch 31/12" in granted
    [move] = moves(talk, duties[7])
    assert (move.outcome, move.from_on, move.to_on, move.asked_for) == (
        DateOutcome.GRANTED, date(2025, 10, 22), date(2025, 10, 28), date(2025, 10, 30),
    )  # fmt: skip
    assert extensions([move]) == 0  # an internal date is no gia hạn
    assert (
        "Anh Tâm đồng ý lùi mốc nội bộ việc 7 – Tập huấn CCHC đến 28/10"
        in morning_of(talk.ward, "15/10/2025")["Lan"].text
    )
    late, _, soon = morning_of(talk.ward, "23/10/2025")["Lan"].text.partition("Sắp đến")
    assert "\n7." not in late and "7. Tập huấn CCHC – mốc thứ Ba 28/10" in soon
    assert "7. Tập huấn CCHC – mốc thứ Ba 28/10" in morning_of(talk.ward, "27/10/2025")["Lan"].text
    again = talk.say("Lan", "xin lùi 7 đến 20/11 vì trùng họp")
    assert again and "từ 28/10 đến thứ Năm 20/11" in again and "(lần 2)" in again


@ON_BOTH
def test_an_official_date_is_the_head_of_office_s_and_counts_as_an_extension(talk: Talk, duties: Duties) -> None:
    asked = talk.say("Hoa", "xin lùi 30 đến 20/1 vì chờ máy quét")
    assert asked and "chuyển chị Hà: lùi hạn việc 30" in asked and "từ 31/12 đến thứ Ba 20/01/2026" in asked
    refused = talk.say("Dũng", "đồng ý lùi 30")
    assert refused and "do chị Hà quyết định" in refused
    assert talk.say("Hoa", "đồng ý lùi 30") and talk.duty(duties[30]).due_on == YEAR_END
    talk.say("Hà", "đồng ý 30")
    duty = talk.duty(duties[30])
    assert (duty.due_on, duty.state) == (date(2026, 1, 20), DutyState.OPEN)
    done = moves(talk, duties[30])
    assert extensions(done) == 1
    with talk.session() as session:
        day_before = duties_as_of(session, talk.ward.agency_id, date(2025, 10, 12), talk.now.date())
    assert next(d.due_on for d in day_before if d.line.duty.id == duties[30]) == YEAR_END
    assert "chị Hà đã cập nhật" in (talk.say("Hoa", "hoàn tác") or "")
    talk.say("Hà", "hoàn tác")
    assert talk.duty(duties[30]).due_on == YEAR_END and outcomes(talk, duties[30]) == [DateOutcome.WAITING]


def test_a_refusal_wants_a_reason_and_is_told_at_once(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    [wish] = talk.told("Tâm")  # the date has passed, so it does not wait for the morning
    assert wish.startswith("Xin ý kiến anh Tâm: chị Lan xin lùi mốc nội bộ việc 17") and "đồng ý 17 ·" in wish
    answer = talk.say("Tâm", "không lùi 17")
    assert answer and "chưa có lý do" in answer and outcomes(talk, duties[17]) == [DateOutcome.WAITING]
    talk.say("Tâm", "không lùi 17: cần trước kỳ họp HĐND")
    [told] = talk.told("Lan")
    assert "Anh Tâm chưa đồng ý lùi mốc nội bộ việc 17" in told and "lý do: cần trước kỳ họp HĐND" in told
    assert "Mốc nội bộ vẫn là 08/10" in told and outcomes(talk, duties[17]) == [DateOutcome.REFUSED]
    talk.say("Tâm", "hoàn tác")
    assert outcomes(talk, duties[17]) == [DateOutcome.WAITING]
    assert "đã bỏ điều vừa ghi" in talk.told("Lan")[-1]
    talk.say("Lan", "xin lùi 17 đến 27/10 vì chờ Sở Nội vụ")
    assert outcomes(talk, duties[17]) == [DateOutcome.REPLACED, DateOutcome.WAITING]
    talk.say("Lan", "hoàn tác 17")
    assert outcomes(talk, duties[17]) == [DateOutcome.WAITING, DateOutcome.WITHDRAWN]


def test_the_day_asked_for_after_a_refusal_is_wished_for(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Tâm", "không lùi 17: cần trước kỳ họp HĐND")
    assert "cho em xin ngày dự kiến xong" in talk.told("Lan")[-1]
    answer = talk.say("Lan", "17 dự kiến xong 20/10")
    assert answer and "20/10" in answer and "chờ Sở" in answer
    assert outcomes(talk, duties[17]) == [DateOutcome.REFUSED, DateOutcome.WAITING]
    assert talk.duty(duties[17]).target_on == date(2025, 10, 8)


def test_a_day_expected_is_progress_where_nothing_was_refused(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "17 dự kiến xong 20/10")
    assert outcomes(talk, duties[17]) == []
    talk.say("Lan", "xin lùi 17 đến 24/10 vì chờ Sở")
    talk.say("Tâm", "không lùi 17: cần trước kỳ họp HĐND")
    talk.say("Lan", "17 đã lấy ý kiến xong 3 phòng, dự kiến 20/10 trình ký")
    assert outcomes(talk, duties[17]) == [DateOutcome.REFUSED]


def test_one_word_decides_reports_and_wishes(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 2 KH 45/KH-UBND")
    talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường; xin lùi 17 đến 24/10 vì chờ Sở")
    answer = talk.say("Tâm", "duyệt hết trừ 17")
    assert answer and "duyệt việc 2" in answer and "đồng ý lùi mốc nội bộ việc 7" in answer
    assert (talk.state(duties[2]), talk.duty(duties[7]).target_on) == (DutyState.ACCEPTED, date(2025, 10, 30))
    assert outcomes(talk, duties[17]) == [DateOutcome.WAITING]
    talk.shows("Tâm", duties[17])
    talk.say("Tâm", "đồng ý", reply_to="m1")
    assert talk.duty(duties[17]).target_on == date(2025, 10, 24)
    talk.say("Lan", "xong 7")
    answer = talk.say("Tâm", "không lùi 7: gấp")  # a word on a wish sends no report back
    assert answer and "không có đề nghị lùi" in answer and talk.state(duties[7]) is DutyState.REPORTED


def test_who_decides_a_date_orders_it_and_the_answer_says_which_moved(talk: Talk, duties: Duties) -> None:
    assert "hạn của việc 26 – Quy chế quản lý tài sản công: thứ Sáu 05/12. Trước đó là 30/09." in (
        talk.say("Hà", "hạn việc 26 là 5/12") or ""
    )
    assert "mốc nội bộ của việc 30 – Số hóa hồ sơ TTHC: thứ Sáu 05/12. Hạn theo kế hoạch 31/12 không đổi" in (
        talk.say("Quân", "hạn việc 30 là 5/12") or ""
    )
    assert "mốc nội bộ của việc 2" in (talk.say("Tâm", "mốc việc 2 là 20/11") or "")
    assert (talk.duty(duties[26]).due_on, talk.duty(duties[30]).due_on) == (date(2025, 12, 5), YEAR_END)
    assert (talk.duty(duties[2]).target_on, talk.duty(duties[30]).target_on) == (date(2025, 11, 20), date(2025, 12, 5))
    assert outcomes(talk, duties[2]) == [DateOutcome.ORDERED] and extensions(moves(talk, duties[26])) == 0
    answer = talk.say("Ánh", "hạn việc 2 là 10/11")  # an internal date never lies past the official one
    assert answer and "Mốc nội bộ chuyển về cùng ngày" in answer
    assert (talk.duty(duties[2]).due_on, talk.duty(duties[2]).target_on) == (date(2025, 11, 10), date(2025, 11, 10))
    talk.say("Ánh", "hoàn tác")
    assert (talk.duty(duties[2]).due_on, talk.duty(duties[2]).target_on) == (YEAR_END, date(2025, 11, 20))
    near = talk.say("Tâm", "hạn việc 7 là 15/10")
    assert near and "Em báo chị Lan ngay" in near and "Anh Tâm đặt mốc nội bộ của việc 7" in talk.told("Lan")[0]
    assert "Anh Quân đặt mốc nội bộ việc 30" in morning_of(talk.ward, "14/10/2025")["Hoa"].text


def test_the_first_date_of_the_undated_holds_for_every_unit(talk: Talk, duties: Duties) -> None:
    with transaction(talk.ward.engine) as session:
        first = session.get_one(Duty, duties[8])
        session.add_all(
            Duty(agency_id=first.agency_id, period_id=first.period_id, unit_id=talk.ward.units[unit], role=role,
                 recipient_id=talk.ward.staff[who])
            for unit, role, who in (("TTPVHCC", PartyRole.LEAD, "Dũng"), ("VP", PartyRole.COORDINATE, "Hà"))
        )  # fmt: skip
    assert "chưa có hạn nên chưa phải xin lùi" in (talk.say("Lan", "xin lùi 8 đến 1/12 vì bận") or "")
    answer = talk.say("Quân", "hạn việc 8 là 5/12")
    assert answer and "Ghi cho cả 2 đơn vị chủ trì" in answer and answer.count("việc 8") == 1

    def due_days() -> list[date | None]:
        with talk.session() as session:
            return [x.duty.due_on for x in lines_by_number(session, talk.ward.agency_id, 8)]

    assert due_days() == [date(2025, 12, 5)] * 3
    assert "hạn việc 8" in morning_of(talk.ward, "14/10/2025")["Dũng"].text
    undone = talk.say("Quân", "hoàn tác 8")
    assert undone and undone.count("việc 8") == 1 and "việc lại chưa có hạn" in undone
    assert due_days() == [None] * 3


@pytest.mark.parametrize(
    ("who", "typed", "told"),
    [
        ("Lan", "xin lùi 7 đến 30/10", "vì chưa có lý do"),
        ("Lan", "xin lùi 7 vì chờ Sở", "chưa rõ ngày mới"),
        ("Lan", "xin lùi 7 đến 31/02 vì chờ Sở", "chưa rõ ngày mới"),
        ("Lan", "xin lùi 7 đến 10/10/2025 vì chờ Sở", "ngày 10/10 đã qua"),
        ("Lan", "xin lùi 7 đến 20/10 vì chờ Sở", "không muộn hơn mốc nội bộ hiện nay 22/10"),
        ("Lan", "xin lùi mốc 7 đến 20/1 vì chờ Sở", "mốc nội bộ 20/01/2026 sau hạn theo kế hoạch 31/12"),
        ("Tâm", "mốc việc 7 là 10/10", "mốc nội bộ 10/10/2026 sau hạn"),  # a past day means next year
        ("Tâm", "mốc việc 7 là 10/10/2025", 'ví dụ: "mốc việc 7 là'),
        ("Thu", "mốc việc 26 là 20/10", 'ví dụ: "xin lùi 26 đến 20/10 vì'),  # past its official date
        ("Tâm", "mốc việc 7 là 22/10", "đã có mốc nội bộ 22/10"),
        ("Tâm", "bỏ hạn việc 7", "do Chánh Văn phòng hoặc lãnh đạo quyết định"),
        ("Ánh", "mốc việc 7 là 30/10", "do trưởng đơn vị hoặc người theo dõi kế hoạch quyết định"),
        ("Hà", "xin lùi 30 đến 20/12 vì bận", "20/12 sớm hơn hạn hiện nay 31/12 nên em chưa lùi việc 30"),
        ("Hà", "lui 30 den 20/12", 'ví dụ: "hạn việc 30 là 20/12"'),
        ("Hà", "gia hạn việc 30 đến 20/12", 'ví dụ: "hạn việc 30 là 20/12"'),
        ("Tâm", "lùi mốc 7 đến 20/10", 'ví dụ: "mốc việc 7 là 20/10"'),
        ("Hoa", "xin lùi 7 đến 30/10 vì chờ Sở", "Phòng Văn hóa – Xã hội chủ trì"),
        ("Lan", "xin lùi 99 đến 30/10 vì chờ Sở", "không thấy việc 99"),
        ("Lan", "đồng ý lùi 7", "không có đề nghị lùi"),
        ("Lan", "giải trình 7", "chưa rõ lý do"),
    ],
)
def test_what_cannot_be_is_answered_with_what_can(talk: Talk, duties: Duties, who: str, typed: str, told: str) -> None:
    answer = talk.say(who, typed)
    assert answer and told in answer, answer
    assert talk.events() == [] and moves(talk, duties[7]) == []


def test_an_earlier_day_said_plainly_shortens(talk: Talk, duties: Duties) -> None:
    talk.say("Hà", "lùi 30 đến 20/12")
    answer = talk.say("Hà", "hạn việc 30 là 20/12")
    assert answer and "Trước đó là 31/12" in answer and talk.duty(duties[30]).due_on == date(2025, 12, 20)
    talk.say("Hà", "lùi 30 đến 25/12")
    assert talk.duty(duties[30]).due_on == date(2025, 12, 25)


def test_a_date_set_above_moves_by_no_word_here_and_its_reason_is_kept(talk: Talk, duties: Duties) -> None:
    set_above(talk, 30)
    answer = talk.say("Hoa", "xin lùi 30 đến 20/1 vì chờ máy quét")
    assert answer and "do cấp trên quyết định" in answer and "Em đã ghi lý do" in answer
    assert "do cấp trên quyết định" in (talk.say("Hà", "hạn việc 30 là 20/1") or "")
    assert talk.duty(duties[30]).due_on == YEAR_END and moves(talk, duties[30]) == []
    assert "Chị Hoa giải trình việc 30" in morning_of(talk.ward, "14/10/2025")["Dũng"].text


def test_nobody_decides_his_own_wish_and_reported_work_needs_none(talk: Talk, duties: Duties) -> None:
    mine = talk.ward.give(40, "Báo cáo văn thư", "VP", to="Hà", due=date(2025, 11, 3))
    answer = talk.say("Hà", "xin lùi 40 đến 10/11 vì chờ số liệu")
    assert answer and "chuyển chị Ánh: lùi hạn việc 40" in answer
    talk.say("Ánh", "đồng ý 40")
    assert talk.duty(mine).due_on == date(2025, 11, 10)
    talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường; xong 8")
    talk.say("Lan", "xong 7")
    assert "đã báo xong" in (talk.say("Lan", "xin lùi 7 đến 5/11 vì bận") or "")
    assert "xin lùi" not in morning_of(talk.ward, "14/10/2025")["Tâm"].text


def test_an_explanation_is_kept_and_known_since_the_date_passed(talk: Talk, duties: Duties) -> None:
    change(talk.ward, duties[18], due_on=date(2025, 10, 10))
    answer = talk.say("Lan", "giải trình 18: chờ văn bản của Sở")
    assert answer and "giải trình của việc 18 – Bố trí lãnh đạo phòng: chờ văn bản của Sở" in answer
    card = talk.say("Tâm", "việc 18")
    assert card and "giải trình 13/10: chờ văn bản của Sở" in card
    assert "giải trình" not in (talk.say("Hoa", "việc 18") or "")  # reasons stay within the unit
    with talk.session() as session:
        days = [event.day for event in explanations_of(session, talk.ward.agency_id, [duties[18]])]
    assert is_explained(date(2025, 10, 10), days)
    assert (
        "Chị Lan giải trình việc 18 – Bố trí lãnh đạo phòng: chờ văn bản"
        in morning_of(talk.ward, "14/10/2025")["Tâm"].text
    )
    talk.say("Lan", "hoàn tác")
    with talk.session() as session:
        assert explanations_of(session, talk.ward.agency_id, [duties[18]]) == []
    assert [event.kind for event in talk.events()] == [EventKind.EXPLAINED, EventKind.UNDONE]


@pytest.mark.parametrize(
    "said", ["cho Lan đến 28 thôi", "đến 28/10", "đồng ý 7 nhưng đến 28/10", "lùi đến 28/10 là tối đa"]
)
def test_the_day_a_head_offers_is_the_one_granted(talk: Talk, duties: Duties, said: str) -> None:
    talk.say("Lan", "xin lùi 7 đến 30/10 vì chờ hội trường")
    granted = talk.say("Tâm", said)
    assert granted and "đến thứ Ba 28/10. Đề nghị là đến 30/10." in granted
    assert talk.duty(duties[7]).target_on == date(2025, 10, 28)


def test_a_day_offered_where_no_wish_waits_accepts_nothing(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 8 12 tin")
    state = talk.duty(duties[8]).state
    assert "không thấy đề nghị lùi nào" in (talk.say("Tâm", "đến 28/10") or "")
    assert talk.duty(duties[8]).state is state


def test_a_wish_that_another_decides_is_not_said_to_be_none(talk: Talk, duties: Duties) -> None:
    talk.say("Quân", "ghi hộ anh Vinh: xin lùi 26 đến 31/12 vì chờ Sở")
    answer = talk.say("Thu", "đồng ý 26")
    assert answer and "do chị Hà quyết định" in answer
