"""What people say of their own tasks: done, not done, progress, as before, nothing arose."""

import re

from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent
from bot.understanding.line import read_line
from bot.understanding.narrowing import rest_of, whole_unit
from bot.understanding.numbers import masked, task_ids, without_evidence
from bot.understanding.patterns import compiled
from bot.understanding.promised import PROMISED, promised_of
from bot.understanding.takers import takers
from bot.understanding.to_the_bot import speaks_to_the_bot
from bot.understanding.words import DONE, NOT, STUCK
from jobs.rules.held_up import held_no_longer

_STATE = (
    r"dang|vuong|mac|con (?:thieu|vuong|cho|lai|doi|moi|mot)|doi (?:y kien|ky|so)|"
    r"da (?:trinh|gui|lam|bat dau|trien khai|hop|xin|soan|chuyen|tham muu|hoan chinh|len|in|khao sat|ra soat|lay|thu|co|duoc|tong hop|phoi hop|to chuc|lien he|cap nhat|dat|lap|du thao|moi|dang|đăng|lam viec|ky|mua)|"
    r"trinh (?:ky|roi)|moi (?:lam|duoc|xong|co|bat dau|trien khai|soan|nhan)|du kien|bat dau|gap kho|kho khan|tam dung|tam hoan|dat (?:khoang|duoc|tam)|tien do|khoang|"
    r"duoc (?:khoang|hon|gan|tam|mot|\d)|bi (?:cham|vuong|ket|tre|hoan|tac|tra|bac|tu choi)|cham (?:do|vi|mat)|tre (?:do|vi)|chua|khong (?:kip|xong)|gan (?:xong|hoan thanh)|sap xong|lam (?:duoc|gan|do|toi|den)|lay y kien|hoan thien|ket (?:o|do)|con \d|xin y kien|"
    rf"{STUCK}|(?:tac|nghen) (?:(?:viec )?\d+|o|do|vi|cho|tai|khau)|(?:cham|tre) \d[\d, va]* (?:do|vi)|thieu (?:kinh phi|nguoi|so lieu|ho so)|(?:bi |may |phan mem |he thong |mang )(?:loi|hong|treo)|kho (?:qua|lam|lắm)|khong co (?:nguoi|kinh phi|so lieu|ai)|(?:dung|đứng) (?:lai|hinh|yen|tu|im)|loi (?:nen|hoai|suot|mang|ket noi)|tam xong|xong (?:du thao|mot|phan|buoc|giai doan)|cap nhat|bo sung"
)
#: What is waited for; "cho" of a message with accents gives something to somebody.
_AWAITED = re.compile(
    r"\b(cho) (?:ky|duyet|huong dan|so|y kien|phan hoi|ket qua|phe duyet|kinh phi|tinh|cap|ubnd|lanh dao|anh|chi|cong van|van ban|don vi|ho so|bao|phong|ben|doi chieu|tham dinh|chu tich|trung uong|bo)\b"
)
_ORDERED = "giao|chuyen|phan cong|ban giao|nhac|de|nho"
_SIGNATURE = r"(?:da )?(?:dang )?(?:cho|trinh|doi) (?:\w+ ){0,3}ky"
#: What was or is done, and how it goes.
_DEEDS = (
    r"da|dang|đăng|vua|moi|roi|xong|chuyen|cho|chua|khong|het|du|thieu|cham|tre|kho|on|tot|binh thuong|thuan loi|kip|dung (?:tien do|ke hoach|han)|theo ke hoach|vuong|loi|hong|dat|vuot|tang|giam|"
    r"to chuc|ban hanh|tham muu|ra soat|trien khai|thuc hien|gui|nop|lap|hop|kiem tra|khao sat|tuyen truyen|phat|thu|cap|tra|tiep nhan|xu ly|giai quyet|hoan thien|soan|du thao|trinh|ky|tong hop|phoi hop|xay dung|"
    r"bao cao|huong dan|tap huan|so hoa|giao|giai ngan|mo lai|nghiem thu|cap nhat|niem yet|van dong|ra quan|tiep|lam|mo|mua|sua|in|doi chieu|tham dinh|bo sung|tien do|ket qua|duy tri|thuong xuyen|lien tuc|hang (?:ngay|tuan|thang)|mua|bao|lu|om|nghi|ban"
)
_NONE_TO_REPORT = r"(?:khong|chang) co gi (?:(?:de|can|phai|them) )*bao(?: cao(?: them)?)?(?= ?(?:$|[,.]| (?:a|nhe|nha|em|anh|chi|het|dau|ca)\b))"
#: Nobody's own work: a list, or all the work of many.
_MANY = r"(?:nhung|cac|danh sach|liet ke|xem|loc|het|toan bo|moi|may|nhieu|bao nhieu|thong ke) (?:\w+ )?(?:viec|nhiem vu|cong viec)|(?:viec|nhiem vu) (?:nao|gi|nha|nhe|rieng|gap|khac|nhom|gia dinh|ban\b|ca nhan|dot xuat|hop|ngoai|nước|nuoc|cua (?:anh|chi|em|phong|ban|don vi))|lam viec(?! (?:nay|do|kia|tren|duoc giao))|co (?:\w+ )?viec (?:ban|gap|rieng|dot xuat|nha|nhe)"
#: To be left open: "chưa được đóng việc 12 đâu nhé".
_LEFT_OPEN = r"(?:chua|khong|dung|khoan|cho)(?: (?:duoc|nen|can|the|co|voi))* (?:dong|chot|ket thuc|khoa|xoa|huy|bo) (?:viec|nhiem vu|nv|so|\d)"
_WORK_WORDS = (
    r"phan tram|vuong|ket|tac|cho|doi|y kien|trinh|du thao|van ban|so lieu|ho so|ket qua|tham dinh|kinh phi|xong|hoan thanh|lam (?:duoc|gan|do|den|toi|xong)|soan|ra soat|tong hop|bao cao|"
    r"chua lam|tien do|nua|huong dan|tra loi|ky|phe duyet|gop y|khao sat|to chuc|cap nhat|hoan thien|ban hanh|trien khai|(?:cai|viec) (?:nay|do)"
)
_ELSEWHERE = re.compile(
    r"\b(?:dang|vua|moi|di) (?:hop|an|uong|lai xe|di|ngu|nghi|ban|mua|don|cho con|ket xe)\b|\bket xe\b"
)
#: A date given to the work, which is none of its results.
_A_DATE = r"(?<!dung )(?<!qua )(?<!tre )han (?:moi|toi|den|la|chot)"
#: After a number, words about the work's record or the talk itself, no result of it.
_NO_RESULT = re.compile(
    r"(?:(?:em|toi|anh|chi|thi|la|viec nay|cai nay) )*(?:nham|cua (?!\d|thang|quy|ky)|thuoc|nho|giao (?!dat|ban|luu|nhan)|chuyen (?:cho|sang|lai|giao|qua|ve)(?! (?:nam|thang|quy|tuan))|giup (?!\d)|hoi (?!y kien)|de (?!nghi|xuat|tai|cuong|an)|cho (?!\d|cac|nhung|nguoi|ho\b|hoi|hoc)|khong (?:phai|ro|biet|nhan|phu trach|lam(?! (?:kip|duoc|xong|het|noi)))|(?:anh|chi|em|dc|đ/c|d/c|dong chi) \w+ (?:lam|theo doi|phu trach|lo|nhan|chiu)|(?:anh|chi) (?:lam|theo doi|phu trach|lo)(?= ?$)|thoi|sai|bo qua|han (?:la )?\d+|(?:cho (?:em|toi|anh|chi|minh) )?hoi|xin loi|dung (?:nhac|nhan)|"
    r"(?:xua|lau|truoc) (?:nay|gio) |(?:anh|chi|em|sep) \w+ (?:giao|nho|phan cong) (?:cho )?(?:em|chi|anh|toi|minh)\b|(?:anh|chi|em|sep) \w+ (?:(?:cung|da) )*(?:biet|nam|ro) roi\b|tra (?:lai )?(?:cho|ve) |(?:(?:lay|kiem|tim|co) )?(?:tien|nguoi|gio|suc|kinh phi) dau\b|(?:[^\W\d]+ ){1,3}?dau ma\b|"
    r"khong (?:nhac|phai)|thoi nhac|giao (?:lai )?(?:cho|sang)|chuyen (?:cho|sang|lai|giao)|de (?:lai )?cho|la gi|cua ai"
    r"|(?<=la )(?:(?:cai|viec|nhiem vu|nv) )*(?:hang (?:ngay|tuan|thang|quy|nam)|dinh ky|thuong xuyen|chung|phoi hop))\b"
)
#: To which unit it belongs, and no more: "việc 7 về Ban Dự án 1".
_OF_A_UNIT = re.compile(
    r"(?:(?:la )?(?:thuoc|ve|cua|sang) |(?:\d{1,4} )+(?=ban ))(?:phong(?! (?:chong|ngua|tranh|van|trao|tuc|ve)\b)|ban(?= (?:quan ly|du [aá]n|ql)\b)|trung tam|chi cuc)(?: [^\W\d]+){1,4}(?: \d{1,2})?[ .!]*"
)
#: Another task's result, which nobody has told here: "46 tương tự 12".
_LIKE_ANOTHER = re.compile(
    r"(?:cung |y )?(?:tương tu|tuong tu|giong|nhu)(?: nhu| voi)? (?:(?:viec|nhiem vu|nv|so) )*#?\d{1,4}\b(?! ?[%/])"
)
_NAMED_BEHIND = re.compile(
    r"(?P<told>\D.{5,}?)(?:[,.] (?:(?:nhap|ghi|tinh|cap nhat|do|la|cua|thuoc|cho|vao) )*| (?:nhap |ghi |tinh )vao )(?:viec|nhiem vu|nv)(?: so)? #?\d[\d, va]*(?: (?:ay|do|đó|day|nay|nhe|a|em|anh|chi|giup|luon))*"
)
_BEHIND = re.compile(
    r"(?:phat sinh(?: gi| them| moi)?|nhu (?:ky|thang|quy|lan) truoc|(?:ky|thang|quy) nay|nhu (?:cu|truoc)|giu nguyen)"
    r"(?: (?:o|cua|cho|trong|doi voi|viec|nhiem vu|nv|so|muc))* #?(\d{1,4}(?:(?:, ?| va |-| den )\d{1,4})*)$"
)
#: Nothing arose, is refused, or is asked: "45 không".
_NONE = re.compile(r"(?:(?:viec|nhiem vu|nv|so) )*#?\d(?:[\d, va-]|den |toi )*:? ?(?:thi )?khong")
#: A number behind a name that nobody here bears: a task, and not the one shown last: "Thắm 31 70%".
_OF_ANOTHER = re.compile(r"[^\d_]*[^\W\d_](?<!tam)(?<!chung)(?<!muc):? \d{1,4}:? (?:(?:dat|duoc) )?_+ ?%")
#: Of one period the end is told, and of a task that has no such periods a part only: "xong kỳ tháng 10", "xong quý 3".
_SHARE = re.compile(
    rf"\b{DONE} (?:(?:roi|duoc|het|cong viec|phan|bao cao|cua) )*(?:(?:(?:viec|nhiem vu|nv|so) )*[\d, va]*\d (?=ky|quy))?"
    r"(?:ky (?:thang|quy|nay|bao cao nay)|quy (?:\d|nay|i{1,3}|iv)|thang \d{1,2})\b"
)
#: A name and nothing of what he did.
_NO_MORE = re.compile(r"[ .]*(?:$|[,;])")
_LAST_WEEKDAY = r"thu \w+ (?:tuan truoc|tuan roi|vua roi|roi)"


def speaks_of_work(text: str) -> bool:
    """Words of work, without saying of which: "đang lấy ý kiến", "60%", "cái này mai xong"; none spoken to the bot."""
    told = re.search(rf"\b(?:{_WORK_WORDS})\b|\d ?%", norm := read_line(text).norm) and not _ELSEWHERE.search(norm)
    return bool(told and not speaks_to_the_bot(text))


_PUT_BACK = r"(?:tra|dua|quay|khoi phuc|mo|bat)(?: (?:no|viec|cai|lai|ve|giup|cho))* nhu (?:cu|truoc)"


def as_before(c: Clause) -> Act | Doubt | None:
    if not c.ids and re.search(r"\b\d{1,2} ?(?:h|gio)\b", c.norm):
        return None  # "để 8h như cũ"
    if c.ids and "?" not in c.norm and _NONE.fullmatch(c.core) and not c.has("khong co"):
        refused = (c.act(Intent.reject),) if c.heads else ()
        return Doubt((*refused, c.act(Intent.none_arose), c.act(Intent.task_detail)))
    if (
        c.has(rf"khong (?:co )?(?:gi )?phat sinh|chua (?:co )?phat sinh|khong co gi phat sinh|{_NONE_TO_REPORT}")
        and not c.ends_asking
    ):
        return _of_many(c, Intent.none_arose)
    same = (
        r"(?:nhu|giong(?: het| y| nhu)?|y (?:nhu|het|chang|xi)|van nhu|y) (?:ky|ki|thang|quy|lan|bao cao) (?:truoc|roi|cu)|nhu cu|nhu truoc|nhu (?:thang|ky) \d+|giu nguyen(?! han)|"
        r"(?:khong|chua) (?:co gi )?(?:thay )?doi(?= ?$|[ ,.]+(?:a|so|gi|nhe)\b)|khong co gi (?:moi|thay doi)"
    )
    if c.has(same) and not c.asks_plainly and not c.has(rf"neu|(?:thoi )?han|moc|deadline|{_PUT_BACK}"):
        return _of_many(c, Intent.same_as_before)
    return None


def _of_many(c: Clause, intent: Intent) -> Act:
    """Of the tasks named, or of all that is left, whose it is said to be."""
    numbers = c.ids or _numbers_behind(c)
    whose = {} if numbers or (c.replying and not whole_unit(c)) else rest_of(c)
    return c.act(intent, **{"task_ids": numbers, "mode": _rest(c), **whose})


def _numbers_behind(c: Clause) -> tuple[int, ...]:
    """ "Không phát sinh 8", "như kỳ trước 8, 18": elsewhere a number there counts, "hơn kỳ trước 8"."""
    found = _BEHIND.search(masked(c.core))
    return task_ids(read_line(f"xong {found[1]}"))[0] if found else ()


#: With whose or when in front it is all of it, whatever list was shown last.
_NOTHING_AT_ALL = r"(?P<whose>(?:(?:(?:thang|ky) nay|toi|anh|chi|em|e|minh|(?:ben|phong|phan|cua) (?:em|anh|chi|minh)|thi|cung|deu)[ ,]+)*)(?:khong|chua) (?:co )?(?:gi phat sinh|phat sinh(?: viec)? gi)(?: moi| them)?(?: het| ca| luon)*"


def _rest(c: Clause) -> str | None:
    every = r"con lai|tat ca|toan bo(?= (?:cac|nhu|giong|y|van|thi|giu|khong|chua|viec|nhiem vu)\b)|deu|cac viec khac|viec kia|cai kia|het"
    if not c.ids and (found := compiled(_NOTHING_AT_ALL).fullmatch(c.core)):
        return "all" if found["whose"] else "rest"
    return "rest" if not c.ids and c.has(every) else None


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
        reason=c.reason if not (text or held_no_longer(c.norm)) else None,
        text=text,
        date=c.day() if explicit else None,
        period=c.period if re.match(r"(?:viec )?\d+ thang \d", c.core) else None,
        statement=c.said,
    )


def done_act(c: Clause) -> Act:
    named = re.search(
        rf"\b(?:hom qua|hom kia|(?:sang|trua|chieu|toi|dem) qua|ngay \d+|\d+ thang \d+|(?:tu|hom) (?:hom|ngay|thu)|{_LAST_WEEKDAY}|\d+/\d+)",
        without_evidence(c.norm),
    )
    day = c.day(future=False) if named else None
    share = bool(_SHARE.search(c.norm))
    everything = not c.ids and c.has(rf"{DONE} (?:het|tat ca|ca)|(?:tat ca|ca hai|cac viec) .*{DONE}|tat ca|ca hai")
    return c.act(
        Intent.done,
        date=day if day and day <= c.on else None,
        evidence=c.evidence,
        period=c.period if share or c.has(r"\d+ (?:ky )?thang \d|ky (?:thang|quy)") else None,
        mode="all" if everything else None,
        statement=c.said if share else c.line.text,
        of_period=share,
    )


def about_work(c: Clause) -> bool:
    return c.has(r"viec|nhiem vu|cong viec")


def of_one_task(c: Clause) -> bool:
    """Speaks of a task as one, though of none by its number."""
    return about_work(c) and not c.has(_MANY)


def _is_awaited(c: Clause) -> bool:
    waits = (c.line.typed(*found.span(1)).lower() for found in _AWAITED.finditer(c.norm))
    return not c.starts(_ORDERED) and any(typed != "cho" or c.line.text.isascii() for typed in waits)


def not_begun(c: Clause) -> Act | Doubt | None:
    """ "7 chưa", "việc 7: chưa" tell; "việc 7 chưa" of a head may ask as well."""
    found = re.fullmatch(
        r"(?:cac )?(viec |nhiem vu |nv |so |#)?(?:so )?#?\d(?:[\d, va-]|den |toi )*([:.]?) ?(?:(?:thi|em|van|con) )*chua(?: (?:dau|co|co gi|bat dau))?",
        c.core,
    )
    if c.ids and c.role == "staff" and promised_of(c) and not c.asks:
        return progress_act(c)
    if not (c.ids and found) or "?" in c.norm or (c.context == "group" and not c.names_task):
        return None
    if c.role != "staff" and found[1] and not found[2]:
        return Doubt((progress_act(c), c.act(Intent.task_detail)))
    return progress_act(c)


def in_progress(c: Clause) -> Act | Doubt | None:
    denied = rf"(?:em |da )*(?:chua|{NOT} (?:xong|hoan thanh|lam|kip|co)(?: (?:duoc|gi|dau|het|ca))*)"
    if c.is_just(denied) and (
        (c.core.endswith(("chua", "gi", "gi het", "gi ca")) and "?" not in c.norm) or not c.asks_plainly
    ):
        return progress_act(c) if c.context != "group" or c.ids or c.replying else None
    if c.asks_plainly:
        return None
    if c.percent is not None and not c.ids and _OF_ANOTHER.match(masked(c.norm)):
        return c.act(Intent.not_understood)
    if c.percent is not None and (c.ids or c.replying):
        return Doubt((progress_act(c), done_act(c))) if c.percent == 100 else progress_act(c)
    if c.ids and c.has(_LEFT_OPEN):
        return c.act(Intent.not_understood)
    told = (
        c.has(_STATE) or c.has(_SIGNATURE) or _is_awaited(c) or (c.replying and not c.ids and PROMISED.search(c.norm))
    )
    if told and c.ids and (_is_no_result(c) or c.has(_A_DATE)):
        return None
    if told and (c.ids or c.replying):
        return progress_act(c)
    if told and c.context == "direct" and of_one_task(c) and not c.asks:
        return progress_act(c)
    return None


def result_line(c: Clause) -> Act | Doubt | None:
    """ "8 đăng 12 tin 3 bài": a number first, then anything that is no order and no question is this period's result."""
    if not (_answer_style(c) or _says_result(c)) or c.asks or c.context == "group" or not c.rest_after_ids:
        return None
    if re.search(r"\d (?:thi )?(?:bo|huy|huy bo|xoa|dong)$", masked(c.core)) or _is_no_result(c) or c.has(_A_DATE):
        return c.act(Intent.not_understood, statement=c.rest_after_ids)
    if (
        c.ids_span
        and (named := takers(c, c.ids_span[1] + 1, strangers=False))
        and _NO_MORE.match(c.norm, named[-1].end)
    ):
        return c.act(Intent.not_understood)  # "57 chị Lan, 58 anh Phúc" hands out, or may
    if (len(c.rest_after_ids) < 2 and not c.rest_after_ids.isdigit()) or c.has(r"an com|uong|nguoi (?:di|an)"):
        return None
    if c.evidence and re.sub(r"\W", "", c.evidence) == re.sub(r"\W", "", c.rest_after_ids):
        return Doubt((done_act(c), progress_act(c)))
    sure = _tells_how_it_stands(c) and not _LIKE_ANOTHER.match(read_line(c.rest_after_ids).norm)
    return progress_act(c) if sure else Doubt((progress_act(c),))


def named_behind(c: Clause) -> Act | None:
    """ "Đã giao đất cho 12 hộ, việc 45": a deed, and behind it the task it belongs to."""
    found = _NAMED_BEHIND.fullmatch(c.norm.strip(" .!"))
    if (
        not found
        or c.asks
        or c.context == "group"
        or not re.match(rf"(?:(?:em|toi|phong|ben em|hom nay|nay|da|moi|vua) )*(?:{_DEEDS})\b", found["told"])
    ):
        return None
    text = c.line.typed(*found.span("told"))
    return c.act(Intent.progress, percent=c.percent, text=text if c.percent is None else None, statement=text)


def _is_no_result(c: Clause) -> bool:
    """What stands behind the number speaks of who should do it, or of the talk itself: "18 của phòng khác mà"."""
    rest = read_line(c.rest_after_ids or "")
    found = _OF_A_UNIT.fullmatch(rest.norm) or (_NO_RESULT.match(rest.norm) if _answer_style(c) else None)
    waits = c.has(_SIGNATURE) or _AWAITED.match(re.sub(r"\b(?:anh|chi)\b", "__", rest.norm))
    return bool(found and not (waits and rest.text.isascii()) and not re.match(r"chờ|đợi|đề ", rest.text.lower()))


def _tells_how_it_stands(c: Clause) -> bool:
    """A figure, a deed or a state; other words beside a number may be about anything."""
    rest = read_line(c.rest_after_ids or "").norm
    return bool(re.search(rf"\b\d{{1,6}}\b|_|\b(?:{_DEEDS})\b", rest))


def evidence_alone(c: Clause) -> Act | Doubt | None:
    """A document number sent after the bot asked for it; where another number stands in front, it is that task's."""
    if (
        c.evidence
        and not c.ids
        and c.context != "group"
        and len(c.core) <= len(c.evidence) + 28
        and not c.asks
        and not c.has("ke hoach|tien do|the nao|tinh hinh")
    ):
        before = re.match(r"(\d{1,4})(?= [^\W\d])", c.core)
        if before and not read_line(c.evidence).norm.startswith(before[1]):
            return Doubt((done_act(c).with_slots(task_ids=(int(before[1]),)),))
        return c.act(Intent.evidence_only, evidence=c.evidence)
    return None
