"""The document a plan was read from, handed back: into the chat, by a page that opens once, else who has it is named."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.usecases.file_page import file_page
from bot.usecases.said import Said
from bot.usecases.views import is_named
from storage.kinds import FOLLOWED
from storage.models.plans import Plan
from storage.queries.files import file_by_id
from storage.queries.people import Person, person
from storage.queries.plans import files_of, plans_in, standing_tasks


@dataclass(frozen=True)
class PlanFileShown:
    """The newest version: it leaves with the answer (`file_id`), or by the page at `link`, or `keeper` has it."""

    plan: Plan
    name: str
    keeper: Person | None
    file_id: int | None = None
    link: str = ""


@dataclass(frozen=True)
class NoPlanFile:
    """None is kept, or it holds restricted lines, whose text never leaves."""

    plan: Plan
    keeper: Person | None
    restricted: bool = False


@dataclass(frozen=True)
class WhichPlanFile:
    """Several plans are followed and none, or none of them, was named."""

    plans: tuple[Plan, ...]
    typed: str = ""


@dataclass(frozen=True)
class NoPlanFollowed:
    """No plan is followed yet."""


PlanFileResult = PlanFileShown | NoPlanFile | WhichPlanFile | NoPlanFollowed


def plan_file(session: Session, said: Said, words: str | None) -> PlanFileResult:
    followed = plans_in(session, said.agency_id, FOLLOWED)
    if not followed:
        return NoPlanFollowed()
    meant = [plan for plan in followed if is_named(plan, words)]
    if len(meant) != 1:
        return WhichPlanFile(tuple(meant or followed), "" if meant else words or "")
    return _shown(session, said, meant[0])


def _shown(session: Session, said: Said, plan: Plan) -> PlanFileShown | NoPlanFile:
    keeper = _keeper(session, said, plan)
    if any(task.restricted for task in standing_tasks(session, said.agency_id, plan.id)):
        return NoPlanFile(plan, keeper, restricted=True)
    versions = files_of(session, said.agency_id, plan.id)
    kept = file_by_id(session, said.agency_id, versions[0].file_id) if versions else None
    if kept is None:
        return NoPlanFile(plan, keeper)
    if said.files:
        return PlanFileShown(plan, kept.name, keeper, file_id=kept.id)
    return PlanFileShown(plan, kept.name, keeper, link=file_page(session, said, kept.id))


def _keeper(session: Session, said: Said, plan: Plan) -> Person | None:
    """Who follows the plan, where that is not who asks."""
    if plan.keeper_id is None or plan.keeper_id == said.who.id:
        return None
    try:
        return person(session, said.agency_id, plan.keeper_id, said.day)
    except LookupError:  # has left the office
        return None
