"""Lines that say one thing about the task above them: "- Đơn vị chủ trì: Văn phòng", "- Thời gian hoàn thành: Quý II"."""

import re
from enum import StrEnum

from jobs.rules.text import fold_aligned, tidy


class Field(StrEnum):
    WHO = "who"
    WHEN = "when"
    OTHER = "other"


_BODY = r"(?:(?:co quan|don vi|bo phan|phong|nguoi|dong chi)(?:[, /][a-z, /]*?)? )?"
_FIELD = re.compile(
    r"(?:[-+*•] ?)?(?:"
    rf"(?P<who>{_BODY}(?:chu tri|thuc hien|dau moi|phu trach|chiu trach nhiem)(?: thuc hien| chinh)?)"
    r"|(?P<when>(?:thoi (?:gian|han|diem)|tien do|lo trinh|han)(?: hoan thanh| thuc hien| trien khai| bao cao)*)"
    rf"|(?P<other>{_BODY}phoi hop(?: thuc hien)?|(?:du kien )?(?:san pham|ket qua|kinh phi|nguon kinh phi|dia diem|thanh phan|doi tuong|noi dung|hinh thuc)[a-z, ]{{0,30}})"
    r")\s*:\s*(?P<said>\S.*)"
)


def fields_of(text: str) -> list[tuple[Field, str]]:
    """(what, words) of each part of the line; empty where a part is no such field."""
    found: list[tuple[Field, str]] = []
    for part in tidy(text).split("; "):
        match = _FIELD.fullmatch(fold_aligned(part))
        if not match:
            return []
        kind = next(field for field in Field if match[field])
        found.append((kind, part[match.start("said") :].rstrip(" .;")))
    return found
