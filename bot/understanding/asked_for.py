"""What the bot has asked for, said by itself: only names, or a title and nothing else."""

import re

from bot.understanding.clause import Clause
from bot.understanding.listed import listed
from bot.understanding.takers import DOES, takers
from bot.understanding.words import QUESTION_END
from jobs.rules.text import fold

_LEAD = re.compile(
    r"(?:(?:da|vang|u|a|ha|thi|la|giao|chuyen|phan cong|phan|de|nho|cho|nhac|y (?:em|anh|chi) la),? )*(?=\S)"
)
_TAIL = re.compile(
    rf"(?: (?:{DOES}|ca hai|ca 2|thoi|nhe|nha|nghe|a|ạ|di|em|anh|chi|giup|ho|luon|dum|gium|voi|nua|het))*[ .!]*"
)
#: What a title is led in by, and what is said of it instead.
_NAMED = re.compile(r"(?:(?:da|a|ha|thi|ten|tin|bai|tua|tieu de|do|cua|la):? )*(?:ten|la|bai|tin)(?: la)?:? ")
_NO_TITLE = frozenset(
    listed(
        "chưa không khoan thôi quên đợi chờ lát mai chút chiều tối sao gì ừ à dạ để từ sắp đang bữa hôm biết ok rồi xong hết"
    )
)
_NO_TITLE_BARE = frozenset(map(fold, _NO_TITLE))
_SPEAKS = re.compile(r"(?:\w+ )?(?:em|anh|chi|toi|minh)\b(?! em\b)|(?:\w+ )?(?:gi|nao|dau)\b")
_MOST_TITLE = 160  # letters


def only_names(c: Clause) -> str | None:
    """The people and units named, as typed, where nothing else is said: "cho Hoa nhé", "phòng KT", "chị Thu với anh Dũng"."""
    lead = _LEAD.match(c.norm)
    starts = {0, *(found.end() for found in re.finditer(r" ", c.norm[: lead.end() if lead else 0]))}
    for at in sorted(starts, reverse=True):
        named = takers(c, at, strangers=False)
        if named and all(one.known and not one.helps for one in named) and _TAIL.fullmatch(c.norm, named[-1].end):
            return c.line.typed(named[0].start, named[-1].end)
    return None


def only_title(c: Clause) -> str | None:
    """A title as one would type it; what is said of it ("để chị tìm", "quên rồi") is none."""
    named = _NAMED.match(c.norm)
    at = named.end() if named else 0
    said = c.norm[at:].strip(" .!")
    if len(said) > _MOST_TITLE or len(said.split()) < 2 or QUESTION_END.search(said) or c.ids:
        return None
    typed = c.line.typed(at, len(c.norm))
    begins = typed.split()[0].lower()
    spoken = begins in (_NO_TITLE_BARE if begins.isascii() else _NO_TITLE) or _SPEAKS.match(said)
    return None if spoken else typed
