"""A file kept with the wrong task, or that should not have been sent: taken out, or moved to the task it proves."""

from dataclasses import dataclass

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger, proof
from bot.usecases.give_result import Closed
from bot.usecases.said import Said
from storage.kinds import OPEN_STATES, WAITING_STATES, EventKind, EvidenceKind, ProductKind
from storage.models.duties import Evidence
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine


@dataclass(frozen=True)
class FilesTakenOut:
    """`name`: "ảnh", or the file's name; `to`: the task it is kept with now."""

    line: DutyLine
    name: str
    to: DutyLine | None = None


@dataclass(frozen=True)
class NoFileOfYours:
    """Nothing the sender sent is kept there; `line` where a task was named."""

    line: DutyLine | None = None


def sent(session: Session, said: Said, numbers: tuple[int, ...] = ()) -> list[Evidence]:
    """The files of the sender's last message with files that are kept: of the tasks named, else of those he changed today."""
    if numbers:
        lines = [x for n in numbers for x in duty_queries.lines_by_number(session, said.agency_id, n)]
        ids = [x.duty.id for x in lines]
    else:
        mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
        ids = list(dict.fromkeys(event.duty_id for event in mine if event.duty_id))
    kept = duty_queries.evidence_of(session, said.agency_id, ids)
    files = [row for row in kept if row.kind is EvidenceKind.FILE and row.by_id == said.who.id]
    last = max(files, key=lambda row: row.id or 0, default=None)
    return [row for row in files if last and (row.duty_id, row.at) == (last.duty_id, last.at)]


def take_out(session: Session, said: Said, numbers: tuple[int, ...]) -> FilesTakenOut | NoFileOfYours | Closed:
    rows = sent(session, said, numbers)
    if not rows:
        lines = [x for n in numbers for x in duty_queries.lines_by_number(session, said.agency_id, n)]
        return NoFileOfYours(lines[0] if lines else None)
    line = duty_queries.lines_by_ids(session, said.agency_id, [rows[0].duty_id])[0]
    if not _open(said, line):
        return Closed(line)
    _out(session, said, line, rows)
    return FilesTakenOut(line, proof.shown_of(rows))


def move(session: Session, said: Said, number: int) -> FilesTakenOut | NoFileOfYours | Closed:
    """The files sent last today belong to this task."""
    rows = sent(session, said)
    found = [x for x in duty_queries.lines_by_number(session, said.agency_id, number) if _open(said, x)]
    if not rows or not found:
        return NoFileOfYours(found[0] if found else None)
    line = duty_queries.lines_by_ids(session, said.agency_id, [rows[0].duty_id])[0]
    if not _open(said, line):
        return Closed(line)
    mine = [x for x in found if x.duty.held_by(said.owner.id)] or found
    if mine[0].duty.id == line.duty.id:
        return FilesTakenOut(line, proof.shown_of(rows), line)
    _out(session, said, line, rows)
    _in(session, said, mine[0], rows)
    return FilesTakenOut(line, proof.shown_of(rows), mine[0])


def _open(said: Said, line: DutyLine) -> bool:
    allowed = may(said.who, Right.REPORT, of_duty(line.duty, line.plan, Right.REPORT))
    return allowed and line.duty.state in (*OPEN_STATES, *WAITING_STATES)


def _out(session: Session, said: Said, line: DutyLine, rows: list[Evidence]) -> None:
    duty = line.duty
    before = ledger.snapshot(duty)
    for row in rows:
        row.withdrawn_at = said.now
        session.add(row)
    session.flush()
    left = duty_queries.evidence_of(session, said.agency_id, [duty.id])
    waits = duty.state in WAITING_STATES and line.task.product_kind is ProductKind.DOCUMENT and not left
    duty.waits_for_product = duty.waits_for_product or waits
    session.add(duty)
    ledger.write(
        session, said, EventKind.EVIDENCE_OUT, duty=duty, text=proof.shown_of(rows),
        before={"duty": before, "set_aside_evidence": [row.id for row in rows]},
    )  # fmt: skip


def _in(session: Session, said: Said, line: DutyLine, rows: list[Evidence]) -> None:
    duty = line.duty
    before = ledger.snapshot(duty)
    made = [
        Evidence(
            agency_id=said.agency_id, duty_id=duty.id, kind=row.kind, text=row.text, file_id=row.file_id,
            by_id=said.who.id, at=said.now,
        )
        for row in rows
    ]  # fmt: skip
    session.add_all(made)
    session.flush()
    duty.waits_for_product = False
    session.add(duty)
    ledger.write(
        session, said, EventKind.EVIDENCE_ADDED, duty=duty, text=proof.shown_of(made),
        before={"duty": before, "evidence": [row.id for row in made]},
    )  # fmt: skip
