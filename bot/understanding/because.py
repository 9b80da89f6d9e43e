"""The reason given beside what is said: where it begins ("vì", "do", "tại máy hư"), and where the next clause takes over."""

import re

from bot.understanding.left_out import left_from
from bot.understanding.line import Line

#: "Tại" gives a reason where no place follows, or where something went wrong there.
_TAI = (
    r"(?:(?<=, )|(?<= oi )|^)tai(?! (?:hoi truong|phong hop|tru so|nha|ubnd|hdnd|cuoc hop|hoi nghi|day|do|xa|phuong|kcn|khu|diem|co quan)\b)"
    r"|tai(?= (?:dang|con|van|cho|thieu|chua|khong|bi|mua|bao|ket|doi|thang|may)\b)"
    r"|tai(?= (?:ben|so|phong|anh|chi|em|don vi|ubnd|hoi dong)\b(?: [^\s,.;]+){0,6}? (?:chua|khong|bi|cham|dang|moi|ban|hu|nghi|het|om|ket)\b)"
)
_BECAUSE = re.compile(
    rf"\b(?:tai vi|boi vi|(?<!don )(?<!quy )(?<!chuc )(?<!xin loi )(?<!cam on )(?<!thong cam )vi(?! (?:tri|vay|the)\b)|(?<!tien )(?<!muc )(?<!che )do(?!,)|ly do(?: la)?|nguyen nhan(?: la| do)?|{_TAI})\b(?! sao)[: ]*"
)
_SELF = r"(?:(?:em|toi|minh|phong|ben|don vi|chung|rat|kinh|cung|thi|nay|vay|xem|a|anh|chi|lanh dao|sep|nhe|de|da|rang|van) )*"
#: What the sender wants for it, or thinks of it, is none of the reason.
_NEXT = re.compile(
    rf"[,.;]+ {_SELF}(?:mong|xin|nho|de nghi|yeu cau|tra lai|tra ve|lam lai|gui lai|nop lai|chinh lai|ra soat lai|sua lai|hoan thien lai|lui|gia han|khat|duyet|thong cam|cam on|(?:khong|chua) (?:dong y|duyet|chap thuan)"
    r"|cho(?= (?:em|toi|minh|phong|ben|phep|xin|lui|khat|no|may em|may dua|anh em|cac em)\b)|de(?= (?:em|toi|minh|phong em)\b))\b"
)
_SO = re.compile(
    r",? (?:cho )?(?P<so>nen)\b|,? (?:lam )?sao (?:ma )?(?:duyet|ky|dong y|xac nhan|cho qua)\b|,? (?:vi vay|vi the|do do|do vay)\b"
)
_DECISION = re.compile(r"(?:chờ|cho)$")


def reason_span(line: Line) -> tuple[int, int, int] | None:
    """Where the word for it, the reason itself, and what follows it begin."""
    found = _BECAUSE.search(line.norm)
    if not found:
        return None
    return found.start(), found.end(), reason_end(line, found.end())


def reason_end(line: Line, start: int) -> int:
    """Where what stands from `start` on stops to be the reason; only tasks that are left over leave none."""
    ends = [found.start() for found in _NEXT.finditer(line.norm, start)]
    for found in _SO.finditer(line.norm, start):
        if not found["so"] or line.typed(*found.span("so")).lower() in ("nên", "nen"):
            ends.append(found.start())
    left = left_from(line)  # "trả 7 thiếu số, còn 8"
    if left is not None and left >= start:
        return left
    return min((end for end in ends if end > start), default=len(line.norm))
