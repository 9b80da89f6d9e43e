"""Which duty a number means."""

from datetime import date

from sqlmodel import select

from storage.kinds import DutyState, PartyRole
from storage.models.duties import Duty
from storage.models.plans import Task
from tests.bot.talk import Talk

Duties = dict[int, int]


def share(talk: Talk, duty_id: int, unit: str, to: str) -> int:
    """Another unit leads the same task too."""
    with talk.session() as session:
        first = session.get_one(Duty, duty_id)
        second = Duty(
            agency_id=first.agency_id, period_id=first.period_id, unit_id=talk.ward.units[unit], role=PartyRole.LEAD,
            recipient_id=talk.ward.staff[to], due_on=first.due_on,
        )  # fmt: skip
        session.add(second)
        session.commit()
        return second.id


def test_one_s_own_part_comes_before_others(talk: Talk, duties: Duties) -> None:
    other = share(talk, duties[7], "TTPVHCC", "Hoa")
    talk.say("Hoa", "xong 7")
    assert (talk.state(other), talk.state(duties[7])) == (DutyState.REPORTED, DutyState.OPEN)


def test_a_keeper_is_asked_which_unit_and_answers_with_its_name(talk: Talk, duties: Duties) -> None:
    other = share(talk, duties[30], "KT-HT-ĐT", "Thu")
    answer = talk.say("Quân", "xong 30")
    assert answer and "KT-HT-ĐT hay TTPVHCC" in answer and talk.events() == []
    talk.say("Quân", "kt-ht-dt")
    assert (talk.state(other), talk.state(duties[30])) == (DutyState.REPORTED, DutyState.OPEN)


def test_the_earliest_open_period_is_meant_and_named(talk: Talk) -> None:
    duty = talk.ward.give(40, "Báo cáo tháng", "VHXH", to="Lan", key="2025-09", due=date(2025, 9, 30))
    answer = talk.say("Lan", "xong 40 BC 3/BC-UBND")
    assert answer and "việc 40, kỳ tháng 9 – Báo cáo tháng" in answer
    assert talk.state(duty) is DutyState.REPORTED


def test_a_number_printed_before_another_of_his_tasks_is_asked_about(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        task = session.exec(select(Task).where(Task.number == 17)).one()
        task.printed_number = 2
        session.add(task)
        session.commit()
    answer = talk.say("Lan", "xong 2 KH 1/KH-UBND")
    assert answer and "2 (Kế hoạch kiểm tra CCHC) hay 17" in answer and talk.events() == []
    talk.say("Lan", "việc của tôi")
    talk.say("Lan", "xong 2 KH 1/KH-UBND")
    assert talk.state(duties[2]) is DutyState.REPORTED


def test_an_unknown_number_changes_nothing(talk: Talk, duties: Duties) -> None:
    answer = talk.say("Lan", "xong 99")
    assert answer and "không thấy việc 99" in answer and talk.events() == []


def test_a_coordinating_part_is_never_meant(talk: Talk, duties: Duties) -> None:
    with talk.session() as session:
        duty = session.get_one(Duty, duties[30])
        session.add(
            Duty(
                agency_id=duty.agency_id, period_id=duty.period_id, unit_id=talk.ward.units["VHXH"],
                role=PartyRole.COORDINATE, recipient_id=talk.ward.staff["Lan"],
            )
        )  # fmt: skip
        session.commit()
    answer = talk.say("Lan", "xong 30")
    assert answer and "chủ trì nên em chưa ghi gì" in answer and talk.events() == []


def test_a_head_who_names_another_unit_s_part_changes_nothing_of_her_own(talk: Talk, duties: Duties) -> None:
    own = share(talk, duties[30], "KT-HT-ĐT", "Thu")
    for text in ("xong 30 của TTPVHCC", "30 TTPVHCC xong", "30 của VHXH đạt 50%"):
        answer = talk.say("Thu", text)
        assert answer and "không phải do chị ghi nên em chưa ghi gì" in answer
    assert (talk.state(own), talk.state(duties[30]), talk.events()) == (DutyState.OPEN, DutyState.OPEN, [])


def test_who_may_record_for_all_records_the_part_named_and_says_whose(talk: Talk, duties: Duties) -> None:
    other = share(talk, duties[30], "KT-HT-ĐT", "Thu")
    answer = talk.say("Quân", "30 của KT-HT-ĐT đạt 40%")
    assert answer and "trên đây là phần của KT-HT-ĐT" in answer
    assert [e.percent for e in talk.entries(other)] == [40] and talk.entries(duties[30]) == []
    answer = talk.say("Quân", "xong 30 TTPVHCC")
    assert answer and "trên đây là phần của TTPVHCC" in answer
    assert (talk.state(duties[30]), talk.state(other)) == (DutyState.REPORTED, DutyState.IN_PROGRESS)


def test_one_part_is_handed_out_dated_and_taken_back(talk: Talk, duties: Duties) -> None:
    other = share(talk, duties[30], "KT-HT-ĐT", "Thu")
    answer = talk.say("Hà", "giao 30 của KT cho Vinh")
    assert answer and "anh Vinh" in answer and "phần của KT-HT-ĐT" in answer
    assert talk.duty(other).person_id == talk.ward.staff["Vinh"]
    talk.say("Hà", "mốc 30 của KT là 20/11")
    assert (talk.duty(other).target_on, talk.duty(duties[30]).target_on) == (date(2025, 11, 20), None)
    talk.say("Quân", "xong 30 của KT; xong 30 của TTPVHCC")
    talk.say("Quân", "mở lại 30 của KT")
    assert (talk.state(other), talk.state(duties[30])) == (DutyState.IN_PROGRESS, DutyState.REPORTED)


def test_a_task_said_to_be_somebody_s_must_be_his(talk: Talk, duties: Duties) -> None:
    talk.say("Lan", "xong 7")
    answer = talk.say("Tâm", "duyệt 7 của Quân")
    assert answer and "không phải của anh Quân nên em chưa ghi gì" in answer
    assert talk.state(duties[7]) is DutyState.REPORTED
    talk.say("Tâm", "duyệt 7 của Lan")
    assert talk.state(duties[7]) is DutyState.ACCEPTED
    talk.say("Tâm", "xong 18 của chị Hoa")
    talk.say("Tâm", "đúng")
    assert talk.state(duties[18]) is DutyState.OPEN
