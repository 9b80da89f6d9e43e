"""Single facts the keeper tells of a draft: which line is mật, who belongs to a group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases.draft_ledger import Edit
from bot.usecases.plan_review import NoDraft, draft_of, may_review
from bot.usecases.said import Said
from jobs.plans.doubts import without
from jobs.plans.parties import define_group
from jobs.rules.doubts import DoubtKind
from jobs.rules.text import fold
from storage.models.organisation import Unit
from storage.models.plans import DraftRow, Plan
from storage.queries.people import living_units
from storage.queries.plans import draft_rows


@dataclass(frozen=True)
class LinesMarked:
    """Lines of this code, with all that stands under them, are mật from now on, or are not."""

    plan: Plan
    code: str
    lines: int
    secret: bool


@dataclass(frozen=True)
class NoSuchLine:
    plan: Plan
    code: str


@dataclass(frozen=True)
class TargetOfLine:
    """The internal date of a line of the draft; `due`: it would lie past this day, `past`: before today; then nothing is kept."""

    row: DraftRow
    day: date
    due: date | None = None
    past: bool = False


@dataclass(frozen=True)
class GroupNamed:
    """Who belongs to a group is known for every plan to come; `unclear`: what fits no unit, and then nothing is kept."""

    name: str
    units: tuple[Unit, ...]
    unclear: str = ""


def mark_secret(session: Session, said: Said, code: str, secret: bool) -> LinesMarked | NoSuchLine | NoDraft:
    """Mark a line of the draft by its printed code; at confirmation its task is restricted."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    rows = draft_rows(session, said.agency_id, plan.id)
    meant = _with_all_below(rows, {row.position for row in rows if _key(row.reading.get("code")) == _key(code)})
    if not meant:
        return NoSuchLine(plan, code)
    edit = Edit(session)
    for row in meant:
        edit.read_as(row, restricted=secret, doubts=without(row, frozenset({DoubtKind.SECRET})))
    edit.write(said, plan)
    return LinesMarked(plan, str(meant[0].reading["code"]), sum(not row.reading["heading"] for row in meant), secret)


def set_target(session: Session, said: Said, code: str, day: date) -> TargetOfLine | NoSuchLine | NoDraft:
    """Give one line of the draft its internal date, by its printed code."""
    plan = draft_of(session, said)
    if plan is None:
        return NoDraft()
    lines = (row for row in draft_rows(session, said.agency_id, plan.id) if not row.reading["heading"])
    row = next((row for row in lines if _key(row.reading.get("code")) == _key(code)), None)
    if row is None:
        return NoSuchLine(plan, code)
    printed = (row.reading.get("deadline") or {}).get("due")
    due = date.fromisoformat(printed) if printed else None
    if day < said.day or (due and day > due):
        return TargetOfLine(row, day, due if due and day > due else None, day < said.day)
    edit = Edit(session)
    edit.read_as(row, target_on=day.isoformat())
    edit.write(said, plan)
    return TargetOfLine(row, day)


def name_group(
    session: Session, said: Said, name: str, unit_names: Sequence[str], unclear: str
) -> GroupNamed | NoDraft:
    """Remember who belongs to a group, in place of what was said before; no name at all means every unit."""
    if not may_review(said):
        return NoDraft()
    units = tuple(u for u in living_units(session, said.agency_id) if not unit_names or u.name in unit_names)
    if not unclear:
        define_group(session, said.agency_id, name, [unit.id for unit in units])
    return GroupNamed(name, units, unclear)


def _with_all_below(rows: Sequence[DraftRow], positions: set[int]) -> list[DraftRow]:
    """These rows and those under them, in reading order; a line stands after the one it stands under."""
    for row in rows:
        if row.reading["parent"] in positions:
            positions.add(row.position)
    return [row for row in rows if row.position in positions]


def _key(code: object) -> str:
    return re.sub(r"[^a-z0-9/]+", ".", fold(str(code or ""))).strip(".")
