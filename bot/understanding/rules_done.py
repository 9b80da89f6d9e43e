"""Finished or only nearly: what says that a task is done, and what denies it, puts it off, or tells of a part."""

import re
from datetime import timedelta
from functools import reduce

from bot.understanding import when
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.numbers import COUNTED, part_of_whole, without_evidence
from bot.understanding.rules_tell import about_work, done_act, of_one_task, progress_act
from bot.understanding.syllables import is_syllable
from bot.understanding.words import DONE, NOT

_PARTIAL = (
    r"du thao|ban nhap|mot phan|1 phan|mot nua|1 nua|nua|phan lon|gan|co ban|buoc \d|buoc dau|giai doan \d|phan \w+ (?:dau|thoi)|so bo|phan|hau het|mot so|vai|tam|noi dung|de cuong|"
    r"khau|duoc \d|\d+ ?%|may|rieng|moi(?! (?:nguoi|dung|phai))|tung"
)
_NOT_YET = (
    r"(?:ngay )?mai|tuan (?:sau|toi)|thang (?:sau|toi)|du kien|se|sap|gan|co gang|cuoi (?:tuan|thang|nam|ngay)|chieu(?: nay)?|toi nay|ngay kia|thu \d|khi nao|neu|de|hom nao|bao gio|"
    r"dang|quyet tam|phai|can|hen|muon|kip|cho den|chac|truoc ngay|truoc \d|phan dau|lam cho|ma"
)
_OTHER_MATTER = (
    r"(?:hop|an|com|uong|choi|ngu|giao ban|hoi nghi|le|cafe|ca phe|nhau|tap|tiec|the duc|nghi|di cho|nau|lop|ky xong|coi|xem|doc|hat|dam cuoi|hoc|noi|kham|di|cuoc hop|bua|nghe|tra xe|sua|"
    r"don|dien|mang|may)"
)
_ISSUED = re.compile(r"\b(?:ky|ban hanh|phat hanh)\b(?! (?:nhay|tat))")
_NOT_ISSUED = re.compile(
    r"\b(?:chua|khong|cho|doi|dang|trinh|xin|sap|se|du thao|can|phai|de nghi|neu|khi|mai|gop y|y kien|theo|mot phan|mot nua|hen|du kien)\b"
)
_TOLD = r"da (?:ban hanh|phat hanh|nop|trien khai xong|giai quyet|ket thuc)|(?:nop|ban hanh|phat hanh|nop viec \d+|gui (?:bao cao )?viec \d+) roi|ok roi|da ky ban hanh"
#: Parts of a task that have numbers of their own.
_PART = r"(?:lop|dot|phan|khau|buoc|to|khu|giai doan|muc|vong|nhom|chuong|hang muc|noi dung|lan|ky)"
_TASKS = r"(?: (?:cac|viec|nhiem vu|nv|so|nay|do|kia|roi|\d+(?:(?:, ?| va |-)\d+)*))*"
_TIME_UNIT = r"(?:h|g|gio|phut|tieng|ngay|hom|tuan|thang|nam|buoi)\b"
_HELD = re.compile(
    r"\b(dung(?! (?:la|roi|vay))|khoan|cho|chua dam|khong dam|chua nen|khong nen|chua duoc|khong duoc|chua the|thoi khong)(?: (?:co|voi|hay|nen))?"
    rf" (?:\w+ ){{0,2}}?(?:bao|ghi|danh dau|xac nhan|tinh|coi|dong|chot|de|ket thuc|nhan)\b(?: \S+){{0,3}}? {DONE}\b"
)
_FIGURE = re.compile(rf"\b\d+ (?:{COUNTED})\b")
#: Done on the way to the end, seldom the end itself: "8 họp xong rồi".
_STEP = r"(?:hop|trinh ky|trinh|in|photo|chuan bi|soan|soan thao|lay y kien|khao sat|dong dau|lien he|dang ky|nhap|len ke hoach|len lich|len khung|xin y kien|gop y|tham khao|lam viec)"
_STEP_DONE = rf"\b{_STEP} {DONE}\b|\b{DONE} (?:\S+ ){{0,1}}?(?:thu tuc|ho so|kinh phi|hop dong|danh sach|so lieu|khau|ban in|giay moi)\b"
#: Told after the end, so that it is none: "xong thủ tục rồi, chờ ký", "xong tin, còn bài".
_YET_TO_COME = (
    r"(?:(?:cho|doi) (?:\w+ ){0,3}?(?:ky|dong dau|y kien|phan hoi|tham dinh|phe duyet|ket qua|gop y)"
    rf"|con (?:\d+|_+|mot|hai|ba|vai|may|it|mot so) (?:{COUNTED})\b|con (?!gi\b|viec\b|nhiem\b|ai\b|nao\b|may\b|nua\b|em\b|anh\b|chi\b|lai gi\b|so lieu nao)[^\W\d])"
)
_TO_COME = r"(?<!chi )(?<!co )(?<!anh )(?:ngay )?mai|ngay kia|tuan (?:sau|toi)|thang (?:sau|toi)|cuoi (?:tuan|thang|quy|nam)(?! (?:\d|truoc|roi|vua))"
_WEEKDAY = re.compile(r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)\b")
_PAST = re.compile(r"\b(?:da|roi|vua|hom|tu|truoc|qua)\b")
#: A day and month whose last occurrence is this far back may as well be the coming one.
_LONG_AGO = timedelta(days=183)
_OK = r"(?:viec |nhiem vu |nv |so )?(?:so )?#?\d[\d, va#]*:? ?(?:thi )?ok roi"
#: A number with a word that only nods: "7 rồi" may be finished or merely begun.
_NOD = re.compile(
    r"(?:viec |nhiem vu |nv |so )?(?:so )?#?\d[\d, va#]*:? ?(?:thi )?(?:ok|roi|duoc|duoc roi|da|vang|da vang|u|uh)"
)


def finished(c: Clause) -> Act | Doubt | None:
    found, issued = _done_word(c), _issued(c)
    told = found or issued or (c.ids and _undenied(c, re.compile(rf"\b(?:{_TOLD})\b")))
    if not told or c.asks_plainly:
        return None
    if found and _is_held(c):
        return progress_act(c) if c.role == "staff" and c.ids else c.act(Intent.not_understood)
    if found and not c.ids and _of_other_matter(c):
        return progress_act(c) if c.replying and _counts_after(c) else None
    if found and _is_ordered(c):
        return c.act(Intent.not_understood)
    if _is_not_done(c):
        return progress_act(c) if c.ids or c.replying or (c.context == "direct" and of_one_task(c)) else None
    if c.percent is not None and c.percent < 100:
        return progress_act(c)
    if c.ids and c.context == "group" and not c.names_task:
        return None
    if paper := _perhaps_a_paper(c):
        return paper
    act = done_act(c).with_slots(brings=_brought(c) if found else None)
    if c.ids and not act.slots.task_ids:  # "xong hết trừ 9" leaves open what was meant
        return c.act(Intent.not_understood)
    if (c.ids or c.replying) and (half := _perhaps_half(c, act)):
        return half
    if c.ids and (_perhaps_to_come(c) or (not found and not issued and c.has("gui"))):
        return Doubt((act, progress_act(c)))
    if (
        c.ids
        or c.replying
        or (found and c.context == "direct" and (c.excepted or _bare_done(c) or c.evidence or _of_work(c)))
    ):
        return act
    return None


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
    if _counts_after(c):
        return progress_act(c) if _tells_how_many(c) else Doubt((progress_act(c), act))
    return Doubt((progress_act(c), act)) if re.search(_STEP_DONE, c.norm) else None


def ok_said(c: Clause) -> Doubt | None:
    """ "7 ok rồi" of a head accepts, or reports his own."""
    said = c.heads and c.ids and not c.asks and re.fullmatch(_OK, c.core)
    return Doubt((c.act(Intent.approve), done_act(c))) if said else None


def nodded(c: Clause) -> Doubt | None:
    if not c.ids or c.asks or c.context == "group" or not _NOD.fullmatch(c.core) or c.has(_TOLD):
        return None
    done = done_act(c)
    if c.heads and not c.core.endswith("roi"):
        return Doubt((c.act(Intent.approve), done))
    return Doubt((done, c.act(Intent.progress, statement=c.said)))


def _done_word(c: Clause) -> re.Match[str] | None:
    return re.search(rf"\b{DONE}\b", c.norm)


def _issued(c: Clause) -> bool:
    """Signed or issued under a number: "đã ký 2, số 45/KH-UBND"; what stands before may deny it."""
    return bool(c.evidence and (c.ids or c.replying) and _undenied(c, _ISSUED))


def _undenied(c: Clause, deed: re.Pattern[str]) -> bool:
    found = deed.search(c.norm)
    return bool(found and not _NOT_ISSUED.search(c.norm[: found.start()]))


def _of_other_matter(c: Clause) -> bool:
    return bool(re.search(rf"\b{_OTHER_MATTER} (?:\S+ )?{DONE}\b|\b{DONE} (?:\S+ )?{_OTHER_MATTER}\b", c.norm))


def _is_held(c: Clause) -> bool:
    """ "Đừng báo xong 25": an order to leave it open; "đúng là em báo xong 25" is none."""
    held = _HELD.search(c.norm)
    return bool(held and c.line.typed(*held.span(1)).lower() not in ("đúng", "dùng", "cho", "chờ", "chỗ"))


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


def _is_ordered(c: Clause) -> bool:
    """A condition or an order: "xong 7 thì làm 8", "nhớ xong 7 nhé", "làm xong 7 đi"."""
    condition = rf"\b{DONE}\b(?: (?:viec|nhiem vu|nv|so|roi|[\d, va]+))* thi\b"
    condition += rf"|\b{DONE}{_TASKS},? nho (?:bao|nhan|gui|goi|nop|cap nhat|trinh|chup|photo)\b"
    condition += (
        rf"|\b{DONE}{_TASKS}(?: viec)? (?:anh|chi|em|sep|minh) (?:moi|dai|khao|thuong|nghi|duoc nghi|ve|goi|di an)\b"
    )
    if (
        c.heads
        and re.search(rf"\b(?:co gang|co len|quyet tam|no luc|tap trung) (?:\S+ ){{0,3}}?{DONE}\b", c.norm)
        and not c.has("em|toi|minh|phong")
    ):
        return True
    wished = rf"\b(?:nho|hay|rang|tranh thu|khan truong|lam on|yeu cau|de nghi) (?:\S+ ){{0,3}}?{DONE}\b"
    urged = rf"\b{DONE}\b.* (?:di|gap|giup (?:anh|chi|toi)|cho (?:anh|chi|toi))(?: (?:nhe|a|em|nha))*[ .!]*$"
    condition += rf"|\b{DONE}{_TASKS} (?:la|moi (?:tinh|lam|di|ve)|(?:roi )?(?:hay|tinh|moi tinh|hang))\b(?! xong)"
    condition += rf"|\b(?:neu|gia ma|khi nao|bao gio|chung nao|luc nao|hom nao) (?:\S+ ){{0,4}}?{DONE}\b"
    must = rf"\b(?:phai|can|nen|mau|som)(?: \w+){{0,2}}? {DONE}\b"
    if (
        re.search(must, c.norm)
        and not c.has("em|toi|minh|e|chung toi|da|roi|vua|chua|khong")
        and (c.heads or not c.day())
    ):
        return True
    told = re.search(r"\b(?:roi|da|vua)\b", c.norm)
    return bool(re.search(condition, c.norm) or (not told and re.search(rf"{wished}|{urged}", c.norm)))


def _is_not_done(c: Clause) -> bool:
    """Denied before the verb, to come, or only a part."""
    denied = (
        rf"\b{NOT} (?:\w+ ){{0,3}}?{DONE}\b|\b(?:doi|cho) (?:em|toi|minh) (?:lam )?{DONE}\b|\b{DONE} (?:duoc )?dau\b"
    )
    begun = rf"\bmoi {DONE} (?!viec|nhiem vu|nv|so|roi|hom|sang|chieu|toi|luc|ngay|day|a|nhe|tuc|het|thang|tuan)[^\W\d]"
    counted = rf"\b{DONE} (?:duoc )?(?:\d+(?: ?/ ?\d+)?|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:viec|nhiem vu|dau viec|ket qua)\b"
    of_part = (
        rf"\b{_PART} \d+ (?:da |vua |thi )*{DONE}\b|\b{DONE} (?:\S+ ){{0,2}}?{_PART} (?:\d+|_+|\w+) (?:cua|trong|thuoc) (?:viec|nhiem vu|nv|so)\b"
        rf"|\b{DONE} (?:duoc )?(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:{COUNTED})\b"
    )
    parted = rf"\b{DONE} (?:\S+ ){{0,2}}?(?:{_PARTIAL})\b|\b(?:du thao|mot phan|gan|co ban|mot nua|phan lon|tam|sap) (?:\S+ ){{0,2}}?{DONE}\b"
    return bool(
        re.search(denied, c.norm)
        or re.search(f"{parted}|{begun}|{of_part}", c.norm)
        or part_of_whole(c.norm)
        or (not c.ids and re.search(counted, c.norm))
        or _is_to_come(c)
        or re.search(
            rf"\b{DONE}\b.*\b(?:nhung|{_YET_TO_COME}|tru phan|chua|mot nua|\d+ ?%)", c.norm.replace("100%", "")
        )
    )


def _without_mai(c: Clause) -> str:
    """The norm without the name Mai, which is no tomorrow: a capital inside a sentence."""
    if c.line.text.isupper():
        return c.norm
    names = (m for m in re.finditer(r"(?<!^)\bmai\b", c.norm) if c.line.text[c.line.starts[m.start()]] == "M")
    return reduce(lambda norm, m: f"{norm[: m.start()]}___{norm[m.end() :]}", names, c.norm)


def _is_to_come(c: Clause) -> bool:
    coming = rf"\b(?:{_NOT_YET}) (?:\S+ ){{0,4}}?{DONE}\b(?! (?:tu|hom qua))"
    later = rf"\b{DONE} (?:\S+ ){{0,3}}?(?:vao|trong|truoc) (?:ngay )?(?:mai|tuan sau|chieu|thang sau|cuoi|thu|\d|tet\b|le\b|ky hop|dai hoi|tuan$|thang$)"
    after = rf"\b{DONE} (?:[^\s.;]+ ){{0,4}}?(?:{_TO_COME})\b"
    promised = rf"\b{DONE}{_TASKS}(?: (?:em|toi|minh|ben em|phong em))? se\b"
    norm = _without_mai(c)
    spoken = _of_the_deed(c, norm)
    day = when.day_in(spoken, c.on, c.calendar, future=False)
    return bool(
        re.search(promised, norm)
        or (re.search(coming, norm) and not re.search(rf"\b(?:da|vua) {DONE}\b|\b{DONE} (?:\S+ ){{0,2}}?roi\b", norm))
        or (re.search(later, norm) and not re.search(r"\b(?:da|roi|hom qua)\b", norm))
        or (re.search(after, spoken) and not re.search(r"\b(?:da|roi|hom qua)\b", spoken))
        or (day and day[0] > c.on)
        or re.search(rf"\b{DONE} (?:thi|moi(?! (?:dung|phai))|la|de|em (?:se )?bao)\b|\bmai {DONE}\b", norm)
        or re.search(rf"\b(?:mai|tuan sau|thang sau)\b.*\b{DONE}\b(?!.*\broi\b)", norm)
    )


def _of_the_deed(c: Clause, norm: str) -> str:
    """The norm up to the comma that ends what is said of finishing; what follows ("mai em gửi bản cứng") is apart."""
    found = re.search(rf"\b{DONE}\b", norm)
    if not found:
        return ""
    tasks_end = c.ids_span[1] if c.ids_span else 0
    end = re.compile(r"[,.;](?: |$)").search(norm, max(found.end(), tasks_end))
    return without_evidence(norm[: end.start()] if end else norm)


def _perhaps_to_come(c: Clause) -> bool:
    """A bare weekday, or a day without a year that is nearer ahead than behind; "chau" may be a slip of "chua"."""
    if _is_slip_before(c):
        return True
    if re.search(rf"\bchau (?:\w+ ){{0,2}}?{DONE}\b", c.norm) and "chau" in c.line.text.lower():
        return True
    if re.search(
        rf"\b{DONE}{_TASKS} (?:em|toi|minh) (?:bao|nhan|nop|gui|goi|trinh|nghi|di|ve|qua|len|nho|xin|chuyen|sang|tra|lam)\b(?! cao)",
        c.norm,
    ) and not c.has("da|roi|vua"):
        return True
    spoken = _of_the_deed(c, _without_mai(c))
    if _WEEKDAY.search(spoken) and not _PAST.search(spoken):
        return True
    day = when.day_in(spoken, c.on, c.calendar, future=False)
    return bool(day and c.on - day[0] > _LONG_AGO and not re.search(r"20\d\d", spoken))


def _is_slip_before(c: Clause) -> bool:
    """A word before "xong" that is none may be a slip of "chưa": "chưz xong 7"."""
    found = re.search(rf"([^\W\d_]+) {DONE}\b", c.norm)
    if not found or is_syllable(found[1]) or found[1] in ("ok", "đ"):
        return False
    return not c.line.typed(*found.span(1)).isupper()


def _bare_done(c: Clause) -> bool:
    return bool(
        re.fullmatch(
            rf"(?:(?:em|toi|minh|da|bao cao|lam|bao|viec nay|viec do|cai nay|nay|cai do) )*{DONE}(?: (?:roi|het|het roi|viec|ca roi|tat ca|ca hai|day|viec nay|nhiem vu(?: nay)?))*",
            c.core,
        )
    )
