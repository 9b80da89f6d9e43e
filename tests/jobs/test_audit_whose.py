"""The auditor works out anew whose part it is: what the morning left with the wrong person is an alarm."""

from datetime import date, timedelta

import pytest

from jobs.absences import apply_absences
from storage.database import transaction
from storage.kinds import DateKind, DateOutcome, DutyState, EventKind
from storage.models.duties import DateChange
from storage.models.events import Event
from storage.models.organisation import Absence, Unit
from storage.models.plans import PlanContact
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.audits import EVERYBODY, audited, keep
from tests.jobs.mornings import change, morning_of, october
from tests.people import Ward, at

FRIDAY, MONDAY = date(2025, 10, 10), date(2025, 10, 13)


def away(ward: Ward, who: str, instead: str, first: date, last: date) -> None:
    keep(ward, Absence(agency_id=ward.agency_id, staff_id=ward.staff[who], substitute_id=ward.staff[instead],
                       from_on=first, to_on=last, told_by_id=ward.staff[who]))  # fmt: skip


@pytest.fixture
def nobody_applies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The morning forgets what begins and ends."""
    monkeypatch.setattr("jobs.ticks.digests.apply_absences", lambda *_: 0)


def judged(ward: Ward, day: str) -> tuple[set[str], list[list[object]] | None]:
    return set(morning_of(ward, day)), audited(ward, at(f"{day} 07:56"))


@ON_BOTH
def test_what_was_not_brought_to_the_substitute_is_an_alarm(ward: Ward, nobody_applies: None) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    away(ward, "Lan", "Phúc", MONDAY, MONDAY)
    written, found = judged(ward, "13/10/2025")
    assert not written & {"Lan", "Phúc"}, "nobody was told of Lan's five tasks"
    assert found == [["missing", "Phúc"]]


def test_what_did_not_come_back_from_the_substitute_is_an_alarm(ward: Ward, nobody_applies: None) -> None:
    ward.link(*EVERYBODY)
    october(ward)
    away(ward, "Lan", "Phúc", FRIDAY, FRIDAY)
    with transaction(ward.engine) as session:
        assert apply_absences(session, ward.agency_id, FRIDAY)
    written, found = judged(ward, "13/10/2025")
    assert "Phúc" in written and "Lan" not in written
    assert found == [["missing", "Lan"], ["extra", "Phúc"]]


def test_a_report_that_waits_for_who_is_away_is_an_alarm(ward: Ward, nobody_applies: None) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=date(2025, 12, 31))
    change(ward, duty, state=DutyState.REPORTED, reported_on=FRIDAY, decider_id=ward.staff["Dũng"])
    away(ward, "Dũng", "Phúc", MONDAY, MONDAY)
    written, found = judged(ward, "13/10/2025")
    assert "Phúc" not in written and found == [["missing", "Phúc"]]


def wish(ward: Ward, which: DateKind, *, asked_by: str, of: str) -> None:
    duty = ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=date(2025, 12, 31), target=date(2025, 11, 28))
    keep(ward, DateChange(agency_id=ward.agency_id, duty_id=duty, which=which, from_on=date(2025, 11, 28),
                          to_on=date(2025, 12, 5), reason="chờ Sở", asked_by_id=ward.staff[asked_by],
                          decider_id=ward.staff[of], outcome=DateOutcome.WAITING, at=at("09/10/2025 09:00")))  # fmt: skip


@ON_BOTH
def test_a_wish_for_a_date_goes_to_who_stands_in_and_comes_back(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    wish(ward, DateKind.TARGET, asked_by="Hoa", of="Dũng")
    away(ward, "Dũng", "Phúc", MONDAY, MONDAY)
    monday = morning_of(ward, "13/10/2025")
    assert "chị Hoa xin lùi mốc" in monday["Phúc"].text and "Dũng" not in monday
    assert audited(ward, at("13/10/2025 07:56")) == []
    tuesday = morning_of(ward, "14/10/2025")
    assert "chị Hoa xin lùi mốc" in tuesday["Dũng"].text and "Phúc" not in tuesday
    assert audited(ward, at("14/10/2025 07:56")) == []


def test_a_wish_left_with_who_is_away_is_an_alarm(ward: Ward, nobody_applies: None) -> None:
    ward.link(*EVERYBODY)
    wish(ward, DateKind.TARGET, asked_by="Hoa", of="Dũng")
    away(ward, "Dũng", "Phúc", date(2025, 10, 23), date(2025, 10, 23))
    written, found = judged(ward, "23/10/2025")
    assert "Phúc" not in written and found == [["missing", "Phúc"]]


def test_a_report_that_waits_for_who_only_stood_in_is_an_alarm(ward: Ward, nobody_applies: None) -> None:
    ward.link(*EVERYBODY)
    duty = ward.give(30, "Số hóa hồ sơ TTHC", "TTPVHCC", to="Hoa", due=date(2025, 12, 31))
    change(ward, duty, state=DutyState.REPORTED, reported_on=FRIDAY, decider_id=ward.staff["Phúc"])
    away(ward, "Dũng", "Phúc", FRIDAY, FRIDAY)
    assert judged(ward, "13/10/2025")[1] == [["missing", "Dũng"], ["extra", "Phúc"]]


@ON_BOTH
def test_who_reported_himself_does_not_decide(ward: Ward) -> None:
    """Dũng's own report went to the coordinator's head, and on to who stands in for that one."""
    ward.link(*EVERYBODY)
    duty = ward.give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=date(2025, 12, 31))
    change(ward, duty, state=DutyState.REPORTED, reported_on=FRIDAY, decider_id=ward.staff["Tâm"])
    dung = ward.staff["Dũng"]
    keep(ward, Event(agency_id=ward.agency_id, kind=EventKind.REPORTED, at=at("10/10/2025 10:00"), day=FRIDAY,
                     by_id=dung, for_id=dung, duty_id=duty))  # fmt: skip
    away(ward, "Tâm", "Lan", MONDAY, MONDAY)
    written, found = judged(ward, "13/10/2025")
    assert "Lan" in written and found == []


def test_of_a_merged_unit_the_living_one_is_told(ward: Ward) -> None:
    """The contact for the plan comes before the head; without him the head, then the keeper."""
    ward.link(*EVERYBODY)
    duty = ward.give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=date(2025, 10, 14))
    with transaction(ward.engine) as session:
        session.get_one(Unit, ward.units["TTPVHCC"]).merged_into_id = ward.units["KT-HT-ĐT"]
    change(ward, duty, recipient_id=ward.staff["Thu"])
    written, found = judged(ward, "13/10/2025")
    assert "Thu" in written and found == []
    keep(ward, PlanContact(agency_id=ward.agency_id, plan_id=ward.plan_id, unit_id=ward.units["KT-HT-ĐT"],
                           staff_id=ward.staff["Vinh"]))  # fmt: skip
    assert judged(ward, "14/10/2025")[1] == [["extra", "Thu"], ["missing", "Vinh"]]


def test_where_a_chain_of_substitutes_ends_in_its_middle_everything_goes_back(ward: Ward) -> None:
    """Thu is back while Lan, who stands in for her, is away herself and has sent it on to Phúc."""
    ward.link(*EVERYBODY)
    duty = ward.give(7, "Tập huấn CCHC", "KT-HT-ĐT", due=date(2025, 10, 14))
    away(ward, "Thu", "Lan", date(2025, 10, 6), FRIDAY)
    away(ward, "Lan", "Phúc", date(2025, 10, 8), MONDAY + timedelta(days=4))
    for day in (6, 8, 9, 10, 13, 14):
        written, found = judged(ward, f"{day:02}/10/2025")
        assert found == [], day
    assert "Thu" in written and "Phúc" not in written, duty


def test_a_contact_without_a_plan_is_told_and_one_named_later_that_day_is_no_difference(ward: Ward) -> None:
    ward.link(*EVERYBODY)
    ward.give(57, "Niêm yết địa chỉ nhận PAKN", "TTPVHCC", due=date(2025, 10, 14))
    talk = Talk(ward, at("10/10/2025 09:00"))
    talk.say("Dũng", "đầu mối của đơn vị là Hoa")
    written, found = judged(ward, "13/10/2025")
    assert "Hoa" in written and found == []
    talk.now = at("14/10/2025 07:40")
    assert "Hoa" in morning_of(ward, "14/10/2025")
    talk.say("Dũng", "đầu mối của đơn vị là Phúc")
    assert audited(ward, at("14/10/2025 08:00")) == []
