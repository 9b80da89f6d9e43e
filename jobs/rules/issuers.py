"""Whether a plan's letterhead names another office than the one that takes it in: pure."""

import re
from collections.abc import Iterable

from jobs.rules.text import fold_words

#: Words that many offices share, so that they tell none from another.
_COMMON = frozenset(
    [
        "uy",
        "ban",
        "nhan",
        "dan",
        "ubnd",
        "hoi",
        "dong",
        "hdnd",
        "dang",
        "van",
        "phong",
        "vp",
        "phuong",
        "xa",
        "thi",
        "tran",
        "quan",
        "huyen",
        "tinh",
        "thanh",
        "pho",
        "tp",
        "dac",
        "khu",
        "cong",
        "hoa",
        "va",
        "cua",
    ]
)


def is_of_other_office(issuer: str | None, names: Iterable[str]) -> bool:
    """Whether no name of the office or of its units has a word of its own in the issuer's name, or the other way about.

    A plan that names no issuer, or one without a word of its own ("Ủy ban nhân dân phường"), is nobody else's.
    """
    issued = _own_words(issuer or "")
    known = [own for name in names if (own := _own_words(name))]
    return bool(issued and known) and not any(own <= issued or issued <= own for own in known)


def other_office(issuer: str, name: str) -> str:
    """The doubt of a plan that another office issued: it may well be meant for this one."""
    return f"Văn bản do {issuer} ban hành, không phải {name}. Nếu nộp nhầm kế hoạch của cơ quan khác thì bỏ bản nháp."


def _own_words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold_words(name))) - _COMMON
