""" "Cho chạy": the trial of an office is over, and from the next morning on everybody reads his own messages."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import ledger
from bot.usecases.own_settings import first_morning
from bot.usecases.said import Said, person_of
from storage.kinds import EventKind
from storage.models.events import Event
from storage.queries.agencies import agency_by_id
from storage.queries.people import Person, agency_keeper, people
from storage.queries.reach import reachable_staff

LIVE = "live"  # in an event's `before`


@dataclass(frozen=True)
class WentLive:
    """`from_day`: the first morning of everybody's own; `missing`: how many cannot be reached yet."""

    from_day: date
    total: int
    missing: int


@dataclass(frozen=True)
class AlreadyLive:
    """`since`: the day it was said, None for an office that never had a trial."""

    since: date | None


@dataclass(frozen=True)
class GoLiveRefused:
    """The keeper or an admin decides this."""

    by: Person | None


@dataclass(frozen=True)
class OnTrialAgain:
    """`from_day`: the first morning that the keeper reads again."""

    from_day: date


def go_live(session: Session, said: Said) -> WentLive | AlreadyLive | GoLiveRefused:
    if not may(said.who, Right.GO_LIVE, Subject(said.agency_id)):
        keeper = agency_keeper(session, said.agency_id)
        return GoLiveRefused(person_of(session, said, keeper))
    agency = agency_by_id(session, said.agency_id)
    if not agency.on_trial(said.now):
        return AlreadyLive(agency.live_at.date() if agency.live_at else None)
    agency.live_at = said.now
    session.add(agency)
    ledger.write(session, said, EventKind.WENT_LIVE, before={LIVE: True})
    everybody = people(session, said.agency_id, said.day)
    reached = reachable_staff(session, said.agency_id)
    return WentLive(first_morning(session, said), len(everybody), sum(one.id not in reached for one in everybody))


def trial_keeper(session: Session, said: Said) -> Person | None:
    """Who reads everybody's messages now; None where each reads his own."""
    if not said.who.agency.on_trial(said.now):
        return None
    keepers = [one for one in people(session, said.agency_id, said.day) if one.keeps_agency and not one.away]
    return min(keepers, key=lambda one: one.staff.keeps_agency, default=None)


def take_back(session: Session, said: Said, event: Event) -> OnTrialAgain:
    """The keeper reads everybody's messages again; what people have had by now they have."""
    agency = agency_by_id(session, said.agency_id)
    agency.live_at = None
    session.add(agency)
    ledger.take_back(session, said, event)
    return OnTrialAgain(first_morning(session, said))
