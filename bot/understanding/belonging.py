"""Which part of a message stands for itself, and which belongs to the part before it: nothing said is dropped."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.understanding.clause import Doubt
from bot.understanding.clauses import Part
from bot.understanding.intents import CHANGES, Act, Intent
from bot.understanding.line import Line, read_line

Found = Act | Doubt
_TOLD = CHANGES | {Intent.progress, Intent.submit_news}
_OF_TASK = frozenset({Intent.extend_request, Intent.set_deadline, Intent.assign, Intent.snooze})
_ASKED = frozenset(
    {
        Intent.my_tasks,
        Intent.status_overall,
        Intent.status_unit,
        Intent.status_plan,
        Intent.overdue_list,
        Intent.due_soon,
        Intent.who_missed_results,
        Intent.news_status,
        Intent.task_detail,
    }
)
_ADDRESS = re.compile(
    r"(?:(?:da|em|toi|xin|phep|kinh|phong \w+) )*(?:bao cao (?:anh|chi|sep|lanh dao|ket qua|tien do|tinh hinh|cong viec)\b|gui (?:anh|chi|sep|lanh dao)\b|em (?:xin )?(?:bao cao|cap nhat)\b|cap nhat (?:ket qua|tien do)\b)"
)
#: Orders whose verb a second task takes over: "gia hạn 12 đến 5/12, 13 đến 10/12", "giao 3 cho Hoa; 5 cho Nam".
_CARRIED = frozenset({Intent.assign, Intent.set_deadline, Intent.extend_request})
_REASON_CARRIED = frozenset({Intent.reject, Intent.extend_request, Intent.explain})
_MOVED = frozenset({Intent.set_deadline, Intent.extend_request})
_VERB = re.compile(r"(?:[^\W\d]+ ){1,4}?(?=(?:(?:cac )?(?:viec|nhiem vu|nv|so) )*#?\d)")
_VERBLESS = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*:? (?:thi )?(?:(?:den|toi|sang|qua|cho|them)\b|(?:la |vao )?(?:ngay )?\d{1,2}[/.-]\d|(?:vao )?(?:cuoi|dau) (?:thang|quy) \d"
    r"|(?:lay|de|dat|chot) (?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?: (?:nhe|nha|nghe|a|em|di|luon))*[ .!]*$)"
)
_FOR_SOMEBODY = re.compile(
    r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*:? cho (?:(?:anh|chi|em|co|chu|bac) )?[^\W\d]+(?: [^\W\d]+)?(?<! lam)(?<! lo)"
)
_REASONED = re.compile(r"(?:(?:viec|nhiem vu|nv|so) )*#?\d[\d, va]*:? (?:thi |la )?(?:(?:vi|do|tai|ly do)\b|\()")
#: A task named behind what is told of it: "…, việc 43 ấy", "…, nhập vào việc 36 nhé".
_NAMED = re.compile(
    r"(?:(?:nhap|ghi|tinh|cap nhat|bao|do|la|cua|thuoc|cho|vao|cai|y em) )*(?:viec|nhiem vu|nv)(?: so)? (?P<numbers>#?\d[\d, va]*?)(?: (?:ay|do|đó|day|nay|nhe|a|em|anh|chi|giup|ha|chu|luon|ne))*[ .!]*"
)
_LISTED = frozenset({Intent.done, Intent.approve, Intent.none_arose, Intent.same_as_before})


def first(found: Found) -> Act:
    return found if isinstance(found, Act) else found.readings[0]


def is_courtesy(act: Act) -> bool:
    """Courtesy and talk; "đã nhận 7" takes a task up."""
    return act.intent in (Intent.greeting_thanks, Intent.smalltalk_other) and not act.slots.task_ids


@dataclass
class _Group:
    """Parts beside each other that are one: what the first says, and whether the others were cut off wrongly."""

    start: int
    end: int
    found: Found
    grown: bool = False
    uncut: bool = False
    verb: str = ""

    def text(self, line: Line) -> Line:
        said = line.part(self.start, self.end)
        return read_line(f"{self.verb} {said.text}") if self.verb else said


def read_parts(line: Line, parts: list[Part], decide: Callable[[Line], Found]) -> list[Found]:
    """What each part says; one that says nothing of its own is read together with the part before it."""
    groups: list[_Group] = []
    for part in parts:
        found = decide(line.part(part.start, part.end))
        last = groups[-1] if groups and not is_courtesy(first(groups[-1].found)) else None
        if (
            last
            and not first(last.found).slots.task_ids
            and (named := _NAMED.fullmatch(line.part(part.start, part.end).norm))
        ):
            last.end, last.found = part.end, _told_of(last, line, named, decide)
            continue
        if last and (carried := _with_verb_of(last, line, _Group(part.start, part.end, found), decide)):
            groups.append(carried)
            continue
        uncut = bool(last and part.soft and not _asks_apart(first(last.found), first(found)))
        if last and (uncut or not _stands_alone(first(last.found), found)):
            last.end = part.end
            last.grown = True
            last.uncut = last.uncut or uncut
        else:
            groups.append(_Group(part.start, part.end, found))
    if len(groups) > 1 and _addresses(groups[0].text(line).norm, groups[0], groups[1]):
        del groups[0]
    read = [_whole(group, line, decide) for group in groups]
    return [_with_task_before(read[at - 1] if at else None, each) for at, each in enumerate(read)]


def _told_of(last: _Group, line: Line, named: re.Match[str], decide: Callable[[Line], Found]) -> Found:
    """What was said before, of the task named behind it: "làm xong rồi chị, việc 43 ấy"."""
    told = last.text(line)
    whole = decide(read_line(f"{told.text}, {named.string}"))
    if first(whole).slots.task_ids and first(whole).intent in (first(last.found).intent, Intent.snooze):
        return whole
    return decide(read_line(f"việc {named['numbers']}: {told.text}"))


def _with_verb_of(last: _Group, line: Line, this: _Group, decide: Callable[[Line], Found]) -> _Group | None:
    """A part without a verb of its own, read with that of the part before it, where it then orders the same."""
    order = first(last.found).intent
    said = this.text(line).norm
    goes_on = (
        (order in _CARRIED and _VERBLESS.match(said))
        or _decided_for(order, last.text(line).norm, said)
        or (order in _REASON_CARRIED and _REASONED.match(said))
    )
    if not goes_on or (isinstance(this.found, Act) and this.found.intent is order):
        return None
    before = last.text(line)
    verb = _VERB.match(before.norm)
    if not verb:
        return None
    this.verb = before.typed(*verb.span())
    this.found = decide(this.text(line))
    return _with_day_of(last, this) if first(this.found).intent is order else None


def _decided_for(order: Intent, before: str, said: str) -> bool:
    """ "Duyệt 7 cho Lan, 8 cho Quân": both are decided, and nobody is handed anything."""
    return order is Intent.approve and bool(re.search(r"\d cho \w", before) and _FOR_SOMEBODY.fullmatch(said))


def _with_day_of(last: _Group, this: _Group) -> _Group:
    """ "Xin lùi 7 đến 24/10 vì chờ Sở, 8 vì mưa": for both until that day."""
    told, act = first(last.found).slots, this.found
    if isinstance(act, Act) and act.intent in _MOVED and not (act.slots.date or act.slots.duration):
        this.found = act.with_slots(date=told.date, duration=told.duration, duration_unit=told.duration_unit)
    return this


def _whole(group: _Group, line: Line, decide: Callable[[Line], Found]) -> Found:
    if not group.grown:
        return group.found
    text = group.text(line)
    return decide(text) if group.uncut else _joined(group.found, decide(text), text.text)


def _addresses(norm: str, head: _Group, below: _Group) -> bool:
    """ "Em báo cáo anh Tâm" on a line of its own over what is reported."""
    over, told = first(head.found), first(below.found)
    if head.grown or over.slots.task_ids or over.intent in _TOLD or not told.slots.task_ids:
        return False
    return told.intent in _TOLD and bool(_ADDRESS.match(norm))


def _asks_apart(before: Act, act: Act) -> bool:
    other = not set(act.slots.task_ids) & set(before.slots.task_ids)
    return before.intent in _TOLD and act.intent in _ASKED and other


def _stands_alone(before: Act, found: Found) -> bool:
    act = first(found)
    slots = act.slots
    if act.intent is Intent.answer:
        listed = before.intent in _LISTED or (before.intent is Intent.progress and not before.slots.task_ids)
        return bool(slots.task_ids and not listed)
    if before.intent is Intent.task_detail and act.intent in _OF_TASK and not slots.task_ids:
        return False  # "việc 8" and on the next line "xin lùi tới 30/11"
    if slots.task_ids or act.intent is Intent.greeting_thanks or slots.mode in ("rest", "contact"):
        return True
    if act.intent is Intent.evidence_only:
        return before.intent not in (Intent.done, Intent.progress, Intent.task_detail) or bool(before.slots.evidence)
    if act.intent in (Intent.smalltalk_other, before.intent):
        return False
    if act.intent is Intent.not_understood:
        return before.intent not in _TOLD
    if act.intent in (Intent.done, Intent.progress):
        return before.intent not in (Intent.done, Intent.progress, Intent.task_detail)
    if act.intent is Intent.submit_news:
        return before.intent is not Intent.progress or bool(slots.title or slots.evidence)
    return True


def _joined(before: Found, whole: Found, text: str) -> Found:
    """The two parts read as one where that says the same, or says that it is not finished; else the first, with both
    parts' words."""
    act, said = first(before), first(whole)
    same = said.intent is act.intent and set(act.slots.task_ids) <= set(said.slots.task_ids)
    withdrawn = act.intent is Intent.done and said.intent is Intent.progress
    if same or withdrawn or (act.intent is Intent.task_detail and said.intent in _TOLD | _OF_TASK):
        return whole if said.slots.statement or isinstance(whole, Doubt) else said.with_slots(statement=text)
    return before if isinstance(before, Doubt) else act.with_slots(statement=text)


def _with_task_before(before: Found | None, this: Found) -> Found:
    """ "17 vướng chờ Sở; xin lùi đến 24/10": the wish is for the task just spoken of."""
    if not (before and isinstance(this, Act) and this.intent is Intent.extend_request) or this.slots.task_ids:
        return this
    told = first(before)
    return this.with_slots(task_ids=told.slots.task_ids) if told.intent is Intent.progress else this
