"""Finished: what says that a task is done (what denies it: `not_finished.py`), and what may mean so or a part of it."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.left_out import left_out
from bot.understanding.line import read_line
from bot.understanding.not_finished import NOW_DONE, is_not_done, is_ordered, perhaps_to_come, waits_to_hear
from bot.understanding.numbers import COUNTED, without_documents, without_evidence
from bot.understanding.rules.tell import about_work, done_act, of_one_task, progress_act
from bot.understanding.words import DONE, TALKED

_OTHER_MATTER = (
    r"(?:hop|an|com|uong|choi|ngu|giao ban|hoi nghi|le|cafe|ca phe|nhau|tap|tiec|the duc|nghi|di cho|nau|lop|ky xong|coi|xem|doc|hat|dam cuoi|hoc|noi|kham|di|cuoc hop|bua(?! (?:hom|nay|qua|kia|truoc))|nghe(?= \w)|tra xe|sua|"
    r"don|dien|mang|may)"
)
_ISSUED = re.compile(r"\b(?:ky|ban hanh|phat hanh|co so(?= ?:| (?:roi|la|_|\d)))\b(?! (?:nhay|tat))")
_NOT_ISSUED = re.compile(
    r"\b(?:chua|khong|cho|doi|dang|trinh|xin|sap|se|du thao|can|phai|de nghi|neu|khi|mai|gop y|y kien|theo|mot phan|mot nua|hen|du kien)\b"
)
_TOLD = r"ket thuc(?: het| ca)? roi|ket thuc(?=(?:[ ,]+(?:a|nhe|nha|nghen|em|anh|chi))*[ .!]*$)|(?:deu |da )ket thuc|da (?:ban hanh|phat hanh|nop|trien khai xong|giai quyet|ket thuc)|(?:nop|ban hanh|phat hanh|nop (?:(?:viec|nv|so) )*\d[\d, va]*|gui (?:bao cao )?viec \d+) ?roi|ok roi|da ky ban hanh"
#: What holds it up comes first: "23: do vướng đền bù, đến 15/11 xong mặt bằng".
_WHY = re.compile(
    r"[ :,.–-]*(?:(?:la|ly do|nguyen nhan) )*(?:do|vi|tai) (?:[^\W\d]+ ){0,3}?(?:vuong|ket|cho|doi|thieu|chua|khong|cham|bi|mua|bao)\b(?! xong)"
)
_HANDED_IN = re.compile(
    r"(?:^|[, ])(?:nop|gui|up|tai|day|upload)(?: (?:ban cung|ban mem|du|day du|luon|file|len|xong))* (?:bao cao|ke hoach|van ban|ket qua|san pham|ho so|so lieu|cong van|to trinh|bieu)\b[^,;.]*\broi\b"
    r"|(?:^|[, ])(?:bao cao|ke hoach|van ban|ket qua|san pham|ho so|so lieu|cong van|to trinh)(?: (?:em|toi|minh|phong em))? (?:da |vua |moi )?(?:nop|gui|up)\b[^,;.]*\broi\b"
    r"|^(?:(?:da|em|toi|minh|phong|vua|moi|ben em) )*nop (?:(?:len|cho|ve|qua) (?:\S+ ){1,4}?)?roi\b"
)
#: Sent to be looked at, not handed in.
_ON_THE_WAY = (
    r"y kien|gop y|xem|ra soat|tham dinh|sua|nhap|de cuong|mot phan|con thieu|yeu cau|de nghi|giay moi|phieu|may hom|phong khac|cac phong"
    r"|chua|khong|dang|se|mai|sap|neu|khi|du thao|nhung|(?:cho|doi|trinh|xin) (?:\w+ )?(?:ky|duyet|phe duyet|dong dau|phan hoi|tra loi)"
)
#: Staff asking for the report itself to be written down.
_TICKED = rf"(?:(?:giup|ho|cho|em|toi) )*(?:danh dau|tick|ghi(?: nhan)?|cap nhat)(?: (?:giup|ho|la|da|em|toi))* {DONE} (?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*(?: (?:giup|ho|dum|em|toi|nhe|voi))*"
_GAVE = re.compile(
    r"\b(?:nop|gui)(?: (?:viec |nhiem vu )?(?:so )?\d+)?(?: (?:bao cao|van ban|ho so|du thao|ban cung|ban mem|file|lai|len|xong|roi|cho|qua|ve))* ?"
)
_SUPERIOR = re.compile(
    r"(?:sep|lanh dao|truong phong|pho (?:truong )?phong|chanh|pho chanh|truong|thu truong|pho|phong|ben)\b"
)
_NEAR = 3
_TIME_UNIT = r"(?:h|g|gio|phut|tieng|ngay|hom|tuan|thang|nam|buoi)\b"
_FIGURE = re.compile(rf"\b\d+ (?:{COUNTED})\b")
#: Done on the way to the end, seldom the end itself: "8 họp xong rồi".
_STEP = r"(?:hop|trinh ky|trinh|in|photo|chuan bi|soan|soan thao|lay y kien|khao sat|dong dau|lien he|dang ky|nhap|len ke hoach|len lich|len khung|xin y kien|gop y|tham khao|lam viec)"
_STEP_DONE = rf"\b{_STEP} {DONE}\b|\b{DONE} (?:\S+ ){{0,1}}?(?:thu tuc|ho so|kinh phi|hop dong|danh sach|so lieu|khau|ban in|giay moi)\b"
_TALKED = re.compile(rf"(?:(?:em|anh|chi|toi|minh|vua|da|moi) )*{TALKED}[,.] ")
_OK = r"(?:viec |nhiem vu |nv |so )?(?:so )?#?\d(?:[\d, va#-]|den |toi )*:? ?(?:thi |deu )?ok(?: (?:roi|het|ca|luon))+(?: (?:do|đó|day|nha|ma))*"
#: A number with a word that only nods: "7 rồi" may be finished or merely begun.
_NOD = re.compile(
    r"(?:viec |nhiem vu |nv |so )?(?:so )?#?\d[\d, va#]*:? ?(?:thi )?(?:ok|roi|duoc|duoc roi|da|vang|da vang|u|uh)"
)


def ticked(c: Clause) -> Act | Doubt | None:
    """ "Đánh dấu hoàn thành việc 8" of staff reports it; a head's may accept."""
    if not c.ids or c.asks_plainly or not re.fullmatch(_TICKED, c.core):
        return None
    return Doubt((c.act(Intent.approve), done_act(c))) if c.heads else done_act(c)


def finished(c: Clause) -> Act | Doubt | None:
    found, issued = _done_word(c), _issued(c)
    sent = c.ids and c.evidence and c.has("(?:da|vua|moi) gui") and not c.has(_ON_THE_WAY)
    told = found or issued or sent or (c.ids and _undenied(c, re.compile(rf"\b(?:{_TOLD})\b"))) or _handed_in(c)
    if not told or c.asks_plainly:
        return None
    if found and not c.ids and _of_other_matter(c):
        return progress_act(c) if c.replying and _counts_after(c) else None
    if found and is_ordered(c):
        return c.act(Intent.smalltalk_other, held=True) if waits_to_hear(c) else c.act(Intent.not_understood)
    if is_not_done(c) or _why_first(c):
        return _not_ended(c, with_document=bool(issued and not found))
    if c.percent is not None and c.percent < 100:
        return progress_act(c)
    if c.ids and c.context == "group" and not c.names_task:
        return None
    if paper := _perhaps_a_paper(c):
        return paper
    act = done_act(c).with_slots(brings=_brought(c) if found else None)
    act = act.with_slots(date=None) if NOW_DONE.search(c.norm) else act  # the day named is of when it was not
    if c.ids and not act.slots.task_ids:  # "xong hết trừ 9" leaves open what was meant
        return c.act(Intent.not_understood)
    if (c.ids or c.replying) and (half := _perhaps_half(c, act)):
        return half
    sent_only = c.ids and not found and not issued and c.has("gui")
    if sent_only or ((c.ids or c.replying) and perhaps_to_come(c)):
        return Doubt((act, progress_act(c)))
    if (
        c.ids
        or c.replying
        or (found and c.context == "direct" and (c.excepted or _bare_done(c) or c.evidence or _of_work(c)))
    ):
        return act
    return None


def _not_ended(c: Clause, *, with_document: bool) -> Act | Doubt | None:
    """How it stands; where its document is there and something is still to be done, it may have ended."""
    if with_document and c.ids:
        return Doubt((done_act(c), progress_act(c)))
    return progress_act(c) if c.ids or c.replying or (c.context == "direct" and of_one_task(c)) else None


def _why_first(c: Clause) -> bool:
    return bool(c.ids and not c.evidence and _WHY.match(c.norm, c.after_ids or 0))


def _handed_in(c: Clause) -> bool:
    """ "Đã nộp báo cáo rồi ạ" in reply to a reminder; "đã gửi dự thảo xin ý kiến rồi" is a step on the way."""
    handed = c.replying and not c.ids and _HANDED_IN.search(c.norm)
    others = (c.person_span or (len(c.norm), 0))[0], c.unit.start if c.unit else len(c.norm)
    return bool(handed and min(others) >= handed.start() and not c.has(_ON_THE_WAY))


def _to_ones_own(c: Clause) -> bool:
    """ "Đã nộp cho anh Tâm rồi": a draft lies with somebody of the office; handed in at the Sở it is finished."""
    gave = _GAVE.search(c.norm)
    if not gave or c.evidence:
        return False
    named = [at for at in (c.person_span, (c.unit.start, c.unit.end) if c.unit else None) if at]
    return bool(_SUPERIOR.match(c.norm, gave.end())) or any(0 <= at[0] - gave.end() <= _NEAR for at in named)


def _of_work(c: Clause) -> bool:
    return about_work(c) and not c.has(
        r"ve (?:thoi|nha|som|nghi)|di (?:an|nhau|cho|uong|ve)|nghi|anh em|ca nha|moi nguoi"
    )


def _perhaps_a_paper(c: Clause) -> Doubt | None:
    """ "cv 12 xong": a letter by its number, or a task."""
    number = re.fullmatch(r"\D+(\d{1,4})", c.evidence or "")
    if c.ids or not number or not c.core.startswith(read_line(c.evidence or "").norm):
        return None
    return Doubt((done_act(c).with_slots(task_ids=(int(number[1]),), evidence=None), done_act(c)))


def _perhaps_half(c: Clause, act: Act) -> Act | Doubt | None:
    """So many of something, or a step on the way: the work may be done with it or not."""
    if _to_ones_own(c) and not (_done_word(c) or _issued(c)):
        return Doubt((progress_act(c), act))
    if _counts_after(c):
        return progress_act(c) if _tells_how_many(c) else Doubt((progress_act(c), act))
    return Doubt((progress_act(c), act)) if re.search(_STEP_DONE, without_documents(c.norm)) else None


def ok_said(c: Clause) -> Doubt | None:
    """ "7 ok rồi" of a head accepts, or reports his own."""
    kept = left_out(c.line)[1].norm if c.excepted else c.core
    if (
        not c.ids
        or c.asks
        or not re.fullmatch(_OK, kept)
        or (not c.heads and re.search(r"ok roi(?: (?:do|đó|day|nha|ma))*$", kept))
    ):
        return None
    return Doubt((c.act(Intent.approve), done_act(c)) if c.heads else (done_act(c), progress_act(c)))


def nodded(c: Clause) -> Doubt | None:
    if not c.ids or c.asks or c.context == "group" or not _NOD.fullmatch(c.core) or c.has(_TOLD):
        return None
    done = done_act(c)
    if c.heads and not c.core.endswith("roi"):
        return Doubt((c.act(Intent.approve), done))
    return Doubt((done, c.act(Intent.progress, statement=c.said)))


def _done_word(c: Clause) -> re.Match[str] | None:
    return re.compile(rf"\b{DONE}\b").search(c.norm, _behind_talk(c))


def _behind_talk(c: Clause) -> int:
    """Where the words about a task begin: "họp xong rồi, việc 21 em làm tiếp" says that the talk is over."""
    talked = _TALKED.match(c.norm)
    own = talked and c.ids_span and c.ids_span[0] >= talked.end() and len(c.norm[c.ids_span[1] :].split()) > 1
    return talked.end() if talked and own else 0


def _issued(c: Clause) -> bool:
    """Signed or issued under a number: "đã ký 2, số 45/KH-UBND"; what stands before may deny it."""
    return bool(c.evidence and (c.ids or c.replying) and _undenied(c, _ISSUED))


def _undenied(c: Clause, deed: re.Pattern[str]) -> bool:
    found = deed.search(c.norm)
    return bool(found and not _NOT_ISSUED.search(c.norm[: found.start()]))


def _of_other_matter(c: Clause) -> bool:
    norm = without_documents(c.norm)
    return bool(re.search(rf"\b{_OTHER_MATTER} (?:\S+ )?{DONE}\b|\b{DONE} (?:\S+ )?{_OTHER_MATTER}\b", norm))


def _counts_after(c: Clause) -> bool:
    """A number behind "xong" that is no task, day or hour: "xong 12 tổ"."""
    norm = without_evidence(c.norm)
    return any(
        not any(start <= found.start(1) < end for start, end in c.id_spans)
        for found in re.finditer(
            rf"\b{DONE} (?:duoc |het |them |du )?(\d+)(?!\d|[/.-]\d|:| ?%| ?{_TIME_UNIT}| phan tram)", norm
        )
    )


def _brought(c: Clause) -> str | None:
    """The figures told beside the end: "35 người dự" of "7 xong rồi ạ, hôm qua, 35 người dự"."""
    ends = _done_word(c)
    told = (each.span() for each in re.finditer(r"[^,;]+", without_evidence(c.norm)))
    figures = [at for at in told if ends and at[0] > ends.start() and _FIGURE.search(without_evidence(c.norm), *at)]
    return ", ".join(c.line.typed(*at) for at in figures) or None


def _tells_how_many(c: Clause) -> bool:
    """What is left is told as well, or a verb of the work itself stands before "xong": "đăng xong 6 tin"."""
    work = rf"(?<!\d )\b(?!da\b|em\b|toi\b|lam\b|vua\b|bao\b|viec\b|vu\b|phong\b|minh\b|moi\b|thi\b)[^\W\d]+ {DONE} (?:duoc )?\d"
    tallied = c.id_spans and re.search(rf"\d.*\b{DONE}\b", c.norm[c.id_spans[-1][1] :])
    return bool(tallied or c.has(r"con (?:\d+|lai|thieu|no)|tren tong so|moi") or re.search(work, c.norm))


def _bare_done(c: Clause) -> bool:
    return bool(
        re.fullmatch(
            rf"(?:(?:em|toi|minh|da|bao cao|lam|bao|viec nay|viec do|cai nay|nay|cai do) )*{DONE}(?: (?:roi|het|viec|ca roi|tat ca|ca hai|day|viec nay|nhiem vu(?: nay)?))*",
            c.core,
        )
    )
