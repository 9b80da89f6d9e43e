"""What people say of their own tasks: done, not done, progress, as before, nothing arose."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.numbers import without_evidence
from bot.understanding.words import DONE, NOT

_STATE = (
    r"dang|vuong|mac|con (?:thieu|vuong|cho|lai|doi)|cho (?:ky|duyet|huong dan|so|y kien|phan hoi|ket qua|phe duyet|kinh phi|tinh|cap|ubnd|lanh dao|anh|chi|cong van|van ban|don vi|ho so|bao)|doi (?:y kien|ky|so)|"
    r"da (?:trinh|gui|lam|bat dau|trien khai|hop|xin|soan|chuyen|tham muu|hoan chinh|len|in|khao sat|ra soat|lay|thu|co|duoc|tong hop|phoi hop|to chuc|lien he|cap nhat|dat|lap|du thao|moi|dang|đăng|lam viec|ky|mua)|"
    r"trinh (?:ky|roi)|moi (?:lam|duoc|xong|co|bat dau|trien khai|soan|nhan)|du kien|bat dau|gap kho|kho khan|tam dung|dat (?:khoang|duoc|tam)|tien do|khoang|"
    r"duoc (?:khoang|hon|gan|tam|mot|\d)|bi (?:cham|vuong|ket|tre|hoan|tac)|cham (?:do|vi|mat)|tre (?:do|vi)|chua|khong (?:kip|xong)|gan (?:xong|hoan thanh)|sap xong|lam (?:duoc|gan|do|toi|den)|lay y kien|hoan thien|ket (?:o|do)|con \d|xin y kien|"
    r"ket(?! (?:qua|luan|noi|hop|thuc|xe|duong|hon|cau|toan|xuat|chuyen))|(?:tac|nghen) (?:viec )?\d+|(?:cham|tre) \d[\d, va]* (?:do|vi)|thieu (?:kinh phi|nguoi|so lieu|ho so)|tam xong|xong (?:du thao|mot|phan|buoc|giai doan)|cap nhat|bo sung"
)
_SIGNATURE = r"(?:da )?(?:dang )?(?:cho|trinh|doi) (?:\w+ ){0,3}ky"
#: After a number, words about the work's record or the talk itself, no result of it.
_NO_RESULT = re.compile(
    r"(?:(?:em|toi|anh|chi|thi|la|viec nay) )*(?:nham|sai|bo qua|han (?:la )?\d+|(?:cho (?:em|toi|anh|chi|minh) )?hoi|xin loi|dung (?:nhac|nhan)|"
    r"khong (?:nhac|phai)|thoi nhac|giao (?:lai )?(?:cho|sang)|chuyen (?:cho|sang|lai|giao)|de (?:lai )?cho|la gi|cua ai)\b"
)
_LAST_WEEKDAY = r"thu \w+ (?:tuan truoc|tuan roi|vua roi|roi)"


def as_before(c: Clause) -> Act | None:
    if c.has(r"khong (?:co )?(?:gi )?phat sinh|chua (?:co )?phat sinh|khong co gi phat sinh") and not c.ends_asking:
        return c.act(Intent.none_arose, mode=_rest(c))
    same = (
        r"(?:nhu|giong|y nhu|van nhu|y) (?:ky|thang|quy|lan|bao cao) (?:truoc|roi|cu)|nhu cu|nhu truoc|nhu (?:thang|ky) \d+|giu nguyen(?! han)|"
        r"(?:khong|chua) (?:co gi )?(?:thay )?doi(?= ?$|[ ,.]+(?:a|so|gi|nhe)\b)|khong co gi (?:moi|thay doi)"
    )
    if c.has(same) and not c.asks_plainly:
        return c.act(Intent.same_as_before, mode=_rest(c))
    return None


def _rest(c: Clause) -> str | None:
    return "rest" if not c.ids and c.has(r"con lai|tat ca|deu|cac viec khac|het") else None


def _answer_style(c: Clause) -> bool:
    return bool(re.match(r"\d", c.core)) and bool(c.ids)


def _says_result(c: Clause) -> bool:
    """ "việc 8: 12 tin, 3 bài", "việc 8 đăng 3 tin"."""
    after = re.match(r"(?:viec|nhiem vu|nv) (?:so )?\d+[ :,]+(.+)", c.core)
    return bool(after and re.search(r"\d|đăng|to chuc|ra soat", after[1]))


def progress_act(c: Clause) -> Act:
    explicit = re.search(r"\bdu kien\b.*\d{1,2}[/-]\d{1,2}", c.norm)
    text = c.rest_after_ids if _answer_style(c) and c.percent is None else None
    return c.act(
        Intent.progress,
        percent=c.percent,
        reason=c.reason if not text else None,
        text=text,
        date=c.day() if explicit else None,
        period=c.period if re.match(r"(?:viec )?\d+ thang \d", c.core) else None,
        statement=c.said,
    )


def done_act(c: Clause) -> Act:
    named = re.search(
        rf"\b(?:hom qua|hom kia|ngay \d+|\d+ thang \d+|(?:tu|hom) (?:hom|ngay|thu)|{_LAST_WEEKDAY}|\d+/\d+)",
        without_evidence(c.norm),
    )
    day = c.day(future=False) if named else None
    everything = not c.ids and c.has(rf"{DONE} (?:het|tat ca|ca)|(?:tat ca|ca hai|cac viec) .*{DONE}|tat ca|ca hai")
    return c.act(
        Intent.done,
        date=day if day and day <= c.on else None,
        evidence=c.evidence,
        period=c.period if c.has(r"\d+ (?:ky )?thang \d|ky (?:thang|quy)") else None,
        mode="all" if everything else None,
        statement=c.line.text,
    )


def about_work(c: Clause) -> bool:
    return c.has(r"viec|nhiem vu|cong viec")


def not_begun(c: Clause) -> Act | Doubt | None:
    """ "7 chưa", "việc 7: chưa" tell; "việc 7 chưa" of a head may ask as well."""
    found = re.fullmatch(
        r"(?:cac )?(viec |nhiem vu |nv |so |#)?(?:so )?#?\d[\d, va]*(:?) ?(?:(?:thi|em|van|con) )*chua(?: (?:dau|co|co gi|bat dau))?",
        c.core,
    )
    if not (c.ids and found) or "?" in c.norm or (c.context == "group" and not c.names_task):
        return None
    if c.role != "staff" and found[1] and not found[2]:
        return Doubt((progress_act(c), c.act(Intent.task_detail)))
    return progress_act(c)


def in_progress(c: Clause) -> Act | Doubt | None:
    denied = rf"(?:em |da )*(?:chua|{NOT} (?:xong|hoan thanh|lam|kip|co)(?: (?:duoc|gi|dau))?)"
    if c.is_just(denied) and ((c.core.endswith(("chua", "gi")) and "?" not in c.norm) or not c.asks_plainly):
        return progress_act(c) if c.context != "group" or c.ids or c.replying else None
    if c.asks_plainly:
        return None
    if c.percent is not None and (c.ids or c.replying):
        return Doubt((progress_act(c), done_act(c))) if c.percent == 100 else progress_act(c)
    told = c.has(_STATE) or c.has(_SIGNATURE)
    if told and (c.ids or c.replying):
        return progress_act(c)
    if told and c.context == "direct" and about_work(c) and not c.asks:
        return progress_act(c)
    return None


def result_line(c: Clause) -> Act | Doubt | None:
    """ "8 đăng 12 tin 3 bài": a number first, then anything that is no order and no question is this period's result."""
    if not (_answer_style(c) or _says_result(c)) or c.asks or c.context == "group" or not c.rest_after_ids:
        return None
    if re.search(r"\d (?:thi )?(?:bo|huy|huy bo|xoa|dong)$", c.core) or _NO_RESULT.match(
        read_line(c.rest_after_ids).norm
    ):
        return c.act(Intent.not_understood)
    if len(c.rest_after_ids) < 2 or c.has(r"an com|uong|nguoi (?:di|an)"):
        return None
    if c.evidence and re.sub(r"\W", "", c.evidence) == re.sub(r"\W", "", c.rest_after_ids):
        return Doubt((done_act(c), progress_act(c)))
    return progress_act(c)


def evidence_alone(c: Clause) -> Act | None:
    """A document number sent after the bot asked for it."""
    if (
        c.evidence
        and not c.ids
        and len(c.core) <= len(c.evidence) + 28
        and not c.asks
        and not c.has("ke hoach|tien do|the nao|tinh hinh")
    ):
        return c.act(Intent.evidence_only, evidence=c.evidence)
    return None
