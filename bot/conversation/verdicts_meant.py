"""A head's verdict in his own words: "2 sửa lại số liệu rồi gửi anh", "2 thế này là tốt rồi". Said of a report that waits for him
it is asked about as one, with what he said as the reason; it is never kept as a result of whose work it is."""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.conversation.carried_out import waiting_for
from bot.conversation.ordered_of_others import leads
from bot.understanding.beside_verdict import cleaned
from bot.understanding.intents import VERDICTS, Act, Intent, Slots, Understanding
from bot.understanding.line import Line, read_line
from bot.understanding.polite_end import polite_from
from bot.understanding.rules.passed_on import verdict_of_another
from bot.understanding.words import QUESTION_END, QUESTION_WORD
from bot.usecases.said import Said
from jobs.rules.text import fold
from storage.kinds import EventKind
from storage.queries import duties as duty_queries
from storage.queries import events as event_queries
from storage.queries import people as people_queries

_NUMBER = re.compile(
    r"(?:(?:da|em|a|u|ok|vang|khoan|tu tu)[ ,]+)*(?:(?:viec|nhiem vu|nv|so|cai) )*#?(?P<number>\d{1,4})\b[ ,:]+(?!\d)"
)
_WHO = r"(?:(?:thi|la|ok|duoc|tam|on|dat|nhung|ma|em|anh|chi|toi|bao|nho|noi|phai|nen|giup|ho|dong chi|ban|can|xem roi|doc roi)\b,? )*"
_WORK = r"(?:sua|chinh|bo sung|viet|ra soat|kiem tra|xem|doc|lam|gui|trinh|nop|tinh|cap nhat|dieu chinh|hoan thien|doi chieu|them|bot|in|ky|chup|ghi)"
#: To be worked on again, or what it lacks.
_LACKS = re.compile(
    rf"(?:(?:em|nho em|nho) )?(?:bao|nhan|keu|noi)(?: (?:voi|cho|lai))* [^\W\d]+(?: (?:anh|chi|em))? (?:bo sung|{_WORK}(?: lai)?)\b|{_WHO}{_WORK} (?:\w+ ){{0,2}}?(?:lai|them|ro|ky|cho (?:du|dung|ro|ky|chuan))\b|{_WHO}(?:bo sung|lam ro|hoan thien|chinh sua|sua)\b"
    rf"|{_WHO}(?:(?:can|nho|phai|nen|rang|co gang|tranh thu) )*(?:lam|xu ly|giai quyet|soan|viet|thuc hien|trien khai)(?: (?:cho|that|giup|anh|chi))* (?:som|ky|kỹ|nhanh|gap|can than|dung han|ngay|lien|dang hoang|chu dao)\b"
    r"|(?:.*\b)?(?:(?:con )?thieu|sai|nham|so sai|so luoc|khong khop|chua (?:duoc|co|on|dat|du|day du|khop|dung|ro|hop ly|ky|tot|chinh xac)|khong (?:khop|dung|dat|on|ro|hop ly|duoc))\b"
)
_LACKING = re.compile(r"\b(?:chua|khong|thieu|sai|xem lai|lam lai|sua|bo sung|moi duoc|moi co|so sai|kem)\b")
_FINE = re.compile(
    r".*\b(?:tot|on|duoc|dat|ok|hay|day du|chuan|dong y|nhat tri|duyet|hop ly|dung roi)\b(?: (?:roi|lam|day|do|đó|luon|nhe|em|a|yeu cau|qua|thoi|nhi|het|ca))*[ .!]*$"
)
#: Something is missing or to be done again.
_WANTING = re.compile(r"\b(?:chua|khong|phai|lai|can|thieu|sai|nham|so sai|them|bo sung|sua|lam ro|cham|tre)\b")
#: How the work stands, and nothing of how good it is.
_STANDS = re.compile(
    r"(?:(?:em|thi|van|con|dang|hien) )*(?:cho|doi|vuong|ket|khong (?:vuong|phat sinh)|(?:chua|khong)(?: [^\W\d]+){1,2} (?:xong|kip|duoc))\b"
)
_TOLD = re.compile(r"(?:em |toi |anh |chi )?(?:da|dang|vua|moi|se|duoc|dat) (?!doc|xem)|.*\d ?%")
_EVERY = r"(?:het|tat ca|toan bo|ca (?:\d{1,2}|hai|ba|bon)|(?:may|cac|nhung))(?: (?:viec|cai|bao cao|nhiem vu))*"
#: All that waits of one person: "trả hết cho Quân, thiếu phụ lục", "cái của Quân được hết".
_ALL_OF_HIS = re.compile(
    rf"(?:(?:da|em|ok|u|thoi|anh|chi)[ ,]+)*(?:(?:(?P<yes>(?:phe )?duyet|dong y|nhat tri|thong qua)|tra(?: lai| ve)?|bac)(?: luon| giup)* {_EVERY} (?:cho|cua) (?:(?:anh|chi|em|co|chu|bac) )?(?P<who>[^\W\d]+)(?:(?: (?:nhe|nha|di|luon|a|em|giup))*[ .!]*$|[ ,:]+(?P<why>(?:vi |do )?(?:thieu|sai|chua|can|khong|bo sung)\b.*)|[ ,:]+(?:vi|do) (?P<because>.+))"
    rf"|(?:{_EVERY} )?(?:cai|viec|phan|bao cao)(?: (?:gui|nop))? cua (?:(?:anh|chi|em|co|chu|bac) )?(?P<his>[^\W\d]+) (?:thi |deu )?(?:duoc|ok|on|dat|tot|duyet)(?: (?:het|ca|roi|luon|do|đó|nhe|nha|em|a))*[ .!]*)"
)
#: What such words are taken for where nobody waits for a verdict.
_TAKEN_FOR = frozenset(
    {
        Intent.progress,
        Intent.greeting_thanks,
        Intent.not_understood,
        Intent.smalltalk_other,
        Intent.approve,
        Intent.reject,
        Intent.undo_done,
    }
)


def verdict_meant(session: Session, said: Said, text: str, alone: Understanding) -> Understanding:
    """The same, or what a head is asked about; staff have no verdict to give."""
    if len(alone.acts) > 1:
        return _beside_others(session, said, alone)
    if handed_on := _handed_on(session, said, alone):
        return handed_on
    line = read_line(text)
    decided = alone.sure and alone.acts[0].intent in VERDICTS
    if of_his := None if decided else _all_of_his(session, said, line):
        return of_his
    found = _NUMBER.match(line.norm)
    fine = found and not _asks(line.norm) and _verdict(line.norm[found.end() :]) is Intent.approve
    if found and fine and (back := _after_return(session, said, int(found["number"]), alone)):
        return back
    if not found or alone.acts[0].intent not in _TAKEN_FOR or _asks(line.norm):
        judged = _lacks(alone.acts[0]) or _is_fine(alone.acts[0])
        several = alone.acts[0].slots.task_ids if judged and not alone.acts[0].slots.percent else ()
        return _not_kept_unasked(session, said, several, alone) if len(several) > 1 else alone
    act, number = alone.acts[0], int(found["number"])
    decided = act.intent in VERDICTS and bool(act.slots.task_ids)
    rest = line.norm[found.end() :]
    verdict = None if decided or _TOLD.match(rest) else _verdict(rest)
    if verdict is None:
        return (
            alone
            if decided or _TOLD.match(rest) or _STANDS.match(rest)
            else _answers_what_waits(session, said, line, found, alone)
        )
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    if number in {x.number for x in waiting}:
        reason = line.typed(found.end(), polite_from(line, found.end(), len(line.norm))) or None
        meant = Act(verdict, Slots(task_ids=(number,), reason=reason if verdict is Intent.reject else None))
        return Understanding((meant,), sure=False, readings=(meant,))
    return _not_kept_unasked(session, said, (number,), alone)


def _answers_what_waits(
    session: Session, said: Said, line: Line, found: re.Match[str], alone: Understanding
) -> Understanding:
    """ "7 làm chưa tới" while 7 waits for him: no result of whose work it is before he has said so."""
    act, number = alone.acts[0], int(found["number"])
    told = act.intent is Intent.progress and act.slots.task_ids == (number,)
    unread = act.intent in (Intent.not_understood, Intent.greeting_thanks) and line.norm[found.end() :].count(" ") > 0
    if not (told or unread) or number not in waiting_for(session, said):
        return alone
    reports = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    which = None if number in reports else "any"
    reason = line.typed(found.end(), polite_from(line, found.end(), len(line.norm))) or None
    refused = Act(Intent.reject, Slots(task_ids=(number,), reason=reason, which=which))
    granted = (Act(Intent.approve, Slots(task_ids=(number,), which=which)),) if which else ()
    plain = _WANTING.search(line.norm[found.end() :]) and not which
    readings = (refused,) if plain else (*granted, refused, *((act,) if told else ()))
    return Understanding(readings[:1], sure=False, readings=readings)


def _all_of_his(session: Session, said: Said, line: Line) -> Understanding | None:
    found = _ALL_OF_HIS.fullmatch(line.norm)
    if not found or _asks(line.norm):
        return None
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    holders = {p.id: p for p in people_queries.people(session, said.agency_id, said.day)}
    name = found["who"] or found["his"]
    his = [x.number for x in waiting if (p := holders.get(x.duty.person_id or 0)) and fold(p.given_name) == name]
    if not his:
        return None
    why = "why" if found["why"] else "because"
    fine = found["yes"] or found["his"]
    reason = line.typed(*found.span(why)) if found[why] and not fine else None
    meant = Act(Intent.approve if fine else Intent.reject, Slots(task_ids=tuple(dict.fromkeys(his)), reason=reason))
    return Understanding((meant,), sure=False, readings=(meant,))


def _after_return(session: Session, said: Said, number: int, alone: Understanding) -> Understanding | None:
    """ "7 được rồi đó" of a task he sent back today: he may want that taken back, and says nothing of its result."""
    mine = event_queries.changes_of(session, said.agency_id, said.who.id, said.day)
    of = {x.duty.id for x in duty_queries.lines_by_number(session, said.agency_id, number)}
    last = next((event for event in mine if event.duty_id in of), None)
    plain = alone.acts[0].intent not in (*_TAKEN_FOR, Intent.done) or alone.acts[0].intent is Intent.undo_done
    if plain or last is None or last.kind is not EventKind.RETURNED:
        return None
    back = Act(Intent.undo_done, Slots(task_ids=(number,), of_act="reject"))
    return Understanding((back,), sure=False, readings=(back,))


def _handed_on(session: Session, said: Said, alone: Understanding) -> Understanding | None:
    """ "Thay mặt anh Tâm trả 2": told of the task, so that its answer says whose verdict it is."""
    acts = (*alone.acts, *alone.readings)
    told = next((act for act in acts if act.intent is Intent.progress and act.slots.task_ids), None)
    if told is None or not verdict_of_another(_words(told), waits=True):
        return None
    waiting = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    if not waiting.intersection(told.slots.task_ids):
        return Understanding((told,))
    down = re.search(r"\b(?:tra|bac|tu choi|khong duyet|chua duyet|lam lai)\b", read_line(_words(told)).norm)
    own = Act(Intent.reject if down else Intent.approve, Slots(task_ids=told.slots.task_ids))
    return Understanding((own,), sure=False, readings=(own,))  # as his own word


def _beside_others(session: Session, said: Said, alone: Understanding) -> Understanding:
    """ "2 dc, 7 chua dc thieu anh": what waits for him is approved as he said it, and whether the other goes back is asked."""
    lacking = [act for act in alone.acts if _lacks(act) or (act.intent is Intent.reject and act in alone.readings)]
    lacking += [
        act for act in alone.acts if _is_fine(act) and not all(is_own(session, said, n) for n in act.slots.task_ids)
    ]
    if not lacking:
        return alone
    waiting = {x.number for x in duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)}
    refused = [act for act in lacking if act.slots.task_ids and waiting.issuperset(act.slots.task_ids)]
    asked = refused or [act for act in lacking if not all(is_own(session, said, n) for n in act.slots.task_ids)]
    if not asked:
        return alone
    rest = [act for act in alone.acts if act not in asked]
    plain = tuple(act for act in rest if alone.sure or act in alone.certain or _approves(act, waiting))
    open_ = tuple(act for act in rest if act in alone.readings and act not in plain)  # asked about with the others
    readings = (*open_, *(act if act.intent is Intent.reject or not refused else _sent_back(act) for act in asked))
    return Understanding(
        (*(act for act in rest if act not in open_), *readings), sure=False, readings=readings, certain=plain
    )


def _approves(act: Act, waiting: set[int]) -> bool:
    return act.intent is Intent.approve and bool(act.slots.task_ids) and waiting.issuperset(act.slots.task_ids)


def _lacks(act: Act) -> bool:
    return act.intent is Intent.progress and _verdict(read_line(_words(act)).norm) is Intent.reject


def _is_fine(act: Act) -> bool:
    return act.intent is Intent.progress and _verdict(read_line(_words(act)).norm) is Intent.approve


def _sent_back(act: Act) -> Act:
    return Act(Intent.reject, Slots(task_ids=act.slots.task_ids, reason=cleaned(_words(act))))


def _words(act: Act) -> str:
    return act.slots.text or act.slots.statement or ""


def _not_kept_unasked(session: Session, said: Said, numbers: tuple[int, ...], alone: Understanding) -> Understanding:
    """Of work that another does, such words are his head's and no result of it."""
    kept = alone.sure and alone.acts[0].intent is Intent.progress and not all(is_own(session, said, n) for n in numbers)
    return replace(alone, sure=False, readings=alone.acts) if kept else alone


def unless_it_waits(session: Session, said: Said, read: Understanding) -> Understanding:
    """What a head says of somebody's report that waits for him answers that: whether it goes back for it is asked."""
    (act, *more) = read.acts
    if more or act.intent is not Intent.progress or act.slots.person or act.slots.unit:
        return read
    waiting = duty_queries.lines_waiting_for(session, said.agency_id, said.who.id)
    of_others = {x.number for x in waiting if not x.duty.held_by(said.who.id)}
    numbers = tuple(n for n in act.slots.task_ids if n in of_others)
    words = read_line(_words(act)).norm
    if not numbers or (_TOLD.match(words) and not words.startswith("moi ")):
        return read
    back = Act(Intent.reject, Slots(task_ids=numbers, reason=cleaned(_words(act)) or None))
    others = (act,) if read.sure else tuple(each for each in read.readings if each.intent is not Intent.reject)
    readings = (back,) if _LACKING.search(words) else (back, *others)
    return replace(read, acts=readings[:1], sure=False, readings=readings)


def is_own(session: Session, said: Said, number: int) -> bool:
    """Whether he holds the task himself, or nobody knows the number."""
    lines = duty_queries.lines_by_number(session, said.agency_id, number)
    return not lines or any(leads(x, said) for x in lines)


def _verdict(rest: str) -> Intent | None:
    if _LACKS.match(rest):
        return Intent.reject
    return Intent.approve if _FINE.match(rest) else None


def _asks(norm: str) -> bool:
    return bool(QUESTION_END.search(norm) or QUESTION_WORD.search(norm))
