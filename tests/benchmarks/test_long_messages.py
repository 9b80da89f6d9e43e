"""A word said over and over costs more the longer the message, and never doubles with each word: one message holds up everybody's.

Part of `make test`, as no message may freeze the bot; measured in CPU time, so that a busy machine changes nothing.
"""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.bot.understanding.reading import read

FEW, MANY = 30, 60
"""How often the words are said."""
WORSE_AT_MOST = 8.0
"""Twice the words: twice the time where it is linear, eight times where it is cubic."""
TICK = 0.01
"""Seconds; the processor's time is told no finer on some machines."""
PATIENCE = 5.0
"""Seconds of the processor until the reader is stopped; what grows by doubling would take years."""

STAFF, HEAD = "staff", "office_head"
#: How it begins, what is said over and over behind it, and who says it.
REPEATED = (
    ("", "nhờ em", STAFF),
    ("việc 12", "em ơi", STAFF),
    ("", "anh chị", STAFF),
    ("dạ", "phòng em", STAFF),
    ("thay mặt phòng", "phòng em", STAFF),
    ("việc 12", "chị", HEAD),
    ("việc 12 xong", "ạ", STAFF),
    ("việc 12 xong", "em nhé", STAFF),
    ("xong", "hết rồi", STAFF),
    ("việc 7 để sau", "em nhé", HEAD),
    ("việc", "12 và", STAFF),
    ("việc 12", "1,", STAFF),
    ("việc 12", "0,0", STAFF),
    ("duyệt", "thời hạn", HEAD),
    ("thống nhất", "tới", HEAD),
    ("hạn 12 là", "tới", HEAD),
    ("khoan đã,", "khoan đã,", HEAD),
    ("theo ý kiến,", "theo ý kiến,", HEAD),
    ("phần còn lại anh", "làm đầu mối", HEAD),
    ("nhắc", "ai", STAFF),
    ("nhắc", "các phòng", HEAD),
    ("đổi", "kênh nhắc", STAFF),
    ("xem thử tin", "tin nhắc", STAFF),
    ("tin", "ni", STAFF),
    ("gửi nhầm", "vừa rồi", STAFF),
    ("à", "thôi chết", STAFF),
    ("chưa làm, lộn", "đấy", STAFF),
    ("bỏ nghỉ", "hộ em", STAFF),
    ("gói Zalo", "hết", STAFF),
    ("chỉ tiêu", "hiện nay", STAFF),
    ("việc em", "hiện đang", STAFF),
    ("việc gấp nhất", "trước nhất", STAFF),
    ("việc chờ duyệt", "không ạ", STAFF),
    ("", "cho xin", HEAD),
    ("cho em", "xem cho em", STAFF),
    ("em", "em cho xem giúp em", STAFF),
    ("tải tệp kế hoạch", "cho em với", STAFF),
    ("em,", "em ,", STAFF),
    ("", "hihi", STAFF),
)


@pytest.mark.parametrize(("begun", "words", "role"), REPEATED, ids=[f"{row[0]} {row[1]}".strip() for row in REPEATED])
def test_a_word_said_twice_as_often_takes_little_longer(begun: str, words: str, role: str) -> None:
    few, many = (f"{begun} {f'{words} ' * times}zz".strip() for times in (FEW, MANY))
    with stopped_when_stuck():
        read(few, role)  # the rules it needs are compiled
        assert seconds(many, role) < WORSE_AT_MOST * max(seconds(few, role), TICK)


def seconds(text: str, role: str) -> float:
    """Of the processor, for one reading: the quickest of three."""
    taken = []
    for _ in range(3):
        start = time.process_time()
        read(text, role)
        taken.append(time.process_time() - start)
    return min(taken)


@contextmanager
def stopped_when_stuck() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError("the reader is stuck")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
