"""A document's number that was mistyped: "số đúng là 129/KH-UBND" takes the place of the one kept."""

import re

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger, proof
from bot.usecases.report_done import EvidenceAdded
from bot.usecases.said import Said
from jobs.rules.document_symbols import in_capitals
from jobs.rules.text import fold_words
from storage.kinds import WAITING_STATES, EventKind, EvidenceKind
from storage.models.duties import Evidence
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine

_BARE = re.compile(r"(?P<kind>\D*?)(?:số )?(?P<number>\d+[a-z]?)", re.IGNORECASE)
_WHOLE = re.compile(r"(?P<kind>\D*?)(?P<number>\d+[a-z]?)(?P<symbol>/\S*[^\W\d]\S*)", re.IGNORECASE)


def mend(session: Session, said: Said, numbers: tuple[int, ...], text: str, old: str) -> EvidenceAdded | None:
    """Put it in the place of the document meant; None where nothing of the sender's waits with one.

    old: the number that was wrong, "" where it was not said.
    """
    lines = _lines(session, said, numbers)
    kept = duty_queries.evidence_of(session, said.agency_id, [x.duty.id for x in lines])
    kept = [row for row in kept if row.kind is EvidenceKind.DOCUMENT and _is(row, old)]
    if not kept:
        return None
    row = kept[-1]
    line = next(x for x in lines if x.duty.id == row.duty_id)
    before = ledger.snapshot(line.duty)
    row.withdrawn_at = said.now
    session.add(row)
    new = proof.keep_evidence(session, said, line.duty, in_capitals(_with_symbol(text, row.text)))
    shown = proof.shown_of(new)
    ledger.write(
        session, said, EventKind.EVIDENCE_ADDED, duty=line.duty, text=shown,
        before={"duty": before, "evidence": [one.id for one in new], "set_aside_evidence": [row.id], **proof.in_event(said)},
    )  # fmt: skip
    return EvidenceAdded(line, shown, instead_of=row.text)


def _with_symbol(text: str, old: str) -> str:
    """ "KH 54" said of "KH 45/KH-UBND" is "KH 54/KH-UBND": only its number was wrong."""
    new, kept = _BARE.fullmatch(text.strip()), _WHOLE.fullmatch(old.strip())
    same = new and kept and fold_words(new["kind"]) in ("", fold_words(kept["kind"]))
    return f"{kept['kind']}{new['number']}{kept['symbol']}" if same and new and kept else text


def _is(row: Evidence, old: str) -> bool:
    return not old or fold_words(old).endswith(fold_words(row.text)) or fold_words(row.text).endswith(fold_words(old))


def _lines(session: Session, said: Said, numbers: tuple[int, ...]) -> list[DutyLine]:
    """Reports that wait and are the sender's to mend: of the numbers named, else what he last reported, the newest last."""
    if numbers:
        lines = [x for n in numbers for x in duty_queries.lines_by_number(session, said.agency_id, n)]
    else:
        mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
        told = [e.duty_id for e in mine if e.kind in (EventKind.REPORTED, EventKind.EVIDENCE_ADDED) and e.duty_id]
        lines = duty_queries.lines_by_ids(session, said.agency_id, list(dict.fromkeys((*told, *said.about))))
    return [
        x
        for x in lines
        if x.duty.state in WAITING_STATES and may(said.who, Right.REPORT, of_duty(x.duty, x.plan, Right.REPORT))
    ]
