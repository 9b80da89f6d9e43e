"""A file handed in, by chat, upload page or shell: the draft or the changes that come of what it says."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import plan_review, review_sheet
from bot.usecases.file_page import file_page
from bot.usecases.file_reading import FileRead, PlanRead, ReviewRead, Setting
from bot.usecases.said import Said, person_of
from jobs.calendar import working_calendar
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.draft import Reading, lines_of
from storage.models.plans import Plan
from storage.queries.files import plan_of_file
from storage.queries.people import Person, agency_keeper, living_units


@dataclass(frozen=True)
class FileNotForYou:
    """The sender may not bring plans in; `keeper` is who does, None where nobody does."""

    keeper: Person | None


@dataclass(frozen=True)
class KeeperWithoutUnit:
    """A plan needs a unit that coordinates it: its keeper's."""

    keeper: Person | None


@dataclass(frozen=True)
class SameFile:
    """Read before, and its draft or plan stands."""

    plan: Plan


@dataclass(frozen=True)
class FileWelcome:
    """A plan's file may come into this chat, else by the page at `link`, else only by the shell."""

    into_chat: bool
    link: str


def setting(session: Session, agency_id: int, today: date) -> Setting:
    return Setting(today, working_calendar(session), tuple(unit.name for unit in living_units(session, agency_id)))


def may_hand_in(who: Person) -> bool:
    return may(who, Right.REVIEW_PLAN, Subject(who.agency.id, plan_id=next(iter(who.keeps), None)))


def hand_in(session: Session, said: Said, name: str, data: bytes, read: FileRead) -> object:
    """Make a draft of a plan, or show what an edited review would change; everything else changes nothing."""
    if not may_hand_in(said.who):
        return FileNotForYou(_keeper(session, said))
    if isinstance(read, ReviewRead):
        return review_sheet.show_changes(session, said, read.rows, (name, data))
    if isinstance(read, PlanRead):
        return _draft(session, said, name, data, read.reading)
    return read


def _draft(session: Session, said: Said, name: str, data: bytes, reading: Reading) -> object:
    known = plan_of_file(session, said.agency_id, sha256(data).hexdigest())
    if known is not None:
        return SameFile(known)
    keeper = _keeper(session, said)
    if keeper is None or not keeper.unit_ids:
        return KeeperWithoutUnit(keeper)
    handed = HandedIn(name, data, reading, said.who.id, said.now)
    plan = make_draft(session, said.agency_id, handed, keeper.id, min(keeper.unit_ids))
    session.flush()
    return plan_review.draft_shown(session, plan)


def _keeper(session: Session, said: Said) -> Person | None:
    """Who is to keep a plan that this person brings: himself if he keeps plans, else the agency's keeper, also while he
    stands in for him.
    """
    keeper_id = agency_keeper(session, said.agency_id)
    if said.who.is_keeper() and keeper_id not in said.who.stands_for:
        return said.who
    try:
        return person_of(session, said, keeper_id)
    except LookupError:  # has left the office
        return None


def invite_file(session: Session, said: Said) -> object:
    """Where this person may put a plan's file."""
    if not may_hand_in(said.who):
        return FileNotForYou(_keeper(session, said))
    return FileWelcome(said.files, "" if said.files else file_page(session, said))


def has_rows(reading: Reading, at_least: int) -> bool:
    """Whether a text is surely a plan's table: so many rows with somebody who leads or a date."""
    rows = [line.reading for line in lines_of({**reading, "duties_in_prose": []}) if not line.is_heading]
    return sum(bool(row.get("lead") or row.get("deadline")) for row in rows) >= at_least
