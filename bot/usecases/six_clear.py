"""Whether a task is clear in the six ways of "6 rõ": người, việc, thời gian, trách nhiệm, sản phẩm, thẩm quyền."""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import Session

from bot.usecases.said import Said
from storage.kinds import NOT_CLOSED, PartyIs, PartyRole, ProductKind
from storage.models.organisation import Unit
from storage.queries.conversation import parties_of
from storage.queries.duties import DutyLine, lines_by_number


class Clear(StrEnum):
    PERSON = "person"  # every leading unit has handed it to somebody
    WORK = "work"
    TIME = "time"  # a date, or an internal one
    UNIT = "unit"  # a unit of the office leads it
    PRODUCT = "product"
    AUTHORITY = "authority"  # the paper that gives it names who decides


@dataclass(frozen=True)
class SixClear:
    """`without_person`: leading units that have handed it to nobody."""

    line: DutyLine
    missing: frozenset[Clear]
    without_person: tuple[Unit, ...]


def six_clear(session: Session, said: Said, number: int) -> SixClear | None:
    """None where the agency has no such number."""
    every = lines_by_number(session, said.agency_id, number)
    if not every:
        return None
    leads = [x for x in every if x.duty.role is PartyRole.LEAD]
    parts = [x for x in leads if x.duty.state in NOT_CLOSED] or leads
    task, plan = every[0].task, every[0].plan
    nobody = {x.unit.id: x.unit for x in parts if x.duty.person_id is None}
    unknown = any(
        p.role is PartyRole.LEAD and p.resolves_to is PartyIs.UNKNOWN
        for p in parties_of(session, said.agency_id, task.id)
    )
    clear = {
        Clear.PERSON: bool(parts) and not nobody,
        Clear.WORK: len(task.title.split()) > 1,
        Clear.TIME: bool(parts) and all(x.duty.due_on or x.duty.target_on for x in parts),
        Clear.UNIT: bool(parts) and not unknown,
        Clear.PRODUCT: bool(task.product) or task.product_kind is not ProductKind.DOCUMENT,
        Clear.AUTHORITY: bool(plan and (plan.number or plan.issuer or plan.signer_title))
        or "theo " in task.deadline_text,
    }
    return SixClear((parts or every)[0], frozenset(k for k, v in clear.items() if not v), tuple(nobody.values()))
