"""A backup holds every row, of either engine, while somebody writes; a restored office repeats nothing."""

import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import col, select

from bot.commands.restore import restore
from bot.demo.build import build
from jobs.ticks.digests import digests
from storage.backup import NotABackup, Unfit, back_up, copy_rows, opened
from storage.database import open_engine, transaction
from storage.kinds import EventKind, NoticeState
from storage.migrate import migrate
from storage.models.events import Event, Telling
from storage.models.messages import Notice
from storage.models.organisation import Agency
from tests.engines import ON_BOTH
from tests.jobs.mornings import morning_of, october, tick
from tests.people import Ward, at
from tests.storage.filled import fill, rows

pytestmark = ON_BOTH


def test_every_row_goes_there_and_back_on_both_engines(engine: Engine, tmp_path: Path, sqlite_template: Path) -> None:
    fill(engine)
    before = rows(engine)
    path = tmp_path / "office.nhacviec"
    counts = back_up(engine, path)
    assert {name: len(lines) for name, lines in before.items()} == counts
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with transaction(engine) as session:
        session.add(Agency(id=999, name="one too many", short_name="x"))
    with opened(path) as source:
        copy_rows(source, engine)
    assert rows(engine) == before
    with transaction(engine) as session:  # new rows are numbered after the old ones
        agency = Agency(name="the next", short_name="y")
        session.add(agency)
        session.flush()
        assert agency.id > max(row["id"] for row in before["agency"])


def test_rows_that_point_at_later_rows_of_their_table_come_through(ward: Ward, tmp_path: Path) -> None:
    duty = october(ward)[2]
    with transaction(ward.engine) as session:
        first, second = (
            Event(
                agency_id=ward.agency_id, kind=kind, at=at("13/10/2025 08:00"), day=date(2025, 10, 13),
                by_id=ward.staff["Lan"], for_id=ward.staff["Lan"], duty_id=duty,
            )
            for kind in (EventKind.REPORTED, EventKind.UNDONE)
        )  # fmt: skip
        session.add_all([first, second])
        session.flush()
        first.undone_by_id = second.id
    path = tmp_path / "a"
    back_up(ward.engine, path)
    with opened(path) as source:
        copy_rows(source, ward.engine)
    with transaction(ward.engine) as session:
        assert session.get_one(Event, first.id).undone_by_id == second.id


@pytest.mark.faults
def test_a_backup_made_while_somebody_writes_is_of_one_moment(ward: Ward, tmp_path: Path) -> None:
    """Each write makes an event and its telling in one transaction: a backup has both or neither."""
    duty = october(ward)[2]
    stop, written = threading.Event(), threading.Event()

    def write() -> None:
        while not stop.is_set():
            with transaction(ward.engine) as session:
                event = Event(
                    agency_id=ward.agency_id, kind=EventKind.RECEIVED, at=at("13/10/2025 08:00"),
                    day=date(2025, 10, 13), by_id=ward.staff["Lan"], for_id=ward.staff["Lan"], duty_id=duty,
                )  # fmt: skip
                session.add(event)
                session.flush()
                session.add(Telling(agency_id=ward.agency_id, event_id=event.id, staff_id=ward.staff["Lan"]))
            written.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = []
        for n in range(3):
            written.clear()
            written.wait(10)
            counts = back_up(ward.engine, tmp_path / f"{n}")
            assert counts["event"] == counts["telling"] > 0
            kept.append(counts["event"])
    finally:
        stop.set()
        writer.join()
    assert kept == sorted(kept) and kept[0] < kept[-1]


def test_a_restored_office_sends_no_old_digest_again(ward: Ward, tmp_path: Path) -> None:
    ward.link("Lan", "Quân", "Hoa")
    october(ward)
    tick(ward, at("13/10/2025 07:30"))
    with transaction(ward.engine) as session:
        hers = session.exec(select(Notice).where(Notice.staff_id == ward.staff["Hoa"])).one()
        hers.state, hers.owner, hers.until = NoticeState.SENDING, "old", at("13/10/2025 07:31")
        session.add(hers)
    path = tmp_path / "a"
    back_up(ward.engine, path)
    morning_of(ward, "13/10/2025")

    with opened(path) as source:
        ended, _ = restore(source, ward.engine, at("13/10/2025 10:00"))
    assert ended == 2
    with transaction(ward.engine) as session:
        told = select(Notice.state, Notice.reason).where(col(Notice.staff_id).is_not(None)).order_by(col(Notice.id))
        found = {(state, reason) for state, reason in session.exec(told)}
        assert found == {(NoticeState.EXPIRED, "restored"), (NoticeState.UNKNOWN, "restored")}
        assert digests(session, at("13/10/2025 10:01")) == 0
    sent = morning_of(ward, "14/10/2025")
    assert {"Lan", "Quân"} <= sent.keys()

    with opened(path) as source:  # before the hour the morning is still to come
        restore(source, ward.engine, at("14/10/2025 06:00"))
    with transaction(ward.engine) as session:
        assert digests(session, at("14/10/2025 07:30")) > 0


def test_what_is_no_backup_changes_nothing(tmp_path: Path) -> None:
    def why(path: Path) -> Unfit:
        with pytest.raises(NotABackup) as refused, opened(path):
            pass
        return refused.value.why

    other, damaged, newer, empty = (tmp_path / name for name in "abcd")
    other.write_text("thư")
    empty.touch()
    engine = open_engine(f"sqlite:///{newer}")
    migrate(engine)
    build(engine)
    engine.dispose()
    data = newer.read_bytes()
    damaged.write_bytes(data[: len(data) // 2])
    engine = open_engine(f"sqlite:///{newer}")
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert why(tmp_path / "none") is Unfit.MISSING
    assert [why(path) for path in (other, damaged, empty)] == [Unfit.NO_BACKUP] * 3
    assert why(newer) is Unfit.NEWER
