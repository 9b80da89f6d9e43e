"""The keeper asks for the draft as a sheet and gets it the way his chat has: a document, a page, or a word where to ask."""

import re
from collections.abc import AsyncIterator

import pytest
from sqlmodel import select

from bot.channels import factory
from bot.channels.console.channel import CAPABILITIES as CONSOLE
from bot.channels.telegram.channel import CAPABILITIES as TELEGRAM
from bot.channels.zalo.channel import CAPABILITIES as ZALO
from storage.database import transaction
from storage.documents.review_file import read_review
from storage.kinds import ChannelKind
from storage.models.channels import FileLink
from storage.models.plans import DraftRow, File
from tests.engines import ON_BOTH
from tests.people import Ward
from tests.stories.handed_in import MORNING, PLAN_NAME, edited
from tests.stories.office_day import OfficeDay, office_day
from tests.stories.platforms import OnTelegram
from tests.stories.test_a_plan_begins import a_draft

PAGE = re.compile(r"https://nhacviec\.example/f/([\w-]{32})")


@pytest.fixture
async def office(ward: Ward, kind: ChannelKind, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[OfficeDay]:
    """Quân has joined, and his draft is open."""
    a_draft(ward)
    async with office_day(ward, kind, MORNING, monkeypatch) as running:
        await running.everybody_joins("Quân")
        yield running


def on(*kinds: ChannelKind) -> pytest.MarkDecorator:
    engines = [("sqlite", kind) for kind in kinds]
    return pytest.mark.parametrize(("database_url", "kind"), engines, indirect=["database_url"])


@pytest.mark.parametrize(
    ("database_url", "kind"), [(e, ChannelKind.TELEGRAM) for e in ("sqlite", "postgresql")], indirect=["database_url"]
)
@ON_BOTH
async def test_on_telegram_the_sheet_goes_out_comes_back_and_is_taken(office: OfficeDay) -> None:
    telegram = office.platform
    assert isinstance(telegram, OnTelegram)
    [sent] = await office.say("Quân", "xuat ban nhap")
    assert sent.file is not None and sent.file[0] == "ra-soat.xlsx" and "sửa bằng Excel" in sent.text
    assert len(read_review(sent.file[1])) == 59

    telegram.send_file("Quân", "ra-soat (1).xlsx", edited(sent.file[1], {(2, "short_title"): "Kế hoạch CCHC"}))
    [shown] = await office.heard_after("Quân")
    assert "em thấy 1 thay đổi" in shown.text and shown.buttons == (("Ghi", "Thôi"),)
    telegram.press("Quân", "Ghi")
    [taken] = await office.heard_after("Quân")
    assert "đã ghi 1 thay đổi" in taken.text
    with transaction(office.ward.engine) as session:
        readings = [row.reading for row in session.exec(select(DraftRow))]
    assert "Kế hoạch CCHC" in {reading.get("short_title") for reading in readings}


@on(ChannelKind.ZALO)
async def test_on_zalo_it_is_a_page_where_there_is_a_public_address(office: OfficeDay) -> None:
    office.public_url = "https://nhacviec.example"
    [out] = await office.say("Quân", "tệp rà soát")
    [into] = await office.say("Quân", "nộp kế hoạch")
    tokens = [PAGE.search(heard.text) for heard in (out, into)]
    assert all(tokens) and "một lần" in out.text and "một lần" in into.text
    with transaction(office.ward.engine) as session:
        links = session.exec(select(FileLink).order_by(FileLink.id)).all()
        names = session.exec(select(File.name).order_by(File.id)).all()
    assert [link.file_id is None for link in links] == [False, True]
    assert names == [PLAN_NAME, "ra-soat.xlsx"]
    assert not any(found and found[1] in link.token_hash for found in tokens for link in links)


@on(ChannelKind.ZALO)
async def test_a_newer_page_ends_the_older_one_of_its_kind(office: OfficeDay) -> None:
    office.public_url = "https://nhacviec.example"
    for _ in range(2):
        await office.say("Quân", "nộp kế hoạch")
    with transaction(office.ward.engine) as session:
        first, second = session.exec(select(FileLink).order_by(FileLink.id)).all()
    assert first.expires_at <= second.created_at < second.expires_at


@on(ChannelKind.ZALO)
async def test_without_a_public_address_a_command_is_named(office: OfficeDay) -> None:
    [out] = await office.say("Quân", "tệp rà soát")
    [into] = await office.say("Quân", "nộp kế hoạch")
    assert "nhacviec plan review" in out.text and "nhacviec plan import" in into.text


@on(ChannelKind.TELEGRAM)
async def test_where_files_come_into_the_chat_it_says_so(office: OfficeDay) -> None:
    office.public_url = "https://nhacviec.example"
    [into] = await office.say("Quân", "gửi tệp")
    assert "vào đây" in into.text and "http" not in into.text


@on(ChannelKind.TELEGRAM)
async def test_only_the_keeper_gets_the_draft_or_a_way_to_bring_one(office: OfficeDay) -> None:
    await office.everybody_joins("Lan")
    [out] = await office.say("Lan", "tệp rà soát")
    [into] = await office.say("Lan", "nộp kế hoạch")
    assert out.file is None and "không có kế hoạch nào" in out.text
    assert "anh Quân" in into.text


def test_what_a_chat_carries_is_what_its_channel_can() -> None:
    able = {ChannelKind.TELEGRAM: TELEGRAM, ChannelKind.ZALO: ZALO, ChannelKind.CONSOLE: CONSOLE}
    assert {kind for kind in ChannelKind if able[kind].files} == factory.CARRY_FILES
