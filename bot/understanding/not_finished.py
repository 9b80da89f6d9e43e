"""What denies that a task is finished: an order or a condition, a day to come, only a part of it."""

import re
from functools import reduce

from bot.understanding import when
from bot.understanding.clause import Clause
from bot.understanding.left_out import left_out
from bot.understanding.line import read_line
from bot.understanding.listed import listed
from bot.understanding.numbers import COUNTED, counts_on, part_of_whole, without_documents, without_evidence
from bot.understanding.syllables import is_syllable
from bot.understanding.words import DONE, NOT
from jobs.rules.days import HALF_A_YEAR

_PARTIAL = (
    r"du thao|ban nhap|mot phan|1 phan|(?:1/2|1/3|2/3|1/4|3/4)(?!/)|mot nua|1 nua|nua|phan lon|gan|co ban|buoc \d|buoc dau|giai doan \d|phan \w+ (?:dau|thoi)|so bo|phan|hau het|mot so|vai|tam|noi dung|de cuong|"
    r"khau|duoc \d|\d+ ?%|may|rieng|moi(?! (?:nguoi|dung|phai))|tung"
)
_NOT_YET = (
    r"(?:ngay )?mai|tuan (?:sau|toi)|thang (?:sau|toi)|du kien|suyt(?: nua)?(?: thi)?|(?:\d{1,3}|nua|mot|hai|ba|may|it|vai) ?(?:p|ph|phut|'|tieng|h|gio|ngay|hom|tuan|bua|buoi|thang) nua|(?:lat|chut|ti|ty|xiu) nua|se|sap|gan|co gang|cuoi (?:tuan|thang|nam|ngay)|chieu(?: nay)?|toi nay|ngay kia|thu \d|khi nao|neu|de|hom nao|bao gio|"
    r"dang|quyet tam|phai|can|hen|muon|kip|cho den|chac|truoc ngay|truoc \d|phan dau|lam cho|ma"
)
#: Parts of a task that have numbers of their own.
_PART = r"(?:lop|dot|phan|khau|buoc|to|khu|giai doan|muc|vong|nhom|chuong|hang muc|noi dung|lan|ky)"
#: Of which there are several, one after the other: "xong đợt 1".
_ROUND = r"(?:lop|dot|phan|khau|buoc|to|khu|giai doan|vong|nhom|chuong|hang muc|lan|ky|khoa|phien|chang)"
_TASKS = r"(?: (?:cac|viec|nhiem vu|nv|so|nay|do|kia|roi|\d+(?:(?:, ?| va |-)\d+)*))*"
#: Told after the end, so that it is none: "xong thủ tục rồi, chờ ký", "xong tin, còn bài".
_YET_TO_COME = (
    r"(?:(?<!anh )(?<!chi )(?<!sep )(?<!dao )(?<!kinh )(?<!xin )(?<!mong )(?:cho|doi) (?:\w+ ){0,3}?(?:ky|dong dau|y kien|phan hoi|tham dinh|phe duyet|ket qua|gop y)"
    rf"|con (?:\d+|_+|mot|hai|ba|vai|may|it|mot so) (?:{COUNTED})\b|con (?!gi\b|viec\b|nhiem\b|ai\b|nao\b|may\b|nua\b|em\b|anh\b|chi\b|lai gi\b|so lieu nao)[^\W\d])"
)
#: Behind a count of them all: "tiếp nhận 20 hồ sơ, 12 đã xong".
_SOME_DONE = re.compile(rf"[,;] ?(\d+)(?: \w+){{0,3}} {DONE}\b")
_TO_COME = r"(?<!chi )(?<!co )(?<!anh )(?:ngay )?mai|ngay kia|tuan (?:sau|toi)|thang (?:sau|toi)|cuoi (?:tuan|thang|quy|nam)(?! (?:\d|truoc|roi|vua))"
_WEEKDAY = re.compile(r"\b(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat)\b")
#: Of what was reported done: "à 2 cũng chưa ký đâu", "7 mới xong 1 lớp", "7 còn 1 lớp nữa"; a number still to come denies nothing.
_DENIES_REPORT = re.compile(
    r"(?:(?:a|ha|ua|oi|da|thi|van|con|cung|that ra|thuc ra|hinh nhu|em|toi|ben em|phong em|la|viec|nhiem vu|nay|no|hien|so|moi|nham|quen|ghi|ghi lai|sua|sua lai|noi|bao|y|chi|anh|phai|khoan|khong|nho|giup|\d+)[ ,:]+)*"
    r"(?:(?:chua|chua dau)(?: (?:em|anh|chi|a))?[,.] )?(?:(?:chua|khong)(?: (?:he|duoc|kip|co|the))* (?:xong|ky|ban hanh|trinh|lam|hoan thanh|phat hanh|dong dau|to chuc|nop|trien khai|thuc hien|bat dau|soan|den dau)\b"
    r"|moi (?:chi )?(?:xong|duoc|trinh|du thao|soan|lam|dat|o|co)\b|dang (?:lam|soan|du thao|trien khai|hoan thien|chinh sua|sua)\b|con (?:\d+|_+|mot|hai|ba|vai|may) .*\b(?:nua|chua)\b)"
)
#: Said behind "xong" it is anything but: "48 xong cl".
_IN_ANGER = re.compile(
    rf"\b{DONE}(?: \d+)? (?:cl|cc|vl|vcl|cdg|dau buoi|con kh[iỉ]|cai (?:gi|noi gi|con kh[iỉ]|dau (?:m[aà]y|em|anh|chi|no)|cl|cc))\b"
)
_PAST = re.compile(r"\b(?:da|roi|vua|hom|tu|truoc|qua)\b")
_WHOEVER = r"(?:(?:da|vang|kinh|bao cao|anh|chi|em|toi|minh|tui|ben|phong|tui em|bon em|chung em|chung toi|sep) )*"
#: The one word between who reports, or the number, and "xong", a verb of doing it left out: "cố" of "7 em cố làm xong".
_BEFORE_DONE = re.compile(
    rf"(?:^|[,;:.] ?|\d ){_WHOEVER}(?P<word>(?!(?:anh|chi|em|toi|minh)\b)[^\W\d_]+) (?:(?:lam|nop|gui|lo|trinh|cho|soan|ma|duoc|de) )*{DONE}\b"
)
#: What reports put there: words that only lead on, and the work's own verbs in one word.
_PLAIN_BEFORE = frozenset(
    listed(
        "duoc dc chu bac chau o chung bon nhom da vua moi cung deu thi la roi ok xem nhu coi bao ghi danh tick bam so viec vu cai nv muc phan nay do kia day ay qua gio nay sang chieu trua toi hom ca het luon van lai"
        " lam man nop gui trinh ky in hop soan viet lap mo dang đăng phat cham chấm day cap ra thu nhap nhan quay lap don do ve xay mua cai dat tra lo chot dong tu giao thue chay"
        " up post tai tong tinh ke dem kiem sua gop thay dan treo son phoi dung quet chup scan photo dap đáp đối xin lay thao duyet ban hoc thi tap xu giai cong niem khao ra chinh bo mang"
        " sep dao bac chu phong ben to đội nhom chung bon tui bay ho toan tat moi ai hoan a i d đ e ha o u ua uh um ui oi thoi troi chao nha nhe em chua khong dau se sap gan mai phai can"
    )
)
#: A day and month whose last occurrence is this far back may as well be the coming one.
_LONG_AGO = HALF_A_YEAR


def denies_report(text: str) -> bool:
    """Whether what is told of a task says that it is not done, whatever was reported of it."""
    return bool(_DENIES_REPORT.match(read_line(text).norm))


def is_ordered(c: Clause) -> bool:
    """A condition or an order: "xong 7 thì làm 8", "nhớ xong 7 nhé", "làm xong 7 đi"."""
    condition = rf"\b{DONE}\b(?: (?:viec|nhiem vu|nv|so|roi|va|[\d,]+))* thi\b"
    condition += rf"|\b{DONE}{_TASKS},? nho (?:bao|nhan|gui|goi|nop|cap nhat|trinh|chup|photo)\b"
    condition += (
        rf"|\b{DONE}{_TASKS}(?: viec)? (?:anh|chi|em|sep|minh) (?:moi|dai|khao|thuong|nghi|duoc nghi|ve|goi|di an)\b"
    )
    if waits_to_hear(c):
        return True
    if (
        c.heads
        and re.search(rf"\b(?:co gang|co len|quyet tam|no luc|tap trung) (?:\S+ ){{0,3}}?{DONE}\b", c.norm)
        and not c.has("em|toi|minh|phong")
    ):
        return True
    wished = rf"\b(?:nho|hay|rang|tranh thu|khan truong|lam on|yeu cau|de nghi) (?:\S+ ){{0,3}}?{DONE}\b"
    urged = rf"\b{DONE}\b.* (?:di|gap|giup (?:anh|chi|toi)|cho (?:anh|chi|toi))(?: (?:nhe|a|em|nha))*[ .!]*$"
    condition += rf"|\b{DONE}{_TASKS} (?:la|moi (?:tinh|lam|di|ve)|(?:roi )?(?:hay|tinh|moi tinh|hang))\b(?! xong)"
    condition += rf"|\b(?:(?:roi|thi|hang) moi|moi (?:dam|duoc|the)) (?:bao|ghi) (?:cao )?(?:la )?{DONE}\b|\b(?:dang|con|van) (?:doi|cho) (?:\S+ ){{1,8}}?(?:roi|moi|xong) (?:\S+ ){{0,3}}?{DONE}\b|\b(?:neu|gia ma|khi nao|bao gio|chung nao|luc nao|hom nao) (?:\S+ ){{0,4}}?{DONE}\b"
    must = rf"\b(?:phai|can|nen|mau|som)(?: \w+){{0,2}}? {DONE}\b"
    if (
        re.search(must, c.norm)
        and not c.has("em|toi|minh|e|chung toi|da|roi|vua|chua|khong")
        and (c.heads or not c.day())
    ):
        return True
    told = re.search(r"\b(?:roi|da|vua)\b", c.norm)
    return bool(re.search(condition, c.norm) or (not told and re.search(rf"{wished}|{urged}", c.norm)))


def waits_to_hear(c: Clause) -> bool:
    """ "Cái 6 ký xong báo em nha", "26 xong em báo liền": it is not, and word will be sent once it is."""
    return bool(c.ids and re.search(_tells_me_then(c), c.norm)) and not c.has("roi|da|vua")


def _tells_me_then(c: Clause) -> str:
    """Whoever types it wants to be told; "xong 7 báo cáo anh" of staff tells a head."""
    send = r"(?:nhan(?: tin)?|goi(?: dien)?|alo|nhac|zalo|nho bao"
    send += r"|bao(?! cao)|noi)" if c.heads else r"|(?:bao|noi)(?=(?: \w+)? (?:em|toi|minh|tui)\b))"
    me = r"(?:em|toi|minh|tui|anh|chi|co|chu|bac)(?= ?$|[ ,]*(?:nha|nhe|nghe|nghen|voi|a|lien|ngay|biet|luon|em|gium|giup)\b|[,.!])"
    later = r"(?:(?:thi|la|cu|phai|roi|nho|hay|anh|chi) )*"
    will = r"(?:(?:thi|la) )*(?:em|toi|minh|tui) (?:(?:se|moi) )*(?:bao|nhan|goi|noi)(?: (?:cao|anh|chi|sep|cho|lai))* (?:lien|ngay|sau|luon)\b"
    return rf"\b{DONE}{_TASKS} (?:{later}{send}(?: (?:cho|lai|ngay|lien|gap|som))* {me}|{will})"


#: Whatever it was before: "hôm trước em nói 14 chưa xong, giờ xong rồi".
NOW_DONE = re.compile(
    rf"[, ](?:gio|bay gio|hom nay|nay|sang nay|nhung (?:gio|nay))(?: thi)?(?: em| da)* (?:{DONE}) (?:roi|het)\b[^,;]*$"
)


def is_not_done(c: Clause) -> bool:
    """Denied before the verb, to come, or only a part."""
    if NOW_DONE.search(c.norm):
        return False
    denied = (
        rf"\b{NOT} (?:\w+ ){{0,3}}?{DONE}\b|\b(?:doi|cho) (?:em|toi|minh) (?:lam )?{DONE}\b|\b{DONE} (?:duoc )?dau\b"
    )
    begun = rf"\bmoi {DONE} (?!viec|nhiem vu|nv|so|roi|hom|sang|chieu|toi|luc|ngay|day|a|nhe|tuc|het|thang|tuan)[^\W\d]"
    counted = rf"\b{DONE} (?:duoc )?(?:\d+(?: ?/ ?\d+)?|hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:viec|nhiem vu|dau viec|ket qua)\b"
    of_part = (
        rf"\b{_PART} \d+ (?:da |vua |thi )*{DONE}\b|\b{DONE} (?:\S+ ){{0,2}}?{_PART} (?:\d+|_+|\w+)(?:(?:,| va| voi) (?:\d+|_+|\w+)){{0,4}} (?:cua|trong|thuoc) (?:viec|nhiem vu|nv|so)\b"
        rf"|\b{DONE} (?:duoc )?(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi) (?:{COUNTED})\b"
    )
    of_part += rf"|\b{DONE} (?:\S+ ){{0,2}}?{_ROUND} (?:thu )?(?:\d{{1,2}}|nhat|hai|ba|tu|dau|i+)\b(?! ?(?:/|%)| (?!(?:viec|nhiem vu) (?:so )?#?\d)(?:{COUNTED})\b)"
    of_part += rf"|\d (?:(?:thi|da|em|vua|moi) )*{DONE} (?:(?:duoc|het|ca) )?muc \d"
    parted = rf"\b{DONE} (?:\S+ ){{0,2}}?(?:{_PARTIAL})\b|\b(?:du thao|mot phan|gan|co ban|mot nua|phan lon|tam|sap) (?:\S+ ){{0,2}}?{DONE}\b"
    said = left_out(c.line)[1].norm
    return bool(
        re.search(denied, said)
        or re.search(f"{parted}|{begun}|{of_part}", without_documents(said))
        or part_of_whole(said)
        or any(counts_on(said[: each.start()], said[each.start(1) :]) for each in _SOME_DONE.finditer(said))
        or (not c.ids and re.search(counted, said))
        or _is_to_come(c)
        or re.search(
            rf"\b(?:da (?:ban hanh|phat hanh|nop|ky|giai quyet)\b[^;]*(?:,|\bnhung|\bma|\bcon)(?: \w+){{0,3}}? chua|{DONE}\b.*\b(?:nhung|{_YET_TO_COME}|tru phan|chua|mot nua|\d+ ?%))",
            said.replace("100%", ""),
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


def perhaps_to_come(c: Clause) -> bool:
    """A bare weekday, or a day without a year that is nearer ahead than behind; "chau" may be a slip of "chua"."""
    if _is_slip_before(c) or _is_strange_before(c) or _IN_ANGER.search(c.norm):
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


def _is_strange_before(c: Clause) -> bool:
    """A word between who reports and "xong" that no report has: "cố xong 7", "7 em ráng làm xong", "hứa xong 7"."""
    found = _BEFORE_DONE.search(c.norm)
    if not found or found["word"] in _PLAIN_BEFORE or found["word"] == "ok":
        return False
    typed = c.line.typed(*found.span("word"))
    named = c.directory.names_somebody(typed) or (typed[:1].isupper() and found.start("word") > 0) or typed.isupper()
    return not named and not any(
        span and span[0] <= found.start("word") < span[1]
        for span in (c.person_span, (c.unit.start, c.unit.end) if c.unit else None)
    )
