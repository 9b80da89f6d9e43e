"""Plans, drafts and the names by which a plan's parties are recognised."""

from collections.abc import Sequence

from sqlalchemy import BindParameter, bindparam, func
from sqlmodel import Session, and_, col, or_, select

from storage.kinds import Origin, PlanState
from storage.models.organisation import Unit, UnitGroup, UnitGroupMember
from storage.models.plans import DraftRow, File, Indicator, Party, Plan, PlanFile, Task
from storage.queries.rows import row_by_id


def open_draft(session: Session, agency_id: int, keeper_id: int | None = None) -> Plan | None:
    """The newest draft that is not decided on, of one keeper or of anybody."""
    query = select(Plan).where(Plan.agency_id == agency_id, Plan.state == PlanState.DRAFT)
    if keeper_id is not None:
        query = query.where(Plan.keeper_id == keeper_id)
    return session.exec(query.order_by(col(Plan.id).desc())).first()


def plans_in(session: Session, agency_id: int, states: Sequence[PlanState]) -> list[Plan]:
    """Plans in these states, the oldest first."""
    return list(session.exec(_IN_STATES, params={"agency": agency_id, "states": states}))


def coordinators(session: Session, agency_id: int) -> frozenset[int]:
    """Units that coordinate some plan, and those they have been merged into."""
    rows = session.exec(_COORDINATORS, params={"agency": agency_id})
    return frozenset(unit_id for found in rows for unit_id in found if unit_id is not None)


def coordinator_units(session: Session, agency_id: int) -> dict[int, int]:
    """By plan id, the unit that coordinates it, of a merged one the living unit."""
    rows = session.exec(_COORDINATED, params={"agency": agency_id})
    return {plan_id: into or unit_id for plan_id, unit_id, into in rows if unit_id is not None}


def corrections_of(session: Session, agency_id: int, plan_id: int) -> list[Plan]:
    """Drafts of newer versions of a plan."""
    query = select(Plan).where(Plan.agency_id == agency_id, Plan.state == PlanState.DRAFT, Plan.corrects_id == plan_id)
    return list(session.exec(query))


def plan_by_id(session: Session, agency_id: int, plan_id: int) -> Plan | None:
    return row_by_id(session, Plan, agency_id, plan_id)


def standing_tasks(session: Session, agency_id: int, plan_id: int) -> list[Task]:
    """Lines, headings too, that the plan's newest version names, in reading order; what was typed beside it is none."""
    query = select(Task).where(
        Task.agency_id == agency_id,
        Task.plan_id == plan_id,
        col(Task.dropped_on).is_(None),
        Task.origin != Origin.TYPED,
    )
    return list(session.exec(query.order_by(col(Task.position), col(Task.id))))


def numbers_of(session: Session, agency_id: int, plan_id: int) -> list[int]:
    """Every number a plan has given, those of dropped lines too: none is given twice."""
    query = select(Task.number).where(Task.agency_id == agency_id, Task.plan_id == plan_id)
    return [number for number in session.exec(query) if number is not None]


def parties_of(session: Session, agency_id: int, task_ids: Sequence[int]) -> list[Party]:
    """Who leads and coordinates these tasks, in the order written."""
    query = select(Party).where(Party.agency_id == agency_id, col(Party.task_id).in_(task_ids))
    return list(session.exec(query.order_by(col(Party.id))))


def files_of(session: Session, agency_id: int, plan_id: int) -> list[PlanFile]:
    """A plan's versions, the newest first."""
    query = select(PlanFile).where(PlanFile.agency_id == agency_id, PlanFile.plan_id == plan_id)
    return list(session.exec(query.order_by(col(PlanFile.version).desc())))


def indicators_of(session: Session, agency_id: int, plan_id: int) -> list[Indicator]:
    query = select(Indicator).where(Indicator.agency_id == agency_id, Indicator.plan_id == plan_id)
    return list(session.exec(query.order_by(col(Indicator.position))))


def draft_rows(session: Session, agency_id: int, plan_id: int) -> list[DraftRow]:
    """A draft's lines in reading order."""
    query = select(DraftRow).where(DraftRow.agency_id == agency_id, DraftRow.plan_id == plan_id)
    return list(session.exec(query.order_by(col(DraftRow.position))))


def highest_number(session: Session, agency_id: int) -> int | None:
    """The largest task number ever given in this agency."""
    return session.exec(select(func.max(col(Task.number))).where(Task.agency_id == agency_id)).one()


def group_by_folded(session: Session, agency_id: int, folded: str) -> UnitGroup | None:
    return session.exec(select(UnitGroup).where(UnitGroup.agency_id == agency_id, UnitGroup.folded == folded)).first()


def group_members(session: Session, agency_id: int, group_id: int) -> list[UnitGroupMember]:
    """Who was said to belong to a group."""
    query = select(UnitGroupMember).where(UnitGroupMember.agency_id == agency_id, UnitGroupMember.group_id == group_id)
    return list(session.exec(query))


def members_by_group(session: Session, agency_id: int) -> dict[str, list[int]]:
    """Living units of every group that was defined, by the group's folded name; a merged unit is the one it became."""
    query = (
        select(UnitGroup.folded, func.coalesce(Unit.merged_into_id, Unit.id))
        .join(
            UnitGroupMember,
            and_(col(UnitGroupMember.agency_id) == UnitGroup.agency_id, col(UnitGroupMember.group_id) == UnitGroup.id),
        )
        .join(Unit, and_(col(Unit.agency_id) == UnitGroup.agency_id, col(Unit.id) == UnitGroupMember.unit_id))
        .where(
            UnitGroup.agency_id == agency_id, or_(col(Unit.ended_on).is_(None), col(Unit.merged_into_id).is_not(None))
        )
        .order_by(col(Unit.position), col(Unit.id))
    )
    found: dict[str, list[int]] = {}
    for folded, unit_id in session.exec(query):
        if unit_id not in found.setdefault(folded, []):
            found[folded].append(unit_id)
    return found


def file_by_hash(session: Session, agency_id: int, sha256: str) -> File | None:
    return session.exec(select(File).where(File.agency_id == agency_id, File.sha256 == sha256)).first()


def plan_titles(session: Session, agency_id: int) -> list[str]:
    return list(session.exec(_TITLES, params={"agency": agency_id}))


# Every message is read with these, so they are built once.
_AGENCY: BindParameter[int] = bindparam("agency")
_COORDINATORS = (
    select(col(Plan.coordinator_unit_id), col(Unit.merged_into_id))
    .join(Unit, and_(col(Unit.agency_id) == Plan.agency_id, col(Unit.id) == Plan.coordinator_unit_id))
    .where(Plan.agency_id == _AGENCY)
)
_COORDINATED = (
    select(col(Plan.id), col(Plan.coordinator_unit_id), col(Unit.merged_into_id))
    .join(Unit, and_(col(Unit.agency_id) == Plan.agency_id, col(Unit.id) == Plan.coordinator_unit_id))
    .where(Plan.agency_id == _AGENCY)
)
_TITLES = select(Plan.title).where(Plan.agency_id == _AGENCY).order_by(col(Plan.id))
_IN_STATES = (
    select(Plan)
    .where(Plan.agency_id == _AGENCY, col(Plan.state).in_(bindparam("states", expanding=True)))
    .order_by(col(Plan.id))
)
