"""A bubble that only names tasks, "chị báo việc 2", "còn 26", and what the next one tells of them; "và 50 nữa": the same of one more."""

import re
from datetime import timedelta

from sqlmodel import Session

from bot.asking import open_options
from bot.conversation.number_slips import TOLD, Read
from bot.understanding.intents import NOTHING_SAID, Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.rules.tell import speaks_of_work
from bot.understanding.to_the_bot import speaks_to_the_bot
from bot.understanding.words import QUESTION_END
from bot.usecases.just_said import STILL_SPOKEN_OF, last_changes
from bot.usecases.said import Said
from storage.kinds import EventKind
from storage.queries import duties, events, inbox

ONE_BREATH = timedelta(seconds=60)
"""Bubbles no further apart are one thought."""
_LEAD = r"(?:(?:da|a|ha|ua|the|thi|em|anh|chi|toi|minh|xin|bao(?: cao)?|ghi|con|den|tiep|roi|ve|va|voi|ca|rieng|cai|vu|cua|la|phan)[ ,]+)*"
_NUMBERS = r"(?:(?:viec|nhiem vu|nv|so) |#)*(?P<numbers>\d{1,4}(?:(?:, ?| va | voi )(?:viec |nhiem vu |so )?\d{1,4})*)"
_NAMED = re.compile(rf"{_LEAD}{_NUMBERS}(?:,? (?:thi|la|a|nhe|nha|nay|ne|do|di|day|em|anh|chi))*")
_ONE_MORE = re.compile(
    rf"(?:(?:va|voi|ca|them|con|roi|thi|cai|luon)[ ,]+)*{_NUMBERS}"
    r" (?:nua|luon|cung (?:vay|the|nhu vay|nhu the|rua|xong|thi)|y vay|y chang|tuong tu)(?: (?:a|nhe|nha|em|anh|chi|do|luon|nua|roi))*"
)
_FIRST_WORDS = re.compile(r"(?:(?:thi|la|ha|a)[ ,]+)+")
_ALIKE = TOLD - {Intent.extend_request} | {Intent.same_as_before, Intent.none_arose}
_OF_TASK = TOLD | _ALIKE | {Intent.evidence_only}
_OPEN = _OF_TASK | NOTHING_SAID
#: Work that is counted or signed, whatever else the words are.
_WORK = re.compile(r"\d|\b(?:ky|ban hanh|trinh|gui|nop|phat hanh|duyet|xong|lam|to chuc|soan)\b")


def of_named_before(session: Session, said: Said, text: str, alone: Understanding, read: Read) -> Understanding | None:
    """None where no bubble named the task of this one, or this one has its own."""
    if more := _numbers(_ONE_MORE, text):
        return _same_of(session, said, more, read)
    if named := _numbers(_NAMED, text):
        lost = all(a.intent in NOTHING_SAID for a in alone.acts)
        known = lost and all(duties.lines_by_number(session, said.agency_id, number) for number in named)
        return Understanding((Act(Intent.task_detail, Slots(task_ids=named)),)) if known else None
    if any(act.intent not in _OPEN or _has_its_own(act.slots) for act in alone.acts):
        return None
    before = inbox.bubble_before(session, said.agency_id, said.inbox_id, ONE_BREATH) if said.inbox_id else None
    told, numbers = _words_from(session, said, text, before.id if before else None)
    if not numbers or not _is_work(text) or _is_asked(session, said, alone):
        return None
    whole = read(f"việc {', '.join(map(str, numbers))}: {told}", "direct")
    one = whole.acts[0] if len(whole.acts) == 1 else None
    return whole if one and one.intent in _OF_TASK and one.slots.task_ids == numbers else None


def _words_from(session: Session, said: Said, text: str, at: int | None) -> tuple[str, tuple[int, ...]]:
    """What was told since the bubble that named the tasks, which they are; no numbers where none did, or where
    something was done since.
    """
    told = _bare(text)
    while at:
        if events.changed_by_message(session, said.agency_id, at):
            return told, ()
        words = inbox.text_of(session, said.agency_id, at)
        if numbers := _numbers(_NAMED, words):
            return told, numbers
        before = inbox.bubble_before(session, said.agency_id, at, ONE_BREATH)
        told = f"{_bare(words)}, {told}" if _is_work(words) else told
        at = before.id if before else None
    return told, ()


def _is_asked(session: Session, said: Said, alone: Understanding) -> bool:
    """A document while it is asked whether its task is done: that question has its place."""
    document = all(act.intent is Intent.evidence_only for act in alone.acts)
    return document and any(option.act.intent is Intent.done for option in open_options(session, said))


def _has_its_own(slots: Slots) -> bool:
    """It says of which tasks, or whose, it is, or sets right what was told before."""
    return bool(slots.task_ids or slots.mode or slots.unit or slots.person or slots.own or slots.instead or slots.code)


def _is_work(text: str) -> bool:
    norm = read_line(text).norm
    told = speaks_of_work(text) or (_WORK.search(norm) and not speaks_to_the_bot(text))
    return not QUESTION_END.search(norm) and bool(told)


def _bare(text: str) -> str:
    line = read_line(text)
    first = _FIRST_WORDS.match(line.norm)
    return line.typed(first.end(), len(line.norm)) if first else line.text


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    found = pattern.fullmatch(read_line(text).norm.strip(" .!,:;…"))
    return tuple(dict.fromkeys(map(int, re.findall(r"\d+", found["numbers"])))) if found else ()


def _same_of(session: Session, said: Said, numbers: tuple[int, ...], read: Read) -> Understanding | None:
    """What was told last, told of these too; asked about where it was of one task alone, as a figure is."""
    last = last_changes(session, said)
    before = inbox.bubble_before(session, said.agency_id, said.inbox_id, STILL_SPOKEN_OF) if said.inbox_id else None
    if before is None or not last or last[0].inbox_id != before.id:
        return None
    acts = read(before.text or "", "reply_to_reminder").acts
    if (
        len(acts) != 1
        or acts[0].intent not in _ALIKE
        or not {e.kind for e in last} <= {EventKind.REPORTED, EventKind.RESULT}
    ):
        return None
    act = acts[0].with_slots(task_ids=numbers, evidence=None)
    sure = act.intent in (Intent.same_as_before, Intent.none_arose, Intent.done)
    return Understanding((act,), sure=sure, readings=() if sure else (act,))
