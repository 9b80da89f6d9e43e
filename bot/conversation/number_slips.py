"""Another number said right after a report: of another task ("à nhầm, 17"), or of the document it gave ("nhầm số, 254 mới đúng")."""

import re
from collections.abc import Callable

from sqlmodel import Session

from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.rules.evidence import renumbered
from bot.understanding.slip_within import numbers_instead
from bot.understanding.slips import instead_of_the_last, number_anew
from bot.usecases.just_said import STILL_SPOKEN_OF, last_changes
from bot.usecases.said import Said
from storage.kinds import EventKind, EvidenceKind
from storage.models.duties import Evidence
from storage.queries import duties, events, inbox

#: Text and context ("direct", "reply_to_reminder") -> what they mean by themselves.
Read = Callable[[str, str], Understanding]

TOLD = frozenset({Intent.done, Intent.progress, Intent.extend_request, Intent.waiting_for_signature})
_ITS_NUMBER = r"so(?: (?:van ban|vb|hieu|ky hieu|cong van|ke hoach|quyet dinh))*"
_MENDS = r"(?:(?:em|thi|bi|ghi|go|nhap|nho|xin|cho|giup) )*(?:sua|doi|thay|dinh chinh|chinh|nham|sai|lon)(?: (?:lai|giup|ho|gium|em|anh|chi|cho))*"
_IS_NOW = r"(?:,? (?:thanh|la|bang|sang|phai|dung|moi|so))+ "
#: Of which task, and the number it should be: "1 sửa số thành 97", "đổi số văn bản việc 1 thành 99".
_RENUMBERED = re.compile(
    rf"(?:(?:da|a|ua|ha)[ ,]+)*(?:(?:viec |nv |nhiem vu )?(?P<of>\d{{1,4}})[:,]? {_MENDS} {_ITS_NUMBER}|{_MENDS} {_ITS_NUMBER}(?: cua)? (?:viec|nv|nhiem vu) (?P<its>\d{{1,4}})){_IS_NOW}(?P<new>\d{{1,5}})(?: (?:a|nhe|nha|em|anh|chi|giup|moi dung))*[ .!]*"
)
_NUMBER_WRONG = re.compile(r"\b(?:nham|sai|lon) so\b|\bso (?:van ban|hieu)\b")


def number_said_anew(session: Session, said: Said, text: str, doubtful: bool, read: Read) -> Understanding | None:
    """None where no other number is said, or nothing was told that it sets right; `doubtful`: the words are not certain by themselves."""
    if renumbered_one := _renumbered_of(session, said, text):
        return renumbered_one
    if doubtful and (numbers := numbers_instead(text)):
        mended = _of_its_document(session, said, text, numbers) or _of_its_figure(session, said, numbers[0], read)
        return mended or _of_another(session, said, text, numbers, read)
    if meant := number_anew(text):
        mended = _of_its_document(session, said, text, (meant,)) or _of_its_figure(session, said, meant, read)
        return mended or _number_mended(session, said, meant, read)
    return None


def one_told(understood: Understanding) -> Act | None:
    only = understood.acts[0] if len(understood.acts) == 1 else None
    return only if only and only.intent in TOLD else None


def _of_another(session: Session, said: Said, text: str, instead: tuple[int, ...], read: Read) -> Understanding | None:
    """ "Nhầm 8" right after "xong 7": what was told of 7 is taken back and told of 8; where 8 was told of today itself,
    whether that was the slip is asked.
    """
    mine = events.changes_of(session, said.agency_id, said.who.id, said.day)
    lines = duties.lines_by_ids(session, said.agency_id, [event.duty_id for event in mine if event.duty_id])
    if set(instead) & {line.number for line in lines}:
        back = Act(Intent.undo_done, Slots(task_ids=instead))
        return Understanding((back,), sure=False, readings=(back,))
    before = inbox.bubble_before(session, said.agency_id, said.inbox_id, STILL_SPOKEN_OF) if said.inbox_id else None
    if before is None or not mine or mine[0].inbox_id != before.id:
        return None
    meant = read(f"{before.text}, {text}", "direct").readings
    told = len(meant) == 1 and meant[0].intent in TOLD - {Intent.extend_request}
    return Understanding(instead_of_the_last(meant[0])) if told else None


def _of_its_document(session: Session, said: Said, text: str, numbers: tuple[int, ...]) -> Understanding | None:
    """ "Nhầm số, 254 mới đúng" right after "xong 3, BC 245/BC-UBND": no task has that number, so it is the document's; where
    one has, "số" makes it a question.
    """
    a_task = len(numbers) != 1 or duties.lines_by_number(session, said.agency_id, numbers[0])
    if len(numbers) != 1 or (a_task and not _NUMBER_WRONG.search(read_line(text).norm)):
        return None
    last = last_changes(session, said)
    kept = [row for event in last for row in events.kept_by(session, event) if isinstance(row, Evidence)]
    documents = [row for row in kept if row.kind is EvidenceKind.DOCUMENT and row.withdrawn_at is None]
    if len(documents) != 1:
        return None
    [line] = duties.lines_by_ids(session, said.agency_id, [documents[0].duty_id])
    old = documents[0].text
    slots = Slots(task_ids=(line.number,), evidence=renumbered(old, numbers[0]), title=old, instead=True)
    act = Act(Intent.evidence_only, slots)
    return Understanding((act,), sure=not a_task, readings=(act,) if a_task else ())


def _renumbered_of(session: Session, said: Said, text: str) -> Understanding | None:
    """The document of the task named gets another number; where it has none, whether its result is meant is asked."""
    found = _RENUMBERED.fullmatch(read_line(text).norm)
    if not found:
        return None
    task, new = int(found["of"] or found["its"]), found["new"]
    lines = duties.lines_by_number(session, said.agency_id, task)
    kept = duties.evidence_of(session, said.agency_id, [line.duty.id for line in lines])
    documents = [row for row in kept if row.kind is EvidenceKind.DOCUMENT and row.withdrawn_at is None]
    if len(documents) == 1:
        old = documents[0].text
        slots = Slots(task_ids=(task,), evidence=renumbered(old, int(new)), title=old, instead=True)
        return Understanding((Act(Intent.evidence_only, slots),))
    told = Act(Intent.progress, Slots(task_ids=(task,), text=new, statement=new, instead=True))
    return Understanding((told,), sure=False, readings=(told,))


def _number_mended(session: Session, said: Said, meant: int, read: Read) -> Understanding | None:
    """ "À nhầm, 17" right after "18 xong": the same is so of 17, and what was recorded of 18 goes."""
    last = last_changes(session, said)
    of = duties.lines_by_ids(session, said.agency_id, [event.duty_id for event in last if event.duty_id])
    numbers = {line.number for line in of}
    kinds = {event.kind for event in last}
    if (
        len(numbers) != 1
        or meant in numbers
        or not last[0].inbox_id
        or not kinds <= {EventKind.REPORTED, EventKind.RESULT}
    ):
        return None
    (wrong,) = numbers
    first = inbox.text_of(session, said.agency_id, last[0].inbox_id)
    anew = re.sub(rf"(?<![\w/.,]){wrong}(?![\w/%])", str(meant), first, count=1)
    told = one_told(read(anew, "direct")) if anew != first else None
    if told is None or told.slots.task_ids != (meant,):
        return None
    plain = {event.duty_id for event in last} <= set(said.about)
    back = Act(Intent.undo_done, Slots(task_ids=(wrong,)))
    return Understanding((back, told), sure=plain, readings=() if plain else (told,))


def _of_its_figure(session: Session, said: Said, meant: int, read: Read) -> Understanding | None:
    """ "Nhầm, 15 chứ" right after "8 đăng 12 tin": no task of his has that number, so it is the only figure's, which is asked."""
    last = last_changes(session, said)
    if len(last) != 1 or last[0].kind is not EventKind.RESULT or not last[0].inbox_id or not last[0].duty_id:
        return None
    [wrong] = (line.number for line in duties.lines_by_ids(session, said.agency_id, [last[0].duty_id]))
    first = inbox.text_of(session, said.agency_id, last[0].inbox_id)
    lines = duties.lines_by_number(session, said.agency_id, meant)
    figures = [each for each in re.finditer(r"(?<![\w/.,-])\d+(?![\w/-]|[.,]\d)", first) if int(each[0]) != wrong]
    if len(figures) != 1 or any(line.duty.held_by(said.owner.id) for line in lines):
        return None
    told = one_told(read(f"{first[: figures[0].start()]}{meant}{first[figures[0].end() :]}", "direct"))
    if told is None or told.intent is not Intent.progress or told.slots.task_ids != (wrong,):
        return None
    told = told.with_slots(instead=True)
    return Understanding((told,), sure=False, readings=(told,))
