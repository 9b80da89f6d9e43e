"""One agency after another, each on its own: rows of one that cannot be read leave the others their work."""

import logging
from collections.abc import Callable

from sqlmodel import Session

from storage.database import unavailable
from storage.models.organisation import Agency
from storage.queries.agencies import all_agencies

_log = logging.getLogger(__name__)


def in_each_agency(session: Session, work: Callable[[Agency], int]) -> int:
    """The sum of what `work` gives. An agency in which it fails keeps nothing of it; when the others have theirs, and that
    is committed, the error is raised, so that the tick is known to have failed.
    """
    done, failed = 0, list[Exception]()
    for agency in all_agencies(session):
        agency_id = agency.id
        try:
            with session.begin_nested():
                done += work(agency)
        except Exception as error:
            if unavailable(error):
                raise
            _log.error("agency %s is left out: %s", agency_id, type(error).__name__)
            failed.append(error)
    if failed:
        session.commit()
        raise failed[0]
    return done
