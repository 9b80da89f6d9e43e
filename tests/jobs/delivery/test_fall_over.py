"""A person with two bots: what certainly cannot leave by one leaves by the other, once; what may have arrived does not."""

from datetime import timedelta

import pytest

from jobs.clock import MovableClock
from jobs.delivery.channel import Doubtful, GiveUp, Outcome, TryLater
from jobs.delivery.sender import Sender
from storage.database import transaction
from storage.kinds import ChannelKind, DeliveryOutcome, NoticeKind, NoticeState
from storage.models.channels import Chat, Connection
from storage.queries.reach import reach_of_all
from tests.engines import ON_BOTH
from tests.jobs.delivery.recording import (
    START,
    RecordingChannel,
    as_kept,
    deliveries,
    moving,
    notice,
    owe,
    send_all,
    state,
)
from tests.people import Ward

pytestmark = ON_BOTH
BLOCKED = GiveUp("bot was blocked by the user", "chat")


class Bots:
    """Two bots, Lan has joined both and reads the first; the second and third stand behind."""

    def __init__(self, ward: Ward, clock: MovableClock) -> None:
        self.ward, self.clock = ward, clock
        ward.link("Lan", "Hoa")
        self.ids = [ward.connection_id]
        self.channels = [RecordingChannel(clock)]
        self.senders = [Sender(ward.engine, ward.connection_id, self.channels[0], clock, as_kept, sleep=moving(clock))]

    def add(self, channel: ChannelKind, preference: int = 5) -> int:
        """Another bot that Lan has joined; the id of her chat there."""
        with transaction(self.ward.engine) as session:
            bot = Connection(
                agency_id=self.ward.agency_id, channel=channel, name=channel.value, secret=f"env:{channel}"
            )
            session.add(bot)
            session.flush()
            chat = Chat(
                agency_id=self.ward.agency_id, connection_id=bot.id, address=f"Lan by {channel.value}",
                staff_id=self.ward.staff["Lan"], preference=preference, joined_at=START,
            )  # fmt: skip
            session.add(chat)
            session.flush()
            self.ids.append(bot.id)
            made = RecordingChannel(self.clock)
            self.channels.append(made)
            self.senders.append(Sender(self.ward.engine, bot.id, made, self.clock, as_kept, sleep=moving(self.clock)))
            return chat.id

    async def send(self) -> None:
        for _ in range(2):
            for one in self.senders:
                await one.step()
                await one.finish()

    def sent(self) -> list[int]:
        return [len(channel.sent) for channel in self.channels]


@pytest.fixture
def bots(ward: Ward, clock: MovableClock) -> Bots:
    return Bots(ward, clock)


def digest(ward: Ward) -> int:
    return owe(ward, "Lan", "bản tin", kind=NoticeKind.DIGEST, priority=5, key="digest/lan")


async def test_a_blocked_chat_falls_over_to_the_next_channel(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO)
    one, told = digest(ward), owe(ward, "Lan", "bị trả lại", kind=NoticeKind.TOLD, priority=6, key="told/1")
    bots.channels[0].outcomes.append(BLOCKED)
    await bots.send()
    await send_all(bots.senders[1], clock)
    assert (state(ward, one), state(ward, told)) == (NoticeState.SENT, NoticeState.SENT)
    assert bots.sent() == [1, 2] and set(bots.channels[1].addresses) == {"Lan by zalo"}
    assert [(d.outcome, d.notice_id) for d in deliveries(ward) if d.notice_id == one] == [
        (DeliveryOutcome.REFUSED, one),
        (DeliveryOutcome.SENT, one),
    ]
    with transaction(ward.engine) as session:
        assert reach_of_all(session, ward.agency_id)[ward.staff["Lan"]].connection_id == bots.ids[1]


async def test_it_falls_over_in_the_order_the_person_chose(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO, preference=2)
    bots.add(ChannelKind.TELEGRAM, preference=1)
    digest(ward)
    bots.channels[0].outcomes.append(BLOCKED)
    await bots.send()
    assert bots.sent() == [1, 0, 1]


async def test_it_falls_over_once(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO, preference=1)
    bots.add(ChannelKind.TELEGRAM, preference=2)
    one = digest(ward)
    bots.channels[0].outcomes.append(BLOCKED)
    bots.channels[1].outcomes.append(BLOCKED)
    await bots.send()
    await bots.send()
    assert bots.sent() == [1, 1, 0] and state(ward, one) is NoticeState.FAILED


@pytest.mark.parametrize("twice", [False, True])
async def test_what_may_have_arrived_stays_where_it_was_sent(
    ward: Ward, clock: MovableClock, bots: Bots, twice: bool
) -> None:
    bots.add(ChannelKind.ZALO)
    one = digest(ward)
    then: Outcome = BLOCKED if twice else Doubtful("no answer")
    bots.channels[0].outcomes += [Doubtful("no answer"), then]
    await bots.send()
    clock.move(clock.now() + timedelta(seconds=80))
    await bots.send()
    assert bots.sent() == [2, 0] and state(ward, one) is NoticeState.UNKNOWN


async def test_a_short_wait_is_waited_for(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO)
    one = digest(ward)
    bots.channels[0].outcomes.append(TryLater(60, "flood"))
    await bots.send()
    assert bots.sent() == [1, 0]
    clock.move(clock.now() + timedelta(seconds=61))
    await bots.send()
    assert bots.sent() == [2, 0] and state(ward, one) is NoticeState.SENT


async def test_a_month_used_up_sends_by_the_other_bot_who_has_one(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO)
    one = digest(ward)
    other = owe(ward, "Hoa", "bản tin", kind=NoticeKind.DIGEST, priority=6, key="digest/hoa")
    bots.channels[0].outcomes.append(TryLater(3600, "429 quota"))
    await bots.send()
    assert bots.sent()[1] == 1 and state(ward, one) is NoticeState.SENT
    assert state(ward, other) is NoticeState.WAITING  # she has one bot only, and waits for it


async def test_a_stopped_bot_s_messages_leave_by_the_other_but_answers_wait(
    ward: Ward, clock: MovableClock, bots: Bots
) -> None:
    bots.add(ChannelKind.ZALO)
    one, answer = digest(ward), owe(ward, "Lan", "dạ, đã ghi", priority=7)
    alone = owe(ward, "Hoa", "bản tin", kind=NoticeKind.DIGEST, priority=8, key="digest/hoa")
    bots.channels[0].outcomes += [GiveUp("unauthorized", "connection")] * 2  # both were under way
    await bots.send()
    assert bots.channels[1].texts == ["bản tin"] and state(ward, one) is NoticeState.SENT
    assert state(ward, answer) is state(ward, alone) is NoticeState.WAITING
    with transaction(ward.engine) as session:
        bot = session.get_one(Connection, ward.connection_id)
        bot.stopped_reason = None
        session.add(bot)
    await send_all(bots.senders[0], clock)
    assert state(ward, alone) is NoticeState.SENT and len(bots.channels[1].sent) == 1


async def test_two_bots_that_both_fail_do_not_throw_it_to_and_fro(ward: Ward, clock: MovableClock, bots: Bots) -> None:
    bots.add(ChannelKind.ZALO)
    one = digest(ward)
    bots.channels[0].outcomes.append(TryLater(3600, "429"))
    bots.channels[1].outcomes.append(TryLater(3600, "429"))
    await bots.send()
    await bots.send()
    assert bots.sent() == [1, 1] and state(ward, one) is NoticeState.WAITING
    assert notice(ward, one).chat_id != ward.chats["Lan"]
    clock.move(clock.now() + timedelta(seconds=3700))
    await bots.send()
    assert state(ward, one) is NoticeState.SENT and sum(bots.sent()) == 3
