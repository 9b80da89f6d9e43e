"""What mends a new task read back: "giao chị Lan", "hạn thì 20/11 nhé", "không phải trung tâm, văn phòng làm", "thêm VHXH phối hợp"."""

import re
from dataclasses import replace
from typing import Any

from bot.understanding.clause import Clause
from bot.understanding.intents import Slots
from bot.understanding.line import Line, read_line
from bot.understanding.polite_end import polite_from
from bot.understanding.rules.new_task import SOURCE, cut, due, title_of
from bot.understanding.rules.task_given import who_takes
from bot.understanding.takers import HELPS, takers

_TITLE = re.compile(r"(?:(?:sua|doi)(?: lai)? )?(?:ten|noi dung)(?: viec)?(?: (?:lai|la|thanh))*:? (?=\w)")
#: Around the day and the name; none of them says more than that something is to be different.
_LEAD = re.compile(
    r"(?:a|ha|u|da|de|nham|quen|khong|phai|sua|doi|chuyen|thay|la|lai|thanh|giao|phan|cong|cho|don|vi|nguoi|chu|tri|phu|trach|nhan|lam|han|chot|thoi|"
    r"ma|thi|lui|gia|keo|dai|rut|day|ve|qua|sang|toi|den|sai|roi|y|anh|chi|em|minh|viec|nay|do|ngay|ghi|them|co|ca|cua|nho|mac|dat|lay|som|muon|tre|gap|hon)\b[,:.]* ?"
)
_BEHIND = re.compile(
    r"(?:[ ,.!]|(?:lam|lo|chu|tri|phu|trach|thuc|hien|han|chot|thoi|nhe|a|di|em|anh|chi|giup|luon|moi|dung|phai|duoc|cho|chac|kip|lan|nua|"
    r"roi|do|la|ma|thi|viec|nay|sai|nham|sua|doi|lai|lui|dời|qua|sang|toi|den|ghi|som|muon|tre|gap|hon|ok|on|vay|day)\b)*"
)
#: Who or what it is not, who cannot, and "được không em".
_NOT_HIM = re.compile(
    r"(?:(?<=[ ,;])chu )?\bkhong phai(?: la)? [^,;]+?(?=[,;]|$| ma\b)|^[^,;]+ (?:ban|nghi|om|ket|di (?:hoc|hop|cong tac)|khong (?:ranh|lam duoc|nhan duoc))(?: roi| mat roi| qua)?[,;] ?(?:nen )?"
    r"|,? duoc khong(?: (?:em|bot|a|nhi|vay))*[ ?.!]*$"
)
_NO_DAY = re.compile(
    r"(?:(?:a|ma|thoi|da)[ ,]+)*(?:bo|khong can|khoi(?: can)?|khong co|khong de|chua can) (?:(?:ghi|de|dat) )?(?:thoi )?han(?: (?:di|dau|nhe|a|em|giup|cung duoc))*[ .!]*"
)
_WITHOUT = re.compile(
    r"(?:(?:a|ma|thoi|da)[ ,]+)*(?:bo|khong can|khoi(?: can)?|rut) (?P<who>[^,;]+?)(?: (?:ra|di|phoi hop|ho tro|nua|dau|nhe|em|giup|cung duoc))*[ .!]*"
)
_HELPS = re.compile(rf" {HELPS}\b(?: (?:nua|cung|luon))*")
_BESIDE = re.compile(r"\b(?:them|nua|cung|ca)\b")


def task_mended(c: Clause, slots: Slots) -> Slots | None:
    """The task read back as this message changes it; None where it says more, or less."""
    c = replace(c, line=_without_denied(c.line))
    if c.ids or c.asks:
        return None
    if _NO_DAY.fullmatch(c.norm):
        return replace(slots, date=None)
    if (found := _WITHOUT.fullmatch(c.norm)) and (left := _without_helper(slots.partner, found["who"])) is not None:
        return replace(slots, partner=left or None)
    if found := _TITLE.match(c.norm):
        return replace(slots, title=title_of(c.line.part(found.end(), len(c.norm))))
    source, line = cut(c.line, SOURCE, "source")
    day, line = due(line, c.on, c.calendar)
    rest = replace(c, line=line)
    at = _begin(line)
    named, end = _named(rest, at, slots) or ({}, at)
    if not (source or day or named) or "units" in named or not _BEHIND.fullmatch(line.norm, end):
        return None
    leads = {"unit": None, "unit_full": None, "units": (), "person": None} if named.keys() - {"partner"} else {}
    paper = read_line(source)
    paper_said = paper.typed(0, polite_from(paper, 0, len(paper.norm)))
    return replace(slots, date=day or slots.date, text=paper_said or slots.text, **{**leads, **named})


def _without_helper(helpers: str | None, who: str) -> str | None:
    """The names of those who help without this one; None where he is not among them."""
    names = (helpers or "").split(", ")
    left = [
        name
        for name in names
        if who not in (read_line(name).norm, read_line(name).norm.split()[-1:][0] if name else "")
    ]
    return ", ".join(left) if len(left) < len(names) else None


def _without_denied(line: Line) -> Line:
    """ "Không phải trung tâm, văn phòng làm": who or what it is not, left off."""
    while found := _NOT_HIM.search(line.norm):
        line = read_line(
            f"{line.part(0, found.start()).text} {line.part(found.end(), len(line.norm)).text}".strip(" ,;")
        )
    return line


def _begin(line: Line) -> int:
    """Past the words in front of a name; Thành is a name where it is written as one."""
    at = 0
    while (word := _LEAD.match(line.norm, at)) and not (at and line.typed(at, at + 1).isupper()):
        at = word.end()
    return at


def _named(c: Clause, at: int, slots: Slots) -> tuple[dict[str, Any], int] | None:
    """Who leads it from now on, or who helps beside those said before, and where the names end."""
    if who := who_takes(c, at):
        if not _BESIDE.search(f"{c.norm[:at]} {c.norm[who[1] :]}"):
            return who
        helps, end = c.line.typed(at, who[1]), who[1]
    else:
        found = takers(c, at, strangers=False)
        if not found or not all(one.known and one.helps for one in found):
            return None
        helps = ", ".join(c.line.typed(one.start, one.end) for one in found)
        role = _HELPS.match(c.norm, found[-1].end)
        end = role.end() if role else found[-1].end
    return {"partner": f"{slots.partner}, {helps}" if slots.partner else helps}, end
