"""What of a person's words is his result: without the address, the particles and the stammer of chat."""

import re

from bot.understanding.line import read_line
from bot.understanding.polite_end import polite_from
from jobs.rules.text import fold_aligned, tidy

_OPENING = re.compile(
    r"(?:dạ|vâng|à|ừ|ờ|ủa|úi|ui|uh|ok|thì|mà|nó|(?:đúng|chính xác|thật ra|thiệt ra|chính) là|thi(?= (?:lam|van|dang|da|chua|con|cung)\b)|da(?= em\b))[ ,]+",
    re.I,
)
_THIS = re.compile(
    r"(?:cái|cai|việc|viec|phần|phan|nhiệm vụ|nhiem vu) (?:này|nay|đó|do|kia|ấy|ay)(?: thì| thi)?[ ,]+", re.I
)
#: Said to whoever writes it down: "ghi lại là …", "đừng ghi vậy, ghi là …", "sửa lại: …".
_TO_THE_CLERK = re.compile(
    r"(?:(?:(?:em|bot|nho|khoan|thoi)[ ,]+)*(?:dung|khoi|khong) (?:ghi|de|viet)(?: la)? (?:vay|the|nhu vay|nhu the|the nay|cai do|nua)(?: nua)?[ ,.;:]+(?:ma )?)?"
    r"(?:(?:em|bot|nho|xin|chi|anh|toi|cu|hay)[ ,]+)*(?:sua|ghi|chinh|cap nhat|dinh chinh|viet|nhap)(?: (?:lai|giup|ho|cho|em|chi|anh|toi|voi|ket qua|noi dung|so lieu))*"
    r"(?:(?: la| thanh)? ?: ?| (?:la|thanh)(?! (?:pho|lap|vien|tra|toan|tich|ly|nien|phan)\b) (?:la )?(?=\S))"
    r"|(?:(?:em|bot|nho|xin|cu|hay)[ ,]+)*ghi(?: (?:lai|giup|ho|cho|em|chi|anh|toi|voi|nhan))* (?=(?:dang|da|chua|vuong|khong|con|van)\b)"
)
#: What one says of oneself; behind a name the same words tell of somebody: "anh Tâm đã ký".
_DOES = r"(?:dang|da|van|con|cung|moi|vua|chua|khong|bi|duoc|se|lam|cho|doi|gui|nop|trinh|soan|hop|chuan bi|lay|tong hop|phat|to chuc|in|khao sat|kiem tra|ra soat|xu ly|tiep|moi|dang tai|hoan thanh)"
_CLOSING = re.compile(r"(?:[ ,]+(?:mà|đó|đấy|nhá|nha|nè|(?<=\bxong )đâu|(?<=\bxong )dau))+[ .!]*$", re.I)
_STAMMER = re.compile(r"\b(chưa|chua|không|khong|đang|dang|rồi|roi|đã)(?:[ ,.]+\1\b)+", re.I)


def for_the_record(words: str, call: str) -> str:
    """The words as a paper may carry them; `call` is how the speaker is addressed, so that "chị đang chờ" of a chị is herself."""
    text = _STAMMER.sub(r"\1", tidy(words))
    while (shorter := _shorter(text, call)) != text:
        text = shorter
    return text if text.strip(" ,.;:!") else words


def _shorter(text: str, call: str) -> str:
    line = read_line(text)
    text = line.typed(0, polite_from(line, 0, len(line.norm))) or text
    text = _CLOSING.sub("", text)
    clerk = _TO_THE_CLERK.match(read_line(text).norm)
    if clerk:
        text = read_line(text).typed(clerk.end(), len(read_line(text).norm))
    text = _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
    one = rf"(?:em|e|tôi|toi|mình|minh|{re.escape(call)}|{re.escape(fold_aligned(call))}) (?=\w)"
    this = _THIS.match(text)
    if this and re.match(rf"{one}|{_DOES}\b", fold_aligned(text[this.end() :]), re.I):
        text = text[this.end() :]
    oneself = re.match(one, text, re.I)
    does = oneself and re.match(_DOES + r"\b", fold_aligned(text[oneself.end() :]))
    named = oneself and text[oneself.end() : oneself.end() + 1].isupper()
    return text[oneself.end() :] if oneself and does and not named else text
