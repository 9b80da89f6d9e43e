"""What is wrong or doubtful in an edited review: cells that cannot be taken, and what would happen without a word."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jobs.plans.review import KINDS, ReviewChange, names_in, same_line
from jobs.rules.parties import resolve_party
from jobs.rules.text import fold_words
from storage.documents.review_rows import ReviewRow
from storage.kinds import PartyIs
from storage.queries.people import Person


class NoteKind(StrEnum):
    """Of what a note is; see WRONG for those with which nothing is taken."""

    DATE = "date"
    PERSON = "person"
    KIND = "kind"
    TITLE = "title"
    TARGET = "target"  # an internal date behind the deadline
    TWICE = "twice"
    MOVED = "moved"  # the number that ties the row to its line was changed
    UNIT = "unit"
    PAST = "past"
    MISSING = "missing"
    ADDED = "added"


WRONG = frozenset(NoteKind) - {NoteKind.UNIT, NoteKind.PAST, NoteKind.MISSING, NoteKind.ADDED}


@dataclass(frozen=True)
class ReviewNote:
    """`place`: row of the sheet, 0 where the row is gone; `field` of ReviewRow; `text`: what stands or should stand."""

    kind: NoteKind
    place: int = 0
    field: str = ""
    text: str = ""


def settled(rows: Sequence[ReviewRow], people: Sequence[Person]) -> list[ReviewRow]:
    """Persons by their full names and kinds in our words, wherever it is clear who and what is meant."""
    names = [p.staff.full_name for p in people]
    kinds = {fold_words(word): word for word in KINDS.values()}
    return [
        replace(row, person=_full_name(row.person, names), kind=kinds.get(fold_words(row.kind), row.kind))
        for row in rows
    ]


def _full_name(typed: str, names: Sequence[str]) -> str:
    """The one full name that is this, or ends in these words; else as typed."""
    wanted = fold_words(typed).split()
    exact = [name for name in names if fold_words(name).split() == wanted]
    found = exact or [name for name in names if wanted and fold_words(name).split()[-len(wanted) :] == wanted]
    return found[0] if len(found) == 1 else typed


def notes_of(
    before: Sequence[ReviewRow], after: Sequence[ReviewRow], changes: Sequence[ReviewChange],
    units: Mapping[str, int], people: Sequence[Person], today: date,
) -> list[ReviewNote]:  # fmt: skip
    """All notes on a settled sheet, by row; `units` as `resolve_party` wants them."""
    names = {p.staff.full_name for p in people}
    notes = [*_of_rows(before, after), *_of_targets(after, changes)]
    for change in changes:
        notes += _of_change(change, units, names, today)
    return sorted(notes, key=lambda note: note.place)


def _of_rows(before: Sequence[ReviewRow], after: Sequence[ReviewRow]) -> Iterator[ReviewNote]:
    there = Counter(row.position for row in after)
    missing = {row.position: row for row in before if row.position not in there}
    known = {row.position for row in before}
    met: set[int] = set()
    for row in after:
        if row.position in known:
            if row.position in met:
                yield ReviewNote(NoteKind.TWICE, row.place, "position", str(row.position + 1))
            met.add(row.position)
            continue
        its = next((line for line in missing.values() if same_line(line, row)), None)
        if its is None:
            yield ReviewNote(NoteKind.ADDED, row.place)
        else:
            del missing[its.position]
            yield ReviewNote(NoteKind.MOVED, row.place, "position", str(its.position + 1))
    yield from (ReviewNote(NoteKind.MISSING, text=row.code or row.title[:40]) for row in missing.values())


def _of_targets(after: Sequence[ReviewRow], changes: Sequence[ReviewChange]) -> Iterator[ReviewNote]:
    dated = {change.row.position for change in changes if change.field in ("due", "target")}
    for row in after:
        target, due = row.target, row.due
        if row.position in dated and isinstance(target, date) and isinstance(due, date) and target > due:
            yield ReviewNote(NoteKind.TARGET, row.place, "target", f"{target:%d/%m/%Y}")


def _of_change(change: ReviewChange, units: Mapping[str, int], names: set[str], today: date) -> Iterator[ReviewNote]:
    after, field = change.after, change.field
    found: list[tuple[NoteKind, str]] = []
    match field:
        case "due" | "target":
            if isinstance(after, date):
                found = [(NoteKind.PAST, f"{after:%d/%m/%Y}")] if after < today else []
            elif after:
                found = [(NoteKind.DATE, str(after))]
        case "title" if not after:
            found = [(NoteKind.TITLE, "")]
        case "kind" if after not in KINDS.values():
            found = [(NoteKind.KIND, str(after))]
        case "person" if after and after not in names:
            found = [(NoteKind.PERSON, str(after))]
        case "lead" | "coordinate":
            new = [name for name in names_in(after) if name not in names_in(change.before)]
            found = [(NoteKind.UNIT, name) for name in new if resolve_party(name, units).kind is PartyIs.UNKNOWN]
    return (ReviewNote(kind, change.place, field, text) for kind, text in found)
