"""A head's word about somebody else's task that orders or complains: "7 mời thêm bên đoàn nhé", "2 xong chưa báo anh". Whether
he is to be reminded or it is his result is asked; the owner would otherwise stand with words he never said.
"""

import re
from dataclasses import replace

from sqlmodel import Session

from bot.conversation.carried_out import waiting_for
from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import Line, read_line
from bot.usecases.said import Said
from jobs.rules.text import fold
from storage.kinds import PartyRole
from storage.queries import duties
from storage.queries.duties import DutyLine
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


#: What he wants of it, or that he has heard nothing; behind it figures and days are those of his order.
_WANTED = re.compile(
    r"(?:(?:thi|la|nay|van|cung|sao|em|nho|viec) )*(?:phai|can|nen|yeu cau|de nghi|bat buoc|nhat thiet|muon|hay|cu|rang|co gang|tranh thu|khan truong|tap trung|chu y|luu y|nho)\b"
    r"|(?:(?:thi|la|van|cung|sao|den gio|gio|nay) )*(?:(?:anh|chi|em|co|chu|bac|ban) )?(?:[^\W\d]+ )?(?:van )?(?:chua|khong)(?: (?:thay|co|nhan duoc|nghe))*(?: ai| [^\W\d]+)?"
    r" (?:bao(?: cao)?|giai trinh|gui|nop|tra loi|phan hoi|noi|gi|dong tinh|tin tuc)(?: (?:gi|ca|het|anh|chi|toi|lai|cho))*[ .!]*$"
)


def asked_if_ordered(session: Session, said: Said, text: str, understood: Understanding) -> Understanding:
    """The same, or the question whether somebody is to be reminded of his task, where a head's words do not tell how it stands."""
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
    if not _of_others(session, said, act):
        return understood
    waits = set(act.slots.task_ids) <= waiting_for(session, said)
    if re.search(r"\bmai (?:da |bao |cung )*xong\b", told.norm) and _of_mai(session, said, act):
        return _finished_by_mai(act, told, waits)
    if waits:
        return understood  # his words answer that, as `verdict_meant` reads them
    if re.match(mine, behind.norm) and behind.text.split()[1].islower():
        return replace(understood, sure=False, readings=(act,))  # what he did himself may be no result of it
    if _FORETOLD.search(line.norm):
        return _whom_it_meant(session, said, act, understood)
    stands = _STANDS.search(told.text.lower()) and not _WANTED.match(told.norm)
    ordered = _ORDERED.search(behind.norm) and not stands
    if stands and not (
        ordered or _TO_ME.search(line.norm) or (re.search(r"\bmai\b", told.norm) and _of_mai(session, said, act))
    ):
        return understood
    remind = Act(Intent.remind_unit, Slots(task_ids=act.slots.task_ids))
    return replace(understood, acts=(remind,), sure=False, readings=(remind, act))


def _finished_by_mai(act: Act, told: Line, waits: bool) -> Understanding:
    """ "Mai xong 10 rồi" may be hers who is called like the day to come, "mai xong 10 nhé" an order to her."""
    of = Slots(task_ids=act.slots.task_ids)
    if waits:
        meant = Act(Intent.approve, of)
        return Understanding((meant,), sure=False, readings=(meant,))
    if re.search(r"\b(?:roi|da)\b", told.norm):
        meant = Act(Intent.done, replace(of, person="Mai", statement=act.slots.statement))
    else:
        meant = Act(Intent.remind_unit, of)
    return Understanding((meant,), sure=False, readings=(meant, act))


def _of_mai(session: Session, said: Said, act: Act) -> bool:
    """Who does it is called like the day to come."""
    lines = [x for n in act.slots.task_ids for x in duties.lines_by_number(session, said.agency_id, n)]
    holders = {i for x in lines for i in (x.duty.recipient_id, x.duty.person_id) if i}
    found = people(session, said.agency_id, said.day, only=holders) if holders else []
    return any(fold(person.given_name) == "mai" for person in found)


def _whom_it_meant(session: Session, said: Said, act: Act, understood: Understanding) -> Understanding:
    """He is to be reminded, or it is his result; where the owner is called Mai, she may have done it."""
    of = Slots(task_ids=act.slots.task_ids)
    done = (Act(Intent.done, replace(of, person="Mai")),) if _of_mai(session, said, act) else ()
    remind = Act(Intent.remind_unit, of)
    return replace(understood, acts=(remind,), sure=False, readings=(remind, *done, act))


def _of_others(session: Session, said: Said, act: Act) -> bool:
    """Somebody else does each of them."""
    lines = [x for n in act.slots.task_ids for x in duties.lines_by_number(session, said.agency_id, n)]
    return bool(lines) and not any(leads(x, said) for x in lines)


def leads(line: DutyLine, said: Said) -> bool:
    """Whether it is the sender's; whose unit only takes part has none of its results."""
    return line.duty.role is PartyRole.LEAD and line.duty.held_by(said.who.id)
