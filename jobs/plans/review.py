"""A draft laid out for review, what was changed in it, and the changes taken over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlmodel import Session

from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.plans.short_titles import product_kind, short_title
from jobs.rules.text import fold_words
from storage.documents.review_file import ReviewRow
from storage.kinds import ProductKind
from storage.models.plans import DraftRow, Plan
from storage.queries.people import Person
from storage.queries.plans import draft_rows

KINDS = {
    ProductKind.DOCUMENT: "văn bản",
    ProductKind.FIGURE: "số liệu",
    ProductKind.EVENT: "sự kiện",
    ProductKind.STATE: "duy trì",
}
#: What stands in the plan's file and is only shown.
FIXED = frozenset({"position", "code", "printed"})


@dataclass(frozen=True)
class ReviewChange:
    """One cell that was edited; `field` is a field of ReviewRow."""

    row: ReviewRow
    field: str
    before: object
    after: object


class UnknownPerson(Exception):
    """A name in the column of persons fits nobody, or several; the message is the name."""


def review_rows(session: Session, plan: Plan) -> list[ReviewRow]:
    """The draft's lines with work in them, in reading order."""
    rows = draft_rows(session, plan.agency_id, plan.id)
    return [_row(row) for row in rows if not row.reading["heading"]]


def _row(row: DraftRow) -> ReviewRow:
    reading = row.reading
    title, product = reading["title"], reading.get("product") or ""
    kind = ProductKind(reading.get("product_kind") or product_kind(title, product))
    return ReviewRow(
        position=row.position,
        code=reading.get("code") or "",
        title=title,
        short_title=reading.get("short_title") or short_title(title)[0],
        lead="; ".join(reading.get("lead") or []),
        coordinate="; ".join(reading.get("coordinate") or []),
        printed=reading.get("deadline_text") or "",
        due=_iso((reading.get("deadline") or {}).get("due")),
        product=product,
        kind=KINDS[kind],
        person=reading.get("person") or "",
        target=_iso(reading.get("target_on")),
        doubt="; ".join(str(doubt) for doubt in row.doubts),
    )


def is_of(before: Sequence[ReviewRow], after: Sequence[ReviewRow]) -> bool:
    """Whether an edited sheet is of this draft: most of its rows stand where the draft has the same line."""
    known = {row.position: _line(row) for row in before}
    return 2 * sum(known.get(row.position) == _line(row) for row in after) > len(after)


def _line(row: ReviewRow) -> list[str]:
    return f"{row.code} {row.title} {row.printed}".split()


def differences(before: Sequence[ReviewRow], after: Sequence[ReviewRow]) -> Iterator[ReviewChange]:
    """Every cell that differs, row by row; rows that are gone or unknown change nothing."""
    edited = {row.position: row for row in after}
    for row in before:
        other = edited.get(row.position)
        for each in fields(ReviewRow) if other else ():
            old, new = getattr(row, each.name), getattr(other, each.name)
            if each.name not in FIXED and " ".join(str(old or "").split()) != " ".join(str(new or "").split()):
                yield ReviewChange(row, each.name, old, new)


def take(session: Session, plan: Plan, changes: Sequence[ReviewChange], people: Sequence[Person]) -> None:
    """Take changes into the draft. Raises UnknownPerson, and then nothing is to be committed."""
    rows = {row.position: row for row in draft_rows(session, plan.agency_id, plan.id)}
    for change in changes:
        row = rows[change.row.position]
        if change.field == "doubt":
            row.doubts = [change.after] if change.after else []
        else:
            row.reading = {**row.reading, **_as_reading(change, people)}
        session.add(row)


def _as_reading(change: ReviewChange, people: Sequence[Person]) -> dict[str, Any]:
    after = change.after
    match change.field:
        case "lead" | "coordinate":
            return {change.field: [name.strip() for name in str(after).split(";") if name.strip()]}
        case "due":
            deadline = Deadline(kind=DeadlineKind.DATE, due=after) if isinstance(after, date) else None
            return {"deadline": deadline.as_json(complete=True) if deadline else None}
        case "target":
            return {"target_on": after.isoformat() if isinstance(after, date) else None}
        case "kind":
            kind = next((kind for kind, word in KINDS.items() if fold_words(word) == fold_words(str(after))), None)
            return {"product_kind": kind.value} if kind else {}
        case "person":
            return {"person": _known(str(after), people) if after else None}
        case name:
            return {name: after}


def _known(name: str, people: Sequence[Person]) -> str:
    wanted = fold_words(name)
    exact = [p.staff.full_name for p in people if fold_words(p.staff.full_name) == wanted]
    found = exact or [p.staff.full_name for p in people if fold_words(p.staff.full_name).endswith(wanted)]
    if len(found) != 1:
        raise UnknownPerson(name)
    return found[0]


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
