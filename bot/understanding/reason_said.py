"""The reason just asked for, as a message of its own: "vì Sở chưa trả lời", "chờ Sở hướng dẫn", "máy hỏng ạ"."""

import re

from bot.understanding.agreed import answers_later
from bot.understanding.line import read_line

_ADDRESS = r"(?:(?:da|vang|em|anh|chi|thua|bao cao)[ ,]+)*"
_BECAUSE = re.compile(
    rf"{_ADDRESS}(?:(?:bi |con |van )*(?:cham|tre|muon|qua han|chua xong)[ ,]+)?(?:la )?(?:(?:tai |boi )?vi|do|ly do(?: la)?(?: vi| do)?|nguyen nhan(?: la)?(?: do)?|tai)[ :,]+(?P<why>\S.*)"
)
#: What holds work up, said without "vì".
_HOLDS_UP = (
    r"(?:(?:van |con |dang |moi )*(?:cho|doi|thieu|vuong|ket|ban|het|bi)\b"
    r"(?! (?:(?:chut|ty|ti|xiu|da|xem|lat|toi|oi)\b|(?:em|anh|chi)\b(?: (?:chut|ty|ti|xiu|da|mot|nhe|a))*[ .!]*$))"
    r"|chua (?:co|du|duoc|nhan|kip|bo tri|thong nhat|day du|ro rang|dat|dung|hoan chinh|ky|tra loi|phe duyet)\b"
    r"|chua (?:gom|thu|lay|tap hop|thu thap|tong hop|lam) (?:du|het|xong|duoc|kip)\b"
    r"|khong (?:co|du|kip|bo tri|lien he|dat|dung)\b|sai (?:so(?! (?:viec|\d))|bieu|ten|ngay|the thuc|noi dung|can cu|mau|chinh ta|don vi|phu luc|tham quyen|quy trinh|thoi han|ket qua)\b|can (?:them|bo sung)\b|bo sung\b"
    r"|m[aá]y(?: [^\W\d]+)?(?: bi)? (?:k?hong|hu)\b"
    r"|(?:(?!de\b|neu\b|thoi\b|mai\b|em\b|anh\b|chi\b|toi\b|minh\b|ai\b)[^\W\d]+ ){1,4}(?:chua (?:co|tra|gui|nhan|ky|duyet|phan hoi|cho|huong dan|chuyen|ban hanh|xong|kip|in|cap|giao|nop|thong nhat|on|[^\W\d]+ (?:kip|xong|duoc|ve|noi))|(?:bi |dang )?(?:hong|loi|treo|om|ban|nghi)\b))"
)
_ASKS = re.compile(r"\?|\b(?:sao|gi|nao|khong|chua|dau|bao gio)(?: (?:a|em|nhi|vay|the))*[ .!]*$")
#: Bare "hong" is read as "không", which it mostly is.
_BROKEN = re.compile(r"\bm[aá]y(?: [^\W\d]+)?(?: bi)? (?:k?hong|hu)(?: a)*[ .!]*$")
_ALONE = re.compile(rf"{_ADDRESS}(?P<why>{_HOLDS_UP}.*)")
#: Grumbling, or only that it comes later.
_NONE_GIVEN = re.compile(
    r"(?:(?:gi|sao|kieu gi|the nao|lam gi|hoai|mai|nua|sau|da|roi|ma|di|lat|chieu|toi|tuan|hom|ngay|khac|day|thi|se|de|xin|cho|tiep|luon|nhe|nha|nhi|ha|a|vay|the|thoi|em|anh|chi|bay gio|gio|cai gi|duoc|chua|khong)\b[ ,.!?]*)+"
)


def gives_none(text: str) -> bool:
    """ "Giải trình gì nữa", "giải trình sau nhé"."""
    return _NONE_GIVEN.fullmatch(read_line(text).norm) is not None


def led_by_because(text: str) -> bool:
    """ "Vì …": a reason whatever else the words might be."""
    return _BECAUSE.fullmatch(read_line(text).norm) is not None


def reason_said(text: str) -> str | None:
    """The reason as typed, without "vì" and politeness; None for a question, another order, or words that give none."""
    line = read_line(text)
    found = _BECAUSE.fullmatch(line.norm) or _ALONE.fullmatch(line.norm)
    asks = _ASKS.search(line.norm) and not _BROKEN.search(line.norm)
    if not found or asks or answers_later(text) or re.match(r"(?:sao|gi|ai|nao)\b", found["why"]):
        return None
    if not _BECAUSE.fullmatch(line.norm) and re.search(r"\d", line.norm):
        return None  # "7 chưa có …" may be told of a task
    start, end = found.span("why")
    polite = re.search(r"(?:[ ,.!]+(?:a|nhe|em nhe|giup em))+[ .!]*$", line.norm[start:end])
    return line.typed(start, start + polite.start() if polite else end) or None


def cause_alone(text: str) -> str | None:
    """What holds work up, where "vì" leads all that is said: "vì Sở chưa trả lời"; bare "vi", "do" may be other words."""
    line = read_line(text)
    found = _BECAUSE.fullmatch(line.norm)
    if not found:
        return None
    why = line.part(found.start("why"), len(line.norm))
    sure = not line.text.isascii() or line.norm.startswith("ly do") or _ALONE.fullmatch(why.norm)
    return why.text if sure else None
