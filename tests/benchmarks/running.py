"""The product's own process against the local server, on a clock that is ahead of or behind the machine's.

python -m tests.benchmarks.running works|sends|receives URL SERVER SECONDS   until SIGTERM

works: ticks and sends; sends: the same without the ticks of the morning; receives: polls and handles with one write.
"""

import sys
import time
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.poller import poll
from bot.process import Parts, run_until_told
from jobs.clock import SystemClock
from jobs.messages.render import render
from jobs.ticks.table import TICKS
from jobs.ticks.upkeep import UPKEEP
from storage.database import open_engine
from storage.kinds import NoticeKind
from storage.models.messages import Inbox
from storage.notice_keys import reply_key
from storage.queries.notices import enqueue

SLOW_KEY, SLOW_SECONDS = "300", 2.0


class ShiftedClock:
    """The machine's clock and so many seconds more."""

    def __init__(self, seconds: float) -> None:
        self._more = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return SystemClock().now() + self._more


def one_write(session: Session, inbox: Inbox, now: datetime) -> None:
    """The least a handler does: it owes an answer. One message takes its time, if it comes."""
    if inbox.dedup_key == SLOW_KEY:
        time.sleep(SLOW_SECONDS)
    enqueue(
        session, agency_id=inbox.agency_id, key=reply_key(inbox.id, 1), kind=NoticeKind.REPLY, priority=1,
        chat_id=inbox.chat_id, inbox_id=inbox.id, day=now.date(), body="đã ghi", created_at=now,
    )  # fmt: skip


def main(which: str, url: str, server: str, seconds: str) -> None:
    clock = ShiftedClock(float(seconds))
    parts = Parts(
        open_engine(url), clock, lambda bot: TelegramChannel(f"{bot.id}:x", server),
        lambda _: partial(poll, now=clock.now), render, one_write,
        ticks=list(TICKS if which == "works" else UPKEEP),
    )  # fmt: skip
    receives = which == "receives"
    run_until_told(parts, receives=receives, works=not receives)


if __name__ == "__main__":
    main(*sys.argv[1:])
