"""After a restore: nothing that may have been sent since the backup is sent again."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from storage.queries.agencies import all_agencies
from storage.queries.morning import Passed, pass_morning
from storage.queries.restored import RESTORED, end_what_waited


def cut_off(session: Session, now: datetime) -> int:
    """End what waited in the backup, and pass over a morning that has begun: its digests may have gone out. How many
    messages ended. What still stands is in the digests of the next working day.
    """
    ended = end_what_waited(session)
    for agency in all_agencies(session):
        local = now.astimezone(ZoneInfo(agency.time_zone))
        if local.time() >= agency.digest_at:
            for which in Passed:
                pass_morning(session, agency.id, local.date(), which, now, RESTORED)
    return ended
