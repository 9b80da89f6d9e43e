"""Yes, no and "wait" in whole sentences, to a question the bot has just asked: "ừ làm đi", "thôi khỏi đổi", "khoan đã, để chị hỏi lại"."""

import re

from bot.understanding.line import read_line

_WHO = r"(?:em|anh|chi|toi|minh|e|a|c|bot)"
_SOFT = rf"(?:[ ,.!]+(?:roi|do|đó|vay|the|nhu vay|nhu the|nhe|nha|nghe|di|luon|ngay|giup|ho|lien|thoi|ạ|ne|nua|{_WHO}))*[ .!]*"
_YES = r"(?:da|vang|u|uh|um|ừ|(?:vay |the |nhu vay |nhu the )duoc|ok|oke|okie|duoc|dung(?: (?:vay|the))?|phai|co|chuan|chinh xac|dong y|nhat tri|thong nhat|yes)"
_CARRY = r"(?:cu |thi )?(?:(?:lam|ghi|chot|tien hanh|trien khai|thuc hien|cap nhat|cho lam|luu|doi|tach|nhap|dua vao)(?: vao)?(?: theo doi)?(?: (?:viec |cai )?(?:do|đó|(?:hoi|luc|khi|vua|moi) nay|vua roi))?(?: (?:vay|the|nhu vay|nhu the|ma lam))?(?! lai)|vay di|the di|vay(?= ma)|the ma lam|vay ma lam)"
_AGREES = re.compile(
    rf"(?:{_YES}\b[ ,.!]*|roi,? |(?:(?:roi|u|ừ) thi|(?<!dung )(?:vay|the)(?! duoc\b)(?: thi)?),? (?={_YES}))*(?:(?:(?:thi|roi|em|anh|chi) )*{_CARRY})?{_SOFT}"
)
_OF_IT = r"(?: (?:doi|tach|nhap|giao|ghi|lam|nhac|gui|duyet|xoa|them|chuyen|lui|dua vao|dua|luu|can|phai|de y))?(?: (?:ten|phong|viec|nay|do|nua|lam gi|gi|cai do|cai nay))*"
_DECLINES = re.compile(
    rf"(?:(?:a|ha|u|da|ok|uh|ma)[ ,]+)*(?:(?:thoi|khoi|dung|bo|huy|bo qua)(?:[ ,]+(?:thoi|khoi|khong|dung|bo|huy|de (?:do|đó)|bo qua))*{_OF_IT}|khong{_OF_IT}(?<=nua)|khong can(?: phai)?(?: dau)?|de (?:do|đó)){_SOFT}"
)
_HOLD = r"(?:khoan|tu tu|doi(?= (?:chut|xiu|ti|da|anh|chi|em))|cho(?= (?:chut|xiu|ti|da|anh|chi|em))|chua voi|chua(?= da)|hang(?= da))"
_LOOK = (
    r"(?:hoi|xem|coi|tinh|nghi|ban|kiem tra|suy nghi|xin y kien|trao doi|doc|can nhac|xac minh|doi chieu|bao cao|ra)"
)
_PUTS_OFF = re.compile(
    rf"(?:(?:da|a|ha|ok|u)[ ,]+)*(?:{_HOLD}(?: (?:da|chut|xiu|ti|mot chut|mot ti|{_WHO}))*[ ,.!]*)*(?:chua (?:ghi|lam|doi|giao|tach|gui|nhac)\b)?(?:(?:(?:de )?{_WHO} |de )?{_LOOK}(?: (?!\d)\w+){{0,6}})?{_SOFT}"
)
_BUSY = rf"(?:{_WHO} )?(?:dang |con )+(?:trong )?(?:ban|(?:du )?hop|lai xe|chay xe|di (?:duong|ngoai duong|cong tac)|tren duong|o ngoai|tiep (?:khach|dan|doan)|an com|ket)(?: (?!m[aấ]y|gi|nao|dau|bao|luc|ban|ve|viec)[^\W\d]+){{0,2}}"
_THEN = r"(?:(?:lat|ti|xiu|chut|hoi|mot lat|mot chut|mot ti)(?: nua| sau)?|(?:trua|chieu|toi|mai|sang mai|chieu mai)(?: nay)?|(?:hop )?xong|ve|ranh|tan hop)"
#: Busy now, and answers later, which orders nothing: "đang họp, lát chị trả lời".
_LATER = re.compile(
    rf"(?:(?:da|u|ok|em oi)[ ,]+)*(?:{_BUSY}{_SOFT}|(?:{_BUSY}[ ,.]+(?:roi |xong )?)?(?:(?:khi nao |de |chut )?{_THEN} (?:{_WHO} )?(?:se )?|{_WHO} (?:se )?)(?:tra loi|phan hoi|xem lai|coi lai|(?:(?<=\banh )|(?<=\bchi )|(?<=\btoi ))bao lai|bao sau|rep)(?: (?:lai|sau|cho|{_WHO}))*{_SOFT})"
)
#: Without accents "đừng ghi" and "đúng, ghi" are one; "cho chị xem" asks to see, "chờ chị xem" to wait.
_DENIED = re.compile(r"\b(?:đừng|dừng)\b|\bdung (?!roi|vay|do|r\b|a\b|em|anh|chi)\w", re.I)
_GIVEN = re.compile(r"\bcho (?!chút|chut|xíu|xiu|tí|ti\b)", re.I)


def agrees(text: str) -> bool:
    said = "" if _DENIED.search(text) else _said(text)
    if said == "ghi":
        return False  # the word that takes a draft, and not whatever is asked beside it
    return bool(
        said
        and re.match(rf"(?:(?:roi|vay|the|u|ừ),? (?:thi )?)?(?:{_YES}|{_CARRY})\b", said)
        and _AGREES.fullmatch(said)
    )


def declines(text: str, *, whole: bool = False) -> bool:
    """`whole`: in more than the word that means something of its own too: "bỏ" throws a draft away."""
    said = _said(text)
    if whole and (len(said.split()) < 2 or said.startswith(("bo", "huy"))):
        return False
    right = re.search(r"\bdung\b", said) and not _DENIED.search(text)  # "đúng"
    return bool(said and not right and _DECLINES.fullmatch(said))


def puts_off(text: str) -> bool:
    """Neither: what was asked goes on waiting."""
    if answers_later(text):
        return True
    said = "" if _GIVEN.search(text) else _said(text)
    return bool(said and re.search(rf"\b(?:{_HOLD}|de (?:{_WHO} )?{_LOOK})\b", said) and _PUTS_OFF.fullmatch(said))


def answers_later(text: str) -> bool:
    return bool(_LATER.fullmatch(_said(text)))


def _said(text: str) -> str:
    return "" if "?" in text else read_line(text).norm.strip(" .!")
