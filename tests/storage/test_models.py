"""Constraints carry the promises: a row of another agency, a second key or a naive instant cannot be stored."""

from datetime import datetime

import pytest
from alembic import command
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, StatementError

from storage.database import transaction
from storage.kinds import NoticeKind, PartyRole
from storage.migrate import config_for
from storage.models.channels import Invite
from storage.models.duties import Duty
from storage.models.messages import Notice
from storage.revision import revisions
from tests.engines import ON_BOTH
from tests.people import Ward, at, build_ward

pytestmark = ON_BOTH


def test_a_duty_cannot_point_into_another_agency(ward: Ward) -> None:
    other = build_ward(ward.engine, "UBND phường Cam Linh")
    duty_id = ward.give(1, "Kế hoạch kiểm tra", "VHXH")
    with transaction(ward.engine) as session:
        period_id = session.get_one(Duty, duty_id).period_id
    with pytest.raises(IntegrityError), transaction(ward.engine) as session:
        session.add(
            Duty(
                agency_id=ward.agency_id,
                period_id=period_id,
                unit_id=other.units["VHXH"],
                role=PartyRole.LEAD,
                recipient_id=ward.staff["Lan"],
            )
        )


def test_a_unit_has_one_duty_in_a_period(ward: Ward) -> None:
    duty_id = ward.give(1, "Kế hoạch kiểm tra", "VHXH")
    with pytest.raises(IntegrityError), transaction(ward.engine) as session:
        first = session.get_one(Duty, duty_id)
        session.add(
            Duty(
                agency_id=ward.agency_id,
                period_id=first.period_id,
                unit_id=first.unit_id,
                role=PartyRole.COORDINATE,
                recipient_id=ward.staff["Lan"],
            )
        )


def test_the_same_notice_is_never_owed_twice(ward: Ward) -> None:
    now = at("13/10/2025 07:30")
    with pytest.raises(IntegrityError), transaction(ward.engine) as session:
        for _ in range(2):
            session.add(
                Notice(
                    agency_id=ward.agency_id,
                    key="digest/1/2025-10-13",
                    kind=NoticeKind.DIGEST,
                    day=now.date(),
                    created_at=now,
                )
            )


def test_a_naive_instant_is_refused(ward: Ward) -> None:
    with pytest.raises(StatementError, match="time zone"), transaction(ward.engine) as session:
        naive = datetime(2025, 10, 13, 7, 30)
        session.add(
            Invite(
                agency_id=ward.agency_id, staff_id=ward.staff["Lan"], code_hash="x", created_at=naive, expires_at=naive
            )
        )


def test_migrations_make_what_the_models_say(engine: Engine) -> None:
    command.check(config_for(engine))
    found, needed = revisions(engine)
    assert found == needed
