"""What a file that is handed in says. Reading takes seconds and needs no transaction, so it is apart from taking in."""

from dataclasses import dataclass
from datetime import date

from jobs.rules.draft import Reading, lines_of
from jobs.rules.working_days import WorkingCalendar
from storage.documents.errors import Reason, UnreadableFile
from storage.documents.package import MAX_BYTES
from storage.documents.review_rows import NotAReview, ReviewRow


@dataclass(frozen=True)
class Setting:
    """What reading a plan needs to know of the office."""

    today: date
    calendar: WorkingCalendar
    unit_names: tuple[str, ...]


@dataclass(frozen=True)
class AsProof:
    """The file of a message is kept for what its words say; also what such a file says: it is not read."""


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


Refused = Unreadable | SecretFile | SetupForm | NoPlan | ReviewBroken | NotFetched
FileRead = PlanRead | ReviewRead | Refused | AsProof


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
    from jobs.rules.plans.reader import read_plan
    from jobs.rules.plans.secrecy import is_secret
    from storage.documents.reader import read_document

    document = read_document(data, name)
    if is_secret(document):
        return SecretFile()
    reading = read_plan(
        document, on=office.today, calendar=office.calendar, known_units=list(office.unit_names)
    ).as_json()
    return NoPlan() if all(line.is_heading for line in lines_of(reading)) else PlanRead(reading)
