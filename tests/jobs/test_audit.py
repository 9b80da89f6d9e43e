"""The auditor beside the mornings: it agrees through an autumn, and sees what a hand has broken."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import select

from jobs.absences import apply_absences
from jobs.rules.working_days import WEEKENDS_ONLY
from jobs.ticks.year_end import year_end
from storage.database import transaction
from storage.kinds import (
    DateKind,
    DateOutcome,
    DutyState,
    EventKind,
    NoticeKind,
    NoticeState,
    PlanState,
    Role,
    SortedAs,
)
from storage.models.duties import DateChange
from storage.models.events import Event
from storage.models.messages import Notice
from storage.models.news import NewsItem, NewsQuota
from storage.models.organisation import Absence, Membership, Staff
from storage.models.plans import Plan, PlanContact
from storage.models.policies import LadderPolicy
from storage.models.proof import Audit
from storage.models.year_end import SortedLine
from storage.queries.ticks import record
from tests.engines import ON_BOTH
from tests.jobs.audits import EVERYBODY, alarms, audited, keep
from tests.jobs.mornings import answer, change, morning_of, october, send_all, tick, told
from tests.people import Ward, at


def a_year(ward: Ward, duties: dict[int, int], day: str) -> None:
    """What people do on some of the days."""
    when = at(f"{day} 10:00")
    match day:
        case "08/10/2025":
            change(ward, duties[30], state=DutyState.REPORTED, reported_on=when.date(), decider_id=ward.staff["Dũng"],
                   waits_for_product=True)  # fmt: skip
        case "10/10/2025":
            answer(ward, duties[18], "Lan", "2025-10", "đã bố trí", f"{day} 10:00")
        case "16/10/2025":
            change(ward, duties[50], returned_on=when.date(), state=DutyState.IN_PROGRESS)
        case "20/10/2025":
            told(
                ward, EventKind.DUE_SET, duties[8], by="Ánh", to="Lan", when=f"{day} 10:00", to_due_on=date(2025, 12, 1)
            )
        case "24/10/2025":
            change(ward, duties[2], state=DutyState.ACCEPTED, reported_on=when.date(), closed_on=when.date())
        case _other:
            what_waits_or_climbs(ward, duties, day)


def what_waits_or_climbs(ward: Ward, duties: dict[int, int], day: str) -> None:
    """Wishes, reports left lying, an explanation, lines sorted for the year's end."""
    when = at(f"{day} 10:00")
    match day:
        case "28/10/2025":  # Hà would decide, Thu stands in for her, Vinh for Thu
            keep(ward, DateChange(
                agency_id=ward.agency_id, duty_id=duties[7], which=DateKind.DUE, outcome=DateOutcome.WAITING, at=when,
                to_on=date(2026, 1, 30), asked_by_id=ward.staff["Lan"], decider_id=ward.staff["Vinh"],
            ))  # fmt: skip
        case "29/10/2025":
            change(ward, duties[29], state=DutyState.ACCEPTED, reported_on=when.date(), closed_on=when.date())
        case "30/10/2025":
            change(ward, duties[28], state=DutyState.REPORTED, reported_on=when.date(), decider_id=ward.staff["Dũng"])
        case "07/11/2025":
            change(ward, duties[28], state=DutyState.IN_PROGRESS, returned_on=when.date(), decider_id=None)
        case "06/11/2025":
            with transaction(ward.engine) as session:
                session.exec(select(DateChange)).one().outcome = DateOutcome.REFUSED
        case "04/12/2025":
            keep(ward, Event(
                agency_id=ward.agency_id, kind=EventKind.EXPLAINED, at=when, day=when.date(), by_id=ward.staff["Vinh"],
                for_id=ward.staff["Vinh"], duty_id=duties[26], text="chờ góp ý",
            ))  # fmt: skip
        case "10/12/2025":
            for number, choice, expected_on in ((8, SortedAs.CARRY, None), (30, SortedAs.LAST, date(2025, 12, 26)),
                                                (50, SortedAs.EARLY, date(2025, 12, 19))):  # fmt: skip
                keep(ward, SortedLine(
                    agency_id=ward.agency_id, duty_id=duties[number], choice=choice, expected_on=expected_on,
                    by_id=ward.staff["Lan"], day=when.date(), at=when,
                ))  # fmt: skip


def decided_and_announced(ward: Ward) -> None:
    """News of a unit, ladders of all, of the plan and of a person, three who will be away; one whose substitute is away too."""
    away = (("Tâm", "Lan", (2025, 11, 17), (2025, 11, 21)), ("Hà", "Thu", (2025, 10, 20), (2025, 10, 31)),
            ("Thu", "Vinh", (2025, 10, 27), (2025, 10, 29)), ("Vinh", "Phúc", (2025, 11, 26), (2025, 12, 2)),
            ("Ánh", "Hoa", (2025, 12, 8), (2025, 12, 10)))  # fmt: skip
    keep(
        ward,
        NewsQuota(agency_id=ward.agency_id, unit_id=ward.units["VHXH"], per_month=2),
        LadderPolicy(agency_id=ward.agency_id, from_on=date(2025, 12, 1), before=[12, 2], after=[1], weekdays_after=[3],
                     head_after=1, office_after=3, leaders_after=4, next_decider_after=1, keeper_after=2),
        LadderPolicy(agency_id=ward.agency_id, staff_id=ward.staff["Lan"], from_on=date(2025, 10, 9), before=[5, 1], after=[2], weekdays_after=[0],
                     head_after=9, office_after=19, leaders_after=29, next_decider_after=8, keeper_after=9),
        LadderPolicy(agency_id=ward.agency_id, plan_id=ward.plan_id, from_on=date(2025, 12, 31), before=[9, 4, 0], after=[1, 2], weekdays_after=[2],
                     head_after=2, office_after=4, leaders_after=6, next_decider_after=1, keeper_after=3),
        *(
            Absence(agency_id=ward.agency_id, staff_id=ward.staff[who], substitute_id=ward.staff[instead],
                    from_on=date(*first), to_on=date(*last), told_by_id=ward.staff[who])
            for who, instead, first, last in away
        ),
    )  # fmt: skip


def mornings(ward: Ward, last: date) -> int:
    """Every morning from October to `last`, each judged by the auditor, who must agree; how many he judged."""
    ward.link(*EVERYBODY)
    duties = october(ward)
    ward.give(27, "Đề án thoát nước", "KT-HT-ĐT", to="Vinh", due=date(2025, 11, 7))
    duties[29] = ward.give(29, "Lễ hội đình làng", "VHXH", due=date(2025, 10, 20))  # of the head who also coordinates
    duties[28] = ward.give(28, "Quy chế đô thị văn minh", "TTPVHCC", to="Phúc", due=date(2025, 12, 5))
    decided_and_announced(ward)
    day, judged = date(2025, 10, 1), 0
    while day <= last:
        # On some mornings the machine is off.
        if WEEKENDS_ONLY.is_working(day) and day.day % 11:
            text = f"{day:%d/%m/%Y}"
            with transaction(ward.engine) as session:
                year_end(session, at(f"{text} 00:10"))
            morning_of(ward, text)
            found = audited(ward, at(f"{text} 07:56"))
            assert not found, text
            judged += found == []
            a_year(ward, duties, text)
        day += timedelta(days=1)
    assert not alarms(ward)
    return judged


def test_the_auditor_agrees_with_the_mornings_of_a_month(ward: Ward) -> None:
    assert mornings(ward, date(2025, 10, 17)) > 8
    with transaction(ward.engine) as session:
        audits = session.exec(select(Audit)).all()
    # It judged people, not empty mornings.
    assert sum(a.owed for a in audits) > 3 * len(audits) and {a.owed == a.made for a in audits} == {True}


@pytest.mark.faults
def test_the_auditor_agrees_with_every_morning_of_an_autumn(ward: Ward) -> None:
    assert mornings(ward, date(2026, 1, 9)) > 60
    with transaction(ward.engine) as session:
        assert session.get_one(Plan, ward.plan_id).state is PlanState.CLOSING
        weekly = session.exec(select(Notice.day).where(Notice.kind == NoticeKind.WEEKLY)).all()
        assert len(set(weekly)) == len(weekly) >= 2


@ON_BOTH
def test_what_was_lost_added_or_doubled_is_told_to_the_admin_once(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    with transaction(ward.engine) as session:
        session.add(
            Membership(agency_id=ward.agency_id, staff_id=ward.staff["Phúc"], role=Role.ADMIN, from_on=date(2025, 1, 1))
        )
    morning_of(ward, "13/10/2025")
    with transaction(ward.engine) as session:
        of = {n.staff_id: n for n in session.exec(select(Notice).where(Notice.kind == NoticeKind.DIGEST))}
        session.delete(of[ward.staff["Lan"]])
        dropped, sent = of[ward.staff["Vinh"]], of[ward.staff["Hoa"]]
        dropped.state = NoticeState.DROPPED
        session.add(dropped)
        for who, kind in (("Hoa", "again"), ("Ánh", "none")):
            fields = sent.model_dump(exclude={"id"}) | {"key": f"hand/{kind}", "staff_id": ward.staff[who]}
            session.add(Notice(**fields))
    assert audited(ward, at("13/10/2025 07:54")) is None
    found = audited(ward, at("13/10/2025 07:55"))
    assert found == [["missing", "Lan"], ["twice", "Hoa"], ["unsent", "Vinh"], ["extra", "Ánh"]]
    told = alarms(ward)
    assert {who for who, _ in told} == {ward.staff["Phúc"]} and len(told) == 4
    assert "lẽ ra phải nhắc mà không có tin: chị Lan." in told[0][1] and "nhacviec doctor" in told[0][1]
    assert audited(ward, at("13/10/2025 08:30")) is None and len(alarms(ward)) == 4


def test_what_changed_since_the_morning_and_what_is_still_leaving_is_no_alarm(ward: Ward) -> None:
    ward.link("Lan", "Quân", "Vinh", "Phúc")
    duties = october(ward)
    tick(ward, at("13/10/2025 07:30"))
    send_all(ward, at("13/10/2025 07:31"), only="Lan")
    assert audited(ward, at("13/10/2025 07:56")) is None  # Vinh's is still leaving
    change(ward, duties[26], state=DutyState.REPORTED, reported_on=date(2025, 10, 13))
    with transaction(ward.engine) as session:
        session.add(
            Event(
                agency_id=ward.agency_id, kind=EventKind.REPORTED, at=at("13/10/2025 07:40"), day=date(2025, 10, 13),
                by_id=ward.staff["Vinh"], for_id=ward.staff["Vinh"], duty_id=duties[26],
            )
        )  # fmt: skip
    away_at_once(ward, "Lan", "Phúc", at("13/10/2025 07:50"))  # her message has left, his work has come later
    tick(ward, at("13/10/2025 07:45"))
    send_all(ward, at("13/10/2025 07:57"))  # what Vinh has reported is dropped
    assert audited(ward, at("13/10/2025 07:58")) == []


def away_at_once(ward: Ward, who: str, instead: str, now: datetime) -> None:
    """As the chat does it: the duties follow in the same transaction."""
    day, staff_id = now.date(), ward.staff[who]
    keep(
        ward,
        Absence(agency_id=ward.agency_id, staff_id=staff_id, substitute_id=ward.staff[instead], from_on=day, to_on=day,
                told_by_id=staff_id),
        Event(agency_id=ward.agency_id, kind=EventKind.AWAY_SET, at=now, day=day, by_id=staff_id, for_id=staff_id),
    )  # fmt: skip
    with transaction(ward.engine) as session:
        assert apply_absences(session, ward.agency_id, day)


@pytest.mark.parametrize("ran", ["13/10/2025 07:50", "10/10/2025 17:00"])
@ON_BOTH
def test_a_morning_nobody_looked_at_is_an_alarm_only_where_the_clock_came_by(ward: Ward, ran: str) -> None:
    ward.link("Quân")
    october(ward)
    with transaction(ward.engine) as session:
        record(session, "digests", at(ran))
    found = audited(ward, at("13/10/2025 08:00"))
    assert found == ([["no_morning", None]] if ran.startswith("13") else None)
    assert [who for who, _ in alarms(ward)] == [ward.staff["Quân"]] * ran.startswith("13")


def test_news_of_a_unit_whose_contact_has_left_is_asked_of_its_head(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    with transaction(ward.engine) as session:
        session.add(NewsQuota(agency_id=ward.agency_id, unit_id=ward.units["TTPVHCC"], per_month=1))
        session.add(
            PlanContact(
                agency_id=ward.agency_id, plan_id=ward.plan_id, unit_id=ward.units["TTPVHCC"], staff_id=ward.staff["Phúc"]
            )
        )  # fmt: skip
        session.get_one(Staff, ward.staff["Phúc"]).left_on = date(2025, 10, 15)
    assert "mới có 0/1 tin, bài" in morning_of(ward, "22/10/2025")["Dũng"].text
    assert audited(ward, at("22/10/2025 07:56")) == []


def test_it_agrees_on_which_day_a_change_is_a_reason_for_a_digest(ward: Ward) -> None:
    """An acceptance on Friday and one on Tuesday wait for the week's last worked day, a new owner is told at once."""
    ward.link("Lan", "Vinh", "Hoa", "Quân")
    for number, unit, to, kind, when in (
        (2, "VHXH", "Lan", EventKind.ACCEPTED, "17/10/2025 15:00"),
        (7, "KT-HT-ĐT", "Vinh", EventKind.ACCEPTED, "21/10/2025 15:00"),
        (30, "TTPVHCC", "Hoa", EventKind.DUE_SET, "21/10/2025 15:00"),
    ):
        duty = ward.give(number, f"Việc số {number}", unit, to=to, due=date(2025, 12, 31))
        if kind is EventKind.ACCEPTED:
            change(ward, duty, state=DutyState.ACCEPTED, reported_on=date(2025, 10, 17), closed_on=date(2025, 10, 17))
        told(ward, kind, duty, by="Quân", to=to, when=when)
    read = {}
    for day in (20, 21, 22, 23, 24, 27):
        read[day] = set(morning_of(ward, f"{day}/10/2025")) - {"Quân"}
        assert audited(ward, at(f"{day}/10/2025 08:00")) == []
    assert read == {20: set(), 21: set(), 22: {"Hoa"}, 23: set(), 24: {"Lan", "Vinh"}, 27: set()}


def test_it_agrees_that_news_typed_in_a_name_is_told(ward: Ward) -> None:
    ward.link("Lan", "Quân")
    with transaction(ward.engine) as session:
        item = NewsItem(
            agency_id=ward.agency_id, unit_id=ward.units["VHXH"], month="2025-10", serial=1, title="Ra quân",
            by_id=ward.staff["Quân"], at=at("20/10/2025 10:00"),
        )  # fmt: skip
        session.add(item)
        session.flush()
        item_id = item.id
    when = "20/10/2025 10:00"
    told(ward, EventKind.NEWS_SENT, None, by="Quân", to="Lan", when=when, news_item_id=item_id, text="Ra quân")
    assert "Ra quân" in morning_of(ward, "21/10/2025")["Lan"].text
    assert audited(ward, at("21/10/2025 08:00")) == []
