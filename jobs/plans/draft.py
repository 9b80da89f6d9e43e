"""A plan as read, kept as a draft that makes no work yet, and what has to be known before it is confirmed."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from jobs.clock import office_day
from jobs.plans import versions
from jobs.rules.doubts import MARKED_SECRET, is_marked_secret
from jobs.rules.draft import DraftLine, beside_the_table, lines_of
from jobs.rules.plans.short_titles import short_title
from storage.kinds import EventKind, PlanState
from storage.models.events import Event
from storage.models.organisation import Agency
from storage.models.plans import DraftRow, File, Indicator, Plan, PlanFile
from storage.queries import plans as plan_queries


def make_draft(
    session: Session, agency_id: int, reading: dict[str, Any], file: tuple[str, bytes], keeper_id: int,
    coordinator_unit_id: int, now: datetime,
) -> Plan:  # fmt: skip
    """Keep the file and every line read as a draft; makes no duty. `reading` has the shape of `plan read --json`.

    A newer version of a plan that is followed becomes a draft that corrects it, with that plan's keeper; a draft of an
    older file of the same plan is put away.
    """
    lines = lines_of(reading)
    corrects = versions.corrected_plan(session, agency_id, reading)
    older = versions.drafts_of_same_plan(session, agency_id, reading)
    for draft in older:
        draft.state = PlanState.WITHDRAWN
        session.add(draft)
    plan = Plan(
        agency_id=agency_id,
        title=reading["title"] or file[0],
        short_title=_plan_short_title(reading, file[0]),
        number=reading["number"],
        issuer=reading["issuer"],
        year=reading["year"] or now.year,
        issued_on=date.fromisoformat(reading["issued_on"]) if reading["issued_on"] else None,
        signer_name=(reading["signer"] or {}).get("name"),
        signer_title=(reading["signer"] or {}).get("title"),
        coordinator_unit_id=corrects.coordinator_unit_id if corrects else coordinator_unit_id,
        keeper_id=corrects.keeper_id if corrects else keeper_id,
        stated_total=(reading["stated_total"] or {}).get("n"),
        lines_read=sum(not line.is_heading for line in lines),
        lines_left_out=len(reading["rows"]["left_out"]),
        corrects_id=corrects.id if corrects else None,
        keeps_rest=corrects is not None
        and versions.names_some_lines_only(session, corrects, reading["title"] or "", lines),
        created_at=now,
    )
    session.add(plan)
    kept = keep_file(session, agency_id, file, now)
    session.flush()
    session.add(
        PlanFile(
            agency_id=agency_id,
            plan_id=plan.id,
            file_id=kept.id,
            version=1,
            read_at=now,
            beside=_beside(reading, bool(older)),
        )
    )
    day = office_day(now, session.get_one(Agency, agency_id).time_zone)
    session.add(
        Event(
            agency_id=agency_id, kind=EventKind.PLAN_IMPORTED, at=now, day=day, by_id=keeper_id, for_id=keeper_id,
            plan_id=plan.id,
        )
    )  # fmt: skip
    for line in lines:
        printed = {name: line.reading[name] for name in ("lead", "coordinate")}
        stored = {
            **line.reading,
            "printed": printed,
            "parent": line.parent,
            "heading": line.is_heading,
            "quota": _quota(reading, line),
        }
        doubts = list(line.reading.get("doubts") or [])
        if marked_secret(line, lines):
            stored["restricted"] = True
            doubts += [] if line.is_heading else [MARKED_SECRET]
        session.add(
            DraftRow(agency_id=agency_id, plan_id=plan.id, position=line.position, reading=stored, doubts=doubts)
        )
    return plan


def _beside(reading: dict[str, Any], replaces_draft: bool) -> dict[str, Any]:
    return {
        "indicators": reading["indicators"],
        "rows": reading["rows"],
        "doubts": reading.get("doubts") or [],
        "prose": [{"text": one.text, "deadline_text": one.deadline_text} for one in beside_the_table(reading)],
        "replaces_draft": replaces_draft,
    }


def keep_indicators(session: Session, plan: Plan, beside: dict[str, Any]) -> None:
    """The plan's figures to reach, in place of those of an older version."""
    for old in plan_queries.indicators_of(session, plan.agency_id, plan.id):
        session.delete(old)
    session.flush()
    for position, read in enumerate(beside.get("indicators") or []):
        session.add(
            Indicator(
                agency_id=plan.agency_id,
                plan_id=plan.id,
                position=position,
                code=read.get("code") or "",
                group_title=read.get("group") or "",
                name=read["name"],
                target_text=read.get("target_text") or "",
                target_percent=read.get("target_percent"),
                lead=read.get("lead") or [],
                coordinate=read.get("coordinate") or [],
                basis_text=read.get("basis_text") or "",
            )
        )


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
