"""A plan as read, kept as a draft that makes no work yet, and what has to be known before it is confirmed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from jobs.clock import office_day
from jobs.plans import versions
from jobs.rules.doubts import MARKED_SECRET, is_marked_secret
from jobs.rules.draft import DraftLine, beside_the_table, lines_of
from jobs.rules.issuers import is_of_other_office, other_office
from jobs.rules.plans.short_titles import short_title
from jobs.rules.text import fold_words
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.plans import DraftRow, File, Indicator, Plan, PlanFile
from storage.queries import people as people_queries
from storage.queries import plans as plan_queries
from storage.queries.agencies import agency_by_id

ASIDE = 1_000_000  # positions of figures that the plan names no more


@dataclass(frozen=True)
class HandedIn:
    """A plan's file as somebody brought it. `reading` has the shape of `plan read --json`."""

    name: str
    content: bytes
    reading: dict[str, Any]
    by_id: int
    at: datetime


def make_draft(session: Session, agency_id: int, handed: HandedIn, keeper_id: int, coordinator_unit_id: int) -> Plan:
    """Keep the file and every line read as a draft; makes no duty.

    A newer version of a plan that is followed becomes a draft that corrects it, with that plan's keeper; a draft of an
    older file of the same document is put away.
    """
    lines = lines_of(handed.reading)
    older = versions.drafts_of_same_document(session, agency_id, handed.reading)
    for draft in older:
        draft.state = PlanState.WITHDRAWN
        session.add(draft)
        _write_event(session, draft, EventKind.PLAN_DISCARDED, handed)
    corrects = versions.corrected_plan(session, agency_id, handed.reading)
    if corrects is None:
        plan = _as_printed(agency_id, handed, lines, keeper_id, coordinator_unit_id)
    else:
        plan = _as_printed(agency_id, handed, lines, corrects.keeper_id, corrects.coordinator_unit_id)
        plan.corrects_id = corrects.id
        plan.keeps_rest = versions.names_some_lines_only(session, corrects, handed.reading["title"] or "", lines)
    session.add(plan)
    kept = keep_file(session, agency_id, (handed.name, handed.content), handed.at)
    session.flush()
    beside = _beside(session, agency_id, handed.reading, bool(older))
    session.add(
        PlanFile(agency_id=agency_id, plan_id=plan.id, file_id=kept.id, version=1, read_at=handed.at, beside=beside)
    )
    _write_event(session, plan, EventKind.PLAN_IMPORTED, handed)
    session.add_all(_draft_row(plan, handed.reading, line, lines) for line in lines)
    return plan


def _as_printed(
    agency_id: int, handed: HandedIn, lines: Sequence[DraftLine], keeper_id: int, coordinator_unit_id: int
) -> Plan:
    """The plan's own row, as far as the file says."""
    reading = handed.reading
    return Plan(
        agency_id=agency_id,
        title=reading["title"] or handed.name,
        short_title=_plan_short_title(reading, handed.name),
        number=reading["number"],
        issuer=reading["issuer"],
        year=reading["year"] or handed.at.year,
        issued_on=date.fromisoformat(reading["issued_on"]) if reading["issued_on"] else None,
        signer_name=(reading["signer"] or {}).get("name"),
        signer_title=(reading["signer"] or {}).get("title"),
        stated_total=(reading["stated_total"] or {}).get("n"),
        lines_read=sum(not line.is_heading for line in lines),
        lines_left_out=len(reading["rows"]["left_out"]),
        keeper_id=keeper_id,
        coordinator_unit_id=coordinator_unit_id,
        created_at=handed.at,
    )


def _draft_row(plan: Plan, reading: dict[str, Any], line: DraftLine, lines: Sequence[DraftLine]) -> DraftRow:
    stored = {
        **line.reading,
        "printed": {name: line.reading[name] for name in ("lead", "coordinate")},
        "parent": line.parent,
        "heading": line.is_heading,
        "quota": _quota(reading, line),
    }
    doubts = list(line.reading.get("doubts") or [])
    if marked_secret(line, lines):
        stored["restricted"] = True
        doubts += [] if line.is_heading else [MARKED_SECRET]
    return DraftRow(agency_id=plan.agency_id, plan_id=plan.id, position=line.position, reading=stored, doubts=doubts)


def _write_event(session: Session, plan: Plan, kind: EventKind, handed: HandedIn) -> None:
    day = office_day(handed.at, agency_by_id(session, plan.agency_id).time_zone)
    session.add(
        Event(
            agency_id=plan.agency_id, kind=kind, at=handed.at, day=day, by_id=handed.by_id, for_id=handed.by_id,
            plan_id=plan.id,
        )
    )  # fmt: skip


def _beside(session: Session, agency_id: int, reading: dict[str, Any], replaces_draft: bool) -> dict[str, Any]:
    return {
        "indicators": reading["indicators"],
        "rows": reading["rows"],
        "doubts": [*_of_whose_plan(session, agency_id, reading["issuer"]), *(reading.get("doubts") or [])],
        "prose": [{"text": one.text, "deadline_text": one.deadline_text} for one in beside_the_table(reading)],
        "replaces_draft": replaces_draft,
    }


def _of_whose_plan(session: Session, agency_id: int, issuer: str | None) -> list[str]:
    """A doubt where the letterhead names another office; it is for the keeper to say whether the plan is meant for his."""
    agency = agency_by_id(session, agency_id)
    units = people_queries.living_units(session, agency_id)
    aliases = people_queries.unit_aliases(session, agency_id)
    names = [agency.name, agency.short_name, *(u.name for u in units), *(a.alias for a in aliases)]
    return [other_office(issuer, agency.name)] if issuer and is_of_other_office(issuer, names) else []


def keep_indicators(session: Session, plan: Plan, beside: dict[str, Any]) -> None:
    """The plan's figures to reach as this version names them; one of the same name goes on with what was read of it."""
    known = {fold_words(old.name): old for old in plan_queries.indicators_of(session, plan.agency_id, plan.id)}
    for old in known.values():  # out of the way of the positions given below
        old.position, old.dropped = ASIDE + old.id, True
        session.add(old)
    session.flush()
    for position, read in enumerate(beside.get("indicators") or []):
        row = known.pop(fold_words(read["name"]), None) or Indicator(
            agency_id=plan.agency_id, plan_id=plan.id, position=position, name=read["name"]
        )
        row.position = position
        row.name = read["name"]
        row.dropped = False
        row.code = read.get("code") or ""
        row.group_title = read.get("group") or ""
        row.target_text = read.get("target_text") or ""
        row.target_percent = read.get("target_percent")
        row.lead = read.get("lead") or []
        row.coordinate = read.get("coordinate") or []
        row.basis_text = read.get("basis_text") or ""
        session.add(row)


def marked_secret(line: DraftLine, lines: Sequence[DraftLine]) -> bool:
    """Whether this line, or one it stands under, bears the mark of secrecy."""
    words = (str(line.reading.get(name) or "") for name in ("title", "deadline_text", "product", "responsible_text"))
    return is_marked_secret(*words) or (line.parent is not None and marked_secret(lines[line.parent], lines))


def _quota(reading: dict[str, Any], line: DraftLine) -> int | None:
    """News items a month that this line asks of each of its units."""
    monthly = [r for r in reading["recurring"] if r.get("quota") and r.get("freq") == "monthly"]
    return next((r["quota"] for r in monthly if r.get("where") == line.code), None)


def _plan_short_title(reading: dict[str, Any], file_name: str) -> str:
    title = reading["title"] or file_name
    return short_title(title)[0] if not reading["number"] else f"KH {reading['number']}"


def keep_file(session: Session, agency_id: int, file: tuple[str, bytes], now: datetime) -> File:
    """A file (name, bytes) in its row; the same bytes are kept once."""
    name, content = file
    digest = hashlib.sha256(content).hexdigest()
    known = plan_queries.file_by_hash(session, agency_id, digest)
    kept = known or File(agency_id=agency_id, sha256=digest, name=name, size=len(content), content=content, kept_at=now)
    kept.kept_at = now
    session.add(kept)
    return kept


def discard(session: Session, agency_id: int, plan_id: int) -> bool:
    """Throw a draft away; false when it is no draft any more."""
    plan = plan_queries.plan_by_id(session, agency_id, plan_id)
    if plan is None or plan.state is not PlanState.DRAFT:
        return False
    plan.state = PlanState.WITHDRAWN
    session.add(plan)
    return True
