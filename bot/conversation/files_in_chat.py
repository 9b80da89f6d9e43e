"""Files and pasted tables among what people write: what becomes of them, and the question a review leaves open."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlmodel import Session

from bot import asking
from bot.conversation import reading
from bot.file_worker import Brought
from bot.handlers.duty_acts import Done
from bot.understanding.caption import points_back, tasks_of_caption
from bot.understanding.intents import CHANGES, Act, Intent, Slots
from bot.understanding.rules.evidence import FILE_MOVED
from bot.usecases import file_reading, files_put_right, hand_in, proof, report_done
from bot.usecases.review_sheet import ChangesShown
from bot.usecases.said import Proof, Said
from jobs.plans.draft import keep_file
from storage.models.messages import Inbox
from storage.queries.duties import DutyLine
from storage.queries.files import forget_file, is_evidence
from storage.queries.rows import the_row

#: Captions with which a document proves work, whoever sends it; with any other a keeper's is a plan.
_REPORTS = frozenset(
    {Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.evidence_only, Intent.submit_news,
     Intent.waiting_for_signature}
)  # fmt: skip
#: Words that a photo sent just before them goes with.
_TELLS = frozenset({Intent.done, Intent.progress, Intent.evidence_only, Intent.waiting_for_signature})
PASTED = "dán.txt"
FEWEST_LINES, FEWEST_LETTERS = 3, 120


def reports(session: Session, said: Said, caption: str, replying: bool) -> bool:
    """Whether a caption says that its document is the product of some work, or only of which it is."""
    return bool(caption) and (
        bool(tasks_of_caption(caption))
        or any(act.intent in _REPORTS for act in reading.read(session, said, caption, replying).acts)
    )


def wanted(
    session: Session, said: Said, inbox: Inbox, replying: bool
) -> file_reading.Setting | file_reading.AsProof | None:
    """How the file of a message is to be had: read as a plan, kept as proof, or not fetched at all."""
    caption = (inbox.text or "").strip()
    if reports(session, said, caption, replying):
        return file_reading.AsProof()
    picture = proof.is_picture(inbox.file_name)
    if not caption and proof.is_kept_kind(inbox.file_name) and (picture or _may_prove(session, said)):
        return file_reading.AsProof()
    if picture or not hand_in.may_hand_in(said.who):
        return None
    return hand_in.setting(session, said.agency_id, said.day)


def _may_prove(session: Session, said: Said) -> bool:
    """Whether a document without words may be the product of some work: a keeper's is a plan."""
    return not hand_in.may_hand_in(said.who) and bool(proof.could_be(session, said))


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
    before = () if caption else proof.sent_before(session, said)
    said = replace(said, proofs=(*before, Proof(kept.id, kept.name, kept.sha256)))
    results = run(said) if caption else _without_caption(session, said, brought.name, asked=bool(before))
    if caption and not is_evidence(session, said.agency_id, kept.id, said.now):
        forget_file(session, said.agency_id, kept.id)
        results += [proof.beside(session, said, brought.name, results)]
    return results


def _without_caption(session: Session, said: Said, name: str, *, asked: bool) -> list[object]:
    """With the work it surely belongs to, else kept for the words to come; asked once for photos in a row."""
    line = proof.of_what(session, said, name)
    if line is not None:
        return [report_done.take_files(session, said, line)]
    inbox = the_row(session, Inbox, said.agency_id, said.inbox_id)
    inbox.file_id = said.proofs[-1].file_id
    session.add(inbox)
    if asked:
        return []
    if said.chat_id:
        options = _options(proof.could_be(session, said))
        asking.ask(session, said.agency_id, said.chat_id, said.inbox_id, options, said.now)
    asked_about = proof.unclear(session, said, name, kept=True)
    plan = None if asked_about.picture else hand_in.invite_file(session, said)
    keeper = plan.keeper if isinstance(plan, hand_in.FileNotForYou) else None
    return [replace(asked_about, keeper=keeper)]


def _options(lines: Sequence[DutyLine]) -> tuple[asking.Option, ...]:
    return tuple(asking.Option(str(x.number), Act(Intent.evidence_only), x.duty.id) for x in lines)


def with_files_before(session: Session, said: Said, acts: Sequence[tuple[Act, int | None]]) -> Said:
    """The same setting with the photos sent just before, where these acts tell of one task and no more."""
    if said.proofs or not _tells_of_work(acts) or len(_told_of(acts)) > 1:
        return said
    return replace(said, proofs=proof.sent_before(session, said))


def files_of_which(session: Session, said: Said, acts: Sequence[tuple[Act, int | None]]) -> Done:
    """Photos sent just before words on several tasks: which of them they prove is asked."""
    if said.proofs or not _tells_of_work(acts) or not (waiting := proof.sent_before(session, said)):
        return Done()
    told = proof.told_just_before(session, said) or []
    return Done((proof.unclear(session, said, waiting[0].name, kept=True),), _options(told)) if told else Done()


def kept_with(session: Session, said: Said, caption: str) -> tuple[asking.Option, ...]:
    """The file kept with the tasks that its words name, where they say no more than that; as an answer would. Of one sent
    before: it waits for its number, or was kept with another task.
    """
    numbers = tasks_of_caption(caption)
    if numbers and not said.proofs:
        shows = caption.strip().lower().startswith(("việc", "viec"))  # a card is wanted
        if shows or not (said.inbox_id and proof.sent_before(session, said)):
            moved = points_back(caption) and len(numbers) == 1 and files_put_right.sent(session, said)
            of_it = Act(Intent.evidence_only, Slots(task_ids=numbers, mode=FILE_MOVED))
            return (asking.Option(caption, of_it),) if moved else ()
    return (asking.Option(caption, Act(Intent.evidence_only, Slots(task_ids=numbers))),) if numbers else ()


def _tells_of_work(acts: Sequence[tuple[Act, int | None]]) -> bool:
    return any(act.intent in _TELLS for act, _duty in acts)


def _told_of(acts: Sequence[tuple[Act, int | None]]) -> set[int]:
    """Numbers of tasks, below zero for an act or a picked part without one."""
    found: set[int] = set()
    for place, (act, _duty) in enumerate(acts, 1):
        found |= set(act.slots.task_ids) or {-place}
    return found


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
    if inbox.file_key and not inbox.text:  # kept for the words to come
        return
    uploaded, inbox.file_id = inbox.file_id, None
    if uploaded is not None and uploaded not in waiting:
        session.add(inbox)
        session.flush()
        forget_file(session, inbox.agency_id, uploaded)
