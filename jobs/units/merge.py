"""A unit goes into another: people, open work, news owed and contacts follow; what is closed stays where it was."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlmodel import Session

from jobs.units.journal import Journal
from jobs.units.names import keep_aliases, spoken
from storage.kinds import DutyState, PartyRole, Role
from storage.models.duties import Duty
from storage.models.news import NewsQuota
from storage.models.organisation import Membership, Unit, UnitAlias
from storage.models.plans import PlanContact
from storage.queries import units as unit_queries

#: How far work has come, for two parts of one period that become one.
_ADVANCED = (DutyState.OPEN, DutyState.IN_PROGRESS, DutyState.REPORTED, DutyState.CHECKED)
_CARRIED = (
    "state", "person_id", "recipient_id", "decider_id", "due_on", "target_on", "reported_on", "returned_on",
    "waits_for_product",
)  # fmt: skip


@dataclass(frozen=True)
class Merged:
    """`moved`: open parts that are of the living unit now; `joined`: of a period both had a part in, the one that was
    closed, with the one that goes on; `left`: parts that stay, as the other unit's is closed already."""

    moved: tuple[Duty, ...]
    joined: tuple[tuple[Duty, Duty], ...]
    left: tuple[Duty, ...]


def merge(session: Session, journal: Journal, gone: Unit, into: Unit, today: date) -> Merged:
    """From today on `gone` is `into`."""
    _people(session, journal, gone, into, today)
    done = _work(session, journal, gone, into, today)
    _quotas(session, journal, gone, into)
    _contacts(session, journal, gone, into)
    for before in unit_queries.merged_before(session, gone.agency_id, gone.id):
        journal.change(before, merged_into_id=into.id)
    journal.change(gone, ended_on=today, merged_into_id=into.id)
    for alias in unit_queries.rows_of_unit(session, UnitAlias, gone.agency_id, gone.id):
        journal.change(alias, unit_id=into.id)
    keep_aliases(session, journal, into, (*spoken(gone.name), gone.short_name))
    return done


def move_member(
    session: Session, journal: Journal, member: Membership, unit: Unit, today: date, role: Role | None = None
) -> None:
    """From today on in the other unit; whoever was there already in that role stays there once."""
    wanted = role or member.role
    there = unit_queries.members_of(session, unit.agency_id, unit.id, today)
    yesterday = today - timedelta(days=1)
    if member.from_on > yesterday:  # begun today: it never was elsewhere
        known = any(m.staff_id == member.staff_id and m.role == wanted for m in there)
        journal.drop(member) if known else journal.change(member, unit_id=unit.id, role=wanted)
        return
    journal.change(member, to_on=yesterday)
    if not any(m.staff_id == member.staff_id and m.role == wanted for m in there):
        journal.make(
            Membership(
                agency_id=member.agency_id, staff_id=member.staff_id, unit_id=unit.id, role=wanted, from_on=today
            )
        )


def _people(session: Session, journal: Journal, gone: Unit, into: Unit, today: date) -> None:
    for member in unit_queries.members_of(session, gone.agency_id, gone.id, today):
        move_member(session, journal, member, into, today)


def _work(session: Session, journal: Journal, gone: Unit, into: Unit, today: date) -> Merged:
    mine = unit_queries.open_duties(session, gone.agency_id, gone.id)
    theirs = unit_queries.duties_in_periods(session, gone.agency_id, into.id, {duty.period_id for duty in mine})
    moved, joined, left = [], [], []
    for duty in mine:
        other = theirs.get(duty.period_id)
        if other is None:
            journal.change(duty, unit_id=into.id)
            moved.append(duty)
        elif other.state in _ADVANCED:
            _join(session, journal, duty, other, today)
            joined.append((duty, other))
        else:
            left.append(duty)
    return Merged(tuple(moved), tuple(joined), tuple(left))


def _join(session: Session, journal: Journal, duty: Duty, other: Duty, today: date) -> None:
    """Leading goes before coordinating, then what has come further; what was said of either stands with what goes on."""
    leads = (duty.role is PartyRole.LEAD, other.role is PartyRole.LEAD)
    further = _ADVANCED.index(duty.state) > _ADVANCED.index(other.state)
    if leads == (True, False) or (leads[0] == leads[1] and further):
        journal.change(other, role=duty.role, **{name: getattr(duty, name) for name in _CARRIED})
    for each in unit_queries.said_of(session, duty.agency_id, duty.id):
        journal.change(each, duty_id=other.id)
    journal.change(duty, state=DutyState.MERGED, closed_on=today)


def _quotas(session: Session, journal: Journal, gone: Unit, into: Unit) -> None:
    """Of two quotas for the same work the greater one goes on."""
    have = {row.task_id: row for row in unit_queries.rows_of_unit(session, NewsQuota, into.agency_id, into.id)}
    for row in unit_queries.rows_of_unit(session, NewsQuota, gone.agency_id, gone.id):
        other = have.get(row.task_id)
        if other is None:
            journal.change(row, unit_id=into.id)
        else:
            journal.change(other, per_month=max(other.per_month, row.per_month))
            journal.drop(row)


def _contacts(session: Session, journal: Journal, gone: Unit, into: Unit) -> None:
    have = {
        (row.plan_id, row.for_news) for row in unit_queries.rows_of_unit(session, PlanContact, into.agency_id, into.id)
    }
    for row in unit_queries.rows_of_unit(session, PlanContact, gone.agency_id, gone.id):
        journal.drop(row) if (row.plan_id, row.for_news) in have else journal.change(row, unit_id=into.id)
