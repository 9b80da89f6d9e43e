"""What is repeated, dropped, too late to send, and how sending is counted."""

from jobs.clock import MovableClock
from jobs.delivery.channel import Doubtful, Sent, TryLater
from storage.database import transaction
from storage.kinds import DeliveryOutcome, NoticeKind, NoticeState
from storage.models.channels import Connection
from storage.queries.notices import expire
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import (
    MARK,
    START,
    RecordingChannel,
    deliveries,
    owe,
    send_all,
    sender,
    state,
)  # fmt: skip
from tests.people import Ward, at

pytestmark = ON_BOTH


async def test_a_doubtful_answer_is_repeated_once_with_a_mark(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "đã ghi")
    channel.outcomes = [Doubtful("cut"), Doubtful("cut")]
    await send_all(sender(ward, channel), clock)
    assert channel.texts == ["đã ghi", f"{MARK}\nđã ghi"]
    assert state(ward, owed) is NoticeState.UNKNOWN
    assert [d.outcome for d in deliveries(ward)] == [DeliveryOutcome.DOUBTFUL] * 2


async def test_what_cannot_wait_is_never_repeated(ward: Ward, clock: MovableClock, channel: RecordingChannel) -> None:
    ward.link("Lan")
    owed = owe(ward, "Lan", "trả lại", kind=NoticeKind.TOLD)
    channel.outcomes = [Doubtful("cut")]
    await send_all(sender(ward, channel), clock)
    assert (channel.texts, state(ward, owed)) == (["trả lại"], NoticeState.UNKNOWN)


async def test_a_long_text_leaves_in_parts_and_a_failure_repeats_only_its_part(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan")
    lines = [f"{n}. " + "x" * 70 for n in range(3)]
    owed = owe(ward, "Lan", "\n".join(lines))
    channel.outcomes = [Sent("m1"), TryLater(5, "flood")]
    await send_all(sender(ward, channel), clock)
    assert channel.texts == [lines[0], lines[1], lines[1], lines[2]]
    assert state(ward, owed) is NoticeState.SENT
    assert [(d.part, d.outcome) for d in deliveries(ward)] == [
        (1, DeliveryOutcome.SENT), (2, DeliveryOutcome.LATER), (2, DeliveryOutcome.SENT), (3, DeliveryOutcome.SENT),
    ]  # fmt: skip


async def test_what_no_longer_applies_is_dropped_and_a_broken_text_gives_way(
    ward: Ward, clock: MovableClock, channel: RecordingChannel
) -> None:
    ward.link("Lan", "Tâm", "Hoa")
    gone, broken = owe(ward, "Lan", "gone"), owe(ward, "Tâm", "broken")
    good = owe(ward, "Hoa", "chào")
    await send_all(sender(ward, channel), clock)
    assert channel.texts == ["chào"]
    assert [state(ward, n) for n in (gone, broken, good)] == [
        NoticeState.DROPPED, NoticeState.FAILED, NoticeState.SENT,
    ]  # fmt: skip


async def test_what_is_too_late_is_not_sent(ward: Ward, clock: MovableClock, channel: RecordingChannel) -> None:
    ward.link("Lan")
    late = owe(ward, "Lan", "bản tin", expires_at=START)
    one = sender(ward, channel)
    await one.step()
    await one.finish()
    with transaction(ward.engine) as session:
        assert expire(session, clock.now()) == 1
    assert (channel.sent, state(ward, late)) == ([], NoticeState.EXPIRED)


async def test_messages_are_counted_by_the_month_of_the_office(ward: Ward, channel: RecordingChannel) -> None:
    ward.link("Lan", "Tâm")
    channel.clock.move(at("31/10/2025 23:59"))
    owe(ward, "Lan", "một")
    await send_all(sender(ward, channel), channel.clock)
    channel.clock.move(at("01/11/2025 00:01"))
    owe(ward, "Lan", "hai")
    owe(ward, "Tâm", "ba")
    await send_all(sender(ward, channel), channel.clock)
    with transaction(ward.engine) as session:
        connection = session.get(Connection, ward.connection_id)
        assert connection and (connection.month, connection.month_count) == ("2025-11", 2)
