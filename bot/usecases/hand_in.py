"""A file handed in, by chat, upload page or shell: what it is, and the draft or the changes that come of it.

Reading takes seconds and needs no transaction; taking in is short. So the two are apart: `read_file`, then `hand_in`.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import plan_review, review_sheet
from bot.usecases.file_page import file_page
from bot.usecases.said import Said
from jobs.calendar import working_calendar
from jobs.plans.draft import HandedIn, make_draft
from jobs.rules.draft import Reading, lines_of
from jobs.rules.plans.reader import read_plan
from jobs.rules.plans.secrecy import is_secret
from jobs.rules.working_days import WorkingCalendar
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import MAX_BYTES
from storage.documents.reader import read_document
from storage.documents.review_rows import NotAReview, ReviewRow
from storage.models.plans import Plan
from storage.queries.files import plan_of_file
from storage.queries.people import Person, agency_keeper, living_units, person


@dataclass(frozen=True)
class Setting:
    """What reading a plan needs to know of the office."""

    today: date
    calendar: WorkingCalendar
    unit_names: tuple[str, ...]


@dataclass(frozen=True)
class PlanRead:
    """A plan with at least one line of work, in the shape of `plan read --json`."""

    reading: Reading


@dataclass(frozen=True)
class ReviewRead:
    """The edited review of some draft."""

    rows: tuple[ReviewRow, ...]


@dataclass(frozen=True)
class Unreadable:
    reason: Reason


@dataclass(frozen=True)
class SecretFile:
    """It bears a mark of secrecy: not read, not kept."""


@dataclass(frozen=True)
class SetupForm:
    """The form an office is set up with."""


@dataclass(frozen=True)
class NoPlan:
    """Readable, without a line of work."""


@dataclass(frozen=True)
class ReviewBroken:
    """A review that cannot be taken, because a `column` is gone."""

    column: str


@dataclass(frozen=True)
class NotFetched:
    """The platform did not hand the file over."""


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


Refused = Unreadable | SecretFile | SetupForm | NoPlan | ReviewBroken | NotFetched
FileRead = PlanRead | ReviewRead | Refused


def setting(session: Session, agency_id: int, today: date) -> Setting:
    return Setting(today, working_calendar(session), tuple(unit.name for unit in living_units(session, agency_id)))


def may_hand_in(who: Person) -> bool:
    return may(who, Right.REVIEW_PLAN, Subject(who.agency.id, plan_id=next(iter(who.keeps), None)))


def read_file(data: bytes, name: str, office: Setting) -> FileRead:
    """What a file is; whatever is wrong with its bytes is a result."""
    # Sheets take long to load, and most processes never see one.
    from storage.documents.office_form import is_form
    from storage.documents.review_file import read_review

    if len(data) > MAX_BYTES:
        return Unreadable(Reason.TOO_LARGE)
    if is_form(data):
        return SetupForm()
    try:
        return ReviewRead(tuple(read_review(data)))
    except NotAReview as missing:
        if missing.column:
            return ReviewBroken(missing.column)
    try:
        return _read_plan(data, name, office)
    except UnreadableFile as error:
        return Unreadable(error.reason)


def _read_plan(data: bytes, name: str, office: Setting) -> PlanRead | SecretFile | NoPlan:
    document = read_document(data, name)
    if is_secret(document):
        return SecretFile()
    reading = read_plan(
        document, on=office.today, calendar=office.calendar, known_units=list(office.unit_names)
    ).as_json()
    return NoPlan() if all(line.is_heading for line in lines_of(reading)) else PlanRead(reading)


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
    """Who is to keep a plan that this person brings: himself if he keeps plans, else the agency's keeper."""
    if said.who.is_keeper():
        return said.who
    keeper_id = agency_keeper(session, said.agency_id)
    try:
        return person(session, said.agency_id, keeper_id, said.day) if keeper_id else None
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
