""" "Xong 4 của VHXH", "4 VHXH đạt 50%", "VHXH xong 4": a unit beside a number says whose part of that task is meant."""

import re
from collections.abc import Callable

from bot.understanding.belonging import Found, first
from bot.understanding.clause import Doubt
from bot.understanding.directory import Directory, UnitFound
from bot.understanding.intents import Act, Intent
from bot.understanding.line import Line, read_line
from bot.understanding.numbers import masked, task_ids
from bot.understanding.words import DONE

#: Acts on one unit's part of a task; what is only looked at shows every part.
_OF_PARTS = frozenset(
    {
        Intent.done, Intent.progress, Intent.same_as_before, Intent.none_arose, Intent.waiting_for_signature,
        Intent.extend_request, Intent.set_deadline, Intent.approve, Intent.reject, Intent.assign, Intent.undo_done,
        Intent.explain, Intent.ask_explanation, Intent.event_day, Intent.snooze,
    }
)  # fmt: skip
_OWNED = re.compile(r",? \(?(?:(?:phan (?:viec )?)?cua(?: ben)?|ben|phan(?: viec)?) ")
_KNOWN = re.compile(r"(?:(?:anh|chi|em|co|chu|bac|ong|ba|dong chi) )?(?P<name>[^\W\d]+)(?=$|[ ,.;:!])")
#: An owner by the kind of word he begins with; "phòng em", "hội nghị", "tờ trình" are none.
_SOME_OWNER = re.compile(
    r"(?:cong an|quan su|mat tran|tram|hoi(?! (?:nghi|thao|thi|dong|hop))|doan(?! (?:kiem|thanh|cong tac)))\b"
    r"|(?:phong|trung tam|truong(?! hop)|anh|chi|co(?! quan)|chu(?! tich)|bac|dong chi|ong|ba) "
    r"(?!(?:em|toi|minh|ta|chung|anh|chi|nay|nao|do|ay|nha|tui|a|nhe|roi|da|xong|hoan|dat|vuong|chua|khong|dang|nhu|lam|thi|van|con|cung|den|la|ket thuc|dung tinh|deu|nop|gui|bao|lo|phu trach|theo doi)\b)[^\W\d]"
)
_BESIDE = re.compile(r",? ")
#: Whose wish or paper it is, and not whose part: "văn bản 8 của VP gửi".
_BY_THEM = re.compile(r" (?:giao|yeu cau|gui|de nghi|chuyen|ban hanh|huong dan|phan cong|nho|hoi|nhac)\b")
_TOLD = rf"(?:(?:da|vua|moi|cung|deu|thi|bao|lam|van)\b ?)*(?:{DONE}\b|(?:dat |duoc )?(?:khoang )?\d{{1,3}} ?(?:%|phan tram)|nhu (?:ky|thang) truoc|(?:khong|chua) phat sinh)"
#: Without "của" a unit may as well begin what is told: "8 Phòng KT chưa gửi số liệu".
_ENDS = re.compile(
    rf"\)?(?: (?:a|nhe|em|anh|chi|roi|giup|luon))*[ .!]*(?:$|[,;])|\)?:? {_TOLD}|\) | (?:cho|sang|qua) |:? (?:la|den) (?:het |ngay |thu |cuoi )*\d"
)
_LEAD = r"(?:(?:da|em|anh|chi|bao cao|thua)[ ,]+)*"
_FRONT = re.compile(rf"{_LEAD}(?:phan (?:viec )?(?:cua )?)?")
_N = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d"
_THEN_NUMBER = re.compile(
    rf"[:,]? ?(?:(?:cua|o|trong|thuoc|voi|phan)\b ?)*(?={_N}|(?:(?:da|vua|moi|cung|bao) )*{DONE} {_N})"
)

Decide = Callable[[Line], Found]


_AND_UNIT = re.compile(r"(?: va| voi| cung|,) ")


def of_part(line: Line, directory: Directory, decide: Decide) -> Found:
    """What the line says, its unit beside a number taken for whose part it is; several units there are asked about."""
    if not re.search(r"\d", line.norm):
        return decide(line)
    rest, units = _without_units(line, directory)
    if not units:
        return _of_person(line, directory, decide)
    found = decide(rest)
    act = first(found)
    takes = act.intent is not Intent.assign or act.slots.person or act.slots.unit
    if act.intent not in _OF_PARTS or not act.slots.task_ids or not takes:
        return _as_typed(decide(line), line.text)
    if len({unit.units for unit, _typed in units}) > 1 or len(units[0][0].units) > 1:
        return Act(Intent.not_understood)
    return named_for(found, units[0][1], units[0][0].units[0].name)


def _of_person(line: Line, directory: Directory, decide: Decide) -> Found:
    """ "17 của chị Lan đạt 60%": of hers only; an owner whom the office does not know is asked about."""
    for _start, end in task_ids(line)[1]:
        owned = _OWNED.match(line.norm, end)
        if not owned:
            continue
        known = _KNOWN.match(line.norm, owned.end())
        if known and directory.names_somebody(line.typed(*known.span("name"))):
            if _BY_THEM.match(line.norm, known.end()):
                continue
            found = decide(_without(line, end, known.end()))
            return _hers(found, line.typed(*known.span())) if first(found).intent in _OF_PARTS else decide(line)
        if _SOME_OWNER.match(line.norm, owned.end()):
            return _as_typed(decide(line), line.text)
    return decide(line)


def _hers(found: Found, name: str) -> Found:
    def of(act: Act) -> Act:
        if act.intent not in _OF_PARTS or not act.slots.task_ids:
            return act
        return act.with_slots(of_person=name)

    return Doubt(tuple(of(act) for act in found.readings)) if isinstance(found, Doubt) else of(found)


def of_whole(text: str, directory: Directory) -> tuple[str, Callable[[Found], Found]]:
    """A unit over all that follows, "KT: 33 xong; 4 vướng": the rest, and what makes an act one on its part."""
    line = read_line(text)
    at = _in_front(line, directory) if re.search(r":.*\d", line.norm) else None
    if not at or not line.norm[at[2].end :].lstrip().startswith(":") or len(at[2].units) > 1:
        return text, lambda found: found
    unit = at[2]
    typed = line.part(unit.start, unit.end).text
    rest = text[text.index(":") + 1 :]
    return rest, lambda found: found if first(found).slots.unit_full else named_for(found, typed, unit.units[0].name)


def _as_typed(found: Found, typed: str) -> Found:
    """What could not be read of the unit's part is no change of the sender's own."""
    act = first(found)
    changes = act.intent in _OF_PARTS and act.slots.task_ids and not (act.slots.unit or act.slots.person)
    return act.with_slots(unclear=typed) if changes else found


def named_for(found: Found, typed: str, name: str) -> Found:
    """The act as one on this unit's part; to whom a task is handed is another unit's or person's name."""

    def of(act: Act) -> Act:
        if act.intent not in _OF_PARTS or not act.slots.task_ids:
            return act
        if act.intent is Intent.assign:
            return act.with_slots(of_unit=name)
        return act.with_slots(unit=typed, unit_full=name)

    return Doubt(tuple(of(act) for act in found.readings)) if isinstance(found, Doubt) else of(found)


def _without_units(line: Line, directory: Directory) -> tuple[Line, list[tuple[UnitFound, str]]]:
    """The line without the units named beside its numbers, and those units with the words typed."""
    units: list[tuple[UnitFound, str]] = []
    while len(units) < 4 and (at := _behind(line, directory) or _in_front(line, directory)):
        start, end, unit = at
        units.append((unit, line.part(unit.start, unit.end).text.strip(" ,.()")))
        line = _without(line, start, end)
    return line, units


def _behind(line: Line, directory: Directory) -> tuple[int, int, UnitFound] | None:
    for _start, end in task_ids(line)[1]:
        owned = _OWNED.match(line.norm, end)
        begin = owned or _BESIDE.match(line.norm, end)
        unit = _unit_at(line, begin.end(), directory) if begin else None
        if not begin or not unit:
            continue
        if (more := _AND_UNIT.match(line.norm, unit.end)) and (other := _unit_at(line, more.end(), directory)):
            unit = UnitFound((*unit.units, *other.units), unit.start, other.end)  # "4 của KT và TTPVHCC": of two
        closed = unit.end + (line.norm[unit.end : unit.end + 1] == ")")
        if owned and not _BY_THEM.match(line.norm, unit.end):
            return end, closed, unit
        if not owned and _ENDS.match(line.norm, unit.end):
            return end, closed, unit
    return None


def _in_front(line: Line, directory: Directory) -> tuple[int, int, UnitFound] | None:
    begin = _FRONT.match(line.norm)
    unit = _unit_at(line, begin.end(), directory) if begin else None
    then = _THEN_NUMBER.match(masked(line.norm), unit.end) if unit else None
    return (0, then.end(), unit) if unit and then else None


def _unit_at(line: Line, at: int, directory: Directory) -> UnitFound | None:
    """The unit whose name begins here, a bracket before it left off."""
    return directory.unit_at(line, at + (line.norm[at : at + 1] == "("))


def _without(line: Line, start: int, end: int) -> Line:
    head = line.text[: line.starts[start]] if start else ""
    tail = line.text[line.starts[end] :] if end < len(line.norm) else ""
    return read_line(
        f"{head.rstrip()} {tail.lstrip()}" if tail[:1] not in (",", ".", ":", ";") else head.rstrip() + tail
    )
