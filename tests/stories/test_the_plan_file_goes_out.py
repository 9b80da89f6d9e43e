"""Somebody asks for the plan itself and gets its newest file the way his chat has: a document, a page, or whom to ask."""

import re
from collections.abc import AsyncIterator

import pytest

from storage.database import transaction
from storage.kinds import ChannelKind
from storage.models.plans import File, PlanFile
from tests.people import Ward
from tests.stories.handed_in import MORNING, PLAN, PLAN_NAME
from tests.stories.office_day import OfficeDay, office_day

PAGE = re.compile(r"https://nhacviec\.example/f/([\w-]{32})")


@pytest.fixture
async def office(ward: Ward, kind: ChannelKind, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[OfficeDay]:
    """Lan has joined; the plan that is followed was read from two versions of a file."""
    with transaction(ward.engine) as session:
        for version, (name, data) in enumerate([("ban-cu.docx", b"old"), (PLAN_NAME, PLAN)], 1):
            file = File(
                agency_id=ward.agency_id,
                sha256=f"{version:064}",
                name=name,
                size=len(data),
                content=data,
                kept_at=MORNING,
            )
            session.add(file)
            session.flush()
            session.add(
                PlanFile(
                    agency_id=ward.agency_id, plan_id=ward.plan_id, file_id=file.id, version=version, read_at=MORNING
                )
            )
    async with office_day(ward, kind, MORNING, monkeypatch) as running:
        await running.everybody_joins("Lan")
        yield running


def on(kind: ChannelKind) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("database_url", "kind"), [("sqlite", kind)], indirect=["database_url"])


@on(ChannelKind.TELEGRAM)
async def test_on_telegram_it_is_a_document(office: OfficeDay) -> None:
    [sent] = await office.say("Lan", "file ke hoach dau")
    assert sent.file == (PLAN_NAME, PLAN) and sent.text == f"Tệp KH CCHC 2025: {PLAN_NAME}."


@on(ChannelKind.ZALO)
async def test_on_zalo_it_is_a_page_that_opens_once(office: OfficeDay) -> None:
    office.public_url = "https://nhacviec.example"
    [sent] = await office.say("Lan", "cho em xin file kế hoạch CCHC")
    assert PAGE.search(sent.text) and "Mở một lần tại" in sent.text


@on(ChannelKind.ZALO)
async def test_without_a_public_address_it_is_had_from_who_follows_the_plan(office: OfficeDay) -> None:
    [sent] = await office.say("Lan", "gửi lại file kế hoạch")
    assert "Kênh này không gửi được tệp. Chị xin tệp ở anh Quân" in sent.text
