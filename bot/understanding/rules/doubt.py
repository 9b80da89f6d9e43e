"""Answers to the doubt that was shown last: "được", "hạn 15/12/2025", "VP chủ trì", "tên: …", "bỏ qua", "nhận hết"."""

import re
from collections.abc import Collection

from bot.understanding.clause import Clause
from bot.understanding.intents import Act, Intent
from bot.understanding.rules.draft import units_listed
from jobs.rules.doubts import DoubtKind

_ACCEPT = r"(?:duoc|dung|chuan|chinh xac|giu nguyen|dong y|nhan|phai)(?: roi| vay| day| do)*"
#: Words that settle the doubt asked about just now, and are courtesy a while later; "ok" and "dạ" always are.
_YES = r"(?:vang|u|uh|nhat tri)(?: roi| em| dung| duoc)*"
#: Says that it is not so, or answers no question that was asked; "nhầm" takes back what was recorded before it.
_NO = r"(?:khong|sai|chua|co|khong phai|khong dung|chua dung|chua phai)(?: dau| vay)*"
_NOT_YES = re.compile(r"\b(?:đừng|dừng|dùng|nhắn|nhân|nhàn)\b", re.IGNORECASE)
_SKIP = r"bo qua|bo|de sau|de lai|qua|tiep|tiep theo|xem tiep|cho (?:sau|khac|tiep|tiep theo)"
_ALL = r"(?:nhan|duoc|dung|chap nhan|dong y) (?:het|tat ca|toan bo)(?: (?:cac |nhung )?cho(?: can xem)?(?: con lai)?)?"
_NO_DUE = r"(?:khong|chua)(?: co| ghi| dat)? (?:thoi )?han|vo thoi han|khong thoi han"
_DUE = re.compile(
    r"(?:thoi )?han(?: chot)?(?: (?:la|den|toi|vao))? ?:? ?(?!viec\b|nhiem vu\b|\d+ (?:la|den)\b)(?P<phrase>.+)"
)
_DAY = re.compile(
    r"(?=.*(?:\d|\bi|\bhang\b|thuong xuyen))(?:(?:truoc|den|cham nhat|trong|het|quy|thang|nam|ngay|cuoi|dau|giua|tuan|hang|thuong xuyen|i{1,3}(?!i)|iv|\d{1,4}(?!\d)|[-/.,–]) ?)+"
)
_LEADS = re.compile(
    r"(?:la |do |giao |de )?(?P<unit>(?!chu tri).+?)(?: la(?: don vi)?)? chu tri|(?:don vi )?chu tri ?(?:la |: ?)?(?P<after>.+)"
)
_NAME = re.compile(r"^(?:tên|ten)(?: (?:ngắn|ngan|gọi|goi))?\s*[:=]\s*(?P<title>.{3,120})$", re.IGNORECASE)
_OUTSIDE = r"(?:la )?(?:don vi |co quan )?(?:ben )?ngoai(?: co quan| don vi)?|khong phai don vi(?: cua co quan)?"


def doubt_answered(c: Clause, kinds: Collection[str], asked_which: bool, next_to: bool = True) -> Act | None:
    """None where the words are no answer to a doubt of these kinds. `asked_which`: it was asked which of several units;
    `next_to`: nothing was said since.
    """
    if next_to and (short := _in_a_word(c)):
        return short
    if c.ends_asking:
        return None
    about = {DoubtKind(kind) for kind in kinds}
    return _in_words(c) or _when(c, about) or _which(c, asked_which) or _who(c, about) or _secret(c, about)


def _answer(c: Clause, mode: str, **slots: object) -> Act:
    return c.act(Intent.answer_doubt, task_ids=(), mode=mode, statement=c.line.text, **slots)


def _in_a_word(c: Clause) -> Act | None:
    """A bare yes takes it as read; a bare no says only that it is not so, and is asked what is."""
    if "?" in c.norm:
        return None
    if c.is_just(_YES):
        return _answer(c, "accept")
    return _answer(c, "wrong") if c.is_just(_NO) else None


def _in_words(c: Clause) -> Act | None:
    if c.is_just(_ACCEPT) and not _NOT_YES.search(c.line.text):
        return _answer(c, "accept")
    if c.is_just(_SKIP):
        return _answer(c, "skip")
    if c.is_just(_ALL):
        return _answer(c, "all")
    found = _NAME.match(c.line.text)
    return _answer(c, "name", title=found["title"].strip()) if found else None


def _when(c: Clause, about: set[DoubtKind]) -> Act | None:
    if c.is_just(_NO_DUE):
        return _answer(c, "no_due")
    if (found := _DUE.fullmatch(c.core)) and not c.asks and not c.has(r"(?:viec|nhiem vu) \d+|khong phai"):
        at = c.norm.find(found["phrase"])
        return _answer(c, "due", text=c.line.typed(at, at + len(found["phrase"])))
    if DoubtKind.WHEN in about and _DAY.fullmatch(c.core):
        return _answer(c, "due", text=c.line.text)
    return None


def _which(c: Clause, asked: bool) -> Act | None:
    found = re.fullmatch(r"([a-d])\)?", c.norm.strip(" .!")) if asked else None
    return _answer(c, "pick", code=found[1].upper()) if found else None


def _who(c: Clause, about: set[DoubtKind]) -> Act | None:
    if DoubtKind.GROUP in about:
        units, unclear, everybody = units_listed(
            re.sub(r"^\s*(?:bao )?g[oồ]m(?: c[oó])?\s*:?", "", c.line.text), c.directory
        )
        if everybody:
            return _answer(c, "everybody")
        return _answer(c, "group", units=units, unit=c.line.text) if units and not unclear else None
    if DoubtKind.PARTY in about and c.is_just(_OUTSIDE):
        return _answer(c, "accept")
    if c.has("khong|chua|ai|nao|neu|hay|hoac|co le"):
        return None
    found = _LEADS.fullmatch(c.core)
    named = (found["unit"] or found["after"]) if found else re.sub(r"^la ", "", c.core)
    if found or about & {DoubtKind.WHO, DoubtKind.PARTY}:
        at = c.norm.find(named)
        return _unit(c, c.line.typed(at, at + len(named)), bool(found))
    return None


def _unit(c: Clause, typed: str, sure: bool) -> Act | None:
    """The unit named by these words alone; without "chủ trì" they have to be a unit's name from end to end."""
    names = [unit.name for unit in c.directory.unit_named(typed)]
    listed, unclear, _ = units_listed(typed, c.directory)
    if len(listed) > 1 and not unclear:
        return _answer(c, "units", unit=typed, units=listed)
    if not sure and (not names or (unclear and len(names) < 2)):
        return None
    return _answer(c, "unit", unit=typed, units=() if unclear and len(names) < 2 else tuple(names))


def _secret(c: Clause, about: set[DoubtKind]) -> Act | None:
    typed = c.line.text.lower()
    if "mật" not in typed and not (DoubtKind.SECRET in about and re.search(r"\bmat\b", typed)):
        return None
    if c.is_just(r"(?:(?:day |viec |dong |nay )*(?:la )?)?(?:do |viec )?mat"):
        return _answer(c, "secret")
    return _answer(c, "open") if c.is_just(r"(?:(?:viec |dong |nay )*)khong(?: phai)?(?: la)? (?:viec )?mat") else None
