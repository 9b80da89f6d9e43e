"""News still to come: ordered, being written, or handed in late; nothing is handed in yet."""

import re

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.words import NEWS

_HANDS_IN = r"(?:gui|nop|bao|goi|giao)"
_WHEN_LATE = r"(?:den|toi|qua|hon|sau|vai|may|mot|hai|ba|it|chut|lai|han|\d|duoc|nhe|a|em|anh|chi|bot|giup|vi|do|so voi|$|[,.!?])"
_LATE = re.compile(
    rf"\b{_HANDS_IN} {NEWS}(?: bai| viet)?(?: (?:cua|thang|ky|phong) \S+){{0,2}} (?P<a>muon|tre|cham)(?: hon)?(?= ?{_WHEN_LATE})"
    rf"|\b(?P<b>muon|tre|cham) (?:{_HANDS_IN} )?(?:han )?(?:{_HANDS_IN} )?{NEWS}\b|\b(?:hen|khat|lui|hoan)\b(?: [^,;:]+?)? (?:{_HANDS_IN} )?{NEWS}\b(?! nhan)"
    rf"|\b{_HANDS_IN} {NEWS}(?: bai| viet)?(?: (?:cua|thang|ky|phong) \S+){{0,2}} (?:sau|vao|cuoi|dau|den|truoc) (?:ngay|hom|mung|thu \d|thu (?:hai|ba|tu|nam|sau|bay)|tuan|thang|\d{{1,2}}[/.]\d)"
)
_LATE_TYPED = frozenset(["muộn", "trễ", "chậm", "muon", "tre", "cham"])
#: Ordered, under way or still to come: "sếp giao chị viết bài về …, nộp thứ 6", "đang viết bài về …", "bài … mai chị gửi".
_COMING = r"(?:(?:ngay )?mai|chieu nay|toi nay|mai mot|tuan sau|thang sau|cuoi (?:tuan|thang)|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|(?:it|may|vai) (?:hom|bua|ngay) nua|hom sau)"
_TO_WRITE = re.compile(
    rf"^(?!(?:tin|bai)\b).*(?:\b(?:giao|phan cong|yeu cau|nho|bao|keu|dan)\b (?:\w+ ){{0,3}}?(?:viet|lam|soan) (?:\w+ )?{NEWS}\b|\b(?:dang|se|sap|chuan bi|chua) (?:\w+ )?(?:viet|soan|lam|bien tap)(?: xong)? (?:\w+ )?{NEWS}\b)"
    rf"|\b{NEWS}\b .*\b{_COMING} (?:(?:em|chi|anh|toi|minh|phong \w+) )?(?:(?:se|moi) )?(?:viet|gui|nop)\b|\bviet (?:\w+ )?{NEWS}\b.*\b(?:nop|gui|xong)(?: truoc| vao| cham nhat)? (?:{_COMING}|ngay \d|\d{{1,2}}/\d)"
)
#: An order to write it is no item: "sếp mới giao chị viết bài …, nộp thứ 6".
TO_BE_WRITTEN = re.compile(
    r"\b(?:giao|phan cong|yeu cau|bao|keu|nho|dan)(?: cho)? (?:(?:em|chi|anh|toi|minh|phong(?: (?:em|chi|anh|minh))?) )?(?:phai )?(?:viet|lam|soan)\b|\b(?:se|sap|chuan bi|dinh|can|phai) (?:viet|lam|soan) (?:tin|bai)\b(?! hoc)"
)


def news_later(c: Clause) -> Act | None:
    """ "Phòng em nộp tin muộn đến 5/11": nothing is handed in yet, and it is still asked for."""
    here = not c.ids and c.context != "group"
    if here and not c.asks and _TO_WRITE.search(c.norm) and not re.search(r":|[“\"]|https?", c.norm) and not c.heads:
        return c.act(Intent.news_status, task_ids=(), mode="later", **c.unit_slots())
    found = _LATE.search(c.norm) if here else None
    if not found or c.has("da (?:gui|nop)|ai|phong nao|don vi nao|cac (?:phong|don vi)|nhung|nhac|khong duoc"):
        return None
    if re.search(rf"\b{NEWS}\b[^:]*:|[“\"]|https?", c.norm):
        return None  # its title is told
    word = "a" if found["a"] else "b"
    if found[word] and c.line.typed(*found.span(word)).lower() not in _LATE_TYPED:
        return None  # "em muốn gửi tin", "gửi tin trẻ em …"
    return c.act(Intent.news_status, task_ids=(), mode="later", **c.unit_slots())
