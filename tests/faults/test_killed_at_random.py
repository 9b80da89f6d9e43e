"""A real process killed again and again while it sends (faults 1 and 2); named crash points are in stories/test_killed."""

import random
import time
from collections import Counter
from pathlib import Path

import pytest
from sqlmodel import col, select

from storage.database import transaction
from storage.kinds import NoticeState
from storage.models.channels import Chat
from storage.models.messages import Notice
from tests.people import Ward
from tests.stories.killed_office import MARK
from tests.stories.test_killed import LONG_AFTER, arrived, ended, fill, start

MESSAGES, KILLS = 2_500, 100
ALIVE = 1.2  # seconds at most after its first message, so that the messages last for all kills
IN_FLIGHT, A_SECOND = 8, 20  # what leaves at the same time, and what a second sends at least


@pytest.mark.faults
def test_kills_while_thousands_of_messages_leave(ward: Ward, database_url: str, tmp_path: Path) -> None:
    """Each start is so much later that the claims of the killed one are over."""
    expected, sent, chance = fill(ward, MESSAGES, 0), tmp_path / "sent", random.Random(3)
    sent.touch()
    for n in range(KILLS):
        before, process = sent.stat().st_size, start(database_url, sent, 60 * n)
        while sent.stat().st_size == before:
            assert process.is_alive()
            time.sleep(0.01)
        time.sleep(chance.uniform(0, ALIVE))
        process.kill()
        process.join()
    assert len(arrived(sent)) < MESSAGES
    assert ended(start(database_url, sent, 60 * KILLS + LONG_AFTER), MESSAGES / A_SECOND) == 0
    heard = Counter(address for address, _ in arrived(sent))
    again = [text for _, text in arrived(sent) if text.startswith(MARK)]
    assert max(heard.values()) <= 2
    assert sum(heard.values()) - len(heard) <= len(again) <= IN_FLIGHT * KILLS
    with transaction(ward.engine) as session:
        assert set(session.exec(select(Notice.state))) <= {NoticeState.SENT, NoticeState.UNKNOWN}
        rows = select(Chat.address).join(Notice, col(Notice.chat_id) == Chat.id)
        unknown = set(session.exec(rows.where(Notice.state == NoticeState.UNKNOWN)))
    # Only a repeat that was itself killed on its way may be missing, and the outbox says so.
    assert expected - set(heard) <= unknown and len(unknown) <= IN_FLIGHT * KILLS
