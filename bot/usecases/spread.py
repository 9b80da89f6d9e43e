""" "Rải việc": internal dates for the lines of a plan, shown first and written only when the keeper takes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.permissions import Right, Subject, may
from bot.usecases import draft_ledger, ledger
from bot.usecases.said import Said
from bot.usecases.views import is_named
from jobs.plans.spread import Proposal, open_leads, propose
from storage.kinds import EventKind, PlanState
from storage.models.plans import Plan
from storage.queries.plans import draft_rows, plans_in

_SPREADABLE = (PlanState.DRAFT, PlanState.ACTIVE)


@dataclass(frozen=True)
class SpreadProposed:
    proposal: Proposal


@dataclass(frozen=True)
class SpreadTaken:
    """`example`: in a draft the code of a line and the date it got."""

    proposal: Proposal
    example: tuple[str, date] | None = None


@dataclass(frozen=True)
class SpreadLeft:
    """The keeper wants none of it."""

    plan: Plan


@dataclass(frozen=True)
class NothingToSpread:
    """No line of this plan wants a date: `kept` have one."""

    proposal: Proposal


@dataclass(frozen=True)
class WhichPlanToSpread:
    """Several plans fit what was typed."""

    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class NoPlanToSpread:
    """No plan of this person's to spread; `others`: there are plans, and all are in other hands."""

    others: bool


SpreadResult = SpreadProposed | SpreadTaken | SpreadLeft | NothingToSpread | WhichPlanToSpread | NoPlanToSpread


def spread_work(session: Session, said: Said, plan_words: str | None, answer: str | None) -> SpreadResult:
    """Propose dates; with the answer "yes" write them, with "no" leave everything as it is."""
    every = plans_in(session, said.agency_id, _SPREADABLE)
    mine = [p for p in every if may(said.who, Right.SPREAD_WORK, Subject(said.agency_id, plan_id=p.id))]
    plans = _meant(mine, plan_words)
    if len(plans) != 1:
        return WhichPlanToSpread(plans) if plans else NoPlanToSpread(bool(every) and not mine)
    if answer == "no":
        return SpreadLeft(plans[0])
    proposal = propose(session, plans[0], said.day, said.calendar)
    if not proposal.dates:
        return NothingToSpread(proposal)
    if answer != "yes":
        return SpreadProposed(proposal)
    if plans[0].state is PlanState.DRAFT:
        return SpreadTaken(proposal, _write_into_draft(session, said, proposal))
    _set_targets(session, said, proposal)
    return SpreadTaken(proposal)


def _meant(plans: Sequence[Plan], words: str | None) -> tuple[Plan, ...]:
    """The plans named; without a name the open draft, else what is followed."""
    if words:
        return tuple(plan for plan in plans if is_named(plan, words))
    drafts = [plan for plan in plans if plan.state is PlanState.DRAFT]
    return tuple(drafts[-1:] or plans)


def _write_into_draft(session: Session, said: Said, proposal: Proposal) -> tuple[str, date] | None:
    """Gives the code and the date of one of the lines; None where no line has a code."""
    edit = draft_ledger.Edit(session)
    rows = [row for row in draft_rows(session, said.agency_id, proposal.plan.id) if row.position in proposal.dates]
    for row in rows:
        edit.read_as(row, target_on=proposal.dates[row.position].isoformat())
    edit.write(said, proposal.plan)
    coded = (row for row in rows if row.reading.get("code"))
    return next(((row.reading["code"], proposal.dates[row.position]) for row in coded), None)


def _set_targets(session: Session, said: Said, proposal: Proposal) -> None:
    """Each part gets its line's date, with an event of its own, so that every task's history is whole."""
    for line in open_leads(session, proposal.plan):
        duty = line.duty
        if duty.target_on is None and line.period.id in proposal.dates:
            before = ledger.snapshot(duty)
            duty.target_on = proposal.dates[line.period.id]
            session.add(duty)
            ledger.write(
                session, said, EventKind.TARGET_SET, duty=duty, for_id=duty.recipient_id, before={"duty": before}
            )
