"""The log says where something failed and of which kind it was; names, titles and messages stay out of it."""

import logging
from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.logs import WithoutWords
from jobs.clock import MovableClock
from jobs.scheduler import TickPlan, run_tick
from storage.database import transaction
from storage.models.organisation import Staff, Unit
from tests.people import Ward, at


def same_name_twice(ward: Ward) -> list[Unit]:
    return [
        Unit(agency_id=ward.agency_id, name="Tổ Tạ Thị Kín", short_name="Tổ rà soát hồ sơ mật", position=n)
        for n in (8, 9)
    ]


def test_a_refused_row_is_logged_without_what_it_says(ward: Ward, caplog: pytest.LogCaptureFixture) -> None:
    def breaks(session: Session, _now: datetime) -> None:
        session.add_all(same_name_twice(ward))
        session.flush()

    assert not run_tick(ward.engine, MovableClock(at("13/10/2025 07:30")), TickPlan("digest", breaks))
    (record,) = caplog.records
    record.exc_text = None  # what the test's own handler made of it
    told = WithoutWords("%(levelname)s %(message)s").format(record)
    assert told.startswith("ERROR tick digest failed") and "in breaks" in told
    assert "sqlalchemy.exc.IntegrityError" in told
    assert "psycopg.errors.UniqueViolation" in told or "sqlite3.IntegrityError" in told
    assert "Kín" not in told and "mật" not in told


def test_the_database_s_error_holds_no_parameter(ward: Ward) -> None:
    with pytest.raises(IntegrityError) as refused, transaction(ward.engine) as session:
        session.add_all(same_name_twice(ward))
    assert "INSERT INTO unit" in str(refused.value)
    assert "hồ sơ mật" not in str(refused.value)
    with pytest.raises(IntegrityError) as refused, transaction(ward.engine) as session:
        session.add(Staff(agency_id=-1, full_name="Tạ Thị Kín", honorific="chị"))
    assert "Kín" not in str(refused.value)


def test_an_error_that_came_of_another_shows_both_kinds_and_no_words() -> None:
    title, name = "Trình UBND tỉnh ký", "Tạ Thị Kín"
    try:
        try:
            raise ValueError(title)
        except ValueError as error:
            raise KeyError(name) from error
    except KeyError as error:
        failed = (KeyError, error, error.__traceback__)
        record = logging.LogRecord("bot", logging.ERROR, __file__, 1, "failed", (), failed)
    told = WithoutWords().format(record)
    assert "builtins.KeyError" in told and "builtins.ValueError" in told
    assert name not in told and title not in told
