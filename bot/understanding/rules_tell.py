"""What people say of their own tasks: done, not done, progress, as before, nothing arose, taken back."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.words import DONE, NOT

_UNDO = (
    r"hoan tac|undo|huy (?:bao )?(?:xong|hoan thanh|ket qua|trang thai)|huy viec .* (?:da )?xong|mo lai|khoi phuc|bao (?:xong )?nham|bam nham|ghi nham|nham (?:roi|viec)|"
    r"(?:la|bi) nham|(?:bo|xoa|rut|go) (?:lai )?(?:phan |cai |viec )?(?:da )?(?:bao |danh dau |bao cao )?(?:xong|hoan thanh)|rut lai (?:bao cao|viec|ket qua)|lo (?:tay )?(?:bam|bao|nhan)|danh dau nham|nham viec|xac nhan nham|nhan nham|gui nham|"
    r"xong nham|hoan thanh nham|tra (?:viec|lai) .*ve (?:dang|chua)|ve (?:trang thai )?(?:chua xong|dang lam|dang thuc hien)|huy (?:lenh|thao tac) (?:vua|truoc)|reopen|bao lon|bam lon"
)
_PARTIAL = (
    r"du thao|ban nhap|mot phan|1 phan|mot nua|1 nua|nua|phan lon|gan|co ban|buoc \d|buoc dau|giai doan \d|phan \w+ (?:dau|thoi)|so bo|phan|hau het|mot so|vai|tam|noi dung|de cuong|"
    r"khau|duoc \d|\d+ ?%|may|rieng|moi(?! nguoi)|tung"
)
_NOT_YET = (
    r"(?:ngay )?mai|tuan (?:sau|toi)|thang (?:sau|toi)|du kien|se|sap|gan|co gang|cuoi (?:tuan|thang|nam|ngay)|chieu(?: nay)?|toi nay|ngay kia|thu \d|khi nao|neu|de|hom nao|bao gio|"
    r"dang|quyet tam|phai|can|hen|muon|kip|cho den|chac|truoc ngay|truoc \d|phan dau|lam cho|ma"
)
_OTHER_MATTER = (
    r"(?:hop|an|com|uong|choi|ngu|giao ban|hoi nghi|le|cafe|ca phe|nhau|tap|tiec|the duc|nghi|di cho|nau|lop|ky xong|coi|xem|doc|hat|dam cuoi|hoc|noi|kham|di|cuoc hop|bua|nghe|tra xe|sua|"
    r"don|dien|mang|may)"
)
_STATE = (
    r"dang|vuong|mac|con (?:thieu|vuong|cho|lai|doi)|cho (?:ky|duyet|huong dan|so|y kien|phan hoi|ket qua|phe duyet|kinh phi|tinh|cap|ubnd|lanh dao|anh|chi|cong van|van ban|don vi|ho so|bao)|doi (?:y kien|ky|so)|"
    r"da (?:trinh|gui|lam|bat dau|trien khai|hop|xin|soan|chuyen|tham muu|hoan chinh|len|in|khao sat|ra soat|lay|thu|co|duoc|tong hop|phoi hop|to chuc|lien he|cap nhat|dat|lap|du thao|moi|dang|đăng|lam viec|ky|mua)|"
    r"trinh (?:ky|roi)|moi (?:lam|duoc|xong|co|bat dau|trien khai|soan|nhan)|du kien|bat dau|gap kho|kho khan|tam dung|dat (?:khoang|duoc|tam)|tien do|khoang|"
    r"duoc (?:khoang|hon|gan|tam|mot|\d)|bi (?:cham|vuong|ket|tre|hoan|tac)|cham (?:do|vi|mat)|tre (?:do|vi)|chua|khong (?:kip|xong)|gan (?:xong|hoan thanh)|sap xong|lam (?:duoc|gan|do|toi|den)|lay y kien|hoan thien|ket (?:o|do)|con \d|xin y kien|"
    r"thieu (?:kinh phi|nguoi|so lieu|ho so)|tam xong|xong (?:du thao|mot|phan|buoc|giai doan)|cap nhat|bo sung"
)
_SIGNATURE = r"(?:da )?(?:dang )?(?:cho|trinh|doi) (?:\w+ ){0,3}ky"


def taken_back(c: Clause) -> Act | Doubt | None:
    if not c.has(_UNDO) or c.has("cach|lam sao|kieu gi"):
        return None
    if c.has(r"khong phai|chu khong|ma la"):
        return Doubt((c.act(Intent.undo_done), c.act(Intent.done)))
    return c.act(Intent.undo_done, reason=c.reason)


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
        statement=c.line.text,
    )


def _done_word(c: Clause) -> re.Match[str] | None:
    return re.search(rf"\b{DONE}\b", c.norm)


def _is_not_done(c: Clause) -> bool:
    """Denied before the verb, to come, or only a part."""
    denied = rf"\b{NOT} (?:\w+ ){{0,3}}?{DONE}\b|\b{DONE} (?:duoc )?dau\b"
    coming = rf"\b(?:{_NOT_YET}) (?:\S+ ){{0,4}}?{DONE}\b(?! (?:tu|hom qua))"
    parted = rf"\b{DONE} (?:\S+ ){{0,2}}?(?:{_PARTIAL})\b|\b(?:du thao|mot phan|gan|co ban|mot nua|phan lon|tam|sap) (?:\S+ ){{0,2}}?{DONE}\b"
    later = rf"\b{DONE} (?:\S+ ){{0,3}}?(?:vao|trong|truoc) (?:ngay )?(?:mai|tuan sau|chieu|thang sau|cuoi|thu|\d)"
    return bool(
        re.search(denied, c.norm)
        or re.search(parted, c.norm)
        or (
            re.search(coming, c.norm)
            and not re.search(rf"\b(?:da|vua) {DONE}\b|\b{DONE} (?:\S+ ){{0,2}}?roi\b", c.norm)
        )
        or (re.search(later, c.norm) and not re.search(r"\b(?:da|roi|hom qua)\b", c.norm))
        or re.search(rf"\b{DONE} (?:thi|moi|la|de|em (?:se )?bao)\b|\bmai {DONE}\b", c.norm)
        or re.search(rf"\b(?:mai|tuan sau|thang sau)\b.*\b{DONE}\b(?!.*\broi\b)", c.norm)
        or re.search(
            rf"\b{DONE}\b.*\b(?:nhung|con (?:thieu|cho|vuong)|tru phan|chua|mot nua|\d+ ?%)", c.norm.replace("100%", "")
        )
    )


def finished(c: Clause) -> Act | Doubt | None:
    found = _done_word(c)
    told = found or (
        c.ids
        and c.has(
            r"da (?:ban hanh|phat hanh|nop|trien khai xong|giai quyet|ket thuc)|(?:nop|ban hanh|phat hanh|nop viec \d+|gui (?:bao cao )?viec \d+) roi|ok roi|da ky ban hanh"
        )
    )
    if not told or c.asks_plainly:
        return None
    if _is_not_done(c):
        return progress_act(c) if c.ids or c.replying or _about_work(c) else None
    if (
        found
        and re.search(rf"\b{_OTHER_MATTER} (?:\S+ )?{DONE}\b|\b{DONE} (?:\S+ )?{_OTHER_MATTER}\b", c.norm)
        and not c.ids
    ):
        return None
    if c.percent is not None and c.percent < 100:
        return progress_act(c)
    act = done_act(c)
    if c.ids and c.context == "group" and not c.names_task:
        return None
    if c.ids:
        return act if found or not c.has("gui") else Doubt((act, progress_act(c)))
    if c.replying or (c.context == "direct" and (_bare_done(c) or c.evidence or _about_work(c))):
        return act
    return None


def done_act(c: Clause) -> Act:
    past = c.has(r"hom qua|hom kia|ngay \d+|tu (?:hom|ngay|thu)|\d+/\d+") and not c.evidence
    everything = not c.ids and c.has(rf"{DONE} (?:het|tat ca|ca)|(?:tat ca|ca hai|cac viec) .*{DONE}|tat ca|ca hai")
    return c.act(
        Intent.done,
        date=c.day(future=False) if past else None,
        evidence=c.evidence,
        period=c.period if c.has(r"\d+ (?:ky )?thang \d|ky (?:thang|quy)") else None,
        mode="all" if everything else None,
        statement=c.line.text,
    )


def _bare_done(c: Clause) -> bool:
    return bool(
        re.fullmatch(
            rf"(?:(?:em|toi|minh|da|bao cao|lam|bao|viec nay|viec do|cai nay|nay|cai do) )*{DONE}(?: (?:roi|het|het roi|viec|ca roi|tat ca|ca hai|day|viec nay|nhiem vu(?: nay)?))*",
            c.core,
        )
    )


def _about_work(c: Clause) -> bool:
    return c.has(r"viec|nhiem vu|cong viec")


def in_progress(c: Clause) -> Act | Doubt | None:
    if c.is_just("(?:em |da )*chua") and "?" not in c.norm and c.context != "group" and not c.ids:
        return progress_act(c)
    if c.asks_plainly:
        return None
    if c.percent is not None and (c.ids or c.replying):
        return Doubt((progress_act(c), done_act(c))) if c.percent == 100 else progress_act(c)
    if c.is_just(rf"(?:em |da )*(?:chua|{NOT} (?:xong|hoan thanh|lam|kip|co)(?: (?:duoc|gi|dau))?)"):
        return progress_act(c) if c.ids or c.replying or c.context == "direct" else None
    told = c.has(_STATE) or c.has(_SIGNATURE)
    if told and (c.ids or c.replying):
        return progress_act(c)
    if told and c.context == "direct" and _about_work(c) and not c.asks:
        return progress_act(c)
    return None


def result_line(c: Clause) -> Act | Doubt | None:
    """ "8 đăng 12 tin 3 bài": a number first, then anything that is no order and no question is this period's result."""
    if not (_answer_style(c) or _says_result(c)) or c.asks or c.context == "group" or not c.rest_after_ids:
        return None
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
