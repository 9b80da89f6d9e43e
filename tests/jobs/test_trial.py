"""The first days of an office: the keeper reads what everybody would be sent, nobody else is written to."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select

from jobs.messages.render import render
from jobs.preview import preview
from jobs.trial import MOST_A_MORNING
from storage.database import transaction
from storage.kinds import EventKind, NoticeKind, NoticeState, Role
from storage.models.channels import Chat
from storage.models.messages import Notice
from storage.models.organisation import Absence, Agency, Membership, Staff
from tests.engines import ON_BOTH
from tests.jobs.audits import audited
from tests.jobs.mornings import change, october, tick, told
from tests.people import Ward, at

EVERYBODY = ("Lan", "Tâm", "Quân", "Hà", "Dũng", "Hoa", "Phúc", "Thu", "Vinh", "Ánh")


@pytest.fixture
def ward(ward: Ward) -> Ward:
    """Set up on Friday 10/10; only the keeper and Lan have joined."""
    ward.link("Quân", "Lan")
    begin_trial(ward)
    return ward


def begin_trial(ward: Ward, live_at: datetime | None = None) -> None:
    with transaction(ward.engine) as session:
        agency = session.get_one(Agency, ward.agency_id)
        agency.trial_since, agency.live_at = date(2025, 10, 10), live_at
        session.add(agency)


def morning(ward: Ward, day: str, *, goes_live: str | None = None) -> dict[str, list[tuple[str, str]]]:
    """What leaves this morning, by whose chat it goes to: whose message it is, and its text."""
    now, left = at(f"{day} 07:30"), dict[str, list[tuple[str, str]]]()
    tick(ward, now)
    _leave(ward, now, left)
    if goes_live:
        begin_trial(ward, at(goes_live) + timedelta(seconds=30))
    tick(ward, now + timedelta(minutes=1))
    _leave(ward, now + timedelta(minutes=1), left)
    return left


def _leave(ward: Ward, now: datetime, left: dict[str, list[tuple[str, str]]]) -> None:
    chats = {chat_id: name for name, chat_id in ward.chats.items()}
    names = {staff_id: name for name, staff_id in ward.staff.items()}
    with transaction(ward.engine) as session:
        query = select(Notice).where(Notice.state == NoticeState.WAITING).order_by(col(Notice.priority), col(Notice.id))
        for notice in session.exec(query):
            made = render(session, notice, now)
            notice.state, notice.sent_at = NoticeState.SENT if made else NoticeState.DROPPED, now
            session.add(notice)
            if made:
                row = (names[notice.staff_id or 0], made.text)
                left.setdefault(chats[notice.chat_id or 0], []).append(row)
                assert len(made.text) < 1000
                assert notice.kind is not NoticeKind.TRIAL or not (made.about or made.buttons)


@ON_BOTH
def test_the_keeper_reads_every_message_under_its_reader_s_name_and_his_own_last(ward: Ward) -> None:
    october(ward)
    left = morning(ward, "13/10/2025")
    assert set(left) == {"Quân"}
    whose = [name for name, _ in left["Quân"]]
    assert whose[-1] == "Quân" and {"Lan", "Hoa", "Dũng"} < set(whose) and len(whose) == len(set(whose))
    of_lan = next(text for name, text in left["Quân"] if name == "Lan")
    assert of_lan.startswith("[Chạy thử] Tin này sẽ gửi chị Lan (VHXH):\nChào chị Lan, thứ Hai 13/10.")
    own = left["Quân"][-1][1]
    assert f"Chạy thử ngày thứ 2: {len(whose) - 1} tin của người khác ở trên, em chưa gửi ai." in own
    assert '"cho chạy"' in own and "Chưa nhắc được" not in own
    assert audited(ward, at("13/10/2025 07:56")) == []


def test_a_second_morning_does_not_repeat_the_first(ward: Ward) -> None:
    duties = october(ward)
    told(ward, EventKind.ASSIGNED, duties[57], by="Dũng", to="Phúc", when="10/10/2025 09:00")
    change(ward, duties[57], person_id=ward.staff["Phúc"], recipient_id=ward.staff["Phúc"])
    assert "Phúc" in dict(morning(ward, "13/10/2025")["Quân"])
    assert audited(ward, at("13/10/2025 07:56")) == []
    morning(ward, "14/10/2025")
    second = dict(morning(ward, "15/10/2025")["Quân"])
    assert "Lan" in second and "Phúc" not in second
    assert audited(ward, at("15/10/2025 07:56")) == []


@ON_BOTH
def test_from_cho_chay_on_each_reads_his_own_and_all_that_the_trial_kept_from_him(ward: Ward) -> None:
    october(ward)
    morning(ward, "13/10/2025")
    begin_trial(ward, at("13/10/2025 10:00"))
    left = morning(ward, "14/10/2025")
    assert [name for name, _ in left["Lan"]] == ["Lan"] and [name for name, _ in left["Quân"]] == ["Quân"]
    text = left["Lan"][0][1]
    assert text.startswith("Chào chị Lan") and "17. " in text and "2. " in text
    assert "Chạy thử" not in left["Quân"][0][1] and "Chưa nhắc được" in left["Quân"][0][1]
    assert audited(ward, at("14/10/2025 07:56")) == []


def test_said_before_the_morning_it_counts_that_morning(ward: Ward) -> None:
    october(ward)
    begin_trial(ward, at("13/10/2025 06:50"))
    left = morning(ward, "13/10/2025")
    assert [name for name, _ in left["Lan"]] == ["Lan"]


def test_said_in_the_middle_of_a_morning_it_counts_from_the_next(ward: Ward) -> None:
    october(ward)
    ward.link("Hà")
    left = morning(ward, "13/10/2025", goes_live="13/10/2025 07:30")
    assert set(left) == {"Quân"} and "Hà" in [name for name, _ in left["Quân"]]
    assert audited(ward, at("13/10/2025 07:56")) == []


def test_a_keeper_away_is_stood_in_for(ward: Ward) -> None:
    october(ward)
    with transaction(ward.engine) as session:
        session.add(
            Absence(
                agency_id=ward.agency_id, staff_id=ward.staff["Quân"], substitute_id=ward.staff["Lan"],
                from_on=date(2025, 10, 13), to_on=date(2025, 10, 17), told_by_id=ward.staff["Quân"],
            )
        )  # fmt: skip
    left = morning(ward, "13/10/2025")
    assert set(left) == {"Lan"} and len(left["Lan"]) > 2
    assert audited(ward, at("13/10/2025 07:56")) == []


def test_without_a_keeper_to_read_them_nobody_is_written_to(ward: Ward) -> None:
    october(ward)
    with transaction(ward.engine) as session:
        chat = session.get_one(Chat, ward.chats["Quân"])
        chat.staff_id = None
        session.add(chat)
    assert morning(ward, "13/10/2025") == {}
    assert audited(ward, at("13/10/2025 07:56")) == []


@ON_BOTH
def test_a_large_office_is_read_in_portions(ward: Ward) -> None:
    with transaction(ward.engine) as session:
        more = [Staff(agency_id=ward.agency_id, full_name=f"Trần Văn Số {chr(65 + n)}") for n in range(24)]
        session.add_all(more)
        session.flush()
        for person in more:
            ward.staff[person.full_name] = person.id
            session.add(
                Membership(
                    agency_id=ward.agency_id, staff_id=person.id, unit_id=ward.units["VP"], role=Role.STAFF,
                    from_on=date(2025, 1, 1),
                )
            )  # fmt: skip
    for n, person in enumerate(more):
        ward.give(100 + n, f"Việc {n}", "VP", to=person.full_name, target=date(2025, 10, 15))
    first = morning(ward, "14/10/2025")["Quân"]
    assert len(first) == MOST_A_MORNING + 1 and "em gửi dần các sáng sau" in first[-1][1]
    assert audited(ward, at("14/10/2025 07:56")) == []
    second = {name for name, _ in morning(ward, "15/10/2025")["Quân"]}
    assert {person.full_name for person in more} <= second | {name for name, _ in first}


@pytest.mark.parametrize("hour", ["06:00", "09:00"])
def test_preview_shows_the_mornings_as_they_will_be(ward: Ward, hour: str) -> None:
    october(ward)
    found = preview(ward.engine, date(2025, 10, 14), date(2025, 10, 14), at(f"13/10/2025 {hour}"))
    assert [agency.id for agency in found.on_trial] == [ward.agency_id]
    assert {"Nguyễn Thị Lan", "Đỗ Thị Hoa"} <= {one.to.staff.full_name for one in found.messages}
    assert all(one.kind is not NoticeKind.TRIAL and "Chạy thử" not in one.text for one in found.messages)


def test_an_office_of_before_has_no_trial(ward: Ward) -> None:
    with transaction(ward.engine) as session:
        agency = session.get_one(Agency, ward.agency_id)
        agency.trial_since = None
        session.add(agency)
    october(ward)
    assert "Lan" in morning(ward, "13/10/2025")
