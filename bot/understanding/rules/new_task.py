"""A new task in one sentence: "việc phát sinh: rà soát biển hiệu trước 5/12, giao phòng Kinh tế, theo CV 123/UBND-VP của tỉnh"."""

import re
from datetime import date, timedelta

from bot.understanding.directory import Directory
from bot.understanding.intents import Act, Intent, Slots
from bot.understanding.line import Line, read_line
from bot.understanding.polite_end import polite_from
from bot.understanding.words import QUESTION_END
from jobs.rules.deadlines.chat_dates import read_day
from jobs.rules.text import capital
from jobs.rules.working_days import WorkingCalendar

_WORK = r"(?:(?:dau |cong )?viec|nhiem vu)"
_NEW = (
    rf"(?:(?:them|bo sung|tao|ghi|dua) (?:vao )?(?:mot |1 )?{_WORK}(?: moi| phat sinh)?"
    rf"|{_WORK} (?:moi|phat sinh|dot xuat)(?: moi)?|giao (?:them |bo sung )?{_WORK} (?:moi|phat sinh)|giao them {_WORK}|co {_WORK} (?:moi|phat sinh))"
)
_LEAD = re.compile(
    rf"^(?:(?:em|anh|chi|bot|nho|giup|oi|a|,|(?:vua |moi )?duoc) )*(?:{_NEW})(?: (?:cua|do) [^:,;]{{2,30}} giao)?(?: (?:cho|giao(?: cho)?) (?P<to>[^:,;]{{2,60}}?))? ?[:\-] ?(?=\w)"
)
#: Behind a comma only with its day: "có việc mới, chuẩn bị hội nghị, hạn 30/10".
_LEAD_COMMA = re.compile(_LEAD.pattern.replace(" ?[:\\-] ?", ", ?"))
SOURCE = re.compile(
    r"[ ,;(]*\b(?:theo|thuc hien|can cu|tai) (?=(?:cong van|cv|ke hoach|kh|van ban|vb|thong bao|tb|quyet dinh|qd|cong dien|giay moi|gm|y kien|chi dao|ket luan|nghi quyet|nq|chi thi|ct|to trinh)\b)"
    r"(?P<source>[^,;]+?)\)?(?=[,;]|$| (?:truoc|han|giao|xong truoc|hoan thanh truoc|thoi han)\b)"
)
_HANDED = re.compile(r"[ ,;]*\b(?:giao(?: cho)?|chu tri(?: la)?:?|don vi chu tri(?: la)?:?|phu trach:?) (?P<to>[^,;]+)")
#: No name: "thêm việc cho phòng: …".
_OURS = re.compile(r"(?:phong|don vi|to|co quan|ben)(?: (?:minh|ta|em|anh|chi|toi|chung ta))?")
_LEADS = re.compile(r"(?:^|[,;] ?)(?P<to>[^,;]+?) (?:chu tri|thuc hien|phu trach|lam dau moi|lam)(?=[,;]|$)[,; ]*")
#: Nothing but a name between two commas: "…, phòng KT, hạn 28/10".
_ALONE = re.compile(r"[,;] ?(?P<to>[^,;]+?)(?=[,;]|[ .!]*$)")
#: "…, phòng Doanh nghiệp phối hợp", "…, phối hợp với VHXH".
_HELPED = re.compile(
    r"[,;] ?(?:(?P<first>[^,;]+?) (?:cung )?(?:phoi hop|ho tro|phu)(?: thuc hien| cung| them)?|(?:co |va )?phoi hop(?: (?:voi|cung|la))?:? (?P<behind>[^,;]+?))(?=[ .!]*$|[,;])"
)
_EVERYBODY = re.compile(r"[,;] ?(?:giao|do) (?:cho )?(?P<who>(?:cac|tat ca|moi|toan bo) [^,;]+)$")
_BEFORE_DAY = re.compile(
    r"[ ,;]*\b(?:(?:(?:xong|hoan thanh|nop|gui|trinh|bao cao|bao)(?: (?:lai|ket qua))?(?: (?:cho )?(?:anh|chi|em|toi|minh|sep|lanh dao))?)? ?(?:truoc(?: han)?|han(?: chot| cuoi)?(?: la)?|thoi han(?: la)?|den het|den|chot|cham nhat(?: la| den)?|vao|trong)(?: ngay)?:?|ngay|\b(?:xong|hoan thanh)(?: vao)?|[,;] ?(?:nop|gui|trinh|bao cao)(?: (?:lai|ket qua))?(?: (?:cho )?(?:anh|chi|em|toi|minh|sep|lanh dao))?(?: vao)?)[ ]*$"
)
#: The part of the day, which a date has no room for: "trước sáng thứ 4", "trước 10h thứ 4".
_PART_OF_DAY = re.compile(
    r"\b(?:(?:dau gio|dau|giua|cuoi|buoi|luc) )*(?:sang|trua|chieu|toi|\d{1,2} ?(?:h|gio)(?: ?\d{2})?)(?: ngay)? $"
)
#: Until then there is still some of that day, or no other day is left.
_SAME_DAY = re.compile(r"\b(?:trua|chieu|toi|\d{1,2} ?(?:h|gio)|mai)\b")
#: The last of its parts, which says by when and no more.
_LAST_PART = re.compile(
    r", (?=(?:(?:phai|nho|can) )?(?:(?:xong|hoan thanh|nop|gui|trinh|bao|bao cao)\b|truoc |han |cham nhat )[^,;]*$)"
)
_BEHIND_DAY = re.compile(
    r"(?: (?:thi|la|phai))* (?:nop|gui|xong|hoan thanh|trinh|bao cao|bao)(?: (?:lai|ket qua|cho|anh|chi|em|toi|nhe|a))*(?=[ .!]*(?:$|[,;]))"
)
_THIS_SPAN = re.compile(r"\btrong (?P<span>tuan|thang|quy)(?: nay)?(?! (?:\d|sau|toi|truoc))\b")


def new_task(text: str, on: date, calendar: WorkingCalendar, directory: Directory) -> Act | None:
    """The task as far as the sentence says it; it counts when its sender confirms it."""
    if not re.search("[:,-]", text):  # most messages are none, and reading a line takes time
        return None
    line = read_line(text)
    comma = None if (found := _LEAD.match(line.norm)) else _LEAD_COMMA.match(line.norm)
    found = found or (comma if comma and due(line.part(comma.end(), len(line.norm)), on, calendar)[0] else None)
    if not found or QUESTION_END.search(line.norm):
        return None
    to = line.part(*found.span("to")) if found["to"] and not _OURS.fullmatch(found["to"]) else None
    if to and not (directory.find_unit(to) or _person(to, directory)):
        return None
    line = line.part(found.end(), len(line.norm))
    if re.match(r"#?\d+\b(?! (?:lop|ho so|cuoc|hoi nghi))", line.norm):  # "việc mới: 15 xong" is told of a task
        return None
    source, line = cut(line, SOURCE, "source")
    partner, line = helped_by(line, directory)
    unit, person, line = handed_to(line, directory)
    if to:  # "thêm việc cho trung tâm: …, Phúc làm"
        first_unit, first_person, _ = handed_to(read_line(f"giao {to.text}"), directory)
        unit, person = first_unit if first_unit[0] else unit, person or first_person
    day, line = due(line, on, calendar)
    if every := _EVERYBODY.search(line.norm):  # one unit leads; which one is asked
        unit, line = (line.typed(*every.span("who")), None), _without(line, *every.span())
    if comma and len(title_of(line).split()) < 2:
        return None
    slots = Slots(
        title=title_of(line) or None, date=day, text=source or None, person=person or None, partner=partner or None,
        unit=unit[0] or None, unit_full=unit[1],
    )  # fmt: skip
    return Act(Intent.new_task, slots)


def title_of(line: Line) -> str:
    """The words that are left, politeness left off, begun with a capital."""
    title = line.typed(0, polite_from(line, 0, len(line.norm))).strip(" ,;:.-–()")
    return capital(title)


def helped_by(line: Line, directory: Directory) -> tuple[str, Line]:
    """Who only helps, as typed, and the line without it; "" where no unit or person of the office stands there."""
    found = _HELPED.search(line.norm)
    if not found:
        return "", line
    part = line.part(*found.span("first" if found["first"] else "behind"))
    unit = directory.unit_at(part, 0)
    known = (unit and unit.end == len(part.norm)) or _person(part, directory) == part.text
    return (part.text, _without(line, *found.span())) if known else ("", line)


def cut(line: Line, pattern: re.Pattern[str], group: str) -> tuple[str, Line]:
    """What the group says, as typed, and the line without the whole of it."""
    found = pattern.search(line.norm)
    return (line.typed(*found.span(group)), _without(line, *found.span())) if found else ("", line)


def _without(line: Line, start: int, end: int) -> Line:
    before, after = line.part(0, start).text, line.part(end, len(line.norm)).text
    return read_line(", ".join(x for x in (before.strip(" ,;"), after.strip(" ,;")) if x))


def handed_to(line: Line, directory: Directory) -> tuple[tuple[str, str | None], str, Line]:
    """(unit as typed, its name), the person as typed, and the rest of the line; a name nobody has is kept as typed."""
    for pattern in (_HANDED, _LEADS):
        for found in pattern.finditer(line.norm):
            part = line.part(*found.span("to"))
            unit, person = directory.find_unit(part), _person(part, directory)
            if not unit and not person:
                continue
            named = unit.units[0].name if unit and len(unit.units) == 1 else None
            end = found.end() if pattern is _LEADS else _end(found, part, unit.end if unit else None)
            rest = _without(line, found.start(), end)
            return (part.typed(unit.start, unit.end) if unit else "", named), person if not unit else "", rest
    return _named_alone(line, directory) or (("", None), "", line)


def _named_alone(line: Line, directory: Directory) -> tuple[tuple[str, str | None], str, Line] | None:
    for found in _ALONE.finditer(line.norm):
        part = line.part(*found.span("to"))
        unit = directory.unit_at(part, 0)
        if unit and unit.end == len(part.norm) and len(unit.units) == 1:
            return (part.text, unit.units[0].name), "", _without(line, *found.span())
    return None


def _end(found: re.Match[str], part: Line, unit_end: int | None) -> int:
    """A date behind the name ("giao phòng KT trước 5/12") stays in the line."""
    stop = re.search(
        r" (?:truoc|han|xong|hoan thanh|den|chot|cham nhat|theo|trong|thoi han)\b", part.norm[unit_end or 0 :]
    )
    return found.start("to") + (unit_end or 0) + stop.start() if stop else found.end()


def _person(part: Line, directory: Directory) -> str:
    words = re.match(r"(?:(?:anh|chi|em|co|chu|bac|ong|ba|dong chi) )?([^\s,;]+)", part.norm)
    if not words or not directory.names_somebody(part.typed(*words.span(1))):
        whole = part.text.split()
        return part.text if 2 <= len(whole) <= 5 and directory.names_somebody(whole[-1]) else ""
    return part.typed(*words.span())


def due(line: Line, on: date, calendar: WorkingCalendar) -> tuple[date | None, Line]:
    """The day, "trước 5/12" being the day before it as in plans, and the line without the words of it."""
    last = _LAST_PART.search(line.norm)
    if last and read_day(
        line.norm[: last.start()], on, calendar, future=True
    ):  # "chuẩn bị lễ 20/10, báo chị trước 17/10"
        day, rest = due(line.part(last.end(), len(line.norm)), on, calendar)
        if day and not rest.norm:
            return day, line.part(0, last.start())
    found = read_day(line.norm, on, calendar, future=True) or _within(line, on, calendar)
    if not found:
        return None, line
    day, (start, end) = found
    part = _PART_OF_DAY.search(line.norm[:start])
    begin = part.start() if part else start
    lead = _BEFORE_DAY.search(line.norm[:begin])
    strict = re.search(r"\btruoc(?! han)(?: ngay)? *$", line.norm[:begin])
    if lead and strict and not _SAME_DAY.search(line.norm[begin:end]):
        day -= timedelta(days=1)
    behind = _BEHIND_DAY.match(line.norm, end)
    return day, _without(line, lead.start() if lead else begin, behind.end() if behind else end)


def _within(line: Line, on: date, calendar: WorkingCalendar) -> tuple[date, tuple[int, int]] | None:
    """ "Xong trong tuần": the running one."""
    span = _THIS_SPAN.search(line.norm)
    last = read_day(f"cuoi {span['span']} nay", on, calendar, future=True) if span else None
    return (last[0], span.span("span")) if span and last else None
