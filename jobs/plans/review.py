"""A draft laid out for review, what was changed in it, and the changes taken over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlmodel import Session

from jobs.rules.deadlines.model import Deadline, DeadlineKind
from jobs.rules.plans.short_titles import product_kind, short_title
from storage.documents.review_rows import ReviewRow
from storage.kinds import ProductKind
from storage.models.plans import DraftRow, Plan
from storage.queries.plans import draft_rows

KINDS = {
    ProductKind.DOCUMENT: "văn bản",
    ProductKind.FIGURE: "số liệu",
    ProductKind.EVENT: "sự kiện",
    ProductKind.STATE: "duy trì",
}
#: What stands in the plan's file and is only shown.
FIXED = frozenset({"position", "code", "printed", "place"})


@dataclass(frozen=True)
class ReviewChange:
    """One cell that was edited; `field` is a field of ReviewRow, `place` the row of the sheet."""

    row: ReviewRow
    field: str
    before: object
    after: object
    place: int = 0


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


def same_line(one: ReviewRow, other: ReviewRow) -> bool:
    """Whether two rows stand for the same line of the plan's file, by what is printed there."""
    return _line(one) == _line(other)


def _line(row: ReviewRow) -> list[str]:
    return f"{row.code} {row.title} {row.printed}".split()


def differences(before: Sequence[ReviewRow], after: Sequence[ReviewRow]) -> Iterator[ReviewChange]:
    """Every cell that differs, row by row; rows that are gone or unknown change nothing (see `review_check`)."""
    edited = {row.position: row for row in after}
    for row in before:
        other = edited.get(row.position)
        for each in fields(ReviewRow) if other else ():
            old, new = getattr(row, each.name), getattr(other, each.name)
            if other and each.name not in FIXED and _plain(each.name, old) != _plain(each.name, new):
                yield ReviewChange(row, each.name, old, new, other.place)


def _plain(field: str, value: object) -> list[str]:
    return names_in(value) if field in ("lead", "coordinate") else str(value or "").split()


def names_in(cell: object) -> list[str]:
    """The parties in one cell."""
    return [" ".join(name.split()) for name in str(cell or "").split(";") if name.strip()]


def take(session: Session, plan: Plan, changes: Sequence[ReviewChange]) -> None:
    """Take changes into the draft, checked and settled before (`review_check`)."""
    rows = {row.position: row for row in draft_rows(session, plan.agency_id, plan.id)}
    for change in changes:
        row = rows[change.row.position]
        if change.field == "doubt":
            row.doubts = [change.after] if change.after else []
        else:
            row.reading = {**row.reading, **_as_reading(change)}
        session.add(row)


def _as_reading(change: ReviewChange) -> dict[str, Any]:
    after = change.after
    match change.field:
        case "lead" | "coordinate":
            return {change.field: names_in(after)}
        case "due":
            deadline = Deadline(kind=DeadlineKind.DATE, due=after) if isinstance(after, date) else None
            return {"deadline": deadline.as_json(complete=True) if deadline else None}
        case "target":
            return {"target_on": after.isoformat() if isinstance(after, date) else None}
        case "kind":
            return {"product_kind": next(kind.value for kind, word in KINDS.items() if word == after)}
        case "person":
            return {"person": after or None}
        case name:
            return {name: after}


def _iso(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
