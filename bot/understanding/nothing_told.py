"""Words about a task that tell nothing done in it: what is wanted of it ("việc 12 kết quả tháng 10"), talk about it ("14 làm gấp",
"13 nhờ Phúc báo"), and a report put off ("mai báo", "chưa có số liệu"), which answers no period."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from jobs.rules.text import fold_words

_PERIOD = r"(?:(?:cua |trong )?(?:(?:ky|thang|quy|nam|tuan)(?: (?:bao cao|nay|truoc|nay roi|roi|qua|vua roi|\d{1,2}|i{1,3}|iv))*(?:(?: nam)? \d{4})?|hien nay|hien tai|den nay|moi nhat|ra))"
#: Named and not told: which of it is asked about.
_FIGURES = r"(?:(?:tinh hinh|ket qua|so lieu|tien do|bao cao|con so|ty le)(?: (?:thuc hien|cong viec|den dau|ket qua|tien do|cua|chi tiet|cap nhat))*)"
_HELD_UP = r"(?:(?:co )?(?:nhung )?(?:kho khan|vuong mac|vuong|ton tai)(?:,? (?:va )?(?:kho khan|vuong mac|vuong))*)"
_POLITE = r"(?:[ ,]+(?:a|em|e|anh|chi|nhe|nha|oi|di|giup|voi|xem|nao|vay|bot))*"
_ASKED = re.compile(rf"(?:cho (?:anh|chi|toi|em|minh) )?(?:xem |xin )?{_FIGURES}(?: {_PERIOD})*{_POLITE}")
_ASKED_BY_HEAD = re.compile(rf"(?:cho (?:anh|chi|toi|minh) (?:xem )?)?{_HELD_UP}(?: {_PERIOD})*{_POLITE}")

_NAME = r"(?:(?:anh|chi|em|co|chu|bac|ban|c|a|e) )?[^\W\d]+"
_ME = r"(?:(?:anh|chi|em|toi|minh|tui|c|a|e|thi|viec|nay|de|cu) )*"
_DOES = r"(?:bao(?: cao)?|ghi|gui|nop|nhap|lam|cap nhat|xu ly|theo doi)"
#: Spoken about the work or of who should do it.
_TALK = (
    rf"{_ME}(?:bao(?: cao)?|ghi|gui|nop|lam|nhap|cap nhat|xu ly|theo doi)(?: [^\W\d]+)? (?:gium|giup)\b.*",
    rf"{_ME}(?:da |dang |moi |vua |se )?NHO {_NAME} {_DOES}(?: (?:giup|ho|gium|roi|gap|di|nhe|a))*",
    rf"{_ME}(?:lam|xu ly|giai quyet|trien khai|thuc hien|hoan thanh|bao|nop|gui)(?: (?:cho|that|viec nay))* (?:gap|nhanh|som|lien|ngay)(?: (?:di|len|vao|nhe|nha|em|a|cho|giup|anh|chi|nao))*",
    rf"{_ME}(?:kho|met|nan|chan|cang|moi|oai|gap|lau|voi|cham|tre|phuc tap|ap luc|nhieu viec)(?: (?:khan|met|nan|moi|thang|rut|gap|cham))? (?:qua|lam|ghe|that|vay|vai|troi|day|nhi)(?: (?:roi|a|em|anh|chi|oi|di|luon))*",
    rf"{_ME}(?:chua|khong|co)(?: (?:co|duoc|thay))? giao (?:cho )?(?:ai|nguoi nao|dong chi nao|bo phan nao)(?: (?:ca|het|dau|lam|nhan))*",
    rf"{_ME}(?:ai cung )?(?:muon|phai|can|nen|mong|rang|co gang|buoc)(?: (?:sao|lam|cho|la))* (?:xong|hoan thanh)\b.*",
)
_TALKS = re.compile("|".join(f"(?:{each})" for each in _TALK))
_BY_HIMSELF = re.compile(
    r"(?:de )?(?:(?:anh|chi|toi|minh|c|a|tui) )?tu (?:lam|theo doi|xu ly|lo|phu trach)(?: (?:luon|duoc|nhe|nha))*"
)
_HANDED_OUT = re.compile(
    r"^(?:đã |da )?giao (?:cho )?(?:(?:anh|chị|chi|em) )?(?P<who>[^\W\d_]+)(?: (?:làm|lam|rồi|roi|mà|ma|xong))*[ .!]*$",
    re.I,
)

_LATER = r"(?:(?:sang |chieu |trua |toi |ngay )?(?:mai|mot|ngay kia)|chieu(?: nay)?|toi nay|(?:dau |cuoi |giua )?(?:tuan|thang)(?: (?:sau|nay|toi))?|(?:vai|may|it|\d+) (?:hom|bua|ngay) nua|hom (?:sau|khac)|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan sau)?|(?:mot )?(?:lat|ti|ty|chut)(?: nua)?|(?:khi |bao gio |luc )?(?:ve|co|ranh|xong)(?: (?:co quan|phong|so lieu|ket qua|day du))*|sau)"
_WHO = r"(?:(?:anh|chi|em|toi|minh|phong|ben em|c|a|e|se|moi|xin|thi|la|roi|xin phep|de) )*"
_REPORTS = r"(?:bao(?: cao)?|gui|cap nhat|bo sung|tra loi|noi|nhan)"
_WHAT = r"(?:(?: (?:so lieu|ket qua|bao cao|cho|lai|sau|anh|chi|em|qua|len|luon|day du|the|cu the|nhe|nha|a|ha))*)"
_NO_FIGURES = rf"{_ME}(?:(?:hien|van|con|hien tai|thang nay|ky nay|den gio|gio) )*(?:chua|khong)(?: (?:kip|thay|he))*(?: (?:co|du|lay|lay duoc|nhan duoc|tong hop|tong hop duoc|xin duoc|ra))+ (?:day du |du )?(?:so lieu|ket qua|con so|thong tin|so)(?: (?:de bao(?: cao)?|ky nay|thang nay|cu the|chinh thuc|day du|moi|gi|dau|nua))*"
_ELSEWHERE = rf"{_ME}(?:(?:hien|van|con|dang|hom nay|bua nay|ban|nay) )*(?:di )?(?:cong tac|hop|nghi(?: phep| om)?|om|hoc|tap huan|vang|duong|ban(?: (?:qua|viec|hop|lam))?|xa|ngoai)(?: (?:o |tai |ngoai |trong )?[^\W\d]+){{0,2}}"
_PUT_OFF = rf"(?:{_WHO}{_LATER},? {_WHO}{_REPORTS}|{_WHO}{_REPORTS}{_WHAT} (?:sau|{_LATER})){_WHAT}"
_TOLD_LATER = re.compile(
    rf"(?:(?:{_NO_FIGURES}|{_ELSEWHERE})[ ,.;]*(?:nen )?)?{_PUT_OFF}{_POLITE}|{_NO_FIGURES}{_POLITE}"
)

#: What is longer tells something.
_LONGEST = 120


def told_later(words: str) -> bool:
    """Whether a report is only put off, or its figures are still lacking, without a word of why."""
    return len(words) <= _LONGEST and bool(_TOLD_LATER.fullmatch(_norm(words)))


def as_told(c: Clause, taken: Act | Doubt) -> Act | Doubt:
    """The same, the card where a task's figures are only named, or a question where the words may be talk about it."""
    if isinstance(taken, Doubt):
        only = taken.readings[0] if len(taken.readings) == 1 else None
        asked = as_told(c, only) if only else taken
        return asked if isinstance(asked, Act) and asked is not only else taken
    words = taken.slots.statement or ""
    if taken.intent is not Intent.progress or taken.slots.percent is not None or not taken.slots.task_ids:
        return taken
    if not 0 < len(words) <= _LONGEST:
        return taken
    norm = _norm(words)
    if not c.heads and re.match(r"bao cao\b", norm) and _ASKED.fullmatch(norm):
        return Doubt((taken, c.act(Intent.task_detail)))  # it may be done
    if _ASKED.fullmatch(norm) or (c.heads and _ASKED_BY_HEAD.fullmatch(norm)):
        return c.act(Intent.task_detail)
    if c.heads and _BY_HIMSELF.fullmatch(norm):
        return Doubt((c.act(Intent.assign, person="tôi"), taken))
    handed = _HANDED_OUT.match(words)
    if c.heads and handed and c.directory.names_somebody(handed["who"]):
        return Doubt((c.act(Intent.assign, person=handed["who"]), taken))
    return Doubt((taken,)) if _TALKS.fullmatch(norm) else taken


def _norm(words: str) -> str:
    """Folded, "nhờ" apart from "nhớ" and "nhỏ"."""
    marked = re.sub(r"\b[Nn]hờ\b", "qqq", words)
    return fold_words(marked).replace("qqq", "NHO")
