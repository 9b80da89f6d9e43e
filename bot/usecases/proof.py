"""Photos and files that prove work: kept with the duty, named in the event, fetched by "xem ảnh 12"."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sqlmodel import Session

from bot.permissions import Right, may, of_duty
from bot.usecases import ledger
from bot.usecases.file_page import file_page
from bot.usecases.just_said import STILL_SPOKEN_OF, last_changes
from bot.usecases.news import NewsKnown, NewsTaken
from bot.usecases.said import Proof, Said
from jobs.rules.document_symbols import kind_in
from storage.kinds import OPEN_STATES, PICTURE, SOME_FILE, WAITING_STATES, EventKind, EvidenceKind
from storage.models.duties import Duty, Evidence
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries.duties import DutyLine
from storage.queries.files import duties_with_files, file_by_id, leave_alone, loose_files
from storage.queries.people import Person

PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".heic"))
KINDS = PICTURES | {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".ppt", ".pptx", ".txt"}
STILL_OF_IT = STILL_SPOKEN_OF
"""So long after "xong 12" a photo without a word is of that task, and so long before it."""
LOOKED_AT = 30  # newest files among which an example is looked for


@dataclass(frozen=True)
class ProofOfWhat:
    """A photo or file, and of which work it is nobody can tell. `example`: a task of the sender's.

    `kept`: until he says so, a while; `numbers`: those he spoke of just before; `keeper`: who takes it if it is a plan.
    """

    picture: bool
    example: int
    kept: bool = False
    numbers: tuple[int, ...] = ()
    keeper: Person | None = None


@dataclass(frozen=True)
class ProofNotKept:
    """It is too large, of a kind that is not kept, or could not be fetched."""

    why: str


@dataclass(frozen=True)
class ProofKept:
    line: DutyLine
    name: str


@dataclass(frozen=True)
class PhotoOfNews:
    """Came with a news item: only the item's title is followed here."""

    picture: bool


@dataclass(frozen=True)
class ProofShown:
    """The newest of `n` files of a task: it leaves with the answer, or by the page at `link`, or not at all."""

    line: DutyLine
    name: str
    n: int
    file_id: int | None = None
    link: str = ""


@dataclass(frozen=True)
class NoProof:
    """No file; `documents`: the numbers that were given."""

    line: DutyLine
    documents: tuple[str, ...]


@dataclass(frozen=True)
class ProofHidden:
    """Of restricted work nothing leaves, and of other units' only what everybody sees."""

    line: DutyLine


def is_picture(name: str | None) -> bool:
    return PurePath((name or "").lower()).suffix in PICTURES


def is_kept_kind(name: str | None) -> bool:
    return PurePath((name or "").lower()).suffix in KINDS


def label(name: str) -> str:
    """ "ảnh", or the file's name, short enough for a line."""
    return PICTURE if is_picture(name) else PurePath(name).name[:60] or SOME_FILE


def keep_evidence(session: Session, said: Said, duty: Duty, text: str) -> list[Evidence]:
    """The files that came with the message, then the document's number, each in its row."""
    made = [_row(said, duty, EvidenceKind.FILE, label(each.name), each.file_id) for each in said.proofs]
    if text:
        made.append(_row(said, duty, EvidenceKind.DOCUMENT, text, None))
    session.add_all(made)
    session.flush()
    return made


def set_aside_returned(session: Session, said: Said, duty: Duty, text: str) -> list[Evidence]:
    """The documents of a report that was returned, taken out as the one typed now stands for them; of another kind they stay."""
    returned = event_queries.last_return(session, said.agency_id, duty.id) if text and duty.returned_on else None
    if returned is None:
        return []
    kept = duty_queries.evidence_of(session, said.agency_id, [duty.id])
    old = [
        row
        for row in kept
        if row.kind is EvidenceKind.DOCUMENT and row.at <= returned.at and _same_kind(row.text, text)
    ]
    for row in old:
        row.withdrawn_at = said.now
        session.add(row)
    return old


def _same_kind(old: str, new: str) -> bool:
    kinds = kind_in(old), kind_in(new)
    return "" in kinds or kinds[0] == kinds[1]


def _row(said: Said, duty: Duty, kind: EvidenceKind, text: str, file_id: int | None) -> Evidence:
    return Evidence(
        agency_id=said.agency_id, duty_id=duty.id, kind=kind, text=text, file_id=file_id, by_id=said.who.id, at=said.now
    )


def shown_of(rows: Sequence[Evidence]) -> str:
    """ "45/KH-UBND, ảnh": the number first, photos once."""
    return ", ".join(dict.fromkeys(row.text for row in reversed(rows)))


def in_event(said: Said) -> dict[str, object]:
    """What an event says of the files: their rows, digests, names; of one alone as `file`."""
    kept = [{"id": each.file_id, "sha256": each.sha256, "name": each.name} for each in said.proofs]
    return {"files": kept} if len(kept) > 1 else {"file": kept[0]} if kept else {}


def of_what(session: Session, said: Said, name: str) -> DutyLine | None:
    """The one task a file without words belongs to: replied to, reported a moment ago, else the one that wants a product.

    Where another report waits for its document, another task was looked at since, or a document comes after the photos of
    a task that lacks nothing, it is asked.
    """
    if said.replied and len(said.about) == 1:
        line = duty_queries.lines_by_ids(session, said.agency_id, said.about)[0]
        if _may(said, line) and line.duty.state in (*OPEN_STATES, *WAITING_STATES):
            return line if line.duty.state in WAITING_STATES else None
    told = told_just_before(session, said)
    waiting = _wanting(session, said)
    if told is None:
        return waiting[0] if len(waiting) == 1 else None
    if _asked_about_since(session, said, told):
        return None
    if len(told) != 1 or told[0].duty.waits_for_product:
        return told[0] if len(told) == 1 else None
    return None if waiting or _has_photos_only(session, told[0], name) else told[0]


def _asked_about_since(session: Session, said: Said, told: Sequence[DutyLine]) -> list[DutyLine]:
    """The one task shown last, where it is another of the sender's than he told of."""
    shown = duty_queries.lines_by_ids(session, said.agency_id, said.about) if len(said.about) == 1 else []
    others = {line.duty.id for line in told}
    return [
        x
        for x in shown
        if x.duty.id not in others and _may(said, x) and x.duty.state in (*OPEN_STATES, *WAITING_STATES)
    ]


def _wanting(session: Session, said: Said) -> list[DutyLine]:
    """Reports of the sender that wait for their document."""
    mine = duty_queries.lines_of_recipient(session, said.agency_id, said.owner.id, WAITING_STATES)
    return [x for x in mine if x.duty.waits_for_product]


def _has_photos_only(session: Session, line: DutyLine, name: str) -> bool:
    """Whether a document would be the first beside photos."""
    kept = duty_queries.evidence_of(session, line.duty.agency_id, [line.duty.id])
    return not is_picture(name) and bool(kept) and all(row.text == PICTURE for row in kept)


def told_just_before(session: Session, said: Said) -> list[DutyLine] | None:
    """The tasks of the sender's last message, if it told of work a moment ago; None where it did not."""
    last = last_changes(session, said)
    if not last or last[0].kind not in (EventKind.REPORTED, EventKind.RESULT, EventKind.EVIDENCE_ADDED):
        return None
    same = {event.duty_id for event in last if event.duty_id}
    lines = duty_queries.lines_by_ids(session, said.agency_id, sorted(same))
    return [line for line in lines if line.duty.state in (*OPEN_STATES, *WAITING_STATES)]


def could_be(session: Session, said: Said) -> list[DutyLine]:
    """The tasks that a file nobody spoke of may belong to: those just told of or waiting for one, else the sender's open ones."""
    told = told_just_before(session, said) or []
    told = [*told, *(_asked_about_since(session, said, told) if told else ()), *_wanting(session, said)]
    return list({x.duty.id: x for x in told}.values()) or duty_queries.lines_of_recipient(
        session, said.agency_id, said.owner.id, OPEN_STATES
    )


def sent_before(session: Session, said: Said) -> tuple[Proof, ...]:
    """Photos and files of the sender in this chat of which he has not yet said what they prove, a moment ago."""
    found = loose_files(session, said.agency_id, said.inbox_id, STILL_OF_IT) if said.inbox_id else []
    return tuple(Proof(file.id, file.name, file.sha256) for file in found)


def spent_on_news(session: Session, said: Said, results: Sequence[object]) -> list[PhotoOfNews]:
    """Files that waited for their task go with the news item told next: they prove no work said later."""
    waiting = sent_before(session, said) if any(isinstance(result, NewsTaken) for result in results) else ()
    for each in waiting:
        leave_alone(session, said.agency_id, each.file_id)
    return [PhotoOfNews(is_picture(waiting[0].name))] if waiting and not said.proofs else []


def attach(session: Session, said: Said, line: DutyLine) -> ProofKept:
    """Keep the file for work under way; a report that waits for its product takes it by `report_done.add_evidence`."""
    before = ledger.snapshot(line.duty)
    made = keep_evidence(session, said, line.duty, "")
    ledger.write(
        session, said, EventKind.EVIDENCE_ADDED, duty=line.duty, text=shown_of(made),
        before={"duty": before, "evidence": [row.id for row in made], **in_event(said)},
    )  # fmt: skip
    return ProofKept(line, shown_of(made))


def unclear(session: Session, said: Said, name: str | None, *, kept: bool = False) -> ProofOfWhat:
    mine = could_be(session, said)
    told = mine if kept and told_just_before(session, said) else []
    numbers = tuple(dict.fromkeys(line.number for line in told))
    return ProofOfWhat(is_picture(name), mine[0].number if mine else 0, kept, numbers)


def beside(session: Session, said: Said, name: str | None, results: Sequence[object]) -> ProofOfWhat | PhotoOfNews:
    """A file whose words proved no work: a photo sent with news is the newsroom's, any other is asked about."""
    if any(isinstance(result, NewsTaken | NewsKnown) for result in results):
        return PhotoOfNews(is_picture(name))
    return unclear(session, said, name)


def show(session: Session, said: Said, number: int) -> object | None:
    """The newest file of the task's parts that the sender may see; None where there is no such task."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    if not lines:
        return None
    seen = [x for x in lines if _may_see(said, x)]
    if not seen or lines[0].task.restricted:
        return ProofHidden(lines[0])
    by_id = {x.duty.id: x for x in seen}
    proofs = duty_queries.evidence_of(session, said.agency_id, list(by_id))
    files = [row for row in proofs if row.file_id]
    if not files:
        return NoProof(seen[0], tuple(dict.fromkeys(row.text for row in proofs if row.text)))
    row = files[-1]
    kept = file_by_id(session, said.agency_id, row.file_id or 0)
    name = label(kept.name) if kept else row.text
    if said.files:
        return ProofShown(by_id[row.duty_id], name, len(files), file_id=row.file_id)
    return ProofShown(by_id[row.duty_id], name, len(files), link=file_page(session, said, row.file_id))


def to_show(session: Session, said: Said) -> int:
    """A task whose file the sender may see; 0 where there is none."""
    ids = duties_with_files(session, said.agency_id, LOOKED_AT)
    lines = duty_queries.lines_by_ids(session, said.agency_id, ids)
    return next((x.number for x in lines if not x.task.restricted and _may_see(said, x)), 0)


def _may(said: Said, line: DutyLine) -> bool:
    return may(said.who, Right.REPORT, of_duty(line.duty, line.plan, Right.REPORT))


def _may_see(said: Said, line: DutyLine) -> bool:
    """Who reports it, decides it, or sees who does it."""
    rights = (Right.REPORT, Right.DECIDE, Right.SEE_PERSONS)
    return any(may(said.who, right, of_duty(line.duty, line.plan, right)) for right in rights)
