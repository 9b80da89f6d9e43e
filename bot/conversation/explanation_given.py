"""A reason that was asked for, given in one's own words right after: "do chờ Sở góp ý chị ơi, tuần sau mới có". All of it answers
who asked; half of it must not become a result of the month."""

import re

from sqlmodel import Session

from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.understanding.of_what import number_told
from bot.understanding.reason_said import gives_none, reason_said
from bot.understanding.words import DONE, QUESTION_END, QUESTION_WORD
from bot.usecases.explain import is_awaited
from bot.usecases.said import Said
from storage.queries import duties
from storage.queries.duties import DutyLine

_CALL = r"(?:(?:da|em|toi|anh|chi|xin|thua|bao cao)[ ,]+)*"
_EXPLAINS = re.compile(
    rf"{_CALL}giai trinh(?: lai)?(?: (?:voi|cho) (?:anh|chi|sep|lanh dao))?(?: (?:la|nhu sau))?[ :,–-]+(?=[^\W\d])"
)
#: What goes slowly or not at all, whoever's it is.
_HELD_UP = re.compile(
    r"\b(?:cham|tre|muon|chua|khong|cho|doi|thieu|vuong|ket|loi|hong|om|nghi|ban|mat|qua tai|tuan sau)\b"
)
#: How it stands now, and no reason.
_TOLD = re.compile(rf"(?<!chua )\b{DONE}\b|\d ?%|{_CALL}(?:da |vua |moi )(?:trinh|gui|nop|ky|ban hanh|hop)\b")
_CALLED = re.compile(r"(?:[ ,]+(?:a|ạ))?[ ,]+(?:anh|chị|chi|em|sếp|sep) (?:ơi|oi|ạ|a)\b(?=[ ,.!]|$)", re.I)


def explanation_given(session: Session, said: Said, text: str, alone: Understanding) -> Understanding | None:
    """None where no reason is waited for, or the words give none."""
    if any(act.slots.task_ids or act.intent not in _OPEN for act in (*alone.acts, *alone.readings)):
        return None
    line = read_line(text)
    led = _EXPLAINS.match(line.norm)
    why = line.part(led.end(), len(line.norm)).text if led else reason_said(text) or _held_up(text)
    if not why or number_told(text):
        return None
    of = _awaited(session, said, everywhere=bool(led))
    if of is None:
        return None
    why = _CALLED.sub("", why).strip(" ,")
    why = "" if gives_none(why) else why
    return Understanding((Act(Intent.explain, Slots(task_ids=(of.number,), text=why or None, unit_full=of.unit.name)),))


_OPEN = (Intent.smalltalk_other, Intent.not_understood, Intent.progress, Intent.explain, Intent.waiting_for_signature)


def _held_up(text: str) -> str | None:
    norm = read_line(text).norm
    asks = QUESTION_END.search(norm) or QUESTION_WORD.search(norm)
    long_enough = len(norm.split()) > 3
    return text if long_enough and _HELD_UP.search(norm) and not asks and not _TOLD.search(norm) else None


def _awaited(session: Session, said: Said, *, everywhere: bool) -> DutyLine | None:
    """The work shown last, or the only one of the sender's of which a reason is waited for."""
    shown = duties.lines_by_ids(session, said.agency_id, said.about)
    if len(shown) == 1 and is_awaited(session, said, shown[0]):
        return shown[0]
    if not everywhere:
        return None
    own = [x for x in duties.lines_of_people(session, said.agency_id, [said.who.id]) if is_awaited(session, said, x)]
    return own[0] if len(own) == 1 else None
