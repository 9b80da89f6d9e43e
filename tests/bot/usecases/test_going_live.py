""" "Cho chạy": who may say it, what it answers, how it is taken back, and what is said of a morning of the trial."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from storage.database import transaction
from storage.kinds import EventKind, NoticeKind
from storage.models.messages import Notice
from storage.models.organisation import Agency
from tests.bot.talk import Talk
from tests.engines import ON_BOTH
from tests.jobs.audits import audited
from tests.jobs.mornings import tick
from tests.people import at

Duties = dict[int, int]


@pytest.fixture
def trial(talk: Talk) -> Talk:
    """Set up on Friday; it is Monday, 9:15."""
    with transaction(talk.ward.engine) as session:
        agency = session.get_one(Agency, talk.ward.agency_id)
        agency.trial_since = date(2025, 10, 10)
        session.add(agency)
    return talk


def live_at(talk: Talk) -> object:
    with talk.session() as session:
        return session.get_one(Agency, talk.ward.agency_id).live_at


def owed(talk: Talk, day: date) -> dict[NoticeKind, set[str]]:
    """Whose messages of a morning were owed, by kind."""
    names = {staff_id: name for name, staff_id in talk.ward.staff.items()}
    found: dict[NoticeKind, set[str]] = {}
    with talk.session() as session:
        query = select(Notice).where(Notice.day == day, Notice.key.like("%/%/%"), Notice.staff_id.is_not(None))  # type: ignore[attr-defined,union-attr]
        for notice in session.exec(query):
            if notice.kind in (NoticeKind.DIGEST, NoticeKind.TRIAL):
                found.setdefault(notice.kind, set()).add(names[notice.staff_id or 0])
    return found


@ON_BOTH
def test_the_keeper_says_it_once(trial: Talk, duties: Duties) -> None:
    tick(trial.ward, at("13/10/2025 07:30"))
    answer = trial.say("Quân", "cho chạy")
    assert answer == (
        "Dạ, đã cho chạy: từ sáng thứ Ba 14/10, mỗi người nhận tin của mình."
        ' 1/10 người chưa nhận được tin; nhắn "ai chưa kết nối" để xem. Nếu nhầm, anh nhắn "hoàn tác".'
    )
    assert [e.kind for e in trial.events()] == [EventKind.WENT_LIVE]
    assert "cơ quan đã chạy từ 13/10" in (trial.say("Quân", "cho chạy") or "")
    tick(trial.ward, at("13/10/2025 09:30"))
    assert NoticeKind.DIGEST not in owed(trial, date(2025, 10, 13)) or owed(trial, date(2025, 10, 13))[
        NoticeKind.DIGEST
    ] <= {"Quân"}
    tick(trial.ward, at("14/10/2025 07:30"))
    tomorrow = owed(trial, date(2025, 10, 14))
    assert "Lan" in tomorrow[NoticeKind.DIGEST] and NoticeKind.TRIAL not in tomorrow


def test_before_the_morning_it_begins_that_morning(trial: Talk, duties: Duties) -> None:
    trial.now = at("13/10/2025 06:45")
    assert "từ sáng thứ Hai 13/10" in (trial.say("Quân", "cho chạy") or "")
    tick(trial.ward, at("13/10/2025 07:30"))
    assert set(owed(trial, date(2025, 10, 13))) == {NoticeKind.DIGEST}


@ON_BOTH
def test_it_is_taken_back(trial: Talk, duties: Duties) -> None:
    tick(trial.ward, at("13/10/2025 07:30"))
    trial.say("Quân", "cho chạy")
    answer = trial.say("Quân", "hoàn tác") or ""
    assert "từ sáng thứ Ba 14/10, tin của mọi người lại gửi người theo dõi kế hoạch" in answer
    assert live_at(trial) is None
    tick(trial.ward, at("14/10/2025 07:30"))
    assert "Lan" in owed(trial, date(2025, 10, 14))[NoticeKind.TRIAL]


def test_taken_back_after_its_first_morning_the_auditor_is_not_alarmed(trial: Talk, duties: Duties) -> None:
    trial.now = at("13/10/2025 06:45")
    trial.say("Quân", "cho chạy")
    tick(trial.ward, at("13/10/2025 07:30"))
    trial.now += timedelta(hours=1)
    trial.say("Quân", "hoàn tác")
    assert not audited(trial.ward, at("13/10/2025 12:00"))


@pytest.mark.parametrize("name", ["Lan", "Tâm", "Hà", "Ánh"])
def test_nobody_else_decides_it(trial: Talk, name: str) -> None:
    assert "việc này do anh Quân hoặc quản trị quyết định" in (trial.say(name, "cho chạy") or "")
    assert live_at(trial) is None


def test_an_office_that_runs_is_left_as_it_is(talk: Talk) -> None:
    assert talk.say("Quân", "cho chạy") == "Dạ, mỗi người đang nhận tin của mình rồi, em không thay đổi gì."
    assert talk.events() == []


def test_of_a_morning_of_the_trial_nobody_is_said_to_be_reminded(trial: Talk, duties: Duties) -> None:
    tick(trial.ward, at("13/10/2025 07:30"))
    answer = trial.say("Quân", "sáng nay đã nhắc ai?") or ""
    assert answer.startswith("Chạy thử ngày thứ 2:") and "em chưa gửi ai" in answer
    assert "em chưa nhắc ai" in (trial.say("Quân", "ai đã được nhắc việc 17?") or "")
    assert "đang chạy thử" in (trial.say("Quân", "ai đã được nhắc việc 17?") or "")


def test_tomorrow_is_shown_as_it_will_be_and_who_reads_it(trial: Talk, duties: Duties) -> None:
    answer = trial.say("Quân", "xem trước sáng mai") or ""
    assert "đang chạy thử" in answer and "chị Lan" in answer
    assert "đang chạy thử" in (trial.say("Lan", "xem trước sáng mai") or "")


def test_nobody_is_reminded_by_a_word_while_the_trial_lasts(trial: Talk, duties: Duties) -> None:
    assert "em chưa nhắc ai: cơ quan đang chạy thử" in (trial.say("Quân", "nhắc hết") or "")
    assert "em chưa nhắc ai: cơ quan đang chạy thử" in (trial.say("Tâm", "nhắc chị Lan") or "")
    with trial.session() as session:
        assert not session.exec(select(Notice).where(Notice.kind == NoticeKind.URGED)).all()
