"""Files and pasted tables among what people write: what becomes of them, and the question a review leaves open."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot import asking, reading
from bot.file_worker import Brought
from bot.understanding.intents import CHANGES, Intent
from bot.usecases import file_reading, hand_in, proof, report_done
from bot.usecases.review_sheet import ChangesShown
from bot.usecases.said import Proof, Said
from jobs.plans.draft import keep_file
from storage.kinds import WAITING_STATES
from storage.models.messages import Inbox
from storage.queries.files import forget_file, is_evidence

#: Captions with which a document proves work, whoever sends it; with any other a keeper's is a plan.
_REPORTS = frozenset(
    {Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.evidence_only, Intent.submit_news,
     Intent.waiting_for_signature}
)  # fmt: skip
PASTED = "dán.txt"
FEWEST_LINES, FEWEST_LETTERS = 3, 120


def reports(session: Session, said: Said, caption: str, replying: bool) -> bool:
    """Whether a caption says that its document is the product of some work."""
    return bool(caption) and any(act.intent in _REPORTS for act in reading.read(session, said, caption, replying).acts)


def wanted(
    session: Session, said: Said, inbox: Inbox, replying: bool
) -> file_reading.Setting | file_reading.AsProof | None:
    """How the file of a message is to be had: read as a plan, kept as proof, or not fetched at all."""
    caption = (inbox.text or "").strip()
    if reports(session, said, caption, replying):
        return file_reading.AsProof()
    picture = proof.is_picture(inbox.file_name)
    if not caption and (picture or not hand_in.may_hand_in(said.who)) and proof.of_what(session, said):
        return file_reading.AsProof()
    if picture or not hand_in.may_hand_in(said.who):
        return None
    return hand_in.setting(session, said.agency_id, said.day)


def is_proof(session: Session, said: Said, inbox: Inbox, replying: bool, brought: Brought) -> bool:
    """Whether the file in hand was to be kept as proof; of one that could not be had only its words tell."""
    if isinstance(brought.read, file_reading.AsProof) or brought.data:
        return isinstance(brought.read, file_reading.AsProof)
    return isinstance(wanted(session, said, inbox, replying), file_reading.AsProof)


def without_words(session: Session, said: Said, inbox: Inbox) -> object:
    """A file that was not fetched and says nothing."""
    if proof.is_picture(inbox.file_name):
        return proof.unclear(session, said, inbox.file_name)
    return hand_in.invite_file(session, said)


def proved(
    session: Session, said: Said, brought: Brought, caption: str, run: Callable[[Said], list[object]]
) -> list[object]:
    """What the caption says, with its file; without words the file goes with the work just spoken of."""
    if not brought.data or not proof.is_kept_kind(brought.name):
        why = "kind" if brought.data else "large" if isinstance(brought.read, file_reading.Unreadable) else "fetch"
        return [*(run(said) if caption else []), proof.ProofNotKept(why)]
    kept = keep_file(session, said.agency_id, (brought.name, brought.data), said.now)
    session.flush()
    said = replace(said, proof=Proof(kept.id, kept.name, kept.sha256))
    results = run(said) if caption else [_without_caption(session, said, brought.name)]
    if not is_evidence(session, said.agency_id, kept.id, said.now):
        forget_file(session, said.agency_id, kept.id)
        results += [proof.unclear(session, said, brought.name)] if caption else []
    return results


def _without_caption(session: Session, said: Said, name: str) -> object:
    line = proof.of_what(session, said)
    if line is None:
        return proof.unclear(session, said, name)
    if line.duty.state in WAITING_STATES:
        return report_done.add_evidence(session, said, line, "")
    return proof.attach(session, said, line)


def handed_in(session: Session, said: Said, brought: Brought) -> list[object]:
    """What became of a file; changes of an edited review wait for a word."""
    result = hand_in.hand_in(session, said, brought.name, brought.data, brought.read)
    if said.chat_id:
        asking.close(session, said.agency_id, said.chat_id, said.now)
        if isinstance(result, ChangesShown):
            asking.ask(
                session, said.agency_id, said.chat_id, said.inbox_id, asking.take_or_leave(result.file_id), said.now
            )
    return [result]


def pasted_plan(session: Session, said: Said, text: str, replying: bool) -> Brought | None:
    """A keeper's long text as a plan, None unless it surely is the table of one: words about work stay words."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < FEWEST_LINES or len(text) < FEWEST_LETTERS or not hand_in.may_hand_in(said.who):
        return None
    data = text.encode()
    read = file_reading.read_file(data, PASTED, hand_in.setting(session, said.agency_id, said.day))
    if isinstance(read, file_reading.SecretFile):
        return Brought(PASTED, b"", read)
    if not isinstance(read, file_reading.PlanRead) or not hand_in.has_rows(read.reading, FEWEST_LINES):
        return None
    table = sum(line.count("\t") >= 2 for line in lines) >= FEWEST_LINES  # nobody types tabs
    if not table and any(act.intent in CHANGES for act in reading.read(session, said, text, replying).acts):
        return None
    return Brought(PASTED, data, read)


def give_up_upload(session: Session, inbox: Inbox, results: Sequence[object]) -> None:
    """An upload of which nothing came is not kept; one that became a plan, or waits for a word, is."""
    waiting = {result.file_id for result in results if isinstance(result, ChangesShown)}
    uploaded, inbox.file_id = inbox.file_id, None
    if uploaded is not None and uploaded not in waiting:
        session.add(inbox)
        session.flush()
        forget_file(session, inbox.agency_id, uploaded)
