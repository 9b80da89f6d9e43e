"""A head's word about somebody else's task that orders or complains: "7 mời thêm bên đoàn nhé", "2 xong chưa báo anh". Whether
he is to be reminded or it is his result is asked; the owner would otherwise stand with words he never said.
"""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from bot.usecases.said import Said
from bot.usecases.who_is import named
from jobs.rules.text import fold
from storage.queries import duties
from storage.queries.people import people

_POLITE = r"(?:[ ,]+(?:em|anh|chi|a|luon|giup|gium|ho|nua|vao|cho ky|bot|oi))*[ .!]*$"
#: Told of what is or was, with its figures: no order.
_STANDS = re.compile(
    r"\b(?:đã|da|đang|chưa|chua|không|khong|rồi|roi|xong|vướng|vuong|chờ|đợi|doi|mới|được|duoc|đạt|dat|bình thường|binh thuong|tốt|ổn|kịp|thường xuyên|thuong xuyen"
    r"|như|nhu|còn|vẫn|van|hết|đủ|thiếu|dang (?!nhieu|them|len|tin|bai)|moi (?!them|anh|chi|ben|doan|cong an)|\d+)\b"
)
_ORDERED = re.compile(
    rf"\b(?:nha|nhe|nhen|nghe|nghen|di|voi|len|them|vao){_POLITE}"
    r"|^(?:can|phai|nen|nho|hay|cu|rang)\b|\b(?:nhieu|ky|nhanh|som) (?:len|hon|vao)\b|^moi (?:anh|chi|co|chu|bac|dong chi|ben|them)\b|^[^\W\d]+ them (?!kinh phi|nguoi|thoi gian)"
)
#: The sender himself is to get or to hear it.
_TO_ME = re.compile(
    r"\b(?:bao(?: cao)?|trinh|gui|nop|dua|chuyen)(?: (?:cho|len|lai))? (?:anh|chi|toi|minh)\b(?= ?$|[ .!?]*$|,? (?:truoc|voi|da|xem|duyet|ky|nhe|nha|em|biet|dau|ha|vay|gi)\b)"
)
_CANNOT_APPROVE = re.compile(
    r"\bsao (?:ma |lai )?(?:anh |chi |toi )?(?:phe duyet|duyet|ky|dong y|cho qua)(?: cho)? (?:duoc|noi)\b"
)

#: "Mai xong 10 nhé": an order to chị Mai, that she has done it, or when it will be; of none she told herself.
_FORETOLD = re.compile(
    r"^(?:(?:da|vang|em|anh|chi|nho|bao|ok|viec|nv|so|#?\d[\d, va]*),? (?:thi )?)*(?:(?:sang |chieu |trua |toi |ngay )?mai|ngay kia|(?:dau |cuoi )?(?:tuan|thang) sau)\b(?: \w+){0,4}? (?:xong|nop|gui|trinh|lam|ky|bao|hoan thanh|co)\b"
)


def asked_if_ordered(session: Session, said: Said, text: str, understood: Understanding) -> Understanding:
    """The same, or the question whether somebody is to be reminded of his task, where a head's words order."""
    (act, *more) = understood.acts
    if more or not understood.sure or act.intent is not Intent.progress or act.slots.percent is not None:
        return understood
    if not act.slots.task_ids or act.slots.person or act.slots.unit:
        return understood
    line = read_line(text)
    if _CANNOT_APPROVE.search(line.norm):
        return Understanding((Act(Intent.smalltalk_other, Slots(task_ids=act.slots.task_ids, held=True)),))
    told = read_line(act.slots.text or act.slots.statement or "")
    behind = read_line(re.sub(r"^\D*\d[\d, ]*[:,]? ?", "", text))
    mine = rf"(?:{fold(said.who.staff.honorific)}|toi|minh|tui) (?!em\b)[a-z]"
    if re.match(mine, behind.norm) and behind.text.split()[1].islower() and _of_others(session, said, act):
        return replace(understood, sure=False, readings=(act,))  # what he did himself may be no result of it
    if _FORETOLD.search(line.norm) and _of_others(session, said, act):
        return _whom_it_meant(session, said, act, understood)
    ordered = _ORDERED.search(behind.norm) and not _STANDS.search(told.text.lower())
    if not (ordered or _TO_ME.search(line.norm)) or not _of_others(session, said, act):
        return understood
    remind = Act(Intent.remind_unit, Slots(task_ids=act.slots.task_ids))
    return replace(understood, acts=(remind,), sure=False, readings=(remind, act))


def _whom_it_meant(session: Session, said: Said, act: Act, understood: Understanding) -> Understanding:
    """He is to be reminded, or it is his result; where the owner is called Mai, she may have done it."""
    numbers = act.slots.task_ids
    called = named(people(session, said.agency_id, said.day), "Mai")
    lines = [x for n in numbers for x in duties.lines_by_number(session, said.agency_id, n)]
    hers = len(called) == 1 and any(x.duty.held_by(called[0].id) for x in lines)
    remind = Act(Intent.remind_unit, Slots(task_ids=numbers))
    done = (Act(Intent.done, Slots(task_ids=numbers, person="Mai")),) if hers else ()
    return replace(understood, acts=(remind,), sure=False, readings=(remind, *done, act))


def _of_others(session: Session, said: Said, act: Act) -> bool:
    """Somebody else does each of them."""
    lines = [x for n in act.slots.task_ids for x in duties.lines_by_number(session, said.agency_id, n)]
    return bool(lines) and all(not x.duty.held_by(said.who.id) for x in lines)
