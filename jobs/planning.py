"""From a read plan to a draft, and from a confirmed draft to tasks, periods, parties and duties."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from jobs.audience import audience
from jobs.calendar import working_calendar
from jobs.clock import office_day
from jobs.rules.deadlines.model import Deadline
from jobs.rules.draft import DraftLine, first_number, lines_of
from jobs.rules.parties import Meant, resolve_party
from jobs.rules.periods import PeriodSpec, periods_of
from jobs.rules.plans.short_titles import product_kind, short_title
from jobs.rules.plans.units import unit_key
from jobs.rules.text import fold_words
from storage.kinds import EventKind, Origin, PartyIs, PartyRole, PlanState, ProductKind
from storage.models.duties import Duty, Period
from storage.models.events import Event
from storage.models.news import NewsQuota
from storage.models.organisation import Agency, UnitGroup, UnitGroupMember
from storage.models.plans import DraftRow, File, Party, Plan, PlanFile, Task
from storage.queries import people as people_queries
from storage.queries import plans as plan_queries


class NothingToConfirm(Exception):
    """The plan is no draft: a second confirmation does nothing."""


@dataclass(frozen=True)
class Confirmed:
    """What a confirmation made."""

    event: Event
    lines: int
    duties_by_unit: dict[int, tuple[int, int]]  # unit id → (leads, coordinates)
    heads: dict[int, int]  # unit id → its head, who is to be told
    unknown: tuple[str, ...]  # parties that resolve to nobody here


def make_draft(
    session: Session, agency_id: int, reading: dict[str, Any], file: tuple[str, bytes], keeper_id: int,
    coordinator_unit_id: int, now: datetime,
) -> Plan:  # fmt: skip
    """Keep the file and every line read as a draft; makes no duty. `reading` has the shape of `plan read --json`."""
    lines = lines_of(reading)
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
        coordinator_unit_id=coordinator_unit_id,
        keeper_id=keeper_id,
        stated_total=(reading["stated_total"] or {}).get("n"),
        lines_read=sum(not line.is_heading for line in lines),
        lines_left_out=len(reading["rows"]["left_out"]),
        created_at=now,
    )
    session.add(plan)
    kept = _keep_file(session, agency_id, file, now)
    session.flush()
    session.add(PlanFile(agency_id=agency_id, plan_id=plan.id, file_id=kept.id, version=1, read_at=now))
    for line in lines:
        stored = {**line.reading, "parent": line.parent, "heading": line.is_heading, "quota": _quota(reading, line)}
        doubts = line.reading.get("doubts") or []
        session.add(
            DraftRow(agency_id=agency_id, plan_id=plan.id, position=line.position, reading=stored, doubts=doubts)
        )
    return plan


def _quota(reading: dict[str, Any], line: DraftLine) -> int | None:
    """News items a month that this line asks of each of its units."""
    monthly = [r for r in reading["recurring"] if r.get("quota") and r.get("freq") == "monthly"]
    return next((r["quota"] for r in monthly if r.get("where") == line.code), None)


def _plan_short_title(reading: dict[str, Any], file_name: str) -> str:
    title = reading["title"] or file_name
    return short_title(title)[0] if not reading["number"] else f"KH {reading['number']}"


def _keep_file(session: Session, agency_id: int, file: tuple[str, bytes], now: datetime) -> File:
    name, content = file
    digest = hashlib.sha256(content).hexdigest()
    known = plan_queries.file_by_hash(session, agency_id, digest)
    kept = known or File(agency_id=agency_id, sha256=digest, name=name, size=len(content), content=content, kept_at=now)
    session.add(kept)
    return kept


def withdraw(session: Session, agency_id: int, plan_id: int) -> bool:
    """Throw a draft away; false when it is no draft any more."""
    plan = plan_queries.plan_by_id(session, agency_id, plan_id)
    if plan is None or plan.state is not PlanState.DRAFT:
        return False
    plan.state = PlanState.WITHDRAWN
    session.add(plan)
    return True


def confirm(session: Session, agency_id: int, plan_id: int, by_id: int, now: datetime) -> Confirmed:
    """Make tasks, parties, periods and duties of a draft, in the caller's transaction.

    Raises NothingToConfirm when the plan is not a draft.
    """
    plan = plan_queries.plan_by_id(session, agency_id, plan_id)
    if plan is None or plan.state is not PlanState.DRAFT:
        raise NothingToConfirm(plan_id)
    return _Confirmation(session, plan, by_id, now).run()


def unit_names(session: Session, agency_id: int) -> dict[str, int]:
    """Every name of every living unit, as `resolve_party` wants them."""
    units = {u.id: u for u in people_queries.living_units(session, agency_id)}
    names = {
        unit_key(a.alias): a.unit_id for a in people_queries.unit_aliases(session, agency_id) if a.unit_id in units
    }
    return names | {unit_key(u.name): u.id for u in units.values()}


def lines_without_lead(session: Session, plan: Plan) -> int:
    """Lines of a draft for which the paper names nobody."""
    rows = plan_queries.draft_rows(session, plan.agency_id, plan.id)
    return sum(not row.reading["heading"] and not row.reading["lead"] for row in rows)


def unknown_leads(session: Session, plan: Plan) -> dict[str, int]:
    """Lead parties of a draft that are no unit of the office, with the number of lines each would leave without one."""
    names = unit_names(session, plan.agency_id)
    found: Counter[str] = Counter()
    for row in plan_queries.draft_rows(session, plan.agency_id, plan.id):
        if not row.reading["heading"]:
            found.update(t for t in row.reading["lead"] if resolve_party(t, names).kind is PartyIs.UNKNOWN)
    return dict(found)


class _Confirmation:
    """One confirmation: the facts every line needs are read once."""

    def __init__(self, session: Session, plan: Plan, by_id: int, now: datetime) -> None:
        self.session, self.plan, self.by_id, self.now = session, plan, by_id, now
        agency_id = plan.agency_id
        agency = session.get_one(Agency, agency_id)
        self.today = office_day(now, agency.time_zone)
        self.calendar = working_calendar(session)
        self.units = people_queries.living_units(session, agency_id)
        self.names = unit_names(session, agency_id)
        self.audience = audience(session, agency_id, self.today)
        self.people = {p.staff.full_name: p for p in people_queries.people(session, agency_id, self.today)}
        self.counts: dict[int, list[int]] = {}
        self.unknown: list[str] = []

    def run(self) -> Confirmed:
        rows = plan_queries.draft_rows(self.session, self.plan.agency_id, self.plan.id)
        number = first_number(plan_queries.highest_number(self.session, self.plan.agency_id))
        made: dict[int, Task] = {}
        for row in rows:
            task = self._task(row, None if row.reading["heading"] else number, made)
            made[row.position] = task
            if not task.is_heading:
                number += 1
                self._duties(task, row.reading)
        self.plan.state, self.plan.confirmed_at = PlanState.ACTIVE, self.now
        self.session.add(self.plan)
        event = self._event()
        lines = sum(not task.is_heading for task in made.values())
        counts = {unit_id: (leads, coordinates) for unit_id, (leads, coordinates) in self.counts.items()}
        heads = {unit_id: head for unit_id in counts if (head := self.audience.positions.heads.get(unit_id))}
        return Confirmed(event, lines, counts, heads, tuple(dict.fromkeys(self.unknown)))

    def _task(self, row: DraftRow, number: int | None, made: dict[int, Task]) -> Task:
        reading = row.reading
        kind = reading.get("product_kind") or product_kind(reading["title"], reading.get("product") or "")
        parent = made.get(reading["parent"]) if reading["parent"] is not None else None
        task = Task(
            agency_id=self.plan.agency_id,
            plan_id=self.plan.id,
            position=row.position,
            code=reading.get("code") or "",
            number=number,
            printed_number=reading.get("number_printed"),
            section=reading.get("section") or [],
            title=reading["title"],
            short_title=reading.get("short_title") or short_title(reading["title"])[0],
            deadline_text=reading.get("deadline_text") or "",
            deadline=reading.get("deadline"),
            product=reading.get("product") or "",
            product_kind=ProductKind(kind),
            parent_id=parent.id if parent else None,
            is_heading=row.reading["heading"],
            origin=Origin(reading.get("origin") or Origin.ROW),
            counted_as=reading.get("counted_as") or reading.get("code") or "",
        )
        self.session.add(task)
        self.session.flush()
        return task

    def _duties(self, task: Task, reading: dict[str, Any]) -> None:
        roles = self._parties(task, reading)
        deadline = Deadline.from_json(reading["deadline"]) if reading.get("deadline") else None
        for spec in periods_of(deadline, self.today, self.calendar):
            period = self._period(task, spec)
            for unit_id, role in roles.items():
                self._duty(period, spec, unit_id, role, reading)
        for unit_id, role in roles.items():
            self.counts.setdefault(unit_id, [0, 0])[role is PartyRole.COORDINATE] += 1
            if reading.get("quota") and role is PartyRole.LEAD:
                quota = NewsQuota(
                    agency_id=task.agency_id, unit_id=unit_id, task_id=task.id, per_month=int(reading["quota"])
                )
                self.session.add(quota)

    def _parties(self, task: Task, reading: dict[str, Any]) -> dict[int, PartyRole]:
        """Store who is named; give every unit its role, lead winning where a group holds the lead."""
        roles: dict[int, PartyRole] = {}
        for role, texts in ((PartyRole.LEAD, reading["lead"]), (PartyRole.COORDINATE, reading["coordinate"])):
            for text in texts:
                meant = resolve_party(text, self.names)
                group_id = self._group(text) if meant.kind is PartyIs.GROUP else None
                self._party(task, role, text, meant, group_id)
                for unit_id in self._units_of(meant, group_id):
                    roles.setdefault(unit_id, role)
        return roles

    def _party(self, task: Task, role: PartyRole, text: str, meant: Meant, group_id: int | None) -> None:
        if meant.kind is PartyIs.UNKNOWN:
            self.unknown.append(text)
        self.session.add(
            Party(
                agency_id=task.agency_id, task_id=task.id, role=role, text=text, resolves_to=meant.kind,
                unit_id=meant.unit_id, group_id=group_id,
            )
        )  # fmt: skip

    def _units_of(self, meant: Meant, group_id: int | None) -> Sequence[int]:
        if group_id is not None:
            return plan_queries.group_members(self.session, self.plan.agency_id, group_id)
        return [meant.unit_id] if meant.unit_id is not None else []

    def _group(self, text: str) -> int:
        """The group of this name; a new one holds every living unit until the office says otherwise."""
        folded = fold_words(text)
        known = plan_queries.group_by_folded(self.session, self.plan.agency_id, folded)
        if known is not None:
            return known.id
        group = UnitGroup(agency_id=self.plan.agency_id, name=text, folded=folded)
        self.session.add(group)
        self.session.flush()
        for unit in self.units:
            self.session.add(UnitGroupMember(agency_id=group.agency_id, group_id=group.id, unit_id=unit.id))
        self.session.flush()
        return group.id

    def _period(self, task: Task, spec: PeriodSpec) -> Period:
        period = Period(
            agency_id=task.agency_id, task_id=task.id, key=spec.key, start_on=spec.start, printed_due_on=spec.due,
            target_text=spec.target, can_be_overdue=spec.can_be_overdue,
        )  # fmt: skip
        self.session.add(period)
        self.session.flush()
        return period

    def _duty(self, period: Period, spec: PeriodSpec, unit_id: int, role: PartyRole, reading: dict[str, Any]) -> None:
        duty = Duty(
            agency_id=period.agency_id, period_id=period.id, unit_id=unit_id, role=role, recipient_id=0,
            due_on=spec.due if spec.can_be_overdue else None,
        )  # fmt: skip
        if role is PartyRole.LEAD:  # what the review gave it: a person of this unit, an internal date
            named = self.people.get(reading.get("person") or "")
            duty.person_id = named.id if named and unit_id in named.unit_ids else None
            duty.target_on = date.fromisoformat(reading["target_on"]) if reading.get("target_on") else None
        duty.recipient_id = self.audience.recipient(duty, self.plan)
        self.session.add(duty)

    def _event(self) -> Event:
        event = Event(
            agency_id=self.plan.agency_id, kind=EventKind.PLAN_CONFIRMED, at=self.now, day=self.today, by_id=self.by_id,
            for_id=self.by_id, plan_id=self.plan.id,
        )  # fmt: skip
        self.session.add(event)
        self.session.flush()
        return event
