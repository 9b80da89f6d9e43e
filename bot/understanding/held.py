"""A change denied or put off: "đừng duyệt 7", "khoan giao 33", "mai anh duyệt 7", "duyệt 2 sau nhé". Nothing is changed by it."""

import re

from bot.understanding.belonging import Found, first
from bot.understanding.clause import Clause
from bot.understanding.intents import CHANGES, Act, Intent, Slots

#: What an order is given with; a denial stands in front of one of these.
_DECIDE = r"(?:phe |ky )?duyet|dong y|nhat tri|thong nhat|chap thuan|chap nhan|thong qua|xac nhan|cong nhan|nghiem thu|tra(?: lai| ve)?|bac|tu choi|dong(?= (?:viec|nhiem vu|\d))"
_HAND_OUT = r"(?:ban |chuyen )?giao|chuyen|phan cong|phan viec"
_MOVE = r"lui|gia han|keo dai|doi han|doi ngay|doi|dat|chot|sua|ha han|rut han|bo han|dieu chinh|xin lui|xin gia han"
_REMIND = r"nhac(?: nho)?|don doc|thuc(?: giuc)?|giuc|gui|nhan|soan|ban tin"
_RECORD = r"mo lai|khoi phuc|hoan tac|huy|xoa|bo|thu hoi|rut"
_FINISHED = r"xong|hoan thanh|hoan tat"
_REPORT = rf"(?:ghi(?: nhan)?|bao|danh dau|xac nhan|tinh|cho|nhan|cap nhat|de)(?: (?:la|viec|nhiem vu|so|da|\d+))* (?:{_FINISHED})"
_DEEDS = {
    Intent.approve: _DECIDE,
    Intent.reject: _DECIDE,
    Intent.assign: _HAND_OUT,
    Intent.set_deadline: f"{_MOVE}|{_HAND_OUT}",
    Intent.extend_request: _MOVE,
    Intent.remind_unit: _REMIND,
    Intent.settings_time: _REMIND,
    Intent.draft_group_reminder: _REMIND,
    Intent.undo_done: _RECORD,
    Intent.done: _REPORT,
    Intent.progress: rf"{_DECIDE}|{_HAND_OUT}|{_REPORT}|nhac|mo lai|(?:lui|doi) han|gia han",
}
#: What may stand between the denial and the order.
_BETWEEN = r"(?:,? ?(?:da|hay|voi|vang|co|nen|can|phai|duoc|cho|phep|the|muon|he|dinh|so|dam|cung|lai|tien hanh|thuc hien|(?:anh|chi|em|toi|minh|sep|ben|no)(?= )|(?:viec |nhiem vu |so |#)?\d[\d, va]*(?=[ ,]))\b)*,? ?"
_NO = r"(?:khong|chua|chang|cha|dau co)"
_STOP = r"(?:dung|khoan|khoi|tu tu|thong tha|thoi (?:khong|dung|khoi|khoan|chua)|tam (?:thoi )?(?:dung|khong|chua|khoan|hoan|gac)|(?:chua|khong|chang) (?:can|nen|voi|phai|duoc phep)|hoan(?! (?:thanh|tac|tat|thien|chinh)))"
_WILL = r"(?:se|sap|dinh|tinh|(?:ngay |sang |trua |chieu |toi )?mai|ngay kia|hom (?:sau|khac)|lat(?: nua)?|(?:ty|ti|chut|xiu|lat) nua|chieu nay|chieu|toi nay|(?:dau |cuoi )?tuan (?:sau|toi)|thang (?:sau|toi)|bua khac|luc khac)"
_WHO = r"(?:(?:thi|anh|chi|em|toi|minh|sep|moi|se|hay|xem|roi|kiem tra|lai|tinh|ve|den|qua|hop|tra loi)\b,? )*"
_ONCE = r"(?:(?<!vua )moi|khi|sau khi|den khi|(?<!\d )(?<!nay )(?<!do )(?<!kia )thi)"
_WAITS = r"de(?= (?:anh|chi|em|toi|minh|sep)\b)"
_END = (
    r"(?:[ ,]+(?:a|nhe|em|anh|chi|nua|da|di|hen|vay|nay|do|oi|cung duoc|thoi|em nhe|giup em|sep|bot))*[ .!]*(?=$|[,.;])"
)
_NOT_A_DAY = (
    r"(?<!tuan )(?<!thang )(?<!quy )(?<!nam )(?<!hom )(?<!ngay )(?<!thu )(?<!gio )(?<!ky )(?<!dot )(?<!ve )(?<!truoc )"
)
_PUT_OFF = (
    rf"(?:de|tinh|xem|ban|lam|xet|quyet) (?:lai )?(?:sau|mai|tuan sau|hom khac|luc khac|day|do|tu tu)|{_NOT_A_DAY}(?<!den )(?<!sang )(?<!toi )sau|tu tu(?: da| thoi)?|khoan(?: da| hay)?|"
    rf"(?:chua|khong|dung) voi(?: vang)?|(?:lat|ti|ty|chut) nua|hom khac|luc khac|(?:ha|a),? (?:thoi|khong|khoan)"
)
_TOMORROW = r"(?<!den )(?<!toi )(?<!sang )(?<!truoc )(?<!trong )(?<!la )(?<!han )(?<!hom )(?:vao )?(?:(?:sang |chieu |ngay )?mai|(?:dau |cuoi )?tuan sau|chieu(?: nay)?)"
_CAUSE = re.compile(r"\b(?:(?<!don )vi|do|ly do|tai)\b")
#: The whole of what is said of a number: "7 để sau", "12 khoan đã".
_ONLY_PUT_OFF = re.compile(
    rf"(?:(?:cac|con|rieng|viec|nhiem vu|nv|so|cai) )*#?\d[\d, va#]*[:,]? ?(?:thi |cu )?(?:{_PUT_OFF}|dung|khoi|chua voi dau|de (?:anh|chi|em|toi) xem(?: lai)?(?: da)?){_END}"
)
#: Folded spellings that are other words more often: "khoản", "khối", "đúng", "hoàn", "thời".
_SPELT = {
    "khoan": ("khoan",), "khoi": ("khỏi", "khoi"), "dung": ("đừng", "dung", "đung", "dừng"),
    "mai": ("mai",), "sau": ("sau",), "se": ("sẽ", "se", "sx"), "chieu": ("chiều", "chieu"),
    "khi": ("khi",), "moi": ("mới", "moi", "ms"), "de": ("để", "de"), "lat": ("lát", "lat"),
}  # fmt: skip
_LATER_IS_MEANT = frozenset({Intent.remind_unit, Intent.settings_time, Intent.draft_group_reminder, Intent.progress})


def held(c: Clause, taken: Found) -> Found:
    """What was taken for a change, as nothing to do where the words deny it or put it off."""
    intent = first(taken).intent
    if intent is not Intent.snooze and _ONLY_PUT_OFF.fullmatch(c.core) and c.ids:
        return _nothing(c)
    if intent not in CHANGES | _DEEDS.keys() or intent not in _DEEDS:
        return taken
    if intent is Intent.settings_time and not (c.unit or c.person or c.has("nhom|moi nguoi|cac phong|cac don vi")):
        return taken
    return _nothing(c) if _is_held(c, intent) else taken


def _nothing(c: Clause) -> Act:
    return Act(Intent.smalltalk_other, Slots(task_ids=c.ids, held=True))


def _is_held(c: Clause, intent: Intent) -> bool:
    deed = rf"\b(?:{_DEEDS[intent]})\b"
    head = _CAUSE.split(c.norm)[0]
    if _says(c, rf"\b{_STOP}\b{_BETWEEN}{deed}", head):
        return True
    if intent is Intent.progress:
        return c.heads and _says(c, rf"\b{_NO} duoc (?:dong|ghi|danh dau|bao|mo lai)\b", head)
    if intent is Intent.reject:
        denied = rf"\b{_NO}{_BETWEEN}(?:tra(?: lai| ve)?|bac|tu choi)\b(?! duoc)"
        unhurried = rf"\bchua{_BETWEEN}{deed}.*\b(?:dau|voi|khoan)\b|\bkhoan\b.*\b{_NO}{_BETWEEN}{deed}"
        return not c.reason and _says(c, f"{denied}|{unhurried}", head)
    if intent is not Intent.done and _says(c, rf"\b{_NO}\b{_BETWEEN}{deed}", head):
        return True
    return _comes_later(c, intent, deed, head)


def _comes_later(c: Clause, intent: Intent, deed: str, head: str) -> bool:
    after = rf"{deed}[^,.;]*[ ,](?:{_PUT_OFF}){_END}"
    if intent in _LATER_IS_MEANT:
        return _says(
            c, rf"{deed}[^,.;]* (?:de sau|tinh sau|xem sau|(?:chua|dung|khong) voi|khoan(?: da)?|tu tu){_END}", head
        )
    if _says(c, after, head):
        return True
    if intent is Intent.done:
        return False
    if intent in (Intent.extend_request, Intent.set_deadline):
        return _says(c, rf"\b(?:se|sap|dinh|{_WAITS}) {_WHO}(?:xin )?{deed}", head)
    before = rf"\b(?:{_WILL}|{_ONCE}|{_WAITS}),? {_WHO}{deed}"
    condition = rf"{deed}[^,.;]* (?:khi|sau khi|mien la|voi dieu kien)\b" if intent is not Intent.reject else r"(?!)"
    return _says(
        c, rf"{before}|{deed}(?:(?! (?:den|toi|sang|lui|han|truoc|trong)\b)[^,.;])* {_TOMORROW}{_END}|{condition}", head
    )


def _says(c: Clause, pattern: str, norm: str) -> bool:
    """The pattern, with the words that decide it spelt as they must be; "Mai" inside a sentence is a name."""
    return any(_is_spelt(c, found) for found in re.finditer(pattern, norm))


def _is_spelt(c: Clause, found: re.Match[str]) -> bool:
    for word in re.finditer(r"\w+", found[0]):
        at = found.start() + word.start()
        typed = c.line.text[c.line.starts[at] : c.line.ends[at + len(word[0]) - 1]]
        if word[0] in _SPELT and typed.lower() not in _SPELT[word[0]]:
            return False
        if word[0] == "mai" and typed[:1] == "M" and at > 0 and not c.line.text.isupper():
            return False
    return True
