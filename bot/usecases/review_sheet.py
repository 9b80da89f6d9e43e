"""The review of a draft as a sheet: handed out, brought back, its changes shown and then taken."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from bot.asking import options_of
from bot.understanding.intents import Intent
from bot.usecases.file_page import file_page
from bot.usecases.plan_review import NoDraft, draft_of
from bot.usecases.said import Said
from jobs.plans.doubts import doubts_of
from jobs.plans.draft import keep_file
from jobs.plans.parties import unit_names
from jobs.plans.review import KINDS, ReviewChange, differences, is_of, review_rows, take
from jobs.plans.review_check import WRONG, ReviewNote, notes_of, settled
from jobs.plans.versions import compare
from storage.documents.review_rows import ReviewRow
from storage.models.plans import File, Plan
from storage.queries.conversation import questions_since
from storage.queries.files import file_by_id, forget_file
from storage.queries.people import living_units, people

REVIEW_NAME = "ra-soat.xlsx"


@dataclass(frozen=True)
class SheetMade:
    """The sheet goes with the answer (`file_id`), or by a `link`; by neither where there is no public address."""

    plan: Plan
    data: bytes
    file_id: int | None = None
    link: str = ""


@dataclass(frozen=True)
class ChangesShown:
    """Nothing is taken yet; `file_id` keeps the sheet until the answer; `notes`: what is doubtful in it."""

    plan: Plan
    changes: tuple[ReviewChange, ...]
    file_id: int
    notes: tuple[ReviewNote, ...] = ()


@dataclass(frozen=True)
class NothingChanged:
    plan: Plan
    notes: tuple[ReviewNote, ...] = ()


@dataclass(frozen=True)
class AnotherDraft:
    """The sheet was made of another plan than the draft that is open."""

    plan: Plan


@dataclass(frozen=True)
class SheetRefused:
    """Cells that cannot be taken, all of them; nothing is taken."""

    plan: Plan
    notes: tuple[ReviewNote, ...]


@dataclass(frozen=True)
class _Compared:
    changes: tuple[ReviewChange, ...]
    notes: tuple[ReviewNote, ...]


@dataclass(frozen=True)
class ChangesTaken:
    plan: Plan
    changes: tuple[ReviewChange, ...]


@dataclass(frozen=True)
class ChangesLeft:
    """The answer was no: the draft stays as it is."""


@dataclass(frozen=True)
class ChangesWaiting:
    """`n` changes of a sheet still want a word, so the plan is not confirmed."""

    plan: Plan
    n: int
    file_id: int


@dataclass(frozen=True)
class NothingToTake:
    """ "Ghi" while no changes wait for an answer."""


def make_sheet(session: Session, said: Said) -> SheetMade | NoDraft:
    """The open draft as an XLSX, on the way that this chat has."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    units = [unit.name for unit in living_units(session, said.agency_id)]
    names = [p.staff.full_name for p in people(session, said.agency_id, said.day)]
    from storage.documents.review_file import write_review  # takes long to load

    data = write_review(review_rows(session, plan), units, names, list(KINDS.values()), _unknown(session, plan))
    if said.chat_id is None or not (said.files or said.public_url):
        return SheetMade(plan, data)
    kept = keep_file(session, said.agency_id, (REVIEW_NAME, data), said.now)
    session.flush()
    if said.files:
        return SheetMade(plan, data, kept.id)
    return SheetMade(plan, data, link=file_page(session, said, kept.id))


def _unknown(session: Session, plan: Plan) -> dict[int, list[str]]:
    """By position the names that nobody has explained yet."""
    names: dict[int, list[str]] = defaultdict(list)
    for doubt in doubts_of(session, plan, compare(session, plan)):
        for row in doubt.rows if doubt.of_name else ():
            names[row.position].append(doubt.text)
    return names


def show_changes(session: Session, said: Said, rows: Sequence[ReviewRow], file: tuple[str, bytes]) -> object:
    """What an edited sheet would change in the open draft; the sheet is kept until that is decided."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    found = _compared(session, said, plan, rows)
    if not isinstance(found, _Compared):
        return found
    if not found.changes:
        return NothingChanged(plan, found.notes)
    kept = keep_file(session, said.agency_id, file, said.now)
    session.flush()
    return ChangesShown(plan, found.changes, kept.id, found.notes)


def _compared(
    session: Session, said: Said, plan: Plan, rows: Sequence[ReviewRow]
) -> _Compared | AnotherDraft | SheetRefused:
    """An edited sheet beside the draft as it stands."""
    before = review_rows(session, plan)
    if not is_of(before, rows):
        return AnotherDraft(plan)
    staff, units = people(session, said.agency_id, said.day), unit_names(session, said.agency_id)
    before, after = settled(before, staff), settled(rows, staff)
    changes = tuple(differences(before, after))
    notes = tuple(notes_of(before, after, changes, units, staff, said.day))
    wrong = tuple(note for note in notes if note.kind in WRONG)
    return SheetRefused(plan, wrong) if wrong else _Compared(changes, notes)


def _rows_of(kept: File) -> list[ReviewRow]:
    from storage.documents.review_file import read_review  # takes long to load

    return read_review(kept.content)


def changes_waiting(session: Session, said: Said) -> ChangesWaiting | None:
    """Changes shown of the open draft and neither taken nor left, in whichever chat; whatever was said since."""
    plan = draft_of(session, said)
    file_id = _asked_about(session, plan) if plan else None
    kept = file_by_id(session, said.agency_id, file_id) if file_id else None
    if plan is None or kept is None:
        return None
    found = _compared(session, said, plan, _rows_of(kept))
    n = len(found.changes) if isinstance(found, _Compared) else 0
    return ChangesWaiting(plan, n, kept.id) if n else None


def _asked_about(session: Session, plan: Plan) -> int | None:
    """The sheet of which it was last asked whether to take it."""
    for question in questions_since(session, plan.agency_id, plan.created_at):
        for option in options_of(question):
            if option.act.intent is Intent.take_changes:
                return option.act.slots.file_id
    return None


def leave_changes(session: Session, said: Said, file_id: int | None) -> ChangesLeft:
    """The sheet is decided about, and not kept."""
    if file_id:
        forget_file(session, said.agency_id, file_id)
    return ChangesLeft()


def take_changes(session: Session, said: Said, file_id: int | None) -> object:
    """Take the kept sheet, else the one that waits, into the open draft: all of it or nothing; then it is not kept."""
    if file_id is None and (waiting := changes_waiting(session, said)):
        file_id = waiting.file_id
    kept = file_by_id(session, said.agency_id, file_id) if file_id else None
    if kept is None:
        return NothingToTake()
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    found = _compared(session, said, plan, _rows_of(kept))
    if not isinstance(found, _Compared):
        return found
    take(session, plan, found.changes)
    forget_file(session, said.agency_id, kept.id)
    return ChangesTaken(plan, found.changes)
