"""What a doubt of a draft is about, and so which answer settles it: pure, from the sentence the reading left."""

import re
from collections.abc import Sequence
from enum import StrEnum

from jobs.rules.text import fold


class DoubtKind(StrEnum):
    PARTY = "party"  # a name that is no unit here
    GROUP = "group"  # a collective name nobody has defined
    WHO = "who"
    WHEN = "when"
    SECRET = "secret"
    NAME = "name"  # a short title that had to be cut
    OTHER = "other"


NO_LEAD = "Chưa ghi đơn vị chủ trì."
MARKED_SECRET = "Dòng ghi dấu mật; em để là việc mật."
_PARTY = re.compile(r"^“(.+)” chưa rõ là đơn vị nào\.$")
_QUOTED = re.compile(r'"[^"]*"')
_WHO = re.compile(r"\b(?:don vi|chu tri|phoi hop)\b")
#: "(Mật)", "(Độ mật: Tối mật)"; "bí mật", "bảo mật" in a sentence are no marks.
_MARK = re.compile(r"\((?:độ mật\s*:\s*)?(?:tuyệt |tối )?mật\)", re.IGNORECASE)


def kinds_of(doubt: str) -> frozenset[DoubtKind]:
    """One kind, or two where one sentence doubts who and when."""
    if doubt == MARKED_SECRET:
        return frozenset({DoubtKind.SECRET})
    if _PARTY.match(doubt):
        return frozenset({DoubtKind.PARTY})
    said = _QUOTED.sub("", fold(doubt))
    found = {DoubtKind.WHO} if _WHO.search(said) else set()
    if "thoi han" in said:
        found.add(DoubtKind.WHEN)
    return frozenset(found or {DoubtKind.OTHER})


def party_doubted(doubt: str) -> str | None:
    """The name that was no unit when the file was read."""
    found = _PARTY.match(doubt)
    return found[1] if found else None


def outside_only(names: Sequence[str]) -> str:
    """The doubt of a line that names no unit of the office in the lead, so that nobody here follows it."""
    listed = ", ".join(f"“{name}”" for name in names)
    return f"Chỉ ghi đơn vị ngoài cơ quan {listed}: chưa có đơn vị nào của cơ quan theo dõi."


def is_marked_secret(*texts: str) -> bool:
    """Whether a line's own words bear the mark in brackets (Luật Bảo vệ bí mật nhà nước 2018, điều 8)."""
    return any(_MARK.search(text) for text in texts)
