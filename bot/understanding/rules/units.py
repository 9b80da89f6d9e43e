"""The office changes: "đổi tên phòng A thành phòng B", "nhập phòng A vào phòng B", "tách phòng C thành C1 và C2", and who goes
where: "Thảo, Nam sang phòng C2". Whole messages only."""

import re
from datetime import date

from bot.understanding.clause import Clause
from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import Line, read_line
from bot.understanding.takers import takers
from bot.understanding.words import QUESTION_END, asks_by_word
from jobs.rules.text import capital
from jobs.rules.working_days import WorkingCalendar

_LEAD = r"^(?:(?:da|vang|alo|bot|em|anh|chi|oi|nho|xin|de nghi|tu nay|tu hom nay|theo quyet dinh(?: moi)?|cap nhat)[ ,.:!]+)*"
_KIND = r"(?:phong|ban|trung tam|tt|van phong|vp|don vi|to|doi|bo phan|chi cuc|so|thanh tra)"
_END = r"[ .!]*(?: (?:nhe|a|em|giup em|giup anh|giup chi|voi)[ .!]*)*$"
_RENAME = (
    re.compile(rf"{_LEAD}(?:doi|sua|thay|cap nhat)(?: lai)? ten (?:cua )?(?:don vi )?(?P<old>.+?) (?:thanh|sang|la|->|=>|→) (?P<new>.+?){_END}"),
    re.compile(rf"{_LEAD}(?:doi|sua)(?: lai)? (?P<old>{_KIND}\b.+?) thanh (?P<new>{_KIND}\b.+?){_END}"),
    re.compile(rf"{_LEAD}(?:doi|sua)(?: lai)? (?P<old>{_KIND}\b.+?) (?:co )?ten (?:moi )?(?:la|thanh) (?P<new>.+?){_END}"),
    re.compile(rf"{_LEAD}(?P<old>{_KIND}\b.+?) (?:duoc )?doi ten (?:thanh|sang|la) (?P<new>.+?){_END}"),
)  # fmt: skip
#: Who is spoken to behind the name: "… thành Phòng Văn hóa nhé anh Tâm".
_CALLED_LAST = re.compile(
    r"(?:[ ,]+(?:nhé|nha|nhe|ạ|giúp|đi|luôn)\b)*[ ,]+(?:anh|chị|em|cô|chú|bác|sếp)(?: [A-ZĐÂÁÀẢÃẠÔƠƯĂÊÝ]\w*)?$|(?:[ ,]+(?:nhé|nha|nhe|ạ)\b)+$"
)
_SHORT = re.compile(
    r",? ?\(?(?:viet tat|ten tat|goi tat)(?: la)?:? (?P<short>[\w.–-]{2,20})\)?$| ?\((?P<only>[\w.–-]{2,12})\)$"
)
_JOIN = r"(?:sap nhap|hop nhat|nhap|gop|ghep)"
_MERGE = (
    re.compile(rf"{_LEAD}{_JOIN} (?P<gone>.+?) (?:vao|ve|sang) (?P<into>.+?){_END}"),
    re.compile(rf"{_LEAD}(?P<gone>{_KIND}\b.+?) (?:duoc )?{_JOIN} (?:vao|ve|sang) (?P<into>.+?){_END}"),
)
#: Two become one with a name of its own.
_UNITE = re.compile(rf"{_LEAD}{_JOIN} (?P<gone>.+?) (?:voi|va) (?P<into>(?:{_KIND})\b.+?) thanh (?P<new>.+?){_END}")
_UNITE_SHORT = re.compile(
    rf"{_LEAD}{_JOIN} (?P<gone>.+?) (?:voi|va) (?P<into>[^,;]+?) thanh (?P<new>{_KIND}\b.+?){_END}"
)
_SPLIT = re.compile(rf"{_LEAD}(?:tach|chia)(?: tach)? (?P<whole>.+?) (?:ra |lam |ra lam )?(?:thanh|lam|ra) (?:(?:hai|2|ba|3) (?:phong|don vi|ban)?:? ?)?(?P<parts>.+?){_END}")  # fmt: skip
_BETWEEN = re.compile(rf" ?(?:,|;|&|\+)(?: va)? (?={_KIND}\b)| va (?={_KIND}\b)")
_BETWEEN_BARE = re.compile(r" ?(?:,|;|&|\+)(?: va)? | va ")
_MOVES = re.compile(rf"{_LEAD}(?:(?:chuyen|dieu chuyen|dieu dong|dieu|dua|phan cong|bo tri|cho)(?: dong chi)? )?")
_TO_UNIT = re.compile(
    r",? (?:(?:chuyen|di|duoc|cung|se) )*(?:(?:sang|ve|qua|tro ve|quay ve)(?: lai)?|(?:tro|quay) lai|thuoc|lam viec o|lam viec tai|cong tac tai) "
)
_AS_HEAD = re.compile(r",? (?:lam|giu chuc|la) (?:truong (?:phong|don vi|ban)|giam doc|chanh van phong|truong)")
_LIKELY = re.compile(
    r"t[eê]n|th[aà]nh|nh[aậ]p|g[oộ]p|gh[eé]p|nh[aấ]t|t[aá]ch|chia|sang|v[eề]|qua|thu[oộ]c|t[aạ]i", re.I
)


def speaks_of_a_part(text: str, act: Act) -> bool:
    """Whether it names a new unit of the split read back: "việc 7 về Ban Dự án 1", "Hải về ban 1"; a split said anew does not."""
    line = read_line(text)
    if act.intent is not Intent.change_unit or act.slots.mode != "split" or QUESTION_END.search(line.norm):
        return False
    if any(pattern.match(line.norm) for pattern in (_SPLIT, *_RENAME, *_MERGE)):
        return False
    names = {read_line(name).norm for name in (*act.slots.units, *act.slots.shorts) if name}
    names |= {bare for name in names if len(bare := re.sub(rf"^{_KIND} ", "", name)) > 3}
    names |= {f"{name.split()[0]} {name.split()[-1]}" for name in names if name[-1:].isdigit()}
    return any(re.search(rf"(?<![\w/]){re.escape(name)}(?![\w/])", line.norm) for name in names)


def units_changed(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> tuple[Act, ...]:
    """`change_unit` with mode "rename", "merge" or "split", or `move_people` of each unit named; nothing for anything else."""
    if len(text) > 300 or "\n" in text.strip() or not _LIKELY.search(text):
        return ()
    line = read_line(text)
    if QUESTION_END.search(line.norm) or asks_by_word(line.norm):
        asked = _renamed(line, directory) or _merged(line, directory) or _split(line, directory)
        return (Act(Intent.help, Slots(topic="units")),) if asked else ()
    if found := _renamed(line, directory) or _merged(line, directory) or _split(line, directory):
        return (found,)
    parts = [part.strip() for part in text.split(";") if part.strip()]
    moved = [_moved(Clause(read_line(part), "office_head", "direct", on, directory, calendar)) for part in parts]
    return tuple(act for act in moved if act) if all(moved) else ()


def _renamed(line: Line, directory: Directory) -> Act | None:
    for pattern in _RENAME:
        if not (found := pattern.match(line.norm)):
            continue
        old, new = line.typed(*found.span("old")), line.typed(*found.span("new"))
        units = _one(old, directory)
        if units is None:
            return None
        name, code = _with_short(new)
        return Act(Intent.change_unit, Slots(mode="rename", unit=old, unit_full=units, title=name, code=code or None))
    return None


def _merged(line: Line, directory: Directory) -> Act | None:
    for pattern in (*_MERGE, _UNITE, _UNITE_SHORT):
        if not (found := pattern.match(line.norm)):
            continue
        gone = [directory.unit_named(part) for part in _parts(line, *found.span("gone"))]
        into = line.typed(*found.span("into"))
        target = directory.unit_named(into)
        if not all(len(units) == 1 for units in gone) or len(target) != 1:
            return None
        names = tuple(units[0].name for units in gone)
        if target[0].name in names:
            return None
        title = _name(line.typed(*found.span("new"))) if pattern in (_UNITE, _UNITE_SHORT) else None
        return Act(
            Intent.change_unit, Slots(mode="merge", unit=into, unit_full=target[0].name, units=names, title=title)
        )
    return None


def _split(line: Line, directory: Directory) -> Act | None:
    found = _SPLIT.match(line.norm)
    if not found:
        return None
    old = line.typed(*found.span("whole"))
    unit = _one(old, directory)
    each = [_with_short(part) for part in _parts(line, *found.span("parts"))]
    parts, shorts = tuple(name for name, _ in each), tuple(short for _, short in each)
    if unit is None or len(parts) < 2 or any(re.match(r"\d", part) for part in parts):
        return None
    shorts = shorts if any(shorts) else ()
    return Act(Intent.change_unit, Slots(mode="split", unit=old, unit_full=unit, units=parts, shorts=shorts))


def _moved(c: Clause) -> Act | None:
    if not _TO_UNIT.search(c.norm):  # looking for people takes time
        return None
    begin = _MOVES.match(c.norm)
    who = takers(c, begin.end(), strangers=False) if begin else []
    if not who or any("person" not in one.slots for one in who) or c.ids:
        return None
    link = _TO_UNIT.match(c.norm, who[-1].end)
    to = takers(c, link.end(), strangers=False)[:1] if link else []
    if not to or not to[0].slots.get("unit_full"):
        return None
    head = _AS_HEAD.match(c.norm, to[0].end)
    if not re.fullmatch(_END.removesuffix("$"), c.norm[head.end() if head else to[0].end :]):
        return None
    people = tuple(one.slots["person"] for one in who)
    return Act(Intent.move_people, Slots(people=people, mode="head" if head else None, **to[0].slots))


def _one(typed: str, directory: Directory) -> str | None:
    """The name of the one unit that the whole text names; a number or a plan is none."""
    units = directory.unit_named(typed)
    if len(units) != 1 or re.search(r"\d{2,}|kế hoạch|ke hoach|việc|viec", typed):
        return None
    return units[0].name


def _parts(line: Line, start: int, end: int) -> list[str]:
    """Names in a row: parted before a word for a unit; where none has one, at every comma and "và"."""
    norm = line.norm[start:end]
    between = _BETWEEN if re.match(rf"{_KIND}\b", norm) and _BETWEEN.search(norm) else _BETWEEN_BARE
    if between is _BETWEEN_BARE and re.match(rf"{_KIND}\b", norm) and not re.search(r" va | ?, ", norm):
        return [line.typed(start, end)]
    out, at = [], 0
    for found in between.finditer(norm):
        out.append(line.typed(start + at, start + found.start()))
        at = found.end()
    return [*out, line.typed(start + at, end)]


def _with_short(typed: str) -> tuple[str, str]:
    """ "Phòng Hạ tầng (viết tắt PHT)", "Phòng Hạ tầng (PHT)": the name, and what it is called for short, "" where that is not said."""
    said = typed.strip(" \"“”'.,;:")
    short = _SHORT.search(read_line(said).norm)
    if not short:
        return _name(said), ""
    group = "short" if short["short"] else "only"
    return _name(said[: short.start()]), said[short.start(group) : short.end(group)]


def _name(typed: str) -> str:
    """As the office writes it: without quotation marks, a capital in front."""
    name = _CALLED_LAST.sub("", typed.strip(" \"“”'.,;:"))
    return capital(name.strip(" \"“”'.,;:"))
