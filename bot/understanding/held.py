"""A change denied or put off: "đừng duyệt 7", "khoan giao 33", "mai anh duyệt 7", "duyệt 2 sau nhé". Nothing is changed by it."""

import re

from bot.understanding.belonging import Found, first
from bot.understanding.clause import Clause, Doubt
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.patterns import compiled
from bot.understanding.rules.move import FINISH_BY

#: What an order is given with; a denial stands in front of one of these.
_DECIDE = r"(?:phe |ky )?duyet|dong y|nhat tri|thong nhat|chap thuan|chap nhan|thong qua|xac nhan|cong nhan|nghiem thu|tra(?: lai| ve)?|bac|tu choi|dong(?= (?:viec|nhiem vu|\d))"
_HAND_OUT = r"(?:ban |chuyen )?giao|chuyen|phan cong|phan viec|phan(?= (?:lai )?\d)"
_MOVE = r"lui|gia han|keo dai|doi han|doi ngay|doi|dat|chot|sua|ha han|rut han|bo han|dieu chinh|xin lui|xin gia han"
_URGE = r"nhac(?: nho)?|reo|don doc|thuc(?: giuc)?|giuc"
_REMIND = rf"{_URGE}|gui|nhan|bao|soan"
_RECORD = r"mo lai|khoi phuc|hoan tac|huy|xoa|bo|thu hoi|rut"
_FINISHED = r"xong|hoan thanh|hoan tat"
_REPORT = rf"(?:ghi(?: nhan)?|bao|danh dau|xac nhan|tinh|cho|nhan|cap nhat|de)(?: (?:la|viec|nhiem vu|so|da|\d+))* (?:{_FINISHED})"
_DEEDS = {
    Intent.approve: rf"{_DECIDE}|(?:đăng|dang)(?= (?:tin|bai))",
    Intent.reject: _DECIDE,
    Intent.assign: _HAND_OUT,
    Intent.set_deadline: f"{_MOVE}|{_HAND_OUT}",
    Intent.extend_request: f"{_MOVE}|{_HAND_OUT}",
    Intent.remind_unit: _REMIND,
    Intent.settings_time: _REMIND,
    Intent.settings_language: r"doi|chuyen|dung|noi|tra loi",
    Intent.draft_group_reminder: _REMIND,
    Intent.undo_done: rf"(?:(?:dong y|nhat tri|chap thuan|chap nhan)(?: (?:cho|de))? )?(?:{_RECORD})",
    Intent.done: _REPORT,
    Intent.progress: rf"{_DECIDE}|{_HAND_OUT}|{_REPORT}|nhac|mo lai|(?:lui|doi) han|gia han",
}
#: What may stand between the denial and the order.
_BESIDE = r"da|hay|hang|voi|vang|co|nen|can|phai|duoc|cho|phep|the|muon|he|dinh|so|dam|cung|lai|bam|tien hanh|thuc hien"
_BETWEEN = rf"(?:,? ?(?:cho (?:anh|chi|em|co|chu|bac|phong|ben|don vi) (?!(?:{_BESIDE}|anh|chi|em|toi|minh|sep|ben|no|\d+)\b)\w+(?= )|{_BESIDE}|(?:anh|chi|em|toi|minh|sep|ben|no)(?= )|va(?= #?\d)|(?:viec |nhiem vu |#)?\d+(?=[ ,]))\b)*,? ?"
#: "Việc chưa giao" is which work, and denies nothing.
_NO = r"(?:khong|(?<!viec )(?<!nhiem vu )(?<!phan )chua|chang|cha|dau co)"
_STOP = r"(?:đòi|dung(?: viec)?|ngung(?: viec)?|CHO(?= (?:co |nen |voi )?(?:duyet|giao|tra|nhac|lui|ghi|dong))|khoan|khoi|tu tu|thong tha|thoi (?:khong|dung|khoi|khoan|chua)|tam (?:thoi )?(?:dung|khong|chua|khoan|hoan|gac)|(?:chua|khong|chang) (?:can|nen|voi|phai|duoc phep|dam|duoc(?= (?:ghi|bao|danh dau|tinh|xac nhan|dong)\b))|hoan(?: viec)?(?! (?:thanh|tac|tat|thien|chinh)))"
_WILL = r"(?:se|sap|(?<!quyet )dinh|tinh|(?<!tu )(?:ngay |sang |trua |chieu |toi )?mai|ngay kia|hom (?:sau|khac)|lat(?: nua)?|(?:ty|ti|chut|xiu|lat) nua|chieu nay|chieu|toi nay|(?:dau |cuoi )?tuan (?:sau|toi)|thang (?:sau|toi)|bua khac|luc khac|(?:sang |chieu |toi )?thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan (?:nay|sau))?|(?:dau|giua|cuoi) (?:tuan|thang)|(?:hom|khi|luc) nao(?: \w+)?)"
_WHO = r"(?:(?:thi|anh|chi|em|toi|minh|sep|moi|se|hay|xem|roi|kiem tra|lai|tinh|ve|den|qua|hop|tra loi)\b,? )*"
_ONCE = r"(?:(?<!vua )moi|(?<!sau )khi|sau khi(?! (?:xem|doc|nghe|nghien cuu|kiem tra|ra soat|trao doi|can nhac)\b)|den khi|(?<!\d )(?<!nay )(?<!do )(?<!kia )thi)"
_WAITS = r"(?:de(?= (?:anh|chi|em|toi|minh|sep)\b)|(?:DOI|CHO)(?: \w+){1,6}?)"
_AWAITED = rf"\b(?:DOI|CHO) (?:\w+ ){{1,5}}?(?:{_FINISHED})\b.*\b(?:{_DECIDE}|{_HAND_OUT})\b"
_END = r"(?:[ ,]+(?:a|nhe|em|anh|chi|nua|da|di|hen|vay|nay|do|oi|cung duoc|thoi|giup em|sep|bot))*[ .!]*(?=$|[,.;])"
_NOT_A_DAY = (
    r"(?<!tuan )(?<!thang )(?<!quy )(?<!nam )(?<!hom )(?<!ngay )(?<!thu )(?<!gio )(?<!ky )(?<!dot )(?<!ve )(?<!truoc )"
)
_LATER = r"(?:sau|(?:ngay |sang |chieu )?mai|tuan sau|hom khac|luc khac|chieu(?: nay)?)"
_LOOKED_AT = r"(?:(?:anh|chi|em|toi|minh) )?(?:se )?(?:xem|tinh|xet|duyet|quyet|ban|kiem tra|coi|doc)(?: lai| ky| them| tiep| da)*"
_PUT_OFF = (
    rf"(?:de|tinh|xem|ban|lam|xet|quyet) (?:lai )?(?:{_LATER}(?: {_LOOKED_AT})?|day|do|tu tu)|{_NOT_A_DAY}{_LATER} {_LOOKED_AT}|{_NOT_A_DAY}(?<!den )(?<!sang )(?<!toi )sau|tu tu(?: da| thoi)?|khoan(?: da| hay)?|"
    rf"(?:chua|khong|dung) voi(?: vang)?|(?:lat|ti|ty|chut) nua|hom khac|luc khac|(?:ha|a),? (?:thoi|khong|khoan)"
)
_TOMORROW = r"(?<!den )(?<!toi )(?<!sang )(?<!truoc )(?<!trong )(?<!la )(?<!han )(?<!hom )(?:vao )?(?:(?:sang |chieu |ngay )?mai|(?:dau |cuoi )?tuan sau|chieu(?: nay)?|vao (?:(?:sang |chieu )?thu \w+|(?:dau|cuoi) tuan))"
#: Beside a day that is set, and no denial of it: "phải xong trước 28/11, không lùi nữa".
_NO_LATER = re.compile(
    r"\b(?:khong|dung|khoi)(?: (?:co|duoc))? (?:lui|gia han|keo dai|xin lui|doi(?= (?:nua|them|gi)\b))(?: them| nua| gi)*\b"
)
_CAUSE = re.compile(r"\b(?:(?<!don )vi|do|ly do|tai)\b")
#: "18 để anh kiểm tra lại rồi báo em sau": by himself, and no word of how it is.
_I_LOOK = (
    r"de (?:(?:mai|chieu|lat|sang mai|toi|tuan sau) )?(?:anh|chi|em|toi|minh|tui|sep|co|chu|bac) (?:(?:se|con|phai|can|coi) )*(?:xem|coi|doc|kiem tra|ra soat|ra|nghien cuu|can nhac|hoi)(?: (?:lai|ky|them|ho so|so lieu|noi dung|da))*"
    r"(?:,? (?:roi|xong|co gi)(?: (?:se|moi|anh|chi|em|toi|minh))* (?:bao|tinh|quyet|duyet|noi|ghi|tra loi|cap nhat|nhan)(?: (?:lai|sau|em|anh|chi|toi|tiep|cho))*)?"
)
#: The whole of what is said of a number: "7 để sau", "12 khoan đã".
_ONLY_PUT_OFF = re.compile(
    rf"(?:(?:cac|con|rieng|viec|nhiem vu|nv|so|cai) )*#?\d[\d, va#]*[:,]? ?(?:thi |cu )?(?:{_PUT_OFF}|(?:khoan|dung|khoi)(?: (?:co|voi))? (?:ghi|bao|nhap|cap nhat)(?: (?:gi|voi|het|da|vao|lai))*|dung|khoi|chua voi dau|(?:CHO|DOI)(?: them| da| xem| chut| ti| mot)*|{_I_LOOK}){_END}"
)
#: Of one's own task it is how it stands: "24 thì chờ".
_STILL_WAITS = re.compile(r"\b(?:CHO|DOI)(?: (?:a|em|anh|chi))*[ .!]*$")
#: Folded spellings that are other words more often: "khoản", "khối", "đúng", "hoàn", "thời".
_SPELT = {
    "khoan": ("khoan",), "khoi": ("khỏi", "khoi"), "dung": ("đừng", "dung", "đung", "dừng"),
    "mai": ("mai",), "sau": ("sau",), "se": ("sẽ", "se", "sx"), "chieu": ("chiều", "chieu"),
    "khi": ("khi",), "ngung": ("ngừng", "ngưng", "ngung"), "thu": ("thứ", "thu"), "moi": ("mới", "moi", "ms"), "de": ("để", "de"), "lat": ("lát", "lat"),
}  # fmt: skip
_WAITING = {"chờ": "CHO", "chớ": "CHO", "đợi": "DOI"}
_SPELT_ANYHOW = re.compile(rf"\b(?:{'|'.join((*_SPELT, *_WAITING, 'cho', 'doi'))})\b")
#: A later day is part of what these order, and what they order others to do may be denied: "nhắc các phòng chưa gửi".
_REMINDING = frozenset({Intent.remind_unit, Intent.settings_time, Intent.draft_group_reminder})


#: "Với gia đình" tells what the rest is for.
_OTHERS = (
    r"nhom|moi nguoi|cac phong|cac don vi|voi(?! (?:chu nhat|cn|thu|t\d|gia dinh|con|vo|chong|nha|ban be|nguoi nha)\b)"
)
_SETTINGS = (Intent.settings_time, Intent.settings_language)
#: Read as progress, and yet a head's order denied, thought over or promised.
_NOT_NOW = (
    rf"\b{_NO} duoc (?:dong|ghi|danh dau|bao|mo lai)\b|\b(?:dang (?:tinh|dinh|can nhac|xem xet)|tinh chuyen)(?: \w+){{0,2}}? DEED"
    rf"|\b(?:anh|chi|toi|em|minh) {_WILL} {_WHO}DEED"
)
#: No verdict before somebody else has looked: "chưa duyệt 18 nhé, chờ chị Hà xem".
_OTHERS_FIRST = re.compile(
    rf"\b{_NO} (?:{_DECIDE})\b.*\b(?:DOI|CHO) (?:\w+ ){{1,4}}(?:xem|kiem tra|ra soat|cho y kien|tra loi|doc|ve)\b"
)
#: A setting that is to stay: "đừng tắt nhắc của em".
_STAYS = re.compile(r"\b(?:dung|khoan|chua|khong can) (?:co )?(?:tat|doi|chuyen)\b")


#: Of a wish somebody has: "30 xin lùi đến thứ 6 thì tôi đồng ý".
_WISHED = re.compile(r"\bxin (?:lui|gia han|them|khat|doi|hoan)\b[^,.;?]* thi (?:anh|chi|toi|em|minh)?\b")
#: The acceptance that was under way is halted by a return: "khoan, trả lại 26 vì chưa có con dấu".
_HALT = re.compile(
    r"^ *(?:(?:a|u|e|oi|thoi|chet|em) )*khoan(?: da| em| hay)*[,.!] ?(?=(?:(?:viec|nhiem vu) )?(?:#?\d{1,4},? )?(?:tra|bac|tu choi)\b)"
)

#: That it is finished, and that he accepts, or accepts once it is: "2 làm xong rồi anh duyệt".
_DONE_AND = re.compile(
    rf"\b(?:{_FINISHED}) (?:het )?roi,? (?:anh|chi|toi|minh) (?:(?:phe |ky )?duyet|dong y)(?: (?:nhe|nha|luon|do|a|em|cho))*[ .!]*$"
)

#: "Hạn 26 giữ nguyên 30/9".
_DATE_STAYS = re.compile(
    r"\b(?:han|moc)\b[^,.;?]*\b(?:giu nguyen|de nguyen|(?:van|cu) (?:giu|de|la)|khong (?:thay )?doi)\b|\d (?:thi |van |cu )?(?:giu nguyen|de nguyen) (?:han|moc|ngay)\b"
)
_DATED = (Intent.set_deadline, Intent.extend_request, Intent.progress, Intent.not_understood)


def held(c: Clause, taken: Found) -> Found:
    """What was taken for a change, as nothing to do where the words deny it or put it off."""
    intent = first(taken).intent
    verdict = intent is Intent.approve or first(taken).slots.held
    if c.heads and c.ids and verdict and _DONE_AND.search(_spoken(c)):
        return Doubt((c.act(Intent.approve),))
    if intent is not Intent.snooze and c.ids and _ONLY_PUT_OFF.fullmatch(_spoken(c).strip(" .!")):
        return taken if c.role == "staff" and _STILL_WAITS.search(_spoken(c)) else _nothing(c)
    if (
        intent is Intent.snooze
        and not (c.ids or first(taken).slots.date)
        and _says(rf"\b{_STOP} (?:nhac|bao|hoi) lai\b", _spoken(c))
    ):
        return _nothing(c)
    if c.ids and intent in _DATED and _DATE_STAYS.search(c.norm):
        return _nothing(c)
    if intent not in _DEEDS:
        return taken
    if intent is Intent.reject and _OTHERS_FIRST.search(_spoken(c)):
        return _nothing(c)
    if intent in _SETTINGS and _STAYS.search(_spoken(c)):
        return Act(Intent.not_understood)
    if intent in _SETTINGS and isinstance(taken, Doubt):
        return taken  # what he wants is asked
    if intent in _SETTINGS and not (c.unit or c.person or c.has(_OTHERS)):
        return taken
    if intent is Intent.approve and _WISHED.search(c.norm) and not c.has("neu"):
        return taken
    return _nothing(c) if _is_held(c, intent) else taken


def _nothing(c: Clause) -> Act:
    return Act(Intent.smalltalk_other, Slots(task_ids=c.ids, held=True))


def _is_held(c: Clause, intent: Intent) -> bool:
    deed = rf"\b(?:{_DEEDS[intent]})\b"
    head = _CAUSE.split(_spoken(c))[0]
    if intent is Intent.set_deadline and (c.has(FINISH_BY) or c.day()):
        head = _NO_LATER.sub(" ", head)
    if intent is Intent.reject:
        head = _HALT.sub("", head)
    before = head if intent not in _REMINDING else _order(head)
    if _says(rf"\b{_STOP}\b{_BETWEEN}{deed}", before):
        return True
    if intent is Intent.progress:
        return c.heads and _says(_NOT_NOW.replace("DEED", deed), head)
    if intent is Intent.reject:
        if _says(r"\b(?:chua|khong)(?: kip)? (?:xem|doc|ranh|mo|coi)\b.*\b(?:nen|,) ?(?:\w+ )?chua\b", head):
            return True
        if not c.reason and _says(rf"\b(?:anh|chi|toi|em|minh) chua {deed}", head):
            return True
        denied = rf"\b{_NO}{_BETWEEN}(?:tra(?: lai| ve)?|bac|tu choi)\b(?! duoc)"
        unhurried = rf"\bchua{_BETWEEN}{deed}.*\b(?:dau|voi|khoan)\b|\bkhoan\b.*\b{_NO}{_BETWEEN}{deed}"
        return not c.reason and _says(f"{denied}|{unhurried}", head)
    if intent is not Intent.done and _says(rf"\b{_NO}\b{_BETWEEN}{deed}", before):
        return True
    return _comes_later(c, intent, deed, head)


def _order(head: str) -> str:
    """Up to the word that urges, without what was asked before it: "sao KT chưa gửi vậy? giục giùm anh"."""
    urged = (re.match(rf".*?\b(?:{_URGE}|nhan|bao|keu|goi|noi|yeu cau|dan)\b", head) or [head])[0]
    return re.split(r"[?.] |\b(?:vay|the|ha|nhi), ", urged)[-1]


def _comes_later(c: Clause, intent: Intent, deed: str, head: str) -> bool:
    after = rf"{deed}[^,.;]*[ ,](?:{_PUT_OFF}){_END}"
    if intent in _REMINDING or intent is Intent.progress:
        return _says(
            rf"{deed}[^,.;]* (?:de sau|tinh sau|xem sau|(?:chua|dung|khong) voi|khoan(?: da)?|tu tu){_END}", head
        )
    if _says(after, head):
        return True
    if intent is Intent.done:
        return c.heads and _says(_AWAITED, head)
    if intent in (Intent.extend_request, Intent.set_deadline):
        return _says(rf"\b(?:se|sap|dinh|{_WAITS}) {_WHO}(?:xin )?{deed}", head)
    before = rf"\b(?:{_WILL}|{_ONCE}|{_WAITS}),? {_WHO}{deed}"
    condition = rf"{deed}[^,.;]* (?:khi|sau khi|mien la|voi dieu kien)\b" if intent is not Intent.reject else r"(?!)"
    return _says(
        rf"{before}|{deed}(?:(?! (?:den|toi|sang|lui|han|truoc|trong)\b)[^,.;])* {_TOMORROW}{_END}|{condition}", head
    )


def _spoken(c: Clause) -> str:
    """The norm, offsets kept, where words spelt as another word are blanked, and who waits ("chờ", "đợi") says so in capitals."""
    return _SPELT_ANYHOW.sub(lambda found: _as_spelt(c, found), c.norm)


def _as_spelt(c: Clause, word: re.Match[str]) -> str:
    typed = c.line.text[c.line.starts[word.start()] : c.line.ends[word.end() - 1]]
    name = word[0] == "mai" and typed[:1] == "M" and word.start() > 0 and not c.line.text.isupper()
    if typed.lower() in _WAITING:
        return _WAITING[typed.lower()]
    return "_" * len(word[0]) if name or typed.lower() not in _SPELT.get(word[0], (typed.lower(),)) else word[0]


def _says(pattern: str, norm: str) -> bool:
    return compiled(pattern).search(norm) is not None
