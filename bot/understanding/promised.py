"""What is promised for a day to come: "mai em nộp ạ", "13 thì tuần sau xong", "chiều em gửi 18"."""

import re

from bot.understanding.clause import Clause

#: When it will be ready, and no more: "13 thì cuối tuần sau".
_TILL_THEN = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*:? thi (?:(?:em|se|chac|phai|de|den|toi|khoang) )*(?:(?:sang |chieu |ngay )?mai|ngay kia|(?:dau |giua |cuoi )?(?:tuan|thang)(?: sau| toi| nay)?|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan sau)?|(?:ngay )?\d{1,2}/\d{1,2})(?: (?:moi )?(?:xong|co|duoc|nop))?"
)
#: To a reminder: "mai em nộp ạ", "đợi sếp đi họp về ký".
PROMISED = re.compile(
    r"^(?:(?:da|vang|ok|anh|chi|chac|khoang|de) )*(?:(?:sang |chieu |trua |toi |ngay )?mai|ngay kia|chieu(?: nay)?|toi nay|hom nay|tuan sau|(?:dau|cuoi) (?:tuan|thang)(?: (?:nay|sau))?|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan sau)?|lat(?: nua)?)"
    r",? (?:(?:em|toi|minh|phong em|ben em|la|se|thi|moi|chac) )*(?:nop|gui|trinh|lam|xong|co|bao cao|hoan thanh|up|tra)\b"
    r"|^(?:(?:da|em|toi|van|con|dang) )*(?:doi|cho)\b.* (?:ky|duyet|phe duyet|dong dau)\b"
)
_WILL = r"(?:(?:sang |chieu |trua |toi |ngay )?mai|ngay kia|chieu(?: nay)?|toi nay|tuan sau|(?:dau|cuoi) (?:tuan|thang)(?: sau)?|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)(?: tuan sau)?),? (?:(?:em|toi|minh|phong em|se|moi|chac) )+(?:nop|gui|trinh|lam(?: not| tiep)?|hoan thanh|bao cao)"
_IDS = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*"
_TO = r"(?: (?:cho|len|qua)(?: (?:anh|chi|sep|[^\W\d]+))?)?"
_PROMISED_IT = re.compile(rf"{_WILL} {_IDS}{_TO}|{_IDS}:? {_WILL}{_TO}")


def promised_of(c: Clause) -> bool:
    """Of the tasks named, and nothing else is said."""
    return bool(_TILL_THEN.fullmatch(c.core) or _PROMISED_IT.fullmatch(c.core))
