""" "Xong": a duty is reported, its document kept, and whoever must accept it owes an answer."""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from bot.usecases import ledger, proof
from bot.usecases.give_result import Closed, Given, give_result, keep
from bot.usecases.said import Said, person_of
from jobs.audience import decider
from jobs.rules.document_symbols import in_capitals
from storage.kinds import (
    CLOSED_STATES,
    WAITING_STATES,
    AcceptBy,
    DutyState,
    EventKind,
    ProductKind,
)
from storage.models.duties import Duty, Evidence
from storage.queries import duties as duty_queries
from storage.queries.duties import DutyLine
from storage.queries.people import Person

PRODUCT_ASKED_AFTER = 2
"""Working days after which a missing document is asked for, once."""


@dataclass(frozen=True)
class Reported:
    """`decider` None: nobody has to accept, or nobody can, so it counts as done now.

    `product_by`: the day a missing document is asked for; None where none is missing.
    `done_on`: an earlier day on which it was finished, as the sender said; `brings`: the figures said with it.
    `instead_of`: the documents of a returned report whose place this one's takes.
    """

    line: DutyLine
    day: date
    evidence: str = ""
    decider: Person | None = None
    product_by: date | None = None
    named_period: bool = False
    owner: Person | None = None
    done_on: date | None = None
    brings: str = ""
    instead_of: str = ""


@dataclass(frozen=True)
class KeptUpAllYear:
    """A state line cannot end before its period: "xong" became this period's result.

    `target_met`: the internal date that it ends, so that nobody is reminded of it any more; `told`: figures or a document.
    """

    line: DutyLine
    target_met: date | None = None
    told: str = ""


@dataclass(frozen=True)
class AlreadyReported:
    line: DutyLine
    decider: Person | None


@dataclass(frozen=True)
class EvidenceAdded:
    """`instead_of`: the mistyped number whose place it takes."""

    line: DutyLine
    text: str
    instead_of: str = ""


@dataclass(frozen=True)
class NoReportWaits:
    """A document's number came, and no report of this person waits for one."""

    text: str


DoneResult = Reported | KeptUpAllYear | AlreadyReported | Closed | EvidenceAdded


def report_done(
    session: Session, said: Said, line: DutyLine, evidence: str = "", named_period: bool = False,
    done_on: date | None = None, brings: str = "",
) -> DoneResult:  # fmt: skip
    """Report one duty done, with the number of its document and the figures where they were given.

    `done_on`: the day it was finished, if said; kept with the event, while the day of the report is what counts.
    """
    duty = line.duty
    if duty.state in CLOSED_STATES:
        return Closed(line)
    if duty.state in WAITING_STATES:
        if evidence or said.proofs:
            return add_evidence(session, said, line, evidence)
        return AlreadyReported(line, person_of(session, said, duty.decider_id))
    if still_runs(line, said.day):
        target = duty.target_on
        evidence = in_capitals(evidence)
        give_result(session, said, line, Given(text=brings or evidence or "xong", document=evidence))
        duty.target_on = None
        session.add(duty)
        return KeptUpAllYear(line, target, brings or evidence)
    return _report(session, said, line, evidence, named_period, done_on, brings)


def still_runs(line: DutyLine, day: date) -> bool:
    """Kept up until a day that has not come: it has results, and no end yet."""
    ends = line.duty.due_on or line.period.printed_due_on
    return line.task.product_kind is ProductKind.STATE and (ends is None or day < ends)


def _report(
    session: Session, said: Said, line: DutyLine, evidence: str, named_period: bool, done_on: date | None, brings: str
) -> Reported:
    duty, evidence = line.duty, in_capitals(evidence)
    before = ledger.snapshot(duty)
    missing = line.task.product_kind is ProductKind.DOCUMENT and not (
        evidence or said.proofs or _has_evidence(session, duty)
    )
    old = proof.set_aside_returned(session, said, duty, evidence)
    kept = proof.keep_evidence(session, said, duty, evidence)
    shown = proof.shown_of(kept)
    entry = keep(session, said, duty, Given(text=brings)) if brings else None
    recorded_for = said.owner.id if said.behalf or not _someone_elses(said, duty) else duty.recipient_id
    # A head who types for his staff reports it himself; a keeper only writes down what the owner said.
    reporter = said.who.id if duty.unit_id in said.who.heads else recorded_for
    decider_id = decider(session, said.agency_id, duty, line.task, line.plan, reporter, said.day)
    duty.decider_id = decider_id
    duty.reported_on = said.day
    duty.waits_for_product = missing
    counts_now = decider_id is None and not missing and _may_count_at_once(said, line)
    duty.state = DutyState.ACCEPTED if counts_now else DutyState.REPORTED
    duty.closed_on = said.day if counts_now else None
    session.add(duty)
    event = ledger.write(
        session, said, EventKind.REPORTED, duty=duty, for_id=recorded_for, text=_told(shown, done_on),
        before={"duty": before, "evidence": [row.id for row in kept], "entries": [entry.id] if entry else [],
                "set_aside_evidence": [row.id for row in old], **proof.in_event(said)},
    )  # fmt: skip
    ledger.tell(session, event, recorded_for)
    return Reported(
        line,
        said.day,
        shown,
        person_of(session, said, decider_id),
        said.calendar.add(said.day, PRODUCT_ASKED_AFTER) if missing else None,
        named_period,
        person_of(session, said, recorded_for) if recorded_for != said.who.id else None,
        done_on if done_on and done_on < said.day else None,
        brings,
        _other_than(old, evidence),
    )


def _may_count_at_once(said: Said, line: DutyLine) -> bool:
    """Where nobody decides: in an office that accepts nothing, and where the keeper writes it down."""
    accept_by = (line.plan.accept_by if line.plan else None) or said.who.agency.accept_by
    return accept_by is AcceptBy.NONE or said.who.is_keeper()


def _told(evidence: str, done_on: date | None) -> str:
    """The words of the event: the document, and the day of finishing as it was said."""
    return "; ".join(x for x in (evidence, f"{done_on:%d/%m/%Y}" if done_on else "") if x)


def take_files(session: Session, said: Said, line: DutyLine) -> EvidenceAdded | proof.ProofKept:
    """Files without words of their own, for this work."""
    if line.duty.state in WAITING_STATES:
        return add_evidence(session, said, line, "")
    return proof.attach(session, said, line)


def add_evidence(session: Session, said: Said, line: DutyLine, text: str) -> EvidenceAdded:
    """Keep a document's number for a report that waits to be decided."""
    duty, text = line.duty, in_capitals(text)
    before = ledger.snapshot(duty)
    old = proof.set_aside_returned(session, said, duty, text)
    kept = proof.keep_evidence(session, said, duty, text)
    shown = proof.shown_of(kept)
    duty.waits_for_product = False
    if duty.decider_id is None and _may_count_at_once(said, line):
        duty.close(DutyState.ACCEPTED, said.day)
    session.add(duty)
    ledger.write(
        session,
        said,
        EventKind.EVIDENCE_ADDED,
        duty=duty,
        text=shown,
        before={
            "duty": before,
            "evidence": [row.id for row in kept],
            "set_aside_evidence": [row.id for row in old],
            **proof.in_event(said),
        },
    )
    return EvidenceAdded(line, shown, _other_than(old, text))


def _other_than(old: list[Evidence], text: str) -> str:
    """The documents taken out, but for the one that was typed again."""
    return ", ".join(row.text for row in old if row.text != text)


def waiting_for_product(session: Session, said: Said) -> list[DutyLine]:
    """Reports of the person that miss a document: first among what was shown last, else all of them."""
    mine = duty_queries.lines_of_recipient(session, said.agency_id, said.owner.id, WAITING_STATES)
    waiting = [x for x in mine if x.duty.waits_for_product]
    shown = [x for x in waiting if x.duty.id in said.about]
    return shown or waiting


def _has_evidence(session: Session, duty: Duty) -> bool:
    return bool(duty_queries.evidence_of(session, duty.agency_id, [duty.id]))


def _someone_elses(said: Said, duty: Duty) -> bool:
    return not duty.held_by(said.who.id)
