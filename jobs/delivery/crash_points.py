"""Named places where a test can kill this process, to prove that nothing is lost there."""

import os
import signal
from enum import StrEnum

VARIABLE = "NHACVIEC_CRASH_AT"


class CrashPoint(StrEnum):
    CLAIM_BEFORE_COMMIT = "claim_before_commit"
    CLAIMED = "claimed"  # the `sending` marks are stored, nothing is sent
    SENT_BEFORE_MARK = "sent_before_mark"
    INBOX_BEFORE_EFFECT = "inbox_before_effect"
    HOOK_STORED = "hook_stored"  # what was posted is stored, the platform has not heard so
    FILE_READ = "file_read"  # a file is fetched and read, nothing of it is stored


def crash_at(point: CrashPoint) -> None:
    """End as by `kill -9` if the environment names this point; else do nothing."""
    if os.environ.get(VARIABLE) == point:
        os.kill(os.getpid(), signal.SIGKILL)
