"""A slip owned up to and what is so instead: "nhầm, 8 đăng 11 tin", "à lộn, 17 chưa trình", "nhầm 17, đã có hướng dẫn rồi"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.understanding import when
from bot.understanding.belonging import Found, first, is_courtesy
from bot.understanding.clause import Doubt
from bot.understanding.clauses import one_line
from bot.understanding.intents import Act, Intent, Slots, Understanding
from bot.understanding.line import read_line
from jobs.rules.working_days import WorkingCalendar

_ADDRESS = r"(?:(?:ua|a|ha|ui|oi|da|thoi|chet|em|anh|chi|toi|xin loi|bi|lai)[ ,]+)*"
_WORD = r"(?:nham|lon)(?: (?:roi|mat|nhe|a|em|day|het))*"
_NUMBER = r"(?:(?:viec|nhiem vu|nv|so) )*#?\d"
_PARTED = rf"(?:(?:bao|ghi|bam|nhan|nhap|go|noi) )?{_WORD} ?[,.:;!–-]+ ?"
_IN_FRONT = re.compile(rf"{_ADDRESS}(?:{_PARTED}(?={_NUMBER})|{_WORD} (?P<loose>)(?=#?\d))")
#: What was said is set right, without owning that another task was meant: "sửa lại: 8 không thực hiện đợt này".
_MENDS = rf"{_ADDRESS}(?:xin )?(?:(?:sua|ghi|chinh|cap nhat) lai|dinh chinh)(?: (?:ket qua|so lieu|giup em|nhe|a))*(?: ?[,.:;!–-]+ ?| )"
_MENDED = re.compile(rf"{_MENDS}(?={_NUMBER})")
_MENDED_AT_YEAR_END = re.compile(rf"{_MENDS}(?=\w)")
_AT_YEAR_END = re.compile(rf"{_ADDRESS}(?:(?:{_PARTED}|khong(?: phai)? ?[,.:;!]+ ?)|{_WORD} (?P<loose>))(?=\w)")
_TOLD = frozenset(
    {Intent.progress, Intent.done, Intent.same_as_before, Intent.none_arose, Intent.waiting_for_signature}
)
_DENIES = re.compile(r"(?:(?:thi|van|con|la|em|thanh) )*(?:khong|chua|chang)\b")
_RESULTS = _TOLD - {Intent.done, Intent.waiting_for_signature}
OF_THE_NAMED = "named"
"""Of an undoing: what was told of the tasks named, as it is denied of them, and nothing else."""
_ONLY_DENIED = re.compile(r"(?:(?:thi|van|con|la) )*chua xong(?: .*)?")

_AMOUNT = r"\d{1,3}(?:[.,]\d+)? ?%"
_FIGURE_ANEW = re.compile(
    rf"{_ADDRESS}(?P<front>(?:(?:{_WORD}|khong phai {_AMOUNT} ?,? ma|(?:sua|ghi|chinh) lai|dinh chinh|y (?:em|toi|minh|anh|chi)(?: noi)?(?: la)?)(?: a)?[ ,.:;!–-]+"
    r"|khong(?: phai)?(?: a)? ?[,.;!]+ ?))?"
    r"(?:(?:ma|la|thanh|phai|dung|moi|chi|dat|duoc|co|khoang|thuc te|con) )*"
    rf"(?P<figure>{_AMOUNT}|\d+(?: [a-z]+){{1,3}}?)"
    r"(?P<seal> (?:moi|la) (?:dung|phai)| (?:chu|chớ|lan|co ma|kia)\b|[ ,]+(?:chu |ma )?khong phai .*)?(?: (?:(?(front)(?:dung roi|a)|a)|nhe|em|anh|chi|day|thoi))*[ .!]*"
)
#: "À 13 tin".
_TAKEN_ABACK = re.compile(r"(?:ha|ua|ui|oi|chet)[ ,]")
#: "Sửa 12 thành 13 tin" of the figure told last; where none of it is 12, that is a task.
_FIGURE_INSTEAD = re.compile(
    rf"{_ADDRESS}(?:sua|doi|chinh) (?:lai )?(?:so )?(?P<wrong>\d+)(?: ?%| [a-z]+){{0,3}}? (?:thanh|la|sang) (?P<figure>{_AMOUNT}|\d+(?: [a-z]+){{1,3}}?)(?: (?:a|nhe|em|anh|chi|day|thoi|giup em))*[ .!]*"
)

#: Another number and nothing else: "à nhầm, 17", "không phải, ý chị là 2 cơ", "nhầm 7 mới đúng".
_NUMBER_ANEW = re.compile(
    rf"{_ADDRESS}(?:(?P<front>{_WORD}(?= )|(?:{_WORD}|khong(?: phai)?(?: a)?|(?:sai|nham|lon)(?: so)?(?: roi)?) ?[,.:;!–-]|khong phai(?= y ))[ ,.:;!–-]*)?"
    r"(?P<meant>(?:(?:y|noi) (?:em|toi|minh|anh|chi)(?: (?:noi|bao))?(?: la)?|th[ai]e?t ra(?: la)?|thuc ra(?: la)?|phai la|dung la|la) )?"
    r"(?:(?:cua|cho|vao|o|cai|viec|nhiem vu|nv|so) )*#?(?P<number>\d{1,4})(?P<seal> (?:moi|la) (?:dung|phai))?(?: (?:co|co ma|kia|chu|a|nhe|em|anh|chi|day|thoi))*[ .!]*"
)


def number_anew(text: str) -> int | None:
    """The task that was meant by the message before, which named another."""
    found = _NUMBER_ANEW.fullmatch(one_line(text).norm)
    owned = found and (found["front"] or (found["meant"] and found["meant"] != "la ") or found["seal"])
    return int(found["number"]) if found and owned else None


#: A day and nothing else: "nhầm, 25/11", "à không, thứ 6 tuần sau", "25/11 mới đúng".
_DAY_ANEW = re.compile(
    rf"{_ADDRESS}(?P<front>(?:{_WORD}|khong phai [\d/.-]+ ?,? ma|khong(?: phai)?(?: a)?(?= ?[,.;:!]|(?: phai)? y )|sai(?: roi)?|(?:sua|ghi|chinh|doi) lai|dinh chinh)"
    r"[ ,.:;!–-]+)?(?:(?:y (?:em|toi|minh|anh|chi)(?: noi)?|la|phai|dung|den|toi|sang|thanh|ma|han|moc|vao|het) )*"
    r"(?P<day>[^,;]+?)(?P<seal> (?:moi|la) (?:dung|phai)|[ ,]+(?:chu |ma )?khong phai .*)?(?: (?:a|nhe|em|anh|chi|day|thoi|co|giup em))*[ .!]*"
)
_WHOLE_DAY = re.compile(r"(?:(?:ngay|sang|chieu|het|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat) )*")


def day_anew(text: str, on: date, calendar: WorkingCalendar) -> tuple[date, bool] | None:
    """The day that a message names and nothing else, and whether it owns to another one as a slip."""
    line = one_line(text)
    found = _DAY_ANEW.fullmatch(line.norm)
    day = when.day_in(found["day"], on, calendar, future=True) if found else None
    if (
        found is None
        or day is None
        or day[1][1] != len(found["day"])
        or not _WHOLE_DAY.fullmatch(found["day"][: day[1][0]])
    ):
        return None
    owned = found["front"] or found["seal"] or re.search(r"\by (?:em|toi|minh|anh|chi)\b", line.norm)
    return day[0], bool(owned)


@dataclass(frozen=True)
class Figure:
    """A figure said anew, of no task; `owned`: a word says that the one before was a slip; `wrong`: which number that was."""

    text: str
    owned: bool
    wrong: str = ""

    def put_into(self, words: str) -> str | None:
        """What was told with this figure in place of the only one of its kind; None where there is none or several."""
        words_of = self.text.split()[1:]  # "văn bản", where that was told, else its first word
        unit = (
            "%"
            if "%" in self.text
            else next(u for u in (" ".join(words_of), words_of[0]) if u in words or u == words_of[0])
        )
        old = list(re.finditer(rf"\d+(?:[.,]\d+)? ?{re.escape(unit)}(?!\w)", words))
        if len(old) != 1 or (self.wrong and not re.match(rf"{self.wrong}(?!\d)", old[0][0])):
            return None
        return f"{words[: old[0].start()]}{self.text}{words[old[0].end() :]}"


def figure_anew(text: str) -> Figure | None:
    """ "Nhầm 70%", "à không, 13 tin", "70% mới đúng"; "70%" by itself too, which owns to nothing."""
    line = one_line(text)
    if instead := _FIGURE_INSTEAD.fullmatch(line.norm):
        return Figure(line.typed(*instead.span("figure")), True, instead["wrong"])
    found = _FIGURE_ANEW.fullmatch(line.norm)
    owned = bool(found and (found["front"] or found["seal"]))
    if found is None or not (owned or "%" in found["figure"] or _TAKEN_ABACK.match(line.norm)):
        return None
    return Figure(line.typed(*found.span("figure")), owned)


def slipped(text: str, read: Callable[[str], list[Found]]) -> list[Found]:
    """The slip as an undoing, then what is so instead; empty where the message is none of that.

    Without a comma only how a task stands is taken for it: "nhầm 17 xong" may name what was wrong and is asked about. "Nhầm, 2 chưa xong" is
    an undoing and no result.
    """
    line = one_line(text)
    if mended := _MENDED.match(line.norm):
        return _set_right(read(line.part(mended.end(), len(line.norm)).text))
    slip = _IN_FRONT.match(line.norm)
    if not slip:
        return []
    rest = read(line.part(slip.end(), len(line.norm)).text)
    acts = [act for act in map(first, rest) if not is_courtesy(act)]
    if not acts or not all(act.intent in _TOLD and act.slots.task_ids for act in acts):
        return []
    anew = tuple(dict.fromkeys(n for act in acts for n in act.slots.task_ids))
    if slip["loose"] is not None and any(act.intent is not Intent.progress for act in acts):
        return [Doubt((Act(Intent.undo_done, Slots(task_ids=anew)), acts[0]))]
    if any(_ONLY_DENIED.fullmatch(read_line(act.slots.statement or "").norm) for act in acts):
        return []
    told = [_anew(each) if isinstance(each, Act) else each for each in rest]
    return [_undoing(acts), *told]


def _set_right(rest: list[Found]) -> list[Found]:
    """What is told takes the place of what stands for its task; where it denies, the report of it is taken back too. A
    figure said anew is read as it stands (`rules.correct.corrected`).
    """
    acts = [act for act in map(first, rest) if not is_courtesy(act)]
    if not acts or not all(act.intent in _RESULTS and act.slots.task_ids for act in acts):
        return []
    if all(_ONLY_DENIED.fullmatch(read_line(act.slots.statement or "").norm) for act in acts):
        return [Act(Intent.undo_done, Slots(task_ids=tuple(n for act in acts for n in act.slots.task_ids)))]
    told: list[Found] = [each.with_slots(instead=True) if isinstance(each, Act) else _instead(each) for each in rest]
    denied = [act for act in acts if _denies(act)]
    return [_undoing(denied), *told] if denied else []


def _denies(act: Act) -> bool:
    said = read_line(act.slots.text or act.slots.statement or "").norm
    return act.intent is Intent.none_arose or (act.intent is Intent.progress and bool(_DENIES.match(said)))


def _instead(doubt: Doubt) -> Doubt:
    return Doubt(tuple(each.with_slots(instead=True) for each in doubt.readings))


def instead_of_the_last(act: Act) -> tuple[Act, Act]:
    """The last report as the slip, and what was meant: "nhầm, xong 8"."""
    return _undoing([act]), _anew(act)


def _undoing(acts: list[Act]) -> Act:
    anew = tuple(dict.fromkeys(n for act in acts for n in act.slots.task_ids))
    finished = any(act.intent is Intent.done for act in acts)
    return Act(
        Intent.undo_done, Slots(anew=anew, finished=finished, mode=OF_THE_NAMED if all(map(_denies, acts)) else None)
    )


def year_slip(text: str) -> tuple[str, bool | None] | None:
    """What stands behind a slip owned up to at the year's end, and whether a comma parts the two: without one it may
    name what was wrong; None where it is only said anew.
    """
    line = one_line(text)
    if mended := _MENDED_AT_YEAR_END.match(line.norm):
        return line.part(mended.end(), len(line.norm)).text, None
    slip = _AT_YEAR_END.match(line.norm)
    return (line.part(slip.end(), len(line.norm)).text, slip["loose"] is None) if slip else None


def sorted_anew(understood: Understanding, parted: bool | None) -> Understanding | None:
    """The ending that was a slip is taken back before the right one is written; None where no ending is said."""
    told = [act for act in understood.acts if act.intent is Intent.sort_year]
    if not told or not understood.sure:
        return None
    if parted is None:
        return understood
    if parted:
        numbers = tuple(dict.fromkeys(n for act in told for n in act.slots.task_ids))
        back = Act(Intent.undo_done, Slots(anew=numbers, finished=True))
        return replace(understood, acts=(back, *understood.acts))
    return Understanding((told[0],), sure=False, readings=(told[0],))


def _anew(act: Act) -> Act:
    if act.intent in (Intent.same_as_before, Intent.none_arose):
        return act.with_slots(instead=True)
    return act.with_slots(anew=act.slots.task_ids) if act.intent is Intent.progress else act
