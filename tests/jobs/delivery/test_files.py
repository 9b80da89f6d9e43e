"""A file leaves with the last part of its text, as often as the text does, and never silently not at all."""

from dataclasses import replace

import pytest

from jobs.delivery.channel import Doubtful, Outcome, OutFile, TryLater
from jobs.delivery.sender import Sender
from jobs.messages.render import render
from jobs.plans.draft import keep_file
from storage.database import transaction
from storage.kinds import NoticeState
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import START, RecordingChannel, moving, owe, send_all, state
from tests.people import Ward

pytestmark = ON_BOTH

SHEET = OutFile("ra-soat.xlsx", b"PK sheet")
TEXT = "Bản nháp ở trong tệp này."


@pytest.fixture
def channel(ward: Ward, clock: object) -> RecordingChannel:
    ward.link("Quân")
    made = RecordingChannel(clock)  # type: ignore[arg-type]
    made.capabilities = replace(made.capabilities, text_limit=300, caption_limit=120, files=True)
    return made


def owed(ward: Ward, body: str = TEXT) -> int:
    with transaction(ward.engine) as session:
        kept = keep_file(session, ward.agency_id, (SHEET.name, SHEET.content), START)
        session.flush()
        file_id = kept.id
    return owe(ward, "Quân", body, key="reply/1/1", file_id=file_id)


async def send(ward: Ward, channel: RecordingChannel) -> None:
    one = Sender(ward.engine, ward.connection_id, channel, channel.clock, render, sleep=moving(channel.clock))
    await send_all(one, channel.clock)


async def test_a_file_leaves_with_its_text(ward: Ward, channel: RecordingChannel) -> None:
    notice_id = owed(ward)
    await send(ward, channel)
    assert [(m.text, m.file) for _, m in channel.sent] == [(TEXT, SHEET)]
    assert state(ward, notice_id) is NoticeState.SENT


async def test_a_text_too_long_for_a_caption_goes_in_parts_the_file_with_the_last(
    ward: Ward, channel: RecordingChannel
) -> None:
    owed(ward, "\n".join(f"Dòng {n} của một câu trả lời dài hơn." for n in range(8)))
    await send(ward, channel)
    assert len(channel.sent) > 1 and all(len(m.text) <= 120 for _, m in channel.sent)
    assert [m.file for _, m in channel.sent] == [None] * (len(channel.sent) - 1) + [SHEET]


@pytest.mark.parametrize(("first", "marked"), [(TryLater(5, "busy"), False), (Doubtful("cut"), True)])
async def test_a_file_that_may_not_have_arrived_leaves_again_with_its_text(
    ward: Ward, channel: RecordingChannel, first: Outcome, marked: bool
) -> None:
    owed(ward)
    channel.outcomes.append(first)
    await send(ward, channel)
    assert [m.file for _, m in channel.sent] == [SHEET, SHEET]
    assert channel.texts[1].endswith(TEXT) and (channel.texts[1] != TEXT) is marked


async def test_where_no_file_can_go_the_text_says_so(ward: Ward, channel: RecordingChannel) -> None:
    channel.capabilities = replace(channel.capabilities, files=False)
    owed(ward)
    await send(ward, channel)
    ((_, message),) = channel.sent
    assert message.file is None and TEXT in message.text and "không gửi được tệp" in message.text
